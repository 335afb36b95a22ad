import { materialFeeds, type SegmentFeed } from '../chain/feeds.ts';
import type { ParkFact } from '../map/industry-map.ts';
import type { MapIndex } from '../map/map-index.ts';
import type {
  CellCoverage,
  ChainMatrix,
  MatrixFeed,
  MatrixMeasure,
  MatrixPark,
  SizeBasis,
} from '../matrix/chain-matrix.ts';
import { unknownIfNull } from '../matrix/unknown.ts';
import { cellKnowledge, type CellKnowledge } from './cell-knowledge.ts';
import { pairsInForce } from './pairs-in-force.ts';
import { namesToRetain } from './policy-rules.ts';

/** A matrix of one release with the knowledge behind each cell, in the same order. */
export interface MapMatrix {
  readonly matrix: ChainMatrix;
  /** Row-major regions x segments. */
  readonly knowledge: readonly CellKnowledge[];
  readonly regionCodes: readonly string[];
}

export interface MatrixQuestion {
  /** Segment codes, none an ancestor of another. */
  readonly cut: readonly string[];
  readonly basis: SizeBasis;
  /** Feeds between the members of the cut. */
  readonly feeds: readonly SegmentFeed[];
  /** Zone codes that a lot may go to. */
  readonly destinationZones: ReadonlySet<string>;
  /** Receiving cities of other zones may take lots too. */
  readonly receiversToo: boolean;
  /** ISO date; decides which pairs are in force. */
  readonly today: string;
}

/**
 * Builds the matrix of a release: rows are always the 21 prefectures, because shares are shares of the province
 * whichever regions a question is about.
 *
 * - Only material feeds are kept: with machinery and services in it, every region would "lack upstream".
 * - A feed into a segment of which no cell is known anywhere carries no demand that anyone could measure. A segment that
 *   sends half of its feeds or more there is judged by its location quotient, as an end segment is: garments feed markets
 *   and retail, which nobody counts, and washing, which would otherwise stand for all of their demand.
 * - Nothing is known of firm sizes, external shares and an earlier year in the built-in map: those parts stay unknown.
 */
export function buildMatrix(index: MapIndex, question: MatrixQuestion): MapMatrix {
  const regions = index.prefectures;
  const { cut } = question;
  const cells = regions.length * cut.length;
  const size = new Float64Array(cells).fill(Number.NaN);
  const firms = new Float64Array(cells).fill(Number.NaN);
  const revenue = new Float64Array(cells).fill(Number.NaN);
  const coverage: CellCoverage[] = [];
  const knowledge: CellKnowledge[] = [];
  const columnKnown = new Array<boolean>(cut.length).fill(false);
  regions.forEach((region, r) => {
    cut.forEach((segment, s) => {
      const cell = r * cut.length + s;
      const known = cellKnowledge(index, region.code, segment);
      knowledge.push(known);
      firms[cell] = unknownIfNull(known.firms);
      revenue[cell] = known.firms === 0 ? 0 : unknownIfNull(known.revenue);
      size[cell] = sizeOf(known, question.basis);
      coverage.push(known.state === 'observed' && Number.isNaN(size[cell]) ? 'size-unknown' : known.state);
      if (!Number.isNaN(size[cell])) columnKnown[s] = true;
    });
  });

  const feeds = materialFeeds(question.feeds, cut).map((feed) => ({ ...feed, essentialKnown: false }));
  const rowOf = new Map(regions.map((region, position) => [region.code, position]));
  return {
    knowledge,
    regionCodes: regions.map((region) => region.code),
    matrix: {
      regions: regions.map((region) => {
        const area = index.yearbookZone(region.code) ?? '';
        return {
          id: region.code,
          area,
          destination: question.destinationZones.has(area) || (question.receiversToo && region.receiver === true),
        };
      }),
      segments: cut,
      feeds: feeds.filter((feed) => columnKnown[feed.target] === true),
      endSegments: new Set(
        cut.map((_code, segment) => segment).filter((segment) => isEnd(feeds, columnKnown, segment)),
      ),
      size,
      firms,
      revenue,
      earlierSize: new Float64Array(cells).fill(Number.NaN),
      coverage,
      firmSizes: new Map(),
      externalShares: [],
      distancesKm: Float64Array.from(
        regions.flatMap((from) => regions.map((to) => index.distanceKm(from.code, to.code) ?? Number.NaN)),
      ),
      parks: index.map.parks.flatMap((park) => matrixPark(index, park, cut, rowOf)),
      measures: index.map.measures.map((measure) => matrixMeasure(index, measure.id, cut, rowOf)),
      pairs: pairsInForce(index, question.today).flatMap((pair) => {
        const origin = rowOf.get(pair.from);
        const destination = rowOf.get(pair.to);
        return origin === undefined || destination === undefined ? [] : [{ origin, destination }];
      }),
      basis: question.basis,
    },
  };
}

