import { addAt, at, unknowns } from '../matrix/typed-array-access.ts';

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
 * O(regions x specialised x segments) when all is known. Source: reference formulas, `density`.
 */
export function densities(
  specialised: Float64Array,
  proximity: Float64Array,
  regions: number,
  segments: number,
): Densities {
  const phi = proximity.map((value) => (Number.isNaN(value) ? 0 : value));
  const full = new Float64Array(segments);
  for (let t = 0; t < segments; t++) addRow(full, phi, t, segments);
  const density = unknowns(regions * segments);
  const known = unknowns(regions * segments);
  const inPresent = new Float64Array(segments);
  const inKnown = new Float64Array(segments);
  for (let r = 0; r < regions; r++) {
    inPresent.fill(0);
    inKnown.fill(0);
    for (let t = 0; t < segments; t++) {
      const value = at(specialised, r * segments + t);
      if (Number.isNaN(value)) continue;
      addRow(inKnown, phi, t, segments);
      if (value === 1) addRow(inPresent, phi, t, segments);
    }
    for (let s = 0; s < segments; s++) {
      const cell = r * segments + s;
      const divisor = at(inKnown, s);
      if (divisor > 0) density[cell] = at(inPresent, s) / divisor;
      if (at(full, s) > 0) known[cell] = divisor / at(full, s);
    }
  }
  return { density, known };
}

function addRow(sums: Float64Array, matrix: Float64Array, row: number, columns: number): void {
  const offset = row * columns;
  for (let s = 0; s < columns; s++) addAt(sums, s, at(matrix, offset + s));
}
