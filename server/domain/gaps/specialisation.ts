import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import type { MatrixTotals } from '../matrix/totals.ts';
import { addAt, at, unknowns } from '../matrix/typed-array-access.ts';

/**
 * Specialisation of every cell (`presence` of the reference formulas): 1 where the location quotient reaches the
 * threshold (1 by default), else 0; NaN where the quotient is unknown. It says "more than its share", not "occurs":
 * occurrence is a matter of the firm count.
 */
export function specialisations(quotients: Float64Array, threshold: number): Float64Array {
  return quotients.map((quotient) => (Number.isNaN(quotient) ? Number.NaN : quotient >= threshold ? 1 : 0));
}

/**
 * Whether one firm decides a specialisation: 1 if adding or taking away one firm of the segment's mean size, all
 * totals updated, moves the location quotient across the threshold; else 0.
 *
 * Mean size = employees / firms over the cells where both are known. Taking away stops at 0; a cell, region or segment
 * that becomes empty counts as quotient 0. NaN where the quotient is unknown or the segment has no mean size.
 * Source: reference formulas, `fragile`.
 */
export function fragileSpecialisations(
  matrix: ChainMatrix,
  totals: MatrixTotals,
  specialised: Float64Array,
  threshold: number,
): Float64Array {
  const columns = matrix.segments.length;
  const meanSizes = meanFirmSizes(matrix);
  const result = unknowns(matrix.size.length);
  for (let cell = 0; cell < result.length; cell++) {
    const present = at(specialised, cell);
    const r = Math.floor(cell / columns);
    const s = cell % columns;
    const step = at(meanSizes, s);
    if (Number.isNaN(present) || Number.isNaN(step)) continue;
    const size = at(matrix.size, cell);
    const presentAfter = (change: number): number => {
      const after = size + change;
      const region = at(totals.region, r) + change;
      const segment = at(totals.segment, s) + change;
      if (after <= 0 || region <= 0 || segment <= 0) return 0;
      return after / region / (segment / (totals.grand + change)) >= threshold ? 1 : 0;
    };
    result[cell] = presentAfter(step) !== present || presentAfter(-Math.min(step, size)) !== present ? 1 : 0;
  }
  return result;
}

/** Mean size of a firm per segment, over the cells where size and firms are known; NaN without a firm. */
function meanFirmSizes(matrix: ChainMatrix): Float64Array {
  const columns = matrix.segments.length;
  const sizes = new Float64Array(columns);
  const firms = new Float64Array(columns);
  for (let cell = 0; cell < matrix.size.length; cell++) {
    const size = at(matrix.size, cell);
    const count = at(matrix.firms, cell);
    if (Number.isNaN(size) || Number.isNaN(count)) continue;
    addAt(sizes, cell % columns, size);
    addAt(firms, cell % columns, count);
  }
  return sizes.map((size, s) => size / at(firms, s));
}
