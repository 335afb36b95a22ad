import { AppError, invariant, unreachable } from '../app-error.ts';
import { gapCell, type GapMatrix } from '../gaps/gap-matrix.ts';
import type { EvidenceRef, FirmFact, MeasureFact, RegionFact, SegmentFact } from '../map/industry-map.ts';
import { greatCircleKm, type Point } from '../map/great-circle.ts';
import type { MapIndex } from '../map/map-index.ts';
import type { SizeBasis } from '../matrix/chain-matrix.ts';
import { combine } from '../matrix/composite-score.ts';
import { nullIfUnknown, unknownIfNull } from '../matrix/unknown.ts';
import { compareRanked, type RankedEntry, type ScoredEntry } from '../ranking/ranked-order.ts';
import { parkFit } from '../relocation/park-fit.ts';
import { requiredFeatures } from '../relocation/relocation-lot.ts';
import {
  rankedTarget,
  targetFirms,
  type TargetBar,
  type TargetCandidate,
  type TargetExclusion,
  type TargetFacts,
  type TargetFirm,
} from '../targets/target-firms.ts';
import { answerCell, distinct, type GapAnswerCell } from './answer-gaps.ts';
import type { MapMatrix } from './build-matrix.ts';
import { explainBlocker, type ExplainedBlocker } from './explain-blocker.ts';
import { explain, type ExplainedScore, type NamedParameter, type Sentence } from './explained-score.ts';
import { decimal, wholeKm } from './figures.ts';
import type { FirmDossier, FirmPool } from './firm-pool.ts';
import type { Relatedness } from './heavy-jobs.ts';
import { echoParameters, TARGET_PARAMETERS } from './parameter-input.ts';
import { STAYS_RULE } from './policy-rules.ts';
import { answerStability, type AnswerStability } from './ranking-stability.ts';
import { relocationFacts, relocationRules } from './relocation-basis.ts';

/** Conditions joined by "and". A condition on what is not known of a firm keeps it, marked "to be verified". */
export interface TargetCriteria {
  /** Only firms of the very segment, not of related ones. */
  readonly sameSegmentOnly: boolean;
  readonly exchange: string | null;
  readonly minEmployees: number | null;
  readonly maxKm: number | null;
  readonly origin: 'in-province' | 'outside' | null;
  /** Firms under special treatment (ST) or gone from the exchange's list are left in. */
  readonly includeFlagged: boolean;
}

export const EXCLUSION_REASONS = [
  'already-in-region',
  'segment-unknown',
  'segment-unrelated',
  'special-treatment',
  'not-on-list',
  'dissolved',
  'dishonest',
  'segment-stays',
  'criterion',
] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

export interface ExcludedRow {
  readonly firm: FirmFact;
  readonly reason: ExclusionReason;
  readonly text: Sentence;
  /** The measure that bars it; null where none does. */
  readonly measure: MeasureFact | null;
}

export interface TargetRow {
  readonly rank: number;
  readonly firm: FirmFact;
  readonly score: ExplainedScore;
  /** By which it matches. */
  readonly segment: SegmentFact;
  readonly places: readonly RegionFact[];
  readonly distanceKm: number | null;
  readonly employees: number | null;
  /** Criteria that could not be checked because the fact is not held. */
  readonly toVerify: readonly Sentence[];
  readonly notDistinguishableFromFirst: boolean;
  /** Other candidates whose ranges overlap. */
  readonly notDistinguishable: number;
}

export interface WhyNotRow {
  readonly firm: FirmFact;
  /** Its row where it is a candidate after all. */
  readonly candidate: TargetRow | null;
  readonly excluded: ExcludedRow | null;
  readonly text: Sentence;
}

export interface TargetReply {
  readonly segment: SegmentFact;
  readonly region: RegionFact;
  readonly basis: SizeBasis;
  readonly gap: GapAnswerCell;
  readonly blockers: readonly ExplainedBlocker[];
  readonly parameters: readonly NamedParameter[];
  readonly candidates: readonly TargetRow[];
  readonly candidateCount: number;
  readonly excluded: readonly ExcludedRow[];
  readonly exclusionCounts: readonly { readonly reason: ExclusionReason; readonly count: number }[];
  readonly whyNot: WhyNotRow | null;
  /** Where any firm of the directory stands, also beyond `limit`; null for one that was not looked at. */
  readonly standingOf: (firm: string) => WhyNotRow | null;
  readonly stability: AnswerStability | null;
  readonly unknowns: readonly Sentence[];
}

