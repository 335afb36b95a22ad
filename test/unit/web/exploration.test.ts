import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StepHistory } from '../../../web/state/step-history.ts';
import { beginHistory, redo, step, STEPS_KEPT, undo } from '../../../web/state/step-history.ts';
import type { Exploration } from '../../../web/views/explore/exploration.ts';
import {
  addThings,
  arrange,
  collapse,
  expandedFrom,
  markPath,
  moveThing,
  MOST_THINGS,
  NOTHING,
  removeThing,
  showAll,
  togglePin,
  toggleRelation,
  toggleType,
} from '../../../web/views/explore/exploration.ts';

const at = (id: string) => ({ id, place: { x: 0, y: 0 } });
const ids = (state: Exploration): string[] => state.things.map((thing) => thing.id);

/** A starts, B and C come from A, D and E from B. */
const family = addThings(
  addThings(addThings(NOTHING, [at('A')], null), [at('B'), at('C')], 'A'),
  [at('D'), at('E')],
  'B',
);

/** Any step on a picture of a few things. */
const names = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H');
const steps: fc.Arbitrary<(state: Exploration) => Exploration> = fc.oneof(
  fc.tuple(fc.array(names, { maxLength: 4 }), fc.option(names)).map(
    ([added, via]) =>
      (state: Exploration) =>
        addThings(state, added.map(at), via),
  ),
  names.map((id) => (state: Exploration) => collapse(state, id)),
  names.map((id) => (state: Exploration) => removeThing(state, id)),
  names.map((id) => (state: Exploration) => togglePin(state, id)),
  fc.tuple(names, fc.integer({ min: -900, max: 900 })).map(
    ([id, x]) =>
      (state: Exploration) =>
        moveThing(state, id, { x, y: -x }),
  ),
  fc.array(names, { maxLength: 4 }).map((path) => (state: Exploration) => markPath(state, path)),
  fc.constantFrom('FIRM' as const, 'REGION' as const).map((type) => (state: Exploration) => toggleType(state, type)),
  fc.constant((state: Exploration) => toggleRelation(state, 'FEEDS')),
  fc.constant(showAll),
);

describe('a picture of what was explored', () => {
  it('holds each thing once, hangs each on one that is there and never in a circle, and its path is all there', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 40 }), (taken) => {
        const state = taken.reduce((now, run) => run(now), NOTHING);
        const there = new Set(ids(state));
        expect(there.size).toBe(state.things.length);
        for (const thing of state.things) {
          let above: string | null = thing.via;
          let depth = 0;
          while (above !== null) {
            expect(there.has(above)).toBe(true);
            above = state.things.find((one) => one.id === above)?.via ?? null;
            depth += 1;
            expect(depth).toBeLessThanOrEqual(state.things.length);
          }
        }
        for (const id of state.path ?? []) expect(there.has(id)).toBe(true);
      }),
    );
  });

  it('gives back by collapsing exactly what was put there by expanding', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 20 }), fc.uniqueArray(names), names, (taken, added, id) => {
        const before = taken.reduce((now, run) => run(now), addThings(NOTHING, [at(id)], null));
        fc.pre(ids(before).includes(id) && expandedFrom(before, id).size === 0);
        const expanded = addThings(before, added.map(at), id);
        expect(collapse(expanded, id).things).toEqual(before.things);
      }),
    );
  });

  it('collapses a whole branch, and only that', () => {
    expect(ids(collapse(family, 'B'))).toEqual(['A', 'B', 'C']);
    expect(ids(collapse(family, 'A'))).toEqual(['A']);
    expect(collapse(family, 'C')).toBe(family);
  });

  it('keeps what is pinned, and what hangs on it, when the thing it came from is collapsed', () => {
    const state = collapse(togglePin(family, 'B'), 'A');
    expect(ids(state)).toEqual(['A', 'B', 'D', 'E']);
    const deeper = collapse(togglePin(family, 'D'), 'A');
    expect(deeper.things.map(({ id, via }) => [id, via])).toEqual([
      ['A', null],
      ['D', 'A'],
    ]);
    expect(ids(collapse(togglePin(deeper, 'D'), 'A'))).toEqual(['A']);
  });

  it('hangs the children of a removed thing on what it came from', () => {
    const state = removeThing(family, 'B');
    expect(ids(state)).toEqual(['A', 'C', 'D', 'E']);
    expect(state.things.filter((thing) => thing.via === 'A').map((thing) => thing.id)).toEqual(['C', 'D', 'E']);
  });

  it('moves nothing that is there when more comes', () => {
    const moved = moveThing(family, 'C', { x: 40.4, y: -7.6 });
    const more = addThings(moved, [at('F'), at('A')], 'C');
    expect(more.things.slice(0, family.things.length)).toEqual(moved.things);
    expect(moved.things.find((thing) => thing.id === 'C')).toMatchObject({ x: 40, y: -8, pinned: true });
  });

  it('is rearranged but for what is pinned', () => {
    const state = arrange(
      moveThing(family, 'C', { x: 5, y: 5 }),
      new Map([
        ['B', { x: 9.5, y: 1 }],
        ['C', { x: 0, y: 0 }],
      ]),
    );
    expect(state.things.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [10, 1],
      [5, 5],
      [0, 0],
      [0, 0],
    ]);
  });

  it(`never holds more than ${MOST_THINGS} things`, () => {
    const many = Array.from({ length: 450 }, (_, place) => at(`X${place}`));
    const state = addThings(family, many, 'A');
    expect(state.things).toHaveLength(MOST_THINGS);
    expect(ids(state).slice(0, 5)).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('loses its path with any thing along it, and takes none that is not all there', () => {
    const marked = markPath(family, ['A', 'B', 'D']);
    expect(marked.path).toEqual(['A', 'B', 'D']);
    expect(removeThing(marked, 'B').path).toBeNull();
    expect(removeThing(marked, 'C').path).toEqual(['A', 'B', 'D']);
    expect(markPath(family, ['A', 'Z']).path).toBeNull();
  });
});

describe('steps', () => {
  const walk = (taken: readonly ((state: Exploration) => Exploration)[]): StepHistory<Exploration> =>
    taken.reduce((history, run) => step(history, run(history.present)), beginHistory(NOTHING));

  it('are taken back one by one to the very beginning, and redone to the very end', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 60 }), (taken) => {
        const end = walk(taken);
        let back = end;
        while (back.past.length > 0) back = undo(back);
        expect(back.present).toBe(NOTHING);
        expect(back.future).toHaveLength(end.past.length);
        let forth = back;
        while (forth.future.length > 0) forth = redo(forth);
        expect(forth).toEqual(end);
      }),
    );
  });

  it('can be taken back a hundred times and more', () => {
    expect(STEPS_KEPT).toBeGreaterThanOrEqual(100);
    const run = Array.from({ length: 350 }, (_, place) => place).reduce(
      (history, value) => step(history, value + 1),
      beginHistory(0),
    );
    expect(run.past).toHaveLength(STEPS_KEPT);
    let back = run;
    for (let count = 0; count < STEPS_KEPT; count += 1) back = undo(back);
    expect(back.present).toBe(350 - STEPS_KEPT);
    expect(undo(back)).toBe(back);
  });

  it('that change nothing are none, and a new step gives up those taken back', () => {
    const history = step(beginHistory('a'), 'b');
    expect(step(history, 'b')).toBe(history);
    const branched = step(undo(history), 'c');
    expect(branched).toEqual({ past: ['a'], present: 'c', future: [] });
    expect(redo(branched)).toBe(branched);
  });
});
