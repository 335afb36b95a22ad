import type { Core, ElementDefinition, EventObject } from 'cytoscape';
import { forgoInjectedStyle } from '../forgo-injected-style.ts';
import type { GraphPicture } from '../picture/graph-picture.ts';
import { imageOf, openCanvas, openSvgContext, paintGraph, pngOf } from '../picture/graph-picture.ts';
import { exposeGraph } from '../test-hook.ts';
import { arcLifts, arcPoints, flowArc, flowWidth, FLOW_WIDTH } from './flow-arc.ts';
import { createLabelLayer, type MarkedPlace } from './label-layer.ts';
import type { LabelBox } from './label-placement.ts';
import { createLandLayer, type Viewport } from './land-layer.ts';
import { fitBounds, toScreen, type MapFit, type Padding } from './map-fit.ts';
import { outlineBounds, type MapOutline } from './map-outline.ts';
import type { MapPalette, MapZone } from './map-palette.ts';
import { project, type MapPoint } from './map-projection.ts';
import type { MapEmphasis, MapPlace, MapScene } from './map-scene.ts';
import { MARK_STYLE, mapStyle } from './map-style.ts';
import { markRadius } from './mark-size.ts';
import { nextPlace, type FocusDirection } from './spatial-focus.ts';

/** The map of flows: land, graph and names in three layers of one container. */
export interface RelocationMap {
  draw(scene: MapScene): void;
  emphasise(emphasis: MapEmphasis): void;
  recolour(palette: MapPalette): void;
  /** Multiplies the zoom about the middle; `reset` shows the whole province. */
  zoom(step: number | 'reset'): void;
  /** The container, or what is reserved in it, changed its size. */
  resize(): void;
  /** The next origin or candidate in a direction, for the keyboard. */
  next(from: string | null, direction: FocusDirection): string | null;
  /** The map as shown, with its zoom. */
  picture(): GraphPicture;
  close(): void;
}

export interface RelocationMapOptions {
  readonly container: HTMLElement;
  readonly outline: MapOutline;
  readonly palette: MapPalette;
  /** Canvas pixels a CSS px; that of the screen when left out. */
  readonly pixelRatio?: number;
  /** Boxes of the container that no name may cover, px; asked for at each layout. */
  readonly reserved: () => readonly LabelBox[];
  /** A place was clicked, on its mark or anywhere on its land; null = beside the land. */
  readonly onPick: (code: string | null) => void;
  /** The place under the pointer, with the pointer's place in the container, px. */
  readonly onHover: (code: string | null, x: number, y: number) => void;
}

const PADDING: Padding = { top: 14, right: 26, bottom: 14, left: 26 };
/** Furthest zoom, as a multiple of the whole province. */
const MAX_ZOOM = 5;

