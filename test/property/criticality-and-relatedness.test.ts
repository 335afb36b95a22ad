import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { densities } from '../../server/domain/gaps/density.ts';
import { gapCell, gapMatrix } from '../../server/domain/gaps/gap-matrix.ts';
import { proximities } from '../../server/domain/gaps/proximity.ts';
import { segmentCriticalities } from '../../server/domain/gaps/segment-criticality.ts';
import type { ChainMatrix } from '../../server/domain/matrix/chain-matrix.ts';
import { feedAdjacency } from '../../server/domain/matrix/feed-adjacency.ts';
import { totalsOf } from '../../server/domain/matrix/totals.ts';
import { DEFAULT_PARAMETERS } from '../../server/domain/parameters.ts';
import { seededMatrix } from '../bench/seeded-matrix.ts';
import { chainMatrices } from './chain-matrix-arbitrary.ts';

/** The rule as it is written, all segments anew in each round, until nothing moves. */
function plainCriticality(matrix: ChainMatrix, stopped: number): number {
  const { segment, grand } = totalsOf(matrix);
  const m = matrix.segments.length;
  let h: readonly number[] = Array.from({ length: m }, (_none, t) => (t === stopped ? 0 : 1));
  for (let round = 0; round < 10_000; round += 1) {
    const next = h.map((_value, t) => {
      if (t === stopped) return 0;
      const inputs = matrix.feeds.filter((feed) => feed.target === t);
      const all = inputs.reduce((sum, feed) => sum + feed.weight, 0);
      let least = 1;
      let missing = 0;
      for (const feed of inputs) {
        const left = h[feed.source] ?? 1;
        if (feed.essential) least = Math.min(least, left);
        else missing += (feed.weight / all) * (1 - left);
      }
      return Math.max(0, Math.min(least, 1 - missing));
    });
    const settled = next.every((value, t) => Math.abs(value - (h[t] ?? 0)) < 1e-14);
    h = next;
    if (settled) break;
  }
  return h.reduce((sum, left, t) => sum + (segment[t] ?? 0) * (1 - left), 0) / grand;
}

function expectPlainCriticality(matrix: ChainMatrix): void {
  const found = segmentCriticalities(feedAdjacency(matrix.feeds, matrix.segments.length), totalsOf(matrix));
  if (totalsOf(matrix).grand === 0) {
    expect([...found].every(Number.isNaN)).toBe(true);
    return;
  }
  found.forEach((value, stopped) => {
    expect(Math.abs(value - plainCriticality(matrix, stopped))).toBeLessThan(1e-7);
  });
}

describe('criticality', () => {
  it('is what the rule gives round by round, with and without circles', () => {
    fc.assert(fc.property(chainMatrices(), expectPlainCriticality), { numRuns: 200 });
  });

  it('is the same for more segments than go through the graph together', () => {
    expectPlainCriticality(seededMatrix({ regions: 3, segments: 70, feeds: 260, backward: 0.2, seed: 11 }));
  });
});

describe('proximity and density', () => {
  const cell = fc.constantFrom(0, 1, 1, Number.NaN);
  const tables = fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 6 }))
    .chain(([regions, segments]) =>
      fc
        .array(cell, { minLength: regions * segments, maxLength: regions * segments })
        .map((values) => ({ regions, segments, specialised: Float64Array.from(values) })),
    );

  it('are what their definitions say, pair by pair and cell by cell', () => {
    fc.assert(
      fc.property(tables, ({ regions, segments, specialised }) => {
        const has = (r: number, s: number): number => specialised[r * segments + s] ?? Number.NaN;
        const phi = (s: number, t: number): number => {
          if (s === t) return 0;
          let [both, withS, withT] = [0, 0, 0];
          for (let r = 0; r < regions; r += 1) {
            if (Number.isNaN(has(r, s)) || Number.isNaN(has(r, t))) continue;
            withS += has(r, s);
            withT += has(r, t);
            both += has(r, s) * has(r, t);
          }
          const larger = Math.max(withS, withT);
          return larger === 0 ? Number.NaN : both / larger;
        };
        const proximity = proximities(specialised, regions, segments);
        const { density, known } = densities(specialised, proximity, regions, segments);
        for (let s = 0; s < segments; s += 1) {
          for (let t = 0; t < segments; t += 1) expectSame(proximity[s * segments + t], phi(s, t));
          for (let r = 0; r < regions; r += 1) {
            let [full, inKnown, inPresent] = [0, 0, 0];
            for (let t = 0; t < segments; t += 1) {
              const value = phi(s, t);
              if (Number.isNaN(value)) continue;
              full += value;
              if (Number.isNaN(has(r, t))) continue;
              inKnown += value;
              inPresent += value * has(r, t);
            }
            expectSame(density[r * segments + s], inKnown > 0 ? inPresent / inKnown : Number.NaN);
            expectSame(known[r * segments + s], full > 0 ? inKnown / full : Number.NaN);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Equal to within 1e-9, and unknown exactly where the other is. */
function expectSame(found: number | undefined, expected: number): void {
  if (Number.isNaN(expected)) expect(found).toBeNaN();
  else expect(found).toBeCloseTo(expected, 9);
}

describe('severity', () => {
  it('of the whole matrix is that of each cell opened up', () => {
    fc.assert(
      fc.property(chainMatrices(), (matrix) => {
        const gaps = gapMatrix(matrix, DEFAULT_PARAMETERS);
        gaps.severity.forEach((value, cell) => {
          const score = gapCell(gaps, cell).severity?.score ?? null;
          if (score === null) expect(value).toBeNaN();
          else expect(value).toBeCloseTo(score, 12);
        });
      }),
    );
  });
});
