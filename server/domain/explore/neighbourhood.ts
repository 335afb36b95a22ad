import type { Link } from './link.ts';
import { otherEnd } from './link.ts';
import type { LinkGraph } from './link-graph.ts';
import type { ExploreType, RelationId } from './relations.ts';
import { EXPLORE_TYPES } from './relations.ts';

/** Neighbours by one relation, in one direction, of one type; never empty. */
export interface NeighbourGroup {
  readonly relation: RelationId;
  /** OUT: the centre is the first part of the link. */
  readonly direction: 'OUT' | 'IN';
  readonly type: ExploreType;
  /** In the order in which they are shown. */
  readonly neighbours: readonly { readonly id: string; readonly link: Link }[];
}

/** Type of a global id. */
export function typeOfId(id: string): ExploreType | null {
  return EXPLORE_TYPES.find((type) => id.startsWith(`${type}:`)) ?? null;
}

/** All neighbours of a thing, grouped; the groups and their members in the order of its links. */
export function neighbourGroups(graph: LinkGraph, id: string): readonly NeighbourGroup[] {
  const groups = new Map<string, NeighbourGroup & { neighbours: { id: string; link: Link }[] }>();
  for (const link of graph.linksOf(id)) {
    const other = otherEnd(link, id);
    const type = typeOfId(other);
    if (type === null) continue;
    const direction = link.from === id ? 'OUT' : 'IN';
    const key = `${link.relation} ${direction} ${type}`;
    const held = groups.get(key);
    if (held === undefined) {
      groups.set(key, { relation: link.relation, direction, type, neighbours: [{ id: other, link }] });
    } else held.neighbours.push({ id: other, link });
  }
  return [...groups.values()];
}
