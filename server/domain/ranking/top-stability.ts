import { componentNames, orderUnderFactors, type RankedEntry } from './ranked-order.ts';

/** Each weight alone is halved and raised by half (reference formulas, `top_stability`). */
const FACTORS = [0.5, 1.5] as const;

/**
 * Share of the runs, each component's weight alone x 0.5 and x 1.5, in which the first place stays; with the seven
 * components of the relocation score these are 14 runs. Range [0, 1]; null without entries.
 */
export function topStability(entries: readonly RankedEntry[]): number | null {
  const first = orderUnderFactors(entries, new Map())[0];
  if (first === undefined) return null;
  let runs = 0;
  let kept = 0;
  for (const name of componentNames(entries)) {
    for (const factor of FACTORS) {
      runs += 1;
      if (orderUnderFactors(entries, new Map([[name, factor]]))[0] === first) kept += 1;
    }
  }
  return runs === 0 ? null : kept / runs;
}
