import { z } from 'zod';
import { count, key, oneOf, optional, text } from '../cell.ts';
import { makeFact, type FactKind } from '../fact.ts';
import type { RecordKind } from '../record-kind.ts';
import { searchProperties } from '../search-text.ts';

const schema = z.object({
  code: key,
  nameZh: text,
  nameEn: optional(text),
  kind: oneOf(['PILLAR', 'EMERGING']),
  rank: optional(count),
  confidence: oneOf(['CONFIRMED', 'REPORTED']),
});

export type ClusterRow = z.infer<typeof schema>;

/** The strategic industry clusters (战略性产业集群). */
export const clusterRecords: RecordKind<ClusterRow> = {
  kind: 'clusters',
  file: /^clusters\.csv$/,
  columns: ['code', 'nameZh', 'nameEn', 'kind', 'rank', 'confidence'],
  schema,
  key: (row) => row.code,
  sourced: true,
};

export const clusterFacts: FactKind = {
  kind: 'clusters',
  load: 'load/clusters',
  existing: 'read/imports/existing-clusters',
  remove: 'load/remove-clusters',
  dependsOn: [],
  facts: (tables, origin) =>
    tables.clusters.map(({ key: code, row, evidence }) =>
      makeFact({
        key: code,
        keyProperty: 'code',
        origin,
        evidence,
        properties: { ...row, ...searchProperties([row.nameZh, row.nameEn]) },
      }),
    ),
};
