import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../web/graph/graph-probe.ts';
import { pictureDrawn, startPageUnderTest, type PageUnderTest, type Tab } from '../support/page-under-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { closeQuietly } from './quiet-tab.ts';

let test: PageUnderTest;
beforeAll(async () => {
  test = await startPageUnderTest();
}, 180_000);
afterAll(() => test.close());

const SHANTOU = '?view=explore&node=Region:440500';
/** Neighbours added by one step. */
const STEP = 20;

/** Global ids of the things in the picture, sorted. */
async function drawn(page: Page): Promise<string[]> {
  const ids = await page.evaluate(() => (window.__graph?.ids() ?? []).filter((id) => /^[A-Z][A-Za-z]+:/.test(id)));
  return [...new Set(ids)].sort();
}

async function places(page: Page): Promise<Readonly<Record<string, string>>> {
  const ids = await drawn(page);
  return page.evaluate((all) => {
    const graph = window.__graph;
    return Object.fromEntries(
      all.map((id) => {
        const box = graph?.box(id);
        return [id, box === undefined ? '' : `${Math.round(box.x)},${Math.round(box.y)}`];
      }),
    );
  }, ids);
}

async function rows(page: Page): Promise<number> {
  return page.locator('.xp-tables table.xp-table tbody tr').count();
}

async function ready(tab: Tab): Promise<void> {
  await tab.page.locator('aside.drawer h2').waitFor();
  await tab.page.locator('aside.drawer .plain-button.primary').waitFor();
  await expect.poll(async () => (await drawn(tab.page)).length).toBeGreaterThan(0);
  await pictureDrawn(tab.page);
}

async function expandStep(page: Page): Promise<void> {
  const before = (await drawn(page)).length;
  await page.locator('aside.drawer .plain-button.primary').click();
  await expect.poll(async () => (await drawn(page)).length).toBe(before + STEP);
}

