import { cellWhatIf } from '../disruption/cell-what-if.ts';
import { firmCascade } from '../disruption/firm-cascade.ts';
import { firmNetwork } from '../disruption/firm-network.ts';
import { densities } from '../gaps/density.ts';
import { gapCell, gapMatrix } from '../gaps/gap-matrix.ts';
import type { GapMatrix } from '../gaps/gap-matrix.ts';
import { proximities } from '../gaps/proximity.ts';
import { industryGradient } from '../gradient/industry-gradient.ts';
import type { ComponentValue, ScoreComponent } from '../matrix/composite-score.ts';
import { nullIfUnknown } from '../matrix/unknown.ts';
import { topStability } from '../ranking/top-stability.ts';
import { assignToParks } from '../relocation/park-assignment.ts';
import type { LinearProgramSolver, LotWithCandidates } from '../relocation/park-assignment.ts';
import { rankedEntry, relocationCandidates } from '../relocation/relocation-candidates.ts';
import type { RelocationCandidate, RelocationFacts } from '../relocation/relocation-candidates.ts';
import { NO_RULES } from '../relocation/relocation-lot.ts';
import type { RelocationLot } from '../relocation/relocation-lot.ts';
import { topsis } from '../relocation/topsis.ts';
import { countLinksWithRegions, mostSevereGaps, targetFirms } from '../targets/target-firms.ts';
import type { TargetFacts } from '../targets/target-firms.ts';
import type { Dataset, RelocationQuery } from './dataset.ts';

/** Rows of the reference results: gaps that firms are looked for, firms shown for each, and firms of the ranking. */
const TARGET_GAPS = 3;
const TARGET_FIRMS_SHOWN = 8;
const CASCADES_SHOWN = 10;

/**
 * What could move, whom to approach and what would follow a loss, for the questions of a data set, as one JSON value
 * with the field names of the reference results (`relocation`, `target_firms`, `assignment`, `whatif`,
 * `firm_cascade`). Unknown is null. Every number comes from the functions that serve the API; a data set states no rules
 * about segments, so none are applied.
 */
export function moveReport(dataset: Dataset, solver: LinearProgramSolver) {
  const gaps = gapMatrix(dataset.matrix, dataset.parameters);
  const proximity = proximities(gaps.specialised, dataset.matrix.regions.length, dataset.matrix.segments.length);
  const lots = lotsOf(dataset, gaps, proximity);
  return {
    relocation: lots.map((entry) => relocationReport(dataset, entry)),
    target_firms: targetReport(dataset, gaps, proximity),
    assignment: assignmentReport(dataset, lots, solver),
    whatif: whatIfReport(dataset),
    firm_cascade: firmCascadeReport(dataset),
  };
}

function lotsOf(dataset: Dataset, gaps: GapMatrix, proximity: Float64Array): readonly LotWithCandidates[] {
  const { matrix, parameters } = dataset;
  const facts: RelocationFacts = {
    matrix,
    segmentTotals: gaps.totals.segment,
    igc: industryGradient(matrix, gaps.totals).coefficient,
    density: densities(gaps.specialised, proximity, matrix.regions.length, matrix.segments.length).density,
  };
  return dataset.relocationQueries.map((query) => {
    const lot = lotOf(query);
    return { lot, candidates: relocationCandidates(facts, lot, parameters, NO_RULES) };
  });
}

function lotOf(query: RelocationQuery): RelocationLot {
  return {
    id: query.id,
    segment: query.segment,
    origin: query.origin,
    employees: query.employees,
    firms: null,
    landHa: query.landHa,
    requires: query.requires.map((feature) => ({ feature, demandedBy: null })),
  };
}

function relocationReport({ matrix }: Dataset, { lot, candidates }: LotWithCandidates) {
  const entries = candidates.map((candidate) => rankedEntry(matrix, candidate));
  const comparison = topsis(entries);
  return {
    query: lot.id,
    segment: matrix.segments[lot.segment],
    origin: matrix.regions[lot.origin]?.id,
    candidates: candidates.map((candidate) => candidateReport(matrix, candidate)),
    top_stability: topStability(entries),
    topsis: {
      criteria: comparison.criteria,
      closeness: Object.fromEntries([...comparison.closeness].map(([id, value]) => [id, nullIfUnknown(value)])),
    },
  };
}

function candidateReport(matrix: Dataset['matrix'], candidate: RelocationCandidate) {
  return {
    region: matrix.regions[candidate.region]?.id,
    components: componentsReport(candidate.components),
    ...candidate.score,
    feasible: candidate.feasibility === 'feasible',
    best_park: candidate.bestPark === null ? null : matrix.parks[candidate.bestPark]?.id,
    measures: candidate.measures.map((reach) => matrix.measures[reach.measure]?.id),
    chain_fit_known: nullIfUnknown(candidate.chainFitKnown),
    neighbours: candidate.neighbours.map(({ segment, side, fit }) => ({
      segment: matrix.segments[segment],
      side,
      fit,
    })),
    paths: candidate.paths.map(({ nodes, link, strength }) => ({ nodes, link, strength })),
  };
}

