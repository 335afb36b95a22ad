import { z } from 'zod';
import { key, number, regionCode } from '../cell.ts';
import { makeFact, type FactKind } from '../fact.ts';
import type { RecordKind } from '../record-kind.ts';

const schema = z
  .object({
    from: regionCode,
    to: regionCode,
    km: number.refine((km) => km > 0, 'must be above 0'),
    method: key,
  })
  .refine((row) => row.from !== row.to, { path: ['to'], message: 'a region has no distance to itself' });

export type DistanceRow = z.infer<typeof schema>;

/** Kilometres between two regions, held once a pair; the direction means nothing. */
export const distanceRecords: RecordKind<DistanceRow> = {
  kind: 'distances',
  file: /^distances\.csv$/,
  columns: ['from', 'to', 'km', 'method'],
  schema,
  key: (row) => `${[row.from, row.to].sort().join('>')}:${row.method}`,
  sourced: true,
  references: (row) => [
    { column: 'from', to: 'regions', key: row.from },
    { column: 'to', to: 'regions', key: row.to },
  ],
};

export const distanceFacts: FactKind = {
  kind: 'distances',
  load: 'load/distances',
  existing: 'read/imports/existing-distances',
  remove: 'load/remove-distances',
  dependsOn: ['regions'],
  facts: (tables, origin) =>
    tables.distances.map(({ key: factKey, row, evidence }) => {
      const { from, to, ...properties } = row;
      return makeFact({ key: factKey, keyProperty: 'factKey', origin, evidence, properties, links: { from, to } });
    }),
};
