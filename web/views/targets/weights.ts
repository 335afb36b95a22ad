/** Parts of the score in the fixed order in which they are shown everywhere. */
export const PARTS = ['need', 'match', 'size', 'linkage', 'proximity'] as const;
export type PartName = (typeof PARTS)[number];
export type Weights = Readonly<Record<PartName, number>>;

/** Weights in a link: whole hundredths in the fixed order, joined by `-`, for example `25-25-20-15-15`. */
const PATTERN = /^\d{1,3}(-\d{1,3}){4}$/;
const FULL = 100;
const PREFIX = 'target_weight_';

function of(valueOf: (name: PartName, index: number) => number): Weights {
  const [need, match, size, linkage, proximity] = PARTS.map(valueOf);
  return { need: need ?? 0, match: match ?? 0, size: size ?? 0, linkage: linkage ?? 0, proximity: proximity ?? 0 };
}

/** The weights in a link; null when the text is none, out of range, or all zero. */
export function parseWeights(text: string): Weights | null {
  if (!PATTERN.test(text)) return null;
  const numbers = text.split('-').map(Number);
  if (numbers.some((value) => value > FULL) || numbers.every((value) => value === 0)) return null;
  return of((_name, index) => (numbers[index] ?? 0) / FULL);
}

/** The weights for a link. */
export function weightsText(weights: Weights): string {
  return PARTS.map((name) => String(Math.round(weights[name] * FULL))).join('-');
}

/** As parameters of the question. */
export function weightParameters(weights: Weights): { readonly name: string; readonly value: number }[] {
  return PARTS.map((name) => ({ name: PREFIX + name, value: weights[name] }));
}

/** The weights among the parameters that an answer names; null when one is missing. */
export function weightsOf(parameters: readonly { readonly name: string; readonly value: number }[]): Weights | null {
  const found = PARTS.map((name) => parameters.find((one) => one.name === PREFIX + name)?.value);
  return found.some((value) => value === undefined) ? null : of((_name, index) => found[index] ?? 0);
}
