import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '../domain/app-error.ts';
import { accepts } from './port.ts';
import type { ServerProcess } from './server-process.ts';
import { consoleLog } from './server-process.ts';

/** What a client needs to reach the server. */
export interface ServerAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

/** Resolves when a server answers a query at the address; rejects when it does not. */
export type Probe = (address: ServerAddress) => Promise<void>;

/** A fresh start takes 4 to 6 s, one after kill -9 under load 17 s, measured. */
export const START_DEADLINE_MS = 60_000;
const CONNECT_DEADLINE_MS = 500;
const PAUSE_MS = 100;

/**
 * Waits until the server answers the probe. Fails with ENVIRONMENT when the process ends or the time limit passes, with
 * the probe's own error when the password is refused (waiting cannot help), and with the signal's reason.
 */
export async function waitUntilReady(
  server: ServerProcess,
  port: number,
  address: ServerAddress,
  context: { home: string; probe: Probe; signal: AbortSignal; deadlineMs?: number },
): Promise<void> {
  const limitMs = context.deadlineMs ?? START_DEADLINE_MS;
  const deadline = AbortSignal.timeout(limitMs);
  const log = consoleLog(context.home);
  let last: unknown;
  while (!deadline.aborted) {
    context.signal.throwIfAborted();
    if (!server.isAlive()) {
      throw new AppError(
        'ENVIRONMENT',
        `Neo4j ${await server.gone} while starting. What it said is in ${log}.`,
        log,
        last,
      );
    }
    if (await accepts(port, CONNECT_DEADLINE_MS)) {
      try {
        await beforeAbort(context.probe(address), AbortSignal.any([context.signal, deadline]));
        return;
      } catch (error) {
        if (error instanceof AppError && error.code === 'UNAUTHENTICATED') throw error;
        last = error;
      }
    }
    await delay(PAUSE_MS);
  }
  context.signal.throwIfAborted();
  throw new AppError(
    'ENVIRONMENT',
    `Neo4j (process ${server.pid}) did not answer within ${limitMs / 1000} s. What it said is in ${log}.`,
    log,
    last,
  );
}

function beforeAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', onAbort);
    });
  });
}
