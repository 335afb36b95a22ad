import { COMPONENTS, type ComponentName, type Weights } from './ranking.ts';

/** Weights in a link: whole hundredths in the fixed order of the components, joined by `-`, for example `30-20-15-10-10-10-5`. */
const PATTERN = /^\d{1,3}(-\d{1,3}){6}$/;
const FULL = 100;

/** The weights in a link; null when the text is none, out of range, or all zero. */
export function parseWeights(text: string): Weights | null {
  if (!PATTERN.test(text)) return null;
  const numbers = text.split('-').map(Number);
  if (numbers.some((value) => value > FULL) || numbers.every((value) => value === 0)) return null;
  return fromEntries((_, index) => (numbers[index] ?? 0) / FULL);
}

/** The weights for a link. */
export function weightsText(weights: Weights): string {
  return COMPONENTS.map((name) => String(Math.round(weights[name] * FULL))).join('-');
}

/** A weight for each component. */
export function fromEntries(valueOf: (name: ComponentName, index: number) => number): Weights {
  const [chainFit, park, policy, pairing, gradient, proximity, relatedness] = COMPONENTS.map(valueOf);
  return {
    chainFit: chainFit ?? 0,
    park: park ?? 0,
    policy: policy ?? 0,
    pairing: pairing ?? 0,
    gradient: gradient ?? 0,
    proximity: proximity ?? 0,
    relatedness: relatedness ?? 0,
  };
}

/** Whether two sets give the same link. */
export function sameWeights(a: Weights, b: Weights): boolean {
  return weightsText(a) === weightsText(b);
}
