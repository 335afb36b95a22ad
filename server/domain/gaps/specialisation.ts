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
    const region = at(totals.region, r);
    const segment = at(totals.segment, s);
    const more = presenceAfter(step, size, region, segment, totals.grand, threshold);
    const fewer = presenceAfter(-Math.min(step, size), size, region, segment, totals.grand, threshold);
    result[cell] = more !== present || fewer !== present ? 1 : 0;
  }
  return result;
}

/** Presence after a cell and its totals change by so much. A function of its own: a closure a cell costs more than it. */
function presenceAfter(
  change: number,
  size: number,
  region: number,
  segment: number,
  grand: number,
  threshold: number,
): number {
  if (size + change <= 0 || region + change <= 0 || segment + change <= 0) return 0;
  const quotient = (size + change) / (region + change) / ((segment + change) / (grand + change));
  return quotient >= threshold ? 1 : 0;
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
