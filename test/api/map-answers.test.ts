import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUNTED_SEGMENTS, REGISTER_FIRMS } from '../fixtures/register-firm-counts.ts';
import { nodesOf, startMapService } from '../support/map-service.ts';
import { REPOSITORY } from '../support/repository.ts';
import type { TestService } from '../support/start-test-service.ts';

/** All expected values are typed from the two policy texts and from the tables read out of them, never from the seed. */

let service: TestService;
beforeAll(async () => {
  service = await startMapService();
});
afterAll(() => service.stop());

interface Edges<T> {
  totalCount: number;
  edges: { node: T }[];
}
interface DutyNode {
  role: 'LEAD' | 'SUPPORT';
  written: string;
  measure: { code: string; clause: { text: string } };
}

describe('the measures', () => {
  it('are 30 in the opinions and 6 special actions in the plan', async () => {
    const { measures } = await service.ask<{ measures: Edges<{ code: string; clause: unknown; sources: unknown[] }> }>(
      '{ measures(first: 100) { totalCount edges { node { code clause { id } sources { position } } } } }',
    );
    const codes = nodesOf(measures).map(({ code }) => code);
    expect(codes).toEqual([
      ...Array.from({ length: 30 }, (_none, n) => `S23-M${n + 1}`),
      ...Array.from({ length: 6 }, (_none, n) => `S24-P${n + 1}`),
    ]);
    expect(measures.totalCount).toBe(36);
    // The plan of 2024 assigns no duties.
    for (const { code, clause } of nodesOf(measures)) expect(clause === null).toBe(code.startsWith('S24'));
    for (const { sources } of nodesOf(measures)) expect(sources.length).toBeGreaterThan(0);
  });

  const clauses: [measure: string, leads: string[], supports: string[]][] = [
    ['S23-M1', ['省工业和信息化厅', '省发展改革委'], ['各地级以上市人民政府', '纺织服装各省级行业协会']],
    [
      'S23-M3',
      ['省工业和信息化厅', '省商务厅'],
      ['省发展改革委', '各相关地级以上市人民政府', '纺织服装各省级行业协会'],
    ],
    // One body twice: as lead and among those who take part.
    [
      'S23-M24',
      ['省工业和信息化厅', '省人力资源社会保障厅'],
      ['省科技厅', '省工业和信息化厅', '省总工会', '各地级以上市人民政府', '纺织服装各省级行业协会'],
    ],
    [
      'S23-M25',
      ['省工业和信息化厅', '省人力资源社会保障厅', '省教育厅'],
      ['省总工会', '各地级以上市人民政府', '纺织服装各省级行业协会'],
    ],
    [
      'S23-M27',
      ['省地方金融监管局'],
      [
        '省工业和信息化厅',
        '人民银行广州分行',
        '广东银保监局',
        '广东证监局',
        '各地级以上市人民政府',
        '纺织服装各省级行业协会',
      ],
    ],
  ];
  it.each(clauses)(
    '%s charges exactly those whom its clause names, in the words of the clause',
    async (code, leads, supports) => {
      const { measure } = await service.ask<{
        measure: {
          clause: {
            leadExplicit: boolean;
            text: string;
            leads: { written: string }[];
            supports: { written: string }[];
            sources: { quote: string; position: string }[];
          };
        };
      }>(
        'query ($code: ID!) { measure(by: { code: $code }) { clause { leadExplicit text leads { written } supports { written } sources { quote position } } } }',
        { code },
      );
      const { clause } = measure;
      expect(clause.leadExplicit).toBe(true);
      expect(clause.leads.map(({ written }) => written)).toEqual(leads);
      expect(clause.supports.map(({ written }) => written)).toEqual(supports);
      expect(clause.text).toBe(`（${leads.join('、')}牵头，${supports.join('、')}按职责分工负责）`);
      expect(clause.sources[0]?.quote).toBe(clause.text);
      expect(clause.sources[0]?.position).toMatch(/^measure \d+, bytes \d+-\d+$/);
    },
  );

  it.each([
    ['S23-M22', ['省商务厅', '省发展改革委', '省工业和信息化厅', '各地级以上市人民政府', '纺织服装各省级行业协会']],
    ['S23-M30', ['纺织服装各省级行业协会']],
  ])('%s has no lead, since its clause names none', async (code, supports) => {
    const { measure } = await service.ask<{
      measure: { clause: { leadExplicit: boolean; leads: unknown[]; supports: { written: string }[] } };
    }>(
      'query ($code: ID!) { measure(by: { code: $code }) { clause { leadExplicit leads { written } supports { written } } } }',
      { code },
    );
    expect(measure.clause.leadExplicit).toBe(false);
    expect(measure.clause.leads).toEqual([]);
    expect(measure.clause.supports.map(({ written }) => written)).toEqual(supports);
  });

  it('a clause quotes the bytes of the document that its position names', async ({ skip }) => {
    const folder = process.env['YUELIAN_SHARED'] ?? join(REPOSITORY, '..', 'shared');
    const text = await readFile(join(folder, 'policies', '2023-textile-opinions.txt')).catch(() => null);
    if (text === null) {
      console.warn(`the text of the opinions is not in ${folder}: clauses are not compared with its bytes`);
      skip('the text of the opinions is not at hand');
      return;
    }
    const { measures } = await service.ask<{
      measures: Edges<{ clause: { text: string; sources: { position: string }[] } | null }>;
    }>(
      '{ measures(filter: { policy: "gd-textile-opinions-2023" }, first: 30) { totalCount edges { node { clause { text sources { position } } } } } }',
    );
    expect(measures.totalCount).toBe(30);
    for (const { clause } of nodesOf(measures)) {
      const [from, to] =
        /bytes (\d+)-(\d+)$/
          .exec(clause?.sources[0]?.position ?? '')
          ?.slice(1)
          .map(Number) ?? [];
      // Page numbers such as "— 18 —" stand inside a clause; line breaks and the blanks at page tops are not text.
      const written = text
        .subarray(from, to)
        .toString('utf8')
        .replaceAll(/\n\s*— \d+ —\s*\n/g, '')
        .replaceAll(/\s/g, '');
      expect(clause?.text.replaceAll(/\s/g, '')).toBe(written);
    }
  });
});

