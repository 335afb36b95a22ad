import { combine, type ScoreComponent } from '../matrix/composite-score.ts';

/** One entry of a ranked answer, as far as its place goes. */
export interface RankedEntry {
  /** Public id; breaks ties. */
  readonly id: string;
  /** Entries of a lower group come first whatever their score (0 = feasible, ...). */
  readonly group: number;
  readonly components: readonly ScoreComponent[];
}

/** An entry that carries its score; null = no component known, which comes last within its group. */
export interface ScoredEntry {
  readonly id: string;
  readonly group: number;
  readonly score: number | null;
}

/** Group, then score from high to low, then id by code units: the one order of every ranked answer. */
export function compareRanked(a: ScoredEntry, b: ScoredEntry): number {
  if (a.group !== b.group) return a.group - b.group;
  if (a.score !== b.score) {
    if (a.score === null) return 1;
    if (b.score === null) return -1;
    return b.score - a.score;
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Ids in the order that the entries take when each component's weight is multiplied by its factor (by name). */
export function orderUnderFactors(entries: readonly RankedEntry[], factors: ReadonlyMap<string, number>): string[] {
  return entries
    .map((entry) => ({
      id: entry.id,
      group: entry.group,
      score: combine(entry.components.map((one) => ({ ...one, weight: one.weight * (factors.get(one.name) ?? 1) })))
        .score,
    }))
    .sort(compareRanked)
    .map((entry) => entry.id);
}

/** Names of the components in the order in which they first appear. */
export function componentNames(entries: readonly RankedEntry[]): string[] {
  return [...new Set(entries.flatMap((entry) => entry.components.map((one) => one.name)))];
}
