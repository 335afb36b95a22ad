import { inject } from 'vitest';
import './neo4j-address.ts';
import { startTestService, type TestService } from './start-test-service.ts';

/** The service over the run's Neo4j with the map that ships in it; loads what another test file took away. */
export async function startMapService(today?: string): Promise<TestService> {
  const test = await startTestService(inject('neo4j'), today);
  await test.service.prepared;
  return test;
}

interface Connection<T> {
  readonly edges: readonly { readonly node: T }[];
}

export function nodesOf<T>({ edges }: Connection<T>): T[] {
  return edges.map(({ node }) => node);
}