/** Share of the feeds into uncounted segments from which a segment is judged as an end segment. */
const UNCOUNTED_SHARE = 0.5;

function isEnd(feeds: readonly MatrixFeed[], columnKnown: readonly boolean[], segment: number): boolean {
  const outgoing = feeds.filter((feed) => feed.source === segment);
  const weight = (part: readonly MatrixFeed[]): number => part.reduce((sum, feed) => sum + feed.weight, 0);
  const uncounted = outgoing.filter((feed) => columnKnown[feed.target] !== true);
  return outgoing.length > 0 && weight(uncounted) >= UNCOUNTED_SHARE * weight(outgoing);
}

function sizeOf(known: CellKnowledge, basis: SizeBasis): number {
  if (known.firms === 0) return 0;
  switch (basis) {
    case 'FIRMS':
      return unknownIfNull(known.firms);
    case 'EMPLOYEES':
      return unknownIfNull(known.employees);
    case 'REVENUE':
      return unknownIfNull(known.revenue);
  }
}

/** Parks whose kind or very name says what they are for: what is not listed there is not admitted. */
function isSpecialised(park: ParkFact): boolean {
  if (park.kind === 'DYEING_PARK' || park.kind === 'TREATMENT_CENTRE' || park.kind === 'BASE') return true;
  return park.accepts.length > 0 && park.accepts.every((accepts) => accepts.method === 'NAME');
}

function matrixPark(
  index: MapIndex,
  park: ParkFact,
  cut: readonly string[],
  rowOf: ReadonlyMap<string, number>,
): MatrixPark[] {
  const prefecture = park.region === null ? undefined : index.prefectureOf(park.region);
  const region = prefecture === undefined ? undefined : rowOf.get(prefecture);
  if (region === undefined) return [];
  const admitted = new Set(park.accepts.map((accepts) => accepts.segment));
  return [
    {
      id: park.id,
      region,
      accepts: cut.flatMap((code, position) => {
        const lineage = index.lineage(code);
        return [...admitted].some((segment) => lineage.has(segment)) ? [position] : [];
      }),
      capacityHa: unknownIfNull(park.landTotalHa),
      usedHa: unknownIfNull(park.landUsedHa),
      features: park.features.filter((feature) => feature.present).map((feature) => feature.feature),
      lacks: park.features.filter((feature) => !feature.present).map((feature) => feature.feature),
      complete: false,
      admitsOnlyListed: isSpecialised(park),
    },
  ];
}

function matrixMeasure(
  index: MapIndex,
  id: string,
  cut: readonly string[],
  rowOf: ReadonlyMap<string, number>,
): MatrixMeasure {
  const facts = index.applicationsOf(id);
  const segments = new Set(facts.filter((fact) => fact.kind === 'SEGMENT').map((fact) => fact.target));
  const regions = new Set<number>();
  const areas = new Set<string>();
  const addRegion = (code: string): void => {
    const prefecture = index.prefectureOf(code);
    const row = prefecture === undefined ? undefined : rowOf.get(prefecture);
    if (row !== undefined) regions.add(row);
  };
  for (const fact of facts) {
    switch (fact.kind) {
      case 'REGION':
        addRegion(fact.target);
        break;
      case 'ZONE':
        if (namesToRetain(id, fact.target)) break;
        if (index.zone(fact.target)?.scheme === 'YEARBOOK') areas.add(fact.target);
        else index.membersOf(fact.target).forEach(addRegion);
        break;
      case 'PARK': {
        const place = index.park(fact.target)?.region ?? null;
        if (place !== null) addRegion(place);
        break;
      }
      case 'SEGMENT':
      case 'CHAIN':
        break;
    }
  }
  const clause = index.clauseOf(id);
  const duties = clause === undefined ? [] : index.dutiesOfClause(clause.id);
  return {
    id,
    // Itself or a whole that it is part of: a measure that names one part of a segment and, elsewhere, a place does not
    // name the segment at that place.
    segments: cut.flatMap((code, position) =>
      [code, ...index.ancestors(code)].some((named) => segments.has(named)) ? [position] : [],
    ),
    wholeChain: facts.some((fact) => fact.kind === 'CHAIN'),
    regions: [...regions],
    areas: [...areas],
    leads: duties.filter((duty) => duty.role === 'LEAD').map((duty) => duty.department),
    supports: duties.filter((duty) => duty.role === 'SUPPORT').map((duty) => duty.department),
  };
}