describe('who does what', () => {
  /** Leads and participations by body, counted in the text of 2023. */
  const DUTIES: Record<string, [leads: number, supports: number]> = {
    省工业和信息化厅: [22, 7],
    省发展改革委: [3, 13],
    省商务厅: [3, 9],
    省市场监管局: [3, 6],
    省人力资源社会保障厅: [2, 4],
    省科技厅: [1, 10],
    省教育厅: [1, 1],
    省财政厅: [1, 0],
    省地方金融监管局: [1, 0],
    省生态环境厅: [0, 6],
    省总工会: [0, 4],
    省自然资源厅: [0, 2],
    省能源局: [0, 2],
    省住房城乡建设厅: [0, 1],
    省交通运输厅: [0, 1],
    省应急管理厅: [0, 1],
    省卫生健康委: [0, 1],
    省文化和旅游厅: [0, 1],
    省政务服务数据管理局: [0, 1],
    人民银行广州分行: [0, 1],
    广东银保监局: [0, 1],
    广东证监局: [0, 1],
    纺织服装各省级行业协会: [0, 30],
    各地级以上市人民政府: [0, 28],
    各相关地级以上市人民政府: [0, 1],
  };
  interface DepartmentNode {
    name: string;
    kind: string;
    leads: { totalCount: number };
    supports: { totalCount: number };
  }

  it('22 bodies and 3 collectives have duties, each as often as the text says', async () => {
    const { departments } = await service.ask<{ departments: Edges<DepartmentNode> }>(
      `{ departments(first: 100) { totalCount edges { node { name kind
         leads: duties(role: LEAD) { totalCount } supports: duties(role: SUPPORT) { totalCount } } } } }`,
    );
    const charged = nodesOf(departments).filter(({ leads, supports }) => leads.totalCount + supports.totalCount > 0);
    expect(
      Object.fromEntries(charged.map((one) => [one.name, [one.leads.totalCount, one.supports.totalCount]])),
    ).toEqual(DUTIES);
    expect(charged.filter(({ kind }) => kind === 'COLLECTIVE')).toHaveLength(3);
    expect(charged.filter(({ kind }) => kind !== 'COLLECTIVE')).toHaveLength(22);
  });

  it.each(['省市场监管局', '市监局', '市场监管局'])(
    '%s leads M11 M12 M16 and takes part in M2 M13 M14 M15 M28 M29',
    async (name) => {
      const { department } = await service.ask<{ department: { duties: Edges<DutyNode> } }>(
        'query ($name: String!) { department(by: { name: $name }) { duties(first: 50) { totalCount edges { node { role written measure { code clause { text } } } } } } }',
        { name },
      );
      const duties = nodesOf(department.duties);
      const of = (role: string) => duties.filter((duty) => duty.role === role).map(({ measure }) => measure.code);
      expect(of('LEAD')).toEqual(['S23-M11', 'S23-M12', 'S23-M16']);
      expect(of('SUPPORT')).toEqual(['S23-M2', 'S23-M13', 'S23-M14', 'S23-M15', 'S23-M28', 'S23-M29']);
      const clauseOf = (code: string) => duties.find(({ measure }) => measure.code === code)?.measure.clause.text;
      expect(clauseOf('S23-M11')).toBe(
        '（省市场监管局牵头，省工业和信息化厅、各地级以上市人民政府、纺织服装各省级行业协会按职责分工负责）',
      );
      expect(clauseOf('S23-M28')).toBe(
        '（省工业和信息化厅牵头，省科技厅、省市场监管局、省教育厅、省人力资源社会保障厅、省总工会、各地级以上市人民政府、纺织服装各省级行业协会按职责分工负责）',
      );
      for (const { written } of duties) expect(written).toBe('省市场监管局');
    },
  );

  it.each(['政务服务数据管理局', '省政务服务数据管理局', '政数局'])(
    '%s finds the body of measure 29 and the one that took over',
    async (name) => {
      const { department } = await service.ask<{
        department: {
          name: string;
          succeededBy: { name: string; predecessors: { name: string }[] };
          duties: Edges<DutyNode>;
        };
      }>(
        'query ($name: String!) { department(by: { name: $name }) { name succeededBy { name predecessors { name } } duties { totalCount edges { node { role measure { code } } } } } }',
        { name },
      );
      expect(department.name).toBe('省政务服务数据管理局');
      expect(department.succeededBy.name).toBe('省政务和数据局');
      expect(department.succeededBy.predecessors.map((one) => one.name)).toContain('省政务服务数据管理局');
      expect(nodesOf(department.duties)).toEqual([{ role: 'SUPPORT', measure: { code: 'S23-M29' } }]);
    },
  );

  it('measure 24 charges 省工业和信息化厅 once in each role', async () => {
    const { department } = await service.ask<{ department: { duties: Edges<DutyNode> } }>(
      '{ department(by: { name: "工信厅" }) { duties(first: 100) { edges { node { role measure { code } } } } } }',
    );
    const there = nodesOf(department.duties).filter(({ measure }) => measure.code === 'S23-M24');
    expect(there.map(({ role }) => role)).toEqual(['LEAD', 'SUPPORT']);
  });
});

