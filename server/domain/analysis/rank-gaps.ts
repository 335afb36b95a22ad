import type { Asked } from '../asked.ts';
import type { ScoreComponent } from '../matrix/composite-score.ts';
import { indistinguishablePairs } from '../ranking/rank-stability.ts';
import { compareRanked, type RankedEntry } from '../ranking/ranked-order.ts';
import type { GapAction, GapAnswer, GapAnswerCell } from './answer-gaps.ts';
import type { HeavyJobRunner } from './heavy-jobs.ts';
import type { AnswerStability } from './ranking-stability.ts';

/** Cells that call for work, from the most severe. */
export interface GapRankingReply {
  readonly entries: readonly RankedGapRow[];
  /** All ranked cells, also those beyond the limit. */
  readonly count: number;
  /** Cells that call for work or for a check and whose severity is not known; they have no place. */
  readonly unscored: number;
  /** Null with fewer than two ranked cells. */
  readonly stability: AnswerStability | null;
}

export interface RankedGapRow {
  readonly rank: number;
  readonly cell: GapAnswerCell;
  readonly notDistinguishableFromFirst: boolean;
  /** Other ranked cells whose ranges overlap this one's. */
  readonly notDistinguishable: number;
}

/** Actions that close or secure something, and the check that comes before them: what a list of gaps is about. */
const CALLS_FOR_WORK: ReadonlySet<GapAction> = new Set(['fill', 'extend', 'stabilise', 'verify']);

/**
 * The cells of an answer that call for work, by severity; equal scores by region, then in chain order. How far the order
 * hangs on the weights is worked out by a heavy job, since a whole matrix on the leaves has over a thousand cells.
 */
export async function rankGaps(
  answer: Pick<GapAnswer, 'cells'>,
  limit: number,
  jobs: HeavyJobRunner,
  asked: Asked,
): Promise<GapRankingReply> {
  const wanted = answer.cells.filter(({ cell }) => CALLS_FOR_WORK.has(cell.action));
  const scored = wanted
    .flatMap((cell, position) => {
      const { value } = cell.severity;
      // Zero-padded, so that ties keep the order of the answer.
      return value === null ? [] : [{ cell, id: String(position).padStart(5, '0'), group: 0, score: value }];
    })
    .sort(compareRanked);
  const entries = scored.map(({ cell, id, group }): RankedEntry => ({
    id,
    group,
    components: cell.severity.components.map(plainComponent),
  }));
  const overlaps = new Array<number>(scored.length).fill(0);
  const overlapsFirst = new Set<number>();
  for (const [a, b] of indistinguishablePairs(
    scored.map(({ cell }) => ({ ...cell.severity, score: cell.severity.value })),
  )) {
    overlaps[a] = (overlaps[a] ?? 0) + 1;
    overlaps[b] = (overlaps[b] ?? 0) + 1;
    if (a === 0) overlapsFirst.add(b);
  }
  return {
    entries: scored.slice(0, limit).map(({ cell }, place) => ({
      rank: place + 1,
      cell,
      notDistinguishableFromFirst: overlapsFirst.has(place),
      notDistinguishable: overlaps[place] ?? 0,
    })),
    count: scored.length,
    unscored: wanted.length - scored.length,
    stability: await jobs.run('rank-stability', { entries }, asked.signal),
  };
}

/** Without the sentences: they are made when they are read and cannot travel to another thread. */
function plainComponent({ name, value, weight }: ScoreComponent): ScoreComponent {
  return { name, value, weight };
}