export interface TargetQuestion {
  readonly segment: SegmentFact;
  readonly region: RegionFact;
  readonly criteria: TargetCriteria;
  /** Public key of a firm whose place in the answer is asked for. */
  readonly whyNot: string | null;
  readonly limit: number;
}

/**
 * Known share of the weight below which no score is shown (as for severities): a firm of which only the segment is known
 * would otherwise stand there with a full score. Its range is given, and its place in the order stays.
 */
export const MIN_EVIDENCE = 0.5;

/**
 * Whom to approach for a segment wanted in a region, over the firms of the directory and the real gap. What is not held
 * is unknown and widens the range: employees that no source gives, distances where only a province is known, links
 * between firms (none are recorded in the map), a severity that cannot be worked out.
 *
 * Errors: BAD_USER_INPUT for a criterion out of range.
 */
export function answerTargets(
  index: MapIndex,
  built: MapMatrix,
  gaps: GapMatrix,
  related: Relatedness,
  pool: FirmPool,
  question: TargetQuestion,
): TargetReply {
  checkCriteria(question.criteria);
  const { matrix } = built;
  const row = built.regionCodes.indexOf(question.region.code);
  const column = matrix.segments.indexOf(question.segment.code);
  invariant(row >= 0 && column >= 0, 'the question is about a cell of the matrix');
  const position = row * matrix.segments.length + column;
  const severity = gapCell(gaps, position).severity?.score ?? null;
  const firms = pool.dossiers.map((dossier) => targetFirm(index, built, question, dossier));
  const facts: TargetFacts = {
    matrix,
    segmentProximity: related.proximity,
    firms,
    // The map records no links between firms: how many a firm has is unknown, not 0.
    linksWithRegion: () => Number.NaN,
    kmFromElsewhere: (firm) => kmFromElsewhere(index, question.region, dossierOf(pool, firm)),
  };
  const found = targetFirms(
    facts,
    { region: row, segment: column, severity: unknownIfNull(severity) },
    gaps.parameters,
  );
  const gap = answerCell(index, built, gaps, position);
  const context: Context = { index, built, gaps, pool, question, severity, gap };

  const kept: { readonly candidate: TargetCandidate; readonly toVerify: readonly Sentence[] }[] = [];
  const excluded: ExcludedRow[] = found.exclusions.map((one) => explainExclusion(context, one));
  for (const candidate of found.candidates) {
    const verdict = judgeCriteria(context, candidate);
    if (verdict.failed === null) kept.push({ candidate, toVerify: verdict.toVerify });
    else {
      excluded.push({
        firm: dossierOf(pool, candidate.firm).firm,
        reason: 'criterion',
        text: verdict.failed,
        measure: null,
      });
    }
  }
  const placed = kept
    .map((one) => ({ ...one, entry: placeOf(facts, one.candidate) }))
    .sort((a, b) => compareRanked(scored(a.entry), scored(b.entry)));
  const scores = placed.map(({ candidate }) => candidate.score);
  const rows = placed.map(({ candidate, toVerify }, place): TargetRow => {
    const overlaps = scores.filter(
      (other) => other !== candidate.score && other.low <= candidate.score.high && other.high >= candidate.score.low,
    );
    return {
      ...targetRow(context, candidate, toVerify),
      rank: place + 1,
      notDistinguishableFromFirst: place > 0 && scores[0] !== undefined && overlaps.includes(scores[0]),
      notDistinguishable: overlaps.length,
    };
  });
  const counts = EXCLUSION_REASONS.flatMap((reason) => {
    const count = excluded.filter((one) => one.reason === reason).length;
    return count === 0 ? [] : [{ reason, count }];
  });
  const standingOf = (firm: string): WhyNotRow | null => standing(firm, pool, rows, excluded, question.limit);
  return {
    segment: question.segment,
    region: question.region,
    basis: matrix.basis,
    gap,
    blockers: placeBlockers(context, related, row, column),
    parameters: [...echoParameters(gaps.parameters, TARGET_PARAMETERS), { name: 'min_evidence', value: MIN_EVIDENCE }],
    candidates: rows.slice(0, question.limit),
    candidateCount: rows.length,
    excluded: [...excluded]
      .sort((a, b) => nearness(a.reason) - nearness(b.reason) || (a.firm.id < b.firm.id ? -1 : 1))
      .slice(0, question.limit),
    exclusionCounts: counts,
    whyNot: question.whyNot === null ? null : standingOf(question.whyNot),
    standingOf,
    stability: answerStability(placed.map(({ entry }) => entry)),
    unknowns: unknownsOf(context, kept.length, found.candidates),
  };
}

