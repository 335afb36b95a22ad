/**
 * The one shape that every measure is worked out from: a cut of the segment tree against a list of regions, as dense
 * typed arrays, with the feeds, parks, measures, pairs and distances that belong to it. It is built from the graph
 * (per data release) or from a data set file; no measure knows which.
 *
 * Conventions
 * - Matrices are row-major: cell (r, s) is at `r * segments.length + s`.
 * - `NaN` in an array is "unknown". Nothing unknown is ever replaced by 0; an observed 0 is a 0.
 * - Ids are the public business keys (GB/T 2260 codes, segment codes, park and measure ids).
 */
export interface ChainMatrix {
  readonly regions: readonly MatrixRegion[];
  readonly segments: readonly string[];
  readonly feeds: readonly MatrixFeed[];
  /** The size that shares are worked out from (employees, firms or revenue, see `basis`), per cell. */
  readonly size: Float64Array;
  /** Number of firms per cell. */
  readonly firms: Float64Array;
  /** Revenue per cell, in the unit of the source; all NaN when no source states it. */
  readonly revenue: Float64Array;
  /** `size` in the earlier year, for shift-share; all NaN when only one year is held. */
  readonly earlierSize: Float64Array;
  /** How much is known of each cell; index as in `size`. */
  readonly coverage: readonly CellCoverage[];
  /** Sizes of single firms per cell (NaN = size unknown), for concentration; an empty list where none are held. */
  readonly firmSizes: ReadonlyMap<number, Float64Array>;
  /** External (out-of-province) purchase share; the entry with a region wins over the one without. */
  readonly externalShares: readonly ExternalShare[];
  /** Kilometres between regions, row-major regions x regions; NaN where unknown. */
  readonly distancesKm: Float64Array;
  readonly parks: readonly MatrixPark[];
  readonly measures: readonly MatrixMeasure[];
  /** Counterpart pairs in force at the date of the question. */
  readonly pairs: readonly CounterpartPair[];
  readonly basis: SizeBasis;
  /**
   * Indices of segments that are judged as end segments whatever they feed here: most of what they feed is not counted
   * anywhere, so the few buyers that are would stand for all. Left out = only those that feed nothing.
   */
  readonly endSegments?: ReadonlySet<number>;
  /** Per region: are all of its parks in the data? Left out = all are. Where not, "no park" is unknown, not a no. */
  readonly parksLoaded?: readonly boolean[];
  /** Per region: are all measures that reach it in the data? Left out = all are. */
  readonly measuresLoaded?: readonly boolean[];
}

/** What `size` counts. */
export type SizeBasis = 'EMPLOYEES' | 'FIRMS' | 'REVENUE';

/**
 * State of knowledge of one cell.
 * - `observed`: a number; 0 only where a source covers the cell completely.
 * - `unseen`: a sample covers the cell and holds no record of it.
 * - `size-unknown`: firms are known to be there, their size is not.
 * - `no-coverage`: no record and no coverage statement.
 */
export type CellCoverage = 'observed' | 'unseen' | 'size-unknown' | 'no-coverage';

export interface MatrixRegion {
  readonly id: string;
  /** Area (zone code) that measures and destinations refer to, for example `YUEDONG`. */
  readonly area: string;
  /** May receive relocated lots. */
  readonly destination: boolean;
}

/** `source` supplies `target`. Indices into `segments`. */
export interface MatrixFeed {
  readonly source: number;
  readonly target: number;
  /** 0 < weight <= 1: share of the buyer's input need. */
  readonly weight: number;
  readonly essential: boolean;
  /** False when nobody says whether the input is essential; `essential` is then a guess. Left out = it is said. */
  readonly essentialKnown?: boolean;
  /** The weight is a default, not a figure from a source. */
  readonly assumed: boolean;
}

export interface ExternalShare {
  readonly segment: number;
  /** Index into `regions`, or null for every region without an entry of its own. */
  readonly region: number | null;
  /** 0..1 */
  readonly share: number;
}

export interface MatrixPark {
  readonly id: string;
  readonly region: number;
  /** Indices of the segments that the park admits. */
  readonly accepts: readonly number[];
  /** Hectares; NaN where unknown. */
  readonly capacityHa: number;
  /** Hectares; NaN where unknown. */
  readonly usedHa: number;
  /** Features known to be there, for example `central_wastewater`. */
  readonly features: readonly string[];
  /** Features known to be absent; a feature in neither list is unknown. */
  readonly lacks: readonly string[];
  /** True when the list of what the park admits and has is complete; else a missing entry is unknown, not a no. */
  readonly complete: boolean;
  /** True when the list of what it admits is complete, though its features may not be: its very name or kind limits it. */
  readonly admitsOnlyListed?: boolean;
}

export interface MatrixMeasure {
  readonly id: string;
  /** Indices of the segments named; empty with `wholeChain` for `*`. */
  readonly segments: readonly number[];
  readonly wholeChain: boolean;
  /** Indices of the regions named. */
  readonly regions: readonly number[];
  /** Areas named. */
  readonly areas: readonly string[];
  readonly leads: readonly string[];
  readonly supports: readonly string[];
}

export interface CounterpartPair {
  /** Index into `regions`. */
  readonly origin: number;
  /** Index into `regions`. */
  readonly destination: number;
}

/** Number of cells, and the position of one. */
export function cellIndex(matrix: Pick<ChainMatrix, 'segments'>, region: number, segment: number): number {
  return region * matrix.segments.length + segment;
}
