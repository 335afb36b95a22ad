import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '../domain/app-error.ts';
import { LOOPBACK, readConfiguredPort, writeConf } from './conf.ts';
import { ensureJava } from './ensure-java.ts';
import type { Environment } from './environment.ts';
import { ensureJars } from './fetch-jars.ts';
import type { FlavourId } from './flavours.ts';
import { thisHost } from './install-packages.ts';
import type { Lock, LockRecord } from './lock.ts';
import { ownerIsAlive, removeStaleLock, takeLock } from './lock.ts';
import { ensurePassword, LOCAL_USER, readPassword } from './password.ts';
import { choosePort, portInUse } from './port.ts';
import type { LaunchContext, ServerProcess } from './server-process.ts';
import { adoptServer, findServer, launchServer, saidPortInUse } from './server-process.ts';
import type { Probe, ServerAddress } from './wait-until-ready.ts';
import { waitUntilReady } from './wait-until-ready.ts';

export interface LocalNeo4jOptions {
  /** Holds one folder a flavour: graph, configuration, logs, password, lock. */
  readonly dataDir: string;
  /** Holds the jars, one folder a version; see `defaultCacheDir`. */
  readonly cacheDir: string;
  readonly port: number | 'free';
  /** When not given: the first flavour for which a Java is found, 5.26 preferred. */
  readonly flavour?: FlavourId;
  /** Called with one line of progress, without a line end. */
  readonly report: (line: string) => void;
  readonly probe: Probe;
  /** Ends the start; has no effect once the server runs. */
  readonly signal: AbortSignal;
  readonly env: Environment;
}

export interface LocalNeo4j extends ServerAddress {
  readonly flavour: FlavourId;
  /** The full version, for example `5.26.31`. */
  readonly version: string;
  readonly javaVersion: string;
  /** False when another process started the server; `stop` then leaves it running. */
  readonly owned: boolean;
  readonly pid: number;
  /** Settles with a sentence when the server process has ended, whoever ended it. Never rejects. */
  readonly gone: Promise<string>;
  /** Stops an owned server in order and gives its folder free. May be called more than once. */
  stop(): Promise<void>;
}

/** Longest wait for another start that is under way; it may be fetching the jars. */
const OTHER_START_DEADLINE_MS = 1_000_000;
const OTHER_START_PAUSE_MS = 100;
/** A free port can be taken by another program between choosing and listening. */
const PORT_ATTEMPTS = 3;

/**
 * The local Neo4j of a data folder, running and answering. One server a folder: when one runs already and its owner
 * lives, it is shared (`owned: false`); when its owner is gone (kill -9), it is taken over as it is, or stopped in order
 * and started anew if another port is wanted. Fails with ENVIRONMENT and a message that says what to do.
 */
