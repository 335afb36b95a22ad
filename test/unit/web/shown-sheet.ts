import type { ExportSheet } from '../../../web/export/export-sheet.ts';
import { exportTexts } from '../../../web/i18n/export-texts.ts';
import { numbersIn } from '../../../web/i18n/numbers.ts';
import { textsIn } from '../../../web/i18n/texts.ts';
import type { Exhibit } from '../../../web/state/exhibit.ts';

/** A view with everything that has gone wrong in exports elsewhere. */
export const SHOWN: Exhibit = {
  fileStem: '揭阳 产业链/缺口',
  title: '揭阳“纺织服装” <链> & 缺口',
  answer: '揭阳缺什么：印染，\n先核实。',
  filters: [
    { label: '地区', value: '揭阳（445200）' },
    { label: '口径', value: '企业数' },
  ],
  table: {
    columns: [
      { key: 'segment', title: '环节', kind: 'text' },
      { key: 'code', title: '代码', kind: 'text' },
      { key: 'firms', title: '企业数', kind: 'number' },
      { key: 'quotient', title: '区位商', kind: 'number' },
    ],
    rows: [
      ['印染', '0017', 4, 1.2566],
      ['家纺, "床品"', '=HYPERLINK("http://x")', null, null],
      ['换\n行', '+86 10', 0, -0.5],
      ['@SUM(A1)', '-12.5', 1e6, 0.1 + 0.2],
      ['－cmd', '\tx', null, 3],
      ['羽绒 ☂ 𠮷', "'quoted'", 2, null],
    ],
  },
  picture: {
    width: 400,
    height: 300,
    toPng: () => Promise.reject(new Error('A test without a browser has no canvas.')),
    toSvg: () =>
      Promise.resolve(
        '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#fff"/><text>印染</text></svg>',
      ),
    legend: [
      { sign: '●', label: '充足 3', fill: '#009e73', ink: '#1a1a1a', border: '#00724f', borderStyle: 'solid' },
      { sign: '?', label: '无数据 <2>', fill: '#d9d9d9', ink: '#1a1a1a', border: '#7b8794', borderStyle: 'dotted' },
    ],
    mapNote: '示意图，不作为划界依据',
  },
  graph: {
    nodes: [
      { id: 'D1', label: '印染 & "洗"', attributes: { firms: 4, quotient: 1.5, shown: true, note: null } },
      { id: 'H', label: '家纺', attributes: { firms: null, quotient: 2, shown: false, note: 'a\u0000<b>' } },
    ],
    links: [{ id: 'D1-H', from: 'D1', to: 'H', attributes: { kind: 'MATERIAL', weight: 0.25, assumed: null } }],
  },
  queries: [{ text: 'query Gaps{gaps{basis}}', variables: { regions: ['445200'] } }],
  sources: ['公共企业登记信息副本 · 公共企业登记 · 2019-04', '印染名单 · 2023-02-15'],
};

export function sheetOf(exhibit: Exhibit = SHOWN, lang: 'zh' | 'en' = 'zh'): ExportSheet {
  return {
    exhibit,
    release: { id: '2026-11-22.abcdef01', at: '2026-11-21T20:00:00Z', coverage: '抽样覆盖' },
    madeAt: new Date('2026-11-22T16:30:00Z'),
    link: 'http://yuelian.test/?v=1&view=chain&region=445200',
    lang,
    theme: 'light',
    texts: textsIn(exportTexts, lang),
    numbers: numbersIn(lang),
  };
}

/** What every export must say, whatever its format. */
export const SAID_BY_EVERY_EXPORT = [
  '揭阳（445200）',
  '2026-11-22.abcdef01',
  '2026-11-23 00:30',
  '公共企业登记信息副本 · 公共企业登记 · 2019-04',
  '印染名单 · 2023-02-15',
] as const;
