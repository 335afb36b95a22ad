import type { Point } from './place-around.ts';

export type Arrow = 'left' | 'right' | 'up' | 'down';

export interface FocusThing extends Point {
  readonly id: string;
}

const TOWARDS: Readonly<Record<Arrow, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** How much more a step to the side counts than one straight ahead. */
const SIDEWAYS = 2;

/**
 * Where an arrow key leads: the neighbour that lies best in that direction (within 60° of it, sideways counted double);
 * where no neighbour does, the best other thing; the same thing at the edge. The first thing where none has the focus yet.
 */
export function moveByArrow(
  things: readonly FocusThing[],
  neighbours: ReadonlySet<string>,
  current: string | null,
  arrow: Arrow,
): string | null {
  const from = things.find((thing) => thing.id === current);
  if (from === undefined) return things[0]?.id ?? null;
  const linked = things.filter((thing) => neighbours.has(thing.id));
  return best(from, linked, arrow) ?? best(from, things, arrow) ?? from.id;
}

function best(from: FocusThing, candidates: readonly FocusThing[], arrow: Arrow): string | null {
  const towards = TOWARDS[arrow];
  let found: { readonly id: string; readonly cost: number } | null = null;
  for (const thing of candidates) {
    const dx = thing.x - from.x;
    const dy = thing.y - from.y;
    const ahead = dx * towards.x + dy * towards.y;
    const aside = Math.abs(dx * towards.y - dy * towards.x);
    // tan 60° = 1.73
    if (thing.id === from.id || ahead <= 0 || aside > ahead * 1.73) continue;
    const cost = ahead + SIDEWAYS * aside;
    if (found === null || cost < found.cost) found = { id: thing.id, cost };
  }
  return found?.id ?? null;
}
