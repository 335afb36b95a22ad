import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import { AppError } from './domain/app-error.ts';
import { workerPool } from './analysis-worker/worker-pool.ts';
import { analysisDesk } from './domain/analysis/analysis-desk.ts';
import { linkGraphs } from './domain/explore/link-graph.ts';
import { makeApp, type App } from './http/app.ts';
import { loadCypherFiles } from './store/cypher-files.ts';
import { firmLinkReader } from './store/firm-link-reader.ts';
import { firmReader } from './store/firm-reader.ts';
import { openGraph, type GraphAddress } from './store/graph-connection.ts';
import { loadBuiltInMap, type LoadReport } from './store/load-map.ts';
import { mapCache } from './store/map-cache.ts';
import { migrate, readMigrations } from './store/migrations.ts';
import { observationReader } from './store/observation-reader.ts';
import { searchReader } from './store/search-reader.ts';
import { targetListStore } from './store/target-list-store.ts';

export interface ServiceOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly neo4j: GraphAddress;
  /** Folder of the project: cypher/ lies in it. */
  readonly projectDir: string;
  readonly webDir: string;
  readonly rateLimit: number;
  readonly log: FastifyBaseLogger;
  readonly now: () => Date;
  /** Monotonic, ms. */
  readonly clock: () => number;
  readonly newId: () => string;
  /** One line for the person at the terminal. */
  readonly report: (line: string) => void;
}

export interface Service {
  /** Where it listens, for example `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Settles when the graph is migrated, the map loaded and the first release in memory; waits for a graph that is down. */
  readonly prepared: Promise<LoadReport>;
  /** Stops taking requests, ends what is under way, closes the graph. May be called more than once. */
  stop(): Promise<void>;
}

/** Pause before the graph is tried again at the start, ms. */
const RETRY_PAUSE_MS = 2_000;
/** The database is asked at most once in this time whether it is there, ms. */
const VERIFIED_MS = 1_000;
/** Longest time for the first release to be read on a server that has just started, ms. */
const WARM_UP_MS = 20_000;

/**
 * Starts the HTTP side at once and prepares the graph behind it: live from the first moment, ready when the map is
 * there. A graph that cannot be reached is tried again; one that this code cannot work with ends `prepared` with the
 * error.
 *
 * Errors: ENVIRONMENT when the port is taken or may not be listened on.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const files = await loadCypherFiles(join(options.projectDir, 'cypher'));
  const graph = openGraph({
    ...options.neo4j,
    files,
    observe: (observation) => {
      options.log.debug(observation, 'graph');
    },
  });
  const pool = workerPool();
  const stopping = new AbortController();
  const currentMap = mapCache(graph, options.clock);
  let prepared = false;
  let verifiedAt = Number.NEGATIVE_INFINITY;

  const app: App = await makeApp({
    services: {
      currentMap,
      firms: firmReader(graph),
      observations: observationReader(graph),
      search: searchReader(graph),
      targetLists: targetListStore(graph),
      analysis: analysisDesk({ jobs: pool }),
      linkGraph: linkGraphs(firmLinkReader(graph)),
      today: () => options.now().toISOString().slice(0, 10),
      now: options.now,
      newId: options.newId,
    },
    readiness: {
      check: async (signal) => {
        if (stopping.signal.aborted) return { ready: false, reason: 'stopping' };
        if (!prepared) return { ready: false, reason: 'the graph is being prepared' };
        if (options.clock() - verifiedAt < VERIFIED_MS) return { ready: true, reason: 'ok' };
        try {
          await graph.verify(signal);
          verifiedAt = options.clock();
          return { ready: true, reason: 'ok' };
        } catch {
          return { ready: false, reason: 'the graph cannot be reached' };
        }
      },
    },
    webDir: options.webDir,
    log: options.log,
    newRequestId: options.newId,
    rateLimit: options.rateLimit,
  });

  const url = await app.server.listen({ host: options.host, port: options.port }).catch(async (error: unknown) => {
    await Promise.all([pool.close(), graph.close()]);
    throw listenFailed(error, options.host, options.port);
  });

  const prepare = async (): Promise<LoadReport> => {
    for (;;) {
      try {
        const { signal } = stopping;
        const migrations = await readMigrations(join(options.projectDir, 'cypher', 'schema'));
        await migrate({ graph, migrations, now: options.now, signal });
        options.report('The schema is in place; loading the map ...');
        const report = await loadBuiltInMap({
          graph,
          seedDir: join(options.projectDir, 'cypher', 'seed'),
          now: options.now,
          newId: options.newId,
          signal,
        });
        const { counts, release } = report;
        options.report(
          `Map ${release?.id ?? ''}: ${counts.created} created, ${counts.changed} changed, ${counts.unchanged} unchanged.`,
        );
        await currentMap({
          requestId: 'start',
          operation: 'warm-up',
          signal: AbortSignal.any([signal, AbortSignal.timeout(WARM_UP_MS)]),
        });
        prepared = true;
        pool.warm();
        return report;
      } catch (error) {
        if (stopping.signal.aborted || !isPassing(error)) throw error;
        options.report(
          `The graph at ${options.neo4j.uri} cannot be reached; trying again every ${RETRY_PAUSE_MS / 1_000} s.`,
        );
        options.log.warn({ err: error }, 'the graph cannot be reached');
        await delay(RETRY_PAUSE_MS, undefined, { signal: stopping.signal });
      }
    }
  };

  let stopped: Promise<void> | null = null;
  return {
    url,
    prepared: prepare(),
    stop: () => {
      stopped ??= (async () => {
        stopping.abort(new AppError('SERVICE_UNAVAILABLE', 'The service is stopping.'));
        await app.close();
        await pool.close();
        await graph.close();
      })();
      return stopped;
    },
  };
}

/** Faults that time can mend: a server that is down, slow or just starting. */
function isPassing(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'SERVICE_UNAVAILABLE' || error.code === 'DEADLINE_EXCEEDED');
}

function listenFailed(error: unknown, host: string, port: number): AppError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const reason =
    code === 'EADDRINUSE'
      ? `Port ${port} on ${host} is in use. If 粤链 already runs there, open it in a browser; otherwise set PORT to another port, or to 0 for any.`
      : `The service cannot listen on ${host}:${port} (${typeof code === 'string' ? code : 'unknown reason'}). Set HOST and PORT to an address of this computer.`;
  return new AppError('ENVIRONMENT', reason, 'PORT', error);
}
