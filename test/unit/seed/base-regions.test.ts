import { describe, expect, test } from 'vitest';
import { cell, column, list, seed, shared, sharedIsPresent, tally } from './base-csv.ts';

const regions = seed('regions');
const prefectures = regions.filter((row) => cell(row, 'level') === 'PREFECTURE');
const counties = regions.filter((row) => cell(row, 'level') === 'COUNTY');
const byCode = new Map(regions.map((row) => [cell(row, 'code'), row]));
const shortName = (code: string) => {
  const row = byCode.get(code);
  if (row === undefined) throw new Error(`no region ${code}`);
  return cell(row, 'shortZh');
};
const members = (zone: string) =>
  seed('zone-members')
    .filter((row) => cell(row, 'zone') === zone)
    .map((row) => shortName(cell(row, 'region')))
    .sort()
    .join(' ');
const sorted = (names: string) => names.split(' ').sort().join(' ');

describe('regions', () => {
  test('one province, 21 prefectures, 122 counties and the towns that facts name', () => {
    expect(tally(column(regions, 'level'))).toEqual({ PROVINCE: 1, PREFECTURE: 21, COUNTY: 122, TOWN: 8 });
    expect(byCode.size).toBe(152);
    expect(
      regions
        .filter((row) => cell(row, 'level') === 'TOWN')
        .map((row) => cell(row, 'code') + cell(row, 'shortZh'))
        .sort(),
    ).toEqual([
      '440514101井都',
      '440514112陇田',
      '440605122西樵',
      '441802106石角',
      '441900113大朗',
      '441900121虎门',
      '442000106沙溪',
      '442000118小榄',
    ]);
  });

  test('counties by prefecture; 东莞 and 中山 have none', () => {
    const counts = prefectures.map(
      (row) =>
        cell(row, 'shortZh') + String(counties.filter((county) => cell(county, 'parent') === cell(row, 'code')).length),
    );
    expect(counts.join(' ')).toBe(
      '广州11 韶关10 深圳9 珠海3 汕头7 佛山5 江门7 湛江9 茂名5 肇庆8 惠州5 梅州8 汕尾4 河源6 阳江4 清远8 东莞0 中山0 潮州3 揭阳5 云浮5',
    );
  });

  test('the code of a region begins with the code of the one above it', () => {
    for (const row of regions) {
      const parent = cell(row, 'parent');
      if (cell(row, 'level') === 'PROVINCE') expect(parent).toBe('');
      else {
        expect(byCode.has(parent), cell(row, 'code')).toBe(true);
        expect(cell(row, 'code').startsWith(parent.replace(/(00)+$/, '')), cell(row, 'code')).toBe(true);
      }
    }
  });

  test('each region is written in Latin letters; each prefecture has a point inside the province', () => {
    for (const row of regions) expect(cell(row, 'nameEn')).toMatch(/^[A-Z][a-z]+('[a-z]+)?$/);
    for (const row of prefectures) {
      expect(Number(cell(row, 'lon'))).toBeGreaterThan(109.6);
      expect(Number(cell(row, 'lon'))).toBeLessThan(117.4);
      expect(Number(cell(row, 'lat'))).toBeGreaterThan(20.2);
      expect(Number(cell(row, 'lat'))).toBeLessThan(25.6);
    }
    for (const row of counties) expect([cell(row, 'lon'), cell(row, 'lat')]).toEqual(['', '']);
  });

  test('an old county name is found', () => {
    const of = (name: string) => regions.filter((row) => list(cell(row, 'aliases')).includes(name));
    expect(column(of('增城市'), 'code')).toEqual(['440118']);
    expect(column(of('番禺市'), 'code')).toEqual(['440113']);
    expect(column(of('汕尾市城区'), 'code')).toEqual(['441502']);
  });

  test.skipIf(!sharedIsPresent)('codes and names are those of the code lists', () => {
    const pairs = (rows: readonly (typeof regions)[number][], name: string) =>
      rows.map((row) => cell(row, 'code') + cell(row, name)).sort();
    expect(pairs(prefectures, 'nameZh')).toEqual(pairs(shared('data/codes/guangdong-prefectures.csv'), 'name'));
    expect(pairs(counties, 'nameZh')).toEqual(pairs(shared('data/codes/guangdong-counties.csv'), 'name'));
  });
});

describe('receiving prefectures', () => {
  test('15 receive, 6 do not: not the same as the macro region', () => {
    const receivers = seed('receivers');
    const of = (value: string) =>
      receivers
        .filter((row) => cell(row, 'receiver') === value)
        .map((row) => shortName(cell(row, 'region')))
        .sort()
        .join(' ');
    expect(receivers).toHaveLength(21);
    expect(of('true')).toBe(sorted('韶关 汕头 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 潮州 揭阳 云浮'));
    expect(of('false')).toBe(sorted('广州 深圳 珠海 佛山 东莞 中山'));
    expect(members('RECEIVERS')).toBe(of('true'));
  });
});

describe('zones', () => {
  test.each([
    ['PRD', '广州 深圳 珠海 佛山 惠州 东莞 中山 江门 肇庆'],
    ['YUEDONG', '汕头 汕尾 潮州 揭阳'],
    ['YUEXI', '湛江 茂名 阳江'],
    ['YUEBEI', '韶关 河源 梅州 清远 云浮'],
    ['LIANGJI', '广州 深圳'],
    ['SANQU-SCJ', '汕头 潮州 揭阳'],
    ['SANQU-SGH', '深圳 东莞 惠州'],
    ['SANQU-GFZ', '广州 佛山 中山'],
    ['BEIBU', '韶关 河源 梅州 清远 云浮'],
    ['GBA', '广州 深圳 珠海 佛山 惠州 东莞 中山 江门 肇庆'],
  ])('%s = %s', (zone, names) => {
    expect(members(zone)).toBe(sorted(names));
  });

  test('a membership belongs to the scheme of its zone; each prefecture is in one yearbook region', () => {
    const schemes = new Map(seed('zones').map((row) => [cell(row, 'code'), cell(row, 'scheme')]));
    for (const row of seed('zone-members')) expect(schemes.get(cell(row, 'zone'))).toBe(cell(row, 'scheme'));
    const yearbook = seed('zone-members').filter((row) => cell(row, 'scheme') === 'YEARBOOK');
    expect(column(yearbook, 'region').sort()).toEqual(column(prefectures, 'code').sort());
  });
});

describe('pairings', () => {
  test('the eight of 2013 and the one of 2023, no end invented', () => {
    const written = seed('pairings').map(
      (row) =>
        `${shortName(cell(row, 'from'))}>${shortName(cell(row, 'to'))} ${cell(row, 'validFrom')}..${cell(row, 'validTo')}`,
    );
    expect(written.sort()).toEqual(
      [
        '广州>梅州 2013..',
        '广州>清远 2013..',
        '深圳>河源 2013..',
        '深圳>汕尾 2013..',
        '珠海>阳江 2013..',
        '佛山>云浮 2013..',
        '东莞>韶关 2013..',
        '中山>潮州 2013..',
        '深圳>潮州 2023..',
      ].sort(),
    );
  });
});

describe('distances', () => {
  const distances = seed('distances');
  const radians = (degrees: string) => (Number(degrees) * Math.PI) / 180;
  /** Kilometres on a sphere of 6371.0088 km by the law of cosines: another formula than the haversine of the source. */
  const kilometres = (from: string, to: string) => {
    const a = byCode.get(from);
    const b = byCode.get(to);
    if (a === undefined || b === undefined) throw new Error(`no region ${from} or ${to}`);
    const [phiA, phiB] = [radians(cell(a, 'lat')), radians(cell(b, 'lat'))];
    const along = Math.cos(radians(cell(b, 'lon')) - radians(cell(a, 'lon')));
    return Math.acos(Math.sin(phiA) * Math.sin(phiB) + Math.cos(phiA) * Math.cos(phiB) * along) * 6371.0088;
  };

  test('each of the 210 pairs once, recomputed from the points', () => {
    const pairs = new Set(distances.map((row) => [cell(row, 'from'), cell(row, 'to')].sort().join('-')));
    expect(distances).toHaveLength(210);
    expect(pairs.size).toBe(210);
    for (const row of distances) {
      expect(cell(row, 'method')).toBe('GREAT_CIRCLE');
      const difference = Number(cell(row, 'km')) - kilometres(cell(row, 'from'), cell(row, 'to'));
      expect(Math.abs(difference), `${cell(row, 'from')}-${cell(row, 'to')}`).toBeLessThan(0.06);
    }
  });

  test.each([
    ['440100', '440200', 189.0],
    ['440100', '440300', 104.6],
    ['440100', '440400', 104.0],
    ['440100', '440500', 351.3],
  ])('%s to %s: %d km', (from, to, km) => {
    const row = distances.find((each) => cell(each, 'from') === from && cell(each, 'to') === to);
    expect(Number(row?.['km'])).toBe(km);
  });
});
