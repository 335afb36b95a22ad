import type { ChainFeed } from './chain-model.ts';
import { feedId } from './chain-model.ts';

/** Where a segment stands on the path of another: so many links up or down, or beside it as a side input. */
export type PathPlace =
  { readonly way: 'up' | 'down' | 'loop'; readonly steps: number } | { readonly way: 'side'; readonly steps: 1 };

/** What a segment stands on and leads to. */
export interface ChainPath {
  /** Suppliers, suppliers of suppliers, … */
  readonly upstream: ReadonlySet<string>;
  /** Buyers, buyers of buyers, … */
  readonly downstream: ReadonlySet<string>;
  /** Ids of the links on the way, with the side inputs of the segment itself. */
  readonly links: ReadonlySet<string>;
  /** Segments at the other end of the side inputs of the segment itself. */
  readonly side: ReadonlySet<string>;
  /** Place of each segment on the path, by the shortest way; `loop`: both up and down. The segment itself is not in it. */
  readonly places: ReadonlyMap<string, PathPlace>;
}

/** The up- and downstream path of a segment by material links, at most `reach` links each way; reuse loops are not followed. */
export function pathOf(feeds: readonly ChainFeed[], code: string, reach = Number.POSITIVE_INFINITY): ChainPath {
  const links = new Set<string>();
  const walk = (start: 'from' | 'to', end: 'from' | 'to'): Map<string, number> => {
    const found = new Map<string, number>();
    const queue: [string, number][] = [[code, 0]];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [at, steps] = next;
      if (steps >= reach) continue;
      for (const feed of feeds) {
        if (feed.kind !== 'MATERIAL' || feed[start] !== at) continue;
        links.add(feedId(feed));
        if (feed[end] === code || found.has(feed[end])) continue;
        found.set(feed[end], steps + 1);
        queue.push([feed[end], steps + 1]);
      }
    }
    return found;
  };
  const upstream = walk('to', 'from');
  const downstream = walk('from', 'to');
  const side = new Set<string>();
  for (const feed of feeds) {
    if (feed.kind === 'MATERIAL' || (feed.from !== code && feed.to !== code)) continue;
    links.add(feedId(feed));
    side.add(feed.from === code ? feed.to : feed.from);
  }
  const places = new Map<string, PathPlace>([...side].map((other) => [other, { way: 'side', steps: 1 }]));
  for (const [other, steps] of upstream) places.set(other, { way: 'up', steps });
  for (const [other, steps] of downstream) {
    const up = upstream.get(other);
    places.set(other, up === undefined ? { way: 'down', steps } : { way: 'loop', steps: Math.min(up, steps) });
  }
  return { upstream: new Set(upstream.keys()), downstream: new Set(downstream.keys()), links, side, places };
}
