import { beforeAll, describe, expect, it } from 'vitest';
import { loadLinearProgramSolver } from '../../../server/load-linear-program-solver.ts';
import { assignToParks, type LinearProgramSolver } from '../../../server/domain/relocation/park-assignment.ts';
import { relocationCandidates } from '../../../server/domain/relocation/relocation-candidates.ts';
import type { RelocationLot, RelocationRules } from '../../../server/domain/relocation/relocation-lot.ts';
import { sketchedMatrix, segmentTotalsOf, type MatrixSketch } from '../../support/chain-matrix-sketch.ts';

const WEIGHT_ON_POLICY = {
  relocationWeights: { chainFit: 0, park: 0, policy: 1, pairing: 0, gradient: 0, proximity: 0, relatedness: 0 },
  distanceDecayKm: 200,
  pathStrength: {
    measureNamesSegment: 1,
    measureWholeChain: 1,
    measureNamesRegion: 1,
    measureNamesArea: 1,
    deptLead: 1,
    deptSupport: 1,
  },
};

/** Scores by policy alone: cloth scores 0.75 in A and 0.5 in B; wear scores 0.5 in A and 0 in B. */
const SKETCH: MatrixSketch = {
  segments: ['cloth', 'wear', 'dye', 'yarn', 'label'],
  regions: {
    O: { area: 'delta', destination: false, size: [1, 1, 1, 1, 1] },
    A: { size: [1, 1, 1, 1, 1] },
    B: { size: [1, 1, 1, 1, 1] },
  },
  parks: [
    { id: 'PA', region: 'A', accepts: ['cloth', 'wear', 'label'], capacityHa: 10, usedHa: 4 },
    { id: 'PB', region: 'B', accepts: ['cloth', 'label'], capacityHa: 3, usedHa: 0 },
    { id: 'PC', region: 'B', accepts: ['yarn'] },
  ],
  measures: [
    { id: 'M1', segments: ['cloth', 'wear', 'dye', 'label'], regions: ['A'] },
    { id: 'M2', segments: ['cloth', 'label'], regions: ['A'] },
    { id: 'M3', segments: ['cloth', 'yarn', 'label'], regions: ['B'] },
  ],
};

const RULES: RelocationRules = {
  features: [],
  stays: [{ segments: [4], areas: ['delta'], demandedBy: { measure: 'M4', clause: null } }],
};

const lot = (id: string, segment: number, landHa: number | null): RelocationLot => ({
  id,
  segment,
  origin: 0,
  employees: 1,
  firms: 1,
  landHa,
  requires: [],
});

let solver: LinearProgramSolver;
beforeAll(async () => {
  solver = await loadLinearProgramSolver();
});

function assign(lots: readonly RelocationLot[]) {
  const matrix = sketchedMatrix(SKETCH);
  const unknown = new Float64Array(matrix.size.length).fill(Number.NaN);
  const facts = { matrix, segmentTotals: segmentTotalsOf(matrix), igc: unknown, density: unknown };
  const found = assignToParks(
    matrix,
    lots.map((one) => ({ lot: one, candidates: relocationCandidates(facts, one, WEIGHT_ON_POLICY, RULES) })),
    solver,
  );
  return {
    optimum: found.optimum,
    placedHa: found.placedHa,
    parts: found.parts.map((part) => [lots[part.lot]?.id, matrix.parks[part.park]?.id, part.ha]),
    unplaced: found.unplaced.map((rest) => [lots[rest.lot]?.id, rest.ha, rest.reason]),
  };
}

describe('assignment of lots to parks', () => {
  it('splits a lot where that places more, and says what stays without land', () => {
    // PA has 6 ha free, PB 3. Cloth 3 ha in PB and 4 in PA leave 2 in PA for wear: 3x0.5 + 4x0.75 + 2x0.5 = 5.5.
    // Cloth first in its best park, 6 ha in PA and 1 in PB, would give 5.
    expect(assign([lot('L1', 0, 7), lot('L2', 1, 4)])).toEqual({
      optimum: 5.5,
      placedHa: 9,
      parts: [
        ['L1', 'PA', 4],
        ['L1', 'PB', 3],
        ['L2', 'PA', 2],
      ],
      unplaced: [['L2', 2, 'capacity-used']],
    });
  });

  it('places a lot that fits whole in its best park', () => {
    expect(assign([lot('L1', 0, 2)])).toEqual({
      optimum: 1.5,
      placedHa: 2,
      parts: [['L1', 'PA', 2]],
      unplaced: [],
    });
  });

  it.each([
    { rule: 'unknown land', one: lot('L', 0, null), ha: Number.NaN, reason: 'land-unknown' },
    { rule: 'no park for the segment', one: lot('L', 2, 1), ha: 1, reason: 'no-admissible-park' },
    { rule: 'a park whose land nobody knows', one: lot('L', 3, 1), ha: 1, reason: 'park-land-unknown' },
    { rule: 'a measure that keeps the segment', one: lot('L', 4, 1), ha: 1, reason: 'segment-stays' },
    { rule: 'more land than there is', one: lot('L', 1, 8), ha: 2, reason: 'capacity-used' },
  ])('leaves unplaced for $rule and names the reason', ({ one, ha, reason }) => {
    expect(assign([one]).unplaced).toEqual([['L', ha, reason]]);
  });
});
