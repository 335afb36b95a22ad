import { z } from 'zod';
import { key, list, oneOf, optional, regionCode, text } from '../cell.ts';
import { makeFact, type FactKind } from '../fact.ts';
import type { RecordKind } from '../record-kind.ts';
import { searchProperties } from '../search-text.ts';

const schema = z.object({
  id: key,
  kind: oneOf(['REGIONAL_TITLE', 'INDUSTRY_CLUSTER', 'CRAFT', 'FAIR', 'EVENT', 'APPLICATION_FIELD']),
  nameZh: text,
  nameEn: optional(text),
  regions: list(regionCode),
  segments: list(key),
  measures: list(key),
  note: optional(text),
});

export type AssetRow = z.infer<typeof schema>;

/** Titles, local clusters, crafts, fairs, events and application fields that the texts name. */
export const assetRecords: RecordKind<AssetRow> = {
  kind: 'assets',
  file: /^assets\.csv$/,
  columns: ['id', 'kind', 'nameZh', 'nameEn', 'regions', 'segments', 'measures', 'note'],
  schema,
  key: (row) => row.id,
  sourced: true,
  references: (row) => [
    ...row.regions.map((code) => ({ column: 'regions', to: 'regions', key: code })),
    ...row.segments.map((code) => ({ column: 'segments', to: 'segments', key: code })),
    ...row.measures.map((id) => ({ column: 'measures', to: 'measures', key: id })),
  ],
};

export const assetFacts: FactKind = {
  kind: 'assets',
  load: 'load/assets',
  existing: 'read/imports/existing-assets',
  remove: 'load/remove-assets',
  dependsOn: ['regions', 'segments', 'measures'],
  facts: (tables, origin) =>
    tables.assets.map(({ key: id, row, evidence }) => {
      const { regions, segments, measures, ...properties } = row;
      return makeFact({
        key: id,
        keyProperty: 'id',
        origin,
        evidence,
        properties: { ...properties, ...searchProperties([row.nameZh, row.nameEn]) },
        links: { regions, segments, measures },
      });
    }),
};
