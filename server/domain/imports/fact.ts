import { createHash } from 'node:crypto';
import type { Evidence } from './evidence.ts';
import type { Tables } from './tables.ts';

type Scalar = string | number | boolean;
/** What a property of a node or relationship may hold; null = unknown, the property is absent. */
export type FactValue = Scalar | readonly string[] | readonly number[] | null;

/** One node with the relationships that belong to it, or one relationship: what the writers in cypher/load take. */
export interface Fact {
  /** Business key, unique within its kind. */
  readonly key: string;
  /** Equal hashes = equal content, whatever the import that wrote it. */
  readonly hash: string;
  /** Goes onto the node or relationship as it stands. */
  readonly properties: Readonly<Record<string, FactValue>>;
  /** Keys of the nodes at the other ends; null or an empty list where there is none. */
  readonly links: Readonly<Record<string, string | readonly string[] | null>>;
  /** Goes onto the relationships that belong to a node. */
  readonly evidence: Readonly<Record<string, FactValue>>;
}

/** A kind of fact in the graph: how it comes from the rows and which Cypher files read, write and remove it. */
export interface FactKind {
  readonly kind: string;
  /** cypher/load/...: takes $rows (Fact) and $importId, returns `written`. */
  readonly load: string;
  /** cypher/read/imports/...: takes $origin, returns `key`, `factHash`. */
  readonly existing: string;
  /** cypher/load/...: takes $keys and $origin, returns `removed`. */
  readonly remove: string;
  /** Kinds whose nodes must be there before. */
  readonly dependsOn: readonly string[];
  /** Links that point at facts of the same kind; those are written after the facts that they point at. */
  readonly selfLinks?: readonly string[];
  /** cypher/load/...: takes $keys; frees second unique properties of facts that are to change or go. */
  readonly release?: string;
  readonly facts: (tables: Tables, origin: string) => readonly Fact[];
}

// 128 bits: no clash among the facts of any map that fits a graph, and short enough to read.
const HASH_HEX_DIGITS = 32;

/** SHA-256 of a text, in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** JSON with the keys of every object in order, so that equal content gives equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonicalJson(part)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/**
 * Puts a fact together. `keyProperty` is the property that holds the business key: `code` or `id` of a node,
 * `factKey` of a relationship.
 */
export function makeFact(input: {
  readonly key: string;
  readonly keyProperty: 'code' | 'id' | 'factKey';
  readonly origin: string;
  readonly evidence: Evidence | null;
  readonly properties: Readonly<Record<string, FactValue>>;
  readonly links?: Fact['links'];
}): Fact {
  const evidence: Record<string, FactValue> = { ...(input.evidence ?? {}), origin: input.origin };
  const links = input.links ?? {};
  const content = { ...input.properties, [input.keyProperty]: input.key, ...evidence };
  const hash = sha256(canonicalJson({ content, links })).slice(0, HASH_HEX_DIGITS);
  return { key: input.key, hash, properties: { ...content, factHash: hash }, links, evidence };
}
