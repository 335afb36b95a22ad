import { shallowReactive } from 'vue';
import type { RequestFault } from '../api/request-fault.ts';
import { isPassing, RequestError } from '../api/request-fault.ts';
import { retryDelay } from './retry-delay.ts';

/** Something that is fetched: what came last stays while the next is on its way or cannot be had. */
export interface Resource<Key, Value> {
  /** The last answer; null before the first. */
  readonly value: Value | null;
  /** The question that `value` answers. */
  readonly key: Key | null;
  readonly loading: boolean;
  /** Why the last request gave nothing; null when it did. */
  readonly fault: RequestFault | null;
  /** Repetitions so far after a passing fault. */
  readonly attempts: number;
  /** When it will be asked again, ms of `now()`; null = not by itself. */
  readonly retryAt: number | null;
  /** Asks for a key; the same key again is not asked twice unless it failed. */
  load(key: Key): void;
  /** Asks again at once, whatever stands. */
  reload(): void;
  /** Drops what is under way and asks no more. */
  close(): void;
}

export interface ResourceClock {
  now(): number;
  random(): number;
  /** Calls back once after `ms`; returns how to cancel. */
  after(ms: number, run: () => void): () => void;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A resource whose keys are compared by their JSON text. Passing faults are repeated with growing waits. */
export function createResource<Key, Value>(
  fetchValue: (key: Key, signal: AbortSignal) => Promise<Value>,
  clock: ResourceClock,
  onClose: () => void = () => undefined,
): Resource<Key, Value> {
  let wanted: Key | null = null;
  let running: AbortController | null = null;
  let cancelRetry: (() => void) | null = null;

  const stop = (): void => {
    running?.abort();
    running = null;
    cancelRetry?.();
    cancelRetry = null;
    state.retryAt = null;
  };

  const run = async (key: Key): Promise<void> => {
    stop();
    const controller = new AbortController();
    running = controller;
    state.loading = true;
    try {
      const value = await fetchValue(key, controller.signal);
      if (running !== controller) return;
      state.value = value;
      state.key = key;
      state.fault = null;
      state.attempts = 0;
    } catch (error) {
      if (running !== controller) return;
      if (!(error instanceof RequestError)) throw error;
      state.fault = error.fault;
      if (isPassing(error.fault)) {
        state.attempts += 1;
        const delay = retryDelay(state.attempts, clock.random());
        state.retryAt = clock.now() + delay;
        cancelRetry = clock.after(delay, () => void run(key));
      }
    } finally {
      if (running === controller) {
        running = null;
        state.loading = false;
      }
    }
  };

  const state: Mutable<Resource<Key, Value>> = shallowReactive({
    value: null,
    key: null,
    loading: false,
    fault: null,
    attempts: 0,
    retryAt: null,
    load: (key: Key) => {
      if (wanted !== null && JSON.stringify(wanted) === JSON.stringify(key)) return;
      wanted = key;
      state.attempts = 0;
      void run(key);
    },
    reload: () => {
      if (wanted !== null) void run(wanted);
    },
    close: () => {
      stop();
      onClose();
    },
  });
  return state;
}
