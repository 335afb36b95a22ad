import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { migrate, readMigrations, type Migration } from '../../server/store/migrations.ts';
import { CYPHER_DIR } from '../support/repository.ts';
import { clearAll, migrateAll, never, openTestGraph, type TestGraph } from '../support/test-graph.ts';

const NOW = new Date('2026-11-22T08:00:00Z');

let graph: TestGraph;
let migrations: readonly Migration[];

const run = (known: readonly Migration[] = migrations) =>
  migrate({ graph: graph.graph, migrations: known, now: () => NOW, signal: never() });

beforeAll(async () => {
  graph = await openTestGraph();
  migrations = await readMigrations(join(CYPHER_DIR, 'schema'));
});
beforeEach(async () => {
  await clearAll(graph);
});
afterAll(async () => {
  // The other files share this server: nothing of these tests may stay.
  await clearAll(graph);
  await migrateAll(graph);
  await graph.close();
});

describe('migrations', () => {
  test('are applied in order and recorded with checksum and time', async () => {
    const report = await run();
    expect(report.applied).toEqual(migrations.map(({ file }) => file));
    const recorded = await graph.run(
      'MATCH (m:Migration) RETURN m.number AS number, m.name AS name, m.checksum AS checksum, toString(m.appliedAt) AS at ORDER BY m.number',
    );
    expect(recorded).toEqual(
      migrations.map(({ number, name, checksum }) => ({ number, name, checksum, at: '2026-11-22T08:00:00Z' })),
    );
  });

  test('leave every index online', async () => {
    await run();
    const notOnline = await graph.run("SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE' RETURN name, state");
    expect(notOnline).toEqual([]);
    const [analyzers] = await graph.run(
      "SHOW INDEXES YIELD type, options WHERE type = 'FULLTEXT' RETURN collect(options.indexConfig['fulltext.analyzer']) AS names",
    );
    expect(analyzers?.['names']).toEqual(expect.arrayContaining(['cjk', 'standard']));
  });

  test('run twice: the second run applies nothing', async () => {
    await run();
    const before = await graph.run('SHOW INDEXES YIELD name RETURN name ORDER BY name');
    expect(await run()).toEqual({ applied: [], present: migrations.length });
    expect(await graph.run('SHOW INDEXES YIELD name RETURN name ORDER BY name')).toEqual(before);
  });

  test('go on after a run that was cut off before its record', async () => {
    for (const { file } of migrations.slice(0, 7)) await graph.run(graph.files.get(file).text);
    expect((await run()).applied).toHaveLength(migrations.length);
  });

  test('apply only what is new', async () => {
    await run(migrations.slice(0, 10));
    expect(await run()).toEqual({ applied: migrations.slice(10).map(({ file }) => file), present: 10 });
  });

  test('refuse a graph that is newer than the code', async () => {
    await run();
    await expect(run(migrations.slice(0, -1))).rejects.toMatchObject({ code: 'GRAPH_NEWER_THAN_CODE' });
  });

  test('refuse a migration that was changed after it had been applied', async () => {
    await run();
    const changed = migrations.map((each) => (each.number === 3 ? { ...each, checksum: 'f'.repeat(64) } : each));
    await expect(run(changed)).rejects.toMatchObject({ code: 'CONFLICT', where: migrations[2]?.file });
  });

  test('give each business key one node', async () => {
    await run();
    await graph.run("CREATE (:Segment {code: 'X'})");
    await expect(graph.run("CREATE (:Segment {code: 'X'})")).rejects.toThrow(/already exists/);
    await graph.run("MATCH (s:Segment {code: 'X'}) CREATE (s)-[:FEEDS {factKey: 'k'}]->(s)");
    await expect(graph.run("MATCH (s:Segment {code: 'X'}) CREATE (s)-[:FEEDS {factKey: 'k'}]->(s)")).rejects.toThrow();
  });
});