describe('the targets', () => {
  interface Target {
    code: string;
    subject: string;
    comparator: string;
    value: number;
    high: number | null;
    unit: string | null;
    year: number | null;
    wording: string;
    progress: unknown;
    base: string | null;
  }
  /** [subject contains, comparator, value, high, unit, year] */
  const TARGETS: [string, string, number, number | null, string | null, number | null][] = [
    ['营收', 'EQ', 7000, null, '亿元', 2025],
    ['营收', 'MULTIPLE', 2, null, null, 2027],
    ['工业设计中心', 'EQ', 50, null, '家', 2027],
    ['创意设计园区', 'EQ', 15, null, '个', 2027],
    ['精品', 'EQ', 200, null, '个', 2027],
    ['首席质量官', 'COVERAGE', 100, null, '%', 2027],
    ['领跑者', 'EQ', 30, null, '个', 2027],
    ['品牌企业', 'EQ', 30, null, '家', 2027],
    ['品牌企业', 'RANGE', 3, 5, '家', 2027],
    ['特色区域', 'EQ', 3, null, '个', 2027],
    ['示范企业', 'EQ', 20, null, '家', 2027],
    ['普及率', 'EQ', 90, null, '%', 2027],
    ['两化融合', 'GTE', 60, null, '%', 2027],
    ['智能制造', 'EQ', 80, null, '%', 2027],
    ['印染洗水', 'COVERAGE', 100, null, '%', 2027],
    ['印染洗水', 'EQ', 90, null, '%', 2027],
    ['设计大师', 'EQ', 100, null, '名', null],
    ['技工', 'EQ', 10000, null, '名', null],
    ['集聚区', 'GTE', 15, null, '家', 2024],
    ['创意设计园区', 'GTE', 8, null, '家', 2024],
    ['品牌', 'GTE', 100, null, '家', 2024],
    ['精品', 'GTE', 500, null, '件', 2024],
  ];

  it('are the 18 of the opinions and the 4 of the plan, typed as written; none has a progress', async () => {
    const { targets } = await service.ask<{ targets: Edges<Target> }>(
      '{ targets(first: 100) { totalCount edges { node { code subject comparator value high unit year wording base progress { id } } } } }',
    );
    expect(targets.totalCount).toBe(22);
    const left = nodesOf(targets);
    for (const [subject, comparator, value, high, unit, year] of TARGETS) {
      const position = left.findIndex(
        (one) =>
          one.subject.includes(subject) &&
          one.comparator === comparator &&
          one.value === value &&
          one.high === high &&
          one.unit === unit &&
          one.year === year,
      );
      expect(position, `${subject} ${comparator} ${value} ${unit ?? ''} ${year ?? 'undated'}`).toBeGreaterThanOrEqual(
        0,
      );
      left.splice(position, 1);
    }
    expect(left).toEqual([]);
    for (const target of nodesOf(targets)) expect(target.progress).toBeNull();
    const doubled = nodesOf(targets).find(({ comparator }) => comparator === 'MULTIPLE');
    expect(doubled?.base).toBeNull();
  });

  it.each([
    ['{ year: 2027 }', 15],
    ['{ year: 2025 }', 1],
    ['{ dated: false }', 2],
    ['{ policy: "gd-textile-opinions-2023" }', 18],
    ['{ year: 2030 }', 0],
  ])('by %s: %d', async (filter, count) => {
    const { targets } = await service.ask<{ targets: Edges<Target> }>(
      `{ targets(filter: ${filter}, first: 100) { totalCount edges { node { code } } } }`,
    );
    expect(targets.totalCount).toBe(count);
    expect(targets.edges).toHaveLength(count);
  });
});

