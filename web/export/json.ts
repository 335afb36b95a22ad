import type { MakeFile } from './exporter.ts';
import { madeAtText, type ExportSheet } from './export-sheet.ts';

/** All that is shown, for programs: unknown is null, rows are objects by column key. */
export function jsonText(sheet: ExportSheet): string {
  const { exhibit, release } = sheet;
  return `${JSON.stringify(
    {
      title: exhibit.title,
      answer: exhibit.answer,
      release,
      madeAt: madeAtText(sheet.madeAt),
      link: sheet.link,
      filters: exhibit.filters,
      sources: exhibit.sources,
      columns: exhibit.table.columns.map(({ key, title, kind }) => ({ key, title, kind })),
      rows: exhibit.table.rows.map((row) =>
        Object.fromEntries(exhibit.table.columns.map((column, index) => [column.key, row[index] ?? null])),
      ),
      graph: exhibit.graph,
      queries: exhibit.queries,
    },
    null,
    2,
  )}\n`;
}

export const makeFile: MakeFile = (sheet) =>
  Promise.resolve(new Blob([jsonText(sheet)], { type: 'application/json;charset=utf-8' }));
