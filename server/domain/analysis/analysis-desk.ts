import { AppError } from '../app-error.ts';
import type { Asked } from '../asked.ts';
import type { FirmDirectory } from '../firms/firm-directory.ts';
import type { MapIndex } from '../map/map-index.ts';
import { requireRegion, requireSegment, requireZone } from '../map/require.ts';
import type { SizeBasis } from '../matrix/chain-matrix.ts';
import type { ObservationShelf } from '../observations/observation-shelf.ts';
import { DEFAULT_PARAMETERS, type AnalyticsParameters } from '../parameters.ts';
import { RELOCATION_COMPONENTS, type RelocationComponentName } from '../relocation/relocation-candidates.ts';
import { answerCompleteness, countedSegments, type CompletenessReply } from './answer-completeness.ts';
import { answerCriticality, type CriticalityReply } from './answer-criticality.ts';
import { answerDisruption, resolveShocks, type DisruptionReply, type ShockAsked } from './answer-disruption.ts';
import { answerGaps, type GapAnswer, type GapQuestion } from './answer-gaps.ts';
import { answerParkAssignment, type AssignmentReply, type LotAsked } from './answer-park-assignment.ts';
import { answerRelocation, type RelocationReply } from './answer-relocation.ts';
import { answerShiftShare, type ShiftShareReply } from './answer-shift-share.ts';
import { answerTargets, type TargetCriteria, type TargetReply } from './answer-targets.ts';
import { chainOnCut, chooseCut, cutWith, treeOf, type ChainOnCut } from './chain-on-cut.ts';
import { chooseBasis } from './choose-basis.ts';
import type { Sentence } from './explained-score.ts';
import { firmPools } from './firm-pool.ts';
import type { HeavyJobRunner } from './heavy-jobs.ts';
import {
  ASSIGNMENT_PARAMETERS,
  COMPLETENESS_PARAMETERS,
  DISRUPTION_PARAMETERS,
  GAP_PARAMETERS,
  RELOCATION_PARAMETERS,
  TARGET_PARAMETERS,
  type ParameterAsked,
} from './parameter-input.ts';
import { rankGaps, type GapRankingReply } from './rank-gaps.ts';
import { workedMatrices, type WorkedMatrix } from './worked-matrix.ts';

/** What grows without bound stays in the graph; questions that need it ask these. */
export interface Records {
  readonly firms: FirmDirectory;
  readonly observations: ObservationShelf;
}

/** The analytical questions, answered on a release. Results are kept by (release, parameters) while they are asked for. */
export interface AnalysisDesk {
  chain(index: MapIndex, cluster: string, cut: readonly string[] | null): ChainOnCut;
  gaps(index: MapIndex, question: GapsAsked): GapAnswer;
  /** The cells of an answer that call for work, by severity, at most `limit` (1 to 100) of them. */
  gapRanking(answer: GapAnswer, limit: number, asked: Asked): Promise<GapRankingReply>;
  completeness(index: MapIndex, question: CompletenessAsked): CompletenessReply;
  criticality(index: MapIndex, question: CutAsked): CriticalityReply;
  relocation(index: MapIndex, question: RelocationAsked, records: Records, asked: Asked): Promise<RelocationReply>;
  targets(index: MapIndex, question: TargetsAsked, records: Records, asked: Asked): Promise<TargetReply>;
  disruption(index: MapIndex, question: DisruptionAsked, records: Records, asked: Asked): Promise<DisruptionReply>;
  shiftShare(index: MapIndex, question: ShiftShareAsked, records: Records, asked: Asked): Promise<ShiftShareReply>;
  parkAssignment(index: MapIndex, question: AssignmentAsked, asked: Asked): Promise<AssignmentReply>;
}

/** A question on a cut; null chooses the default cut and basis. */
export interface CutAsked {
  readonly cut: readonly string[] | null;
  readonly basis: SizeBasis | null;
  readonly today: string;
}

export interface GapsAsked extends GapQuestion, CutAsked {
  readonly parameters: readonly ParameterAsked[];
}

export interface CompletenessAsked extends CutAsked {
  /** Null = all prefectures. */
  readonly regions: readonly string[] | null;
  readonly parameters: readonly ParameterAsked[];
}

