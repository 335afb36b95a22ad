import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../web/graph/graph-probe.ts';
import { pictureDrawn, startPageUnderTest, type PageUnderTest } from '../support/page-under-test.ts';
import { closeQuietly } from './quiet-tab.ts';

let test: PageUnderTest;
beforeAll(async () => {
  test = await startPageUnderTest();
});
afterAll(() => test.close());

/** Global ids of the things in the picture. */
const shown = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    (window.__graph?.ids() ?? [])
      .filter((id) =>
        /^(Segment|Region|Firm|Park|Measure|Department|Policy|Statement|Asset|Zone|Cluster|Target):/.test(id),
      )
      .sort(),
  );
const places = (page: Page): Promise<Record<string, number[]>> =>
  page.evaluate(() => {
    const found: Record<string, number[]> = {};
    for (const { id, x, y } of (window.__graph?.ids() ?? [])
      .filter((id) => /^[A-Z]\w+:/.test(id))
      .map((id) => ({ id, ...(window.__graph?.box(id) ?? { x: 0, y: 0 }) })))
      found[id] = [Math.round(x), Math.round(y)];
    return found;
  });
async function ready(page: Page, things: number): Promise<void> {
  await page.locator('.xp-groups').waitFor();
  await expect.poll(async () => (await shown(page)).length, { timeout: 15_000 }).toBe(things);
  await pictureDrawn(page);
}

describe('exploring without a mouse', () => {
  it('expands twenty, speaks, removes, collapses, takes steps back and forth, and shares picture and table by link', async () => {
    const tab = await test.open('?view=explore&node=Segment:D1');
    const { page } = tab;
    await ready(page, 1);
    await page.locator('.xp-canvas').focus();
    await page.keyboard.press('Enter');
    await ready(page, 21);
    const expanded = await shown(page);
    const live = page.locator('.xp-picture p.unseen');
    await expect.poll(() => live.innerText()).toMatch(/^「印染」展开 20 个，还有 46 个未展开$/);
    expect(await page.locator('.xp-table tbody tr').count()).toBe(21);
    const groups = await page.locator('.xp-group-count').allInnerTexts();
    expect(groups.every((text) => /^\d+ \/ \d+$/.test(text))).toBe(true);

    // The same link in another browser shows the same picture.
    const search = new URL(page.url()).search;
    const here = await places(page);
    const other = await test.open(search);
    await ready(other.page, 21);
    expect(Object.keys(await places(other.page)).sort()).toEqual(Object.keys(here).sort());
    await closeQuietly(other);

    await page.keyboard.press('ArrowRight');
    expect(await live.innerText()).toMatch(/，图上相邻 \d+ 个，未展开 \d+ 个$/);
    await page.keyboard.press('Delete');
    await ready(page, 20);
    await page.keyboard.press('Control+z');
    await ready(page, 21);
    expect(await shown(page)).toEqual(expanded);
    await page.keyboard.press('Control+z');
    await ready(page, 1);
    await page.keyboard.press('Control+y');
    await ready(page, 21);
    // The focus moved away from the thing that was removed: click it where the table names it, then collapse it.
    await page.locator('.xp-table tbody .row-button', { hasText: /^印染$/ }).click();
    await page.locator('.details').getByRole('button', { name: '收起', exact: true }).click();
    await ready(page, 1);
    await expect.poll(() => live.innerText()).toBe('「印染」收起 20 个');
    await closeQuietly(tab);
  });

  it('draws the connection from 互太 to 省市场监管局 found through the search, and lays out again in a worker', async () => {
    const tab = await test.open('?view=explore&node=Firm:hk-01382');
    const { page } = tab;
    await ready(page, 1);
    await page.locator('.details .xp-search input').fill('市场监管局');
    await page.locator('.search-hit', { hasText: '省市场监管局' }).first().click();
    await expect.poll(() => page.locator('.xp-connection-answer').innerText()).toMatch(/最短 4 步，共 \d+ 条/);
    await page.locator('.xp-path button', { hasText: '画在图上' }).first().click();
    await ready(page, 5);
    const strong = await page.evaluate(
      () => (window.__graph?.ids() ?? []).filter((id) => window.__graph?.classes(id).includes('path') === true).length,
    );
    expect(strong).toBe(4);
    await tab.screenshot('explore-connection');
    await page.getByRole('button', { name: '重新布局' }).click();
    await expect.poll(() => page.locator('.xp-picture p.unseen').innerText(), { timeout: 20_000 }).toBe('已重新布局');
    expect(new URL(page.url()).searchParams.get('path')).toMatch(/^fhk-01382\*.+\*dgd-market$/);
    await closeQuietly(tab);
  });
});
