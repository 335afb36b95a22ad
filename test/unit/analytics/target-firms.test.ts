import { describe, expect, it } from 'vitest';
import {
  countLinksWithRegions,
  mostSevereGaps,
  targetFirms,
  type TargetFirm,
} from '../../../server/domain/targets/target-firms.ts';
import { sketchedMatrix } from '../../support/chain-matrix-sketch.ts';

const PARAMETERS = {
  targetWeights: { need: 0.25, match: 0.25, size: 0.2, linkage: 0.15, proximity: 0.15 },
  targetRelatedMin: 0.4,
  sizeRef: 1000,
  distanceDecayKm: 200,
};

const MATRIX = sketchedMatrix({
  segments: ['yarn', 'cloth', 'wear'],
  regions: { A: { size: [0, 0, 0] }, B: { size: [0, 0, 0] }, C: { size: [0, 0, 0] } },
  km: (from, to) => (from + to === 3 ? 100 : 200),
});

// Proximity to yarn: cloth 0.5, wear 0.3.
const PROXIMITY = Float64Array.of(0, 0.5, 0.3, 0.5, 0, 0.2, 0.3, 0.2, 0);

const FIRMS: readonly TargetFirm[] = [
  { id: 'here', regions: [0], segments: [0], employees: 10 },
  { id: 'same', regions: [1], segments: [0], employees: 999 },
  { id: 'near', regions: [2], segments: [1], employees: Number.NaN },
  { id: 'far', regions: [1], segments: [2], employees: 10 },
  { id: 'blank', regions: [1], segments: [], employees: 10 },
  {
    id: 'gone',
    regions: [1],
    segments: [0],
    employees: 10,
    bars: [{ kind: 'dissolved', source: 'register' }],
  },
  { id: 'nowhere', regions: [], segments: [2, 0], employees: 0 },
];

const LINKS = [
  { source: 1, target: 0 },
  { source: 0, target: 1 },
  { source: 1, target: 1 },
  { source: 2, target: 3 },
];

const facts = {
  matrix: MATRIX,
  segmentProximity: PROXIMITY,
  firms: FIRMS,
  linksWithRegion: countLinksWithRegions(
    FIRMS.map((firm) => firm.regions),
    LINKS,
  ),
};

describe('target firms', () => {
  const found = targetFirms(facts, { region: 0, segment: 0, severity: 0.8 }, PARAMETERS);

  it('works out each component by hand-checked numbers', () => {
    const same = found.candidates.find((one) => FIRMS[one.firm]?.id === 'same');
    const values = (same?.components ?? []).map((one) => one.value);
    const km = 200;
    expect(values).toEqual([0.8, 1, Math.log(1000) / Math.log(1001), 0.75, Math.exp(-km / 200)]);
    expect(same?.facts).toEqual({ segment: 0, links: 2, km });
  });

  it('orders candidates by score and gives every other firm its reason', () => {
    // nowhere: (0.25 x 0.8 + 0.25)/0.85 = 0.529; near: (0.25 x 0.8 + 0.25 x 0.5 + 0.15/e)/0.8 = 0.475.
    expect(found.candidates.map((one) => FIRMS[one.firm]?.id)).toEqual(['same', 'nowhere', 'near']);
    expect(found.exclusions.map((one) => [FIRMS[one.firm]?.id, one.kind])).toEqual([
      ['here', 'already-in-region'],
      ['far', 'segment-unrelated'],
      ['blank', 'segment-unknown'],
      ['gone', 'barred'],
    ]);
    expect(found.exclusions[1]).toMatchObject({ proximity: 0.3, segment: 2 });
    expect(found.candidates.length + found.exclusions.length).toBe(FIRMS.length);
  });

  it('an unknown size or place widens the range instead of counting as 0', () => {
    const near = found.candidates.find((one) => FIRMS[one.firm]?.id === 'near');
    // need 0.8, match 0.5, linkage 0 (a recorded none), proximity exp(-1); size unknown, weight 0.2.
    const known = 0.25 * 0.8 + 0.25 * 0.5 + 0.15 * Math.exp(-1);
    expect(near?.score.low).toBeCloseTo(known, 12);
    expect(near?.score.high).toBeCloseTo(known + 0.2, 12);
    expect(near?.score.score).toBeCloseTo(known / 0.8, 12);
    const nowhere = found.candidates.find((one) => FIRMS[one.firm]?.id === 'nowhere');
    expect(nowhere?.components.map((one) => one.value)).toEqual([0.8, 1, 0, 0, 'unknown']);
  });

  it('takes the most severe missing or weak cells of destinations, and none without severity', () => {
    const matrix = {
      regions: [
        { id: 'O', area: '', destination: false },
        { id: 'D', area: '', destination: true },
      ],
    };
    const gap = (region: number, segment: number, kind: string, severity: number | null) => ({
      region,
      segment,
      class: kind,
      severity,
    });
    const gaps = [
      gap(0, 0, 'missing', 0.99),
      gap(1, 0, 'weak', 0.5),
      gap(1, 1, 'unknown', 0.9),
      gap(1, 2, 'missing', null),
      gap(1, 3, 'missing', 0.7),
      gap(1, 4, 'dependent', 0.8),
      gap(1, 5, 'weak', 0.5),
      gap(1, 6, 'weak', 0.1),
    ];
    expect(mostSevereGaps(matrix, gaps).map((one) => one.segment)).toEqual([3, 0, 5]);
  });
});
