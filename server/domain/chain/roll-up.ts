import { unreachable } from '../app-error.ts';
import { ancestorsOf } from './segment-tree.ts';
import type { SegmentTree } from './segment-tree.ts';

/** One fact of one region at one segment, at the level that its source really supports. */
export type SegmentFact =
  /** A named firm that works in the segment. The same firm may stand at several segments. */
  | { readonly kind: 'firm'; readonly segment: string; readonly firm: string }
  /** Records of a sample under one label. Each record has one label, so counts of different labels add up. */
  | { readonly kind: 'sample-count'; readonly segment: string; readonly count: number }
  /** A published figure for the segment as a whole, parts included. */
  | { readonly kind: 'published-total'; readonly segment: string; readonly value: number };

export interface RolledFacts {
  /** Different firms at the segment and below it. */
  readonly firms: number;
  /** Sum of the sample counts at the segment and below it; null when no sample holds any. */
  readonly sampleCount: number | null;
  /** Null when no figure is published at the segment or below it. */
  readonly published: PublishedFigure | null;
}

export interface PublishedFigure {
  readonly value: number;
  /** False when the figure is the sum of some parts only and so a lower bound. */
  readonly complete: boolean;
}

/**
 * Facts of one region rolled up along the ancestors; nothing is ever pushed down to children, so a segment without a
 * fact at or below it is not in the result: it is unknown, not 0.
 *
 * - firms: distinct, a firm at two parts counts once for their parent;
 * - sample counts: added;
 * - published totals: a figure stated for a segment stands as it is and is not added to the figures of its parts (that
 *   would count twice); without one of its own, a segment has the sum of its parts, complete only when every part has a
 *   complete figure.
 *
 * Two published totals for one segment: the last one holds, so pass the newest last. Errors: NOT_FOUND for an unknown
 * code. Source: domain handbook, "Chain model", facts at any level.
 */
export function rollUp(tree: SegmentTree, facts: readonly SegmentFact[]): ReadonlyMap<string, RolledFacts> {
  const firms = new Map<string, Set<string>>();
  const samples = new Map<string, number>();
  const stated = new Map<string, number>();
  const reached = new Set<string>();
  for (const fact of facts) {
    const line = [fact.segment, ...ancestorsOf(tree, fact.segment)];
    for (const code of line) reached.add(code);
    switch (fact.kind) {
      case 'firm':
        for (const code of line) firms.set(code, (firms.get(code) ?? new Set()).add(fact.firm));
        break;
      case 'sample-count':
        for (const code of line) samples.set(code, (samples.get(code) ?? 0) + fact.count);
        break;
      case 'published-total':
        stated.set(fact.segment, fact.value);
        break;
      default:
        unreachable(fact);
    }
  }
  const published = new Map<string, PublishedFigure>();
  // Parents stand before their children in `codes`, so backwards every child is done before its parent.
  for (const code of tree.codes.toReversed()) {
    const figure = publishedFigure(code, tree, stated, published);
    if (figure !== null) published.set(code, figure);
  }
  return new Map(
    tree.codes
      .filter((code) => reached.has(code))
      .map((code): [string, RolledFacts] => [
        code,
        {
          firms: firms.get(code)?.size ?? 0,
          sampleCount: samples.get(code) ?? null,
          published: published.get(code) ?? null,
        },
      ]),
  );
}

function publishedFigure(
  code: string,
  tree: SegmentTree,
  stated: ReadonlyMap<string, number>,
  below: ReadonlyMap<string, PublishedFigure>,
): PublishedFigure | null {
  const own = stated.get(code);
  if (own !== undefined) return { value: own, complete: true };
  const children = tree.children.get(code) ?? [];
  const figures = children.flatMap((child) => below.get(child) ?? []);
  if (figures.length === 0) return null;
  return {
    value: figures.reduce((sum, figure) => sum + figure.value, 0),
    complete: figures.length === children.length && figures.every((figure) => figure.complete),
  };
}
