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
