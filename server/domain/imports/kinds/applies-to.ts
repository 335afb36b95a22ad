import { z } from 'zod';
import { key, oneOf, optional, text } from '../cell.ts';
import { makeFact, type FactKind } from '../fact.ts';
import type { Reference, RecordKind } from '../record-kind.ts';

const TARGET_KINDS = { SEGMENT: 'segments', REGION: 'regions', ZONE: 'zones', PARK: 'parks', CHAIN: null } as const;

const schema = z
  .object({
    measure: key,
    kind: oneOf(['SEGMENT', 'REGION', 'ZONE', 'PARK', 'CHAIN']),
    target: optional(key),
    term: text,
  })
  .refine((row) => (row.kind === 'CHAIN') === (row.target === null), {
    path: ['target'],
    message: 'is empty for CHAIN and for nothing else',
  });

export type AppliesToRow = z.infer<typeof schema>;

/** What a measure speaks of, in the words of the text. */
export const appliesToRecords: RecordKind<AppliesToRow> = {
  kind: 'applies-to',
  file: /^applies-to\.csv$/,
  columns: ['measure', 'kind', 'target', 'term'],
  schema,
  key: (row) => `${row.measure}>${row.kind}:${row.target ?? '*'}:${row.term}`,
  sourced: true,
  references: (row): readonly Reference[] => {
    const to = TARGET_KINDS[row.kind];
    return [
      { column: 'measure', to: 'measures', key: row.measure },
      ...(to === null || row.target === null ? [] : [{ column: 'target', to, key: row.target }]),
    ];
  },
};

export const appliesToFacts: FactKind = {
  kind: 'applies-to',
  load: 'load/applies-to',
  existing: 'read/imports/existing-applies-to',
  remove: 'load/remove-applies-to',
  dependsOn: ['measures', 'segments', 'regions', 'zones', 'parks', 'clusters'],
  facts: (tables, origin) => {
    // The whole chain is the tree under one cluster: the one that the roots of the segment tree name.
    const chain = tables.segments.find(({ row }) => row.cluster !== null)?.row.cluster ?? null;
    return tables.appliesTo.map(({ key: factKey, row, evidence }) => {
      const end = (kind: AppliesToRow['kind']): string | null => (row.kind === kind ? row.target : null);
      return makeFact({
        key: factKey,
        keyProperty: 'factKey',
        origin,
        evidence,
        properties: { term: row.term, wholeChain: row.kind === 'CHAIN' },
        links: {
          measure: row.measure,
          segment: end('SEGMENT'),
          region: end('REGION'),
          zone: end('ZONE'),
          park: end('PARK'),
          cluster: row.kind === 'CHAIN' ? chain : null,
        },
      });
    });
  },
};
