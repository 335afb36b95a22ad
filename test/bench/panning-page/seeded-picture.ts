import type { GapGrade } from '../../../web/api/generated/operations.ts';
import type { SegmentMark } from '../../../web/graph/chain-graph.ts';
import type { ChainLayout, LinkPath, NodeBox } from '../../../web/graph/layout/chain-layout.ts';
import { GAP_ORDER, GAP_STYLES } from '../../../web/ui/gap-style.ts';

/** Cytoscape elements of one segment in our picture: the box, its name, its sign, its line. */
const ELEMENTS_OF_SEGMENT = 4;
/** Links to segments, as in the chain of the handbook. */
const LINKS_PER_SEGMENT = 1.5;
/** Picture at scale 1; the window shows half of that, where names and lines are still drawn. */
const SIZE = { width: 2_560, height: 1_560, margin: 60 } as const;
const NAMES = ['化学纤维', '纺纱', '棉织造', '针织面料', '印染', '男装与衬衫', '家纺', '产业用纺织品'] as const;

/** Deterministic numbers in [0, 1) (Park and Miller, 1988). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A picture with exactly so many elements: segments on a grid, links from column to column in our S-curves. */
export function seededPicture(elements: number): {
  readonly layout: ChainLayout;
  readonly marks: ReadonlyMap<string, SegmentMark>;
} {
  const random = seeded(20_260);
  const count = Math.floor(elements / (ELEMENTS_OF_SEGMENT + LINKS_PER_SEGMENT));
  const rows = Math.ceil(Math.sqrt((count * SIZE.height) / SIZE.width));
  const columns = Math.ceil(count / rows);
  const pitch = { x: (SIZE.width - 2 * SIZE.margin) / columns, y: (SIZE.height - 2 * SIZE.margin) / rows };
  const nodes: NodeBox[] = Array.from({ length: count }, (_, index) => ({
    code: `N${index}`,
    stage: 'X',
    nameLines: [NAMES[index % NAMES.length] ?? ''],
    expandable: false,
    x: SIZE.margin + pitch.x * (Math.floor(index / rows) + 0.5),
    y: SIZE.margin + pitch.y * ((index % rows) + 0.5),
    width: pitch.x * 0.8,
    height: Math.min(58, pitch.y * 0.85),
  }));
  const links: LinkPath[] = [];
  const wanted = elements - ELEMENTS_OF_SEGMENT * count;
  while (links.length < wanted) {
    const from = nodes[Math.floor(random() * (count - rows))];
    if (from === undefined) break;
    const at = nodes.indexOf(from);
    const to = nodes[Math.min(count - 1, at - (at % rows) + rows + Math.floor(random() * rows))];
    if (to === undefined || links.some((link) => link.from === from.code && link.to === to.code)) continue;
    const start = { x: from.x + from.width / 2, y: from.y };
    const end = { x: to.x - to.width / 2, y: to.y };
    const middle = (start.x + end.x) / 2;
    links.push({
      id: `${from.code}>${to.code}`,
      from: from.code,
      to: to.code,
      kind: 'MATERIAL',
      route: 'forward',
      shape: 'curve',
      start,
      inner: [
        { x: middle, y: start.y },
        { x: middle, y: end.y },
      ],
      end,
    });
  }
  const marks = new Map(
    nodes.map((node, index): [string, SegmentMark] => {
      const grade: GapGrade = GAP_ORDER[index % GAP_ORDER.length] ?? 'NO_DATA';
      return [node.code, { ...GAP_STYLES.light[grade], detail: `${index} 家·区位商 1.07`, spread: [] }];
    }),
  );
  return { layout: { ...SIZE, stages: [], nodes, groups: [], links, inflows: [] }, marks };
}
