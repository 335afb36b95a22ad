import { z } from 'zod';
import { AppError } from '../domain/app-error.ts';
import type { Asked } from '../domain/asked.ts';
import { indexMap, type MapIndex } from '../domain/map/map-index.ts';
import { rowsAs } from './fact-rows.ts';
import type { Graph } from './graph.ts';
import { readMap } from './read-map.ts';

const releaseRow = z.object({ id: z.string(), at: z.unknown() });

/** How long an answer about the current release is trusted, ms: a new release shows within a second. */
const TRUSTED_MS = 1_000;
/** A whole read takes well under a second warm and a few on a server that has just started. */
const READ_TIMEOUT_MS = 20_000;

/**
 * Keeps the map of the current release in memory. Every question asks the graph, at most once a second, which release is
 * current; a new one is read whole and swapped in at once. When the graph cannot be reached the question fails: an
 * answer that may be out of date is not given in its place.
 */
export function mapCache(graph: Graph, clock: () => number): (asked: Asked) => Promise<MapIndex> {
  let held: MapIndex | null = null;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let loading: { readonly release: string; readonly done: Promise<MapIndex> } | null = null;

  const load = (release: string): Promise<MapIndex> => {
    if (loading?.release === release) return loading.done;
    // Shared by all who wait for it, so it must not end because one of them has left.
    const done = readMap(graph, {
      signal: AbortSignal.timeout(READ_TIMEOUT_MS),
      requestId: `release-${release}`,
      operation: 'load-release',
      timeoutMs: READ_TIMEOUT_MS,
    })
      .then((map) => {
        held = indexMap(map);
        checkedAt = clock();
        return held;
      })
      .finally(() => {
        loading = null;
      });
    loading = { release, done };
    return done;
  };

  return async (asked) => {
    if (held !== null && clock() - checkedAt < TRUSTED_MS) return held;
    const [current] = rowsAs('read/map/release', releaseRow, await graph.read('read/map/release', {}, asked));
    if (current === undefined) {
      throw new AppError(
        'DATA_NOT_LOADED',
        'The graph holds no data yet. Start the service once with `npm start`: it loads the built-in map.',
      );
    }
    if (held?.map.release.id === current.id) {
      checkedAt = clock();
      return held;
    }
    return Promise.race([load(current.id), whenAborted(asked.signal)]);
  };
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = (): void => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    };
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}
