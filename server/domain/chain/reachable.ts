import type { FeedAdjacency, FeedRows } from '../matrix/feed-adjacency.ts';
import { positionAt } from '../matrix/typed-array-access.ts';

/**
 * Segments that a segment feeds directly or through others, ascending; itself too when it lies on a circle.
 * With `feeds.suppliers` instead of `feeds.buyers`: those that feed it. O(segments + feeds).
 */
export function reachable(rows: FeedRows, segment: number): readonly number[] {
  const found = new Set<number>();
  const open = [segment];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    for (let k = positionAt(rows.start, current); k < positionAt(rows.start, current + 1); k++) {
      const neighbour = positionAt(rows.neighbour, k);
      if (found.has(neighbour)) continue;
      found.add(neighbour);
      open.push(neighbour);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Segments without a supplier, ascending. */
export function chainSources(feeds: FeedAdjacency): readonly number[] {
  return emptyRows(feeds.suppliers);
}

/** Segments without a buyer, ascending. */
export function chainSinks(feeds: FeedAdjacency): readonly number[] {
  return emptyRows(feeds.buyers);
}

function emptyRows(rows: FeedRows): readonly number[] {
  const empty: number[] = [];
  for (let s = 0; s + 1 < rows.start.length; s++)
    if (positionAt(rows.start, s) === positionAt(rows.start, s + 1)) empty.push(s);
  return empty;
}
