import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parseCypherFile } from '../../server/store/cypher-files.ts';
import type { CypherFile, CypherFiles } from '../../server/store/cypher-files.ts';
import type { Graph } from '../../server/store/graph.ts';
import { openGraph } from '../../server/store/graph-connection.ts';
import '../support/neo4j-address.ts';

/** Cypher files of this test only, keyed as the loader would key them. */
export function filesOf(texts: Readonly<Record<string, string>>): CypherFiles {
  const files = new Map<string, CypherFile>(
    Object.entries(texts).map(([name, text]) => [name, parseCypherFile(name, text)]),
  );
  return {
    get: (name) => {
      const file = files.get(name);
      if (file === undefined) throw new Error(`no such file in this test: ${name}`);
      return file;
    },
    below: () => [...files.values()],
  };
}

const options = (): { signal: AbortSignal; requestId: string; operation: string } => ({
  signal: new AbortController().signal,
  requestId: 'request-1',
  operation: 'local-server-test',
});

describe('the graph of the test run', () => {
  let graph: Graph;
  beforeAll(() => {
    graph = openGraph({
      ...inject('neo4j'),
      files: filesOf({
        'read/one': '// purpose: one\n// parameters: none\n// columns: one INTEGER\n// budget: 0\nRETURN 1 AS one',
      }),
    });
  });
  afterAll(() => graph.close());

  it('answers a read', async () => {
    expect(await graph.read('read/one', {}, options())).toEqual([{ one: 1 }]);
  });
  it('is of the flavour that was asked for', async () => {
    const { version } = await graph.verify(options().signal);
    expect(version.startsWith(inject('neo4j').flavour)).toBe(true);
  });
});
