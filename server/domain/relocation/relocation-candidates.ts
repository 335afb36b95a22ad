import { cellIndex, type ChainMatrix } from '../matrix/chain-matrix.ts';
import { combine, type ComponentValue, type CompositeScore, type ScoreComponent } from '../matrix/composite-score.ts';
import { distanceDecay, distanceKm } from '../matrix/distance-decay.ts';
import { compareRanked, type RankedEntry } from '../ranking/ranked-order.ts';
import { FEASIBILITY_ORDER, type Blocker, type Feasibility } from './blocker.ts';
import {
  explanationPaths,
  type ExplanationPath,
  type MissingHop,
  type PathStrengthFactors,
} from './explanation-paths.ts';
import { gradientStep } from './gradient-step.ts';
import { parkFit, type ParkAssessment } from './park-fit.ts';
import { applicableMeasures, policySupport, type MeasureReach } from './policy-support.ts';
import { postMoveChainFit, type NeighbourFit } from './post-move-chain-fit.ts';
import {
  lotSize,
  requiredFeatures,
  stayRulesAgainst,
  type RelocationLot,
  type RelocationRules,
} from './relocation-lot.ts';

/** The seven components, in the order in which they are shown. */
export const RELOCATION_COMPONENTS = [
  'chainFit',
  'park',
  'policy',
  'pairing',
  'gradient',
  'proximity',
  'relatedness',
] as const;

export type RelocationComponentName = (typeof RELOCATION_COMPONENTS)[number];
export type RelocationWeights = Readonly<Record<RelocationComponentName, number>>;

export interface RelocationParameters {
  readonly relocationWeights: RelocationWeights;
  /** Kilometres after which proximity falls to 1/e. */
  readonly distanceDecayKm: number;
  readonly pathStrength: PathStrengthFactors;
}

/** Measures worked out before, one value per cell or segment; NaN = unknown. */
export interface RelocationFacts {
  readonly matrix: ChainMatrix;
  /** X per segment: sum over the known cells. */
  readonly segmentTotals: Float64Array;
  /** Industry gradient coefficient per cell. */
  readonly igc: Float64Array;
  /** Density per cell. */
  readonly density: Float64Array;
}

/** One region as a place for the lot, with everything that its score and its place in the order rest on. */
export interface RelocationCandidate {
  /** Index into `regions`. */
  readonly region: number;
  readonly components: readonly (ScoreComponent & { readonly name: RelocationComponentName })[];
  readonly score: CompositeScore;
  readonly feasibility: Feasibility;
  /** Empty when feasible. */
  readonly blockers: readonly Blocker[];
  readonly bestPark: number | null;
  readonly parks: readonly ParkAssessment[];
  /** The measures that the policy component counts. */
  readonly measures: readonly MeasureReach[];
  /** Known share of the weight of suppliers and buyers; NaN when the segment has none. */
  readonly chainFitKnown: number;
  readonly neighbours: readonly NeighbourFit[];
  readonly paths: readonly ExplanationPath[];
  readonly missingHops: readonly MissingHop[];
  readonly facts: {
    readonly paired: boolean;
    /** NaN where unknown. */
    readonly originIgc: number;
    readonly destinationIgc: number;
    readonly km: number;
    readonly density: number;
  };
}

/**
 * Where a lot could go (reference formulas, "Relocation of a lot"): every region marked `destination` other than the
 * origin, with seven components in [0, 1], combined by `combine`. A blocked region stays in the list with its blockers.
 *
 * Order: feasible, unverified, blocked; then score from high to low; ties by region id. All scales are absolute: another
 * candidate changes no component and reorders nobody.
 *
 * Null rule: a component that cannot be worked out is `unknown` and widens [low, high]; it never counts as 0. The score
 * says how well a place fits by these seven criteria; it is no forecast of benefit.
 *
 * @param among restricts the destinations (indices into `regions`); all marked ones when left out.
 */
