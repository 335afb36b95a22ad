import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import { addAt, at, unknowns } from '../matrix/typed-array-access.ts';

/** Change of a cell's size between two years, taken apart; units of the size, NaN where a year is unknown. */
export interface ShiftShare {
  /** Growth of all, X / X0 - 1; NaN without an earlier size. */
  readonly growth: number;
  /** Growth of each segment; NaN where nothing was there. */
  readonly segmentGrowth: Float64Array;
  /** What the cell would have gained at the growth of all: x0 g. */
  readonly national: Float64Array;
  /** What the growth of its segment adds: x0 (g_s - g). */
  readonly mix: Float64Array;
  /** What is left, the region's own part: (x - x0) - national - mix. */
  readonly regional: Float64Array;
}

/**
 * Shift-share (偏离-份额) over the cells known in both years; growths run over those cells only. Where nothing was there
 * before (x0 = 0), national = mix = 0 and the whole change is regional.
 * Source: reference formulas, "Shift-share" (Dunn 1960).
 */
export function shiftShare(matrix: ChainMatrix): ShiftShare {
  const segments = matrix.segments.length;
  const now = new Float64Array(segments);
  const before = new Float64Array(segments);
  const known = (cell: number): boolean =>
    !Number.isNaN(at(matrix.size, cell)) && !Number.isNaN(at(matrix.earlierSize, cell));
  for (let cell = 0; cell < matrix.size.length; cell++) {
    if (!known(cell)) continue;
    addAt(now, cell % segments, at(matrix.size, cell));
    addAt(before, cell % segments, at(matrix.earlierSize, cell));
  }
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const growth = rate(sum(now), sum(before));
  const segmentGrowth = now.map((value, s) => rate(value, at(before, s)));
  const national = unknowns(matrix.size.length);
  const mix = unknowns(matrix.size.length);
  const regional = unknowns(matrix.size.length);
  for (let cell = 0; cell < matrix.size.length; cell++) {
    if (!known(cell)) continue;
    const earlier = at(matrix.earlierSize, cell);
    national[cell] = earlier === 0 ? 0 : earlier * growth;
    mix[cell] = earlier === 0 ? 0 : earlier * (at(segmentGrowth, cell % segments) - growth);
    regional[cell] = at(matrix.size, cell) - earlier - at(national, cell) - at(mix, cell);
  }
  return { growth, segmentGrowth, national, mix, regional };
}

function rate(now: number, before: number): number {
  return before === 0 ? Number.NaN : now / before - 1;
}
