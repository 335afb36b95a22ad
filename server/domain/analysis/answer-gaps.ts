import { AppError, invariant } from '../app-error.ts';
import type { GapAction, GapClass, GapFlag } from '../gaps/gap-class.ts';
import { gapCell, type GapCell, type GapMatrix } from '../gaps/gap-matrix.ts';
import { sampleDeviation, type SampleDeviation } from '../gaps/sample-deviation.ts';
import type { EvidenceRef, MeasureFact, RegionFact, SegmentFact } from '../map/industry-map.ts';
import type { MapIndex } from '../map/map-index.ts';
import { measuresNamingSegment, reachesRegion } from '../map/measure-reach.ts';
import { requireRegion } from '../map/require.ts';
import type { SizeBasis } from '../matrix/chain-matrix.ts';
import { combine } from '../matrix/composite-score.ts';
import { at } from '../matrix/typed-array-access.ts';
import type { MapMatrix } from './build-matrix.ts';
import type { CellKnowledge } from './cell-knowledge.ts';
import { explain, type ExplainedScore, type NamedParameter, type Sentence } from './explained-score.ts';
import { decimal, percent } from './figures.ts';
import { workedOutOnce } from './worked-out-once.ts';
import { echoParameters, GAP_PARAMETERS } from './parameter-input.ts';

/** How a cell is drawn and spoken of. */
export type GapGrade = 'AMPLE' | 'THIN' | 'SHORT' | 'MISSING' | 'LIKELY_MISSING' | 'NO_DEMAND' | 'NO_DATA';

export interface GapNeighbour {
  readonly segment: SegmentFact;
  /** UP: it supplies; DOWN: it buys. */
  readonly direction: 'UP' | 'DOWN';
  readonly weight: number;
  readonly knowledge: CellKnowledge;
}

export interface GapAnswerCell {
  readonly region: RegionFact;
  readonly segment: SegmentFact;
  readonly cell: GapCell;
  readonly knowledge: CellKnowledge;
  readonly grade: GapGrade;
  readonly fragile: boolean | null;
  /** Only of a cell that a sample shows, on the number of firms; null otherwise. */
  readonly deviation: SampleDeviation | null;
  readonly severity: ExplainedScore;
  readonly neighbours: readonly GapNeighbour[];
  readonly facts: readonly Sentence[];
  readonly measures: readonly MeasureFact[];
  readonly namedByPolicy: boolean;
  readonly evidence: readonly EvidenceRef[];
}

export interface GapAnswer {
  readonly basis: SizeBasis;
  readonly basisReason: Sentence;
  readonly cut: readonly string[];
  readonly regions: readonly RegionFact[];
  readonly parameters: readonly NamedParameter[];
  readonly cells: readonly GapAnswerCell[];
  readonly counts: readonly { readonly class: GapClass; readonly count: number }[];
}

/** Most cells in one answer: what a page can show and a client can hold. */
export const MAX_CELLS = 5_000;

export interface GapQuestion {
  /** Null = all prefectures. */
  readonly regions: readonly string[] | null;
  /** Null = all classes. */
  readonly classes: readonly GapClass[] | null;
}

/**
 * Opens up the cells that were asked for.
 *
 * Errors: BAD_USER_INPUT for an unknown region or one that is no prefecture, COST_LIMIT_EXCEEDED above 5,000 cells.
 */
export function answerGaps(
  index: MapIndex,
  built: MapMatrix,
  gaps: GapMatrix,
  basisReason: Sentence,
  question: GapQuestion,
): GapAnswer {
  const { segments } = built.matrix;
  const rows = rowsAsked(index, built, question.regions);
  if (rows.length * segments.length > MAX_CELLS) {
    throw new AppError(
      'COST_LIMIT_EXCEEDED',
      `The answer would have ${rows.length * segments.length} cells; at most ${MAX_CELLS} are given. Ask for fewer regions or a coarser cut.`,
      'gaps',
    );
  }
  const counts = new Map<GapClass, number>();
  const cells: GapAnswerCell[] = [];
  for (const row of rows) {
    for (let column = 0; column < segments.length; column += 1) {
      const position = row * segments.length + column;
      const verdict = gaps.verdicts[position];
      invariant(verdict !== undefined, `cell ${position} of the gap matrix has no verdict`);
      counts.set(verdict.class, (counts.get(verdict.class) ?? 0) + 1);
      if (question.classes !== null && !question.classes.includes(verdict.class)) continue;
      cells.push(answerCell(index, built, gaps, position));
    }
  }
  return {
    basis: built.matrix.basis,
    basisReason,
    cut: segments,
    regions: rows.flatMap((row) => index.region(built.regionCodes[row] ?? '') ?? []),
    parameters: gapParameters(gaps),
    cells,
    counts: [...counts].map(([name, count]) => ({ class: name, count })),
  };
}

