import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import type { MatrixTotals } from '../matrix/totals.ts';
import { at, unknowns } from '../matrix/typed-array-access.ts';

/**
 * Location quotient (区位商) of every cell: lq = (x / Xr) / (Xs / X). Pure number, 0 upwards; 1 = the region has the
 * segment in the proportion of the whole province.
 *
 * Unknown (NaN) where x is unknown, or where the region or the segment has nothing (Xr = 0 or Xs = 0).
 * Values are those of `values` (default: the size), `totals` their totals. Source: reference formulas, `lq`.
 */
export function locationQuotients(
  matrix: ChainMatrix,
  totals: MatrixTotals,
  values: Float64Array = matrix.size,
): Float64Array {
  const columns = matrix.segments.length;
  const result = unknowns(values.length);
  for (let r = 0; r < matrix.regions.length; r++) {
    const regionTotal = at(totals.region, r);
    if (regionTotal === 0) continue;
    for (let s = 0; s < columns; s++) {
      const segmentTotal = at(totals.segment, s);
      if (segmentTotal === 0) continue;
      const cell = r * columns + s;
      result[cell] = at(values, cell) / regionTotal / (segmentTotal / totals.grand);
    }
  }
  return result;
}

/**
 * Location quotient drawn towards 1 as if k employees with the mix of the whole province had been added:
 * (Xr lq + k) / (Xr + k). Only used to claim strength: it raises weak small regions, so it is no measure of a lack.
 *
 * `k` in units of the size (>= 0, `lqShrinkK`). Unknown where lq is. Source: reference formulas, `lq_shrunk`.
 */
export function shrunkLocationQuotients(
  matrix: ChainMatrix,
  totals: MatrixTotals,
  quotients: Float64Array,
  k: number,
): Float64Array {
  const columns = matrix.segments.length;
  return quotients.map((quotient, cell) => {
    const regionTotal = at(totals.region, Math.floor(cell / columns));
    return (regionTotal * quotient + k) / (regionTotal + k);
  });
}
