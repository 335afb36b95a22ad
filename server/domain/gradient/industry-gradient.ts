import { locationQuotients } from '../gaps/location-quotient.ts';
import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import { totalsOf } from '../matrix/totals.ts';
import type { MatrixTotals } from '../matrix/totals.ts';
import { at, unknowns } from '../matrix/typed-array-access.ts';

/** All regions x segments, 0 upwards; NaN is unknown. */
export interface IndustryGradient {
  /** Location quotient worked out on revenue. */
  readonly quotientOfRevenue: Float64Array;
  /** Comparative labour productivity (比较劳动生产率): (y / Ys) / (x / Xs). */
  readonly comparativeProductivity: Float64Array;
  /** Industry gradient coefficient (产业梯度系数): their product. */
  readonly coefficient: Float64Array;
}

/**
 * Industry gradient: above 1 a candidate to lead or to move out, below 1 a candidate to receive. It mixes two opposite
 * cases (specialised with low productivity, productive but small), so the two factors are shown apart.
 *
 * The productivity and the coefficient are NaN where the size or the revenue is unknown or the size is 0, or a total
 * is 0. All NaN when no revenue is held. Source: reference formulas, `igc` (Liu Jiajun 2017; Fu and Qin 2023).
 */
export function industryGradient(matrix: ChainMatrix, sizeTotals: MatrixTotals): IndustryGradient {
  const segments = matrix.segments.length;
  const revenueTotals = totalsOf(matrix, matrix.revenue);
  const quotientOfRevenue = locationQuotients(matrix, revenueTotals, matrix.revenue);
  const comparativeProductivity = unknowns(matrix.size.length);
  for (let cell = 0; cell < matrix.size.length; cell++) {
    const size = at(matrix.size, cell);
    const segmentRevenue = at(revenueTotals.segment, cell % segments);
    if (!(size > 0) || segmentRevenue === 0) continue;
    const sizeShare = size / at(sizeTotals.segment, cell % segments);
    comparativeProductivity[cell] = at(matrix.revenue, cell) / segmentRevenue / sizeShare;
  }
  return {
    quotientOfRevenue,
    comparativeProductivity,
    coefficient: quotientOfRevenue.map((quotient, cell) => quotient * at(comparativeProductivity, cell)),
  };
}