/** Rows of the regions asked for; null = all. Errors: BAD_USER_INPUT for one that is unknown or no prefecture. */
export function rowsAsked(index: MapIndex, built: MapMatrix, regions: readonly string[] | null): readonly number[] {
  if (regions === null) return built.regionCodes.map((_code, row) => row);
  if (regions.length === 0) {
    throw new AppError(
      'BAD_USER_INPUT',
      'regions must name at least one prefecture; leave it out for all 21.',
      'regions',
    );
  }
  return [...new Set(regions)].map((code) => {
    const region = requireRegion(index, code, 'regions');
    const row = built.regionCodes.indexOf(code);
    if (row < 0) {
      throw new AppError(
        'BAD_USER_INPUT',
        `${region.nameZh} (${code}) is no prefecture; the sources count firms by prefecture. Ask for the prefecture that it lies in.`,
        'regions',
      );
    }
    return row;
  });
}

/** From here on a deviation of a sample is called chance, the same limit as for a cell in which nothing is seen. */
const CHANCE_LIMIT = 0.05;

/** Severity of a cell for which none is due (no firm, no demand): a score without parts. */
const NO_SEVERITY: ExplainedScore = { value: null, low: 0, high: 0, evidence: 0, components: [] };

/** Cells that were opened up, by matrix: a matrix is kept as long as it is asked about, and so are its cells. */
const OPENED = new WeakMap<GapMatrix, Map<number, GapAnswerCell>>();

/** One cell with all that can be said of it; each part is worked out when it is first read. */
export function answerCell(index: MapIndex, built: MapMatrix, gaps: GapMatrix, position: number): GapAnswerCell {
  const opened = OPENED.get(gaps) ?? new Map<number, GapAnswerCell>();
  OPENED.set(gaps, opened);
  const known = opened.get(position);
  if (known !== undefined) return known;
  const cell = openCell(index, built, gaps, position);
  opened.set(position, cell);
  return cell;
}

function openCell(index: MapIndex, built: MapMatrix, gaps: GapMatrix, position: number): GapAnswerCell {
  const cell = gapCell(gaps, position);
  const knowledge = built.knowledge[position];
  const region = index.region(built.regionCodes[cell.region] ?? '');
  const segment = index.segment(built.matrix.segments[cell.segment] ?? '');
  invariant(
    knowledge !== undefined && region !== undefined && segment !== undefined,
    `cell ${position} is not in the map`,
  );
  const neighbours = workedOutOnce(() => neighboursOf(index, built, cell));
  const deviation = workedOutOnce(() => deviationOf(built, gaps, cell, knowledge));
  const situation = workedOutOnce((): CellSituation => ({
    index,
    built,
    gaps,
    cell,
    knowledge,
    region,
    segment,
    neighbours: neighbours(),
    deviation: deviation(),
  }));
  const severity = workedOutOnce(() =>
    cell.components === null || cell.severity === null
      ? NO_SEVERITY
      : explain(cell.components, combine(cell.components), cell.severity.score, (name) =>
          componentFacts(situation(), name),
        ),
  );
  const facts = workedOutOnce(() => cellFacts(situation()));
  const measures = workedOutOnce(() => measuresFor(index, segment.code, region.code));
  const namedByPolicy = workedOutOnce(() => measuresNamingSegment(index, segment.code).length > 0);
  const fragile = gaps.fragile[position];
  return {
    region,
    segment,
    cell,
    knowledge,
    grade: gradeOf(cell),
    fragile: fragile === undefined || Number.isNaN(fragile) ? null : fragile === 1,
    get deviation() {
      return deviation();
    },
    get severity() {
      return severity();
    },
    get neighbours() {
      return neighbours();
    },
    get facts() {
      return facts();
    },
    get measures() {
      return measures();
    },
    get namedByPolicy() {
      return namedByPolicy();
    },
    evidence: knowledge.evidence,
  };
}

