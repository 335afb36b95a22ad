import type { Core, EdgeSingular, ElementDefinition, EventObject, NodeSingular, StylesheetJson } from 'cytoscape';
import { forgoInjectedStyle } from '../forgo-injected-style.ts';
import type { GraphPalette } from '../graph-palette.ts';
import { GRAPH_FONT } from '../graph-palette.ts';
import { cytoscapePicture } from '../picture/cytoscape-picture.ts';
import type { GraphPicture } from '../picture/graph-picture.ts';
import { exposeGraph } from '../test-hook.ts';
import type { Point } from './place-around.ts';
import { BOX } from './thing-box.ts';

/** A thing as it is drawn. */
export interface DrawnThing extends Point {
  readonly id: string;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly shape: string;
  readonly borderStyle: 'solid' | 'double';
  readonly fill: string;
  readonly border: string;
  readonly ink: string;
  readonly pinned: boolean;
  /** Neighbours that are not on the picture; 0 = none, no badge. */
  readonly hidden: number;
}

/** A link as it is drawn. */
export interface DrawnLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Shown while the link stands out. */
  readonly label: string;
  readonly isDerived: boolean;
  readonly isOnPath: boolean;
}

/** What stands out. */
export interface ExploreEmphasis {
  readonly selected: string | null;
  readonly focused: string | null;
  /** Things along a connection; null when none is drawn. */
  readonly path: ReadonlySet<string> | null;
}

/** The exploration on a canvas. Nothing moves but what is told to. */
export interface ExploreGraph {
  /** Draws exactly these; what was there before keeps its element. */
  draw(things: readonly DrawnThing[], links: readonly DrawnLink[]): void;
  emphasise(emphasis: ExploreEmphasis): void;
  recolour(palette: GraphPalette): void;
  zoom(step: number): void;
  /** Shows the whole picture, at a scale of 1 at most. */
  fit(): void;
  /** Shows the whole picture when some of it is out of sight; leaves the view as it is otherwise. */
  fitIfOutside(): void;
  /** Brings a thing into sight without changing the scale. */
  reveal(id: string): void;
  resize(): void;
  /** What is drawn, as a picture for exports. */
  picture(): GraphPicture;
  close(): void;
}

export interface ExploreGraphOptions {
  readonly container: HTMLElement;
  readonly palette: GraphPalette;
  /** A thing was clicked; null = the ground. */
  readonly onPick: (id: string | null) => void;
  /** A badge was clicked, or a thing twice. */
  readonly onExpand: (id: string) => void;
  /** A thing was dragged to a place. */
  readonly onMove: (id: string, place: Point) => void;
}

const ZOOM = { min: 0.15, max: 2.5 } as const;
/** Ground around the picture, px. */
const MARGIN = 28;
/** Most links of the selected thing that show their words unasked. */
const MOST_NAMED = 6;