/**
 * What decides the place of a candidate. Where half of the weight or more is known: its score. Below that a score says
 * little, and a firm of which nothing is known but its trade would stand before one that is known to be near: these come
 * after the others, by what is certain of them (unknown parts count as 0, which is the low end of the range).
 */
function placeOf(facts: TargetFacts, candidate: TargetCandidate): RankedEntry {
  const entry = rankedTarget(facts, candidate);
  if (candidate.score.evidence >= MIN_EVIDENCE) return entry;
  const certain = entry.components.map((one) => (one.value === 'unknown' ? { ...one, value: 0 } : one));
  return { ...entry, group: 1, components: certain };
}

function scored({ id, group, components }: RankedEntry): ScoredEntry {
  return { id, group, score: combine(components).score };
}

interface Context {
  readonly index: MapIndex;
  readonly built: MapMatrix;
  readonly gaps: GapMatrix;
  readonly pool: FirmPool;
  readonly question: TargetQuestion;
  readonly severity: number | null;
  readonly gap: GapAnswerCell;
}

function checkCriteria({ minEmployees, maxKm }: TargetCriteria): void {
  for (const [where, value] of [
    ['criteria.minEmployees', minEmployees],
    ['criteria.maxKm', maxKm],
  ] as const) {
    if (value !== null && !(Number.isFinite(value) && value >= 0)) {
      throw new AppError('BAD_USER_INPUT', `${where} must be 0 or more; it was ${value}.`, where);
    }
  }
}

function dossierOf(pool: FirmPool, firm: number): FirmDossier {
  const dossier = pool.dossiers[firm];
  invariant(dossier !== undefined, `firm ${firm} is in the pool`);
  return dossier;
}

/**
 * From the nearest place outside the province whose position is held, straight line; NaN where there is none. A province
 * has no position: only of its cities is one held, so a firm of which only the province is known stays without.
 */
function kmFromElsewhere(index: MapIndex, to: RegionFact, { places }: FirmDossier): number {
  const target = pointOf(to);
  if (target === null) return Number.NaN;
  const distances = places.flatMap((place) => {
    const region = index.region(place.region);
    const from = region === undefined || index.prefectures.includes(region) ? null : pointOf(region);
    return from === null ? [] : [greatCircleKm(from, target)];
  });
  return distances.length === 0 ? Number.NaN : Math.min(...distances);
}

function pointOf({ lon, lat }: RegionFact): Point | null {
  return lon === null || lat === null ? null : { lon, lat };
}

/** Rows of the prefectures in which a firm has a place, by any kind of place; empty when it has none in the province. */
function rowsOf(index: MapIndex, built: MapMatrix, dossier: FirmDossier): readonly number[] {
  const rows = dossier.places.map((place) => built.regionCodes.indexOf(index.prefectureOf(place.region) ?? ''));
  return [...new Set(rows.filter((row) => row >= 0))];
}

function targetFirm(index: MapIndex, built: MapMatrix, question: TargetQuestion, dossier: FirmDossier): TargetFirm {
  const { segments } = built.matrix;
  const exact = new Set<number>();
  const maybe = new Set<number>();
  for (const { segment } of dossier.segments) {
    const member = [segment, ...index.ancestors(segment)].map((code) => segments.indexOf(code)).find((at) => at >= 0);
    if (member !== undefined) exact.add(member);
    else {
      for (const code of index.descendants(segment)) if (segments.includes(code)) maybe.add(segments.indexOf(code));
    }
  }
  return {
    id: dossier.firm.id,
    regions: rowsOf(index, built, dossier),
    segments: [...exact],
    maybeSegments: [...maybe],
    employees: unknownIfNull(dossier.employees),
    bars: barsOf(index, question, dossier),
  };
}

