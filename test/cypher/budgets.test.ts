import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bindParameters } from '../../server/store/bind-parameters.ts';
import { loadCypherFiles } from '../../server/store/cypher-files.ts';
import { databaseHits } from '../support/query-plan.ts';
import { CYPHER_DIR } from '../support/repository.ts';
import { openTestGraph, withBuiltInMap, type TestGraph } from '../support/test-graph.ts';
import { SAMPLE_PARAMETERS } from './sample-parameters.ts';

const reads = (await loadCypherFiles(CYPHER_DIR)).below('read/');

let graph: TestGraph;

beforeAll(async () => {
  graph = await openTestGraph();
  await withBuiltInMap(graph);
  // Budgets are about plans made with true statistics; the server renews its own in the background, some time after a load.
  await graph.run('CALL db.prepareForReplanning()');
}, 300_000);
afterAll(async () => {
  await graph.close();
});

describe('every read keeps to the database hits of its header, on the map that ships', () => {
  test.each(reads.map((file) => ({ name: file.name, file })))('$name', async ({ name, file }) => {
    const parameters = SAMPLE_PARAMETERS[name];
    if (parameters === undefined) throw new Error(`test/cypher/sample-parameters.ts has no line for ${name}`);
    const session = graph.driver.session();
    try {
      const { summary, records } = await session.run(`PROFILE ${file.text}`, bindParameters(file, parameters));
      if (summary.profile === false) throw new Error('the server gave no profile');
      const hits = databaseHits(summary.profile);
      if (process.env['PRINT_BUDGETS'] !== undefined) console.log(`budget ${name} ${hits} ${records.length}`);
      expect(hits).toBeLessThanOrEqual(file.header.budget ?? 0);
      const [first] = records;
      if (first !== undefined) expect(first.keys).toEqual([...file.header.columns.keys()]);
    } finally {
      await session.close();
    }
  });

  test('no line of the sample parameters stands for a file that is gone', () => {
    const names = reads.map(({ name }) => name);
    expect(Object.keys(SAMPLE_PARAMETERS).filter((name) => !names.includes(name))).toEqual([]);
  });
});
