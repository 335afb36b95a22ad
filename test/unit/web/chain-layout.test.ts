import { describe, expect, it } from 'vitest';
import type { ChainLayout } from '../../../web/graph/layout/chain-layout.ts';
import { CHAIN_SIZES, layoutChain, nodeTextWidth } from '../../../web/graph/layout/chain-layout.ts';
import type { ChainModel } from '../../../web/graph/layout/chain-model.ts';
import { countCrossings, orderChain } from '../../../web/graph/layout/chain-order.ts';
import { textWidth } from '../../../web/graph/layout/text-width.ts';
import { COUNT_CUT, LEAF_CUT, textileChain } from './textile-chain.ts';

const CUTS = [
  ['level of the firm counts', COUNT_CUT],
  ['all leaves', LEAF_CUT],
] as const;
const WIDTHS = [940, 1024, 1500] as const;

const overlaps = (layout: ChainLayout): string[] =>
  layout.nodes.flatMap((a, index) =>
    layout.nodes
      .slice(index + 1)
      .filter((b) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2)
      .map((b) => `${a.code}/${b.code}`),
  );

/** Deterministic numbers in [0, 1) (Park and Miller, 1988). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe('the textile chain typed from the handbook', () => {
  it('has 45 leaves and 130 leaf links with the loop', () => {
    expect(LEAF_CUT).toHaveLength(45);
    // 129 written leaf edges (76 material, 24 equipment, 19 auxiliary, 10 service) and the reuse loop.
    const kinds = textileChain(LEAF_CUT).feeds.map((feed) => feed.kind);
    const count = (kind: string): number => kinds.filter((entry) => entry === kind).length;
    expect([count('MATERIAL'), count('EQUIPMENT'), count('AUXILIARY'), count('SERVICE'), count('LOOP')]).toEqual([
      76, 24, 19, 10, 1,
    ]);
  });
});

describe.each(CUTS)('chain layout, %s', (_, cut) => {
  const model = textileChain(cut);

  it.each(WIDTHS)('overlaps no two segments at width %i', (width) => {
    expect(overlaps(layoutChain(model, { width }))).toEqual([]);
  });

  it.each(WIDTHS)('keeps every segment inside its stage and the picture at width %i', (width) => {
    const layout = layoutChain(model, { width });
    const outside = layout.nodes.filter((node) => {
      const stage = layout.stages.find((box) => box.code === node.stage);
      return (
        stage === undefined ||
        Math.abs(node.x - stage.x) + node.width / 2 > stage.width / 2 ||
        Math.abs(node.y - stage.y) + node.height / 2 > stage.height / 2
      );
    });
    expect(outside.map((node) => node.code)).toEqual([]);
    expect(Math.max(...layout.stages.map((stage) => stage.y + stage.height / 2))).toBeLessThanOrEqual(layout.height);
    expect(Math.max(...layout.stages.map((stage) => stage.x + stage.width / 2))).toBeLessThanOrEqual(
      layout.width + 0.5,
    );
  });

  it('puts each stage right of the one before, in the order of the flow', () => {
    const main = layoutChain(model, { width: 1024 }).stages.filter((stage) => !stage.side);
    expect(main.map((stage) => stage.code)).toEqual(['F', 'Y', 'W', 'D', 'P', 'V']);
    expect([...main].sort((a, b) => a.x - b.x)).toEqual(main);
  });

  it.each(['zh', 'en'] as const)('wraps names so that every line fits beside the glyph (%s)', (lang) => {
    const layout = layoutChain(textileChain(cut, lang), { width: 1024 });
    const room = nodeTextWidth(layout.nodes[0]?.width ?? 0).name;
    const wide = layout.nodes.flatMap((node) =>
      node.nameLines.filter((line) => textWidth(line, CHAIN_SIZES.nameFont, true) > room),
    );
    expect(wide).toEqual([]);
  });

  it('shows every Chinese name in full', () => {
    const layout = layoutChain(model, { width: 1024 });
    const names = new Map(model.stages.flatMap((stage) => stage.members.map((member) => [member.code, member.name])));
    for (const node of layout.nodes) expect(node.nameLines.join('')).toBe(names.get(node.code));
  });

  it('runs material links to the right, but for work that returns', () => {
    const layout = layoutChain(model, { width: 1024 });
    const x = new Map(layout.nodes.map((node) => [node.code, node.x] as const));
    const backwards = layout.links
      .filter((link) => link.kind === 'MATERIAL' && (x.get(link.to) ?? 0) <= (x.get(link.from) ?? 0))
      .map((link) => `${link.from}>${link.to}`);
    // Washing comes after sewing, waste becomes fibre again, monomers become fibres inside their stage.
    const known = cut === COUNT_CUT ? ['P0>D2', 'V4>F2'] : ['F21>F22', 'F21>F23', 'P13>D2', 'V4>F27'];
    expect(backwards.sort()).toEqual(known.sort());
    const routes = layout.links.filter((link) => known.includes(`${link.from}>${link.to}`)).map((link) => link.route);
    expect(routes.every((route) => route === 'back' || route === 'arc')).toBe(true);
  });

  it('lets no forward link run through a box of another segment', () => {
    const layout = layoutChain(model, { width: 1024 });
    const through = layout.links
      .filter((link) => link.route === 'forward')
      .flatMap((link) =>
        // Level pieces of the path: pairs of inner points of the same height that span a column.
        link.inner.flatMap((point, index) => {
          const next = link.inner[index + 1];
          if (next === undefined || next.y !== point.y || next.x - point.x < 60) return [];
          return layout.nodes
            .filter((node) => node.x > point.x && node.x < next.x && Math.abs(node.y - point.y) < node.height / 2)
            .map((node) => `${link.id} through ${node.code}`);
        }),
      );
    expect(through).toEqual([]);
  });

  it('gives the same picture twice', () => {
    expect(layoutChain(model, { width: 1024 })).toEqual(layoutChain(textileChain(cut), { width: 1024 }));
  });

  it('keeps the order in both languages and at every width', () => {
    const orderOf = (layout: ChainLayout): string =>
      [...layout.nodes]
        .sort((a, b) => a.x - b.x || a.y - b.y)
        .map((node) => node.code)
        .join(' ');
    const columnsOf = (chain: ChainModel, width: number): string => orderOf(layoutChain(chain, { width }));
    expect(columnsOf(textileChain(cut, 'en'), 1024)).toBe(columnsOf(model, 1024));
  });

  it('has no more crossings than any of 2,000 random orders', () => {
    const order = orderChain(model);
    const own = countCrossings(order.columns, order.hops);
    const random = seeded(20_231);
    let least = Number.POSITIVE_INFINITY;
    for (let trial = 0; trial < 2_000; trial += 1) {
      const columns = order.columns.map((entries) =>
        entries
          .map((entry) => ({ entry, key: random() }))
          .sort((a, b) => a.key - b.key)
          .map(({ entry }) => entry),
      );
      least = Math.min(least, countCrossings(columns, order.hops));
    }
    expect(own).toBeLessThanOrEqual(least);
  });

  it('draws each side input once as an arrow from stage to stage', () => {
    const layout = layoutChain(model, { width: 1024 });
    expect(layout.inflows.map((inflow) => inflow.id).sort()).toEqual(['S=>D', 'S=>P', 'S=>W', 'S=>Y', 'V=>P']);
    const side = layout.links.filter((link) => link.route === 'side').map((link) => link.id);
    expect(layout.inflows.flatMap((inflow) => inflow.links).sort()).toEqual(side.sort());
  });
});

describe('crossings', () => {
  it.each([
    [
      'parallel',
      [
        ['a', 'c'],
        ['b', 'd'],
      ],
      0,
    ],
    [
      'crossed',
      [
        ['a', 'd'],
        ['b', 'c'],
      ],
      1,
    ],
    [
      'all to all',
      [
        ['a', 'c'],
        ['a', 'd'],
        ['b', 'c'],
        ['b', 'd'],
      ],
      1,
    ],
  ] as const)('counts %s links', (_, pairs, expected) => {
    const entry = (id: string) => ({ id, placeholder: false });
    const columns = [
      [entry('a'), entry('b')],
      [entry('c'), entry('d')],
    ];
    expect(
      countCrossings(
        columns,
        pairs.map(([from, to]) => ({ from, to, column: 0 })),
      ),
    ).toBe(expected);
  });
});
