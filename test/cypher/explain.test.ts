import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCypherFiles } from '../../server/store/cypher-files.ts';
import { operatorsOf } from '../support/query-plan.ts';
import { CYPHER_DIR } from '../support/repository.ts';
import { openTestGraph, withBuiltInMap, type TestGraph } from '../support/test-graph.ts';

// Schema statements have no plan; the migration tests run them.
const files = (await loadCypherFiles(CYPHER_DIR)).below('').filter(({ name }) => !name.startsWith('schema/'));

/** What reads far more than it needs, whatever the question. */
const FORBIDDEN = ['AllNodesScan', 'CartesianProduct'];

let graph: TestGraph;

beforeAll(async () => {
  graph = await openTestGraph();
  await withBuiltInMap(graph);
}, 300_000);
afterAll(async () => {
  await graph.close();
});

describe('every Cypher file is planned by the server without scanning the graph', () => {
  test.each(files.map(({ name, text }) => ({ name, text })))('$name', async ({ text }) => {
    const session = graph.driver.session();
    try {
      const { summary } = await session.run(`EXPLAIN ${text}`);
      if (summary.plan === false) throw new Error('the server gave no plan');
      expect(operatorsOf(summary.plan).filter((operator) => FORBIDDEN.includes(operator))).toEqual([]);
    } finally {
      await session.close();
    }
  });
});
