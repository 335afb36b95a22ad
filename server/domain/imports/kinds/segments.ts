import { z } from 'zod';
import { count, flag, industryCode, key, list, optional, text } from '../cell.ts';
import { makeFact, type FactKind } from '../fact.ts';
import type { RecordKind } from '../record-kind.ts';
import { searchProperties } from '../search-text.ts';

const schema = z
  .object({
    code: key,
    nameZh: text,
    nameEn: optional(text),
    parent: optional(key),
    cluster: optional(key),
    level: count,
    gbt4754: list(industryCode),
    gbt4754Part: list(industryCode),
    statistical: flag,
    aliases: list(text),
    note: optional(text),
  })
  .superRefine((row, context) => {
    const fault = (column: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [column], message });
    };
    if ((row.parent === null) === (row.cluster === null)) {
      fault('parent', 'a segment has either a parent, or (a root) a cluster');
    }
    const unlisted = row.gbt4754Part.filter((code) => !row.gbt4754.includes(code));
    if (unlisted.length > 0) fault('gbt4754Part', 'lists only codes that stand in gbt4754 too');
  });

export type SegmentRow = z.infer<typeof schema>;

/** The segment tree; `level` is the depth, 1 at the roots, and is checked against the parents. */
export const segmentRecords: RecordKind<SegmentRow> = {
  kind: 'segments',
  file: /^segments\.csv$/,
  columns: [
    'code',
    'nameZh',
    'nameEn',
    'parent',
    'cluster',
    'level',
    'gbt4754',
    'gbt4754Part',
    'statistical',
    'aliases',
    'note',
  ],
  schema,
  key: (row) => row.code,
  sourced: true,
  references: (row) => [
    ...(row.parent === null ? [] : [{ column: 'parent', to: 'segments', key: row.parent }]),
    ...(row.cluster === null ? [] : [{ column: 'cluster', to: 'clusters', key: row.cluster }]),
  ],
};

export const segmentFacts: FactKind = {
  kind: 'segments',
  load: 'load/segments',
  existing: 'read/imports/existing-segments',
  remove: 'load/remove-segments',
  dependsOn: ['clusters'],
  selfLinks: ['parent'],
  facts: (tables, origin) =>
    tables.segments.map(({ key: code, row, evidence }) => {
      const { parent, cluster, ...properties } = row;
      return makeFact({
        key: code,
        keyProperty: 'code',
        origin,
        evidence,
        properties: { ...properties, ...searchProperties([row.nameZh, row.nameEn, ...row.aliases, row.code]) },
        links: { parent, cluster },
      });
    }),
};
