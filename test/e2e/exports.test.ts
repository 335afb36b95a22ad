import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../web/graph/graph-probe.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { startPageUnderTest, type PageUnderTest, type Tab } from '../support/page-under-test.ts';
import { closeQuietly } from './quiet-tab.ts';

let test: PageUnderTest;
beforeAll(async () => {
  test = await startPageUnderTest();
}, 180_000);
afterAll(() => test.close());

/** What each view shows, and the names in the first column of its table on the screen, in order. */
const VIEWS: Readonly<
  Record<
    string,
    {
      readonly search: string;
      readonly names: string | null;
      readonly drawn: string | null;
      readonly hasGraph: boolean;
    }
  >
> = {
  'one place of the chain': {
    search: '?view=chain&region=440500&segment=Y',
    names: '.segment-table tbody tr.el-table__row .row-button',
    drawn: '印染',
    hasGraph: true,
  },
  'two places of the chain': {
    search: '?view=chain&region=440500&beside=445200&segment=Y',
    names: null,
    drawn: '印染',
    hasGraph: true,
  },
  'several places of the chain': {
    search: '?view=chain&region=440500&places=ALL',
    names: '.segment-table tbody tr.el-table__row .row-button',
    drawn: '印染',
    hasGraph: true,
  },
  relocation: {
    search: '?view=relocation&from=440100&segment=D1',
    names: null,
    drawn: '汕头',
    hasGraph: true,
  },
  targets: { search: '?view=targets&region=440500&segment=F2', names: null, drawn: null, hasGraph: false },
  policy: { search: '?view=policy', names: null, drawn: '工信厅', hasGraph: true },
  exploration: { search: '?view=explore&node=Region:440500', names: null, drawn: '汕头市', hasGraph: true },
};
const CASES = Object.entries(VIEWS).map(([view, what]) => ({ view, ...what }));

async function open(search: string, options?: { readonly bypassCSP?: boolean }): Promise<Tab> {
  const tab = await test.open(search, options);
  await tab.page.locator('.view-tools .graphql-button:not([disabled])').waitFor();
  if (search.includes('explore')) {
    await tab.page.locator('aside.drawer .plain-button.primary').click();
    await tab.page.locator('.xp-table tbody tr').nth(20).waitFor();
  }
  return tab;
}

/** Formats that the menu offers. */
async function offered(page: Page): Promise<string[]> {
  await page.locator('.menu-button').click();
  const ids = await page
    .locator('.menu-list [data-export][aria-disabled="false"]')
    .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['export'] ?? ''));
  await page.keyboard.press('Escape');
  return ids.filter((id) => !id.startsWith('print'));
}

