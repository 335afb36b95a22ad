import type { ChainMatrix, MatrixFeed } from '../../server/domain/matrix/chain-matrix.ts';
import type { FirmLinks } from '../../server/domain/disruption/firm-network.ts';
import type { RandomSource } from '../../server/domain/ranking/rank-stability.ts';
import { seededRandom } from '../../server/domain/ranking/seeded-random.ts';

export interface MatrixSpec {
  readonly regions: number;
  readonly segments: number;
  readonly feeds: number;
  /** Share of the feeds that run backwards in the chain, so that it has circles. */
  readonly backward: number;
  readonly seed: number;
}

/** Share of the cells in which nobody is, and that are unknown: what a province by county looks like. */
const EMPTY = 0.55;
const UNKNOWN = 0.1;

/** A province drawn from a seed: log-normal sizes, holes, feeds that mostly run forwards. */
export function seededMatrix(spec: MatrixSpec): ChainMatrix {
  const random = seededRandom(spec.seed);
  const cells = spec.regions * spec.segments;
  const size = new Float64Array(cells);
  const firms = new Float64Array(cells);
  for (let cell = 0; cell < cells; cell += 1) {
    const draw = random();
    if (draw < UNKNOWN) {
      size[cell] = Number.NaN;
      firms[cell] = Number.NaN;
    } else if (draw >= UNKNOWN + EMPTY) {
      const count = 1 + Math.floor(12 * random() ** 2);
      firms[cell] = count;
      size[cell] = Math.round(count * Math.exp(4 + normal(random)));
    }
  }
  const places = Array.from({ length: spec.regions }, () => [random() * 600, random() * 400] as const);
  return {
    regions: Array.from({ length: spec.regions }, (_none, r) => ({
      id: `R${String(r).padStart(3, '0')}`,
      area: r % 2 === 0 ? 'A' : 'B',
      destination: r % 2 === 0,
    })),
    segments: Array.from({ length: spec.segments }, (_none, s) => `S${s}`),
    feeds: seededFeeds(spec, random),
    size,
    firms,
    revenue: size.map((value) => value * (0.5 + random())),
    earlierSize: new Float64Array(cells).fill(Number.NaN),
    coverage: Array.from(size, (value) => (Number.isNaN(value) ? 'no-coverage' : 'observed')),
    firmSizes: new Map(),
    externalShares: [],
    distancesKm: Float64Array.from(places.flatMap(([x, y]) => places.map(([u, v]) => Math.hypot(x - u, y - v)))),
    parks: Array.from({ length: spec.regions }, (_none, r) => ({
      id: `K${r}`,
      region: r,
      accepts: Array.from({ length: Math.min(20, spec.segments) }, () => Math.floor(random() * spec.segments)),
      capacityHa: 50 + random() * 200,
      usedHa: random() * 50,
      features: random() < 0.5 ? ['central_wastewater'] : [],
      lacks: [],
      complete: true,
    })),
    measures: Array.from({ length: 30 }, (_none, id) => ({
      id: `M${id}`,
      segments: Array.from({ length: 5 }, () => Math.floor(random() * spec.segments)),
      wholeChain: id % 5 === 0,
      regions: [Math.floor(random() * spec.regions)],
      areas: id % 3 === 0 ? ['A'] : [],
      leads: ['D1'],
      supports: ['D2', 'D3'],
    })),
    pairs: [],
    basis: 'EMPLOYEES',
  };
}

function seededFeeds(spec: MatrixSpec, random: RandomSource): readonly MatrixFeed[] {
  const seen = new Set<number>();
  const feeds: MatrixFeed[] = [];
  while (feeds.length < spec.feeds) {
    const a = Math.floor(random() * spec.segments);
    const b = Math.floor(random() * spec.segments);
    if (a === b) continue;
    const backward = random() < spec.backward;
    const [source, target] = a < b !== backward ? [a, b] : [b, a];
    const key = source * spec.segments + target;
    if (seen.has(key)) continue;
    seen.add(key);
    feeds.push({ source, target, weight: 0.05 + 0.95 * random(), essential: random() < 0.3, assumed: false });
  }
  return feeds;
}

/** Firms and links drawn from a seed; sellers heavy-tailed, so that a few are hubs. Most links follow the feeds. */
export function seededFirmLinks(firms: number, links: number, segments: number, seed: number): FirmLinks {
  const random = seededRandom(seed);
  const segment = Int32Array.from({ length: firms }, () => Math.floor(random() * segments));
  const source = new Int32Array(links);
  const target = new Int32Array(links);
  const amount = new Float64Array(links);
  for (let k = 0; k < links; k += 1) {
    source[k] = Math.floor(firms * random() ** 3);
    target[k] = Math.floor(firms * random());
    amount[k] = Math.exp(normal(random));
  }
  return {
    segment,
    employees: Float64Array.from({ length: firms }, () => Math.ceil(Math.exp(3 + 1.3 * normal(random)))),
    revenue: new Float64Array(firms).fill(Number.NaN),
    source,
    target,
    amount,
  };
}

/** Sum of twelve draws: near enough to a standard normal for sizes. */
function normal(random: RandomSource): number {
  let sum = -6;
  for (let i = 0; i < 12; i += 1) sum += random();
  return sum;
}