describe('clusters, segments and regions', () => {
  it('20 strategic clusters, ten of each kind; textiles belong to 现代轻工纺织', async () => {
    const { clusters, segment } = await service.ask<{
      clusters: Edges<{ name: string; kind: string }>;
      segment: { cluster: { name: string } };
    }>('{ clusters { totalCount edges { node { name kind } } } segment(by: { code: "P13" }) { cluster { name } } }');
    const names = (kind: string) =>
      nodesOf(clusters)
        .filter((one) => one.kind === kind)
        .map(({ name }) => name)
        .sort();
    expect(names('PILLAR')).toEqual(
      [
        '新一代电子信息',
        '绿色石化',
        '智能家电',
        '汽车',
        '先进材料',
        '现代轻工纺织',
        '软件与信息服务',
        '超高清视频显示',
        '生物医药与健康',
        '现代农业与食品',
      ].sort(),
    );
    expect(names('EMERGING')).toEqual(
      [
        '半导体与集成电路',
        '高端装备制造',
        '智能机器人',
        '区块链与量子信息',
        '前沿新材料',
        '新能源',
        '激光与增材制造',
        '数字创意',
        '安全应急与环保',
        '精密仪器设备',
      ].sort(),
    );
    expect(segment.cluster.name).toBe('现代轻工纺织');
  });

  it('61 segments: 7, 21, 24 and 9 at the four levels', async () => {
    const data = await service.ask<Record<string, { totalCount: number }>>(
      `{ all: segments { totalCount } ${[1, 2, 3, 4].map((level) => `l${level}: segments(filter: { level: ${level} }) { totalCount }`).join(' ')} }`,
    );
    expect(Object.values(data).map(({ totalCount }) => totalCount)).toEqual([61, 7, 21, 24, 9]);
  });

  it('非织造布, two links up and down: exactly the sets of the chain model', async () => {
    const { segment } = await service.ask<{
      segment: Record<'up' | 'down', Edges<{ depth: number; segment: { code: string } }>>;
    }>(
      `{ segment(by: { name: "非织造布" }) {
         up: feeds(direction: UP, depth: 2) { edges { node { depth segment { code } } } }
         down: feeds(direction: DOWN, depth: 2) { edges { node { depth segment { code } } } } } }`,
    );
    const at = (side: 'up' | 'down', depth: number) =>
      nodesOf(segment[side])
        .filter((hop) => hop.depth === depth)
        .map((hop) => hop.segment.code)
        .sort();
    expect([at('up', 1), at('up', 2), at('down', 1), at('down', 2)]).toEqual([
      ['F22', 'F24', 'F25', 'F26', 'F27'],
      ['F21', 'V4'],
      ['P51', 'P52', 'P53'],
      ['V2'],
    ]);
  });

  it('21 prefectures, 122 counties, 15 receiving cities', async () => {
    const data = await service.ask<{
      prefectures: Edges<{ code: string }>;
      counties: { totalCount: number };
      receivers: Edges<{ shortName: string }>;
    }>(
      `{ prefectures: regions(filter: { level: PREFECTURE, within: "440000" }) { totalCount edges { node { code } } }
         counties: regions(filter: { level: COUNTY, within: "440000" }) { totalCount }
         receivers: regions(filter: { receiver: true }) { totalCount edges { node { shortName } } } }`,
    );
    expect(nodesOf(data.prefectures).map(({ code }) => code)).toEqual(Object.keys(REGISTER_FIRMS).sort());
    expect(data.counties.totalCount).toBe(122);
    expect(
      nodesOf(data.receivers)
        .map(({ shortName }) => shortName)
        .sort(),
    ).toEqual(
      [
        '韶关',
        '汕头',
        '江门',
        '湛江',
        '茂名',
        '肇庆',
        '惠州',
        '梅州',
        '汕尾',
        '河源',
        '阳江',
        '清远',
        '潮州',
        '揭阳',
        '云浮',
      ].sort(),
    );
  });

  it.each([
    ['YUEDONG', ['汕头', '汕尾', '潮州', '揭阳']],
    ['YUEXI', ['湛江', '茂名', '阳江']],
    ['YUEBEI', ['韶关', '河源', '梅州', '清远', '云浮']],
    ['PRD', ['广州', '深圳', '珠海', '佛山', '江门', '肇庆', '惠州', '东莞', '中山']],
  ])('%s is the yearbook’s', async (zone, members) => {
    const { regions } = await service.ask<{ regions: Edges<{ shortName: string }> }>(
      'query ($zone: String!) { regions(filter: { zone: $zone }) { totalCount edges { node { shortName } } } }',
      { zone },
    );
    expect(
      nodesOf(regions)
        .map(({ shortName }) => shortName)
        .sort(),
    ).toEqual([...members].sort());
  });
});

