import { invariant } from '../app-error.ts';
import type { GapMatrix } from '../gaps/gap-matrix.ts';
import type {
  Entity,
  EvidenceRef,
  MeasureFact,
  ParkFact,
  RegionFact,
  SegmentFact,
  ZoneFact,
} from '../map/industry-map.ts';
import type { MapIndex } from '../map/map-index.ts';
import { reachesRegion } from '../map/measure-reach.ts';
import type { SizeBasis } from '../matrix/chain-matrix.ts';
import { nullIfUnknown } from '../matrix/unknown.ts';
import type { AnalyticsParameters } from '../parameters.ts';
import { topStability } from '../ranking/top-stability.ts';
import type { Blocker, Feasibility } from '../relocation/blocker.ts';
import type { ExplanationPath } from '../relocation/explanation-paths.ts';
import { rankedEntry, relocationCandidates, type RelocationCandidate } from '../relocation/relocation-candidates.ts';
import type { RelocationLot } from '../relocation/relocation-lot.ts';
import type { MapMatrix } from './build-matrix.ts';
import {
  explainBlocker,
  FEATURE_NAMES,
  parkAt,
  type BlockerContext,
  type ExplainedBlocker,
} from './explain-blocker.ts';
import { explain, type ExplainedScore, type NamedParameter, type Sentence } from './explained-score.ts';
import { decimal, percent, wholeKm } from './figures.ts';
import type { Relatedness } from './heavy-jobs.ts';
import { echoParameters, RELOCATION_PARAMETERS } from './parameter-input.ts';
import { answerStability, type AnswerStability } from './ranking-stability.ts';
import { relocationFacts, relocationRules } from './relocation-basis.ts';

export interface ExplainedHop {
  readonly kind: 'segment' | 'neighbour' | 'region' | 'park' | 'measure' | 'department';
  readonly entity: Entity;
  readonly labelZh: string;
  readonly labelEn: string;
  readonly noteZh: string;
  readonly noteEn: string;
  readonly strength: number | null;
  readonly evidence: readonly EvidenceRef[];
}

export interface ExplainedPath {
  readonly strength: number;
  readonly hops: readonly ExplainedHop[];
}

export interface ReplyCandidate {
  readonly rank: number | null;
  readonly region: RegionFact;
  readonly zone: ZoneFact;
  readonly feasibility: Feasibility;
  readonly score: ExplainedScore;
  readonly blockers: readonly ExplainedBlocker[];
  readonly park: ParkFact | null;
  readonly distanceKm: number | null;
  readonly firms: number | null;
  readonly notDistinguishableFrom: readonly RegionFact[];
  readonly measures: readonly MeasureFact[];
  readonly paths: readonly ExplainedPath[];
  readonly missingHop: string | null;
}

export interface RelocationReply {
  readonly segment: SegmentFact;
  readonly from: RegionFact;
  readonly firmsAtOrigin: number | null;
  readonly basis: SizeBasis;
  readonly stays: ExplainedBlocker | null;
  readonly parameters: readonly NamedParameter[];
  readonly candidates: readonly ReplyCandidate[];
  readonly topStability: number | null;
  readonly stability: AnswerStability | null;
  readonly unknowns: readonly Sentence[];
}

export interface RelocationQuestion {
  readonly segment: SegmentFact;
  readonly from: RegionFact;
  readonly firms: number;
  readonly employees: number | null;
  /** Null: the land of parks is not tested. */
  readonly landHa: number | null;
  readonly limit: number;
  /** Codes of the only places wanted; null = all candidates. Scores do not change, as their scales are absolute. */
  readonly compare: ReadonlySet<string> | null;
}

/** Parameters echoed beside the weights, which go by the names of their components. */
const RELOCATION_ECHOED = RELOCATION_PARAMETERS.filter((name) => !name.startsWith('relocation_weight_'));

/**
 * Answers a relocation question on a matrix of the release whose cut holds the segment. Blocked candidates are listed
 * with what blocks them, never dropped; `limit` cuts the list at its end.
 */
