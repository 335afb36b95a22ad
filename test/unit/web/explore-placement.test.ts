import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveByArrow } from '../../../web/graph/explore/arrow-focus.ts';
import type { Point } from '../../../web/graph/explore/place-around.ts';
import { CELL, isApart, placesAround } from '../../../web/graph/explore/place-around.ts';
import { BOX, thingBox } from '../../../web/graph/explore/thing-box.ts';
import { textWidth } from '../../../web/graph/layout/text-width.ts';
import { inTurn, nextNeighbours } from '../../../web/views/explore/next-neighbours.ts';

describe('places for new things', () => {
  const points = fc.record({ x: fc.integer({ min: -800, max: 800 }), y: fc.integer({ min: -500, max: 500 }) });

  it('are as many as asked for, cover nothing and each other not, and are the same for the same input', () => {
    fc.assert(
      fc.property(
        points,
        fc.array(points, { maxLength: 40 }),
        fc.integer({ min: 0, max: 40 }),
        (centre, taken, count) => {
          const places = placesAround(centre, taken, count);
          expect(places).toHaveLength(count);
          expect(placesAround(centre, taken, count)).toEqual(places);
          places.forEach((place, index) => {
            for (const other of [centre, ...taken, ...places.slice(index + 1)])
              expect(isApart(place, other)).toBe(true);
          });
        },
      ),
    );
  });

  it('hold for expansion after expansion up to a full picture', () => {
    const all: Point[] = [{ x: 0, y: 0 }];
    for (let round = 0; all.length < 300; round += 1) {
      const centre = all[round * 7] ?? { x: 0, y: 0 };
      all.push(...placesAround(centre, all, Math.min(20, 300 - all.length)));
    }
    expect(all).toHaveLength(300);
    all.forEach((place, index) => {
      for (const other of all.slice(index + 1)) expect(isApart(place, other)).toBe(true);
    });
  });

  it('spread evenly around a thing that stands alone, and lead away from the rest otherwise', () => {
    const around = placesAround({ x: 0, y: 0 }, [], 6);
    expect(Math.abs(around.reduce((sum, place) => sum + place.x, 0))).toBeLessThan(6);
    expect(Math.abs(around.reduce((sum, place) => sum + place.y, 0))).toBeLessThan(6);
    const [away] = placesAround({ x: 0, y: 0 }, [{ x: -400, y: 0 }], 1);
    expect(away?.x).toBeGreaterThan(CELL.width);
  });
});

describe('boxes', () => {
  it.each([
    ['印染'],
    ['互太纺织控股有限公司'],
    ['打造纺织服装总部经济增长极和产业发展核心区'],
    ['Department of Industry and Information Technology of Guangdong'],
    ['Donaudampfschifffahrtsgesellschaftskapitän'],
  ])('hold the name %s in at most two lines, none wider than the box, inside one cell', (name) => {
    const box = thingBox('■', name);
    const lines = box.label.split('\n');
    expect(lines.length).toBeLessThanOrEqual(BOX.lines);
    for (const line of lines) expect(textWidth(line, BOX.font) + 2 * BOX.padding).toBeLessThanOrEqual(box.width + 1);
    expect(box.width).toBeLessThan(CELL.width);
    expect(box.height).toBeLessThan(CELL.height);
  });

  it('leave no character alone on the second line', () => {
    const [first = '', second = ''] = thingBox('▲', '互太纺织控股有限公司').label.split('\n');
    expect(Math.abs(first.length - second.length)).toBeLessThanOrEqual(3);
  });
});

describe('arrow keys', () => {
  const things = [
    { id: 'middle', x: 0, y: 0 },
    { id: 'right', x: 300, y: 10 },
    { id: 'near-right', x: 150, y: 0 },
    { id: 'below', x: 20, y: 200 },
    { id: 'left', x: -300, y: 0 },
  ];

  it.each([
    ['right', 'right'],
    ['down', 'below'],
    ['left', 'left'],
    ['up', 'middle'],
  ] as const)('%s goes to a neighbour before anything nearer, then to anything, else stays', (arrow, expected) => {
    expect(moveByArrow(things, new Set(['right', 'below']), 'middle', arrow)).toBe(expected);
  });

  it('begin at the first thing', () => {
    expect(moveByArrow(things, new Set(), null, 'up')).toBe('middle');
    expect(moveByArrow([], new Set(), null, 'up')).toBeNull();
  });
});

describe('the next neighbours', () => {
  it('come from all groups in turn, each once', () => {
    expect(inTurn([['a', 'b', 'c'], ['d'], ['a', 'e']], 4)).toEqual(['a', 'd', 'b', 'e']);
    expect(inTurn([], 4)).toEqual([]);
  });

  it('are looked for page by page until enough of them are new', async () => {
    const members = Array.from({ length: 250 }, (_, place) => `Firm:f${place}`);
    const asked: (string | null | undefined)[] = [];
    const ask: Parameters<typeof nextNeighbours>[0] = ({ first, after }) => {
      asked.push(after);
      const start = after == null ? 0 : Number(after);
      const page = members.slice(start, start + first);
      return Promise.resolve({
        neighbourhood: {
          release: { id: 'r' },
          groups: [
            {
              relation: 'OPERATES_IN',
              direction: 'IN',
              type: 'FIRM',
              count: members.length,
              neighbours: {
                pageInfo: { hasNextPage: start + first < members.length, endCursor: String(start + page.length) },
                edges: page.map((id) => ({ node: { node: { __typename: 'Firm' as const, id } } })),
              },
            },
          ],
        },
      });
    };
    const shown = new Set(members.slice(0, 190));
    const found = await nextNeighbours(ask, 'Segment:D1', null, (id) => shown.has(id), 20);
    expect(found).toEqual(members.slice(190, 210));
    expect(asked).toEqual([null, '100', '200']);
    const rest = await nextNeighbours(ask, 'Segment:D1', null, (id) => id !== 'Firm:f249', 20);
    expect(rest).toEqual(['Firm:f249']);
  });
});
