import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What Chromium 86 lacks and the build cannot add, with the version that has it. */
const TOO_NEW: readonly (readonly [string, RegExp])[] = [
  ['structuredClone (98)', /\bstructuredClone\(/],
  ['.at() (92)', /\.at\(-?\d/],
  ['Object.hasOwn (93)', /Object\.hasOwn\b/],
  ['toSorted, toReversed, with (110)', /\.to(?:Sorted|Reversed|Spliced)\(/],
  ['findLast (97)', /\.findLast(?:Index)?\(/],
  ['AbortSignal.timeout, any (103, 116)', /AbortSignal\.(?:timeout|any)\(/],
  ['crypto.randomUUID (92)', /\.randomUUID\(/],
  ['Object.groupBy (117)', /\b(?:Object|Map)\.groupBy\(/],
  [':has (105)', /:has\(/],
  [':is, :where (88)', /:(?:is|where)\(/],
  ['@container (105)', /@container\b/],
  ['color-mix (111)', /color-mix\(/],
  ['inset (87)', /^\s*inset(?:-[a-z]+)?:/m],
  ['aspect-ratio (88)', /aspect-ratio:/],
];

const webRoot = join(import.meta.dirname, '..', '..', 'web');
const sources = readdirSync(webRoot, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.(?:tsx?|css)$/.test(path) && !path.startsWith('dist') && path !== 'vite.config.ts',
);

describe('browser floor', () => {
  it('finds the sources of the page', () => {
    expect(sources.length).toBeGreaterThan(30);
  });
  it.each(TOO_NEW)('the page does not use %s', (_, pattern) => {
    const users = sources.filter((path) => pattern.test(readFileSync(join(webRoot, path), 'utf8')));
    expect(users).toEqual([]);
  });
  it('only web/graph imports cytoscape', () => {
    const users = sources.filter((path) =>
      /from 'cytoscape'|import\('cytoscape'\)/.test(readFileSync(join(webRoot, path), 'utf8')),
    );
    expect(users.every((path) => path.startsWith('graph'))).toBe(true);
  });
});
