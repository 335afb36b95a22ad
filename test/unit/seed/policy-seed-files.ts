import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const repoRoot = join(import.meta.dirname, '..', '..', '..');
const seedFolder = join(repoRoot, 'cypher', 'seed');

/** One row of a seed file, by column name. A column that the file lacks is a mistake of the test, so it throws. */
export class SeedRow {
  readonly file: string;
  private readonly cells: ReadonlyMap<string, string>;

  constructor(file: string, cells: ReadonlyMap<string, string>) {
    this.file = file;
    this.cells = cells;
  }

  get(column: string): string {
    const cell = this.cells.get(column);
    if (cell === undefined) throw new Error(`${this.file} has no column ${column}`);
    return cell;
  }

  /** The values of a list cell; an empty cell is an empty list. */
  list(column: string): string[] {
    const cell = this.get(column);
    return cell === '' ? [] : cell.split('|');
  }

  has(column: string): boolean {
    return this.cells.has(column);
  }
}

export interface Evidence {
  readonly file: string;
  readonly row: SeedRow;
  readonly source: string;
  readonly position: string;
  readonly quote: string;
}

export function readSeed(file: string): SeedRow[] {
  const lines: string[][] = parse(readFileSync(join(seedFolder, file), 'utf8'), { relax_column_count: false });
  const [header, ...rows] = lines;
  if (header === undefined) throw new Error(`${file} is empty`);
  return rows.map((row) => new SeedRow(file, new Map(header.map((column, i) => [column, row[i] ?? '']))));
}

export function seedText(file: string): string {
  return readFileSync(join(seedFolder, file), 'utf8');
}

export function seedFiles(): string[] {
  return readdirSync(seedFolder).filter((name) => name.endsWith('.csv'));
}

/** The three evidence lists of a row, side by side. They are split before the empty check: an unheld text has `|` for two. */
export function evidenceOf(row: SeedRow): Evidence[] {
  const sources = row.get('sources').split('|');
  const positions = row.get('positions').split('|');
  const quotes = row.get('quotes').split('|');
  if (positions.length !== sources.length || quotes.length !== sources.length) {
    throw new Error(`${row.file}: evidence lists of unequal length: ${row.get('sources')}`);
  }
  return sources.map((source, i) => ({
    file: row.file,
    row,
    source,
    position: positions[i] ?? '',
    quote: quotes[i] ?? '',
  }));
}

/** The folder with the two policy texts as received, or undefined with a warning where this machine has none. */
export function policyTextFolder(): string | undefined {
  const shared = process.env['YUELIAN_SHARED'] ?? join(repoRoot, '..', 'shared');
  const folder = join(shared, 'policies');
  try {
    readdirSync(folder);
    return folder;
  } catch {
    console.warn(`SKIPPED: the policy texts are not at ${folder}, so quotes are not compared with their bytes.`);
    return undefined;
  }
}

/** What a quote leaves out of the bytes: hard line breaks, blank lines, page numbers, the blank at a page top. */
export function joinLines(text: string): string {
  return text
    .replace(/^— \d+ —$/gm, '')
    .replace(/^ /gm, '')
    .replace(/\n/g, '');
}
