import { describe, expect, test } from 'vitest';
import type { InputFile } from '../../../server/domain/imports/csv-table.ts';
import { readDataMap, releaseId } from '../../../server/domain/imports/data-map.ts';
import { ImportRejected, type RowError } from '../../../server/domain/imports/row-error.ts';

const EVIDENCE = 'sources,positions,quotes';
const HEADERS: Readonly<Record<string, string>> = {
  'sources.csv': 'id,title,publisher,date,datePrecision,url,kind,reliability,licence,note,sha256',
  'clusters.csv': `code,nameZh,nameEn,kind,rank,confidence,${EVIDENCE}`,
  'segments.csv': `code,nameZh,nameEn,parent,cluster,level,gbt4754,gbt4754Part,statistical,aliases,note,${EVIDENCE}`,
  'feeds.csv': `from,to,kind,weight,essential,note,${EVIDENCE}`,
  'regions.csv': `code,nameZh,nameEn,shortZh,level,parent,lon,lat,aliases,${EVIDENCE}`,
  'pairings.csv': `from,to,validFrom,validTo,note,${EVIDENCE}`,
  'departments.csv': `id,nameZh,nameEn,shortNames,kind,validFrom,validTo,successor,note,${EVIDENCE}`,
  'policies.csv': `id,nameZh,nameEn,kind,number,date,datePrecision,issuer,status,implements,interprets,namedIn,${EVIDENCE}`,
  'targets.csv': `id,policy,measure,subjectZh,subjectEn,comparator,value,high,unit,year,yearBasis,base,wording,segments,note,${EVIDENCE}`,
  'coverage.csv': `id,source,kind,regions,segments,asOf,note,${EVIDENCE}`,
  'firm-counts.csv': `region,label,segment,firms,asOf,method,confidence,${EVIDENCE}`,
  'firms.csv': `id,nameZh,nameEn,shortNames,uscc,stockCode,exchange,listingState,status,signals,${EVIDENCE}`,
  'firm-places.csv': `firm,region,kind,method,${EVIDENCE}`,
  'firm-segments.csv': `firm,segment,main,products,method,confidence,${EVIDENCE}`,
  'parks.csv': `id,nameZh,nameEn,aliases,region,state,kind,note,${EVIDENCE}`,
  'park-figures.csv': `park,metric,value,unit,asOf,datePrecision,note,${EVIDENCE}`,
};

/** A map small enough to work out by hand: one cluster, a tree of five segments, a province with two cities. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  'sources.csv': [
    'reg,Register copy,,2019-04,MONTH,,REGISTER,REPORTED,,,',
    'web,A page,,2024-05-01,DAY,,COMPANY,REPORTED,,,',
  ],
  'clusters.csv': ['light,现代轻工纺织,Light industry,PILLAR,6,CONFIRMED,web,,'],
  'segments.csv': [
    'P,终端制成品,Goods,,light,1,,,true,,,web,,',
    'P0,服装,Apparel,P,,2,C181,,true,成衣,,web,,',
    'P1,机织服装,Woven,P0,,3,C1819,,true,,,web,,',
    'P2,针织服装,Knitted,P0,,3,C1829,C1829,true,,,web,,',
    'D,洗水,Washing,,light,1,,,false,,,web,,',
  ],
  'feeds.csv': ['D,P0,MATERIAL,,,,web,p. 1,words of the source'],
  'regions.csv': [
    '440000,广东省,Guangdong,广东,PROVINCE,,,,,web,,',
    '440100,广州市,Guangzhou,广州,PREFECTURE,440000,113.28,23.13,,web,,',
    '440600,佛山市,Foshan,佛山,PREFECTURE,440000,113.12,23.02,,web,,',
    '440605,南海区,Nanhai,南海,COUNTY,440600,,,,web,,',
  ],
  'coverage.csv': ['cov,reg,SAMPLE,*,*,2019-04,,reg,,', 'hand,web,LIST,*,*,2024,,web,,'],
  'firm-counts.csv': [
    '440600,garment,P0,30,2019-04,NAME_RULE,MEDIUM,reg,,',
    '440600,woven,P1,12,2019-03,NAME_RULE,MEDIUM,reg,,',
    '440100,garment,P0,100,2019-04,NAME_RULE,MEDIUM,reg,,',
    '440100,embroidery,,9,2019-04,NAME_RULE,,reg,,',
  ],
  'firms.csv': ['a,甲纺织公司,,,,,,,,,web,,', 'b,乙制衣厂,,,,,,,,,web,,', 'c,丙公司,,,,,,,,,web,,'],
  'firm-places.csv': [
    // Works in Nanhai, is only registered in Guangzhou.
    'a,440100,REGISTERED,STATED,web,,',
    'a,440605,OPERATING,STATED,web,,',
    'b,440605,REGISTERED,STATED,web,,',
  ],
  'firm-segments.csv': [
    'a,P1,true,衬衫|西装,STATED,HIGH,web,,',
    'a,P2,,,NAME_RULE,LOW,web,,',
    'b,P1,,,STATED,HIGH,web,,',
    'c,D,,,STATED,HIGH,web,,',
  ],
};

/** The files of the map, with rows added or replaced. */
function map(changes: Readonly<Record<string, readonly string[]>> = {}, added = true): readonly InputFile[] {
  const names = new Set([...Object.keys(ROWS), ...Object.keys(changes)]);
  return [...names].map((name) => {
    const rows = added ? [...(ROWS[name] ?? []), ...(changes[name] ?? [])] : (changes[name] ?? ROWS[name] ?? []);
    return { name, text: [HEADERS[name], ...rows, ''].join('\n') };
  });
}

