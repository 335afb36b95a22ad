import { describe, expect, it } from 'vitest';
import { en } from '../../../web/i18n/en.ts';
import { textPair, textsIn } from '../../../web/i18n/texts.ts';
import { zhCN } from '../../../web/i18n/zh-CN.ts';
import { answerSentence } from '../../../web/views/chain/answer-sentence.ts';

type Cell = Parameters<typeof answerSentence>[0][number];

const texts = textPair(zhCN, en);
const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  Y: ['纺纱', 'Spinning'],
  S3: ['辅料', 'Trims'],
  F2: ['化纤', 'Chemical fibres'],
  D2: ['洗水', 'Washing'],
  W1: ['机织', 'Weaving'],
  D1: ['印染', 'Dyeing'],
  V2: ['专业市场', 'Markets'],
  F12: ['羽绒', 'Down'],
  P5: ['产业用', 'Technical'],
};
const cell = (code: string, grade: Cell['grade'], severity = 0.5, state: Cell['state'] = 'OBSERVED'): Cell => ({
  segment: { code },
  grade,
  state,
  reason: null,
  severity: { value: severity, low: severity, high: severity, evidence: 1 },
});
const say = (cells: readonly Cell[], lang: 'zh' | 'en'): string =>
  answerSentence(
    cells,
    lang === 'zh' ? '汕头' : 'Shantou',
    (code) => NAMES[code]?.[lang === 'zh' ? 0 : 1] ?? code,
    textsIn(texts, lang),
  )
    .map((piece) => piece.text)
    .join('');

const SHANTOU: readonly Cell[] = [
  cell('W1', 'AMPLE'),
  cell('D1', 'AMPLE', 0.2),
  cell('F2', 'SHORT', 0.4),
  cell('S3', 'SHORT', 0.9),
  cell('Y', 'LIKELY_MISSING', 0.6, 'UNSEEN'),
  cell('V2', 'NO_DATA', 0, 'NO_COVERAGE'),
  cell('F12', 'NO_DATA', 0, 'UNSEEN'),
  cell('P5', 'NO_DATA', 0, 'NO_COVERAGE'),
];

describe('answer in one sentence', () => {
  it.each<[string, readonly Cell[], string, string]>([
    [
      'gaps by grade, the more severe first, then what is ample, then what is not judged and why',
      SHANTOU,
      '汕头缺什么：纺纱疑似缺失，先核实；辅料、化纤短板；机织、印染充足；1 个环节样本未见、本就应少，不作判断；2 个环节没有数据，不作判断。',
      'What Shantou lacks: Spinning likely missing, verify first; Trims, Chemical fibres short; Weaving, Dyeing ample; 1 segment unseen where few were due: no judgement; 2 segments without data: no judgement.',
    ],
    [
      'what is thin comes after what is short',
      [cell('D2', 'THIN', 0.9), cell('S3', 'SHORT', 0.1)],
      '汕头缺什么：辅料短板；洗水偏弱。',
      'What Shantou lacks: Trims short; Washing thin.',
    ],
    [
      'no gap among what is known',
      [cell('W1', 'AMPLE'), cell('V2', 'NO_DATA', 0, 'NO_COVERAGE')],
      '汕头缺什么：有数据的环节里没有发现缺口；机织充足；1 个环节没有数据，不作判断。',
      'What Shantou lacks: no gap found in the segments with data; Weaving ample; 1 segment without data: no judgement.',
    ],
    [
      'nothing known: no claim at all',
      [cell('V2', 'NO_DATA', 0, 'NO_COVERAGE'), cell('F12', 'NO_DATA', 0, 'UNSEEN')],
      '汕头缺什么：全部环节都没有可用的数据，不作判断。',
      'What Shantou lacks: no segment has usable data: no judgement.',
    ],
  ])('%s', (_, cells, zh, english) => {
    expect(say(cells, 'zh')).toBe(zh);
    expect(say(cells, 'en')).toBe(english);
  });

  it('makes a link of every segment that it names, and names no segment without data', () => {
    const pieces = answerSentence(SHANTOU, '汕头', (code) => code, textsIn(texts, 'zh'));
    const linked = pieces.flatMap((piece) => (piece.kind === 'segment' ? [piece.code] : []));
    expect(linked.sort()).toEqual(['D1', 'F2', 'S3', 'W1', 'Y']);
  });
});
