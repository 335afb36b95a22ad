import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startFaultyProxy, type FaultyProxy } from '../support/faulty-proxy.ts';
import { startPageUnderTest, type PageUnderTest } from '../support/page-under-test.ts';
import { chainPage } from './chain-page.ts';
import { relocationPage } from './relocation-page.ts';

let proxy: FaultyProxy;
let test: PageUnderTest;
beforeAll(async () => {
  const neo4j = inject('neo4j');
  proxy = await startFaultyProxy(Number(new URL(neo4j.uri).port));
  test = await startPageUnderTest({ ...neo4j, uri: `bolt://127.0.0.1:${String(proxy.port)}` });
});
afterAll(async () => {
  await test.close();
  await proxy.close();
});

/** The page asks again after 1, 2, 4 … 15 s. */
const RECOVERY_MS = 40_000;

describe('the page while nobody answers', () => {
  it('keeps what it had when the service stops, says so, and recovers by itself', async () => {
    const tab = await test.open('?view=chain&region=445200');
    const { page } = tab;
    const chain = chainPage(page);
    await chain.ready();
    const before = await chain.sentence.innerText();
    await page.evaluate(() => {
      document.body.dataset['sameDocument'] = 'yes';
    });

    await test.stopService();
    await chain.pickRegion('汕头市');
    const banner = page.locator('.banner.bad');
    await banner.waitFor();
    expect(await banner.innerText()).toMatch(/连不上服务/);
    expect(await banner.innerText()).toMatch(/不用刷新页面/);
    expect(await banner.innerText()).toMatch(/请求号 \S+/);
    expect(await chain.segments()).not.toEqual([]);
    await tab.screenshot('service-stopped');
    // The place looked at before is still there.
    await chain.pickRegion('揭阳市');
    await expect.poll(() => chain.sentence.innerText()).toBe(before);
    await chain.pickRegion('汕头市');

    await test.startAgain();
    await page.locator('.banner.bad').waitFor({ state: 'detached', timeout: RECOVERY_MS });
    await expect.poll(() => chain.sentence.innerText(), { timeout: RECOVERY_MS }).toMatch(/^汕头缺什么：/);
    expect(await page.evaluate(() => document.body.dataset['sameDocument'])).toBe('yes');
    await tab.close();
    expect(tab.troubles.violations).toEqual([]);
    expect(tab.troubles.foreign).toEqual([]);
  });

  it('keeps what it had when Neo4j stops, says so, and recovers by itself without a restart of the service', async () => {
    const tab = await test.open('?view=relocation&from=440100&segment=D1');
    const { page } = tab;
    const relocation = relocationPage(page);
    await relocation.ready();
    const before = await relocation.rows();
    await page.evaluate(() => {
      document.body.dataset['sameDocument'] = 'yes';
    });

    proxy.setMode('cut');
    // What is asked of the graph itself, not of the release in memory.
    await page.keyboard.press('/');
    await page.keyboard.type('fs');
    await page.locator('.search-note', { hasText: '搜索暂时不可用' }).waitFor();
    await tab.screenshot('neo4j-stopped');
    expect(await relocation.rows()).toEqual(before);

    proxy.setMode('pass');
    await expect
      .poll(
        async () => {
          await page.keyboard.press('Control+a');
          await page.keyboard.type(' fs');
          await page.waitForTimeout(1_000);
          return page.locator('.search-hit', { hasText: '佛山' }).count();
        },
        { timeout: RECOVERY_MS },
      )
      .toBeGreaterThan(0);
    expect(await page.evaluate(() => document.body.dataset['sameDocument'])).toBe('yes');
    await tab.close();
    expect(tab.troubles.violations).toEqual([]);
    expect(tab.troubles.foreign).toEqual([]);
  });
});
