import { densities } from '../gaps/density.ts';
import { gapCell, gapMatrix } from '../gaps/gap-matrix.ts';
import type { GapMatrix } from '../gaps/gap-matrix.ts';
import { proximities } from '../gaps/proximity.ts';
import { provinceSummary } from '../gaps/province-summary.ts';
import { industryGradient } from '../gradient/industry-gradient.ts';
import type { ComponentValue } from '../matrix/composite-score.ts';
import { nullIfUnknown } from '../matrix/unknown.ts';
import type { Dataset } from './dataset.ts';

type NullableNumber = number | null;
type Rows = readonly (readonly NullableNumber[])[];

/**
 * The measures of cells, segments and regions of a data set as one JSON value with the field names of the reference
 * results (`matrix`, `province`, `gaps`). Unknown is null. Every number comes from the functions that serve the API.
 */
export function cellReport(dataset: Dataset) {
  const gaps = gapMatrix(dataset.matrix, dataset.parameters);
  return { matrix: matrixReport(gaps), province: provinceReport(gaps), gaps: gapReport(gaps) };
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
      severity_low: cell.severity?.low ?? null,
      severity_high: cell.severity?.high ?? null,
      evidence: cell.severity?.evidence ?? null,
    };
  });
}

function componentReport(value: ComponentValue): number | 'n/a' | null {
  return value === 'unknown' ? null : value;
}

/** Rows of a row-major array, unknown as null. */
function rowsOf(values: Float64Array, columns: number): Rows {
  const rows: NullableNumber[][] = [];
  for (let start = 0; start < values.length; start += columns) {
    rows.push(Array.from(values.subarray(start, start + columns), nullIfUnknown));
  }
  return rows;
}
