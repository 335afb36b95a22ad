import { describe, expect, it } from 'vitest';
import { RequestError } from '../../../web/api/request-fault.ts';
import type { ResourceClock } from '../../../web/state/resource.ts';
import { createResource } from '../../../web/state/resource.ts';
import { retryDelay } from '../../../web/state/retry-delay.ts';

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
};

/** A clock that runs what is due when told to. */
function manualClock(): ResourceClock & { readonly waits: number[]; fire(): void } {
  let pending: (() => void) | null = null;
  const waits: number[] = [];
  return {
    waits,
    now: () => 0,
    random: () => 0,
    after: (ms, run) => {
      waits.push(ms);
      pending = run;
      return () => {
        pending = null;
      };
    },
    fire: () => {
      const run = pending;
      pending = null;
      run?.();
    },
  };
}

const down = (): RequestError => new RequestError({ kind: 'unreachable', requestId: 'r' });

describe('resource', () => {
  it('asks again with growing waits until the service is back, and keeps what it had', async () => {
    const clock = manualClock();
    const answers: (() => Promise<string>)[] = [
      () => Promise.resolve('first'),
      () => Promise.reject(down()),
      () => Promise.reject(down()),
      () => Promise.resolve('second'),
    ];
    const resource = createResource<string, string>(() => (answers.shift() ?? (() => Promise.reject(down())))(), clock);
    resource.load('a');
    await settle();
    expect([resource.value, resource.fault]).toEqual(['first', null]);
    resource.load('b');
    await settle();
    expect([resource.value, resource.key, resource.fault?.kind, resource.attempts]).toEqual([
      'first',
      'a',
      'unreachable',
      1,
    ]);
    clock.fire();
    await settle();
    expect(resource.attempts).toBe(2);
    clock.fire();
    await settle();
    expect([resource.value, resource.key, resource.fault, resource.attempts]).toEqual(['second', 'b', null, 0]);
    expect(clock.waits).toEqual([1_000, 2_000]);
  });

  it('does not ask again by itself what the service refused', async () => {
    const clock = manualClock();
    const resource = createResource<string, string>(
      () => Promise.reject(new RequestError({ kind: 'refused', requestId: 'r', code: 'NOT_FOUND', message: 'no' })),
      clock,
    );
    resource.load('a');
    await settle();
    expect([resource.fault?.kind, resource.retryAt, clock.waits]).toEqual(['refused', null, []]);
  });

  it('shows the answer to the last question, even when an older one comes later', async () => {
    const open = new Map<string, (value: string) => void>();
    const resource = createResource<string, string>(
      (key) =>
        new Promise((resolve) => {
          open.set(key, resolve);
        }),
      manualClock(),
    );
    resource.load('old');
    resource.load('new');
    open.get('new')?.('new answer');
    await settle();
    open.get('old')?.('old answer');
    await settle();
    expect([resource.value, resource.key]).toEqual(['new answer', 'new']);
  });

  it('asks the same question once', async () => {
    let asked = 0;
    const resource = createResource<{ readonly region: string }, number>(
      () => Promise.resolve((asked += 1)),
      manualClock(),
    );
    resource.load({ region: '445200' });
    resource.load({ region: '445200' });
    await settle();
    expect(asked).toBe(1);
  });
});

describe('wait before asking again', () => {
  it.each([
    [1, 0, 1_000],
    [2, 0, 2_000],
    [4, 0, 8_000],
    [5, 0, 15_000],
    [50, 0, 15_000],
    [1, 0.5, 1_100],
  ])('attempt %i, random %d: %i ms', (attempt, random, expected) => {
    expect(retryDelay(attempt, random)).toBe(expected);
  });
});
