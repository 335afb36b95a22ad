import { cellKnowledge } from '../../domain/analysis/cell-knowledge.ts';
import { invariant } from '../../domain/app-error.ts';
import { parkByName, regionByName } from '../../domain/map/find-by-name.ts';
import type { ParkFact, RegionFact } from '../../domain/map/industry-map.ts';
import type { MapIndex } from '../../domain/map/map-index.ts';
import { measuresNamingRegion } from '../../domain/map/measure-reach.ts';
import { requireRegion, requireSegment, requireZone } from '../../domain/map/require.ts';
import { pageArguments, pageOf } from '../../domain/paging/page.ts';
import type { Resolvers } from '../generated/schema-types.ts';
import { globalId } from '../global-id.ts';
import { evidenced, nameIn, textIn } from './wording.ts';

function regionOf(index: MapIndex, code: string): RegionFact {
  const region = index.region(code);
  invariant(region !== undefined, `the region ${code} of a fact is not in the map`);
  return region;
}

function parkOf(index: MapIndex, id: string): ParkFact {
  const park = index.park(id);
  invariant(park !== undefined, `the park ${id} of a fact is not in the map`);
  return park;
}

/** The region and all below it: what a fact about the region may be stated for. */
export function withAllBelow(index: MapIndex, code: string): readonly string[] {
  return [code, ...index.childRegions(code).flatMap((child) => withAllBelow(index, child.code))];
}

