import type { FeedAdjacency } from '../matrix/feed-adjacency.ts';
import { markAt, positionAt } from '../matrix/typed-array-access.ts';

/**
 * Segments whose removal breaks the chain apart (articulation points of the undirected graph of feeds), ascending.
 * Hopcroft and Tarjan's algorithm without recursion; O(segments + feeds). Source: reference formulas, `articulation`.
 */
export function articulationSegments(feeds: FeedAdjacency, segments: number): readonly number[] {
  const neighbours = undirectedNeighbours(feeds, segments);
  const NONE = -1;
  const number = new Int32Array(segments).fill(NONE);
  const low = new Int32Array(segments);
  const next = new Int32Array(segments);
  const cut = new Uint8Array(segments);
  let counter = 0;
  for (let root = 0; root < segments; root++) {
    if (positionAt(number, root) !== NONE) continue;
    let rootBranches = 0;
    const path: number[] = [];
    const enter = (segment: number): void => {
      number[segment] = counter;
      low[segment] = counter;
      counter++;
      path.push(segment);
    };
    enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const above = path.at(-2);
      const neighbour = neighbours[top]?.[positionAt(next, top)];
      if (neighbour !== undefined) {
        next[top] = positionAt(next, top) + 1;
        if (positionAt(number, neighbour) === NONE) {
          if (top === root) rootBranches++;
          enter(neighbour);
        } else if (neighbour !== above) {
          low[top] = Math.min(positionAt(low, top), positionAt(number, neighbour));
        }
        continue;
      }
      path.pop();
      if (above === undefined) continue;
      low[above] = Math.min(positionAt(low, above), positionAt(low, top));
      if (above !== root && positionAt(low, top) >= positionAt(number, above)) cut[above] = 1;
    }
    if (rootBranches > 1) cut[root] = 1;
  }
  return Array.from(cut.keys()).filter((segment) => markAt(cut, segment) === 1);
}

function undirectedNeighbours(feeds: FeedAdjacency, segments: number): readonly (readonly number[])[] {
  return Array.from({ length: segments }, (_none, s) => {
    const around = new Set<number>();
    for (const rows of [feeds.buyers, feeds.suppliers]) {
      for (let k = positionAt(rows.start, s); k < positionAt(rows.start, s + 1); k++)
        around.add(positionAt(rows.neighbour, k));
    }
    return [...around];
  });
}
