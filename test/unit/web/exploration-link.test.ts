import { readFileSync } from 'node:fs';
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
import { EXPLORE_TYPES, RELATIONS, THING_LOOKS } from '../../../web/views/explore/thing-looks.ts';

const sdl = readFileSync(new URL('../../../server/graphql/schema/explore.graphql', import.meta.url), 'utf8');

/** Values of an enum as the schema file writes them. */
function valuesOf(name: string): string[] {
  const body = new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(sdl)?.[1] ?? '';
  return [...body.matchAll(/^\s{2}([A-Z_]+)$/gm)].map((match) => match[1] ?? '');
}

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
  .map((state): Exploration => ({ ...state, things: state.things as ShownThing[] }));

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

describe('looks', () => {
  it('are there for every type and every relation of the service, each once', () => {
    expect(valuesOf('ExploreType')).toHaveLength(12);
    expect([...EXPLORE_TYPES].sort()).toEqual(valuesOf('ExploreType').sort());
    expect([...RELATIONS].sort()).toEqual(valuesOf('ExploreRelation').sort());
  });

  it('tell every two types apart by their sign', () => {
    expect(new Set(THING_LOOKS.map((look) => look.glyph)).size).toBe(THING_LOOKS.length);
  });

  it('carry their names in a contrast of 4.5 or more, in both themes', () => {
    const light = (hex: string): number => {
      const channel = (start: number): number => {
        const value = parseInt(hex.slice(start, start + 2), 16) / 255;
        return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      };
      return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    };
    for (const look of THING_LOOKS) {
      for (const { fill, ink, border } of [look.light, look.dark]) {
        const contrast = (a: string, b: string): number => {
          const [high = 0, low = 0] = [light(a), light(b)].sort((one, other) => other - one);
          return (high + 0.05) / (low + 0.05);
        };
        expect(contrast(fill, ink), `${look.type} ink`).toBeGreaterThanOrEqual(4.5);
        expect(contrast(fill, border), `${look.type} border`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});
