import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../domain/app-error.ts';
import { sha256 } from '../domain/imports/fact.ts';
import type { Graph, QueryOptions } from './graph.ts';

/** One file of cypher/schema: `007-park-id.cypher` has number 7 and name `park-id`. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  /** Path below cypher/ without its ending, as the graph takes it. */
  readonly file: string;
  /** SHA-256 of the file. */
  readonly checksum: string;
}

export interface MigrationReport {
  /** Migrations that this run applied, in order. */
  readonly applied: readonly string[];
  /** Migrations that had been applied before. */
  readonly present: number;
}

const appliedMigrations = z.array(z.object({ number: z.number(), name: z.string(), checksum: z.string() }));

// Building an index over a map of a million nodes takes some ten seconds; past a minute something is wrong.
const INDEX_TIMEOUT_SECONDS = 60;
// The first statements of a server that has just started take seconds to plan.
const STATEMENT_TIMEOUT_MS = 30_000;

/**
 * Reads the migrations of a folder, in order of their numbers, which must run 1, 2, 3 without a hole.
 * @throws AppError INTERNAL_SERVER_ERROR when a name or number is out of order
 */
export async function readMigrations(schemaDir: string): Promise<readonly Migration[]> {
  const names = (await readdir(schemaDir)).filter((name) => name.endsWith('.cypher')).sort();
  return Promise.all(
    names.map(async (file, index) => {
      const match = /^(\d{3})-([a-z0-9-]+)\.cypher$/.exec(file);
      const [, digits = '', name = ''] = match ?? [];
      if (Number(digits) !== index + 1) {
        throw new AppError('INTERNAL_SERVER_ERROR', `cypher/schema/${file} should have the number ${index + 1}`, file);
      }
      const text = await readFile(join(schemaDir, file), 'utf8');
      return { number: index + 1, name, file: `schema/${digits}-${name}`, checksum: sha256(text) };
    }),
  );
}

/**
 * Brings a graph up to the schema of this code: applies what is missing, in order, and records it in the graph. Every
 * statement is IF NOT EXISTS, so a run that was cut off before the record was made is simply made again.
 *
 * @throws AppError GRAPH_NEWER_THAN_CODE when the graph has a migration that this code does not know
 * @throws AppError CONFLICT when a migration was changed after it had been applied
 */
export async function migrate(options: {
  readonly graph: Graph;
  readonly migrations: readonly Migration[];
  readonly now: () => Date;
  readonly signal: AbortSignal;
}): Promise<MigrationReport> {
  const { graph, migrations, now, signal } = options;
  const call: QueryOptions = {
    signal,
    requestId: 'start',
    operation: 'migrate',
    timeoutMs: STATEMENT_TIMEOUT_MS,
  };
  const recorded = appliedMigrations.parse(await graph.read('read/migrations/applied-migrations', {}, call));
  for (const migration of recorded) requireKnown(migration, migrations);

  const present = new Set(recorded.map(({ number }) => number));
  const missing = migrations.filter(({ number }) => !present.has(number));
  if (missing.length === 0) return { applied: [], present: present.size };
  for (const { file } of missing) await graph.write(file, {}, call);
  // Recorded in one go: every change of the schema empties the server's plan cache, so a record after each statement
  // would be planned anew each time, which took two thirds of the whole run.
  const rows = missing.map(({ number, name, checksum }) => ({ number, name, checksum }));
  await graph.write('load/record-migrations', { rows, appliedAt: now() }, call);
  await graph.read(
    'read/migrations/await-indexes',
    { seconds: INDEX_TIMEOUT_SECONDS },
    { ...call, timeoutMs: INDEX_TIMEOUT_SECONDS * 1_000 },
  );
  return { applied: missing.map(({ file }) => file), present: present.size };
}

function requireKnown(
  { number, name, checksum }: z.infer<typeof appliedMigrations>[number],
  migrations: readonly Migration[],
): void {
  const known = migrations[number - 1];
  if (known === undefined) {
    throw new AppError(
      'GRAPH_NEWER_THAN_CODE',
      `The graph has migration ${number} (${name}), this version of the service knows ${migrations.length}. ` +
        'Start a version at least as new as the one that made the graph.',
      `migration ${number}`,
    );
  }
  if (known.checksum !== checksum) {
    throw new AppError(
      'CONFLICT',
      `Migration ${number} (${name}) was changed after it had been applied to this graph. ` +
        'A change of the schema is a new migration.',
      known.file,
    );
  }
}
