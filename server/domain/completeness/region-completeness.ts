import type { GapMatrix } from '../gaps/gap-matrix.ts';
import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import type { FeedAdjacency } from '../matrix/feed-adjacency.ts';
import { at, positionAt } from '../matrix/typed-array-access.ts';
import type { AnalyticsParameters } from '../parameters.ts';

/** Completeness of the chain in one region; every part 0..1, null where it cannot be said. */
export interface RegionCompleteness {
  /** Index into the regions. */
  readonly region: number;
  /** Known cells with something / known cells. */
  readonly coverage: number | null;
  /** Mean adequacy over the known cells. */
  readonly depth: number | null;
  /** Size-weighted share of the buyers' input weight that is present here. */
  readonly linkage: number | null;
  /** Weighted mean of the three, rescaled when one is null. */
  readonly completeness: number | null;
  /** Every unknown cell taken as absent. */
  readonly low: number | null;
  /** Every unknown cell taken as fully present. */
  readonly high: number | null;
  /** Known cells / all cells. Below 0.6 a region should not be ranked. */
  readonly knownShare: number;
}

/**
 * Completeness of every region. linkage = over the present buyers t that have a known supplier, the mean, weighted by
 * x(r, t), of [sum of w(u -> t) adequacy(r, u) / sum of w(u -> t)] over the known suppliers u. For low and high an
 * unknown cell counts in coverage, depth and as a supplier (adequacy 0 or 1); the sizes used as weights stay the known
 * ones. O(regions x (segments + feeds)). Source: reference formulas, "Completeness of a region".
 */
export function regionCompleteness(gaps: GapMatrix): readonly RegionCompleteness[] {
  const { matrix, parameters, feeds, adequacy } = gaps;
  const segments = matrix.segments.length;
  const weights = parameters.completenessWeights;
  return matrix.regions.map((_region, region): RegionCompleteness => {
    const parts = partsOf(matrix, feeds, adequacy, region, Number.NaN);
    const unknown = matrix.size
      .subarray(region * segments, (region + 1) * segments)
      .reduce((count, size) => count + (Number.isNaN(size) ? 1 : 0), 0);
    return {
      region,
      ...parts,
      completeness: weightedMean(parts, weights),
      low: weightedMean(partsOf(matrix, feeds, adequacy, region, 0), weights),
      high: weightedMean(partsOf(matrix, feeds, adequacy, region, 1), weights),
      knownShare: (segments - unknown) / segments,
    };
  });
}

interface Parts {
  readonly coverage: number | null;
  readonly depth: number | null;
  readonly linkage: number | null;
}

/** The three parts with `fill` as the adequacy of every unknown cell; NaN leaves unknown cells out. */
function partsOf(
  matrix: ChainMatrix,
  feeds: FeedAdjacency,
  adequacy: Float64Array,
  region: number,
  fill: number,
): Parts {
  const segments = matrix.segments.length;
  const offset = region * segments;
  const adequacyOf = (segment: number): number => {
    const value = at(adequacy, offset + segment);
    return Number.isNaN(value) ? fill : value;
  };
  let counted = 0;
  let present = 0;
  let depth = 0;
  let linked = 0;
  let linkWeight = 0;
  for (let t = 0; t < segments; t++) {
    const size = at(matrix.size, offset + t);
    const own = adequacyOf(t);
    if (!Number.isNaN(own)) {
      counted++;
      depth += own;
      if (Number.isNaN(size) ? fill > 0 : size > 0) present++;
    }
    if (!(size > 0)) continue;
    const supply = supplyOf(feeds, t, adequacyOf);
    if (supply === null) continue;
    linked += size * supply;
    linkWeight += size;
  }
  return {
    coverage: counted === 0 ? null : present / counted,
    depth: counted === 0 ? null : depth / counted,
    linkage: linkWeight === 0 ? null : linked / linkWeight,
  };
}

/** Mean adequacy of the known suppliers of a segment by feed weight; null without a known one. */
function supplyOf(feeds: FeedAdjacency, segment: number, adequacyOf: (segment: number) => number): number | null {
  const { start, neighbour, weight } = feeds.suppliers;
  let sum = 0;
  let known = 0;
  for (let k = positionAt(start, segment); k < positionAt(start, segment + 1); k++) {
    const value = adequacyOf(positionAt(neighbour, k));
    if (Number.isNaN(value)) continue;
    sum += at(weight, k) * value;
    known += at(weight, k);
  }
  return known === 0 ? null : sum / known;
}

function weightedMean(parts: Parts, weights: AnalyticsParameters['completenessWeights']): number | null {
  let sum = 0;
  let known = 0;
  for (const [value, weight] of [
    [parts.coverage, weights.coverage],
    [parts.depth, weights.depth],
    [parts.linkage, weights.linkage],
  ] as const) {
    if (value === null) continue;
    sum += weight * value;
    known += weight;
  }
  return known === 0 ? null : sum / known;
}
