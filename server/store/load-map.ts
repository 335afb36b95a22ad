import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError, invariant } from '../domain/app-error.ts';
import type { InputFile } from '../domain/imports/csv-table.ts';
import { readDataMap, releaseId, type DataMap, type Remark } from '../domain/imports/data-map.ts';
import type { FactKind } from '../domain/imports/fact.ts';
import { planCounts, planKind, type KindPlan, type PlanCounts } from '../domain/imports/plan.ts';
import type { Graph, QueryOptions } from './graph.ts';

/** Origin of the facts of the map that ships; imports of users carry origins of their own. */
export const BUILT_IN = 'built-in';

// Rows a transaction: large enough that round trips do not count, small enough to commit well within a second.
const BATCH_ROWS = 1_000;
// The first statements of a server that has just started take seconds to plan.
const STATEMENT_TIMEOUT_MS = 30_000;

/** What a load did, or, for a dry run, would do. */
export interface LoadReport {
  /** Null when there was nothing to write, and for a dry run. */
  readonly importId: string | null;
  /** The release that is current now; null for a dry run on a graph without one. */
  readonly release: { readonly id: string; readonly at: string } | null;
  /** Sums over the kinds. Of an import that was resumed: what was left to do. */
  readonly counts: PlanCounts;
  readonly kinds: readonly KindPlan[];
  readonly checksum: string;
  /** True when an import of this very map had been cut off and was taken up again. */
  readonly resumed: boolean;
  readonly remarks: readonly Remark[];
}

export interface LoadProgress {
  readonly kind: string;
  readonly done: number;
  readonly total: number;
}

export interface LoadOptions {
  readonly graph: Graph;
  readonly now: () => Date;
  /** Ids of imports; each call gives a new one. */
  readonly newId: () => string;
  readonly signal: AbortSignal;
  /** Called after each batch that was committed. */
  readonly report?: (progress: LoadProgress) => void;
  /** Plan only: nothing is written. */
  readonly dryRun?: boolean;
}

const importState = z.tuple([
  z.object({
    releaseId: z.string().nullable(),
    releaseAt: z.string().nullable(),
    releaseChecksum: z.string().nullable(),
    runningId: z.string().nullable(),
    runningChecksum: z.string().nullable(),
    imports: z.number(),
  }),
]);
const existingFacts = z.array(z.object({ key: z.string(), factHash: z.string() }));
const writtenCount = z.tuple([z.object({ written: z.number() })]);
const removedCount = z.tuple([z.object({ removed: z.number() })]);
const madeRelease = z.tuple([z.object({ id: z.string(), at: z.string() })]);

interface PlannedKind {
  readonly kind: FactKind;
  readonly plan: KindPlan;
}

/**
 * Loads the map that ships: reads the CSV files of `seedDir`, compares them with the graph, writes what is new or
 * changed, removes what no file states any more, and makes a release. Loading the same files again writes nothing and
 * keeps the release. The schema must be in place (see `migrate`).
 *
 * @throws ImportRejected (BAD_USER_INPUT) with every bad row; nothing was written then
 * @throws AppError CONFLICT when facts of another origin hang on something that is to be removed
 */
export async function loadBuiltInMap(options: LoadOptions & { readonly seedDir: string }): Promise<LoadReport> {
  return loadMap(readDataMap(await readSeedFiles(options.seedDir), BUILT_IN), BUILT_IN, options);
}

/** The CSV files of a folder, by name. */
export async function readSeedFiles(seedDir: string): Promise<readonly InputFile[]> {
  const names = (await readdir(seedDir)).filter((name) => name.endsWith('.csv')).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(seedDir, name), 'utf8') })));
}

