import { describe, expect, it } from 'vitest';
import type { ChainLayout } from '../../../web/graph/layout/chain-layout.ts';
import { layoutChain } from '../../../web/graph/layout/chain-layout.ts';
import { feedId } from '../../../web/graph/layout/chain-model.ts';
import { collapseCut, expandCut, expansionOf } from '../../../web/graph/layout/expansion.ts';
import { COUNT_CUT, cutMembers, LEAF_CUT, textileChain } from './textile-chain.ts';

const base = textileChain(COUNT_CUT);
const expand = (cut: readonly string[], ...codes: string[]): string[] =>
  codes.reduce((now, code) => expandCut(cutMembers(now), code), [...cut]);
const layoutOf = (cut: readonly string[], width = 1024): ChainLayout =>
  layoutChain(textileChain(cut), { width, minColumnHeight: 330, base });

/** Each segment that can be opened, and chains of openings down to the leaves. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['化学纤维', ['F2']],
  ['机织', ['W1']],
  ['服装 to its kinds', ['P0']],
  ['服装 to the leaves', ['P0', 'P1', 'P2']],
  ['three columns at once', ['F2', 'D1', 'P5']],
  ['everything', ['F2', 'Y', 'W1', 'W2', 'D1', 'P0', 'P1', 'P2', 'P5']],
];
const before = layoutOf(COUNT_CUT);
const stageOf = new Map(before.nodes.map((node) => [node.code, node.stage] as const));

describe.each(CASES)('expanding %s in place', (_, codes) => {
  const cut = expand(COUNT_CUT, ...codes);
  const after = layoutOf(cut);
  const opened = new Set(codes.map((code) => stageOf.get(code) ?? 'P'));
  const kept = after.nodes.filter((node) => stageOf.has(node.code));

  it('shows the segments of the finer cut, each once', () => {
    expect(after.nodes.map((node) => node.code).sort()).toEqual([...cut].sort());
  });

  it('moves no segment of another column, sideways or up and down', () => {
    const others = kept.filter((node) => !opened.has(node.stage) && node.stage !== 'S');
    expect(others.length).toBeGreaterThan(0);
    const moves = others.map((node) => {
      const old = before.nodes.find((entry) => entry.code === node.code);
      return Math.hypot(node.x - (old?.x ?? Number.NaN), node.y - (old?.y ?? Number.NaN));
    });
    expect(moves.reduce((sum, move) => sum + move, 0) / moves.length).toBe(0);
  });

  it('moves nothing sideways and changes no width', () => {
    for (const node of kept) {
      const old = before.nodes.find((entry) => entry.code === node.code);
      expect({ x: node.x, width: node.width }).toEqual({ x: old?.x, width: old?.width });
    }
    expect(after.width).toBe(before.width);
  });

  it('keeps the order of its own column, the parts where their segment stood', () => {
    const orderIn = (layout: ChainLayout): string[] => {
      const home = (code: string): string => expansionOf(base, textileChain(cut))?.baseOf.get(code) ?? code;
      const column = layout.nodes.filter((node) => opened.has(node.stage)).sort((a, b) => a.x - b.x || a.y - b.y);
      return column.map((node) => home(node.code)).filter((code, index, all) => code !== all[index - 1]);
    };
    expect(orderIn(after)).toEqual(orderIn(before));
  });

  it.each([940, 1024, 1500])('overlaps no two boxes and crosses no frame at width %i', (width) => {
    const layout = layoutOf(cut, width);
    const apart = (
      a: { x: number; y: number; width: number; height: number },
      b: { x: number; y: number; width: number; height: number },
    ): boolean => Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
    const clashes = layout.nodes.flatMap((a, index) =>
      layout.nodes
        .slice(index + 1)
        .filter((b) => !apart(a, b))
        .map((b) => `${a.code}/${b.code}`),
    );
    expect(clashes).toEqual([]);
    const model = textileChain(cut);
    const members = new Map(model.stages.flatMap((stage) => stage.members.map((member) => [member.code, member])));
    for (const group of layout.groups) {
      for (const node of layout.nodes) {
        const inside = members.get(node.code)?.ancestors?.some((ancestor) => ancestor.code === group.code) === true;
        const within =
          Math.abs(node.x - group.x) + node.width / 2 <= group.width / 2 &&
          node.y - node.height / 2 >= group.titleY &&
          node.y + node.height / 2 <= group.y + group.height / 2;
        expect(inside ? within : apart(node, group), `${node.code} and the frame of ${group.code}`).toBe(true);
      }
    }
    const stageBottom = Math.min(
      ...layout.stages.filter((stage) => !stage.side).map((stage) => stage.y + stage.height / 2),
    );
    for (const group of layout.groups) expect(group.y + group.height / 2).toBeLessThan(stageBottom);
  });

  it('routes every link of the finer cut', () => {
    expect(after.links.map((link) => link.id).sort()).toEqual(textileChain(cut).feeds.map(feedId).sort());
  });

  it('goes back to exactly the former picture', () => {
    const back = [...codes].reverse().reduce((now, code) => collapseCut(cutMembers(now), code), cut);
    expect(back).toEqual([...COUNT_CUT]);
    expect(layoutOf(back)).toEqual(before);
  });
});

describe('the parts of a segment', () => {
  it('stand in the same order whatever else is expanded', () => {
    const orderOf = (cut: readonly string[]): string[] =>
      layoutOf(cut)
        .nodes.filter((node) => node.code.startsWith('W1'))
        .sort((a, b) => a.y - b.y)
        .map((node) => node.code);
    const alone = orderOf(expand(COUNT_CUT, 'W1'));
    expect(alone).toHaveLength(4);
    expect(orderOf(expand(COUNT_CUT, 'F2', 'Y', 'W1', 'D1', 'P0', 'P1'))).toEqual(alone);
  });

  it('can be opened only where the tree goes on', () => {
    const open = layoutOf(LEAF_CUT).nodes.filter((node) => node.expandable);
    expect(open).toEqual([]);
    const handles = before.nodes.filter((node) => node.expandable).map((node) => node.code);
    expect(handles.sort()).toEqual(['D1', 'F2', 'P0', 'P5', 'W1', 'W2', 'Y']);
  });
});

describe('a cut that is no refinement', () => {
  it('has a picture of its own', () => {
    const coarse = textileChain(['F', 'Y', 'W', 'D', 'P', 'S', 'V']);
    expect(expansionOf(base, coarse)).toBeNull();
    expect(layoutChain(coarse, { width: 1024, base })).toEqual(layoutChain(coarse, { width: 1024 }));
  });
});

describe('changing a cut', () => {
  it('leaves a segment without children as it is', () => {
    expect(expandCut(cutMembers(COUNT_CUT), 'F11')).toEqual([...COUNT_CUT]);
  });
  it('puts children where their parent stood', () => {
    expect(expandCut(cutMembers(['F11', 'Y', 'W1']), 'Y')).toEqual(['F11', 'Y1', 'Y2', 'W1']);
  });
  it('folds grandchildren too', () => {
    expect(collapseCut(cutMembers(['F11', 'P11', 'P12', 'P2', 'P4']), 'P0')).toEqual(['F11', 'P0', 'P4']);
  });
});
