import type { Locator, Page } from 'playwright-core';
import type {} from '../../web/graph/graph-probe.ts';
import { pictureDrawn } from '../support/page-under-test.ts';
import { answerClauses, type AnswerClause } from './answer-clauses.ts';

/** A row of the ranked list as a reader sees it. */
export interface CandidateRow {
  readonly rank: string;
  readonly place: string;
  readonly state: string;
  readonly reason: string;
  readonly isShown: boolean;
}

/** The relocation view, driven as a reader drives it. */
export interface RelocationPage {
  readonly sentence: Locator;
  readonly map: Locator;
  readonly details: Locator;
  readonly live: Locator;
  /** Waits for map, list and the evidence of the place looked at. */
  ready(): Promise<void>;
  clauses(): Promise<readonly AnswerClause[]>;
  rows(): Promise<readonly CandidateRow[]>;
  pickPlace(name: string): Promise<void>;
  /** The path drawn: kind and name of each hop. */
  hops(): Promise<readonly { readonly kind: string; readonly name: string }[]>;
}

export function relocationPage(page: Page): RelocationPage {
  const sentence = page.locator('p.rl-answer');
  const details = page.locator('.rl-details');
  return {
    sentence,
    map: page.locator('.map-canvas'),
    details,
    live: page.locator('.rl-map p.unseen'),
    async ready() {
      await sentence.waitFor();
      await page.locator('.rl-table tbody tr').first().waitFor();
      await details.locator('.rl-hops, .rl-missing').first().waitFor();
      await page.waitForFunction(() => window.__graph?.ids().some((id) => id.startsWith('place:')) === true);
      await pictureDrawn(page);
    },
    clauses: () => answerClauses(sentence),
    rows: () =>
      page.locator('.rl-table tbody tr').evaluateAll((rows) =>
        rows.map((row) => {
          const text = (selector: string): string => row.querySelector<HTMLElement>(selector)?.innerText.trim() ?? '';
          return {
            rank: text('.rl-rank'),
            place: text('.rl-place-name'),
            // Without the sign in front of the word.
            state: text('.rl-state').split(/\s/).at(-1) ?? '',
            reason: text('.rl-reason'),
            isShown: row.classList.contains('shown'),
          };
        }),
      ),
    async pickPlace(name) {
      await page.locator('.rl-table .rl-place-name', { hasText: name }).click();
      await details.locator('h2', { hasText: name }).waitFor();
      await details.locator('.rl-hops, .rl-missing').first().waitFor();
    },
    hops: () =>
      details.locator('.rl-hop').evaluateAll((hops) =>
        hops.map((hop) => ({
          kind: hop.querySelector<HTMLElement>('.rl-hop-kind')?.innerText ?? '',
          name: hop.querySelector<HTMLElement>('b')?.innerText ?? '',
        })),
      ),
  };
}
