import type { Core, ElementDefinition, EventObject, NodeSingular, StylesheetJson } from 'cytoscape';
import { relativePoints } from './edge-geometry.ts';
import { forgoInjectedStyle } from './forgo-injected-style.ts';
import type { GraphPalette } from './graph-palette.ts';
import { GRAPH_FONT } from './graph-palette.ts';
import type { ChainLayout, GroupBox, LinkPath, NodeBox, Point } from './layout/chain-layout.ts';
import { CHAIN_SIZES } from './layout/chain-layout.ts';
import { fitText } from './layout/text-width.ts';
import type { GraphPicture } from './picture/graph-picture.ts';
import { cytoscapePicture } from './picture/cytoscape-picture.ts';
import { exposeGraph } from './test-hook.ts';

/** How a segment looks: the state's colours and sign, and the line under the name. */
export interface SegmentMark {
  readonly fill: string;
  readonly ink: string;
  readonly border: string;
  readonly borderStyle: 'solid' | 'dashed' | 'dotted';
  readonly borderWidth: number;
  readonly glyph: string;
  readonly detail: string;
  /** Colours of several places with the number of places of each, as a bar along the lower edge; empty for one place. */
  readonly spread: readonly { readonly colour: string; readonly count: number }[];
}

/** What stands out. `path` and `links` are null when nothing is selected. */
export interface Emphasis {
  readonly selected: string | null;
  readonly focused: string | null;
  readonly path: ReadonlySet<string> | null;
  readonly links: ReadonlySet<string> | null;
  /** Segments filtered out by the legend. */
  readonly filtered: ReadonlySet<string>;
}

/** The chain picture on a canvas. Positions come from the layout and never change with marks or emphasis. */
export interface ChainGraph {
  draw(layout: ChainLayout, marks: ReadonlyMap<string, SegmentMark>): void;
  mark(marks: ReadonlyMap<string, SegmentMark>): void;
  emphasise(emphasis: Emphasis): void;
  recolour(palette: GraphPalette): void;
  /** Multiplies the zoom about the middle; `reset` shows the whole picture at its own scale. */
  zoom(step: number | 'reset'): void;
  /** The container changed its size. */
  resize(): void;
  /** The whole chain as shown, whatever the zoom; null before the first `draw`. */
  picture(): GraphPicture | null;
  close(): void;
}

export interface ChainGraphOptions {
  readonly container: HTMLElement;
  readonly palette: GraphPalette;
  /** Canvas pixels a CSS px; that of the screen when left out. */
  readonly pixelRatio?: number;
  /** A segment was clicked; null = the ground beside the segments. */
  readonly onPick: (code: string | null) => void;
  /** The handle of a segment was clicked: open it, or fold what is below it. */
  readonly onToggle: (code: string, how: 'expand' | 'collapse') => void;
  /** The pointer came to rest on a segment. */
  readonly onHover: (code: string) => void;
}

const ZOOM = { min: 0.4, max: 2.5 } as const;

