import type { CandidateBlocker } from './candidate.ts';

export type RuleId = 'wastewater' | 'admits' | 'land' | 'stays';

/** A hard rule and the kinds of blockers that come from it. Adding a rule means adding an entry and its words. */
export interface HardRule {
  readonly id: RuleId;
  readonly codes: readonly ((blocker: RuleBlocker) => boolean)[];
}

type RuleBlocker = Pick<CandidateBlocker, 'code' | 'hard'> & { readonly measure: { readonly number: number } | null };

/** The measure of the 2023 opinions that gathers dyeing and washing in parks. */
const WASTEWATER_MEASURE = 19;

const isKind =
  (...kinds: readonly string[]) =>
  (blocker: RuleBlocker): boolean =>
    kinds.includes(blocker.code);
const isWastewater = (blocker: RuleBlocker): boolean => blocker.measure?.number === WASTEWATER_MEASURE;

/** In the order of the page. A missing park counts under waste water where that measure demands the park. */
export const RULES: readonly HardRule[] = [
  {
    id: 'wastewater',
    codes: [
      (blocker) =>
        isWastewater(blocker) &&
        isKind('no-park-accepts', 'no-park-known', 'park-lacks-feature', 'park-feature-unknown')(blocker),
    ],
  },
  {
    id: 'admits',
    codes: [
      (blocker) => !isWastewater(blocker) && isKind('no-park-accepts', 'no-park-known')(blocker),
      isKind('parks-not-loaded', 'park-admission-unknown'),
    ],
  },
  { id: 'land', codes: [isKind('park-full', 'park-too-small', 'park-land-unknown', 'lot-land-unknown')] },
  { id: 'stays', codes: [isKind('segment-stays')] },
];

/** How many candidates a rule bars, and for how many it must be verified; a barred one is not counted twice. */
export function ruleCounts(
  candidates: readonly {
    readonly candidate: { readonly feasibility: string; readonly blockers: readonly RuleBlocker[] };
  }[],
  codes: HardRule['codes'],
): { readonly blocked: number; readonly verify: number } {
  let blocked = 0;
  let verify = 0;
  for (const { candidate } of candidates) {
    const own = candidate.blockers.filter((blocker) => codes.some((matches) => matches(blocker)));
    if (own.length === 0 || candidate.feasibility === 'FEASIBLE') continue;
    if (own.some((blocker) => blocker.hard) && candidate.feasibility === 'BLOCKED') blocked += 1;
    else verify += 1;
  }
  return { blocked, verify };
}
