import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import { addAt, at, unknowns } from '../matrix/typed-array-access.ts';

/** What a sample says of the cells in which it holds no record; regions x segments, NaN for every other cell. */
export interface SampledCoverage {
  /** Firms that the sample would hold if supply followed demand, 0 upwards. */
  readonly expected: Float64Array;
  /** Probability of seeing none of them, 0..1. */
  readonly probabilityUnseen: Float64Array;
}

/**
 * For a cell that a sample covers without a record (`unseen`): the firms to be expected in it if supply followed demand
 * are the sample's firms of the segment x the region's demand share, and the probability of seeing none is
 * exp(-expected) (Poisson). NaN for the other cells and where the demand share is unknown.
 *
 * The sample's firms of a segment are the sum of the known firm counts of its cells. The statement is about the sample:
 * it is as good as the sample is even over the regions.
 */
export function sampledCoverage(matrix: ChainMatrix, demandShare: Float64Array): SampledCoverage {
  const columns = matrix.segments.length;
  const sampled = new Float64Array(columns);
  for (let cell = 0; cell < matrix.firms.length; cell++) {
    const firms = at(matrix.firms, cell);
    if (!Number.isNaN(firms)) addAt(sampled, cell % columns, firms);
  }
  const expected = unknowns(matrix.size.length);
  const probabilityUnseen = unknowns(matrix.size.length);
  for (let cell = 0; cell < matrix.size.length; cell++) {
    if (matrix.coverage[cell] !== 'unseen') continue;
    expected[cell] = at(sampled, cell % columns) * at(demandShare, cell);
    probabilityUnseen[cell] = Math.exp(-at(expected, cell));
  }
  return { expected, probabilityUnseen };
}
