import { AppError, invariant } from '../app-error.ts';
import type { Asked } from '../asked.ts';
import type { EvidenceRef, IndicatorFact, ObservationFact, RegionFact, SegmentFact } from '../map/industry-map.ts';
import type { MapIndex } from '../map/map-index.ts';
import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import { at, unknowns } from '../matrix/typed-array-access.ts';
import { nullIfUnknown } from '../matrix/unknown.ts';
import type { ObservationShelf } from '../observations/observation-shelf.ts';
import { shiftShare } from '../shift-share/shift-share.ts';
import type { MapMatrix } from './build-matrix.ts';
import type { Sentence } from './explained-score.ts';
import { percent } from './figures.ts';

export interface ShiftShareReply {
  /** The chain's cells; empty where no two years are held. */
  readonly chain: ChainShiftReply;
  /** Industrial enterprises of all industries, by prefecture. */
  readonly allIndustries: AllIndustriesReply;
}

export interface ChainShiftReply {
  readonly held: boolean;
  readonly text: Sentence;
  readonly cells: readonly ShiftShareRow[];
}

export interface ShiftShareRow {
  readonly region: RegionFact;
  readonly segment: SegmentFact;
  readonly before: number;
  readonly after: number;
  readonly national: number;
  readonly mix: number;
  readonly regional: number;
  readonly evidence: readonly EvidenceRef[];
}

export interface AllIndustriesReply {
  readonly indicator: IndicatorFact | null;
  /** Years held for at least one prefecture, ascending. */
  readonly years: readonly number[];
  readonly fromYear: number | null;
  readonly toYear: number | null;
  /** Growth of the sum over the prefectures known in both years; null without them. */
  readonly growth: number | null;
  readonly rows: readonly AllIndustriesPlace[];
  readonly facts: readonly Sentence[];
}

/** One prefecture; null where a year is not held. With a single sector there is no mix. */
export interface AllIndustriesPlace {
  readonly region: RegionFact;
  readonly before: number | null;
  readonly after: number | null;
  readonly growth: number | null;
  readonly national: number | null;
  readonly regional: number | null;
  readonly evidence: readonly EvidenceRef[];
}

/** Indicator of which the map holds several years by prefecture. */
const INDICATOR = 'industrial-enterprises';
/** First year under the present threshold for "designated size" (20 million yuan since 2011; note of the indicator). */
const PRESENT_THRESHOLD_SINCE = 2011;
/** Observations a read. */
const BATCH = 1_000;
/** Reads at most: 21 prefectures over a century fit. */
const MAX_READS = 10;

/**
 * Growth apart from the province's. The chain's own cells are taken apart only where two years are held; of the built-in
 * map none are, which is said, not shown as 0. The counts of industrial enterprises are one sector, so there is a part
 * that follows the province (national) and a rest (regional), and no mix.
 *
 * Errors: BAD_USER_INPUT for a year that is not held, or a first year that is not before the second.
 */
export async function answerShiftShare(
  index: MapIndex,
  built: MapMatrix,
  question: { readonly fromYear: number | null; readonly toYear: number | null },
  observations: ObservationShelf,
  asked: Asked,
): Promise<ShiftShareReply> {
  const indicator = index.indicator(INDICATOR) ?? null;
  const held = indicator === null ? [] : await readAll(observations, asked);
  return { chain: chainPart(index, built), allIndustries: allIndustries(index, indicator, held, question) };
}

function chainPart(index: MapIndex, built: MapMatrix): ShiftShareReply['chain'] {
  const { matrix } = built;
  const parts = shiftShare(matrix);
  const columns = matrix.segments.length;
  const cells = Array.from(matrix.size.keys()).flatMap((cell): ShiftShareRow[] => {
    const regional = at(parts.regional, cell);
    const region = index.region(built.regionCodes[Math.floor(cell / columns)] ?? '');
    const segment = index.segment(matrix.segments[cell % columns] ?? '');
    if (Number.isNaN(regional) || region === undefined || segment === undefined) return [];
    return [
      {
        region,
        segment,
        before: at(matrix.earlierSize, cell),
        after: at(matrix.size, cell),
        national: at(parts.national, cell),
        mix: at(parts.mix, cell),
        regional,
        evidence: built.knowledge[cell]?.evidence ?? [],
      },
    ];
  });
  return cells.length > 0
    ? {
        held: true,
        text: {
          zh: `${cells.length} 个（市，环节）格有两个年份。`,
          en: `Two years are held for ${cells.length} cells.`,
          evidence: [],
        },
        cells,
      }
    : {
        held: false,
        text: {
          zh: '各环节的企业数只有一个时点：增长无法分解。要有同一口径的两个年份才能算。',
          en: 'Firms by segment are held for one date only: growth cannot be taken apart. It takes two years counted the same way.',
          evidence: [],
        },
        cells: [],
      };
}

async function readAll(observations: ObservationShelf, asked: Asked): Promise<readonly ObservationFact[]> {
  const found: ObservationFact[] = [];
  let after: string | null = null;
  for (let read = 0; read < MAX_READS; read += 1) {
    const page = await observations.ofIndicator(INDICATOR, null, { first: BATCH, after }, asked);
    found.push(...page.edges.map((edge) => edge.node));
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) return found;
  }
  throw new AppError('COST_LIMIT_EXCEEDED', `${INDICATOR} has more than ${BATCH * MAX_READS} values.`, 'shiftShare');
}

