import type { Point } from './layout/chain-layout.ts';

/** Inner points of a link in the terms of Cytoscape: place along the line start–end, and signed distance from it. */
export interface RelativePoints {
  readonly weights: readonly number[];
  readonly distances: readonly number[];
}

/** Turns absolute points into weights (0 = start, 1 = end) and distances in px (positive = left of the direction, y down). */
export function relativePoints(start: Point, inner: readonly Point[], end: Point): RelativePoints {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const length = Math.hypot(dx, dy);
  if (length === 0) return { weights: inner.map(() => 0.5), distances: inner.map(() => 0) };
  return {
    weights: inner.map((point) => ((point.x - start.x) * dx + (point.y - start.y) * dy) / (length * length)),
    distances: inner.map((point) => ((point.y - start.y) * dx - (point.x - start.x) * dy) / length),
  };
}
