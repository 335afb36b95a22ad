import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import type { ParkFit } from './park-fit.ts';
import type { MeasureReach } from './policy-support.ts';
import type { ChainSide, NeighbourFit, PostMoveChainFit } from './post-move-chain-fit.ts';

/** Factors by which a path is weaker when a measure or a department is less direct; each 0..1. */
export interface PathStrengthFactors {
  readonly measureNamesSegment: number;
  readonly measureWholeChain: number;
  readonly measureNamesRegion: number;
  readonly measureNamesArea: number;
  readonly deptLead: number;
  readonly deptSupport: number;
}

/** segment -> neighbour -> region -> park -> measure -> department. Indices into the matrix; the department by id. */
export interface ExplanationPath {
  readonly segment: number;
  readonly neighbour: number;
  readonly link: ChainSide;
  readonly region: number;
  readonly park: number;
  readonly measure: number;
  readonly department: string;
  readonly role: 'lead' | 'support';
  /** Public ids of the six nodes, in that order. */
  readonly nodes: readonly string[];
  /** Product of the hops, 0..1. */
  readonly strength: number;
  /** What each hop after the segment contributes, 0..1: link weight x fit of the neighbour in the region, park, directness of the measure, role. */
  readonly hops: {
    readonly neighbour: number;
    readonly park: number;
    readonly measure: number;
    readonly department: number;
  };
}

/** A hop without which there is no path; `unknown` when a fact is missing, `absent` when it is known not to be there. */
export interface MissingHop {
  readonly hop: 'neighbour' | 'park' | 'measure' | 'department';
  readonly state: 'absent' | 'unknown';
}

export interface Explanation {
  /** Strongest first, ties by the node list. */
  readonly paths: readonly ExplanationPath[];
  /** In the order of the hops; empty when there is a path. */
  readonly missing: readonly MissingHop[];
}

/** Facts about one destination that its paths run through. */
export interface PathFacts {
  readonly segment: number;
  readonly region: number;
  readonly chainFit: PostMoveChainFit;
  readonly parkFit: ParkFit;
  readonly measures: readonly MeasureReach[];
  /** False when the measures of the region are not all in the data. */
  readonly measuresLoaded: boolean;
}

/**
 * Explanation paths (reference formulas, "Relocation of a lot"): strength = w x fit of the neighbour x park x (measure
 * names the segment or the whole chain) x (names the region or only its area) x (lead or support); the `limit`
 * strongest. A path needs a neighbour with fit > 0 and a park that certainly offers something. Without a path the
 * missing hops are named: they are what there is to do.
 */
export function explanationPaths(
  matrix: Pick<ChainMatrix, 'segments' | 'regions' | 'parks' | 'measures'>,
  facts: PathFacts,
  factors: PathStrengthFactors,
  limit = 3,
): Explanation {
  const segmentId = matrix.segments[facts.segment] ?? '';
  const regionId = matrix.regions[facts.region]?.id ?? '';
  const neighbours = facts.chainFit.neighbours.filter((one) => one.fit > 0);
  const parks = facts.parkFit.assessments.filter((one) => one.low > 0);
  const departments = facts.measures.flatMap((reach) => departmentsOf(matrix, reach, factors));

  const paths: ExplanationPath[] = [];
  for (const neighbour of neighbours) {
    for (const park of parks) {
      for (const one of departments) {
        paths.push({
          segment: facts.segment,
          neighbour: neighbour.segment,
          link: neighbour.side,
          region: facts.region,
          park: park.park,
          measure: one.measure,
          department: one.department,
          role: one.role,
          nodes: [
            segmentId,
            matrix.segments[neighbour.segment] ?? '',
            regionId,
            matrix.parks[park.park]?.id ?? '',
            matrix.measures[one.measure]?.id ?? '',
            one.department,
          ],
          strength: neighbour.weight * neighbour.fit * park.low * one.directness * one.duty,
          hops: {
            neighbour: neighbour.weight * neighbour.fit,
            park: park.low,
            measure: one.directness,
            department: one.duty,
          },
        });
      }
    }
  }
  paths.sort((a, b) => b.strength - a.strength || compareNodes(a.nodes, b.nodes));

  return {
    paths: paths.slice(0, limit),
    missing: paths.length > 0 ? [] : missingHops(facts, neighbours, parks.length, departments.length),
  };
}

function departmentsOf(
  matrix: Pick<ChainMatrix, 'measures'>,
  reach: MeasureReach,
  factors: PathStrengthFactors,
): { measure: number; department: string; role: 'lead' | 'support'; directness: number; duty: number }[] {
  const measure = matrix.measures[reach.measure];
  if (measure === undefined) return [];
  const directness =
    (reach.names === 'segment' ? factors.measureNamesSegment : factors.measureWholeChain) *
    (reach.place === 'region' ? factors.measureNamesRegion : factors.measureNamesArea);
  return [
    ...measure.leads.map((department) => ({
      measure: reach.measure,
      department,
      role: 'lead' as const,
      directness,
      duty: factors.deptLead,
    })),
    ...measure.supports.map((department) => ({
      measure: reach.measure,
      department,
      role: 'support' as const,
      directness,
      duty: factors.deptSupport,
    })),
  ];
}

function missingHops(
  facts: PathFacts,
  neighbours: readonly NeighbourFit[],
  parks: number,
  departments: number,
): MissingHop[] {
  const missing: MissingHop[] = [];
  if (neighbours.length === 0) {
    missing.push({ hop: 'neighbour', state: facts.chainFit.knownShare < 1 ? 'unknown' : 'absent' });
  }
  if (parks === 0) missing.push({ hop: 'park', state: facts.parkFit.component === 'unknown' ? 'unknown' : 'absent' });
  if (facts.measures.length === 0) {
    missing.push({ hop: 'measure', state: facts.measuresLoaded ? 'absent' : 'unknown' });
  } else if (departments === 0) {
    missing.push({ hop: 'department', state: 'absent' });
  }
  return missing;
}

/** Node lists by code units, node by node, so that the order is the same on every machine. */
function compareNodes(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const x = a[i] ?? '';
    const y = b[i] ?? '';
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
