import type { ImportRecord } from './record-kind.ts';

/** Child -> parent; null at a root. */
export type Parents = ReadonlyMap<string, string | null>;

/** The parents that rows with a `parent` state. */
export function parentsOf(records: readonly ImportRecord<{ readonly parent: string | null }>[]): Parents {
  return new Map(records.map(({ key, row }) => [key, row.parent]));
}

/** The node and its ancestors, nearest first; 'circle' when the chain of parents comes back to itself. */
export function withAncestors(parents: Parents, node: string): readonly string[] | 'circle' {
  const path: string[] = [];
  for (let at: string | null = node; at !== null; at = parents.get(at) ?? null) {
    if (path.includes(at)) return 'circle';
    path.push(at);
  }
  return path;
}
