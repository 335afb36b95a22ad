import { describe, expect, test } from 'vitest';
import {
  chapterCounts,
  dutyMatrix,
  filteredChapters,
  hubOf,
  marksIn,
  nextCell,
  type Body,
  type DutyRole,
  type MeasureDuties,
} from '../../../web/views/policy/duty-matrix.ts';
import {
  departmentSentence,
  overviewSentence,
  type DutySentenceWords,
} from '../../../web/views/policy/duty-sentence.ts';
import { findDepartments } from '../../../web/views/policy/find-department.ts';
import { CHECK_SUMS, SHORT_NAMES, TABLE, type ShortName } from './policy-table.ts';

const names = Object.keys(SHORT_NAMES) as ShortName[];
const COLLECTIVES: readonly ShortName[] = ['C', 'C*', 'A'];
const CENTRAL: readonly ShortName[] = ['人行广州', '银保监', '证监'];
const bodies: readonly Body[] = [
  ...names.map((name): Body => ({
    code: SHORT_NAMES[name],
    zh: name,
    en: name,
    shortNames: [name],
    kind: COLLECTIVES.includes(name)
      ? 'COLLECTIVE'
      : CENTRAL.includes(name)
        ? 'CENTRAL'
        : name === '总工会'
          ? 'MASS'
          : 'PROVINCIAL',
  })),
  { code: 'gd-data', zh: '省政务和数据局', en: '', shortNames: [], kind: 'PROVINCIAL' },
];
const duty = (role: DutyRole) => (name: string) => ({
  department: SHORT_NAMES[name as ShortName],
  role,
  written: name,
  position: null,
});
const words = (text: string): string[] => (text === '' ? [] : text.split(' '));
const measures: readonly MeasureDuties[] = [
  { number: 1, chapter: null, chapterName: null, isAction: true, clause: null },
  ...TABLE.map(([chapter, leads, supports], index) => ({
    number: index + 1,
    chapter,
    chapterName: `章${chapter}`,
    isAction: false,
    clause: {
      leadExplicit: leads !== '',
      duties: [...words(leads).map(duty('LEAD')), ...words(supports).map(duty('SUPPORT'))],
    },
  })),
].map((one) => ({ ...one, code: `${one.isAction ? 'P' : 'M'}${one.number}`, policy: 'p', zh: '', en: '' }));
const matrix = dutyMatrix(measures, bodies);
const rows = matrix.chapters.flatMap((chapter) => chapter.rows);
const rowOf = (number: number) => {
  const row = rows.find((one) => one.measure.number === number && !one.measure.isAction);
  if (row === undefined) throw new Error(`no measure ${number}`);
  return row;
};