/**
 * The class in the words of the page. `ok` splits by whether supply keeps up with demand: beta where it is known, else
 * the location quotient; dependent and concentrated cells are thin whatever their numbers.
 */
export function gradeOf(cell: Pick<GapCell, 'class' | 'beta' | 'locationQuotient'>): GapGrade {
  switch (cell.class) {
    case 'unknown':
      return 'NO_DATA';
    case 'likely-missing':
      return 'LIKELY_MISSING';
    case 'missing':
      return 'MISSING';
    case 'absent-no-demand':
      return 'NO_DEMAND';
    case 'weak':
      return 'SHORT';
    case 'dependent':
    case 'concentrated':
      return 'THIN';
    case 'strong':
      return 'AMPLE';
    case 'ok':
      return (cell.beta ?? cell.locationQuotient ?? 0) >= 1 ? 'AMPLE' : 'THIN';
  }
}

function deviationOf(
  built: MapMatrix,
  gaps: GapMatrix,
  cell: GapCell,
  knowledge: CellKnowledge,
): SampleDeviation | null {
  const counted = knowledge.state === 'observed' && knowledge.coverage === 'SAMPLE' && built.matrix.basis === 'FIRMS';
  if (!counted || cell.firms === null) return null;
  const { region, segment, grand } = gaps.totals;
  return sampleDeviation(cell.firms, at(region, cell.region), at(segment, cell.segment), grand);
}

function neighboursOf(index: MapIndex, built: MapMatrix, cell: GapCell): readonly GapNeighbour[] {
  const { matrix } = built;
  return matrix.feeds.flatMap((feed): GapNeighbour[] => {
    if (feed.source !== cell.segment && feed.target !== cell.segment) return [];
    const direction = feed.target === cell.segment ? 'UP' : 'DOWN';
    const other = direction === 'UP' ? feed.source : feed.target;
    const segment = index.segment(matrix.segments[other] ?? '');
    const knowledge = built.knowledge[cell.region * matrix.segments.length + other];
    return segment === undefined || knowledge === undefined
      ? []
      : [{ segment, direction, weight: feed.weight, knowledge }];
  });
}

/** Measures that name the segment, those that name the place too first; then whole-chain ones that reach the place. */
export function measuresFor(index: MapIndex, segment: string, region: string): readonly MeasureFact[] {
  const named = measuresNamingSegment(index, segment);
  const reaches = (measure: MeasureFact): boolean =>
    index.applicationsOf(measure.id).some((fact) => reachesRegion(index, fact, region));
  const wholeChain = index.map.measures.filter(
    (measure) => !named.includes(measure) && index.applicationsOf(measure.id).some((fact) => fact.kind === 'CHAIN'),
  );
  return [...named.filter(reaches), ...named.filter((measure) => !reaches(measure)), ...wholeChain.filter(reaches)];
}

interface CellSituation {
  readonly index: MapIndex;
  readonly built: MapMatrix;
  readonly gaps: GapMatrix;
  readonly cell: GapCell;
  readonly knowledge: CellKnowledge;
  readonly region: RegionFact;
  readonly segment: SegmentFact;
  readonly neighbours: readonly GapNeighbour[];
  readonly deviation: SampleDeviation | null;
}

