import { expandFeeds, type FeedKind } from '../chain/feeds.ts';
import { segmentTree } from '../chain/segment-tree.ts';
import type { FeedRow } from './kinds/feeds.ts';
import type { ImportRecord } from './record-kind.ts';
import type { Tables } from './tables.ts';

/** One feed between two leaves, and the stated feed that it follows from. */
export interface LeafFeed {
  readonly source: string;
  readonly target: string;
  readonly kind: FeedKind;
  readonly stated: ImportRecord<FeedRow>;
}

/** The stated feeds spread over the leaves of their ends (see `expandFeeds`), each with its statement and evidence. */
export function leafFeeds(tables: Pick<Tables, 'segments' | 'feeds'>): readonly LeafFeed[] {
  const tree = segmentTree(tables.segments.map(({ key, row }) => ({ code: key, parent: row.parent })));
  const written = tables.feeds.map((stated) => {
    const { from, to, kind } = stated.row;
    return { source: from, target: to, kind, stated };
  });
  return expandFeeds<LeafFeed>(tree, written);
}
