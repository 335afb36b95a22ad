/**
 * The map of one data release in memory: everything that is bounded by the chain, the province and its policies. It is
 * read from the graph once per release and never changed. Firms and observations can grow without bound: they stay in
 * the graph and are asked for page by page.
 *
 * Null is "no source says"; it is never replaced by 0, '' or false.
 */
export interface IndustryMap {
  readonly release: ReleaseFact;
  readonly sources: readonly SourceFact[];
  readonly coverages: readonly CoverageFact[];
  readonly clusters: readonly ClusterFact[];
  /** In chain order. */
  readonly segments: readonly SegmentFact[];
  /** Between leaves, as expanded from the links that the model states. */
  readonly feeds: readonly FeedFact[];
  /** By code. */
  readonly regions: readonly RegionFact[];
  readonly zones: readonly ZoneFact[];
  readonly memberships: readonly MembershipFact[];
  readonly pairings: readonly PairingFact[];
  readonly distances: readonly DistanceFact[];
  readonly hosts: readonly HostFact[];
  readonly parks: readonly ParkFact[];
  readonly policies: readonly PolicyFact[];
  /** In the order of their documents. */
  readonly measures: readonly MeasureFact[];
  readonly clauses: readonly ClauseFact[];
  readonly duties: readonly DutyFact[];
  readonly departments: readonly DepartmentFact[];
  readonly targets: readonly TargetFact[];
  readonly applications: readonly ApplicationFact[];
  readonly assets: readonly AssetFact[];
  readonly statements: readonly StatementFact[];
  readonly indicators: readonly IndicatorFact[];
}

/**
 * What bears a global id says what it is by `type`, so that a list of different things can be told apart.
 */
export type Entity =
  | SourceFact
  | ClusterFact
  | SegmentFact
  | RegionFact
  | ZoneFact
  | ParkFact
  | PolicyFact
  | MeasureFact
  | ClauseFact
  | DepartmentFact
  | TargetFact
  | AssetFact
  | StatementFact
  | IndicatorFact
  | FirmFact
  | ObservationFact;

/** One source of a fact with the place in it. */
export interface EvidenceRef {
  readonly source: string;
  readonly position: string | null;
  readonly quote: string | null;
}

export interface Fact {
  /** Never empty for a fact that was imported. */
  readonly evidence: readonly EvidenceRef[];
}

export interface Named {
  readonly nameZh: string;
  /** Null where no English name is held: the Chinese one is shown. */
  readonly nameEn: string | null;
}

export interface ReleaseFact {
  readonly id: string;
  /** RFC 3339, UTC. */
  readonly at: string;
}

