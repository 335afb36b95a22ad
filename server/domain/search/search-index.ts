import type { Asked } from '../asked.ts';

export const SEARCH_TYPES = [
  'CLUSTER',
  'SEGMENT',
  'REGION',
  'ZONE',
  'FIRM',
  'PARK',
  'POLICY',
  'MEASURE',
  'DEPARTMENT',
  'ASSET',
] as const;
export type SearchType = (typeof SEARCH_TYPES)[number];

/** A hit: what it is, its business key and how well it fits (higher is better; only the order means something). */
export interface SearchFinding {
  readonly type: SearchType;
  readonly key: string;
  readonly score: number;
}

/**
 * Full-text search over names, aliases, old names, pinyin and initials. Hits come best first; ties by type and key, so
 * that the same question gives the same order.
 */
export interface SearchIndex {
  find(query: string, types: readonly SearchType[], limit: number, asked: Asked): Promise<readonly SearchFinding[]>;
}

/** Longest question: beyond it nobody types, and the analyser would build needless clauses. */
export const MAX_QUERY_LENGTH = 100;
