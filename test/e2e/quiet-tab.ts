import { expect } from 'vitest';
import type { Tab } from '../support/page-under-test.ts';

/** Closes a tab that must have done nothing wrong: no error, no policy violation, no request to another host. */
export async function closeQuietly(tab: Tab): Promise<void> {
  await tab.close();
  expect(tab.troubles).toEqual({ errors: [], violations: [], foreign: [] });
}
