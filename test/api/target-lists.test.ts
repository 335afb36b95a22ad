import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readDataMap } from '../../server/domain/imports/data-map.ts';
import { loadMap, readSeedFiles } from '../../server/store/load-map.ts';
import { nodesOf, startMapService } from '../support/map-service.ts';
import { SEED_DIR } from '../support/repository.ts';
import type { TestService, Variables } from '../support/start-test-service.ts';
import { never, openTestGraph, withBuiltInMap, type TestGraph } from '../support/test-graph.ts';

let service: TestService;
let graph: TestGraph;
beforeAll(async () => {
  service = await startMapService();
  graph = await openTestGraph();
});
afterEach(() => graph.run('MATCH (n:TargetList|ListedFirm) DETACH DELETE n'));
afterAll(async () => {
  await service.stop();
  await graph.close();
});

interface UserError {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[];
}
interface SavedList {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly revision: number;
  readonly firmCount: number;
  readonly releaseId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly firms: readonly {
    readonly position: number;
    readonly firmCode: string;
    readonly firmName: string;
    readonly firm: { readonly code: string } | null;
    readonly note: string;
    readonly nextStep: string;
    readonly addedAt: string;
    readonly releaseId: string;
    readonly scoreThen: { readonly value: number | null; readonly low: number; readonly high: number } | null;
    readonly now: {
      readonly candidate: { readonly rank: number; readonly score: { readonly value: number | null } } | null;
      readonly excluded: { readonly reason: string } | null;
    } | null;
  }[];
}
interface Payload {
  readonly list: SavedList | null;
  readonly userErrors: readonly UserError[];
}

const LIST = `id code name revision firmCount releaseId createdAt updatedAt
  firms { position firmCode firmName firm { code } note nextStep addedAt releaseId scoreThen { value low high }
    now { candidate { rank score { value } } excluded { reason } } }`;
const PAYLOAD = `{ list { ${LIST} } userErrors { code message field } }`;

