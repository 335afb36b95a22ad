/** Scale (px per degree of latitude) at which marks have their full size; about a map 700 px wide. */
const FULL_SCALE = 90;
/** Radius of the mark of a candidate or the origin, and of a place that is neither, px at full size. */
const RADIUS = { role: 11, plain: 3 } as const;
const SMALLEST = { role: 6, plain: 2 } as const;

/** Radius of a mark at a map scale, px: smaller maps get smaller marks, so that neighbouring seats stay apart. */
export function markRadius(role: 'role' | 'plain', scale: number): number {
  const shrunk = RADIUS[role] * Math.min(1, scale / FULL_SCALE);
  return Math.max(SMALLEST[role], Math.round(shrunk * 2) / 2);
}
