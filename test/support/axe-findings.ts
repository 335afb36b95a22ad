import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { REPOSITORY } from './repository.ts';

export interface AxeFindings {
  /** Rules that were met somewhere: a page that axe-core could not look at has none. */
  readonly passed: number;
  /** Rule, element and what to do, at most three elements a rule. */
  readonly violations: readonly string[];
}

/** What axe-core says of the page as it stands. The tab must have been opened with `bypassCSP`. */
export async function axeFindings(page: Page): Promise<AxeFindings> {
  const content = await readFile(join(REPOSITORY, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
  await page.addScriptTag({ content });
  return page.evaluate(async () => {
    interface Finding {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
    }
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ readonly violations: readonly Finding[]; readonly passes: readonly Finding[] }> };
    };
    const { violations, passes } = await axe.run();
    return {
      passed: passes.length,
      violations: violations.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
      ),
    };
  });
}
