import { describe, expect, it } from 'vitest';
import { readSeed } from './policy-seed-files.ts';

const targets = readSeed('targets.csv');

/** Typed in from the two texts: measure, subject, comparator, value, high, unit, year, basis of the year, wording. */
const TABLE: readonly (readonly [string, string, string, string, string, string, string, string, string])[] = [
  ['S23-M1', '纺织和服装产业营收', 'EQ', '7000', '', '亿元', '2025', 'STATED', '争取…达到'],
  ['S23-M1', '纺织和服装产业营收', 'MULTIPLE', '2', '', '', '2027', 'STATED', '实现'],
  ['S23-M6', '纺织服装工业设计中心', 'EQ', '50', '', '家', '2027', 'STATED', '争取培育'],
  ['S23-M6', '国家级纺织服装创意设计园区（平台）', 'EQ', '15', '', '个', '2027', 'STATED', '争取培育'],
  ['S23-M6', '原创设计产品和纺织服装精品', 'EQ', '200', '', '个', '2027', 'STATED', '发布'],
  ['S23-M11', '规模以上纺织服装企业首席质量官制度', 'COVERAGE', '100', '', '%', '2027', 'STATED', '力争'],
  ['S23-M12', '纺织服装企业标准“领跑者”', 'EQ', '30', '', '个', '2027', 'STATED', '推动形成'],
  ['S23-M13', '营收超10亿元的品牌企业', 'EQ', '30', '', '家', '2027', 'STATED', '争取培育'],
  ['S23-M13', '营收超百亿元的品牌企业', 'RANGE', '3', '5', '家', '2027', 'STATED', '争取培育'],
  ['S23-M14', '营收超千亿的纺织服装特色区域', 'EQ', '3', '', '个', '2027', 'STATED', '争取培育'],
  ['S23-M17', '行业数字化转型示范企业', 'EQ', '20', '', '家', '2027', 'STATED', '培育'],
  ['S23-M17', '数字化研发设计工具普及率', 'EQ', '90', '', '%', '2027', 'STATED', '达到'],
  ['S23-M18', '全省全行业两化融合水平', 'GTE', '60', '', '%', '2027', 'STATED', '达到…以上'],
  ['S23-M18', '建设智能制造车间、智能制造工厂的规模以上纺织服装企业', 'EQ', '80', '', '%', '2027', 'STATED', '推动'],
  ['S23-M19', '环保印染洗水工艺在规上印染洗水企业推广应用', 'COVERAGE', '100', '', '%', '2027', 'STATED', '力争'],
  ['S23-M19', '环保印染洗水工艺全行业推广应用覆盖率', 'EQ', '90', '', '%', '2027', 'STATED', '力争…达到'],
  ['S23-M24', '省级纺织服装设计大师', 'EQ', '100', '', '名', '', 'NONE', '开展评选'],
  ['', '熟练技工', 'EQ', '10000', '', '名', '', 'NONE', '培育'],
  ['', '产业链协同的服装产业集聚区', 'GTE', '15', '', '家', '2024', 'TITLE', '建成'],
  ['', '国家纺织服装创意设计园区', 'GTE', '8', '', '家', '2024', 'TITLE', '共培育'],
  ['', '优势特色纺织服装品牌', 'GTE', '100', '', '家', '2024', 'TITLE', '共培育发展'],
  ['', '设计创新特色服装精品', 'GTE', '500', '', '件', '2024', 'TITLE', '展示推广'],
];

const COLUMNS = ['measure', 'subjectZh', 'comparator', 'value', 'high', 'unit', 'year', 'yearBasis', 'wording'];

describe('targets of the two texts', () => {
  it('holds 18 targets of 2023 and 4 of 2024', () => {
    const ofPolicy = (id: string): number => targets.filter((row) => row.get('policy') === id).length;
    expect(ofPolicy('gd-textile-opinions-2023')).toBe(18);
    expect(ofPolicy('gd-textile-action-plan-2024')).toBe(4);
    expect(targets).toHaveLength(22);
  });

  it('types each one as the text does', () => {
    expect(targets.map((row) => COLUMNS.map((column) => row.get(column)))).toEqual(TABLE.map((row) => [...row]));
  });

  it('has 1 due in 2025, 15 due in 2027, 2 undated in the opinions of 2023', () => {
    const opinions = targets.filter((row) => row.get('policy') === 'gd-textile-opinions-2023');
    const due = (year: string): number => opinions.filter((row) => row.get('year') === year).length;
    expect([due('2025'), due('2027'), due('')]).toEqual([1, 15, 2]);
  });

  it('states no base that the text does not state: 翻一番 stays a multiple', () => {
    expect(targets.filter((row) => row.get('base') !== '')).toEqual([]);
    expect(targets.some((row) => row.get('value') === '14000')).toBe(false);
  });

  it('carries the year in its evidence: in the quoted words, or in the quoted title', () => {
    for (const row of targets.filter((each) => each.get('year') !== '')) {
      expect(row.get('quotes')).toContain(row.get('year'));
    }
  });

  it('names the segments of the two washing and dyeing targets', () => {
    const dyeing = targets.filter((row) => row.get('measure') === 'S23-M19').map((row) => row.list('segments'));
    expect(dyeing).toEqual([
      ['D1', 'D2'],
      ['D1', 'D2'],
    ]);
  });

  it('does not take the figures in names of policies and of rankings for targets', () => {
    for (const figure of ['131', '25', '10', '5']) {
      expect(targets.map((row) => row.get('value'))).not.toContain(figure);
    }
  });
});
