import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * GraphQL as Node loads it outside the tests. Vite would take the package's other build, and GraphQL refuses to work in
 * two instances.
 */
const resolve = {
  alias: [{ find: /^graphql$/, replacement: join(import.meta.dirname, 'node_modules', 'graphql', 'index.js') }],
};

/**
 * One run, five groups. `unit` and `property` need nothing; `graph` and `e2e` share one real Neo4j that
 * `test/support/global-setup.ts` starts once; `faults` starts and stops servers of its own. The groups run one after the
 * other: two servers and a browser at once are too much for two cores.
 */
export default defineConfig({
  test: {
    reporters: ['default', './test/support/plain-summary-reporter.ts'],
    projects: [
      { resolve, test: { name: 'unit', include: ['test/unit/**/*.test.ts', 'test/schema/**/*.test.ts'] } },
      { test: { name: 'property', include: ['test/property/**/*.test.ts'], testTimeout: 60_000 } },
      {
        resolve,
        test: {
          name: 'graph',
          sequence: { groupOrder: 1 },
          include: ['test/cypher/**/*.test.ts', 'test/api/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        test: {
          name: 'faults',
          sequence: { groupOrder: 2 },
          include: ['test/faults/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        test: {
          name: 'e2e',
          sequence: { groupOrder: 3 },
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts', 'test/support/built-page.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
