/** One part of a composite: a number in [0, 1], unknown, or not applicable (cannot exist, so it leaves the sum). */
export type ComponentValue = number | 'unknown' | 'n/a';

export interface ScoreComponent {
  readonly name: string;
  readonly value: ComponentValue;
  /** Weight as asked for; components that are not applicable keep theirs but leave the sums. */
  readonly weight: number;
}

/**
 * A composite as a position in a range.
 * - `score`: over the known parts, their weights rescaled; null when no part is known.
 * - `low`, `high`: with every unknown part at 0 and at 1. low <= score <= high always, and learning an unknown part
 *   keeps the score inside the old range.
 * - `evidence`: known share of the weight, 0..1.
 */
export interface CompositeScore {
  readonly score: number | null;
  readonly low: number;
  readonly high: number;
  readonly evidence: number;
}

/**
 * Combines components (reference formulas, "Combining components"): with W the weight of all that are applicable and
 * K the weight of the known, score = sum(w c)/K, low = sum(w c)/W, high = (sum(w c) + W - K)/W, evidence = K/W.
 * Without any applicable weight nothing can be said: score null, range [0, 1], evidence 0.
 */
export function combine(components: readonly ScoreComponent[]): CompositeScore {
  let applicable = 0;
  let known = 0;
  let sum = 0;
  for (const component of components) {
    if (component.value === 'n/a') continue;
    applicable += component.weight;
    if (component.value === 'unknown') continue;
    known += component.weight;
    sum += component.weight * component.value;
  }
  if (applicable === 0) return { score: null, low: 0, high: 1, evidence: 0 };
  return {
    score: known === 0 ? null : sum / known,
    low: sum / applicable,
    high: (sum + applicable - known) / applicable,
    evidence: known / applicable,
  };
}
