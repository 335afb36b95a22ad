import type { ChainMatrix, MatrixFeed } from '../../server/domain/matrix/chain-matrix.ts';

/** `null` is unknown. Rows are regions, columns segments. */
type Rows = readonly (readonly (number | null)[])[];

export interface MatrixRows {
  readonly size: Rows;
  readonly firms?: Rows;
  readonly revenue?: Rows;
  readonly earlierSize?: Rows;
  readonly feeds?: readonly MatrixFeed[];
  /** [region, segment] of the cells that a sample covers without a record. */
  readonly unseen?: readonly (readonly [number, number])[];
}

/** A chain matrix typed in by hand; regions R0.., segments S0... Everything that is not given is unknown or empty. */
export function chainMatrixOf(rows: MatrixRows): ChainMatrix {
  const regions = rows.size.length;
  const segments = rows.size[0]?.length ?? 0;
  const flat = (values: Rows | undefined): Float64Array =>
    values === undefined
      ? new Float64Array(regions * segments).fill(Number.NaN)
      : Float64Array.from(values.flat(), (value) => value ?? Number.NaN);
  const size = flat(rows.size);
  const firms = flat(rows.firms);
  const unseen = new Set((rows.unseen ?? []).map(([region, segment]) => region * segments + segment));
  return {
    regions: Array.from({ length: regions }, (_none, r) => ({ id: `R${r}`, area: '', destination: true })),
    segments: Array.from({ length: segments }, (_none, s) => `S${s}`),
    feeds: rows.feeds ?? [],
    size,
    firms,
    revenue: flat(rows.revenue),
    earlierSize: flat(rows.earlierSize),
    coverage: Array.from(size, (value, cell) => {
      if (!Number.isNaN(value)) return 'observed';
      if (unseen.has(cell)) return 'unseen';
      return Number.isNaN(firms[cell]) ? 'no-coverage' : 'size-unknown';
    }),
    firmSizes: new Map(),
    externalShares: [],
    distancesKm: new Float64Array(regions * regions).fill(Number.NaN),
    parks: [],
    measures: [],
    pairs: [],
    basis: 'EMPLOYEES',
  };
}
