import type { MakeFile } from './exporter.ts';
import { ExportRefused } from './export-refused.ts';
import { sheetFacts, type ExportSheet } from './export-sheet.ts';

/** What the service makes a workbook from; read there by server/http/table-workbook.ts. */
export function workbookRequest(sheet: ExportSheet): object {
  const { exhibit, texts } = sheet;
  return {
    tableName: texts.workbook.table,
    aboutName: texts.workbook.about,
    columns: exhibit.table.columns.map(({ title, kind }) => ({ title, kind })),
    rows: exhibit.table.rows,
    about: [
      { label: texts.facts.title, value: exhibit.title },
      ...(exhibit.answer === null ? [] : [{ label: texts.facts.answer, value: exhibit.answer }]),
      ...sheetFacts(sheet),
    ],
  };
}

/** The table as a workbook, made by the service. Throws `ExportRefused` with the service's words. */
export const makeFile: MakeFile = async (sheet) => {
  const response = await fetch('/exports/table.xlsx', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(workbookRequest(sheet)),
  });
  if (response.ok) return response.blob();
  throw new ExportRefused(await refusalOf(response));
};

async function refusalOf(response: Response): Promise<string> {
  const status = `HTTP ${response.status}`;
  try {
    const body = (await response.json()) as {
      readonly errors?: readonly {
        readonly message: string;
        readonly extensions?: { readonly requestId?: string };
      }[];
    };
    const error = body.errors?.[0];
    if (error === undefined) return status;
    const requestId = error.extensions?.requestId;
    return requestId === undefined ? error.message : `${error.message} (${requestId})`;
  } catch {
    return status;
  }
}
