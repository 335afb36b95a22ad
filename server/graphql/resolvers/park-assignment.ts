import type { UnplacedRest } from '../../domain/relocation/park-assignment.ts';
import type { Resolvers } from '../generated/schema-types.ts';
import { textIn } from './wording.ts';

const REASONS = {
  'land-unknown': 'LAND_UNKNOWN',
  'no-admissible-park': 'NO_ADMISSIBLE_PARK',
  'park-land-unknown': 'PARK_LAND_UNKNOWN',
  'parks-unverified': 'PARKS_UNVERIFIED',
  'segment-stays': 'SEGMENT_STAYS',
  'capacity-used': 'CAPACITY_USED',
} as const satisfies Record<UnplacedRest['reason'], string>;

const CAUTION = {
  zh: '最优值唯一，方案不唯一；这不是规划，只说明这些批次能否同时找到用地。',
  en: 'The optimum is unique, the solution is not; it is no plan, it only says whether the lots find land together.',
} as const;

/** Lots against the land of parks. */
export const parkAssignmentResolvers: Resolvers = {
  Query: {
    parkAssignment: (_root, { lots, zones, parameters }, { analysis, index, today, asked }) =>
      analysis.parkAssignment(
        index,
        {
          lots: lots.map(({ segment, from, landHa, firms, employees }) => ({
            segment,
            from,
            landHa: landHa ?? null,
            firms: firms ?? null,
            employees: employees ?? null,
          })),
          zones: zones ?? null,
          parameters: parameters ?? [],
          today,
        },
        asked,
      ),
  },
  ParkAssignment: {
    release: (_answer, _args, { index }) => index.map.release,
    parameters: (answer) => [...answer.parameters],
    lots: (answer) => [...answer.lots],
    placed: (answer) => [...answer.placed],
    unplaced: (answer) => [...answer.unplaced],
    parks: (answer) => [...answer.parks],
    caution: (_answer, args) => textIn(CAUTION.zh, CAUTION.en, args),
  },
  UnplacedRest: {
    reason: (rest) => REASONS[rest.reason],
    text: (rest, args) => textIn(rest.text.zh, rest.text.en, args),
  },
};
