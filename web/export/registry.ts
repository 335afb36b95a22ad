import type { Exporter } from './exporter.ts';

const needsPicture: Exporter['missing'] = (exhibit, texts) => (exhibit.picture === null ? texts.menu.noPicture : null);
const needsGraph: Exporter['missing'] = (exhibit, texts) => (exhibit.graph === null ? texts.menu.noGraph : null);
const needsNothing: Exporter['missing'] = () => null;

/** The export menu, in order. Adding a format means adding a file beside this one and an entry here. */
export const EXPORTERS: readonly Exporter[] = [
  { id: 'png', label: (texts) => texts.menu.png, missing: needsPicture, load: () => import('./png.ts') },
  { id: 'svg', label: (texts) => texts.menu.svg, missing: needsPicture, load: () => import('./svg.ts') },
  { id: 'xlsx', label: (texts) => texts.menu.xlsx, missing: needsNothing, load: () => import('./xlsx.ts') },
  { id: 'csv', label: (texts) => texts.menu.csv, missing: needsNothing, load: () => import('./csv.ts') },
  { id: 'graphml', label: (texts) => texts.menu.graphml, missing: needsGraph, load: () => import('./graphml.ts') },
  { id: 'json', label: (texts) => texts.menu.json, missing: needsNothing, load: () => import('./json.ts') },
];
