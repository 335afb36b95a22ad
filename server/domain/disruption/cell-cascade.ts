import { AppError } from '../app-error.ts';
import { externalSharesByCell } from '../gaps/external-share.ts';
import { cellIndex, type ChainMatrix } from '../matrix/chain-matrix.ts';
import { distanceKm } from '../matrix/distance-decay.ts';
import { at } from '../matrix/typed-array-access.ts';
import { throwIfStopped, type StopCheck } from './stop-check.ts';

/** A loss of capacity before anything spreads: null stands for every region, or every segment. */
export interface CapacityShock {
  readonly region: number | null;
  readonly segment: number | null;
  /** 0..1 */
  readonly loss: number;
}

/** Who buys what from where, worked out once per matrix and reused by every shock. */
export interface CellFlows {
  readonly matrix: ChainMatrix;
  /** Size per cell; an unknown cell counts as no known size. */
  readonly size: Float64Array;
  /** Feeds whose input somebody in the province makes, with w and w/sum of w of the buyer. */
  readonly feeds: readonly CellFeed[];
  /** exp(-km/decay), row-major from x to. */
  readonly kernel: Float64Array;
  /** 1 / sum over q of x(q,s) kernel(q,r), per cell (r,s); 0 where nobody makes s. */
  readonly inverseSupply: Float64Array;
  /** out(q,s): what the cell sells, in units of the need. */
  readonly sales: Float64Array;
}

interface CellFeed {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
  readonly share: number;
  readonly essential: boolean;
}

export interface CellCascadeOptions {
  /** A round in which no value falls by more than this is the last (share of capacity). */
  readonly epsilon: number;
  /** Known external purchase shares dampen what a region loses of an input. */
  readonly useExternalShares?: boolean;
  /** Depth: the most rounds; left out = until it settles. */
  readonly maxRounds?: number;
  readonly shouldStop?: StopCheck;
}

/** Remaining capacity per cell, 0..1: for want of inputs (`down`) and for want of buyers (`up`). */
export interface CellCascade {
  readonly down: Float64Array;
  readonly up: Float64Array;
  /** Capacity left by the shock itself. */
  readonly shocked: Float64Array;
  readonly rounds: number;
  /** False when `maxRounds` ended it. */
  readonly settled: boolean;
}

/**
 * Flows between cells, which are not recorded but modelled (reference formulas, "What-if on cells"): each region buys
 * input s for its segments t in proportion w(s->t) x(r,t), from regions q in proportion tau_s(q,r), which goes with
 * x(q,s) exp(-km/decayKm). An input nobody in the province makes is left out.
 *
 * Error: DATA_NOT_LOADED when a distance between two regions of known size is unknown: the split cannot be made up.
 */
export function cellFlows(matrix: ChainMatrix, decayKm: number): CellFlows {
  const n = matrix.regions.length;
  const m = matrix.segments.length;
  const size = matrix.size.map((value) => (Number.isNaN(value) ? 0 : value));
  const total = new Float64Array(m);
  const regionTotal = new Float64Array(n);
  for (let cell = 0; cell < size.length; cell += 1) {
    const value = at(size, cell);
    total[cell % m] = at(total, cell % m) + value;
    const r = Math.floor(cell / m);
    regionTotal[r] = at(regionTotal, r) + value;
  }

  const kernel = new Float64Array(n * n);
  for (let q = 0; q < n; q += 1) {
    for (let r = 0; r < n; r += 1) {
      const km = distanceKm(matrix, q, r);
      if (Number.isNaN(km) && at(regionTotal, q) > 0) {
        const from = matrix.regions[q]?.id ?? '';
        const to = matrix.regions[r]?.id ?? '';
        throw new AppError(
          'DATA_NOT_LOADED',
          `The distance from ${from} to ${to} is unknown, so the purchases cannot be split over regions. Load it.`,
          `distances_km[${q}][${r}]`,
        );
      }
      kernel[q * n + r] = Number.isNaN(km) ? 0 : Math.exp(-km / decayKm);
    }
  }

  const made = matrix.feeds.filter((feed) => at(total, feed.source) > 0);
  const inputWeight = new Float64Array(m);
  for (const feed of made) inputWeight[feed.target] = at(inputWeight, feed.target) + feed.weight;
  const feeds = made.map((feed) => ({
    source: feed.source,
    target: feed.target,
    weight: feed.weight,
    share: feed.weight / at(inputWeight, feed.target),
    essential: feed.essential,
  }));

  const inverseSupply = spreadToBuyers(kernel, size, n, m);
  for (let cell = 0; cell < inverseSupply.length; cell += 1) {
    const supply = at(inverseSupply, cell);
    inverseSupply[cell] = supply > 0 ? 1 / supply : 0;
  }
  const need = new Float64Array(n * m);
  addNeeds(need, feeds, n, m, (cell) => at(size, cell));
  const sales = spreadToSellers(kernel, need, inverseSupply, size, n, m);
  return { matrix, size, feeds, kernel, inverseSupply, sales };
}

