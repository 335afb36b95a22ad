import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadLinearProgramSolver } from '../../server/load-linear-program-solver.ts';
import { assignToParks, type LinearProgramSolver } from '../../server/domain/relocation/park-assignment.ts';
import type { RelocationCandidate } from '../../server/domain/relocation/relocation-candidates.ts';
import type { MatrixPark } from '../../server/domain/matrix/chain-matrix.ts';

let solver: LinearProgramSolver;
beforeAll(async () => {
  solver = await loadLinearProgramSolver();
});

interface Case {
  readonly lands: readonly number[];
  readonly free: readonly number[];
  /** Score of lot i in park j; null where the park does not admit it. */
  readonly scores: readonly (readonly (number | null)[])[];
}

const cases = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([lots, parks]) =>
  fc.record({
    lands: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: lots, maxLength: lots }),
    free: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: parks, maxLength: parks }),
    scores: fc.array(
      fc.array(
        fc.option(
          fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
          { nil: null },
        ),
        {
          minLength: parks,
          maxLength: parks,
        },
      ),
      { minLength: lots, maxLength: lots },
    ),
  }),
);

function candidate(region: number, score: number, admits: boolean): RelocationCandidate {
  return {
    region,
    components: [],
    score: { score, low: score, high: score, evidence: 1 },
    feasibility: 'feasible',
    blockers: [],
    bestPark: region,
    parks: [{ park: region, admits: admits ? 'yes' : 'no', features: [], freeHa: 1, mostFreeHa: 1, low: 1, high: 1 }],
    measures: [],
    chainFitKnown: 1,
    neighbours: [],
    paths: [],
    missingHops: [],
    facts: { paired: false, originIgc: 0, destinationIgc: 0, km: 0, density: 0 },
  };
}

function assign({ lands, free, scores }: Case) {
  const parks = free.map((ha, j): MatrixPark => ({
    id: `P${j}`,
    region: j,
    accepts: [],
    capacityHa: ha + 2,
    usedHa: 2,
    features: [],
    lacks: [],
    complete: true,
  }));
  const lots = lands.map((landHa, i) => ({
    lot: { id: `L${i}`, segment: 0, origin: 0, employees: null, firms: null, landHa, requires: [] },
    candidates: free.map((_, j) => candidate(j, scores[i]?.[j] ?? 0, (scores[i]?.[j] ?? null) !== null)),
  }));
  return assignToParks({ parks }, lots, solver);
}

/** Every way to give out whole hectares; with whole numbers a transport problem has its best solution among them. */
function bruteForce({ lands, free, scores }: Case, lot = 0, left = free, rest = lands[0] ?? 0, park = 0): number {
  if (lot === lands.length) return 0;
  if (park === free.length) return bruteForce({ lands, free, scores }, lot + 1, left, lands[lot + 1] ?? 0, 0);
  const score = scores[lot]?.[park] ?? null;
  const most = score === null ? 0 : Math.min(rest, left[park] ?? 0);
  let best = 0;
  for (let ha = 0; ha <= most; ha += 1) {
    const after = left.map((value, j) => (j === park ? value - ha : value));
    best = Math.max(best, ha * (score ?? 0) + bruteForce({ lands, free, scores }, lot, after, rest - ha, park + 1));
  }
  return best;
}

describe('assignment of lots to parks', () => {
  it('reaches the best of all whole-hectare solutions, within land and free capacity', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const found = assign(one);
        expect(found.optimum).toBeCloseTo(bruteForce(one), 9);
        one.free.forEach((free, j) => {
          const taken = found.parts.filter((part) => part.park === j).reduce((sum, part) => sum + part.ha, 0);
          expect(taken).toBeLessThanOrEqual(free + 1e-9);
        });
        one.lands.forEach((land, i) => {
          const placed = found.parts.filter((part) => part.lot === i).reduce((sum, part) => sum + part.ha, 0);
          const rest = found.unplaced.find((entry) => entry.lot === i)?.ha ?? 0;
          expect(placed + rest).toBeCloseTo(land, 6);
        });
        for (const part of found.parts) expect(one.scores[part.lot]?.[part.park] ?? null).not.toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same answer every time', () => {
    fc.assert(
      fc.property(cases, (one) => {
        expect(assign(one)).toEqual(assign(one));
      }),
      { numRuns: 20 },
    );
  });
});
