import type {
  ApplicationFact,
  AssetFact,
  ClauseFact,
  ClusterFact,
  CoverageFact,
  DepartmentFact,
  DutyFact,
  FeedFact,
  HostFact,
  IndicatorFact,
  IndustryMap,
  MeasureFact,
  MembershipFact,
  PairingFact,
  ParkFact,
  PolicyFact,
  RegionFact,
  SegmentFact,
  SourceFact,
  StatementFact,
  TargetFact,
  ZoneFact,
} from './industry-map.ts';
import { invariant } from '../app-error.ts';

/**
 * Look-ups over one release, built once. All lists keep the order of the map; a key that is not there gives `undefined`
 * or an empty list, never an error: what a missing key means is for the caller to say.
 */
export interface MapIndex {
  readonly map: IndustryMap;
  source(id: string): SourceFact | undefined;
  coveragesOf(source: string): readonly CoverageFact[];
  cluster(code: string): ClusterFact | undefined;
  segment(code: string): SegmentFact | undefined;
  /** Roots for null. */
  childSegments(parent: string | null): readonly SegmentFact[];
  /** From the root down to the parent. */
  ancestors(code: string): readonly string[];
  /** All below, in chain order, without the segment itself. */
  descendants(code: string): readonly string[];
  /** Leaves below, or the segment itself. */
  leaves(code: string): readonly string[];
  rootOf(code: string): string;
  /** The segment itself, its ancestors and its descendants: whatever a fact about it can be stated for. */
  lineage(code: string): ReadonlySet<string>;
  feedsFrom(code: string): readonly FeedFact[];
  feedsTo(code: string): readonly FeedFact[];
  region(code: string): RegionFact | undefined;
  childRegions(code: string): readonly RegionFact[];
  /** The region and everything above it, from the bottom. */
  regionChain(code: string): readonly string[];
  /** The prefecture that a region is or lies in; undefined for a province. */
  prefectureOf(code: string): string | undefined;
  /** The 21 prefectures of Guangdong by code. */
  readonly prefectures: readonly RegionFact[];
  zone(code: string): ZoneFact | undefined;
  membersOf(zone: string): readonly string[];
  membershipsOf(region: string): readonly MembershipFact[];
  /** Zone of the yearbook's scheme (珠三角, 粤东, 粤西, 粤北) that a prefecture belongs to. */
  yearbookZone(region: string): string | undefined;
  pairingsOf(region: string): readonly PairingFact[];
  /** Great-circle kilometres; undefined where none is held. */
  distanceKm(from: string, to: string): number | undefined;
  host(region: string, segment: string): HostFact | undefined;
  hostsOfRegion(region: string): readonly HostFact[];
  hostsOfSegment(segment: string): readonly HostFact[];
  park(id: string): ParkFact | undefined;
  /** Parks in the region or in one below it. */
  parksIn(region: string): readonly ParkFact[];
  /** Parks that admit the segment, an ancestor or a descendant. */
  parksAccepting(segment: string): readonly ParkFact[];
  policy(id: string): PolicyFact | undefined;
  measure(id: string): MeasureFact | undefined;
  measuresOf(policy: string): readonly MeasureFact[];
  clauseOf(measure: string): ClauseFact | undefined;
  dutiesOfClause(clause: string): readonly DutyFact[];
  dutiesOfDepartment(department: string): readonly DutyFact[];
  department(id: string): DepartmentFact | undefined;
  predecessors(department: string): readonly DepartmentFact[];
  applicationsOf(measure: string): readonly ApplicationFact[];
  applicationsTo(kind: ApplicationFact['kind'], target: string): readonly ApplicationFact[];
  target(id: string): TargetFact | undefined;
  targetsOfMeasure(measure: string): readonly TargetFact[];
  targetsOfPolicy(policy: string): readonly TargetFact[];
  asset(id: string): AssetFact | undefined;
  statement(id: string): StatementFact | undefined;
  indicator(id: string): IndicatorFact | undefined;
}

const GUANGDONG = '440000';
export const YEARBOOK_SCHEME = 'YEARBOOK';

