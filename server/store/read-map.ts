import { z } from 'zod';
import {
  APPLICATION_TARGETS,
  ASSET_KINDS,
  CLUSTER_KINDS,
  COMPARATORS,
  COVERAGE_KINDS,
  DEPARTMENT_KINDS,
  DUTY_ROLES,
  FEED_KINDS,
  MEASURE_KINDS,
  PARK_KINDS,
  POLICY_KINDS,
  REGION_LEVELS,
  RELIABILITIES,
  SOURCE_KINDS,
  STATEMENT_KINDS,
  type IndustryMap,
  type ParkFact,
  type SegmentFact,
} from '../domain/map/industry-map.ts';
import { AppError } from '../domain/app-error.ts';
import { rowsAs, sourcedRow } from './fact-rows.ts';
import type { Graph, QueryOptions } from './graph.ts';

const text = z.string();
const maybeText = z.string().nullable();
const maybeNumber = z.number().nullable();
const texts = z
  .array(z.string())
  .nullable()
  .transform((list) => list ?? []);

const releaseRow = z.object({ id: text, at: z.date().transform((at) => at.toISOString()) });
const sourceRow = z
  .object({
    id: text,
    title: text,
    publisher: maybeText,
    date: maybeText,
    url: maybeText,
    kind: z.enum(SOURCE_KINDS),
    reliability: z.enum(RELIABILITIES),
    licence: maybeText,
    note: maybeText,
  })
  .transform((row) => ({ type: 'Source' as const, ...row }));
const coverageRow = z
  .object({
    id: text,
    source: text,
    kind: z.enum(COVERAGE_KINDS),
    regions: texts,
    segments: texts,
    allRegions: z.boolean(),
    allSegments: z.boolean(),
    asOf: maybeText,
    note: maybeText,
  })
  .transform(({ allRegions, allSegments, ...row }) => ({
    ...row,
    regions: allRegions ? null : row.regions,
    segments: allSegments ? null : row.segments,
  }));
