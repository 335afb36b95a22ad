import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMapService } from '../support/map-service.ts';
import type { Answer, AnswerError, TestService, Variables } from '../support/start-test-service.ts';
import { PAGE } from '../support/start-test-service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startMapService();
});
afterAll(() => service.stop());

/** Words that only our own code, the database or a library would say. */
const INTERNAL =
  /\bat .*\.(ts|js):\d|node_modules|Neo4j|Cypher|MATCH \(|bolt:|ECONN|Fastify|FST_|Apollo|undefined|\[object/;

/** Code, message in words, request id, and nothing that a client should not see. */
function expectClear(answer: Answer<unknown>): AnswerError {
  const error = answer.body.errors?.[0];
  expect(answer.text).not.toMatch(INTERNAL);
  expect(answer.text).not.toMatch(/stack/i);
  expect(error?.message.length).toBeGreaterThan(15);
  expect(error?.message).toBe(error?.message.trim());
  expect(error?.extensions.code).toMatch(/^[A-Z_]+$/);
  expect(error?.extensions.requestId).toBe(answer.headers.get('x-request-id'));
  if (error === undefined) throw new Error(`no error in ${answer.text}`);
  return error;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: BodyInit, headers: Record<string, string> = JSON_TYPE): RequestInit => ({
  method: 'POST',
  headers,
  body,
});
const QUESTION = JSON.stringify({ query: '{ release { id } }' });
const GET = `/graphql?query=${encodeURIComponent('{ release { id } }')}`;
const PREFLIGHT = { 'apollo-require-preflight': '1' };

describe('a request that is no question', () => {
  const cases: [name: string, path: string, init: RequestInit, status: number, code: string][] = [
    ['malformed JSON', '/graphql', post('{"query":"{release{id}}"'), 400, 'BAD_REQUEST'],
    ['an empty body', '/graphql', post(''), 400, 'BAD_REQUEST'],
    ['a body that is a text', '/graphql', post('"x"'), 400, 'BAD_REQUEST'],
    ['a body that is null', '/graphql', post('null'), 400, 'BAD_REQUEST'],
    ['a body without a query', '/graphql', post('{}'), 400, 'BAD_REQUEST'],
    ['a query that is a number', '/graphql', post('{"query":5}'), 400, 'BAD_REQUEST'],
    ['variables that are a text', '/graphql', post('{"query":"{release{id}}","variables":"x"}'), 400, 'BAD_REQUEST'],
    [
      'a poisoned key',
      '/graphql',
      post('{"query":"{release{id}}","variables":{"__proto__":{"a":1}}}'),
      400,
      'BAD_REQUEST',
    ],
    ['an unknown content type', '/graphql', post('<a/>', { 'content-type': 'application/xml' }), 415, 'BAD_REQUEST'],
    [
      'a form',
      '/graphql',
      post('query=x', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'BAD_REQUEST',
    ],
    [
      'plain text from a foreign page',
      '/graphql',
      post(QUESTION, { 'content-type': 'text/plain' }),
      400,
      'BAD_REQUEST',
    ],
    ['a batch', '/graphql', post(`[${QUESTION},${QUESTION}]`), 400, 'BAD_REQUEST'],
    ['a query by GET from a foreign page', GET, {}, 400, 'BAD_REQUEST'],
    [
      'a mutation by GET',
      `/graphql?query=${encodeURIComponent('mutation { __typename }')}`,
      { headers: PREFLIGHT },
      405,
      'BAD_REQUEST',
    ],
    ['PUT', '/graphql', { ...post(QUESTION), method: 'PUT' }, 405, 'BAD_REQUEST'],
    ['PATCH', '/graphql', { ...post(QUESTION), method: 'PATCH' }, 405, 'BAD_REQUEST'],
    ['an unknown path', '/nothing/here', {}, 404, 'NOT_FOUND'],
    ['an unknown path by POST', '/api', post(QUESTION), 404, 'NOT_FOUND'],
    ['a broken address', '/%zz', {}, 400, 'BAD_REQUEST'],
    [
      'a stored query by hash',
      '/graphql',
      post(JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'ab'.repeat(32) } } })),
      200,
      'PERSISTED_QUERY_NOT_SUPPORTED',
    ],
  ];
  it.each(cases)('%s is refused clearly', async (_name, path, init, status, code) => {
    const answer = await service.send(path, init);
    const error = expectClear(answer);
    expect({ status: answer.status, code: error.extensions.code }).toEqual({ status, code });
  });

  it('a body of 10 MB is refused with 413 before it has been read', async () => {
    const { status, text } = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const sent = request(
        `${service.url}/graphql`,
        { method: 'POST', headers: { ...JSON_TYPE, 'content-length': 10_000_000 }, timeout: 10_000 },
        (response) => {
          let heard = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (heard += chunk));
          response.on('end', () => {
            resolve({ status: response.statusCode, text: heard });
            sent.destroy();
          });
        },
      );
      sent.once('error', reject);
      sent.write('{"query":"');
    });
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({
      errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE', requestId: expect.stringMatching(/^test-\d+$/) as string } }],
    });
  });

  it('a body without a stated length is cut off at the limit', async () => {
    const body = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 40; part += 1) controller.enqueue(new Uint8Array(50_000).fill(97));
        controller.close();
      },
    });
    const answer = await service.send('/graphql', { ...post(body), duplex: 'half' } as RequestInit);
    expect(answer.status).toBe(413);
    expect(expectClear(answer).extensions.code).toBe('PAYLOAD_TOO_LARGE');
  });
});

