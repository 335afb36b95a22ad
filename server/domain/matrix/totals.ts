import type { ChainMatrix } from './chain-matrix.ts';
import { addAt, at } from './typed-array-access.ts';

/** Sums over the known cells only: Xr a region, Xs a segment, X all; in the unit of the values. 0 where none is known. */
export interface MatrixTotals {
  readonly region: Float64Array;
  readonly segment: Float64Array;
  readonly grand: number;
}

/**
 * Region, segment and grand totals of `values` (default: the size). Unknown cells are left out, not counted as 0:
 * a total is a sum of what is known and can only be compared with totals over the same cells.
 * Source: reference formulas, "Conventions".
 */
export function totalsOf(matrix: ChainMatrix, values: Float64Array = matrix.size): MatrixTotals {
  const columns = matrix.segments.length;
  const region = new Float64Array(matrix.regions.length);
  const segment = new Float64Array(columns);
  let grand = 0;
  for (let r = 0; r < region.length; r++) {
    for (let s = 0; s < columns; s++) {
      const value = at(values, r * columns + s);
      if (Number.isNaN(value)) continue;
      addAt(region, r, value);
      addAt(segment, s, value);
      grand += value;
    }
  }
  return { region, segment, grand };
}
