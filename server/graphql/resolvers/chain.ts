import { cellKnowledge } from '../../domain/analysis/cell-knowledge.ts';
import { followFeeds } from '../../domain/analysis/follow-feeds.ts';
import { DEFAULT_FEED_WEIGHT } from '../../domain/analysis/feed-weight.ts';
import { invariant } from '../../domain/app-error.ts';
import { clusterByName, segmentByName } from '../../domain/map/find-by-name.ts';
import type { SegmentFact } from '../../domain/map/industry-map.ts';
import type { MapIndex } from '../../domain/map/map-index.ts';
import { measuresNamingSegment, wholeChainMeasures } from '../../domain/map/measure-reach.ts';
import { pageArguments, pageOf } from '../../domain/paging/page.ts';
import { requireRegion, requireSegment } from '../../domain/map/require.ts';
import type { Resolvers } from '../generated/schema-types.ts';
import { globalId } from '../global-id.ts';
import { evidenced, nameIn } from './wording.ts';

function segmentOf(index: MapIndex, code: string): SegmentFact {
  const segment = index.segment(code);
  invariant(segment !== undefined, `the segment ${code} of a fact is not in the map`);
  return segment;
}

const STATES = {
  observed: 'OBSERVED',
  unseen: 'UNSEEN',
  'size-unknown': 'SIZE_UNKNOWN',
  'no-coverage': 'NO_COVERAGE',
} as const;

/** Clusters, segments, feeds, roll-up. */
export const chainResolvers: Resolvers = {
  Query: {
    cluster: (_root, { by }, { index }) =>
      (by.code === undefined ? clusterByName(index, by.name) : index.cluster(by.code)) ?? null,
    clusters: (_root, { kind, first, after }, { index }) =>
      pageOf(
        index.map.clusters.filter((cluster) => kind == null || cluster.kind === kind),
        (cluster) => cluster.code,
        pageArguments(first, after),
      ),
    segment: (_root, { by }, { index }) =>
      (by.code === undefined ? segmentByName(index, by.name) : index.segment(by.code)) ?? null,
    segments: (_root, { filter, first, after }, { index }) => {
      const below = filter?.below == null ? null : new Set(index.descendants(requireSegment(index, filter.below).code));
      return pageOf(
        index.map.segments.filter(
          (segment) =>
            (filter?.level == null || segment.level === filter.level) &&
            (below === null || below.has(segment.code)) &&
            (filter?.leaf == null || (index.childSegments(segment.code).length === 0) === filter.leaf),
        ),
        (segment) => segment.code,
        pageArguments(first, after),
      );
    },
    chain: (_root, { cluster, cut }, { analysis, index }) => analysis.chain(index, cluster, cut ?? null),
  },
  Cluster: {
    id: globalId,
    name: nameIn,
    segments: (cluster, _args, { index }) =>
      index.childSegments(null).filter((segment) => segment.cluster === cluster.code),
    ...evidenced,
  },
  Segment: {
    id: globalId,
    name: nameIn,
    stage: (segment, _args, { index }) => segmentOf(index, index.rootOf(segment.code)),
    parent: (segment, _args, { index }) => (segment.parent === null ? null : segmentOf(index, segment.parent)),
    ancestors: (segment, _args, { index }) => index.ancestors(segment.code).map((code) => segmentOf(index, code)),
    children: (segment, _args, { index }) => [...index.childSegments(segment.code)],
    leaves: (segment, _args, { index }) => index.leaves(segment.code).map((code) => segmentOf(index, code)),
    cluster: (segment, _args, { index }) => {
      const cluster = index.cluster(segmentOf(index, index.rootOf(segment.code)).cluster ?? '');
      invariant(cluster !== undefined, `the root of segment ${segment.code} belongs to no cluster`);
      return cluster;
    },
    industries: (segment) => segment.industries.map((code) => ({ code, part: segment.widerIndustries.includes(code) })),
    aliases: (segment) => [...segment.aliases],
    feeds: (segment, { direction, depth, kinds, first, after }, { index }) =>
      pageOf(
        followFeeds(index, segment.code, direction, depth, kinds),
        (step) => step.segment.code,
        pageArguments(first, after),
      ),
    hosts: (segment, { level, first, after }, { index }) =>
      pageOf(
        index.map.regions
          .filter((region) => region.level === level && index.regionChain(region.code).includes('440000'))
          .map((region) => cellKnowledge(index, region.code, segment.code)),
        (cell) => cell.region,
        pageArguments(first, after),
      ),
    firms: (segment, { first, after }, { index, firms, asked }) =>
      firms.page(
        {
          segments: [segment.code, ...index.descendants(segment.code)],
          regions: null,
          notRegions: null,
          exchange: null,
        },
        'NAME',
        pageArguments(first, after),
        asked,
      ),
    parks: (segment, _args, { index }) => [...index.parksAccepting(segment.code)],
    measures: (segment, { includeWholeChain, first, after }, { index }) =>
      pageOf(
        includeWholeChain
          ? [...new Set([...measuresNamingSegment(index, segment.code), ...wholeChainMeasures(index)])]
          : measuresNamingSegment(index, segment.code),
        (measure) => measure.id,
        pageArguments(first, after),
      ),
    assets: (segment, _args, { index }) => {
      const related = index.lineage(segment.code);
      return index.map.assets.filter((asset) => asset.segments.some((code) => related.has(code)));
    },
    ...evidenced,
  },
  FeedHop: {
    via: ({ via }) => ({
      from: via.from,
      to: via.to,
      kind: via.kind,
      weight: via.weight ?? DEFAULT_FEED_WEIGHT,
      assumed: via.weight === null,
      essential: via.essential,
      evidence: via.evidence,
    }),
  },
  Feed: {
    from: (feed, _args, { index }) => segmentOf(index, feed.from),
    to: (feed, _args, { index }) => segmentOf(index, feed.to),
    ...evidenced,
  },
  Host: {
    region: (cell, _args, { index }) => requireRegion(index, cell.region),
    segment: (cell, _args, { index }) => segmentOf(index, cell.segment),
    state: (cell) => STATES[cell.state],
    ...evidenced,
  },
  Chain: {
    release: (_chain, _args, { index }) => index.map.release,
    cluster: (chain, _args, { index }) => {
      const cluster = index.cluster(chain.cluster);
      invariant(cluster !== undefined, `the cluster ${chain.cluster} is not in the map`);
      return cluster;
    },
    cut: (chain, _args, { index }) => chain.cut.map((code) => segmentOf(index, code)),
    stages: (chain) => [...chain.stages],
    feeds: (chain) => [...chain.feeds],
  },
  Stage: {
    segment: (stage, _args, { index }) => segmentOf(index, stage.root),
    members: (stage, _args, { index }) => stage.members.map((code) => segmentOf(index, code)),
  },
  ClusterConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
  SegmentConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
  FeedHopConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
  HostConnection: { edges: (page) => [...page.edges], totalCount: (page) => page.totalCount() },
};
