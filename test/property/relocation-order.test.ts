import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine, type ComponentValue } from '../../server/domain/matrix/composite-score.ts';
import { NO_RULES, type RelocationLot } from '../../server/domain/relocation/relocation-lot.ts';
import { relocationCandidates } from '../../server/domain/relocation/relocation-candidates.ts';
import { sketchedMatrix, segmentTotalsOf, type MatrixSketch } from '../support/chain-matrix-sketch.ts';

const PARAMETERS = {
  relocationWeights: {
    chainFit: 0.3,
    park: 0.2,
    policy: 0.15,
    pairing: 0.1,
    gradient: 0.1,
    proximity: 0.1,
    relatedness: 0.05,
  },
  distanceDecayKm: 200,
  pathStrength: {
    measureNamesSegment: 1,
    measureWholeChain: 0.7,
    measureNamesRegion: 1,
    measureNamesArea: 0.8,
    deptLead: 1,
    deptSupport: 0.6,
  },
};

const LOT: RelocationLot = {
  id: 'L',
  segment: 1,
  origin: 0,
  employees: 50,
  firms: 1,
  landHa: 4,
  requires: [{ feature: 'water', demandedBy: null }],
};

const size = fc.option(fc.integer({ min: 0, max: 500 }), { nil: null });

const region = fc.record({
  area: fc.constantFrom('east', 'west'),
  size: fc.tuple(size, size, size),
  park: fc.option(
    fc.record({
      accepts: fc.constantFrom(['cloth'], ['dye'], []),
      capacityHa: fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constant(Number.NaN)),
      features: fc.constantFrom(['water'], []),
      complete: fc.boolean(),
    }),
    { nil: null },
  ),
  measure: fc.boolean(),
  paired: fc.boolean(),
  km: fc.integer({ min: 1, max: 800 }),
});

type RegionDraw = typeof region extends fc.Arbitrary<infer T> ? T : never;

/** Candidates when the given regions are destinations; the facts stay the same. */
function candidates(draws: readonly RegionDraw[], destinations: ReadonlySet<number>) {
  const sketch: MatrixSketch = {
    segments: ['dye', 'cloth', 'wear'],
    regions: {
      O: { destination: false, size: [100, 200, 300] },
      ...Object.fromEntries(
        draws.map((draw, i) => [`D${i}`, { area: draw.area, size: draw.size, destination: destinations.has(i) }]),
      ),
    },
    feeds: [
      { from: 'dye', to: 'cloth', weight: 0.5 },
      { from: 'cloth', to: 'wear', weight: 0.25 },
    ],
    parks: draws.flatMap(({ park }, i) =>
      park === null ? [] : [{ id: `P${i}`, region: `D${i}`, usedHa: 0, ...park }],
    ),
    measures: draws.flatMap(({ measure }, i) =>
      measure ? [{ id: `M${i}`, segments: ['*'], regions: [`D${i}`], leads: ['E1'] }] : [],
    ),
    pairs: draws.flatMap(({ paired }, i): [string, string][] => (paired ? [['O', `D${i}`]] : [])),
    km: (from, to) => draws[Math.max(from, to) - 1]?.km ?? 0,
  };
  const matrix = sketchedMatrix(sketch);
  const unknown = new Float64Array(matrix.size.length).fill(Number.NaN);
  return relocationCandidates(
    { matrix, segmentTotals: segmentTotalsOf(matrix), igc: unknown, density: unknown },
    LOT,
    PARAMETERS,
    NO_RULES,
  );
}

describe('relocation order', () => {
  it('one more candidate never reorders the others nor changes what they show', () => {
    fc.assert(
      fc.property(fc.array(region, { minLength: 2, maxLength: 6 }), fc.nat(), (draws, pick) => {
        const left = pick % draws.length;
        const all = candidates(draws, new Set(draws.keys()));
        const fewer = candidates(draws, new Set([...draws.keys()].filter((i) => i !== left)));
        expect(all.filter((one) => one.region !== left + 1)).toEqual(fewer);
      }),
    );
  });

  it('is feasible only with a certain park, and unverified only where something is unknown', () => {
    fc.assert(
      fc.property(fc.array(region, { minLength: 1, maxLength: 5 }), (draws) => {
        for (const one of candidates(draws, new Set(draws.keys()))) {
          const park = one.components.find((part) => part.name === 'park')?.value;
          expect(one.feasibility === 'feasible').toBe(park === 1);
          expect(one.blockers.length === 0).toBe(one.feasibility === 'feasible');
          if (one.feasibility === 'unverified') expect(park).toBe('unknown');
          expect(one.score.low).toBeLessThanOrEqual(one.score.high);
        }
      }),
    );
  });
});

describe('composite score', () => {
  const component = fc.record({
    value: fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constant<ComponentValue>('unknown'),
      fc.constant<ComponentValue>('n/a'),
    ),
    weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
  });

  it('learning an unknown component keeps the score inside the old range', () => {
    fc.assert(
      fc.property(
        fc.array(component, { minLength: 1, maxLength: 7 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(),
        (parts, learnt, pick) => {
          const named = parts.map((part, i) => ({ ...part, name: `c${i}` }));
          const unknown = named.filter((part) => part.value === 'unknown');
          fc.pre(unknown.length > 0);
          const chosen = unknown[pick % unknown.length]?.name;
          const before = combine(named);
          const after = combine(named.map((part) => (part.name === chosen ? { ...part, value: learnt } : part)));
          expect(after.score).not.toBeNull();
          expect(after.score ?? -1).toBeGreaterThanOrEqual(before.low - 1e-12);
          expect(after.score ?? 2).toBeLessThanOrEqual(before.high + 1e-12);
          expect(after.low).toBeGreaterThanOrEqual(before.low - 1e-12);
          expect(after.high).toBeLessThanOrEqual(before.high + 1e-12);
        },
      ),
    );
  });
});
