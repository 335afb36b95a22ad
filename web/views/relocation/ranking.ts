/** Component names in the fixed order in which they are shown everywhere. */
export const COMPONENTS = ['chainFit', 'park', 'policy', 'pairing', 'gradient', 'proximity', 'relatedness'] as const;

export type ComponentName = (typeof COMPONENTS)[number];
export type Weights = Readonly<Record<ComponentName, number>>;
export type Feasibility = 'FEASIBLE' | 'UNVERIFIED' | 'BLOCKED';

/** One part of a score as the service gives it; the value is null unless known. */
export interface Component {
  readonly name: ComponentName;
  readonly state: 'KNOWN' | 'UNKNOWN' | 'NOT_APPLICABLE';
  readonly value: number | null;
}

/** What the order of candidates rests on. */
export interface Rankable {
  /** GB/T 2260 code; breaks ties. */
  readonly code: string;
  readonly feasibility: Feasibility;
  readonly components: readonly Component[];
}

/** A score as a position in a range, all 0..1; `value` null when no part is known. */
export interface ScoreRange {
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  /** Known share of the weight. */
  readonly evidence: number;
}

export interface Ranked<Candidate> {
  readonly candidate: Candidate;
  readonly score: ScoreRange;
  /** Place from 1; null when blocked. */
  readonly rank: number | null;
}

/**
 * The documented combination: with W the weight of all parts that can exist and K that of the known ones, value =
 * sum(w c)/K, low = sum(w c)/W, high = (sum(w c) + W - K)/W, evidence = K/W. An unknown part widens the range and never
 * counts as 0. Without any weight nothing can be said: value null, range 0..1.
 */
export function combine(components: readonly Component[], weights: Weights): ScoreRange {
  let applicable = 0;
  let known = 0;
  let sum = 0;
  for (const component of components) {
    if (component.state === 'NOT_APPLICABLE') continue;
    const weight = weights[component.name];
    applicable += weight;
    if (component.state === 'UNKNOWN' || component.value === null) continue;
    known += weight;
    sum += weight * component.value;
  }
  if (applicable === 0) return { value: null, low: 0, high: 1, evidence: 0 };
  return {
    value: known === 0 ? null : sum / known,
    low: sum / applicable,
    high: (sum + applicable - known) / applicable,
    evidence: known / applicable,
  };
}

const GROUP: Readonly<Record<Feasibility, number>> = { FEASIBLE: 0, UNVERIFIED: 1, BLOCKED: 2 };

/** Feasible, unverified, blocked; inside each by score, an unknown one last; ties by code. Blocked ones get no rank. */
export function rank<Candidate extends Rankable>(
  candidates: readonly Candidate[],
  weights: Weights,
): Ranked<Candidate>[] {
  const scored = candidates.map((candidate) => ({ candidate, score: combine(candidate.components, weights) }));
  scored.sort((a, b) => {
    const group = GROUP[a.candidate.feasibility] - GROUP[b.candidate.feasibility];
    if (group !== 0) return group;
    const scoreA = a.score.value ?? -1;
    const scoreB = b.score.value ?? -1;
    if (scoreA !== scoreB) return scoreB - scoreA;
    return a.candidate.code < b.candidate.code ? -1 : 1;
  });
  return scored.map((one, index) => ({
    ...one,
    rank: one.candidate.feasibility === 'BLOCKED' ? null : index + 1,
  }));
}

/** Each weight alone is halved and raised by half. */
const STABILITY_FACTORS = [0.5, 1.5] as const;

/**
 * Share of the 14 runs (each weight alone x 0.5 and x 1.5) in which the first place stays, 0..1; null with fewer than
 * two candidates, where the question has no meaning.
 */
export function topStability(candidates: readonly Rankable[], weights: Weights): number | null {
  const first = rank(candidates, weights)[0];
  if (first === undefined || candidates.length < 2) return null;
  const runs = COMPONENTS.flatMap((name) =>
    STABILITY_FACTORS.map((factor) => rank(candidates, { ...weights, [name]: weights[name] * factor })[0]),
  );
  const kept = runs.filter((top) => top?.candidate.code === first.candidate.code).length;
  return kept / runs.length;
}

/** Whether the ranges share a point: then the order between the two says nothing. */
export function rangesOverlap(a: ScoreRange, b: ScoreRange): boolean {
  return a.low <= b.high && b.low <= a.high;
}

/**
 * How many of the first entries cannot be told apart: the longest beginning of the list in which every two ranges
 * overlap. At least 1 for a list that is not empty.
 */
export function indistinguishableHead(ranked: readonly { readonly score: ScoreRange }[]): number {
  let count = 0;
  for (const one of ranked) {
    if (!ranked.slice(0, count).every((other) => rangesOverlap(other.score, one.score))) break;
    count += 1;
  }
  return count;
}
