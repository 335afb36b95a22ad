import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonDifferences } from '../../support/json-differences.ts';

const root = join(import.meta.dirname, '../../..');
const fixtures = join(root, 'test/fixtures/analytics');
const DEADLINE_MS = 60_000;

type Tree = Readonly<Record<string, unknown>>;

const readTree = (path: string): Tree => JSON.parse(readFileSync(path, 'utf8')) as Tree;

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(root, 'server/analytics-command.ts'), ...args],
    { cwd: root, encoding: 'utf8', timeout: DEADLINE_MS, maxBuffer: 64 * 2 ** 20 },
  );
  return { status, stdout, stderr };
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'analytics-command-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Only the optimum of the assignment is unique; the rest of the tree must agree as it stands. */
function withoutExample(tree: Tree): Tree {
  const assignment = Object.entries(tree['assignment'] as Tree).filter(([key]) => key !== 'one_solution');
  return { ...tree, assignment: Object.fromEntries(assignment) };
}

/** Closed formulas to 1e-9; cascades and complexity to 1e-6. */
const LOOSE: Readonly<Record<string, number>> = { complexity: 1e-6, whatif: 1e-6, firm_cascade: 1e-6 };

describe('npm run analytics -- <dataset.json>', () => {
  it(
    'prints every key of the reference results, in their order, within tolerance',
    () => {
      const { status, stdout, stderr } = run(join(fixtures, 'dataset.json'));
      expect(stderr).toBe('');
      expect(status).toBe(0);
      const got = withoutExample(JSON.parse(stdout) as Tree);
      const want = withoutExample(readTree(join(fixtures, 'expected.json')));
      expect(Object.keys(got)).toEqual(Object.keys(want));
      for (const [key, value] of Object.entries(want)) {
        expect(jsonDifferences(value, got[key], LOOSE[key] ?? 1e-9, key)).toEqual([]);
      }
    },
    DEADLINE_MS,
  );

  it.each([
    {
      rule: 'names the JSON path of the fault',
      content: () => JSON.stringify({ ...readTree(join(fixtures, 'dataset.json')), feeds: [{ source: 'T1' }] }),
      message: /feeds\[0\]\.target/,
    },
    {
      rule: 'names the place of a distance that a what-if needs',
      content: () => JSON.stringify({ ...readTree(join(fixtures, 'dataset.json')), distances_km: undefined }),
      message: /^distances_km\[0\]\[0\]: /,
    },
    { rule: 'says that a file is not JSON', content: () => '{"regions": [', message: /not JSON/ },
    { rule: 'says that a data set needs regions', content: () => '{}', message: /regions/ },
  ])(
    'a bad data set $rule and ends with status 1',
    ({ content, message }) => {
      const path = join(folder, 'bad.json');
      writeFileSync(path, content());
      const { status, stdout, stderr } = run(path);
      expect(status).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toMatch(message);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    },
    DEADLINE_MS,
  );

  it.each([{ args: [] }, { args: ['no-such-file.json'] }])(
    'without a readable file ($args) it says how it is used and ends with status 1',
    ({ args }) => {
      const { status, stderr } = run(...args);
      expect(status).toBe(1);
      expect(stderr).toContain('npm run --silent analytics -- <dataset.json>');
    },
    DEADLINE_MS,
  );
});
