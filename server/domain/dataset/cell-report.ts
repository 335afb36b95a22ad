import { articulationSegments } from '../chain/articulation.ts';
import { betweenness } from '../chain/betweenness.ts';
import { chainSinks, chainSources, reachable } from '../chain/reachable.ts';
import { shortestPaths } from '../chain/shortest-paths.ts';
import { structuralUpstreamness } from '../chain/structural-upstreamness.ts';
import { regionCompleteness } from '../completeness/region-completeness.ts';
import { economicComplexity } from '../complexity/economic-complexity.ts';
import { densities } from '../gaps/density.ts';
import { gapCell, gapMatrix } from '../gaps/gap-matrix.ts';
import type { GapMatrix } from '../gaps/gap-matrix.ts';
import { proximities } from '../gaps/proximity.ts';
import { provinceSummary } from '../gaps/province-summary.ts';
import { industryGradient } from '../gradient/industry-gradient.ts';
import {
  demandShock,
  downstreamness,
  inoperability,
  leontiefInverse,
  upstreamness,
} from '../input-output/input-output-measures.ts';
import type { InputOutputTable } from '../input-output/input-output-table.ts';
import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import type { ComponentValue } from '../matrix/composite-score.ts';
import { at } from '../matrix/typed-array-access.ts';
import { nullIfUnknown } from '../matrix/unknown.ts';
import { shiftShare } from '../shift-share/shift-share.ts';
import type { Dataset } from './dataset.ts';

type NullableNumber = number | null;
type Rows = readonly (readonly NullableNumber[])[];

/**
 * The measures of cells, segments and regions of a data set as one JSON value with the field names of the reference
 * results: `matrix`, `province`, `gaps`, `completeness`, `shift_share`, `complexity`, `graph`, `io`. Unknown is null.
 * Every number comes from the functions that serve the API.
 */
export function cellReport(dataset: Dataset) {
  const gaps = gapMatrix(dataset.matrix, dataset.parameters);
  return {
    matrix: matrixReport(gaps),
    province: provinceReport(gaps),
    gaps: gapReport(gaps),
    completeness: completenessReport(gaps),
    shift_share: shiftShareReport(gaps.matrix),
    complexity: complexityReport(gaps),
    graph: graphReport(gaps),
    io: dataset.ioTable === null ? null : inputOutputReport(dataset.ioTable),
  };
}

function matrixReport(gaps: GapMatrix) {
  const { matrix } = gaps;
  const regions = matrix.regions.length;
  const segments = matrix.segments.length;
  const byRegion = (values: Float64Array): Rows => rowsOf(values, segments);
  const proximity = proximities(gaps.specialised, regions, segments);
  const density = densities(gaps.specialised, proximity, regions, segments);
  const gradient = industryGradient(matrix, gaps.totals);
  return {
    regions: matrix.regions.map((region) => region.id),
    segments: matrix.segments,
    region_total: [...gaps.totals.region],
    segment_total: [...gaps.totals.segment],
    lq: byRegion(gaps.quotients),
    lq_shrunk: byRegion(gaps.shrunkQuotients),
    fragile: byRegion(gaps.fragile),
    presence: byRegion(gaps.specialised),
    proximity: rowsOf(proximity, segments),
    density: byRegion(density.density),
    density_known: byRegion(density.known),
    beta: byRegion(gaps.supplyDemand.beta),
    adequacy: byRegion(gaps.adequacy),
    chain_fit: byRegion(gaps.chainFit.fit),
    chain_fit_known: byRegion(gaps.chainFit.known),
    exposure: byRegion(gaps.exposure),
    firm_hhi: byRegion(gaps.concentration.hhi),
    firm_top1: byRegion(gaps.concentration.top1),
    igc: byRegion(gradient.coefficient),
    comparative_labour_productivity: byRegion(gradient.comparativeProductivity),
    lq_revenue: byRegion(gradient.quotientOfRevenue),
  };
}

function provinceReport(gaps: GapMatrix) {
  const { matrix } = gaps;
  return provinceSummary(gaps).map((row) => ({
    segment: matrix.segments[row.segment],
    employees: row.size,
    firms: row.firms,
    known_regions: row.knownRegions,
    geographic_hhi: row.geographicHhi,
    top_region: row.topRegion === null ? null : matrix.regions[row.topRegion]?.id,
    top_share: row.topShare,
    firm_hhi: row.firmHhi,
    criticality: row.criticality,
    absent: row.absent,
  }));
}

function gapReport(gaps: GapMatrix) {
  const { matrix } = gaps;
  return gaps.verdicts.map((_verdict, index) => {
    const cell = gapCell(gaps, index);
    // Without any weight that applies the range is 0/0, which is null in the report.
    const range =
      cell.components?.some(({ value, weight }) => value !== 'n/a' && weight > 0) === true ? cell.severity : null;
    return {
      region: matrix.regions[cell.region]?.id,
      segment: matrix.segments[cell.segment],
      class: cell.class,
      flags: cell.flags,
      reason: cell.reason,
      action: cell.action,
      beta: cell.beta,
      supply_share: cell.supplyShare,
      demand_share: cell.demandShare,
      demand_known: cell.demandKnown,
      upstream_presence: cell.upstreamPresence,
      downstream_presence: cell.downstreamPresence,
      components:
        cell.components === null
          ? null
          : Object.fromEntries(cell.components.map(({ name, value }) => [name, componentReport(value)])),
      severity: cell.severity?.score ?? null,
      severity_low: range?.low ?? null,
      severity_high: range?.high ?? null,
      evidence: range?.evidence ?? null,
    };
  });
}