export interface RelocationAsked {
  /** Null only with a firm: what it mainly does. */
  readonly segment: string | null;
  /** Null only with a firm: where it is. */
  readonly from: string | null;
  readonly firm: string | null;
  /** Null: 粤东, 粤西, 粤北 and the receiving cities elsewhere. */
  readonly zones: readonly string[] | null;
  /** Codes of the only places wanted; null = all. */
  readonly compare: readonly string[] | null;
  readonly limit: number;
  readonly weights: readonly ParameterAsked[];
  readonly parameters: readonly ParameterAsked[];
  readonly lot: { readonly firms: number | null; readonly employees: number | null; readonly landHa: number | null };
  readonly today: string;
}

export interface TargetsAsked {
  readonly segment: string;
  readonly region: string;
  readonly criteria: TargetCriteria;
  readonly whyNot: string | null;
  readonly limit: number;
  readonly parameters: readonly ParameterAsked[];
  readonly today: string;
}

export interface DisruptionAsked extends CutAsked {
  readonly shocks: readonly ShockAsked[];
  readonly depth: number | null;
  readonly limit: number;
  readonly parameters: readonly ParameterAsked[];
}

export interface ShiftShareAsked {
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly today: string;
}

export interface AssignmentAsked {
  readonly lots: readonly LotAsked[];
  readonly zones: readonly string[] | null;
  readonly parameters: readonly ParameterAsked[];
  readonly today: string;
}

/** Zones that the opinions name as takers of capacity (measure 4). */
const TAKING_ZONES = ['YUEDONG', 'YUEXI', 'YUEBEI'] as const;

/** Most lots placed at once: what a table can show, and a linear program that takes milliseconds. */
const MAX_LOTS = 100;
/** Most shocks in one what-if. */
const MAX_SHOCKS = 50;
/** More rounds than any cascade on a real chain takes. */
const MAX_DEPTH = 1_000;

export interface DeskOptions {
  /** Runs what may take longer than the event loop can wait. */
  readonly jobs: HeavyJobRunner;
  readonly defaults?: AnalyticsParameters;
}

