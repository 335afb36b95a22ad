import type {
  ApplicationFact,
  ClauseFact,
  CoverageFact,
  DistanceFact,
  EvidenceRef,
  FeedFact,
  HostFact,
  IndicatorFact,
  IndustryMap,
  MeasureFact,
  PairingFact,
  ParkFact,
  RegionFact,
  SegmentFact,
} from '../../server/domain/map/industry-map.ts';
import { indexMap, type MapIndex } from '../../server/domain/map/map-index.ts';

/** The one source of everything in a small map. */
export const SOURCE = 'test-source';
export const EVIDENCE: readonly EvidenceRef[] = [{ source: SOURCE, position: null, quote: null }];

export interface SmallMapSketch {
  /** Prefecture code to its zone; the province is added. */
  readonly regions: Readonly<Record<string, { readonly zone: string; readonly receiver?: boolean }>>;
  /** Segment code to its parent; null for a root. */
  readonly segments: Readonly<Record<string, string | null>>;
  readonly feeds: readonly (readonly [from: string, to: string, weight?: number, essential?: boolean])[];
  /** Prefecture to segment to counted firms; what is left out was not seen. */
  readonly firms: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Segments that the sample covers; left out = all that are counted anywhere. */
  readonly covered?: readonly string[];
  /** The count is complete: what is not counted is 0. */
  readonly complete?: boolean;
  /** Kilometres between every two prefectures. */
  readonly km?: number;
  readonly parks?: readonly {
    readonly id: string;
    readonly region: string;
    readonly accepts: readonly string[];
    readonly totalHa?: number;
    readonly usedHa?: number;
    readonly features?: Readonly<Record<string, boolean>>;
  }[];
  /** Measure id to what it names. */
  readonly measures?: Readonly<
    Record<
      string,
      { readonly segments?: readonly string[]; readonly zones?: readonly string[]; readonly chain?: boolean }
    >
  >;
  readonly pairs?: readonly (readonly [from: string, to: string])[];
  readonly indicators?: readonly string[];
}

/**
 * A map of a few places and segments typed in by hand, indexed. Everything that is not given is not known. Other content is
 * another release, as in the graph.
 */
export function smallMap(sketch: SmallMapSketch): MapIndex {
  return indexMap(smallIndustryMap(sketch));
}

