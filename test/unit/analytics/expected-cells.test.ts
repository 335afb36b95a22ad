import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellReport } from '../../../server/domain/dataset/cell-report.ts';
import { parseDataset } from '../../../server/domain/dataset/parse-dataset.ts';
import { jsonDifferences } from '../../support/json-differences.ts';

/**
 * `expected.json` holds every measure of `dataset.json` from an independent implementation: closed formulas to 1e-9,
 * cascades and complexity to 1e-6, null exactly where null, classes, flags, actions and orders exactly.
 */
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/analytics', name), 'utf8'));

const expected = fixture('expected.json') as Readonly<Record<string, unknown>>;
const report = cellReport(parseDataset(fixture('dataset.json'))) as Readonly<Record<string, unknown>>;

const TOLERANCES: Readonly<Record<string, number>> = {
  matrix: 1e-9,
  province: 1e-9,
  gaps: 1e-9,
  completeness: 1e-9,
  shift_share: 1e-9,
  complexity: 1e-6,
  graph: 1e-9,
  io: 1e-9,
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One row a measure: the fields of an object, or the list itself. */
const rows = Object.entries(TOLERANCES).flatMap(([key, tolerance]): [string, number, unknown, unknown][] => {
  const wanted = expected[key];
  const got = report[key];
  if (!isRecord(wanted) || !isRecord(got)) return [[key, tolerance, wanted, got]];
  const fields = [...new Set([...Object.keys(wanted), ...Object.keys(got)])];
  return fields.map((field) => [`${key}.${field}`, tolerance, wanted[field], got[field]]);
});

describe('the reference data set', () => {
  it.each(rows)('%s agrees within %d', (_name, tolerance, wanted, got) => {
    expect(wanted).not.toBeUndefined();
    expect(jsonDifferences(wanted, got, tolerance)).toEqual([]);
  });
});
