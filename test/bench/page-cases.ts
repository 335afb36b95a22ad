import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium, launchChromium } from '../support/chromium.ts';
import { median, quantile, type BenchCase } from './bench-case.ts';
import type {} from './panning-page/panning-probe.ts';
import type { StartedService } from './started-service.ts';

const PANNING_PAGE = join(import.meta.dirname, 'panning-page');
/** Nobody answers under this name; the browser gets the files from here. */
const PANNING_HOST = 'http://panning.test';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
/** Each picture is dragged so often, the two in turn, so that a busy moment of the machine meets both. */
const ROUNDS = 5;
const MOVES = 120;
/** Times that each segment of the table is selected. */
const SELECTIONS = 2;
/** A hand that goes to a segment rests there at least so long before it clicks, ms. */
const REST_MS = 80;

async function inBrowser<T>(run: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await launchChromium(findChromium(process.env));
  try {
    return await run(browser);
  } finally {
    await browser.close();
  }
}

/** The page with our picture and with bare Cytoscape, built for this run. */
async function builtPanningPage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'yuelian-panning-'));
  await build({
    configFile: false,
    root: PANNING_PAGE,
    base: '/',
    logLevel: 'error',
    define: { __TEST_BUILD__: 'false' },
    build: { target: 'esnext', outDir, emptyOutDir: true },
  });
  return outDir;
}

async function openPicture(browser: Browser, folder: string, graph: string, elements: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1_280, height: 800 } });
  const page = await context.newPage();
  await page.route(`${PANNING_HOST}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = pathname === '/' ? 'index.html' : pathname.slice(1);
    const contentType = TYPES[extname(file)];
    if (contentType === undefined) await route.fulfill({ status: 404 });
    else await route.fulfill({ contentType, body: await readFile(join(folder, file)) });
  });
  await page.goto(`${PANNING_HOST}/?graph=${graph}&elements=${elements}`);
  await page.waitForFunction(() => window.panning !== undefined, undefined, { timeout: 60_000 });
  const drawn = await page.evaluate(() => window.panning?.elements);
  if (drawn !== elements) throw new Error(`The picture has ${String(drawn)} elements, not ${elements}.`);
  return page;
}

/** 95th percentile of the time between frames while the picture is dragged to and fro, ms. */
async function dragged(page: Page): Promise<number> {
  await page.bringToFront();
  await page.mouse.move(8, 8);
  await page.mouse.down();
  await page.evaluate(() => window.panning?.start());
  for (let move = 1; move <= MOVES; move += 1) {
    const away = move <= MOVES / 2 ? move : MOVES - move;
    await page.mouse.move(8 + 4 * away, 8 + 2 * away);
  }
  const frames = (await page.evaluate(() => window.panning?.stop())) ?? [];
  await page.mouse.up();
  return quantile(frames, 0.95);
}

function panning(elements: number): BenchCase {
  const limit = 1.2;
  return {
    name: `panning ${elements.toLocaleString('en')} elements`,
    bar: `p95 frame <= ${limit} x bare Cytoscape with the same elements`,
    run: async () => {
      const folder = await builtPanningPage();
      try {
        return await inBrowser(async (browser) => {
          const pages = {
            ours: await openPicture(browser, folder, 'ours', elements),
            bare: await openPicture(browser, folder, 'bare', elements),
          };
          const sample: { readonly ours: number; readonly bare: number }[] = [];
          // The first round warms both up.
          for (let round = 0; round <= ROUNDS; round += 1) {
            const measured = { ours: await dragged(pages.ours), bare: await dragged(pages.bare) };
            if (round > 0) sample.push(measured);
          }
          const ours = median(sample.map((one) => one.ours));
          const bare = median(sample.map((one) => one.bare));
          const detail = `ours ${ours.toFixed(1)} ms, bare ${bare.toFixed(1)} ms, ${ROUNDS} rounds in turn`;
          return { value: ours / bare, unit: 'x', limit, detail };
        });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Time from the press on a segment to the drawer with its state, facts, policies and firms, ms. */
async function selection(page: Page, row: number): Promise<number> {
  const button = page.locator('.segment-table .row-button').nth(row);
  await button.scrollIntoViewIfNeeded();
  const name = await button.innerText();
  await button.hover();
  await page.waitForTimeout(REST_MS);
  // Listening before the press: the two would overtake each other on their way into the page.
  await page.evaluate((wanted) => {
    window.drawerFilled = new Promise<number>((resolve) => {
      document.addEventListener(
        'mousedown',
        () => {
          const pressedAt = performance.now();
          const look = (): void => {
            const drawer = document.querySelector('aside.drawer');
            const isFilled =
              drawer?.querySelector('h2')?.innerText === wanted &&
              drawer.querySelector('.skeleton-line') === null &&
              drawer.querySelector('.facts') !== null;
            if (isFilled) resolve(performance.now() - pressedAt);
            else requestAnimationFrame(look);
          };
          look();
        },
        { capture: true, once: true },
      );
    });
  }, name);
  await page.mouse.down();
  await page.mouse.up();
  return page.evaluate(() => window.drawerFilled ?? Promise.reject(new Error('Nobody listened.')));
}

declare global {
  interface Window {
    /** Time from the press to the filled drawer, ms. */
    drawerFilled?: Promise<number>;
  }
}

/** What a reader of the page feels, in Chromium: the page of the running service, and our picture against a bare one. */
export function pageCases(service: StartedService): readonly BenchCase[] {
  return [
    {
      name: 'select a segment to drawer filled',
      bar: 'p95 <= 200 ms in Chromium',
      run: () =>
        inBrowser(async (browser) => {
          const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
          // The loader of the benchmarks names inner functions with a helper that the page does not have.
          await page.addInitScript('globalThis.__name = (named) => named');
          await page.goto(`${service.url}/?view=chain&region=440500`);
          await page.locator('.segment-table .row-button').first().waitFor();
          const rows = await page.locator('.segment-table .row-button').count();
          const sample: number[] = [];
          // The first selection fetches code and warms the service up.
          await selection(page, rows - 1);
          for (let round = 0; round < SELECTIONS; round += 1) {
            for (let row = 0; row < rows; row += 1) sample.push(await selection(page, row));
          }
          const detail = `median ${median(sample).toFixed(0)} ms, ${sample.length} selections`;
          return { value: quantile(sample, 0.95), unit: 'ms', limit: 200, detail };
        }),
    },
    panning(1_000),
    panning(5_000),
  ];
}