/** The sentences of a cell: what is there, what should be, what is not known. */
function cellFacts(situation: CellSituation): readonly Sentence[] {
  const { cell, knowledge, segment, neighbours } = situation;
  const evidence = knowledge.evidence;
  const name = { zh: segment.nameZh, en: segment.nameEn ?? segment.nameZh };
  const facts: Sentence[] = [];
  switch (knowledge.state) {
    case 'observed':
      facts.push({
        zh: `来源中${name.zh}企业 ${knowledge.firms ?? 0} 家${quotientZh(cell)}。`,
        en: `The source shows ${knowledge.firms ?? 0} firms in ${name.en}${quotientEn(cell)}.`,
        evidence,
      });
      break;
    case 'unseen':
      if (cell.expectedInSample !== null && cell.probabilityUnseen !== null) {
        facts.push({
          zh: `样本里 0 家；若供给与本市需求相称应有 ${decimal(cell.expectedInSample, 1)} 家，碰巧一家不见的概率 ${percent(cell.probabilityUnseen)}。`,
          en: `None in the sample; if supply followed demand here it would hold ${decimal(cell.expectedInSample, 1)}. The chance of seeing none by accident is ${percent(cell.probabilityUnseen)}.`,
          evidence,
        });
      } else {
        facts.push({
          zh: '样本里 0 家；本市需求未知，无法判断是缺失还是未抽到。',
          en: 'None in the sample; demand here is not known, so it cannot be told whether it is missing or was not drawn.',
          evidence,
        });
      }
      break;
    case 'size-unknown':
      facts.push({
        zh: `名单中有 ${knowledge.namedFirms} 家企业在此，但样本未见：确有，数量未知。`,
        en: `${knowledge.namedFirms} firms of the list are here although the sample shows none: it exists, how much is not known.`,
        evidence,
      });
      break;
    case 'no-coverage':
      facts.push({
        zh: '没有来源统计这个环节：不作判断。',
        en: 'No source counts this segment here: nothing is concluded.',
        evidence: [],
      });
      break;
  }
  if (cell.supplyShare !== null && cell.demandShare !== null && cell.demandShare > 0) {
    facts.push({
      zh: `本市占全省该环节的 ${percent(cell.supplyShare)}，占其需求的 ${percent(cell.demandShare)}：供给相当于应有的 ${percent(cell.supplyShare / cell.demandShare)}。`,
      en: `The region has ${percent(cell.supplyShare)} of the province's supply and ${percent(cell.demandShare)} of its demand: supply covers ${percent(cell.supplyShare / cell.demandShare)} of what is proportional.`,
      evidence,
    });
  }
  const buyers = neighbours.filter((one) => one.direction === 'DOWN' && (one.knowledge.firms ?? 0) > 0);
  const { deviation } = situation;
  // Classes that claim a deviation; what chance brings about more often than one time in twenty is no firm ground.
  if (
    deviation !== null &&
    deviation.probability >= CHANCE_LIMIT &&
    (cell.class === 'strong' || cell.class === 'weak')
  ) {
    const [zhSide, enSide] = cell.class === 'strong' ? ['或更多', 'or more'] : ['或更少', 'or fewer'];
    facts.push({
      zh: `样本小：本市结构若与全省相同应有 ${decimal(deviation.proportional, 1)} 家，碰巧见到 ${cell.firms ?? 0} 家${zhSide}的概率 ${percent(deviation.probability)}，据此不足以断言${cell.class === 'strong' ? '优势' : '短板'}，先核实。`,
      en: `Small sample: with the province's mix it would hold ${decimal(deviation.proportional, 1)}; the chance of seeing ${cell.firms ?? 0} ${enSide} by accident is ${percent(deviation.probability)}. Verify before resting anything on this.`,
      evidence,
    });
  }
  if (buyers.length > 0) {
    facts.push({
      zh: `本市下游：${buyers.map((one) => `${one.segment.nameZh} ${one.knowledge.firms ?? 0} 家`).join('、')}。`,
      en: `Buyers here: ${buyers.map((one) => `${one.segment.nameEn ?? one.segment.nameZh} ${one.knowledge.firms ?? 0}`).join(', ')}.`,
      evidence: distinct(buyers.flatMap((one) => one.knowledge.evidence)),
    });
  }
  const suppliers = neighbours.filter((one) => one.direction === 'UP' && (one.knowledge.firms ?? 0) > 0);
  if (suppliers.length > 0) {
    facts.push({
      zh: `本市上游：${suppliers.map((one) => `${one.segment.nameZh} ${one.knowledge.firms ?? 0} 家`).join('、')}。`,
      en: `Suppliers here: ${suppliers.map((one) => `${one.segment.nameEn ?? one.segment.nameZh} ${one.knowledge.firms ?? 0}`).join(', ')}.`,
      evidence: distinct(suppliers.flatMap((one) => one.knowledge.evidence)),
    });
  }
  if (situation.gaps.fragile[cell.region * situation.built.matrix.segments.length + cell.segment] === 1) {
    facts.push({
      zh: '家数少：多一家或少一家，区位商就会越过 1，不宜据此下结论。',
      en: 'Few firms: one more or less would move the location quotient across 1, so little should rest on it.',
      evidence,
    });
  }
  if (knowledge.state === 'observed' && knowledge.namedFirms > 0) {
    facts.push({
      zh: `名单中另记有 ${knowledge.namedFirms} 家企业在此（与计数可能重复，不相加）。`,
      en: `The list names ${knowledge.namedFirms} firms here (they may be among those counted; the two are not added).`,
      evidence,
    });
  }
  return facts;
}

