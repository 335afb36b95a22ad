import type { MapOutline } from './map-outline.ts';
import type { MapFit } from './map-fit.ts';
import type { MapPalette, MapZone } from './map-palette.ts';

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
    for (const ring of rings) {
      ring.forEach(({ x, y }, index) => {
        if (index === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
      });
      path.closePath();
    }
    return { code, path };
  });

  return {
    paint: (context, fit, view, ratio, palette, look) => {
      const { canvas } = context;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      const scale = fit.scale * view.zoom;
      context.setTransform(
        scale * ratio,
        0,
        0,
        scale * ratio,
        (fit.dx * view.zoom + view.panX) * ratio,
        (fit.dy * view.zoom + view.panY) * ratio,
      );
      context.lineJoin = 'round';
      context.lineWidth = BORDER / scale;
      context.strokeStyle = palette.border;
      for (const { code, path } of paths) {
        const zone = look.zoneOf(code);
        const isChosen = code === look.selected;
        const shades = isChosen ? palette.landChosen : code === look.hovered ? palette.landHover : palette.land;
        context.fillStyle = shades[zone];
        context.fill(path);
        context.stroke(path);
      }
      const chosen = paths.find(({ code }) => code === look.selected);
      if (chosen !== undefined) {
        context.lineWidth = CHOSEN_BORDER / scale;
        context.strokeStyle = palette.flow[look.zoneOf(chosen.code)];
        context.stroke(chosen.path);
      }
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