describe('firm counts', () => {
  it('are those of the register in every counted cell; no record is unseen or named, never 0', async () => {
    const data = await service.ask<
      Record<
        string,
        {
          hosts: Edges<{
            region: { code: string };
            state: string;
            firms: number | null;
            namedFirms: number;
            sources: { source: { code: string } }[];
          }>;
        }
      >
    >(`{ ${COUNTED_SEGMENTS.slice(0, 6).map(hostQuestion).join(' ')} }`);
    const more = await service.ask<typeof data>(`{ ${COUNTED_SEGMENTS.slice(6).map(hostQuestion).join(' ')} }`);
    let seen = 0;
    COUNTED_SEGMENTS.forEach((segment, column) => {
      const hosts = nodesOf((data[segment] ?? more[segment])?.hosts ?? { edges: [] });
      expect(hosts).toHaveLength(21);
      for (const host of hosts) {
        const counted = REGISTER_FIRMS[host.region.code]?.[column];
        const cell = `${host.region.code} ${segment}`;
        expect(
          host.sources.map(({ source }) => source.code),
          cell,
        ).toContain('register-copy-2019');
        if (counted === 0) {
          expect(host.firms, cell).toBeNull();
          expect(host.state, cell).toBe(host.namedFirms > 0 ? 'SIZE_UNKNOWN' : 'UNSEEN');
        } else {
          expect({ state: host.state, firms: host.firms }, cell).toEqual({ state: 'OBSERVED', firms: counted });
          seen += host.firms ?? 0;
        }
      }
    });
    // 2,393 firms of the register less 262 general, 34 embroidery and 16 machinery, whose names support none of these.
    expect(seen).toBe(2_081);
  });

  function hostQuestion(segment: string): string {
    return `${segment}: segment(by: { code: "${segment}" }) { hosts(first: 30) { edges { node { region { code } state firms namedFirms sources { source { code } } } } } }`;
  }
});