function barsOf(
  index: MapIndex,
  question: TargetQuestion,
  { firm, places, segments }: FirmDossier,
): readonly TargetBar[] {
  const bars: TargetBar[] = [];
  const source = firm.evidence[0]?.source ?? '';
  if (!question.criteria.includeFlagged) {
    if (firm.status !== null && /^\*?ST$/i.test(firm.status)) bars.push({ kind: 'special-treatment', source });
    if (firm.listingState === 'NOT_ON_LIST') bars.push({ kind: 'not-on-list', source });
  }
  const stays = index.lineage(question.segment.code);
  const worksThere = segments.some(({ segment }) => index.lineage(segment).has(question.segment.code));
  const inside = (code: string): boolean => index.yearbookZone(code) === STAYS_RULE.zone;
  const atHome = places.some((place) => inside(index.prefectureOf(place.region) ?? ''));
  if (STAYS_RULE.segments.some((code) => stays.has(code)) && worksThere && atHome && !inside(question.region.code)) {
    bars.push({ kind: 'segment-stays', source: STAYS_RULE.measure });
  }
  return bars;
}

/** The near misses first: those of another segment are many and say little. */
function nearness(reason: ExclusionReason): number {
  return reason === 'segment-unrelated' ? 1 : 0;
}

function explainExclusion({ index, built, pool, question }: Context, exclusion: TargetExclusion): ExcludedRow {
  const { firm, places, segments } = dossierOf(pool, exclusion.firm);
  const because = (
    reason: ExclusionReason,
    zh: string,
    en: string,
    evidence: readonly EvidenceRef[],
    measure: MeasureFact | null = null,
  ): ExcludedRow => ({ firm, reason, text: { zh, en, evidence }, measure });
  const regionZh = question.region.nameZh;
  const regionEn = question.region.nameEn ?? regionZh;
  switch (exclusion.kind) {
    case 'already-in-region': {
      const here = places.filter((place) => index.prefectureOf(place.region) === question.region.code);
      return because(
        'already-in-region',
        `已在${regionZh}（${here.map((place) => (place.kind === 'OPERATING' ? '经营地' : '注册地')).join('、')}）。`,
        `Already in ${regionEn} (${here.map((place) => place.kind.toLowerCase()).join(', ')}).`,
        here.flatMap((place) => place.evidence),
      );
    }
    case 'segment-unknown':
      return because('segment-unknown', '没有来源说明它做什么。', 'No source says what it makes.', []);
    case 'segment-unrelated': {
      const nearest = index.segment(built.matrix.segments[exclusion.segment] ?? '');
      const evidence = segments.flatMap((one) => one.evidence);
      return Number.isNaN(exclusion.proximity)
        ? because(
            'segment-unrelated',
            `做${nearest?.nameZh ?? ''}，与${question.segment.nameZh}的关联度未知。`,
            `Makes ${nearest?.nameEn ?? nearest?.nameZh ?? ''}, whose proximity to ${question.segment.nameEn ?? question.segment.nameZh} is not known.`,
            evidence,
          )
        : because(
            'segment-unrelated',
            `做${nearest?.nameZh ?? ''}，与${question.segment.nameZh}的关联度 ${decimal(exclusion.proximity)}，不足。`,
            `Makes ${nearest?.nameEn ?? nearest?.nameZh ?? ''}, proximity ${decimal(exclusion.proximity)} to ${question.segment.nameEn ?? question.segment.nameZh}: too little.`,
            evidence,
          );
    }
    case 'barred':
      return barred(index, firm, exclusion.bar, because);
  }
}

