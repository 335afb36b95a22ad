import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Link } from '../../server/domain/explore/link.ts';
import { otherEnd } from '../../server/domain/explore/link.ts';
import type { LinkGraph } from '../../server/domain/explore/link-graph.ts';
import { linkGraph, linksAmong } from '../../server/domain/explore/link-graph.ts';
import { neighbourGroups } from '../../server/domain/explore/neighbourhood.ts';
import { MAX_PATHS, shortestConnection } from '../../server/domain/explore/shortest-connection.ts';
import { smallIndustryMap } from '../support/small-map.ts';

const SEGMENTS = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
const map = smallIndustryMap({
  regions: {},
  segments: Object.fromEntries(SEGMENTS.map((code) => [code, null])),
  feeds: [],
  firms: {},
});
const idOf = (code: string): string => `Segment:${code}`;

const link = (from: string, to: string, relation: Link['relation'] = 'FEEDS'): Link => ({
  relation,
  from: idOf(from),
  to: idOf(to),
  size: null,
  facts: [],
});
const links = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom(...SEGMENTS),
      fc.constantFrom(...SEGMENTS),
      fc.constantFrom('FEEDS' as const, 'NAMES' as const),
    )
    .filter(([from, to]) => from !== to)
    .map(([from, to, relation]) => link(from, to, relation)),
  { maxLength: 14, selector: (one) => `${one.relation} ${one.from} ${one.to}` },
);

/** Every walk without repeats of the fewest hops, by plain enumeration. */
function shortestByEnumeration(list: readonly Link[], from: string, to: string, most: number): string[][] {
  const found: string[][] = [];
  const walk = (path: string[]): void => {
    const last = path.at(-1) ?? from;
    if (last === to) {
      found.push(path);
      return;
    }
    if (path.length > most) return;
    const next = new Set(list.filter((one) => one.from === last || one.to === last).map((one) => otherEnd(one, last)));
    for (const id of next) if (!path.includes(id)) walk([...path, id]);
  };
  walk([from]);
  const fewest = Math.min(...found.map((path) => path.length));
  return found.filter((path) => path.length === fewest);
}

const graphOf = (list: readonly Link[]): LinkGraph => linkGraph(map, [], list);

describe('shortest connections', () => {
  it('are those that plain enumeration finds, all of them counted', () => {
    fc.assert(
      fc.property(links, fc.integer({ min: 1, max: 6 }), (list, maxHops) => {
        const expected = shortestByEnumeration(list, idOf('A'), idOf('B'), maxHops).map((path) => path.join(' '));
        const found = shortestConnection(graphOf(list), idOf('A'), idOf('B'), maxHops);
        expect(found.pathCount).toBe(expected.length);
        expect(found.hops).toBe(expected.length === 0 ? null : (expected[0] ?? '').split(' ').length - 1);
        expect(found.paths).toHaveLength(Math.min(MAX_PATHS, expected.length));
        for (const path of found.paths) {
          expect(expected).toContain(path.things.join(' '));
          expect(path.hops).toHaveLength(path.things.length - 1);
          for (const hop of path.hops) {
            const between = list.filter((one) => one.from === hop.start || one.to === hop.start);
            expect(hop.links).toHaveLength(between.filter((one) => otherEnd(one, hop.start) === hop.end).length);
          }
        }
        const texts = found.paths.map((path) => path.things.join(' '));
        expect(new Set(texts).size).toBe(texts.length);
      }),
      { numRuns: 400 },
    );
  });

  it('are as long from one end as from the other', () => {
    fc.assert(
      fc.property(links, (list) => {
        const there = shortestConnection(graphOf(list), idOf('A'), idOf('B'), 6);
        const back = shortestConnection(graphOf(list), idOf('B'), idOf('A'), 6);
        expect([back.hops, back.pathCount]).toEqual([there.hops, there.pathCount]);
      }),
    );
  });

  it('cost a hub its links once: two things around a hub of 60,000 are found in time', () => {
    const firms = Array.from({ length: 60_000 }, (_, place) => `f${String(place).padStart(5, '0')}`);
    const hub = firms.map((firm): Link => ({
      relation: 'OPERATES_IN',
      from: `Firm:${firm}`,
      to: idOf('A'),
      size: null,
      facts: null,
    }));
    const graph = linkGraph(map, firms, [...hub, link('B', 'C')]);
    const startedAt = performance.now();
    expect(shortestConnection(graph, 'Firm:f00001', 'Firm:f59999', 6).hops).toBe(2);
    expect(shortestConnection(graph, 'Firm:f00001', idOf('C'), 8).hops).toBeNull();
    // Some tens of milliseconds alone; the bound only catches work that grows with the square of the hub.
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});

describe('neighbours', () => {
  it('stand in exactly one group a relation and direction, and the groups are all links of the thing', () => {
    fc.assert(
      fc.property(links, (list) => {
        const graph = graphOf(list);
        for (const id of SEGMENTS.map(idOf)) {
          const groups = neighbourGroups(graph, id);
          const members = groups.flatMap((group) =>
            group.neighbours.map((one) => `${group.relation} ${group.direction} ${one.id}`),
          );
          const expected = list.flatMap((one) => [
            ...(one.from === id ? [`${one.relation} OUT ${one.to}`] : []),
            ...(one.to === id ? [`${one.relation} IN ${one.from}`] : []),
          ]);
          expect(members.toSorted()).toEqual(expected.toSorted());
          expect(graph.neighbourCount(id)).toBe(new Set(groups.flatMap((g) => g.neighbours.map((n) => n.id))).size);
        }
      }),
    );
  });

  it('have all links among them found once, and no other', () => {
    fc.assert(
      fc.property(links, fc.subarray(SEGMENTS), (list, chosen) => {
        const ids = chosen.map(idOf);
        const expected = list.filter((one) => ids.includes(one.from) && ids.includes(one.to));
        const key = (one: Link): string => `${one.relation} ${one.from} ${one.to}`;
        expect(linksAmong(graphOf(list), ids).map(key).toSorted()).toEqual(expected.map(key).toSorted());
      }),
    );
  });
});
