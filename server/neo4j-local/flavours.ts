import { join } from 'node:path';

/** The Neo4j release lines that the project can run by itself, in the order in which they are preferred. */
export const FLAVOUR_IDS = ['5.26', '2026.08'] as const;
export type FlavourId = (typeof FLAVOUR_IDS)[number];

export interface Flavour {
  readonly id: FlavourId;
  /** The full version of the jars; a cache folder holds exactly one. */
  readonly version: string;
  /** Feature releases of Java that Neo4j supports for this version (Neo4j operations manual, system requirements). */
  readonly javaReleases: readonly number[];
  readonly mainClass: string;
  /** Holds pom.xml and sha256.txt. */
  readonly folder: string;
}

const folder = (id: FlavourId): string => join(import.meta.dirname, 'flavours', id);

export const FLAVOURS: Readonly<Record<FlavourId, Flavour>> = {
  '5.26': {
    id: '5.26',
    version: '5.26.31',
    javaReleases: [17, 21],
    mainClass: 'org.neo4j.server.CommunityEntryPoint',
    folder: folder('5.26'),
  },
  '2026.08': {
    id: '2026.08',
    version: '2026.08.1',
    javaReleases: [21, 25],
    mainClass: 'org.neo4j.server.Neo4jCommunity',
    folder: folder('2026.08'),
  },
};