/** Capacity that the shocks leave, per cell, 0..1; where shocks overlap the larger loss holds. */
export function shockedCapacity(
  matrix: Pick<ChainMatrix, 'regions' | 'segments'>,
  shocks: readonly CapacityShock[],
): Float64Array {
  const left = new Float64Array(matrix.regions.length * matrix.segments.length).fill(1);
  for (const shock of shocks) {
    matrix.regions.forEach((_, r) => {
      if (shock.region !== null && shock.region !== r) return;
      matrix.segments.forEach((__, s) => {
        if (shock.segment !== null && shock.segment !== s) return;
        const cell = cellIndex(matrix, r, s);
        left[cell] = Math.min(at(left, cell), 1 - shock.loss);
      });
    });
  }
  return left;
}

/**
 * Generalised Leontief cascade on cells (reference formulas, "What-if on cells"; after Diem et al. 2022): the minimum
 * over essential inputs, linear over the others, with replaceability by market share sigma; downstream h and upstream h'
 * are updated together from the previous round, until no value falls by more than epsilon.
 *
 * The split over sellers does not depend on the buying segment, so one round costs O(m n^2 + feeds n) for n regions and
 * m segments, and no m x n x n table is held.
 *
 * Values only fall and stay in [0, 1], so it ends on cycles too. Read it as an upper bound of the first-round exposure:
 * no stock, no substitution over time. A cell of unknown size carries no weight, so a loss there is not seen.
 *
 * Errors: DEADLINE_EXCEEDED when `shouldStop` says so.
 */
export function cellCascade(flows: CellFlows, shocked: Float64Array, options: CellCascadeOptions): CellCascade {
  const n = flows.matrix.regions.length;
  const m = flows.matrix.segments.length;
  const cells = n * m;
  const keep = options.useExternalShares === true ? internalShares(flows.matrix) : null;
  const maxRounds = options.maxRounds ?? Number.POSITIVE_INFINITY;
  let down: Float64Array = shocked.slice();
  let up: Float64Array = shocked.slice();
  let rounds = 0;
  let settled = false;

  while (!settled && rounds < maxRounds) {
    throwIfStopped(options.shouldStop);
    rounds += 1;
    const nextDown = downstreamRound(flows, shocked, down, keep, n, m);
    const nextUp = upstreamRound(flows, shocked, up, n, m);
    let fall = 0;
    for (let cell = 0; cell < cells; cell += 1) {
      fall = Math.max(fall, at(down, cell) - at(nextDown, cell), at(up, cell) - at(nextUp, cell));
    }
    down = nextDown;
    up = nextUp;
    settled = fall <= options.epsilon;
  }
  return { down, up, shocked, rounds, settled };
}