async function download(page: Page, format: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await page.locator('.menu-button').click();
  const waiting = page.waitForEvent('download');
  await page.locator(`.menu-list [data-export="${format}"]`).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

interface JsonSheet {
  readonly columns: readonly { readonly key: string }[];
  readonly rows: readonly Record<string, unknown>[];
}

describe('what is shown leaves the page as it is', () => {
  it.each(CASES)('$view: the tables of CSV, XLSX and JSON are the same, and name release and sources', async (one) => {
    const tab = await open(one.search);
    const { page } = tab;
    const csv = await download(page, 'csv');
    expect(csv.name).toMatch(/\.csv$/);
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = csv.bytes.toString('utf8');
    const records: string[][] = parse(text, { bom: true, relax_column_count: true });
    const json = JSON.parse((await download(page, 'json')).bytes.toString('utf8')) as JsonSheet;
    const rows = json.rows.length;
    expect(rows).toBeGreaterThan(0);
    const width = json.columns.length;
    const table = records.filter((record) => record.length === width);
    expect(table.length).toBeGreaterThanOrEqual(rows + 1);
    expect(text).toMatch(/2026-11-22\.[0-9a-f]{8}/);
    if (one.names !== null) {
      const names = await page.locator(one.names).allInnerTexts();
      const [first] = json.columns;
      const said = json.rows.map((row) => Object.values(row)[0]);
      expect(first).toBeDefined();
      expect(said).toEqual(names);
    }
    const xlsx = await download(page, 'xlsx');
    expect(xlsx.bytes.subarray(0, 2).toString('latin1')).toBe('PK');
    expect(xlsx.bytes.length).toBeGreaterThan(2_000);
    await closeQuietly(tab);
  });

  it.each(CASES.filter(({ drawn }) => drawn !== null))(
    '$view: PNG with an opaque ground and something on it, SVG with the words of the picture',
    async ({ search, drawn }) => {
      const tab = await open(search);
      const { page } = tab;
      expect(await offered(page)).toEqual(expect.arrayContaining(['png', 'svg']));
      const png = await download(page, 'png');
      const look = await page.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('no canvas');
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        const colours = new Set<number>();
        let clear = 0;
        for (let i = 0; i < data.length; i += 4) {
          if ((data[i + 3] ?? 0) < 255) clear += 1;
          if (i % 64 === 0) colours.add(((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0));
        }
        return { width: image.width, height: image.height, clear, colours: colours.size };
      }, png.bytes.toString('base64'));
      expect(look.clear).toBe(0);
      expect(look.colours).toBeGreaterThan(8);
      expect(look.width).toBeGreaterThan(400);
      expect(look.height).toBeGreaterThan(200);
      const svg = (await download(page, 'svg')).bytes.toString('utf8');
      const said = await page.evaluate((source) => {
        const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
        return {
          error: parsed.querySelector('parsererror')?.textContent ?? null,
          text: parsed.documentElement.textContent,
        };
      }, svg);
      expect(said.error).toBeNull();
      expect(said.text.replace(/\s/g, '')).toContain(drawn);
      await closeQuietly(tab);
    },
  );

  it.each(CASES.filter(({ hasGraph }) => hasGraph))('$view: GraphML holds its things and their links', async (one) => {
    const tab = await open(one.search);
    const source = (await download(tab.page, 'graphml')).bytes.toString('utf8');
    const found = await tab.page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'application/xml');
      const nodes = [...parsed.querySelectorAll('node')].map((node) => node.id);
      const loose = [...parsed.querySelectorAll('edge')].filter(
        (edge) =>
          !nodes.includes(edge.getAttribute('source') ?? '') || !nodes.includes(edge.getAttribute('target') ?? ''),
      );
      return { error: parsed.querySelector('parsererror') !== null, nodes: nodes.length, loose: loose.length };
    }, source);
    expect(found.error).toBe(false);
    expect(found.nodes).toBeGreaterThan(3);
    expect(found.loose).toBe(0);
    await closeQuietly(tab);
  });

  it('a view without a picture or a graph says so instead of giving an empty file', async () => {
    const tab = await open(VIEWS['targets']?.search ?? '');
    expect(await offered(tab.page)).toEqual(['xlsx', 'csv', 'json']);
    await tab.page.locator('.menu-button').click();
    expect(await tab.page.locator('.menu-list [data-export="png"]').getAttribute('title')).not.toBe('');
    await closeQuietly(tab);
  });
});

