import type { FeedFact, FeedKind, SegmentFact } from '../map/industry-map.ts';
import type { MapIndex } from '../map/map-index.ts';
import { AppError } from '../app-error.ts';

/** A segment reached along feeds. */
export interface FeedStep {
  readonly depth: number;
  readonly segment: SegmentFact;
  /** The link by which it was reached first. */
  readonly via: FeedFact;
}

/** Farther than this no chain of the map reaches: its longest path has 6 links. */
export const MAX_FEED_DEPTH = 6;

/**
 * Follows leaf feeds from a segment (from all its leaves) breadth first; each leaf reached once, nearest first, in chain
 * order inside a depth. The starting leaves are never reported.
 *
 * Error: BAD_USER_INPUT when the depth is not from 1 to 6.
 */
export function followFeeds(
  index: MapIndex,
  start: string,
  direction: 'UP' | 'DOWN',
  depth: number,
  kinds: readonly FeedKind[],
): readonly FeedStep[] {
  if (!Number.isInteger(depth) || depth < 1 || depth > MAX_FEED_DEPTH) {
    throw new AppError(
      'BAD_USER_INPUT',
      `depth must be a whole number from 1 to ${MAX_FEED_DEPTH}; it was ${depth}.`,
      'depth',
    );
  }
  const wanted = new Set(kinds);
  const order = new Map(index.map.segments.map((segment, position) => [segment.code, position]));
  const leaves = index.leaves(start);
  const seen = new Set(leaves);
  const steps: FeedStep[] = [];
  let frontier: readonly string[] = leaves;
  for (let level = 1; level <= depth && frontier.length > 0; level += 1) {
    const reached = new Map<string, FeedFact>();
    for (const code of frontier) {
      for (const feed of direction === 'DOWN' ? index.feedsFrom(code) : index.feedsTo(code)) {
        const next = direction === 'DOWN' ? feed.to : feed.from;
        if (wanted.has(feed.kind) && !seen.has(next) && !reached.has(next)) reached.set(next, feed);
      }
    }
    const found = [...reached].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    for (const [code, via] of found) {
      seen.add(code);
      const segment = index.segment(code);
      if (segment !== undefined) steps.push({ depth: level, segment, via });
    }
    frontier = found.map(([code]) => code);
  }
  return steps;
}
