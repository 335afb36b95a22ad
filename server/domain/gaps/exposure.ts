import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import type { FeedAdjacency } from '../matrix/feed-adjacency.ts';
import type { MatrixTotals } from '../matrix/totals.ts';
import { at, positionAt, unknowns } from '../matrix/typed-array-access.ts';

/**
 * Exposure of a region to a segment: the part of its other activity that buys from it:
 * sum over the buyers t != s known in r of w(s -> t) x(r, t), divided by the known size of r outside s. 0 upwards
 * (at most 1 as weights are at most 1). NaN where r has nothing known outside s.
 * O(regions x (segments + feeds)). Source: reference formulas, `exposure`.
 */
export function exposures(matrix: ChainMatrix, totals: MatrixTotals, feeds: FeedAdjacency): Float64Array {
  const columns = matrix.segments.length;
  const { start, neighbour, weight } = feeds.buyers;
  const result = unknowns(matrix.size.length);
  for (let r = 0; r < matrix.regions.length; r++) {
    const offset = r * columns;
    for (let s = 0; s < columns; s++) {
      const own = at(matrix.size, offset + s);
      const others = at(totals.region, r) - (Number.isNaN(own) ? 0 : own);
      if (others <= 0) continue;
      let bought = 0;
      for (let k = positionAt(start, s); k < positionAt(start, s + 1); k++) {
        const buyer = positionAt(neighbour, k);
        const size = at(matrix.size, offset + buyer);
        if (buyer !== s && !Number.isNaN(size)) bought += at(weight, k) * size;
      }
      result[offset + s] = bought / others;
    }
  }
  return result;
}
