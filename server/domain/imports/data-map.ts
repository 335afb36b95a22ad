import type { InputFile } from './csv-table.ts';
import { crossRowErrors } from './cross-row-rules.ts';
import { FACT_KINDS } from './fact-kinds.ts';
import { sha256, type Fact, type FactKind } from './fact.ts';
import { ImportRejected } from './row-error.ts';
import { readTables } from './tables.ts';

/** A whole data map as facts, ready to be compared with a graph. */
export interface DataMap {
  readonly kinds: readonly { readonly kind: FactKind; readonly facts: readonly Fact[] }[];
  /** SHA-256 over kind, key and hash of every fact: equal content, equal checksum, whatever the order of rows. */
  readonly checksum: string;
  /** What is allowed but should be known: printed with the report of a load. */
  readonly remarks: readonly Remark[];
}

export interface Remark {
  readonly what: 'firms-without-place' | 'firms-without-segment' | 'parks-without-place';
  readonly keys: readonly string[];
}

/**
 * Turns the files of a map into facts. Throws ImportRejected (code BAD_USER_INPUT) with every bad row when there is
 * any; a map is taken whole or not at all.
 */
export function readDataMap(files: readonly InputFile[], origin: string): DataMap {
  const { tables, errors } = readTables(files);
  if (errors.length > 0) throw new ImportRejected(errors);
  const crossed = crossRowErrors(tables);
  if (crossed.length > 0) throw new ImportRejected(crossed);

  const kinds = FACT_KINDS.map((kind) => ({ kind, facts: kind.facts(tables, origin) }));
  const lines = kinds.flatMap(({ kind, facts }) => facts.map((fact) => `${kind.kind}\t${fact.key}\t${fact.hash}`));
  const placed = new Set(tables.firmPlaces.map(({ row }) => row.firm));
  const active = new Set(tables.firmSegments.map(({ row }) => row.firm));
  const remarks: Remark[] = [
    { what: 'firms-without-place', keys: tables.firms.map(({ key }) => key).filter((key) => !placed.has(key)) },
    { what: 'firms-without-segment', keys: tables.firms.map(({ key }) => key).filter((key) => !active.has(key)) },
    {
      what: 'parks-without-place',
      keys: tables.parks.filter(({ row }) => row.region === null).map(({ key }) => key),
    },
  ];
  return { kinds, checksum: sha256(lines.sort().join('\n')), remarks: remarks.filter(({ keys }) => keys.length > 0) };
}

// Eight hex digits: enough to tell two maps of one day apart, short enough to read aloud.
const RELEASE_HEX_DIGITS = 8;

/** Id of a release: the day of the import in China and the head of the map's checksum, `2026-11-22.1a2b3c4d`. */
export function releaseId(at: Date, checksum: string): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at);
  return `${day}.${checksum.slice(0, RELEASE_HEX_DIGITS)}`;
}
