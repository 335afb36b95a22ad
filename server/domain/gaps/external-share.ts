import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import { unknowns } from '../matrix/typed-array-access.ts';

/**
 * Share of each cell's purchases of the segment that come from outside the province, 0..1, regions x segments: the
 * entry for the region wins over the one without a region; NaN where there is neither.
 * Source: reference formulas, "Gap classes".
 */
export function externalSharesByCell(matrix: ChainMatrix): Float64Array {
  const columns = matrix.segments.length;
  const result = unknowns(matrix.regions.length * columns);
  for (const entry of matrix.externalShares) {
    if (entry.region !== null) continue;
    for (let r = 0; r < matrix.regions.length; r++) result[r * columns + entry.segment] = entry.share;
  }
  for (const entry of matrix.externalShares) {
    if (entry.region !== null) result[entry.region * columns + entry.segment] = entry.share;
  }
  return result;
}
