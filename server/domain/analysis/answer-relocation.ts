import { invariant } from '../app-error.ts';
import type { GapMatrix } from '../gaps/gap-matrix.ts';
import { densities } from '../gaps/density.ts';
import { proximities } from '../gaps/proximity.ts';
import { industryGradient } from '../gradient/industry-gradient.ts';
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
import {
  rankedEntry,
  relocationCandidates,
  type RelocationCandidate,
  type RelocationFacts,
} from '../relocation/relocation-candidates.ts';
import type { RelocationLot, RelocationRules } from '../relocation/relocation-lot.ts';
import type { MapMatrix } from './build-matrix.ts';
import { explain, type ExplainedScore, type NamedParameter, type Sentence } from './explained-score.ts';
import { decimal, percent, wholeKm } from './figures.ts';
import { STAYS_RULE, WASTEWATER_RULE } from './policy-rules.ts';

export interface ExplainedBlocker {
  readonly code: Blocker['kind'];
  /** It forbids; otherwise it must be verified. */
  readonly hard: boolean;
  readonly text: Sentence;
  readonly measure: MeasureFact | null;
  readonly park: ParkFact | null;
}

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
}

/**
 * Answers a relocation question on a matrix of the release whose cut holds the segment. Blocked candidates are listed
 * with what blocks them, never dropped; `limit` cuts the list at its end.
 */
export function answerRelocation(
  index: MapIndex,
  built: MapMatrix,
  gaps: GapMatrix,
  parameters: AnalyticsParameters,
  question: RelocationQuestion,
): RelocationReply {
  const { matrix } = built;
  const segment = matrix.segments.indexOf(question.segment.code);
  const origin = built.regionCodes.indexOf(question.from.code);
  invariant(segment >= 0 && origin >= 0, 'the question is about a cell of the matrix');
  const needsTreatment = index.lineage(question.segment.code);
  const wastewater = WASTEWATER_RULE.segments.some(
    (code) => code === question.segment.code || index.ancestors(question.segment.code).includes(code),
  );
  const stays = STAYS_RULE.segments.some((code) => needsTreatment.has(code));
  const rules: RelocationRules = {
    features: wastewater
      ? [
          {
            segments: [segment],
            feature: WASTEWATER_RULE.feature,
            demandedBy: {
              measure: WASTEWATER_RULE.measure,
              clause: index.clauseOf(WASTEWATER_RULE.measure)?.id ?? null,
            },
          },
        ]
      : [],
    stays: stays
      ? [
          {
            segments: [segment],
            areas: [STAYS_RULE.zone],
            demandedBy: { measure: STAYS_RULE.measure, clause: index.clauseOf(STAYS_RULE.measure)?.id ?? null },
          },
        ]
      : [],
  };
  const facts: RelocationFacts = {
    // A list of parks is never complete: no park known is unknown. Where a measure demands a park, the burden of proof
    // is the other way round: without one that is known, the way is barred.
    matrix: { ...matrix, parksLoaded: matrix.regions.map(() => wastewater) },
    segmentTotals: gaps.totals.segment,
    igc: industryGradient(matrix, gaps.totals).coefficient,
    density: densities(
      gaps.specialised,
      proximities(gaps.specialised, matrix.regions.length, matrix.segments.length),
      matrix.regions.length,
      matrix.segments.length,
    ).density,
  };
  const lot: RelocationLot = {
    id: `${question.from.code}/${question.segment.code}`,
    segment,
    origin,
    employees: question.employees,
    firms: question.firms,
    landHa: question.landHa ?? 0,
    requires: [],
  };
  const candidates = relocationCandidates(facts, lot, parameters, rules);
  const shown = candidates.slice(0, question.limit);
  const context: ReplyContext = { index, built, question, candidates };
  let rank = 0;
  return {
    segment: question.segment,
    from: question.from,
    firmsAtOrigin: built.knowledge[origin * matrix.segments.length + segment]?.firms ?? null,
    basis: matrix.basis,
    stays:
      stays && matrix.regions[origin]?.area === STAYS_RULE.zone
        ? explainBlocker(context, {
            kind: 'segment-stays',
            rule: 'stay-in-area',
            demandedBy: { measure: STAYS_RULE.measure, clause: null },
          })
        : null,
    parameters: [
      ...Object.entries(parameters.relocationWeights).map(([name, value]) => ({ name, value })),
      { name: 'distance_decay_km', value: parameters.distanceDecayKm },
      { name: 'lot_firms', value: question.firms },
      ...(question.landHa === null ? [] : [{ name: 'lot_land_ha', value: question.landHa }]),
    ],
    candidates: shown.map((candidate) =>
      replyCandidate(context, candidate, candidate.feasibility === 'blocked' ? null : (rank += 1)),
    ),
    topStability:
      candidates.length < 2 ? null : topStability(candidates.map((candidate) => rankedEntry(matrix, candidate))),
    unknowns: unknownsOf(context),
  };
}

