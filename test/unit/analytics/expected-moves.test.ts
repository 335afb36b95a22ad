import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { moveReport } from '../../../server/domain/dataset/move-report.ts';
import { parseDataset } from '../../../server/domain/dataset/parse-dataset.ts';
import { loadLinearProgramSolver } from '../../../server/load-linear-program-solver.ts';
import { jsonDifferences } from '../../support/json-differences.ts';

/**
 * Relocation, target firms, assignment and cascades against `expected.json`, which comes from an independent
 * implementation: closed formulas to 1e-9, cascades to 1e-6, null exactly where null, orders and path nodes exactly.
 */
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/analytics', name), 'utf8'));

type Tree = Readonly<Record<string, unknown>>;

const expected = fixture('expected.json') as Tree;
let report: Tree;
beforeAll(async () => {
  report = moveReport(parseDataset(fixture('dataset.json')), await loadLinearProgramSolver());
});

/** Of the assignment only these two are unique; `one_solution` is an example. */
const assignmentOf = (tree: Tree): unknown => {
  const { optimum, placed_ha: placedHa } = tree['assignment'] as Tree;
  return { optimum, placedHa };
};

const CASES: readonly { name: string; tolerance: number; part: (tree: Tree) => unknown }[] = [
  { name: 'relocation', tolerance: 1e-9, part: (tree) => tree['relocation'] },
  { name: 'target_firms', tolerance: 1e-9, part: (tree) => tree['target_firms'] },
  { name: 'assignment', tolerance: 1e-9, part: assignmentOf },
  { name: 'whatif', tolerance: 1e-6, part: (tree) => tree['whatif'] },
  { name: 'firm_cascade', tolerance: 1e-6, part: (tree) => tree['firm_cascade'] },
];

describe('the reference data set', () => {
  it.each(CASES)('$name agrees within $tolerance', ({ tolerance, part }) => {
    expect(part(expected)).not.toBeUndefined();
    expect(jsonDifferences(part(expected), part(report), tolerance)).toEqual([]);
  });
});