/** Opens the map; Cytoscape itself is fetched on the first call. */
export async function openRelocationMap(options: RelocationMapOptions): Promise<RelocationMap> {
  const { default: cytoscape } = await import('cytoscape');
  const { container, outline } = options;
  const bounds = outlineBounds(outline);
  const codes = new Set(outline.regions.map((region) => region.code));

  const landCanvas = layer('canvas', 'map-land');
  const graphBox = layer('div', 'map-graph');
  const labelCanvas = layer('canvas', 'map-labels');
  container.append(landCanvas, graphBox, labelCanvas);
  const landContext = contextOf(landCanvas);
  const labelContext = contextOf(labelCanvas);

  const land = createLandLayer(outline);
  const labels = createLabelLayer((text, font) => {
    labelContext.font = font;
    return labelContext.measureText(text).width;
  });

  let palette = options.palette;
  let scene: MapScene = { places: [], flows: [] };
  let zones = new Map<string, MapZone>();
  let emphasis: MapEmphasis = { selected: null, focused: null, isAlone: false };
  let hovered: string | null = null;
  let size = { width: 0, height: 0 };
  let fit: MapFit = { scale: 1, dx: 0, dy: 0 };
  let marked: readonly MarkedPlace[] = [];
  let lines: readonly MapPoint[] = [];
  let plannedZoom = 0;

  forgoInjectedStyle(container.ownerDocument);
  const cy: Core = cytoscape({
    container: graphBox,
    elements: [],
    layout: { name: 'preset' },
    style: mapStyle(palette),
    autoungrabify: true,
    autounselectify: true,
    autolock: true,
    boxSelectionEnabled: false,
    userZoomingEnabled: false,
    userPanningEnabled: false,
    minZoom: 1,
    maxZoom: MAX_ZOOM,
    ...(options.pixelRatio === undefined ? {} : { pixelRatio: options.pixelRatio }),
  });
  exposeGraph(cy, () =>
    labels.boxes.map((label) => ({
      ...label,
      x: label.x + cy.pan().x,
      y: label.y + cy.pan().y,
    })),
  );

  const view = (): Viewport => ({ zoom: cy.zoom(), panX: cy.pan().x, panY: cy.pan().y });
  const ratio = (): number => options.pixelRatio ?? window.devicePixelRatio;
  const look = (): Parameters<typeof land.paint>[5] => ({
    zoneOf: (code) => zones.get(code) ?? 'PRD',
    hovered,
    selected: emphasis.selected,
  });
  const paintLand = (): void => {
    land.paint(landContext, fit, view(), ratio(), palette, look());
  };
  const planLabels = (): void => {
    plannedZoom = cy.zoom();
    labels.plan(marked, {
      ...size,
      zoom: plannedZoom,
      reserved: options.reserved(),
      lines,
      selected: emphasis.selected,
    });
  };
  const paintLabels = (): void => {
    labels.paint(labelContext, view(), ratio(), palette);
  };
  const paint = (): void => {
    paintLand();
    paintLabels();
  };

  cy.on('viewport', () => {
    const zoom = cy.zoom();
    if (zoom !== plannedZoom) {
      cy.userPanningEnabled(zoom > 1);
      scaleMarks(cy, zoom);
      planLabels();
    }
    paint();
  });

  const placeAt = (event: EventObject): string | null => {
    if (event.target !== cy) return codeOf(event);
    const { x, y } = event.renderedPosition;
    return land.hit(landContext, fit, view(), x, y);
  };
  cy.on('tap', (event: EventObject) => {
    options.onPick(placeAt(event));
  });
  const hover = (code: string | null, x: number, y: number): void => {
    if (code !== hovered) {
      hovered = code;
      container.classList.toggle('over-place', code !== null);
      paintLand();
    }
    options.onHover(code, x, y);
  };
  cy.on('mousemove', (event: EventObject) => {
    hover(placeAt(event), event.renderedPosition.x, event.renderedPosition.y);
  });
  const onLeave = (): void => {
    hover(null, 0, 0);
  };
  graphBox.addEventListener('mouseleave', onLeave);
  // The wheel belongs to the page; with Ctrl (or a pinch) it zooms.
  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = container.getBoundingClientRect();
    zoomTo(cy.zoom() * (event.deltaY < 0 ? 1.2 : 1 / 1.2), event.clientX - box.left, event.clientY - box.top);
  };
  container.addEventListener('wheel', onWheel, { passive: false });

  const zoomTo = (level: number, x: number, y: number): void => {
    if (level <= 1) cy.viewport({ zoom: 1, pan: { x: 0, y: 0 } });
    else cy.zoom({ level: Math.min(MAX_ZOOM, level), renderedPosition: { x, y } });
  };

  const layOut = (): void => {
    size = { width: container.clientWidth, height: container.clientHeight };
    for (const canvas of [landCanvas, labelCanvas]) {
      canvas.width = Math.round(size.width * ratio());
      canvas.height = Math.round(size.height * ratio());
    }
    fit = fitBounds(bounds, size.width, size.height, PADDING);
    const places = scene.places.filter((place) => codes.has(place.code));
    marked = places.map((place) => ({
      place,
      at: toScreen(fit, project(place.lon, place.lat)),
      radius: markRadius(place.role === 'plain' ? 'plain' : 'role', fit.scale),
    }));
    const drawn = elementsOf(marked, scene);
    lines = drawn.lines;
    cy.batch(() => {
      cy.elements().remove();
      cy.add([...drawn.elements]);
    });
    cy.resize();
    cy.viewport({ zoom: 1, pan: { x: 0, y: 0 } });
    cy.userPanningEnabled(false);
    scaleMarks(cy, 1);
    applyEmphasis(cy, emphasis);
    planLabels();
    paint();
  };

  return {
    draw: (next) => {
      scene = next;
      zones = new Map(next.places.map((place) => [place.code, place.zone] as const));
      layOut();
    },
    emphasise: (next) => {
      const isReplanned = next.selected !== emphasis.selected;
      emphasis = next;
      cy.batch(() => {
        applyEmphasis(cy, next);
      });
      if (isReplanned) planLabels();
      paint();
    },
    recolour: (next) => {
      palette = next;
      cy.style(mapStyle(next));
      paint();
    },
    zoom: (step) => {
      zoomTo(step === 'reset' ? 1 : cy.zoom() * step, size.width / 2, size.height / 2);
    },
    resize: layOut,
    next: (from, direction) =>
      nextPlace(
        marked.filter(({ place }) => place.role === 'candidate').map(({ place, at }) => ({ code: place.code, ...at })),
        from,
        direction,
      ),
    picture: () => ({
      get width() {
        return size.width;
      },
      get height() {
        return size.height;
      },
      toPng: async (scale) => {
        const { canvas, context } = openCanvas(
          container.ownerDocument,
          size.width * scale,
          size.height * scale,
          palette.ground,
        );
        land.trace(context, fit, view(), scale, palette, { ...look(), hovered: null });
        const graph = await imageOf(await cy.png({ output: 'blob-promise', full: false, scale }));
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.drawImage(graph, 0, 0, canvas.width, canvas.height);
        labels.trace(context, view(), scale, palette);
        return pngOf(canvas);
      },
      toSvg: () => {
        const context = openSvgContext(container.ownerDocument);
        land.trace(context, fit, view(), 1, palette, { ...look(), hovered: null });
        const { zoom, panX, panY } = view();
        context.setTransform(zoom, 0, 0, zoom, panX, panY);
        paintGraph(cy, context);
        labels.trace(context, view(), 1, palette);
        return Promise.resolve(context.document(size.width, size.height, palette.ground));
      },
    }),
    close: () => {
      container.removeEventListener('wheel', onWheel);
      graphBox.removeEventListener('mouseleave', onLeave);
      cy.destroy();
      container.replaceChildren();
    },
  };
}

