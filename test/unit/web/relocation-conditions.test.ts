import { describe, expect, test } from 'vitest';
import { nextPlace, type FocusDirection } from '../../../web/graph/map/spatial-focus.ts';
import { RULES, ruleCounts, type RuleId } from '../../../web/views/relocation/hard-rules.ts';
import { arrangeLot } from '../../../web/views/relocation/lot-arrangement.ts';
import { RELOCATION_PARAMS, relocationParams } from '../../../web/views/relocation/relocation-params.ts';
import { layoutSankey } from '../../../web/views/relocation/sankey-layout.ts';

describe('parameters in a link', () => {
  test('are read in the terms of the view', () => {
    const params = relocationParams({
      from: '440600',
      to: '445200',
      zones: 'YUEBEI,YUEDONG',
      weights: '0-100-0-0-0-0-0',
      land: '12.5',
      compare: '445200,440500',
    });
    expect(params.from).toBe('440600');
    expect(params.to).toBe('445200');
    expect(params.zones).toEqual(['YUEDONG', 'YUEBEI']);
    expect(params.weights?.park).toBe(1);
    expect(params.landHa).toBe(12.5);
    expect(params.compared).toEqual(['445200', '440500']);
  });

  test('left out they are not said', () => {
    expect(relocationParams({})).toEqual({
      from: null,
      to: null,
      zones: null,
      weights: null,
      landHa: null,
      compared: [],
    });
  });

  test.each([
    ['from', '44060', false],
    ['from', '440600', true],
    ['zones', 'YUEDONG,MARS', false],
    ['zones', 'PRD', true],
    ['land', '0', false],
    ['land', '-3', false],
    ['land', '10001', false],
    ['land', '30', true],
    ['compare', '445200,445200', false],
    ['compare', '445200,440500,441800,440800,440200', false],
    ['weights', '1-2-3', false],
  ])('%s = %s is accepted: %s', (key, value, expected) => {
    expect(RELOCATION_PARAMS[key]?.(value)).toBe(expected);
  });
});

describe('a lot over the parks', () => {
  const of = (code: string, landShare: number | null, feasibility: 'FEASIBLE' | 'UNVERIFIED' = 'FEASIBLE') => ({
    code,
    feasibility,
    landShare,
  });

  test('goes to the first place when that has the land for all of it', () => {
    expect(arrangeLot([of('a', 1), of('b', 1)], 30)).toEqual({
      parts: [{ code: 'a', ha: 30 }],
      openHa: 0,
      toVerify: [],
    });
  });

  test('fills up in rank order and says what is left', () => {
    // 40 % of 30 = 12, 50 % = 15, 3 left.
    const lot = arrangeLot([of('a', 0.4), of('b', 0.5), of('c', null, 'UNVERIFIED')], 30);
    expect(lot.parts).toEqual([
      { code: 'a', ha: 12 },
      { code: 'b', ha: 15 },
      { code: null, ha: 3 },
    ]);
    expect(lot.openHa).toBe(3);
    expect(lot.toVerify).toEqual(['c']);
  });

  test('unknown land takes nothing', () => {
    expect(arrangeLot([of('a', null)], 10).parts).toEqual([{ code: null, ha: 10 }]);
  });
});

describe('sankey', () => {
  const size = { width: 400, height: 104, left: 100, right: 300, block: 10, gap: 4 };

  test('heights are in proportion, groups in their order, and the sum is kept', () => {
    const made = layoutSankey(
      [
        { id: 'x', group: 'B', ha: 10 },
        { id: 'y', group: 'A', ha: 30 },
      ],
      ['A', 'B'],
      size,
    );
    // 104 px less one gap of 4 = 100 px for 40 ha.
    expect(made?.scale).toBe(2.5);
    expect(made?.bands.map((band) => [band.id, band.height])).toEqual([
      ['y', 75],
      ['x', 25],
    ]);
    expect(made?.groups).toEqual([
      { id: 'A', y: 0, height: 75 },
      { id: 'B', y: 79, height: 25 },
    ]);
    expect(made?.source).toEqual({ id: 'lot', y: 2, height: 100 });
  });

  test('a lot of nothing has no picture', () => {
    expect(layoutSankey([], ['A'], size)).toBeNull();
  });
});

describe('hard rules', () => {
  const measure19 = { number: 19 };
  const at = (
    feasibility: string,
    ...blockers: { code: string; hard: boolean; measure: { number: number } | null }[]
  ) => ({
    candidate: { feasibility, blockers },
  });
  const list = [
    at('BLOCKED', { code: 'no-park-accepts', hard: true, measure: measure19 }),
    at('BLOCKED', { code: 'no-park-accepts', hard: true, measure: null }),
    at('UNVERIFIED', { code: 'park-feature-unknown', hard: false, measure: measure19 }),
    at('UNVERIFIED', { code: 'parks-not-loaded', hard: false, measure: null }),
    at('FEASIBLE'),
  ];

  test.each<readonly [RuleId, number, number]>([
    ['wastewater', 1, 1],
    ['admits', 1, 1],
    ['land', 0, 0],
    ['stays', 0, 0],
  ])('%s bars %s and leaves %s to verify', (id, blocked, verify) => {
    const rule = RULES.find((one) => one.id === id);
    expect(ruleCounts(list, rule?.codes ?? [])).toEqual({ blocked, verify });
  });
});

describe('keyboard on the map', () => {
  const places = [
    { code: 'middle', x: 100, y: 100 },
    { code: 'right', x: 160, y: 110 },
    { code: 'far-right', x: 300, y: 100 },
    { code: 'up', x: 110, y: 20 },
    { code: 'down-left', x: 50, y: 140 },
  ];

  test.each<readonly [string | null, FocusDirection, string]>([
    [null, 'right', 'middle'],
    ['middle', 'right', 'right'],
    ['right', 'right', 'far-right'],
    ['far-right', 'right', 'far-right'],
    ['middle', 'up', 'up'],
    ['middle', 'left', 'down-left'],
    ['middle', 'down', 'down-left'],
  ])('from %s to the %s is %s', (from, direction, expected) => {
    expect(nextPlace(places, from, direction)).toBe(expected);
  });
});