/** Regions, zones, parks, figures, public facts. */
export const regionResolvers: Resolvers = {
  Query: {
    region: (_root, { by }, { index }) =>
      (by.code === undefined ? regionByName(index, by.name) : index.region(by.code)) ?? null,
    regions: (_root, { filter, first, after }, { index }) => {
      const members =
        filter?.zone == null ? null : new Set(index.membersOf(requireZone(index, filter.zone, 'filter.zone').code));
      const within = filter?.within == null ? null : requireRegion(index, filter.within, 'filter.within').code;
      return pageOf(
        index.map.regions.filter(
          (region) =>
            (filter?.level == null || region.level === filter.level) &&
            (members === null || members.has(region.code)) &&
            (filter?.receiver == null || region.receiver === filter.receiver) &&
            (within === null || (region.code !== within && index.regionChain(region.code).includes(within))),
        ),
        (region) => region.code,
        pageArguments(first, after),
      );
    },
    zones: (_root, { scheme, first, after }, { index }) =>
      pageOf(
        index.map.zones.filter((zone) => scheme == null || zone.scheme === scheme),
        (zone) => zone.code,
        pageArguments(first, after),
      ),
    park: (_root, { by }, { index }) =>
      (by.code === undefined ? parkByName(index, by.name) : index.park(by.code)) ?? null,
    parks: (_root, { filter, first, after }, { index }) => {
      const here = filter?.region == null ? null : new Set(index.parksIn(requireRegion(index, filter.region).code));
      const admitting =
        filter?.segment == null ? null : new Set(index.parksAccepting(requireSegment(index, filter.segment).code));
      return pageOf(
        index.map.parks.filter(
          (park) => (here === null || here.has(park)) && (admitting === null || admitting.has(park)),
        ),
        (park) => park.id,
        pageArguments(first, after),
      );
    },
    indicators: (_root, { first, after }, { index }) =>
      pageOf(index.map.indicators, (indicator) => indicator.id, pageArguments(first, after)),
    statements: (_root, { filter, first, after }, { index }) => {
      const places =
        filter?.region == null ? null : new Set(withAllBelow(index, requireRegion(index, filter.region).code));
      const related = filter?.segment == null ? null : index.lineage(requireSegment(index, filter.segment).code);
      return pageOf(
        index.map.statements.filter(
          (statement) =>
            (filter?.kind == null || statement.kind === filter.kind) &&
            (places === null || statement.regions.some((code) => places.has(code))) &&
            (related === null || statement.segments.some((code) => related.has(code))),
        ),
        (statement) => statement.id,
        pageArguments(first, after),
      );
    },
    assets: (_root, { kind, first, after }, { index }) =>
      pageOf(
        index.map.assets.filter((asset) => kind == null || asset.kind === kind),
        (asset) => asset.id,
        pageArguments(first, after),
      ),
  },
  Region: {
    id: globalId,
    name: nameIn,
    shortName: (region, args) => textIn(region.shortZh, region.nameEn, args),
    within: (region, _args, { index }) => (region.parent === null ? null : regionOf(index, region.parent)),
    children: (region, { first, after }, { index }) =>
      pageOf(index.childRegions(region.code), (child) => child.code, pageArguments(first, after)),
    zones: (region, _args, { index }) => [...index.membershipsOf(region.code)],
    pairings: (region, _args, { index }) => [...index.pairingsOf(region.code)],
    parks: (region, _args, { index }) => [...index.parksIn(region.code)],
    hosts: (region, { first, after }, { index }) =>
      pageOf(
        index.map.segments.map((segment) => cellKnowledge(index, region.code, segment.code)),
        (cell) => cell.segment,
        pageArguments(first, after),
      ),
    firms: (region, { first, after }, { index, firms, asked }) =>
      firms.page(
        { segments: null, regions: withAllBelow(index, region.code), notRegions: null, exchange: null },
        'NAME',
        pageArguments(first, after),
        asked,
      ),
    measures: (region, { first, after }, { index }) =>
      pageOf(measuresNamingRegion(index, region.code), (measure) => measure.id, pageArguments(first, after)),
    assets: (region, _args, { index }) => {
      const places = new Set(withAllBelow(index, region.code));
      return index.map.assets.filter((asset) => asset.regions.some((code) => places.has(code)));
    },
    observations: (region, { indicator, first, after }, { observations, asked }) =>
      observations.of('region', region.code, indicator ?? null, pageArguments(first, after), asked),
    statements: (region, { first, after }, { index }) => {
      const places = new Set(withAllBelow(index, region.code));
      return pageOf(
        index.map.statements.filter((statement) => statement.regions.some((code) => places.has(code))),
        (statement) => statement.id,
        pageArguments(first, after),
      );
    },
    ...evidenced,
  },
  Zone: {
    id: globalId,
    name: nameIn,
    regions: (zone, _args, { index }) => index.membersOf(zone.code).map((code) => regionOf(index, code)),
    ...evidenced,
  },
  ZoneMembership: {
    zone: (membership, _args, { index }) => {
      const zone = index.zone(membership.zone);
      invariant(zone !== undefined, `the zone ${membership.zone} of a membership is not in the map`);
      return zone;
    },
    ...evidenced,
  },
  Pairing: {
    from: (pairing, _args, { index }) => regionOf(index, pairing.from),
    to: (pairing, _args, { index }) => regionOf(index, pairing.to),
    ...evidenced,
  },
  Park: {
    id: globalId,
    code: (park) => park.id,
    name: nameIn,
    region: (park, _args, { index }) => (park.region === null ? null : regionOf(index, park.region)),
    accepts: (park) => [...park.accepts],
    features: (park) => [...park.features],
    observations: (park, { first, after }, { observations, asked }) =>
      observations.of('park', park.id, null, pageArguments(first, after), asked),
    measures: (park, _args, { index }) =>
      index.applicationsTo('PARK', park.id).flatMap((fact) => index.measure(fact.measure) ?? []),
    statements: (park, { first, after }, { index }) =>
      pageOf(
        index.map.statements.filter((statement) => statement.parks.includes(park.id)),
        (statement) => statement.id,
        pageArguments(first, after),
      ),
    ...evidenced,
  },
  ParkAccepts: {
    segment: (accepts, _args, { index }) => requireSegment(index, accepts.segment),
    ...evidenced,
  },
  ParkFeature: evidenced,
  Indicator: {
    id: globalId,
    code: (indicator) => indicator.id,
    name: nameIn,
    observations: (indicator, { region, first, after }, { observations, asked }) =>
      observations.ofIndicator(indicator.id, region ?? null, pageArguments(first, after), asked),
    ...evidenced,
  },
  Observation: {
    id: globalId,
    indicator: (observation, _args, { index }) => {
      const indicator = index.indicator(observation.indicator);
      invariant(indicator !== undefined, `the indicator ${observation.indicator} is not in the map`);
      return indicator;
    },
    region: (observation, _args, { index }) =>
      observation.region === null ? null : regionOf(index, observation.region),
    segment: (observation, _args, { index }) =>
      observation.segment === null ? null : requireSegment(index, observation.segment),
    ...evidenced,
  },
  Statement: {
    id: globalId,
    text: (statement, args) => textIn(statement.textZh, statement.textEn, args),
    regions: (statement, _args, { index }) => statement.regions.map((code) => regionOf(index, code)),
    segments: (statement, _args, { index }) => statement.segments.map((code) => requireSegment(index, code)),
    parks: (statement, _args, { index }) => statement.parks.map((id) => parkOf(index, id)),
    ...evidenced,
  },
  Asset: {
    id: globalId,
    code: (asset) => asset.id,
    name: nameIn,
    regions: (asset, _args, { index }) => asset.regions.map((code) => regionOf(index, code)),
    segments: (asset, _args, { index }) => asset.segments.map((code) => requireSegment(index, code)),
    measures: (asset, _args, { index }) => asset.measures.flatMap((id) => index.measure(id) ?? []),
    ...evidenced,
  },
  RegionConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
  ZoneConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
  ParkConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
  IndicatorConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
  ObservationConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
  StatementConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
  AssetConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
};
