import { gapMatrix, type GapMatrix } from '../gaps/gap-matrix.ts';
import type { MapIndex } from '../map/map-index.ts';
import type { SizeBasis } from '../matrix/chain-matrix.ts';
import { DEFAULT_PARAMETERS, type AnalyticsParameters } from '../parameters.ts';
import { buildMatrix, type MapMatrix } from './build-matrix.ts';
import { cutFeeds, treeOf } from './chain-on-cut.ts';
import { relatedness, type HeavyJobRunner, type Relatedness } from './heavy-jobs.ts';
import { parametersFrom, type ParameterAsked } from './parameter-input.ts';

/** The matrix of a question with its measures. */
export interface WorkedMatrix {
  readonly built: MapMatrix;
  readonly gaps: GapMatrix;
  /** Proximity and density; worked out when first asked for, on another thread when the matrix is large. */
  relatedness(signal: AbortSignal): Promise<Relatedness>;
}

export interface MatrixAsked {
  readonly cut: readonly string[];
  readonly basis: SizeBasis;
  /** Zone codes that a lot may go to. */
  readonly zones: ReadonlySet<string>;
  /** Receiving cities of other zones may take lots too. */
  readonly receiversToo: boolean;
  /** ISO date. */
  readonly today: string;
  readonly parameters: readonly ParameterAsked[];
  /** Names that shape the question. */
  readonly allowed: readonly string[];
}

/**
 * Under sample coverage "two firms or fewer" says nothing about concentration: the sample leaves firms out. The rule is
 * switched off by 0 and echoed as such.
 */
const CONCENTRATED_MAX_FIRMS_IN_A_SAMPLE = 0;

/**
 * Prior of the shrunk location quotient when firms are counted: 10 firms with the mix of the province, in the place of
 * the 1,000 jobs of the reference parameters (about 100 jobs a firm).
 */
const LQ_SHRINK_FIRMS = 10;

/** Results kept at once: a page asks for a handful of cuts and bases. */
const KEPT_RESULTS = 32;

/** Cells from which relatedness could hold up the event loop for 50 ms: 122 regions x 1,300 segments take 150 ms. */
const LARGE_MATRIX_CELLS = 10_000;

/** Keeps matrices and their measures by (release, question, parameters), the least recently used going first. */
export function workedMatrices(
  jobs: HeavyJobRunner,
  defaults: AnalyticsParameters = DEFAULT_PARAMETERS,
): (index: MapIndex, asked: MatrixAsked) => WorkedMatrix {
  const kept = new Map<string, WorkedMatrix>();
  return (index, asked) => {
    // Parameters are checked before anything is looked up: a bad one fails whatever is kept.
    parametersFrom(defaults, asked.parameters, asked.allowed);
    const key = JSON.stringify([
      index.map.release.id,
      asked.cut,
      asked.basis,
      [...asked.zones].sort(),
      asked.receiversToo,
      asked.today,
      asked.parameters.map(({ name, value }) => [name, value]).sort(),
    ]);
    const found = kept.get(key);
    if (found !== undefined) {
      // Moves to the end: the oldest unused goes first.
      kept.delete(key);
      kept.set(key, found);
      return found;
    }
    const result = workOut(index, asked, jobs, defaults);
    kept.set(key, result);
    const oldest = kept.keys().next();
    if (kept.size > KEPT_RESULTS && oldest.done !== true) kept.delete(oldest.value);
    return result;
  };
}

function workOut(
  index: MapIndex,
  asked: MatrixAsked,
  jobs: HeavyJobRunner,
  defaults: AnalyticsParameters,
): WorkedMatrix {
  const built = buildMatrix(index, {
    cut: asked.cut,
    basis: asked.basis,
    feeds: cutFeeds(index, treeOf(index), asked.cut),
    destinationZones: asked.zones,
    receiversToo: asked.receiversToo,
    today: asked.today,
  });
  const sampled = built.knowledge.some((cell) => cell.coverage === 'SAMPLE');
  const adapted: AnalyticsParameters = {
    ...defaults,
    ...(asked.basis === 'FIRMS' ? { lqShrinkK: LQ_SHRINK_FIRMS } : {}),
    ...(sampled ? { concentratedMaxFirms: CONCENTRATED_MAX_FIRMS_IN_A_SAMPLE } : {}),
  };
  const gaps = gapMatrix(built.matrix, parametersFrom(adapted, asked.parameters, asked.allowed));
  let related: Relatedness | null = null;
  return {
    built,
    gaps,
    relatedness: async (signal) => {
      const input = {
        specialised: gaps.specialised,
        regions: built.matrix.regions.length,
        segments: built.matrix.segments.length,
      };
      // Kept when it is done, not while it runs: one asker who leaves must not end it for another.
      related ??=
        built.matrix.size.length < LARGE_MATRIX_CELLS
          ? relatedness(input)
          : await jobs.run('relatedness', input, signal);
      return related;
    },
  };
}