function faults(files: readonly InputFile[]): readonly RowError[] {
  try {
    readDataMap(files, 'test');
  } catch (error) {
    if (error instanceof ImportRejected) return error.rows;
    throw error;
  }
  return [];
}

function factsOf(kind: string, files = map()) {
  const found = readDataMap(files, 'test').kinds.find((each) => each.kind.kind === kind);
  return new Map((found?.facts ?? []).map((fact) => [fact.key, fact]));
}

describe('facts', () => {
  test('carry their evidence, one position and quote per source', () => {
    expect(factsOf('feeds').get('D>P1:MATERIAL')?.properties).toMatchObject({
      sources: ['web'],
      positions: ['p. 1'],
      quotes: ['words of the source'],
      origin: 'test',
    });
  });

  test('of feeds stand between leaves and say what was stated; what nobody states is unknown', () => {
    const feeds = factsOf('feeds');
    expect([...feeds.keys()].sort()).toEqual(['D>P1:MATERIAL', 'D>P2:MATERIAL']);
    expect(feeds.get('D>P2:MATERIAL')?.properties).toMatchObject({
      statedFrom: 'D',
      statedTo: 'P0',
      weight: null,
      essential: null,
    });
  });

  test('can be searched by name, alias, pinyin and initials', () => {
    const foshan = factsOf('regions').get('440600')?.properties;
    expect(String(foshan?.['searchPinyin']).split(' ')).toEqual(
      expect.arrayContaining(['foshan', 'fs', '佛山', 'foshanshi', 'fss', '佛山市']),
    );
    expect(foshan?.['searchText']).toBe('佛山市 佛山 Foshan');
    expect(String(factsOf('segments').get('P0')?.properties['searchText'])).toContain('成衣');
  });

  test('have equal hashes for equal content and other hashes for any change', () => {
    const base = factsOf('regions').get('440600')?.hash;
    expect(factsOf('regions').get('440600')?.hash).toBe(base);
    const files = map({}).map((file) => ({ ...file, text: file.text.replace('Foshan,佛山', 'Fatshan,佛山') }));
    expect(factsOf('regions', files).get('440600')?.hash).not.toBe(base);
    expect(factsOf('regions', files).get('440100')?.hash).toBe(factsOf('regions').get('440100')?.hash);
  });
});