export function indexMap(map: IndustryMap): MapIndex {
  const sources = keyed(map.sources, (fact) => fact.id);
  const clusters = keyed(map.clusters, (fact) => fact.code);
  const segments = keyed(map.segments, (fact) => fact.code);
  const children = grouped(map.segments, (fact) => fact.parent ?? '');
  const regions = keyed(map.regions, (fact) => fact.code);
  const regionChildren = grouped(map.regions, (fact) => fact.parent ?? '');
  const zones = keyed(map.zones, (fact) => fact.code);
  const membersByZone = grouped(map.memberships, (fact) => fact.zone);
  const membersByRegion = grouped(map.memberships, (fact) => fact.region);
  const hosts = keyed(map.hosts, (fact) => `${fact.region}/${fact.segment}`);
  const parks = keyed(map.parks, (fact) => fact.id);
  const policies = keyed(map.policies, (fact) => fact.id);
  const measures = keyed(map.measures, (fact) => fact.id);
  const measuresByPolicy = grouped(map.measures, (fact) => fact.policy);
  const clauses = keyed(map.clauses, (fact) => fact.measure);
  const dutiesByClause = grouped(map.duties, (fact) => fact.clause);
  const dutiesByDepartment = grouped(map.duties, (fact) => fact.department);
  const departments = keyed(map.departments, (fact) => fact.id);
  const predecessors = grouped(map.departments, (fact) => fact.successor ?? '');
  const applicationsByMeasure = grouped(map.applications, (fact) => fact.measure);
  const applicationsByTarget = grouped(map.applications, (fact) => `${fact.kind}/${fact.target}`);
  const targets = keyed(map.targets, (fact) => fact.id);
  const targetsByMeasure = grouped(map.targets, (fact) => fact.measure ?? '');
  const targetsByPolicy = grouped(map.targets, (fact) => fact.policy);
  const assets = keyed(map.assets, (fact) => fact.id);
  const statements = keyed(map.statements, (fact) => fact.id);
  const indicators = keyed(map.indicators, (fact) => fact.id);
  const feedsFrom = grouped(map.feeds, (fact) => fact.from);
  const feedsTo = grouped(map.feeds, (fact) => fact.to);
  const coverages = grouped(map.coverages, (fact) => fact.source);
  const hostsByRegion = grouped(map.hosts, (fact) => fact.region);
  const hostsBySegment = grouped(map.hosts, (fact) => fact.segment);
  const kilometres = new Map<string, number>();
  for (const distance of map.distances) {
    kilometres.set(`${distance.from}/${distance.to}`, distance.km);
    kilometres.set(`${distance.to}/${distance.from}`, distance.km);
  }

  const ancestors = (code: string): readonly string[] => {
    const path: string[] = [];
    let parent = segments.get(code)?.parent ?? null;
    while (parent !== null) {
      path.unshift(parent);
      parent = segments.get(parent)?.parent ?? null;
    }
    return path;
  };
  const descendants = (code: string): readonly string[] =>
    (children.get(code) ?? []).flatMap((child) => [child.code, ...descendants(child.code)]);
  const regionChain = (code: string): readonly string[] => {
    const chain: string[] = [];
    let current: string | null = regions.has(code) ? code : null;
    while (current !== null) {
      chain.push(current);
      current = regions.get(current)?.parent ?? null;
    }
    return chain;
  };
  const prefectures = (regionChildren.get(GUANGDONG) ?? []).filter((region) => region.level === 'PREFECTURE');

  return {
    map,
    source: (id) => sources.get(id),
    coveragesOf: (source) => coverages.get(source) ?? [],
    cluster: (code) => clusters.get(code),
    segment: (code) => segments.get(code),
    childSegments: (parent) => children.get(parent ?? '') ?? [],
    ancestors,
    descendants,
    leaves: (code) => {
      const below = descendants(code).filter((candidate) => !children.has(candidate));
      return below.length === 0 ? [code] : below;
    },
    rootOf: (code) => ancestors(code)[0] ?? code,
    lineage: (code) => new Set([code, ...ancestors(code), ...descendants(code)]),
    feedsFrom: (code) => feedsFrom.get(code) ?? [],
    feedsTo: (code) => feedsTo.get(code) ?? [],
    region: (code) => regions.get(code),
    childRegions: (code) => regionChildren.get(code) ?? [],
    regionChain,
    prefectureOf: (code) => regionChain(code).find((candidate) => regions.get(candidate)?.level === 'PREFECTURE'),
    prefectures,
    zone: (code) => zones.get(code),
    membersOf: (zone) => (membersByZone.get(zone) ?? []).map((membership) => membership.region),
    membershipsOf: (region) => membersByRegion.get(region) ?? [],
    yearbookZone: (region) =>
      (membersByRegion.get(region) ?? []).find((membership) => membership.scheme === YEARBOOK_SCHEME)?.zone,
    pairingsOf: (region) => map.pairings.filter((pairing) => pairing.from === region || pairing.to === region),
    distanceKm: (from, to) => (from === to ? 0 : kilometres.get(`${from}/${to}`)),
    host: (region, segment) => hosts.get(`${region}/${segment}`),
    hostsOfRegion: (region) => hostsByRegion.get(region) ?? [],
    hostsOfSegment: (segment) => hostsBySegment.get(segment) ?? [],
    park: (id) => parks.get(id),
    parksIn: (region) => map.parks.filter((park) => park.region !== null && regionChain(park.region).includes(region)),
    parksAccepting: (segment) => {
      const related = new Set([segment, ...ancestors(segment), ...descendants(segment)]);
      return map.parks.filter((park) => park.accepts.some((accepts) => related.has(accepts.segment)));
    },
    policy: (id) => policies.get(id),
    measure: (id) => measures.get(id),
    measuresOf: (policy) => measuresByPolicy.get(policy) ?? [],
    clauseOf: (measure) => clauses.get(measure),
    dutiesOfClause: (clause) => dutiesByClause.get(clause) ?? [],
    dutiesOfDepartment: (department) => dutiesByDepartment.get(department) ?? [],
    department: (id) => departments.get(id),
    predecessors: (department) => predecessors.get(department) ?? [],
    applicationsOf: (measure) => applicationsByMeasure.get(measure) ?? [],
    applicationsTo: (kind, target) => applicationsByTarget.get(`${kind}/${target}`) ?? [],
    target: (id) => targets.get(id),
    targetsOfMeasure: (measure) => targetsByMeasure.get(measure) ?? [],
    targetsOfPolicy: (policy) => targetsByPolicy.get(policy) ?? [],
    asset: (id) => assets.get(id),
    statement: (id) => statements.get(id),
    indicator: (id) => indicators.get(id),
  };
}

function keyed<T>(facts: readonly T[], key: (fact: T) => string): ReadonlyMap<string, T> {
  const result = new Map<string, T>();
  for (const fact of facts) {
    invariant(!result.has(key(fact)), `the key ${key(fact)} stands twice in the map`);
    result.set(key(fact), fact);
  }
  return result;
}

function grouped<T>(facts: readonly T[], key: (fact: T) => string): ReadonlyMap<string, readonly T[]> {
  const result = new Map<string, T[]>();
  for (const fact of facts) {
    const list = result.get(key(fact));
    if (list === undefined) result.set(key(fact), [fact]);
    else list.push(fact);
  }
  return result;
}
