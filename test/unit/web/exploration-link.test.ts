import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exploration, ShownThing } from '../../../web/views/explore/exploration.ts';
import { MOST_THINGS, NOTHING } from '../../../web/views/explore/exploration.ts';
import {
  EXPLORE_PARAMS,
  GRID,
  longId,
  readLink,
  readThings,
  shortId,
  writeLink,
} from '../../../web/views/explore/exploration-link.ts';
import { EXPLORE_TYPES, RELATIONS } from '../../../web/views/explore/thing-looks.ts';

const PREFIXES = ['Segment', 'Region', 'Firm', 'Park', 'Measure', 'Department', 'Policy', 'Target', 'Statement'];
const ids = fc
  .tuple(fc.constantFrom(...PREFIXES), fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.\-_]{0,20}$/))
  .map(([prefix, key]) => `${prefix}:${key}`);

const explorations: fc.Arbitrary<Exploration> = fc
  .uniqueArray(ids, { minLength: 1, maxLength: 30 })
  .chain((list) =>
    fc.record({
      things: fc.tuple(
        ...list.map((id, place) =>
          fc.record({
            id: fc.constant(id),
            via: place === 0 ? fc.constant(null) : fc.option(fc.constantFrom(...list.slice(0, place))),
            x: fc.integer({ min: -2_000, max: 2_000 }).map((x) => x * GRID),
            y: fc.integer({ min: -2_000, max: 2_000 }).map((y) => y * GRID),
            pinned: fc.boolean(),
          }),
        ),
      ),
      hiddenTypes: fc.subarray([...EXPLORE_TYPES]),
      hiddenRelations: fc.subarray([...RELATIONS]),
      path: list.length < 2 ? fc.constant(null) : fc.option(fc.constant(list.slice(0, 2))),
    }),
  )
  .map((state): Exploration => ({ ...state, things: state.things }));

describe('the link of an exploration', () => {
  it('gives the same picture back', () => {
    fc.assert(
      fc.property(explorations, (state) => {
        const parts = writeLink(state);
        const extra = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null)) as Record<
          string,
          string
        >;
        for (const [key, value] of Object.entries(extra)) expect(EXPLORE_PARAMS[key]?.(value), key).toBe(true);
        // Through a query string and out again.
        const travelled = Object.fromEntries(new URLSearchParams(new URLSearchParams(extra).toString()));
        expect(readLink(travelled)).toEqual(state);
      }),
    );
  });

  it('needs no escapes, so that it stays short: 60 things fit in 1,500 characters', () => {
    const things = Array.from({ length: 60 }, (_, place): ShownThing => ({
      id: `Measure:S23-M${place}`,
      via: place === 0 ? null : 'Measure:S23-M0',
      x: 160 * (place % 10),
      y: -80 * place,
      pinned: false,
    }));
    const { things: text } = writeLink({ ...NOTHING, things });
    expect(new URLSearchParams({ things: text ?? '' }).toString()).toBe(`things=${text ?? ''}`);
    expect((text ?? '').length).toBeLessThan(1_300);
  });

  it.each([
    ['no position', 'sD1'],
    ['an unknown type', 'xD1.0.0.'],
    ['the same thing twice', 'sD1.0.0.*sD1.1.1.'],
    ['nothing', ''],
    ['more than the picture holds', Array.from({ length: MOST_THINGS + 1 }, (_, n) => `sD${n}.0.0.`).join('*')],
  ])('with %s is refused', (_name, text) => {
    expect(EXPLORE_PARAMS['things']?.(text)).toBe(false);
  });

  it('hangs nothing on a thing that comes later: that would be a circle', () => {
    expect(readThings('sA.0.0.1*sB.0.0.0')?.map((thing) => thing.via)).toEqual([null, 'Segment:A']);
  });

  it('names ids short and back', () => {
    expect(shortId('Region:440100')).toBe('r440100');
    expect(longId('fcn-600220')).toBe('Firm:cn-600220');
    expect(shortId('Source:s23')).toBeNull();
    expect(EXPLORE_PARAMS['node']?.('Source:s23')).toBe(false);
    expect(EXPLORE_PARAMS['node']?.('Segment:D1')).toBe(true);
  });
});
