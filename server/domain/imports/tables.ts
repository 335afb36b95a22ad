import type { InputFile } from './csv-table.ts';
import { appliesToRecords } from './kinds/applies-to.ts';
import { assetRecords } from './kinds/assets.ts';
import { clauseRecords, clauseRoleRecords } from './kinds/clauses.ts';
import { clusterRecords } from './kinds/clusters.ts';
import { coverageRecords } from './kinds/coverage.ts';
import { departmentRecords } from './kinds/departments.ts';
import { distanceRecords } from './kinds/distances.ts';
import { feedRecords } from './kinds/feeds.ts';
import { firmPlaceRecords, firmRecords, firmSegmentRecords } from './kinds/firms.ts';
import { indicatorRecords } from './kinds/indicators.ts';
import { measureRecords } from './kinds/measures.ts';
import { firmCountRecords, firmFigureRecords, observationRecords, parkFigureRecords } from './kinds/observations.ts';
import { pairingRecords } from './kinds/pairings.ts';
import { parkAcceptRecords, parkFeatureRecords, parkRecords } from './kinds/parks.ts';
import { policyRecords } from './kinds/policies.ts';
import { receiverRecords, regionRecords } from './kinds/regions.ts';
import { segmentRecords } from './kinds/segments.ts';
import { sourceRecords } from './kinds/sources.ts';
import { statementRecords } from './kinds/statements.ts';
import { targetRecords } from './kinds/targets.ts';
import { zoneMemberRecords, zoneRecords } from './kinds/zones.ts';
import { readRecords, type ImportRecord, type RecordKind } from './record-kind.ts';
import type { RowError } from './row-error.ts';

/** Every kind of row that the importer reads. A new kind is a file in `kinds/` and a line here. */
export const RECORD_KINDS = {
  sources: sourceRecords,
  clusters: clusterRecords,
  segments: segmentRecords,
  feeds: feedRecords,
  regions: regionRecords,
  receivers: receiverRecords,
  zones: zoneRecords,
  zoneMembers: zoneMemberRecords,
  pairings: pairingRecords,
  distances: distanceRecords,
  departments: departmentRecords,
  policies: policyRecords,
  measures: measureRecords,
  clauses: clauseRecords,
  clauseRoles: clauseRoleRecords,
  targets: targetRecords,
  appliesTo: appliesToRecords,
  assets: assetRecords,
  parks: parkRecords,
  parkAccepts: parkAcceptRecords,
  parkFeatures: parkFeatureRecords,
  parkFigures: parkFigureRecords,
  statements: statementRecords,
  indicators: indicatorRecords,
  observations: observationRecords,
  firmCounts: firmCountRecords,
  coverage: coverageRecords,
  firms: firmRecords,
  firmPlaces: firmPlaceRecords,
  firmSegments: firmSegmentRecords,
  firmFigures: firmFigureRecords,
} as const;

type Kinds = typeof RECORD_KINDS;
type RowOf<Kind> = Kind extends RecordKind<infer Row> ? Row : never;

/** The rows of every kind, read. A kind without a file has no rows. */
export type Tables = { readonly [Name in keyof Kinds]: readonly ImportRecord<RowOf<Kinds[Name]>>[] };

/**
 * Reads files into tables and checks each row for itself, then what rows say of each other: references, parents,
 * unique codes. All faults come back together; `tables` then holds the good rows only.
 */
export function readTables(files: readonly InputFile[]): {
  readonly tables: Tables;
  readonly errors: readonly RowError[];
} {
  const errors: RowError[] = [];
  const tables: Record<string, readonly ImportRecord<object>[]> = {};
  const taken = new Set<string>();
  for (const [name, kind] of Object.entries(RECORD_KINDS) as [string, RecordKind<object>][]) {
    const own = files.filter((file) => kind.file.test(file.name));
    for (const file of own) taken.add(file.name);
    const read = readRecords(kind, own);
    tables[name] = read.records;
    errors.push(...read.errors);
  }
  for (const file of files) {
    if (taken.has(file.name)) continue;
    errors.push({
      file: file.name,
      line: 0,
      column: '',
      value: '',
      rule: 'no kind of row is read from a file of this name',
    });
  }
  errors.push(...referenceErrors(tables, errors));
  return { tables: tables as unknown as Tables, errors };
}

/**
 * References to keys that no row holds. Where the kind referred to has faults of its own, a missing key may be one of
 * its bad rows: reporting it once more would bury the cause, so such a reference is passed over until that is mended.
 */
function referenceErrors(
  tables: Readonly<Record<string, readonly ImportRecord<object>[]>>,
  found: readonly RowError[],
): readonly RowError[] {
  const errors: RowError[] = [];
  const keys = new Map<string, Set<string>>();
  const faulty = new Set<string>();
  const kinds = Object.entries(RECORD_KINDS) as [string, RecordKind<object>][];
  for (const [name, kind] of kinds) {
    keys.set(kind.kind, new Set((tables[name] ?? []).map((record) => record.key)));
    if (found.some((error) => kind.file.test(error.file))) faulty.add(kind.kind);
  }
  for (const [name, kind] of kinds) {
    for (const { row, evidence, file, line } of tables[name] ?? []) {
      const references = [
        ...evidence.sources.map((id) => ({ column: 'sources', to: 'sources', key: id })),
        ...(kind.references?.(row) ?? []),
      ];
      for (const { column, to, key } of references) {
        if (keys.get(to)?.has(key) === true || faulty.has(to)) continue;
        errors.push({ file, line, column, value: key, rule: `no row of ${to} has this key` });
      }
    }
  }
  return errors;
}
