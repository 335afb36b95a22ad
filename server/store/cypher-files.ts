import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { AppError } from '../domain/app-error.ts';
import type { CypherHeader } from './cypher-header.ts';
import { fault, parseCypherHeader, statementOnly } from './cypher-header.ts';

export interface CypherFile {
  /** The path below cypher/ without its ending, with forward slashes: `read/regions/by-codes`. */
  readonly name: string;
  readonly header: CypherHeader;
  /** The whole text, header included; one statement. */
  readonly text: string;
}

export interface CypherFiles {
  /** Fails with INTERNAL_SERVER_ERROR when there is no such file. */
  get(name: string): CypherFile;
  /** The files below a folder, for example `schema/`, in the order of their names. */
  below(folder: string): readonly CypherFile[];
}

/** Reads and checks every `.cypher` file below a folder; the first one that does not fit its header ends the start. */
export async function loadCypherFiles(folder: string): Promise<CypherFiles> {
  const paths = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new AppError('ENVIRONMENT', `The folder ${folder} with the Cypher files cannot be read.`, folder, error);
  });
  const files = await Promise.all(
    paths
      .filter((path) => path.endsWith('.cypher'))
      .map(async (path) => {
        const name = path.slice(0, -'.cypher'.length).split(sep).join('/');
        return parseCypherFile(name, await readFile(join(folder, path), 'utf8'));
      }),
  );
  files.sort((a, b) => (a.name < b.name ? -1 : 1));
  const byName = new Map(files.map((file) => [file.name, file]));
  return {
    get(name) {
      const file = byName.get(name);
      if (file === undefined) throw new AppError('INTERNAL_SERVER_ERROR', `There is no Cypher file ${name}.`, name);
      return file;
    },
    below: (prefix) => files.filter((file) => file.name.startsWith(prefix)),
  };
}

/** One file: its header read and held against the text, and the text exactly one statement. */
export function parseCypherFile(name: string, text: string): CypherFile {
  const header = parseCypherHeader(name, text);
  const statement = statementOnly(text).trim().replace(/;$/, '').trim();
  if (statement === '') throw fault(name, 'holds no statement');
  if (statement.includes(';')) throw fault(name, 'holds more than one statement');
  return { name, header, text };
}
