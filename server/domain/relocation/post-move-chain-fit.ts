import { cellIndex, type ChainMatrix } from '../matrix/chain-matrix.ts';
import type { ComponentValue } from '../matrix/composite-score.ts';

export type ChainSide = 'upstream' | 'downstream';

/** How well one known supplier or buyer at the destination serves the segment once the lot has come. */
export interface NeighbourFit {
  /** Index into `segments`. */
  readonly segment: number;
  readonly side: ChainSide;
  /** Weight of the feed, 0..1. */
  readonly weight: number;
  /** 0..1 */
  readonly fit: number;
}

export interface PostMoveChainFit {
  readonly component: ComponentValue;
  /** Share of the weight of all suppliers and buyers whose fit is known; NaN when the segment has none. */
  readonly knownShare: number;
  /** Suppliers first, then buyers, each in the order of the feeds; only the known ones. */
  readonly neighbours: readonly NeighbourFit[];
}

/**
 * Chain fit after the move (reference formulas, "Relocation of a lot"): mean, weighted by w, over suppliers and buyers t
 * of s of min(1, [x(d,t)/X_t] / [(x(d,s) + E)/X_s]); 0 where x(d,t) = 0. Result in [0, 1].
 *
 * Null rule: a neighbour whose cell is unknown is left out; all are when x(d,s) or the lot's size is unknown. Where
 * nobody in the province makes s (X_s = 0) there is no base for a neighbour that is present, which is left out too. A
 * segment with neither supplier nor buyer has no fit: unknown.
 *
 * @param size E in the unit of `matrix.size`; NaN when unknown.
 * @param segmentTotals X per segment: sum over the known cells.
 */
export function postMoveChainFit(
  matrix: Pick<ChainMatrix, 'segments' | 'feeds' | 'size'>,
  segmentTotals: Float64Array,
  destination: number,
  segment: number,
  size: number,
): PostMoveChainFit {
  const upstream: NeighbourFit[] = [];
  const downstream: NeighbourFit[] = [];
  const own = matrix.size[cellIndex(matrix, destination, segment)] ?? Number.NaN;
  const ownTotal = segmentTotals[segment] ?? Number.NaN;
  const after = own + size;
  let allWeight = 0;
  let knownWeight = 0;
  let sum = 0;

  const add = (neighbour: number, side: ChainSide, weight: number): void => {
    allWeight += weight;
    const there = matrix.size[cellIndex(matrix, destination, neighbour)] ?? Number.NaN;
    const total = segmentTotals[neighbour] ?? Number.NaN;
    const noBase = there > 0 && !(ownTotal > 0);
    if (Number.isNaN(after) || Number.isNaN(there) || noBase) return;
    const fit = there === 0 ? 0 : Math.min(1, there / total / (after / ownTotal));
    knownWeight += weight;
    sum += weight * fit;
    (side === 'upstream' ? upstream : downstream).push({ segment: neighbour, side, weight, fit });
  };

  for (const feed of matrix.feeds) {
    if (feed.target === segment && feed.source !== segment) add(feed.source, 'upstream', feed.weight);
    if (feed.source === segment && feed.target !== segment) add(feed.target, 'downstream', feed.weight);
  }
  return {
    component: knownWeight === 0 ? 'unknown' : sum / knownWeight,
    knownShare: knownWeight / allWeight,
    neighbours: [...upstream, ...downstream],
  };
}
