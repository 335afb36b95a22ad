import { createHash } from 'node:crypto';
import { canonicalJson } from '../../server/domain/imports/fact.ts';
import type { TestGraph } from './test-graph.ts';

export interface MapFingerprint {
  readonly nodes: number;
  readonly relationships: number;
  readonly sha256: string;
}

/**
 * All facts of the graph, whatever import wrote them: labels, types, ends and properties. What names an import or a
 * time is left out, so two loads of one map have one fingerprint.
 */
export async function mapFingerprint(graph: TestGraph): Promise<MapFingerprint> {
  const nodes = await graph.run(
    `MATCH (n) WHERE NOT n:Import AND NOT n:Release AND NOT n:Migration
     RETURN labels(n) AS labels, properties(n) AS properties`,
  );
  const relationships = await graph.run(
    `MATCH (a)-[r]->(b) WHERE NOT a:Release
     RETURN labels(a)[0] + coalesce(a.code, a.id) AS start, type(r) AS type, labels(b)[0] + coalesce(b.code, b.id) AS finish,
       properties(r) AS properties`,
  );
  const lines = [...nodes, ...relationships].map((row) => {
    const properties = { ...(row['properties'] as Record<string, unknown>), importId: null };
    return canonicalJson({ ...row, properties });
  });
  return {
    nodes: nodes.length,
    relationships: relationships.length,
    sha256: createHash('sha256').update(lines.sort().join('\n')).digest('hex'),
  };
}
