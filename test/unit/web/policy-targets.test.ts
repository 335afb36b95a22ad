import { describe, expect, test } from 'vitest';
import type { Comparator } from '../../../web/api/generated/operations.ts';
import { targetSentence, type TargetSentenceWords } from '../../../web/views/policy/target-sentence.ts';
import {
  isPast,
  targetGroups,
  valueWords,
  type TargetLine,
  type ValueWords,
} from '../../../web/views/policy/targets.ts';

/** Table 1.5 of the handbook: subject, comparator, value, high, unit, year, measure. */
const TABLE: readonly (readonly [
  string,
  string,
  Comparator,
  number,
  number | null,
  string | null,
  number | null,
  number | null,
])[] = [
  ['M1-1', '纺织和服装产业营收', 'EQ', 7000, null, '亿元', 2025, 1],
  ['M1-2', '纺织和服装产业营收', 'MULTIPLE', 2, null, null, 2027, 1],
  ['M6-1', '纺织服装工业设计中心', 'EQ', 50, null, '家', 2027, 6],
  ['M6-2', '国家级纺织服装创意设计园区（平台）', 'EQ', 15, null, '个', 2027, 6],
  ['M6-3', '原创设计产品和纺织服装精品', 'EQ', 200, null, '个', 2027, 6],
  ['M11-1', '规上纺织服装企业首席质量官制度', 'COVERAGE', 100, null, '%', 2027, 11],
  ['M12-1', '企业标准“领跑者”', 'EQ', 30, null, '个', 2027, 12],
  ['M13-1', '营收超10亿元品牌企业', 'EQ', 30, null, '家', 2027, 13],
  ['M13-2', '营收超百亿元品牌企业', 'RANGE', 3, 5, '家', 2027, 13],
  ['M14-1', '营收超千亿的纺织服装特色区域', 'EQ', 3, null, '个', 2027, 14],
  ['M17-1', '数字化转型示范企业', 'EQ', 20, null, '家', 2027, 17],
  ['M17-2', '数字化研发设计工具普及率', 'EQ', 90, null, '%', 2027, 17],
  ['M18-1', '两化融合水平', 'GTE', 60, null, '%', 2027, 18],
  ['M18-2', '规上企业建设智能制造车间、工厂', 'EQ', 80, null, '%', 2027, 18],
  ['M19-1', '环保印染洗水工艺，规上', 'COVERAGE', 100, null, '%', 2027, 19],
  ['M19-2', '环保印染洗水工艺，全行业', 'EQ', 90, null, '%', 2027, 19],
  ['M24-1', '省级纺织服装设计大师', 'EQ', 100, null, '名', null, 24],
  ['C8', '熟练技工', 'EQ', 10_000, null, '名', null, null],
  ['S24-1', '服装产业集聚区', 'GTE', 15, null, '家', 2024, null],
  ['S24-2', '国家纺织服装创意设计园区', 'GTE', 8, null, '家', 2024, null],
  ['S24-3', '优势特色纺织服装品牌', 'GTE', 100, null, '家', 2024, null],
  ['S24-4', '设计创新特色服装精品', 'GTE', 500, null, '件', 2024, null],
];
const targets = TABLE.map(([code, zh, comparator, value, high, unit, year, number]): TargetLine => ({
  code,
  zh,
  en: '',
  comparator,
  value,
  high,
  unit,
  year,
  measure: number === null ? null : { code: `M${number}`, number },
  progress: null,
}));
const TODAY = new Date('2026-11-27T00:00:00Z');

describe('targets by due year', () => {
  test('2024, 2025, 2027, undated: 4, 1, 15, 2 of 22', () => {
    expect(targetGroups(targets, TODAY).map((group) => [group.year, group.targets.length])).toEqual([
      [2024, 4],
      [2025, 1],
      [2027, 15],
      [null, 2],
    ]);
  });

  test('what was due by the end of 2024 and 2025 is past, 2027 and undated are not', () => {
    expect(targetGroups(targets, TODAY).map((group) => group.isPast)).toEqual([true, true, false, false]);
  });

  test.each([
    // A year ends at midnight in Guangdong, 16:00 UTC.
    ['2025-12-31T15:59:59Z', false],
    ['2025-12-31T16:00:00Z', true],
  ])('at %s 2025 is past: %s', (now, past) => {
    expect(isPast(2025, new Date(now))).toBe(past);
  });
});

