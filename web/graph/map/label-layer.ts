import { GRAPH_FONT } from '../graph-palette.ts';
import type { Brush } from '../picture/svg-context.ts';
import type { LabelBox, LabelPlan, LabelRequest } from './label-placement.ts';
import { placeLabels } from './label-placement.ts';
import type { Viewport } from './land-layer.ts';
import type { MapPalette } from './map-palette.ts';
import type { MapPoint } from './map-projection.ts';
import type { MapPlace } from './map-scene.ts';

/** A place with its mark in the fitted map, px. */
export interface MarkedPlace {
  readonly place: MapPlace;
  readonly at: MapPoint;
  readonly radius: number;
}

/** The names of the places, painted over the graph at a fixed size. */
export interface LabelLayer {
  /** Works out the places of all labels; needed when places, size or zoom change, not for panning. */
  plan(marked: readonly MarkedPlace[], input: LabelInput): void;
  paint(context: CanvasRenderingContext2D, view: Viewport, ratio: number, palette: MapPalette): void;
  /** The same over what is painted already: for pictures that leave the page. */
  trace(brush: Brush, view: Viewport, ratio: number, palette: MapPalette): void;
  /** Places of the names in the picture before panning, px. */
  readonly boxes: readonly (LabelBox & { readonly id: string })[];
  /** Codes whose label found no place. */
  readonly omitted: readonly string[];
}

export interface LabelInput {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  readonly reserved: readonly LabelBox[];
  /** Points of the flows in the fitted map, px. */
  readonly lines: readonly MapPoint[];
  readonly selected: string | null;
}

const FONT = { role: `bold 13px ${GRAPH_FONT}`, plain: `12px ${GRAPH_FONT}` } as const;
const LINE_HEIGHT = 17;
/** Light edge around letters, px, so that they stay legible on land and lines. */
const HALO = 3;

/** Who chooses a place first: the origin, the place looked at, then what is possible before what is not. */
function priorityOf(place: MapPlace, selected: string | null): number {
  if (place.role === 'origin') return 0;
  if (place.code === selected) return 1;
  if (place.role === 'plain') return 5;
  return place.feasibility === 'FEASIBLE' ? 2 : place.feasibility === 'UNVERIFIED' ? 3 : 4;
}

/** `measure` gives the width of a text in a CSS font, px. */
export function createLabelLayer(measure: (text: string, font: string) => number): LabelLayer {
  let current: LabelPlan = { placed: [], omitted: [] };
  let places = new Map<string, MapPlace>();
  const fontOf = (place: MapPlace): string => (place.role === 'plain' ? FONT.plain : FONT.role);
  const textOf = (place: MapPlace): string => (place.detail === '' ? place.name : `${place.name} ${place.detail}`);

  return {
    get boxes() {
      return current.placed.map(({ id, box }) => ({ id, ...box }));
    },
    get omitted() {
      return current.omitted;
    },
    plan: (marked, input) => {
      places = new Map(marked.map(({ place }) => [place.code, place] as const));
      const requests = marked.map(({ place, at, radius }): LabelRequest => ({
        id: place.code,
        x: at.x * input.zoom,
        y: at.y * input.zoom,
        radius,
        width: Math.ceil(measure(textOf(place), fontOf(place))) + 2,
        height: LINE_HEIGHT,
        priority: priorityOf(place, input.selected),
      }));
      current = placeLabels(requests, {
        width: input.width * input.zoom,
        height: input.height * input.zoom,
        reserved: input.zoom === 1 ? input.reserved : [],
        lines: input.lines.map((point) => ({ x: point.x * input.zoom, y: point.y * input.zoom })),
      });
    },
    paint: (context, view, ratio, palette) => {
      const { canvas } = context;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      paintLabels(context, current, places, { view, ratio, palette, fontOf, textOf });
    },
    trace: (brush, view, ratio, palette) => {
      paintLabels(brush, current, places, { view, ratio, palette, fontOf, textOf });
    },
  };
}

interface LabelPaint {
  readonly view: Viewport;
  readonly ratio: number;
  readonly palette: MapPalette;
  readonly fontOf: (place: MapPlace) => string;
  readonly textOf: (place: MapPlace) => string;
}

function paintLabels(
  context: Brush,
  plan: LabelPlan,
  places: ReadonlyMap<string, MapPlace>,
  { view, ratio, palette, fontOf, textOf }: LabelPaint,
): void {
  context.setTransform(ratio, 0, 0, ratio, view.panX * ratio, view.panY * ratio);
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const { leader } of plan.placed) {
    if (leader === null) continue;
    context.lineWidth = 1;
    context.strokeStyle = palette.plain;
    context.beginPath();
    context.moveTo(leader.from.x, leader.from.y);
    context.lineTo(leader.to.x, leader.to.y);
    context.stroke();
  }
  for (const { id, box } of plan.placed) {
    const place = places.get(id);
    if (place === undefined) continue;
    context.font = fontOf(place);
    const x = box.x + 1;
    const y = box.y + box.height / 2;
    context.lineWidth = HALO;
    context.strokeStyle = palette.ground;
    context.strokeText(textOf(place), x, y);
    context.fillStyle = place.role === 'plain' ? palette.ink2 : palette.ink;
    context.fillText(textOf(place), x, y);
  }
}
