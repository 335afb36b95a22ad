import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodesOf, startMapService } from '../support/map-service.ts';
import type { TestService } from '../support/start-test-service.ts';
import { openTestGraph, type TestGraph } from '../support/test-graph.ts';

let service: TestService;
let graph: TestGraph;
beforeAll(async () => {
  service = await startMapService();
  graph = await openTestGraph();
  // The map ships without anything that somebody saved.
  for (const key of ['list-one-of-three', 'list-two-of-three', 'list-three-of-three']) {
    await service.ask('mutation ($input: SaveTargetListInput!) { saveTargetList(input: $input) { list { id } } }', {
      input: { key, name: key, region: '445100', segment: 'W1', firms: [] },
    });
  }
});
afterAll(async () => {
  await graph.run('MATCH (n:TargetList) DETACH DELETE n');
  await graph.close();
  await service.stop();
});

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  edges: { cursor: string; node: { id?: string; key?: string } }[];
}

describe('global ids', () => {
  /** A question for some things of each type that is a Node. */
  const LISTS: Record<string, string> = {
    Source: '{ list: sources(first: 3) { edges { node { id } } } }',
    Cluster: '{ list: clusters(first: 3) { edges { node { id } } } }',
    Segment: '{ list: segments(first: 3) { edges { node { id } } } }',
    Region: '{ list: regions(first: 3) { edges { node { id } } } }',
    Zone: '{ list: zones(first: 3) { edges { node { id } } } }',
    Park: '{ list: parks(first: 3) { edges { node { id } } } }',
    Policy: '{ list: policies(first: 3) { edges { node { id } } } }',
    Measure: '{ list: measures(first: 3) { edges { node { id } } } }',
    Department: '{ list: departments(first: 3) { edges { node { id } } } }',
    Target: '{ list: targets(first: 3) { edges { node { id } } } }',
    Asset: '{ list: assets(first: 3) { edges { node { id } } } }',
    Statement: '{ list: statements(first: 3) { edges { node { id } } } }',
    Indicator: '{ list: indicators(first: 3) { edges { node { id } } } }',
    Firm: '{ list: firms(first: 3) { edges { node { id } } } }',
    Observation: '{ region(by: { code: "440100" }) { list: observations(first: 3) { edges { node { id } } } } }',
    TargetList: '{ list: targetLists(first: 3) { edges { node { id } } } }',
    Clause: '{ measures(first: 3) { edges { node { clause { id } } } } }',
  };

  it('exist for every type that the schema calls a Node', async () => {
    const { __type } = await service.ask<{ __type: { possibleTypes: { name: string }[] } }>(
      '{ __type(name: "Node") { possibleTypes { name } } }',
    );
    expect(__type.possibleTypes.map(({ name }) => name).sort()).toEqual(Object.keys(LISTS).sort());
  });

  it.each(Object.entries(LISTS))(
    '%s: what a list gives is found again, alone and among others',
    async (type, question) => {
      const ids = [...JSON.stringify(await service.ask(question)).matchAll(/"id":"([^"]+)"/g)].map(
        (match) => match[1] ?? '',
      );
      expect(ids).toHaveLength(3);
      for (const id of ids) expect(id.startsWith(`${type}:`)).toBe(true);
      const { nodes, node } = await service.ask<{
        nodes: { __typename: string; id: string }[];
        node: { __typename: string; id: string };
      }>('query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { __typename id } node(id: $id) { __typename id } }', {
        ids: [...ids].reverse(),
        id: ids[0],
      });
      expect(nodes).toEqual([...ids].reverse().map((id) => ({ __typename: type, id })));
      expect(node).toEqual({ __typename: type, id: ids[0] });
    },
  );
});

