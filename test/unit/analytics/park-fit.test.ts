import { describe, expect, it } from 'vitest';
import { parkFit } from '../../../server/domain/relocation/park-fit.ts';
import type { RequiredFeature } from '../../../server/domain/relocation/relocation-lot.ts';
import { sketchedMatrix, type MatrixSketch } from '../../support/chain-matrix-sketch.ts';

const WASTE_WATER: RequiredFeature = { feature: 'waste_water', demandedBy: { measure: 'M19', clause: null } };

type Parks = NonNullable<MatrixSketch['parks']>;

function fitOf(parks: Parks, landHa: number | null, required: readonly RequiredFeature[] = [], loaded = true) {
  const matrix = sketchedMatrix({ regions: { D: { size: [1] } }, segments: ['dyeing'], parks });
  const fit = parkFit(matrix, 0, 0, landHa, required, loaded);
  return {
    component: fit.component,
    feasibility: fit.feasibility,
    best: fit.bestPark === null ? null : (matrix.parks[fit.bestPark]?.id ?? ''),
    blockers: fit.blockers.map((one) => one.kind),
    demanded: fit.blockers.map((one) => one.demandedBy?.measure ?? null),
  };
}

const park = (id: string, rest: Partial<Parks[number]> = {}): Parks[number] => ({
  id,
  region: 'D',
  accepts: ['dyeing'],
  capacityHa: 10,
  usedHa: 4,
  features: ['waste_water'],
  ...rest,
});

describe('park component of a relocation', () => {
  const cases: readonly {
    rule: string;
    parks: Parks;
    land: number | null;
    required?: readonly RequiredFeature[];
    loaded?: boolean;
    want: ReturnType<typeof fitOf>;
  }[] = [
    {
      rule: 'a park that admits the segment, has the feature and the land makes the place feasible',
      parks: [park('P')],
      land: 6,
      required: [WASTE_WATER],
      want: { component: 1, feasibility: 'feasible', best: 'P', blockers: [], demanded: [] },
    },
    {
      rule: 'half of the land gives one half and the blocker park-full',
      parks: [park('P')],
      land: 12,
      want: { component: 0.5, feasibility: 'blocked', best: 'P', blockers: ['park-full'], demanded: [null] },
    },
    {
      rule: 'a park of unknown use is too small for a lot larger than all of it, and possible for a smaller one',
      parks: [park('P', { usedHa: Number.NaN })],
      land: 12,
      want: {
        component: 'unknown',
        feasibility: 'blocked',
        best: null,
        blockers: ['park-too-small'],
        demanded: [null],
      },
    },
    {
      rule: 'a park of unknown use stays to be verified for a lot of its very size',
      parks: [park('P', { usedHa: Number.NaN })],
      land: 10,
      want: {
        component: 'unknown',
        feasibility: 'unverified',
        best: null,
        blockers: ['park-land-unknown'],
        demanded: [null],
      },
    },
    {
      rule: 'the best of several parks counts, not their sum',
      parks: [park('P', { capacityHa: 7 }), park('Q', { capacityHa: 13 })],
      land: 12,
      want: {
        component: 0.75,
        feasibility: 'blocked',
        best: 'Q',
        blockers: ['park-full', 'park-full'],
        demanded: [null, null],
      },
    },
    {
      rule: 'a feature known to be lacking blocks and names the measure that demands it',
      parks: [park('P', { features: [], lacks: ['waste_water'], complete: false })],
      land: 6,
      required: [WASTE_WATER],
      want: { component: 0, feasibility: 'blocked', best: null, blockers: ['park-lacks-feature'], demanded: ['M19'] },
    },
    {
      rule: 'in a complete list a missing feature is a no',
      parks: [park('P', { features: [] })],
      land: 6,
      required: [WASTE_WATER],
      want: { component: 0, feasibility: 'blocked', best: null, blockers: ['park-lacks-feature'], demanded: ['M19'] },
    },
    {
      rule: 'in an incomplete list a missing feature is unknown: neither 0 nor feasible',
      parks: [park('P', { features: [], complete: false })],
      land: 6,
      required: [WASTE_WATER],
      want: {
        component: 'unknown',
        feasibility: 'unverified',
        best: null,
        blockers: ['park-feature-unknown'],
        demanded: ['M19'],
      },
    },
    {
      rule: 'unknown capacity is unknown: neither 0 nor feasible',
      parks: [park('P', { capacityHa: Number.NaN })],
      land: 6,
      want: {
        component: 'unknown',
        feasibility: 'unverified',
        best: null,
        blockers: ['park-land-unknown'],
        demanded: [null],
      },
    },
    {
      rule: 'an unknown feature cannot make a park fit whose land is known to be too little',
      parks: [park('P', { features: [], complete: false })],
      land: 12,
      required: [WASTE_WATER],
      want: {
        component: 'unknown',
        feasibility: 'blocked',
        best: null,
        blockers: ['park-feature-unknown', 'park-full'],
        demanded: ['M19', null],
      },
    },
    {
      rule: 'one certain park is enough: an unknown one beside it changes nothing',
      parks: [park('P'), park('Q', { capacityHa: Number.NaN, complete: false, accepts: [] })],
      land: 6,
      want: { component: 1, feasibility: 'feasible', best: 'P', blockers: [], demanded: [] },
    },
    {
      rule: 'a park with a complete list that does not name the segment does not accept it',
      parks: [park('P', { accepts: [] })],
      land: 6,
      want: { component: 0, feasibility: 'blocked', best: null, blockers: ['no-park-accepts'], demanded: [null] },
    },
    {
      rule: 'no park at all, all loaded, is a no',
      parks: [],
      land: 6,
      want: { component: 0, feasibility: 'blocked', best: null, blockers: ['no-park-accepts'], demanded: [null] },
    },
    {
      rule: 'no park, not all loaded, is unknown',
      parks: [],
      land: 6,
      loaded: false,
      want: {
        component: 'unknown',
        feasibility: 'unverified',
        best: null,
        blockers: ['parks-not-loaded'],
        demanded: [null],
      },
    },
    {
      rule: 'a lot of unknown land is unverified where a park has land left',
      parks: [park('P')],
      land: null,
      want: {
        component: 'unknown',
        feasibility: 'unverified',
        best: null,
        blockers: ['lot-land-unknown'],
        demanded: [null],
      },
    },
    {
      rule: 'a full park blocks a lot of unknown land',
      parks: [park('P', { usedHa: 10 })],
      land: null,
      want: {
        component: 0,
        feasibility: 'blocked',
        best: null,
        blockers: ['lot-land-unknown', 'park-full'],
        demanded: [null, null],
      },
    },
    {
      rule: 'equal parks: the smaller id is named',
      parks: [park('Q'), park('P')],
      land: 12,
      want: {
        component: 0.5,
        feasibility: 'blocked',
        best: 'P',
        blockers: ['park-full', 'park-full'],
        demanded: [null, null],
      },
    },
  ];

  it.each(cases)('$rule', ({ parks, land, required, loaded, want }) => {
    expect(fitOf(parks, land, required, loaded)).toEqual(want);
  });
});
