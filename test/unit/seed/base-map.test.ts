import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cell, column, mapFile, seed } from './base-csv.ts';

type Point = readonly [number, number];
interface OutlineMap {
  readonly attribution: string;
  readonly label: string;
  readonly regions: readonly { readonly code: string; readonly rings: readonly (readonly Point[])[] }[];
}

const bytes = readFileSync(mapFile);
const outline = JSON.parse(bytes.toString('utf8')) as OutlineMap;
const prefectures = seed('regions').filter((row) => cell(row, 'level') === 'PREFECTURE');

/** Even-odd rule over all rings of a region. */
const contains = (rings: readonly (readonly Point[])[], [x, y]: Point): boolean => {
  let inside = false;
  for (const ring of rings) {
    for (const [index, [xa, ya]] of ring.entries()) {
      const next = ring[index + 1];
      if (next === undefined) continue;
      const [xb, yb] = next;
      if (ya > y !== yb > y && x < ((xb - xa) * (y - ya)) / (yb - ya) + xa) inside = !inside;
    }
  }
  return inside;
};

describe('outline map', () => {
  test('carries its origin and the label of a schematic, and stays small', () => {
    expect(outline.attribution).toMatch(/ECharts 4\.9\.0.*Apache-2\.0/);
    expect(outline.label).toBe('示意图，不作为划界依据');
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThanOrEqual(14 * 1024);
  });

  test('has the 21 prefectures', () => {
    expect(outline.regions.map((region) => region.code)).toEqual(column(prefectures, 'code').sort());
  });

  test('rings are closed, of at least three corners, in four decimals, inside the bounds of the source', () => {
    for (const { code, rings } of outline.regions) {
      expect(rings.length, code).toBeGreaterThan(0);
      for (const ring of rings) {
        expect(ring.length, code).toBeGreaterThanOrEqual(4);
        expect(ring[0], code).toEqual(ring.at(-1));
        for (const [lon, lat] of ring) {
          expect(Math.abs(lon * 1e4 - Math.round(lon * 1e4))).toBeLessThan(1e-6);
          expect(Math.abs(lat * 1e4 - Math.round(lat * 1e4))).toBeLessThan(1e-6);
          expect(lon).toBeGreaterThanOrEqual(109.655);
          expect(lon).toBeLessThanOrEqual(117.319);
          expect(lat).toBeGreaterThanOrEqual(20.212);
          expect(lat).toBeLessThanOrEqual(25.517);
        }
      }
    }
  });

  test('the seat of each prefecture lies in its own outline and in no other', () => {
    for (const row of prefectures) {
      const point: Point = [Number(cell(row, 'lon')), Number(cell(row, 'lat'))];
      const hits = outline.regions.filter((region) => contains(region.rings, point)).map((region) => region.code);
      expect(hits, cell(row, 'nameZh')).toEqual([cell(row, 'code')]);
    }
  });

  test('neighbours share one line: an edge belongs to at most two outlines, and known neighbours touch', () => {
    const owners = new Map<string, string[]>();
    for (const { code, rings } of outline.regions) {
      for (const ring of rings) {
        for (const [index, point] of ring.entries()) {
          const next = ring[index + 1];
          if (next === undefined) continue;
          const key = [point.join(' '), next.join(' ')].sort().join(' / ');
          owners.set(key, [...(owners.get(key) ?? []), code]);
        }
      }
    }
    const touching = new Set<string>();
    for (const [edge, codes] of owners) {
      expect(codes.length, edge).toBeLessThanOrEqual(2);
      if (codes.length === 2) touching.add([...codes].sort().join('-'));
    }
    // 广州 and 佛山, 广州 and 清远, 汕头 and 揭阳, 湛江 and 茂名, 深圳 and 东莞; 广州 and 湛江 do not touch.
    for (const pair of ['440100-440600', '440100-441800', '440500-445200', '440800-440900', '440300-441900']) {
      expect(touching).toContain(pair);
    }
    expect(touching).not.toContain('440100-440800');
  });
});
