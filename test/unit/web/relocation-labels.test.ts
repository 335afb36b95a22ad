import { describe, expect, test } from 'vitest';
import { arcPoints, flowArc } from '../../../web/graph/map/flow-arc.ts';
import {
  boxesTouch,
  LABEL_GAP,
  linesCross,
  placeLabels,
  type LabelArea,
  type LabelPlan,
  type LabelRequest,
} from '../../../web/graph/map/label-placement.ts';
import { fitBounds, toScreen } from '../../../web/graph/map/map-fit.ts';
import { outlineBounds, parseOutline } from '../../../web/graph/map/map-outline.ts';
import { markRadius } from '../../../web/graph/map/mark-size.ts';
import { project } from '../../../web/graph/map/map-projection.ts';
import { textWidth } from '../../../web/graph/layout/text-width.ts';
import file from '../../../web/map/guangdong.json' with { type: 'json' };

const outline = parseOutline(file);

/** Seats of government, degrees, as in the region facts. */
const SEATS: readonly (readonly [code: string, lon: number, lat: number, zh: string, en: string])[] = [
  ['440100', 113.2806, 23.1252, '广州', 'Guangzhou'],
  ['440200', 113.5915, 24.8013, '韶关', 'Shaoguan'],
  ['440300', 114.0859, 22.547, '深圳', 'Shenzhen'],
  ['440400', 113.554, 22.225, '珠海', 'Zhuhai'],
  ['440500', 116.7085, 23.371, '汕头', 'Shantou'],
  ['440600', 113.1227, 23.0288, '佛山', 'Foshan'],
  ['440700', 113.0949, 22.5904, '江门', 'Jiangmen'],
  ['440800', 110.365, 21.2749, '湛江', 'Zhanjiang'],
  ['440900', 110.9192, 21.6598, '茂名', 'Maoming'],
  ['441200', 112.4725, 23.0516, '肇庆', 'Zhaoqing'],
  ['441300', 114.4126, 23.0794, '惠州', 'Huizhou'],
  ['441400', 116.1176, 24.2991, '梅州', 'Meizhou'],
  ['441500', 115.3642, 22.7745, '汕尾', 'Shanwei'],
  ['441600', 114.6978, 23.7463, '河源', 'Heyuan'],
  ['441700', 111.9751, 21.8592, '阳江', 'Yangjiang'],
  ['441800', 113.0512, 23.685, '清远', 'Qingyuan'],
  ['441900', 113.7463, 23.0462, '东莞', 'Dongguan'],
  ['442000', 113.3824, 22.5211, '中山', 'Zhongshan'],
  ['445100', 116.6323, 23.6617, '潮州', 'Chaozhou'],
  ['445200', 116.3557, 23.5438, '揭阳', 'Jieyang'],
  ['445300', 112.0444, 22.9298, '云浮', 'Yunfu'],
];
const ORIGIN = '440100';
const DELTA = new Set(['440300', '440400', '440600', '441900', '442000']);

function mapOf(width: number, height: number, lang: 'zh' | 'en'): { requests: LabelRequest[]; area: LabelArea } {
  const padding = { top: 16, right: 16, bottom: 16, left: 16 };
  const fit = fitBounds(outlineBounds(outline), width, height, padding);
  const requests = SEATS.map(([code, lon, lat, zh, en]) => {
    const name = lang === 'zh' ? zh : en;
    const isCandidate = code !== ORIGIN && !DELTA.has(code);
    return {
      id: code,
      ...toScreen(fit, project(lon, lat)),
      radius: markRadius(DELTA.has(code) ? 'plain' : 'role', fit.scale),
      width: textWidth(code === ORIGIN ? `${name} 28` : name, 13, true) + 4,
      height: 17,
      priority: code === ORIGIN ? 0 : isCandidate ? 1 : 2,
    };
  });
  const seat = (code: string): LabelRequest => {
    const found = requests.find((one) => one.id === code);
    if (found === undefined) throw new Error(code);
    return found;
  };
  const lines = ['445200', '440500', '441800', '440800'].flatMap((to) => arcPoints(flowArc(seat(ORIGIN), seat(to))));
  // The legend stands on the map where there is room and below it on narrow screens.
  const reserved = width < 520 ? [] : [{ x: width - 190, y: height - 90, width: 180, height: 80 }];
  return { requests, area: { width, height, reserved, lines } };
}

