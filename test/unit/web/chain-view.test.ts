import { describe, expect, it } from 'vitest';
import { en } from '../../../web/i18n/en.ts';
import { numbersIn } from '../../../web/i18n/numbers.ts';
import { textPair, textsIn } from '../../../web/i18n/texts.ts';
import { zhCN } from '../../../web/i18n/zh-CN.ts';
import { CHAIN_SIZES, layoutChain, nodeTextWidth } from '../../../web/graph/layout/chain-layout.ts';
import { textWidth } from '../../../web/graph/layout/text-width.ts';
import { GAP_ORDER, GAP_STYLES } from '../../../web/ui/gap-style.ts';
import { targetOfHit } from '../../../web/ui/search-target.ts';
import { memberFor } from '../../../web/views/chain/fold-segment.ts';
import type { GapCell } from '../../../web/views/chain/gap-cell.ts';
import { cellLine, firmsText } from '../../../web/views/chain/gap-cell.ts';
import { quoteParts } from '../../../web/views/chain/quote-parts.ts';
import { COUNT_CUT, textileChain } from './textile-chain.ts';

const texts = textPair(zhCN, en);
const zh = textsIn(texts, 'zh');
const BASE: GapCell = {
  region: { code: '440500' },
  segment: { code: 'Y' },
  state: 'OBSERVED',
  class: 'OK',
  grade: 'AMPLE',
  flags: [],
  reason: null,
  action: 'NONE',
  firms: null,
  namedFirms: 0,
  locationQuotient: null,
  beta: null,
  supplyShare: null,
  demandShare: null,
  fragile: null,
  expectedFirms: null,
  absenceProbability: null,
  severity: { value: null, low: 0, high: 1, evidence: 0 },
  namedByPolicy: false,
  measures: [],
  sources: [],
};
const STATES: readonly [string, Partial<GapCell>, string, string][] = [
  ['a large number', { firms: 378, locationQuotient: 12.49 }, '378 家·区位商 12.49', '378'],
  ['a number', { firms: 39, locationQuotient: 2.49 }, '39 家·区位商 2.49', '39'],
  ['zero under complete coverage', { firms: 0 }, '0 家', '0'],
  ['unseen in a sample', { state: 'UNSEEN', expectedFirms: 4.04 }, '未见·应有约 4.0 家', '未见'],
  ['size unknown', { state: 'SIZE_UNKNOWN' }, '有企业·规模未知', '未知'],
  ['only listed firms', { state: 'NO_COVERAGE', namedFirms: 3 }, '名单 3 家·总数未知', '未知'],
  ['no data', { state: 'NO_COVERAGE' }, '无数据', '未知'],
];

describe('line of a segment', () => {
  it.each(STATES)('%s', (_, change, line, firms) => {
    const cell = { ...BASE, ...change };
    expect(cellLine(zh, numbersIn('zh'), cell)).toBe(line);
    expect(firmsText(zh, numbersIn('zh'), cell)).toBe(firms);
  });

  it.each([
    ['zh', 1440 - 384 - 33],
    ['en', 1440 - 384 - 33],
    ['zh', CHAIN_SIZES.minWidth],
    ['en', CHAIN_SIZES.minWidth],
  ] as const)('fits its box in every state (%s, picture %i px wide)', (lang, width) => {
    const layout = layoutChain(textileChain(COUNT_CUT, lang), { width });
    const room = nodeTextWidth(layout.nodes[0]?.width ?? 0).detail;
    const wide = STATES.map(([, change]) =>
      cellLine(textsIn(texts, lang), numbersIn(lang), { ...BASE, ...change }),
    ).filter((line) => textWidth(line, CHAIN_SIZES.detailFont) > room);
    expect(wide).toEqual([]);
  });

  it('shows no two states of knowledge alike', () => {
    const lines = STATES.map(([, change]) => cellLine(zh, numbersIn('zh'), { ...BASE, ...change }));
    expect(new Set(lines).size).toBe(lines.length);
  });
});

