import { at } from '../matrix/typed-array-access.ts';
import { nullIfUnknown } from '../matrix/unknown.ts';
import { herfindahl } from './firm-concentration.ts';
import type { GapMatrix } from './gap-matrix.ts';

/** One segment over the whole province; unknown is null. */
export interface ProvinceSegment {
  /** Index into the segments. */
  readonly segment: number;
  /** Sum over the known cells, in units of the size. */
  readonly size: number;
  /** Sum of the known firm counts. */
  readonly firms: number;
  /** Regions whose size is known. */
  readonly knownRegions: number;
  /** Sum of the squared shares of the regions, 0..1; null when nothing is there. */
  readonly geographicHhi: number | null;
  /** Region with the largest known size (the first of equals); null when nothing is there. */
  readonly topRegion: number | null;
  readonly topShare: number | null;
  /** Sum of the squared shares of the firms of known size, 0..1; null without such firms. */
  readonly firmHhi: number | null;
  /** Share of the province that is lost when the segment stops, 0..1. */
  readonly criticality: number | null;
  /** Nobody in the province makes it: Xs = 0 and every cell is known. */
  readonly absent: boolean;
}

/**
 * Where a segment sits in the province. beta cannot show that the whole province lacks a segment; this does.
 * Source: reference formulas, `province`.
 */
export function provinceSummary(gaps: GapMatrix): readonly ProvinceSegment[] {
  const { matrix } = gaps;
  const segments = matrix.segments.length;
  const firmSizes = matrix.segments.map((): number[] => []);
  for (const [cell, sizes] of matrix.firmSizes) {
    for (const size of sizes) if (!Number.isNaN(size)) firmSizes[cell % segments]?.push(size);
  }
  return matrix.segments.map((_code, segment): ProvinceSegment => {
    const regionSizes = new Float64Array(matrix.regions.length);
    let firms = 0;
    let knownRegions = 0;
    let top = 0;
    for (let r = 0; r < regionSizes.length; r++) {
      const size = at(matrix.size, r * segments + segment);
      const count = at(matrix.firms, r * segments + segment);
      if (!Number.isNaN(count)) firms += count;
      if (Number.isNaN(size)) continue;
      knownRegions++;
      regionSizes[r] = size;
      if (size > at(regionSizes, top)) top = r;
    }
    const size = at(gaps.totals.segment, segment);
    return {
      segment,
      size,
      firms,
      knownRegions,
      geographicHhi: nullIfUnknown(herfindahl(regionSizes)),
      topRegion: size > 0 ? top : null,
      topShare: size > 0 ? at(regionSizes, top) / size : null,
      firmHhi: nullIfUnknown(herfindahl(Float64Array.from(firmSizes[segment] ?? []))),
      criticality: nullIfUnknown(at(gaps.criticality, segment)),
      absent: size === 0 && knownRegions === regionSizes.length,
    };
  });
}
