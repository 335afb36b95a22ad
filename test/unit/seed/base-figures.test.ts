import { describe, expect, test } from 'vitest';
import { cell, column, list, seed, shared, sharedIsPresent } from './base-csv.ts';

const regions = seed('regions');
const shortName = new Map(regions.map((row) => [cell(row, 'code'), cell(row, 'shortZh')]));
const prefectureCodes = column(
  regions.filter((row) => cell(row, 'level') === 'PREFECTURE'),
  'code',
);
const sum = (values: readonly string[]) => values.reduce((total, value) => total + Number(value), 0);

describe('firm counts of the register copy', () => {
  const counts = seed('firm-counts');

  test('148 pairs, 2,393 firms, no pair twice and none of zero', () => {
    expect(counts).toHaveLength(148);
    expect(sum(column(counts, 'firms'))).toBe(2393);
    expect(new Set(counts.map((row) => `${cell(row, 'region')} ${cell(row, 'label')}`)).size).toBe(148);
    for (const row of counts) {
      expect(Number(cell(row, 'firms'))).toBeGreaterThan(0);
      expect([cell(row, 'asOf'), cell(row, 'method')]).toEqual(['2019-04', 'NAME_RULE']);
    }
  });

  test('firms by prefecture', () => {
    const totals = prefectureCodes.map((code) => {
      const rows = counts.filter((row) => cell(row, 'region') === code);
      return `${shortName.get(code) ?? ''}${String(sum(column(rows, 'firms')))}`;
    });
    expect(totals.join(' ')).toBe(
      '广州399 韶关4 深圳188 珠海48 汕头246 佛山330 江门54 湛江9 茂名3 肇庆9 惠州51 梅州18 汕尾28 河源6 阳江6 清远12 东莞653 中山253 潮州20 揭阳47 云浮9',
    );
  });

  test.each([
    ['fibre', 'F2'],
    ['yarn', 'Y'],
    ['weaving', 'W1'],
    ['knitting', 'W2'],
    ['dyeing_finishing', 'D1'],
    ['washing', 'D2'],
    ['garment', 'P0'],
    ['home_textile', 'P4'],
    ['technical_textile', 'P5'],
    ['machinery', 'S'],
    ['accessories', 'S3'],
    ['auxiliaries', 'S4'],
    ['feather_down', 'F12'],
    ['embroidery', ''],
    ['general_textile', ''],
  ])('the label %s sits at the level that its word supports: %s', (label, segment) => {
    const rows = counts.filter((row) => cell(row, 'label') === label);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(column(rows, 'segment'))).toEqual(new Set([segment]));
  });

  test('a knitting name may also mean a garment maker: low confidence', () => {
    const rows = counts.filter((row) => cell(row, 'label') === 'knitting');
    expect(new Set(column(rows, 'confidence'))).toEqual(new Set(['LOW']));
  });

  test.skipIf(!sharedIsPresent)('each pair and each label adds up as in the source', () => {
    const original = shared('data/firm-counts/textile-firms-by-prefecture.csv');
    const pairs = (rows: typeof counts, region: string, label: string) =>
      rows.map((row) => `${cell(row, region)} ${cell(row, label)} ${cell(row, 'firms')}`).sort();
    expect(pairs(counts, 'region', 'label')).toEqual(pairs(original, 'prefecture_code', 'segment_label'));
  });

  test('coverage: the register copy is a sample of its own labels, the hand list says nothing of others', () => {
    const coverage = seed('coverage');
    const of = (id: string) => coverage.find((row) => cell(row, 'id') === id) ?? {};
    const register = of('register-copy');
    expect([register['kind'], register['source'], register['asOf']]).toEqual([
      'SAMPLE',
      'register-copy-2019',
      '2019-04',
    ]);
    expect(list(cell(register, 'regions'))).toEqual(prefectureCodes);
    expect(new Set(list(cell(register, 'segments')))).toEqual(
      new Set(column(counts, 'segment').filter((code) => code !== '')),
    );
    const hand = of('hand-list');
    expect([hand['kind'], hand['source'], hand['regions'], hand['segments'], hand['asOf']]).toEqual([
      'LIST',
      'firm-list',
      '*',
      '*',
      '2026-11',
    ]);
    expect(coverage).toHaveLength(2);
  });
});