const change = async (name: string, type: string, input: Variables): Promise<Payload> => {
  const data = await service.ask<Record<string, Payload>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) ${PAYLOAD} }`,
    { input },
  );
  const payload = data[name];
  if (payload === undefined) throw new Error(`no ${name}`);
  return payload;
};
const save = (input: Variables): Promise<Payload> =>
  change('saveTargetList', 'SaveTargetListInput', { ...QUESTION, ...input });
const rename = (input: Variables): Promise<Payload> => change('renameTargetList', 'RenameTargetListInput', input);
const remove = (input: Variables): Promise<Payload> => change('deleteTargetList', 'DeleteTargetListInput', input);
const restore = (list: string): Promise<Payload> => change('restoreTargetList', 'RestoreTargetListInput', { list });
const read = async (id: string): Promise<SavedList | null> =>
  (await service.ask<{ targetList: SavedList | null }>(`query ($id: ID!) { targetList(id: $id) { ${LIST} } }`, { id }))
    .targetList;

/** 机织 wanted in 潮州: the worst gap there that can be rated. */
const QUESTION = { region: '445100', segment: 'W1' };
/** 联发 and 如意 weave; 鲁泰 too. */
const FIRMS = [
  { firm: 'cn-002394', note: '先打电话' },
  { firm: 'cn-002193', nextStep: '约访' },
];

async function saved(input: Variables = {}): Promise<SavedList> {
  const { list, userErrors } = await save({ name: '潮州面料', firms: FIRMS, ...input });
  if (list === null) throw new Error(JSON.stringify(userErrors));
  return list;
}

describe('a saved list', () => {
  it('is read back as it was saved, with the score that the ranking gave and the release of it', async () => {
    const list = await saved();
    const { release, targetFirms } = await service.ask<{
      release: { id: string };
      targetFirms: {
        candidates: { firm: { code: string }; rank: number; score: { value: number; low: number; high: number } }[];
      };
    }>(
      `{ release { id } targetFirms(segment: "W1", region: "445100", limit: 100)
        { candidates { firm { code } rank score { value low high } } } }`,
    );
    expect(await read(list.code)).toEqual(list);
    expect(list).toMatchObject({ name: '潮州面料', revision: 1, firmCount: 2, releaseId: release.id });
    expect(list.firms.map(({ position, firmCode, note, nextStep }) => [position, firmCode, note, nextStep])).toEqual([
      [1, 'cn-002394', '先打电话', ''],
      [2, 'cn-002193', '', '约访'],
    ]);
    for (const entry of list.firms) {
      const ranked = targetFirms.candidates.find((one) => one.firm.code === entry.firmCode);
      expect(ranked, entry.firmCode).toBeDefined();
      expect(entry.scoreThen).toEqual(ranked?.score);
      expect(entry.now?.candidate).toEqual({ rank: ranked?.rank, score: { value: ranked?.score.value } });
      expect(entry.releaseId).toBe(release.id);
      expect(entry.addedAt).toBe('2026-11-22T04:00:00.000Z');
    }
  });

  it('is found again by its global id', async () => {
    const list = await saved();
    const { node } = await service.ask<{ node: unknown }>(
      `query ($id: ID!) { node(id: $id) { __typename id ... on TargetList { name } } }`,
      { id: list.id },
    );
    expect(node).toEqual({ __typename: 'TargetList', id: `TargetList:${list.code}`, name: '潮州面料' });
  });

  it('keeps its criteria, and a firm that is no candidate has no score but its reason', async () => {
    const local = await service.ask<{ firms: { edges: { node: { code: string } }[] } }>(
      '{ firms(filter: { region: "440600" }, first: 1) { edges { node { code } } } }',
    );
    const [firm] = nodesOf(local.firms);
    expect(firm?.code).toMatch(/^cn-/);
    const list = await saved({
      region: '440600',
      criteria: { sameSegmentOnly: true, origin: 'OUTSIDE', maxKm: 500.5 },
      firms: [{ firm: firm?.code }],
    });
    expect(list.firms[0]).toMatchObject({ scoreThen: null, now: { candidate: null } });
    expect(list.firms[0]?.now?.excluded?.reason).toMatch(/^(ALREADY_IN_REGION|NOT_ON_LIST|SPECIAL_TREATMENT)$/);
    const { targetList } = await service.ask<{ targetList: unknown }>(
      `query ($id: ID!) { targetList(id: $id) { criteria { sameSegmentOnly exchange minEmployees maxKm origin includeFlagged } } }`,
      { id: list.code },
    );
    expect(targetList).toEqual({
      criteria: {
        sameSegmentOnly: true,
        exchange: null,
        minEmployees: null,
        maxKm: 500.5,
        origin: 'OUTSIDE',
        includeFlagged: false,
      },
    });
  });

  it('written over, keeps the date and score of the firms that stay, in the new order', async () => {
    const first = await saved();
    await graph.run("MATCH (e:ListedFirm {firm: 'cn-002193'}) SET e.score = 0.123, e.releaseId = 'older'");
    const { list, userErrors } = await save({
      list: first.code,
      expectedRevision: 1,
      name: '潮州面料（二）',
      firms: [{ firm: 'cn-002193', note: '已联系' }, { firm: 'cn-000726' }],
    });
    expect(userErrors).toEqual([]);
    expect(list).toMatchObject({ name: '潮州面料（二）', revision: 2, firmCount: 2 });
    expect(list?.firms[0]).toMatchObject({
      firmCode: 'cn-002193',
      note: '已联系',
      nextStep: '',
      releaseId: 'older',
      scoreThen: { value: 0.123 },
    });
    expect(list?.firms[1]).toMatchObject({ firmCode: 'cn-000726', position: 2, releaseId: first.releaseId });
  });

  it('written over for another segment, is scored anew', async () => {
    const first = await saved();
    await graph.run("MATCH (e:ListedFirm) SET e.score = 0.123, e.releaseId = 'older'");
    const { list } = await save({
      list: first.code,
      expectedRevision: 1,
      segment: 'D1',
      name: '潮州印染',
      firms: FIRMS,
    });
    expect(list?.firms.map((entry) => entry.releaseId)).toEqual([first.releaseId, first.releaseId]);
  });
});

describe('the same change sent again is made once', () => {
  it('a new list under a key of the caller', async () => {
    const input = { key: 'my-own-key-1', name: '名单', firms: FIRMS };
    const first = await save(input);
    const second = await save(input);
    expect(second).toEqual(first);
    expect(first.list).toMatchObject({ code: 'my-own-key-1', revision: 1 });
    const other = await save({ ...input, name: '另一份' });
    expect(other.userErrors.map(({ code, field }) => [code, field])).toEqual([['CLASH', ['key']]]);
    expect(other.list?.name).toBe('名单');
  });

  it('an overwriting save, a new name, a deletion, a return', async () => {
    const { code } = await saved();
    const over = { list: code, expectedRevision: 1, name: '名单', firms: FIRMS };
    expect((await save(over)).list?.revision).toBe(2);
    expect(await save(over)).toMatchObject({ list: { revision: 2 }, userErrors: [] });
    const name = { list: code, expectedRevision: 2, name: '新名' };
    expect((await rename(name)).list?.revision).toBe(3);
    expect(await rename(name)).toMatchObject({ list: { revision: 3 }, userErrors: [] });
    const gone = { list: code, expectedRevision: 3 };
    expect(await remove(gone)).toEqual({ list: null, userErrors: [] });
    expect(await remove(gone)).toEqual({ list: null, userErrors: [] });
    expect((await restore(code)).list).toMatchObject({ name: '新名', revision: 3, firmCount: 2 });
    expect((await restore(code)).list).toMatchObject({ name: '新名', revision: 3, firmCount: 2 });
  });
});

describe('two people at one list', () => {
  it('the later one is told, sees what stands there, and nothing of either is lost', async () => {
    const { code } = await saved();
    await save({ list: code, expectedRevision: 1, name: '甲的', firms: FIRMS.slice(0, 1) });
    const late = await save({ list: code, expectedRevision: 1, name: '乙的', firms: FIRMS });
    expect(late.userErrors).toHaveLength(1);
    expect(late.userErrors[0]).toMatchObject({ code: 'CLASH', field: ['expectedRevision'] });
    expect(late.userErrors[0]?.message).toContain('甲的');
    expect(late.list).toMatchObject({ name: '甲的', revision: 2, firmCount: 1 });
    expect((await rename({ list: code, expectedRevision: 1, name: '丙的' })).userErrors[0]?.code).toBe('CLASH');
    expect((await remove({ list: code, expectedRevision: 1 })).userErrors[0]?.code).toBe('CLASH');
    expect((await read(code))?.name).toBe('甲的');
    const again = await save({ list: code, expectedRevision: 2, name: '乙的', firms: FIRMS });
    expect(again).toMatchObject({ list: { name: '乙的', revision: 3, firmCount: 2 }, userErrors: [] });
  });

  it('of ten that write at once, one wins and nine are told', async () => {
    const { code } = await saved();
    const all = await Promise.all(
      Array.from({ length: 10 }, (_none, n) =>
        save({ list: code, expectedRevision: 1, name: `第 ${n} 人`, firms: FIRMS }),
      ),
    );
    const winners = all.filter(({ userErrors }) => userErrors.length === 0);
    expect(winners).toHaveLength(1);
    expect(all.flatMap(({ userErrors }) => userErrors.map((error) => error.code))).toEqual(
      Array.from({ length: 9 }, () => 'CLASH'),
    );
    expect(await read(code)).toMatchObject({ name: winners[0]?.list?.name, revision: 2, firmCount: 2 });
  });
});

describe('refusals of the business stand in userErrors, in words, and change nothing', () => {
  const firms = (count: number) => Array.from({ length: count }, (_none, n) => ({ firm: `cn-${n}` }));
  it.each<[string, Variables, string, readonly string[]]>([
    ['an empty name', { name: ' \u3000\n' }, 'EMPTY_NAME', ['name']],
    ['a name of 81 characters', { name: '名'.repeat(81) }, 'NAME_TOO_LONG', ['name']],
    [
      'a firm that is not in the data',
      { firms: [FIRMS[0], { firm: 'cn-nobody' }] },
      'UNKNOWN_FIRM',
      ['firms', '1', 'firm'],
    ],
    ['a firm twice', { firms: [FIRMS[0], FIRMS[0]] }, 'REPEATED_FIRM', ['firms', '1', 'firm']],
    ['201 firms', { firms: firms(201) }, 'TOO_MANY_FIRMS', ['firms']],
    [
      'a note of 501 characters',
      { firms: [{ firm: 'cn-002394', note: '注'.repeat(501) }] },
      'NOTE_TOO_LONG',
      ['firms', '0', 'note'],
    ],
    [
      'a next step of 201 characters',
      { firms: [{ firm: 'cn-002394', nextStep: '约'.repeat(201) }] },
      'NEXT_STEP_TOO_LONG',
      ['firms', '0', 'nextStep'],
    ],
    ['a list that is not there', { list: 'nobody', expectedRevision: 1 }, 'UNKNOWN_LIST', ['list']],
  ])('%s', async (_name, input, code, field) => {
    const { list, userErrors } = await save({ name: '名单', firms: FIRMS, ...input });
    expect(list).toBe(null);
    expect(userErrors.map((error) => [error.code, error.field])).toEqual([[code, field]]);
    expect(userErrors[0]?.message).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(await graph.run('MATCH (n:TargetList|ListedFirm) RETURN n')).toEqual([]);
  });

  it('several at once, in English when asked for', async () => {
    const { saveTargetList } = await service.ask<{
      saveTargetList: { userErrors: { code: string; message: string }[] };
    }>(
      `mutation ($input: SaveTargetListInput!) { saveTargetList(input: $input) { userErrors { code message(lang: EN) } } }`,
      { input: { ...QUESTION, name: '', firms: [FIRMS[0], FIRMS[0]] } },
    );
    expect(saveTargetList.userErrors).toEqual([
      { code: 'EMPTY_NAME', message: 'Give the list a name.' },
      { code: 'REPEATED_FIRM', message: 'cn-002394 stands in the list twice.' },
    ]);
  });

  it('a name of 80 characters beyond the basic plane, and 200 firms, are taken', async () => {
    const { firms: page } = await service.ask<{ firms: { edges: { node: { code: string } }[] } }>(
      '{ firms(first: 100) { edges { node { code } } } }',
    );
    const codes = nodesOf(page).map(({ code }) => ({ firm: code }));
    const { list, userErrors } = await save({ name: '𠮷'.repeat(80), firms: codes });
    expect(userErrors).toEqual([]);
    expect(list?.firmCount).toBe(codes.length);
    expect(Array.from(list?.name ?? '')).toHaveLength(80);
  });

  it.each([
    ['rename', () => rename({ list: 'nobody', expectedRevision: 1, name: '名' })],
    ['delete', () => remove({ list: 'nobody', expectedRevision: 1 })],
    ['restore', () => restore('nobody')],
  ])('%s of a list that is not there', async (_name, run) => {
    expect(await run()).toMatchObject({ list: null, userErrors: [{ code: 'UNKNOWN_LIST', field: ['list'] }] });
  });
});

describe('what is no business of a user is an error of the question', () => {
  it.each<[string, Variables, RegExp]>([
    ['an unknown place', { region: '999999' }, /999999/],
    ['a county in place of a prefecture', { region: '445281' }, /prefecture/],
    ['an unknown segment', { segment: 'ZZ' }, /ZZ/],
    ['an unknown parameter', { parameters: [{ name: 'nothing', value: 1 }] }, /nothing/],
    ['a key of another form', { key: 'a b' }, /key/],
  ])('%s', async (_name, input, words) => {
    const error = await service.refusal(
      `mutation ($input: SaveTargetListInput!) { saveTargetList(input: $input) ${PAYLOAD} }`,
      { input: { ...QUESTION, name: '名单', firms: FIRMS, ...input } },
    );
    expect(error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(error.message).toMatch(words);
  });

  it('writing over a list without saying which revision was read', async () => {
    const { code } = await saved();
    const error = await service.refusal(
      `mutation ($input: SaveTargetListInput!) { saveTargetList(input: $input) ${PAYLOAD} }`,
      { input: { ...QUESTION, list: code, name: '名单', firms: FIRMS } },
    );
    expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', where: 'input.expectedRevision' });
  });

  it('a change by GET, and one from a form of a foreign page: nothing is written', async () => {
    const text = `mutation { saveTargetList(input: { name: "x", region: "445100", segment: "W1", firms: [] }) { list { id } } }`;
    const get = await service.send(`/graphql?query=${encodeURIComponent(text)}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(get.status).toBe(405);
    const form = await service.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: text }),
    });
    expect(form.status).toBe(400);
    expect(form.text).toMatch(/CSRF/);
    expect(await graph.run('MATCH (n:TargetList) RETURN n')).toEqual([]);
  });
});