function barred(
  index: MapIndex,
  firm: FirmFact,
  bar: TargetBar,
  because: (
    reason: ExclusionReason,
    zh: string,
    en: string,
    evidence: readonly EvidenceRef[],
    measure?: MeasureFact | null,
  ) => ExcludedRow,
): ExcludedRow {
  switch (bar.kind) {
    case 'special-treatment':
      return because(
        bar.kind,
        `交易所标注 ${firm.status ?? ''}（风险警示）。`,
        `The exchange marks it ${firm.status ?? ''} (risk warning).`,
        firm.evidence,
      );
    case 'not-on-list':
      return because(
        bar.kind,
        '曾为上市公司，现不在交易所名单上：先核实是否存续。',
        'Once listed, no longer on the list of the exchange: check first whether it still exists.',
        firm.evidence,
      );
    case 'segment-stays': {
      const measure = index.measure(bar.source) ?? null;
      return because(
        bar.kind,
        '属高端链条，政策鼓励留在珠三角，不建议引出。',
        'A high-end link that the policy wants to keep in the Delta.',
        measure?.evidence ?? [],
        measure,
      );
    }
    case 'dissolved':
      return because(bar.kind, '已注销。', 'Deregistered.', firm.evidence);
    case 'dishonest':
      return because(bar.kind, '列为失信企业。', 'Listed as dishonest.', firm.evidence);
    default:
      return unreachable(bar.kind);
  }
}

/** The first criterion that a known fact fails, or those that nothing known decides. */
function judgeCriteria(
  { index, built, pool, question }: Context,
  candidate: TargetCandidate,
): { readonly failed: Sentence | null; readonly toVerify: readonly Sentence[] } {
  const { criteria } = question;
  const dossier = dossierOf(pool, candidate.firm);
  const toVerify: Sentence[] = [];
  const fail = (zh: string, en: string, evidence: readonly EvidenceRef[]) => ({
    failed: { zh, en, evidence },
    toVerify: [],
  });
  if (criteria.sameSegmentOnly) {
    if (built.matrix.segments[candidate.facts.segment] !== question.segment.code) {
      return fail(
        '条件：只要同一环节；它只做相关环节。',
        'Criterion: the very segment only; it works in a related one.',
        dossier.segments.flatMap((one) => one.evidence),
      );
    }
    if (candidate.components.some((one) => one.name === 'match' && one.value === 'unknown')) {
      toVerify.push({
        zh: '是否做这个环节未知。',
        en: 'Whether it works in the very segment is not known.',
        evidence: dossier.segments.flatMap((one) => one.evidence),
      });
    }
  }
  if (criteria.exchange !== null && dossier.firm.exchange !== criteria.exchange) {
    return fail(
      `条件：${criteria.exchange} 上市；来源记载为${dossier.firm.exchange ?? '未上市或未知'}。`,
      `Criterion: listed at ${criteria.exchange}; the sources say ${dossier.firm.exchange ?? 'not listed, or not known'}.`,
      dossier.firm.evidence,
    );
  }
  if (criteria.minEmployees !== null) {
    if (dossier.employees === null) {
      toVerify.push({ zh: '从业人数未知。', en: 'The number of employees is not known.', evidence: [] });
    } else if (dossier.employees < criteria.minEmployees) {
      return fail(
        `条件：从业人数不少于 ${criteria.minEmployees}；记录为 ${dossier.employees}。`,
        `Criterion: ${criteria.minEmployees} employees or more; it has ${dossier.employees}.`,
        dossier.firm.evidence,
      );
    }
  }
  if (criteria.maxKm !== null) {
    if (Number.isNaN(candidate.facts.km)) {
      toVerify.push({ zh: '距离未知。', en: 'The distance is not known.', evidence: [] });
    } else if (candidate.facts.km > criteria.maxKm) {
      return fail(
        `条件：不远于 ${wholeKm(criteria.maxKm)}；直线距离 ${wholeKm(candidate.facts.km)}。`,
        `Criterion: within ${wholeKm(criteria.maxKm)}; it is ${wholeKm(candidate.facts.km)} away.`,
        dossier.places.flatMap((place) => place.evidence),
      );
    }
  }
  if (criteria.origin !== null) {
    if (dossier.places.length === 0) {
      toVerify.push({ zh: '所在地未知。', en: 'Its place is not known.', evidence: [] });
    } else {
      const inside = dossier.places.some((place) => index.regionChain(place.region).includes('440000'));
      if (inside !== (criteria.origin === 'in-province')) {
        return fail(
          `条件：${criteria.origin === 'outside' ? '省外' : '省内'}企业。`,
          `Criterion: firms ${criteria.origin === 'outside' ? 'outside' : 'inside'} the province.`,
          dossier.places.flatMap((place) => place.evidence),
        );
      }
    }
  }
  return { failed: null, toVerify };
}