describe('free exploration', () => {
  it('counts the neighbours before any is shown, adds twenty at a time, and says how many are left', async () => {
    const tab = await test.open(SHANTOU);
    await ready(tab);
    const { page } = tab;
    expect(await drawn(page)).toEqual(['Region:440500']);
    const counts = await page.locator('aside.drawer .xp-group-head b, aside.drawer .xp-group-count').allInnerTexts();
    expect(counts.join(' ')).toMatch(/0 \/ \d+/);
    const { neighbourhood } = await test.ask<{ neighbourhood: { centre: { neighbourCount: number } } }>(
      '{ neighbourhood(id: "Region:440500") { centre { neighbourCount } } }',
    );
    expect(await page.locator('p.answer').innerText()).toContain(`相邻 ${neighbourhood.centre.neighbourCount} 个`);
    await expandStep(page);
    expect(await rows(page)).toBe(1 + STEP);
    await expect
      .poll(() => page.locator('p.answer').innerText())
      .toContain(`另有 ${neighbourhood.centre.neighbourCount - STEP} 个相邻未展开`);
    await tab.screenshot('explore-expanded');
    await closeQuietly(tab);
  });

  it('takes a step back and forward again, and moves nothing that was there', async () => {
    const tab = await test.open(SHANTOU);
    await ready(tab);
    const { page } = tab;
    await expandStep(page);
    await page.locator('.xp-tables .row-button').nth(1).click();
    const before = await places(page);
    await page.locator('aside.drawer .plain-button.primary').waitFor();
    await page.locator('aside.drawer .plain-button.primary').click();
    await expect.poll(async () => (await drawn(page)).length).toBeGreaterThan(Object.keys(before).length);
    const shifts = Object.entries(await places(page)).filter(([id]) => id in before);
    // The picture may be moved and scaled as a whole to hold the new ones: the order from left to right stays.
    const order = (held: Readonly<Record<string, string>>): string[] =>
      Object.keys(before).sort(
        (a, b) => Number(held[a]?.split(',')[0]) - Number(held[b]?.split(',')[0]) || (a < b ? -1 : 1),
      );
    expect(order(Object.fromEntries(shifts)).slice(0, 5)).toEqual(order(before).slice(0, 5));
    const after = (await drawn(page)).length;
    await page.locator('p.answer').click();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await drawn(page)).length).toBe(1 + STEP);
    await page.keyboard.press('Control+z');
    await expect.poll(() => drawn(page)).toEqual(['Region:440500']);
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+y');
    await expect.poll(async () => (await drawn(page)).length).toBe(after);
    await closeQuietly(tab);
  });

  it('shows another reader of the link the same picture', async () => {
    const tab = await test.open(SHANTOU);
    await ready(tab);
    await expandStep(tab.page);
    await pictureDrawn(tab.page);
    const ids = await drawn(tab.page);
    const link = new URL(tab.page.url()).search;
    expect(link.length).toBeLessThanOrEqual(1_500);
    const other = await test.open(link);
    await other.page.locator('aside.drawer h2').waitFor();
    await expect.poll(() => drawn(other.page)).toEqual(ids);
    await closeQuietly(other);
    await closeQuietly(tab);
  });

  it('hides and shows a type by the legend, in the picture and in the table', async () => {
    const tab = await test.open(SHANTOU);
    await ready(tab);
    const { page } = tab;
    await expandStep(page);
    const measures = (await drawn(page)).filter((id) => id.startsWith('Measure:')).length;
    expect(measures).toBeGreaterThan(0);
    const legend = page.locator('.xp-legend .legend-item', { hasText: '措施' }).first();
    await legend.click();
    await expect.poll(() => rows(page)).toBe(1 + STEP - measures);
    await legend.click();
    await expect.poll(() => rows(page)).toBe(1 + STEP);
    await closeQuietly(tab);
  });

  it('finds how 互太 and 省市场监管局 hang together, hop by hop with sources', async () => {
    const tab = await test.open('?view=explore&node=Firm:hk-01382');
    await ready(tab);
    const { page } = tab;
    const box = page.locator('aside.drawer input').last();
    await box.fill('省市场监管局');
    await page.locator('.el-autocomplete-suggestion li', { hasText: '市场监' }).first().click();
    await page.locator('.xp-connection-answer').waitFor();
    expect(await page.locator('.xp-connection-answer').innerText()).toMatch(/4/);
    expect(await page.locator('.xp-paths .xp-hop').count()).toBeGreaterThanOrEqual(4);
    await page.locator('.xp-path .plain-button').first().click();
    await expect.poll(async () => (await drawn(page)).length).toBeGreaterThanOrEqual(5);
    expect(await drawn(page)).toContain('Department:gd-market');
    await tab.screenshot('explore-connection');
    await closeQuietly(tab);
  });

  it('is walked by keyboard: Enter expands, arrows go to neighbours, Backspace collapses, and each is spoken', async () => {
    const tab = await test.open(SHANTOU);
    await ready(tab);
    const { page } = tab;
    await page.locator('.xp-canvas').focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await drawn(page)).length).toBe(1 + STEP);
    await pictureDrawn(page);
    const spoken = page.locator('.xp-picture p.unseen');
    const before = await spoken.innerText();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => spoken.innerText()).not.toBe(before);
    expect((await spoken.innerText()).trim()).not.toBe('');
    await page.keyboard.press('ArrowLeft');
    await closeQuietly(tab);
  });

  it.each([
    ['an id that nothing has', '?view=explore&node=Region:999999'],
    ['a word that is no id', '?view=explore&node=somewhere'],
  ])('says what is wrong with a link to %s, and goes on', async (_case, search) => {
    const tab = await test.open(search);
    await tab.page.locator('.notice, .part-failed').first().waitFor();
    await tab.page.locator('.xp').waitFor();
    await tab.close();
    expect(tab.troubles.violations).toEqual([]);
  });
});

describe('axe-core finds no fault in the exploration', () => {
  const cases = (['zh', 'en'] as const).flatMap((lang) =>
    (['light', 'dark'] as const).map((theme) => ({ lang, theme })),
  );
  it.each(cases)('$lang, $theme', async ({ lang, theme }) => {
    const tab = await test.open(`${SHANTOU}&lang=${lang}&theme=${theme}`, { bypassCSP: true });
    await ready(tab);
    await expandStep(tab.page);
    const found = await axeFindings(tab.page);
    expect(found.violations).toEqual([]);
    expect(found.passed).toBeGreaterThan(20);
    await tab.screenshot(`explore-${lang}-${theme}`);
    await closeQuietly(tab);
  });
});
