import './production-mode.ts';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pino } from 'pino';
import { parseConfig, type Config, type Neo4jAddress } from './config.ts';
import { AppError } from './domain/app-error.ts';
import { defaultCacheDir } from './neo4j-local/cache-folder.ts';
import { startLocalNeo4j, type LocalNeo4j } from './neo4j-local/start.ts';
import { startService, type Service } from './service.ts';
import { probeServer } from './store/graph-connection.ts';
import { buildPageIfStale } from './web-build.ts';

/**
 * `npm start`: local Neo4j (unless an address is given), page, migrations, built-in map, service; then the signals. The
 * only reader of the process: environment, clock, randomness and signals go in from here.
 */

const PROJECT_DIR = join(import.meta.dirname, '..');
/** Longest time for a start, with the first fetch of the jars on a slow line, ms. */
const START_DEADLINE_MS = 900_000;
/** Longest time for an orderly stop before the process ends anyway, ms. */
const STOP_DEADLINE_MS = 10_000;
/** Pause before a local Neo4j that died is started again, ms. */
const RESTART_PAUSE_MS = 1_000;

const report = (line: string): void => {
  console.log(line);
};

async function main(): Promise<void> {
  const config = parseConfig(process.env);
  const log = pino({ level: config.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] });
  const stopping = new AbortController();
  const startSignal = AbortSignal.any([stopping.signal, AbortSignal.timeout(START_DEADLINE_MS)]);
  let local: LocalNeo4j | undefined;
  let service: Service | undefined;

  const stop = async (exitCode: number): Promise<void> => {
    if (stopping.signal.aborted) return;
    stopping.abort(new AppError('SERVICE_UNAVAILABLE', 'The service is stopping.'));
    setTimeout(() => {
      process.exit(1);
    }, STOP_DEADLINE_MS).unref();
    await service?.stop();
    await local?.stop();
    // Everything of ours is closed; what a library still waits for (idle timers, a build service) must not hold the exit.
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // `on`, not `once`: Ctrl+C reaches this process from the terminal and again from npm. With no listener left, the
    // second one would end the process at once and leave Neo4j behind.
    process.on(signal, () => {
      if (!stopping.signal.aborted) report(`${signal}: stopping ...`);
      void stop(0);
    });
  }

  const page = buildPageIfStale(PROJECT_DIR, report);
  // Both can fail while the other is awaited; the failure is seen where it is awaited below.
  page.catch(() => undefined);
  const startLocal = (port: number | 'free'): Promise<LocalNeo4j> =>
    startLocalNeo4j({
      dataDir: config.dataDir,
      cacheDir: defaultCacheDir(process.env),
      port,
      report,
      probe: (address) => probeServer(address, startSignal),
      signal: stopping.signal,
      env: process.env,
    });
  try {
    if (config.neo4j === undefined) {
      local = await startLocal(config.localNeo4jPort);
      watchLocal(local, startLocal, stopping.signal, (again) => {
        local = again;
      });
    }
    await page;
    service = await startService({
      host: config.host,
      port: config.port,
      neo4j: addressOf(config, local),
      projectDir: PROJECT_DIR,
      webDir: join(PROJECT_DIR, 'web', 'dist'),
      rateLimit: config.rateLimit,
      log,
      now: () => new Date(),
      clock: () => performance.now(),
      newId: randomUUID,
      report,
    });
    report(`Listening at ${service.url}; preparing the graph ...`);
    await service.prepared;
    report(`粤链 is ready: ${service.url}   (API at ${service.url}/graphql; stop with Ctrl+C)`);
  } catch (error) {
    if (!stopping.signal.aborted) {
      console.error(error instanceof AppError ? `${error.code}: ${error.message}` : error);
      await stop(1);
    }
  }
}

function addressOf(config: Config, local: LocalNeo4j | undefined): Neo4jAddress {
  if (config.neo4j !== undefined) return config.neo4j;
  if (local === undefined)
    throw new AppError('INTERNAL_SERVER_ERROR', 'There is neither an address nor a local Neo4j.');
  return { uri: local.uri, user: local.user, password: local.password, database: 'neo4j' };
}

/** Starts a local Neo4j that ended by itself again, on the same port, so that the service finds it where it was. */
function watchLocal(
  server: LocalNeo4j,
  start: (port: number) => Promise<LocalNeo4j>,
  stopping: AbortSignal,
  replaced: (server: LocalNeo4j) => void,
): void {
  void server.gone.then(async (reason) => {
    if (stopping.aborted) return;
    report(`Neo4j has ended: ${reason}. Starting it again ...`);
    await new Promise((resolve) => setTimeout(resolve, RESTART_PAUSE_MS));
    try {
      await server.stop();
      const again = await start(Number(new URL(server.uri).port));
      replaced(again);
      watchLocal(again, start, stopping, replaced);
    } catch (error) {
      report(`Neo4j could not be started again: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

await main();
