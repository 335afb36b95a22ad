import type { MapPoint } from './map-projection.ts';

/** A flow from one seat to another as a quadratic curve. */
export interface FlowArc {
  readonly from: MapPoint;
  readonly control: MapPoint;
  readonly to: MapPoint;
  /** Signed distance of the control point from the middle of the straight line, to the right of its direction, px. */
  readonly bend: number;
}

/** How far the control point lies off the straight line, as a share of its length. */
const BEND = 0.22;

/**
 * An arc that bulges to the north, as flight routes are drawn, so that flows to the east and to the west of one origin
 * part at once. `lift` > 1 raises it to keep apart flows of nearly the same direction.
 */
export function flowArc(from: MapPoint, to: MapPoint, lift = 1): FlowArc {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  const bend = (dx >= 0 ? -1 : 1) * BEND * lift * length;
  const unit = length === 0 ? { x: 0, y: 0 } : { x: dx / length, y: dy / length };
  return {
    from,
    to,
    bend,
    control: { x: (from.x + to.x) / 2 - unit.y * bend, y: (from.y + to.y) / 2 + unit.x * bend },
  };
}

/** The point of the arc at `t` in [0, 1]. */
export function arcPoint(arc: FlowArc, t: number): MapPoint {
  const a = (1 - t) * (1 - t);
  const b = 2 * t * (1 - t);
  const c = t * t;
  return {
    x: a * arc.from.x + b * arc.control.x + c * arc.to.x,
    y: a * arc.from.y + b * arc.control.y + c * arc.to.y,
  };
}

/** Points along the arc about `step` px apart, both ends included. */
export function arcPoints(arc: FlowArc, step = 8): MapPoint[] {
  const length = Math.hypot(arc.to.x - arc.from.x, arc.to.y - arc.from.y);
  const count = Math.max(2, Math.ceil(length / step));
  return Array.from({ length: count + 1 }, (_, index) => arcPoint(arc, index / count));
}

/** Thinnest and thickest line of a flow that is not blocked, px. */
export const FLOW_WIDTH = { thinnest: 1.5, thickest: 7.5, blocked: 1.25 } as const;

/** Width of a flow by its score in [0, 1], px; an unknown score is drawn as thin as can be seen. */
export function flowWidth(score: number | null): number {
  if (score === null) return FLOW_WIDTH.thinnest;
  const share = Math.min(1, Math.max(0, score));
  return FLOW_WIDTH.thinnest + share * (FLOW_WIDTH.thickest - FLOW_WIDTH.thinnest);
}

/** Lift of each arc of one origin: those whose direction is within 12° of another's get higher one by one. */
export function arcLifts(from: MapPoint, targets: readonly MapPoint[]): number[] {
  const NEAR = (12 * Math.PI) / 180;
  const angles = targets.map((to) => Math.atan2(to.y - from.y, to.x - from.x));
  return angles.map((angle, index) => {
    const before = angles.slice(0, index).filter((other) => {
      const difference = Math.abs(angle - other);
      return Math.min(difference, 2 * Math.PI - difference) < NEAR;
    });
    return 1 + 0.45 * before.length;
  });
}
