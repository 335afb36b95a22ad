import { at, unknowns } from '../matrix/typed-array-access.ts';

export interface Densities {
  /** 0..1, regions x segments. */
  readonly density: Float64Array;
  /** Share of the proximity that the density rests on, 0..1. */
  readonly known: Float64Array;
}

/**
 * Density (relatedness) of every cell: the share of a segment's proximity that lies in segments in which the region is
 * specialised: sum over t != s of phi(s, t) presence(r, t) / sum of phi(s, t), both over the t whose presence in r is
 * known. NaN where that divisor is 0. `known` is the divisor over the full sum of phi(s, t), NaN where that is 0.
 * A pair without a proximity is left out.
 *
 * `specialised` regions x segments, `proximity` segments x segments with a zero diagonal.
 * O(regions x (specialised + unknown) x segments) where most is known. Source: reference formulas, `density`.
 */
export function densities(
  specialised: Float64Array,
  proximity: Float64Array,
  regions: number,
  segments: number,
): Densities {
  const phi = proximity.map((value) => (Number.isNaN(value) ? 0 : value));
  const full = new Float64Array(segments);
  for (let t = 0; t < segments; t++) addRow(full, phi, t, segments, 1);
  const density = unknowns(regions * segments);
  const known = unknowns(regions * segments);
  const inPresent = new Float64Array(segments);
  const inKnown = new Float64Array(segments);
  for (let r = 0; r < regions; r++) {
    const unknown: number[] = [];
    const others: number[] = [];
    inPresent.fill(0);
    for (let t = 0; t < segments; t++) {
      const value = at(specialised, r * segments + t);
      (Number.isNaN(value) ? unknown : others).push(t);
      if (value === 1) addRow(inPresent, phi, t, segments, 1);
    }
    // The shorter list is summed: what is known, or all without what is not.
    if (unknown.length < others.length) {
      inKnown.set(full);
      for (const t of unknown) addRow(inKnown, phi, t, segments, -1);
    } else {
      inKnown.fill(0);
      for (const t of others) addRow(inKnown, phi, t, segments, 1);
    }
    for (let s = 0; s < segments; s++) {
      const cell = r * segments + s;
      const all = full[s] ?? 0;
      const left = inKnown[s] ?? 0;
      const divisor = left > ROUNDING * all ? left : 0;
      if (divisor > 0) density[cell] = (inPresent[s] ?? 0) / divisor;
      if (all > 0) known[cell] = divisor / all;
    }
  }
  return { density, known };
}

/** Share of the full sum that a difference of sums may be off by rounding; proximities are ratios of small counts. */
const ROUNDING = 1e-12;

/** The innermost loop: reads and writes the arrays directly. */
function addRow(sums: Float64Array, matrix: Float64Array, row: number, columns: number, sign: 1 | -1): void {
  const offset = row * columns;
  for (let s = 0; s < columns; s++) sums[s] = (sums[s] ?? 0) + sign * (matrix[offset + s] ?? 0);
}