describe('the roll-up', () => {
  // Worked out by hand from ROWS. `firms`: counts at and below; `named`: distinct firms at and below.
  test.each([
    { cell: '440600>P1', firms: 12, named: 2, state: 'OBSERVED', asOf: '2019-03' },
    { cell: '440600>P0', firms: 42, named: 2, state: 'OBSERVED', asOf: '2019-04' },
    { cell: '440600>P', firms: 42, named: 2, state: 'OBSERVED', asOf: '2019-04' },
    { cell: '440600>P2', firms: null, named: 1, state: 'SIZE_UNKNOWN', asOf: null },
    { cell: '440605>P1', firms: null, named: 2, state: 'SIZE_UNKNOWN', asOf: null },
    { cell: '440100>P0', firms: 100, named: 0, state: 'OBSERVED', asOf: '2019-04' },
    { cell: '440000>P0', firms: 142, named: 2, state: 'OBSERVED', asOf: '2019-04' },
    { cell: '440000>P1', firms: 12, named: 2, state: 'OBSERVED', asOf: '2019-03' },
  ])('$cell has $firms firms, $named named', ({ cell, firms, named, state, asOf }) => {
    expect(factsOf('hosts').get(cell)?.properties).toMatchObject({ firms, namedFirms: named, state, asOf });
  });

  test('pushes nothing down, counts no label without a segment and makes no cell of nothing', () => {
    const keys = [...factsOf('hosts').keys()];
    // 440100 has 100 garment firms: of woven or knitted ones nothing is known, and its registered firm works elsewhere.
    expect(keys.filter((key) => key.startsWith('440100>')).sort()).toEqual(['440100>P', '440100>P0']);
    // The firm c has no place.
    expect(keys.filter((key) => key.endsWith('>D'))).toEqual([]);
  });

  test('leaves sizes unknown and says under which coverage it stands', () => {
    const { sources, ...cell } = factsOf('hosts').get('440600>P0')?.properties ?? {};
    expect(cell).toMatchObject({
      employees: null,
      revenue: null,
      top1: null,
      hhi: null,
      sizeUnknown: 42,
      coverage: 'SAMPLE',
    });
    expect(sources).toEqual(['reg', 'web']);
    expect(factsOf('hosts').get('440600>P2')?.properties).toMatchObject({ coverage: 'LIST', namedAsOf: '2024-05-01' });
  });

  test('firms without a place or a segment are allowed and reported', () => {
    const files = map({ 'firms.csv': ['d,丁公司,,,,,,,,,web,,'] });
    expect(readDataMap(files, 'test').remarks).toEqual([
      { what: 'firms-without-place', keys: ['c', 'd'] },
      { what: 'firms-without-segment', keys: ['d'] },
    ]);
  });
});

