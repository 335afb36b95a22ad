import type { Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPageUnderTest, type PageUnderTest, type Tab } from '../support/page-under-test.ts';
import { chainPage } from './chain-page.ts';

let test: PageUnderTest;
beforeAll(async () => {
  test = await startPageUnderTest();
});
afterAll(() => test.close());

const LINK = '?view=chain&region=445200';
/** Segments that no source counts. */
const UNCOUNTED = 'F21,F27,W3,S1,S2,S5,V1,V2,V3,V4';

const operationOf = (route: Route): string =>
  (JSON.parse(route.request().postData() ?? '{}') as { operationName?: string }).operationName ?? '';

/** Opens the view with some of its operations answered by the test. */
async function openWith(
  search: string,
  answers: Readonly<Record<string, (route: Route) => Promise<void>>>,
): Promise<Tab> {
  const tab = await test.open('?view=relocation');
  await tab.page.route('**/graphql', async (route) => {
    await (answers[operationOf(route)]?.(route) ?? route.continue());
  });
  await tab.page.goto(`${test.url}/${search}`);
  return tab;
}
const refuse = (route: Route): Promise<void> =>
  route.fulfill({
    status: 200,
    contentType: 'application/json',
    headers: { 'x-request-id': 'refused-here' },
    body: JSON.stringify({
      errors: [{ message: '超出一次能回答的范围', extensions: { code: 'COST_LIMIT_EXCEEDED' } }],
    }),
  });
/** Neither an error nor anything refused by the policy: a state is shown, nothing broke. */
async function closeUnharmed(tab: Tab): Promise<void> {
  await tab.close();
  expect(tab.troubles.violations).toEqual([]);
  expect(tab.troubles.foreign).toEqual([]);
  expect(tab.troubles.errors.filter((error) => !error.includes('Failed to load resource'))).toEqual([]);
}

describe('the chain view while it waits', () => {
  it('keeps the places of picture, sentence and drawer, says that it waits, and shows no class and no count', async () => {
    const held: (() => void)[] = [];
    const hold = (route: Route): Promise<void> =>
      new Promise((resolve) => {
        held.push(() => {
          resolve(route.continue());
        });
      });
    const tab = await openWith(LINK, { Chain: hold, Gaps: hold });
    const { page } = tab;
    await page.locator('.skeleton-picture').waitFor();
    expect(await page.locator('.skeleton [class="unseen"]').innerText()).toBe('正在取数……');
    expect(await page.locator('.skeleton-column').count()).toBe(6);
    const drawer = await page.locator('aside.drawer').boundingBox();
    expect(await page.locator('.drawer-skeleton').count()).toBe(1);
    expect(await page.locator('.gap-chip, .legend').count()).toBe(0);
    await tab.screenshot('state-loading');
    for (const go of held) go();
    await chainPage(page).ready();
    // What comes stands where its place was kept.
    expect(await page.locator('aside.drawer').boundingBox()).toEqual(drawer);
    await closeUnharmed(tab);
  });
});

describe('the chain view without a result', () => {
  it('says that a release holds no chain, and what to do', async () => {
    const tab = await openWith(LINK, {
      Chain: async (route) => {
        const response = await route.fetch();
        const body = (await response.json()) as { data: { chain: { stages: unknown[]; feeds: unknown[] } } };
        body.data.chain.stages = [];
        body.data.chain.feeds = [];
        await route.fulfill({ response, json: body });
      },
    });
    const empty = tab.page.locator('.chain-empty');
    await empty.waitFor();
    expect(await empty.innerText()).toMatch(/还没有产业链环节。[\s\S]*载入/);
    expect(await tab.page.locator('aside.drawer, .legend, .segment-table').count()).toBe(0);
    await tab.screenshot('state-empty');
    await closeUnharmed(tab);
  });

  it('judges nothing where nothing is known, and names what to verify first', async () => {
    const tab = await openWith(`${LINK}&cut=${UNCOUNTED}`, {});
    const chain = chainPage(tab.page);
    await chain.ready();
    await expect.poll(() => chain.sentence.innerText()).toBe('揭阳缺什么：全部环节都没有可用的数据，不作判断。');
    const said = await chain.drawer.innerText();
    expect(said).toContain('不是没有缺口，是还不知道');
    expect(said).not.toContain('没有发现缺口');
    expect(said).not.toMatch(/(^|\s)0 ?家/);
    const rows = await chain.rows();
    expect(rows.map((row) => row.state)).toEqual(rows.map(() => '无数据'));
    expect(rows.map((row) => row.firms)).toEqual(rows.map(() => '未知'));
    const { gaps } = await test.ask<{ gaps: { cells: { namedByPolicy: boolean; segment: { name: string } }[] } }>(
      `{ gaps(regions: ["445200"], cut: ${JSON.stringify(UNCOUNTED.split(','))}) { cells { namedByPolicy segment { name } } } }`,
    );
    const named = gaps.cells.filter((cell) => cell.namedByPolicy).map((cell) => cell.segment.name);
    expect(named.length).toBeGreaterThan(0);
    expect((await chain.drawer.locator('.to-verify button').allInnerTexts()).sort()).toEqual(named.sort());
    await tab.screenshot('state-no-data');
    await closeUnharmed(tab);
  });
});

