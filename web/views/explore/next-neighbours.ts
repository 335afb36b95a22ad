import type { ExploreNextQuery, ExploreNextQueryVariables } from '../../api/generated/operations.ts';

export type NeighbourGroupKey = NonNullable<ExploreNextQueryVariables['group']>;

/** Neighbours put on the picture by one expansion. */
export const EXPANSION = 20;
/** Ids a request. */
const PAGE = 100;

/**
 * The next neighbours of a thing that are not on the picture, at most `count`, in the order of the service: of one group, or
 * of all groups in turn, so that a crowd in one does not hide the others.
 */
export async function nextNeighbours(
  ask: (variables: ExploreNextQueryVariables) => Promise<ExploreNextQuery>,
  id: string,
  group: NeighbourGroupKey | null,
  isShown: (id: string) => boolean,
  count: number,
): Promise<readonly string[]> {
  const first = await ask({ id, group, first: PAGE, after: null });
  const queues = await Promise.all(
    first.neighbourhood.groups.map(async ({ relation, direction, type, neighbours }) => {
      const key: NeighbourGroupKey = { relation, direction, type };
      const fresh: string[] = [];
      let page = neighbours;
      for (;;) {
        fresh.push(...page.edges.map((edge) => edge.node.node.id).filter((neighbour) => !isShown(neighbour)));
        if (fresh.length >= count || !page.pageInfo.hasNextPage) return fresh;
        const answer = await ask({ id, group: key, first: PAGE, after: page.pageInfo.endCursor });
        const next = answer.neighbourhood.groups[0]?.neighbours;
        if (next === undefined) return fresh;
        page = next;
      }
    }),
  );
  return inTurn(queues, count);
}

/** One of each queue, then the next of each, each item once. */
export function inTurn(queues: readonly (readonly string[])[], count: number): readonly string[] {
  const longest = Math.max(0, ...queues.map((queue) => queue.length));
  const found = new Set<string>();
  for (let place = 0; place < longest; place += 1) {
    for (const queue of queues) {
      const item = queue[place];
      if (item === undefined) continue;
      if (found.size >= count) return [...found];
      found.add(item);
    }
  }
  return [...found];
}
