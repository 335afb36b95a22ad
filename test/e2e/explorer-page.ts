import type { Locator, Page } from 'playwright-core';

/** The explorer as its tests see it: GraphiQL by its own labels, the header by ours. */
export interface ExplorerPage {
  readonly header: Locator;
  readonly tabs: Locator;
  readonly docs: Locator;
  ready(): Promise<void>;
  /** Texts of the editors and of the answer. */
  query(): Promise<string>;
  variables(): Promise<string>;
  /** Runs the tab in front and hands back the answer. */
  run(): Promise<{ readonly data?: unknown; readonly errors?: unknown }>;
  titles(): Promise<readonly string[]>;
}

/** How many worked questions there are. */
export const QUESTIONS = 10;

export function explorerPage(page: Page): ExplorerPage {
  const tabs = page.locator('.graphiql-tab');
  // CodeMirror 5 draws only the lines in view; the whole text is asked of the editor itself.
  const textOf = (place: string): Promise<string> =>
    page.evaluate((selector) => {
      const editor = document.querySelector<Element & { CodeMirror?: { getValue(): string } }>(selector);
      return editor?.CodeMirror?.getValue() ?? '';
    }, `${place} .CodeMirror`);
  const answer = (): Promise<string> => textOf('.result-window');
  return {
    header: page.locator('.explorer-header'),
    tabs,
    docs: page.locator('.graphiql-doc-explorer'),
    async ready() {
      await tabs.first().waitFor();
      await page.locator('.graphiql-query-editor .CodeMirror').waitFor();
      // The operation is drawn once the editor has come; the schema is there when nothing spins.
      await page.waitForFunction(() => document.querySelector('.graphiql-spinner') === null);
    },
    query: () => textOf('.graphiql-query-editor'),
    variables: () => textOf('.graphiql-editor-tool'),
    async run() {
      const response = page.waitForResponse(
        (one) => one.url().endsWith('/graphql') && !(one.request().postData() ?? '').includes('IntrospectionQuery'),
      );
      await page.locator('.graphiql-execute-button').click();
      await response;
      await page.waitForFunction(() => document.querySelector('.graphiql-spinner') === null);
      return JSON.parse(await answer()) as { data?: unknown; errors?: unknown };
    },
    titles: async () => tabs.locator('.graphiql-tab-button').allInnerTexts(),
  };
}