const VALUE_WORDS: ValueWords = {
  plain: (value, unit) => `${value} ${unit}`,
  atLeast: (value, unit) => `≥ ${value} ${unit}`,
  range: (low, high, unit) => `${low}–${high} ${unit}`,
  times: (value) => `×${value}，没有写基数`,
  timesBased: (value, result, unit, year) => `×${value}；≈${result} ${unit}，若以 ${year} 年水平为基数`,
  coverage: (value) => `全覆盖（${value} %）`,
  unit: (unit) => unit,
};

describe('a value in words', () => {
  const say = (code: string, all: readonly TargetLine[] = targets): string => {
    const target = targets.find((one) => one.code === code);
    if (target === undefined) throw new Error(`no target ${code}`);
    return valueWords(target, all, String, VALUE_WORDS);
  };

  test.each([
    ['M1-1', '7000 亿元'],
    ['M18-1', '≥ 60 %'],
    ['M13-2', '3–5 家'],
    ['M11-1', '全覆盖（100 %）'],
    ['S24-4', '≥ 500 件'],
    // Never a bare 14000: the text states no base.
    ['M1-2', '×2；≈14000 亿元，若以 2025 年水平为基数'],
  ])('%s: %s', (code, words) => {
    expect(say(code)).toBe(words);
  });

  test('a multiple without an earlier target of its subject says that there is no base', () => {
    expect(
      say(
        'M1-2',
        targets.filter((one) => one.code !== 'M1-1'),
      ),
    ).toBe('×2，没有写基数');
  });
});

describe('the answer about targets', () => {
  const words: TargetSentenceWords = {
    join: '、',
    clause: '；',
    end: '。',
    year: (year) => (year === null ? '未注明期限' : `${year} 年`),
    sentence: (total, parts) => `共 ${total} 项：${parts}`,
    sentenceYear: (year, total) => `${year}的目标 ${total} 项`,
    part: (year, count) => `${year} ${count} 项`,
    partJoin: '，',
    allWithout: (count) => `${count} 项都没有数据`,
    someWithout: (count) => `其中 ${count} 项没有数据`,
    noneWithout: '都有数据',
    past: (count) => `${count} 项期限已过，不判断`,
    leads: '牵头：',
    leadCount: (count) => ` ${count} 项`,
    noLeadCount: (count) => `${count} 项无牵头`,
  };
  /** Leads of the measures with targets, from table 1.2. */
  const LEADS: Readonly<Record<string, readonly string[]>> = {
    M1: ['工信厅', '发改委'],
    M6: ['工信厅'],
    M11: ['市监局'],
    M12: ['市监局', '工信厅'],
    M13: ['工信厅'],
    M14: ['工信厅'],
    M17: ['工信厅'],
    M18: ['工信厅'],
    M19: ['工信厅'],
    M24: ['工信厅', '人社厅'],
  };
  const leadsOf = (target: TargetLine) =>
    (LEADS[target.measure?.code ?? ''] ?? []).map((name) => ({ code: name, name }));
  const say = (list: readonly TargetLine[]): string =>
    targetSentence(targetGroups(list, TODAY), leadsOf, words)
      .map((piece) => piece.text)
      .join('');

  test('all: how many by year, how many without data, how many past due', () => {
    expect(say(targets)).toBe(
      '共 22 项：2024 年 4 项，2025 年 1 项，2027 年 15 项，未注明期限 2 项；22 项都没有数据；5 项期限已过，不判断。',
    );
  });

  test('「2027 年的量化目标有哪些，牵头部门是谁」: 15, led by 工信厅 14, 市监局 2, 发改委 1', () => {
    expect(say(targets.filter((one) => one.year === 2027))).toBe(
      '2027 年的目标 15 项；15 项都没有数据；牵头：工信厅 14 项、市监局 2 项、发改委 1 项。',
    );
  });

  test('a target with an observation is not counted among those without', () => {
    const withOne = targets
      .filter((one) => one.year === 2024)
      .map((one, index) => (index === 0 ? { ...one, progress: { value: 12, period: '2024' } } : one));
    expect(say(withOne)).toBe('2024 年的目标 4 项；其中 3 项没有数据；3 项期限已过，不判断；4 项无牵头。');
  });
});