describe('published figures', () => {
  const observations = seed('observations');
  const of = (indicator: string) => observations.filter((row) => cell(row, 'indicator') === indicator);
  const years = ['2000', '2005', '2010', '2015', '2019', '2020', '2021', '2022', '2023'];

  test('observations have distinct ids, known indicators and a value each', () => {
    const indicators = new Set(column(seed('indicators'), 'id'));
    expect(new Set(column(observations, 'id')).size).toBe(observations.length);
    for (const row of observations) {
      expect(indicators).toContain(cell(row, 'indicator'));
      expect(cell(row, 'value')).toMatch(/^\d+(\.\d+)?$/);
    }
  });

  // The four regional totals are printed in yearbook table 12-6 itself.
  test.each([
    ['PRD', [15322, 28681, 41441, 31765, 46213, 49279, 56435, 60305, 61564]],
    ['YUEDONG', [1669, 3110, 6802, 4929, 4545, 4501, 4849, 5144, 5055]],
    ['YUEXI', [1155, 1666, 2238, 2356, 2014, 1917, 1901, 2001, 2021]],
    ['YUEBEI', [1549, 1700, 2937, 3084, 2643, 2807, 3144, 3275, 3356]],
  ])('industrial enterprises of %s add up to the printed totals', (zone, totals) => {
    const inZone = new Set(
      seed('zone-members')
        .filter((row) => cell(row, 'zone') === zone)
        .map((row) => cell(row, 'region')),
    );
    const sums = years.map((year) =>
      sum(
        of('industrial-enterprises')
          .filter((row) => cell(row, 'period') === year && inZone.has(cell(row, 'region')))
          .map((row) => cell(row, 'value')),
      ),
    );
    expect(sums).toEqual(totals);
  });

  test('21 prefectures x 9 years, above designated size', () => {
    const rows = of('industrial-enterprises');
    expect(rows).toHaveLength(189);
    expect(new Set(column(rows, 'scope'))).toEqual(new Set(['ABOVE_DESIGNATED_SIZE']));
    const in2023 = new Map(
      rows
        .filter((row) => cell(row, 'period') === '2023')
        .map((row) => [shortName.get(cell(row, 'region')), Number(cell(row, 'value'))]),
    );
    expect(['深圳', '东莞', '汕头', '揭阳', '清远', '云浮'].map((name) => in2023.get(name))).toEqual([
      14188, 14180, 2225, 1470, 1059, 438,
    ]);
  });

  test('textiles, leather and shoes as a share of GDP: nine cities, no chain segment', () => {
    const shares = of('textile-leather-shoe-share-of-gdp').map(
      (row) =>
        `${shortName.get(cell(row, 'region')) ?? ''}${String(Number(cell(row, 'value')))}${cell(row, 'segment')}`,
    );
    expect(shares.sort()).toEqual(
      '佛山3.46 东莞3.4 江门2.61 中山2.29 肇庆1.55 惠州1.23 广州0.68 珠海0.6 深圳0.58'.split(' ').sort(),
    );
  });

  test('garments in the first quarter of 2022; the misprinted number of workers is not a value', () => {
    const quarter = observations.filter((row) => cell(row, 'period') === '2022-Q1');
    expect(quarter.map((row) => `${cell(row, 'indicator')} ${cell(row, 'segment')} ${cell(row, 'value')}`)).toEqual([
      'garment-output-pieces P0 883000000',
      'garment-value-added P0 15150000000',
      'garment-assets P0 175375000000',
    ]);
    expect(column(observations, 'value')).not.toContain('47.12');
    expect(column(observations, 'value')).not.toContain('471200');
    for (const row of quarter) expect(cell(row, 'note')).toContain('47.12');
  });

  test('census of 2020: only the regions that a source gives', () => {
    const people = of('resident-population').map(
      (row) => `${shortName.get(cell(row, 'region')) ?? ''}${cell(row, 'value')}`,
    );
    expect(people).toEqual([
      '广东126012510',
      '广州18676605',
      '深圳17560061',
      '东莞10466625',
      '云浮2383350',
      '清远3969473',
    ]);
  });
});
