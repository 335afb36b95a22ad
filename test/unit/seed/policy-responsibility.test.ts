import { describe, expect, it } from 'vitest';
import { readSeed } from './policy-seed-files.ts';

const clauses = readSeed('clauses.csv');
const roles = readSeed('clause-roles.csv');
const departments = readSeed('departments.csv');
const nameOf = new Map(departments.map((row) => [row.get('id'), row.get('nameZh')]));
const measureOf = new Map(clauses.map((row) => [row.get('id'), row.get('measure')]));

const C = '各地级以上市人民政府';
const A = '纺织服装各省级行业协会';
const SHORT: Readonly<Record<string, string>> = {
  工信厅: '省工业和信息化厅',
  发改委: '省发展改革委',
  科技厅: '省科技厅',
  商务厅: '省商务厅',
  市监局: '省市场监管局',
  生态厅: '省生态环境厅',
  人社厅: '省人力资源社会保障厅',
  自然厅: '省自然资源厅',
  住建厅: '省住房城乡建设厅',
  交通厅: '省交通运输厅',
  应急厅: '省应急管理厅',
  卫健委: '省卫生健康委',
  文旅厅: '省文化和旅游厅',
  教育厅: '省教育厅',
  财政厅: '省财政厅',
  能源局: '省能源局',
  总工会: '省总工会',
  政数局: '省政务服务数据管理局',
  地方金融局: '省地方金融监管局',
  人行广州: '人民银行广州分行',
  银保监: '广东银保监局',
  证监: '广东证监局',
  'C+A': `${C} ${A}`,
  'C*+A': `各相关地级以上市人民政府 ${A}`,
  A,
};

/** Read from the text by hand: measure, leads, participants, collectives. */
const TABLE: readonly (readonly [number, string, string, string])[] = [
  [1, '工信厅 发改委', '', 'C+A'],
  [2, '工信厅', '发改委 科技厅 商务厅 市监局', 'C+A'],
  [3, '工信厅 商务厅', '发改委', 'C*+A'],
  [4, '发改委 工信厅', '自然厅', 'C+A'],
  [5, '工信厅', '发改委 自然厅 生态厅 商务厅', 'C+A'],
  [6, '工信厅', '人社厅 总工会', 'C+A'],
  [7, '工信厅', '科技厅', 'C+A'],
  [8, '工信厅', '住建厅 交通厅 生态厅 应急厅 卫健委', 'C+A'],
  [9, '工信厅', '发改委 科技厅 商务厅', 'C+A'],
  [10, '科技厅', '发改委 工信厅', 'C+A'],
  [11, '市监局', '工信厅', 'C+A'],
  [12, '市监局 工信厅', '', 'C+A'],
  [13, '工信厅', '发改委 商务厅 市监局', 'C+A'],
  [14, '工信厅', '发改委 市监局', 'C+A'],
  [15, '商务厅', '发改委 工信厅 市监局', 'C+A'],
  [16, '市监局', '商务厅 文旅厅', 'C+A'],
  [17, '工信厅', '人社厅 商务厅', 'C+A'],
  [18, '工信厅', '科技厅', 'C+A'],
  [19, '工信厅', '发改委 科技厅 生态厅', 'C+A'],
  [20, '工信厅', '发改委 科技厅 生态厅 能源局', 'C+A'],
  [21, '工信厅', '发改委 生态厅', 'C+A'],
  [22, '', '商务厅 发改委 工信厅', 'C+A'],
  [23, '商务厅', '发改委 工信厅', 'C+A'],
  [24, '工信厅 人社厅', '科技厅 工信厅 总工会', 'C+A'],
  [25, '工信厅 人社厅 教育厅', '总工会', 'C+A'],
  [26, '工信厅 财政厅', '科技厅 人社厅 商务厅', 'C+A'],
  [27, '地方金融局', '工信厅 人行广州 银保监 证监', 'C+A'],
  [28, '工信厅', '科技厅 市监局 教育厅 人社厅 总工会', 'C+A'],
  [29, '发改委 工信厅', '科技厅 商务厅 生态厅 市监局 政数局 能源局', 'C+A'],
  [30, '', '', 'A'],
];

/** Full names behind a cell of the table, in the order of the clause. */
function expand(cell: string): string[] {
  if (cell === '') return [];
  return cell.split(' ').flatMap((short) => {
    const name = SHORT[short];
    if (name === undefined) throw new Error(`no such short name in this test: ${short}`);
    return name.split(' ');
  });
}

function named(measure: string, role: string): string[] {
  return roles
    .filter((row) => measureOf.get(row.get('clause')) === measure && row.get('role') === role)
    .sort((a, b) => Number(a.get('rank')) - Number(b.get('rank')))
    .map((row) => nameOf.get(row.get('department')) ?? `unknown department ${row.get('department')}`);
}

