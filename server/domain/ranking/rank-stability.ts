import type { CompositeScore } from '../matrix/composite-score.ts';
import { componentNames, orderUnderFactors, type RankedEntry } from './ranked-order.ts';

/** A source of numbers in [0, 1); the caller seeds it, so that an answer can be repeated. */
export type RandomSource = () => number;

export interface RankStability {
  readonly draws: number;
  /** Share of the draws in which the first place stays; null without entries. */
  readonly firstPlace: number | null;
  /** Share of the draws in which the first ten are the same ten, in whatever order; null without entries. */
  readonly topTen: number | null;
  /** Mean number of the first ten that stay among them; null without entries. */
  readonly topTenKept: number | null;
}

/** Entries that count as "the top". Origin: the product's check of its rankings (top 10). */
const TOP = 10;

/** Every weight is multiplied by a number drawn evenly from here. Origin: the product's check of its rankings. */
const DRAW = { low: 0.5, high: 1.5 } as const;

/**
 * How far a ranking hangs on its weights: in each draw all weights are multiplied by independent U(0.5, 1.5) and the
 * entries are ranked anew. The same draw holds for every entry. Null rule: null without entries or without draws.
 * It says nothing about errors in the facts; ranges (low, high) do.
 */
export function rankStability(entries: readonly RankedEntry[], draws: number, random: RandomSource): RankStability {
  const base = orderUnderFactors(entries, new Map());
  const first = base[0];
  if (first === undefined || draws <= 0) return { draws: 0, firstPlace: null, topTen: null, topTenKept: null };
  const top = new Set(base.slice(0, TOP));
  const names = componentNames(entries);
  let firstKept = 0;
  let topKept = 0;
  let members = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const factors = new Map(names.map((name) => [name, DRAW.low + (DRAW.high - DRAW.low) * random()]));
    const order = orderUnderFactors(entries, factors);
    if (order[0] === first) firstKept += 1;
    let kept = 0;
    for (const id of order.slice(0, TOP)) if (top.has(id)) kept += 1;
    members += kept;
    if (kept === top.size) topKept += 1;
  }
  return { draws, firstPlace: firstKept / draws, topTen: topKept / draws, topTenKept: members / draws };
}

/**
 * Which entries cannot be told from which: pairs of positions (i < j) whose ranges [low, high] overlap, where at least
 * one of the two is open. Two entries of which everything is known are told apart by any difference of their scores;
 * only equal scores are not.
 */
export function indistinguishablePairs(scores: readonly CompositeScore[]): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  scores.forEach((a, i) => {
    scores.slice(i + 1).forEach((b, offset) => {
      if (a.low <= b.high && b.low <= a.high) pairs.push([i, i + 1 + offset]);
    });
  });
  return pairs;
}