function quotientZh(cell: GapCell): string {
  return cell.locationQuotient === null ? '' : `，区位商 ${decimal(cell.locationQuotient)}`;
}

function quotientEn(cell: GapCell): string {
  return cell.locationQuotient === null ? '' : `, location quotient ${decimal(cell.locationQuotient)}`;
}

/** Each place in a source once. */
export function distinct(refs: readonly EvidenceRef[]): readonly EvidenceRef[] {
  const seen = new Map<string, EvidenceRef>();
  for (const ref of refs) seen.set(`${ref.source}/${ref.position ?? ''}`, ref);
  return [...seen.values()];
}

/** The facts behind one part of the severity. */
function componentFacts(
  { index, cell, knowledge, gaps, neighbours }: CellSituation,
  name: string,
): readonly Sentence[] {
  const evidence = knowledge.evidence;
  const chain = modelEvidence(index);
  switch (name) {
    case 'shortfall':
      return cell.beta === null
        ? [
            {
              zh: '供给或需求未知，缺口无法计算。',
              en: 'Supply or demand is not known, so no shortfall can be worked out.',
              evidence: [],
            },
          ]
        : [
            {
              zh: `供给占比 / 需求占比 = ${decimal(cell.beta)}，缺口 = 1 − min(1, ${decimal(cell.beta)})。`,
              en: `Supply share / demand share = ${decimal(cell.beta)}; shortfall = 1 − min(1, ${decimal(cell.beta)}).`,
              evidence,
            },
          ];
    case 'exposure': {
      const buyers = neighbours.filter((one) => one.direction === 'DOWN' && one.knowledge.firms !== null);
      return buyers.length === 0
        ? [{ zh: '本市没有已知的下游。', en: 'No buyer here is known.', evidence: [] }]
        : [
            {
              zh: `下游加权企业数占本市其他环节企业的份额；下游：${buyers.map((one) => `${one.segment.nameZh} ${one.knowledge.firms ?? 0} 家 × ${decimal(one.weight)}`).join('，')}。`,
              en: `Weighted buyers as a share of the region's firms outside the segment; buyers: ${buyers.map((one) => `${one.segment.nameEn ?? one.segment.nameZh} ${one.knowledge.firms ?? 0} × ${decimal(one.weight)}`).join(', ')}.`,
              evidence: distinct([...buyers.flatMap((one) => one.knowledge.evidence), ...chain]),
            },
          ];
    }
    case 'criticality': {
      const share = gaps.criticality[cell.segment] ?? Number.NaN;
      return Number.isNaN(share)
        ? []
        : [
            {
              zh: `若全省该环节停摆，按链条模型会波及全省 ${percent(share)}（权重为默认假设，必需性未知按可替代计）。`,
              en: `If the segment stopped everywhere, ${percent(share)} of the province would be hit by the chain model (weights are defaults; inputs are taken as replaceable because nobody says which are essential).`,
              evidence: chain,
            },
          ];
    }
    case 'concentration':
      return [{ zh: '没有来源给出单个企业的规模。', en: 'No source gives the size of single firms.', evidence: [] }];
    case 'dependence':
      return [
        {
          zh: '没有来源给出省外采购比例。',
          en: 'No source gives the share bought outside the province.',
          evidence: [],
        },
      ];
    default:
      return [];
  }
}

/** What the chain model rests on: its links are judged as a whole, so one of them stands for all. */
export function modelEvidence(index: MapIndex): readonly EvidenceRef[] {
  const feed = index.map.feeds[0];
  return feed === undefined ? [] : feed.evidence;
}

function gapParameters(gaps: GapMatrix): readonly NamedParameter[] {
  return echoParameters(gaps.parameters, GAP_PARAMETERS);
}

export type { GapAction, GapClass, GapFlag };
