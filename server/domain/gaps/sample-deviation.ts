/** How far the count of a sampled cell lies from what the province's mix would give it, and how easily that is chance. */
export interface SampleDeviation {
  /** Firms of the segment that the sample would hold here if the region had the province's mix, above 0. */
  readonly proportional: number;
  /** Probability of a count at least as far on the same side by accident, 0..1. */
  readonly probability: number;
}

/**
 * With Xr firms of the region, Xs of the segment and X of all in the sample, a cell of a region with the province's mix
 * holds Xr·Xs/X of them, give or take what a Poisson count varies. The probability is P(N >= firms) above that number and
 * P(N <= firms) below it. A class that rests on a deviation which chance brings about easily is not firm ground.
 *
 * @param firms counted in the cell, a whole number from 0
 * @returns null where a total is unknown or 0
 */
export function sampleDeviation(
  firms: number,
  regionTotal: number,
  segmentTotal: number,
  total: number,
): SampleDeviation | null {
  const proportional = (regionTotal * segmentTotal) / total;
  if (!Number.isFinite(proportional) || proportional <= 0) return null;
  const probability = firms >= proportional ? 1 - atMost(firms - 1, proportional) : atMost(firms, proportional);
  return { proportional, probability: Math.min(1, Math.max(0, probability)) };
}

/** P(N <= count) of a Poisson number with this mean; summed in logarithms, since e^-mean vanishes for large means. */
function atMost(count: number, mean: number): number {
  let sum = 0;
  let logFactorial = 0;
  for (let n = 0; n <= count; n += 1) {
    if (n > 0) logFactorial += Math.log(n);
    sum += Math.exp(n * Math.log(mean) - mean - logFactorial);
  }
  return sum;
}
