import { describe, expect, test } from 'vitest';
import { targetOfHit } from '../../../web/ui/search-target.ts';
import { POLICY_PARAMS, policyParams } from '../../../web/views/policy/policy-params.ts';
import { reachSentence, type ReachSentenceWords } from '../../../web/views/policy/reach-sentence.ts';
import { linkChange, openIn } from '../../../web/views/policy/selection.ts';
import { shortName } from '../../../web/views/policy/short-name.ts';
import { textRuns } from '../../../web/views/policy/text-runs.ts';

describe('parameters in a link', () => {
  test('are read in the terms of the view', () => {
    expect(
      policyParams({
        board: 'targets',
        measure: 'S23-M19',
        dept: 'gd-market',
        goal: 'S23-M1-T2',
        doc: 'rcep',
        park: 'park-a',
        role: 'lead',
        chapter: '0',
        due: '2027',
        only: 'yes',
        grain: 'chapter',
        fold: 'collectives,hub',
      }),
    ).toEqual({
      board: 'targets',
      measure: 'S23-M19',
      department: 'gd-market',
      target: 'S23-M1-T2',
      document: 'rcep',
      park: 'park-a',
      role: 'lead',
      chapter: 0,
      due: 2027,
      only: true,
      byChapter: true,
      folded: ['hub', 'collectives'],
    });
  });

  test('left out they are not said', () => {
    expect(policyParams({})).toEqual({
      board: 'duties',
      measure: null,
      department: null,
      target: null,
      document: null,
      park: null,
      role: null,
      chapter: null,
      due: null,
      only: false,
      byChapter: false,
      folded: [],
    });
  });

  test.each([
    ['board', 'nothing'],
    ['measure', '"><script>'],
    ['dept', ''],
    ['role', 'LEAD'],
    ['chapter', 'nine'],
    ['due', '27'],
    ['only', 'no'],
    ['grain', 'measure'],
    ['fold', 'hub,else'],
  ])('%s=%s is refused', (key, value) => {
    expect(POLICY_PARAMS[key]?.(value)).toBe(false);
  });
});

describe('what is open', () => {
  test('one thing takes the place of another; a department stays chosen while a measure is open', () => {
    expect(linkChange({ kind: 'measure', code: 'M' })).toEqual({ measure: 'M', goal: null, doc: null });
    expect(linkChange({ kind: 'department', code: 'd' })).toEqual({ measure: null, goal: null, doc: null, dept: 'd' });
    expect(linkChange({ kind: 'target', code: 't' })).toEqual({ measure: null, goal: 't', doc: null });
    expect(linkChange(null)).toEqual({ measure: null, goal: null, doc: null });
  });

  test.each([
    [
      { measure: 'M', target: null, document: null, department: 'd' },
      { kind: 'measure', code: 'M' },
    ],
    [
      { measure: null, target: 't', document: null, department: 'd' },
      { kind: 'target', code: 't' },
    ],
    [
      { measure: null, target: null, document: null, department: 'd' },
      { kind: 'department', code: 'd' },
    ],
    [{ measure: null, target: null, document: null, department: null }, null],
  ])('%j opens %j', (params, open) => {
    expect(openIn(params)).toEqual(open);
  });

  test.each([
    [{ __typename: 'Measure' as const, id: '', measureCode: 'S23-M19' }, { measure: 'S23-M19' }],
    [{ __typename: 'Department' as const, id: '', departmentCode: 'gd-market' }, { dept: 'gd-market' }],
    [
      { __typename: 'Policy' as const, id: '', policyCode: 'rcep' },
      { board: 'documents', doc: 'rcep' },
    ],
  ])('a hit of the search box opens the policy view with it: %j', (node, extra) => {
    expect(targetOfHit(node, new Set())).toEqual({ view: 'policy', extra });
    for (const [key, value] of Object.entries(extra)) expect(POLICY_PARAMS[key]?.(value)).toBe(true);
  });
});

