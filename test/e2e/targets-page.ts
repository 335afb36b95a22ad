import type { Locator, Page } from 'playwright-core';

/** A ranked firm as a reader sees it. */
export interface FirmRow {
  readonly rank: string;
  readonly firm: string;
  readonly listing: string;
  readonly segment: string;
  readonly score: string;
  readonly range: string;
  readonly verify: string;
}

/** The targets view, driven as a reader drives it. */
export interface TargetsPage {
  readonly sentence: Locator;
  readonly details: Locator;
  readonly picks: Locator;
  readonly plan: Locator;
  /** Waits for the ranking. */
  ready(): Promise<void>;
  /** Waits for the sheet of one firm, whole. */
  planReady(): Promise<void>;
  rows(): Promise<readonly FirmRow[]>;
  chips(): Promise<readonly string[]>;
  openFirm(name: string): Promise<void>;
  pick(name: string): Promise<void>;
  /** Gives the picks a name and saves them. */
  saveAs(name: string): Promise<void>;
  /** Names of the saved lists on show. */
  lists(): Promise<readonly string[]>;
  openList(name: string): Promise<void>;
  /** Firms of the open list, in order. */
  listed(): Promise<readonly string[]>;
}

export function targetsPage(page: Page): TargetsPage {
  const sentence = page.locator('.tg-answer p').first();
  const texts = (selector: string): Promise<readonly string[]> =>
    page
      .locator(selector)
      .evaluateAll((found) => found.map((one) => (one as HTMLElement).innerText.replace(/\s*✕$/, '').trim()));
  return {
    sentence,
    details: page.locator('.tg-details'),
    picks: page.locator('.tg-picks'),
    plan: page.locator('article.tg-plan'),
    async ready() {
      await sentence.waitFor();
      await page.locator('.tg-out-table tbody tr').first().waitFor();
      await page.locator('.tg-centre:not(.stale)').waitFor();
    },
    async planReady() {
      await page.locator('.tg-plan-sources li').first().waitFor();
      await page.waitForFunction(() => document.querySelector('.tg-plan .skeleton') === null);
    },
    rows: () =>
      page.locator('.tg-centre .tg-table:not(.tg-out-table) tbody tr').evaluateAll((rows) =>
        rows.map((row) => {
          const text = (selector: string): string => row.querySelector<HTMLElement>(selector)?.innerText.trim() ?? '';
          return {
            rank: text('.tg-rank'),
            firm: text('.tg-firm-name'),
            listing: text('.tg-listing'),
            segment: text('.tg-segment'),
            score: text('.tg-score-numbers b'),
            range: text('.tg-score-numbers span'),
            verify: text('.tg-verify'),
          };
        }),
      ),
    chips: () => texts('.tg-chips button'),
    async openFirm(name) {
      await page.locator('.tg-firm-name', { hasText: name }).first().click();
      await page.locator('.tg-details h2', { hasText: name }).waitFor();
    },
    async pick(name) {
      await page.locator('.tg-table tbody tr', { hasText: name }).locator('input[type=checkbox]').check();
    },
    async saveAs(name) {
      await page.locator('.tg-save input').fill(name);
      await page.locator('.tg-save button').click();
      await page.locator('.tg-picks [role=status]', { hasText: name }).waitFor();
    },
    lists: () => texts('.tg-list-table .tg-firm-name'),
    async openList(name) {
      await page.locator('.tg-list-table .tg-firm-name', { hasText: name }).click();
      await page.locator('.tg-list-table textarea').first().waitFor();
    },
    listed: () => texts('.tg-list-table .tg-firm b'),
  };
}
