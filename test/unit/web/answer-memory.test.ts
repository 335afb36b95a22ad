import { describe, expect, it } from 'vitest';
import { createAnswerMemory } from '../../../web/views/chain/answer-memory.ts';

/** A fetch whose answers the test gives. */
function asked() {
  const calls: { key: string; signal: AbortSignal; answer: (value: string) => void; fail: () => void }[] = [];
  const fetchValue = (key: string, signal: AbortSignal): Promise<string> =>
    new Promise((resolve, reject) => {
      calls.push({
        key,
        signal,
        answer: resolve,
        fail: () => {
          reject(new Error('lost'));
        },
      });
    });
  return { calls, fetchValue };
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('answers fetched ahead', () => {
  it('are there when they are wanted, asked for once', async () => {
    const { calls, fetchValue } = asked();
    const memory = createAnswerMemory(fetchValue, () => 'r1', 5);
    memory.foresee('Y');
    memory.foresee('Y');
    expect(memory.recall('Y')).toBeNull();
    calls[0]?.answer('yarn');
    await settled();
    memory.foresee('Y');
    expect([calls.length, memory.recall('Y')]).toEqual([1, 'yarn']);
  });

  it('are not those of an older version of the data', async () => {
    const { calls, fetchValue } = asked();
    let version = 'r1';
    const memory = createAnswerMemory(fetchValue, () => version, 5);
    memory.foresee('Y');
    calls[0]?.answer('yarn');
    await settled();
    version = 'r2';
    expect(memory.recall('Y')).toBeNull();
  });

  it('leave no trace when they fail, and can be asked for again', async () => {
    const { calls, fetchValue } = asked();
    const memory = createAnswerMemory(fetchValue, () => 'r1', 5);
    memory.foresee('Y');
    calls[0]?.fail();
    await settled();
    expect(memory.recall('Y')).toBeNull();
    memory.foresee('Y');
    expect(calls).toHaveLength(2);
  });

  it('are kept up to the limit, the oldest forgotten first', async () => {
    const { calls, fetchValue } = asked();
    const memory = createAnswerMemory(fetchValue, () => 'r1', 2);
    for (const key of ['A', 'B', 'C']) memory.foresee(key);
    for (const call of calls) call.answer(call.key);
    await settled();
    expect(['A', 'B', 'C'].map((key) => memory.recall(key))).toEqual([null, 'B', 'C']);
  });

  it('are dropped with the view', () => {
    const { calls, fetchValue } = asked();
    const memory = createAnswerMemory(fetchValue, () => 'r1', 2);
    memory.foresee('A');
    memory.close();
    expect(calls[0]?.signal.aborted).toBe(true);
  });
});
