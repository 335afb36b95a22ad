import { z } from 'zod';
import { flag, key, number, oneOf, optional, text } from '../cell.ts';
import { FEED_KINDS } from '../../chain/feeds.ts';
import { makeFact, type FactKind } from '../fact.ts';
import { leafFeeds } from '../leaf-feeds.ts';
import type { RecordKind } from '../record-kind.ts';

const schema = z.object({
  from: key,
  to: key,
  kind: oneOf(FEED_KINDS),
  weight: optional(number.refine((weight) => weight > 0 && weight <= 1, 'must be above 0 and at most 1')),
  essential: optional(flag),
  note: optional(text),
});

export type FeedRow = z.infer<typeof schema>;

/** Feeds as the sources state them: an end may be a parent, which stands for all its leaves. */
export const feedRecords: RecordKind<FeedRow> = {
  kind: 'feeds',
  file: /^feeds\.csv$/,
  columns: ['from', 'to', 'kind', 'weight', 'essential', 'note'],
  schema,
  key: (row) => `${row.from}>${row.to}:${row.kind}`,
  sourced: true,
  references: (row) => [
    { column: 'from', to: 'segments', key: row.from },
    { column: 'to', to: 'segments', key: row.to },
  ],
};

/** (Segment)-[:FEEDS]->(Segment) between leaves; `statedFrom` and `statedTo` are the ends that the source names. */
export const feedFacts: FactKind = {
  kind: 'feeds',
  load: 'load/feeds',
  existing: 'read/imports/existing-feeds',
  remove: 'load/remove-feeds',
  dependsOn: ['segments'],
  facts: (tables, origin) =>
    leafFeeds(tables).map(({ source, target, stated: { row, evidence } }) =>
      makeFact({
        key: `${source}>${target}:${row.kind}`,
        keyProperty: 'factKey',
        origin,
        evidence,
        properties: {
          kind: row.kind,
          weight: row.weight,
          essential: row.essential,
          note: row.note,
          statedFrom: row.from,
          statedTo: row.to,
        },
        links: { from: source, to: target },
      }),
    ),
};