export function answerRelocation(
  index: MapIndex,
  built: MapMatrix,
  gaps: GapMatrix,
  related: Relatedness,
  parameters: AnalyticsParameters,
  question: RelocationQuestion,
): RelocationReply {
  const { matrix } = built;
  const segment = matrix.segments.indexOf(question.segment.code);
  const origin = built.regionCodes.indexOf(question.from.code);
  invariant(segment >= 0 && origin >= 0, 'the question is about a cell of the matrix');
  const rules = relocationRules(index, question.segment.code, segment);
  const facts = relocationFacts(index, built, gaps, related, question.segment.code);
  const lot: RelocationLot = {
    id: `${question.from.code}/${question.segment.code}`,
    segment,
    origin,
    employees: question.employees,
    firms: question.firms,
    landHa: question.landHa ?? 0,
    requires: [],
  };
  const all = relocationCandidates(facts, lot, parameters, rules);
  const candidates =
    question.compare === null
      ? all
      : all.filter((candidate) => question.compare?.has(built.regionCodes[candidate.region] ?? '') === true);
  const shown = candidates.slice(0, question.limit);
  const context: ReplyContext = { index, built, segment: question.segment, question, candidates };
  const entries = candidates.map((candidate) => rankedEntry(matrix, candidate));
  const [stay] = rules.stays;
  let rank = 0;
  return {
    segment: question.segment,
    from: question.from,
    firmsAtOrigin: built.knowledge[origin * matrix.segments.length + segment]?.firms ?? null,
    basis: matrix.basis,
    stays:
      stay !== undefined && stay.areas.includes(matrix.regions[origin]?.area ?? '')
        ? explainBlocker(context, { kind: 'segment-stays', rule: 'stay-in-area', demandedBy: stay.demandedBy })
        : null,
    parameters: [
      ...Object.entries(parameters.relocationWeights).map(([name, value]) => ({ name, value })),
      ...echoParameters(parameters, RELOCATION_ECHOED),
      { name: 'lot_firms', value: question.firms },
      ...(question.landHa === null ? [] : [{ name: 'lot_land_ha', value: question.landHa }]),
    ],
    candidates: shown.map((candidate) =>
      replyCandidate(context, candidate, candidate.feasibility === 'blocked' ? null : (rank += 1)),
    ),
    topStability: entries.length < 2 ? null : topStability(entries),
    stability: answerStability(entries),
    unknowns: unknownsOf(context),
  };
}

interface ReplyContext extends BlockerContext {
  readonly index: MapIndex;
  readonly built: MapMatrix;
  readonly question: Omit<RelocationQuestion, 'limit' | 'compare'>;
  readonly candidates: readonly RelocationCandidate[];
}

/** The relocation score of one candidate, taken apart as in `answerRelocation`. */
export function explainedRelocationScore(
  index: MapIndex,
  built: MapMatrix,
  question: Omit<RelocationQuestion, 'limit' | 'compare'>,
  candidate: RelocationCandidate,
): ExplainedScore {
  const context: ReplyContext = { index, built, segment: question.segment, question, candidates: [candidate] };
  const region = regionAt(context, candidate.region);
  return explain(candidate.components, candidate.score, candidate.score.score, (name) =>
    componentFacts(context, candidate, region, name),
  );
}

function regionAt({ index, built }: ReplyContext, row: number): RegionFact {
  const region = index.region(built.regionCodes[row] ?? '');
  invariant(region !== undefined, `row ${row} of the matrix is a region`);
  return region;
}

function replyCandidate(context: ReplyContext, candidate: RelocationCandidate, rank: number | null): ReplyCandidate {
  const { index, built, question, candidates } = context;
  const region = regionAt(context, candidate.region);
  const zone = index.zone(index.yearbookZone(region.code) ?? '');
  invariant(zone !== undefined, `${region.code} belongs to a zone of the yearbook`);
  const knowledge =
    built.knowledge[
      candidate.region * built.matrix.segments.length + built.matrix.segments.indexOf(question.segment.code)
    ];
  return {
    rank,
    region,
    zone,
    feasibility: candidate.feasibility,
    score: explain(candidate.components, candidate.score, candidate.score.score, (name) =>
      componentFacts(context, candidate, region, name),
    ),
    blockers: candidate.blockers
      .filter((blocker) => isWorthSaying(candidate, blocker))
      .map((blocker) => explainBlocker(context, blocker)),
    park: parkAt(context, candidate.bestPark),
    distanceKm: nullIfUnknown(candidate.facts.km),
    firms: knowledge?.firms ?? null,
    notDistinguishableFrom: candidates
      .filter(
        (other) =>
          other !== candidate &&
          other.feasibility === candidate.feasibility &&
          other.score.low <= candidate.score.high &&
          other.score.high >= candidate.score.low,
      )
      .map((other) => regionAt(context, other.region)),
    measures: candidate.measures.flatMap(
      (reach) => index.measure(built.matrix.measures[reach.measure]?.id ?? '') ?? [],
    ),
    paths: candidate.paths.map((path) => explainPath(context, path)),
    missingHop: candidate.missingHops[0]?.hop ?? null,
  };
}