describe('pages', () => {
  /** [name, path of fields to the list, arguments, key of a node, page sizes] */
  const SIZES = [1, 2, 3, 4, 5, 6, 7];
  const LISTS: [name: string, wrap: (list: string) => string, field: string, node: string, sizes: number[]][] = [
    ['firms by name', (list) => `{ ${list} }`, 'firms(orderBy: NAME, ', 'id', [7]],
    ['firms by code', (list) => `{ ${list} }`, 'firms(orderBy: CODE, ', 'id', [7]],
    ['firms of a region', (list) => `{ ${list} }`, 'firms(filter: { region: "440300" }, ', 'id', SIZES],
    ['measures', (list) => `{ ${list} }`, 'measures(', 'id', SIZES],
    ['segments', (list) => `{ ${list} }`, 'segments(', 'id', [3, 7]],
    ['counties', (list) => `{ ${list} }`, 'regions(filter: { within: "440100" }, ', 'id', SIZES],
    [
      'observations of a region',
      (list) => `{ region(by: { code: "440500" }) { ${list} } }`,
      'observations(',
      'id',
      SIZES,
    ],
    [
      'observations of an indicator',
      (list) => `{ node(id: "Indicator:resident-population") { ... on Indicator { ${list} } } }`,
      'observations(',
      'id',
      SIZES,
    ],
    [
      'duties',
      (list) => `{ department(by: { name: "省市场监管局" }) { ${list} } }`,
      'duties(',
      'key: role measure { id }',
      SIZES,
    ],
    [
      'feeds',
      (list) => `{ segment(by: { code: "P" }) { ${list} } }`,
      'feeds(direction: UP, depth: 6, ',
      'segment { id }',
      [2, 7],
    ],
    ['hosts of a segment', (list) => `{ segment(by: { code: "P0" }) { ${list} } }`, 'hosts(', 'region { id }', [4]],
    [
      'applications of a measure',
      (list) => `{ measure(by: { code: "S23-M14" }) { ${list} } }`,
      'appliesTo(',
      'term target { ... on Node { id } }',
      [1, 3],
    ],
  ];

  it.each(LISTS)(
    '%s: all pages together are the whole, once each, in one order',
    async (_name, wrap, field, node, sizes) => {
      const read = async (size: number): Promise<{ seen: string[]; total: number }> => {
        const seen: string[] = [];
        let after: string | null = null;
        let total = -1;
        for (let turn = 0; turn < 200; turn += 1) {
          const answer: Record<string, unknown> = await service.ask(
            `query ($first: Int!, $after: String) ${wrap(`list: ${field}first: $first, after: $after) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { ${node} } } }`)}`,
            { first: size, after },
          );
          const page = ('list' in answer ? answer['list'] : (Object.values(answer)[0] as { list: Page }).list) as Page;
          total = page.totalCount;
          expect(page.edges.length).toBeLessThanOrEqual(size);
          expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
          expect([page.pageInfo.startCursor, page.pageInfo.endCursor]).toEqual([
            page.edges[0]?.cursor ?? null,
            page.edges.at(-1)?.cursor ?? null,
          ]);
          seen.push(...page.edges.map((edge) => JSON.stringify(edge.node)));
          if (!page.pageInfo.hasNextPage) return { seen, total };
          after = page.pageInfo.endCursor;
        }
        throw new Error('the list does not end');
      };
      const whole = await read(100);
      expect(whole.seen.length).toBeGreaterThan(3);
      for (const size of sizes) {
        const { seen, total } = await read(size);
        expect(seen).toHaveLength(total);
        expect(new Set(seen).size).toBe(total);
        expect(seen).toEqual(whole.seen);
      }
    },
  );

  const FOREIGN: [name: string, question: string][] = [
    ['segments', 'segments(after: $after) { totalCount }'],
    ['measures', 'measures(after: $after) { totalCount }'],
    ['firms by name', 'firms(after: $after) { totalCount }'],
    ['firms by code', 'firms(orderBy: CODE, after: $after) { totalCount }'],
    ['values', 'region(by: { code: "440500" }) { observations(after: $after) { totalCount } }'],
    ['a search', 'search(query: "佛山", after: $after) { edges { cursor } }'],
  ];
  it.each(FOREIGN)('%s refuse a cursor of another list, and what is no cursor', async (name, question) => {
    const lists = await service.ask<Record<string, Page>>(
      `{ zones(first: 1) { edges { cursor } } byName: firms(first: 1) { edges { cursor } } byCode: firms(orderBy: CODE, first: 1) { edges { cursor } }
         search(query: "佛山", first: 1) { edges { cursor } } }`,
    );
    const own: Record<string, string> = { 'firms by name': 'byName', 'firms by code': 'byCode', 'a search': 'search' };
    const cursors = Object.entries(lists)
      .filter(([list]) => list !== own[name])
      .map(([, page]) => page.edges[0]?.cursor ?? '');
    expect(cursors.length).toBeGreaterThanOrEqual(3);
    for (const after of [...cursors, 'nonsense!', '0']) {
      const error = await service.refusal(`query ($after: String) { ${question} }`, { after });
      expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', where: 'after' });
    }
  });
});

