import { z } from 'zod';
import { datePrecision, datesAgree, key, oneOf, optional, text, date } from '../cell.ts';
import { makeFact, type FactKind } from '../fact.ts';
import type { RecordKind } from '../record-kind.ts';

const schema = z
  .object({
    id: key,
    title: text,
    publisher: optional(text),
    date: optional(date),
    datePrecision: optional(datePrecision),
    url: optional(text),
    kind: oneOf([
      'POLICY',
      'STATISTICS',
      'REGISTER',
      'EXCHANGE',
      'NEWS',
      'COMPANY',
      'PAPER',
      'STANDARD',
      'COMPUTED',
      'MODEL',
    ]),
    reliability: oneOf(['PRIMARY', 'REPORTED', 'COMPUTED', 'JUDGEMENT']),
    licence: optional(text),
    note: optional(text),
    sha256: optional(z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 sum in lower-case hex')),
  })
  .superRefine(datesAgree('date'));

export type SourceRow = z.infer<typeof schema>;

/** Where facts come from. The only kind without evidence of its own. */
export const sourceRecords: RecordKind<SourceRow> = {
  kind: 'sources',
  file: /^sources(-[a-z]+)*\.csv$/,
  columns: [
    'id',
    'title',
    'publisher',
    'date',
    'datePrecision',
    'url',
    'kind',
    'reliability',
    'licence',
    'note',
    'sha256',
  ],
  schema,
  key: (row) => row.id,
  sourced: false,
};

export const sourceFacts: FactKind = {
  kind: 'sources',
  load: 'load/sources',
  existing: 'read/imports/existing-sources',
  remove: 'load/remove-sources',
  dependsOn: [],
  facts: (tables, origin) =>
    tables.sources.map(({ key: id, row }) =>
      makeFact({ key: id, keyProperty: 'id', origin, evidence: null, properties: row }),
    ),
};
