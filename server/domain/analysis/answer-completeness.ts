import { invariant } from '../app-error.ts';
import { regionCompleteness, type RegionCompleteness } from '../completeness/region-completeness.ts';
import type { GapMatrix } from '../gaps/gap-matrix.ts';
import type { EvidenceRef, RegionFact, SegmentFact } from '../map/industry-map.ts';
import type { MapIndex } from '../map/map-index.ts';
import type { SizeBasis } from '../matrix/chain-matrix.ts';
import type { ScoreComponent } from '../matrix/composite-score.ts';
import { at } from '../matrix/typed-array-access.ts';
import { distinct, modelEvidence, rowsAsked } from './answer-gaps.ts';
import type { MapMatrix } from './build-matrix.ts';
import { cellKnowledge } from './cell-knowledge.ts';
import { explain, type ExplainedScore, type NamedParameter, type Sentence } from './explained-score.ts';
import { percent } from './figures.ts';
import { COMPLETENESS_PARAMETERS, echoParameters } from './parameter-input.ts';
import { answerStability, type AnswerStability } from './ranking-stability.ts';

export interface CompletenessReply {
  readonly basis: SizeBasis;
  readonly basisReason: Sentence;
  readonly cut: readonly string[];
  /** Members of the default cut that nobody counts anywhere; they tell no region from another. */
  readonly leftOut: readonly SegmentFact[];
  readonly parameters: readonly NamedParameter[];
  /** Ranked ones first, by score from high to low; the others by code. */
  readonly regions: readonly CompletenessRow[];
  /** Of the order of all ranked prefectures, whichever are asked for; null with fewer than two. */
  readonly stability: AnswerStability | null;
}

export interface CompletenessRow {
  /** Place among the regions of the province of which enough is known; null below the limit. */
  readonly rank: number | null;
  readonly region: RegionFact;
  /** Its value is null below the limit too: what is known by a sample is there, so the few known segments look complete. */
  readonly score: ExplainedScore;
  readonly knownSegments: number;
  readonly allSegments: number;
  readonly knownShare: number;
  readonly present: readonly SegmentFact[];
  /** Ranked regions whose ranges overlap this one's. */
  readonly notDistinguishableFrom: readonly RegionFact[];
}

/** Known share of the cells from which a region is ranked (product rule: "no rank below 0.6"). */
export const MIN_KNOWN_SHARE_TO_RANK = 0.6;

/** The members of a cut that some source counts in some prefecture. */
export function countedSegments(index: MapIndex, cut: readonly string[]): readonly string[] {
  const counted = cut.filter((segment) =>
    index.prefectures.some((region) => cellKnowledge(index, region.code, segment).coverage !== null),
  );
  return counted.length === 0 ? cut : counted;
}

/**
 * How much of the chain is in each region. Ranks are those among all prefectures, whichever are asked for: the scale is
 * absolute, so another region on the list changes nothing.
 *
 * Errors: BAD_USER_INPUT for a region that is unknown or no prefecture.
 */
export function answerCompleteness(
  index: MapIndex,
  built: MapMatrix,
  gaps: GapMatrix,
  basisReason: Sentence,
  question: { readonly regions: readonly string[] | null; readonly leftOut: readonly string[] },
): CompletenessReply {
  const rows = new Set(rowsAsked(index, built, question.regions));
  const all = regionCompleteness(gaps);
  const ranked = all
    .filter(isRanked)
    .sort((a, b) => (b.completeness ?? 0) - (a.completeness ?? 0) || a.region - b.region);
  const unranked = all.filter((row) => !isRanked(row));
  return {
    basis: built.matrix.basis,
    basisReason,
    cut: built.matrix.segments,
    leftOut: question.leftOut.flatMap((code) => index.segment(code) ?? []),
    parameters: [
      ...echoParameters(gaps.parameters, COMPLETENESS_PARAMETERS),
      { name: 'min_known_share_to_rank', value: MIN_KNOWN_SHARE_TO_RANK },
    ],
    regions: [...ranked, ...unranked]
      .filter((row) => rows.has(row.region))
      .map((row) => completenessRow(index, built, gaps, row, ranked)),
    stability: answerStability(
      ranked.map((row) => ({
        id: built.regionCodes[row.region] ?? '',
        group: 0,
        components: componentsOf(row, gaps),
      })),
    ),
  };
}

function isRanked(row: RegionCompleteness): boolean {
  return row.completeness !== null && row.knownShare >= MIN_KNOWN_SHARE_TO_RANK;
}

