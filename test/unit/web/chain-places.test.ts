import { describe, expect, it } from 'vitest';
import type { GapGrade } from '../../../web/api/generated/operations.ts';
import { chainTexts } from '../../../web/i18n/chain-texts.ts';
import { chainParams, CHAIN_PARAMS } from '../../../web/views/chain/chain-params.ts';
import { compareSentence, differenceOf } from '../../../web/views/chain/compare-places.ts';
import { placeSentence } from '../../../web/views/chain/place-sentence.ts';
import type { SegmentSpread } from '../../../web/views/chain/place-set.ts';
import { bySpread, groupOf, placesInLink, placesNamed, spreadOf } from '../../../web/views/chain/place-set.ts';
import { VIEWS } from '../../../web/views/registry.ts';

const JOINTS = { join: '、', clause: '；', end: '。' } as const;
const zone = (code: string) => ({ zone: { code } });
/** A province of five: two in the delta, of which one receives, two in the east, one without a group. */
const REGIONS = [
  { code: '440100', zones: [zone('PRD'), zone('GBA')] },
  { code: '440700', zones: [zone('PRD'), zone('RECEIVERS')] },
  { code: '440500', zones: [zone('YUEDONG'), zone('RECEIVERS')] },
  { code: '445200', zones: [zone('YUEDONG'), zone('RECEIVERS')] },
  { code: '449900', zones: [] },
];

const cell = (region: string, grade: GapGrade, firms: number | null = null, high = 0.5) => ({
  region: { code: region },
  grade,
  state: firms === null ? ('NO_COVERAGE' as const) : ('OBSERVED' as const),
  firms,
  severity: { value: null, low: 0, high, evidence: 0 },
});
type Spread = SegmentSpread<ReturnType<typeof cell>>;
const spread = (code: string, ...grades: GapGrade[]): Spread =>
  spreadOf(
    code,
    grades.map((grade, index) => cell(String(440_100 + index), grade, grade === 'NO_DATA' ? null : index)),
  );
const textOf = (pieces: readonly { readonly text: string }[]): string => pieces.map((piece) => piece.text).join('');

describe('places in a link', () => {
  it.each([
    ['the province', ['ALL'], ['440100', '440700', '440500', '445200', '449900']],
    ['a zone', ['YUEDONG'], ['440500', '445200']],
    ['a zone and a prefecture of it count once', ['YUEDONG', '445200'], ['440500', '445200']],
    ['the receivers, whatever their zone', ['RECEIVERS'], ['440700', '440500', '445200']],
    ['codes in the order of the atlas', ['445200', '440100'], ['440100', '445200']],
    ['what is not there is left out', ['430000', 'NOWHERE', '440100'], ['440100']],
  ])('%s', (_, named, expected) => {
    expect(placesNamed(REGIONS, named)).toEqual(expected);
  });

  it.each([
    ['ALL', ['440100', '440700', '440500', '445200', '449900']],
    ['RECEIVERS', ['445200', '440500', '440700']],
    [null, ['440500']],
    [null, []],
  ])('knows a choice as %s', (expected, codes) => {
    expect(groupOf(REGIONS, codes)).toBe(expected);
  });

  it('come back as they were written', () => {
    for (const codes of [['440500', '445200'], ['440100', '445200'], REGIONS.map((region) => region.code)])
      expect(placesNamed(REGIONS, placesInLink(REGIONS, codes))).toEqual(codes);
  });
});

