import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../server/domain/app-error.ts';
import { parseDataset } from '../../../server/domain/dataset/parse-dataset.ts';
import { DEFAULT_PARAMETERS } from '../../../server/domain/parameters.ts';

type Mutable = Record<string, unknown>;

const text = readFileSync(join(import.meta.dirname, '../../fixtures/analytics/dataset.json'), 'utf8');
const document = (): Mutable => JSON.parse(text) as Mutable;
const item = (doc: Mutable, list: string, position: number): Mutable => (doc[list] as Mutable[])[position] ?? {};

describe('a well-formed data set', () => {
  const dataset = parseDataset(document());
  const { matrix } = dataset;
  const cell = (region: string, segment: string) =>
    matrix.regions.findIndex(({ id }) => id === region) * matrix.segments.length + matrix.segments.indexOf(segment);

  it('keeps every list at its full length', () => {
    expect([matrix.regions.length, matrix.segments.length, matrix.feeds.length]).toEqual([9, 8, 10]);
    expect([dataset.firms.length, dataset.supplyLinks.length, matrix.parks.length]).toEqual([440, 986, 4]);
    expect([dataset.relocationQueries.length, dataset.whatIfQueries.length]).toEqual([2, 2]);
  });

  it('tells no coverage, an unknown size and an observed 0 apart', () => {
    expect(matrix.coverage[cell('R07', 'T5')]).toBe('no-coverage');
    expect(matrix.size[cell('R07', 'T5')]).toBeNaN();
    expect(matrix.coverage[cell('R03', 'T4')]).toBe('size-unknown');
    expect(matrix.firms[cell('R03', 'T4')]).toBe(7);
    expect(matrix.coverage[cell('R09', 'T1')]).toBe('observed');
    expect(matrix.size[cell('R09', 'T1')]).toBe(0);
  });

  it('reads its parameters as the documented defaults, which they are', () => {
    expect(dataset.parameters).toEqual(DEFAULT_PARAMETERS);
  });

  it('treats a cell that is left out as not covered', () => {
    const doc = document();
    doc['cells'] = (doc['cells'] as unknown[]).slice(1);
    expect(parseDataset(doc).matrix.coverage[0]).toBe('no-coverage');
  });
});

describe('a bad data set is refused with the JSON path and what to do', () => {
  const cases: readonly [string, (doc: Mutable) => void, string, RegExp][] = [
    ['a text for a number', (d) => (item(d, 'cells', 3)['employees'] = 'many'), 'cells[3].employees', /or null/],
    ['a negative number', (d) => (item(d, 'firms', 2)['employees'] = -1), 'firms[2].employees', /0 or more/],
    ['a number under a misspelt name', (d) => delete item(d, 'cells', 3)['employees'], 'cells[3].employees', /or null/],
    ['half a firm', (d) => (item(d, 'cells', 0)['firms'] = 1.5), 'cells[0].firms', /whole number/],
    ['an unknown region', (d) => (item(d, 'cells', 5)['region'] = 'R99'), 'cells[5].region', /"R99"/],
    ['an unknown segment', (d) => (item(d, 'feeds', 1)['target'] = 'T99'), 'feeds[1].target', /"T99"/],
    ['a repeated region', (d) => (item(d, 'regions', 1)['id'] = 'R01'), 'regions[1].id', /unique/],
    ['a repeated cell', (d) => (item(d, 'cells', 1)['segment'] = 'T1'), 'cells[1]', /second entry/],
    ['employees without a firm', (d) => (item(d, 'cells', 0)['firms'] = 0), 'cells[0].employees', /firms is 0/],
    ['a weight of 0', (d) => (item(d, 'feeds', 0)['weight'] = 0), 'feeds[0].weight', /above 0/],
    ['a segment that feeds itself', (d) => (item(d, 'feeds', 0)['target'] = 'T1'), 'feeds[0]', /itself/],
    ['a short row of distances', (d) => (d['distances_km'] as number[][])[4]?.pop(), 'distances_km[4]', /9 are needed/],
    ['an unknown firm', (d) => (item(d, 'supply_links', 7)['source'] = 'F9'), 'supply_links[7].source', /"F9"/],
    [
      'a loss above 1',
      (d) => {
        setLoss(d);
      },
      'whatif[0].shocks[0].loss',
      /1 or less/,
    ],
    ['a missing list', (d) => delete d['cells'], 'cells', /must be a list/],
    ['a parameter out of range', (d) => (params(d)['dependent_share'] = 2), 'params.dependent_share', /1 or less/],
    ['a misspelt parameter', (d) => (params(d)['weak_betta'] = 1), 'params.weak_betta', /not a parameter/],
    [
      'a misspelt weight',
      (d) => ((params(d)['severity_weights'] as Mutable)['exposed'] = 1),
      'params.severity_weights.exposed',
      /not a parameter/,
    ],
    [
      'weights that are all 0',
      (d) => (params(d)['completeness_weights'] = { coverage: 0, depth: 0, linkage: 0 }),
      'params.completeness_weights',
      /above 0/,
    ],
  ];
  const params = (doc: Mutable): Mutable => doc['params'] as Mutable;
  const setLoss = (doc: Mutable): void => {
    const [shock] = item(doc, 'whatif', 0)['shocks'] as Mutable[];
    if (shock !== undefined) shock['loss'] = 1.5;
  };

  it.each(cases)('%s', (_name, spoil, where, message) => {
    const doc = document();
    spoil(doc);
    const caught = catchError(() => parseDataset(doc));
    expect(caught).toBeInstanceOf(AppError);
    expect(caught).toMatchObject({ code: 'BAD_USER_INPUT', where });
    expect((caught as AppError).message).toMatch(message);
    expect((caught as AppError).message.startsWith(where)).toBe(true);
  });

  it.each([[null], [[]], ['text'], [7]])('a document that is no object: %j', (doc) => {
    expect(catchError(() => parseDataset(doc))).toMatchObject({ code: 'BAD_USER_INPUT', where: '' });
  });
});

function catchError(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
