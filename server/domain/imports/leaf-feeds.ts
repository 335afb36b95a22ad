import type { FeedRow } from './kinds/feeds.ts';
import type { ImportRecord } from './record-kind.ts';
import { parentsOf, withAncestors } from './tree.ts';
import type { Tables } from './tables.ts';

/** One feed between two leaves, and the stated feed that it follows from. */
export interface LeafFeed {
  readonly from: string;
  readonly to: string;
  readonly stated: ImportRecord<FeedRow>;
}

/**
 * Spreads the stated feeds over the leaves of their ends: a feed from or to a parent stands for all its leaves. Where
 * two stated feeds of one kind give the same pair of leaves, the one stated nearer to the leaves wins.
 */
export function leafFeeds(tables: Pick<Tables, 'segments' | 'feeds'>): readonly LeafFeed[] {
  const parents = parentsOf(tables.segments);
  const withChildren = new Set([...parents.values()].filter((parent) => parent !== null));
  const leavesBelow = new Map<string, string[]>();
  const depth = new Map<string, number>();
  for (const { key } of tables.segments) {
    const path = withAncestors(parents, key);
    if (path === 'circle') continue;
    depth.set(key, path.length);
    if (withChildren.has(key)) continue;
    for (const ancestor of path) leavesBelow.set(ancestor, [...(leavesBelow.get(ancestor) ?? []), key]);
  }
  const depthOf = ({ row }: ImportRecord<FeedRow>): number => (depth.get(row.from) ?? 0) + (depth.get(row.to) ?? 0);
  const feeds = new Map<string, LeafFeed>();
  for (const stated of tables.feeds) {
    for (const from of leavesBelow.get(stated.row.from) ?? []) {
      for (const to of leavesBelow.get(stated.row.to) ?? []) {
        const key = `${from}>${to}:${stated.row.kind}`;
        const before = feeds.get(key);
        if (before === undefined || depthOf(before.stated) < depthOf(stated)) feeds.set(key, { from, to, stated });
      }
    }
  }
  return [...feeds.values()];
}
