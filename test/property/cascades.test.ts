import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellCascade, cellFlows, shockedCapacity } from '../../server/domain/disruption/cell-cascade.ts';
import { cellWhatIf } from '../../server/domain/disruption/cell-what-if.ts';
import { firmCascade } from '../../server/domain/disruption/firm-cascade.ts';
import { firmNetwork } from '../../server/domain/disruption/firm-network.ts';
import { sketchedMatrix } from '../support/chain-matrix-sketch.ts';

const SEGMENTS = ['a', 'b', 'c', 'd'];
const EPSILON = 1e-9;

const feed = fc.record({
  from: fc.constantFrom(...SEGMENTS),
  to: fc.constantFrom(...SEGMENTS),
  weight: fc.double({ min: 0.05, max: 1, noNaN: true }),
  essential: fc.boolean(),
});
const size = fc.option(fc.integer({ min: 0, max: 300 }), { nil: null });

/** Feeds may form cycles, a segment may feed itself through others, sizes may be 0 or unknown. */
const cellCase = fc.record({
  feeds: fc.uniqueArray(
    feed.filter((one) => one.from !== one.to),
    {
      maxLength: 9,
      selector: (one) => `${one.from}>${one.to}`,
    },
  ),
  rows: fc.array(fc.tuple(size, size, size, size), { minLength: 2, maxLength: 5 }),
  km: fc.integer({ min: 0, max: 600 }),
  region: fc.nat(),
  segment: fc.integer({ min: 0, max: 3 }),
  loss: fc.double({ min: 0, max: 1, noNaN: true }),
  more: fc.double({ min: 0, max: 1, noNaN: true }),
});

type CellCase = typeof cellCase extends fc.Arbitrary<infer T> ? T : never;

function cellMatrix(one: CellCase) {
  return sketchedMatrix({
    segments: SEGMENTS,
    regions: Object.fromEntries(one.rows.map((row, i) => [`R${i}`, { size: row }])),
    feeds: one.feeds,
    km: () => one.km,
  });
}

describe('what-if on cells', () => {
  it('stays within [direct, 1], ends on cycles, and a larger shock never loses less', () => {
    fc.assert(
      fc.property(cellCase, (one) => {
        const matrix = cellMatrix(one);
        fc.pre(matrix.size.some((value) => value > 0));
        const region = one.region % one.rows.length;
        const larger = one.loss + (1 - one.loss) * one.more;
        const small = cellWhatIf(matrix, [{ region, segment: one.segment, loss: one.loss }], 200, { epsilon: EPSILON });
        const big = cellWhatIf(matrix, [{ region, segment: one.segment, loss: larger }], 200, { epsilon: EPSILON });
        for (const result of [small, big]) {
          expect(result.cascade.settled).toBe(true);
          expect(result.lossTotal).toBeGreaterThanOrEqual(result.direct - 1e-12);
          expect(result.lossTotal).toBeLessThanOrEqual(1 + 1e-12);
          expect(result.lossTotal).toBeGreaterThanOrEqual(Math.max(result.lossDownstream, result.lossUpstream) - 1e-12);
          expect(result.lossTotalWithExternalShare).toBeCloseTo(result.lossTotal, 9);
        }
        expect(big.lossTotal).toBeGreaterThanOrEqual(small.lossTotal - 1e-6);
      }),
    );
  });

  it('the factorised round equals the flows written out buyer by buyer and seller by seller', () => {
    fc.assert(
      fc.property(cellCase, (one) => {
        const matrix = cellMatrix(one);
        fc.pre(matrix.size.some((value) => value > 0));
        const shocked = shockedCapacity(matrix, [
          { region: one.region % one.rows.length, segment: one.segment, loss: one.loss },
        ]);
        for (const maxRounds of [1, 2, 3]) {
          const got = cellCascade(cellFlows(matrix, 200), shocked, { epsilon: 0, maxRounds });
          const want = writtenOut(matrix, shocked, got.rounds);
          got.down.forEach((value, cell) => {
            expect(value).toBeCloseTo(want.down[cell] ?? Number.NaN, 10);
          });
          got.up.forEach((value, cell) => {
            expect(value).toBeCloseTo(want.up[cell] ?? Number.NaN, 10);
          });
        }
      }),
    );
  });
});