describe('a question that cannot be answered', () => {
  const cases: [name: string, query: string, variables: Variables, code: string, words: RegExp][] = [
    ['more than a page', '{ firms(first: 101) { totalCount } }', {}, 'BAD_USER_INPUT', /from 1 to 100.*101/],
    ['an empty page', '{ firms(first: 0) { totalCount } }', {}, 'BAD_USER_INPUT', /from 1 to 100/],
    ['a negative page', '{ segments(first: -1) { totalCount } }', {}, 'BAD_USER_INPUT', /from 1 to 100/],
    [
      'a page size that is a text',
      'query ($n: Int!) { segments(first: $n) { totalCount } }',
      { n: '5' },
      'BAD_USER_INPUT',
      /\$n/,
    ],
    ['an unknown segment', '{ gaps(cut: ["ZZ"]) { basis } }', {}, 'BAD_USER_INPUT', /no segment ZZ/],
    [
      'a cut with a segment and a part of it',
      '{ gaps(cut: ["P", "P0"]) { basis } }',
      {},
      'BAD_USER_INPUT',
      /"P0" is a part of "P"/,
    ],
    ['a cut with a segment twice', '{ gaps(cut: ["P", "P"]) { basis } }', {}, 'BAD_USER_INPUT', /twice/],
    ['an empty cut', '{ gaps(cut: []) { basis } }', {}, 'BAD_USER_INPUT', /at least one/],
    ['an unknown region', '{ gaps(regions: ["999999"]) { basis } }', {}, 'BAD_USER_INPUT', /no region 999999/],
    [
      'a county where prefectures are counted',
      '{ gaps(regions: ["440513"]) { basis } }',
      {},
      'BAD_USER_INPUT',
      /440513.*prefecture/,
    ],
    [
      'the province where prefectures are counted',
      '{ gaps(regions: ["440000"]) { basis } }',
      {},
      'BAD_USER_INPUT',
      /440000.*prefecture/,
    ],
    ['no region', '{ gaps(regions: []) { basis } }', {}, 'BAD_USER_INPUT', /at least one/],
    [
      'a region code of the wrong form',
      'query ($r: [DivisionCode!]) { gaps(regions: $r) { basis } }',
      { r: ['44-'] },
      'BAD_USER_INPUT',
      /six digits/,
    ],
    [
      'a wrong class',
      'query ($c: [GapClass!]) { gaps(classes: $c) { basis } }',
      { c: ['BAD'] },
      'BAD_USER_INPUT',
      /"BAD"/,
    ],
    ['a wrong class in the text', '{ gaps(classes: [BAD]) { basis } }', {}, 'GRAPHQL_VALIDATION_FAILED', /"BAD"/],
    [
      'two keys of a look-up',
      '{ region(by: { code: "440600", name: "佛山" }) { id } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
      /exactly one key/,
    ],
    ['no key of a look-up', '{ region(by: {}) { id } }', {}, 'GRAPHQL_VALIDATION_FAILED', /exactly one key/],
    ['no global id', '{ node(id: "D1") { id } }', {}, 'BAD_USER_INPUT', /not a global id/],
    ['a global id of an unknown type', '{ node(id: "Import:1") { id } }', {}, 'BAD_USER_INPUT', /not a global id/],
    [
      'a global id of a type that objects inherit',
      '{ node(id: "constructor:x") { id } }',
      {},
      'BAD_USER_INPUT',
      /not a global id/,
    ],
    [
      'more ids than a page',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: Array.from({ length: 101 }, () => 'Segment:D1') },
      'BAD_USER_INPUT',
      /At most 100/,
    ],
    [
      'an unknown cluster',
      '{ chain(cluster: "nothing") { cut { code } } }',
      {},
      'BAD_USER_INPUT',
      /no cluster nothing/,
    ],
    [
      'a cluster without a chain',
      '{ chain(cluster: "appliances") { cut { code } } }',
      {},
      'BAD_USER_INPUT',
      /No chain/,
    ],
    [
      'feeds too deep',
      '{ segment(by: { code: "W3" }) { feeds(direction: UP, depth: 7) { totalCount } } }',
      {},
      'BAD_USER_INPUT',
      /from 1 to 6/,
    ],
    [
      'measures of an unknown department',
      '{ measures(filter: { department: "省无此厅" }) { totalCount } }',
      {},
      'BAD_USER_INPUT',
      /省无此厅/,
    ],
    [
      'measures of an unknown policy',
      '{ measures(filter: { policy: "nothing" }) { totalCount } }',
      {},
      'BAD_USER_INPUT',
      /nothing/,
    ],
    [
      'targets of an unknown policy',
      '{ targets(filter: { policy: "nothing" }) { totalCount } }',
      {},
      'BAD_USER_INPUT',
      /nothing/,
    ],
    [
      'regions of an unknown zone',
      '{ regions(filter: { zone: "NOWHERE" }) { totalCount } }',
      {},
      'BAD_USER_INPUT',
      /NOWHERE/,
    ],
    [
      'an unknown component of a score',
      '{ relocationPaths(segment: "D1", from: "440100", weights: [{ name: "luck", value: 1 }]) { basis } }',
      {},
      'BAD_USER_INPUT',
      /luck.*chainFit/,
    ],
    [
      'weights that are all 0',
      'query ($w: [WeightInput!]) { relocationPaths(segment: "D1", from: "440100", weights: $w) { basis } }',
      {
        w: ['chainFit', 'park', 'policy', 'pairing', 'gradient', 'proximity', 'relatedness'].map((name) => ({
          name,
          value: 0,
        })),
      },
      'BAD_USER_INPUT',
      /above 0/,
    ],
    [
      'a weight above 1',
      '{ relocationPaths(segment: "D1", from: "440100", weights: [{ name: "park", value: 2 }]) { basis } }',
      {},
      'BAD_USER_INPUT',
      /from 0 to 1/,
    ],
    [
      'a lot of no firms',
      '{ relocationPaths(segment: "D1", from: "440100", lot: { firms: 0 }) { basis } }',
      {},
      'BAD_USER_INPUT',
      /above 0/,
    ],
    [
      'an origin that is a county',
      '{ relocationPaths(segment: "D1", from: "440513") { basis } }',
      {},
      'BAD_USER_INPUT',
      /prefecture/,
    ],
    [
      'an unknown zone to move to',
      '{ relocationPaths(segment: "D1", from: "440100", zones: ["NOWHERE"]) { basis } }',
      {},
      'BAD_USER_INPUT',
      /NOWHERE/,
    ],
    [
      'no zone to move to',
      '{ relocationPaths(segment: "D1", from: "440100", zones: []) { basis } }',
      {},
      'BAD_USER_INPUT',
      /at least one zone/,
    ],
    ['an empty search', '{ search(query: "  ") { edges { cursor } } }', {}, 'BAD_USER_INPUT', /from 1 to 100/],
    [
      'a search of 101 characters',
      'query ($q: String!) { search(query: $q) { edges { cursor } } }',
      { q: '布'.repeat(101) },
      'BAD_USER_INPUT',
      /101/,
    ],
    ['a mutation that there is not', 'mutation { x }', {}, 'GRAPHQL_VALIDATION_FAILED', /Cannot query field "x"/],
    ['a subscription', 'subscription { __typename }', {}, 'OPERATION_RESOLUTION_FAILURE', /queries and mutations only/],
    ['a syntax error', '{ release { id }', {}, 'GRAPHQL_PARSE_FAILED', /Syntax/],
  ];
  it.each(cases)('%s: named in plain words', async (_name, query, variables, code, words) => {
    const answer = await service.post(query, variables);
    const error = expectClear(answer);
    expect(error.extensions.code).toBe(code);
    expect(error.message).toMatch(words);
    expect(answer.status).toBeLessThan(500);
  });

  it('unknown things that a question may ask for are null, not an error', async () => {
    const data = await service.ask(
      `{ region(by: { code: "999999" }) { id } segment(by: { code: "ZZ" }) { id } firm(by: { stockCode: "000000" }) { id }
         measure(by: { code: "S23-M31" }) { id } department(by: { name: "无此厅" }) { id } node(id: "Firm:none") { id }
         nodes(ids: ["Segment:D1", "Segment:ZZ"]) { id } }`,
    );
    expect(data).toEqual({
      region: null,
      segment: null,
      firm: null,
      measure: null,
      department: null,
      node: null,
      nodes: [{ id: 'Segment:D1' }, null],
    });
  });
});