function targetRow(
  context: Context,
  candidate: TargetCandidate,
  toVerify: readonly Sentence[],
): Omit<TargetRow, 'rank' | 'notDistinguishableFromFirst' | 'notDistinguishable'> {
  const { index, built, pool } = context;
  const dossier = dossierOf(pool, candidate.firm);
  const segment = index.segment(built.matrix.segments[candidate.facts.segment] ?? '');
  invariant(segment !== undefined, 'a candidate matches by a segment of the cut');
  return {
    firm: dossier.firm,
    score: explain(
      candidate.components,
      candidate.score,
      candidate.score.evidence >= MIN_EVIDENCE ? candidate.score.score : null,
      (name) => componentFacts(context, candidate, dossier, segment, name),
    ),
    segment,
    places: dossier.places.flatMap((place) => index.region(place.region) ?? []),
    distanceKm: nullIfUnknown(candidate.facts.km),
    employees: dossier.employees,
    toVerify,
  };
}

function componentFacts(
  { index, question, severity, gaps, gap }: Context,
  candidate: TargetCandidate,
  dossier: FirmDossier,
  segment: SegmentFact,
  name: string,
): readonly Sentence[] {
  const wantedZh = question.segment.nameZh;
  const wantedEn = question.segment.nameEn ?? wantedZh;
  const placeEvidence = distinct(
    dossier.places.flatMap((place) => [...place.evidence, ...(index.region(place.region)?.evidence ?? [])]),
  );
  switch (name) {
    case 'need':
      return severity === null
        ? [
            {
              zh: `${question.region.nameZh}${wantedZh}的缺口严重度未知，需求按未知计。`,
              en: `The severity of the gap in ${wantedEn} is not known here, so the need is unknown.`,
              evidence: [],
            },
          ]
        : [
            {
              zh: `${question.region.nameZh}${wantedZh}的缺口严重度 ${decimal(severity)}。`,
              en: `Severity of the gap here: ${decimal(severity)}.`,
              evidence: gap.evidence,
            },
          ];
    case 'match': {
      const value = candidate.components.find((one) => one.name === 'match')?.value;
      const evidence = dossier.segments.flatMap((one) => one.evidence);
      const products = [...new Set(dossier.segments.flatMap((one) => one.products))];
      const made = products.length === 0 ? '' : `（${products.join('、')}）`;
      if (value === 'unknown') {
        return [
          {
            zh: `来源只说到上一级环节${made}，是否做${wantedZh}未知。`,
            en: `The sources name only a wider segment${products.length === 0 ? '' : ` (${products.join(', ')})`}; whether it makes ${wantedEn} is not known.`,
            evidence,
          },
        ];
      }
      return [
        {
          zh:
            segment.code === question.segment.code
              ? `同一环节${made}。`
              : `做${segment.nameZh}${made}，与${wantedZh}的关联度 ${decimal(Number(value))}。`,
          en:
            segment.code === question.segment.code
              ? `The same segment${products.length === 0 ? '' : ` (${products.join(', ')})`}.`
              : `Makes ${segment.nameEn ?? segment.nameZh}, proximity ${decimal(Number(value))} to ${wantedEn}.`,
          evidence,
        },
      ];
    }
    case 'size':
      return dossier.employees === null
        ? [{ zh: '没有来源给出从业人数。', en: 'No source gives the number of employees.', evidence: [] }]
        : [
            {
              zh: `从业人数 ${dossier.employees}，参照 ${gaps.parameters.sizeRef}。`,
              en: `${dossier.employees} employees, reference ${gaps.parameters.sizeRef}.`,
              evidence: dossier.firm.evidence,
            },
          ];
    case 'linkage':
      return [
        {
          zh: '没有记录企业之间的往来：未知，不是零。',
          en: 'No links between firms are recorded: unknown, not none.',
          evidence: [],
        },
      ];
    case 'proximity':
      return Number.isNaN(candidate.facts.km)
        ? [
            {
              zh: dossier.places.length === 0 ? '所在地未知。' : '只知所在省份，没有距离数据。',
              en:
                dossier.places.length === 0
                  ? 'Its place is not known.'
                  : 'Only its province is known; no distance is held.',
              evidence: placeEvidence,
            },
          ]
        : [
            {
              zh: `最近一处直线距离 ${wholeKm(candidate.facts.km)}（市政府驻地间）。`,
              en: `${wholeKm(candidate.facts.km)} in a straight line from its nearest place (between seats of government).`,
              evidence: placeEvidence,
            },
          ];
    default:
      return [];
  }
}