export function smallIndustryMap(sketch: SmallMapSketch): IndustryMap {
  const prefectures = Object.entries(sketch.regions);
  const zones = [...new Set(prefectures.map(([, { zone }]) => zone))];
  const counted = new Set(Object.values(sketch.firms).flatMap((row) => Object.keys(row)));
  const segmentCodes = Object.keys(sketch.segments);
  return {
    release: { id: JSON.stringify(sketch), at: '2026-01-01T00:00:00Z' },
    sources: [
      {
        type: 'Source',
        id: SOURCE,
        title: 'Typed by hand',
        publisher: null,
        date: '2026-01-01',
        url: null,
        kind: 'REGISTER',
        reliability: 'PRIMARY',
        licence: null,
        note: null,
      },
    ],
    coverages: [
      {
        id: 'coverage',
        source: SOURCE,
        kind: sketch.complete === true ? 'COMPLETE' : 'SAMPLE',
        regions: prefectures.map(([code]) => code),
        segments: sketch.covered ?? [...counted],
        asOf: '2026-01',
        note: null,
      } satisfies CoverageFact,
    ],
    clusters: [],
    segments: segmentCodes.map((code): SegmentFact => ({
      type: 'Segment',
      code,
      nameZh: `环节${code}`,
      nameEn: `Segment ${code}`,
      level: sketch.segments[code] === null ? 1 : 2,
      parent: sketch.segments[code] ?? null,
      cluster: null,
      industries: [],
      widerIndustries: [],
      statistical: false,
      aliases: [],
      evidence: EVIDENCE,
    })),
    feeds: sketch.feeds.map(([from, to, weight, essential]): FeedFact => ({
      from,
      to,
      kind: 'MATERIAL',
      weight: weight ?? null,
      essential: essential ?? null,
      evidence: EVIDENCE,
    })),
    regions: [
      region('440000', 'PROVINCE', null),
      ...prefectures.map(([code, one]) => region(code, 'PREFECTURE', '440000', one.receiver)),
    ],
    zones: zones.map((code) => ({
      type: 'Zone',
      code,
      scheme: 'YEARBOOK',
      nameZh: code,
      nameEn: code,
      evidence: EVIDENCE,
    })),
    memberships: prefectures.map(([code, { zone }]) => ({
      region: code,
      zone,
      scheme: 'YEARBOOK',
      evidence: EVIDENCE,
    })),
    pairings: (sketch.pairs ?? []).map(([from, to]): PairingFact => ({
      from,
      to,
      validFrom: '2023',
      validTo: null,
      note: null,
      evidence: EVIDENCE,
    })),
    distances: distancesOf(
      prefectures.map(([code]) => code),
      sketch.km ?? 100,
    ),
    hosts: Object.entries(sketch.firms).flatMap(([code, row]) =>
      Object.entries(row).map(([segment, firms]): HostFact => ({
        region: code,
        segment,
        firms,
        employees: null,
        revenue: null,
        namedFirms: 0,
        coverage: 'SAMPLE',
        asOf: '2026-01',
        evidence: EVIDENCE,
      })),
    ),
    parks: (sketch.parks ?? []).map((park): ParkFact => ({
      type: 'Park',
      id: park.id,
      nameZh: `园区${park.id}`,
      nameEn: `Park ${park.id}`,
      aliases: [],
      region: park.region,
      state: 'OPERATING',
      kind: 'TREATMENT_CENTRE',
      note: null,
      accepts: park.accepts.map((segment) => ({ segment, method: 'STATED', evidence: EVIDENCE })),
      features: Object.entries(park.features ?? {}).map(([feature, present]) => ({
        feature,
        present,
        asOf: null,
        evidence: EVIDENCE,
      })),
      landTotalHa: park.totalHa ?? null,
      landUsedHa: park.usedHa ?? null,
      evidence: EVIDENCE,
    })),
    policies: [],
    measures: Object.keys(sketch.measures ?? {}).map((id, position): MeasureFact => ({
      type: 'Measure',
      id,
      policy: 'policy',
      kind: 'MEASURE',
      number: position + 1,
      chapter: null,
      chapterZh: null,
      headingZh: `措施${id}`,
      headingEn: null,
      evidence: EVIDENCE,
    })),
    clauses: Object.keys(sketch.measures ?? {}).map((id): ClauseFact => ({
      type: 'Clause',
      id: `${id}-clause`,
      measure: id,
      text: '条文',
      leadExplicit: true,
      evidence: EVIDENCE,
    })),
    duties: [],
    departments: [],
    targets: [],
    applications: Object.entries(sketch.measures ?? {}).flatMap(([measure, one]): ApplicationFact[] => [
      ...(one.segments ?? []).map((target) => applies(measure, 'SEGMENT', target)),
      ...(one.zones ?? []).map((target) => applies(measure, 'ZONE', target)),
      ...(one.chain === true ? [applies(measure, 'CHAIN', 'cluster')] : []),
    ]),
    assets: [],
    statements: [],
    indicators: (sketch.indicators ?? []).map((id): IndicatorFact => ({
      type: 'Indicator',
      id,
      nameZh: id,
      nameEn: id,
      unit: 'enterprise',
      evidence: EVIDENCE,
    })),
  };
}

function region(code: string, level: RegionFact['level'], parent: string | null, receiver?: boolean): RegionFact {
  return {
    type: 'Region',
    code,
    nameZh: `地区${code}`,
    nameEn: `Region ${code}`,
    shortZh: code,
    level,
    parent,
    lon: null,
    lat: null,
    receiver: receiver ?? null,
    aliases: [],
    evidence: EVIDENCE,
  };
}

function applies(measure: string, kind: ApplicationFact['kind'], target: string): ApplicationFact {
  return { measure, kind, target, term: target, evidence: EVIDENCE };
}

function distancesOf(codes: readonly string[], km: number): readonly DistanceFact[] {
  return codes.flatMap((from, i) =>
    codes.slice(i + 1).map((to): DistanceFact => ({ from, to, km, evidence: EVIDENCE })),
  );
}
