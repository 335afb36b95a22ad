import { describe, expect, it } from 'vitest';
import { relativePoints } from '../../../web/graph/edge-geometry.ts';
import { layoutChain } from '../../../web/graph/layout/chain-layout.ts';
import { pathOf } from '../../../web/graph/layout/chain-path.ts';
import { placeColumn } from '../../../web/graph/layout/column-placement.ts';
import { moveFocus, readingOrder } from '../../../web/graph/layout/roving-focus.ts';
import { fitText, textWidth, wrapText } from '../../../web/graph/layout/text-width.ts';
import { COUNT_CUT, LEAF_CUT, textileChain } from './textile-chain.ts';

describe('placing a column', () => {
  const items = (...wishes: number[]) => wishes.map((wish) => ({ wish, height: 20 }));
  it.each([
    ['keeps wishes that do not clash', items(30, 80), [30, 80]],
    ['shares a clash evenly: 50 and 50 become 35 and 65', items(50, 50), [35, 65]],
    ['stays above the bottom', items(500), [90]],
    ['stays below the top', items(-40, 20), [10, 40]],
  ])('%s', (_, column, expected) => {
    expect(placeColumn(column, 10, 0, 100)).toEqual(expected);
  });
  it('keeps the order and the gap under any wishes', () => {
    const placed = placeColumn(items(90, 10, 50, 20, 20), 10, 0, 400);
    placed.slice(1).forEach((y, index) => {
      expect(y - (placed[index] ?? 0)).toBeGreaterThanOrEqual(30 - 1e-9);
    });
  });
});

describe('text width', () => {
  it.each([
    ['a Han character is one em', '纺纱', 14, 28],
    ['digits are narrower', '12', 10, 11.2],
  ])('%s', (_, text, size, expected) => {
    expect(textWidth(text, size)).toBeCloseTo(expected, 6);
  });
  it('cuts with an ellipsis only what does not fit', () => {
    expect(fitText('专业市场', 56, 14)).toBe('专业市场');
    expect(fitText('专业市场', 55, 14)).toBe('专业…');
  });
  it('breaks Han text anywhere but before closing punctuation', () => {
    expect(wrapText('专业市场、批发', 56, 14, 3)).toEqual(['专业市', '场、批发']);
  });
  it('breaks Latin text at spaces', () => {
    expect(wrapText('Textile waste recycling', 70, 14, 3)).toEqual(['Textile', 'waste', 'recycling']);
  });
});

describe('path of a segment', () => {
  it('follows nonwovens two steps up and down as the handbook states', () => {
    const path = pathOf(textileChain(LEAF_CUT).feeds, 'W3');
    // Story 7: depth 2 up F22 F24 F25 F26 F27, then F21, V4; down P51 P52 P53, then V2.
    expect([...path.upstream].sort()).toEqual(['F21', 'F22', 'F24', 'F25', 'F26', 'F27', 'V4']);
    expect([...path.downstream].sort()).toEqual(['P51', 'P52', 'P53', 'V2']);
  });
  it('takes the side inputs of the segment itself, not those of its path', () => {
    const path = pathOf(textileChain(COUNT_CUT).feeds, 'D1');
    expect([...path.side].sort()).toEqual(['S1', 'S4', 'S5']);
  });
  it('does not follow the reuse loop', () => {
    expect(pathOf([{ from: 'V3', to: 'V4', kind: 'LOOP' }], 'V3').downstream.size).toBe(0);
  });
});

describe('keyboard moves', () => {
  const layout = layoutChain(textileChain(COUNT_CUT), { width: 1024 });
  const feeds = textileChain(COUNT_CUT).feeds;
  it('starts at the first segment in reading order', () => {
    expect(moveFocus(layout, null, 'right')).toBe(readingOrder(layout)[0]?.code);
  });
  it('goes left to a supplier and right to a buyer, or stays', () => {
    for (const { code } of layout.nodes) {
      const right = moveFocus(layout, code, 'right') ?? '';
      const left = moveFocus(layout, code, 'left') ?? '';
      if (right !== code) expect(feeds.some((feed) => feed.from === code && feed.to === right)).toBe(true);
      else expect(feeds.some((feed) => feed.from === code && feed.kind !== 'LOOP')).toBe(false);
      if (left !== code) expect(feeds.some((feed) => feed.from === left && feed.to === code)).toBe(true);
    }
  });
  it('reaches every segment of a stage by going up and down', () => {
    for (const stage of layout.stages) {
      const mates = readingOrder(layout).filter((node) => node.stage === stage.code);
      let at = mates[0]?.code ?? null;
      const seen = [at];
      for (let step = 1; step < mates.length; step += 1) seen.push((at = moveFocus(layout, at, 'down')));
      expect(seen).toEqual(mates.map((node) => node.code));
      expect(moveFocus(layout, at, 'down')).toBe(at);
    }
  });
});

describe('points of a link in the terms of Cytoscape', () => {
  it('turns them back into the same points', () => {
    const start = { x: 10, y: 20 };
    const end = { x: 110, y: 95 };
    const inner = [
      { x: 60, y: 20 },
      { x: 60, y: 95 },
    ];
    const { weights, distances } = relativePoints(start, inner, end);
    const length = Math.hypot(100, 75);
    inner.forEach((point, index) => {
      const weight = weights[index] ?? 0;
      const distance = distances[index] ?? 0;
      // Cytoscape: point along the line, then the distance along (-dy, dx) / length.
      expect(start.x + 100 * weight + (-75 / length) * distance).toBeCloseTo(point.x, 9);
      expect(start.y + 75 * weight + (100 / length) * distance).toBeCloseTo(point.y, 9);
    });
  });
});
