import type { MapBounds } from './map-outline.ts';
import type { MapPoint } from './map-projection.ts';

/** From projected points to px: `px = point * scale + (dx, dy)`. */
export interface MapFit {
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
}

/** Space kept free at each side, px. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** How much of the free height lies above the map: the foot of the picture is for the legend. */
const ABOVE = 0.25;
/** No more than this in a tall box, px. */
const ABOVE_MOST = 40;

/** The largest scale at which the bounds fit into the box: centred across, nearer to the top where height is left. */
export function fitBounds(bounds: MapBounds, width: number, height: number, padding: Padding): MapFit {
  const freeWidth = Math.max(1, width - padding.left - padding.right);
  const freeHeight = Math.max(1, height - padding.top - padding.bottom);
  const boundsWidth = bounds.maxX - bounds.minX;
  const boundsHeight = bounds.maxY - bounds.minY;
  const scale = Math.min(freeWidth / boundsWidth, freeHeight / boundsHeight);
  return {
    scale,
    dx: padding.left + (freeWidth - boundsWidth * scale) / 2 - bounds.minX * scale,
    dy: padding.top + Math.min(ABOVE_MOST, (freeHeight - boundsHeight * scale) * ABOVE) - bounds.minY * scale,
  };
}

/** A projected point in px. */
export function toScreen(fit: MapFit, point: MapPoint): MapPoint {
  return { x: point.x * fit.scale + fit.dx, y: point.y * fit.scale + fit.dy };
}
