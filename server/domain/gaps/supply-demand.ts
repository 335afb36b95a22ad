import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import type { FeedAdjacency } from '../matrix/feed-adjacency.ts';
import type { MatrixTotals } from '../matrix/totals.ts';
import { at, positionAt, unknowns } from '../matrix/typed-array-access.ts';

/** All regions x segments. */
export interface SupplyDemand {
  /** x(r, s) / Xs: share of the province's supply that the region holds, 0..1. NaN where x is unknown or Xs = 0. */
  readonly supplyShare: Float64Array;
  /** Share of the province's demand for the segment that arises in the region, 0..1. */
  readonly demandShare: Float64Array;
  /** Share of the province's demand that comes from buyers whose size in the region is known, 0..1. */
  readonly demandKnown: Float64Array;
  /** Supply share / demand share, 0 upwards: below 1 the region supplies less than its part of the need. */
  readonly beta: Float64Array;
}

/**
 * Supply share, demand share and their quotient beta, the core measure of a gap.
 *
 * demand share = sum of w(s -> t) x(r, t) / sum of w(s -> t) X_t over the buyers t known in r; NaN when no buyer is
 * known or the known ones have nothing in the whole province. A segment that feeds nothing: Xr / X, so that beta is
 * the location quotient. beta: NaN where x is unknown or the demand share is unknown or 0; 0 where the whole province
 * makes none (Xs = 0) and the region's 0 is observed. `demandKnown`: sum of w X_t over the known buyers / over all,
 * 1 for a segment that feeds nothing, NaN where the divisor is 0.
 * O(regions x (segments + feeds)). Source: reference formulas, `beta`.
 */
export function supplyDemand(matrix: ChainMatrix, totals: MatrixTotals, feeds: FeedAdjacency): SupplyDemand {
  const columns = matrix.segments.length;
  const cells = matrix.size.length;
  const supplyShare = unknowns(cells);
  const demandShare = unknowns(cells);
  const demandKnown = unknowns(cells);
  const beta = unknowns(cells);
  const { start, neighbour, weight } = feeds.buyers;
  for (let s = 0; s < columns; s++) {
    const segmentTotal = at(totals.segment, s);
    const from = positionAt(start, s);
    const to = positionAt(start, s + 1);
    let demandOfAll = 0;
    for (let k = from; k < to; k++) demandOfAll += at(weight, k) * at(totals.segment, positionAt(neighbour, k));
    for (let r = 0; r < matrix.regions.length; r++) {
      const cell = r * columns + s;
      const size = at(matrix.size, cell);
      if (segmentTotal > 0) supplyShare[cell] = size / segmentTotal;
      let demand = Number.NaN;
      if (from === to) {
        if (totals.grand > 0) demand = at(totals.region, r) / totals.grand;
        demandKnown[cell] = 1;
      } else {
        let here = 0;
        let everywhere = 0;
        for (let k = from; k < to; k++) {
          const buyer = positionAt(neighbour, k);
          const buyerSize = at(matrix.size, r * columns + buyer);
          if (Number.isNaN(buyerSize)) continue;
          here += at(weight, k) * buyerSize;
          everywhere += at(weight, k) * at(totals.segment, buyer);
        }
        if (everywhere > 0) demand = here / everywhere;
        if (demandOfAll > 0) demandKnown[cell] = everywhere / demandOfAll;
      }
      demandShare[cell] = demand;
      if (demand > 0) {
        if (segmentTotal > 0) beta[cell] = at(supplyShare, cell) / demand;
        else if (size === 0) beta[cell] = 0;
      }
    }
  }
  return { supplyShare, demandShare, demandKnown, beta };
}