/** Opens the graph; Cytoscape itself is fetched on the first call. */
export async function openExploreGraph(options: ExploreGraphOptions): Promise<ExploreGraph> {
  const { default: cytoscape } = await import('cytoscape');
  const { container } = options;
  let { palette } = options;
  forgoInjectedStyle(container.ownerDocument);
  const cy: Core = cytoscape({
    container,
    elements: [],
    layout: { name: 'preset' },
    style: stylesheet(options.palette),
    autounselectify: true,
    boxSelectionEnabled: false,
    userZoomingEnabled: false,
    minZoom: ZOOM.min,
    maxZoom: ZOOM.max,
  });
  exposeGraph(cy);

  cy.on('tap', (event: EventObject) => {
    if (event.target === cy) options.onPick(null);
  });
  cy.on('tap', 'node.thing', (event: EventObject) => {
    options.onPick(thingOf(event));
  });
  cy.on('dbltap', 'node.thing', (event: EventObject) => {
    options.onExpand(thingOf(event));
  });
  cy.on('tap', 'node.badge', (event: EventObject) => {
    options.onExpand(thingOf(event));
  });
  cy.on('drag', 'node.thing', (event: EventObject) => {
    placeMarks(cy, event.target as NodeSingular);
  });
  cy.on('dragfree', 'node.thing', (event: EventObject) => {
    const node = event.target as NodeSingular;
    options.onMove(node.id(), { ...node.position() });
  });
  cy.on('mouseover', 'node.thing', (event: EventObject) => {
    container.classList.add('over-segment');
    const own = (event.target as NodeSingular).connectedEdges();
    if (own.length <= MOST_NAMED) own.addClass('hovered');
  });
  cy.on('mouseout', 'node.thing', () => {
    container.classList.remove('over-segment');
    cy.edges('.hovered').removeClass('hovered');
  });
  cy.on('mouseover', 'edge', (event: EventObject) => {
    (event.target as EdgeSingular).addClass('hovered');
  });
  cy.on('mouseout', 'edge', (event: EventObject) => {
    (event.target as EdgeSingular).removeClass('hovered');
  });
  // The wheel belongs to the page; with Ctrl (or a pinch) it zooms.
  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = container.getBoundingClientRect();
    cy.zoom({
      level: cy.zoom() * (event.deltaY < 0 ? 1.15 : 1 / 1.15),
      renderedPosition: { x: event.clientX - box.left, y: event.clientY - box.top },
    });
  };
  container.addEventListener('wheel', onWheel, { passive: false });

  const fit = (): void => {
    if (cy.nodes().length === 0) return;
    const box = cy.elements().boundingBox({ includeLabels: true });
    const scale = Math.min(1, (cy.width() - 2 * MARGIN) / box.w, (cy.height() - 2 * MARGIN) / box.h);
    const zoom = Math.max(ZOOM.min, scale);
    cy.viewport({
      zoom,
      pan: {
        x: cy.width() / 2 - ((box.x1 + box.x2) / 2) * zoom,
        y: cy.height() / 2 - ((box.y1 + box.y2) / 2) * zoom,
      },
    });
  };

  return {
    draw: (things, links) => {
      const wanted = new Set([
        ...things.flatMap((thing) => [
          thing.id,
          ...(thing.hidden > 0 ? [badgeId(thing.id)] : []),
          ...(thing.pinned ? [pinId(thing.id)] : []),
        ]),
        ...links.map((link) => link.id),
      ]);
      cy.batch(() => {
        cy.elements()
          .filter((element) => !wanted.has(element.id()))
          .remove();
        for (const thing of things) drawThing(cy, thing);
        for (const link of links) drawLink(cy, link);
      });
    },
    emphasise: ({ selected, focused, path }) => {
      cy.batch(() => {
        cy.nodes('.thing').forEach((node) => {
          node.toggleClass('selected', node.id() === selected);
          node.toggleClass('focused', node.id() === focused);
          node.toggleClass('on-path', path?.has(node.id()) === true);
        });
        const own = selected === null ? null : cy.getElementById(selected).connectedEdges();
        // Words on every link of a hub would cover each other and what lies below: there they come when a link is pointed at.
        const areNamed = own !== null && own.length <= MOST_NAMED;
        cy.edges().forEach((edge) => {
          const touches = edge.source().id() === selected || edge.target().id() === selected;
          edge.toggleClass('lit', touches);
          edge.toggleClass('named', touches && areNamed);
        });
      });
    },
    recolour: (next) => {
      palette = next;
      cy.style(stylesheet(next));
    },
    picture: () => cytoscapePicture(cy, () => palette.page),
    zoom: (factor) => {
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },
    fit,
    fitIfOutside: () => {
      const seen = cy.extent();
      const box = cy.elements().boundingBox({ includeLabels: true });
      if (box.x1 < seen.x1 || box.x2 > seen.x2 || box.y1 < seen.y1 || box.y2 > seen.y2) fit();
    },
    reveal: (id) => {
      const node = cy.getElementById(id);
      if (node.length === 0) return;
      const seen = cy.extent();
      const box = node.boundingBox({});
      if (box.x1 < seen.x1 || box.x2 > seen.x2 || box.y1 < seen.y1 || box.y2 > seen.y2) cy.center(node);
    },
    resize: () => {
      cy.resize();
    },
    close: () => {
      container.removeEventListener('wheel', onWheel);
      cy.destroy();
    },
  };
}

function badgeId(id: string): string {
  return `badge:${id}`;
}

function pinId(id: string): string {
  return `pin:${id}`;
}

function thingOf(event: EventObject): string {
  const id: unknown = (event.target as { data: (key: string) => unknown }).data('thing');
  return typeof id === 'string' ? id : '';
}

/** Badge and pin ride on the corners of the box. */
function placeMarks(cy: Core, node: NodeSingular): void {
  const { x, y } = node.position();
  const right = Number(node.data('width')) / 2;
  const top = Number(node.data('height')) / 2;
  cy.getElementById(badgeId(node.id())).position({ x: x + right - 4, y: y - top });
  cy.getElementById(pinId(node.id())).position({ x: x - right + 3, y: y - top });
}

function drawThing(cy: Core, thing: DrawnThing): void {
  const { id, label, width, height, shape, fill, border, ink, borderStyle } = thing;
  const data = { id, thing: id, label, width, height, shape, fill, border, ink, borderStyle };
  const held = cy.getElementById(id);
  const position = { x: thing.x, y: thing.y };
  if (held.length === 0) cy.add({ group: 'nodes', data, position, classes: 'thing' });
  else held.data(data).position(position);
  mark(cy, badgeId(id), thing.hidden > 0, { label: `+${thing.hidden}`, thing: id }, 'badge');
  mark(cy, pinId(id), thing.pinned, { label: '⊙', thing: id }, 'pin');
  placeMarks(cy, cy.getElementById(id));
}

