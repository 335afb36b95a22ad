import type {
  ApplicationFact,
  CoverageKind,
  EvidenceRef,
  FeedKind,
  IndustryMap,
  PairingFact,
} from '../map/industry-map.ts';
import type { Link, LinkFact } from './link.ts';
import { linkKey } from './link.ts';
import type { RelationId, Words } from './relations.ts';

/** One statement of the map that joins two things. */
interface Statement {
  readonly relation: RelationId;
  readonly from: string;
  readonly to: string;
  readonly size?: number | null;
  readonly properties?: readonly Words[];
  readonly evidence: readonly EvidenceRef[];
}

const FEED_KIND_WORDS: Readonly<Record<FeedKind, Words>> = {
  MATERIAL: { zh: '主料', en: 'main material' },
  EQUIPMENT: { zh: '装备', en: 'equipment' },
  AUXILIARY: { zh: '辅料', en: 'auxiliaries' },
  SERVICE: { zh: '服务', en: 'services' },
  LOOP: { zh: '回收利用', en: 'recycling' },
};

const COVERAGE_WORDS: Readonly<Record<CoverageKind, Words>> = {
  SAMPLE: { zh: '抽样', en: 'sample' },
  COMPLETE: { zh: '全量', en: 'complete' },
  LIST: { zh: '名单', en: 'list' },
};

const APPLICATION_TYPES: Readonly<Record<ApplicationFact['kind'], string>> = {
  SEGMENT: 'Segment',
  REGION: 'Region',
  ZONE: 'Zone',
  PARK: 'Park',
  CHAIN: 'Cluster',
};

/** All links that the map of a release states, in the order of its lists; links of firms are not among them. */
export function mapLinks(map: IndustryMap): readonly Link[] {
  return merged([
    ...chainStatements(map),
    ...placeStatements(map),
    ...hostStatements(map),
    ...parkStatements(map),
    ...policyStatements(map),
    ...assetStatements(map),
  ]);
}

function* chainStatements(map: IndustryMap): Iterable<Statement> {
  for (const segment of map.segments) {
    const from = `Segment:${segment.code}`;
    if (segment.parent !== null)
      yield { relation: 'PART_OF', from, to: `Segment:${segment.parent}`, evidence: segment.evidence };
    if (segment.cluster !== null)
      yield { relation: 'PART_OF', from, to: `Cluster:${segment.cluster}`, evidence: segment.evidence };
  }
  for (const feed of map.feeds) {
    yield {
      relation: 'FEEDS',
      from: `Segment:${feed.from}`,
      to: `Segment:${feed.to}`,
      size: feed.weight,
      properties: [
        FEED_KIND_WORDS[feed.kind],
        ...(feed.weight === null ? [] : [{ zh: `权重 ${feed.weight}`, en: `weight ${feed.weight}` }]),
        ...(feed.essential === null
          ? []
          : [feed.essential ? { zh: '不可缺', en: 'essential' } : { zh: '可替代', en: 'can be replaced' }]),
      ],
      evidence: feed.evidence,
    };
  }
}

function* placeStatements(map: IndustryMap): Iterable<Statement> {
  for (const region of map.regions) {
    if (region.parent === null) continue;
    yield {
      relation: 'WITHIN',
      from: `Region:${region.code}`,
      to: `Region:${region.parent}`,
      evidence: region.evidence,
    };
  }
  for (const membership of map.memberships) {
    yield {
      relation: 'IN_ZONE',
      from: `Region:${membership.region}`,
      to: `Zone:${membership.zone}`,
      evidence: membership.evidence,
    };
  }
  for (const pairing of map.pairings) {
    yield {
      relation: 'PAIRED_WITH',
      from: `Region:${pairing.from}`,
      to: `Region:${pairing.to}`,
      properties: pairingTerm(pairing),
      evidence: pairing.evidence,
    };
  }
}

/** An end that no source states is not told as "still in force". */
function pairingTerm({ validFrom, validTo }: PairingFact): Words[] {
  return [
    ...(validFrom === null ? [] : [{ zh: `自 ${validFrom}`, en: `since ${validFrom}` }]),
    validTo === null
      ? { zh: '结束时间没有来源', en: 'no source states the end' }
      : { zh: `至 ${validTo}`, en: `until ${validTo}` },
  ];
}

function* hostStatements(map: IndustryMap): Iterable<Statement> {
  for (const host of map.hosts) {
    // A complete count of 0 says that nobody is there: no link.
    if (host.firms === 0 && host.namedFirms === 0) continue;
    const coverage = host.coverage === null ? null : COVERAGE_WORDS[host.coverage];
    yield {
      relation: 'HOSTS',
      from: `Region:${host.region}`,
      to: `Segment:${host.segment}`,
      size: host.firms,
      properties: [
        host.firms === null
          ? { zh: '企业总数未知', en: 'number of firms unknown' }
          : {
              zh: [`${host.firms} 家`, coverage?.zh, host.asOf].filter((part) => part != null).join('·'),
              en: [`${host.firms} firms`, coverage?.en, host.asOf].filter((part) => part != null).join(' · '),
            },
        ...(host.namedFirms === 0
          ? []
          : [{ zh: `名单上 ${host.namedFirms} 家`, en: `${host.namedFirms} compiled by name` }]),
      ],
      evidence: host.evidence,
    };
  }
}

