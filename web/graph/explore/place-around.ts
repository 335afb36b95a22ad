/** A point on the picture, px at a scale of 1. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Room that one box takes with the space around it; boxes are at most 156 x 44. */
export const CELL = { width: 172, height: 58 } as const;

/** Distance of the first ring from the thing in the middle, and of each further one; rings are as wide as boxes are. */
const RING = { x: 214, y: 112 } as const;
const MOST_RINGS = 60;

/** Whether two boxes at these points keep their distance. */
export function isApart(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) >= CELL.width || Math.abs(a.y - b.y) >= CELL.height;
}

/**
 * Free places for new things around the one they come from: nearest rings first, inside a ring those that lead away from
 * the rest of the picture. Nothing that is there moves, nothing new covers anything. The same input gives the same places.
 */
export function placesAround(centre: Point, taken: readonly Point[], count: number): readonly Point[] {
  const away = directionAway(centre, taken);
  const found: Point[] = [];
  const occupied = [centre, ...taken];
  const isFree = (point: Point): boolean =>
    occupied.every((other) => isApart(point, other)) && found.every((other) => isApart(point, other));
  for (let ring = 1; found.length < count && ring <= MOST_RINGS; ring += 1) {
    const missing = count - found.length;
    const room = roomOn(ring);
    // A ring that is not filled is spread evenly when nothing else is there; one thing alone goes to the right.
    const slots = away === null && missing < room ? missing : room * 2;
    for (const angle of anglesFrom(away ?? (count === 1 ? 0 : -Math.PI / 2), slots)) {
      if (found.length === count) break;
      const point = {
        x: Math.round(centre.x + Math.cos(angle) * RING.x * ring),
        y: Math.round(centre.y + Math.sin(angle) * RING.y * ring),
      };
      if (isFree(point)) found.push(point);
    }
  }
  return found;
}

/** Boxes that fit on a ring side by side. */
function roomOn(ring: number): number {
  const around = Math.PI * (RING.x + RING.y) * ring;
  return Math.max(6, Math.floor(around / ((CELL.width + CELL.height) / 2)));
}

/** Angle from the middle of the others to the centre; null when the centre stands alone. */
function directionAway(centre: Point, taken: readonly Point[]): number | null {
  const others = taken.filter((point) => point.x !== centre.x || point.y !== centre.y);
  if (others.length === 0) return null;
  const middle = {
    x: others.reduce((sum, point) => sum + point.x, 0) / others.length,
    y: others.reduce((sum, point) => sum + point.y, 0) / others.length,
  };
  return Math.atan2(centre.y - middle.y, centre.x - middle.x);
}

/** Evenly spread angles, the first one first, then alternately to both sides of it. */
function anglesFrom(first: number, slots: number): readonly number[] {
  return Array.from({ length: slots }, (_, place) => {
    const side = place % 2 === 0 ? 1 : -1;
    return first + (side * Math.ceil(place / 2) * 2 * Math.PI) / slots;
  });
}