describe('what an operation may cost', () => {
  const fields = (count: number, field: (n: number) => string): string =>
    Array.from({ length: count }, (_none, n) => field(n)).join(' ');
  const nested = (levels: number): string =>
    `{ segment(by: { code: "P13" }) ${'{ parent '.repeat(levels - 2)}{ id }${' }'.repeat(levels - 2)} }`;
  /** The firms of more segments than the pool has connections. */
  const FIRMS_OF_SEGMENTS = '{ segments(first: 40) { edges { node { firms(first: 100) { edges { cursor } } } } } }';

  const allowed: [string, string, Variables][] = [
    ['depth 12', nested(12), {}],
    ['30 aliases', `{ release { ${fields(30, (n) => `a${n}: id`)} } }`, {}],
    ['10 root fields', `{ ${fields(10, (n) => `a${n}: release { id }`)} }`, {}],
    ['20 directives', `{ release { ${fields(20, () => 'id @include(if: true)')} } }`, {}],
    ['4,040 nodes', FIRMS_OF_SEGMENTS, {}],
  ];
  // Again when a busy computer was slower than the deadline of an operation; a refusal stays a refusal.
  it.each(allowed)('%s are answered', { retry: 2 }, async (_name, query, variables) => {
    const answer = await service.post(query, variables);
    expect(answer.body.errors).toBeUndefined();
    expect(answer.body.extensions?.['cost']).toEqual({
      nodes: expect.any(Number) as number,
      depth: expect.any(Number) as number,
    });
  });

  const refused: [string, string, Variables, string][] = [
    ['depth 13', nested(13), {}, 'depth'],
    ['31 aliases', `{ release { ${fields(31, (n) => `a${n}: id`)} } }`, {}, 'aliases'],
    ['11 root fields', `{ ${fields(11, (n) => `a${n}: release { id }`)} }`, {}, 'rootFields'],
    ['21 directives', `{ release { ${fields(21, () => 'id @include(if: true)')} } }`, {}, 'directives'],
    [
      'a million nodes in numbers',
      '{ segments(first: 100) { edges { node { firms(first: 100) { edges { node { observations(first: 100) { totalCount } } } } } } } }',
      {},
      'nodes',
    ],
    [
      'a million nodes by a variable',
      'query ($n: Int!) { segments(first: $n) { edges { node { firms(first: $n) { edges { node { observations(first: $n) { totalCount } } } } } } } }',
      { n: 100 },
      'nodes',
    ],
    [
      'a million nodes by the default of a variable',
      'query ($n: Int! = 100) { segments(first: $n) { edges { node { firms(first: $n) { edges { node { observations(first: $n) { totalCount } } } } } } } }',
      {},
      'nodes',
    ],
    [
      '50,000 nodes by the defaults of the schema',
      '{ segments { edges { node { hosts { edges { node { segment { firms { totalCount } } } } } } } } }',
      {},
      'nodes',
    ],
    [
      'a million nodes below a hundred ids',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Region { hosts(first: 100) { edges { node { segment { hosts(first: 100) { totalCount } } } } } } } }',
      { ids: Array.from({ length: 100 }, () => 'Region:440100') },
      'nodes',
    ],
    [
      'depth hidden in fragments',
      `query { ...A } fragment A on Query { segment(by: { code: "P13" }) { ...B } } fragment B on Segment { ${'parent { '.repeat(12)}id${' }'.repeat(12)} }`,
      {},
      'depth',
    ],
  ];
  it.each(refused)('%s are refused', async (_name, query, variables, where) => {
    const answer = await service.post(query, variables);
    const error = expectClear(answer);
    expect(error.extensions).toMatchObject({ code: 'COST_LIMIT_EXCEEDED', where });
    expect(answer.status).toBe(400);
  });

  it('a document of more than 1,000 tokens is refused unread', async () => {
    const error = expectClear(await service.post(`{ ${'release '.repeat(1_100)} }`));
    expect(error.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
    expect(error.message).toContain('1000 tokens');
  });

  it('a gap matrix of more cells than one answer holds is refused', async () => {
    // 21 prefectures x 60 segments is below 5,000; the limit cannot be passed with one cut of this map, so it is the
    // largest cut that is proved to be answered.
    const leaves = await service.ask<{ segments: { edges: { node: { code: string } }[] } }>(
      '{ segments(filter: { leaf: true }, first: 100) { edges { node { code } } } }',
    );
    const cut = leaves.segments.edges.map(({ node }) => node.code);
    const { gaps } = await service.ask<{ gaps: { cells: unknown[] } }>(
      'query ($cut: [String!]) { gaps(cut: $cut) { cells { class } } }',
      { cut },
    );
    expect(gaps.cells).toHaveLength(21 * cut.length);
  });
});

