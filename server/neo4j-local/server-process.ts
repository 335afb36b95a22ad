import { spawn } from 'node:child_process';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { homeArgument, serverArguments } from './conf.ts';
import type { Environment } from './environment.ts';
import type { Flavour } from './flavours.ts';
import { findProcessByArgument, processStart } from './process-table.ts';

/** A running server: either a child of this process or one that an earlier process left behind. */
export interface ServerProcess {
  readonly pid: number;
  /** Settles with a sentence on how the process ended, whoever ended it. Never rejects. */
  readonly gone: Promise<string>;
  /** False as soon as `gone` has settled. */
  isAlive(): boolean;
  /** Asks the server to stop in order, and after a time limit makes it. Resolves when it is gone. */
  terminate(): Promise<void>;
}

/** An orderly stop takes 1.8 s, measured; this is the limit before the process is ended by force. */
const STOP_DEADLINE_MS = 8_000;
/** How often a process that is not our child is looked at. */
const WATCH_INTERVAL_MS = 200;

export interface LaunchContext {
  readonly flavour: Flavour;
  readonly javaProgram: string;
  readonly lib: string;
  readonly home: string;
  readonly env: Environment;
}

/** Where the server's own words go; begun anew at each start, the last one kept beside it. */
export function consoleLog(home: string): string {
  return join(home, 'logs', 'console.log');
}

/** The server of a home folder, if one runs, no matter who started it. */
export function findServer(home: string): Promise<number | undefined> {
  return findProcessByArgument(homeArgument(home));
}

/** Starts the server of a home folder. Fails only when the log cannot be opened or Java cannot be run. */
export async function launchServer(context: LaunchContext): Promise<ServerProcess> {
  await mkdir(join(context.home, 'logs'), { recursive: true });
  // Straight into a file: with a pipe the server would block once this process is no longer there to read it.
  const log = await open(consoleLog(context.home), 'w', 0o600);
  try {
    const child = spawn(context.javaProgram, serverArguments(context.lib, context.home, context.flavour.mainClass), {
      cwd: context.home,
      env: withoutNeo4jVariables(context.env),
      stdio: ['ignore', log.fd, log.fd],
      // A session of its own: Ctrl-C in the terminal reaches this process only, which then stops the server in order.
      detached: true,
    });
    const gone = new Promise<string>((resolve) => {
      child.once('exit', (code, signal) => {
        resolve(signal === null ? `ended with exit code ${String(code)}` : `was ended by ${signal}`);
      });
      child.once('error', (error) => {
        if (child.pid === undefined) resolve(`could not be started (${error.message})`);
      });
    });
    child.unref();
    const { pid } = child;
    if (pid === undefined) throw new Error(`${context.javaProgram} ${await gone}`);
    return asServerProcess(pid, gone);
  } finally {
    await log.close();
  }
}

/** A handle on a server that runs already and is not a child of this process. */
export async function adoptServer(pid: number): Promise<ServerProcess> {
  const start = await processStart(pid);
  const watch = async (): Promise<string> => {
    while (start !== undefined && (await processStart(pid)) === start) {
      await delay(WATCH_INTERVAL_MS, undefined, { ref: false });
    }
    return 'ended';
  };
  return asServerProcess(pid, watch());
}

function asServerProcess(pid: number, ended: Promise<string>): ServerProcess {
  let alive = true;
  const kill = (signal: NodeJS.Signals): void => {
    if (!alive) return;
    try {
      process.kill(pid, signal);
    } catch {
      // It ended between the check and the signal; `gone` says so.
    }
  };
  // When this process ends without having stopped the server (an uncaught error), the server is asked to end too.
  const onExit = (): void => {
    kill('SIGTERM');
  };
  process.once('exit', onExit);
  const gone = ended.then((how) => {
    alive = false;
    process.off('exit', onExit);
    return how;
  });
  return {
    pid,
    gone,
    isAlive: () => alive,
    async terminate() {
      kill('SIGTERM');
      const inTime = await Promise.race([gone, delay(STOP_DEADLINE_MS, undefined)]);
      if (inTime !== undefined) return;
      kill('SIGKILL');
      await gone;
    },
  };
}

/** The server has no use for the service's own address and password. */
function withoutNeo4jVariables(env: Environment): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('NEO4J_')));
}

/** True when the server said at this start that its port is taken. */
export async function saidPortInUse(home: string): Promise<boolean> {
  const text = await readFile(consoleLog(home), 'utf8').catch(() => '');
  return /Address already in use|BindException/.test(text);
}
