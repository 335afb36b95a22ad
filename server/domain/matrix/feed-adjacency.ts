import type { MatrixFeed } from './chain-matrix.ts';
import { addToPosition, positionAt } from './typed-array-access.ts';

/**
 * The feeds around each segment in compressed rows: those of segment `i` are at positions `start[i]` to
 * `start[i + 1] - 1` of the other arrays. `neighbour` is the segment at the other end.
 */
export interface FeedRows {
  readonly start: Int32Array;
  readonly neighbour: Int32Array;
  readonly weight: Float64Array;
  /** 1 when the feed is essential to the buyer. */
  readonly essential: Uint8Array;
}

export interface FeedAdjacency {
  /** Rows by supplier: whom it feeds. */
  readonly buyers: FeedRows;
  /** Rows by buyer: who feeds it. */
  readonly suppliers: FeedRows;
}

/** Both directions of the feeds, in the order of the list. O(segments + feeds). */
export function feedAdjacency(feeds: readonly MatrixFeed[], segments: number): FeedAdjacency {
  return {
    buyers: rowsBy(
      feeds,
      segments,
      (feed) => feed.source,
      (feed) => feed.target,
    ),
    suppliers: rowsBy(
      feeds,
      segments,
      (feed) => feed.target,
      (feed) => feed.source,
    ),
  };
}

function rowsBy(
  feeds: readonly MatrixFeed[],
  segments: number,
  own: (feed: MatrixFeed) => number,
  other: (feed: MatrixFeed) => number,
): FeedRows {
  const start = new Int32Array(segments + 1);
  for (const feed of feeds) addToPosition(start, own(feed) + 1, 1);
  for (let i = 0; i < segments; i++) addToPosition(start, i + 1, positionAt(start, i));
  const next = start.slice();
  const neighbour = new Int32Array(feeds.length);
  const weight = new Float64Array(feeds.length);
  const essential = new Uint8Array(feeds.length);
  for (const feed of feeds) {
    const position = positionAt(next, own(feed));
    addToPosition(next, own(feed), 1);
    neighbour[position] = other(feed);
    weight[position] = feed.weight;
    essential[position] = feed.essential ? 1 : 0;
  }
  return { start, neighbour, weight, essential };
}
