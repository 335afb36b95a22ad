import { AppError } from '../app-error.ts';
import { gapMatrix, type GapMatrix } from '../gaps/gap-matrix.ts';
import type { MapIndex } from '../map/map-index.ts';
import { requireRegion, requireSegment, requireZone } from '../map/require.ts';
import type { SizeBasis } from '../matrix/chain-matrix.ts';
import { DEFAULT_PARAMETERS, type AnalyticsParameters } from '../parameters.ts';
import { RELOCATION_COMPONENTS, type RelocationComponentName } from '../relocation/relocation-candidates.ts';
import { answerGaps, type GapAnswer, type GapQuestion } from './answer-gaps.ts';
import { answerRelocation, type RelocationReply } from './answer-relocation.ts';
import { buildMatrix, type MapMatrix } from './build-matrix.ts';
import { chainOnCut, chooseCut, cutFeeds, cutWith, treeOf, type ChainOnCut } from './chain-on-cut.ts';
import { chooseBasis } from './choose-basis.ts';

/** The analytical questions, answered on a release. Results are kept by (release, parameters) while they are asked for. */
export interface AnalysisDesk {
  chain(index: MapIndex, cluster: string, cut: readonly string[] | null): ChainOnCut;
  gaps(index: MapIndex, question: GapsAsked): GapAnswer;
  relocation(index: MapIndex, question: RelocationAsked): RelocationReply;
}

export interface GapsAsked extends GapQuestion {
  readonly cut: readonly string[] | null;
  readonly basis: SizeBasis | null;
  readonly today: string;
}

export interface RelocationAsked {
  readonly segment: string;
  readonly from: string;
  /** Null: 粤东, 粤西, 粤北 and the receiving cities elsewhere. */
  readonly zones: readonly string[] | null;
  readonly limit: number;
  readonly weights: readonly { readonly name: string; readonly value: number }[];
  readonly lot: { readonly firms: number | null; readonly employees: number | null; readonly landHa: number | null };
  readonly today: string;
}

/** Zones that the opinions name as takers of capacity (measure 4). */
const TAKING_ZONES = ['YUEDONG', 'YUEXI', 'YUEBEI'] as const;

/**
 * Under sample coverage "two firms or fewer" says nothing about concentration: the sample leaves firms out. The rule is
 * switched off by 0 and echoed as such.
 */
const CONCENTRATED_MAX_FIRMS_IN_A_SAMPLE = 0;

/**
 * Prior of the shrunk location quotient when firms are counted: 10 firms with the mix of the province, in the place of
 * the 1,000 jobs of the reference parameters (about 100 jobs a firm).
 */
const LQ_SHRINK_FIRMS = 10;

/** Results kept at once: a page asks for a handful of cuts and bases. */
const KEPT_RESULTS = 32;

