import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXPLORE_TYPES, RELATIONS, THING_LOOKS } from '../../web/views/explore/thing-looks.ts';

const sdl = readFileSync(new URL('../../server/graphql/schema/explore.graphql', import.meta.url), 'utf8');

/** Values of an enum as the schema file writes them. */
function valuesOf(name: string): string[] {
  const body = new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(sdl)?.[1] ?? '';
  return [...body.matchAll(/^\s{2}([A-Z_]+)$/gm)].map((match) => match[1] ?? '');
}

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
