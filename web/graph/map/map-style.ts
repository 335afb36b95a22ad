import type { StylesheetJson } from 'cytoscape';
import { GRAPH_FONT } from '../graph-palette.ts';
import { FLOW_WIDTH } from './flow-arc.ts';
import type { MapPalette } from './map-palette.ts';

/** Looks of marks and flows. Sizes come as data divided by the zoom, so that they stay the same on screen. */
export function mapStyle(palette: MapPalette): StylesheetJson {
  const numberOf = (key: string): number => `data(${key})` as unknown as number;
  return [
    {
      selector: 'node',
      style: {
        width: numberOf('size'),
        height: numberOf('size'),
        'background-color': palette.plain,
        'border-width': 0,
        label: 'data(glyph)',
        'font-family': GRAPH_FONT,
        'font-size': numberOf('font'),
        'font-weight': 'bold',
        'text-valign': 'center',
        'text-halign': 'center',
        color: palette.onFlow,
        'z-index': 10,
      },
    },
    { selector: 'node.origin', style: { 'background-color': palette.origin, color: palette.onOrigin, 'z-index': 30 } },
    ...(['YUEDONG', 'YUEXI', 'YUEBEI', 'PRD'] as const).flatMap((zone): StylesheetJson => [
      { selector: `node.FEASIBLE.${zone}`, style: { 'background-color': palette.flow[zone] } },
      {
        selector: `node.UNVERIFIED.${zone}, node.BLOCKED.${zone}`,
        style: { 'border-color': palette.flow[zone], color: palette.flow[zone] },
      },
      {
        selector: `edge.${zone}`,
        style: { 'line-color': palette.flow[zone], 'target-arrow-color': palette.flow[zone] },
      },
    ]),
    { selector: 'node.FEASIBLE', style: { 'z-index': 25 } },
    {
      selector: 'node.UNVERIFIED',
      style: {
        'background-color': palette.ground,
        'border-width': numberOf('border'),
        'border-style': 'solid',
        'z-index': 24,
      },
    },
    {
      selector: 'node.BLOCKED',
      style: {
        'background-color': palette.ground,
        'border-width': numberOf('border'),
        'border-style': 'dashed',
        color: palette.blocked,
        'z-index': 22,
      },
    },
    {
      selector: 'edge',
      style: {
        'curve-style': 'unbundled-bezier',
        'edge-distances': 'node-position',
        'control-point-weights': [0.5],
        'control-point-distances': numberOf('bend') as unknown as number[],
        width: numberOf('width'),
        'target-arrow-shape': 'none',
        'line-cap': 'round',
        opacity: 0.85,
        'z-index': 5,
      },
    },
    {
      selector: 'edge.UNVERIFIED',
      style: { 'line-style': 'dashed', 'line-dash-pattern': [10, 5], 'line-cap': 'butt', opacity: 0.7 },
    },
    {
      selector: 'edge.BLOCKED',
      style: { 'line-style': 'dashed', 'line-dash-pattern': [4, 4], 'line-cap': 'butt', opacity: 0.75 },
    },
    { selector: 'edge.faded', style: { opacity: 0.28 } },
    { selector: 'edge.chosen', style: { opacity: 1, 'z-index': 8 } },
    {
      selector: 'node.chosen',
      style: { 'outline-width': numberOf('ring'), 'outline-color': palette.focus, 'outline-offset': numberOf('gap') },
    },
    {
      selector: 'node.focused',
      style: {
        'outline-width': numberOf('ring'),
        'outline-color': palette.focus,
        'outline-offset': numberOf('gap'),
        'outline-style': 'dashed',
      },
    },
    { selector: 'node.focused.chosen', style: { 'outline-style': 'solid' } },
  ];
}

/** Sizes on screen, px. */
export const MARK_STYLE = { border: 2, ring: 2, gap: 2, fontShare: 1.15, thinnest: FLOW_WIDTH.thinnest } as const;
