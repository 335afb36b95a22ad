import { describe, expect, it } from 'vitest';
import { readSeed } from './policy-seed-files.ts';

const scope = readSeed('applies-to.csv');
const measures = readSeed('measures.csv');
const assets = readSeed('assets.csv');

function targetsOf(measure: string, kind: string): string[] {
  return scope
    .filter((row) => row.get('measure') === measure && row.get('kind') === kind)
    .map((row) => row.get('target'))
    .sort();
}

const set = (words: string): string[] => words.split(' ').sort();

describe('what each measure applies to', () => {
  it('names something for each of the 30 measures and 6 parts', () => {
    const covered = new Set(scope.map((row) => row.get('measure')));
    expect(measures.filter((row) => !covered.has(row.get('id')))).toEqual([]);
  });

  it('has one row for each measure and target', () => {
    const keys = scope.map((row) => [row.get('measure'), row.get('kind'), row.get('target')].join(' '));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('shows every term in its quote', () => {
    for (const row of scope) {
      const quotes = row.list('quotes');
      for (const term of row.list('term')) {
        expect(
          quotes.some((quote) => quote.includes(term)),
          `${row.get('measure')} ${term}`,
        ).toBe(true);
      }
    }
  });

  it('leaves the target of a whole-chain row empty, and of no other', () => {
    for (const row of scope) expect(row.get('target') === '').toBe(row.get('kind') === 'CHAIN');
  });

  it('reads nine cities in three groups without separators, and the two poles (measure 3)', () => {
    expect(targetsOf('S23-M3', 'REGION')).toEqual(
      set('440100 440300 440500 440600 441300 441900 442000 445100 445200'),
    );
    expect(targetsOf('S23-M3', 'ZONE')).toEqual(set('LIANGJI SANQU-SCJ SANQU-SGH SANQU-GFZ'));
  });

  it('reads the four macro regions, five parks and their districts (measure 4)', () => {
    expect(targetsOf('S23-M4', 'ZONE')).toEqual(set('PRD YUEDONG YUEXI YUEBEI'));
    expect(targetsOf('S23-M4', 'REGION')).toEqual(set('440229 440605 440883'));
    expect(targetsOf('S23-M4', 'PARK')).toEqual(
      set(
        'base-nonwoven-medical park-gd-home-textile park-zhanjiang-wuchuan-down park-shaoguan-wengyuan-silk park-foshan-nanhai-textile',
      ),
    );
  });

  it('holds the five fields and the ten links of measure 5', () => {
    const codes = targetsOf('S23-M5', 'SEGMENT');
    for (const code of set('W3 P51 P52 W12 P13 D2 W21 D13 P2')) expect(codes).toContain(code);
    for (const code of set('F Y W1 W2 D1 P0 P4 P5 S1 S3 S4')) expect(codes).toContain(code);
    expect(codes).toHaveLength(20);
    expect(targetsOf('S23-M5', 'CHAIN')).toEqual(['']);
  });

  it('ties the dyeing parks to 汕头 and 揭阳, dyeing and washing (measure 19)', () => {
    expect(targetsOf('S23-M19', 'REGION')).toEqual(set('440500 445200'));
    expect(targetsOf('S23-M19', 'SEGMENT')).toEqual(set('D1 D2'));
    expect(targetsOf('S23-M19', 'PARK')).toEqual(set('park-shantou-dyeing park-jieyang-dyeing'));
  });

  it('finds no prefecture in the text of 2024, only 粤港澳大湾区', () => {
    const parts = scope.filter((row) => row.get('measure').startsWith('S24'));
    expect(parts.filter((row) => row.get('kind') === 'REGION')).toEqual([]);
    expect(parts.filter((row) => row.get('kind') === 'ZONE').map((row) => row.get('target'))).toEqual(['GBA']);
  });

  it('names none of the nine prefectures that neither text names', () => {
    // 珠海 肇庆 汕尾 阳江 茂名 梅州 河源 清远 云浮
    const silent = set('440400 441200 441500 441700 440900 441400 441600 441800 445300');
    const regions = scope.filter((row) => row.get('kind') === 'REGION').map((row) => row.get('target').slice(0, 4));
    expect(silent.filter((code) => regions.includes(code.slice(0, 4)))).toEqual([]);
  });

  it.each([
    ['S24-P1', '色纺', 'the end of 特色 and the start of 纺织'],
    ['S23-M20', '辅料', 'inside 有害原辅料'],
    ['S23-M20', '化纤', 'inside 无锑化纤'],
  ])('%s: %s is %s, not a segment', (measure, term) => {
    const terms = scope.filter((row) => row.get('measure') === measure).flatMap((row) => row.list('term'));
    expect(terms).not.toContain(term);
  });

  it('does not read 织造 out of 非织造: W1 and W2 have it standing alone in their quotes', () => {
    const weaving = scope.filter((row) => row.list('term').includes('织造'));
    expect(weaving.length).toBeGreaterThan(0);
    for (const row of weaving) {
      expect(['W1', 'W2']).toContain(row.get('target'));
      expect(row.get('quotes')).toMatch(/(^|[^非])织造/u);
    }
  });

  it('places 沙溪 in 中山, as the cluster list means it', () => {
    const rows = scope.filter((row) => row.list('term').includes('沙溪'));
    expect(rows.map((row) => row.get('target'))).toEqual(['442000106']);
  });
});

describe('titles, clusters, crafts, fairs, events and fields', () => {
  it.each([
    ['REGIONAL_TITLE', 6],
    ['INDUSTRY_CLUSTER', 5],
    ['CRAFT', 11],
    ['FAIR', 10],
    ['EVENT', 8],
    ['APPLICATION_FIELD', 10],
  ])('%s: %i', (kind, count) => {
    expect(assets.filter((row) => row.get('kind') === kind)).toHaveLength(count);
  });

  it.each([
    ['大朗毛织', '441900113', 'Y2|P23'],
    ['虎门女装', '441900121', 'P12'],
    ['盐步内衣', '440605', 'P21'],
    ['沙溪休闲服', '442000106', 'P24'],
    ['开平牛仔服', '440783', 'P13'],
    ['中国服装商贸名城', '440100', 'V2'],
    ['中国婚纱晚礼服名城', '445100', 'P14'],
    ['中国工艺毛衫名城', '440500', 'Y2|P23'],
    ['中国内衣家居服之都', '440500', 'P21|P22'],
    ['中国男装名城', '441300', 'P11'],
    ['中国化纤产业名城', '440700', 'F22|F23|W13'],
  ])('%s stands in %s and makes %s', (name, region, segments) => {
    const row = assets.find((each) => each.get('nameZh') === name);
    expect([row?.get('regions'), row?.get('segments'), row?.get('measures')]).toEqual([region, segments, 'S23-M14']);
  });

  it('splits two fairs that share one phrase', () => {
    const names = assets.filter((row) => row.get('quotes') === '广州和深圳国际内衣展').map((row) => row.get('nameZh'));
    expect(names).toEqual(['广州国际内衣展', '深圳国际内衣展']);
  });
});
