import { Worker } from 'node:worker_threads';
import type { HeavyJobInput, HeavyJobKind, HeavyJobResult, HeavyJobRunner } from '../domain/analysis/heavy-jobs.ts';
import { AppError } from '../domain/app-error.ts';
import type { JobMessage, ReplyMessage, WorkerStart } from './messages.ts';

/** Heavy jobs on a thread of their own, so that the event loop stays free. */
export interface WorkerPool extends HeavyJobRunner {
  /** Starts the thread, so that the first question does not pay for it. */
  warm(): void;
  /** Ends the thread and every job; later jobs are refused. The owner calls it once the service takes no more requests. */
  close(): Promise<void>;
}

/** Time that a job has to notice that nobody waits for it, ms; after that its thread is ended. */
const STOP_GRACE_MS = 250;

/** Jobs that may wait: beyond that the service is asked for more than it can do, and says so. */
const MAX_WAITING = 32;

const ENTRY = new URL('./worker-entry.js', import.meta.url);

interface Waiting {
  readonly message: JobMessage;
  readonly signal: AbortSignal;
  readonly resolve: (result: HeavyJobResult<HeavyJobKind>) => void;
  readonly reject: (reason: unknown) => void;
  readonly onAbort: () => void;
}

interface Thread {
  readonly worker: Worker;
  readonly stopped: Int32Array;
}

/**
 * A pool of one thread: two cores serve requests and one computation. Jobs run in the order in which they came.
 *
 * A job whose signal is aborted is rejected at once with the signal's reason. If it was running, it is told to stop, and
 * its thread is ended if it does not within 250 ms; the next job gets a new one.
 *
 * Errors: SERVICE_UNAVAILABLE when it is closed, or too many jobs wait; what the job itself throws.
 */
export function workerPool(): WorkerPool {
  const waiting: Waiting[] = [];
  let thread: Thread | null = null;
  let running: Waiting | null = null;
  let closed = false;
  let lastId = 0;

  const start = (): Thread => {
    const stopCell = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const workerData: WorkerStart = { stopCell };
    const worker = new Worker(ENTRY, { workerData, execArgv: [] });
    const own: Thread = { worker, stopped: new Int32Array(stopCell) };
    worker.unref();
    worker.on('message', (reply: ReplyMessage) => {
      finish(own, reply);
    });
    worker.on('error', (error) => {
      lose(own, new AppError('INTERNAL_SERVER_ERROR', 'The analysis thread failed.', '', error));
    });
    worker.on('exit', () => {
      lose(own, new AppError('INTERNAL_SERVER_ERROR', 'The analysis thread ended by itself.'));
    });
    return own;
  };

  const settle = (job: Waiting): void => {
    job.signal.removeEventListener('abort', job.onAbort);
  };

  const finish = (from: Thread, reply: ReplyMessage): void => {
    if (thread !== from || running?.message.id !== reply.id) return;
    const job = running;
    running = null;
    settle(job);
    // After an abort the promise is settled already, and this does nothing.
    if (reply.state === 'done') job.resolve(reply.result);
    else if (reply.code === null) {
      job.reject(new AppError('INTERNAL_SERVER_ERROR', `The analysis job failed: ${reply.message}`));
    } else job.reject(new AppError(reply.code, reply.message, reply.where));
    next();
  };

  /** A thread that is gone takes its job with it; the next job gets a new one. */
  const lose = (from: Thread, error: AppError): void => {
    if (thread !== from) return;
    thread = null;
    const job = running;
    running = null;
    if (job !== null) {
      settle(job);
      job.reject(error);
    }
    next();
  };

  const next = (): void => {
    if (closed || running !== null) return;
    const job = waiting.shift();
    if (job === undefined) return;
    thread ??= start();
    running = job;
    thread.worker.postMessage(job.message);
  };

  const abandon = (job: Waiting): void => {
    job.reject(job.signal.reason);
    const place = waiting.indexOf(job);
    if (place >= 0) {
      waiting.splice(place, 1);
      settle(job);
      return;
    }
    if (running !== job || thread === null) return;
    const own = thread;
    Atomics.store(own.stopped, 0, job.message.id);
    setTimeout(() => {
      if (running !== job || thread !== own) return;
      lose(own, new AppError('DEADLINE_EXCEEDED', 'The analysis job was stopped.'));
      void own.worker.terminate();
    }, STOP_GRACE_MS).unref();
  };

  return {
    run: <Kind extends HeavyJobKind>(kind: Kind, input: HeavyJobInput<Kind>, signal: AbortSignal) =>
      new Promise<HeavyJobResult<Kind>>((resolve, reject) => {
        if (closed) {
          reject(new AppError('SERVICE_UNAVAILABLE', 'The service is stopping.'));
          return;
        }
        if (signal.aborted) {
          reject(asError(signal.reason));
          return;
        }
        if (waiting.length >= MAX_WAITING) {
          reject(new AppError('SERVICE_UNAVAILABLE', 'Too many heavy questions wait; try again in a moment.'));
          return;
        }
        lastId += 1;
        const job: Waiting = {
          // A kind and its input belong together by the signature; the union of messages cannot show it.
          message: { id: lastId, kind, input } as unknown as JobMessage,
          signal,
          resolve: resolve,
          reject: (reason) => {
            reject(asError(reason));
          },
          onAbort: () => {
            abandon(job);
          },
        };
        signal.addEventListener('abort', job.onAbort, { once: true });
        waiting.push(job);
        next();
      }),
    warm: () => {
      if (!closed) thread ??= start();
    },
    close: async () => {
      closed = true;
      const ended = thread;
      thread = null;
      const left = [...(running === null ? [] : [running]), ...waiting.splice(0)];
      running = null;
      for (const job of left) {
        settle(job);
        job.reject(new AppError('SERVICE_UNAVAILABLE', 'The service is stopping.'));
      }
      await ended?.worker.terminate();
    },
  };
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new AppError('DEADLINE_EXCEEDED', 'The question was given up.');
}
