import type { FeedRows } from '../matrix/feed-adjacency.ts';
import { at, positionAt } from '../matrix/typed-array-access.ts';

export interface ChainPath {
  /** Segments from the first to the last. */
  readonly nodes: readonly number[];
  /** Sum of -ln(weight) over the feeds, 0 upwards: e^-cost is the product of the weights. */
  readonly cost: number;
}

/**
 * The `count` loopless paths of least cost from one segment to another along the feeds, cheapest first, fewer where
 * there are fewer; none when the ends are the same. Cost of a feed: -ln(weight), so the strongest chains come first.
 * Equal costs are ordered by the list of nodes. Yen's algorithm, O(count x segments x (segments^2 + feeds)).
 * Source: reference formulas, `k_shortest`.
 */
export function shortestPaths(buyers: FeedRows, source: number, target: number, count: number): readonly ChainPath[] {
  if (source === target) return [];
  const found: ChainPath[] = [];
  const candidates: ChainPath[] = [];
  const offered = new Set<string>();
  const offer = (path: ChainPath | null): void => {
    if (path === null || offered.has(path.nodes.join(' '))) return;
    offered.add(path.nodes.join(' '));
    candidates.push(path);
  };
  offer(cheapestPath(buyers, [source], target, new Set()));
  while (found.length < count) {
    candidates.sort(byCostThenNodes);
    const path = candidates.shift();
    if (path === undefined) break;
    found.push(path);
    for (let i = 0; i + 1 < path.nodes.length; i++) {
      // Leave the path at node i by a feed that no path found so far takes after the same beginning.
      const beginning = path.nodes.slice(0, i + 1);
      const barred = new Set(
        found
          .filter((other) => beginning.every((node, k) => other.nodes[k] === node))
          .map((other) => other.nodes[i + 1] ?? source),
      );
      offer(cheapestPath(buyers, beginning, target, barred));
    }
  }
  return found;
}

/**
 * Cheapest path that starts with `beginning` (whose nodes it does not visit again) and does not go on from its last
 * node to one of `barred`; null where there is none. Dijkstra with a plain scan: the graph of segments is small.
 */
function cheapestPath(
  buyers: FeedRows,
  beginning: readonly number[],
  target: number,
  barred: ReadonlySet<number>,
): ChainPath | null {
  const last = beginning.at(-1);
  if (last === undefined) return null;
  const cost = new Map<number, number>([[last, pathCost(buyers, beginning)]]);
  const before = new Map<number, number>();
  const closed = new Set(beginning.slice(0, -1));
  for (let node = nearestOpen(cost, closed); node !== undefined; node = nearestOpen(cost, closed)) {
    if (node === target) return { nodes: [...beginning, ...tailTo(target, last, before)], cost: cost.get(target) ?? 0 };
    closed.add(node);
    for (let k = positionAt(buyers.start, node); k < positionAt(buyers.start, node + 1); k++) {
      const buyer = positionAt(buyers.neighbour, k);
      if (closed.has(buyer) || (node === last && barred.has(buyer))) continue;
      const reached = (cost.get(node) ?? 0) - Math.log(at(buyers.weight, k));
      if (reached >= (cost.get(buyer) ?? Number.POSITIVE_INFINITY)) continue;
      cost.set(buyer, reached);
      before.set(buyer, node);
    }
  }
  return null;
}

function nearestOpen(cost: ReadonlyMap<number, number>, closed: ReadonlySet<number>): number | undefined {
  let nearest: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [node, value] of cost) {
    if (closed.has(node)) continue;
    if (value < least || (value === least && nearest !== undefined && node < nearest)) {
      nearest = node;
      least = value;
    }
  }
  return nearest;
}

function tailTo(target: number, last: number, before: ReadonlyMap<number, number>): readonly number[] {
  const tail: number[] = [];
  for (let node: number | undefined = target; node !== undefined && node !== last; node = before.get(node)) {
    tail.push(node);
  }
  return tail.reverse();
}

function pathCost(buyers: FeedRows, nodes: readonly number[]): number {
  let cost = 0;
  for (const [i, node] of nodes.entries()) {
    for (let k = positionAt(buyers.start, node); k < positionAt(buyers.start, node + 1); k++) {
      if (positionAt(buyers.neighbour, k) === nodes[i + 1]) cost -= Math.log(at(buyers.weight, k));
    }
  }
  return cost;
}

function byCostThenNodes(a: ChainPath, b: ChainPath): number {
  if (a.cost !== b.cost) return a.cost - b.cost;
  for (const [i, node] of a.nodes.entries()) {
    const other = b.nodes[i];
    if (other !== undefined && node !== other) return node - other;
  }
  return a.nodes.length - b.nodes.length;
}
