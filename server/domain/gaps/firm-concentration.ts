import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import { at, unknowns } from '../matrix/typed-array-access.ts';

export interface FirmConcentration {
  /** Herfindahl-Hirschman index: sum of the squared shares of the firms, 0..1. */
  readonly hhi: Float64Array;
  /** Share of the largest firm, 0..1. */
  readonly top1: Float64Array;
}

/**
 * Concentration of every cell on its firms. NaN without firms, when the size of one firm is unknown, when fewer or more
 * sizes are held than firms are counted (the shares would not be those of the cell), or when all sizes are 0.
 * With up to 4 firms the index is at least 0.25 by arithmetic, so it is a graded component and no flag.
 * Source: reference formulas, `firm_hhi`, `firm_top1`.
 */
export function firmConcentrations(matrix: ChainMatrix): FirmConcentration {
  const hhi = unknowns(matrix.size.length);
  const top1 = unknowns(matrix.size.length);
  for (const [cell, sizes] of matrix.firmSizes) {
    const firms = at(matrix.firms, cell);
    if (!Number.isNaN(firms) && firms !== sizes.length) continue;
    hhi[cell] = herfindahl(sizes);
    top1[cell] = largestShare(sizes);
  }
  return { hhi, top1 };
}

/** Sum of squared shares, 0..1; NaN for an empty list, an unknown entry or a sum of 0. */
export function herfindahl(sizes: Float64Array): number {
  let sum = 0;
  let squares = 0;
  for (const size of sizes) {
    sum += size;
    squares += size * size;
  }
  return squares / (sum * sum);
}

function largestShare(sizes: Float64Array): number {
  let sum = 0;
  let largest = 0;
  for (const size of sizes) {
    sum += size;
    largest = Math.max(largest, size);
  }
  return largest / sum;
}
