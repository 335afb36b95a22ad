import type { EvidenceRef } from '../map/industry-map.ts';
import type { RelationId, Words } from './relations.ts';

/** What one source statement says of a link. */
export interface LinkFact {
  /** Properties in words, one entry each; what is unknown is left out. */
  readonly properties: readonly Words[];
  readonly evidence: readonly EvidenceRef[];
}

/**
 * Two things joined by one relation. Several statements of the same relation between the same two are one link with
 * several facts, so that a neighbour stands once in its group.
 */
export interface Link {
  readonly relation: RelationId;
  /** Global id of the first part. */
  readonly from: string;
  /** Global id of the second part. */
  readonly to: string;
  /** How much the link says, for example firms counted or the weight of a feed; null = not said. Larger comes first. */
  readonly size: number | null;
  /** Null: what it says stands in the graph (links of firms) and is read when it is asked for. */
  readonly facts: readonly LinkFact[] | null;
}

/** The same link always has the same key. */
export function linkKey(link: Link): string {
  return `${link.relation} ${link.from} ${link.to}`;
}

/** The other end of a link. */
export function otherEnd(link: Link, id: string): string {
  return link.from === id ? link.to : link.from;
}
