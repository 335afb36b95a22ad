import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import type { FeedAdjacency, FeedRows } from '../matrix/feed-adjacency.ts';
import { at, positionAt, unknowns } from '../matrix/typed-array-access.ts';

/** All regions x segments, 0..1; NaN where no neighbour is known, or there is none. */
export interface ChainFit {
  /** Mean adequacy of the suppliers, by feed weight. */
  readonly upstream: Float64Array;
  /** Mean adequacy of the buyers, by feed weight. */
  readonly downstream: Float64Array;
  /** Mean adequacy of suppliers and buyers together, by feed weight. */
  readonly fit: Float64Array;
  /** Known share of the weight of all neighbours, 0..1; NaN without neighbours. */
  readonly known: Float64Array;
}

/**
 * How well the neighbours of a segment are present in a region: means of their adequacy, weighted by the feeds, over
 * the known ones with the weights rescaled. O(regions x feeds). Source: reference formulas, `chain_fit`,
 * `upstream_presence`, `downstream_presence`.
 */
export function chainFits(matrix: ChainMatrix, feeds: FeedAdjacency, adequacy: Float64Array): ChainFit {
  const columns = matrix.segments.length;
  const cells = adequacy.length;
  const upstream = unknowns(cells);
  const downstream = unknowns(cells);
  const fit = unknowns(cells);
  const known = unknowns(cells);
  const above = new NeighbourSums();
  const below = new NeighbourSums();
  for (let r = 0; r < matrix.regions.length; r++) {
    const offset = r * columns;
    for (let s = 0; s < columns; s++) {
      above.read(feeds.suppliers, s, adequacy, offset);
      below.read(feeds.buyers, s, adequacy, offset);
      const cell = offset + s;
      const knownWeight = above.known + below.known;
      const allWeight = above.all + below.all;
      if (above.known > 0) upstream[cell] = above.sum / above.known;
      if (below.known > 0) downstream[cell] = below.sum / below.known;
      if (knownWeight > 0) fit[cell] = (above.sum + below.sum) / knownWeight;
      if (allWeight > 0) known[cell] = knownWeight / allWeight;
    }
  }
  return { upstream, downstream, fit, known };
}

/** Weighted sums over one side of a segment; one object is used for all cells so that none is allocated a cell. */
class NeighbourSums {
  sum = 0;
  known = 0;
  all = 0;

  read(rows: FeedRows, segment: number, adequacy: Float64Array, offset: number): void {
    let sum = 0;
    let known = 0;
    let all = 0;
    const end = positionAt(rows.start, segment + 1);
    for (let k = positionAt(rows.start, segment); k < end; k++) {
      const weight = at(rows.weight, k);
      const value = at(adequacy, offset + positionAt(rows.neighbour, k));
      all += weight;
      if (Number.isNaN(value)) continue;
      known += weight;
      sum += weight * value;
    }
    this.sum = sum;
    this.known = known;
    this.all = all;
  }
}
