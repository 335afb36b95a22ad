import { addAt, at, unknowns } from '../matrix/typed-array-access.ts';

/**
 * Proximity of each pair of segments, from where they are specialised together:
 * phi(s, t) = regions with both / max(regions with s, regions with t), counted over the regions where the
 * specialisation of both is known. 0..1, symmetric, 0 on the diagonal; NaN where neither occurs in those regions.
 *
 * `specialised` is regions x segments (1, 0, NaN); the result is segments x segments, row-major.
 * O(sum over the regions of specialised x (specialised + unknown)). Source: reference formulas, `proximity`
 * (Hidalgo et al. 2007).
 */
export function proximities(specialised: Float64Array, regions: number, segments: number): Float64Array {
  const together = new Float64Array(segments * segments);
  // withKnown[s, t]: regions with s where t is known. Starts as all the regions with s and loses those where t is not.
  const lost = new Float64Array(segments * segments);
  const withSegment = new Float64Array(segments);
  for (let r = 0; r < regions; r++) {
    const present: number[] = [];
    const unknown: number[] = [];
    for (let s = 0; s < segments; s++) {
      const value = at(specialised, r * segments + s);
      if (value === 1) present.push(s);
      else if (Number.isNaN(value)) unknown.push(s);
    }
    for (const s of present) {
      addAt(withSegment, s, 1);
      countPairs(together, s * segments, present);
      countPairs(lost, s * segments, unknown);
    }
  }
  const result = unknowns(segments * segments);
  for (let s = 0; s < segments; s++) {
    for (let t = 0; t < segments; t++) {
      if (s === t) continue;
      const cell = s * segments + t;
      const withS = (withSegment[s] ?? 0) - (lost[cell] ?? 0);
      const withT = (withSegment[t] ?? 0) - (lost[t * segments + s] ?? 0);
      const larger = withS > withT ? withS : withT;
      if (larger > 0) result[cell] = (together[cell] ?? 0) / larger;
    }
    result[s * segments + s] = 0;
  }
  return result;
}

/** Adds 1 at each listed column of a row: the innermost loop, which reads and writes the array directly. */
function countPairs(counts: Float64Array, row: number, columns: readonly number[]): void {
  for (const t of columns) counts[row + t] = (counts[row + t] ?? 0) + 1;
}
