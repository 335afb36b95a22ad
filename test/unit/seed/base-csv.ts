import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

/** One row of a CSV file by column name; an absent column reads as undefined, an empty cell as ''. */
export type Row = Readonly<Record<string, string>>;

const repositoryRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const seedFolder = join(repositoryRoot, 'cypher', 'seed');

/** Folder with the reference material the facts were compiled from; tests that need it say so when it is absent. */
export const sharedFolder = process.env['YUELIAN_SHARED'] ?? join(repositoryRoot, '..', 'shared');
export const sharedIsPresent = existsSync(join(sharedFolder, 'data', 'codes', 'gbt4754-2017.csv'));
if (!sharedIsPresent) {
  console.warn(`Reference data not found in ${sharedFolder}: the comparisons with it are skipped.`);
}

export const mapFile = join(repositoryRoot, 'web', 'map', 'guangdong.json');

/** The files whose facts this group of tests stands for. */
export const baseFiles = [
  'clusters',
  'segments',
  'feeds',
  'regions',
  'receivers',
  'zones',
  'zone-members',
  'pairings',
  'distances',
  'parks',
  'park-accepts',
  'park-features',
  'park-figures',
  'statements',
  'indicators',
  'observations',
  'firm-counts',
  'coverage',
] as const;

export const hasSeed = (name: string): boolean => existsSync(join(seedFolder, `${name}.csv`));
export const seedText = (name: string): string => readFileSync(join(seedFolder, `${name}.csv`), 'utf8');

const rowsOf = (text: string): Row[] => parse(text, { columns: true });

/** Rows of cypher/seed/NAME.csv in file order. */
export const seed = (name: string): Row[] => rowsOf(seedText(name));

/** Rows of every sources*.csv of the built-in map. */
export const seedSources = (): Row[] =>
  readdirSync(seedFolder)
    .filter((file) => /^sources.*\.csv$/.test(file))
    .flatMap((file) => rowsOf(readFileSync(join(seedFolder, file), 'utf8')));

/** Rows of a CSV file of the reference material, by its path below the shared folder. */
export const shared = (path: string): Row[] => rowsOf(readFileSync(join(sharedFolder, path), 'utf8'));

/** A cell by column name; fails where the file has no such column. */
export const cell = (row: Row, column: string): string => {
  const value = row[column];
  if (value === undefined) throw new Error(`no column ${column} in ${JSON.stringify(row)}`);
  return value;
};

/** The cells of one column, in order. */
export const column = (rows: readonly Row[], name: string): string[] => rows.map((row) => cell(row, name));

/** The parts of a list cell; an empty cell is an empty list. */
export const list = (value: string): string[] => (value === '' ? [] : value.split('|'));

/** How often each value occurs. */
export const tally = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};
