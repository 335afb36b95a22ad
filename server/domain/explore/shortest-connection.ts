import { AppError } from '../app-error.ts';
import type { Link } from './link.ts';
import { otherEnd } from './link.ts';
import type { LinkGraph } from './link-graph.ts';

/** Farther than this no two things of the map are, and everything would hang together with everything. */
export const MAX_HOPS = 8;
/** Most paths told apart in one answer. */
export const MAX_PATHS = 10;

export interface Hop {
  readonly start: string;
  readonly end: string;
  /** All links between the two, in either direction; never empty. */
  readonly links: readonly Link[];
}

export interface ConnectionPath {
  readonly things: readonly string[];
  readonly hops: readonly Hop[];
}

export interface ShortestConnection {
  /** Null when there is no path within the hops asked for. */
  readonly hops: number | null;
  /** Number of all paths of that length, counted as sequences of things. */
  readonly pathCount: number;
  /** At most 10, in the order of the things along them. */
  readonly paths: readonly ConnectionPath[];
}

/**
 * The shortest paths between two things, links followed in either direction. Searched from both ends, whole levels at a
 * time and the narrower side first, so that a hub costs its links once.
 *
 * Errors: BAD_USER_INPUT when the ends are the same or maxHops is not from 1 to 8.
 */
export function shortestConnection(graph: LinkGraph, from: string, to: string, maxHops: number): ShortestConnection {
  if (!Number.isInteger(maxHops) || maxHops < 1 || maxHops > MAX_HOPS) {
    throw new AppError(
      'BAD_USER_INPUT',
      `maxHops must be a whole number from 1 to ${MAX_HOPS}; it was ${maxHops}.`,
      'maxHops',
    );
  }
  if (from === to) {
    throw new AppError('BAD_USER_INPUT', 'from and to are the same thing; give two different ones.', 'to');
  }
  const near = side(graph, from);
  const far = side(graph, to);
  let meeting: readonly string[] = [];
  while (meeting.length === 0 && near.depth + far.depth < maxHops) {
    const [grown, other] = near.frontier.length <= far.frontier.length ? [near, far] : [far, near];
    if (grown.frontier.length === 0) break;
    grown.grow();
    meeting = grown.frontier.filter((id) => other.distance.has(id));
  }
  if (meeting.length === 0) return { hops: null, pathCount: 0, paths: [] };

  // Every shortest path crosses the level where the two sides met exactly once.
  const ways = new Map<string, number>();
  const waysTo = (id: string, reached: Side): number => {
    const depth = reached.distance.get(id) ?? 0;
    if (depth === 0) return 1;
    const key = `${reached === near ? 'near' : 'far'} ${id}`;
    const held = ways.get(key);
    if (held !== undefined) return held;
    const sum = nextTowards(graph, id, reached).reduce((total, next) => total + waysTo(next, reached), 0);
    ways.set(key, sum);
    return sum;
  };
  const depthOf = (id: string, reached: Side): number => reached.distance.get(id) ?? Number.POSITIVE_INFINITY;
  const hops = Math.min(...meeting.map((id) => depthOf(id, near) + depthOf(id, far)));
  const crossing = meeting.filter((id) => depthOf(id, near) + depthOf(id, far) === hops).toSorted(graph.compare);
  const pathCount = crossing.reduce((total, id) => total + waysTo(id, near) * waysTo(id, far), 0);

  const paths: ConnectionPath[] = [];
  for (const id of crossing) {
    for (const head of walks(graph, id, near)) {
      for (const tail of walks(graph, id, far)) {
        if (paths.length === MAX_PATHS) return { hops, pathCount, paths };
        paths.push(pathOf(graph, [...head.toReversed(), ...tail.slice(1)]));
      }
    }
  }
  return { hops, pathCount, paths };
}

/** What has been reached from one end. */
interface Side {
  readonly distance: ReadonlyMap<string, number>;
  readonly frontier: readonly string[];
  readonly depth: number;
  grow(): void;
}

function side(graph: LinkGraph, start: string): Side {
  const distance = new Map([[start, 0]]);
  let frontier: readonly string[] = [start];
  let depth = 0;
  return {
    distance,
    get frontier() {
      return frontier;
    },
    get depth() {
      return depth;
    },
    grow: () => {
      depth += 1;
      const reached: string[] = [];
      for (const id of frontier) {
        for (const link of graph.linksOf(id)) {
          const other = otherEnd(link, id);
          if (distance.has(other)) continue;
          distance.set(other, depth);
          reached.push(other);
        }
      }
      frontier = reached;
    },
  };
}

/** Neighbours one step nearer to the end of a side, each once, in a fixed order. */
function nextTowards(graph: LinkGraph, id: string, reached: Side): readonly string[] {
  const depth = (reached.distance.get(id) ?? 0) - 1;
  const next = graph.linksOf(id).flatMap((link) => {
    const other = otherEnd(link, id);
    return reached.distance.get(other) === depth ? [other] : [];
  });
  return [...new Set(next)].toSorted(graph.compare);
}

/** Walks from a thing down to the end of a side, the thing first; one after the other, so that ten do not cost all. */
function* walks(graph: LinkGraph, id: string, reached: Side): Generator<readonly string[]> {
  if (reached.distance.get(id) === 0) {
    yield [id];
    return;
  }
  for (const next of nextTowards(graph, id, reached)) {
    for (const rest of walks(graph, next, reached)) yield [id, ...rest];
  }
}

function pathOf(graph: LinkGraph, things: readonly string[]): ConnectionPath {
  const hops = things.slice(1).map((end, place): Hop => {
    const start = things[place] ?? end;
    return { start, end, links: graph.linksOf(start).filter((link) => otherEnd(link, start) === end) };
  });
  return { things, hops };
}
