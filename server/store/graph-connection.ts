import neo4j from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';
import { AppError } from '../domain/app-error.ts';
import type { CypherFiles } from './cypher-files.ts';
import { serviceUnavailable, toAppError } from './driver-error.ts';
import type { Graph, Parameters as QueryParameters, QueryOptions, ServerInfo, WriteResult } from './graph.ts';
import type { Access, QueryTarget } from './run-query.ts';
import { runQuery, settleBy } from './run-query.ts';

export interface GraphAddress {
  /** bolt:// for one server, neo4j:// for a cluster, with +s or +ssc for TLS. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Always named: without it the driver asks the server for the user's home database on every call. */
  readonly database: string;
}

/** What one call came to, for logs and metrics. */
export interface QueryObservation {
  readonly file: string;
  readonly access: Access;
  readonly milliseconds: number;
  /** Undefined when the call failed. */
  readonly rows: number | undefined;
}

export interface GraphConnectionOptions extends GraphAddress {
  readonly files: CypherFiles;
  readonly app?: string;
  readonly observe?: (observation: QueryObservation) => void;
}

/** Connections kept at most; more would only queue on two cores. */
const POOL_SIZE = 25;
/**
 * Limits of the driver in milliseconds. Its defaults let a call hang for 30 s when the server is down; with these it
 * fails after about 3 s (measured 2.8 to 3.2 s).
 */
const CONNECT_MS = 2_000;
const ACQUIRE_MS = 3_000;
const RETRY_MS = 2_000;
/** An answer to "who are you" takes milliseconds. */
const VERIFY_MS = 3_500;
/** Oldest server that the Cypher of the project runs on. */
const OLDEST_VERSION = '5.26';

function openDriver(address: GraphAddress, app: string): Driver {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its options as a class and takes any object
  return neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: POOL_SIZE,
    connectionAcquisitionTimeout: ACQUIRE_MS,
    connectionTimeout: CONNECT_MS,
    maxTransactionRetryTime: RETRY_MS,
    userAgent: app,
  });
}

/**
 * Opens the graph; nothing is sent until the first call, so this succeeds with the server down. When a connection is
 * found dead (the network swallows what is sent), the whole pool is replaced, so that dead connections cannot fill it.
 */
export function openGraph(options: GraphConnectionOptions): Graph {
  const app = options.app ?? 'yuelian';
  let driver = openDriver(options, app);
  const replace = (suspect: Driver): void => {
    if (driver !== suspect) return;
    driver = openDriver(options, app);
    void suspect.close().catch(() => undefined);
  };
  const target = (): QueryTarget => {
    const current = driver;
    return {
      driver: current,
      database: options.database,
      app,
      onStuck: () => {
        replace(current);
      },
    };
  };
  const run = async (
    access: Access,
    file: string,
    parameters: QueryParameters,
    queryOptions: QueryOptions,
  ): Promise<WriteResult> => {
    const startedAt = performance.now();
    let rows: number | undefined;
    try {
      const result = await runQuery(target(), access, options.files.get(file), parameters, queryOptions);
      rows = result.rows.length;
      return result;
    } finally {
      options.observe?.({ file, access, milliseconds: performance.now() - startedAt, rows });
    }
  };
  return {
    read: async (file, parameters, queryOptions) => (await run('read', file, parameters, queryOptions)).rows,
    write: (file, parameters, queryOptions) => run('write', file, parameters, queryOptions),
    runAutoCommit: (file, parameters, queryOptions) => run('autoCommit', file, parameters, queryOptions),
    verify: (signal) => verifyServer(driver, options.database, signal),
    close: async () => {
      await driver.close();
    },
  };
}

async function verifyServer(driver: Driver, database: string, signal: AbortSignal): Promise<ServerInfo> {
  signal.throwIfAborted();
  try {
    const info = await settleBy(driver.getServerInfo({ database }), signal, VERIFY_MS, (cause) =>
      serviceUnavailable('', cause),
    );
    const version = (info.agent ?? '').replace(/^Neo4j\//, '');
    requireSupported(version);
    return { version, protocol: String(info.protocolVersion ?? ''), address: info.address ?? '' };
  } catch (error) {
    if (signal.aborted && error === signal.reason) throw error;
    throw toAppError(error, '', 'connecting');
  }
}

/** Fails with ENVIRONMENT for a version below 5.26; calendar versions (2025.01 and on) are above it. */
export function requireSupported(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  if (major > 5 || (major === 5 && minor >= 26)) return;
  throw new AppError(
    'ENVIRONMENT',
    `The graph database is Neo4j ${version === '' ? 'of unknown version' : version}; ${OLDEST_VERSION} or newer is needed.`,
    'NEO4J_URI',
  );
}

/** Readiness of a server at an address: one connection, one question, closed again. Fails as `Graph.verify` does. */
export async function probeServer(address: Omit<GraphAddress, 'database'>, signal: AbortSignal): Promise<void> {
  const driver = openDriver({ ...address, database: 'neo4j' }, 'yuelian-probe');
  try {
    await verifyServer(driver, 'neo4j', signal);
  } finally {
    void driver.close().catch(() => undefined);
  }
}