function pairs<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): [Item, Item] => [a, b]));
}

function touching(plan: LabelPlan): string[] {
  return pairs(plan.placed)
    .filter(([a, b]) => boxesTouch(a.box, b.box, LABEL_GAP - 0.01))
    .map(([a, b]) => `${a.id}/${b.id}`);
}

const SIZES = [
  ['960 x 620 zh', 960, 620, 'zh'],
  ['660 x 460 zh', 660, 460, 'zh'],
  ['660 x 460 en', 660, 460, 'en'],
  ['560 x 420 zh', 560, 420, 'zh'],
  ['560 x 420 en', 560, 420, 'en'],
  ['380 x 320 zh', 380, 320, 'zh'],
] as const;

describe.each(SIZES)('labels of the 21 prefectures at %s', (_, width, height, lang) => {
  const { requests, area } = mapOf(width, height, lang);
  const plan = placeLabels(requests, area);

  test('no two touch, and none is left out', () => {
    expect(touching(plan)).toEqual([]);
    expect(plan.omitted).toEqual([]);
    expect(plan.placed).toHaveLength(21);
  });

  test('none covers a mark, the legend or the border', () => {
    for (const { id, box } of plan.placed) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      for (const one of area.reserved) expect(boxesTouch(one, box)).toBe(false);
      for (const mark of requests.filter((request) => request.id !== id)) {
        const nearX = Math.min(Math.max(mark.x, box.x), box.x + box.width);
        const nearY = Math.min(Math.max(mark.y, box.y), box.y + box.height);
        expect(Math.hypot(mark.x - nearX, mark.y - nearY)).toBeGreaterThanOrEqual(mark.radius);
      }
    }
  });

  test('no leader line crosses another one or runs under a label', () => {
    for (const [a, b] of pairs(plan.placed)) {
      if (a.leader !== null && b.leader !== null) {
        expect(linesCross(a.leader.from, a.leader.to, b.leader.from, b.leader.to)).toBe(false);
      }
      for (const [line, other] of [
        [a.leader, b],
        [b.leader, a],
      ] as const) {
        if (line === null) continue;
        const { x, y, width: w, height: h } = other.box;
        const diagonals = [
          [
            { x, y },
            { x: x + w, y: y + h },
          ],
          [
            { x: x + w, y },
            { x, y: y + h },
          ],
        ] as const;
        for (const [from, to] of diagonals) expect(linesCross(line.from, line.to, from, to)).toBe(false);
      }
    }
  });
});

describe('label placement', () => {
  const area = { width: 300, height: 200, reserved: [], lines: [] };
  const mark = (id: string, x: number, y: number, priority = 0): LabelRequest => ({
    id,
    x,
    y,
    radius: 4,
    width: 40,
    height: 16,
    priority,
  });

  test('a lone label stands to the right of its mark, without a line', () => {
    const [only] = placeLabels([mark('a', 100, 100)], area).placed;
    expect(only).toEqual({ id: 'a', box: { x: 108, y: 92, width: 40, height: 16 }, leader: null });
  });

  test('the one of higher standing chooses first', () => {
    const plan = placeLabels([mark('a', 100, 100, 2), mark('b', 104, 100, 1)], area);
    expect(plan.placed[0]?.id).toBe('b');
  });

  test('in a crowd the later ones get leader lines', () => {
    const crowd = Array.from({ length: 12 }, (_, index) => mark(String(index), 140 + (index % 4) * 9, 90 + index));
    const plan = placeLabels(crowd, area);
    expect(touching(plan)).toEqual([]);
    expect(plan.placed.filter((one) => one.leader !== null).length).toBeGreaterThan(0);
  });

  test('a label that fits nowhere is named as left out, not drawn over another', () => {
    const plan = placeLabels([{ ...mark('wide', 20, 20), width: 400 }], area);
    expect(plan).toEqual({ placed: [], omitted: ['wide'] });
  });

  test('a flow line is kept free where another side is free', () => {
    const lines = Array.from({ length: 20 }, (_, index) => ({ x: 100 + index * 5, y: 100 }));
    const [only] = placeLabels([mark('a', 100, 100)], { ...area, lines }).placed;
    expect(only?.box.x).toBeLessThan(100);
  });
});
