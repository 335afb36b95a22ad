import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import { AppError } from '../app-error.ts';
import type { RelocationCandidate } from './relocation-candidates.ts';
import type { RelocationLot } from './relocation-lot.ts';

/**
 * What the assignment needs of a linear-programming solver; the `highs` package fits. It is given in, so that the domain
 * loads nothing.
 */
export interface LinearProgramSolver {
  solve(
    problem: string,
    options?: Readonly<{
      primal_feasibility_tolerance?: number;
      dual_feasibility_tolerance?: number;
      solver?: 'simplex';
      parallel?: 'off';
    }>,
  ): {
    readonly Status: string;
    /** By variable name; `Primal` holds the value where there is a solution. */
    readonly Columns: Readonly<Record<string, object>>;
  };
}

/** A lot with its candidates, as `relocationCandidates` gives them. */
export interface LotWithCandidates {
  readonly lot: RelocationLot;
  readonly candidates: readonly RelocationCandidate[];
}

export interface PlacedPart {
  /** Position in the list of lots. */
  readonly lot: number;
  /** Index into `matrix.parks`. */
  readonly park: number;
  readonly ha: number;
  /** Relocation score of the park's region for this lot. */
  readonly score: number;
}

/** What of a lot finds no place, and why; a closed set. */
export interface UnplacedRest {
  readonly lot: number;
  /** NaN when the lot does not say how much land it needs. */
  readonly ha: number;
  readonly reason:
    | 'land-unknown'
    /** No park is known to admit it with every required feature. */
    | 'no-admissible-park'
    /** Parks certainly admit it with every required feature; what land they have left is unknown. */
    | 'park-land-unknown'
    /** Parks may admit it, but an admission or a feature is unknown, or not all parks are loaded. */
    | 'parks-unverified'
    /** A measure wants the segment kept in its area. */
    | 'segment-stays'
    /** The parks that admit it have no land left, or what they have is better used by other lots. */
    | 'capacity-used';
}

export interface ParkAssignment {
  /** Sum of score x ha; the most that is possible. */
  readonly optimum: number;
  readonly placedHa: number;
  /** One of the best solutions, in the order of lots, then parks. */
  readonly parts: readonly PlacedPart[];
  readonly unplaced: readonly UnplacedRest[];
}

interface Option {
  readonly lot: number;
  readonly park: number;
  readonly score: number;
}

/** Hectares below which a part is rounding, not land (a hundredth of a square metre). */
const ROUNDING_HA = 1e-6;

/** The tightest tolerances that HiGHS allows. */
const TOLERANCE = 1e-10;

/**
 * Places lots in parks (reference formulas, `assignment`): the most sum of score x ha, lots may be split over admissible
 * parks, no park takes more than capacity - used and no lot more than its land. A transport problem, solved exactly as
 * a linear program; only `optimum` is unique.
 *
 * A park is admissible when it certainly accepts the segment, certainly has every required feature, its free land is
 * known, and no rule keeps the segment where it is. Everything else stays unplaced with its reason. Ties between equal
 * optima are left to the solver, which is deterministic.
 *
 * Error: INTERNAL_SERVER_ERROR when the solver finds no optimum, which a transport problem always has.
 */
export function assignToParks(
  matrix: Pick<ChainMatrix, 'parks'>,
  lots: readonly LotWithCandidates[],
  solver: LinearProgramSolver,
): ParkAssignment {
  const options = lots.flatMap((entry, lot) => optionsOf(entry, lot));
  const useful = options.filter((one) => one.score > 0);
  const parts = useful.length === 0 ? [] : solve(matrix, lots, useful, solver);

  const placedOf = new Float64Array(lots.length);
  let optimum = 0;
  let placedHa = 0;
  for (const part of parts) {
    optimum += part.score * part.ha;
    placedHa += part.ha;
    placedOf[part.lot] = (placedOf[part.lot] ?? 0) + part.ha;
  }
  const admissible = new Set(options.map((one) => one.lot));
  const unplaced = lots.flatMap((entry, lot): UnplacedRest[] => {
    const land = entry.lot.landHa;
    if (land === null) return [{ lot, ha: Number.NaN, reason: 'land-unknown' }];
    const rest = land - (placedOf[lot] ?? 0);
    if (rest <= ROUNDING_HA) return [];
    return [{ lot, ha: rest, reason: admissible.has(lot) ? 'capacity-used' : reasonWithoutPark(entry) }];
  });
  return { optimum, placedHa, parts, unplaced };
}

