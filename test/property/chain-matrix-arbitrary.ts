import fc from 'fast-check';
import type { CellCoverage, ChainMatrix, MatrixFeed } from '../../server/domain/matrix/chain-matrix.ts';

/** Weights that a sum holds exactly, so that an order of summation changes no class. */
const weight = fc.constantFrom(0.125, 0.25, 0.5, 0.75, 1);

/** Sizes of the firms of a cell; an empty list is an observed 0, null is no coverage, a null size is unknown. */
const cell = (known: boolean) => {
  const size = fc.integer({ min: 1, max: 4000 });
  const observed = fc.array(size, { maxLength: 5 });
  if (known) return observed;
  return fc.oneof(
    { weight: 6, arbitrary: observed },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.tuple(size, fc.constant(null)) },
  );
};

export interface MatrixOptions {
  /** Every cell is observed. */
  readonly known?: boolean;
  /** Feeds run from a lower to a higher position only. */
  readonly acyclic?: boolean;
}

/** Small provinces of every kind: empty regions, segments that nobody makes, circles in the feeds, unknown cells. */
export function chainMatrices(options: MatrixOptions = {}): fc.Arbitrary<ChainMatrix> {
  return fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([regions, segments]) =>
    fc
      .record({
        cells: fc.array(cell(options.known ?? false), {
          minLength: regions * segments,
          maxLength: regions * segments,
        }),
        feeds: feedLists(segments, options.acyclic ?? false),
        shares: fc.uniqueArray(
          fc.record({
            segment: fc.nat(segments - 1),
            region: fc.option(fc.nat(regions - 1)),
            share: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
          { maxLength: 3, selector: (entry) => `${entry.segment} ${entry.region ?? '*'}` },
        ),
      })
      .map(({ cells, feeds, shares }): ChainMatrix => {
        const sizes = cells.map((firms) => firms?.map((size) => size ?? Number.NaN) ?? null);
        return {
          regions: Array.from({ length: regions }, (_none, r) => ({ id: `R${r}`, area: '', destination: true })),
          segments: Array.from({ length: segments }, (_none, s) => `S${s}`),
          feeds,
          size: Float64Array.from(sizes, (firms) => firms?.reduce((sum, size) => sum + size, 0) ?? Number.NaN),
          firms: Float64Array.from(sizes, (firms) => firms?.length ?? Number.NaN),
          revenue: new Float64Array(cells.length).fill(Number.NaN),
          earlierSize: new Float64Array(cells.length).fill(Number.NaN),
          coverage: sizes.map((firms): CellCoverage => {
            if (firms === null) return 'no-coverage';
            return firms.some(Number.isNaN) ? 'size-unknown' : 'observed';
          }),
          firmSizes: new Map(
            sizes.flatMap((firms, i): [number, Float64Array][] =>
              firms === null || firms.length === 0 ? [] : [[i, Float64Array.from(firms)]],
            ),
          ),
          externalShares: shares,
          distancesKm: new Float64Array(regions * regions).fill(Number.NaN),
          parks: [],
          measures: [],
          pairs: [],
          basis: 'EMPLOYEES',
        };
      }),
  );
}

export function feedLists(segments: number, acyclic: boolean): fc.Arbitrary<readonly MatrixFeed[]> {
  if (segments < 2) return fc.constant([]);
  return fc
    .uniqueArray(
      fc.record({
        source: fc.nat(segments - 1),
        target: fc.nat(segments - 1),
        weight,
        essential: fc.boolean(),
        assumed: fc.constant(false),
      }),
      { maxLength: 12, selector: (feed) => `${feed.source} ${feed.target}` },
    )
    .map((feeds) => feeds.filter((feed) => (acyclic ? feed.source < feed.target : feed.source !== feed.target)));
}

/** The same province with its regions and segments in another order: `regionOrder[i]` is the old position of region i. */
export function reordered(
  matrix: ChainMatrix,
  regionOrder: readonly number[],
  segmentOrder: readonly number[],
): ChainMatrix {
  const columns = matrix.segments.length;
  const oldCell = (index: number): number =>
    (regionOrder[Math.floor(index / columns)] ?? 0) * columns + (segmentOrder[index % columns] ?? 0);
  const move = (values: Float64Array): Float64Array =>
    values.map((_value, index) => values[oldCell(index)] ?? Number.NaN);
  const newSegment = (segment: number): number => segmentOrder.indexOf(segment);
  return {
    ...matrix,
    regions: regionOrder.flatMap((r) => matrix.regions[r] ?? []),
    segments: segmentOrder.flatMap((s) => matrix.segments[s] ?? []),
    feeds: matrix.feeds.map((feed) => ({
      ...feed,
      source: newSegment(feed.source),
      target: newSegment(feed.target),
    })),
    size: move(matrix.size),
    firms: move(matrix.firms),
    revenue: move(matrix.revenue),
    earlierSize: move(matrix.earlierSize),
    coverage: matrix.coverage.map((state, index) => matrix.coverage[oldCell(index)] ?? state),
    firmSizes: new Map(
      [...matrix.size.keys()].flatMap((index): [number, Float64Array][] => {
        const sizes = matrix.firmSizes.get(oldCell(index));
        return sizes === undefined ? [] : [[index, sizes]];
      }),
    ),
    externalShares: matrix.externalShares.map((entry) => ({
      ...entry,
      segment: newSegment(entry.segment),
      region: entry.region === null ? null : regionOrder.indexOf(entry.region),
    })),
  };
}