describe('parameters of the chain view', () => {
  it.each([
    ['places', 'ALL', true],
    ['places', 'PRD,445200', true],
    ['places', 'prd', false],
    ['places', '', false],
    ['beside', '440500', true],
    ['beside', '汕头', false],
    ['reach', '2', true],
    ['reach', '0', false],
    ['reach', '4', false],
    ['company', 'cn-600220', true],
    ['company', '<b>', false],
  ])('%s=%s', (key, value, good) => {
    expect(CHAIN_PARAMS[key]?.(value)).toBe(good);
  });
  it('are read as they are written', () => {
    expect(chainParams({ places: 'PRD,445200', beside: '440500', reach: '2' })).toEqual({
      places: ['PRD', '445200'],
      beside: '440500',
      reach: 2,
      company: null,
    });
  });
  it('share no name with those of another view', () => {
    const names = VIEWS.flatMap((view) => Object.keys(view.params));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('one segment over several prefectures', () => {
  it('counts prefectures by class and leaves none out', () => {
    const { counts, gaps, unknown } = spread('Y', 'SHORT', 'NO_DATA', 'AMPLE', 'SHORT', 'LIKELY_MISSING');
    expect([...counts]).toEqual([
      ['LIKELY_MISSING', 1],
      ['SHORT', 2],
      ['AMPLE', 1],
      ['NO_DATA', 1],
    ]);
    expect([gaps, unknown]).toEqual([3, 1]);
  });

  it.each([
    ['the most frequent class', ['AMPLE', 'AMPLE', 'SHORT'], 'AMPLE'],
    ['of equals the graver', ['AMPLE', 'THIN', 'SHORT', 'NO_DATA'], 'SHORT'],
    [
      'unknown where most is unknown: a gap here and there is no class of all',
      ['MISSING', 'NO_DATA', 'NO_DATA'],
      'NO_DATA',
    ],
    ['unknown where there is nothing at all', [], 'NO_DATA'],
  ] as const)('is coloured by %s', (_, grades, expected) => {
    expect(spread('Y', ...grades).grade).toBe(expected);
  });

  it('gives firms only with the number of prefectures that have one, and none where none has', () => {
    expect(spreadOf('Y', [cell('1', 'AMPLE', 3), cell('2', 'THIN', 0), cell('3', 'NO_DATA')]).firms).toEqual({
      count: 3,
      places: 2,
    });
    expect(spread('Y', 'NO_DATA', 'NO_DATA').firms).toBeNull();
  });

  it('puts the graver class first and inside a class the more severe', () => {
    const cells = [cell('1', 'AMPLE', 1), cell('2', 'SHORT', 1, 0.4), cell('3', 'SHORT', 1, 0.9), cell('4', 'NO_DATA')];
    expect(spreadOf('Y', cells).cells.map((one) => one.region.code)).toEqual(['3', '2', '1', '4']);
  });

  it('ranks segments by prefectures with a gap, then by the graver gaps', () => {
    const ranked = [
      spread('A', 'THIN', 'THIN', 'AMPLE'),
      spread('B', 'MISSING', 'THIN', 'AMPLE'),
      spread('C', 'THIN', 'THIN', 'THIN'),
      spread('D', 'NO_DATA', 'NO_DATA', 'NO_DATA'),
    ];
    expect(ranked.sort(bySpread).map((one) => one.code)).toEqual(['C', 'B', 'A', 'D']);
  });
});

describe('what several places lack, in a sentence', () => {
  const say = (...spreads: Spread[]): string =>
    textOf(
      placeSentence(
        spreads as unknown as SegmentSpread[],
        '粤东 3 市',
        (code) => code,
        chainTexts.zh.placesAnswer,
        JOINTS,
      ),
    );
  it('names segments with the number of prefectures, the most first, and counts what is not known', () => {
    expect(
      say(
        spread('A', 'THIN', 'AMPLE', 'AMPLE'),
        spread('B', 'SHORT', 'MISSING', 'NO_DATA'),
        spread('C', 'NO_DATA', 'NO_DATA', 'NO_DATA'),
      ),
    ).toBe(
      '粤东 3 市缺什么：B（2 市）、A（1 市）缺口最多；A在多数市充足；1 个环节在所有市都没有可用的数据，不作判断；1 个环节在部分市没有数据。',
    );
  });
  it('calls nothing a gap where nothing is known', () => {
    expect(say(spread('C', 'NO_DATA', 'NO_DATA'))).toBe(
      '粤东 3 市缺什么：1 个环节在所有市都没有可用的数据，不作判断。',
    );
  });
});

describe('two places compared', () => {
  it.each([
    ['SHORT', 'AMPLE', 'first'],
    ['AMPLE', 'LIKELY_MISSING', 'second'],
    ['NO_DEMAND', 'THIN', 'second'],
    ['SHORT', 'THIN', 'degree'],
    ['THIN', 'THIN', 'both'],
    ['AMPLE', 'NO_DEMAND', 'neither'],
    ['NO_DATA', 'MISSING', 'open'],
    ['AMPLE', 'NO_DATA', 'open'],
  ] as const)('%s against %s is %s', (one, other, expected) => {
    expect(differenceOf({ grade: one }, { grade: other })).toBe(expected);
  });
  it('are told apart in a sentence that compares only what is known of both', () => {
    const pairs = [
      { code: 'A', difference: 'first' },
      { code: 'B', difference: 'second' },
      { code: 'C', difference: 'both' },
      { code: 'D', difference: 'open' },
      { code: 'E', difference: 'neither' },
    ] as const;
    const say = (list: Parameters<typeof compareSentence>[0]): string =>
      textOf(compareSentence(list, '揭阳', '汕头', (code) => code, chainTexts.zh.beside, JOINTS));
    expect(say(pairs)).toBe(
      '揭阳与汕头：A只在揭阳是缺口；B只在汕头是缺口；C两地都有缺口；1 个环节两地都不缺；1 个环节至少一地没有数据，不作比较。',
    );
    expect(say([{ code: 'D', difference: 'open' }])).toBe('揭阳与汕头：没有一个环节两地都有数据，不作比较。');
  });
});
