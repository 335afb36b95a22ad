import { invariant } from '../app-error.ts';
import { articulationSegments } from '../chain/articulation.ts';
import { betweenness } from '../chain/betweenness.ts';
import { structuralUpstreamness } from '../chain/structural-upstreamness.ts';
import type { GapMatrix } from '../gaps/gap-matrix.ts';
import { provinceSummary, type ProvinceSegment } from '../gaps/province-summary.ts';
import { segmentCriticalities } from '../gaps/segment-criticality.ts';
import type { EvidenceRef, RegionFact, SegmentFact } from '../map/industry-map.ts';
import type { MapIndex } from '../map/map-index.ts';
import type { SizeBasis } from '../matrix/chain-matrix.ts';
import { feedAdjacency } from '../matrix/feed-adjacency.ts';
import { at } from '../matrix/typed-array-access.ts';
import { nullIfUnknown } from '../matrix/unknown.ts';
import { distinct, modelEvidence } from './answer-gaps.ts';
import type { MapMatrix } from './build-matrix.ts';
import type { CellKnowledge } from './cell-knowledge.ts';
import type { NamedParameter, Sentence } from './explained-score.ts';
import { decimal, percent } from './figures.ts';

export interface CriticalityReply {
  readonly basis: SizeBasis;
  readonly basisReason: Sentence;
  readonly cut: readonly string[];
  readonly parameters: readonly NamedParameter[];
  /** By criticality from high to low, those of which nothing is known last, in chain order. */
  readonly segments: readonly CriticalityRow[];
}

/** Whether the province is known to hold a segment. */
export type ProvinceState = 'present' | 'absent' | 'unknown';

export interface CriticalityRow {
  readonly segment: SegmentFact;
  readonly state: ProvinceState;
  /**
   * Share of the province's known size that is lost, 0..1, with unmarked inputs taken as replaceable, and as essential.
   * Null for a segment that nobody counts: the weights of what it feeds are defaults, and the chain's other suppliers may
   * not be in the map, so a number would only show how the model is drawn.
   */
  readonly low: number | null;
  readonly high: number | null;
  readonly firms: number | null;
  readonly knownRegions: number;
  readonly geographicHhi: number | null;
  readonly topRegion: RegionFact | null;
  readonly topShare: number | null;
  readonly firmHhi: number | null;
  readonly betweenness: number;
  readonly articulation: boolean;
  /** 1 upwards; null where a circle of feeds has no way out. */
  readonly upstreamness: number | null;
  readonly facts: readonly Sentence[];
  readonly evidence: readonly EvidenceRef[];
}

