import type { Locator, Page } from 'playwright-core';
import type {} from '../../web/graph/graph-probe.ts';
import { pictureDrawn } from '../support/page-under-test.ts';
import { answerClauses, type AnswerClause } from './answer-clauses.ts';

/** A row of the table as a reader sees it. */
export interface ChainRow {
  readonly segment: string;
  readonly state: string;
  readonly firms: string;
  readonly quotient: string;
  readonly action: string;
  readonly measures: string;
  readonly data: string;
  /** Place on the path of the selected segment; empty while none is selected. */
  readonly path: string;
  readonly isSelected: boolean;
}

/** The chain view, driven as a reader drives it. */
export interface ChainPage {
  readonly sentence: Locator;
  readonly picture: Locator;
  readonly drawer: Locator;
  /** What screen readers hear from the picture. */
  readonly live: Locator;
  /** Waits for picture, states and table. */
  ready(): Promise<void>;
  clauses(): Promise<readonly AnswerClause[]>;
  rows(): Promise<readonly ChainRow[]>;
  /** Codes of the segments in the picture. */
  segments(): Promise<readonly string[]>;
  /** Name and line of a segment as painted in the picture. */
  painted(code: string): Promise<{ readonly name: string; readonly line: string }>;
  classes(code: string): Promise<readonly string[]>;
  /** Clicks a segment where the picture shows it. */
  clickSegment(code: string): Promise<void>;
  pickRegion(name: string): Promise<void>;
}

export function chainPage(page: Page): ChainPage {
  const picture = page.locator('.picture-canvas');
  const sentence = page.locator('p.answer');
  return {
    sentence,
    picture,
    drawer: page.locator('aside.drawer'),
    live: page.locator('.picture p.unseen'),
    async ready() {
      await sentence.waitFor();
      await page.waitForFunction(() => window.__graph?.ids().some((id) => id.startsWith('segment:')) === true);
      await pictureDrawn(page);
    },
    clauses: () => answerClauses(sentence),
    rows: () =>
      page.locator('.segment-table tbody tr.el-table__row').evaluateAll((rows) =>
        rows.map((row) => {
          const cells = [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim());
          return {
            segment: cells[0] ?? '',
            // Without the sign in front of the word.
            state: cells[1]?.split(/\s/).at(-1) ?? '',
            firms: cells[2] ?? '',
            quotient: cells[3] ?? '',
            action: cells[4] ?? '',
            measures: cells[5] ?? '',
            data: cells[6] ?? '',
            path: cells[7] ?? '',
            isSelected: row.classList.contains('selected-row'),
          };
        }),
      ),
    segments: () =>
      page.evaluate(() =>
        (window.__graph?.ids() ?? [])
          .filter((id) => id.startsWith('segment:'))
          .map((id) => id.slice('segment:'.length)),
      ),
    painted: (code) =>
      page.evaluate(
        (id) => ({
          name: (window.__graph?.label(`name:${id}`) ?? '').replace('\n', ''),
          line: window.__graph?.label(`detail:${id}`) ?? '',
        }),
        code,
      ),
    classes: (code) => page.evaluate((id) => window.__graph?.classes(`segment:${id}`) ?? [], code),
    async clickSegment(code) {
      const box = await page.evaluate((id) => window.__graph?.box(`segment:${id}`), code);
      if (box === undefined) throw new Error(`The picture has no segment ${code}.`);
      await picture.click({ position: { x: box.x + box.width / 2, y: box.y + box.height / 2 } });
    },
    async pickRegion(name) {
      await page.locator('.place-picker .el-select').click();
      await page.locator('.region-options .el-select-dropdown__item', { hasText: name }).click();
    },
  };
}
