import { describe, expect, test } from 'vitest';
import { relocationEn } from '../../../web/i18n/relocation.en.ts';
import { relocationZh } from '../../../web/i18n/relocation.zh-CN.ts';
import {
  answerSentence,
  type AnswerCandidate,
  type AnswerPiece,
  type AnswerQuestion,
  type AnswerWords,
} from '../../../web/views/relocation/answer-sentence.ts';
import { nameInSentence, sentencePart } from '../../../web/views/relocation/sentence-words.ts';
import type { Feasibility } from '../../../web/views/relocation/ranking.ts';

type Lang = 'zh' | 'en';
type Blocker = AnswerCandidate['blockers'][number];

const wordsIn = (lang: Lang): AnswerWords => {
  const texts = lang === 'zh' ? relocationZh : relocationEn;
  const reasons: Readonly<Record<string, string>> = texts.reason;
  return { ...texts.answer, reasonOf: (code) => reasons[code] };
};
const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  '445200': ['揭阳', 'Jieyang'],
  '440500': ['汕头', 'Shantou'],
  '441800': ['清远', 'Qingyuan'],
  '440800': ['湛江', 'Zhanjiang'],
  '440200': ['韶关', 'Shaoguan'],
  '440900': ['茂名', 'Maoming'],
};
const M19 = { code: 'S23-M19', number: 19 };
const noPark = (lang: Lang): Blocker => ({
  code: 'no-park-accepts',
  hard: true,
  text: lang === 'zh' ? '没有已知的集中治污印染园区' : 'no dyeing park with central treatment is known',
  measure: M19,
});
const treatmentUnknown = (lang: Lang, park: string): Blocker => ({
  code: 'park-feature-unknown',
  hard: false,
  text: lang === 'zh' ? `${park}污水处理未知` : `waste-water treatment of ${park} not known`,
  measure: M19,
});

function place(
  lang: Lang,
  code: string,
  feasibility: Feasibility,
  range: readonly [number, number],
  blockers: readonly Blocker[] = [],
): AnswerCandidate {
  const name = NAMES[code]?.[lang === 'zh' ? 0 : 1] ?? code;
  const [low, high] = range;
  return { code, name, feasibility, score: { value: (low + high) / 2, low, high, evidence: 1 }, blockers };
}

const asked = (lang: Lang): AnswerQuestion => ({
  origin: lang === 'zh' ? '广州' : 'Guangzhou',
  segment: lang === 'zh' ? '印染' : 'dyeing',
  stays: null,
});
const textOf = (pieces: readonly AnswerPiece[]): string => pieces.map((piece) => piece.text).join('');
const say = (lang: Lang, ranked: readonly AnswerCandidate[], question: AnswerQuestion = asked(lang)): string =>
  textOf(answerSentence(ranked, question, wordsIn(lang)));

const full = (lang: Lang): AnswerCandidate[] => [
  place(lang, '445200', 'FEASIBLE', [0.6, 0.8]),
  place(lang, '440500', 'FEASIBLE', [0.55, 0.75]),
  place(lang, '441800', 'UNVERIFIED', [0.3, 0.7], [treatmentUnknown(lang, lang === 'zh' ? '园区' : 'the park')]),
  place(lang, '440800', 'BLOCKED', [0.2, 0.6], [noPark(lang)]),
  place(lang, '440200', 'BLOCKED', [0.2, 0.5], [noPark(lang)]),
  place(lang, '440900', 'BLOCKED', [0.1, 0.5], [noPark(lang)]),
];