/** Which segments the province hangs on: what is lost when one stops everywhere, where it sits, and its place in the chain. */
export function answerCriticality(
  index: MapIndex,
  built: MapMatrix,
  gaps: GapMatrix,
  basisReason: Sentence,
): CriticalityReply {
  const { matrix } = built;
  const columns = matrix.segments.length;
  const openMarks = matrix.feeds.some((feed) => feed.essentialKnown === false);
  const ifEssential = openMarks
    ? segmentCriticalities(
        feedAdjacency(
          matrix.feeds.map((feed) => (feed.essentialKnown === false ? { ...feed, essential: true } : feed)),
          columns,
        ),
        gaps.totals,
      )
    : gaps.criticality;
  const hinges = new Set(articulationSegments(gaps.feeds, columns));
  const between = betweenness(matrix.feeds, columns);
  const upstream = structuralUpstreamness(gaps.feeds, columns);
  const rows = provinceSummary(gaps).map((summary): CriticalityRow => {
    const column = summary.segment;
    const segment = index.segment(matrix.segments[column] ?? '');
    invariant(segment !== undefined, `column ${column} of the matrix is a segment`);
    const knowledge = built.regionCodes.flatMap((_code, row) => built.knowledge[row * columns + column] ?? []);
    const state: ProvinceState = summary.absent ? 'absent' : summary.firms > 0 ? 'present' : 'unknown';
    const ends = [at(gaps.criticality, column), at(ifEssential, column)];
    const row = {
      segment,
      state,
      low: state === 'unknown' ? null : nullIfUnknown(Math.min(...ends)),
      high: state === 'unknown' ? null : nullIfUnknown(Math.max(...ends)),
      firms: state === 'unknown' ? null : summary.firms,
      knownRegions: summary.knownRegions,
      geographicHhi: summary.geographicHhi,
      topRegion: summary.topRegion === null ? null : (index.region(built.regionCodes[summary.topRegion] ?? '') ?? null),
      topShare: summary.topShare,
      firmHhi: summary.firmHhi,
      betweenness: at(between, column),
      articulation: hinges.has(column),
      upstreamness: upstream === null ? null : nullIfUnknown(at(upstream, column)),
    };
    return { ...row, ...factsOf(index, row, knowledge, summary, built.regionCodes.length) };
  });
  const order = new Map(rows.map((row, position) => [row, position]));
  return {
    basis: matrix.basis,
    basisReason,
    cut: matrix.segments,
    parameters: [],
    segments: [...rows].sort(
      (a, b) =>
        (b.high ?? -1) - (a.high ?? -1) || (b.low ?? -1) - (a.low ?? -1) || (order.get(a) ?? 0) - (order.get(b) ?? 0),
    ),
  };
}

function factsOf(
  index: MapIndex,
  row: Omit<CriticalityRow, 'facts' | 'evidence'>,
  knowledge: readonly CellKnowledge[],
  summary: ProvinceSegment,
  regions: number,
): Pick<CriticalityRow, 'facts' | 'evidence'> {
  const evidence = distinct(knowledge.flatMap((cell) => cell.evidence));
  const facts: Sentence[] = [];
  if (row.state === 'unknown') {
    const named = knowledge.reduce((sum, cell) => sum + cell.namedFirms, 0);
    facts.push({
      zh: `没有来源统计这个环节的企业数${named > 0 ? `（名单记有 ${named} 处）` : ''}，也不知道它占买方投入的多少；停摆的影响未知。`,
      en: `No source counts firms of this segment${named > 0 ? ` (the list names ${named} places)` : ''}, nor what part of its buyers' inputs it is; what its stop would do is not known.`,
      evidence: [],
    });
  }
  if (row.low !== null && row.high !== null) {
    facts.push({
      zh: `若全省该环节停摆，按链条模型波及全省已知企业的 ${percent(row.low)} 至 ${percent(row.high)}（投入可替代；投入必需）。上限，不含省外供应与库存。`,
      en: `If the segment stopped everywhere, ${percent(row.low)} to ${percent(row.high)} of the province's known firms would be hit by the chain model (inputs replaceable; inputs essential). An upper bound: no supply from outside, no stock.`,
      evidence: distinct([...evidence, ...modelEvidence(index)]),
    });
  }
  if (row.topRegion !== null && row.topShare !== null && row.geographicHhi !== null) {
    facts.push({
      zh: `已知 ${summary.knownRegions}/${regions} 市；${row.topRegion.nameZh}占 ${percent(row.topShare)}，地理集中度（HHI）${decimal(row.geographicHhi)}。`,
      en: `Known in ${summary.knownRegions} of ${regions} prefectures; ${row.topRegion.nameEn ?? row.topRegion.nameZh} has ${percent(row.topShare)}, geographic HHI ${decimal(row.geographicHhi)}.`,
      evidence,
    });
  }
  if (row.articulation) {
    facts.push({
      zh: '在链条图里它是割点：去掉它，链条会断成几段（只看结构，不看数量）。',
      en: 'It is an articulation point of the chain: without it the graph falls apart (structure only, no quantities).',
      evidence: modelEvidence(index),
    });
  }
  return { facts, evidence };
}
