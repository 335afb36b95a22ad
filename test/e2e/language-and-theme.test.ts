import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPageUnderTest, type PageUnderTest, type Tab } from '../support/page-under-test.ts';
import { openTestGraph, type TestGraph } from '../support/test-graph.ts';
import { chainPage } from './chain-page.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { closeQuietly } from './quiet-tab.ts';
import { relocationPage } from './relocation-page.ts';
import { targetsPage } from './targets-page.ts';

let test: PageUnderTest;
let graph: TestGraph;
beforeAll(async () => {
  test = await startPageUnderTest();
  graph = await openTestGraph();
  await test.ask(
    `mutation { saveTargetList(input: { key: "list-to-look-at", name: "Chaozhou 1", region: "445100", segment: "W1",
      criteria: { origin: OUTSIDE }, firms: [{ firm: "cn-002394", note: "call" }, { firm: "cn-000726" }] }) { list { id } } }`,
  );
});
afterAll(async () => {
  await graph.run('MATCH (n:TargetList|ListedFirm) DETACH DELETE n');
  await graph.close();
  await test.close();
});

const VIEWS = {
  chain: '?view=chain&region=440500&segment=Y',
  'chain of several places': '?view=chain&region=440500&places=ALL&segment=Y',
  'chain of two places': '?view=chain&region=440500&beside=445200&segment=Y',
  relocation: '?view=relocation&from=440100&segment=D1',
  targets: '?view=targets&region=445100&segment=W1&tfirm=cn-002394&tpicks=cn-002394&tcriteria=outside',
  // The sheet of one firm.
  plan: '?view=targets&region=445200&segment=D1&tplan=cn-002394',
  lists: '?view=targets&tlists=1',
  list: '?view=targets&tlists=1&tlist=list-to-look-at',
} as const;
type ViewName = keyof typeof VIEWS;

async function ready(tab: Tab, view: ViewName): Promise<void> {
  if (view === 'relocation') {
    await relocationPage(tab.page).ready();
    await tab.page.locator('.rl-facts').first().waitFor();
    return;
  }
  if (view === 'targets') {
    await targetsPage(tab.page).ready();
    await tab.page.locator('.tg-part-list').waitFor();
    return;
  }
  if (view === 'lists' || view === 'list') {
    await tab.page
      .locator(view === 'list' ? '.tg-list-table textarea' : '.tg-list-table tbody tr')
      .first()
      .waitFor();
    return;
  }
  if (view === 'plan') {
    await targetsPage(tab.page).planReady();
    return;
  }
  await chainPage(tab.page).ready();
  const filled = {
    chain: 'aside.drawer .measure',
    'chain of several places': 'aside.drawer .spread-class',
    'chain of two places': '.pair-details .measure',
  }[view];
  await tab.page.locator(filled).first().waitFor();
}

/**
 * Where Chinese stands in the English page because the thing has no other name: titles of sources, departments as
 * written, firms, headings of measures, parks with their figures, and the other name of a segment. Quotations carry `lang="zh-CN"`.
 */
const NAMES_FROM_DATA = [
  '[lang^="zh"]',
  '.evidence',
  '.duties dd',
  '.firms',
  '.measure-heading',
  '.drawer-other',
  '.rl-park',
  '.rl-hop',
  '.rl-facts',
  '.rl-measure summary',
  '.rl-card',
  // The words that a map of China has to carry, and what is written for readers without scripts, in both languages.
  '.map-schematic',
  'noscript',
  '.rl-blockers p',
  '.facts p',
  // Products as disclosed, who is in charge as written, firms without an English name.
  '.tg-firm',
  '.tg-firm-name',
  '.tg-facts',
  '.tg-charge',
  '.tg-plan-lines',
  '.tg-plan-sources',
].join(', ');

/** Chinese words that a reader or a screen reader meets outside of `except`. */
function chineseOutside(tab: Tab, except: string): Promise<readonly string[]> {
  return tab.page.evaluate((allowed) => {
    const chinese = /[\u4e00-\u9fff]/;
    const found: string[] = [];
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (element.closest(allowed) !== null) continue;
      for (const node of element.childNodes) {
        const text = node.textContent ?? '';
        if (node.nodeType === Node.TEXT_NODE && chinese.test(text)) found.push(`<${element.className}> ${text.trim()}`);
      }
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-roledescription']) {
        const value = element.getAttribute(name) ?? '';
        if (chinese.test(value)) found.push(`<${element.className}> ${name}=${value}`);
      }
    }
    return found;
  }, except);
}

describe('the English page', () => {
  it.each(['chain', 'relocation', 'targets', 'plan', 'lists', 'list'] as const)(
    'has no Chinese words of its own in the %s view',
    async (view) => {
      const tab = await test.open(VIEWS[view]);
      await ready(tab, view);
      expect(await tab.page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
      await tab.page.locator('.top-bar button[lang="en"]').click();
      await expect.poll(() => tab.page.evaluate(() => document.documentElement.lang)).toBe('en');
      expect(new URL(tab.page.url()).searchParams.get('lang')).toBe('en');
      await ready(tab, view);
      await expect.poll(() => chineseOutside(tab, NAMES_FROM_DATA)).toEqual([]);
      expect(await tab.page.title()).not.toMatch(/产业链|转移|招商/);
      await tab.screenshot(`${view}-english`);
      await closeQuietly(tab);
    },
  );
});

describe('the dark theme', () => {
  it('is kept in the link, across views and for the next reader', async () => {
    const tab = await test.open(VIEWS.chain);
    await ready(tab, 'chain');
    await tab.page.locator('.top-bar button', { hasText: '深色' }).click();
    const isDark = (of: Tab): Promise<boolean> =>
      of.page.evaluate(() => document.documentElement.classList.contains('dark'));
    await expect.poll(() => isDark(tab)).toBe(true);
    await tab.screenshot('chain-dark');
    await tab.page.locator('.tabs .tab', { hasText: '转移路径' }).click();
    await relocationPage(tab.page).ready();
    await tab.screenshot('relocation-dark');
    const { search } = new URL(tab.page.url());
    expect(search).toContain('theme=dark');
    await closeQuietly(tab);
    const other = await test.open(search);
    await relocationPage(other.page).ready();
    expect(await isDark(other)).toBe(true);
    await closeQuietly(other);
  });
});

describe('axe-core finds no fault', () => {
  const cases = (['chain', 'relocation', 'targets', 'plan', 'lists', 'list'] as const).flatMap((view) =>
    (['zh', 'en'] as const).flatMap((lang) => (['light', 'dark'] as const).map((theme) => ({ view, lang, theme }))),
  );
  const others = (['chain of several places', 'chain of two places'] as const).flatMap((view) => [
    { view, lang: 'zh', theme: 'light' } as const,
    { view, lang: 'en', theme: 'dark' } as const,
  ]);
  it.each([...cases, ...others])('in the $view view, $lang, $theme', async ({ view, lang, theme }) => {
    const tab = await test.open(`${VIEWS[view]}&lang=${lang}&theme=${theme}`, { bypassCSP: true });
    await ready(tab, view);
    const found = await axeFindings(tab.page);
    expect(found.violations).toEqual([]);
    // A page that axe-core could not look at has no violations either.
    expect(found.passed).toBeGreaterThan(20);
    await closeQuietly(tab);
  });
});
