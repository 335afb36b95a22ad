import { describe, expect, test } from 'vitest';
import { cell, column, list, seed, shared, sharedIsPresent, tally } from './base-csv.ts';

const clusters = seed('clusters');
const segments = seed('segments');
const feeds = seed('feeds');
const bySegment = new Map(segments.map((row) => [cell(row, 'code'), row]));
const segment = (code: string) => {
  const row = bySegment.get(code);
  if (row === undefined) throw new Error(`no segment ${code}`);
  return row;
};

/** The leaves below a segment, itself where it has no children. Written here apart from the product's own code. */
const leavesBelow = (code: string): string[] => {
  const children = segments.filter((row) => cell(row, 'parent') === code);
  return children.length === 0 ? [code] : children.flatMap((row) => leavesBelow(cell(row, 'code')));
};

interface LeafFeed {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
}
const leafFeeds: LeafFeed[] = [
  ...new Set(
    feeds.flatMap((row) =>
      leavesBelow(cell(row, 'from')).flatMap((from) =>
        leavesBelow(cell(row, 'to')).map((to) => `${from}>${to}>${cell(row, 'kind')}`),
      ),
    ),
  ),
].map((text) => {
  const [from = '', to = '', kind = ''] = text.split('>');
  return { from, to, kind };
});
const withoutLoop = leafFeeds.filter((feed) => feed.kind !== 'LOOP');
const material = leafFeeds.filter((feed) => feed.kind === 'MATERIAL');

/** Number of edges on the longest path, or null where the edges close a cycle. */
const longestPath = (edges: readonly LeafFeed[]): number | null => {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const lengths = new Map<string, number>();
  const open = new Set<string>();
  const visit = (node: string): number | null => {
    const known = lengths.get(node);
    if (known !== undefined) return known;
    if (open.has(node)) return null;
    open.add(node);
    let best = 0;
    for (const to of next.get(node) ?? []) {
      const rest = visit(to);
      if (rest === null) return null;
      best = Math.max(best, rest + 1);
    }
    open.delete(node);
    lengths.set(node, best);
    return best;
  };
  let longest = 0;
  for (const node of next.keys()) {
    const length = visit(node);
    if (length === null) return null;
    longest = Math.max(longest, length);
  }
  return longest;
};

describe('strategic clusters', () => {
  test('ten pillar and ten emerging, ranked 1 to 10 each', () => {
    expect(tally(column(clusters, 'kind'))).toEqual({ PILLAR: 10, EMERGING: 10 });
    for (const kind of ['PILLAR', 'EMERGING']) {
      const ranks = clusters.filter((row) => cell(row, 'kind') === kind).map((row) => Number(cell(row, 'rank')));
      expect(ranks).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    }
  });

  test('the names are those of the provincial list', () => {
    expect(column(clusters, 'nameZh').join(' ')).toBe(
      '新一代电子信息 绿色石化 智能家电 汽车 先进材料 现代轻工纺织 软件与信息服务 超高清视频显示 生物医药与健康 现代农业与食品 ' +
        '半导体与集成电路 高端装备制造 智能机器人 区块链与量子信息 前沿新材料 新能源 激光与增材制造 数字创意 安全应急与环保 精密仪器设备',
    );
  });
});

describe('segment tree', () => {
  test('61 segments: 7, 21, 24 and 9 by level', () => {
    expect(segments).toHaveLength(61);
    expect(bySegment.size).toBe(61);
    expect(tally(column(segments, 'level'))).toEqual({ 1: 7, 2: 21, 3: 24, 4: 9 });
  });

  test('the level is the depth in the tree, the cluster stands on the seven roots only', () => {
    const clusterCodes = new Set(column(clusters, 'code'));
    for (const row of segments) {
      const parent = cell(row, 'parent');
      const depth = parent === '' ? 1 : Number(cell(segment(parent), 'level')) + 1;
      expect(Number(cell(row, 'level')), cell(row, 'code')).toBe(depth);
      expect(cell(row, 'cluster') !== '', cell(row, 'code')).toBe(parent === '');
      if (parent === '') expect(clusterCodes).toContain(cell(row, 'cluster'));
    }
    const roots = segments.filter((row) => cell(row, 'parent') === '');
    expect(column(roots, 'code')).toEqual(['F', 'Y', 'W', 'D', 'P', 'S', 'V']);
    expect(new Set(column(roots, 'cluster'))).toEqual(new Set(['light-textile']));
  });

  test('P0 is the common parent of woven and knitted apparel', () => {
    expect(cell(segment('P1'), 'parent')).toBe('P0');
    expect(cell(segment('P2'), 'parent')).toBe('P0');
    expect(leavesBelow('P0')).toEqual(['P11', 'P12', 'P13', 'P14', 'P15', 'P21', 'P22', 'P23', 'P24']);
  });

  test.each([
    ['F11', 'C1741', ''],
    ['F27', 'C28', 'C28'],
    ['Y2', 'C1721', ''],
    ['W12', 'C1712', 'C1712'],
    ['W3', 'C1781', ''],
    ['D2', '', ''],
    ['P0', 'C181|C182', ''],
    ['P24', 'C1811|C1821', ''],
    ['P51', 'C1789|C2770', 'C1789'],
    ['P53', 'C1782|C1784|C1789', 'C1789'],
    ['S2', 'C3553|C3554', ''],
    ['S5', 'C2645', ''],
    ['V2', 'F5131|F5132|L728', ''],
    ['V4', 'C4220', 'C4220'],
  ])('%s has the codes %s, of which wider than it: %s', (code, codes, part) => {
    expect(cell(segment(code), 'gbt4754').split('|').sort().join('|')).toBe(codes);
    expect(cell(segment(code), 'gbt4754Part')).toBe(part);
  });

  test('a segment without a class of its own is not countable from official statistics', () => {
    for (const row of segments) {
      const codes = list(cell(row, 'gbt4754'));
      const part = list(cell(row, 'gbt4754Part'));
      for (const code of part) expect(codes).toContain(code);
      const isLeaf = leavesBelow(cell(row, 'code')).length === 1 && leavesBelow(cell(row, 'code'))[0] === row['code'];
      if (isLeaf) {
        expect(cell(row, 'statistical'), cell(row, 'code')).toBe(String(codes.length > part.length));
      }
    }
    for (const code of ['D2', 'S3', 'S4', 'F27', 'W12', 'V4']) expect(cell(segment(code), 'statistical')).toBe('false');
  });

  test('a search word leads to the segments that it means', () => {
    const named = (word: string) =>
      segments
        .filter((row) => cell(row, 'nameZh') === word || list(cell(row, 'aliases')).includes(word))
        .map((row) => cell(row, 'code'));
    expect(named('丝绸')).toEqual(['F11', 'W14', 'D14']);
    expect(named('牛仔')).toEqual(['W12', 'P13']);
    expect(named('羽绒')).toEqual(['F12', 'P15']);
    expect(named('水洗')).toEqual(['D2']);
    expect(named('染整')).toEqual(['D1']);
    expect(named('无纺布')).toEqual(['W3']);
    expect(named('服装')).toEqual(['P0']);
  });

  test.skipIf(!sharedIsPresent)('every industry code stands in GB/T 4754-2017', () => {
    const known = new Set(column(shared('data/codes/gbt4754-2017.csv'), 'code'));
    for (const row of segments) {
      for (const code of list(cell(row, 'gbt4754'))) expect(known, cell(row, 'code')).toContain(code);
    }
  });
});

