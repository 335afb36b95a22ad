import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultCacheDir } from '../../server/neo4j-local/cache-folder.ts';
import { startLocalNeo4j, type LocalNeo4j } from '../../server/neo4j-local/start.ts';
import { probeServer } from '../../server/store/graph-connection.ts';
import { startFaultyProxy, type FaultyProxy } from '../support/faulty-proxy.ts';
import { PAGE, startTestService, type Answer, type TestService } from '../support/start-test-service.ts';

/** Nothing hangs longer, whatever the graph does. */
const LONGEST_MS = 4_000;
/** What the test itself may add on a busy computer, ms. */
const SLACK_MS = 600;
const START_MS = 180_000;
const READY_MS = 90_000;

const QUESTIONS = {
  gaps: '{ gaps { counts { class count } } }',
  search: '{ search(query: "佛山") { edges { node { label } } } }',
  firms: '{ firms(first: 5) { totalCount edges { node { code } } } }',
  relocation: '{ relocationPaths(segment: "D1", from: "440100") { candidates { rank } } }',
};
const INTERNAL = /127\.0\.0\.1|bolt|ECONN|Neo4jError|Cypher|\.ts:|node_modules|read\/|stack/;

describe('the service, with its graph in trouble', { concurrent: false, timeout: START_MS }, () => {
  let folder: string;
  let server: LocalNeo4j;
  let proxy: FaultyProxy;
  let service: TestService;

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

  const askAll = (): Promise<Answer<unknown>[]> =>
    Promise.all(Object.values(QUESTIONS).map((question) => service.post(question)));

  function expectUnavailable(answer: Answer<unknown>, codes: readonly string[]): void {
    const error = answer.body.errors?.[0];
    expect(codes).toContain(error?.extensions.code);
    expect(error?.extensions.requestId).toBe(answer.headers.get('x-request-id'));
    expect(error?.message.length).toBeGreaterThan(20);
    expect(answer.text).not.toMatch(INTERNAL);
    expect(answer.milliseconds).toBeLessThan(LONGEST_MS + SLACK_MS);
  }

  async function expectAlive(ready: number): Promise<void> {
    const [live, readiness, page] = await Promise.all([
      service.send('/health/live'),
      service.send('/health/ready'),
      service.send('/'),
    ]);
    expect([live.status, page.status, page.text]).toEqual([200, 200, PAGE]);
    expect(readiness.status).toBe(ready);
    expect(readiness.text).not.toMatch(INTERNAL);
    for (const { milliseconds } of [live, readiness, page]) expect(milliseconds).toBeLessThan(LONGEST_MS + SLACK_MS);
  }

  /** Every question is answered again by the same process. */
  async function expectAnswers(): Promise<void> {
    await expect
      .poll(async () => (await askAll()).map(({ body }) => body.errors?.[0]?.extensions.code ?? 'answered'), {
        timeout: READY_MS,
        interval: 500,
      })
      .toEqual(Object.keys(QUESTIONS).map(() => 'answered'));
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yuelian-service-faults-'));
    await startServer('free');
    proxy = await startFaultyProxy(Number(new URL(server.uri).port));
    proxy.setMode('cut');
    service = await startTestService({
      uri: `bolt://127.0.0.1:${proxy.port}`,
      user: server.user,
      password: server.password,
      database: 'neo4j',
    });
    service.service.prepared.catch(() => undefined);
  }, START_MS);
  afterAll(async () => {
    await service.stop();
    await proxy.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }, START_MS);

  it('down at the start: the page is served, alive, not ready, every question refused in time', async () => {
    await expectAlive(503);
    for (const answer of await askAll()) {
      expectUnavailable(answer, ['SERVICE_UNAVAILABLE']);
      expect(answer.status).toBe(503);
    }
  });

  it('up, but still without data: says so, and answers as soon as the map is loaded', async () => {
    proxy.setMode('pass');
    const codes = new Set<string>();
    for (;;) {
      const answer = await service.post(QUESTIONS.gaps);
      const code = answer.body.errors?.[0]?.extensions.code;
      if (code === undefined) break;
      codes.add(code);
      expectUnavailable(answer, ['DATA_NOT_LOADED', 'SERVICE_UNAVAILABLE', 'DEADLINE_EXCEEDED']);
      expect(answer.status).toBe(503);
      await delay(100);
    }
    expect(codes).toContain('DATA_NOT_LOADED');
    expect((await service.service.prepared).release).not.toBeNull();
    await expectAnswers();
    await expectAlive(200);
  });

  it('cut off: every question is refused in time with SERVICE_UNAVAILABLE; back: answered without a restart', async () => {
    proxy.setMode('cut');
    await delay(1_100);
    for (const answer of await askAll()) expectUnavailable(answer, ['SERVICE_UNAVAILABLE']);
    await expectAlive(503);
    proxy.setMode('pass');
    await expectAnswers();
    await expectAlive(200);
  });

  it('silent: every question is refused in time; back: answered without a restart', async () => {
    proxy.setMode('swallow');
    await delay(1_100);
    for (const answer of await askAll()) expectUnavailable(answer, ['SERVICE_UNAVAILABLE', 'DEADLINE_EXCEEDED']);
    proxy.setMode('pass');
    await expectAnswers();
  });

  it('stopped: every question is refused in time; started again on the same port: answered without a restart', async () => {
    const port = Number(new URL(server.uri).port);
    await server.stop();
    await delay(1_100);
    for (const answer of await askAll()) expectUnavailable(answer, ['SERVICE_UNAVAILABLE']);
    await expectAlive(503);
    await startServer(port);
    await expectAnswers();
    await expectAlive(200);
  });

  it('a client that leaves takes nothing down, and its transaction is free again at once', async () => {
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
    try {
      const others = async (): Promise<number> => {
        const { records } = await driver.executeQuery(
          "SHOW TRANSACTIONS YIELD currentQuery WHERE NOT currentQuery STARTS WITH 'SHOW TRANSACTIONS' RETURN toString(count(*)) AS others",
        );
        return Number(records[0]?.get('others'));
      };
      const clients = Array.from({ length: 60 }, async (_none, n) => {
        const client = new AbortController();
        const asked = service.post(QUESTIONS.firms, {}, client.signal).catch(() => 'left');
        await delay(n % 12);
        client.abort();
        return asked;
      });
      expect(await Promise.all(clients)).toContain('left');
      await expect.poll(others, { timeout: 2_000, interval: 100 }).toBe(0);
    } finally {
      await driver.close();
    }
    await expectAnswers();
    await expectAlive(200);
  });

  it('stops in time while the graph is down', async () => {
    proxy.setMode('cut');
    const startedAt = performance.now();
    await service.stop();
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});