describe('the question behind what is shown', () => {
  it.each(CASES)('$view: query and variables as the dialog shows them are answered by the API', async ({ search }) => {
    const tab = await open(search);
    const { page } = tab;
    await page.locator('.graphql-button').click();
    const blocks = page.locator('dialog[open] pre');
    await blocks.first().waitFor();
    const texts = await blocks.allInnerTexts();
    expect(texts.length).toBeGreaterThanOrEqual(2);
    for (let at = 0; at + 1 < texts.length; at += 2) {
      const response = await fetch(`${test.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: texts[at], variables: JSON.parse(texts[at + 1] ?? '{}') as unknown }),
      });
      const answer = (await response.json()) as { data?: unknown; errors?: unknown };
      expect(answer.errors).toBeUndefined();
      expect(answer.data).toBeDefined();
    }
    await page.keyboard.press('Escape');
    await closeQuietly(tab);
  });
});

describe('steps of the page', () => {
  const selected = (page: Page): string | null => new URL(page.url()).searchParams.get('segment');
  const view = (page: Page): string | null => new URL(page.url()).searchParams.get('view');

  it('are taken back and made again by keyboard, not in a text field; the browser goes back between views', async () => {
    const tab = await open('?view=chain&region=440500');
    const { page } = tab;
    const rows = page.locator('.segment-table tbody .row-button');
    await rows.nth(1).click();
    const first = selected(page);
    await rows.nth(2).click();
    const second = selected(page);
    expect(first).not.toBe(second);
    await page.locator('.search-box input').fill('印染');
    await page.keyboard.press('Control+z');
    expect(selected(page)).toBe(second);
    await page.keyboard.press('Escape');
    await page.locator('p.answer').click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => selected(page)).toBe(first);
    await page.keyboard.press('Control+z');
    await expect.poll(() => selected(page)).toBeNull();
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+y');
    await expect.poll(() => selected(page)).toBe(second);
    await page.locator('.tabs .tab', { hasText: '政策' }).click();
    await expect.poll(() => view(page)).toBe('policy');
    await page.goBack();
    await expect.poll(() => view(page)).toBe('chain');
    expect(selected(page)).toBe(second);
    await closeQuietly(tab);
  });
});

describe('on a wall', () => {
  it('there is nothing to operate, all is dark and larger, and a tour goes on until it is stopped', async () => {
    const plain = await open('?view=chain&region=440500');
    const size = await plain.page.locator('p.answer').evaluate((element) => element.getBoundingClientRect().height);
    await closeQuietly(plain);
    const tab = await test.open('?view=chain&region=440500&wall=1&tour=5');
    const { page } = tab;
    await page.locator('p.answer').waitFor();
    for (const control of ['.tool-row', '.search-box', '.tabs', '.api-link']) {
      expect(await page.locator(control).isVisible(), control).toBe(false);
    }
    expect(await page.evaluate(() => document.documentElement.classList.contains('dark'))).toBe(true);
    const place = (): string | null => new URL(page.url()).searchParams.get('region');
    const sentence = await page.locator('p.answer').innerText();
    await expect.poll(() => page.locator('p.answer').innerText(), { timeout: 15_000 }).not.toBe(sentence);
    const height = await page.locator('p.answer').evaluate((element) => element.getBoundingClientRect().height);
    expect(height).toBeGreaterThan(size * 0.9);
    await page.getByRole('button', { name: /暂停/ }).click();
    const held = [await page.locator('p.answer').innerText(), place()];
    await page.waitForTimeout(6_500);
    expect([await page.locator('p.answer').innerText(), place()]).toEqual(held);
    await tab.screenshot('wall');
    await closeQuietly(tab);
  });
});

describe('axe-core finds no fault in what opens over the page', () => {
  const openers: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    'the export menu': async (page) => {
      await page.locator('.menu-button').click();
      await page.locator('.menu-list').waitFor();
    },
    'the question as GraphQL': async (page) => {
      await page.locator('.graphql-button').click();
      await page.locator('dialog[open] pre').first().waitFor();
    },
    'the keys': async (page) => {
      await page.keyboard.press('?');
      await page.locator('dialog[open]').waitFor();
    },
  };
  const cases = Object.keys(openers).flatMap((what) => (['zh', 'en'] as const).map((lang) => ({ what, lang })));
  it.each(cases)('$what, $lang', async ({ what, lang }) => {
    const tab = await open(`?view=chain&region=440500&lang=${lang}`, { bypassCSP: true });
    await openers[what]?.(tab.page);
    const found = await axeFindings(tab.page);
    expect(found.violations).toEqual([]);
    expect(found.passed).toBeGreaterThan(20);
    await tab.page.keyboard.press('Escape');
    await expect.poll(() => tab.page.locator('dialog[open], .menu-list').count()).toBe(0);
    await closeQuietly(tab);
  });
});
