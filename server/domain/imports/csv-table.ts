import { CsvError, parse } from 'csv-parse/sync';
import type { RowError } from './row-error.ts';

/** A file as received: name without folder, and its text. */
export interface InputFile {
  readonly name: string;
  readonly text: string;
}

/** One data row: the cells by column name, and the line of the file where the row begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvTable {
  readonly rows: readonly CsvRow[];
  readonly errors: readonly RowError[];
}

interface InfoRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads one CSV file (UTF-8, RFC 4180) whose header must hold exactly `columns`, in any order. A row with a wrong
 * number of cells is reported and left out; the rows after it are still read. A broken quote ends the file: what
 * follows it cannot be told apart.
 */
export function readCsvTable(file: InputFile, columns: readonly string[]): CsvTable {
  const errors: RowError[] = [];
  const fault = (line: number, column: string, value: string, rule: string): void => {
    errors.push({ file: file.name, line, column, value, rule });
  };
  let records: readonly InfoRecord[];
  try {
    records = parse(file.text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly InfoRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as unknown as { readonly lines?: unknown }).lines;
    fault(typeof line === 'number' ? line : 0, '', '', `not readable as CSV (${error.code})`);
    return { rows: [], errors };
  }
  const header = records[0];
  if (header === undefined) {
    fault(1, '', '', 'the header row is missing');
    return { rows: [], errors };
  }
  const names = header.record.map((name) => name.trim());
  for (const column of columns) if (!names.includes(column)) fault(1, column, '', 'this column is missing');
  for (const [index, name] of names.entries()) {
    if (!columns.includes(name)) fault(1, name, name, 'this column is not known');
    else if (names.indexOf(name) !== index) fault(1, name, name, 'this column stands twice in the header');
  }
  if (errors.length > 0) return { rows: [], errors };

  const rows: CsvRow[] = [];
  let line = header.info.lines + 1;
  for (const { record, info } of records.slice(1)) {
    const start = line;
    line = info.lines + 1;
    if (record.length !== names.length) {
      fault(start, '', '', `has ${record.length} cells where the header has ${names.length}`);
      continue;
    }
    rows.push({ line: start, cells: Object.fromEntries(names.map((name, index) => [name, record[index] ?? ''])) });
  }
  return { rows, errors };
}
