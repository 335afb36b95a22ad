import { describe, expect, it } from 'vitest';
import { postMoveChainFit } from '../../../server/domain/relocation/post-move-chain-fit.ts';
import { rankedEntry, relocationCandidates } from '../../../server/domain/relocation/relocation-candidates.ts';
import {
  NO_RULES,
  type RelocationLot,
  type RelocationRules,
} from '../../../server/domain/relocation/relocation-lot.ts';
import { indistinguishablePairs, rankStability } from '../../../server/domain/ranking/rank-stability.ts';
import { seededRandom } from '../../../server/domain/ranking/seeded-random.ts';
import { sketchedMatrix, segmentTotalsOf, type MatrixSketch } from '../../support/chain-matrix-sketch.ts';

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
  employees: 100,
  firms: 2,
  landHa: 5,
  requires: [],
};

/**
 * dye (w 0.5) -> cloth -> wear (w 0.25). Origin O in the delta; A has a park and a measure that names it, B has a park
 * of unknown land, C has no park, E lies in the delta.
 */
const SKETCH: MatrixSketch = {
  segments: ['dye', 'cloth', 'wear'],
  regions: {
    O: { area: 'delta', destination: false, size: [500, 400, 100] },
    A: { area: 'east', size: [100, 100, 0] },
    B: { area: 'east', size: [300, 200, 400] },
    C: { area: 'west', size: [100, null, 500] },
    E: { area: 'delta', size: [0, 300, 0] },
  },
  feeds: [
    { from: 'dye', to: 'cloth', weight: 0.5 },
    { from: 'cloth', to: 'wear', weight: 0.25 },
  ],
  parks: [
    { id: 'PA', region: 'A', accepts: ['cloth'], capacityHa: 9, usedHa: 0 },
    { id: 'PB', region: 'B', accepts: ['cloth'], capacityHa: Number.NaN },
    { id: 'PE', region: 'E', accepts: ['cloth'], capacityHa: 9, usedHa: 0 },
  ],
  measures: [{ id: 'M1', segments: ['cloth'], regions: ['A'], leads: ['D1'], supports: ['D2'] }],
  pairs: [['O', 'A']],
  km: () => 200,
};

function run(rules: RelocationRules = NO_RULES, lot: RelocationLot = LOT, basis: 'EMPLOYEES' | 'FIRMS' = 'EMPLOYEES') {
  const matrix = { ...sketchedMatrix(SKETCH), basis };
  const unknown = new Float64Array(matrix.size.length).fill(Number.NaN);
  const igc = unknown.slice();
  igc[1] = 3; // O, cloth
  igc[4] = 1; // A, cloth
  const facts = { matrix, segmentTotals: segmentTotalsOf(matrix), igc, density: unknown };
  return { matrix, candidates: relocationCandidates(facts, lot, PARAMETERS, rules) };
}

const STAYS: RelocationRules = {
  features: [],
  stays: [{ segments: [1], areas: ['delta'], demandedBy: { measure: 'M4', clause: 'M4.2' } }],
};