describe('the lists', () => {
  interface Page {
    readonly targetLists: {
      readonly totalCount: number;
      readonly edges: readonly {
        readonly cursor: string;
        readonly node: { readonly name: string; readonly code: string };
      }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  }
  const page = async (first: number, after: string | null): Promise<Page['targetLists']> =>
    (
      await service.ask<Page>(
        `query ($first: Int!, $after: String) { targetLists(first: $first, after: $after)
          { totalCount edges { cursor node { name code } } pageInfo { hasNextPage endCursor } } }`,
        { first, after },
      )
    ).targetLists;

  it('are paged whole and without repeats, also when all have the same time; deleted ones are left out', async () => {
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1) made.push((await saved({ key: `list-number-${n}`, name: `名单 ${n}` })).code);
    await remove({ list: made[3], expectedRevision: 1 });
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const { edges, pageInfo, totalCount } = await page(2, after);
      expect(totalCount).toBe(4);
      seen.push(...edges.map(({ node }) => node.code));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual(made.filter((code) => code !== made[3]));
  });

  it('a cursor of another list is refused', async () => {
    const { firms } = await service.ask<{ firms: { pageInfo: { endCursor: string } } }>(
      '{ firms(first: 1) { pageInfo { endCursor } } }',
    );
    const error = await service.refusal('query ($after: String) { targetLists(after: $after) { totalCount } }', {
      after: firms.pageInfo.endCursor,
    });
    expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', where: 'after' });
  });

  it('are purged for good 30 days after their deletion', async () => {
    const old = await saved({ key: 'deleted-long-ago' });
    const young = await saved({ key: 'deleted-lately' });
    await graph.run(
      "MATCH (n:TargetList) SET n.deletedAt = datetime('2026-10-22T04:00:00Z') + duration({days: CASE n.id WHEN 'deleted-lately' THEN 2 ELSE 0 END})",
    );
    const third = await saved({ key: 'deleted-now' });
    await remove({ list: third.code, expectedRevision: 1 });
    expect((await restore(old.code)).userErrors[0]?.code).toBe('UNKNOWN_LIST');
    expect((await restore(young.code)).list?.firmCount).toBe(2);
    expect((await restore(third.code)).list?.firmCount).toBe(2);
  });
});