describe('answer sentence', () => {
  test('the whole of it in Chinese', () => {
    expect(say('zh', full('zh'))).toBe(
      '广州的印染能转到哪里：揭阳、汕头可落地且分不出高下；清远待核实：园区污水处理未知（措施 19）；湛江、韶关等 3 地受阻：没有已知的集中治污印染园区（措施 19）。',
    );
  });

  test('the whole of it in English', () => {
    expect(say('en', full('en'))).toBe(
      'Where dyeing from Guangzhou could go: Jieyang, Shantou are feasible and cannot be told apart; Qingyuan to be verified: waste-water treatment of the park not known (measure 19); Zhanjiang, Shaoguan and others (3 places) are blocked: no dyeing park with central treatment is known (measure 19).',
    );
  });

  test('every name is a link to its place, and nothing else is', () => {
    const links = answerSentence(full('zh'), asked('zh'), wordsIn('zh')).filter((piece) => piece.kind === 'place');
    expect(links.map((piece) => piece.code)).toEqual(['445200', '440500', '441800', '440800', '440200']);
  });

  const alone = (lang: Lang) => [place(lang, '445200', 'FEASIBLE', [0.6, 0.8])];
  const ahead = (lang: Lang) => [
    place(lang, '445200', 'FEASIBLE', [0.7, 0.8]),
    place(lang, '440500', 'FEASIBLE', [0.4, 0.6]),
  ];
  const twoOfThree = (lang: Lang) => [
    place(lang, '445200', 'FEASIBLE', [0.7, 0.9]),
    place(lang, '440500', 'FEASIBLE', [0.6, 0.75]),
    place(lang, '441800', 'FEASIBLE', [0.3, 0.65]),
  ];
  const onlyUnknown = (lang: Lang) => [
    place(lang, '441800', 'UNVERIFIED', [0, 1], [treatmentUnknown(lang, 'A')]),
    place(lang, '440200', 'UNVERIFIED', [0, 1], [treatmentUnknown(lang, 'B')]),
  ];
  test.each<readonly [string, Lang, (lang: Lang) => AnswerCandidate[], string]>([
    ['one feasible place is not compared with anything', 'zh', alone, '揭阳可落地'],
    ['one feasible place is not compared with anything', 'en', alone, 'Jieyang is feasible'],
    [
      'a first place is said to lead only when its range is clear of the next',
      'zh',
      ahead,
      '揭阳可落地且居首；汕头也可落地',
    ],
    [
      'a first place is said to lead only when its range is clear of the next',
      'en',
      ahead,
      'Jieyang is feasible and comes first; Shantou is feasible too',
    ],
    // 清远 overlaps 汕头 but not 揭阳, so not all three are equal.
    [
      'only those that all overlap are said to be equal',
      'zh',
      twoOfThree,
      '揭阳、汕头可落地且分不出高下；清远也可落地',
    ],
    [
      'reasons that differ between places are given by their kind, not by one place',
      'zh',
      onlyUnknown,
      '没有已确认可落地的地方；清远、韶关待核实：园区有无所需设施未知（措施 19）',
    ],
    [
      'reasons that differ between places are given by their kind, not by one place',
      'en',
      onlyUnknown,
      'no place is confirmed as feasible; Qingyuan, Shaoguan to be verified: whether the park has what is required is not known (measure 19)',
    ],
    ['no candidate at all', 'zh', () => [], '所选范围里没有可比的承接地'],
    ['no candidate at all', 'en', () => [], 'no candidate in the zones chosen'],
  ])('%s (%s)', (_, lang, ranked, expected) => {
    const lead = lang === 'zh' ? '广州的印染能转到哪里：' : 'Where dyeing from Guangzhou could go: ';
    expect(say(lang, ranked(lang))).toBe(`${lead}${expected}${lang === 'zh' ? '。' : '.'}`);
  });

  test('a blocked place gives the reason that forbids, not the one to be verified before it', () => {
    const ranked = [place('zh', '440800', 'BLOCKED', [0, 1], [treatmentUnknown('zh', 'A'), noPark('zh')])];
    expect(say('zh', ranked)).toContain('湛江受阻：没有已知的集中治污印染园区（措施 19）');
  });

  test('a kind of blocker that the page does not know is never passed over in silence', () => {
    const strange = (text: string): Blocker => ({ code: 'new-kind', hard: true, text, measure: null });
    const ranked = [
      place('zh', '440800', 'BLOCKED', [0, 1], [strange('甲')]),
      place('zh', '440200', 'BLOCKED', [0, 1], [strange('乙')]),
    ];
    expect(say('zh', ranked)).toContain('湛江、韶关受阻：原因没有写明');
  });

  test('further reasons are counted, not listed', () => {
    const of = (code: string, kind: string): AnswerCandidate =>
      place('zh', code, 'BLOCKED', [0, 1], [{ code: kind, hard: true, text: kind, measure: null }]);
    const ranked = [of('440800', 'a'), of('440200', 'b'), of('440900', 'c'), of('441800', 'd')];
    expect(say('zh', ranked)).toContain('；另有 2 地因其他原因受阻。');
  });

  test('a segment that should stay says so first, with its measure', () => {
    const question = { ...asked('zh'), stays: { text: '政策鼓励留在珠三角', measure: 4 } };
    expect(say('zh', alone('zh'), question)).toBe(
      '广州的印染能转到哪里：先看该不该转：政策鼓励留在珠三角（措施 4）；揭阳可落地。',
    );
  });
});

describe('words inside a sentence', () => {
  test.each([
    ['没有园区接收。', 'zh', '没有园区接收'],
    ['No park admits it.', 'en', 'no park admits it'],
    ['A high-end link', 'en', 'a high-end link'],
    ['GB/T codes differ', 'en', 'GB/T codes differ'],
  ] as const)('%j in %s becomes %j', (text, lang, expected) => {
    expect(sentencePart(text, lang)).toBe(expected);
  });

  test.each([
    ['Dyeing and finishing', 'en', 'dyeing and finishing'],
    ['PET fibre', 'en', 'PET fibre'],
    ['印染', 'zh', '印染'],
  ] as const)('the name %j in %s becomes %j', (name, lang, expected) => {
    expect(nameInSentence(name, lang)).toBe(expected);
  });
});
