import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { AppError } from '../../server/domain/app-error.ts';
import type { Graph, QueryOptions } from '../../server/store/graph.ts';
import { openGraph } from '../../server/store/graph-connection.ts';
import { cypherFilesOf } from '../support/cypher-files-of.ts';
import '../support/neo4j-address.ts';

const header = (parameters: string, columns: string): string =>
  `// purpose: for this test\n// parameters: ${parameters}\n// columns: ${columns}\n// budget: 0\n`;

const FILES = cypherFilesOf({
  'read/types': `${header(
    '$n INTEGER, $ns LIST<INTEGER>, $x FLOAT, $rows LIST<MAP>',
    'n STRING, ns LIST<STRING>, x STRING, mapped STRING',
  )}RETURN valueType($n) AS n, [v IN $ns | valueType(v)] AS ns, valueType($x) AS x, valueType($rows[0].n) AS mapped`,
  'read/limit': `${header('$limit INTEGER', 'i INTEGER')}UNWIND range(1, 10) AS i RETURN i ORDER BY i LIMIT $limit`,
  'read/values': `${header('none', 'at DATETIME, day DATE, span DURATION, place POINT, big INTEGER, nothing ANY')}
    RETURN datetime('2023-02-15T08:30:00.123456789[Asia/Shanghai]') AS at, date('2023-02-15') AS day,
           duration('P1Y2M') AS span, point({longitude: 113.1, latitude: 23.0}) AS place, 42 AS big, null AS nothing`,
  'read/duration': `${header('$text STRING', 'span DURATION')}RETURN duration($text) AS span`,
  'read/node': `${header('none', 'n ANY')}MATCH (n:RunQueryTest) RETURN n LIMIT 1`,
  'read/wrong-columns': `${header('none', 'code STRING')}RETURN 'x' AS name`,
  'read/broken': `${header('none', 'x ANY')}RETRUN 1 AS x`,
  'read/count': `${header('none', 'nodes INTEGER')}MATCH (n:RunQueryTest) RETURN count(n) AS nodes`,
  'read/slow': `${header('none', 'c INTEGER')}
    UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE (a * b) % 7 = 8 RETURN count(*) AS c`,
  'read/transactions': `${header('$requestId STRING', 'meta MAP')}
    SHOW TRANSACTIONS YIELD metaData WHERE metaData.requestId = $requestId RETURN metaData AS meta`,
  'write/add': `${header('$key STRING', 'key STRING')}CREATE (n:RunQueryTest {key: $key}) RETURN n.key AS key`,
  'write/in-batches': `${header('$keys LIST<STRING>', 'none')}
    UNWIND $keys AS key CALL (key) { MERGE (:RunQueryTest {key: key}) } IN TRANSACTIONS OF 2 ROWS`,
  'write/clear': `${header('none', 'none')}MATCH (n:RunQueryTest) DETACH DELETE n`,
  'write/unique': `${header('none', 'none')}
    CREATE CONSTRAINT run_query_test IF NOT EXISTS FOR (n:RunQueryTest) REQUIRE n.key IS UNIQUE`,
  'write/not-unique': `${header('none', 'none')}DROP CONSTRAINT run_query_test IF EXISTS`,
});

const never = new AbortController().signal;
const options = (more: Partial<QueryOptions> = {}): QueryOptions => ({
  signal: never,
  requestId: 'run-query-test',
  operation: 'RunQueryTest',
  // A server that has just started compiles its first queries slowly; the limits have tests of their own.
  timeoutMs: 20_000,
  ...more,
});

/** The error that a call fails with; a call that succeeds fails the test. */
async function failure(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error('the call was expected to fail and did not');
}