describe('measures against departments', () => {
  test.each(names)('counts of %s are the check sums of the handbook', (name) => {
    const column = matrix.columns.find((one) => one.body.code === SHORT_NAMES[name]);
    expect([column?.leads, column?.supports]).toEqual(CHECK_SUMS[name]);
  });

  test('has a column for the 22 bodies and 3 collectives of the clauses, and none for a body without a duty', () => {
    expect(matrix.columns).toHaveLength(25);
    expect(matrix.columns.filter(({ body }) => body.kind === 'COLLECTIVE')).toHaveLength(3);
    expect(matrix.columns.map(({ body }) => body.code)).not.toContain('gd-data');
  });

  test('orders columns by kind, then by the number of duties', () => {
    expect(matrix.columns.slice(0, 5).map(({ body }) => body.zh)).toEqual([
      '工信厅',
      '发改委',
      '商务厅',
      '科技厅',
      '市监局',
    ]);
    expect(matrix.columns.slice(-3).map(({ body }) => body.zh)).toEqual(['A', 'C', 'C*']);
  });

  test('has 9 chapters of 5, 4, 3, 4, 2, 3, 2, 2, 5 measures, the special actions last', () => {
    expect(matrix.chapters.map((chapter) => [chapter.number, chapter.rows.length])).toEqual([
      [1, 5],
      [2, 4],
      [3, 3],
      [4, 4],
      [5, 2],
      [6, 3],
      [7, 2],
      [8, 2],
      [9, 5],
      [0, 1],
    ]);
  });

  test('leaves measures 22 and 30 without a lead, and no other', () => {
    const silent = rows.filter((row) => row.measure.clause !== null && row.leads === 0);
    expect(silent.map((row) => row.measure.number)).toEqual([22, 30]);
  });

  test('keeps both marks of the department that measure 24 names twice, one a role', () => {
    expect(marksIn(rowOf(24), 'gd-miit', null).map((one) => one.role)).toEqual(['LEAD', 'SUPPORT']);
    const twice = rows.filter((row) => [...row.cells.values()].some((marks) => marks.length > 1));
    expect(twice.map((row) => row.measure.number)).toEqual([24]);
    expect(marksIn(rowOf(24), 'gd-miit', 'SUPPORT')).toHaveLength(1);
  });

  test('knows the hub: the body in 28 of 30 measures; in a small map there is none', () => {
    expect(hubOf(matrix)?.body.code).toBe('gd-miit');
    const charged = rows.filter((row) => row.cells.has('gd-miit'));
    expect(charged).toHaveLength(28);
    const three = dutyMatrix(
      measures.filter((one) => [10, 16, 30].includes(one.number) && !one.isAction),
      bodies,
    );
    expect(hubOf(three)).toBeNull();
  });

  test('a filter leaves rows out, never counts', () => {
    const market = filteredChapters(matrix, { chapter: null, role: null, onlyOf: 'gd-market' });
    const numbers = market.flatMap((chapter) => chapter.rows.map((row) => row.measure.number));
    expect(numbers).toEqual([2, 11, 12, 13, 14, 15, 16, 28, 29]);
    const leads = filteredChapters(matrix, { chapter: null, role: 'LEAD', onlyOf: 'gd-market' });
    expect(leads.flatMap((chapter) => chapter.rows.map((row) => row.measure.number))).toEqual([11, 12, 16]);
    const four = filteredChapters(matrix, { chapter: 4, role: null, onlyOf: null });
    expect(four.flatMap((chapter) => chapter.rows.map((row) => row.measure.number))).toEqual([13, 14, 15, 16]);
    expect(four[0]?.rows[0]?.leads).toBe(1);
  });

  test('counts a chapter: chapter 9 has three measures led by 工信厅, one with a part of it', () => {
    const nine = matrix.chapters.find((chapter) => chapter.number === 9);
    expect(nine === undefined ? null : chapterCounts(nine, 'gd-miit')).toEqual({ leads: 3, supports: 1 });
  });

  test.each([
    ['ArrowUp', { row: 0, column: 3 }, { row: 0, column: 3 }],
    ['ArrowDown', { row: 0, column: 3 }, { row: 1, column: 3 }],
    ['ArrowRight', { row: 2, column: 24 }, { row: 2, column: 24 }],
    ['ArrowLeft', { row: 2, column: 4 }, { row: 2, column: 3 }],
    ['Home', { row: 2, column: 4 }, { row: 2, column: 0 }],
    ['End', { row: 2, column: 4 }, { row: 2, column: 24 }],
    ['PageDown', { row: 2, column: 4 }, { row: 35, column: 4 }],
    ['x', { row: 2, column: 4 }, null],
  ])('%s moves over the cells and stops at the edge', (key, at, to) => {
    expect(nextCell(at, key, { rows: 36, columns: 25 })).toEqual(to);
  });
});