describe('search', () => {
  interface Hits {
    search: {
      edges: { node: { type: string; label: string; detail: string; node: { id: string } } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  }
  const find = async (query: string, first = 10): Promise<string[]> =>
    nodesOf(
      (
        await service.ask<Hits>(
          'query ($query: String!, $first: Int!) { search(query: $query, first: $first) { edges { node { node { id } } } } }',
          { query, first },
        )
      ).search,
    ).map(({ node }) => node.id);

  it.each(['fs', 'FS', 'foshan', 'Foshan', '佛山', '佛山市', ' 佛山 ', 'ｆｏｓｈａｎ'])(
    '%j finds 佛山 among the first three',
    async (query) => {
      expect(await find(query, 3)).toContain('Region:440600');
    },
  );

  it.each([
    ['印染', 'Segment:D1'],
    ['shantou', 'Region:440500'],
    ['工信厅', 'Department:gd-miit'],
    ['省工信厅', 'Department:gd-miit'],
    ['省工业和信息化厅', 'Department:gd-miit'],
    ['政数局', 'Department:gd-government-services-data'],
    ['600220', 'Firm:cn-600220'],
    ['粤东', 'Zone:YUEDONG'],
    ['现代轻工纺织', 'Cluster:light-textile'],
    ['智能家电', 'Cluster:appliances'],
  ])('%s: %s first', async (query, id) => {
    expect((await find(query))[0]).toBe(id);
  });

  it.each([
    ['羽绒', ['Segment:F12', 'Segment:P15', 'Park:park-zhanjiang-wuchuan-down']],
    ['布', ['Segment:W12', 'Segment:W3']],
    ['婚纱', ['Segment:P14']],
    ['大朗', ['Region:441900113']],
  ])('%s finds %j', async (query, ids) => {
    expect(await find(query, 30)).toEqual(expect.arrayContaining(ids));
  });

  it.each(
    [
      '+',
      '-',
      '&&',
      '||',
      '!',
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      '^',
      '"',
      '~',
      '*',
      '?',
      ':',
      '\\',
      '/',
      'AND',
      'OR',
      'NOT',
      '佛山 AND',
      'NOT 佛山',
      '*佛*',
      '佛山~2',
      'name:佛山',
      '[a TO b]',
      'a OR',
      '((((',
      '"佛山',
      '%',
      '\u0000',
      '🙂',
      'ﷺ'.repeat(100),
      'a '.repeat(50),
      '布 '.repeat(50),
    ].map((query) => [query]),
  )('%j is a text like any other', async (query) => {
    expect(Array.isArray(await find(query, 5))).toBe(true);
  });

  it('tells what it found and where it stands', async () => {
    const { search } = await service.ask<Hits>(
      '{ search(query: "南海", first: 5) { edges { node { type label detail node { id } } } } }',
    );
    const hit = nodesOf(search).find(({ node }) => node.id === 'Region:440605');
    expect(hit).toMatchObject({
      type: 'REGION',
      label: '南海区',
      detail: expect.stringMatching(/广东省.*佛山市.*440605/) as string,
    });
  });

  it('keeps to the types asked for', async () => {
    const { search } = await service.ask<Hits>(
      '{ search(query: "佛山", types: [PARK, ZONE], first: 20) { edges { node { type } } } }',
    );
    expect(search.edges.length).toBeGreaterThan(0);
    for (const { type } of nodesOf(search)) expect(['PARK', 'ZONE']).toContain(type);
  });

  it('pages without repeats, in the order of one long page', async () => {
    const whole = await find('纺织', 60);
    expect(whole.length).toBeGreaterThan(20);
    const seen: string[] = [];
    let after: string | null = null;
    while (seen.length < whole.length) {
      const { search }: Hits = await service.ask<Hits>(
        'query ($after: String) { search(query: "纺织", first: 7, after: $after) { edges { node { node { id } } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      seen.push(...nodesOf(search).map(({ node }) => node.id));
      if (!search.pageInfo.hasNextPage) break;
      after = search.pageInfo.endCursor;
    }
    expect(seen.slice(0, whole.length)).toEqual(whole);
    expect(new Set(seen).size).toBe(seen.length);
  });
});