describe('a bad row', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, readonly string[]>>, Partial<RowError>])[] = [
    ['without a source', { 'clusters.csv': ['x,名,,PILLAR,,CONFIRMED,,,'] }, { line: 3, column: 'sources' }],
    [
      'with an unknown source',
      { 'clusters.csv': ['x,名,,PILLAR,,CONFIRMED,nobody,,'] },
      { column: 'sources', value: 'nobody' },
    ],
    [
      'with more positions than sources',
      { 'clusters.csv': ['x,名,,PILLAR,,CONFIRMED,web,p. 1|p. 2,'] },
      { column: 'positions' },
    ],
    [
      'with fewer quotes than sources',
      { 'clusters.csv': ['x,名,,PILLAR,,CONFIRMED,web|reg,,one'] },
      { column: 'quotes' },
    ],
    ['with too few cells', { 'clusters.csv': ['x,名'] }, { column: '', rule: 'has 2 cells where the header has 9' }],
    [
      'with a key that stands already',
      { 'clusters.csv': ['light,名,,PILLAR,,CONFIRMED,web,,'] },
      { value: 'light', rule: 'this clusters row has the key of clusters.csv:2' },
    ],
    [
      'with a word outside the set',
      { 'clusters.csv': ['x,名,,BIG,,CONFIRMED,web,,'] },
      { column: 'kind', value: 'BIG' },
    ],
    ['with an unknown parent', { 'segments.csv': ['P9,名,,PX,,2,,,true,,,web,,'] }, { column: 'parent', value: 'PX' }],
    [
      'with a wrong depth',
      { 'segments.csv': ['P9,名,,P0,,2,,,true,,,web,,'] },
      { column: 'level', rule: 'must be 3, the depth in the tree' },
    ],
    ['with parent and cluster', { 'segments.csv': ['P9,名,,P0,light,3,,,true,,,web,,'] }, { column: 'parent' }],
    [
      'whose parents form a circle',
      { 'segments.csv': ['X,名,,Z,,2,,,true,,,web,,', 'Z,名,,X,,3,,,true,,,web,,'] },
      { rule: 'the parents form a circle' },
    ],
    ['with a wrong industry code', { 'segments.csv': ['P9,名,,P0,,3,C1,,true,,,web,,'] }, { column: 'gbt4754' }],
    [
      'with a partial code outside the codes',
      { 'segments.csv': ['P9,名,,P0,,3,C18,C19,true,,,web,,'] },
      { column: 'gbt4754Part' },
    ],
    [
      'with an empty value in a list',
      { 'segments.csv': ['P9,名,,P0,,3,C18||C19,,true,,,web,,'] },
      { column: 'gbt4754' },
    ],
    ['with a weight above one', { 'feeds.csv': ['D,P1,MATERIAL,1.5,,,web,,'] }, { column: 'weight', value: '1.5' }],
    ['of a feed to nowhere', { 'feeds.csv': ['D,X,MATERIAL,,,,web,,'] }, { column: 'to', value: 'X' }],
    [
      'with a county of another prefecture',
      { 'regions.csv': ['440105,区,,,COUNTY,440600,,,,web,,'] },
      { column: 'parent' },
    ],
    ['with a code of another level', { 'regions.csv': ['440700,区,,,COUNTY,440600,,,,web,,'] }, { column: 'code' }],
    [
      'of a town within a province',
      { 'regions.csv': ['440600123,镇,,,TOWN,440000,,,,web,,'] },
      { column: 'parent', rule: 'a TOWN does not lie directly within a PROVINCE' },
    ],
    ['with half a point', { 'regions.csv': ['440606,区,,,COUNTY,440600,113,,,web,,'] }, { column: 'lon' }],
    [
      'with a pairing that ends before it begins',
      { 'pairings.csv': ['440100,440600,2020,2019,,web,,'] },
      { column: 'validTo' },
    ],
    [
      'with a body that succeeds itself in a circle',
      { 'departments.csv': ['x,甲,,,PROVINCIAL,,,y,,web,,', 'y,乙,,,PROVINCIAL,,,x,,web,,'] },
      { column: 'successor' },
    ],
    [
      'with a day that no calendar has',
      { 'policies.csv': ['p,名,,POLICY,,2023-02-30,DAY,,,,,,web,,'] },
      { column: 'date', value: '2023-02-30' },
    ],
    [
      'with a year that passes for a day',
      { 'policies.csv': ['p,名,,POLICY,,2023,DAY,,,,,,web,,'] },
      { column: 'datePrecision' },
    ],
    [
      'with a range without an end',
      { 'policies.csv': ['p,名,,POLICY,,,,,,,,,web,,'], 'targets.csv': ['t,p,,题,,RANGE,3,,家,2027,STATED,,,,,web,,'] },
      { column: 'high' },
    ],
    [
      'with half a coverage',
      {
        'policies.csv': ['p,名,,POLICY,,,,,,,,,web,,'],
        'targets.csv': ['t,p,,题,,COVERAGE,90,,%,2027,STATED,,,,,web,,'],
      },
      { column: 'value' },
    ],
    [
      'with a year that has no basis',
      { 'policies.csv': ['p,名,,POLICY,,,,,,,,,web,,'], 'targets.csv': ['t,p,,题,,EQ,3,,家,2027,NONE,,,,,web,,'] },
      { column: 'year' },
    ],
    [
      'with a zero under partial coverage',
      { 'firm-counts.csv': ['440600,washing,D,0,2019-04,NAME_RULE,,reg,,'] },
      { column: 'firms', value: '0' },
    ],
    [
      'with a count that no coverage speaks of',
      {
        'sources.csv': ['bare,T,,,,,NEWS,REPORTED,,,'],
        'firm-counts.csv': ['440605,washing,D,1,2019-04,NAME_RULE,,bare,,'],
      },
      { column: 'sources', value: 'bare' },
    ],
    [
      'with counts of one region from two sources',
      { 'firm-counts.csv': ['440600,washing,D,1,2019-04,NAME_RULE,,web,,'] },
      { column: 'sources', value: 'web' },
    ],
    [
      'with a credit code whose check fails',
      { 'firms.csv': ['x,名,,,91440400192548256M,,,,,,web,,'] },
      { column: 'uscc', rule: 'the check character does not fit' },
    ],
    [
      'with a credit code of another firm',
      { 'firms.csv': ['x,名,,,91440400192548256N,,,,,,web,,', 'y,名,,,91440400192548256n,,,,,,web,,'] },
      { column: 'uscc' },
    ],
    [
      'with a metric that nobody has named',
      { 'parks.csv': ['k,园,,,,,BASE,,web,,'], 'park-figures.csv': ['k,beauty,1,firm,,,,web,,'] },
      { column: 'metric', value: 'beauty' },
    ],
    [
      'with another unit than the metric has',
      { 'parks.csv': ['k,园,,,,,BASE,,web,,'], 'park-figures.csv': ['k,landTotalHa,1,亩,,,,web,,'] },
      { column: 'unit', value: '亩' },
    ],
    [
      'with thousands separators',
      { 'parks.csv': ['k,园,,,,,BASE,,web,,'], 'park-figures.csv': ['k,landTotalHa,"1,000",ha,,,,web,,'] },
      { column: 'value', value: '1,000' },
    ],
  ];

  test.each(cases)('%s is named with its place and rule', (_, changes, expected) => {
    expect(faults(map(changes))).toContainEqual(expect.objectContaining(expected));
  });

  test('does not hide the others: all come back together', () => {
    const found = faults(
      map({
        'clusters.csv': ['x,,,PILLAR,,CONFIRMED,web,,'],
        'feeds.csv': ['D,P1,MATERIAL,9,,,web,,', 'D,P2,SMELL,,,,web,,'],
        'regions.csv': ['44,区,,,COUNTY,440600,,,,web,,'],
      }),
    );
    expect(found.map(({ file, line, column }) => `${file}:${line} ${column}`)).toEqual(
      expect.arrayContaining(['clusters.csv:3 nameZh', 'feeds.csv:3 weight', 'feeds.csv:4 kind', 'regions.csv:6 code']),
    );
  });

  test('keeps its line number behind a cell with a line break', () => {
    const found = faults(map({ 'clusters.csv': ['x,"a\nb",,PILLAR,,CONFIRMED,web,,', 'y,,,PILLAR,,CONFIRMED,web,,'] }));
    expect(found).toMatchObject([{ file: 'clusters.csv', line: 5, column: 'nameZh' }]);
  });
});

