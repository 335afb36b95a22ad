import { solveLinearSystem } from '../linear-algebra/linear-system.ts';
import type { FeedAdjacency } from '../matrix/feed-adjacency.ts';
import { at, positionAt, unknowns } from '../matrix/typed-array-access.ts';
import { strongComponents } from './strong-components.ts';

/**
 * Structural upstreamness of each segment, 1 upwards: the mean number of stages to the end of the chain when every
 * supplier's output spreads over its buyers by feed weight: U(s) = 1 + sum over t of w(s -> t) / sum of w(s -> .) U(t),
 * 1 for a segment that feeds nothing. Null if some segment cannot reach an end (a circle without a way out).
 *
 * Solved component by component from the ends of the chain, so only the circles cost more than O(segments + feeds).
 * It places a segment on the axis of the chain view; it says nothing about quantity. Source: reference formulas,
 * `structural_upstreamness`.
 */
export function structuralUpstreamness(feeds: FeedAdjacency, segments: number): Float64Array | null {
  const { start, neighbour, weight } = feeds.buyers;
  const result = unknowns(segments);
  for (const component of strongComponents(feeds.buyers, segments)) {
    const n = component.length;
    const position = new Map(component.map((segment, i) => [segment, i]));
    const system = new Float64Array(n * n);
    const right = new Float64Array(n);
    component.forEach((segment, i) => {
      const from = positionAt(start, segment);
      const to = positionAt(start, segment + 1);
      let all = 0;
      for (let k = from; k < to; k++) all += at(weight, k);
      system[i * n + i] = 1;
      right[i] = 1;
      for (let k = from; k < to; k++) {
        const share = at(weight, k) / all;
        const inside = position.get(positionAt(neighbour, k));
        if (inside === undefined) {
          right[i] = at(right, i) + share * at(result, positionAt(neighbour, k));
        } else {
          system[i * n + inside] = at(system, i * n + inside) - share;
        }
      }
    });
    const solved = leadsOut(feeds, component) ? solveLinearSystem(system, right, n) : null;
    if (solved === null) return null;
    component.forEach((segment, i) => {
      result[segment] = at(solved, i);
    });
  }
  return result;
}

/** Whether a component holds an end of the chain or feeds something outside itself. */
function leadsOut(feeds: FeedAdjacency, component: readonly number[]): boolean {
  const { start, neighbour } = feeds.buyers;
  const members = new Set(component);
  return component.some((segment) => {
    const buyers = neighbour.subarray(positionAt(start, segment), positionAt(start, segment + 1));
    return buyers.length === 0 || buyers.some((buyer) => !members.has(buyer));
  });
}
