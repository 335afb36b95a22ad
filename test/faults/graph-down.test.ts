import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultCacheDir } from '../../server/neo4j-local/cache-folder.ts';
import type { LocalNeo4j } from '../../server/neo4j-local/start.ts';
import { startLocalNeo4j } from '../../server/neo4j-local/start.ts';
import type { Graph, QueryOptions } from '../../server/store/graph.ts';
import { openGraph, probeServer } from '../../server/store/graph-connection.ts';
import { cypherFilesOf } from '../support/cypher-files-of.ts';
import type { FaultyProxy } from '../support/faulty-proxy.ts';
import { startFaultyProxy } from '../support/faulty-proxy.ts';

const FILES = cypherFilesOf({
  'read/one': '// purpose: p\n// parameters: none\n// columns: one INTEGER\n// budget: 0\nRETURN 1 AS one',
  'read/slow': `// purpose: p\n// parameters: none\n// columns: c INTEGER\n// budget: 0
    UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE (a * b) % 7 = 8 RETURN count(*) AS c`,
  'write/add': '// purpose: p\n// parameters: none\n// columns: none\nMERGE (:GraphDownTest)',
});

/** The rule under test: with the graph in any state, no call hangs longer. */
const LONGEST_MS = 4_000;
const START_MS = 180_000;

const never = new AbortController().signal;
const options = (more: Partial<QueryOptions> = {}): QueryOptions => ({
  signal: never,
  requestId: 'r',
  operation: 'GraphDownTest',
  ...more,
});

interface Outcome {
  readonly value: unknown;
  readonly error: unknown;
  readonly milliseconds: number;
}

async function outcome(call: () => Promise<unknown>): Promise<Outcome> {
  const startedAt = performance.now();
  const settled = await call().then(
    (value) => ({ value, error: undefined }),
    (error: unknown) => ({ value: undefined, error }),
  );
  return { ...settled, milliseconds: performance.now() - startedAt };
}

describe('the graph, with its server in trouble', { concurrent: false, timeout: START_MS }, () => {
  let folder: string;
  let server: LocalNeo4j;
  let proxy: FaultyProxy;
  let graph: Graph;
  const read = (more?: Partial<QueryOptions>): Promise<unknown> => graph.read('read/one', {}, options(more));

  async function startServer(port: number | 'free'): Promise<void> {
    const signal = AbortSignal.timeout(START_MS);
    server = await startLocalNeo4j({
      dataDir: folder,
      cacheDir: defaultCacheDir(process.env),
      port,
      report: () => undefined,
      probe: (address) => probeServer(address, signal),
      signal,
      env: process.env,
    });
  }

  /** Everything answers again, without a new graph object: reads, writes and the readiness question. */
  async function expectRecovery(): Promise<void> {
    await expect.poll(async () => (await outcome(() => read())).value, { timeout: 15_000 }).toEqual([{ one: 1 }]);
    await graph.write('write/add', {}, options());
    await graph.verify(never);
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yuelian-faults-'));
    await startServer('free');
    proxy = await startFaultyProxy(Number(new URL(server.uri).port));
    graph = openGraph({
      uri: `bolt://127.0.0.1:${proxy.port}`,
      user: server.user,
      password: server.password,
      database: 'neo4j',
      files: FILES,
    });
    await read({ timeoutMs: 20_000 });
  }, START_MS);
  afterEach(() => {
    proxy.setMode('pass');
  });
  afterAll(async () => {
    await graph.close();
    await proxy.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }, START_MS);

  it('fails within the limit, as SERVICE_UNAVAILABLE, when connections are cut, and recovers', async () => {
    proxy.setMode('cut');
    const calls = [read, () => graph.write('write/add', {}, options()), () => graph.verify(never)];
    for (const result of await Promise.all(calls.map((call) => outcome(() => call())))) {
      expect(result.error).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
      expect(result.milliseconds).toBeLessThan(LONGEST_MS);
    }
    proxy.setMode('pass');
    await expectRecovery();
  });

  it('fails within the limit when a query is cut in the middle, and recovers', async () => {
    const running = outcome(() => graph.read('read/slow', {}, options()));
    await delay(300);
    proxy.setMode('cut');
    const result = await running;
    expect(result.error).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(result.milliseconds).toBeLessThan(LONGEST_MS);
    proxy.setMode('pass');
    await expectRecovery();
  });

  it('fails within the limit when the network swallows everything, for more calls than the pool holds, and recovers', async () => {
    await Promise.all(Array.from({ length: 10 }, () => read()));
    proxy.setMode('swallow');
    for (const result of await Promise.all(Array.from({ length: 40 }, () => outcome(() => read())))) {
      expect(['SERVICE_UNAVAILABLE', 'DEADLINE_EXCEEDED']).toContain((result.error as { code?: string }).code);
      expect(result.milliseconds).toBeLessThan(LONGEST_MS);
    }
    const verified = await outcome(() => graph.verify(never));
    expect(verified.error).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(verified.milliseconds).toBeLessThan(LONGEST_MS);
    proxy.setMode('pass');
    await expectRecovery();
  });

  it('answers SERVICE_UNAVAILABLE, not a queue, when every connection is busy', async () => {
    const client = new AbortController();
    const busy = Array.from({ length: 25 }, () =>
      outcome(() => graph.read('read/slow', {}, options({ signal: client.signal, timeoutMs: 30_000 }))),
    );
    await delay(1_500);
    const refused = await outcome(() => read());
    client.abort(new Error('enough'));
    await Promise.all(busy);
    expect(refused.error).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(refused.milliseconds).toBeLessThan(LONGEST_MS);
    await expectRecovery();
  });

  it('with the server stopped: fails within the limit, settles at once on abort between retries, sends nothing after an abort; recovers when it is back', async () => {
    const port = Number(new URL(server.uri).port);
    const before = server.password;
    await server.stop();

    const down = await outcome(() => read());
    expect(down.error).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(down.milliseconds).toBeLessThan(LONGEST_MS);
    expect((down.error as Error).message).not.toMatch(/127\.0\.0\.1|ECONN|Neo4jError|encryption/);

    const client = new AbortController();
    const aborted = outcome(() => read({ signal: client.signal }));
    await delay(500);
    const abortedAt = performance.now();
    client.abort(new Error('the client has gone'));
    expect((await aborted).error).toBe(client.signal.reason);
    expect(performance.now() - abortedAt).toBeLessThan(100);

    const early = await outcome(() => read({ signal: client.signal }));
    expect(early.error).toBe(client.signal.reason);
    expect(early.milliseconds).toBeLessThan(50);

    const short = await outcome(() => read({ timeoutMs: 500 }));
    expect(short.error).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(short.milliseconds).toBeLessThan(700);

    await startServer(port);
    expect(server.password).toBe(before);
    await expectRecovery();
  });
});