function optionsOf(entry: LotWithCandidates, lot: number): Option[] {
  if (entry.lot.landHa === null) return [];
  return entry.candidates.flatMap((candidate) => {
    const score = candidate.score.score;
    if (score === null || staysBlocked(candidate)) return [];
    return candidate.parks
      .filter(
        (park) =>
          park.admits === 'yes' && park.features.every((one) => one.present === 'yes') && !Number.isNaN(park.freeHa),
      )
      .map((park) => ({ lot, park: park.park, score }));
  });
}

function reasonWithoutPark({ candidates }: LotWithCandidates): UnplacedRest['reason'] {
  const open = candidates.filter((candidate) => !staysBlocked(candidate));
  if (open.length === 0 && candidates.length > 0) return 'segment-stays';
  const admitted = open.some((candidate) =>
    candidate.parks.some((park) => park.admits === 'yes' && park.features.every((one) => one.present === 'yes')),
  );
  if (admitted) return 'park-land-unknown';
  const unverified = open.some((candidate) =>
    candidate.blockers.some(
      (blocker) =>
        blocker.kind === 'parks-not-loaded' ||
        blocker.kind === 'park-admission-unknown' ||
        blocker.kind === 'park-feature-unknown',
    ),
  );
  return unverified ? 'parks-unverified' : 'no-admissible-park';
}

function staysBlocked(candidate: RelocationCandidate): boolean {
  return candidate.blockers.some((blocker) => blocker.kind === 'segment-stays');
}

function solve(
  matrix: Pick<ChainMatrix, 'parks'>,
  lots: readonly LotWithCandidates[],
  options: readonly Option[],
  solver: LinearProgramSolver,
): PlacedPart[] {
  const variable = (k: number): string => `x${k}`;
  const sumBy = (key: (one: Option) => number): Map<number, string[]> => {
    const rows = new Map<number, string[]>();
    options.forEach((one, k) => {
      const row = rows.get(key(one));
      if (row === undefined) rows.set(key(one), [variable(k)]);
      else row.push(variable(k));
    });
    return rows;
  };
  const freeOf = (park: number): number => {
    const found = matrix.parks[park];
    return found === undefined ? 0 : Math.max(0, found.capacityHa - found.usedHa);
  };
  const problem = [
    'Maximize',
    ` total: ${options.map((one, k) => `${decimal(one.score)} ${variable(k)}`).join('\n + ')}`,
    'Subject To',
    ...[...sumBy((one) => one.lot)].map(
      ([lot, terms]) => ` lot${lot}: ${terms.join('\n + ')} <= ${decimal(lots[lot]?.lot.landHa ?? 0)}`,
    ),
    ...[...sumBy((one) => one.park)].map(
      ([park, terms]) => ` park${park}: ${terms.join('\n + ')} <= ${decimal(freeOf(park))}`,
    ),
    'End',
  ].join('\n');

  const solution = solver.solve(problem, {
    solver: 'simplex',
    parallel: 'off',
    primal_feasibility_tolerance: TOLERANCE,
    dual_feasibility_tolerance: TOLERANCE,
  });
  if (solution.Status !== 'Optimal') {
    throw new AppError('INTERNAL_SERVER_ERROR', `The assignment of lots to parks ended as ${solution.Status}.`);
  }
  return options
    .map((one, k): PlacedPart => ({ ...one, ha: primalOf(solution.Columns[variable(k)]) }))
    .filter((part) => part.ha > ROUNDING_HA)
    .sort((a, b) => a.lot - b.lot || a.park - b.park);
}

function primalOf(column: object | undefined): number {
  return column !== undefined && 'Primal' in column && typeof column.Primal === 'number' ? column.Primal : 0;
}

/** The shortest text that reads back as the same number. */
function decimal(value: number): string {
  return String(value);
}
