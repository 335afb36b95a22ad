import { z } from 'zod';
import { date, key, list, oneOf, optional, text } from '../cell.ts';
import { makeFact, type FactKind } from '../fact.ts';
import type { RecordKind } from '../record-kind.ts';

/** In `regions` and `segments`: everything that the map holds. */
export const ALL = '*';

const schema = z.object({
  id: key,
  source: key,
  kind: oneOf(['SAMPLE', 'COMPLETE', 'LIST']),
  regions: list(key),
  segments: list(key),
  asOf: optional(date),
  note: optional(text),
});

export type CoverageRow = z.infer<typeof schema>;

/** What a source covers, and how: only under COMPLETE does "no record" mean none. */
export const coverageRecords: RecordKind<CoverageRow> = {
  kind: 'coverage',
  file: /^coverage\.csv$/,
  columns: ['id', 'source', 'kind', 'regions', 'segments', 'asOf', 'note'],
  schema,
  key: (row) => row.id,
  sourced: true,
  references: (row) => [
    { column: 'source', to: 'sources', key: row.source },
    ...named(row.regions).map((code) => ({ column: 'regions', to: 'regions', key: code })),
    ...named(row.segments).map((code) => ({ column: 'segments', to: 'segments', key: code })),
  ],
};

export const coverageFacts: FactKind = {
  kind: 'coverage',
  load: 'load/coverage',
  existing: 'read/imports/existing-coverage',
  remove: 'load/remove-coverage',
  dependsOn: ['sources', 'regions', 'segments'],
  facts: (tables, origin) =>
    tables.coverage.map(({ key: id, row, evidence }) => {
      const { source, regions, segments, ...properties } = row;
      return makeFact({
        key: id,
        keyProperty: 'id',
        origin,
        evidence,
        properties: { ...properties, allRegions: regions.includes(ALL), allSegments: segments.includes(ALL) },
        links: { source, regions: named(regions), segments: named(segments) },
      });
    }),
};

function named(codes: readonly string[]): readonly string[] {
  return codes.filter((code) => code !== ALL);
}
