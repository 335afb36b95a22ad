import type { ChainFeed } from './chain-model.ts';
import { feedId } from './chain-model.ts';

/** Everything that a segment stands on and leads to. */
export interface ChainPath {
  /** Suppliers, suppliers of suppliers, … */
  readonly upstream: ReadonlySet<string>;
  /** Buyers, buyers of buyers, … */
  readonly downstream: ReadonlySet<string>;
  /** Ids of the links on the way, with the side inputs of the segment itself. */
  readonly links: ReadonlySet<string>;
  /** Segments at the other end of the side inputs of the segment itself. */
  readonly side: ReadonlySet<string>;
}

/** The whole up- and downstream path of a segment by material links; reuse loops are not followed. */
export function pathOf(feeds: readonly ChainFeed[], code: string): ChainPath {
  const links = new Set<string>();
  const walk = (start: 'from' | 'to', end: 'from' | 'to'): Set<string> => {
    const found = new Set<string>();
    const queue = [code];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      for (const feed of feeds) {
        if (feed.kind !== 'MATERIAL' || feed[start] !== next) continue;
        links.add(feedId(feed));
        if (feed[end] === code || found.has(feed[end])) continue;
        found.add(feed[end]);
        queue.push(feed[end]);
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
  return { upstream, downstream, links, side };
}
