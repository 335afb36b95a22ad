import { describe, expect, it } from 'vitest';
import { defaultCut, isCut, requireCut } from '../../../server/domain/chain/cut.ts';
import { aggregateFeeds, expandFeeds, materialFeeds } from '../../../server/domain/chain/feeds.ts';
import type { SegmentFeed } from '../../../server/domain/chain/feeds.ts';
import { neighbourhood } from '../../../server/domain/chain/neighbourhood.ts';
import { ancestorsOf, leavesOf, segmentTree } from '../../../server/domain/chain/segment-tree.ts';
import { rows, tree, written } from './segment-table.ts';

const leafFeeds = expandFeeds(tree, written);

describe('the segment table', () => {
  it('has 61 segments: 7, 21, 24 and 9 at the four levels', () => {
    const levels = [1, 2, 3, 4].map(
      (level) => tree.codes.filter((code) => ancestorsOf(tree, code).length + 1 === level).length,
    );
    expect(levels).toEqual([7, 21, 24, 9]);
    for (const row of rows) expect(ancestorsOf(tree, row.code)).toHaveLength(row.level - 1);
  });

  it('has 77 written feeds that stand for 129 between leaves: 76, 24, 19 and 10 by kind', () => {
    expect(written).toHaveLength(77);
    const count = (kind: string) => leafFeeds.filter((feed) => feed.kind === kind).length;
    expect(['MATERIAL', 'EQUIPMENT', 'AUXILIARY', 'SERVICE'].map(count)).toEqual([76, 24, 19, 10]);
    expect(leafFeeds).toHaveLength(129);
  });

  it('has no cycle, no isolated leaf, and a longest path of 6 feeds', () => {
    const longestFrom = (code: string, walked: readonly string[]): number => {
      expect(walked).not.toContain(code);
      const lengths = leafFeeds
        .filter((feed) => feed.source === code)
        .map((feed) => 1 + longestFrom(feed.target, [...walked, code]));
      return Math.max(0, ...lengths);
    };
    const leaves = tree.roots.flatMap((root) => leavesOf(tree, root));
    expect(Math.max(...leaves.map((leaf) => longestFrom(leaf, [])))).toBe(6);
    const touched = new Set(leafFeeds.flatMap((feed) => [feed.source, feed.target]));
    expect(leaves.filter((leaf) => !touched.has(leaf))).toEqual([]);
  });

  it('lets a part keep the feeds of its parent beside its own', () => {
    const buyers = leafFeeds.filter((feed) => feed.source === 'P13').map((feed) => feed.target);
    expect(buyers.toSorted()).toEqual(['D2', 'V2', 'V3']);
  });

  it('gives the exact two steps around nonwovens on material feeds', () => {
    const material = leafFeeds.filter((feed) => feed.kind === 'MATERIAL');
    const sorted = (direction: 'up' | 'down') =>
      neighbourhood(material, 'W3', direction, 2).map((step) => step.toSorted());
    expect(sorted('up')).toEqual([
      ['F22', 'F24', 'F25', 'F26', 'F27'],
      ['F21', 'V4'],
    ]);
    expect(sorted('down')).toEqual([['P51', 'P52', 'P53'], ['V2']]);
    expect(neighbourhood(material, 'W3', 'up', 0)).toEqual([]);
    expect(() => neighbourhood(material, 'W3', 'up', -1)).toThrow(/depth/);
  });
});

describe('the tree', () => {
  it('gives leaves and ancestors', () => {
    expect(leavesOf(tree, 'P2')).toEqual(['P21', 'P22', 'P23', 'P24']);
    expect(leavesOf(tree, 'Y1')).toEqual(['Y1']);
    expect(ancestorsOf(tree, 'P13')).toEqual(['P1', 'P0', 'P']);
    expect(ancestorsOf(tree, 'P')).toEqual([]);
  });

  const bad: readonly [string, readonly { code: string; parent: string | null }[], RegExp][] = [
    [
      'a code twice',
      [
        { code: 'A', parent: null },
        { code: 'A', parent: null },
      ],
      /twice/,
    ],
    ['a parent that is not there', [{ code: 'A', parent: 'B' }], /"B"/],
    [
      'a circle',
      [
        { code: 'A', parent: 'B' },
        { code: 'B', parent: 'A' },
      ],
      /part of itself/,
    ],
  ];
  it.each(bad)('refuses %s', (_name, places, message) => {
    expect(() => segmentTree(places)).toThrow(message);
  });

  it('names a code that it does not hold', () => {
    expect(() => leavesOf(tree, 'X9')).toThrow(/"X9"/);
    expect(() => ancestorsOf(tree, 'X9')).toThrow(/"X9"/);
  });
});

describe('a cut', () => {
  it.each([
    [['P1', 'P2', 'W3'], true],
    [['P0', 'P13'], false],
    [['P13', 'P'], false],
    [['W3', 'W3'], false],
    [[], true],
  ])('%j: %s', (codes, allowed) => {
    expect(isCut(tree, codes)).toBe(allowed);
  });

  it('says which two members are in the way of each other', () => {
    expect(() => {
      requireCut(tree, ['W3', 'P13', 'P0']);
    }).toThrow(/"P13" is a part of "P0"/);
  });
});

