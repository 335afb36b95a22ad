import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPageUnderTest, type PageUnderTest, type Tab } from '../support/page-under-test.ts';
import { REPOSITORY } from '../support/repository.ts';
import { chainPage } from './chain-page.ts';
import { explorerPage, QUESTIONS } from './explorer-page.ts';
import { closeQuietly } from './quiet-tab.ts';

let test: PageUnderTest;
beforeAll(async () => {
  test = await startPageUnderTest();
});
afterAll(() => test.close());

const link = (query: string, variables?: unknown): string =>
  `#query=${encodeURIComponent(query)}${variables === undefined ? '' : `&variables=${encodeURIComponent(JSON.stringify(variables))}`}`;

describe('the explorer', () => {
  it('opens with ten questions in Chinese and English, runs one, shows the schema, asks no other host, breaks no policy', async () => {
    const tab = await test.open('explorer/');
    const explorer = explorerPage(tab.page);
    await explorer.ready();
    expect(await tab.page.title()).toBe('GraphQL 查询台 · 粤链');
    expect(await explorer.titles()).toHaveLength(QUESTIONS);
    await expect.poll(() => explorer.query()).toMatch(/^# 揭阳缺哪些环节.*\n# .*\n# What does Jieyang lack/);
    expect(JSON.parse(await explorer.variables())).toMatchObject({ region: '445200' });
    await expect.poll(() => explorer.header.innerText()).toMatch(/深度 ≤ 12 · 节点 ≤ 20,000 · first ≤ 100 · 3.9 秒/);

    const first = await explorer.run();
    expect(first.errors).toBeUndefined();
    expect(first.data).toHaveProperty('gaps.cells');
    // Each tab brings its own operation and variables.
    await explorer.tabs.nth(5).click();
    await expect.poll(() => explorer.query()).toContain('TargetsOfAYear');
    expect(JSON.parse(await explorer.variables())).toEqual({ year: 2027 });
    const targets = await explorer.run();
    expect(targets.errors).toBeUndefined();
    expect(targets.data).toHaveProperty('targets.totalCount', 15);
    await tab.page.screenshot({ path: join(REPOSITORY, 'test', 'output', 'screens', 'explorer.png') });

    await tab.page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await explorer.docs.getByText('GapCell', { exact: true }).click();
    await expect.poll(() => explorer.docs.innerText()).toContain('One segment in one region.');
    // A dialog holds the page still behind it by rules that would be refused as a style element.
    await tab.page.getByRole('button', { name: 'Open settings dialog' }).click();
    await tab.page.locator('.graphiql-dialog').waitFor();
    await expect.poll(() => tab.page.evaluate(() => getComputedStyle(document.body).overflow)).toBe('hidden');
    await tab.page.locator('.graphiql-dialog').getByText('Dark', { exact: true }).click();
    await expect.poll(() => isDark(tab)).toBe(true);
    await closeQuietly(tab);
  });

  it('keeps tabs, changes, the tab in front and the history for the next time', async () => {
    const tab = await test.open('explorer/');
    const explorer = explorerPage(tab.page);
    await explorer.ready();
    await explorer.tabs.nth(8).click();
    await expect.poll(() => explorer.query()).toContain('query Search');
    expect((await explorer.run()).errors).toBeUndefined();
    await tab.page.locator('.graphiql-query-editor .CodeMirror').click();
    await tab.page.keyboard.press('Control+Home');
    await tab.page.keyboard.type('# mine ');
    await tab.page.waitForFunction(() => localStorage.getItem('graphiql:tabState')?.includes('# mine') === true);
    await tab.page.reload();
    await explorer.ready();
    expect(await explorer.titles()).toHaveLength(QUESTIONS);
    await expect.poll(() => explorer.query()).toMatch(/^# mine # 怎样按拼音/);
    await tab.page.getByRole('button', { name: 'Show History' }).click();
    await expect.poll(() => tab.page.locator('.graphiql-history').innerText()).toContain('Search');
    await closeQuietly(tab);
  });

  it('opens the operation of a link in a first tab with its variables, once, before the others', async () => {
    const query = 'query Linked($code: DivisionCode!) { region(by: { code: $code }) { name shortName } }';
    const tab = await test.open(`explorer/${link(query, { code: '445100' })}`);
    const explorer = explorerPage(tab.page);
    await explorer.ready();
    await expect.poll(() => explorer.query()).toBe(query);
    expect((await explorer.titles())[0]).toBe('Linked');
    expect(await explorer.titles()).toHaveLength(QUESTIONS + 1);
    expect(await explorer.run()).toMatchObject({ data: { region: { name: '潮州市', shortName: '潮州' } } });
    await tab.page.reload();
    await explorer.ready();
    expect(await explorer.titles()).toHaveLength(QUESTIONS + 1);
    // Another operation in the same window.
    await tab.page.evaluate((hash) => {
      location.hash = hash;
    }, link('query Other { release { id } }'));
    await expect.poll(() => explorer.titles().then(([first]) => first)).toBe('Other');
    await explorer.ready();
    await expect.poll(() => explorer.query()).toBe('query Other { release { id } }');
    // A worked question that was closed or changed comes back from the list of the header.
    await explorer.header.locator('select').selectOption('4');
    await expect.poll(() => explorer.titles().then(([first]) => first)).toBe('MeasuresOfADepartment');
    await closeQuietly(tab);
  });

  it('is found from the page, in its language and theme, and nothing of it is in the page', async () => {
    const tab = await test.open('?view=chain&region=445200&lang=en&theme=dark', {
      viewport: { width: 1000, height: 800 },
    });
    const asked: string[] = [];
    tab.page.on('request', (request) => asked.push(request.url()));
    await tab.page.reload();
    await chainPage(tab.page).ready();
    const scripts = asked.filter((address) => address.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    for (const address of scripts) expect(await (await fetch(address)).text()).not.toMatch(/CodeMirror|graphiql/i);
    const api = tab.page.getByRole('link', { name: /^API/ });
    const box = await api.boundingBox();
    expect((box?.x ?? 1_000) + (box?.width ?? 0)).toBeLessThan(1_000);
    expect(await tab.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1_000);
    await api.click();
    const explorer = explorerPage(tab.page);
    await explorer.ready();
    expect(new URL(tab.page.url()).pathname).toBe('/explorer/');
    expect(await tab.page.title()).toBe('GraphQL explorer · Yuelian');
    await expect.poll(() => isDark(tab)).toBe(true);
    await explorer.header.getByRole('link', { name: 'Back to the map' }).click();
    await chainPage(tab.page).ready();
    await closeQuietly(tab);
  });

  it('says what it says where the browser forbids to keep anything', async () => {
    const tab = await test.open('explorer/');
    await tab.page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await tab.page.reload();
    const explorer = explorerPage(tab.page);
    await explorer.ready();
    expect(await explorer.titles()).toHaveLength(QUESTIONS);
    await expect.poll(() => explorer.query()).toContain('GapsOfAPlace');
    expect((await explorer.run()).errors).toBeUndefined();
    await closeQuietly(tab);
  });
});

describe('axe-core finds no fault in the header of the explorer', () => {
  const cases = (['zh', 'en'] as const).flatMap((lang) =>
    (['light', 'dark'] as const).map((theme) => ({ lang, theme })),
  );
  it.each(cases)('$lang, $theme', async ({ lang, theme }) => {
    const axe = await readFile(join(REPOSITORY, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
    const tab = await test.open(`explorer/?lang=${lang}&theme=${theme}`, { bypassCSP: true });
    const explorer = explorerPage(tab.page);
    await explorer.ready();
    await expect.poll(() => explorer.header.innerText()).toContain('20,000');
    await tab.page.addScriptTag({ content: axe });
    const found = await tab.page.evaluate(async () => {
      interface Finding {
        readonly id: string;
        readonly nodes: readonly { readonly html: string }[];
      }
      interface Result {
        readonly violations: readonly Finding[];
        readonly passes: readonly Finding[];
      }
      const { axe: checker } = window as unknown as { axe: { run: (where?: unknown) => Promise<Result> } };
      const own = await checker.run({ include: ['.explorer-header'] });
      const graphiql = await checker.run({ include: ['.graphiql-container'] });
      const lines = ({ violations }: Result): string[] =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
      return { passed: own.passes.length, own: lines(own), graphiql: graphiql.violations.map(({ id }) => id) };
    });
    expect(found.own).toEqual([]);
    expect(found.passed).toBeGreaterThan(5);
    // Faults of GraphiQL 4.1.2 itself, named in web/explorer/README.md; a new one must be looked at.
    expect(KNOWN_FAULTS_OF_GRAPHIQL).toEqual(expect.arrayContaining(found.graphiql));
    await closeQuietly(tab);
  });
});

const KNOWN_FAULTS_OF_GRAPHIQL: readonly string[] = [
  'color-contrast',
  'label',
  'nested-interactive',
  'scrollable-region-focusable',
];

function isDark(tab: Tab): Promise<boolean> {
  return tab.page.evaluate(() => document.documentElement.classList.contains('dark'));
}
