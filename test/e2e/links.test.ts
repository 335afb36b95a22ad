import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPageUnderTest, type PageUnderTest } from '../support/page-under-test.ts';
import { chainPage } from './chain-page.ts';
import { closeQuietly } from './quiet-tab.ts';
import { relocationPage } from './relocation-page.ts';

let test: PageUnderTest;
beforeAll(async () => {
  test = await startPageUnderTest();
});
afterAll(() => test.close());

describe('a link that cannot be followed says so, says what to do, and leaves a page that works', () => {
  const cases = [
    { link: '?view=chain&region=999999', says: ['999999', '揭阳', '重新选择'] },
    { link: '?view=chain&region=guangzhou', says: ['guangzhou', '重新选择'] },
    { link: '?view=nowhere&region=445200', says: ['nowhere', '视图', '重新选择'] },
    { link: '?view=chain&region=445200&segment=ZZ9', says: ['ZZ9', '点选'] },
    { link: '?view=chain&region=445200&cut=P0,ZZ9', says: ['P0,ZZ9', '默认划分'] },
    { link: '?view=chain&region=445200&lang=fr&show=NOTHING', says: ['fr', 'NOTHING', '语言', '图例筛选'] },
  ];
  it.each(cases)('$link', async ({ link, says }) => {
    const tab = await test.open(link);
    const chain = chainPage(tab.page);
    await chain.ready();
    const notices = tab.page.locator('.notices');
    for (const words of says) await expect.poll(() => notices.innerText()).toContain(words);
    await chain.pickRegion('汕头市');
    await expect.poll(() => chain.sentence.innerText()).toMatch(/^汕头缺什么：/);
    if (link.includes('999999')) await tab.screenshot('link-unknown-region');
    await tab.page.locator('.notices button').first().click();
    // The service's refusal of a cut is an error of the browser's own console.
    if (link.includes('cut=')) {
      await tab.close();
      expect(tab.troubles).toMatchObject({ violations: [], foreign: [] });
      return;
    }
    await closeQuietly(tab);
  });

  it('relocation: an unknown origin, place and segment', async () => {
    const tab = await test.open('?view=relocation&from=999999&to=888888&weights=1-2-3');
    const relocation = relocationPage(tab.page);
    await relocation.ready();
    const notices = tab.page.locator('.notices');
    for (const words of ['999999', '888888', '1-2-3', '重新选择', '点选'])
      await expect.poll(() => notices.innerText()).toContain(words);
    await closeQuietly(tab);

    const other = await test.open('?view=relocation&from=440100&segment=ZZ9');
    const refusal = other.page.locator('.part-failed');
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain('请在左侧另选');
    await other.screenshot('link-unknown-segment');
    await refusal.locator('button').click();
    await relocationPage(other.page).ready();
    expect(await other.page.locator('p.rl-answer').innerText()).toMatch(/^广州的印染能转到哪里：/);
    await other.close();
    expect(other.troubles).toMatchObject({ violations: [], foreign: [] });
  });
});

describe('a walk through the page', () => {
  it('asks no other host, breaks no content-security policy, and writes no error', async () => {
    const tab = await test.open('');
    const { page } = tab;
    const chain = chainPage(page);
    await chain.ready();
    const codes = await chain.segments();
    for (const code of codes.slice(0, 3)) {
      await chain.clickSegment(code);
      await chain.drawer.locator('.drawer-title').waitFor();
    }
    await chain.drawer.locator('.next-steps .primary').click();
    const relocation = relocationPage(page);
    await relocation.sentence.waitFor();
    await page.goBack();
    await chain.ready();
    for (const mode of ['图', '表', '图表'])
      await page.locator('.switch button', { hasText: new RegExp(`^${mode}$`) }).click();
    await page.locator('.legend-item').first().click();
    await page.locator('.tabs .tab', { hasText: '转移路径' }).click();
    await relocation.sentence.waitFor();
    await page.locator('#rl-land').fill('40');
    await page.keyboard.press('Enter');
    await page.locator('.rl-lot').waitFor();
    await tab.screenshot('relocation-lot');
    await page.locator('.rl-steps .primary').click();
    await page.locator('dialog[open]').waitFor();
    await tab.screenshot('relocation-compare');
    await closeQuietly(tab);
  });

  it('is told of what a page does wrong', async () => {
    const tab = await test.open('?view=chain&region=445200');
    await chainPage(tab.page).ready();
    await tab.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.src = 'http://other-host.invalid/pixel.png';
      document.body.append(image);
    });
    await expect.poll(() => tab.troubles.violations.length).toBeGreaterThanOrEqual(2);
    expect(tab.troubles.errors.length).toBeGreaterThanOrEqual(2);
    await tab.close();
  });
});

describe('the page in windows of other sizes', () => {
  const sizes = [
    { width: 1000, height: 800 },
    { width: 1440, height: 900 },
    { width: 1920, height: 1080 },
  ];

  it.each(sizes)('$width x $height: nothing runs out sideways, the drawer stands where it should', async (viewport) => {
    const name = `${String(viewport.width)}x${String(viewport.height)}`;
    const tab = await test.open('?view=chain&region=440500&segment=Y', { viewport });
    const chain = chainPage(tab.page);
    await chain.ready();
    await chain.drawer.locator('.measure').first().waitFor();
    await tab.screenshot(`chain-${name}`);
    const sideways = (): Promise<number> =>
      tab.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await sideways()).toBe(0);
    const picture = await chain.picture.boundingBox();
    const drawer = await chain.drawer.boundingBox();
    if (picture === null || drawer === null) throw new Error('Picture or drawer is not shown.');
    if (viewport.width < 1100) expect(drawer.y).toBeGreaterThanOrEqual(picture.y + picture.height);
    else expect(drawer.x).toBeGreaterThanOrEqual(picture.x + picture.width);
    expect(picture.x + picture.width).toBeLessThanOrEqual(viewport.width);
    if (viewport.width >= 1100) expect(picture.y + picture.height).toBeLessThanOrEqual(viewport.height);

    await tab.page.goto(`${test.url}/?view=relocation&from=440100&segment=D1`);
    const relocation = relocationPage(tab.page);
    await relocation.ready();
    await tab.screenshot(`relocation-${name}`);
    expect(await sideways()).toBe(0);
    const map = await relocation.map.boundingBox();
    if (map === null) throw new Error('The map is not shown.');
    const labels = await tab.page.evaluate(() => window.__graph?.painted() ?? []);
    // The 21 prefectures each have their name.
    expect(labels).toHaveLength(21);
    const touching = labels.flatMap((a, index) =>
      labels
        .slice(index + 1)
        .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
        .map((b) => `${a.id} ${b.id}`),
    );
    expect(touching).toEqual([]);
    for (const label of labels) {
      expect(label.x, label.id).toBeGreaterThanOrEqual(0);
      expect(label.x + label.width, label.id).toBeLessThanOrEqual(map.width);
    }
    await closeQuietly(tab);
  });
});
