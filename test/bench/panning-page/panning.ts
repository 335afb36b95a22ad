import cytoscape from 'cytoscape';
import { elementsOf, openChainGraph } from '../../../web/graph/chain-graph.ts';
import { GRAPH_PALETTES } from '../../../web/graph/graph-palette.ts';
import type {} from './panning-probe.ts';
import { seededPicture } from './seeded-picture.ts';

const params = new URLSearchParams(location.search);
const { layout, marks } = seededPicture(Number(params.get('elements')));
const container = document.getElementById('picture');
if (container === null) throw new Error('The page has no place for the picture.');
const elements = elementsOf(layout);

if (params.get('graph') === 'ours') {
  const graph = await openChainGraph({
    container,
    palette: GRAPH_PALETTES.light,
    onPick: () => undefined,
    onToggle: () => undefined,
    onHover: () => undefined,
  });
  graph.draw(layout, marks);
} else {
  // The same elements at the same places with nothing but sizes, labels, curves and arrows.
  for (const element of elements) {
    const code = String(element.data['code'] ?? '');
    if (String(element.data.id).startsWith('detail:')) element.data['label'] = marks.get(code)?.detail ?? '';
    if (String(element.data.id).startsWith('glyph:')) element.data['label'] = marks.get(code)?.glyph ?? '';
  }
  const scale = container.clientWidth / layout.width;
  cytoscape({
    container,
    elements,
    layout: { name: 'preset', fit: false },
    zoom: scale,
    pan: { x: 0, y: 0 },
    autoungrabify: true,
    boxSelectionEnabled: false,
    style: [
      { selector: 'node', style: { width: 1, height: 1 } },
      {
        selector: '.segment',
        style: { shape: 'round-rectangle', width: 'data(width)', height: 'data(height)' },
      },
      { selector: '.label', style: { label: 'data(label)', 'font-size': 13, 'text-valign': 'center' } },
      { selector: 'edge', style: { width: 1.3, 'curve-style': 'bezier', 'target-arrow-shape': 'triangle' } },
    ],
  });
}

let frames: number[] = [];
let running = false;
window.panning = {
  elements: elements.length,
  start: () => {
    frames = [];
    running = true;
    let last = performance.now();
    const next = (now: number): void => {
      frames.push(now - last);
      last = now;
      if (running) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  },
  stop: () => {
    running = false;
    // The first runs from the call, not from a frame.
    return frames.slice(1);
  },
};