export function analysisDesk(defaults: AnalyticsParameters = DEFAULT_PARAMETERS): AnalysisDesk {
  const kept = new Map<string, { readonly built: MapMatrix; readonly gaps: GapMatrix }>();

  const work = (
    index: MapIndex,
    cut: readonly string[],
    basis: SizeBasis,
    zones: ReadonlySet<string>,
    receiversToo: boolean,
    today: string,
  ) => {
    const key = JSON.stringify([index.map.release.id, cut, basis, [...zones].sort(), receiversToo, today]);
    const found = kept.get(key);
    if (found !== undefined) {
      // Moves to the end: the oldest unused goes first.
      kept.delete(key);
      kept.set(key, found);
      return found;
    }
    const built = buildMatrix(index, {
      cut,
      basis,
      feeds: cutFeeds(index, treeOf(index), cut),
      destinationZones: zones,
      receiversToo,
      today,
    });
    const sampled = built.knowledge.some((cell) => cell.coverage === 'SAMPLE');
    const parameters: AnalyticsParameters = {
      ...defaults,
      ...(basis === 'FIRMS' ? { lqShrinkK: LQ_SHRINK_FIRMS } : {}),
      ...(sampled ? { concentratedMaxFirms: CONCENTRATED_MAX_FIRMS_IN_A_SAMPLE } : {}),
    };
    const result = { built, gaps: gapMatrix(built.matrix, parameters) };
    kept.set(key, result);
    const oldest = kept.keys().next();
    if (kept.size > KEPT_RESULTS && oldest.done !== true) kept.delete(oldest.value);
    return result;
  };

  return {
    chain: (index, cluster, cut) => chainOnCut(index, cluster, cut),
    gaps: (index, question) => {
      const cut = chooseCut(index, treeOf(index), question.cut);
      const choice = chooseBasis(index, cut, question.basis);
      const { built, gaps } = work(index, cut, choice.basis, new Set(TAKING_ZONES), true, question.today);
      return answerGaps(index, built, gaps, choice.reason, question);
    },
    relocation: (index, question) => {
      const segment = requireSegment(index, question.segment);
      const from = requireRegion(index, question.from, 'from');
      if (!index.prefectures.includes(from)) {
        throw new AppError(
          'BAD_USER_INPUT',
          `${from.nameZh} (${from.code}) is no prefecture of Guangdong; the sources count firms by prefecture. Ask for the prefecture.`,
          'from',
        );
      }
      if (!Number.isInteger(question.limit) || question.limit < 1 || question.limit > 100) {
        throw new AppError(
          'BAD_USER_INPUT',
          `limit must be a whole number from 1 to 100; it was ${question.limit}.`,
          'limit',
        );
      }
      if (question.zones?.length === 0) {
        throw new AppError(
          'BAD_USER_INPUT',
          'zones must name at least one zone; leave it out for 粤东, 粤西, 粤北 and the receiving cities.',
          'zones',
        );
      }
      const zones = new Set(question.zones?.map((zone) => requireZone(index, zone).code) ?? TAKING_ZONES);
      const cut = cutWith(index, chooseCut(index, treeOf(index), null), segment.code);
      const { basis } = chooseBasis(index, cut, null);
      const { built, gaps } = work(index, cut, basis, zones, question.zones === null, question.today);
      return answerRelocation(
        index,
        built,
        gaps,
        { ...defaults, relocationWeights: weightsFrom(defaults, question.weights) },
        {
          segment,
          from,
          firms: positive(question.lot.firms ?? 1, 'lot.firms'),
          employees: question.lot.employees === null ? null : positive(question.lot.employees, 'lot.employees'),
          landHa: question.lot.landHa === null ? null : positive(question.lot.landHa, 'lot.landHa'),
          limit: question.limit,
        },
      );
    },
  };
}

function positive(value: number, where: string): number {
  if (!Number.isFinite(value) || value <= 0) {
    throw new AppError('BAD_USER_INPUT', `${where} must be above 0; it was ${value}.`, where);
  }
  return value;
}

function weightsFrom(
  defaults: AnalyticsParameters,
  asked: readonly { readonly name: string; readonly value: number }[],
): Readonly<Record<RelocationComponentName, number>> {
  const weights: Record<RelocationComponentName, number> = { ...defaults.relocationWeights };
  for (const { name, value } of asked) {
    const component = RELOCATION_COMPONENTS.find((candidate) => candidate === name);
    if (component === undefined) {
      throw new AppError(
        'BAD_USER_INPUT',
        `There is no component ${name}; the components are ${RELOCATION_COMPONENTS.join(', ')}.`,
        'weights',
      );
    }
    if (!Number.isFinite(value) || value < 0 || value > 1) {
      throw new AppError('BAD_USER_INPUT', `The weight of ${name} must be from 0 to 1; it was ${value}.`, 'weights');
    }
    weights[component] = value;
  }
  if (Object.values(weights).every((weight) => weight === 0)) {
    throw new AppError('BAD_USER_INPUT', 'At least one weight must be above 0.', 'weights');
  }
  return weights;
}