describe('the chain view when a part fails', () => {
  it('keeps the chain when the gaps are refused, says why with the request id, and takes them when they come', async () => {
    let refusing = true;
    const tab = await openWith(LINK, { Gaps: (route) => (refusing ? refuse(route) : route.continue()) });
    const { page } = tab;
    const failed = page.locator('.view-main > .part-failed');
    await failed.waitFor();
    expect(await failed.innerText()).toMatch(/缺口结果没有取到：.*超出一次能回答的范围 · 请求号 refused-here/);
    expect(await page.locator('p.answer, .legend, .segment-table, .gap-chip').count()).toBe(0);
    const chain = chainPage(page);
    await expect.poll(async () => (await chain.segments()).length).toBeGreaterThan(15);
    expect(await chain.painted('Y')).toEqual({ name: '纺纱', line: '状态未取到' });
    await tab.screenshot('state-gaps-refused');
    refusing = false;
    await failed.locator('button').click();
    await expect.poll(() => chain.sentence.innerText()).toMatch(/^揭阳缺什么：/);
    await closeUnharmed(tab);
  });

  it('keeps what is known of a segment when its facts, policies and firms are refused, each with a way to ask again', async () => {
    let refusing = true;
    const maybe = (route: Route): Promise<void> => (refusing ? refuse(route) : route.continue());
    const tab = await openWith(`${LINK}&segment=W1`, {
      CellEvidence: maybe,
      CellContext: maybe,
      FirmsInPlace: maybe,
    });
    const chain = chainPage(tab.page);
    await chain.ready();
    const failed = chain.drawer.locator('.part-failed');
    await expect.poll(() => failed.count()).toBe(3);
    for (const text of await failed.allInnerTexts()) expect(text).toMatch(/没有取到：.*请求号 refused-here 立即重试$/);
    // The class and the range came with the picture.
    expect(await chain.drawer.locator('.drawer-state .gap-chip').count()).toBe(1);
    expect(await chain.drawer.locator('.severity').innerText()).toMatch(/可能范围 \d\.\d\d – \d\.\d\d/);
    await tab.screenshot('state-drawer-refused');
    refusing = false;
    for (let left = 3; left > 0; left -= 1) {
      await failed.first().locator('button').click();
      await expect.poll(() => failed.count()).toBe(left - 1);
    }
    await chain.drawer.locator('.measure blockquote').first().waitFor();
    expect(await chain.drawer.locator('.facts .evidence').count()).toBeGreaterThan(0);
    await closeUnharmed(tab);
  });

  it('says that the chain was refused and takes it when it comes', async () => {
    let refusing = true;
    const tab = await openWith(LINK, { Chain: (route) => (refusing ? refuse(route) : route.continue()) });
    const failed = tab.page.locator('.chain-empty[role="alert"]');
    await failed.waitFor();
    expect(await failed.innerText()).toMatch(/产业链没有取到[\s\S]*请求号 refused-here[\s\S]*立即重试/);
    await tab.screenshot('state-chain-refused');
    refusing = false;
    await failed.locator('button').click();
    await chainPage(tab.page).ready();
    await closeUnharmed(tab);
  });
});

describe('the chain view without a connection', () => {
  it('says so at once over the places it keeps, asks again by itself, and then shows everything', async () => {
    let lost = true;
    const maybe = (route: Route): Promise<void> => (lost ? route.abort() : route.continue());
    const tab = await openWith(LINK, { Atlas: maybe, Chain: maybe, Gaps: maybe });
    const banner = tab.page.locator('.banner.bad');
    await banner.waitFor();
    expect(await banner.innerText()).toMatch(/连不上服务/);
    expect(await tab.page.locator('.skeleton-picture').count()).toBe(1);
    await tab.screenshot('state-lost');
    lost = false;
    await chainPage(tab.page).ready();
    await banner.waitFor({ state: 'detached' });
    await closeUnharmed(tab);
  });
});
