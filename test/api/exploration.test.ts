import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMapService } from '../support/map-service.ts';
import type { TestService } from '../support/start-test-service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startMapService();
});
afterAll(() => service.stop());

interface Group {
  relation: string;
  direction: string;
  type: string;
  count: number;
}
interface Paged {
  neighbourhood: {
    groups: {
      neighbours: {
        totalCount: number;
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
        edges: { node: { node: { id: string } }; link: { from: string; to: string; sources: unknown[] } }[];
      };
    }[];
  };
}

const PAGE = `query ($id: ID!, $group: NeighbourGroupInput!, $first: Int!, $after: String) {
  neighbourhood(id: $id, group: $group) { groups { neighbours(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { node { id } } link { from to sources { position } } } } } } }`;

/** The province and the lead department are hubs. */
const CENTRES = [
  'Region:440000',
  'Region:440100',
  'Segment:D1',
  'Department:gd-miit',
  'Measure:S23-M14',
  'Firm:hk-01382',
];

describe('neighbourhood', () => {
  it.each(CENTRES)('%s: counts are lengths, and the pages of a group are all of it without repeats', async (id) => {
    const { neighbourhood } = await service.ask<{
      neighbourhood: { centre: { neighbourCount: number }; groups: Group[] };
    }>(`{ neighbourhood(id: "${id}") { centre { neighbourCount } groups { relation direction type count } } }`);
    expect(neighbourhood.groups.length).toBeGreaterThan(0);
    const all = new Set<string>();
    for (const { count, ...group } of neighbourhood.groups) {
      const found: string[] = [];
      let after: string | null = null;
      let more = true;
      while (more) {
        const page: Paged = await service.ask<Paged>(PAGE, { id, group, first: 9, after });
        const neighbours = page.neighbourhood.groups[0]?.neighbours;
        if (neighbours === undefined) throw new Error('the group is gone');
        expect(neighbours.totalCount).toBe(count);
        for (const { node, link } of neighbours.edges) {
          found.push(node.node.id);
          expect(group.direction === 'OUT' ? [link.from, link.to] : [link.to, link.from]).toEqual([id, node.node.id]);
          expect(link.sources.length).toBeGreaterThan(0);
        }
        after = neighbours.pageInfo.endCursor;
        more = neighbours.pageInfo.hasNextPage;
      }
      expect(found).toHaveLength(count);
      expect(new Set(found).size).toBe(count);
      for (const neighbour of found) all.add(neighbour);
    }
    expect(neighbourhood.centre.neighbourCount).toBe(all.size);
  });

  it.each([
    ['of another type', 'neighbourhood(id: "Source:s23") { release { id } }', 'BAD_USER_INPUT', 'id'],
    ['of nothing', 'neighbourhood(id: "Segment:NOPE") { release { id } }', 'NOT_FOUND', 'id'],
    ['of a missing end', 'shortestConnection(from: "Segment:D1", to: "Firm:nope") { hops }', 'NOT_FOUND', 'to'],
    ['the same twice', 'shortestConnection(from: "Segment:D1", to: "Segment:D1") { hops }', 'BAD_USER_INPUT', 'to'],
    [
      'no hop',
      'shortestConnection(from: "Segment:D1", to: "Segment:D2", maxHops: 0) { hops }',
      'BAD_USER_INPUT',
      'maxHops',
    ],
    [
      'nine hops',
      'shortestConnection(from: "Segment:D1", to: "Segment:D2", maxHops: 9) { hops }',
      'BAD_USER_INPUT',
      'maxHops',
    ],
  ])('refuses an id %s', async (_name, question, code, where) => {
    expect((await service.refusal(`{ ${question} }`)).extensions).toMatchObject({ code, where });
  });
});

describe('shortestConnection', () => {
  it('leads from 互太 through a measure to 省市场监管局, each hop with a source, and says when it is too far', async () => {
    const ask = (maxHops: number) =>
      service.ask<{
        shortestConnection: {
          hops: number | null;
          pathCount: number;
          answer: string;
          paths: { things: { type: string }[]; hops: { links: { sources: unknown[] }[] }[] }[];
        };
      }>(
        `{ shortestConnection(from: "Firm:hk-01382", to: "Department:gd-market", maxHops: ${maxHops}) {
          hops pathCount answer paths { things { type } hops { links { sources { position } } } } } }`,
      );
    const { shortestConnection: found } = await ask(6);
    expect(found.hops).toBe(4);
    for (const { things, hops } of found.paths) {
      expect([things[0]?.type, things.at(-2)?.type, things.at(-1)?.type]).toEqual(['FIRM', 'MEASURE', 'DEPARTMENT']);
      expect(hops).toHaveLength(4);
      for (const { links } of hops) {
        expect(links.length).toBeGreaterThan(0);
        for (const link of links) expect(link.sources.length).toBeGreaterThan(0);
      }
    }
    const { shortestConnection: none } = await ask(3);
    expect(none).toMatchObject({ hops: null, pathCount: 0, paths: [] });
    expect(none.answer).toContain('3 步以内没有连接');
  });
});