/** https://github.com/dolevf/graphql-cop: what it probes, and what has to come back here. */
describe('the twelve checks of graphql-cop', () => {
  const ask = (query: string): Promise<Answer<unknown>> => service.post(query);
  const alias = Array.from({ length: 101 }, (_none, n) => `alias${n}: __typename`).join(' ');
  const circular =
    '{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }';
  const checks: [name: string, probe: () => Promise<Answer<unknown>>, holds: (answer: Answer<unknown>) => void][] = [
    [
      'alias overloading',
      () => ask(`{ release { ${alias} } }`.replaceAll('__typename', 'id')),
      (a) => {
        expect(a.body.errors?.[0]?.extensions.code).toBe('COST_LIMIT_EXCEEDED');
      },
    ],
    [
      'array-based batching',
      () => service.send('/graphql', post(`[${Array.from({ length: 10 }, () => QUESTION).join(',')}]`)),
      (a) => {
        expect(a.status).toBe(400);
      },
    ],
    [
      'directive overloading',
      () => ask(`{ __typename ${'@aa'.repeat(10)} }`),
      (a) => {
        expect(a.body.data).toBeUndefined();
        expect(a.text).not.toContain('Did you mean');
      },
    ],
    [
      'field duplication',
      () => ask(`{ ${'__typename '.repeat(1_000)} }`),
      (a) => {
        expect(a.body.errors?.[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
      },
    ],
    [
      'circular introspection',
      () => ask(circular),
      (a) => {
        expect(a.body.errors?.[0]?.message).toMatch(/introspection depth/);
      },
    ],
    [
      'field suggestions',
      () => ask('{ release { idd } regionz { id } }'),
      (a) => {
        expect(a.body.errors).toHaveLength(2);
        expect(a.text).not.toContain('Did you mean');
      },
    ],
    [
      'an IDE on the endpoint',
      () => service.send('/graphql', { headers: { accept: 'text/html', ...PREFLIGHT } }),
      (a) => {
        expect(a.text).not.toMatch(/graphiql|playground|sandbox|<html/i);
        expect(a.status).toBe(406);
      },
    ],
    // Introspection stays open on purpose: the map is public and clients build their types from it.
    [
      'introspection',
      () => ask('{ __schema { queryType { name } mutationType { name } } }'),
      (a) => {
        expect(a.body.data).toEqual({ __schema: { queryType: { name: 'Query' }, mutationType: { name: 'Mutation' } } });
      },
    ],
    [
      'tracing',
      () => ask('{ __typename }'),
      (a) => {
        expect(Object.keys(a.body.extensions ?? {}).sort()).toEqual(['cost', 'release', 'requestId']);
      },
    ],
    [
      'queries by GET without a preflight',
      () => service.send(GET),
      (a) => {
        expect(a.status).toBe(400);
        expect(a.body.data).toBeUndefined();
      },
    ],
    [
      'mutations by GET',
      () => service.send(`/graphql?query=${encodeURIComponent('mutation { __typename }')}`, { headers: PREFLIGHT }),
      (a) => {
        expect(a.status).toBe(405);
      },
    ],
    [
      'a question as a form',
      () => service.send('/graphql', post(new URLSearchParams({ query: '{ __typename }' }))),
      (a) => {
        expect(a.status).toBeGreaterThanOrEqual(400);
        expect(a.body.data).toBeUndefined();
      },
    ],
  ];
  it.each(checks)('%s', async (_name, probe, holds) => {
    holds(await probe());
  });
});

describe('fragments that double at each level', () => {
  it('are refused at once', async () => {
    const levels = 60;
    const fragments = Array.from(
      { length: levels },
      (_none, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`,
    );
    const answer = await service.post(
      `{ ...F0 } ${fragments.join(' ')} fragment F${levels} on Query { release { id } }`,
    );
    expectClear(answer);
    expect(answer.milliseconds).toBeLessThan(2_000);
  });
});

describe('what is no question of the API', () => {
  it('the page is served with its security headers, health tells alive and ready', async () => {
    const page = await service.send('/');
    expect(page.text).toBe(PAGE);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect((await service.send('/health/live')).status).toBe(200);
    expect((await service.send('/health/ready')).text).toBe('{"status":"ready","reason":"ok"}');
  });

  it.each(['/../../package.json', '/%2e%2e/%2e%2e/package.json', '/..%2f..%2fpackage.json', '//etc/passwd', '/.env'])(
    'no file outside the page is given: %s',
    async (path) => {
      const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
        const { hostname, port } = new URL(service.url);
        request({ hostname, port, path, timeout: 10_000 }, (response) => {
          let heard = '';
          response.on('data', (chunk: Buffer) => (heard += chunk.toString()));
          response.on('end', () => {
            resolve({ status: response.statusCode ?? 0, text: heard });
          });
        })
          .once('error', reject)
          .end();
      });
      expect([400, 403, 404]).toContain(answer.status);
      expect(JSON.parse(answer.text)).toMatchObject({
        errors: [{ extensions: { code: expect.any(String) as string } }],
      });
    },
  );
});