function completenessReport(gaps: GapMatrix) {
  return regionCompleteness(gaps).map((row) => ({
    region: gaps.matrix.regions[row.region]?.id,
    coverage: row.coverage,
    depth: row.depth,
    linkage: row.linkage,
    completeness: row.completeness,
    low: row.low,
    high: row.high,
    known_share: row.knownShare,
  }));
}

function shiftShareReport(matrix: ChainMatrix) {
  const parts = shiftShare(matrix);
  const segments = matrix.segments.length;
  return {
    growth: nullIfUnknown(parts.growth),
    segment_growth: listOf(parts.segmentGrowth),
    cells: Array.from(matrix.size, (_size, cell) => ({
      region: matrix.regions[Math.floor(cell / segments)]?.id,
      segment: matrix.segments[cell % segments],
      national: nullIfUnknown(at(parts.national, cell)),
      mix: nullIfUnknown(at(parts.mix, cell)),
      regional: nullIfUnknown(at(parts.regional, cell)),
    })),
  };
}

function complexityReport(gaps: GapMatrix) {
  const result = economicComplexity(gaps.matrix, gaps.parameters.presenceThreshold);
  if (result === null) return null;
  return {
    regions: result.regions.map((r) => gaps.matrix.regions[r]?.id),
    segments: result.segments.map((s) => gaps.matrix.segments[s]),
    diversity: listOf(result.diversity),
    ubiquity: listOf(result.ubiquity),
    eigenvalues: result.eigenvalues,
    eci: listOf(result.eci),
    pci: listOf(result.pci),
    density: rowsOf(result.density, result.segments.length),
    opportunity_gain: rowsOf(result.opportunityGain, result.segments.length),
  };
}

/** Number of paths that the reference results hold for each pair of ends. */
const PATHS_PER_PAIR = 3;

function graphReport(gaps: GapMatrix) {
  const { matrix, feeds } = gaps;
  const codes = matrix.segments;
  const named = (segments: readonly number[]) => segments.map((s) => codes[s]);
  const bySegment = <Value>(value: (segment: number) => Value): Readonly<Record<string, Value>> =>
    Object.fromEntries(codes.map((code, s) => [code, value(s)]));
  const between = betweenness(matrix.feeds, codes.length);
  const upstream = structuralUpstreamness(feeds, codes.length);
  const sources = chainSources(feeds);
  const sinks = chainSinks(feeds);
  return {
    betweenness: bySegment((s) => at(between, s)),
    articulation: named(articulationSegments(feeds, codes.length)),
    reachable: bySegment((s) => named(reachable(feeds.buyers, s))),
    structural_upstreamness: upstream === null ? null : bySegment((s) => at(upstream, s)),
    sources: named(sources),
    sinks: named(sinks),
    k_shortest: sources.flatMap((source) =>
      sinks
        .filter((sink) => sink !== source)
        .map((sink) => ({
          source: codes[source],
          target: codes[sink],
          paths: shortestPaths(feeds.buyers, source, sink, PATHS_PER_PAIR).map((path) => ({
            nodes: named(path.nodes),
            cost: path.cost,
          })),
        })),
    ),
  };
}

/** The shock of the reference results: this share of the final demand of the last segment is lost. */
const DEMAND_SHOCK = 0.2;

function inputOutputReport(table: InputOutputTable) {
  const c = demandShock(table, table.size - 1, DEMAND_SHOCK);
  const upstream = upstreamness(table);
  const downstream = downstreamness(table);
  const leontief = leontiefInverse(table);
  const q = inoperability(table, c);
  return {
    upstreamness: upstream === null ? null : listOf(upstream),
    downstreamness: downstream === null ? null : listOf(downstream),
    backward_linkage: downstream === null ? null : listOf(downstream),
    forward_linkage_ghosh: upstream === null ? null : listOf(upstream),
    leontief_inverse: leontief === null ? null : rowsOf(leontief, table.size),
    inoperability: {
      shock: '20 % of the final demand of the last segment',
      c: listOf(c),
      q: q === null ? null : listOf(q),
    },
  };
}

function componentReport(value: ComponentValue): number | 'n/a' | null {
  return value === 'unknown' ? null : value;
}

function listOf(values: Float64Array): readonly NullableNumber[] {
  return Array.from(values, nullIfUnknown);
}

/** Rows of a row-major array, unknown as null. */
function rowsOf(values: Float64Array, columns: number): Rows {
  const rows: NullableNumber[][] = [];
  for (let start = 0; start < values.length; start += columns) {
    rows.push(Array.from(values.subarray(start, start + columns), nullIfUnknown));
  }
  return rows;
}
