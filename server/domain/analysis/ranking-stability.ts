import { combine } from '../matrix/composite-score.ts';
import { rankStability } from '../ranking/rank-stability.ts';
import { compareRanked, type RankedEntry } from '../ranking/ranked-order.ts';
import { seededRandom } from '../ranking/seeded-random.ts';

/** How far a ranked answer hangs on its weights. */
export interface AnswerStability {
  readonly draws: number;
  /** Share of the draws in which the first place stays, 0..1. */
  readonly firstStays: number;
  /** Share of the draws in which the first ten stay the same ten, in whatever order, 0..1. */
  readonly topTenStays: number;
  /** Entries with the very score of the first, in its group: between them the order is by key and says nothing. */
  readonly tiedWithFirst: number;
}

/** Draws of weights: enough that a share is good to about 0.03 (standard error sqrt(0.25/200)), well under 50 ms. */
export const STABILITY_DRAWS = 200;

/** Arbitrary; one for all answers, so that the same question on the same release gives the same figures. */
const SEED = 1;

/** Null with fewer than two entries: there is no order that could change. */
export function answerStability(entries: readonly RankedEntry[]): AnswerStability | null {
  if (entries.length < 2) return null;
  const found = rankStability(entries, STABILITY_DRAWS, seededRandom(SEED));
  const scored = entries
    .map(({ id, group, components }) => ({ id, group, score: combine(components).score }))
    .sort(compareRanked);
  const [first, ...others] = scored;
  const tiedWithFirst = others.filter((one) => one.group === first?.group && one.score === first.score).length;
  return found.firstPlace === null || found.topTen === null
    ? null
    : { draws: found.draws, firstStays: found.firstPlace, topTenStays: found.topTen, tiedWithFirst };
}