describe('a bad file', () => {
  test.each([
    [
      'with a column too few',
      'clusters.csv',
      'code,nameZh,nameEn,kind,rank,sources,positions,quotes\n',
      'confidence',
      'this column is missing',
    ],
    [
      'with a column too many',
      'clusters.csv',
      `${HEADERS['clusters.csv'] ?? ''},colour\n`,
      'colour',
      'this column is not known',
    ],
    [
      'with a broken quote',
      'clusters.csv',
      `${HEADERS['clusters.csv'] ?? ''}\nx,"名,,PILLAR,,CONFIRMED,web,,\n`,
      '',
      /^not readable as CSV/,
    ],
    ['that is empty', 'clusters.csv', '', '', 'the header row is missing'],
    ['of an unknown name', 'colours.csv', 'a,b\n', '', 'no kind of row is read from a file of this name'],
  ])('%s is refused', (_, name, text, column, rule) => {
    const files = [...map().filter((file) => file.name !== name), { name, text }];
    const found = faults(files).find((fault) => fault.file === name && fault.column === column);
    expect(found?.rule).toMatch(rule);
  });

  test('with a byte order mark and Windows line ends is read all the same', () => {
    const files = map().map(({ name, text }) => ({ name, text: `\uFEFF${text.replaceAll('\n', '\r\n')}` }));
    expect(readDataMap(files, 'test').checksum).toBe(readDataMap(map(), 'test').checksum);
  });
});

test('a release is named by the day in China and by what the map holds', () => {
  // 16:30 UTC is half past midnight of the next day in China.
  expect(releaseId(new Date('2026-11-22T16:30:00Z'), 'abcdef0123456789')).toBe('2026-11-23.abcdef01');
});