function targetReport(dataset: Dataset, gaps: GapMatrix, proximity: Float64Array) {
  const { matrix, firms } = dataset;
  const places = firms.map((firm) => [firm.region]);
  const facts: TargetFacts = {
    matrix,
    segmentProximity: proximity,
    firms: firms.map((firm) => ({
      id: firm.id,
      regions: [firm.region],
      segments: [firm.segment],
      employees: firm.employees,
    })),
    linksWithRegion: countLinksWithRegions(places, dataset.supplyLinks),
  };
  const cells = gaps.verdicts.map((verdict, index) => {
    const { region, segment, severity } = gapCell(gaps, index);
    return { region, segment, class: verdict.class, severity: severity?.score ?? null };
  });
  return mostSevereGaps(matrix, cells, TARGET_GAPS).map((gap) => {
    const { candidates } = targetFirms(facts, gap, dataset.parameters);
    return {
      region: matrix.regions[gap.region]?.id,
      segment: matrix.segments[gap.segment],
      candidates: candidates.length,
      top: candidates.slice(0, TARGET_FIRMS_SHOWN).map((candidate) => ({
        firm: firms[candidate.firm]?.id,
        components: componentsReport(candidate.components),
        ...candidate.score,
      })),
    };
  });
}

function assignmentReport({ matrix }: Dataset, lots: readonly LotWithCandidates[], solver: LinearProgramSolver) {
  const found = assignToParks(matrix, lots, solver);
  return {
    optimum: found.optimum,
    placed_ha: found.placedHa,
    one_solution: found.parts.map((part) => ({
      lot: lots[part.lot]?.lot.id,
      park: matrix.parks[part.park]?.id,
      ha: part.ha,
    })),
  };
}

function whatIfReport({ matrix, parameters, whatIfQueries }: Dataset) {
  const rows = (values: Float64Array): number[][] =>
    matrix.regions.map((_, r) => [...values.subarray(r * matrix.segments.length, (r + 1) * matrix.segments.length)]);
  return whatIfQueries.map((query) => {
    const result = cellWhatIf(matrix, query.shocks, parameters.distanceDecayKm, { epsilon: parameters.cascadeEps });
    return {
      id: query.id,
      loss_total_with_external_share: nullIfUnknown(result.lossTotalWithExternalShare),
      iterations: result.cascade.rounds,
      loss_total: nullIfUnknown(result.lossTotal),
      loss_downstream: nullIfUnknown(result.lossDownstream),
      loss_upstream: nullIfUnknown(result.lossUpstream),
      direct: nullIfUnknown(result.direct),
      loss_by_region: Array.from(result.lossByRegion, nullIfUnknown),
      h_down: rows(result.cascade.down),
      h_up: rows(result.cascade.up),
    };
  });
}

function firmCascadeReport({ matrix, firms, supplyLinks, parameters }: Dataset) {
  const network = firmNetwork(
    {
      segment: Int32Array.from(firms, (firm) => firm.segment),
      employees: Float64Array.from(firms, (firm) => firm.employees),
      revenue: Float64Array.from(firms, (firm) => firm.revenue),
      source: Int32Array.from(supplyLinks, (link) => link.source),
      target: Int32Array.from(supplyLinks, (link) => link.target),
      amount: Float64Array.from(supplyLinks, (link) => link.amount),
    },
    matrix.feeds,
    matrix.segments.length,
  );
  const rows = firms.map(({ id }, firm) => {
    const result = firmCascade(network, [{ firm, loss: 1 }], { epsilon: parameters.cascadeEps });
    return {
      firm: id,
      esri: nullIfUnknown(result.loss),
      downstream: nullIfUnknown(result.downstream),
      upstream: nullIfUnknown(result.upstream),
      iterations: result.rounds,
    };
  });
  const top = [...rows]
    .sort((a, b) => (b.esri ?? -1) - (a.esri ?? -1) || (a.firm < b.firm ? -1 : 1))
    .slice(0, CASCADES_SHOWN);
  return { weights: 'employees; a firm with unknown employees has weight 0', firms: rows, top };
}

function componentsReport(components: readonly ScoreComponent[]): Readonly<Record<string, number | 'n/a' | null>> {
  return Object.fromEntries(components.map(({ name, value }) => [name, componentReport(value)]));
}

function componentReport(value: ComponentValue): number | 'n/a' | null {
  return value === 'unknown' ? null : value;
}
