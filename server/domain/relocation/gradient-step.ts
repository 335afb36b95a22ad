import type { ComponentValue } from '../matrix/composite-score.ts';

/**
 * Gradient component (reference formulas, "Relocation of a lot"): max(0, (igc(o,s) - igc(d,s))/(igc(o,s) + igc(d,s))),
 * range [0, 1]: how much higher the industry gradient coefficient is where the lot comes from.
 * Null rule: unknown when either coefficient is NaN, or both are 0.
 */
export function gradientStep(originIgc: number, destinationIgc: number): ComponentValue {
  const step = (originIgc - destinationIgc) / (originIgc + destinationIgc);
  return Number.isNaN(step) ? 'unknown' : Math.max(0, step);
}
