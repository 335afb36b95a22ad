import type { ChainMatrix, MatrixMeasure } from '../matrix/chain-matrix.ts';

/** How a measure reaches a segment and a region; the more exact of the two wins. */
export interface MeasureReach {
  /** Index into `matrix.measures`. */
  readonly measure: number;
  readonly names: 'segment' | 'whole-chain';
  readonly place: 'region' | 'area';
}

export function measureReach(
  matrix: Pick<ChainMatrix, 'regions'>,
  measure: MatrixMeasure,
  index: number,
  segment: number,
  region: number,
): MeasureReach | null {
  const names = measure.segments.includes(segment) ? 'segment' : measure.wholeChain ? 'whole-chain' : null;
  const area = matrix.regions[region]?.area;
  const place = measure.regions.includes(region)
    ? 'region'
    : area !== undefined && measure.areas.includes(area)
      ? 'area'
      : null;
  return names === null || place === null ? null : { measure: index, names, place };
}

/** The measures that name the segment (or the whole chain) and the region (or its area), in the order of the matrix. */
export function applicableMeasures(
  matrix: Pick<ChainMatrix, 'regions' | 'measures'>,
  segment: number,
  region: number,
): readonly MeasureReach[] {
  return matrix.measures.flatMap((measure, index) => {
    const reach = measureReach(matrix, measure, index, segment, region);
    return reach === null ? [] : [reach];
  });
}

/** Policy component (reference formulas, "Relocation of a lot"): 1 - 0.5^n for n applicable measures; range [0, 1). */
export function policySupport(applicable: number): number {
  return 1 - 0.5 ** applicable;
}