export async function startLocalNeo4j(options: LocalNeo4jOptions): Promise<LocalNeo4j> {
  const { report, signal, env } = options;
  const startedAt = performance.now();
  const host = await thisHost();
  const { flavour, java } = await ensureJava(options.flavour, { host, env, report, signal });
  report(`Java ${java.version} at ${java.program} fits Neo4j ${flavour.version} Community.`);
  const home = join(resolve(options.dataDir), flavour.id);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const identity = { flavour: flavour.id, version: flavour.version, javaVersion: java.version };

  const claim = await claimHome(home, options);
  if ('running' in claim) {
    report(
      `Neo4j runs already: process ${claim.running.pid} on port ${claim.port}, started by process ${claim.ownerPid}. ` +
        'Sharing it; it ends with its owner.',
    );
    const { running, port } = claim;
    const address = await addressOf(home, port);
    await waitUntilReady(running, port, address, { ...options, home });
    return {
      ...address,
      ...identity,
      owned: false,
      pid: running.pid,
      gone: running.gone,
      stop: () => Promise.resolve(),
    };
  }

  const { lock } = claim;
  try {
    const server =
      (await takeOverOrphan(home, lock, options)) ??
      (await startFresh(
        { flavour, javaProgram: java.program, env, home, lib: await ensureJars(flavour, { ...options, java, host }) },
        lock,
        options,
      ));
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    report(
      `Neo4j ${flavour.version} is ready at ${server.address.uri} after ${seconds} s (process ${server.process.pid}).`,
    );
    return owned(server, identity, lock, report);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

interface RunningServer {
  readonly process: ServerProcess;
  readonly address: ServerAddress;
}

function owned(
  server: RunningServer,
  identity: Pick<LocalNeo4j, 'flavour' | 'version' | 'javaVersion'>,
  lock: Lock,
  report: (line: string) => void,
): LocalNeo4j {
  let stopping: Promise<void> | undefined;
  const gone = server.process.gone.then(async (how) => {
    if (stopping === undefined) report(`Neo4j (process ${server.process.pid}) ${how} without having been asked to.`);
    await lock.release().catch((error: unknown) => {
      report(`The lock of the local Neo4j could not be removed: ${String(error)}`);
    });
    return how;
  });
  return {
    ...server.address,
    ...identity,
    owned: true,
    pid: server.process.pid,
    gone,
    stop() {
      stopping ??= server.process.terminate().then(async () => {
        await gone;
      });
      return stopping;
    },
  };
}

type Claim = { lock: Lock } | { running: ServerProcess; port: number; ownerPid: number };

/** Takes the home folder, or finds the server that its owner runs; waits while another start is under way. */
async function claimHome(home: string, { report, signal }: LocalNeo4jOptions): Promise<Claim> {
  const path = join(home, 'neo4j.lock');
  const deadline = AbortSignal.timeout(OTHER_START_DEADLINE_MS);
  let said = false;
  for (;;) {
    signal.throwIfAborted();
    const taken = await takeLock(path);
    if (!('ownerPid' in taken)) return { lock: taken };
    const verdict = await judge(taken, home);
    if (verdict === 'stale') {
      report(`The last start of Neo4j (process ${taken.ownerPid}) ended without stopping it; its lock is removed.`);
      await removeStaleLock(path, taken);
    } else if (verdict === 'starting') {
      if (!said) report(`Process ${taken.ownerPid} is starting Neo4j in ${home}; waiting for it.`);
      said = true;
      if (deadline.aborted) {
        throw new AppError(
          'ENVIRONMENT',
          `Process ${taken.ownerPid} has been starting Neo4j in ${home} for too long. End it, then start again.`,
          path,
        );
      }
      await delay(OTHER_START_PAUSE_MS, undefined, { signal });
    } else {
      return verdict;
    }
  }
}

async function judge(record: LockRecord, home: string): Promise<'stale' | 'starting' | Exclude<Claim, { lock: Lock }>> {
  if (!(await ownerIsAlive(record))) return 'stale';
  if (record.state === 'starting' || record.port === null) return 'starting';
  const pid = await findServer(home);
  if (pid === undefined) return 'stale';
  return { running: await adoptServer(pid), port: record.port, ownerPid: record.ownerPid };
}

async function addressOf(home: string, port: number): Promise<ServerAddress> {
  const password = await readPassword(home);
  if (password === undefined) {
    throw new AppError(
      'ENVIRONMENT',
      `Neo4j runs in ${home}, but its file "password" is missing. Put the file back, or end that process and start again.`,
      join(home, 'password'),
    );
  }
  return { uri: `bolt://${LOOPBACK}:${port}`, user: LOCAL_USER, password };
}

/** The server that a killed owner left behind, if there is one and it suits; one that does not is stopped in order. */
async function takeOverOrphan(
  home: string,
  lock: Lock,
  options: LocalNeo4jOptions,
): Promise<RunningServer | undefined> {
  const pid = await findServer(home);
  if (pid === undefined) return undefined;
  const orphan = await adoptServer(pid);
  const port = await readConfiguredPort(home);
  if (port !== undefined && (options.port === 'free' || options.port === port)) {
    options.report(`Neo4j still runs from a start that was killed: process ${pid} on port ${port}. Taking it over.`);
    await lock.update({ state: 'starting', serverPid: pid, port });
    try {
      const address = await addressOf(home, port);
      await waitUntilReady(orphan, port, address, { ...options, home });
      await lock.update({ state: 'running', serverPid: pid, port });
      return { process: orphan, address };
    } catch (error) {
      options.signal.throwIfAborted();
      options.report(`It cannot be used: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  options.report(`Stopping Neo4j process ${pid}, left by a start that was killed.`);
  await orphan.terminate();
  return undefined;
}

async function startFresh(launch: LaunchContext, lock: Lock, options: LocalNeo4jOptions): Promise<RunningServer> {
  const { home } = launch;
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(options.port);
    const password = await ensurePassword({ ...launch, signal: options.signal });
    await writeConf(home, port);
    options.report(`Starting Neo4j ${launch.flavour.version} on ${LOOPBACK}:${port}, data in ${home}.`);
    const server = await launchServer(launch);
    try {
      await lock.update({ state: 'starting', serverPid: server.pid, port });
      const address = { uri: `bolt://${LOOPBACK}:${port}`, user: LOCAL_USER, password };
      await waitUntilReady(server, port, address, { ...options, home });
      await lock.update({ state: 'running', serverPid: server.pid, port });
      return { process: server, address };
    } catch (error) {
      await server.terminate();
      if (options.signal.aborted || !(await saidPortInUse(home))) throw error;
      if (options.port !== 'free' || attempt === PORT_ATTEMPTS) throw portInUse(port, error);
      options.report(`Port ${port} was taken meanwhile; choosing another.`);
    }
  }
}
