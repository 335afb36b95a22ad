import { invariant, unreachable } from '../app-error.ts';
import type { CellCoverage } from '../matrix/chain-matrix.ts';
import type { AnalyticsParameters } from '../parameters.ts';

/**
 * Classes of a cell, in the order in which they are tried; the first match wins.
 * - `unknown`: nothing can be said (see the reason). Never a gap.
 * - `likely-missing` (疑似缺失): a sample covers the cell, holds no record of it, and would very probably hold one.
 * - `missing`: no firm, and demand arises here. `absent-no-demand`: no firm, and no known demand.
 * - `weak`, `dependent`, `concentrated`, `strong`: the first flag. `ok`: no flag.
 */
export const GAP_CLASSES = [
  'unknown',
  'likely-missing',
  'missing',
  'absent-no-demand',
  'weak',
  'dependent',
  'concentrated',
  'strong',
  'ok',
] as const;
export type GapClass = (typeof GAP_CLASSES)[number];

export const GAP_FLAGS = ['weak', 'dependent', 'concentrated', 'strong'] as const;
export type GapFlag = (typeof GAP_FLAGS)[number];

/** 待核实, 补链, 延链, 稳链, 强链, nothing to do. `likely-missing` asks for `verify` first (待核实/补链). */
export const GAP_ACTIONS = ['verify', 'fill', 'extend', 'stabilise', 'strengthen', 'none'] as const;
export type GapAction = (typeof GAP_ACTIONS)[number];

/** Why a cell is `unknown`, or what `likely-missing` rests on (`unseen`). */
export type UnknownReason = Exclude<CellCoverage, 'observed'>;

export interface GapVerdict {
  readonly class: GapClass;
  /** All flags that hold, in the order of `GAP_FLAGS`. */
  readonly flags: readonly GapFlag[];
  readonly action: GapAction;
  readonly reason: UnknownReason | null;
}

/** What a verdict rests on; every number may be NaN (unknown). */
export interface CellFacts {
  readonly coverage: CellCoverage;
  readonly size: number;
  readonly firms: number;
  readonly beta: number;
  readonly demandShare: number;
  readonly externalShare: number;
  readonly largestFirmShare: number;
  readonly shrunkQuotient: number;
  readonly fragile: number;
  readonly upstreamPresence: number;
  readonly feedsNothing: boolean;
  /** Probability that the sample shows none although supply follows demand; NaN for a cell that is not `unseen`. */
  readonly probabilityUnseen: number;
}

/**
 * Class, flags, action and reason of one cell (reference formulas, "Gap classes", and the product's rule for sampled
 * coverage). An unknown number never meets a threshold, so it raises no flag and makes no gap.
 *
 * A firm count that is not stated beside a known size is read off the size: 0 means nobody, more means somebody, and
 * then only the largest share can make the cell concentrated.
 */
export function classifyCell(facts: CellFacts, parameters: AnalyticsParameters): GapVerdict {
  if (Number.isNaN(facts.size)) return unknownVerdict(facts, parameters);

  const extendsChain = facts.feedsNothing && facts.upstreamPresence >= parameters.extendUpstream;
  if (isEmptyCell(facts)) {
    // A demand share that is unknown is not above 0: no claim of a gap is made on it.
    return facts.demandShare > 0
      ? verdict('missing', extendsChain ? 'extend' : 'fill')
      : verdict('absent-no-demand', extendsChain ? 'extend' : 'none');
  }

  const found = VERDICTS[flagBits(facts, parameters)];
  invariant(found !== undefined, 'every set of flags has a verdict');
  return extendsChain ? found.extending : found.usual;
}

/** Nobody is there: no firm, or an observed size of 0 where the firm count is not stated. */
export function isEmptyCell(facts: Pick<CellFacts, 'size' | 'firms'>): boolean {
  return facts.firms === 0 || (Number.isNaN(facts.firms) && facts.size === 0);
}

function unknownVerdict(facts: CellFacts, parameters: AnalyticsParameters): GapVerdict {
  if (facts.coverage === 'unseen') {
    const likely = facts.probabilityUnseen < parameters.likelyMissingProbability;
    return verdict(likely ? 'likely-missing' : 'unknown', 'verify', 'unseen');
  }
  // Firms that are known by name but not counted are there too: `size-unknown`, whatever their number.
  const present = facts.coverage === 'size-unknown' || !Number.isNaN(facts.firms);
  return verdict('unknown', 'verify', present ? 'size-unknown' : 'no-coverage');
}

/** No flag: one list for all, as most cells have none. */
const NO_FLAGS: readonly GapFlag[] = [];

function verdict(className: GapClass, action: GapAction, reason: UnknownReason | null = null): GapVerdict {
  return { class: className, flags: NO_FLAGS, action, reason };
}

/** The flags that hold, one bit each in the order of `GAP_FLAGS`. */
function flagBits(facts: CellFacts, parameters: AnalyticsParameters): number {
  let bits = 0;
  if (facts.beta < parameters.weakBeta) bits |= 1;
  if (facts.externalShare >= parameters.dependentShare) bits |= 2;
  if (facts.firms <= parameters.concentratedMaxFirms || facts.largestFirmShare >= parameters.concentratedTop1) {
    bits |= 4;
  }
  if (facts.shrunkQuotient >= parameters.strongLq && facts.beta >= parameters.strongBeta && facts.fragile !== 1) {
    bits |= 8;
  }
  return bits;
}

/** Verdicts by flag bits, made once: a large matrix has many cells and few verdicts. */
const VERDICTS: readonly { readonly usual: GapVerdict; readonly extending: GapVerdict }[] = Array.from(
  { length: 2 ** GAP_FLAGS.length },
  (_none, bits) => {
    const flags = GAP_FLAGS.filter((_flag, position) => (bits & (1 << position)) !== 0);
    const [first] = flags;
    const of = (extendsChain: boolean): GapVerdict => ({
      class: first ?? 'ok',
      flags,
      action: actionOfFlag(first, extendsChain),
      reason: null,
    });
    return { usual: of(false), extending: of(true) };
  },
);

function actionOfFlag(flag: GapFlag | undefined, extendsChain: boolean): GapAction {
  switch (flag) {
    case undefined:
      return 'none';
    case 'weak':
      return extendsChain ? 'extend' : 'fill';
    case 'dependent':
    case 'concentrated':
      return 'stabilise';
    case 'strong':
      return 'strengthen';
    default:
      return unreachable(flag);
  }
}
