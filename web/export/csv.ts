import type { MakeFile } from './exporter.ts';
import { sheetFacts, type ExportSheet } from './export-sheet.ts';

/** Excel takes a file without it for the system's own encoding and garbles Chinese. */
const BYTE_ORDER_MARK = '\uFEFF';
/** First characters that make a spreadsheet take a text for a formula; full-width ones count in Chinese settings. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** A text as a cell that no spreadsheet takes for a formula: a leading apostrophe, unless it is a plain number. */
export function safeText(text: string): string {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** A field by RFC 4180. Unknown is empty, never 0. */
export function csvField(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value) : safeText(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * The table as CSV: header, rows, an empty record, then title, answer and what the file says of itself. All records have
 * the same number of fields, as RFC 4180 asks.
 */
export function csvText(sheet: ExportSheet): string {
  const { table, title, answer } = sheet.exhibit;
  const width = Math.max(2, table.columns.length);
  const record = (values: readonly (string | number | null)[]): string =>
    Array.from({ length: width }, (_, index) => csvField(values[index] ?? null)).join(',');
  const about = [
    [sheet.texts.facts.title, title],
    ...(answer === null ? [] : [[sheet.texts.facts.answer, answer]]),
    ...sheetFacts(sheet).map(({ label, value }) => [label, value]),
  ];
  const records = [
    record(table.columns.map((column) => column.title)),
    ...table.rows.map(record),
    record([]),
    ...about.map(record),
  ];
  return `${BYTE_ORDER_MARK}${records.join('\r\n')}\r\n`;
}

export const makeFile: MakeFile = (sheet) =>
  Promise.resolve(new Blob([csvText(sheet)], { type: 'text/csv;charset=utf-8' }));
