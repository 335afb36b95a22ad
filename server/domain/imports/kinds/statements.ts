import { z } from 'zod';
import { date, datePrecision, datesAgree, key, list, oneOf, optional, regionCode, text } from '../cell.ts';
import { makeFact, type FactKind } from '../fact.ts';
import type { RecordKind } from '../record-kind.ts';

const schema = z
  .object({
    id: key,
    kind: oneOf(['RELOCATION', 'PARK', 'CLUSTER', 'POLICY', 'FIGURE']),
    textZh: text,
    textEn: optional(text),
    date: optional(date),
    datePrecision: optional(datePrecision),
    regions: list(regionCode),
    segments: list(key),
    parks: list(key),
  })
  .superRefine(datesAgree('date'));

export type StatementRow = z.infer<typeof schema>;

/** Dated public statements that no typed fact can hold. */
export const statementRecords: RecordKind<StatementRow> = {
  kind: 'statements',
  file: /^statements\.csv$/,
  columns: ['id', 'kind', 'textZh', 'textEn', 'date', 'datePrecision', 'regions', 'segments', 'parks'],
  schema,
  key: (row) => row.id,
  sourced: true,
  references: (row) => [
    ...row.regions.map((code) => ({ column: 'regions', to: 'regions', key: code })),
    ...row.segments.map((code) => ({ column: 'segments', to: 'segments', key: code })),
    ...row.parks.map((id) => ({ column: 'parks', to: 'parks', key: id })),
  ],
};

export const statementFacts: FactKind = {
  kind: 'statements',
  load: 'load/statements',
  existing: 'read/imports/existing-statements',
  remove: 'load/remove-statements',
  dependsOn: ['regions', 'segments', 'parks'],
  facts: (tables, origin) =>
    tables.statements.map(({ key: id, row, evidence }) => {
      const { regions, segments, parks, ...properties } = row;
      return makeFact({
        key: id,
        keyProperty: 'id',
        origin,
        evidence,
        properties,
        links: { regions, segments, parks },
      });
    }),
};
