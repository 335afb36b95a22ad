import { AppError } from '../app-error.ts';
import { defaultCut, requireCut } from '../chain/cut.ts';
import { aggregateFeeds, type SegmentFeed } from '../chain/feeds.ts';
import { segmentTree, type SegmentTree } from '../chain/segment-tree.ts';
import type { EvidenceRef, Fact, FeedKind } from '../map/industry-map.ts';
import type { MapIndex } from '../map/map-index.ts';
import { DEFAULT_FEED_WEIGHT } from './feed-weight.ts';

/** A link between two members of a cut (or two leaves), with the evidence of the leaf links behind it. */
export interface ChainFeed extends Fact {
  readonly from: string;
  readonly to: string;
  readonly kind: FeedKind;
  readonly weight: number;
  readonly assumed: boolean;
  readonly essential: boolean | null;
}

export interface ChainStage {
  readonly root: string;
  /** Equipment, trims and chemicals: they feed in from the side. */
  readonly side: boolean;
  readonly members: readonly string[];
}

export interface ChainOnCut {
  readonly cluster: string;
  readonly cut: readonly string[];
  readonly stages: readonly ChainStage[];
  readonly feeds: readonly ChainFeed[];
}

/** The segment tree of a release. */
export function treeOf(index: MapIndex): SegmentTree {
  return segmentTree(index.map.segments.map(({ code, parent }) => ({ code, parent })));
}

/** Leaf feeds of a release; the default weight stands where no source states one. */
export function leafFeeds(index: MapIndex): readonly SegmentFeed[] {
  return index.map.feeds.map((feed) => ({
    source: feed.from,
    target: feed.to,
    kind: feed.kind,
    weight: feed.weight ?? DEFAULT_FEED_WEIGHT,
    essential: feed.essential ?? false,
    assumed: feed.weight === null,
  }));
}

/**
 * The cut that a question works on: the one asked for, or the finest for which the release holds counts. Firms known by
 * name do not make a cut finer: a list of names counts nothing.
 *
 * Errors: BAD_USER_INPUT when the codes are empty, unknown, repeated, or when one is a part of another.
 */
export function chooseCut(index: MapIndex, tree: SegmentTree, asked: readonly string[] | null): readonly string[] {
  if (asked === null) {
    const counted = index.map.coverages
      .filter((coverage) => coverage.kind !== 'LIST')
      .flatMap((coverage) => coverage.segments ?? []);
    return defaultCut(tree, new Set(counted));
  }
  if (asked.length === 0) {
    throw new AppError(
      'BAD_USER_INPUT',
      'cut must name at least one segment; leave it out for the default cut.',
      'cut',
    );
  }
  const unknown = asked.find((code) => index.segment(code) === undefined);
  if (unknown !== undefined) {
    throw new AppError('BAD_USER_INPUT', `There is no segment ${unknown}; segments { ... } lists all codes.`, 'cut');
  }
  requireCut(tree, asked);
  const order = new Map(index.map.segments.map((segment, position) => [segment.code, position]));
  return [...asked].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

/** The default cut with one segment in it: members above or below it give way to it and its siblings. */
export function cutWith(index: MapIndex, cut: readonly string[], segment: string): readonly string[] {
  if (cut.includes(segment)) return cut;
  const above = index.ancestors(segment).find((code) => cut.includes(code));
  if (above === undefined) {
    const below = new Set(index.descendants(segment));
    return inChainOrder(index, [...cut.filter((code) => !below.has(code)), segment]);
  }
  const path = new Set([...index.ancestors(segment), segment]);
  const open = (code: string): readonly string[] =>
    code !== segment && path.has(code) ? index.childSegments(code).flatMap((child) => open(child.code)) : [code];
  return inChainOrder(
    index,
    cut.flatMap((code) => (code === above ? open(code) : [code])),
  );
}

function inChainOrder(index: MapIndex, codes: readonly string[]): readonly string[] {
  const wanted = new Set(codes);
  return index.map.segments.map((segment) => segment.code).filter((code) => wanted.has(code));
}

/** Feeds between the members of a cut, as the matrix needs them. */
export function cutFeeds(index: MapIndex, tree: SegmentTree, cut: readonly string[]): readonly SegmentFeed[] {
  return aggregateFeeds(tree, leafFeeds(index), cut);
}

/** The chain on a cut, by stage. Errors: as `chooseCut`, and BAD_USER_INPUT for a cluster without a chain. */
export function chainOnCut(index: MapIndex, cluster: string, asked: readonly string[] | null): ChainOnCut {
  if (index.cluster(cluster) === undefined) {
    throw new AppError('BAD_USER_INPUT', `There is no cluster ${cluster}; clusters { ... } lists them.`, 'cluster');
  }
  if (!index.childSegments(null).some((root) => root.cluster === cluster)) {
    throw new AppError('BAD_USER_INPUT', `No chain is modelled for the cluster ${cluster} yet.`, 'cluster');
  }
  const tree = treeOf(index);
  const cut = chooseCut(index, tree, asked);
  const members = new Set(cut);
  const stages = index
    .childSegments(null)
    .filter((root) => root.cluster === cluster)
    .map((root) => ({
      root: root.code,
      side: feedsOnlyFromTheSide(index, root.code),
      members: [root.code, ...index.descendants(root.code)].filter((code) => members.has(code)),
    }));
  return {
    cluster,
    cut,
    stages,
    feeds: cutFeeds(index, tree, cut).map((feed) => ({
      from: feed.source,
      to: feed.target,
      kind: feed.kind,
      weight: feed.weight,
      assumed: feed.assumed,
      essential: essentialOf(index, feed),
      evidence: evidenceOf(index, feed),
    })),
  };
}

/** A stage is drawn at the side when all that leaves it is equipment or auxiliaries. */
function feedsOnlyFromTheSide(index: MapIndex, root: string): boolean {
  const outgoing = index.leaves(root).flatMap((leaf) => index.feedsFrom(leaf));
  return outgoing.length > 0 && outgoing.every((feed) => feed.kind === 'EQUIPMENT' || feed.kind === 'AUXILIARY');
}

function leafLinks(index: MapIndex, feed: SegmentFeed) {
  const buyers = new Set(index.leaves(feed.target));
  return index
    .leaves(feed.source)
    .flatMap((leaf) => index.feedsFrom(leaf))
    .filter((link) => link.kind === feed.kind && buyers.has(link.to));
}

function essentialOf(index: MapIndex, feed: SegmentFeed): boolean | null {
  return leafLinks(index, feed).every((link) => link.essential !== null) ? feed.essential : null;
}

function evidenceOf(index: MapIndex, feed: SegmentFeed): readonly EvidenceRef[] {
  const seen = new Map<string, EvidenceRef>();
  for (const link of leafLinks(index, feed)) {
    for (const ref of link.evidence) seen.set(`${ref.source}/${ref.position ?? ''}`, ref);
  }
  return [...seen.values()];
}