function mark(cy: Core, id: string, isThere: boolean, data: Readonly<Record<string, string>>, classes: string): void {
  if (!isThere) return;
  const held = cy.getElementById(id);
  if (held.length > 0) held.data(data);
  else {
    const width = 10 + (data['label']?.length ?? 1) * 7.5;
    cy.add({ group: 'nodes', data: { id, ...data, width }, grabbable: false, classes });
  }
}

function drawLink(cy: Core, link: DrawnLink): void {
  const held = cy.getElementById(link.id);
  const classes = [link.isDerived ? 'derived' : '', link.isOnPath ? 'path' : ''].join(' ').trim();
  const element: ElementDefinition = {
    group: 'edges',
    data: { id: link.id, source: link.from, target: link.to, label: link.label },
    classes,
  };
  if (held.length === 0) cy.add(element);
  else {
    held.data('label', link.label);
    held.toggleClass('path', link.isOnPath);
  }
}

function stylesheet(palette: GraphPalette): StylesheetJson {
  const font = { 'font-family': GRAPH_FONT } as const;
  return [
    { selector: 'node', style: { 'z-index-compare': 'manual', 'z-index': 20 } },
    {
      selector: '.thing',
      style: {
        ...font,
        shape: 'data(shape)' as 'rectangle',
        width: 'data(width)',
        height: 'data(height)',
        'background-color': 'data(fill)',
        'border-color': 'data(border)',
        'border-width': 1.5,
        'border-style': 'data(borderStyle)' as 'solid',
        label: 'data(label)',
        color: 'data(ink)',
        'font-size': BOX.font,
        'line-height': BOX.line / BOX.font,
        'text-valign': 'center',
        'text-halign': 'center',
        'text-wrap': 'wrap',
        'text-max-width': '400px',
        'min-zoomed-font-size': 5,
      },
    },
    // Two lines need the room of two lines and the gap between.
    { selector: '.thing[borderStyle = "double"]', style: { 'border-width': 4 } },
    {
      selector: '.badge',
      style: {
        ...font,
        shape: 'round-rectangle',
        'corner-radius': '8px',
        width: 'data(width)',
        height: 16,
        'background-color': palette.heading,
        color: palette.ground,
        label: 'data(label)',
        'font-size': 12,
        'text-valign': 'center',
        'text-halign': 'center',
        'min-zoomed-font-size': 5,
        'z-index': 30,
      },
    },
    {
      selector: '.pin',
      style: {
        ...font,
        events: 'no',
        shape: 'ellipse',
        width: 14,
        height: 14,
        'background-color': palette.ground,
        'border-color': palette.heading,
        'border-width': 1,
        color: palette.heading,
        label: 'data(label)',
        'font-size': 12,
        'text-valign': 'center',
        'text-halign': 'center',
        'min-zoomed-font-size': 5,
        'z-index': 30,
      },
    },
    {
      selector: 'edge',
      style: {
        ...font,
        'z-index-compare': 'manual',
        'z-index': 10,
        width: 1.4,
        'curve-style': 'bezier',
        'control-point-step-size': 34,
        'line-color': palette.link,
        'target-arrow-color': palette.link,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.85,
        'font-size': 12,
        color: palette.heading,
        'text-background-color': palette.ground,
        'text-background-opacity': 0.92,
        'text-background-padding': '2px',
        'text-background-shape': 'roundrectangle',
        'min-zoomed-font-size': 6,
      },
    },
    { selector: 'edge.derived', style: { 'line-style': 'dashed', 'line-dash-pattern': [6, 4] } },
    { selector: 'edge.named, edge.hovered, edge.path', style: { label: 'data(label)' } },
    {
      selector: 'edge.lit, edge.hovered, edge.path',
      style: {
        'line-color': palette.accent,
        'target-arrow-color': palette.accent,
        width: 1.8,
        'z-index': 12,
      },
    },
    { selector: 'edge.path', style: { width: 5, 'arrow-scale': 1.1, 'z-index': 14 } },
    { selector: '.thing.on-path', style: { 'border-width': 3.5, 'border-color': palette.accent } },
    {
      selector: '.thing.selected',
      style: { 'outline-width': 3, 'outline-color': palette.accent, 'outline-offset': 2, 'z-index': 25 },
    },
    {
      selector: '.thing.focused',
      style: { 'outline-width': 3, 'outline-color': palette.focus, 'outline-offset': 2, 'outline-style': 'dashed' },
    },
    { selector: '.thing.selected.focused', style: { 'outline-style': 'solid' } },
  ];
}
