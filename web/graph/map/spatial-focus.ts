import type { MapPoint } from './map-projection.ts';

export type FocusDirection = 'left' | 'right' | 'up' | 'down';

export interface FocusPlace extends MapPoint {
  readonly code: string;
}

const TOWARDS: Readonly<Record<FocusDirection, MapPoint>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** How much more a step to the side counts than one straight ahead. */
const SIDEWAYS = 2;

/**
 * The next place in a direction: the nearest within 60° of it, sideways distance counted double. The same place where
 * there is nothing further; the first of the list where none has the focus yet.
 */
export function nextPlace(
  places: readonly FocusPlace[],
  current: string | null,
  direction: FocusDirection,
): string | null {
  const from = places.find((place) => place.code === current);
  if (from === undefined) return places[0]?.code ?? null;
  const towards = TOWARDS[direction];
  let best: { readonly code: string; readonly cost: number } | null = null;
  for (const place of places) {
    const dx = place.x - from.x;
    const dy = place.y - from.y;
    const ahead = dx * towards.x + dy * towards.y;
    const aside = Math.abs(dx * towards.y - dy * towards.x);
    // tan 60° = 1.73
    if (ahead <= 0 || aside > ahead * 1.73) continue;
    const cost = ahead + SIDEWAYS * aside;
    if (best === null || cost < best.cost) best = { code: place.code, cost };
  }
  return best?.code ?? from.code;
}
