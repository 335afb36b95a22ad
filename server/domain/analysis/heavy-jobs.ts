import { firmCascade, type FirmCascade, type FirmCascadeOptions, type FirmShock } from '../disruption/firm-cascade.ts';
import { firmNetwork, type FirmLinks } from '../disruption/firm-network.ts';
import type { StopCheck } from '../disruption/stop-check.ts';
import { whatIfRange, type ShockRange, type WhatIfRange } from '../disruption/what-if-range.ts';
import { densities } from '../gaps/density.ts';
import { proximities } from '../gaps/proximity.ts';
import type { ChainMatrix, MatrixFeed } from '../matrix/chain-matrix.ts';
import type { RankedEntry } from '../ranking/ranked-order.ts';
import {
  assignToParks,
  type LinearProgramSolver,
  type LotWithCandidates,
  type ParkAssignment,
} from '../relocation/park-assignment.ts';
import { answerStability, type AnswerStability } from './ranking-stability.ts';

/**
 * Computations that may take longer than the event loop can wait (50 ms), as data in and data out, so that they can run
 * on another thread. Every one is a pure function; the thread is the business of whoever runs it.
 */
export interface HeavyJobKinds {
  readonly 'what-if': { readonly input: WhatIfJob; readonly result: WhatIfRange };
  readonly 'firm-cascade': { readonly input: FirmCascadeJob; readonly result: FirmCascade };
  readonly relatedness: { readonly input: RelatednessJob; readonly result: Relatedness };
  readonly 'park-assignment': { readonly input: ParkAssignmentJob; readonly result: ParkAssignment };
  readonly 'rank-stability': { readonly input: RankStabilityJob; readonly result: AnswerStability | null };
}

export type HeavyJobKind = keyof HeavyJobKinds;
export type HeavyJobInput<Kind extends HeavyJobKind> = HeavyJobKinds[Kind]['input'];
export type HeavyJobResult<Kind extends HeavyJobKind> = HeavyJobKinds[Kind]['result'];

/** Runs heavy jobs. The signal ends a job that nobody waits for; the promise is then rejected with the signal's reason. */
export interface HeavyJobRunner {
  run<Kind extends HeavyJobKind>(
    kind: Kind,
    input: HeavyJobInput<Kind>,
    signal: AbortSignal,
  ): Promise<HeavyJobResult<Kind>>;
}

export interface WhatIfJob {
  readonly matrix: ChainMatrix;
  readonly shocks: readonly ShockRange[];
  readonly decayKm: number;
  readonly epsilon: number;
  /** Null: until it settles. */
  readonly depth: number | null;
}

export interface FirmCascadeJob {
  readonly links: FirmLinks;
  readonly feeds: readonly Pick<MatrixFeed, 'source' | 'target' | 'essential'>[];
  readonly segments: number;
  readonly shocks: readonly FirmShock[];
  readonly options: Omit<FirmCascadeOptions, 'shouldStop'>;
}

export interface RelatednessJob {
  readonly specialised: Float64Array;
  readonly regions: number;
  readonly segments: number;
}

export interface Relatedness {
  /** Segments x segments. */
  readonly proximity: Float64Array;
  /** Regions x segments. */
  readonly density: Float64Array;
}

export interface ParkAssignmentJob {
  readonly parks: ChainMatrix['parks'];
  readonly lots: readonly LotWithCandidates[];
}

export interface RankStabilityJob {
  readonly entries: readonly RankedEntry[];
}

/** What a job needs from the thread that it runs on. */
export interface JobTools {
  readonly shouldStop: StopCheck;
  readonly solver: () => Promise<LinearProgramSolver>;
}

type JobTable = {
  readonly [Kind in HeavyJobKind]: (
    input: HeavyJobInput<Kind>,
    tools: JobTools,
  ) => HeavyJobResult<Kind> | Promise<HeavyJobResult<Kind>>;
};

/** The jobs by name; adding one is adding a line here and in `HeavyJobKinds`. */
export const HEAVY_JOBS: JobTable = {
  'what-if': ({ matrix, shocks, decayKm, epsilon, depth }, { shouldStop }) =>
    whatIfRange(matrix, shocks, decayKm, {
      epsilon,
      shouldStop,
      ...(depth === null ? {} : { maxRounds: depth }),
    }),
  'firm-cascade': ({ links, feeds, segments, shocks, options }, { shouldStop }) =>
    firmCascade(firmNetwork(links, feeds, segments), shocks, { ...options, shouldStop }),
  relatedness: (input) => relatedness(input),
  'park-assignment': async ({ parks, lots }, { solver }) => assignToParks({ parks }, lots, await solver()),
  'rank-stability': ({ entries }) => answerStability(entries),
};

/** Proximity of the segments and density of the cells: what relocation and target firms mean by related. */
export function relatedness({ specialised, regions, segments }: RelatednessJob): Relatedness {
  const proximity = proximities(specialised, regions, segments);
  return { proximity, density: densities(specialised, proximity, regions, segments).density };
}
