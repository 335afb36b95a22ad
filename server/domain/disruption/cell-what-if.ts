import { cellIndex, type ChainMatrix } from '../matrix/chain-matrix.ts';
import { distanceKm } from '../matrix/distance-decay.ts';
import {
  cellCascade,
  cellFlows,
  shockedCapacity,
  type CapacityShock,
  type CellCascade,
  type CellCascadeOptions,
} from './cell-cascade.ts';

/** What a shock does to the known size of the province; losses are shares 0..1, NaN where there is no known size. */
export interface CellWhatIf {
  readonly cascade: CellCascade;
  readonly lossTotal: number;
  readonly lossDownstream: number;
  readonly lossUpstream: number;
  /** Lost by the shock itself. */
  readonly direct: number;
  readonly lossByRegion: Float64Array;
  /** The same with each region's loss of an input x (1 - external share) where that share is known. */
  readonly lossTotalWithExternalShare: number;
  /** What feeds without an essential mark would change; null when every feed has one. */
  readonly essentialUnknown: EssentialRange | null;
}

/** Total loss with every feed whose mark is unknown taken as essential, and as not essential. */
export interface EssentialRange {
  readonly feeds: number;
  readonly ifEssential: number;
  readonly ifNotEssential: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What-if on cells (reference formulas): loss = sum x (1 - min(h, h')) / sum x, with h and h' from `cellCascade`.
 * A second run applies the known external purchase shares; two more run when a feed does not say whether it is
 * essential. The figures are an upper bound of the first-round exposure, not a forecast.
 *
 * @param decayKm kilometres after which purchases fall to 1/e.
 */
export function cellWhatIf(
  matrix: ChainMatrix,
  shocks: readonly CapacityShock[],
  decayKm: number,
  options: Omit<CellCascadeOptions, 'useExternalShares'>,
): CellWhatIf {
  const flows = cellFlows(matrix, decayKm);
  const shocked = shockedCapacity(matrix, shocks);
  const cascade = cellCascade(flows, shocked, options);
  const external =
    matrix.externalShares.length === 0 ? cascade : cellCascade(flows, shocked, { ...options, useExternalShares: true });
  return {
    cascade,
    lossTotal: lossOf(flows.size, worse(cascade)),
    lossDownstream: lossOf(flows.size, cascade.down),
    lossUpstream: lossOf(flows.size, cascade.up),
    direct: lossOf(flows.size, shocked),
    lossByRegion: lossByRegion(matrix, flows.size, worse(cascade)),
    lossTotalWithExternalShare: lossOf(flows.size, worse(external)),
    essentialUnknown: essentialRange(matrix, shocked, decayKm, options),
  };
}

/** One cell and what it loses. */
export interface HitCell {
  readonly region: number;
  readonly segment: number;
  /** Share of its capacity lost, 0..1. */
  readonly loss: number;
  /** Loss x known size, in the unit of the matrix. */
  readonly lostSize: number;
  /** Lost by the shock itself, share. */
  readonly direct: number;
  readonly via: 'shock' | 'inputs' | 'buyers';
}

/**
 * The cells that lose most of the known size, largest first (ties: region, segment in the order of the matrix); cells
 * without known size or loss are not listed.
 */
export function mostHitCells(
  matrix: Pick<ChainMatrix, 'regions' | 'segments' | 'size'>,
  cascade: CellCascade,
  limit: number,
): readonly HitCell[] {
  const hits: HitCell[] = [];
  matrix.regions.forEach((_, region) => {
    matrix.segments.forEach((__, segment) => {
      const cell = cellIndex(matrix, region, segment);
      const size = matrix.size[cell] ?? Number.NaN;
      const down = cascade.down[cell] ?? 1;
      const up = cascade.up[cell] ?? 1;
      const shocked = cascade.shocked[cell] ?? 1;
      const loss = 1 - Math.min(down, up);
      if (!(size > 0) || loss <= 0) return;
      const via = Math.min(down, up) === shocked ? 'shock' : down <= up ? 'inputs' : 'buyers';
      hits.push({ region, segment, loss, lostSize: loss * size, direct: 1 - shocked, via });
    });
  });
  return hits.sort((a, b) => b.lostSize - a.lostSize || a.region - b.region || a.segment - b.segment).slice(0, limit);
}

/** Another place in the province that makes the same. */
export interface AlternateCell {
  readonly region: number;
  /** Known size x remaining capacity. */
  readonly remainingSize: number;
  /** NaN where unknown. */
  readonly km: number;
}

/**
 * Who else makes a segment that fails in a region: the other regions of known size with something left after the
 * cascade, by remaining size x exp(-km/decayKm), unknown distances last. A region of unknown size is not listed: it may
 * be one too.
 */
export function alternateCells(
  matrix: Pick<ChainMatrix, 'regions' | 'segments' | 'size' | 'distancesKm'>,
  cascade: CellCascade,
  region: number,
  segment: number,
  decayKm: number,
  limit: number,
): readonly AlternateCell[] {
  const found: (AlternateCell & { readonly pull: number })[] = [];
  matrix.regions.forEach((_, other) => {
    if (other === region) return;
    const cell = cellIndex(matrix, other, segment);
    const left = Math.min(cascade.down[cell] ?? 0, cascade.up[cell] ?? 0);
    const remainingSize = left * (matrix.size[cell] ?? Number.NaN);
    if (!(remainingSize > 0)) return;
    const km = distanceKm(matrix, other, region);
    const pull = Number.isNaN(km) ? -1 : remainingSize * Math.exp(-km / decayKm);
    found.push({ region: other, remainingSize, km, pull });
  });
  return found
    .sort((a, b) => b.pull - a.pull || a.region - b.region)
    .slice(0, limit)
    .map(({ region: other, remainingSize, km }) => ({ region: other, remainingSize, km }));
}

function essentialRange(
  matrix: ChainMatrix,
  shocked: Float64Array,
  decayKm: number,
  options: Omit<CellCascadeOptions, 'useExternalShares'>,
): EssentialRange | null {
  const feeds = matrix.feeds.filter((feed) => feed.essentialKnown === false).length;
  if (feeds === 0) return null;
  const run = (essential: boolean): number => {
    const marked = matrix.feeds.map((feed) => (feed.essentialKnown === false ? { ...feed, essential } : feed));
    const flows = cellFlows({ ...matrix, feeds: marked }, decayKm);
    return lossOf(flows.size, worse(cellCascade(flows, shocked, options)));
  };
  const ifEssential = run(true);
  const ifNotEssential = run(false);
  return {
    feeds,
    ifEssential,
    ifNotEssential,
    low: Math.min(ifEssential, ifNotEssential),
    high: Math.max(ifEssential, ifNotEssential),
  };
}

function worse(cascade: CellCascade): Float64Array {
  return cascade.down.map((value, cell) => Math.min(value, cascade.up[cell] ?? 1));
}

function lossOf(size: Float64Array, capacity: Float64Array, from = 0, to = size.length): number {
  let all = 0;
  let lost = 0;
  for (let cell = from; cell < to; cell += 1) {
    const here = size[cell] ?? 0;
    all += here;
    lost += here * (1 - (capacity[cell] ?? 1));
  }
  return lost / all;
}

function lossByRegion(
  matrix: Pick<ChainMatrix, 'regions' | 'segments'>,
  size: Float64Array,
  capacity: Float64Array,
): Float64Array {
  const m = matrix.segments.length;
  return Float64Array.from(matrix.regions, (_, r) => lossOf(size, capacity, r * m, (r + 1) * m));
}
