import { AppError } from '../app-error.ts';

/** One fault in an input file: where it stands, what stands there and which rule it breaks. */
export interface RowError {
  readonly file: string;
  /** Line of the file, 1 = header; 0 when the file as a whole is at fault. */
  readonly line: number;
  /** Name of the column, empty when the row as a whole is at fault. */
  readonly column: string;
  /** The cell as written. */
  readonly value: string;
  /** The rule in plain words. */
  readonly rule: string;
}

// A list that a person can read in a terminal; the whole list is in `rows`.
const ROWS_IN_MESSAGE = 20;

/** Every bad row of an input at once; thrown before anything is written. Code BAD_USER_INPUT. */
export class ImportRejected extends AppError {
  readonly rows: readonly RowError[];

  constructor(rows: readonly RowError[]) {
    const shown = rows.slice(0, ROWS_IN_MESSAGE).map(describeRowError);
    const more = rows.length > shown.length ? `\n... and ${rows.length - shown.length} more` : '';
    super(
      'BAD_USER_INPUT',
      `${rows.length} faults in the input; nothing was written.\n${shown.join('\n')}${more}`,
      rows[0] === undefined ? '' : `${rows[0].file}:${rows[0].line}`,
    );
    this.name = 'ImportRejected';
    this.rows = rows;
  }
}

/** `regions.csv:12 parent "449900": no region has this code`. */
export function describeRowError(error: RowError): string {
  const place = error.line > 0 ? `${error.file}:${error.line}` : error.file;
  const column = error.column === '' ? '' : ` ${error.column} ${JSON.stringify(error.value)}`;
  return `${place}${column}: ${error.rule}`;
}
