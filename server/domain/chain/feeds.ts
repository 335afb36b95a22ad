import type { MatrixFeed } from '../matrix/chain-matrix.ts';
import { ancestorsOf, leavesOf } from './segment-tree.ts';
import type { SegmentTree } from './segment-tree.ts';

/** `LOOP` closes a cycle on purpose (reuse of waste textiles) and is left out of every layering. */
export const FEED_KINDS = ['MATERIAL', 'EQUIPMENT', 'AUXILIARY', 'SERVICE', 'LOOP'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** `source` supplies `target`; both are segment codes. */
export interface SegmentFeed {
  readonly source: string;
  readonly target: string;
  readonly kind: FeedKind;
  /** 0 < weight <= 1: share of the buyer's input need. */
  readonly weight: number;
  /** The buyer cannot run without it. */
  readonly essential: boolean;
  /** The weight is a default, not a figure from a source. */
  readonly assumed: boolean;
}

/**
 * Feeds between leaves from feeds as they are written, whose ends may be parents: a feed from or to a parent stands for
 * all its leaves, with the same weight. What a segment feeds as a part of its parent adds to what it feeds itself.
 *
 * Where two written feeds give the same pair and kind, the one written on the deeper ends holds; of equally deep ones,
 * the first. A pair of a leaf with itself is dropped. Order: as written, leaves in tree order.
 * Errors: NOT_FOUND for an unknown code.
 */
export function expandFeeds<Feed extends Pick<SegmentFeed, 'source' | 'target' | 'kind'>>(
  tree: SegmentTree,
  written: readonly Feed[],
): readonly Feed[] {
  const depth = (code: string): number => ancestorsOf(tree, code).length;
  const found = new Map<string, { readonly feed: Feed; readonly depth: number }>();
  for (const feed of written) {
    const ends = depth(feed.source) + depth(feed.target);
    for (const source of leavesOf(tree, feed.source)) {
      for (const target of leavesOf(tree, feed.target)) {
        if (source === target) continue;
        const key = feedKey({ source, target, kind: feed.kind });
        const earlier = found.get(key);
        if (earlier !== undefined && earlier.depth >= ends) continue;
        found.set(key, { feed: { ...feed, source, target }, depth: ends });
      }
    }
  }
  return [...found.values()].map(({ feed }) => feed);
}

/**
 * Feeds between the members of a cut from the feeds between leaves, kind by kind.
 *
 * weight(A -> B) = mean over all leaves b of B of the weight with which b buys from A; a leaf that does not buy counts
 * 0. What b buys from A is the largest weight of its feeds from leaves of A. Reasons: the mean says how much of the
 * buyer as a whole depends on the supplier, so a wide member is not tied to a supplier that only one of its parts
 * needs; and leaves of one supplier are mostly variants of one input (polyester or viscose), whose weights, many of
 * them assumed, would pass 1 if they were added and grow with how finely the tree happens to be divided.
 *
 * `essential` where every leaf of B has an essential feed from A: then no part of B runs without it. `assumed` where any
 * weight taken is assumed. A member's feeds to itself are dropped; leaves outside the cut are left out. Order: by the
 * cut, supplier first. O(leaf feeds). Errors: NOT_FOUND for an unknown code.
 */
export function aggregateFeeds(
  tree: SegmentTree,
  leafFeeds: readonly SegmentFeed[],
  cut: readonly string[],
): readonly SegmentFeed[] {
  const memberOf = new Map<string, string>();
  const leafCount = new Map<string, number>();
  for (const member of cut) {
    const leaves = leavesOf(tree, member);
    leafCount.set(member, leaves.length);
    for (const leaf of leaves) memberOf.set(leaf, member);
  }
  const bundles = new Map<string, Bundle>();
  for (const feed of leafFeeds) {
    const source = memberOf.get(feed.source);
    const target = memberOf.get(feed.target);
    if (source === undefined || target === undefined || source === target) continue;
    const key = feedKey({ source, target, kind: feed.kind });
    const bundle = bundles.get(key) ?? {
      source,
      target,
      kind: feed.kind,
      strongest: new Map<string, SegmentFeed>(),
      essentialTo: new Set<string>(),
    };
    bundles.set(key, bundle);
    const strongest = bundle.strongest.get(feed.target);
    if (strongest === undefined || feed.weight > strongest.weight) bundle.strongest.set(feed.target, feed);
    if (feed.essential) bundle.essentialTo.add(feed.target);
  }
  const position = new Map(cut.map((code, i) => [code, i]));
  const place = (code: string): number => position.get(code) ?? cut.length;
  return [...bundles.values()]
    .map(({ source, target, kind, strongest, essentialTo }): SegmentFeed => {
      const leaves = leafCount.get(target) ?? 1;
      const taken = [...strongest.values()];
      return {
        source,
        target,
        kind,
        weight: taken.reduce((sum, feed) => sum + feed.weight, 0) / leaves,
        essential: essentialTo.size === leaves,
        assumed: taken.some((feed) => feed.assumed),
      };
    })
    .sort(
      (a, b) =>
        place(a.source) - place(b.source) ||
        place(a.target) - place(b.target) ||
        FEED_KINDS.indexOf(a.kind) - FEED_KINDS.indexOf(b.kind),
    );
}

interface Bundle {
  readonly source: string;
  readonly target: string;
  readonly kind: FeedKind;
  /** The strongest feed of each leaf of the buyer that buys. */
  readonly strongest: Map<string, SegmentFeed>;
  readonly essentialTo: Set<string>;
}

/**
 * The material feeds between the members of a cut, as the matrix holds them (positions in the cut). Gap logic runs on
 * these only: with machinery and services in it, every region would "lack upstream".
 */
export function materialFeeds(cutFeeds: readonly SegmentFeed[], cut: readonly string[]): readonly MatrixFeed[] {
  const position = new Map(cut.map((code, i) => [code, i]));
  return cutFeeds.flatMap((feed): MatrixFeed[] => {
    const source = position.get(feed.source);
    const target = position.get(feed.target);
    if (feed.kind !== 'MATERIAL' || source === undefined || target === undefined) return [];
    return [{ source, target, weight: feed.weight, essential: feed.essential, assumed: feed.assumed }];
  });
}

function feedKey(feed: Pick<SegmentFeed, 'source' | 'target' | 'kind'>): string {
  return `${feed.source} ${feed.target} ${feed.kind}`;
}
