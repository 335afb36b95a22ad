import { NO_CRITERIA, parseCriteria, type Criteria } from './criteria.ts';
import { isFirmKey, parsePicks } from './picks.ts';
import { parseWeights, type Weights } from './weights.ts';

/** What the link says of this view; null = not said. */
export interface TargetsParams {
  readonly criteria: Criteria;
  readonly weights: Weights | null;
  /** Public key of the firm whose details are open. */
  readonly firm: string | null;
  /** Firms picked for a list, in the order picked. */
  readonly picks: readonly string[];
  /** All candidates, not only the first twenty. */
  readonly isAll: boolean;
  /** The saved lists are open. */
  readonly isLists: boolean;
  /** Public key of the saved list that is open. */
  readonly list: string | null;
  /** Public key of the firm whose sheet is open. */
  readonly plan: string | null;
}

const LIST_KEY = /^[A-Za-z0-9-]{1,64}$/;
const isYes = (value: string): boolean => value === '1';

/** Keys of this view in links, each with the test of its value. */
export const TARGETS_PARAMS: Readonly<Record<string, (value: string) => boolean>> = {
  tcriteria: (value) => parseCriteria(value) !== null,
  tweights: (value) => parseWeights(value) !== null,
  tfirm: isFirmKey,
  tpicks: (value) => parsePicks(value) !== null,
  tall: isYes,
  tlists: isYes,
  tlist: (value) => LIST_KEY.test(value),
  tplan: isFirmKey,
};

/** Reads the parameters of this view out of those of the link. */
export function targetsParams(extra: Readonly<Record<string, string>>): TargetsParams {
  const { tcriteria, tweights, tfirm, tpicks, tall, tlists, tlist, tplan } = extra;
  return {
    criteria: (tcriteria === undefined ? null : parseCriteria(tcriteria)) ?? NO_CRITERIA,
    weights: tweights === undefined ? null : parseWeights(tweights),
    firm: tfirm ?? null,
    picks: (tpicks === undefined ? null : parsePicks(tpicks)) ?? [],
    isAll: tall === '1',
    isLists: tlists === '1',
    list: tlist ?? null,
    plan: tplan ?? null,
  };
}
