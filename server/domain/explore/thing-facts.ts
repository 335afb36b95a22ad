import type { Sentence } from '../analysis/explained-score.ts';
import type { Entity, EvidenceRef, ParkFact, TargetFact } from '../map/industry-map.ts';
import type { MapIndex } from '../map/map-index.ts';

const CLUSTER_KIND = {
  PILLAR: { zh: '战略性支柱产业集群', en: 'Strategic pillar cluster' },
  EMERGING: { zh: '战略性新兴产业集群', en: 'Strategic emerging cluster' },
} as const;

const LEVEL = {
  PROVINCE: { zh: '省级', en: 'Province' },
  PREFECTURE: { zh: '地级', en: 'Prefecture' },
  COUNTY: { zh: '县级', en: 'County' },
  TOWN: { zh: '镇街', en: 'Town' },
} as const;

const PARK_KIND = {
  DYEING_PARK: { zh: '印染园区', en: 'Dyeing park' },
  INDUSTRY_PARK: { zh: '产业园区', en: 'Industry park' },
  BASE: { zh: '基地', en: 'Base' },
  TRANSFER_PARK: { zh: '产业转移园区', en: 'Transfer park' },
  TREATMENT_CENTRE: { zh: '集中处理中心', en: 'Treatment centre' },
} as const;

const POLICY_KIND = {
  POLICY: { zh: '政策文件', en: 'Policy document' },
  PLAN: { zh: '行动方案', en: 'Action plan' },
  INTERPRETATION: { zh: '政策解读', en: 'Interpretation' },
  NICKNAME: { zh: '以简称点名的政策', en: 'Policy named by a short name' },
  FUND: { zh: '资金', en: 'Fund' },
  STRATEGY: { zh: '战略', en: 'Strategy' },
  PROGRAMME: { zh: '专项行动、工程', en: 'Programme' },
  INSTRUMENT: { zh: '政策工具', en: 'Instrument' },
  PLANNED_DOCUMENT: { zh: '待编制文件', en: 'Document to be drawn up' },
  FRAME: { zh: '战略框架', en: 'Frame' },
} as const;

const DEPARTMENT_KIND = {
  PROVINCIAL: { zh: '省直部门', en: 'Provincial department' },
  CENTRAL: { zh: '中央驻粤机构', en: 'Central body in Guangdong' },
  MASS: { zh: '群团组织', en: 'Mass organisation' },
  COLLECTIVE: { zh: '集合主体', en: 'Collective body' },
  LEADING_GROUP: { zh: '领导小组', en: 'Leading group' },
} as const;

const ASSET_KIND = {
  REGIONAL_TITLE: { zh: '区域称号', en: 'Regional title' },
  INDUSTRY_CLUSTER: { zh: '产业集群', en: 'Industry cluster' },
  CRAFT: { zh: '传统工艺', en: 'Craft' },
  FAIR: { zh: '展会', en: 'Fair' },
  EVENT: { zh: '活动', en: 'Event' },
  APPLICATION_FIELD: { zh: '应用领域', en: 'Field of application' },
} as const;

