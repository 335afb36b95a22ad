import { describe, expect, test } from 'vitest';
import { cell, column, list, seed } from './base-csv.ts';

const parks = seed('parks');
const ids = new Set(column(parks, 'id'));

describe('parks and platforms', () => {
  test('the eight parks and bases of the 2023 text and the four parks of dated facts', () => {
    const fromText = parks.filter((row) => list(cell(row, 'sources')).includes('s23'));
    expect(fromText.map((row) => `${cell(row, 'id')} ${cell(row, 'region')}`).sort()).toEqual([
      'base-nonwoven-medical ',
      'base-shantou-procurement 440500',
      'park-foshan-nanhai-textile 440605',
      'park-gd-home-textile ',
      'park-jieyang-dyeing 445200',
      'park-shantou-dyeing 440500',
      'park-shaoguan-wengyuan-silk 440229',
      'park-zhanjiang-wuchuan-down 440883',
    ]);
    const others = parks.filter((row) => !list(cell(row, 'sources')).includes('s23'));
    expect(others.map((row) => `${cell(row, 'id')} ${cell(row, 'region')}`).sort()).toEqual([
      'park-jieyang-puning 445281',
      'park-qingyuan-guangqing 441802106',
      'park-shantou-chaonan 440514',
      'park-shantou-chaoyang 440513',
    ]);
  });

  test('nothing dangles: parks, regions, segments', () => {
    const regions = new Set(column(seed('regions'), 'code'));
    const segments = new Set(column(seed('segments'), 'code'));
    for (const row of parks) if (cell(row, 'region') !== '') expect(regions).toContain(cell(row, 'region'));
    for (const file of ['park-accepts', 'park-features', 'park-figures']) {
      for (const row of seed(file)) expect(ids).toContain(cell(row, 'park'));
    }
    for (const row of seed('park-accepts')) expect(segments).toContain(cell(row, 'segment'));
    for (const row of seed('statements')) {
      for (const code of list(cell(row, 'regions'))) expect(regions, cell(row, 'id')).toContain(code);
      for (const code of list(cell(row, 'segments'))) expect(segments, cell(row, 'id')).toContain(code);
      for (const park of list(cell(row, 'parks'))) expect(ids, cell(row, 'id')).toContain(park);
    }
  });

  test('waste-water treatment is known for three centres only; what is to be built is unknown, not present', () => {
    const withWorks = seed('park-features').filter((row) => cell(row, 'feature') === 'central_wastewater');
    expect(withWorks.map((row) => `${cell(row, 'park')} ${cell(row, 'present')}`).sort()).toEqual([
      'park-jieyang-puning true',
      'park-shantou-chaonan true',
      'park-shantou-chaoyang true',
    ]);
    for (const row of withWorks) expect(cell(row, 'asOf')).toMatch(/^20(19|20)-\d\d/);
  });

  test('dyeing goes into the dyeing parks, washing only where a source says so', () => {
    const accepting = (segment: string) =>
      seed('park-accepts')
        .filter((row) => cell(row, 'segment') === segment)
        .map((row) => cell(row, 'park'))
        .sort();
    expect(accepting('D1')).toEqual([
      'park-jieyang-dyeing',
      'park-jieyang-puning',
      'park-shantou-chaonan',
      'park-shantou-chaoyang',
      'park-shantou-dyeing',
    ]);
    expect(accepting('D2')).toEqual(['park-jieyang-puning']);
  });

  // 1 mu is 1/15 of a hectare: 11,898 mu is 793.2 ha, and so on.
  test.each([
    ['park-qingyuan-guangqing', 'landTotalHa', 11898],
    ['park-qingyuan-guangqing', 'landFirstPhaseHa', 2000],
    ['park-qingyuan-guangqing', 'landSecondPhaseHa', 2700],
    ['park-shantou-chaonan', 'landTotalHa', 3750],
    ['park-shantou-chaonan', 'landAcquiredHa', 3380],
    ['park-shantou-chaoyang', 'landTotalHa', 1500],
    ['park-jieyang-puning', 'landFirstPhaseHa', 420],
  ])('%s %s is %d mu in hectares, with the written figure in the note', (park, metric, mu) => {
    const rows = seed('park-figures').filter((row) => cell(row, 'park') === park && cell(row, 'metric') === metric);
    expect(rows).toHaveLength(1);
    for (const row of rows) {
      expect(Number(cell(row, 'value'))).toBeCloseTo(mu / 15, 2);
      expect(cell(row, 'unit')).toBe('ha');
      expect(cell(row, 'note').replaceAll(',', '')).toContain(`${String(mu)} 亩`);
    }
  });

  test('treatment capacity and settled firms as written, each with its date', () => {
    const figures = seed('park-figures')
      .filter((row) => /^(wastewater|firmsSettled)/.test(cell(row, 'metric')))
      .map((row) => `${cell(row, 'park')} ${cell(row, 'metric')} ${cell(row, 'value')} ${cell(row, 'asOf')}`);
    expect(figures).toEqual([
      'park-shantou-chaonan wastewaterTonnesPerDay 40000 2019-10-15',
      'park-shantou-chaonan wastewaterPlannedTonnesPerDay 155000 2020-01-06',
      'park-jieyang-puning wastewaterTonnesPerDay 60000 2019-10-22',
      'park-qingyuan-guangqing firmsSettled 460 2023-07-31',
      'park-qingyuan-guangqing firmsSettled 480 2024-01-18',
    ]);
  });
});