export function relocationCandidates(
  facts: RelocationFacts,
  lot: RelocationLot,
  parameters: RelocationParameters,
  rules: RelocationRules,
  among?: readonly number[],
): readonly RelocationCandidate[] {
  const { regions } = facts.matrix;
  const wanted = among === undefined ? null : new Set(among);
  const candidates: RelocationCandidate[] = [];
  regions.forEach((region, index) => {
    if (!region.destination || index === lot.origin || (wanted !== null && !wanted.has(index))) return;
    candidates.push(relocationCandidate(facts, lot, index, parameters, rules));
  });
  return candidates.sort((a, b) => compareRanked(placeOf(facts.matrix, a), placeOf(facts.matrix, b)));
}

/** A candidate as an entry of a ranked answer, for the measures of stability. */
export function rankedEntry(matrix: Pick<ChainMatrix, 'regions'>, candidate: RelocationCandidate): RankedEntry {
  return { ...placeOf(matrix, candidate), components: candidate.components };
}

function placeOf(
  matrix: Pick<ChainMatrix, 'regions'>,
  candidate: RelocationCandidate,
): { id: string; group: number; score: number | null } {
  return {
    id: matrix.regions[candidate.region]?.id ?? '',
    group: FEASIBILITY_ORDER[candidate.feasibility],
    score: candidate.score.score,
  };
}

function relocationCandidate(
  facts: RelocationFacts,
  lot: RelocationLot,
  region: number,
  parameters: RelocationParameters,
  rules: RelocationRules,
): RelocationCandidate {
  const { matrix } = facts;
  const size = lotSize(lot, matrix.basis);
  const chain = postMoveChainFit(matrix, facts.segmentTotals, region, lot.segment, size);
  const parksLoaded = matrix.parksLoaded?.[region] ?? true;
  const measuresLoaded = matrix.measuresLoaded?.[region] ?? true;
  const park = parkFit(matrix, region, lot.segment, lot.landHa, requiredFeatures(lot, rules), parksLoaded);
  const measures = applicableMeasures(matrix, lot.segment, region);
  const paired = matrix.pairs.some((pair) => pair.origin === lot.origin && pair.destination === region);
  const originIgc = facts.igc[cellIndex(matrix, lot.origin, lot.segment)] ?? Number.NaN;
  const destinationIgc = facts.igc[cellIndex(matrix, region, lot.segment)] ?? Number.NaN;
  const km = distanceKm(matrix, lot.origin, region);
  const density = facts.density[cellIndex(matrix, region, lot.segment)] ?? Number.NaN;

  const values: Readonly<Record<RelocationComponentName, ComponentValue>> = {
    chainFit: chain.component,
    park: park.component,
    policy: measuresLoaded ? policySupport(measures.length) : 'unknown',
    pairing: paired ? 1 : 0,
    gradient: gradientStep(originIgc, destinationIgc),
    proximity: distanceDecay(km, parameters.distanceDecayKm),
    relatedness: Number.isNaN(density) ? 'unknown' : density,
  };
  const components = RELOCATION_COMPONENTS.map((name) => ({
    name,
    value: values[name],
    weight: parameters.relocationWeights[name],
  }));

  const stays: Blocker[] = stayRulesAgainst(matrix, lot, region, rules).map((rule) => ({
    kind: 'segment-stays',
    rule: 'stay-in-area',
    demandedBy: rule.demandedBy,
  }));
  const explanation = explanationPaths(
    matrix,
    { segment: lot.segment, region, chainFit: chain, parkFit: park, measures, measuresLoaded },
    parameters.pathStrength,
  );
  return {
    region,
    components,
    score: combine(components),
    feasibility: stays.length > 0 ? 'blocked' : park.feasibility,
    blockers: [...stays, ...park.blockers],
    bestPark: park.bestPark,
    parks: park.assessments,
    measures,
    chainFitKnown: chain.knownShare,
    neighbours: chain.neighbours,
    paths: explanation.paths,
    missingHops: explanation.missing,
    facts: { paired, originIgc, destinationIgc, km, density },
  };
}