function completenessRow(
  index: MapIndex,
  built: MapMatrix,
  gaps: GapMatrix,
  row: RegionCompleteness,
  ranked: readonly RegionCompleteness[],
): CompletenessRow {
  const { segments } = built.matrix;
  const region = regionOf(index, built, row.region);
  const cells = segments.map((code, column) => ({
    segment: index.segment(code),
    size: at(built.matrix.size, row.region * segments.length + column),
    adequacy: at(gaps.adequacy, row.region * segments.length + column),
    knowledge: built.knowledge[row.region * segments.length + column],
  }));
  const known = cells.filter((cell) => !Number.isNaN(cell.size));
  const present = known.filter((cell) => cell.size > 0);
  const evidence = distinct(cells.flatMap((cell) => cell.knowledge?.evidence ?? []));
  const sampledOnly = cells.every((cell) => cell.knowledge?.coverage !== 'COMPLETE');
  const components = componentsOf(row, gaps);
  const place = ranked.indexOf(row);
  return {
    rank: place < 0 ? null : place + 1,
    region,
    score: explain(
      components,
      { score: row.completeness, low: row.low ?? 0, high: row.high ?? 1, evidence: row.knownShare },
      place < 0 ? null : row.completeness,
      (name) => componentFacts(name, { index, row, known: known.length, present, cells, evidence, sampledOnly }),
    ),
    knownSegments: known.length,
    allSegments: segments.length,
    knownShare: row.knownShare,
    present: present.flatMap((cell) => cell.segment ?? []),
    notDistinguishableFrom:
      place < 0
        ? []
        : ranked
            .filter(
              (other) => other !== row && (other.low ?? 0) <= (row.high ?? 1) && (other.high ?? 1) >= (row.low ?? 0),
            )
            .map((other) => regionOf(index, built, other.region)),
  };
}

function componentsOf(row: RegionCompleteness, gaps: GapMatrix): readonly ScoreComponent[] {
  const weights = gaps.parameters.completenessWeights;
  return (['coverage', 'depth', 'linkage'] as const).map((name) => ({
    name,
    value: row[name] ?? 'unknown',
    weight: weights[name],
  }));
}

function regionOf(index: MapIndex, built: MapMatrix, row: number): RegionFact {
  const region = index.region(built.regionCodes[row] ?? '');
  invariant(region !== undefined, `row ${row} of the matrix is a region`);
  return region;
}

interface RowSituation {
  readonly index: MapIndex;
  readonly row: RegionCompleteness;
  readonly known: number;
  readonly present: readonly { readonly segment: SegmentFact | undefined; readonly adequacy: number }[];
  readonly cells: readonly unknown[];
  readonly evidence: readonly EvidenceRef[];
  readonly sampledOnly: boolean;
}

function componentFacts(name: string, situation: RowSituation): readonly Sentence[] {
  const { row, known, present, cells, evidence, sampledOnly } = situation;
  switch (name) {
    case 'coverage': {
      const facts: Sentence[] = [
        {
          zh: `${cells.length} 个环节中已知 ${known} 个，其中 ${present.length} 个有企业；其余 ${cells.length - known} 个未知，按全无与全有给出区间。`,
          en: `Of ${cells.length} segments ${known} are known, ${present.length} of them with firms; the other ${cells.length - known} are unknown and make the range (none there, or all there).`,
          evidence,
        },
      ];
      if (sampledOnly) {
        facts.push({
          zh: '来源只是样本：样本能见到“有”，不能证明“无”，所以已知环节都有企业，此项不能区分地区。',
          en: 'The source is a sample: it can show that a segment is there, never that it is not, so every known segment counts as there and this part tells no region from another.',
          evidence,
        });
      }
      return facts;
    }
    case 'depth': {
      if (row.depth === null) return [nothingKnown];
      const thin = [...present].sort((a, b) => a.adequacy - b.adequacy).slice(0, 3);
      const list = (lang: 'zh' | 'en'): string =>
        thin
          .map(({ segment, adequacy }) => {
            const label = lang === 'zh' ? segment?.nameZh : (segment?.nameEn ?? segment?.nameZh);
            return `${label ?? ''} ${percent(adequacy)}`;
          })
          .join(lang === 'zh' ? '、' : ', ');
      return [
        {
          zh: `已知环节 min(1, 区位商) 的平均值 ${percent(row.depth)}；最薄：${list('zh')}。`,
          en: `Mean of min(1, location quotient) over the known segments: ${percent(row.depth)}; thinnest: ${list('en')}.`,
          evidence,
        },
      ];
    }
    case 'linkage':
      return row.linkage === null
        ? [
            {
              zh: '本地没有供应环节已知的下游，链内联系无法计算。',
              en: 'No segment here has a supplier that is known here, so no linkage can be worked out.',
              evidence: [],
            },
          ]
        : [
            {
              zh: `本地各环节所需投入中，供应环节在本地到位的份额（按企业数加权）：${percent(row.linkage)}。`,
              en: `Share of the input needs of the segments here whose supplying segments are here in proportion (weighted by firms): ${percent(row.linkage)}.`,
              evidence: distinct([...evidence, ...modelEvidence(situation.index)]),
            },
          ];
    default:
      return [];
  }
}

const nothingKnown: Sentence = {
  zh: '本地没有已知的环节。',
  en: 'No segment is known here.',
  evidence: [],
};