function downstreamRound(
  flows: CellFlows,
  shocked: Float64Array,
  down: Float64Array,
  keep: Float64Array | null,
  n: number,
  m: number,
): Float64Array {
  const stillSold = new Float64Array(m);
  for (let cell = 0; cell < n * m; cell += 1) {
    stillSold[cell % m] = at(stillSold, cell % m) + at(down, cell) * at(flows.sales, cell);
  }
  const failing = new Float64Array(n * m);
  for (let cell = 0; cell < n * m; cell += 1) {
    const lost = 1 - at(down, cell);
    const sales = at(flows.sales, cell);
    if (lost <= 0 || sales === 0) continue;
    failing[cell] = at(flows.size, cell) * lost * Math.min(1, sales / at(stillSold, cell % m));
  }
  const loss = spreadToBuyers(flows.kernel, failing, n, m);
  for (let cell = 0; cell < n * m; cell += 1) {
    loss[cell] = at(loss, cell) * at(flows.inverseSupply, cell) * (keep === null ? 1 : at(keep, cell));
  }

  const next = shocked.slice();
  const gradual = new Float64Array(n * m);
  for (const feed of flows.feeds) {
    for (let r = 0; r < n; r += 1) {
      const buyer = r * m + feed.target;
      const lost = at(loss, r * m + feed.source);
      if (feed.essential) next[buyer] = Math.min(at(next, buyer), 1 - lost);
      else gradual[buyer] = at(gradual, buyer) + feed.share * lost;
    }
  }
  for (let cell = 0; cell < n * m; cell += 1) {
    next[cell] = Math.max(0, Math.min(at(next, cell), 1 - at(gradual, cell)));
  }
  return next;
}

function upstreamRound(flows: CellFlows, shocked: Float64Array, up: Float64Array, n: number, m: number): Float64Array {
  const lostNeed = new Float64Array(n * m);
  addNeeds(lostNeed, flows.feeds, n, m, (cell) => at(flows.size, cell) * (1 - at(up, cell)));
  const lostSales = spreadToSellers(flows.kernel, lostNeed, flows.inverseSupply, flows.size, n, m);
  const next = shocked.slice();
  for (let cell = 0; cell < n * m; cell += 1) {
    const scale = Math.max(at(flows.sales, cell), at(flows.size, cell));
    if (scale === 0) continue;
    next[cell] = Math.max(0, Math.min(at(next, cell), 1 - at(lostSales, cell) / scale));
  }
  return next;
}

/** Sum over q of kernel(q,r) value(q,s), per cell (r,s). */
function spreadToBuyers(kernel: Float64Array, value: Float64Array, n: number, m: number): Float64Array {
  const sum = new Float64Array(n * m);
  for (let q = 0; q < n; q += 1) {
    const from = value.subarray(q * m, (q + 1) * m);
    if (from.every((one) => one === 0)) continue;
    for (let r = 0; r < n; r += 1) addScaled(sum, r * m, at(kernel, q * n + r), from);
  }
  return sum;
}

/** x(q,s) x sum over r of kernel(q,r) need(r,s)/supply(r,s): what the needs buy from each cell (q,s). */
function spreadToSellers(
  kernel: Float64Array,
  need: Float64Array,
  inverseSupply: Float64Array,
  size: Float64Array,
  n: number,
  m: number,
): Float64Array {
  const perUnit = need.map((value, cell) => value * at(inverseSupply, cell));
  const sum = new Float64Array(n * m);
  for (let r = 0; r < n; r += 1) {
    const to = perUnit.subarray(r * m, (r + 1) * m);
    if (to.every((one) => one === 0)) continue;
    for (let q = 0; q < n; q += 1) addScaled(sum, q * m, at(kernel, q * n + r), to);
  }
  for (let cell = 0; cell < sum.length; cell += 1) sum[cell] = at(sum, cell) * at(size, cell);
  return sum;
}

/** The inner loop of a round: reads the arrays directly, as a shared reader of every array type runs several times slower. */
function addScaled(sum: Float64Array, offset: number, factor: number, row: Float64Array): void {
  if (factor === 0) return;
  for (let s = 0; s < row.length; s += 1) sum[offset + s] = (sum[offset + s] ?? 0) + factor * (row[s] ?? 0);
}

/** Adds w(s->t) amount(r,t) over the buyers t to each (r,s). */
function addNeeds(
  need: Float64Array,
  feeds: readonly CellFeed[],
  n: number,
  m: number,
  amount: (cell: number) => number,
): void {
  for (const feed of feeds) {
    for (let r = 0; r < n; r += 1) {
      const cell = r * m + feed.source;
      need[cell] = at(need, cell) + feed.weight * amount(r * m + feed.target);
    }
  }
}

/** 1 - external share per cell (r,s); 1 where no share is known. */
function internalShares(matrix: ChainMatrix): Float64Array {
  return externalSharesByCell(matrix).map((share) => (Number.isNaN(share) ? 1 : 1 - share));
}