/** Opens the graph; Cytoscape itself is fetched on the first call. */
export async function openChainGraph(options: ChainGraphOptions): Promise<ChainGraph> {
  const { default: cytoscape } = await import('cytoscape');
  const { container } = options;
  forgoInjectedStyle(container.ownerDocument);
  const cy: Core = cytoscape({
    container,
    elements: [],
    layout: { name: 'preset' },
    style: stylesheet(options.palette),
    autoungrabify: true,
    autounselectify: true,
    boxSelectionEnabled: false,
    userZoomingEnabled: false,
    minZoom: ZOOM.min,
    maxZoom: ZOOM.max,
    ...(options.pixelRatio === undefined ? {} : { pixelRatio: options.pixelRatio }),
  });
  exposeGraph(cy);
  let palette = options.palette;
  let drawn: ChainLayout | null = null;

  cy.on('tap', 'node.handle', (event: EventObject) => {
    const target = event.target as { data: (key: string) => unknown; hasClass: (name: string) => boolean };
    options.onToggle(String(target.data('of')), target.hasClass('expand') ? 'expand' : 'collapse');
  });
  cy.on('tap', (event: EventObject) => {
    if (event.target !== cy && (event.target as { hasClass: (name: string) => boolean }).hasClass('handle')) return;
    options.onPick(event.target === cy ? null : segmentOf(event));
  });
  cy.on('mouseover', 'node.segment', (event: EventObject) => {
    container.classList.add('over-segment');
    const code = segmentOf(event);
    if (code === null) return;
    cy.edges(`[from = "${code}"], [to = "${code}"]`).addClass('hovered');
    options.onHover(code);
  });
  cy.on('mouseout', 'node.segment', () => {
    container.classList.remove('over-segment');
    cy.edges('.hovered').removeClass('hovered');
  });
  cy.on('mouseover mouseout', 'node.handle', (event: EventObject) => {
    container.classList.toggle('over-segment', event.type === 'mouseover');
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
  // Cytoscape remembers where its container is. A sentence of two lines above in place of one moves it without a resize.
  let place = '';
  const onPointer = (): void => {
    const { left, top } = container.getBoundingClientRect();
    if (place === `${left},${top}`) return;
    place = `${left},${top}`;
    cy.resize();
  };
  for (const kind of ['pointerover', 'pointerdown'] as const) container.addEventListener(kind, onPointer, true);

  /** Widths that the viewport was last set for: a picture that only grows downwards leaves it alone. */
  let fitted = '';
  const reset = (): void => {
    if (drawn === null) return;
    fitted = `${drawn.width}/${cy.width()}`;
    const scale = Math.min(1, cy.width() / drawn.width);
    cy.viewport({ zoom: scale, pan: { x: Math.max(0, (cy.width() - drawn.width * scale) / 2), y: 0 } });
  };
  const fit = (): void => {
    if (drawn !== null && fitted !== `${drawn.width}/${cy.width()}`) reset();
  };
  const mark = (marks: ReadonlyMap<string, SegmentMark>): void => {
    cy.batch(() => {
      for (const [code, look] of marks) {
        const node = cy.getElementById(`segment:${code}`);
        const note = cy.getElementById(`group-note:${code}`);
        if (note.nonempty()) {
          const room = Number(note.data('room'));
          note.data('label', fitText(`${look.glyph} ${look.detail}`.trim(), room, CHAIN_SIZES.detailFont));
        }
        if (node.empty()) continue;
        const width = Number(node.data('width')) - 2 * CHAIN_SIZES.nodePadding;
        node.data({
          fill: look.fill,
          border: look.border,
          borderStyle: look.borderStyle === 'solid' ? 'solid' : 'dashed',
          borderWidth: look.borderWidth,
        });
        // Cytoscape's own dots are as wide as the line and read as a solid one.
        node.toggleClass('dotted', look.borderStyle === 'dotted');
        markSpread(cy, node, look.spread);
        cy.getElementById(`name:${code}`).data('ink', look.ink);
        cy.getElementById(`glyph:${code}`).data({ ink: look.ink, label: look.glyph });
        cy.getElementById(`detail:${code}`).data({
          ink: look.ink,
          label: fitText(look.detail, width, CHAIN_SIZES.detailFont),
        });
      }
    });
  };

  return {
    draw: (layout, marks) => {
      drawn = layout;
      cy.batch(() => {
        cy.elements().remove();
        cy.add(elementsOf(layout));
      });
      mark(marks);
      cy.resize();
      fit();
    },
    mark,
    emphasise: (emphasis) => {
      cy.batch(() => {
        applyEmphasis(cy, emphasis);
      });
    },
    recolour: (next) => {
      palette = next;
      cy.style(stylesheet(next));
    },
    zoom: (step) => {
      if (step === 'reset') {
        reset();
        return;
      }
      cy.zoom({ level: cy.zoom() * step, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },
    resize: () => {
      cy.resize();
      fit();
    },
    picture: () => (drawn === null ? null : cytoscapePicture(cy, () => palette.page)),
    close: () => {
      container.removeEventListener('wheel', onWheel);
      for (const kind of ['pointerover', 'pointerdown'] as const) container.removeEventListener(kind, onPointer, true);
      cy.destroy();
    },
  };
}

function segmentOf(event: EventObject): string | null {
  const code: unknown = (event.target as { data: (key: string) => unknown }).data('code');
  return typeof code === 'string' ? code : null;
}

/** A bar of several colours along the lower edge: one gradient with hard edges. Without counts there is none. */
function markSpread(cy: Core, node: NodeSingular, spread: SegmentMark['spread']): void {
  const id = `spread:${String(node.data('code'))}`;
  const total = spread.reduce((sum, part) => sum + part.count, 0);
  if (total === 0) {
    cy.getElementById(id).remove();
    return;
  }
  const colours: string[] = [];
  const stops: string[] = [];
  let from = 0;
  for (const { colour, count } of spread) {
    colours.push(colour, colour);
    stops.push(`${(100 * from) / total}%`, `${(100 * (from + count)) / total}%`);
    from += count;
  }
  const data = { spreadColours: colours.join(' '), spreadStops: stops.join(' ') };
  const bar = cy.getElementById(id);
  if (bar.nonempty()) {
    bar.data(data);
    return;
  }
  const { x, y } = node.position();
  cy.add({
    group: 'nodes',
    data: {
      id,
      code: node.data('code') as string,
      width: Number(node.data('width')) - 2 * CHAIN_SIZES.nodePadding,
      ...data,
    },
    position: { x, y: y + Number(node.data('height')) / 2 - 6 },
    classes: 'spread',
  });
}

function applyEmphasis(cy: Core, emphasis: Emphasis): void {
  const { path, links, selected, focused, filtered } = emphasis;
  cy.nodes('[code]').forEach((node) => {
    const code = String(node.data('code'));
    const onPath = path === null || path.has(code) || code === selected;
    node.toggleClass('faded', !onPath || filtered.has(code));
    if (node.hasClass('segment')) {
      node.toggleClass('selected', code === selected);
      node.toggleClass('focused', code === focused);
    }
  });
  cy.nodes('[members]').forEach((node) => {
    const members = node.data('members') as readonly string[];
    node.toggleClass(
      'faded',
      members.every((code) => (path !== null && !path.has(code) && code !== selected) || filtered.has(code)),
    );
  });
  cy.edges().forEach((edge) => {
    const from = String(edge.data('from'));
    const to = String(edge.data('to'));
    const ends = filtered.has(from) || filtered.has(to);
    const onPath = links?.has(edge.id()) ?? false;
    edge.toggleClass('path', onPath && !ends);
    edge.toggleClass('faded', (links !== null && !onPath) || ends);
  });
}

/** A label beside a point of no size; Cytoscape has one label a node, a segment needs three. */
function labelNode(
  id: string,
  classes: string,
  position: Point,
  label: string,
  code: string | null,
): ElementDefinition {
  return {
    group: 'nodes',
    data: { id, label, ink: '', ...(code === null ? {} : { code }) },
    position: { ...position },
    classes: `label ${classes}`,
  };
}

function segmentElements(node: NodeBox): ElementDefinition[] {
  const left = node.x - node.width / 2 + CHAIN_SIZES.nodePadding;
  const right = node.x + node.width / 2 - CHAIN_SIZES.nodePadding;
  const top = node.y - node.height / 2 + CHAIN_SIZES.nodeVertical;
  const bottom = node.y + node.height / 2 - CHAIN_SIZES.nodeVertical;
  const nameMiddle = top + (node.nameLines.length * CHAIN_SIZES.nameLine) / 2;
  return [
    {
      group: 'nodes',
      data: {
        id: `segment:${node.code}`,
        code: node.code,
        width: node.width,
        height: node.height,
        fill: '#ffffff',
        border: '#d9d9d9',
        borderStyle: 'solid',
        borderWidth: 1,
      },
      position: { x: node.x, y: node.y },
      classes: 'segment',
    },
    labelNode(`name:${node.code}`, 'name', { x: left, y: nameMiddle }, node.nameLines.join('\n'), node.code),
    labelNode(`glyph:${node.code}`, 'glyph', { x: right, y: top + CHAIN_SIZES.nameLine / 2 }, '', node.code),
    labelNode(`detail:${node.code}`, 'detail', { x: left, y: bottom - CHAIN_SIZES.detailLine / 2 }, '', node.code),
    ...(node.expandable
      ? [handle(node.code, 'expand', { x: node.x, y: node.y + node.height / 2 + CHAIN_SIZES.handleDrop })]
      : []),
  ];
}

/** The small round button that opens a segment or folds its parts. */
function handle(
  code: string,
  how: 'expand' | 'collapse',
  position: Point,
  members?: readonly string[],
): ElementDefinition {
  return {
    group: 'nodes',
    data: {
      id: `${how}:${code}`,
      of: code,
      label: how === 'expand' ? '+' : '−',
      ...(members === undefined ? { code } : { members }),
    },
    position: { ...position },
    classes: `handle ${how}`,
  };
}

/** The frame of an expanded segment, its name, and how to fold it. */
function groupElements(group: GroupBox): ElementDefinition[] {
  const { members } = group;
  const left = group.x - group.width / 2 + CHAIN_SIZES.nodePadding;
  const title = labelNode(`group-title:${group.code}`, 'group-title', { x: left, y: group.titleY }, group.title, null);
  const note = labelNode(`group-note:${group.code}`, 'group-title note', { x: left, y: group.noteY }, '', null);
  const room = group.width - 2 * CHAIN_SIZES.nodePadding;
  const right = group.x + group.width / 2 - CHAIN_SIZES.handle / 2 - 4;
  return [
    {
      group: 'nodes',
      data: { id: `group:${group.code}`, width: group.width, height: group.height, members },
      position: { x: group.x, y: group.y },
      classes: 'group',
    },
    { ...title, data: { ...title.data, members } },
    { ...note, data: { ...note.data, members, room } },
    handle(group.code, 'collapse', { x: right, y: group.titleY }, members),
  ];
}

function linkElement(link: LinkPath, boxes: ReadonlyMap<string, NodeBox>): ElementDefinition {
  const offset = (point: Point, code: string): string => {
    const box = boxes.get(code);
    return `${point.x - (box?.x ?? 0)}px ${point.y - (box?.y ?? 0)}px`;
  };
  const relative = relativePoints(link.start, link.inner, link.end);
  return {
    group: 'edges',
    data: {
      id: link.id,
      source: `segment:${link.from}`,
      target: `segment:${link.to}`,
      from: link.from,
      to: link.to,
      startAt: offset(link.start, link.from),
      endAt: offset(link.end, link.to),
      weights: relative.weights.join(' '),
      distances: relative.distances.map((distance) => `${distance}px`).join(' '),
    },
    classes: `link ${link.route} ${link.shape}${link.kind === 'LOOP' ? ' loop' : ''}`,
  };
}

/** Stage boxes and frames are plain nodes below the others: compound nodes would cost most of the frame rate. */
export function elementsOf(layout: ChainLayout): ElementDefinition[] {
  const elements: ElementDefinition[] = [];
  for (const stage of layout.stages) {
    elements.push({
      group: 'nodes',
      data: { id: `stage:${stage.code}`, width: stage.width, height: stage.height },
      position: { x: stage.x, y: stage.y },
      classes: 'stage',
    });
    const title = stage.titleLines.join('\n');
    const top = stage.y - stage.height / 2;
    elements.push(
      stage.side
        ? labelNode(
            `title:${stage.code}`,
            'stage-title side',
            { x: CHAIN_SIZES.lanePadding, y: top + CHAIN_SIZES.lanePadding + stage.titleLines.length * 9 },
            title,
            null,
          )
        : labelNode(
            `title:${stage.code}`,
            'stage-title',
            { x: stage.x, y: top + 13 + stage.titleLines.length * 9 },
            title,
            null,
          ),
    );
  }
  for (const inflow of layout.inflows) {
    const ends = [
      { id: `inflow-start:${inflow.id}`, point: inflow.start },
      { id: `inflow-end:${inflow.id}`, point: inflow.end },
    ];
    for (const { id, point } of ends) {
      elements.push({ group: 'nodes', data: { id }, position: { ...point }, classes: 'anchor' });
    }
    elements.push({
      group: 'edges',
      data: {
        id: `inflow:${inflow.id}`,
        source: `inflow-start:${inflow.id}`,
        target: `inflow-end:${inflow.id}`,
        from: '',
        to: '',
      },
      classes: 'inflow',
    });
  }
  const boxes = new Map(layout.nodes.map((node) => [node.code, node] as const));
  elements.push(...layout.groups.flatMap(groupElements));
  elements.push(...layout.nodes.flatMap(segmentElements), ...layout.links.map((link) => linkElement(link, boxes)));
  return elements;
}

function stylesheet(palette: GraphPalette): StylesheetJson {
  const font = { 'font-family': GRAPH_FONT } as const;
  return [
    // Manual order: a link runs above the ground of its stage and below the segments.
    { selector: 'node', style: { events: 'no', label: '', 'z-index-compare': 'manual' } },
    {
      selector: '.stage',
      style: {
        shape: 'round-rectangle',
        'corner-radius': '8px',
        width: 'data(width)',
        height: 'data(height)',
        'background-color': palette.stage,
        'border-width': 0,
        'z-index': 0,
      },
    },
    { selector: '.anchor', style: { width: 1, height: 1, 'background-opacity': 0, 'z-index': 1 } },
    {
      selector: '.segment',
      style: {
        events: 'yes',
        shape: 'round-rectangle',
        'corner-radius': '7px',
        width: 'data(width)',
        height: 'data(height)',
        'background-color': 'data(fill)',
        'border-color': 'data(border)',
        'border-style': 'data(borderStyle)' as 'solid',
        'border-width': 'data(borderWidth)' as unknown as number,
        'border-dash-pattern': [7, 4],
        'z-index': 20,
      },
    },
    {
      selector: '.group',
      style: {
        shape: 'round-rectangle',
        'corner-radius': '9px',
        width: 'data(width)',
        height: 'data(height)',
        'background-color': palette.ground,
        'border-width': 1,
        'border-color': palette.link,
        'z-index': 2,
      },
    },
    { selector: '.group.faded', style: { 'border-color': palette.fadedBorder } },
    {
      selector: '.handle',
      style: {
        ...font,
        events: 'yes',
        shape: 'ellipse',
        width: CHAIN_SIZES.handle,
        height: CHAIN_SIZES.handle,
        'background-color': palette.ground,
        'border-width': 1,
        'border-color': palette.handle,
        label: 'data(label)',
        color: palette.handle,
        'font-size': 15,
        'font-weight': 'bold',
        'text-valign': 'center',
        'text-halign': 'center',
        'z-index': 40,
      },
    },
    { selector: '.handle.faded', style: { 'border-color': palette.fadedBorder, color: palette.fadedInk } },
    {
      selector: '.spread',
      style: {
        shape: 'rectangle',
        width: 'data(width)',
        height: 4,
        'background-fill': 'linear-gradient',
        'background-gradient-direction': 'to-right',
        'background-gradient-stop-colors': 'data(spreadColours)' as unknown as string[],
        'background-gradient-stop-positions': 'data(spreadStops)' as unknown as string[],
        'border-width': 1,
        'border-color': palette.ground,
        'z-index': 29,
      },
    },
    { selector: '.spread.faded', style: { 'background-opacity': 0.35 } },
    { selector: '.segment.dotted', style: { 'border-dash-pattern': [2, 3] } },
    {
      selector: '.label',
      style: {
        ...font,
        width: 1,
        height: 1,
        'background-opacity': 0,
        label: 'data(label)',
        color: 'data(ink)',
        'text-valign': 'center',
        'text-halign': 'right',
        'text-wrap': 'wrap',
        'text-justification': 'left',
        'min-zoomed-font-size': 6,
        'z-index': 30,
      },
    },
    {
      selector: '.name',
      style: {
        'font-size': CHAIN_SIZES.nameFont,
        'font-weight': 'bold',
        'line-height': CHAIN_SIZES.nameLine / CHAIN_SIZES.nameFont,
      },
    },
    {
      selector: '.group-title',
      style: { 'font-size': CHAIN_SIZES.groupTitleFont, 'font-weight': 'bold', color: palette.heading },
    },
    { selector: '.group-title.note', style: { 'font-weight': 'normal', color: palette.handle } },
    { selector: '.group-title.faded', style: { color: palette.fadedInk } },
    { selector: '.detail', style: { 'font-size': CHAIN_SIZES.detailFont } },
    { selector: '.glyph', style: { 'font-size': 14, 'font-weight': 'bold', 'text-halign': 'left' } },
    {
      selector: '.stage-title',
      style: {
        'font-size': CHAIN_SIZES.titleFont,
        'font-weight': 'bold',
        'line-height': 1.25,
        color: palette.heading,
        'text-halign': 'center',
        'text-justification': 'center',
        'z-index': 5,
      },
    },
    { selector: '.stage-title.side', style: { 'text-halign': 'right', 'text-justification': 'left' } },
    {
      selector: 'edge',
      style: {
        events: 'no',
        'z-index-compare': 'manual',
        width: 1.3,
        'line-color': palette.link,
        'target-arrow-color': palette.link,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.8,
        'z-index': 10,
      },
    },
    {
      selector: '.link',
      style: {
        'edge-distances': 'endpoints' as 'intersection',
        'source-endpoint': 'data(startAt)' as unknown as string,
        'target-endpoint': 'data(endAt)' as unknown as string,
      },
    },
    {
      selector: '.curve',
      style: {
        'curve-style': 'unbundled-bezier',
        'control-point-weights': 'data(weights)' as unknown as number[],
        'control-point-distances': 'data(distances)' as unknown as number[],
      },
    },
    {
      selector: '.corner',
      style: {
        'curve-style': 'round-segments',
        'segment-weights': 'data(weights)' as unknown as number[],
        'segment-distances': 'data(distances)' as unknown as number[],
        'segment-radii': [CHAIN_SIZES.cornerRadius],
      },
    },
    { selector: '.back', style: { 'line-style': 'dashed', 'line-dash-pattern': [7, 3] } },
    { selector: '.loop', style: { 'line-style': 'dotted' } },
    { selector: '.side', style: { 'line-style': 'dashed', 'line-dash-pattern': [4, 3] } },
    { selector: 'edge.side', style: { visibility: 'hidden' } },
    {
      selector: '.inflow',
      style: { 'curve-style': 'straight', 'line-style': 'dashed', 'line-dash-pattern': [4, 3], width: 1.3 },
    },
    // Faded segments stay opaque: a link must not shine through them.
    {
      selector: '.segment.faded',
      style: {
        'background-color': palette.ground,
        'border-color': palette.fadedBorder,
        'border-width': 1,
        'border-style': 'solid',
        'z-index': 15,
      },
    },
    { selector: '.label.faded', style: { color: palette.fadedInk } },
    { selector: 'edge.faded', style: { 'line-color': palette.fadedLink, 'target-arrow-color': palette.fadedLink } },
    {
      selector: 'edge.hovered, edge.path',
      style: {
        visibility: 'visible',
        width: 2,
        'line-color': palette.accent,
        'target-arrow-color': palette.accent,
        'z-index': 12,
      },
    },
    {
      selector: '.segment.selected',
      style: { 'outline-width': 3, 'outline-color': palette.accent, 'outline-offset': 2, 'z-index': 25 },
    },
    {
      selector: '.segment.focused',
      style: { 'outline-width': 3, 'outline-color': palette.focus, 'outline-offset': 2, 'outline-style': 'dashed' },
    },
    { selector: '.segment.selected.focused', style: { 'outline-style': 'solid' } },
  ];
}