export function analysisDesk({ jobs, defaults = DEFAULT_PARAMETERS }: DeskOptions): AnalysisDesk {
  const worked = workedMatrices(jobs, defaults);
  const pools = firmPools();
  const defaultZones = new Set<string>(TAKING_ZONES);

  const onCut = (
    index: MapIndex,
    question: CutAsked,
    cut: readonly string[],
    parameters: readonly ParameterAsked[],
    allowed: readonly string[],
  ): WorkedMatrix & { readonly reason: Sentence } => {
    const choice = chooseBasis(index, cut, question.basis);
    const found = worked(index, {
      cut,
      basis: choice.basis,
      zones: defaultZones,
      receiversToo: true,
      today: question.today,
      parameters,
      allowed,
    });
    return { ...found, reason: choice.reason };
  };

  const forMoves = (
    index: MapIndex,
    segments: readonly string[],
    question: {
      readonly zones: readonly string[] | null;
      readonly today: string;
      readonly parameters: readonly ParameterAsked[];
    },
    allowed: readonly string[],
  ): WorkedMatrix & { readonly reason: Sentence } => {
    if (question.zones?.length === 0) {
      throw new AppError(
        'BAD_USER_INPUT',
        'zones must name at least one zone; leave it out for 粤东, 粤西, 粤北 and the receiving cities.',
        'zones',
      );
    }
    const cut = segments.reduce(
      (found, segment) => cutWith(index, found, segment),
      chooseCut(index, treeOf(index), null),
    );
    const choice = chooseBasis(index, cut, null);
    const found = worked(index, {
      cut,
      basis: choice.basis,
      zones: new Set(question.zones?.map((zone) => requireZone(index, zone).code) ?? TAKING_ZONES),
      receiversToo: question.zones === null,
      today: question.today,
      parameters: question.parameters,
      allowed,
    });
    return { ...found, reason: choice.reason };
  };

  return {
    chain: (index, cluster, cut) => chainOnCut(index, cluster, cut),
    gaps: (index, question) => {
      const cut = chooseCut(index, treeOf(index), question.cut);
      const { built, gaps, reason } = onCut(index, question, cut, question.parameters, GAP_PARAMETERS);
      return answerGaps(index, built, gaps, reason, question);
    },
    gapRanking: (answer, limit, asked) => {
      requireLimit(limit, 100);
      return rankGaps(answer, limit, jobs, asked);
    },
    completeness: (index, question) => {
      const whole = chooseCut(index, treeOf(index), question.cut);
      const cut = question.cut === null ? countedSegments(index, whole) : whole;
      const { built, gaps, reason } = onCut(index, question, cut, question.parameters, COMPLETENESS_PARAMETERS);
      const leftOut = whole.filter((code) => !cut.includes(code));
      return answerCompleteness(index, built, gaps, reason, { regions: question.regions, leftOut });
    },
    criticality: (index, question) => {
      const cut = chooseCut(index, treeOf(index), question.cut);
      const { built, gaps, reason } = onCut(index, question, cut, [], []);
      return answerCriticality(index, built, gaps, reason);
    },
    relocation: async (index, question, records, asked) => {
      const { segment, from } = await lotPlace(index, question, records, asked);
      requireLimit(question.limit, 100);
      if (question.compare?.length === 0) {
        throw new AppError(
          'BAD_USER_INPUT',
          'compare must name at least one prefecture; leave it out for all.',
          'compare',
        );
      }
      const compare = question.compare?.map((code) => requirePrefecture(index, code, 'compare').code) ?? null;
      const found = forMoves(index, [segment.code], question, RELOCATION_PARAMETERS);
      const { parameters } = found.gaps;
      return answerRelocation(
        index,
        found.built,
        found.gaps,
        await found.relatedness(asked.signal),
        { ...parameters, relocationWeights: weightsFrom(parameters, question.weights) },
        {
          segment,
          from,
          firms: positive(question.lot.firms ?? 1, 'lot.firms'),
          employees: question.lot.employees === null ? null : positive(question.lot.employees, 'lot.employees'),
          landHa: question.lot.landHa === null ? null : positive(question.lot.landHa, 'lot.landHa'),
          limit: question.limit,
          compare: compare === null ? null : new Set(compare),
        },
      );
    },
    targets: async (index, question, records, asked) => {
      const segment = requireSegment(index, question.segment);
      const region = requirePrefecture(index, question.region, 'region');
      requireLimit(question.limit, 100);
      const found = forMoves(
        index,
        [segment.code],
        { zones: null, today: question.today, parameters: question.parameters },
        TARGET_PARAMETERS,
      );
      const pool = await pools(index.map.release.id, records, question.whyNot, asked);
      return answerTargets(index, found.built, found.gaps, await found.relatedness(asked.signal), pool, {
        segment,
        region,
        criteria: question.criteria,
        whyNot: question.whyNot,
        limit: question.limit,
      });
    },
    disruption: async (index, question, records, asked) => {
      requireLimit(question.limit, 100);
      requireCount(question.shocks.length, MAX_SHOCKS, 'shocks');
      if (question.depth !== null) requireWhole(question.depth, 1, MAX_DEPTH, 'depth');
      const base = chooseCut(index, treeOf(index), question.cut);
      const resolved = await resolveShocks(index, question.shocks, base, records, asked);
      const { built, gaps, reason } = onCut(index, question, resolved.cut, question.parameters, DISRUPTION_PARAMETERS);
      return answerDisruption(index, built, gaps.parameters, reason, resolved, question, (job) =>
        jobs.run('what-if', job, asked.signal),
      );
    },
    shiftShare: (index, question, records, asked) => {
      const cut = chooseCut(index, treeOf(index), null);
      const { built } = onCut(index, { cut: null, basis: null, today: question.today }, cut, [], []);
      return answerShiftShare(index, built, question, records.observations, asked);
    },
    parkAssignment: async (index, question, asked) => {
      requireCount(question.lots.length, MAX_LOTS, 'lots');
      const lots = question.lots.map((lot, position) => {
        const where = `lots[${position}]`;
        return {
          segment: requireSegment(index, lot.segment, `${where}.segment`),
          from: requirePrefecture(index, lot.from, `${where}.from`),
          landHa: lot.landHa === null ? null : positive(lot.landHa, `${where}.landHa`),
          firms: positive(lot.firms ?? 1, `${where}.firms`),
          employees: lot.employees === null ? null : positive(lot.employees, `${where}.employees`),
        };
      });
      requireOneCut(
        index,
        lots.map((lot) => lot.segment.code),
      );
      const found = forMoves(
        index,
        lots.map((lot) => lot.segment.code),
        question,
        ASSIGNMENT_PARAMETERS,
      );
      return answerParkAssignment(index, found.built, found.gaps, await found.relatedness(asked.signal), lots, (job) =>
        jobs.run('park-assignment', job, asked.signal),
      );
    },
  };
}

