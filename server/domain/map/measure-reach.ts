import type { ApplicationFact, MeasureFact } from './industry-map.ts';
import type { MapIndex } from './map-index.ts';

/**
 * Which measures reach a segment or a place. A measure that names an ancestor or a descendant of a segment names it in
 * whole or in part; a measure that names a county reaches its prefecture; one that names a zone reaches its members.
 */
export function measuresNamingSegment(index: MapIndex, segment: string): readonly MeasureFact[] {
  const related = index.lineage(segment);
  return index.map.measures.filter((measure) =>
    index.applicationsOf(measure.id).some((fact) => fact.kind === 'SEGMENT' && related.has(fact.target)),
  );
}

export function wholeChainMeasures(index: MapIndex): readonly MeasureFact[] {
  return index.map.measures.filter((measure) => index.applicationsOf(measure.id).some((fact) => fact.kind === 'CHAIN'));
}

/** Measures that name the region, one inside it, one that it lies in, a zone that it belongs to, or a park in it. */
export function measuresNamingRegion(index: MapIndex, region: string): readonly MeasureFact[] {
  return index.map.measures.filter((measure) =>
    index.applicationsOf(measure.id).some((fact) => reachesRegion(index, fact, region)),
  );
}

/** Whether one application reaches the region. */
export function reachesRegion(index: MapIndex, fact: ApplicationFact, region: string): boolean {
  switch (fact.kind) {
    case 'REGION':
      return index.regionChain(fact.target).includes(region) || index.regionChain(region).includes(fact.target);
    case 'ZONE':
      return index.regionChain(region).some((code) => index.membersOf(fact.target).includes(code));
    case 'PARK': {
      const place = index.park(fact.target)?.region ?? null;
      return place !== null && index.regionChain(place).includes(region);
    }
    case 'SEGMENT':
    case 'CHAIN':
      return false;
  }
}

/** How a measure comes to reach what was asked for. */
export const REACH_KINDS = [
  'SEGMENT',
  'SEGMENT_PART',
  'SEGMENT_WHOLE',
  'PARK',
  'REGION',
  'REGION_PART',
  'REGION_WHOLE',
  'PARK_THERE',
  'ZONE',
  'CHAIN',
] as const;
export type ReachKind = (typeof REACH_KINDS)[number];

export interface ReachedBy {
  readonly how: ReachKind;
  readonly application: ApplicationFact;
}

export interface ReachingMeasure {
  readonly measure: MeasureFact;
  /** Never empty; the most direct naming first. */
  readonly reasons: readonly ReachedBy[];
}

/** What is asked about; null = not asked. The codes must exist. */
export interface ReachQuestion {
  readonly segment: string | null;
  readonly region: string | null;
  readonly park: string | null;
}

/**
 * The measures that reach a segment, a place or a park, in the order of their documents, each with every naming that makes
 * it so. A park is reached by its own name only: that its prefecture is named is the answer about the prefecture. The whole
 * chain counts for a segment, not for a place.
 */
export function measuresReaching(index: MapIndex, question: ReachQuestion): readonly ReachingMeasure[] {
  return index.map.measures.flatMap((measure): ReachingMeasure[] => {
    const reasons = index.applicationsOf(measure.id).flatMap((application): ReachedBy[] => {
      const how = howReached(index, application, question);
      return how === null ? [] : [{ how, application }];
    });
    if (reasons.length === 0) return [];
    return [{ measure, reasons: reasons.sort((a, b) => REACH_KINDS.indexOf(a.how) - REACH_KINDS.indexOf(b.how)) }];
  });
}

function howReached(
  index: MapIndex,
  fact: ApplicationFact,
  { segment, region, park }: ReachQuestion,
): ReachKind | null {
  switch (fact.kind) {
    case 'SEGMENT':
      if (segment === null) return null;
      if (fact.target === segment) return 'SEGMENT';
      if (index.descendants(segment).includes(fact.target)) return 'SEGMENT_PART';
      return index.ancestors(segment).includes(fact.target) ? 'SEGMENT_WHOLE' : null;
    case 'CHAIN':
      return segment === null ? null : 'CHAIN';
    case 'PARK':
      if (park !== null && fact.target === park) return 'PARK';
      return region !== null && reachesRegion(index, fact, region) ? 'PARK_THERE' : null;
    case 'ZONE':
      return region !== null && reachesRegion(index, fact, region) ? 'ZONE' : null;
    case 'REGION':
      if (region === null || !reachesRegion(index, fact, region)) return null;
      if (fact.target === region) return 'REGION';
      return index.regionChain(region).includes(fact.target) ? 'REGION_WHOLE' : 'REGION_PART';
  }
}
