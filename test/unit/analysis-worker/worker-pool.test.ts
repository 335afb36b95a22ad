import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workerPool, type WorkerPool } from '../../../server/analysis-worker/worker-pool.ts';
import type { WhatIfJob } from '../../../server/domain/analysis/heavy-jobs.ts';
import { AppError } from '../../../server/domain/app-error.ts';
import { whatIfRange } from '../../../server/domain/disruption/what-if-range.ts';
import { seededMatrix } from '../../bench/seeded-matrix.ts';

const QUICK = { regions: 6, segments: 12, feeds: 30, backward: 0.1, seed: 5 };

function whatIf(spec: Parameters<typeof seededMatrix>[0], epsilon = 1e-9): WhatIfJob {
  return {
    matrix: seededMatrix(spec),
    shocks: [{ region: 0, segment: 1, low: 0.5, high: 1 }],
    decayKm: 200,
    epsilon,
    depth: null,
  };
}

/** Rounds of a size that no computer does in the time of a test: it ends only when it is stopped. */
const ENDLESS = whatIf({ regions: 122, segments: 1_300, feeds: 5_000, backward: 0.02, seed: 6 }, 1e-15);
const never = (): AbortSignal => new AbortController().signal;

describe('the analysis thread', { timeout: 60_000 }, () => {
  let pool: WorkerPool;
  beforeEach(() => {
    pool = workerPool();
  });
  afterEach(() => pool.close());

  it('gives the very result of the function that it runs', async () => {
    const job = whatIf(QUICK);
    const found = await pool.run('what-if', job, never());
    const expected = whatIfRange(job.matrix, job.shocks, job.decayKm, { epsilon: job.epsilon });
    expect(found).toEqual(expected);
  });

  it('leaves the arrays of the asker where they are', async () => {
    const job = whatIf(QUICK);
    await pool.run('what-if', job, never());
    expect(job.matrix.size.length).toBe(QUICK.regions * QUICK.segments);
  });

  it('hands an error of ours over with its code and place', async () => {
    const job = whatIf(QUICK);
    const matrix = { ...job.matrix, distancesKm: job.matrix.distancesKm.map(() => Number.NaN) };
    await expect(pool.run('what-if', { ...job, matrix }, never())).rejects.toMatchObject({
      code: 'DATA_NOT_LOADED',
      where: 'distances_km[0][0]',
    });
  });

  it('gives a job up as soon as nobody waits for it, and then works on', async () => {
    const leaving = new AbortController();
    const endless = pool.run('what-if', ENDLESS, leaving.signal);
    const behind = pool.run('what-if', whatIf(QUICK), never());
    await delay(300);
    leaving.abort(new AppError('DEADLINE_EXCEEDED', 'The client has left.'));
    await expect(endless).rejects.toThrow('The client has left.');
    expect((await behind).settled).toBe(true);
  });

  it('drops a job that was given up while it waited', async () => {
    const first = new AbortController();
    const second = new AbortController();
    const endless = pool.run('what-if', ENDLESS, first.signal);
    const waiting = pool.run('what-if', whatIf(QUICK), second.signal);
    second.abort(new AppError('DEADLINE_EXCEEDED', 'The second has left.'));
    await expect(waiting).rejects.toThrow('The second has left.');
    first.abort(new AppError('DEADLINE_EXCEEDED', 'The first has left.'));
    await expect(endless).rejects.toThrow('The first has left.');
  });

  it('ends what runs and refuses what comes when it is closed', async () => {
    const endless = pool.run('what-if', ENDLESS, never());
    const ended = expect(endless).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await pool.close();
    await ended;
    await expect(pool.run('what-if', whatIf(QUICK), never())).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });

  it('keeps the event loop free while a job runs that would hold it up', async () => {
    await pool.run('what-if', whatIf(QUICK), never());
    const large = { ...ENDLESS, depth: 2 };
    const inlineMs = timed(() => {
      whatIfRange(large.matrix, large.shocks, large.decayKm, { epsilon: large.epsilon, maxRounds: 1 });
    });
    const idle = await loopDelayDuring(() => delay(400));
    let busy = Number.POSITIVE_INFINITY;
    // Other work on the computer delays the loop too: the best of three tells whether the job does.
    for (let run = 0; run < 3; run += 1) {
      busy = Math.min(busy, await loopDelayDuring(() => pool.run('what-if', large, never())));
    }
    // On this thread one round alone would stop the loop for `inlineMs`.
    expect(busy).toBeLessThan(Math.max(inlineMs / 2, 3 * idle));
  });
});

/** The longest delay of the loop while something runs, without the turn in which the job's data is copied. */
async function loopDelayDuring(work: () => Promise<unknown>): Promise<number> {
  const done = work();
  await delay(1);
  const histogram = monitorEventLoopDelay({ resolution: 5 });
  histogram.enable();
  await done;
  histogram.disable();
  return histogram.percentile(99) / 1e6;
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
