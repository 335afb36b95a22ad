import { describe, expect, test } from 'vitest';
import { arcLifts, arcPoint, arcPoints, flowArc, flowWidth } from '../../../web/graph/map/flow-arc.ts';
import { selectFlows, type Feasibility } from '../../../web/graph/map/flow-selection.ts';
import { fitBounds, toScreen } from '../../../web/graph/map/map-fit.ts';
import { outlineBounds, parseOutline } from '../../../web/graph/map/map-outline.ts';
import { project } from '../../../web/graph/map/map-projection.ts';
import file from '../../../web/map/guangdong.json' with { type: 'json' };

const outline = parseOutline(file);

describe('projection', () => {
  // cos 23° = 0.920505 (table of cosines).
  test.each([
    ['113.5° E 23° N is the middle meridian', 113.5, 23, 0, -23],
    ['one degree east is 0.9205 of a degree of latitude', 114.5, 23, 0.920505, -23],
    ['广州 lies west of the middle meridian', 113.280637, 23.125178, -0.201925, -23.125178],
    ['汕头 lies 2.95 units east', 116.708463, 23.37102, 2.953406, -23.37102],
  ])('%s', (_, lon, lat, x, y) => {
    const point = project(lon, lat);
    expect(point.x).toBeCloseTo(x, 4);
    expect(point.y).toBeCloseTo(y, 6);
  });

  test('a flat distance is within 3 % of the great circle 广州–汕头 (350.9 km)', () => {
    const a = project(113.280637, 23.125178);
    const b = project(116.708463, 23.37102);
    const km = Math.hypot(a.x - b.x, a.y - b.y) * 111.195;
    expect(Math.abs(km / 350.9 - 1)).toBeLessThan(0.03);
  });
});

describe('outline', () => {
  test('has 21 prefectures and says that it is a schematic', () => {
    expect(outline.regions).toHaveLength(21);
    expect(outline.label).toBe('示意图，不作为划界依据');
    expect(outline.approval).toBeNull();
  });

  test('an approval number in the file is kept', () => {
    expect(parseOutline({ ...file, approval: '粤S(2026)001号' }).approval).toBe('粤S(2026)001号');
  });

  test.each([
    ['no object', null, /no regions/],
    ['no label', { attribution: 'a', regions: [] }, /no label/],
    ['a point that is no pair', { ...file, regions: [{ code: '440100', rings: [[1, 2, 3, 4]] }] }, /not a pair/],
    ['a ring of three points', { ...file, regions: [{ code: '440100', rings: [[[1, 2]]] }] }, /fewer than four/],
  ])('a file with %s is refused in words', (_, broken, message) => {
    expect(() => parseOutline(broken)).toThrow(message);
  });

  test('fits into the box with its padding, touching it on one side, in its own proportions', () => {
    const bounds = outlineBounds(outline);
    const padding = { top: 10, right: 20, bottom: 30, left: 40 };
    const fit = fitBounds(bounds, 900, 500, padding);
    const topLeft = toScreen(fit, { x: bounds.minX, y: bounds.minY });
    const bottomRight = toScreen(fit, { x: bounds.maxX, y: bounds.maxY });
    expect(topLeft.x).toBeGreaterThanOrEqual(40 - 1e-9);
    expect(topLeft.y).toBeCloseTo(10, 6);
    expect(bottomRight.x).toBeLessThanOrEqual(880 + 1e-9);
    expect(bottomRight.y).toBeCloseTo(470, 6);
    // A quarter of the free height is above, the rest is for the legend; in a tall box 40 px are above.
    const none = { top: 0, right: 0, bottom: 0, left: 0 };
    const spaceAround = (height: number): [number, number] => {
      const fitted = fitBounds(bounds, 500, height, none);
      const top = toScreen(fitted, { x: bounds.minX, y: bounds.minY }).y;
      return [top, height - toScreen(fitted, { x: bounds.maxX, y: bounds.maxY }).y];
    };
    const [above, below] = spaceAround(450);
    expect(below).toBeCloseTo(3 * above, 6);
    expect(spaceAround(1200)[0]).toBeCloseTo(40, 6);
    const proportions = (bounds.maxX - bounds.minX) / (bounds.maxY - bounds.minY);
    expect((bottomRight.x - topLeft.x) / (bottomRight.y - topLeft.y)).toBeCloseTo(proportions, 6);
  });
});

describe('flow arcs', () => {
  const from = { x: 100, y: 100 };

  test.each([
    ['east', { x: 300, y: 100 }],
    ['west', { x: -100, y: 100 }],
    ['south-west', { x: 0, y: 200 }],
  ])('to the %s bulge to the north of the straight line', (_, to) => {
    const arc = flowArc(from, to);
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    expect(arcPoint(arc, 0.5).y).toBeLessThan(middle.y);
  });

  test('the middle lies half the bend off the line, here 22 % of 200 px / 2', () => {
    expect(arcPoint(flowArc(from, { x: 300, y: 100 }), 0.5)).toEqual({ x: 200, y: 78 });
  });

  test('start and end at the seats', () => {
    const points = arcPoints(flowArc(from, { x: 40, y: 20 }));
    expect(points[0]).toEqual(from);
    expect(points[points.length - 1]).toEqual({ x: 40, y: 20 });
  });

  test('get higher one by one where they run the same way', () => {
    const lifts = arcLifts(from, [
      { x: 300, y: 100 },
      { x: 310, y: 102 },
      { x: 100, y: 300 },
    ]);
    expect(lifts).toEqual([1, 1.45, 1]);
  });

  test.each([
    [0, 1.5],
    [1, 7.5],
    [0.5, 4.5],
    [null, 1.5],
  ])('width of score %s is %s px', (score, width) => {
    expect(flowWidth(score)).toBe(width);
  });
});

describe('choice of flows', () => {
  const candidates = (kinds: readonly Feasibility[]): { code: string; feasibility: Feasibility }[] =>
    kinds.map((feasibility, index) => ({ code: String(index), feasibility }));

  test('the first ones are drawn, of the blocked at most a third, the rest counted by kind', () => {
    const ranked = candidates(['FEASIBLE', 'UNVERIFIED', 'BLOCKED', 'BLOCKED', 'BLOCKED', 'BLOCKED']);
    const flows = selectFlows(ranked, 6, []);
    expect(flows.drawn.map((one) => one.code)).toEqual(['0', '1', '2', '3']);
    expect(flows.restCounts).toEqual({ FEASIBLE: 0, UNVERIFIED: 0, BLOCKED: 2 });
  });

  test('one chosen by the reader is drawn whatever its place', () => {
    const ranked = candidates(['FEASIBLE', 'FEASIBLE', 'FEASIBLE', 'BLOCKED']);
    expect(selectFlows(ranked, 2, ['3']).drawn.map((one) => one.code)).toEqual(['0', '1', '3']);
  });
});