/** What moves and from where: as asked, else as the firm's own records say. */
async function lotPlace(index: MapIndex, question: RelocationAsked, records: Records, asked: Asked) {
  let { segment, from } = question;
  if (question.firm !== null) {
    const { firm, firms } = { firm: question.firm, firms: records.firms };
    const [found, places, segments] = await Promise.all([
      firms.byIds([firm], asked),
      firms.placesOf([firm], asked),
      firms.segmentsOf([firm], asked),
    ]);
    if (!found.has(firm)) {
      throw new AppError('BAD_USER_INPUT', `There is no firm ${firm}; firms { ... } lists them.`, 'firm');
    }
    const does = segments.get(firm) ?? [];
    segment ??= (does.find((one) => one.main === true) ?? does[0])?.segment ?? null;
    const at = (places.get(firm) ?? []).flatMap((place) => {
      const code = index.prefectureOf(place.region);
      return code !== undefined && index.prefectures.some((region) => region.code === code)
        ? [{ code, operating: place.kind === 'OPERATING' }]
        : [];
    });
    from ??= (at.find((place) => place.operating) ?? at[0])?.code ?? null;
    if (segment === null) {
      throw new AppError('BAD_USER_INPUT', `No source says what ${firm} makes; name the segment.`, 'segment');
    }
    if (from === null) {
      throw new AppError('BAD_USER_INPUT', `${firm} has no known place in Guangdong; name from.`, 'from');
    }
  }
  if (segment === null)
    throw new AppError('BAD_USER_INPUT', 'Name a segment, or a firm that stands for one.', 'segment');
  if (from === null) throw new AppError('BAD_USER_INPUT', 'Name from, or a firm that is somewhere.', 'from');
  return { segment: requireSegment(index, segment), from: requirePrefecture(index, from, 'from') };
}

function requirePrefecture(index: MapIndex, code: string, where: string) {
  const region = requireRegion(index, code, where);
  if (!index.prefectures.includes(region)) {
    throw new AppError(
      'BAD_USER_INPUT',
      `${region.nameZh} (${region.code}) is no prefecture of Guangdong; the sources count firms by prefecture. Ask for the prefecture.`,
      where,
    );
  }
  return region;
}

/** Lots are placed on one cut: a segment and a part of it cannot stand side by side. */
function requireOneCut(index: MapIndex, segments: readonly string[]): void {
  const asked = new Set(segments);
  for (const code of asked) {
    const above = index.ancestors(code).find((ancestor) => asked.has(ancestor));
    if (above !== undefined) {
      throw new AppError('BAD_USER_INPUT', `${code} is a part of ${above}; name lots at one level.`, 'lots');
    }
  }
}

function requireLimit(limit: number, most: number): void {
  requireWhole(limit, 1, most, 'limit');
}

function requireWhole(value: number, least: number, most: number, where: string): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new AppError(
      'BAD_USER_INPUT',
      `${where} must be a whole number from ${least} to ${most}; it was ${value}.`,
      where,
    );
  }
}

function requireCount(count: number, most: number, where: string): void {
  if (count < 1 || count > most) {
    throw new AppError('BAD_USER_INPUT', `${where} must hold 1 to ${most} entries; it held ${count}.`, where);
  }
}

function positive(value: number, where: string): number {
  if (!Number.isFinite(value) || value <= 0) {
    throw new AppError('BAD_USER_INPUT', `${where} must be above 0; it was ${value}.`, where);
  }
  return value;
}

function weightsFrom(
  base: AnalyticsParameters,
  asked: readonly ParameterAsked[],
): Readonly<Record<RelocationComponentName, number>> {
  const weights: Record<RelocationComponentName, number> = { ...base.relocationWeights };
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