function layer<Tag extends 'canvas' | 'div'>(tag: Tag, name: string): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = `map-layer ${name}`;
  return element;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser gives no canvas to draw on.');
  return context;
}

/** The place that an element stands for: a mark itself, a flow its destination. */
function codeOf(event: EventObject): string | null {
  const code: unknown = (event.target as { data: (key: string) => unknown }).data('code');
  return typeof code === 'string' ? code : null;
}

/** Marks and flows keep their size on screen whatever the zoom. */
function scaleMarks(cy: Core, zoom: number): void {
  cy.batch(() => {
    cy.nodes().forEach((node) => {
      const radius = Number(node.data('radius'));
      node.data({
        size: (2 * radius) / zoom,
        font: Math.max(9, radius * MARK_STYLE.fontShare) / zoom,
        border: MARK_STYLE.border / zoom,
        ring: MARK_STYLE.ring / zoom,
        gap: MARK_STYLE.gap / zoom,
      });
    });
    cy.edges().forEach((edge) => {
      edge.data('width', Number(edge.data('fullWidth')) / zoom);
    });
  });
}

function elementsOf(
  marked: readonly MarkedPlace[],
  scene: MapScene,
): { readonly elements: readonly ElementDefinition[]; readonly lines: readonly MapPoint[] } {
  const nodes = marked.map(({ place, at, radius }): ElementDefinition => ({
    group: 'nodes',
    data: {
      id: `place:${place.code}`,
      code: place.code,
      glyph: place.glyph,
      radius,
      size: 2 * radius,
      font: 12,
      border: MARK_STYLE.border,
      ring: MARK_STYLE.ring,
      gap: MARK_STYLE.gap,
    },
    position: { ...at },
    classes: classesOf(place),
  }));
  const origin = marked.find(({ place }) => place.role === 'origin');
  if (origin === undefined) return { elements: nodes, lines: [] };
  const targets = scene.flows.flatMap((flow) => {
    const target = marked.find(({ place }) => place.code === flow.to);
    return target === undefined ? [] : [{ flow, target }];
  });
  const lifts = arcLifts(
    origin.at,
    targets.map(({ target }) => target.at),
  );
  const lines: MapPoint[] = [];
  const edges = targets.map(({ flow, target }, index): ElementDefinition => {
    const arc = flowArc(origin.at, target.at, lifts[index] ?? 1);
    lines.push(...arcPoints(arc));
    return {
      group: 'edges',
      data: {
        id: `flow:${flow.to}`,
        code: flow.to,
        source: `place:${origin.place.code}`,
        target: `place:${flow.to}`,
        bend: arc.bend,
        fullWidth: flow.feasibility === 'BLOCKED' ? FLOW_WIDTH.blocked : flowWidth(flow.score),
        width: 1,
      },
      classes: `flow ${target.place.zone} ${flow.feasibility}`,
    };
  });
  return { elements: [...nodes, ...edges], lines };
}

function classesOf(place: MapPlace): string {
  return ['place', place.zone, place.role, place.feasibility ?? ''].join(' ').trim();
}

function applyEmphasis(cy: Core, emphasis: MapEmphasis): void {
  cy.nodes().forEach((node) => {
    const code = String(node.data('code'));
    node.toggleClass('chosen', code === emphasis.selected);
    node.toggleClass('focused', code === emphasis.focused);
  });
  cy.edges().forEach((edge) => {
    const isChosen = String(edge.data('code')) === emphasis.selected;
    edge.toggleClass('chosen', isChosen);
    edge.toggleClass('faded', emphasis.isAlone && !isChosen);
  });
}