/** What stands in the way of the segment in the region, whoever comes: park rules, judged without a land need. */
function placeBlockers(
  { index, built, gaps, question }: Context,
  related: Relatedness,
  row: number,
  column: number,
): readonly ExplainedBlocker[] {
  const rules = relocationRules(index, question.segment.code, column);
  const { matrix } = relocationFacts(index, built, gaps, related, question.segment.code);
  const lot = { id: '', segment: column, origin: row, employees: null, firms: null, landHa: 0, requires: [] };
  const fit = parkFit(matrix, row, column, 0, requiredFeatures(lot, rules), matrix.parksLoaded?.[row] ?? true);
  return fit.blockers.map((blocker) => explainBlocker({ index, built, segment: question.segment }, blocker));
}

function standing(
  id: string,
  pool: FirmPool,
  rows: readonly TargetRow[],
  excluded: readonly ExcludedRow[],
  limit: number,
): WhyNotRow | null {
  const dossier = pool.dossiers.find((one) => one.firm.id === id);
  if (dossier === undefined) return null;
  const candidate = rows.find((row) => row.firm.id === id) ?? null;
  const exclusion = excluded.find((one) => one.firm.id === id) ?? null;
  const text: Sentence =
    candidate === null
      ? (exclusion?.text ?? { zh: '没有判断。', en: 'It was not judged.', evidence: [] })
      : {
          zh: `它是候选，第 ${candidate.rank} 位${candidate.rank > limit ? `，超出所要的 ${limit} 位` : ''}。`,
          en: `It is a candidate, number ${candidate.rank}${candidate.rank > limit ? `, beyond the ${limit} asked for` : ''}.`,
          evidence: [],
        };
  return { firm: dossier.firm, candidate, excluded: exclusion, text };
}

function unknownsOf(
  { pool, severity }: Context,
  shown: number,
  candidates: readonly TargetCandidate[],
): readonly Sentence[] {
  const sentences: Sentence[] = [];
  const unknown = (name: string): number =>
    candidates.filter((one) => one.components.some((part) => part.name === name && part.value === 'unknown')).length;
  const total = candidates.length;
  if (severity === null) {
    sentences.push({ zh: '需求：缺口严重度未知。', en: 'Need: the severity of the gap is not known.', evidence: [] });
  }
  for (const [name, zh, en] of [
    ['size', '规模', 'Size'],
    ['proximity', '距离', 'Distance'],
    ['match', '环节匹配', 'Match'],
  ] as const) {
    if (unknown(name) === 0) continue;
    sentences.push({
      zh: `${zh}：${unknown(name)}/${total} 家未知。`,
      en: `${en}: not known for ${unknown(name)} of ${total} firms.`,
      evidence: [],
    });
  }
  if (total > 0) {
    sentences.push({
      zh: '既有往来：没有记录企业之间的往来。',
      en: 'Linkage: no links between firms are recorded.',
      evidence: [],
    });
  }
  sentences.push({
    zh: `企业名单是手工汇编的，不是全部企业：共看了 ${pool.dossiers.length} 家，候选 ${shown} 家${pool.truncated ? '；名单更长，其余没有看' : ''}。`,
    en: `The list of firms is compiled by hand and not complete: ${pool.dossiers.length} were looked at, ${shown} are candidates${pool.truncated ? '; the list is longer, the rest was not looked at' : ''}.`,
    evidence: [],
  });
  return sentences;
}