describe('a new release of the map', () => {
  it('takes no firm out of a list: key, name and note stay, and it is tied again when it comes back', async () => {
    const list = await saved();
    const files = await readSeedFiles(SEED_DIR);
    const without = files.map(({ name, text }) => ({
      name,
      text: text
        .split('\n')
        .filter((line) => !/^cn-002394[,"]|,cn-002394[,"]/.test(line))
        .join('\n'),
    }));
    const load = {
      graph: graph.graph,
      now: () => new Date('2026-11-23T04:00:00Z'),
      newId: () => crypto.randomUUID(),
      signal: never(),
    };
    try {
      const report = await loadMap(readDataMap(without, 'built-in'), 'built-in', load);
      expect(report.counts.removed).toBeGreaterThan(0);
      await expect.poll(async () => (await read(list.code))?.firms[0]?.firm, { timeout: 10_000 }).toBe(null);
      const after = await read(list.code);
      expect(after?.firms[0]).toMatchObject({
        firmCode: 'cn-002394',
        firmName: list.firms[0]?.firmName,
        note: '先打电话',
        firm: null,
        now: null,
        scoreThen: list.firms[0]?.scoreThen,
        releaseId: list.releaseId,
      });
      expect(after?.firms[1]?.firm).toEqual({ code: 'cn-002193' });
      // Written over, the firm that is gone may stay.
      const over = await save({ list: list.code, expectedRevision: 1, name: '还在', firms: FIRMS });
      expect(over.userErrors).toEqual([]);
      expect(over.list?.firms[0]).toMatchObject({ firmName: list.firms[0]?.firmName, firm: null });
    } finally {
      await withBuiltInMap(graph);
    }
    expect(await graph.run("MATCH (:ListedFirm {firm: 'cn-002394'})-[:IS]->(f:Firm) RETURN f.id AS id")).toEqual([
      { id: 'cn-002394' },
    ]);
    await expect
      .poll(async () => (await read(list.code))?.firms[0]?.now?.candidate?.rank, { timeout: 10_000 })
      .toBeGreaterThan(0);
  }, 60_000);
});
