import type { ChainLayout, NodeBox } from './chain-layout.ts';

/** Left goes to a supplier, right to a buyer, up and down stay inside the stage. */
export type FocusMove = 'left' | 'right' | 'up' | 'down';

/** Where the keyboard focus goes; the same segment when there is nothing in that direction. */
export function moveFocus(layout: ChainLayout, code: string | null, move: FocusMove): string | null {
  const current = layout.nodes.find((node) => node.code === code);
  if (current === undefined) return readingOrder(layout)[0]?.code ?? null;
  switch (move) {
    case 'up':
    case 'down': {
      const mates = readingOrder(layout).filter((node) => node.stage === current.stage);
      const index = mates.indexOf(current) + (move === 'up' ? -1 : 1);
      return mates[index]?.code ?? current.code;
    }
    case 'left':
      return nearest(current, linked(layout, current.code, 'to', 'from'));
    case 'right':
      return nearest(current, linked(layout, current.code, 'from', 'to'));
  }
}

/** Segments stage by stage, each from top to bottom, the lane from left to right. */
export function readingOrder(layout: ChainLayout): NodeBox[] {
  const stageIndex = new Map(layout.stages.map((stage, index) => [stage.code, index] as const));
  const stageOf = (node: NodeBox): number => stageIndex.get(node.stage) ?? 0;
  return [...layout.nodes].sort((a, b) => stageOf(a) - stageOf(b) || a.y - b.y || a.x - b.x);
}

/** Boxes at the other end of a segment's links; the main flow first, side inputs only where there is no other. */
function linked(layout: ChainLayout, code: string, own: 'from' | 'to', other: 'from' | 'to'): NodeBox[] {
  const links = layout.links.filter((link) => link[own] === code && link.kind !== 'LOOP');
  const main = links.filter((link) => link.kind === 'MATERIAL');
  const codes = new Set((main.length > 0 ? main : links).map((link) => link[other]));
  return layout.nodes.filter((node) => codes.has(node.code));
}

function nearest(current: NodeBox, candidates: readonly NodeBox[]): string {
  const distance = (node: NodeBox): number => Math.hypot((node.x - current.x) / 3, node.y - current.y);
  return [...candidates].sort((a, b) => distance(a) - distance(b))[0]?.code ?? current.code;
}