interface ReplyContext {
  readonly index: MapIndex;
  readonly built: MapMatrix;
  readonly question: RelocationQuestion;
  readonly candidates: readonly RelocationCandidate[];
}

function regionAt({ index, built }: ReplyContext, row: number): RegionFact {
  const region = index.region(built.regionCodes[row] ?? '');
  invariant(region !== undefined, `row ${row} of the matrix is a region`);
  return region;
}

function parkAt({ index, built }: ReplyContext, position: number | null): ParkFact | null {
  return position === null ? null : (index.park(built.matrix.parks[position]?.id ?? '') ?? null);
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

const HARD: ReadonlySet<Blocker['kind']> = new Set([
  'no-park-accepts',
  'park-lacks-feature',
  'park-full',
  'segment-stays',
]);

const FEATURE_NAMES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  central_wastewater: { zh: '污水集中处理', en: 'central waste-water treatment' },
  steam: { zh: '集中供热', en: 'steam supply' },
  standard_plant: { zh: '标准厂房', en: 'standard plant' },
};

function explainBlocker(context: ReplyContext, blocker: Blocker): ExplainedBlocker {
  const { index, question } = context;
  const wastewater = WASTEWATER_RULE.segments.some(
    (code) => code === question.segment.code || index.ancestors(question.segment.code).includes(code),
  );
  const measureId = blocker.demandedBy?.measure ?? (wastewater ? WASTEWATER_RULE.measure : null);
  const measure = measureId === null ? null : (index.measure(measureId) ?? null);
  const park = 'park' in blocker ? parkAt(context, blocker.park) : null;
  const words = blockerWords(context, blocker, park, wastewater);
  return {
    code: blocker.kind,
    hard: HARD.has(blocker.kind),
    text: { ...words, evidence: ruleEvidence(index, measure, park) },
    measure,
    park,
  };
}

/** The words of the measure that make the rule, where an application quotes them, else the measure itself. */
function ruleEvidence(index: MapIndex, measure: MeasureFact | null, park: ParkFact | null): readonly EvidenceRef[] {
  if (measure === null) return park === null ? [] : park.evidence;
  const rule =
    measure.id === WASTEWATER_RULE.measure
      ? index.applicationsOf(measure.id).find((fact) => fact.kind === 'SEGMENT' && fact.target === 'D1')
      : index.applicationsOf(measure.id).find((fact) => fact.kind === 'ZONE' && fact.target === STAYS_RULE.zone);
  return rule?.evidence ?? measure.evidence;
}

function blockerWords(
  { question }: ReplyContext,
  blocker: Blocker,
  park: ParkFact | null,
  wastewater: boolean,
): { readonly zh: string; readonly en: string } {
  const name = { zh: park?.nameZh ?? '园区', en: park?.nameEn ?? park?.nameZh ?? 'the park' };
  switch (blocker.kind) {
    case 'no-park-accepts':
      return wastewater
        ? {
            zh: '没有已知的、集中处理污水的印染园区',
            en: 'No dyeing park with central waste-water treatment is known here',
          }
        : { zh: '没有园区接收这个环节', en: 'No park admits the segment' };
    case 'parks-not-loaded':
      return {
        zh: '没有来源列全本地园区：是否有园区接收未知',
        en: 'No source lists all parks here: whether one admits the segment is not known',
      };
    case 'park-admission-unknown':
      return {
        zh: `${name.zh}是否接收${question.segment.nameZh}未知`,
        en: `Whether ${name.en} admits ${question.segment.nameEn ?? question.segment.nameZh} is not known`,
      };
    case 'park-lacks-feature':
    case 'park-feature-unknown': {
      const feature = FEATURE_NAMES[blocker.feature] ?? { zh: blocker.feature, en: blocker.feature };
      return blocker.kind === 'park-lacks-feature'
        ? { zh: `${name.zh}没有${feature.zh}`, en: `${name.en} has no ${feature.en}` }
        : { zh: `${name.zh}有无${feature.zh}未知`, en: `Whether ${name.en} has ${feature.en} is not known` };
    }
    case 'park-full':
      return {
        zh: `${name.zh}可用地 ${decimal(blocker.freeHa, 1)} 公顷，不足`,
        en: `${name.en} has ${decimal(blocker.freeHa, 1)} ha free, too little`,
      };
    case 'park-land-unknown':
      return { zh: `${name.zh}可用地未知`, en: `Free land of ${name.en} is not known` };
    case 'lot-land-unknown':
      return { zh: '未说明需要多少用地', en: 'The land need is not stated' };
    case 'segment-stays':
      return {
        zh: '属高端链条，政策鼓励留在珠三角，不建议转出',
        en: 'A high-end link that the policy wants to keep in the Delta: not proposed to leave',
      };
  }
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
