import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import { at } from '../matrix/typed-array-access.ts';
import {
  cellCascade,
  cellFlows,
  shockedCapacity,
  type CapacityShock,
  type CellCascade,
  type CellCascadeOptions,
} from './cell-cascade.ts';

/** A shock of which only a range is known: null stands for every region, or every segment; losses are shares 0..1. */
export interface ShockRange {
  readonly region: number | null;
  readonly segment: number | null;
  readonly low: number;
  readonly high: number;
}

/** Least and most, shares 0..1; NaN where there is no known size. */
export interface LossRange {
  readonly low: number;
  readonly high: number;
}

/** A what-if as a range; arrays are per cell (regions x segments) or per region, shares of the known size. */
export interface WhatIfRange {
  readonly direct: LossRange;
  readonly total: LossRange;
  readonly downstream: LossRange;
  readonly upstream: LossRange;
  readonly regionLow: Float64Array;
  readonly regionHigh: Float64Array;
  readonly cellLow: Float64Array;
  readonly cellHigh: Float64Array;
  /** The run with the largest total loss: what hits a cell, and what is left elsewhere, is read from it. */
  readonly worst: CellCascade;
  /** Feeds of which nobody says whether the input is essential. */
  readonly feedsUnmarked: number;
  readonly rounds: number;
  /** False when the depth ended a run before it had settled. */
  readonly settled: boolean;
}

/**
 * What-if on cells as a range over what is not known (reference formulas, "What-if on cells"; product rule "essential mark
 * unknown: run both ways, report the range"): the low and the high shock, each with every unmarked feed taken as
 * replaceable and as essential. Up to four cascades; one when nothing is open. Low and high are taken cell by cell, so a
 * total lies inside the sum of its cells.
 *
 * The figures are an upper bound of the first-round exposure, not a forecast. Errors: as `cellFlows`, `cellCascade`.
 */
export function whatIfRange(
  matrix: ChainMatrix,
  shocks: readonly ShockRange[],
  decayKm: number,
  options: Omit<CellCascadeOptions, 'useExternalShares'>,
): WhatIfRange {
  const feedsUnmarked = matrix.feeds.filter((feed) => feed.essentialKnown === false).length;
  const low = shockedCapacity(matrix, shocksOf(shocks, 'low'));
  const high = shockedCapacity(matrix, shocksOf(shocks, 'high'));
  const starts = shocks.every((shock) => shock.low === shock.high) ? [high] : [low, high];
  const marks: readonly (boolean | null)[] = feedsUnmarked === 0 ? [null] : [false, true];
  const runs: Run[] = marks.flatMap((essential) => {
    const flows = cellFlows(essential === null ? matrix : markUnknown(matrix, essential), decayKm);
    return starts.map((shocked) => {
      const cascade = cellCascade(flows, shocked, options);
      const left = cascade.down.map((value, cell) => Math.min(value, at(cascade.up, cell)));
      return { cascade, left, size: flows.size };
    });
  });
  const size = runs[0]?.size ?? new Float64Array(0);
  const columns = matrix.segments.length;
  const rangeOf = (capacity: (run: Run) => Float64Array, from = 0, to = size.length): LossRange =>
    ends(runs.map((run) => lossOf(size, capacity(run), from, to)));
  const regions = matrix.regions.map((_region, r) => rangeOf((run) => run.left, r * columns, (r + 1) * columns));
  const [first, ...rest] = runs;
  const worst = rest.reduce(
    (found, run) => (found !== undefined && lossOf(size, found.left) >= lossOf(size, run.left) ? found : run),
    first,
  );
  return {
    direct: rangeOf((run) => run.cascade.shocked),
    total: rangeOf((run) => run.left),
    downstream: rangeOf((run) => run.cascade.down),
    upstream: rangeOf((run) => run.cascade.up),
    regionLow: Float64Array.from(regions, (range) => range.low),
    regionHigh: Float64Array.from(regions, (range) => range.high),
    cellLow: size.map((_value, cell) => Math.min(...runs.map((run) => 1 - at(run.left, cell)))),
    cellHigh: size.map((_value, cell) => Math.max(...runs.map((run) => 1 - at(run.left, cell)))),
    worst: worst?.cascade ?? { down: low, up: low, shocked: low, rounds: 0, settled: true },
    feedsUnmarked,
    rounds: Math.max(0, ...runs.map((run) => run.cascade.rounds)),
    settled: runs.every((run) => run.cascade.settled),
  };
}

interface Run {
  readonly cascade: CellCascade;
  /** Capacity left, min(h, h'). */
  readonly left: Float64Array;
  readonly size: Float64Array;
}

function shocksOf(shocks: readonly ShockRange[], end: 'low' | 'high'): readonly CapacityShock[] {
  return shocks.map(({ region, segment, [end]: loss }) => ({ region, segment, loss }));
}

function markUnknown(matrix: ChainMatrix, essential: boolean): ChainMatrix {
  return {
    ...matrix,
    feeds: matrix.feeds.map((feed) => (feed.essentialKnown === false ? { ...feed, essential } : feed)),
  };
}

function ends(values: readonly number[]): LossRange {
  return { low: Math.min(...values), high: Math.max(...values) };
}

function lossOf(size: Float64Array, capacity: Float64Array, from = 0, to = size.length): number {
  let all = 0;
  let lost = 0;
  for (let cell = from; cell < to; cell += 1) {
    all += at(size, cell);
    lost += at(size, cell) * (1 - at(capacity, cell));
  }
  return lost / all;
}