function allIndustries(
  index: MapIndex,
  indicator: IndicatorFact | null,
  held: readonly ObservationFact[],
  question: { readonly fromYear: number | null; readonly toYear: number | null },
): AllIndustriesReply {
  const rows = index.prefectures;
  const byPlace = new Map<string, ObservationFact>();
  const years = new Set<number>();
  for (const observation of held) {
    const year = Number(observation.period?.slice(0, 4) ?? Number.NaN);
    if (observation.segment !== null || !rows.some((region) => region.code === observation.region)) continue;
    if (!Number.isInteger(year)) continue;
    years.add(year);
    byPlace.set(`${observation.region ?? ''}/${year}`, observation);
  }
  const ascending = [...years].sort((a, b) => a - b);
  const { fromYear, toYear } = chooseYears(ascending, question);
  if (fromYear === null || toYear === null) {
    return { indicator, years: ascending, fromYear, toYear, growth: null, rows: [], facts: [NOT_HELD] };
  }
  const read = (year: number): Float64Array =>
    Float64Array.from(rows, (region) => byPlace.get(`${region.code}/${year}`)?.value ?? Number.NaN);
  const before = read(fromYear);
  const after = read(toYear);
  const parts = shiftShare(oneSector(rows, before, after));
  return {
    indicator,
    years: ascending,
    fromYear,
    toYear,
    growth: nullIfUnknown(parts.growth),
    rows: rows
      .map((region, row): AllIndustriesPlace => {
        const both = !Number.isNaN(at(parts.regional, row));
        return {
          region,
          before: nullIfUnknown(at(before, row)),
          after: nullIfUnknown(at(after, row)),
          growth: both && at(before, row) > 0 ? at(after, row) / at(before, row) - 1 : null,
          national: nullIfUnknown(at(parts.national, row)),
          regional: nullIfUnknown(at(parts.regional, row)),
          evidence: [fromYear, toYear].flatMap((year) => byPlace.get(`${region.code}/${year}`)?.evidence ?? []),
        };
      })
      .sort((a, b) => (b.regional ?? Number.NEGATIVE_INFINITY) - (a.regional ?? Number.NEGATIVE_INFINITY)),
    facts: factsOf(indicator, fromYear, toYear, parts.growth),
  };
}

const NOT_HELD: Sentence = {
  zh: '没有持有两个年份的数据。',
  en: 'Two years are not held.',
  evidence: [],
};

function chooseYears(
  years: readonly number[],
  question: { readonly fromYear: number | null; readonly toYear: number | null },
): { readonly fromYear: number | null; readonly toYear: number | null } {
  for (const [where, year] of [
    ['fromYear', question.fromYear],
    ['toYear', question.toYear],
  ] as const) {
    if (year !== null && !years.includes(year)) {
      throw new AppError(
        'BAD_USER_INPUT',
        `${where} ${year} is not held; held are ${years.length === 0 ? 'no years' : years.join(', ')}.`,
        where,
      );
    }
  }
  const toYear = question.toYear ?? years.at(-1) ?? null;
  if (toYear === null) return { fromYear: null, toYear: null };
  const earlier = years.filter((year) => year < toYear);
  const fromYear =
    question.fromYear ?? earlier.find((year) => year >= PRESENT_THRESHOLD_SINCE) ?? earlier.at(-1) ?? null;
  if (fromYear !== null && fromYear >= toYear) {
    throw new AppError('BAD_USER_INPUT', `fromYear ${fromYear} must be before toYear ${toYear}.`, 'fromYear');
  }
  return { fromYear, toYear: fromYear === null ? null : toYear };
}

/** The counts as a matrix of one segment, so that the very measure of the reference is used. */
function oneSector(regions: readonly RegionFact[], before: Float64Array, after: Float64Array): ChainMatrix {
  invariant(before.length === regions.length && after.length === regions.length, 'one count a prefecture');
  return {
    regions: regions.map((region) => ({ id: region.code, area: '', destination: false })),
    segments: ['all-industries'],
    feeds: [],
    size: after,
    firms: after,
    revenue: unknowns(regions.length),
    earlierSize: before,
    coverage: Array.from(after, (value) => (Number.isNaN(value) ? 'no-coverage' : 'observed')),
    firmSizes: new Map(),
    externalShares: [],
    distancesKm: unknowns(regions.length ** 2),
    parks: [],
    measures: [],
    pairs: [],
    basis: 'FIRMS',
  };
}

function factsOf(
  indicator: IndicatorFact | null,
  fromYear: number,
  toYear: number,
  growth: number,
): readonly Sentence[] {
  const evidence = indicator?.evidence ?? [];
  const facts: Sentence[] = [
    {
      zh: `全部工业（不只纺织）：${fromYear}–${toYear} 年全省增长 ${percent(growth)}；只有一个行业，故无结构分量。`,
      en: `All industries, not only textiles: the province grew by ${percent(growth)} from ${fromYear} to ${toYear}; with one sector there is no mix part.`,
      evidence,
    },
  ];
  if (fromYear < PRESENT_THRESHOLD_SINCE && toYear >= PRESENT_THRESHOLD_SINCE) {
    facts.push({
      zh: '2011 年规模以上标准提高，跨此年的比较含口径变化。',
      en: 'The threshold of designated size rose in 2011: a comparison across that year holds the change of definition.',
      evidence,
    });
  }
  return facts;
}
