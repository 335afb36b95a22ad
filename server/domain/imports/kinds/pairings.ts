import { z } from 'zod';
import { date, optional, regionCode, text } from '../cell.ts';
import { makeFact, type FactKind } from '../fact.ts';
import type { RecordKind } from '../record-kind.ts';

const schema = z
  .object({
    from: regionCode,
    to: regionCode,
    validFrom: optional(date),
    validTo: optional(date),
    note: optional(text),
  })
  .refine((row) => row.from !== row.to, { path: ['to'], message: 'a region is not paired with itself' })
  .refine((row) => row.validFrom === null || row.validTo === null || row.validFrom <= row.validTo, {
    path: ['validTo'],
    message: 'must not lie before validFrom',
  });

export type PairingRow = z.infer<typeof schema>;

/** Counterpart assistance between prefectures, with the time it was in force. */
export const pairingRecords: RecordKind<PairingRow> = {
  kind: 'pairings',
  file: /^pairings\.csv$/,
  columns: ['from', 'to', 'validFrom', 'validTo', 'note'],
  schema,
  key: (row) => `${row.from}>${row.to}:${row.validFrom ?? ''}`,
  sourced: true,
  references: (row) => [
    { column: 'from', to: 'regions', key: row.from },
    { column: 'to', to: 'regions', key: row.to },
  ],
};

export const pairingFacts: FactKind = {
  kind: 'pairings',
  load: 'load/pairings',
  existing: 'read/imports/existing-pairings',
  remove: 'load/remove-pairings',
  dependsOn: ['regions'],
  facts: (tables, origin) =>
    tables.pairings.map(({ key, row, evidence }) =>
      makeFact({
        key,
        keyProperty: 'factKey',
        origin,
        evidence,
        properties: { from: row.validFrom, to: row.validTo, note: row.note },
        links: { from: row.from, to: row.to },
      }),
    ),
};
