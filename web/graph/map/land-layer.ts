import type { MapOutline } from './map-outline.ts';
import type { MapFit } from './map-fit.ts';
import type { MapPalette, MapZone } from './map-palette.ts';
import type { MapPoint } from './map-projection.ts';
import type { Brush } from '../picture/svg-context.ts';

/** View onto the fitted map: `px = fitted px * zoom + pan`. */
export interface Viewport {
  readonly zoom: number;
  readonly panX: number;
  readonly panY: number;
}

/** What the land shows besides the zones. */
export interface LandLook {
  readonly zoneOf: (code: string) => MapZone;
  readonly hovered: string | null;
  readonly selected: string | null;
}

/** The polygons of the map, painted under the graph. */
export interface LandLayer {
  /** Paints onto a canvas of `ratio` device pixels a px; the canvas is cleared first. */
  paint(
    context: CanvasRenderingContext2D,
    fit: MapFit,
    view: Viewport,
    ratio: number,
    palette: MapPalette,
    look: LandLook,
  ): void;
  /** The same onto a ground that is there already, point by point: for pictures that leave the page. */
  trace(brush: Brush, fit: MapFit, view: Viewport, ratio: number, palette: MapPalette, look: LandLook): void;
  /** The prefecture under a point of the picture, px; null beside the land. */
  hit(context: CanvasRenderingContext2D, fit: MapFit, view: Viewport, x: number, y: number): string | null;
}

/** Width of borders, px. */
const BORDER = 1;
const CHOSEN_BORDER = 1.5;

/** Makes the paths once; each repaint only fills them. */
export function createLandLayer(outline: MapOutline): LandLayer {
  const paths = outline.regions.map(({ code, rings }) => {
    const path = new Path2D();
    traceRings(path, rings);
    return { code, path };
  });

  return {
    paint: (context, fit, view, ratio, palette, look) => {
      const { canvas } = context;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      const parts = paths.map(({ code, path }) => ({
        code,
        fill: () => {
          context.fill(path);
        },
        stroke: () => {
          context.stroke(path);
        },
      }));
      paintLand(context, parts, fit, view, ratio, palette, look);
    },
    trace: (brush, fit, view, ratio, palette, look) => {
      const parts = outline.regions.map(({ code, rings }) => ({
        code,
        fill: () => {
          brush.beginPath();
          traceRings(brush, rings);
          brush.fill();
        },
        stroke: () => {
          brush.beginPath();
          traceRings(brush, rings);
          brush.stroke();
        },
      }));
      paintLand(brush, parts, fit, view, ratio, palette, look);
    },
    hit: (context, fit, view, x, y) => {
      // isPointInPath takes canvas pixels after the transform, so the point is taken back to map units instead.
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      const mapX = ((x - view.panX) / view.zoom - fit.dx) / fit.scale;
      const mapY = ((y - view.panY) / view.zoom - fit.dy) / fit.scale;
      const found = paths.find(({ path }) => context.isPointInPath(path, mapX, mapY));
      context.restore();
      return found?.code ?? null;
    },
  };
}

function traceRings(
  target: Pick<Path2D, 'moveTo' | 'lineTo' | 'closePath'>,
  rings: readonly (readonly MapPoint[])[],
): void {
  for (const ring of rings) {
    ring.forEach(({ x, y }, index) => {
      if (index === 0) target.moveTo(x, y);
      else target.lineTo(x, y);
    });
    target.closePath();
  }
}

interface LandPart {
  readonly code: string;
  fill(): void;
  stroke(): void;
}

function paintLand(
  brush: Brush,
  parts: readonly LandPart[],
  fit: MapFit,
  view: Viewport,
  ratio: number,
  palette: MapPalette,
  look: LandLook,
): void {
  const scale = fit.scale * view.zoom;
  brush.setTransform(
    scale * ratio,
    0,
    0,
    scale * ratio,
    (fit.dx * view.zoom + view.panX) * ratio,
    (fit.dy * view.zoom + view.panY) * ratio,
  );
  brush.lineJoin = 'round';
  brush.lineWidth = BORDER / scale;
  brush.strokeStyle = palette.border;
  for (const part of parts) {
    const zone = look.zoneOf(part.code);
    const isChosen = part.code === look.selected;
    const shades = isChosen ? palette.landChosen : part.code === look.hovered ? palette.landHover : palette.land;
    brush.fillStyle = shades[zone];
    part.fill();
    part.stroke();
  }
  const chosen = parts.find(({ code }) => code === look.selected);
  if (chosen !== undefined) {
    brush.lineWidth = CHOSEN_BORDER / scale;
    brush.strokeStyle = palette.flow[look.zoneOf(chosen.code)];
    chosen.stroke();
  }
}