/** Loads a map that was read: the one way into the graph, for the map that ships and for every other. */
export async function loadMap(map: DataMap, origin: string, options: LoadOptions): Promise<LoadReport> {
  const { graph, now, newId } = options;
  const fresh = newId();
  const call: QueryOptions = {
    signal: options.signal,
    requestId: fresh,
    operation: 'load-map',
    timeoutMs: STATEMENT_TIMEOUT_MS,
  };
  const [state] = importState.parse(await graph.read('read/imports/import-state', { origin }, call));

  const planned: PlannedKind[] = [];
  for (const { kind, facts } of map.kinds) {
    // A graph that never saw this origin has nothing to compare with.
    const rows = state.imports === 0 ? [] : existingFacts.parse(await graph.read(kind.existing, { origin }, call));
    const existing = new Map(rows.map(({ key, factHash }) => [key, factHash]));
    planned.push({ kind, plan: planKind(kind.kind, facts, existing, kind.selfLinks) });
  }
  const kinds = planned.map(({ plan }) => plan);
  const counts = planCounts(kinds);
  const release =
    state.releaseId === null || state.releaseAt === null ? null : { id: state.releaseId, at: state.releaseAt };
  const planReport = { counts, kinds, checksum: map.checksum, remarks: map.remarks };
  const sameRelease = release !== null && state.releaseChecksum === map.checksum;
  const nothingToDo = counts.created + counts.changed + counts.removed === 0 && sameRelease;
  if (nothingToDo || options.dryRun === true) return { ...planReport, importId: null, release, resumed: false };

  const cutOff = state.runningChecksum === map.checksum ? state.runningId : null;
  const importId = cutOff ?? `import-${fresh}`;
  const begun = { id: importId, origin, checksum: map.checksum, startedAt: now(), ...counts };
  await graph.write('load/begin-import', begun, call);
  for (const each of planned) await writeFacts(each, importId, call, options);
  // Removal runs against the order of writing, so that nothing loses a node that it still hangs on.
  for (const each of planned.toReversed()) await removeFacts(each, origin, call, graph);
  const finishedAt = now();
  const finished = {
    importId,
    finishedAt,
    releaseId: sameRelease ? release.id : releaseId(finishedAt, map.checksum),
    checksum: map.checksum,
  };
  const [made] = madeRelease.parse((await graph.write('load/finish-import', finished, call)).rows);
  return { ...planReport, importId, release: made, resumed: cutOff !== null };
}

async function writeFacts(
  { kind, plan }: PlannedKind,
  importId: string,
  call: QueryOptions,
  { graph, report }: LoadOptions,
): Promise<void> {
  if (kind.release !== undefined) {
    for (const keys of batches([...plan.changed, ...plan.removed])) await graph.write(kind.release, { keys }, call);
  }
  let done = 0;
  for (const facts of batches(plan.writes)) {
    const rows = facts.map(({ key, properties, links, evidence }) => ({ key, properties, links, evidence }));
    const [{ written }] = writtenCount.parse((await graph.write(kind.load, { rows, importId }, call)).rows);
    invariant(
      written === rows.length,
      `${kind.load} wrote ${written} of ${rows.length} facts: an end of the others is not in the graph`,
    );
    done += rows.length;
    report?.({ kind: kind.kind, done, total: plan.writes.length });
  }
}

async function removeFacts(
  { kind, plan }: PlannedKind,
  origin: string,
  call: QueryOptions,
  graph: Graph,
): Promise<void> {
  for (const keys of batches(plan.removed)) {
    const [{ removed }] = removedCount.parse((await graph.write(kind.remove, { keys, origin }, call)).rows);
    if (removed === keys.length) continue;
    throw new AppError(
      'CONFLICT',
      `${keys.length - removed} of ${keys.length} ${kind.kind} could not be removed: facts of another import hang on ` +
        'them. Remove those first, or keep the rows. The rest of the import is written; no release was made.',
      kind.kind,
    );
  }
}

function batches<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const parts: Item[][] = [];
  for (let start = 0; start < items.length; start += BATCH_ROWS) parts.push(items.slice(start, start + BATCH_ROWS));
  return parts;
}