describe('the default cut is the finest for which data is held', () => {
  const firmCountNodes = ['F2', 'F12', 'Y', 'W1', 'W2', 'D1', 'D2', 'P0', 'P4', 'P5', 'S', 'S3', 'S4'];
  const cases: readonly [string, readonly string[], string][] = [
    ['facts at mixed levels', firmCountNodes, 'F11 F12 F2 Y W1 W2 W3 D1 D2 P0 P4 P5 S1 S2 S3 S4 S5 V1 V2 V3 V4'],
    ['no fact at all: the children of the roots', [], 'F1 F2 Y1 Y2 W1 W2 W3 D1 D2 P0 P4 P5 S1 S2 S3 S4 S5 V1 V2 V3 V4'],
    ['a fact at a root only: the root', ['Y'], 'F1 F2 Y W1 W2 W3 D1 D2 P0 P4 P5 S1 S2 S3 S4 S5 V1 V2 V3 V4'],
    [
      'a deep fact opens the way down to it only',
      ['P13'],
      'F1 F2 Y1 Y2 W1 W2 W3 D1 D2 P11 P12 P13 P14 P15 P2 P4 P5 S1 S2 S3 S4 S5 V1 V2 V3 V4',
    ],
  ];
  it.each(cases)('%s', (_name, nodes, members) => {
    const cut = defaultCut(tree, new Set(nodes));
    expect(cut).toEqual(members.split(' '));
    expect(isCut(tree, cut)).toBe(true);
    const covered = cut.flatMap((code) => leavesOf(tree, code));
    expect(covered.toSorted()).toEqual(tree.roots.flatMap((root) => leavesOf(tree, root)).toSorted());
  });
});

describe('feeds of a cut', () => {
  const feedOf = (feeds: readonly SegmentFeed[], source: string, target: string, kind = 'MATERIAL') =>
    feeds.find((feed) => feed.source === source && feed.target === target && feed.kind === kind);

  it('weigh a feed by the share of the buyer that needs it', () => {
    const feeds = aggregateFeeds(tree, leafFeeds, ['W1', 'P0', 'D2', 'V2']);
    // Of the 9 parts of apparel only denim garments buy from weaving directly, and all 9 sell to markets.
    expect(feedOf(feeds, 'W1', 'P0')?.weight).toBeCloseTo(0.5 / 9, 12);
    expect(feedOf(feeds, 'P0', 'V2')?.weight).toBeCloseTo(0.5, 12);
    expect(feedOf(feeds, 'P0', 'D2')?.weight).toBeCloseTo(0.5, 12);
  });

  it('are the leaf feeds themselves on the cut of all leaves', () => {
    const leaves = tree.roots.flatMap((root) => leavesOf(tree, root));
    const key = (feed: SegmentFeed) => `${feed.source} ${feed.target} ${feed.kind} ${feed.weight}`;
    expect(aggregateFeeds(tree, leafFeeds, leaves).map(key).toSorted()).toEqual(leafFeeds.map(key).toSorted());
  });

  it('take the strongest of several variants, once a buyer', () => {
    const own: readonly SegmentFeed[] = [
      { source: 'F22', target: 'W3', kind: 'MATERIAL', weight: 0.6, essential: true, assumed: false },
      { source: 'F24', target: 'W3', kind: 'MATERIAL', weight: 0.9, essential: false, assumed: true },
      { source: 'F22', target: 'W13', kind: 'MATERIAL', weight: 0.8, essential: true, assumed: false },
    ];
    const feeds = aggregateFeeds(tree, own, ['F2', 'W1', 'W3']);
    expect(feeds).toEqual([
      { source: 'F2', target: 'W1', kind: 'MATERIAL', weight: 0.2, essential: false, assumed: false },
      { source: 'F2', target: 'W3', kind: 'MATERIAL', weight: 0.9, essential: true, assumed: true },
    ]);
  });

  it('drop what a member feeds to itself and what leaves the cut', () => {
    const feeds = aggregateFeeds(tree, leafFeeds, ['F2', 'W3']);
    expect(feeds.map((feed) => [feed.source, feed.target])).toEqual([['F2', 'W3']]);
  });

  it('keep the kinds apart, and only material reaches the matrix', () => {
    const cut = ['S3', 'W1', 'D1', 'P0'];
    const feeds = aggregateFeeds(tree, leafFeeds, cut);
    expect(feedOf(feeds, 'S3', 'P0', 'AUXILIARY')?.weight).toBeCloseTo(0.5, 12);
    const matrixFeeds = materialFeeds(feeds, cut);
    expect(matrixFeeds.map((feed) => [feed.source, feed.target])).toEqual([
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
  });

  it('let the more exact of two written feeds hold', () => {
    const coarse: SegmentFeed = {
      source: 'W2',
      target: 'D1',
      kind: 'MATERIAL',
      weight: 0.4,
      essential: false,
      assumed: true,
    };
    const exact: SegmentFeed = { ...coarse, source: 'W21', target: 'D13', weight: 0.7, assumed: false };
    for (const order of [
      [coarse, exact],
      [exact, coarse],
    ]) {
      const leaves = expandFeeds(tree, order);
      expect(leaves).toHaveLength(8);
      expect(feedOf(leaves, 'W21', 'D13')?.weight).toBe(0.7);
      expect(feedOf(leaves, 'W22', 'D13')?.weight).toBe(0.4);
    }
  });
});