export const SOURCE_KINDS = [
  'POLICY',
  'STATISTICS',
  'REGISTER',
  'EXCHANGE',
  'NEWS',
  'COMPANY',
  'PAPER',
  'STANDARD',
  'COMPUTED',
  'MODEL',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
export const RELIABILITIES = ['PRIMARY', 'REPORTED', 'COMPUTED', 'JUDGEMENT'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

export interface SourceFact {
  readonly type: 'Source';
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly url: string | null;
  readonly kind: SourceKind;
  readonly reliability: Reliability;
  readonly licence: string | null;
  readonly note: string | null;
}

export const COVERAGE_KINDS = ['SAMPLE', 'COMPLETE', 'LIST'] as const;
export type CoverageKind = (typeof COVERAGE_KINDS)[number];

export interface CoverageFact {
  readonly id: string;
  readonly source: string;
  readonly kind: CoverageKind;
  /** Null = all regions. */
  readonly regions: readonly string[] | null;
  /** Null = all segments. */
  readonly segments: readonly string[] | null;
  readonly asOf: string | null;
  readonly note: string | null;
}

export const CLUSTER_KINDS = ['PILLAR', 'EMERGING'] as const;

export interface ClusterFact extends Fact, Named {
  readonly type: 'Cluster';
  readonly code: string;
  readonly kind: (typeof CLUSTER_KINDS)[number];
  readonly rank: number;
}

export interface SegmentFact extends Fact, Named {
  readonly type: 'Segment';
  readonly code: string;
  readonly level: number;
  /** Null for a root. */
  readonly parent: string | null;
  /** Set on roots only. */
  readonly cluster: string | null;
  readonly industries: readonly string[];
  /** Those of `industries` that are wider than the segment. */
  readonly widerIndustries: readonly string[];
  readonly statistical: boolean;
  readonly aliases: readonly string[];
}

export const FEED_KINDS = ['MATERIAL', 'EQUIPMENT', 'AUXILIARY', 'SERVICE', 'LOOP'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

export interface FeedFact extends Fact {
  readonly from: string;
  readonly to: string;
  readonly kind: FeedKind;
  /** 0 < weight <= 1; null where no source states one. */
  readonly weight: number | null;
  readonly essential: boolean | null;
}

export const REGION_LEVELS = ['PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWN'] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

export interface RegionFact extends Fact, Named {
  readonly type: 'Region';
  readonly code: string;
  readonly shortZh: string;
  readonly level: RegionLevel;
  readonly parent: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly receiver: boolean | null;
  readonly aliases: readonly string[];
}

export interface ZoneFact extends Fact, Named {
  readonly type: 'Zone';
  readonly code: string;
  readonly scheme: string;
}

export interface MembershipFact extends Fact {
  readonly region: string;
  readonly zone: string;
  readonly scheme: string;
}

export interface PairingFact extends Fact {
  readonly from: string;
  readonly to: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly note: string | null;
}

export interface DistanceFact extends Fact {
  readonly from: string;
  readonly to: string;
  readonly km: number;
}

/** Roll-up of one (region, segment) cell; there is none for a cell without a record. */
export interface HostFact extends Fact {
  readonly region: string;
  readonly segment: string;
  /** Firms in the covering source; null when only the hand-compiled list knows the place. */
  readonly firms: number | null;
  readonly employees: number | null;
  readonly revenue: number | null;
  readonly namedFirms: number;
  readonly coverage: CoverageKind | null;
  readonly asOf: string | null;
}

export const PARK_KINDS = ['DYEING_PARK', 'INDUSTRY_PARK', 'BASE', 'TRANSFER_PARK', 'TREATMENT_CENTRE'] as const;

export interface ParkFact extends Fact, Named {
  readonly type: 'Park';
  readonly id: string;
  readonly aliases: readonly string[];
  readonly region: string | null;
  readonly state: string | null;
  readonly kind: (typeof PARK_KINDS)[number] | null;
  readonly note: string | null;
  readonly accepts: readonly ParkAcceptsFact[];
  readonly features: readonly ParkFeatureFact[];
  /** Hectares planned or built; null when no source states it. */
  readonly landTotalHa: number | null;
  readonly landUsedHa: number | null;
}

export interface ParkAcceptsFact extends Fact {
  readonly segment: string;
  readonly method: string;
}

export interface ParkFeatureFact extends Fact {
  readonly feature: string;
  readonly present: boolean;
  readonly asOf: string | null;
}

export const POLICY_KINDS = [
  'POLICY',
  'PLAN',
  'INTERPRETATION',
  'NICKNAME',
  'FUND',
  'STRATEGY',
  'PROGRAMME',
  'INSTRUMENT',
  'PLANNED_DOCUMENT',
  'FRAME',
] as const;
export type PolicyKind = (typeof POLICY_KINDS)[number];

export interface PolicyFact extends Fact, Named {
  readonly type: 'Policy';
  readonly id: string;
  readonly kind: PolicyKind;
  readonly number: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly implements: readonly string[];
  readonly interprets: readonly string[];
  readonly namedIn: readonly string[];
}

export const MEASURE_KINDS = ['MEASURE', 'SPECIAL_ACTION'] as const;

export interface MeasureFact extends Fact {
  readonly type: 'Measure';
  readonly id: string;
  readonly policy: string;
  readonly kind: (typeof MEASURE_KINDS)[number];
  readonly number: number;
  readonly chapter: number | null;
  readonly chapterZh: string | null;
  readonly headingZh: string;
  readonly headingEn: string | null;
}

export interface ClauseFact extends Fact {
  readonly type: 'Clause';
  readonly id: string;
  readonly measure: string;
  readonly text: string;
  readonly leadExplicit: boolean;
}

export const DUTY_ROLES = ['LEAD', 'SUPPORT'] as const;
export type DutyRole = (typeof DUTY_ROLES)[number];

export interface DutyFact extends Fact {
  readonly clause: string;
  readonly measure: string;
  readonly department: string;
  readonly role: DutyRole;
  readonly written: string;
  readonly rank: number;
}

export const DEPARTMENT_KINDS = ['PROVINCIAL', 'CENTRAL', 'MASS', 'COLLECTIVE', 'LEADING_GROUP'] as const;

export interface DepartmentFact extends Fact, Named {
  readonly type: 'Department';
  readonly id: string;
  readonly shortNames: readonly string[];
  readonly kind: (typeof DEPARTMENT_KINDS)[number];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly successor: string | null;
}

export const COMPARATORS = ['EQ', 'GTE', 'RANGE', 'MULTIPLE', 'COVERAGE'] as const;

export interface TargetFact extends Fact {
  readonly type: 'Target';
  readonly id: string;
  readonly policy: string;
  readonly measure: string | null;
  readonly subjectZh: string;
  readonly subjectEn: string | null;
  readonly comparator: (typeof COMPARATORS)[number];
  readonly value: number;
  readonly high: number | null;
  readonly unit: string | null;
  readonly year: number | null;
  readonly yearBasis: string;
  readonly base: string | null;
  readonly wording: string | null;
  readonly note: string | null;
}

export const APPLICATION_TARGETS = ['SEGMENT', 'REGION', 'ZONE', 'PARK', 'CHAIN'] as const;

/** A measure applies to a thing. For CHAIN the target is the cluster's code. */
export interface ApplicationFact extends Fact {
  readonly measure: string;
  readonly kind: (typeof APPLICATION_TARGETS)[number];
  readonly target: string;
  readonly term: string;
}

export const ASSET_KINDS = [
  'REGIONAL_TITLE',
  'INDUSTRY_CLUSTER',
  'CRAFT',
  'FAIR',
  'EVENT',
  'APPLICATION_FIELD',
] as const;

export interface AssetFact extends Fact, Named {
  readonly type: 'Asset';
  readonly id: string;
  readonly kind: (typeof ASSET_KINDS)[number];
  readonly regions: readonly string[];
  readonly segments: readonly string[];
  readonly measures: readonly string[];
}

export const STATEMENT_KINDS = ['RELOCATION', 'PARK', 'CLUSTER', 'POLICY', 'FIGURE'] as const;

export interface StatementFact extends Fact {
  readonly type: 'Statement';
  readonly id: string;
  readonly kind: (typeof STATEMENT_KINDS)[number];
  readonly textZh: string;
  readonly textEn: string | null;
  readonly date: string | null;
  readonly regions: readonly string[];
  readonly segments: readonly string[];
  readonly parks: readonly string[];
}

export interface IndicatorFact extends Fact, Named {
  readonly type: 'Indicator';
  readonly id: string;
  readonly unit: string;
}

/** A firm as the graph returns it, page by page. */
export interface FirmFact extends Fact, Named {
  readonly type: 'Firm';
  readonly id: string;
  readonly aliases: readonly string[];
  readonly uscc: string | null;
  readonly stockCode: string | null;
  readonly exchange: string | null;
  readonly listingState: string | null;
  readonly status: string | null;
}

export interface FirmPlaceFact extends Fact {
  readonly firm: string;
  readonly region: string;
  readonly kind: string;
  readonly method: string | null;
}

export interface FirmSegmentFact extends Fact {
  readonly firm: string;
  readonly segment: string;
  readonly main: boolean | null;
  readonly products: readonly string[];
  readonly method: string;
  readonly confidence: string;
}

/** One value, as the graph returns it, page by page. */
export interface ObservationFact extends Fact {
  readonly type: 'Observation';
  readonly id: string;
  readonly indicator: string;
  readonly region: string | null;
  readonly segment: string | null;
  readonly park: string | null;
  readonly firm: string | null;
  readonly period: string | null;
  readonly value: number;
  readonly scope: string | null;
  readonly note: string | null;
}