describe('relocation candidates', () => {
  it('works out the components by hand-checked numbers', () => {
    const { matrix, candidates } = run();
    const a = candidates.find((one) => matrix.regions[one.region]?.id === 'A');
    // X: dye 1000, cloth 1000, wear 1000. Demand at A after the move (100 + 100)/1000 = 0.2; dye 0.1/0.2 = 0.5, wear 0.
    expect(a?.neighbours.map((one) => [one.segment, one.side, one.fit])).toEqual([
      [0, 'upstream', 0.5],
      [2, 'downstream', 0],
    ]);
    const value = Object.fromEntries((a?.components ?? []).map((one) => [one.name, one.value]));
    expect(value).toEqual({
      chainFit: expect.closeTo((0.5 * 0.5) / 0.75, 12) as number,
      park: 1,
      policy: 0.5,
      pairing: 1,
      gradient: 0.5,
      proximity: expect.closeTo(Math.exp(-1), 12) as number,
      relatedness: 'unknown',
    });
    expect(a?.score.evidence).toBeCloseTo(0.95, 12);
    expect(a?.chainFitKnown).toBe(1);
  });

  it('orders feasible, unverified, blocked, then by score', () => {
    const { matrix, candidates } = run();
    expect(candidates.map((one) => [matrix.regions[one.region]?.id, one.feasibility])).toEqual([
      ['A', 'feasible'],
      ['E', 'feasible'],
      ['B', 'unverified'],
      ['C', 'blocked'],
    ]);
  });

  it('gives the strongest paths and names the missing hop where there is none', () => {
    const { matrix, candidates } = run();
    const byId = new Map(candidates.map((one) => [matrix.regions[one.region]?.id, one]));
    expect(byId.get('A')?.paths.map((one) => [one.nodes, one.strength])).toEqual([
      [['cloth', 'dye', 'A', 'PA', 'M1', 'D1'], 0.25],
      [['cloth', 'dye', 'A', 'PA', 'M1', 'D2'], 0.15],
    ]);
    expect(byId.get('B')?.missingHops).toEqual([
      { hop: 'park', state: 'unknown' },
      { hop: 'measure', state: 'absent' },
    ]);
    expect(byId.get('C')?.missingHops).toEqual([
      { hop: 'neighbour', state: 'unknown' },
      { hop: 'park', state: 'absent' },
      { hop: 'measure', state: 'absent' },
    ]);
    expect(byId.get('E')?.missingHops).toEqual([
      { hop: 'neighbour', state: 'absent' },
      { hop: 'measure', state: 'absent' },
    ]);
  });

  it('keeps a segment that a measure wants kept inside its areas, and only there', () => {
    const { matrix, candidates } = run(STAYS);
    const state = candidates.map((one) => [
      matrix.regions[one.region]?.id,
      one.feasibility,
      one.blockers[0]?.kind ?? null,
    ]);
    expect(state).toEqual([
      ['E', 'feasible', null],
      ['A', 'blocked', 'segment-stays'],
      ['B', 'blocked', 'segment-stays'],
      ['C', 'blocked', 'segment-stays'],
    ]);
    expect(candidates.at(-1)?.blockers[0]?.demandedBy).toEqual({ measure: 'M4', clause: 'M4.2' });
  });

  it('a rule that demands a feature blocks the parks that lack it and names its measure', () => {
    const rules: RelocationRules = {
      features: [{ segments: [1], feature: 'waste_water', demandedBy: { measure: 'M19', clause: null } }],
      stays: [],
    };
    const { matrix, candidates } = run(rules);
    const a = candidates.find((one) => matrix.regions[one.region]?.id === 'A');
    expect(a?.blockers).toEqual([
      {
        kind: 'park-lacks-feature',
        rule: 'park-feature',
        demandedBy: { measure: 'M19', clause: null },
        park: 0,
        feature: 'waste_water',
      },
    ]);
  });

  it('counts the firms of the lot on a firm matrix, and knows no chain fit without a size', () => {
    const byFirms = run(NO_RULES, { ...LOT, employees: null, firms: 100 }, 'FIRMS').candidates[0];
    expect(byFirms?.components[0]?.value).toBeCloseTo((0.5 * 0.5) / 0.75, 12);
    const without = run(NO_RULES, { ...LOT, employees: null }).candidates[0];
    expect(without?.components[0]?.value).toBe('unknown');
    expect(without?.neighbours).toEqual([]);
  });
});

describe('chain fit after the move', () => {
  it('of a segment that nobody in the province makes is 0 for an absent neighbour and unknown for a present one', () => {
    const matrix = sketchedMatrix({
      segments: ['dye', 'cloth', 'wear'],
      regions: { D: { size: [0, 0, 5] }, E: { size: [3, 0, 5] } },
      feeds: [
        { from: 'dye', to: 'cloth', weight: 0.5 },
        { from: 'cloth', to: 'wear', weight: 0.25 },
      ],
    });
    const fit = postMoveChainFit(matrix, segmentTotalsOf(matrix), 0, 1, 100);
    expect(fit.neighbours).toEqual([{ segment: 0, side: 'upstream', weight: 0.5, fit: 0 }]);
    expect(fit.knownShare).toBeCloseTo(2 / 3, 12);
  });

  it('of a segment without supplier and buyer is unknown', () => {
    const matrix = sketchedMatrix({ segments: ['alone'], regions: { D: { size: [1] } } });
    const fit = postMoveChainFit(matrix, segmentTotalsOf(matrix), 0, 0, 1);
    expect(fit.component).toBe('unknown');
  });
});

describe('rank stability', () => {
  it('is the same for the same seed and full for a candidate that leads in every component', () => {
    const { matrix, candidates } = run();
    const entries = candidates.map((one) => rankedEntry(matrix, one));
    const once = rankStability(entries, 200, seededRandom(7));
    expect(once).toEqual(rankStability(entries, 200, seededRandom(7)));
    expect(once).toEqual({ draws: 200, firstPlace: 1, topTen: 1, topTenKept: 4 });
  });

  it('falls when two candidates lead in one component each', () => {
    const entry = (id: string, a: number, b: number) => ({
      id,
      group: 0,
      components: [
        { name: 'a', value: a, weight: 1 },
        { name: 'b', value: b, weight: 1 },
      ],
    });
    // By symmetry each leads in half of the draws; with 4,000 draws the share lies within 0.5 +- 0.04 (5 sigma).
    const { firstPlace } = rankStability([entry('x', 1, 0), entry('y', 0, 1)], 4000, seededRandom(11));
    expect(firstPlace).toBeGreaterThan(0.46);
    expect(firstPlace).toBeLessThan(0.54);
  });

  it('marks candidates whose ranges overlap', () => {
    const range = (low: number, high: number) => ({ score: low, low, high, evidence: 1 });
    expect(indistinguishablePairs([range(0.5, 0.7), range(0.6, 0.6), range(0.1, 0.49)])).toEqual([[0, 1]]);
  });
});