function* parkStatements(map: IndustryMap): Iterable<Statement> {
  for (const park of map.parks) {
    const from = `Park:${park.id}`;
    if (park.region !== null)
      yield { relation: 'LOCATED_IN', from, to: `Region:${park.region}`, evidence: park.evidence };
    for (const accepts of park.accepts) {
      yield {
        relation: 'ACCEPTS',
        from,
        to: `Segment:${accepts.segment}`,
        properties: [methodWords(accepts.method)],
        evidence: accepts.evidence,
      };
    }
  }
}

function* policyStatements(map: IndustryMap): Iterable<Statement> {
  for (const policy of map.policies) {
    const from = `Policy:${policy.id}`;
    const { evidence } = policy;
    if (policy.issuer !== null) yield { relation: 'ISSUED_BY', from, to: `Department:${policy.issuer}`, evidence };
    for (const id of policy.implements) yield { relation: 'IMPLEMENTS', from, to: `Policy:${id}`, evidence };
    for (const id of policy.interprets) yield { relation: 'INTERPRETS', from, to: `Policy:${id}`, evidence };
    for (const id of policy.namedIn) yield { relation: 'NAMES', from: `Measure:${id}`, to: from, evidence };
  }
  for (const measure of map.measures) {
    const { evidence } = measure;
    yield { relation: 'MEASURE_OF', from: `Measure:${measure.id}`, to: `Policy:${measure.policy}`, evidence };
  }
  for (const application of map.applications) {
    yield {
      relation: 'APPLIES_TO',
      from: `Measure:${application.measure}`,
      to: `${APPLICATION_TYPES[application.kind]}:${application.target}`,
      properties: [
        { zh: `原文「${application.term}」`, en: `in the words “${application.term}”` },
        ...(application.kind === 'CHAIN' ? [{ zh: '针对全链条', en: 'the whole chain' }] : []),
      ],
      evidence: application.evidence,
    };
  }
  for (const duty of map.duties) {
    yield {
      relation: duty.role === 'LEAD' ? 'LED_BY' : 'SUPPORTED_BY',
      from: `Measure:${duty.measure}`,
      to: `Department:${duty.department}`,
      properties: [{ zh: `原文写作「${duty.written}」`, en: `written “${duty.written}”` }],
      evidence: duty.evidence,
    };
  }
  for (const department of map.departments) {
    if (department.successor === null) continue;
    yield {
      relation: 'SUCCEEDED_BY',
      from: `Department:${department.id}`,
      to: `Department:${department.successor}`,
      evidence: department.evidence,
    };
  }
  for (const target of map.targets) {
    yield {
      relation: 'TARGET_OF',
      from: `Target:${target.id}`,
      to: target.measure === null ? `Policy:${target.policy}` : `Measure:${target.measure}`,
      evidence: target.evidence,
    };
  }
}

function* assetStatements(map: IndustryMap): Iterable<Statement> {
  for (const asset of map.assets) {
    const from = `Asset:${asset.id}`;
    const { evidence } = asset;
    for (const region of asset.regions) yield { relation: 'LOCATED_IN', from, to: `Region:${region}`, evidence };
    for (const segment of asset.segments) yield { relation: 'CONCERNS', from, to: `Segment:${segment}`, evidence };
    for (const measure of asset.measures) yield { relation: 'NAMES', from: `Measure:${measure}`, to: from, evidence };
  }
  for (const statement of map.statements) {
    const from = `Statement:${statement.id}`;
    const { evidence } = statement;
    for (const region of statement.regions) yield { relation: 'ABOUT', from, to: `Region:${region}`, evidence };
    for (const segment of statement.segments) yield { relation: 'ABOUT', from, to: `Segment:${segment}`, evidence };
    for (const park of statement.parks) yield { relation: 'ABOUT', from, to: `Park:${park}`, evidence };
  }
}

const METHOD_WORDS: Readonly<Record<string, Words>> = {
  STATED: { zh: '来源直接写明', en: 'stated by the source' },
  NAME_RULE: { zh: '按名称判断', en: 'judged by the name' },
  DISCLOSED_PRODUCT: { zh: '按披露的产品判断', en: 'judged by the products disclosed' },
  INDUSTRY_CLASS: { zh: '按行业分类判断', en: 'judged by the industry class' },
};

/** How something is known, in words; a method without words is named as it stands. */
export function methodWords(method: string): Words {
  return METHOD_WORDS[method] ?? { zh: method, en: method };
}

/** One link for all statements of the same relation between the same two. */
function merged(statements: readonly Statement[]): readonly Link[] {
  const links = new Map<string, { link: Link; facts: LinkFact[] }>();
  for (const { relation, from, to, size = null, properties = [], evidence } of statements) {
    const facts: LinkFact[] = [];
    const link: Link = { relation, from, to, size, facts };
    const key = linkKey(link);
    const held = links.get(key);
    if (held === undefined) {
      facts.push({ properties, evidence });
      links.set(key, { link, facts });
    } else held.facts.push({ properties, evidence });
  }
  return [...links.values()].map(({ link }) => link);
}