const named = { nameZh: text, nameEn: maybeText };
const clusterRow = sourcedRow({ code: text, ...named, kind: z.enum(CLUSTER_KINDS), rank: z.number() }).transform(
  (row) => ({ type: 'Cluster' as const, ...row }),
);
const segmentRow = sourcedRow({
  code: text,
  ...named,
  level: z.number(),
  parent: maybeText,
  cluster: maybeText,
  gbt4754: texts,
  gbt4754Part: texts,
  statistical: z.boolean(),
  aliases: texts,
}).transform(({ gbt4754, gbt4754Part, ...row }) => ({
  type: 'Segment' as const,
  ...row,
  industries: gbt4754.map(withoutSection),
  widerIndustries: gbt4754Part.map(withoutSection),
}));
const feedRow = sourcedRow({
  from: text,
  to: text,
  kind: z.enum(FEED_KINDS),
  weight: maybeNumber,
  essential: z.boolean().nullable(),
});
const regionRow = sourcedRow({
  code: text,
  ...named,
  shortZh: maybeText,
  level: z.enum(REGION_LEVELS),
  parent: maybeText,
  lon: maybeNumber,
  lat: maybeNumber,
  receiver: z.boolean().nullable(),
  aliases: texts,
}).transform((row) => ({ type: 'Region' as const, ...row, shortZh: row.shortZh ?? row.nameZh }));
const zoneRow = sourcedRow({ code: text, ...named, scheme: text }).transform((row) => ({
  type: 'Zone' as const,
  ...row,
}));
const membershipRow = sourcedRow({ region: text, zone: text, scheme: text });
const pairingRow = sourcedRow({ from: text, to: text, validFrom: maybeText, validTo: maybeText, note: maybeText });
const distanceRow = sourcedRow({ from: text, to: text, km: z.number() });
const hostRow = sourcedRow({
  region: text,
  segment: text,
  firms: maybeNumber,
  employees: maybeNumber,
  revenue: maybeNumber,
  namedFirms: maybeNumber.transform((count) => count ?? 0),
  coverage: z.enum(COVERAGE_KINDS).nullable(),
  asOf: maybeText,
});
const parkRow = sourcedRow({
  id: text,
  ...named,
  aliases: texts,
  region: maybeText,
  state: maybeText,
  kind: z.enum(PARK_KINDS).nullable(),
  note: maybeText,
});
const acceptsRow = sourcedRow({ park: text, segment: text, method: text });
const featureRow = sourcedRow({ park: text, feature: text, present: z.boolean(), asOf: maybeText });
const landRow = z.object({
  park: text,
  metric: z.enum(['landTotalHa', 'landUsedHa']),
  value: z.number(),
  period: maybeText,
});
const policyRow = sourcedRow({
  id: text,
  ...named,
  kind: z.enum(POLICY_KINDS),
  number: maybeText,
  date: maybeText,
  issuer: maybeText,
  implements: texts,
  interprets: texts,
  namedIn: texts,
}).transform((row) => ({ type: 'Policy' as const, ...row }));
const measureRow = sourcedRow({
  id: text,
  policy: text,
  kind: z.enum(MEASURE_KINDS),
  number: z.number(),
  chapter: maybeNumber,
  chapterZh: maybeText,
  headingZh: text,
  headingEn: maybeText,
}).transform((row) => ({ type: 'Measure' as const, ...row }));
const clauseRow = sourcedRow({ id: text, measure: text, text, leadExplicit: z.boolean() }).transform((row) => ({
  type: 'Clause' as const,
  ...row,
}));
const dutyRow = sourcedRow({
  clause: text,
  measure: text,
  department: text,
  role: z.enum(DUTY_ROLES),
  written: text,
  rank: z.number(),
});
const departmentRow = sourcedRow({
  id: text,
  ...named,
  shortNames: texts,
  kind: z.enum(DEPARTMENT_KINDS),
  validFrom: maybeText,
  validTo: maybeText,
  successor: maybeText,
}).transform((row) => ({ type: 'Department' as const, ...row }));
const targetRow = sourcedRow({
  id: text,
  policy: text,
  measure: maybeText,
  subjectZh: text,
  subjectEn: maybeText,
  comparator: z.enum(COMPARATORS),
  value: z.number(),
  high: maybeNumber,
  unit: maybeText,
  year: maybeNumber,
  yearBasis: text,
  base: maybeText,
  wording: maybeText,
  note: maybeText,
}).transform((row) => ({ type: 'Target' as const, ...row }));
const applicationRow = sourcedRow({ measure: text, kind: z.enum(APPLICATION_TARGETS), target: text, term: termText() });
const assetRow = sourcedRow({
  id: text,
  kind: z.enum(ASSET_KINDS),
  ...named,
  regions: texts,
  segments: texts,
  measures: texts,
}).transform((row) => ({ type: 'Asset' as const, ...row }));
const statementRow = sourcedRow({
  id: text,
  kind: z.enum(STATEMENT_KINDS),
  textZh: text,
  textEn: maybeText,
  date: maybeText,
  regions: texts,
  segments: texts,
  parks: texts,
}).transform((row) => ({ type: 'Statement' as const, ...row }));
const indicatorRow = sourcedRow({ id: text, nameZh: text, nameEn: maybeText, unit: text }).transform((row) => ({
  type: 'Indicator' as const,
  ...row,
}));

/** The words as written; several places in one measure are shown one after the other. */
function termText() {
  return z.union([z.string(), z.array(z.string()).transform((terms) => terms.join('、'))]);
}

/** `C1741` -> `1741`: the letter is the section, which the class code does not need. */
function withoutSection(code: string): string {
  return code.replace(/^[A-Z]/, '');
}

/** The stages of the flow, then what feeds in from the side: the order in which people read the chain. */
const CHAIN_ORDER = ['F', 'Y', 'W', 'D', 'P', 'V', 'S'] as const;

