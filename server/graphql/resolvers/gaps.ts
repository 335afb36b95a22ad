import type { GapAction, GapClass } from '../../domain/gaps/gap-class.ts';
import type { Resolvers } from '../generated/schema-types.ts';
import { textIn } from './wording.ts';

const CLASSES = {
  unknown: 'UNKNOWN',
  'likely-missing': 'LIKELY_MISSING',
  missing: 'MISSING',
  'absent-no-demand': 'ABSENT_NO_DEMAND',
  weak: 'WEAK',
  dependent: 'DEPENDENT',
  concentrated: 'CONCENTRATED',
  strong: 'STRONG',
  ok: 'OK',
} as const satisfies Record<GapClass, string>;

const ACTIONS = {
  verify: 'VERIFY',
  fill: 'FILL',
  extend: 'EXTEND',
  stabilise: 'STABILISE',
  strengthen: 'STRENGTHEN',
  none: 'NONE',
} as const satisfies Record<GapAction, string>;

const STATES = {
  observed: 'OBSERVED',
  unseen: 'UNSEEN',
  'size-unknown': 'SIZE_UNKNOWN',
  'no-coverage': 'NO_COVERAGE',
} as const;

/** The gap matrix. */
export const gapResolvers: Resolvers = {
  Query: {
    gaps: (_root, { cut, regions, basis, classes, parameters }, { analysis, index, today }) =>
      analysis.gaps(index, {
        cut: cut ?? null,
        regions: regions ?? null,
        basis: basis ?? null,
        classes:
          classes == null
            ? null
            : Object.entries(CLASSES).flatMap(([name, shown]) => (classes.includes(shown) ? [asClass(name)] : [])),
        parameters: parameters ?? [],
        today,
      }),
  },
  GapMatrix: {
    release: (_answer, _args, { index }) => index.map.release,
    basisReason: (answer, args) => textIn(answer.basisReason.zh, answer.basisReason.en, args),
    cut: (answer, _args, { index }) => answer.cut.flatMap((code) => index.segment(code) ?? []),
    regions: (answer) => [...answer.regions],
    parameters: (answer) => [...answer.parameters],
    cells: (answer) => [...answer.cells],
    ranking: (answer, { limit }, { analysis, asked }) => analysis.gapRanking(answer, limit, asked),
    counts: (answer) => answer.counts.map(({ class: name, count }) => ({ class: CLASSES[name], count })),
  },
  GapRanking: { entries: (ranking) => [...ranking.entries] },
  GapCell: {
    state: ({ knowledge }) => STATES[knowledge.state],
    class: ({ cell }) => CLASSES[cell.class],
    flags: ({ cell }) => cell.flags.map((flag) => CLASSES[flag]),
    reason: ({ cell }) => cell.reason,
    action: ({ cell }) => ACTIONS[cell.action],
    firms: ({ knowledge }) => knowledge.firms,
    namedFirms: ({ knowledge }) => knowledge.namedFirms,
    locationQuotient: ({ cell }) => cell.locationQuotient,
    beta: ({ cell }) => cell.beta,
    supplyShare: ({ cell }) => cell.supplyShare,
    demandShare: ({ cell }) => cell.demandShare,
    expectedFirms: ({ cell }) => cell.expectedInSample,
    absenceProbability: ({ cell }) => cell.probabilityUnseen,
    proportionalFirms: ({ deviation }) => deviation?.proportional ?? null,
    deviationProbability: ({ deviation }) => deviation?.probability ?? null,
    upstreamPresence: ({ cell }) => cell.upstreamPresence,
    downstreamPresence: ({ cell }) => cell.downstreamPresence,
    neighbours: (answer) => [...answer.neighbours],
    facts: (answer) => [...answer.facts],
    measures: (answer) => [...answer.measures],
    sources: (answer) => [...answer.evidence],
  },
  Neighbour: {
    state: ({ knowledge }) => STATES[knowledge.state],
    firms: ({ knowledge }) => knowledge.firms,
  },
};

function asClass(name: string): GapClass {
  const known: readonly string[] = Object.keys(CLASSES);
  if (!known.includes(name)) throw new TypeError(`${name} is no gap class`);
  return name as GapClass;
}
