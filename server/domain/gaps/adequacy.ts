import { at, unknowns } from '../matrix/typed-array-access.ts';

/**
 * Adequacy of every cell: how far the region has its proportional part of a segment: 0 if there is nothing (x = 0),
 * else min(1, location quotient). 0..1; NaN where the size is unknown. Source: reference formulas, `adequacy`.
 */
export function adequacies(sizes: Float64Array, quotients: Float64Array): Float64Array {
  const result = unknowns(sizes.length);
  for (let cell = 0; cell < sizes.length; cell++) {
    const size = at(sizes, cell);
    if (size === 0) result[cell] = 0;
    else if (!Number.isNaN(size)) result[cell] = Math.min(1, at(quotients, cell));
  }
  return result;
}