describe('all that is told has a source', () => {
  it.each([
    ['clusters(first: 100)', ''],
    ['segments(first: 100)', ''],
    ['regions(first: 100)', ''],
    ['zones(first: 100)', ''],
    ['firms(first: 100)', 'places { sources { source { code } } } segments { sources { source { code } } }'],
    ['parks(first: 100)', 'accepts { sources { source { code } } } features { sources { source { code } } }'],
    ['policies(first: 100)', ''],
    ['measures(first: 100)', 'clause { sources { source { code } } leads { sources { source { code } } } }'],
    ['departments(first: 100)', ''],
    ['targets(first: 100)', ''],
    ['statements(first: 100)', ''],
    ['assets(first: 100)', ''],
    ['indicators(first: 100)', ''],
  ])('%s', async (list, inner) => {
    const answer = await service.ask<Record<string, Edges<Record<string, unknown>>>>(
      `{ list: ${list} { totalCount edges { node { id sources { source { title } } ${inner} } } } }`,
    );
    const bare: string[] = [];
    const look = (value: unknown, at: string): void => {
      if (Array.isArray(value))
        value.forEach((one) => {
          look(one, at);
        });
      else if (typeof value === 'object' && value !== null) {
        for (const [name, part] of Object.entries(value)) {
          if (name === 'sources' && Array.isArray(part) && part.length === 0) bare.push(at);
          look(part, `${at} ${name}`);
        }
      }
    };
    for (const node of nodesOf(answer['list'] ?? { edges: [] })) look(node, String(node['id']));
    expect(bare).toEqual([]);
    expect(answer['list']?.edges.length).toBeGreaterThan(0);
  });
});
