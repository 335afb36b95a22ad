import type { ExclusionReason as Reason, TargetCriteria } from '../../domain/analysis/answer-targets.ts';
import type { Resolvers, TargetCriteriaInput } from '../generated/schema-types.ts';
import { textIn } from './wording.ts';

const REASONS = {
  'already-in-region': 'ALREADY_IN_REGION',
  'segment-unknown': 'SEGMENT_UNKNOWN',
  'segment-unrelated': 'SEGMENT_UNRELATED',
  'special-treatment': 'SPECIAL_TREATMENT',
  'not-on-list': 'NOT_ON_LIST',
  dissolved: 'DISSOLVED',
  dishonest: 'DISHONEST',
  'segment-stays': 'SEGMENT_STAYS',
  criterion: 'CRITERION',
} as const satisfies Record<Reason, string>;

const ORIGINS = { IN_PROVINCE: 'in-province', OUTSIDE: 'outside' } as const;

const CAUTION = {
  zh: '排序说的是先找谁谈，不预测谁会来；名单是手工汇编的，不是全部企业。',
  en: 'The order says whom to talk to first, not who will come; the list of firms is compiled by hand and not complete.',
} as const;

/** Criteria as the domain knows them; what is left out asks for nothing. */
export function criteriaOf(criteria: TargetCriteriaInput | null | undefined): TargetCriteria {
  return {
    sameSegmentOnly: criteria?.sameSegmentOnly ?? false,
    exchange: criteria?.exchange ?? null,
    minEmployees: criteria?.minEmployees ?? null,
    maxKm: criteria?.maxKm ?? null,
    origin: criteria?.origin == null ? null : ORIGINS[criteria.origin],
    includeFlagged: criteria?.includeFlagged ?? false,
  };
}

/** Target firms. */
export const targetResolvers: Resolvers = {
  Query: {
    targetFirms: (
      _root,
      { segment, region, criteria, whyNot, limit, parameters },
      { analysis, index, firms, observations, today, asked },
    ) =>
      analysis.targets(
        index,
        {
          segment,
          region,
          criteria: criteriaOf(criteria),
          whyNot: whyNot ?? null,
          limit,
          parameters: parameters ?? [],
          today,
        },
        { firms, observations },
        asked,
      ),
  },
  TargetFirms: {
    release: (_answer, _args, { index }) => index.map.release,
    blockers: (answer) => [...answer.blockers],
    parameters: (answer) => [...answer.parameters],
    candidates: (answer) => [...answer.candidates],
    excluded: (answer) => [...answer.excluded],
    exclusionCounts: (answer) =>
      answer.exclusionCounts.map(({ reason, count }) => ({ reason: REASONS[reason], count })),
    unknowns: (answer) => [...answer.unknowns],
    caution: (_answer, args) => textIn(CAUTION.zh, CAUTION.en, args),
  },
  TargetFirm: {
    places: (row) => [...row.places],
    toVerify: (row) => [...row.toVerify],
  },
  ExcludedFirm: {
    reason: (row) => REASONS[row.reason],
    text: (row, args) => textIn(row.text.zh, row.text.en, args),
    sources: (row) => [...row.text.evidence],
  },
  WhyNot: { text: (row, args) => textIn(row.text.zh, row.text.en, args) },
};
