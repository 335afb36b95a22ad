import type { Locator, Page } from 'playwright-core';

/** The policy view, driven as a reader drives it. */
export interface PolicyPage {
  readonly sentence: Locator;
  readonly drawer: Locator;
  readonly matrix: Locator;
  /** Waits for the answer and the board. */
  ready(): Promise<void>;
  /** Numbers and headings of the rows of the matrix. */
  rows(): Promise<readonly string[]>;
  /** Marks in the cell of a measure and a department by the head of its column: 'lead', 'support', both, or none. */
  marks(measure: string, column: string): Promise<readonly string[]>;
  /** Cells of a table, by rows. */
  tableRows(selector: string): Promise<readonly (readonly string[])[]>;
  pickDepartment(typed: string, name: string): Promise<void>;
}

export function policyPage(page: Page): PolicyPage {
  const matrix = page.locator('.pv-matrix');
  return {
    sentence: page.locator('.pv-answer'),
    drawer: page.locator('.drawer'),
    matrix,
    async ready() {
      await page.locator('.pv-answer').waitFor();
      await page.locator('.pv-matrix tbody tr, .pv-list tbody tr').first().waitFor();
    },
    rows: () =>
      page
        .locator('.pv-matrix .pv-heading-line')
        .evaluateAll((cells) =>
          cells.map((cell) => [...cell.children].map((part) => part.textContent.trim()).join(' ')),
        ),
    marks: (measure, column) =>
      matrix.evaluate(
        (table, [number, head]) => {
          const heads = [...table.querySelectorAll('.pv-names .pv-head')].map((one) => one.textContent.trim());
          const row = [...table.querySelectorAll('.pv-row')].find(
            (one) => one.querySelector('.pv-no')?.textContent.trim() === number,
          );
          const cell = row?.querySelectorAll('[role="gridcell"]')[heads.indexOf(head)];
          if (cell === undefined) throw new Error(`no cell ${number} ${head}`);
          return [...cell.querySelectorAll('.pv-mark')].map((one) =>
            one.classList.contains('lead') ? 'lead' : 'support',
          );
        },
        [measure, column] as const,
      ),
    tableRows: (selector) =>
      page
        .locator(selector)
        .evaluateAll((rows) =>
          rows.map((row) => [...row.querySelectorAll<HTMLElement>('td')].map((cell) => cell.innerText.trim())),
        ),
    async pickDepartment(typed, name) {
      await page.locator('.pv-department input').fill(typed);
      await page.locator('.pv-department-options .el-select-dropdown__item', { hasText: name }).first().click();
      await page.locator('.pv-answer b', { hasText: name }).waitFor();
    },
  };
}