function countByName(role: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of roles.filter((each) => each.get('role') === role)) {
    const name = nameOf.get(row.get('department')) ?? '?';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** The check sums of a role, from short names. */
function sums(entries: readonly (readonly [string, number])[]): Map<string, number> {
  return new Map(entries.map(([short, count]) => [SHORT[short] ?? short, count]));
}

describe('responsibility clauses of the opinions of 2023', () => {
  it('has one clause for each of the 30 measures', () => {
    expect(clauses).toHaveLength(30);
    expect(clauses.map((row) => row.get('measure'))).toEqual(Array.from({ length: 30 }, (_, i) => `S23-M${i + 1}`));
  });

  it('keeps each clause from bracket to bracket, lines joined', () => {
    for (const row of clauses) {
      expect(row.get('text')).toMatch(/^（[^（）\s—]+按职责分工负责）$/u);
    }
    expect(clauses[27]?.get('text')).toBe(
      '（省工业和信息化厅牵头，省科技厅、省市场监管局、省教育厅、省人力资源社会保障厅、省总工会、各地级以上市人民政府、纺织服装各省级行业协会按职责分工负责）',
    );
  });

  it('marks 28 clauses as naming a lead; measures 22 and 30 name none', () => {
    const without = clauses.filter((row) => row.get('leadExplicit') === 'false').map((row) => row.get('measure'));
    expect(without).toEqual(['S23-M22', 'S23-M30']);
    expect(clauses.filter((row) => row.get('leadExplicit') === 'true')).toHaveLength(28);
  });

  it.each(TABLE)(
    'measure %i: leads, participants and collectives in the order of the text',
    (n, lead, support, all) => {
      expect(named(`S23-M${n}`, 'LEAD')).toEqual(expand(lead));
      expect(named(`S23-M${n}`, 'SUPPORT')).toEqual([...expand(support), ...expand(all)]);
    },
  );

  it('names 22 bodies and 3 collectives: 18 provincial, 1 mass organisation, 3 central', () => {
    const used = new Set(roles.map((row) => row.get('department')));
    const kinds = departments.filter((row) => used.has(row.get('id'))).map((row) => row.get('kind'));
    const count = (kind: string): number => kinds.filter((each) => each === kind).length;
    expect(kinds).toHaveLength(25);
    expect([count('PROVINCIAL'), count('MASS'), count('CENTRAL'), count('COLLECTIVE')]).toEqual([18, 1, 3, 3]);
  });

  it('meets the check sums of leads', () => {
    expect(countByName('LEAD')).toEqual(
      sums([
        ['工信厅', 22],
        ['发改委', 3],
        ['商务厅', 3],
        ['市监局', 3],
        ['人社厅', 2],
        ['科技厅', 1],
        ['教育厅', 1],
        ['财政厅', 1],
        ['地方金融局', 1],
      ]),
    );
  });

  it('meets the check sums of participants', () => {
    expect(countByName('SUPPORT')).toEqual(
      sums([
        [A, 30],
        [C, 28],
        ['各相关地级以上市人民政府', 1],
        ['发改委', 13],
        ['科技厅', 10],
        ['商务厅', 9],
        ['工信厅', 7],
        ['市监局', 6],
        ['生态厅', 6],
        ['人社厅', 4],
        ['总工会', 4],
        ['自然厅', 2],
        ['能源局', 2],
        ['住建厅', 1],
        ['交通厅', 1],
        ['应急厅', 1],
        ['卫健委', 1],
        ['文旅厅', 1],
        ['教育厅', 1],
        ['政数局', 1],
        ['人行广州', 1],
        ['银保监', 1],
        ['证监', 1],
      ]),
    );
  });

  it('gives measure 24 one edge a role where the text names 省工业和信息化厅 twice', () => {
    const rows = roles.filter((row) => row.get('clause') === 'S23-M24-C1' && row.get('written') === '省工业和信息化厅');
    expect(rows.map((row) => row.get('role'))).toEqual(['LEAD', 'SUPPORT']);
    expect(new Set(rows.map((row) => row.get('positions'))).size).toBe(2);
  });

  it('answers which measures 省市场监管局 leads and takes part in', () => {
    const of = (role: string): (string | undefined)[] =>
      roles
        .filter((row) => nameOf.get(row.get('department')) === '省市场监管局' && row.get('role') === role)
        .map((row) => measureOf.get(row.get('clause')));
    expect(of('LEAD')).toEqual(['S23-M11', 'S23-M12', 'S23-M16']);
    expect(of('SUPPORT')).toEqual(['S23-M2', 'S23-M13', 'S23-M14', 'S23-M15', 'S23-M28', 'S23-M29']);
  });

  it('writes each role as the clause does', () => {
    for (const row of roles) {
      expect(nameOf.get(row.get('department'))).toBe(row.get('written'));
      expect(row.get('quotes')).toBe(row.get('written'));
    }
  });
});

describe('departments', () => {
  const byName = new Map<string, string[]>();
  for (const row of departments) {
    for (const name of [row.get('nameZh'), ...row.list('shortNames')]) {
      byName.set(name, [...(byName.get(name) ?? []), row.get('id')]);
    }
  }

  it('lets every name mean one body', () => {
    expect([...byName].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });

  it.each(['工信厅', '省工信厅', '省工业和信息化厅', '广东省工业和信息化厅'])('finds the same body by %s', (name) => {
    expect(byName.get(name)).toEqual(['gd-miit']);
  });

  it.each([
    ['政务服务数据管理局', '省政务和数据局'],
    ['人民银行广州分行', '人民银行广东省分行'],
    ['广东银保监局', '广东金融监管局'],
    ['省地方金融监管局', '省委金融办'],
  ])('resolves the old name %s to a body with the successor %s, without a made-up date', (old, successor) => {
    const [id] = byName.get(old) ?? [];
    const before = departments.find((row) => row.get('id') === id);
    expect(nameOf.get(before?.get('successor') ?? '')).toBe(successor);
    expect(before?.get('validTo')).toBe('');
    expect(before?.get('note')).toContain('not confirmed');
    expect(departments.find((row) => row.get('nameZh') === successor)?.get('validFrom')).toBe('');
  });

  it('keeps 省制造强省建设领导小组, which stands only in running text, out of the clauses', () => {
    const group = departments.filter((row) => row.get('kind') === 'LEADING_GROUP');
    expect(group.map((row) => row.get('nameZh'))).toEqual(['省制造强省建设领导小组']);
    expect(roles.some((row) => row.get('department') === group[0]?.get('id'))).toBe(false);
  });
});
