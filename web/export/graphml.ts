import { escapeXml } from '../graph/picture/xml-text.ts';
import type { ExhibitAttributes } from '../state/exhibit.ts';
import type { MakeFile } from './exporter.ts';
import { sheetFacts, type ExportSheet } from './export-sheet.ts';

type KeyType = 'boolean' | 'long' | 'double' | 'string';

interface Key {
  readonly id: string;
  readonly domain: 'node' | 'edge' | 'graph';
  readonly name: string;
  readonly type: KeyType;
}

/** The narrowest type of GraphML that holds all values of an attribute. */
function typeOf(values: readonly (string | number | boolean)[]): KeyType {
  if (values.every((value) => typeof value === 'boolean')) return 'boolean';
  if (values.every((value) => typeof value === 'number')) {
    return values.every((value) => Number.isInteger(value)) ? 'long' : 'double';
  }
  return 'string';
}

/** One key for each attribute that is known anywhere, in the order met. */
function keysOf(domain: 'node' | 'edge', all: readonly ExhibitAttributes[]): readonly Key[] {
  const names = [...new Set(all.flatMap((attributes) => Object.keys(attributes)))];
  return names.flatMap((name): Key[] => {
    const values = all.flatMap((attributes) => attributes[name] ?? []);
    return values.length === 0 ? [] : [{ id: `${domain}-${name}`, domain, name, type: typeOf(values) }];
  });
}

/**
 * The graph as GraphML. An unknown attribute is left out of its node or link, so that no reader takes it for a zero;
 * title, release, date, filters and sources stand as data of the graph.
 */
export function graphmlText(sheet: ExportSheet): string {
  const { graph, title } = sheet.exhibit;
  if (graph === null) throw new Error('This view shows no graph.');
  const nodes = graph.nodes.map(({ label, attributes, ...rest }) => ({
    ...rest,
    attributes: { label, ...attributes },
  }));
  const nodeKeys = keysOf(
    'node',
    nodes.map(({ attributes }) => attributes),
  );
  const linkKeys = keysOf(
    'edge',
    graph.links.map(({ attributes }) => attributes),
  );
  const about = [{ label: sheet.texts.facts.title, value: title }, ...sheetFacts(sheet)];
  const data = (keys: readonly Key[], attributes: ExhibitAttributes): string =>
    keys
      .flatMap((key) => {
        const value = attributes[key.name] ?? null;
        return value === null ? [] : [`      <data key="${escapeXml(key.id)}">${escapeXml(String(value))}</data>\n`];
      })
      .join('');
  const key = ({ id, domain, name, type }: Key): string =>
    `  <key id="${escapeXml(id)}" for="${domain}" attr.name="${escapeXml(name)}" attr.type="${type}"/>\n`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n',
    ...[...nodeKeys, ...linkKeys].map(key),
    key({ id: 'graph-about', domain: 'graph', name: 'about', type: 'string' }),
    '  <graph id="G" edgedefault="directed">\n',
    `    <data key="graph-about">${escapeXml(about.map(({ label, value }) => `${label}: ${value}`).join('\n'))}</data>\n`,
    ...nodes.map(
      ({ id, attributes }) => `    <node id="${escapeXml(id)}">\n${data(nodeKeys, attributes)}    </node>\n`,
    ),
    ...graph.links.map(
      ({ id, from, to, attributes }) =>
        `    <edge id="${escapeXml(id)}" source="${escapeXml(from)}" target="${escapeXml(to)}">\n${data(linkKeys, attributes)}    </edge>\n`,
    ),
    '  </graph>\n</graphml>\n',
  ].join('');
}

export const makeFile: MakeFile = (sheet) =>
  Promise.resolve(new Blob([graphmlText(sheet)], { type: 'application/graphml+xml;charset=utf-8' }));
