import { ExploreLinksOperation } from '../../api/generated/operations.ts';
import type { Exhibit } from '../../state/exhibit.ts';
import { evidenceWords } from '../../ui/evidence-line.tsx';
import { pictureWith } from '../../ui/exhibit-parts.ts';
import type { ExplorationState } from './use-exploration.ts';

/** What the exploration shows, for exports: the links as a table, things and links as a graph; null while nothing is there. */
export function explorationExhibit(explored: ExplorationState, answer: string | null): Exhibit | null {
  const { page, state } = explored;
  const texts = explored.texts.value;
  const things = explored.things.value;
  const lines = explored.lines.value;
  const [first] = state.value.things;
  if (first === undefined || things.length === 0) return null;
  const isEnglish = page.lang === 'en';
  const join = isEnglish ? '; ' : '；';
  const coverage = page.texts.chain.cells.coverage;
  const sourcesOf = (line: (typeof lines)[number]): string[] =>
    line.sources.map((source) => evidenceWords(source, (kind) => coverage[kind]));
  const properties = (line: (typeof lines)[number]): string =>
    (isEnglish ? line.enProperties : line.zhProperties).join(join);
  const typeOf = (id: string): string => {
    const line = explored.knownThing(id);
    return line === null ? '' : texts.type[line.type];
  };
  const name = explored.nameOf(first.id);
  const column = (key: string, title: string) => ({ key, title, kind: 'text' as const });
  return {
    fileStem: texts.exhibit.stem(name).replace(/\s+/g, '-'),
    title: texts.exhibit.title(name),
    answer,
    filters: [
      { label: texts.exhibit.start, value: name },
      {
        label: texts.exhibit.hiddenTypes,
        value: state.value.hiddenTypes.map((type) => texts.type[type]).join(join) || texts.exhibit.none,
      },
      {
        label: texts.exhibit.hiddenRelations,
        value: state.value.hiddenRelations.map((relation) => texts.relation[relation]).join(join) || texts.exhibit.none,
      },
      {
        label: texts.exhibit.path,
        value: state.value.path?.map((id) => explored.nameOf(id)).join(' → ') ?? texts.exhibit.none,
      },
    ],
    table: {
      columns: [
        column('from', texts.table.from),
        column('fromType', texts.table.type),
        column('relation', texts.table.relation),
        column('to', texts.table.to),
        column('toType', texts.table.type),
        column('properties', texts.table.properties),
        column('sources', texts.table.sources),
      ],
      rows: lines.map((line) => [
        explored.nameOf(line.from),
        typeOf(line.from),
        page.nameOf(line),
        explored.nameOf(line.to),
        typeOf(line.to),
        properties(line) || null,
        sourcesOf(line).join(join) || null,
      ]),
    },
    picture: explored.drawing.value === null ? null : pictureWith(explored.drawing.value.picture(), {}),
    graph: {
      nodes: things.map((thing) => ({
        id: thing.id,
        label: thing.name,
        attributes: {
          type: texts.type[thing.line.type],
          detail: (isEnglish ? thing.line.enDetail : thing.line.zhDetail) || null,
          neighbours: thing.line.neighbourCount,
          x: state.value.things.find((one) => one.id === thing.id)?.x ?? null,
          y: state.value.things.find((one) => one.id === thing.id)?.y ?? null,
        },
      })),
      links: lines.map((line) => ({
        id: line.key,
        from: line.from,
        to: line.to,
        attributes: {
          relation: page.nameOf(line),
          properties: properties(line) || null,
          sources: sourcesOf(line).join(join) || null,
        },
      })),
    },
    queries: [{ text: ExploreLinksOperation.text, variables: { ids: state.value.things.map((thing) => thing.id) } }],
    sources: [...new Set(lines.flatMap(sourcesOf))],
  };
}