describe('looks of the classes', () => {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  it.each(['light', 'dark'] as const)('text on every fill has a contrast of 4.5 or more (%s)', (theme) => {
    const poor = GAP_ORDER.filter(
      (entry) => contrast(GAP_STYLES[theme][entry].fill, GAP_STYLES[theme][entry].ink) < 4.5,
    );
    expect(poor).toEqual([]);
  });
  it.each([
    ['light', '#f6f8fa'],
    ['dark', '#1d242e'],
  ] as const)('borders of unfilled states have a contrast of 3 or more to the ground (%s)', (theme, ground) => {
    const poor = (['MISSING', 'LIKELY_MISSING', 'NO_DEMAND', 'NO_DATA'] as const).filter(
      (entry) => contrast(GAP_STYLES[theme][entry].border, ground) < 3,
    );
    expect(poor).toEqual([]);
  });
  it('gives every grade a sign of its own', () => {
    expect(new Set(GAP_ORDER.map((entry) => GAP_STYLES.light[entry].glyph)).size).toBe(GAP_ORDER.length);
  });
});

describe('words of a quotation', () => {
  it.each([
    ['带动纺纱、化纤', ['纺纱'], '带动[纺纱]、化纤'],
    ['特色纺织', ['纺织', '特色纺织'], '[特色纺织]'],
    ['在汕头、揭阳等地', ['揭阳', '汕头', '揭阳'], '在[汕头]、[揭阳]等地'],
    ['没有词', ['印染'], '没有词'],
  ])('%s', (quote, words, expected) => {
    const parts = quoteParts(quote, words);
    expect(parts.map((part) => (part.strong ? `[${part.text}]` : part.text)).join('')).toBe(expected);
    expect(parts.map((part) => part.text).join('')).toBe(quote);
  });
});

describe('a segment outside of the cut', () => {
  const cut = [
    { code: 'P0', ancestors: [{ code: 'P' }] },
    { code: 'F2', ancestors: [{ code: 'F' }] },
  ];
  it.each([
    ['is itself in the cut', { code: 'P0', ancestors: [{ code: 'P' }], leaves: [] }, { code: 'P0', how: 'same' }],
    [
      'is part of a member',
      { code: 'P21', ancestors: [{ code: 'P' }, { code: 'P0' }, { code: 'P2' }], leaves: [{ code: 'P21' }] },
      { code: 'P0', how: 'folded' },
    ],
    ['is split into members', { code: 'P', ancestors: [], leaves: [{ code: 'P11' }] }, { code: 'P0', how: 'split' }],
    ['is not there', { code: 'X1', ancestors: [{ code: 'X' }], leaves: [{ code: 'X1' }] }, null],
  ])('%s', (_, family, expected) => {
    expect(memberFor(family, cut)).toEqual(expected);
  });
});

describe('choosing a search hit', () => {
  const prefectures = new Set(['440700', '445200']);
  const kaiping = {
    divisionCode: '440783',
    level: 'COUNTY',
    within: { divisionCode: '440700', level: 'PREFECTURE', within: null },
  } as const;
  type Node = Parameters<typeof targetOfHit>[0];
  it.each<[string, Node, ReturnType<typeof targetOfHit>]>([
    ['a segment', { __typename: 'Segment', id: 'Segment:D1', code: 'D1' }, { segment: 'D1' }],
    [
      'a county selects its prefecture',
      { __typename: 'Region', id: 'Region:440783', ...kaiping },
      { region: '440700' },
    ],
    [
      'a place outside leads nowhere',
      { __typename: 'Region', id: 'Region:440000', divisionCode: '440000', level: 'PROVINCE', within: null },
      null,
    ],
    [
      'a firm selects its place and its segment',
      {
        __typename: 'Firm',
        id: 'Firm:x',
        places: [{ region: kaiping }],
        segments: [{ segment: { code: 'P13' } }],
      },
      { region: '440700', segment: 'P13' },
    ],
    ['a park without a place or segment', { __typename: 'Park', id: 'Park:x', region: null, accepts: [] }, null],
  ])('%s', (_, node, expected) => {
    expect(targetOfHit(node, prefectures)).toEqual(expected);
  });
});

describe('numbers', () => {
  it.each([
    [0, '0 %'],
    [0.0004, '< 0.1 %'],
    [0.018, '1.8 %'],
    [0.4512, '45 %'],
    [1, '100 %'],
  ])('percent %d', (share, expected) => {
    expect(numbersIn('zh').percent(share)).toBe(expected);
  });
  it('dates a release by the day in China', () => {
    expect(numbersIn('zh').day('2026-11-22T17:30:00Z')).toBe('2026-11-23');
  });
});
