import { cellCascade, cellFlows, shockedCapacity } from '../../server/domain/disruption/cell-cascade.ts';
import { cellWhatIf } from '../../server/domain/disruption/cell-what-if.ts';
import { firmCascade } from '../../server/domain/disruption/firm-cascade.ts';
import { firmNetwork, type FirmLinks } from '../../server/domain/disruption/firm-network.ts';
import { densities } from '../../server/domain/gaps/density.ts';
import { gapMatrix } from '../../server/domain/gaps/gap-matrix.ts';
import { proximities } from '../../server/domain/gaps/proximity.ts';
import { segmentCriticalities } from '../../server/domain/gaps/segment-criticality.ts';
import { industryGradient } from '../../server/domain/gradient/industry-gradient.ts';
import type { ChainMatrix, MatrixFeed } from '../../server/domain/matrix/chain-matrix.ts';
import { feedAdjacency } from '../../server/domain/matrix/feed-adjacency.ts';
import { totalsOf } from '../../server/domain/matrix/totals.ts';
import { DEFAULT_PARAMETERS } from '../../server/domain/parameters.ts';
import { relocationCandidates } from '../../server/domain/relocation/relocation-candidates.ts';
import { NO_RULES } from '../../server/domain/relocation/relocation-lot.ts';
import { seededFirmLinks, seededMatrix } from './seeded-matrix.ts';

/** One measured question. `bar` says what it must stay under; `run` measures it once, in medians. */
export interface BenchCase {
  readonly name: string;
  readonly bar: string;
  run(): Promise<{ medianMs: number; ratioToPlainLoop?: number; detail?: string }>;
}

/** Province sizes of the product's budget. */
const SMALL = { regions: 21, segments: 60, feeds: 180, backward: 0.02, seed: 1 };
const LARGE = { regions: 122, segments: 1_300, feeds: 5_000, backward: 0.02, seed: 2 };

const RUNS = 7;
/** Where a computation allocates much, its garbage must not fall on the next one's time. */
const collect: () => void = (globalThis as { gc?: () => void }).gc ?? (() => undefined);

