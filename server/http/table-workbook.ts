import writeWorkbook, { type Cell, type Row } from 'write-excel-file/node';
import { z } from 'zod';
import { AppError } from '../domain/app-error.ts';

/**
 * Limits of one workbook. Writing happens between other requests: the largest allowed table takes about a second and a
 * half, and no answer may wait longer for it.
 */
export const WORKBOOK_LIMITS = {
  rows: 20_000,
  columns: 100,
  cells: 200_000,
  /** Longest text of a cell that Excel opens, characters. */
  text: 32_767,
  about: 2_000,
} as const;

/** Longest name of a sheet that Excel opens, and the characters that it refuses in one. */
const SHEET_NAME = { length: 31, refused: /[\\/?*[\]:]/g } as const;
/** Characters that XML 1.0 cannot hold; a workbook with one of them does not open. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
/** Width of columns in characters of half width. */
const WIDTH = { least: 8, most: 60, number: 12 } as const;
/** Rows looked at for the width. */
const WIDTH_SAMPLE = 200;

const text = z.string().max(WORKBOOK_LIMITS.text);

const tableSchema = z.strictObject({
  tableName: text.min(1),
  aboutName: text.min(1),
  columns: z
    .array(z.strictObject({ title: text, kind: z.enum(['text', 'number']) }))
    .min(1)
    .max(WORKBOOK_LIMITS.columns),
  rows: z.array(z.array(z.union([text, z.number(), z.null()]))).max(WORKBOOK_LIMITS.rows),
  about: z.array(z.strictObject({ label: text, value: text })).max(WORKBOOK_LIMITS.about),
});

/** A table as the page sends it: what is shown, and what it says of itself. Null = unknown. */
export type WorkbookTable = z.infer<typeof tableSchema>;

/**
 * Reads the body of a request. Throws an AppError: PAYLOAD_TOO_LARGE names the limit that was passed, BAD_USER_INPUT the
 * place of the fault.
 */
export function parseWorkbookTable(body: unknown): WorkbookTable {
  const parsed = tableSchema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.map(String).join('.') ?? '';
    if (issue?.code === 'too_big') {
      throw new AppError(
        'PAYLOAD_TOO_LARGE',
        `A workbook holds at most ${WORKBOOK_LIMITS.rows} rows, ${WORKBOOK_LIMITS.columns} columns and ${WORKBOOK_LIMITS.text} characters a cell; "${where}" has more. Narrow the table by a filter.`,
        where,
      );
    }
    throw new AppError(
      'BAD_USER_INPUT',
      `The table cannot be read at "${where}": ${issue?.message ?? 'invalid'}.`,
      where,
    );
  }
  const table = parsed.data;
  const cells = table.rows.length * table.columns.length;
  if (cells > WORKBOOK_LIMITS.cells) {
    throw new AppError(
      'PAYLOAD_TOO_LARGE',
      `A workbook holds at most ${WORKBOOK_LIMITS.cells} cells; this table has ${cells}. Narrow it by a filter, or take the CSV.`,
      'rows',
    );
  }
  table.rows.forEach((row, index) => {
    if (row.length !== table.columns.length) {
      throw new AppError(
        'BAD_USER_INPUT',
        `Row ${index} has ${row.length} values for ${table.columns.length} columns.`,
        `rows.${index}`,
      );
    }
    row.forEach((value, column) => {
      if (typeof value === 'string' && table.columns[column]?.kind === 'number') {
        throw new AppError(
          'BAD_USER_INPUT',
          `Row ${index} holds a text in the number column ${column}.`,
          `rows.${index}.${column}`,
        );
      }
    });
  });
  return table;
}

/**
 * The workbook: the table with a fixed header row on the first sheet, what it says of itself on the second. Numbers are
 * numbers, texts are texts whatever they begin with (never formulas), unknown is an empty cell.
 */
export function makeWorkbook(table: WorkbookTable): Promise<Buffer> {
  const header = table.columns.map(({ title, kind }): Cell => ({
    ...textCell(title),
    fontWeight: 'bold',
    backgroundColor: '#eef1f5',
    align: kind === 'number' ? 'right' : 'left',
    wrap: true,
  }));
  const rows = table.rows.map((row): Row => row.map(cellOf));
  const widths = table.columns.map(({ kind, title }, index) => ({
    width:
      kind === 'number'
        ? WIDTH.number
        : columnWidth([title, ...table.rows.slice(0, WIDTH_SAMPLE).map((row) => String(row[index] ?? ''))]),
  }));
  const about = table.about.map(({ label, value }): Row => [
    { ...textCell(label), fontWeight: 'bold' },
    { ...textCell(value), wrap: true },
  ]);
  const [tableName, aboutName] = sheetNames(table.tableName, table.aboutName);
  return writeWorkbook([
    { data: [header, ...rows], sheet: tableName, columns: widths, stickyRowsCount: 1 },
    { data: about, sheet: aboutName, columns: [{ width: 18 }, { width: 110 }] },
  ]).toBuffer();
}

function cellOf(value: string | number | null): Cell {
  if (value === null) return null;
  return typeof value === 'number' ? { value, type: Number } : textCell(value);
}

function textCell(value: string): { readonly value: string; readonly type: StringConstructor } {
  return { value: value.replace(NOT_XML, ''), type: String };
}

/** Full-width characters take two of half width. */
function columnWidth(texts: readonly string[]): number {
  const longest = texts.reduce((most, one) => {
    let width = 0;
    for (const char of one) width += (char.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1;
    return Math.max(most, width);
  }, 0);
  return Math.max(WIDTH.least, Math.min(WIDTH.most, longest + 2));
}

/** Names that Excel accepts, and that differ. */
function sheetNames(first: string, second: string): readonly [string, string] {
  const clean = (name: string): string => name.replace(SHEET_NAME.refused, ' ').slice(0, SHEET_NAME.length);
  const [a, b] = [clean(first), clean(second)];
  return a.toLowerCase() === b.toLowerCase() ? [a, `${b.slice(0, SHEET_NAME.length - 2)} 2`] : [a, b];
}
