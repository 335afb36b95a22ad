import type { ChainMatrix, MatrixFeed, MatrixMeasure, MatrixPark } from '../../server/domain/matrix/chain-matrix.ts';

/** A small matrix in readable form: sizes per region in the order of `segments`; null = unknown. */
export interface MatrixSketch {
  readonly regions: Readonly<
    Record<string, { area?: string; destination?: boolean; size: readonly (number | null)[] }>
  >;
  readonly segments: readonly string[];
  readonly feeds?: readonly { from: string; to: string; weight: number; essential?: boolean }[];
  readonly parks?: readonly (Partial<Omit<MatrixPark, 'region' | 'accepts'>> & {
    id: string;
    region: string;
    accepts: readonly string[];
  })[];
  readonly measures?: readonly {
    id: string;
    segments: readonly string[];
    regions?: readonly string[];
    areas?: readonly string[];
    leads?: readonly string[];
    supports?: readonly string[];
  }[];
  readonly pairs?: readonly (readonly [string, string])[];
  /** Kilometres between two different regions; 0 within one. */
  readonly km?: (from: number, to: number) => number;
  readonly externalShares?: readonly { segment: string; region: string | null; share: number }[];
}

export function sketchedMatrix(sketch: MatrixSketch): ChainMatrix {
  const regionIds = Object.keys(sketch.regions);
  const region = (id: string): number => positionOf(regionIds, id);
  const segment = (id: string): number => positionOf(sketch.segments, id);
  const cells = regionIds.length * sketch.segments.length;
  const size = new Float64Array(cells);
  const distancesKm = new Float64Array(regionIds.length ** 2);
  Object.values(sketch.regions).forEach((row, r) => {
    row.size.forEach((value, s) => {
      size[r * sketch.segments.length + s] = value ?? Number.NaN;
    });
    regionIds.forEach((_, q) => {
      distancesKm[r * regionIds.length + q] = r === q ? 0 : (sketch.km?.(r, q) ?? 0);
    });
  });
  return {
    regions: Object.entries(sketch.regions).map(([id, one]) => ({
      id,
      area: one.area ?? 'somewhere',
      destination: one.destination ?? true,
    })),
    segments: sketch.segments,
    feeds: (sketch.feeds ?? []).map((feed): MatrixFeed => ({
      source: segment(feed.from),
      target: segment(feed.to),
      weight: feed.weight,
      essential: feed.essential ?? false,
      assumed: false,
    })),
    size,
    firms: new Float64Array(cells).fill(Number.NaN),
    revenue: new Float64Array(cells).fill(Number.NaN),
    earlierSize: new Float64Array(cells).fill(Number.NaN),
    coverage: Array.from(size, (value) => (Number.isNaN(value) ? 'no-coverage' : 'observed')),
    firmSizes: new Map(),
    externalShares: (sketch.externalShares ?? []).map((one) => ({
      segment: segment(one.segment),
      region: one.region === null ? null : region(one.region),
      share: one.share,
    })),
    distancesKm,
    parks: (sketch.parks ?? []).map((park) => ({
      capacityHa: Number.NaN,
      usedHa: Number.NaN,
      features: [],
      lacks: [],
      complete: true,
      ...park,
      region: region(park.region),
      accepts: park.accepts.map(segment),
    })),
    measures: (sketch.measures ?? []).map((measure): MatrixMeasure => ({
      id: measure.id,
      segments: measure.segments.filter((id) => id !== '*').map(segment),
      wholeChain: measure.segments.includes('*'),
      regions: (measure.regions ?? []).map(region),
      areas: measure.areas ?? [],
      leads: measure.leads ?? [],
      supports: measure.supports ?? [],
    })),
    pairs: (sketch.pairs ?? []).map(([origin, destination]) => ({
      origin: region(origin),
      destination: region(destination),
    })),
    basis: 'EMPLOYEES',
  };
}

/** Sum per segment over the known cells. */
export function segmentTotalsOf(matrix: ChainMatrix): Float64Array {
  const totals = new Float64Array(matrix.segments.length);
  matrix.size.forEach((value, cell) => {
    const s = cell % matrix.segments.length;
    if (!Number.isNaN(value)) totals[s] = (totals[s] ?? 0) + value;
  });
  return totals;
}

function positionOf(ids: readonly string[], id: string): number {
  const position = ids.indexOf(id);
  if (position < 0) throw new Error(`The sketch has no ${id}.`);
  return position;
}
