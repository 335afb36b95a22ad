import { z } from 'zod';
import { count, key, oneOf, optional, text } from '../cell.ts';
import { makeFact, type FactKind } from '../fact.ts';
import type { RecordKind } from '../record-kind.ts';
import { searchProperties } from '../search-text.ts';

const schema = z.object({
  id: key,
  policy: key,
  number: count,
  kind: oneOf(['MEASURE', 'SPECIAL_ACTION']),
  chapter: optional(count),
  chapterZh: optional(text),
  headingZh: text,
  headingEn: optional(text),
});

export type MeasureRow = z.infer<typeof schema>;

/** Numbered measures and special actions of a policy. */
export const measureRecords: RecordKind<MeasureRow> = {
  kind: 'measures',
  file: /^measures\.csv$/,
  columns: ['id', 'policy', 'number', 'kind', 'chapter', 'chapterZh', 'headingZh', 'headingEn'],
  schema,
  key: (row) => row.id,
  sourced: true,
  references: (row) => [{ column: 'policy', to: 'policies', key: row.policy }],
};

export const measureFacts: FactKind = {
  kind: 'measures',
  load: 'load/measures',
  existing: 'read/imports/existing-measures',
  remove: 'load/remove-measures',
  dependsOn: ['policies'],
  facts: (tables, origin) =>
    tables.measures.map(({ key: id, row, evidence }) => {
      const { policy, ...properties } = row;
      return makeFact({
        key: id,
        keyProperty: 'id',
        origin,
        evidence,
        properties: { ...properties, ...searchProperties([row.headingZh, row.headingEn]) },
        links: { policy },
      });
    }),
};