/** In a place without any fitting park, what the other parks lack says nothing more. */
function isWorthSaying(candidate: RelocationCandidate, blocker: Blocker): boolean {
  if (candidate.feasibility !== 'blocked') return true;
  return !blocker.kind.endsWith('unknown') || !candidate.blockers.some((other) => other.kind === 'no-park-accepts');
}

function componentFacts(
  context: ReplyContext,
  candidate: RelocationCandidate,
  region: RegionFact,
  name: string,
): readonly Sentence[] {
  const { index, built, question } = context;
  const { segments } = built.matrix;
  const knowledgeOf = (segment: number) => built.knowledge[candidate.region * segments.length + segment];
  switch (name) {
    case 'chainFit':
      return candidate.neighbours.length === 0
        ? [
            {
              zh: '本地该环节或其上下游未知，配套无法计算。',
              en: 'The segment or its neighbours here are not known, so no fit can be worked out.',
              evidence: [],
            },
          ]
        : candidate.neighbours.map((neighbour) => {
            const fact = index.segment(segments[neighbour.segment] ?? '');
            const known = knowledgeOf(neighbour.segment);
            const side = neighbour.side === 'upstream' ? { zh: '上游', en: 'supplier' } : { zh: '下游', en: 'buyer' };
            return {
              zh: `${side.zh}${fact?.nameZh ?? ''} ${known?.firms ?? 0} 家，迁入后仍够用 ${percent(neighbour.fit)}（权重 ${decimal(neighbour.weight)}）。`,
              en: `${fact?.nameEn ?? fact?.nameZh ?? ''} (${side.en}): ${known?.firms ?? 0} firms, ${percent(neighbour.fit)} of what is proportional after the move (weight ${decimal(neighbour.weight)}).`,
              evidence: known?.evidence ?? [],
            };
          });
    case 'park': {
      const park = parkAt(context, candidate.bestPark);
      return park === null
        ? candidate.blockers
            .filter((blocker) => isWorthSaying(candidate, blocker))
            .map((blocker) => explainBlocker(context, blocker).text)
        : [
            {
              zh: `${park.nameZh}接收${question.segment.nameZh}${question.landHa === null ? '（未测试用地）' : ''}。`,
              en: `${park.nameEn ?? park.nameZh} admits ${question.segment.nameEn ?? question.segment.nameZh}${question.landHa === null ? ' (land not tested)' : ''}.`,
              evidence: [
                ...park.accepts.flatMap((accepts) => accepts.evidence).slice(0, 1),
                ...park.features.flatMap((feature) => feature.evidence).slice(0, 1),
              ],
            },
          ];
    }
    case 'policy':
      return candidate.measures.length === 0
        ? [
            {
              zh: '两份政策没有同时点名这个环节（或全链）与本地。',
              en: 'Neither policy names both the segment (or the whole chain) and the place.',
              evidence: [],
            },
          ]
        : candidate.measures.flatMap((reach) => {
            const measure = index.measure(built.matrix.measures[reach.measure]?.id ?? '');
            if (measure === undefined) return [];
            return [
              {
                zh: `措施 ${measure.number}「${measure.headingZh}」点名${reach.names === 'segment' ? '环节' : '全链'}与${reach.place === 'region' ? '本市' : '所在片区'}。`,
                en: `Measure ${measure.number}, "${measure.headingEn ?? measure.headingZh}", names ${reach.names === 'segment' ? 'the segment' : 'the whole chain'} and ${reach.place === 'region' ? 'the place' : 'its area'}.`,
                evidence: placeWords(index, measure, region),
              },
            ];
          });
    case 'pairing': {
      const pair = index.pairingsOf(region.code).filter((one) => one.to === region.code);
      const own = candidate.facts.paired ? pair.find((one) => one.from === question.from.code) : undefined;
      if (own !== undefined) {
        return [
          {
            zh: `${question.from.nameZh}对口帮扶${region.nameZh}（${own.validFrom ?? ''} 起）。`,
            en: `${question.from.nameEn ?? question.from.nameZh} is paired with ${region.nameEn ?? region.nameZh} (since ${own.validFrom ?? '?'}).`,
            evidence: own.evidence,
          },
        ];
      }
      return [
        {
          zh:
            pair.length === 0
              ? '没有记录到对口帮扶。'
              : `有记录的对口方：${pair.map((one) => `${index.region(one.from)?.nameZh ?? one.from}（${one.validFrom ?? ''} 起）`).join('、')}。`,
          en:
            pair.length === 0
              ? 'No pairing is on record.'
              : `Pairings on record: ${pair.map((one) => `${index.region(one.from)?.nameEn ?? one.from} (since ${one.validFrom ?? '?'})`).join(', ')}.`,
          evidence: pair.flatMap((one) => one.evidence),
        },
      ];
    }
    case 'gradient':
      return [
        {
          zh: '没有分市营收数据，产业梯度未知。',
          en: 'No revenue by prefecture is held, so the gradient is not known.',
          evidence: [],
        },
      ].filter(() => Number.isNaN(candidate.facts.originIgc) || Number.isNaN(candidate.facts.destinationIgc));
    case 'proximity': {
      const distance = index.map.distances.find(
        (one) =>
          (one.from === question.from.code && one.to === region.code) ||
          (one.to === question.from.code && one.from === region.code),
      );
      return [
        {
          zh: `直线距离 ${wholeKm(candidate.facts.km)}（市政府驻地间，非路程）。`,
          en: `${wholeKm(candidate.facts.km)} in a straight line (between seats of government, not by road).`,
          evidence: distance?.evidence ?? [],
        },
      ];
    }
    case 'relatedness':
      return Number.isNaN(candidate.facts.density)
        ? [{ zh: '关联度未知。', en: 'Relatedness is not known.', evidence: [] }]
        : [
            {
              zh: `与本地已专业化环节的关联度 ${decimal(candidate.facts.density)}。`,
              en: `Relatedness to what the place is specialised in: ${decimal(candidate.facts.density)}.`,
              evidence: knowledgeOf(segments.indexOf(question.segment.code))?.evidence ?? [],
            },
          ];
    default:
      return [];
  }
}