/**
 * Reads the current release whole. All reads run at once; they see one release because a release is written before it
 * becomes current and is never changed afterwards.
 *
 * Errors: DATA_NOT_LOADED when the graph holds no release, SERVICE_UNAVAILABLE and DEADLINE_EXCEEDED from the graph,
 * INTERNAL_SERVER_ERROR when a row does not have the agreed shape.
 */
export async function readMap(graph: Graph, options: QueryOptions): Promise<IndustryMap> {
  const read = async <T>(name: string, row: z.ZodType<T>): Promise<readonly T[]> =>
    rowsAs(name, row, await graph.read(`read/map/${name}`, {}, options));

  const [release] = await read('release', releaseRow);
  if (release === undefined) {
    throw new AppError(
      'DATA_NOT_LOADED',
      'The graph holds no data yet. Start the service once with `npm start`: it loads the built-in map.',
    );
  }
  const [
    sources,
    coverages,
    clusters,
    segments,
    feeds,
    regions,
    zones,
    memberships,
    pairings,
    distances,
    hosts,
    parks,
    accepts,
    features,
    land,
    policies,
    measures,
    clauses,
    duties,
    departments,
    targets,
    applications,
    assets,
    statements,
    indicators,
  ] = await Promise.all([
    read('sources', sourceRow),
    read('coverages', coverageRow),
    read('clusters', clusterRow),
    read('segments', segmentRow),
    read('feeds', feedRow),
    read('regions', regionRow),
    read('zones', zoneRow),
    read('memberships', membershipRow),
    read('pairings', pairingRow),
    read('distances', distanceRow),
    read('hosts', hostRow),
    read('parks', parkRow),
    read('park-accepts', acceptsRow),
    read('park-features', featureRow),
    read('park-land', landRow),
    read('policies', policyRow),
    read('measures', measureRow),
    read('clauses', clauseRow),
    read('duties', dutyRow),
    read('departments', departmentRow),
    read('targets', targetRow),
    read('applications', applicationRow),
    read('assets', assetRow),
    read('statements', statementRow),
    read('indicators', indicatorRow),
  ]);

  // Rows come by park, metric and period: the last one of a metric is the newest.
  const newest = (park: string, metric: 'landTotalHa' | 'landUsedHa'): number | null =>
    land.filter((row) => row.park === park && row.metric === metric).at(-1)?.value ?? null;

  return {
    release,
    sources,
    coverages,
    clusters,
    segments: inChainOrder(segments),
    feeds,
    regions,
    zones,
    memberships,
    pairings,
    distances,
    hosts,
    parks: parks.map((park): ParkFact => ({
      type: 'Park',
      ...park,
      accepts: accepts.filter((row) => row.park === park.id),
      features: features.filter((row) => row.park === park.id),
      landTotalHa: newest(park.id, 'landTotalHa'),
      landUsedHa: newest(park.id, 'landUsedHa'),
    })),
    policies,
    measures: [...measures].sort((a, b) =>
      a.policy === b.policy ? a.number - b.number : a.policy < b.policy ? 1 : -1,
    ),
    clauses,
    duties,
    departments,
    targets: [...targets].sort((a, b) => naturalOrder(a.id, b.id)),
    applications,
    assets,
    statements,
    indicators,
  };
}

/** Roots in the order of the flow, children by code below their parent. */
function inChainOrder(segments: readonly SegmentFact[]): readonly SegmentFact[] {
  const rank = (code: string): number => {
    const position = CHAIN_ORDER.findIndex((root) => root === code.charAt(0));
    return position < 0 ? CHAIN_ORDER.length : position;
  };
  return [...segments].sort((a, b) => rank(a.code) - rank(b.code) || (a.code < b.code ? -1 : 1));
}

const COLLATOR = new Intl.Collator('en', { numeric: true });

function naturalOrder(a: string, b: string): number {
  return COLLATOR.compare(a, b);
}
