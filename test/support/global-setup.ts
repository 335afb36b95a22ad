import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { AppError } from '../../server/domain/app-error.ts';
import { defaultCacheDir } from '../../server/neo4j-local/cache-folder.ts';
import type { FlavourId } from '../../server/neo4j-local/flavours.ts';
import { FLAVOUR_IDS } from '../../server/neo4j-local/flavours.ts';
import { processStart } from '../../server/neo4j-local/process-table.ts';
import { removeAbandonedHome } from '../../server/neo4j-local/remove-abandoned-home.ts';
import type { LocalNeo4j } from '../../server/neo4j-local/start.ts';
import { startLocalNeo4j } from '../../server/neo4j-local/start.ts';
import { openGraph, probeServer } from '../../server/store/graph-connection.ts';
import { cypherFilesOf } from './cypher-files-of.ts';
import './neo4j-address.ts';

const FOLDER_PREFIX = 'yuelian-test-';
/** Covers the first fetch of the jars on a slow line. */
const START_DEADLINE_MS = 900_000;

interface Running {
  readonly server: LocalNeo4j;
  readonly folder: string;
}

/**
 * The projects of one run share this object, whichever module instance each of them gets; it counts who still needs the
 * server.
 */
const shared = globalThis as typeof globalThis & { yuelianTestNeo4j?: { start: Promise<Running>; users: number } };

/** Starts the run's one Neo4j in a folder of its own, hands its address to the tests, and takes all of it away again. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const state = (shared.yuelianTestNeo4j ??= { start: start(), users: 0 });
  state.users += 1;
  const { server } = await state.start;
  project.provide('neo4j', {
    uri: server.uri,
    user: server.user,
    password: server.password,
    database: 'neo4j',
    flavour: server.flavour,
  });
  return async () => {
    state.users -= 1;
    if (state.users > 0) return;
    const { folder } = await state.start;
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}

async function start(): Promise<Running> {
  await removeLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  const signal = AbortSignal.timeout(START_DEADLINE_MS);
  const flavour = wantedFlavour();
  try {
    const server = await startLocalNeo4j({
      dataDir: folder,
      cacheDir: defaultCacheDir(process.env),
      port: 'free',
      ...(flavour === undefined ? {} : { flavour }),
      report: (line) => {
        console.log(`neo4j: ${line}`);
      },
      probe: (address) => probeServer(address, signal),
      signal,
      env: process.env,
    });
    await warmUp(server, signal);
    return { server, folder };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The first query of a fresh server takes over a second, on a busy computer several; no test has to pay for it. */
async function warmUp(server: LocalNeo4j, signal: AbortSignal): Promise<void> {
  const files = cypherFilesOf({
    'read/warm-up':
      '// purpose: warm-up\n// parameters: $codes LIST<STRING>\n// columns: code STRING\n// budget: 0\n' +
      'UNWIND $codes AS code OPTIONAL MATCH (n {code: code})-[r]->(m) WITH code, collect(m.code) AS ms RETURN code ORDER BY code',
  });
  const graph = openGraph({ ...server, database: 'neo4j', files });
  try {
    const options = { signal, requestId: 'warm-up', operation: 'WarmUp', timeoutMs: 60_000 };
    for (let round = 0; round < 5; round += 1) await graph.read('read/warm-up', { codes: ['a', 'b'] }, options);
  } finally {
    await graph.close();
  }
}

function wantedFlavour(): FlavourId | undefined {
  const wanted = process.env['TEST_NEO4J_FLAVOUR'];
  if (wanted === undefined || wanted === '') return undefined;
  const flavour = FLAVOUR_IDS.find((id) => id === wanted);
  if (flavour !== undefined) return flavour;
  throw new AppError(
    'ENVIRONMENT',
    `TEST_NEO4J_FLAVOUR has to be one of ${FLAVOUR_IDS.join(', ')}.`,
    'TEST_NEO4J_FLAVOUR',
  );
}

/** What a run that was killed left behind: its server is stopped and its folder removed; a living run's is not. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = new RegExp(`^${FOLDER_PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || (await processStart(Number(owner))) !== undefined) continue;
    const folder = join(tmpdir(), name);
    const verdicts = await Promise.all(FLAVOUR_IDS.map((id) => removeAbandonedHome(join(folder, id))));
    if (verdicts.every((verdict) => verdict !== 'in use'))
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