describe('the answer in one sentence', () => {
  const sentenceWords: DutySentenceWords = {
    join: '、',
    clause: '；',
    end: '。',
    overview: (all, withLead) => `${all} 条，${withLead} 条写明牵头：`,
    leadsMost: (count) => `牵头 ${count} 条`,
    then: (count) => `各牵头 ${count} 条`,
    noLead: '措施 ',
    noLeadAre: ' 没有写明牵头',
    actions: (count) => `${count} 项没有分工`,
    lead: '牵头措施 ',
    support: '参与措施 ',
    both: '，',
    noDuty: '没有职责',
    succeeds: '它接替 ',
    succeeded: '已由 ',
    succeededEnd: ' 接替',
    own: '，',
    dateOpen: '（日期未核实）',
    measure: (measure) => String(measure.number),
  };
  const say = (pieces: readonly { readonly text: string }[]): string => pieces.map((piece) => piece.text).join('');
  const body = (code: string, name: string) => ({ code, name, succeededBy: null, predecessors: [], succeededOn: null });

  test('「市场监管局牵头或参与哪些措施」: leads 11, 12, 16; part in 2, 13, 14, 15, 28, 29', () => {
    const pieces = departmentSentence(matrix, body('gd-market', '省市场监管局'), sentenceWords);
    expect(say(pieces)).toBe('省市场监管局牵头措施 11、12、16，参与措施 2、13、14、15、28、29。');
    const links = pieces.flatMap((piece) => (piece.kind === 'link' ? [piece.to.code] : []));
    expect(links).toEqual(['M11', 'M12', 'M16', 'M2', 'M13', 'M14', 'M15', 'M28', 'M29']);
  });

  test('an old name says who came after, and that the date is not confirmed', () => {
    const pieces = departmentSentence(
      matrix,
      {
        ...body('gd-government-services-data', '省政务服务数据管理局'),
        succeededBy: { code: 'gd-data', name: '省政务和数据局' },
      },
      sentenceWords,
    );
    expect(say(pieces)).toBe('省政务服务数据管理局参与措施 29；已由 省政务和数据局 接替（日期未核实）。');
  });

  test('a successor has no duty of its own and answers for the one it took over from', () => {
    const pieces = departmentSentence(
      matrix,
      {
        ...body('gd-data', '省政务和数据局'),
        predecessors: [{ code: 'gd-government-services-data', name: '省政务服务数据管理局' }],
      },
      sentenceWords,
    );
    expect(say(pieces)).toBe('省政务和数据局没有职责；它接替 省政务服务数据管理局（日期未核实），参与措施 29。');
  });

  test('without a department: who leads most, where nobody is named, what has no clause', () => {
    const pieces = overviewSentence(matrix, (column) => column.body.zh, sentenceWords);
    expect(say(pieces)).toBe(
      '30 条，28 条写明牵头：工信厅牵头 22 条；发改委、商务厅、市监局各牵头 3 条；措施 22、30 没有写明牵头；1 项没有分工。',
    );
  });
});

describe('a department is found by any name', () => {
  const all = [
    {
      code: 'gd-data',
      zh: '省政务和数据局',
      en: 'Data Administration',
      shortNames: ['政务和数据局', '省政务服务和数据管理局'],
      succeededBy: null,
    },
    {
      code: 'gd-government-services-data',
      zh: '省政务服务数据管理局',
      en: 'Data Management Bureau',
      shortNames: ['政数局'],
      succeededBy: { code: 'gd-data' },
    },
    { code: 'gd-miit', zh: '省工业和信息化厅', en: 'Industry', shortNames: ['工信厅', '省工信厅'], succeededBy: null },
  ];
  const found = (typed: string) => findDepartments(all, typed).map(({ body, by }) => [body.code, by]);

  test.each([
    // The old name finds the body of the text, and its successor behind it.
    [
      '政务服务数据管理局',
      [
        ['gd-government-services-data', null],
        ['gd-data', null],
      ],
    ],
    [
      '政数局',
      [
        ['gd-government-services-data', '政数局'],
        ['gd-data', null],
      ],
    ],
    ['政务服务和数据管理局', [['gd-data', '省政务服务和数据管理局']]],
    ['工信厅', [['gd-miit', '工信厅']]],
    ['省工业和信息化厅', [['gd-miit', null]]],
    ['ｉｎｄｕｓｔｒｙ', [['gd-miit', null]]],
    ['没有这个名字', []],
  ])('%s', (typed, codes) => {
    expect(found(typed)).toEqual(codes);
  });

  test('nothing typed lists all', () => {
    expect(found(' ')).toHaveLength(3);
  });
});
