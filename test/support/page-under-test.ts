import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import { startService, type Service } from '../../server/service.ts';
import type { GraphAddress } from '../../server/store/graph-connection.ts';
import type {} from './built-page.ts';
import { findChromium, launchChromium } from './chromium.ts';
import type {} from './neo4j-address.ts';
import type {} from '../../web/graph/graph-probe.ts';
import { REPOSITORY } from './repository.ts';
import { TODAY } from './start-test-service.ts';

/** What a page did that it should not do. */
export interface Troubles {
  /** Errors on the console and exceptions that nobody caught. */
  readonly errors: readonly string[];
  /** Violations of the content-security policy: directive and what was refused. */
  readonly violations: readonly string[];
  /** Addresses asked for on any other host. */
  readonly foreign: readonly string[];
}

/** One browser tab in a context of its own: no memory of other tabs. */
export interface Tab {
  readonly page: Page;
  readonly troubles: Troubles;
  /** Keeps what is on screen, or all of the page, as test/output/screens/<name>.png. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface TabOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Lets a test put its own script into the page. */
  readonly bypassCSP?: boolean;
}

/** The service with the built page, and the one browser of a test file. */
export interface PageUnderTest {
  readonly url: string;
  /** Opens a link, given by its query string. */
  open(search: string, options?: TabOptions): Promise<Tab>;
  /** Asks the service without the page. */
  ask<T>(query: string): Promise<T>;
  /** Ends the service; its port stays reserved for `startAgain`. */
  stopService(): Promise<void>;
  startAgain(): Promise<void>;
  close(): Promise<void>;
}

const SCREENS = join(REPOSITORY, 'test', 'output', 'screens');
const VIEWPORT = { width: 1440, height: 900 } as const;
/** Longest wait for anything on the page; the computer may be busy with other tests, ms. */
const WAIT_MS = 20_000;

/** Starts both over the run's Neo4j, or over the one given. */
export async function startPageUnderTest(neo4j: GraphAddress = inject('neo4j')): Promise<PageUnderTest> {
  let service = await startOn(0, neo4j);
  await service.prepared;
  const { url } = service;
  const browser: Browser = await launchChromium(findChromium(process.env));
  await mkdir(SCREENS, { recursive: true });
  return {
    url,
    open: (search, options) => openTab(browser, url, search, options),
    async ask<T>(query: string) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
        signal: AbortSignal.timeout(WAIT_MS),
      });
      const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
      if (data === undefined || errors !== undefined) throw new Error(`no answer: ${JSON.stringify(errors)}`);
      return data;
    },
    stopService: () => service.stop(),
    async startAgain() {
      service = await startOn(Number(new URL(url).port), neo4j);
      await service.prepared;
    },
    async close() {
      await browser.close();
      await service.stop();
    },
  };
}

function startOn(port: number, neo4j: GraphAddress): Promise<Service> {
  return startService({
    host: '127.0.0.1',
    port,
    neo4j,
    projectDir: REPOSITORY,
    webDir: inject('builtPage'),
    rateLimit: 0,
    log: pino({ level: 'silent' }),
    now: () => new Date(`${TODAY}T04:00:00Z`),
    clock: () => performance.now(),
    newId: () => crypto.randomUUID(),
    report: () => undefined,
  });
}

async function openTab(browser: Browser, url: string, search: string, options: TabOptions = {}): Promise<Tab> {
  const context: BrowserContext = await browser.newContext({
    viewport: options.viewport ?? VIEWPORT,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    bypassCSP: options.bypassCSP ?? false,
  });
  context.setDefaultTimeout(WAIT_MS);
  const errors: string[] = [];
  const violations: string[] = [];
  const foreign: string[] = [];
  context.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && host !== new URL(url).host) foreign.push(request.url());
  });
  await context.exposeFunction('noteViolation', (violation: string) => {
    violations.push(violation);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { noteViolation } = window as unknown as { noteViolation: (violation: string) => void };
      noteViolation(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`.trim());
    });
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${url}/${search}`);
  return {
    page,
    troubles: { errors, violations, foreign },
    async screenshot(name) {
      await pictureDrawn(page);
      await page.screenshot({ path: join(SCREENS, `${name}.png`), animations: 'disabled' });
    },
    close: () => context.close(),
  };
}

/** Waits until the present picture is drawn with its fonts. */
export async function pictureDrawn(page: Page): Promise<void> {
  await page.evaluate(() => window.__graph?.idle);
}
