import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { inject } from 'vitest';
import { loadCypherFiles, type CypherFiles } from '../../server/store/cypher-files.ts';
import { openGraph } from '../../server/store/graph-connection.ts';
import type { Graph } from '../../server/store/graph.ts';
import { loadBuiltInMap, type LoadReport } from '../../server/store/load-map.ts';
import { migrate, readMigrations } from '../../server/store/migrations.ts';
import './neo4j-address.ts';
import { CYPHER_DIR, SEED_DIR } from './repository.ts';

/** The run's one Neo4j: as the service sees it, and by the bare driver for what only a test may do. */
export interface TestGraph {
  readonly graph: Graph;
  readonly driver: Driver;
  readonly files: CypherFiles;
  /** Runs Cypher text outside the service's files. */
  run(cypher: string, parameters?: Record<string, unknown>): Promise<Record<string, unknown>[]>;
  /** Runs `work` in a transaction that is rolled back whatever happens: the graph stays as it was. */
  inVain<T>(work: (run: TestGraph['run']) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openTestGraph(): Promise<TestGraph> {
  const address = inject('neo4j');
  const files = await loadCypherFiles(CYPHER_DIR);
  const graph = openGraph({ ...address, files });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its options as a class and takes any object
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), {
    disableLosslessIntegers: true,
  });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- as above
  const session = () => driver.session({ database: address.database });
  return {
    graph,
    driver,
    files,
    async run(cypher, parameters = {}) {
      const own = session();
      try {
        return (await own.run(cypher, parameters)).records.map((record) => record.toObject());
      } finally {
        await own.close();
      }
    },
    async inVain(work) {
      const own = session();
      const transaction = await own.beginTransaction();
      try {
        return await work(async (cypher, parameters = {}) =>
          (await transaction.run(cypher, parameters)).records.map((record) => record.toObject()),
        );
      } finally {
        await transaction.rollback();
        await own.close();
      }
    },
    async close() {
      await graph.close();
      await driver.close();
    },
  };
}

/** Takes away all data. */
export async function clearData(test: TestGraph): Promise<void> {
  await test.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
}

/** Takes away all data, constraints and indexes: a graph as it is after the first start. */
export async function clearAll(test: TestGraph): Promise<void> {
  await clearData(test);
  for (const { name } of await test.run('SHOW CONSTRAINTS YIELD name')) {
    await test.run(`DROP CONSTRAINT \`${String(name)}\``);
  }
  for (const { name } of await test.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'")) {
    await test.run(`DROP INDEX \`${String(name)}\``);
  }
}

export function never(): AbortSignal {
  return new AbortController().signal;
}

/** Applies the schema of this code. */
export async function migrateAll({ graph }: TestGraph): Promise<void> {
  const migrations = await readMigrations(join(CYPHER_DIR, 'schema'));
  await migrate({ graph, migrations, now: () => new Date(), signal: never() });
}

/** The schema and the map that ships, loaded if they are not there; what a test file needs that asks the real map. */
export async function withBuiltInMap(test: TestGraph): Promise<LoadReport> {
  await migrateAll(test);
  return loadBuiltInMap({
    graph: test.graph,
    seedDir: SEED_DIR,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    signal: never(),
  });
}