/** What the sources say of a thing beyond its links, sentence by sentence; what no source says is left out or said to be unknown. */
export function thingFacts(index: MapIndex, entity: Entity): readonly Sentence[] {
  const evidence: readonly EvidenceRef[] = 'evidence' in entity ? entity.evidence : [];
  const say = (zh: string, en: string): Sentence => ({ zh, en, evidence });
  switch (entity.type) {
    case 'Cluster':
      return [say(CLUSTER_KIND[entity.kind].zh, CLUSTER_KIND[entity.kind].en)];
    case 'Segment': {
      const codes = entity.industries.map((code) =>
        entity.widerIndustries.includes(code)
          ? { zh: `${code}（部分）`, en: `${code} (part)` }
          : { zh: code, en: code },
      );
      return [
        codes.length === 0
          ? say('国民经济行业分类里没有单独的类', 'No class of its own in GB/T 4754-2017')
          : say(
              `GB/T 4754-2017 ${codes.map((code) => code.zh).join('、')}`,
              `GB/T 4754-2017 ${codes.map((code) => code.en).join(', ')}`,
            ),
      ];
    }
    case 'Region':
      return [
        say(`${LEVEL[entity.level].zh}，代码 ${entity.code}`, `${LEVEL[entity.level].en}, code ${entity.code}`),
        ...(entity.receiver === true
          ? [say('承接产业有序转移主平台所在市', 'Has a main platform for receiving industry')]
          : []),
      ];
    case 'Zone':
      return [say(`划分口径 ${entity.scheme}`, `Scheme ${entity.scheme}`)];
    case 'Firm':
      return [
        entity.exchange === null || entity.stockCode === null
          ? say('没有上市代码的来源', 'No source gives a stock code')
          : say(`${entity.exchange} ${entity.stockCode}`, `${entity.exchange} ${entity.stockCode}`),
        ...(entity.uscc === null ? [] : [say(`统一社会信用代码 ${entity.uscc}`, `Credit code ${entity.uscc}`)]),
        ...(entity.status === null ? [] : [say(`状态 ${entity.status}`, `Status ${entity.status}`)]),
      ];
    case 'Park':
      return parkFacts(entity);
    case 'Policy':
      return [
        say(POLICY_KIND[entity.kind].zh, POLICY_KIND[entity.kind].en),
        ...(entity.number === null ? [] : [say(`文号 ${entity.number}`, `Number ${entity.number}`)]),
        entity.date === null ? say('日期未知', 'Date unknown') : say(`日期 ${entity.date}`, `Dated ${entity.date}`),
      ];
    case 'Measure': {
      const clause = index.clauseOf(entity.id);
      return [
        ...(entity.chapterZh === null ? [] : [say(entity.chapterZh, entity.chapterZh)]),
        clause === undefined
          ? { zh: '原文没有责任分工', en: 'The text carries no responsibility clause', evidence: [] }
          : { zh: clause.text, en: clause.text, evidence: clause.evidence },
      ];
    }
    case 'Department':
      return [
        say(DEPARTMENT_KIND[entity.kind].zh, DEPARTMENT_KIND[entity.kind].en),
        ...(entity.shortNames.length === 0
          ? []
          : [say(`又称 ${entity.shortNames.join('、')}`, `Also ${entity.shortNames.join(', ')}`)]),
        ...(entity.validTo === null ? [] : [say(`名称用至 ${entity.validTo}`, `Name in use until ${entity.validTo}`)]),
      ];
    case 'Target':
      return [say(...targetValue(entity)), { zh: '进度：没有数据', en: 'Progress: no data', evidence: [] }];
    case 'Asset':
      return [say(ASSET_KIND[entity.kind].zh, ASSET_KIND[entity.kind].en)];
    case 'Statement':
      return [say(entity.textZh, entity.textEn ?? entity.textZh)];
    case 'Clause':
    case 'Indicator':
    case 'Observation':
    case 'Source':
      return [];
  }
}

function parkFacts(park: ParkFact): readonly Sentence[] {
  const { evidence } = park;
  const kind = park.kind === null ? null : PARK_KIND[park.kind];
  const land = (ha: number | null, zh: string, en: string): Sentence =>
    ha === null
      ? { zh: `${zh}未知`, en: `${en} unknown`, evidence: [] }
      : { zh: `${zh} ${ha} 公顷`, en: `${en} ${ha} ha`, evidence };
  return [
    ...(kind === null ? [] : [{ zh: kind.zh, en: kind.en, evidence }]),
    ...(park.state === null ? [] : [parkState(park.state, evidence)]),
    land(park.landTotalHa, '规划或建成面积', 'Area planned or built'),
    land(park.landUsedHa, '已用面积', 'Area in use'),
    ...(park.region === null ? [{ zh: '地点没有来源', en: 'No source names its place', evidence: [] }] : []),
  ];
}

const PARK_STATE: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  PLANNED: { zh: '规划中', en: 'Planned' },
  OPERATING: { zh: '运营中', en: 'Operating' },
};

function parkState(state: string, evidence: readonly EvidenceRef[]): Sentence {
  const words = PARK_STATE[state] ?? { zh: `状态 ${state}`, en: `State ${state}` };
  return { ...words, evidence };
}

/** Value, unit, year and strength of a target as its text writes them. */
function targetValue(target: TargetFact): [zh: string, en: string] {
  const unit = target.unit ?? '';
  const amount = {
    EQ: `${target.value} ${unit}`,
    GTE: `${target.value} ${unit}`,
    RANGE: `${target.value}–${target.high ?? '?'} ${unit}`,
    MULTIPLE: `${target.value}`,
    COVERAGE: '',
  }[target.comparator].trim();
  const zh = { EQ: amount, GTE: `${amount}以上`, RANGE: amount, MULTIPLE: `基数的 ${amount} 倍`, COVERAGE: '全覆盖' };
  const en = {
    EQ: amount,
    GTE: `${amount} or more`,
    RANGE: amount,
    MULTIPLE: `${amount} times the base`,
    COVERAGE: 'full coverage',
  };
  return [
    [
      target.year === null ? '期限未写明' : `到 ${target.year} 年`,
      `${target.wording ?? ''}${zh[target.comparator]}`,
    ].join('，'),
    [target.year === null ? 'No due year' : `By ${target.year}`, en[target.comparator]].join(': '),
  ];
}
