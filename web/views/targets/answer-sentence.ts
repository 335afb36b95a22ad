import type { ExclusionReason } from '../../api/generated/operations.ts';
import { indistinguishableHead } from '../relocation/ranking.ts';

/** A piece of the sentence: words, or a firm that can be opened. */
export type AnswerPiece =
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'firm'; readonly code: string; readonly text: string };

export interface AnswerCandidate {
  readonly code: string;
  readonly name: string;
  readonly score: {
    readonly value: number | null;
    readonly low: number;
    readonly high: number;
    readonly evidence: number;
  };
}

export interface AnswerFacts {
  readonly region: string;
  readonly segment: string;
  readonly count: number;
  /** In the order of the ranking, at most as many as the service lists. */
  readonly candidates: readonly AnswerCandidate[];
  readonly exclusions: readonly { readonly reason: ExclusionReason; readonly count: number }[];
  /** Parts that are not known of any candidate, in words. */
  readonly unknownParts: readonly string[];
}

/** The words that the sentence is made of, in one language. */
export interface AnswerWords {
  readonly join: string;
  readonly clause: string;
  readonly end: string;
  readonly lead: (region: string, segment: string) => string;
  readonly none: string;
  readonly count: (count: number) => string;
  readonly first: string;
  readonly only: string;
  readonly same: (count: number, isAll: boolean) => string;
  readonly tied: (count: number) => string;
  readonly out: (count: number, reasons: string) => string;
  readonly reason: (count: number, reason: string) => string;
  readonly moreReasons: (count: number) => string;
  readonly unknown: (parts: string) => string;
  readonly reasonOf: (reason: ExclusionReason) => string;
}

/** Reasons given before the rest is only counted. */
const REASONS = 3;

/**
 * The answer to "whom do we approach": how many there are, who is first or that the first n cannot be told apart, how
 * many are out and why, what is not known. Between firms whose ranges overlap no order is claimed.
 */
export function answerSentence(facts: AnswerFacts, words: AnswerWords): AnswerPiece[] {
  const { candidates, count } = facts;
  const clauses: AnswerPiece[][] = [
    count === 0 ? [text(words.none)] : [text(words.count(count))],
    ...(count === 0 ? [] : [headClause(candidates, count, words)]),
  ];
  const out = facts.exclusions.reduce((sum, one) => sum + one.count, 0);
  if (out > 0) clauses.push([text(words.out(out, reasons(facts.exclusions, words)))]);
  if (facts.unknownParts.length > 0) clauses.push([text(words.unknown(facts.unknownParts.join(words.join)))]);
  return [
    { kind: 'lead', text: words.lead(facts.region, facts.segment) },
    ...clauses.flatMap((clause, index) => [...(index === 0 ? [] : [text(words.clause)]), ...clause]),
    text(words.end),
  ];
}

function text(words: string): AnswerPiece {
  return { kind: 'text', text: words };
}

function headClause(candidates: readonly AnswerCandidate[], count: number, words: AnswerWords): AnswerPiece[] {
  const [first] = candidates;
  if (first === undefined) return [];
  const firm: AnswerPiece = { kind: 'firm', code: first.code, text: first.name };
  if (count === 1) return [firm, text(words.only)];
  const same = indistinguishableHead(candidates);
  if (same === 1) return [firm, text(words.first)];
  const tied = candidates.filter((one) => one.score.value !== null && one.score.value === first.score.value).length;
  return [text(words.same(same, same === count)), ...(tied > 1 ? [text(words.tied(tied))] : [])];
}

function reasons(exclusions: AnswerFacts['exclusions'], words: AnswerWords): string {
  const byCount = [...exclusions].sort((a, b) => b.count - a.count);
  const shown = byCount.slice(0, REASONS).map(({ reason, count }) => words.reason(count, words.reasonOf(reason)));
  const rest = byCount.slice(REASONS).reduce((sum, one) => sum + one.count, 0);
  return [...shown, ...(rest > 0 ? [words.moreReasons(rest)] : [])].join(words.join);
}