/** The words by which a measure reaches a place. */
function placeWords(index: MapIndex, measure: MeasureFact, region: RegionFact): readonly EvidenceRef[] {
  const fact = index.applicationsOf(measure.id).find((one) => reachesRegion(index, one, region.code));
  return fact?.evidence ?? measure.evidence;
}

function explainPath(context: ReplyContext, path: ExplanationPath): ExplainedPath {
  const { index, built, question } = context;
  const { matrix } = built;
  const columns = matrix.segments.length;
  const neighbour = index.segment(matrix.segments[path.neighbour] ?? '');
  const region = regionAt(context, path.region);
  const park = parkAt(context, path.park);
  const measure = index.measure(matrix.measures[path.measure]?.id ?? '');
  const department = index.department(path.department);
  invariant(
    neighbour !== undefined && park !== null && measure !== undefined && department !== undefined,
    'every hop of a path is in the map',
  );
  const origin = built.regionCodes.indexOf(question.from.code);
  const atOrigin = built.knowledge[origin * columns + path.segment];
  const there = built.knowledge[path.region * columns + path.neighbour];
  const duty = index
    .dutiesOfClause(index.clauseOf(measure.id)?.id ?? '')
    .find((one) => one.department === department.id && (one.role === 'LEAD') === (path.role === 'lead'));
  const zone = index.zone(index.yearbookZone(region.code) ?? '');
  return {
    strength: path.strength,
    hops: [
      hop(
        'segment',
        question.segment,
        {
          zh: `${question.from.nameZh} ${atOrigin?.firms ?? '?'} 家`,
          en: `${question.from.nameEn ?? question.from.nameZh}: ${atOrigin?.firms ?? '?'} firms`,
        },
        atOrigin?.evidence ?? question.segment.evidence,
        null,
      ),
      hop(
        'neighbour',
        neighbour,
        {
          zh: `${path.link === 'upstream' ? '上游' : '下游'}，${region.nameZh} ${there?.firms ?? '?'} 家`,
          en: `${path.link === 'upstream' ? 'supplier' : 'buyer'}, ${there?.firms ?? '?'} firms there`,
        },
        there?.evidence ?? [],
        path.hops.neighbour,
      ),
      hop(
        'region',
        region,
        {
          zh: `${zone?.nameZh ?? ''}${region.receiver === true ? ' 承接地' : ''}`,
          en: `${zone?.nameEn ?? ''}${region.receiver === true ? ', receiving city' : ''}`,
        },
        region.evidence,
        // The firms of the neighbour are counted here: the step itself takes nothing away.
        1,
      ),
      hop(
        'park',
        park,
        {
          zh: park.features
            .filter((one) => one.present)
            .map((one) => FEATURE_NAMES[one.feature]?.zh ?? one.feature)
            .join('、'),
          en: park.features
            .filter((one) => one.present)
            .map((one) => FEATURE_NAMES[one.feature]?.en ?? one.feature)
            .join(', '),
        },
        [
          ...park.accepts.flatMap((one) => one.evidence).slice(0, 1),
          ...park.features.flatMap((one) => one.evidence).slice(0, 1),
        ],
        path.hops.park,
      ),
      hop(
        'measure',
        measure,
        { zh: `第 ${measure.number} 条`, en: `no. ${measure.number}` },
        placeWords(index, measure, region),
        path.hops.measure,
      ),
      hop(
        'department',
        department,
        {
          zh: path.role === 'lead' ? '牵头' : '参与',
          en: path.role === 'lead' ? 'leads' : 'takes part',
        },
        duty?.evidence ?? department.evidence,
        path.hops.department,
      ),
    ],
  };
}