/** The formulas of the reference as they stand, with tau(s, q, r) in full. */
function writtenOut(matrix: ReturnType<typeof sketchedMatrix>, shocked: Float64Array, rounds: number) {
  const n = matrix.regions.length;
  const m = matrix.segments.length;
  const x = (r: number, s: number): number => {
    const value = matrix.size[r * m + s] ?? 0;
    return Number.isNaN(value) ? 0 : value;
  };
  const regions = [...Array(n).keys()];
  const segments = [...Array(m).keys()];
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const kernel = (q: number, r: number): number => Math.exp(-(matrix.distancesKm[q * n + r] ?? 0) / 200);
  const tau = (s: number, q: number, r: number): number => {
    const all = sum(regions.map((p) => x(p, s) * kernel(p, r)));
    return all === 0 ? 0 : (x(q, s) * kernel(q, r)) / all;
  };
  const made = matrix.feeds.filter((one) => sum(regions.map((r) => x(r, one.source))) > 0);
  const need = (s: number, amount: (t: number) => number): number =>
    sum(made.filter((one) => one.source === s).map((one) => one.weight * amount(one.target)));
  const out = (q: number, s: number): number => sum(regions.map((r) => tau(s, q, r) * need(s, (t) => x(r, t))));
  let down = [...shocked];
  let up = [...shocked];
  for (let round = 0; round < rounds; round += 1) {
    const h = down;
    const g = up;
    const sigma = (q: number, s: number): number => {
      const still = sum(regions.map((p) => (h[p * m + s] ?? 1) * out(p, s)));
      return out(q, s) === 0 ? 0 : Math.min(1, out(q, s) / still);
    };
    const loss = (r: number, s: number): number =>
      sum(regions.map((q) => tau(s, q, r) * sigma(q, s) * (1 - (h[q * m + s] ?? 1))));
    down = regions.flatMap((r) =>
      segments.map((t) => {
        const inputs = made.filter((one) => one.target === t);
        const all = sum(inputs.map((one) => one.weight));
        const must = inputs.filter((one) => one.essential).map((one) => 1 - loss(r, one.source));
        const others = inputs.filter((one) => !one.essential).map((one) => (one.weight / all) * loss(r, one.source));
        return Math.max(0, Math.min(shocked[r * m + t] ?? 1, ...must, 1 - sum(others)));
      }),
    );
    up = regions.flatMap((q) =>
      segments.map((s) => {
        const scale = Math.max(out(q, s), x(q, s));
        const lost = sum(regions.map((r) => tau(s, q, r) * need(s, (t) => x(r, t) * (1 - (g[r * m + t] ?? 1)))));
        return Math.max(0, Math.min(shocked[q * m + s] ?? 1, scale === 0 ? 1 : 1 - lost / scale));
      }),
    );
  }
  return { down, up };
}

const firmCase = fc.integer({ min: 2, max: 8 }).chain((count) =>
  fc.record({
    firms: fc.array(
      fc.record({
        segment: fc.integer({ min: 0, max: 3 }),
        employees: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
        revenue: fc.option(fc.integer({ min: 0, max: 50 }), { nil: null }),
      }),
      { minLength: count, maxLength: count },
    ),
    links: fc.array(
      fc.record({
        source: fc.integer({ min: 0, max: count - 1 }),
        target: fc.integer({ min: 0, max: count - 1 }),
        amount: fc.integer({ min: 0, max: 20 }),
      }),
      { maxLength: 20 },
    ),
    feeds: fc.array(feed, { maxLength: 6 }),
    firm: fc.integer({ min: 0, max: count - 1 }),
    loss: fc.double({ min: 0, max: 1, noNaN: true }),
    more: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
);

describe('firm cascade', () => {
  it('stays within [direct, 1], ends on cycles, and a larger shock never loses less', () => {
    fc.assert(
      fc.property(firmCase, (one) => {
        fc.pre(one.firms.some((firm) => firm.employees !== null));
        const network = firmNetwork(
          {
            segment: Int32Array.from(one.firms, (firm) => firm.segment),
            employees: Float64Array.from(one.firms, (firm) => firm.employees ?? Number.NaN),
            revenue: Float64Array.from(one.firms, (firm) => firm.revenue ?? Number.NaN),
            source: Int32Array.from(one.links, (link) => link.source),
            target: Int32Array.from(one.links, (link) => link.target),
            amount: Float64Array.from(one.links, (link) => link.amount),
          },
          one.feeds.map(({ from, to, essential }) => ({
            source: SEGMENTS.indexOf(from),
            target: SEGMENTS.indexOf(to),
            essential,
          })),
          SEGMENTS.length,
        );
        const run = (loss: number) => firmCascade(network, [{ firm: one.firm, loss }], { epsilon: EPSILON });
        const small = run(one.loss);
        const big = run(one.loss + (1 - one.loss) * one.more);
        for (const result of [small, big]) {
          expect(result.settled).toBe(true);
          expect(result.loss).toBeGreaterThanOrEqual(result.direct - 1e-12);
          expect(result.loss).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(big.loss).toBeGreaterThanOrEqual(small.loss - 1e-6);
      }),
    );
  });

  it('stops with an error, not with half an answer, when nobody waits any more', () => {
    const network = firmNetwork(
      {
        segment: Int32Array.of(0),
        employees: Float64Array.of(1),
        revenue: Float64Array.of(1),
        source: new Int32Array(0),
        target: new Int32Array(0),
        amount: new Float64Array(0),
      },
      [],
      1,
    );
    expect(() => firmCascade(network, [{ firm: 0, loss: 1 }], { epsilon: EPSILON, shouldStop: () => true })).toThrow(
      expect.objectContaining({ code: 'DEADLINE_EXCEEDED' }) as Error,
    );
  });
});
