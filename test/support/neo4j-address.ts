import type {} from 'vitest';

/** What the run's one Neo4j hands to the tests: `inject('neo4j')`. */
export interface TestNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** `5.26` or `2026.08`. */
  readonly flavour: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: TestNeo4j;
  }
}