describe('feeds', () => {
  test('77 written edges and the reuse loop, no end dangling, none twice', () => {
    expect(feeds.filter((row) => cell(row, 'kind') !== 'LOOP')).toHaveLength(77);
    expect(
      feeds.filter((row) => cell(row, 'kind') === 'LOOP').map((row) => `${cell(row, 'from')}>${cell(row, 'to')}`),
    ).toEqual(['V3>V4']);
    for (const row of feeds) {
      expect(bySegment.has(cell(row, 'from')), cell(row, 'from')).toBe(true);
      expect(bySegment.has(cell(row, 'to')), cell(row, 'to')).toBe(true);
    }
    expect(new Set(feeds.map((row) => `${cell(row, 'from')}>${cell(row, 'to')}`)).size).toBe(78);
  });

  test('129 leaf edges: 76 material, 24 equipment, 19 auxiliary, 10 service', () => {
    expect(withoutLoop).toHaveLength(129);
    expect(tally(withoutLoop.map((feed) => feed.kind))).toEqual({
      MATERIAL: 76,
      EQUIPMENT: 24,
      AUXILIARY: 19,
      SERVICE: 10,
    });
  });

  test('no cycle without the loop, one with it; the longest path has six edges; no leaf stands alone', () => {
    expect(longestPath(withoutLoop)).toBe(6);
    expect(longestPath(leafFeeds)).toBeNull();
    const touched = new Set(withoutLoop.flatMap((feed) => [feed.from, feed.to]));
    const leaves = segments.map((row) => cell(row, 'code')).filter((code) => leavesBelow(code)[0] === code);
    expect(leaves.filter((code) => !touched.has(code))).toEqual([]);
  });

  test.each([
    ['F22', 'W13 W22 W3 Y1'],
    ['F27', 'W13 W3 Y1'],
    ['Y2', 'P23'],
    ['W12', 'P13'],
    ['D12', 'P11 P12 P14 P15 P24 P4'],
    ['D2', 'V2 V3'],
    ['P13', 'D2'],
    ['P1', 'V2 V3'],
    ['P5', 'V2'],
    ['V4', 'F27'],
  ])('%s feeds %s', (from, to) => {
    const written = feeds.filter((row) => cell(row, 'from') === from && cell(row, 'kind') === 'MATERIAL');
    expect(column(written, 'to').sort().join(' ')).toBe(to);
  });

  test('nonwovens two steps up and down, on material edges', () => {
    const up = (codes: readonly string[]) => [
      ...new Set(material.filter((feed) => codes.includes(feed.to)).map((feed) => feed.from)),
    ];
    const down = (codes: readonly string[]) => [
      ...new Set(material.filter((feed) => codes.includes(feed.from)).map((feed) => feed.to)),
    ];
    const suppliers = up(['W3']);
    expect([...suppliers].sort()).toEqual(['F22', 'F24', 'F25', 'F26', 'F27']);
    expect(up(suppliers).sort()).toEqual(['F21', 'V4']);
    const users = down(['W3']);
    expect([...users].sort()).toEqual(['P51', 'P52', 'P53']);
    expect(down(users)).toEqual(['V2']);
  });

  test('weight and need are unknown, not zero', () => {
    for (const row of feeds) expect([cell(row, 'weight'), cell(row, 'essential')]).toEqual(['', '']);
  });
});