describe('a text with passages', () => {
  const runs = (passages: readonly (readonly [number, number, string])[]) =>
    textRuns(
      '在汕头、揭阳等地',
      passages.map(([start, end, about]) => ({ start, end, about })),
    ).map((run) => [run.text, run.marks.map((mark) => mark.about).join('>')]);

  test('is cut where passages begin and end; the longest comes first', () => {
    expect(
      runs([
        [1, 3, '汕头'],
        [0, 8, '句'],
        [4, 6, '揭阳'],
      ]),
    ).toEqual([
      ['在', '句'],
      ['汕头', '句>汕头'],
      ['、', '句'],
      ['揭阳', '句>揭阳'],
      ['等地', '句'],
    ]);
  });

  test('overlapping passages share the words that both hold', () => {
    expect(
      runs([
        [0, 4, 'a'],
        [3, 6, 'b'],
      ]),
    ).toEqual([
      ['在汕头', 'a'],
      ['、', 'a>b'],
      ['揭阳', 'b'],
      ['等地', ''],
    ]);
  });

  test('without a passage is one run, and all runs together are the text', () => {
    expect(runs([])).toEqual([['在汕头、揭阳等地', '']]);
    const parts = textRuns('在汕头、揭阳等地', [{ start: 2, end: 99, about: 'x' }]);
    expect(parts.map((run) => run.text).join('')).toBe('在汕头、揭阳等地');
  });
});

describe('the answer about what applies', () => {
  const words: ReachSentenceWords = {
    join: '、',
    clause: '；',
    end: '。',
    segments: (name, count) => `点名${name}的 ${count} 条`,
    places: (name, count) => `点名${name}的 ${count} 条`,
    park: (name, count) => `点名${name}的 ${count} 条`,
    chain: (count) => `另有 ${count} 条面向全链`,
    none: '没有措施点名',
    list: () => '：',
    action: (number) => `专项行动 ${number}`,
  };
  const measure = (code: string) => ({
    code,
    policy: 'p',
    number: Number(code.slice(1)),
    zh: '',
    en: '',
    isAction: code.startsWith('P'),
    chapter: null,
    chapterName: null,
    clause: null,
  });
  const say = (lines: Parameters<typeof reachSentence>[0], asked: Parameters<typeof reachSentence>[1]): string =>
    reachSentence(lines, asked, measure, words)
      .map((piece) => piece.text)
      .join('');

  test('names the measures that name the segment and the place apart, and counts those for the whole chain', () => {
    const lines = [
      { measure: { code: 'M19' }, reasons: [{ how: 'SEGMENT' as const }, { how: 'REGION' as const }] },
      { measure: { code: 'M20' }, reasons: [{ how: 'SEGMENT_PART' as const }, { how: 'CHAIN' as const }] },
      { measure: { code: 'M1' }, reasons: [{ how: 'CHAIN' as const }] },
      { measure: { code: 'P2' }, reasons: [{ how: 'SEGMENT_WHOLE' as const }] },
    ];
    expect(say(lines, { segment: '印染', region: '汕头', park: null })).toBe(
      '点名印染的 3 条：19、20、专项行动 2；点名汕头的 1 条：19；另有 1 条面向全链。',
    );
  });

  test('a place that no measure names is said to have none', () => {
    expect(say([], { segment: null, region: '珠海', park: null })).toBe('点名珠海的 0 条。');
  });
});

describe('heads of columns', () => {
  const body = (zh: string, en: string, shortNames: readonly string[]) => ({ zh, en, shortNames });
  test.each([
    [
      body('省工业和信息化厅', 'Department of Industry and Information Technology of Guangdong', ['工信厅']),
      '工信厅',
      'Industry & Information Technology',
    ],
    [
      body('各地级以上市人民政府', 'Governments of all cities', []),
      '各地级以上市人民政府',
      'Governments of all cities',
    ],
    [
      body('省政务服务数据管理局', 'Government Services and Data Management Bureau of Guangdong (name of 2023)', [
        '政数局',
      ]),
      '政数局',
      'Government Services & Data Management Bureau',
    ],
  ])('%j', (one, zh, en) => {
    expect(shortName(one, 'zh')).toBe(zh);
    expect(shortName(one, 'en')).toBe(en);
  });
});