describe('the graph, against a real server', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = openGraph({ ...inject('neo4j'), files: FILES });
    await graph.write('write/unique', {}, options());
  });
  afterEach(async () => {
    await graph.write('write/clear', {}, options());
  });
  afterAll(async () => {
    await graph.write('write/not-unique', {}, options());
    await graph.close();
  });

  it('sends what the header calls INTEGER as an integer, inside lists too, and leaves maps alone', async () => {
    const rows = await graph.read('read/types', { n: 1, ns: [1, 2], x: 1, rows: [{ n: 1 }] }, options());
    expect(rows).toEqual([
      {
        n: 'INTEGER NOT NULL',
        ns: ['INTEGER NOT NULL', 'INTEGER NOT NULL'],
        x: 'FLOAT NOT NULL',
        mapped: 'FLOAT NOT NULL',
      },
    ]);
  });

  it('takes an integer in LIMIT', async () => {
    expect(await graph.read('read/limit', { limit: 2 }, options())).toEqual([{ i: 1 }, { i: 2 }]);
  });

  it.each([
    ['a missing parameter', {}, 'was not given its parameter $limit'],
    ['an unknown parameter', { limit: 1, offset: 2 }, '$offset, which it does not declare'],
    ['a fraction for an INTEGER', { limit: 1.5 }, 'a $limit that is no INTEGER'],
    ['a text for an INTEGER', { limit: '1' }, 'a $limit that is no INTEGER'],
    ['a number beyond 2^53 for an INTEGER', { limit: 2 ** 53 }, 'a $limit that is no INTEGER'],
  ])('refuses %s and names the file', async (_case, parameters, message) => {
    const error = await failure(graph.read('read/limit', parameters, options()));
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', where: 'cypher/read/limit.cypher' });
    expect((error as Error).message).toContain(message);
  });

  it('returns plain values: dates as text, instants as Date, points as numbers, null as null', async () => {
    expect(await graph.read('read/values', {}, options())).toEqual([
      {
        at: new Date('2023-02-15T00:30:00.123Z'),
        day: '2023-02-15',
        span: 'P1Y2M',
        place: { longitude: 113.1, latitude: 23 },
        big: 42,
        nothing: null,
      },
    ]);
  });

  it.each([
    ['P14M', 'P1Y2M'],
    ['P3DT4H', 'P3DT14400S'],
    ['PT0.5S', 'PT0.5S'],
    ['PT-1.25S', 'PT-1.25S'],
    ['P-14M', 'P-1Y-2M'],
    ['PT0S', 'PT0S'],
  ])('writes the duration %s in ISO 8601 as %s', async (given, text) => {
    expect(await graph.read('read/duration', { text: given }, options())).toEqual([{ span: text }]);
  });

  it('refuses to let a node out, and columns that the header does not declare', async () => {
    await graph.write('write/add', { key: 'a' }, options());
    expect(await failure(graph.read('read/node', {}, options()))).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    const error = await failure(graph.read('read/wrong-columns', {}, options()));
    expect((error as Error).message).toBe(
      'cypher/read/wrong-columns.cypher returns the columns name but declares code.',
    );
  });

  it('counts what a write changed', async () => {
    const { rows, counters } = await graph.write('write/add', { key: 'a' }, options());
    expect(rows).toEqual([{ key: 'a' }]);
    expect(counters).toMatchObject({ nodesCreated: 1, propertiesSet: 1, labelsAdded: 1, nodesDeleted: 0 });
  });

  it('runs CALL IN TRANSACTIONS in an auto-commit session', async () => {
    const { counters } = await graph.runAutoCommit('write/in-batches', { keys: ['a', 'b', 'c'] }, options());
    expect(counters.nodesCreated).toBe(3);
    expect(await graph.read('read/count', {}, options())).toEqual([{ nodes: 3 }]);
  });

  it('tells a taken key as CONFLICT and wrong Cypher as our fault, without a word of the driver', async () => {
    await graph.write('write/add', { key: 'a' }, options());
    expect(await failure(graph.write('write/add', { key: 'a' }, options()))).toMatchObject({ code: 'CONFLICT' });
    const broken = (await failure(graph.read('read/broken', {}, options()))) as AppError;
    expect(broken.code).toBe('INTERNAL_SERVER_ERROR');
    expect(broken.message).not.toMatch(/RETRUN|syntax|Neo\./i);
    expect(broken.cause).toBeDefined();
  });

  it('sends nothing when the signal is aborted already', async () => {
    const reason = new Error('the client has gone');
    const signal = AbortSignal.abort(reason);
    expect(await failure(graph.write('write/add', { key: 'a' }, options({ signal })))).toBe(reason);
    await delay(200);
    expect(await graph.read('read/count', {}, options())).toEqual([{ nodes: 0 }]);
  });

  it('names the caller in SHOW TRANSACTIONS, settles at once on abort, and frees the transaction', async () => {
    const client = new AbortController();
    const requestId = 'aborted-request';
    const running = failure(
      graph.read('read/slow', {}, options({ signal: client.signal, requestId, timeoutMs: 20_000 })),
    );
    const transactions = (): Promise<readonly unknown[]> => graph.read('read/transactions', { requestId }, options());
    await expect
      .poll(transactions, { timeout: 5_000 })
      .toEqual([{ meta: { app: 'yuelian', operation: 'RunQueryTest', requestId, file: 'read/slow' } }]);
    const startedAt = performance.now();
    client.abort(new Error('the client has gone'));
    expect(await running).toBe(client.signal.reason);
    expect(performance.now() - startedAt).toBeLessThan(100);
    await expect.poll(transactions, { timeout: 5_000 }).toEqual([]);
  });

  it('ends a slow query at its deadline with DEADLINE_EXCEEDED, on the server too', async () => {
    const requestId = 'slow-request';
    const startedAt = performance.now();
    const error = await failure(graph.read('read/slow', {}, options({ requestId, timeoutMs: 500 })));
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    await expect.poll(() => graph.read('read/transactions', { requestId }, options()), { timeout: 5_000 }).toEqual([]);
  });

  it('says which server answers', async () => {
    const info = await graph.verify(never);
    expect(info.version.startsWith(inject('neo4j').flavour)).toBe(true);
    expect(inject('neo4j').uri).toContain(info.address);
  });

  it.each([
    ['a wrong password', { password: 'wrong-password' }, 'NEO4J_PASSWORD'],
    ['a database that is not there', { database: 'elsewhere' }, 'NEO4J_DATABASE'],
  ])('tells %s as ENVIRONMENT and names the variable', async (_case, change, variable) => {
    const other = openGraph({ ...inject('neo4j'), ...change, files: FILES });
    try {
      expect(await failure(other.read('read/count', {}, options()))).toMatchObject({
        code: 'ENVIRONMENT',
        where: variable,
      });
    } finally {
      await other.close();
    }
  });
});