/** Medians of the work and of a plain loop over the same arrays, taken in turns in one process. */
function measure(
  work: () => unknown,
  plain: () => number,
  runs = RUNS,
): { medianMs: number; ratioToPlainLoop: number; detail: string } {
  const workMs: number[] = [];
  const plainMs: number[] = [];
  let sink = 0;
  // One unmeasured round: the engine compiles what is hot.
  work();
  sink += plain();
  for (let i = 0; i < runs; i += 1) {
    collect();
    workMs.push(timed(work));
    plainMs.push(
      timed(() => {
        sink += plain();
      }),
    );
  }
  const medianMs = median(workMs);
  const plainMedian = median(plainMs);
  return {
    medianMs,
    ratioToPlainLoop: medianMs / plainMedian,
    detail: `plain loop ${plainMedian.toFixed(2)} ms (${Number.isNaN(sink) ? 'with unknowns' : 'sum checked'}), ${runs} runs, fastest ${Math.min(...workMs).toFixed(2)} ms`,
  };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Totals, location quotients and demand: what every gap rests on, without the objects that the answer is made of. */
function plainGapLoop(matrix: ChainMatrix): number {
  const n = matrix.regions.length;
  const m = matrix.segments.length;
  const { size, feeds } = matrix;
  const region = new Float64Array(n);
  const segment = new Float64Array(m);
  let all = 0;
  for (let r = 0; r < n; r += 1) {
    for (let s = 0; s < m; s += 1) {
      const x = size[r * m + s] ?? 0;
      if (x !== x) continue;
      region[r] = (region[r] ?? 0) + x;
      segment[s] = (segment[s] ?? 0) + x;
      all += x;
    }
  }
  const quotient = new Float64Array(n * m);
  const need = new Float64Array(n * m);
  let sum = 0;
  for (let r = 0; r < n; r += 1) {
    for (let s = 0; s < m; s += 1) {
      quotient[r * m + s] = (size[r * m + s] ?? 0) / (region[r] ?? 0) / ((segment[s] ?? 0) / all);
    }
    for (const feed of feeds) {
      const x = size[r * m + feed.target] ?? 0;
      if (x === x) need[r * m + feed.source] = (need[r * m + feed.source] ?? 0) + feed.weight * x;
    }
  }
  for (const value of need) sum += value;
  return sum + (quotient[0] ?? 0);
}

/** Pairs that occur together, then for each region the sum of the rows of what it has. */
function plainRelatednessLoop(present: readonly Int32Array[], m: number): number {
  const together = new Float64Array(m * m);
  for (const list of present) {
    for (const s of list) for (const t of list) together[s * m + t] = (together[s * m + t] ?? 0) + 1;
  }
  let sum = 0;
  const row = new Float64Array(m);
  for (const list of present) {
    row.fill(0);
    for (const t of list) {
      const offset = t * m;
      for (let s = 0; s < m; s += 1) row[s] = (row[s] ?? 0) + (together[offset + s] ?? 0);
    }
    sum += row[0] ?? 0;
  }
  return sum;
}

function plainWhatIfLoop(matrix: ChainMatrix, rounds: number): number {
  const n = matrix.regions.length;
  const m = matrix.segments.length;
  const value = new Float64Array(n * m);
  const { distancesKm, size, feeds } = matrix;
  let sum = 0;
  for (let round = 0; round < 2 * rounds; round += 1) {
    value.fill(0);
    for (let q = 0; q < n; q += 1) {
      for (let r = 0; r < n; r += 1) {
        const factor = distancesKm[q * n + r] ?? 0;
        for (let s = 0; s < m; s += 1) value[r * m + s] = (value[r * m + s] ?? 0) + factor * (size[q * m + s] ?? 0);
      }
    }
    for (const feed of feeds) {
      for (let r = 0; r < n; r += 1) sum += feed.weight * (value[r * m + feed.source] ?? 0);
    }
  }
  return sum;
}

function plainLinkLoop(links: FirmLinks, rounds: number): number {
  const left = new Float64Array(links.segment.length).fill(1);
  const lost = new Float64Array(links.segment.length);
  const { source, target, amount } = links;
  for (let round = 0; round < 2 * rounds; round += 1) {
    lost.fill(0);
    for (let k = 0; k < source.length; k += 1) {
      const buyer = target[k] ?? 0;
      lost[buyer] = (lost[buyer] ?? 0) + (amount[k] ?? 0) * (1 - (left[source[k] ?? 0] ?? 0));
    }
  }
  return lost[0] ?? 0;
}

function gapCase(name: string, bar: string, spec: typeof SMALL): BenchCase {
  return {
    name,
    bar,
    run: () => {
      const matrix = seededMatrix(spec);
      return Promise.resolve(
        measure(
          () => gapMatrix(matrix, DEFAULT_PARAMETERS),
          () => plainGapLoop(matrix),
        ),
      );
    },
  };
}

function presentLists(specialised: Float64Array, n: number, m: number): readonly Int32Array[] {
  return Array.from({ length: n }, (_none, r) =>
    Int32Array.from(specialised.subarray(r * m, (r + 1) * m).keys()).filter((s) => specialised[r * m + s] === 1),
  );
}

function plainFeedLoop(feeds: readonly MatrixFeed[], m: number): number {
  const h = new Float64Array(m);
  let sum = 0;
  for (let s = 0; s < m; s += 1) {
    h.fill(1);
    h[s] = 0;
    for (const feed of feeds) h[feed.target] = (h[feed.target] ?? 0) - 1e-6 * feed.weight * (1 - (h[feed.source] ?? 0));
    sum += h[0] ?? 0;
  }
  return sum;
}

/** The product's speed budget (bars on a quiet machine with 2 cores), each against a plain loop in the same run. */
export const benchCases: readonly BenchCase[] = [
  gapCase('gap matrix 21 x 60', '< 20 ms', SMALL),
  gapCase('gap matrix 122 x 1,300, 5,000 feeds', '< 100 ms', { ...LARGE, backward: 0 }),
  gapCase('gap matrix 122 x 1,300, 5,000 feeds, 2 % of them backwards', '< 1,000 ms', LARGE),
  {
    name: 'criticality of 1,300 segments, 5,000 feeds with circles',
    bar: '< 1,000 ms',
    run: () => {
      const matrix = seededMatrix(LARGE);
      const feeds = feedAdjacency(matrix.feeds, matrix.segments.length);
      const totals = totalsOf(matrix);
      return Promise.resolve(
        measure(
          () => segmentCriticalities(feeds, totals),
          () => plainFeedLoop(matrix.feeds, matrix.segments.length),
        ),
      );
    },
  },
  {
    name: 'proximity + density 122 x 1,300',
    bar: '< 400 ms (in a worker)',
    run: () => {
      const matrix = seededMatrix(LARGE);
      const { specialised } = gapMatrix(matrix, DEFAULT_PARAMETERS);
      const n = matrix.regions.length;
      const m = matrix.segments.length;
      const present = presentLists(specialised, n, m);
      return Promise.resolve(
        measure(
          () => densities(specialised, proximities(specialised, n, m), n, m),
          () => plainRelatednessLoop(present, m),
        ),
      );
    },
  },
  {
    name: 'relocation query 21 x 60',
    bar: '< 50 ms',
    run: () => {
      const matrix = seededMatrix(SMALL);
      const gaps = gapMatrix(matrix, DEFAULT_PARAMETERS);
      const n = matrix.regions.length;
      const m = matrix.segments.length;
      const facts = {
        matrix,
        segmentTotals: gaps.totals.segment,
        igc: industryGradient(matrix, gaps.totals).coefficient,
        density: densities(gaps.specialised, proximities(gaps.specialised, n, m), n, m).density,
      };
      const lot = { id: 'lot', segment: 30, origin: 1, employees: 500, firms: null, landHa: 10, requires: [] };
      return Promise.resolve(
        measure(
          () => relocationCandidates(facts, lot, DEFAULT_PARAMETERS, NO_RULES),
          () => plainGapLoop(matrix),
        ),
      );
    },
  },
  {
    name: 'cell what-if 21 x 60',
    bar: '< 300 ms',
    run: () => {
      const matrix = seededMatrix(SMALL);
      const shocks = [{ region: 3, segment: 5, loss: 1 }];
      const { decay, epsilon } = { decay: DEFAULT_PARAMETERS.distanceDecayKm, epsilon: DEFAULT_PARAMETERS.cascadeEps };
      const { rounds } = cellWhatIf(matrix, shocks, decay, { epsilon }).cascade;
      const measured = measure(
        () => cellWhatIf(matrix, shocks, decay, { epsilon }),
        () => plainWhatIfLoop(matrix, rounds),
      );
      return Promise.resolve({ ...measured, detail: `${measured.detail}, ${rounds} rounds` });
    },
  },
  {
    name: 'cell what-if 122 x 1,300, 5,000 feeds, epsilon 1e-4',
    bar: '< 1,500 ms (in a worker; the reference for 10 rounds)',
    run: () => {
      const matrix = seededMatrix(LARGE);
      const flows = cellFlows(matrix, DEFAULT_PARAMETERS.distanceDecayKm);
      const shocked = shockedCapacity(matrix, [{ region: 3, segment: 5, loss: 1 }]);
      const { rounds } = cellCascade(flows, shocked, { epsilon: 1e-4 });
      const measured = measure(
        () => cellCascade(flows, shocked, { epsilon: 1e-4 }),
        () => plainWhatIfLoop(matrix, rounds),
        3,
      );
      return Promise.resolve({ ...measured, detail: `${measured.detail}, ${rounds} rounds` });
    },
  },
  {
    name: 'firm cascade 1e5 firms, 1e6 links, epsilon 1e-2',
    bar: '< 1,000 ms (in a worker)',
    run: () => {
      const segments = 60;
      const links = seededFirmLinks(100_000, 1_000_000, segments, 3);
      const { feeds } = seededMatrix(SMALL);
      const network = firmNetwork(links, feeds, segments);
      const shock = [{ firm: 0, loss: 1 }];
      const { rounds } = firmCascade(network, shock, { epsilon: 1e-2 });
      const measured = measure(
        () => firmCascade(network, shock, { epsilon: 1e-2 }),
        () => plainLinkLoop(links, rounds),
      );
      return Promise.resolve({
        ...measured,
        detail: `${measured.detail}, ${rounds} rounds, network built in ${timed(() => firmNetwork(links, feeds, segments)).toFixed(0)} ms`,
      });
    },
  },
];
