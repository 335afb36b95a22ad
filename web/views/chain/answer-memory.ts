import { shallowReactive } from 'vue';

/** Answers fetched before they are asked for. What fails is forgotten: whoever needs it asks and shows the fault. */
export interface AnswerMemory<Key, Value> {
  /** The answer, if it is there; reactive. */
  recall(key: Key): Value | null;
  /** Fetches an answer that is neither there nor under way. */
  foresee(key: Key): void;
  /** Drops what is under way. */
  close(): void;
}

/**
 * Remembers the last `limit` answers by the JSON text of their key and of `version`: a new version of the data makes the
 * old answers unknown.
 */
export function createAnswerMemory<Key, Value>(
  fetchValue: (key: Key, signal: AbortSignal) => Promise<Value>,
  version: () => string,
  limit: number,
): AnswerMemory<Key, Value> {
  const held = shallowReactive(new Map<string, Value>());
  const running = new Map<string, AbortController>();
  const nameOf = (key: Key): string => JSON.stringify([version(), key]);
  return {
    recall: (key) => held.get(nameOf(key)) ?? null,
    foresee: (key) => {
      const name = nameOf(key);
      if (held.has(name) || running.has(name)) return;
      const controller = new AbortController();
      running.set(name, controller);
      fetchValue(key, controller.signal).then(
        (value) => {
          running.delete(name);
          held.set(name, value);
          for (const oldest of held.keys()) {
            if (held.size <= limit) break;
            held.delete(oldest);
          }
        },
        () => {
          running.delete(name);
        },
      );
    },
    close: () => {
      for (const controller of running.values()) controller.abort();
      running.clear();
    },
  };
}