function hop(
  kind: ExplainedHop['kind'],
  entity: Entity & ({ nameZh: string; nameEn: string | null } | { headingZh: string; headingEn: string | null }),
  note: { readonly zh: string; readonly en: string },
  evidence: readonly EvidenceRef[],
  strength: number | null,
): ExplainedHop {
  const zh = 'nameZh' in entity ? entity.nameZh : entity.headingZh;
  const en = 'nameZh' in entity ? entity.nameEn : entity.headingEn;
  return {
    kind,
    entity,
    labelZh: zh,
    labelEn: en ?? zh,
    noteZh: note.zh,
    noteEn: note.en,
    strength,
    evidence,
  };
}

/** What is not known and would change the answer; each is something to find out. */
function unknownsOf({ candidates, question }: ReplyContext): readonly Sentence[] {
  const sentences: Sentence[] = [];
  const unknown = (name: string): number =>
    candidates.filter((candidate) => candidate.components.some((one) => one.name === name && one.value === 'unknown'))
      .length;
  const total = candidates.length;
  if (unknown('gradient') > 0) {
    sentences.push({
      zh: `产业梯度：${unknown('gradient')}/${total} 地未知（没有分市营收）。`,
      en: `Gradient: not known for ${unknown('gradient')} of ${total} places (no revenue by prefecture).`,
      evidence: [],
    });
  }
  if (unknown('chainFit') > 0) {
    sentences.push({
      zh: `链条配套：${unknown('chainFit')}/${total} 地未知（样本未见或没有统计）。`,
      en: `Chain fit: not known for ${unknown('chainFit')} of ${total} places (unseen in the sample, or not counted).`,
      evidence: [],
    });
  }
  if (unknown('park') > 0) {
    sentences.push({
      zh: `园区条件：${unknown('park')}/${total} 地未知（没有列全园区的来源）。`,
      en: `Parks: not known for ${unknown('park')} of ${total} places (no source lists all parks).`,
      evidence: [],
    });
  }
  if (question.landHa === null) {
    sentences.push({
      zh: '用地：未说明需求，没有测试园区的可用地。',
      en: 'Land: no need is stated, so the free land of parks was not tested.',
      evidence: [],
    });
  }
  sentences.push({
    zh: '成本：没有带日期的用工、用能、地价来源，不计入。',
    en: 'Cost: no dated source of wages, energy or land prices; not counted.',
    evidence: [],
  });
  return sentences;
}
