import { densities } from '../gaps/density.ts';
import { proximities } from '../gaps/proximity.ts';
import { symmetricEigenpairs } from '../linear-algebra/symmetric-eigen.ts';
import type { ChainMatrix } from '../matrix/chain-matrix.ts';
import { addAt, at } from '../matrix/typed-array-access.ts';

/** Eigenvalues closer than this count as equal. */
const SAME_EIGENVALUE = 1e-9;

/** Economic complexity on the complete part of a matrix. Matrices are `regions` x `segments` of this object, row-major. */
export interface EconomicComplexity {
  /** Indices of the regions that take part: no unknown cell, and something there. */
  readonly regions: readonly number[];
  /** Indices of the segments that take part: something there in these regions. */
  readonly segments: readonly number[];
  /** Segments in which a region is specialised. */
  readonly diversity: Float64Array;
  /** Regions that are specialised in a segment. */
  readonly ubiquity: Float64Array;
  /** The (up to) three largest eigenvalues; the first is 1. */
  readonly eigenvalues: readonly number[];
  /** Economic complexity index of each region, mean 0 and standard deviation 1. */
  readonly eci: Float64Array;
  /** Product complexity index of each segment, on the scale of `eci`. */
  readonly pci: Float64Array;
  /** Density on the proximity of this table, 0..1. */
  readonly density: Float64Array;
  /** What taking up a segment would open up, in units of `eci`; 0 where the region has it. */
  readonly opportunityGain: Float64Array;
}

/**
 * Economic complexity (Hidalgo and Hausmann 2009; Hausmann et al. 2014). Optional and a description only: it says
 * little below about 50 segments.
 *
 * M = (location quotient >= threshold) on the regions without an unknown cell, after dropping those and the segments
 * with a zero sum. pci = eigenvector of the second largest eigenvalue of (M / ubiquity)^T (M / diversity); eci = mean
 * of pci over the segments present, signed so that it rises with diversity; both minus mean(eci), over the population
 * standard deviation of eci. opportunity gain = (1 - M) [(1 - M)(phi o (pci_raw / sum phi))] / sd(eci_raw).
 *
 * Null when fewer than two regions or segments are left, or when the second eigenvalue is 1 (the table falls apart) or
 * equals the third, so that no single direction stands out. O(min(regions, segments)^3). Source: reference formulas,
 * "Complexity".
 */
export function economicComplexity(matrix: ChainMatrix, threshold: number): EconomicComplexity | null {
  const { regions, segments } = completePart(matrix);
  if (regions.length < 2 || segments.length < 2) return null;
  const table = new Table(presenceTable(matrix, regions, segments, threshold), regions.length, segments.length);
  if (table.diversity.some(isZero) || table.ubiquity.some(isZero)) return null;

  const spectrum = table.spectrum();
  const [, second, third] = spectrum.values;
  if (second === undefined || second >= 1 - SAME_EIGENVALUE) return null;
  if (third !== undefined && second - third <= SAME_EIGENVALUE) return null;

  const rawEci = spectrum.secondOfRegions;
  const rawPci = table.segmentMeans(rawEci).map((value) => value / second);
  const mean = average(rawEci);
  const deviation = Math.sqrt(average(rawEci.map((value) => (value - mean) ** 2)));
  if (deviation === 0) return null;
  const sign = covariance(rawEci, table.diversity) < 0 ? -1 : 1;
  const standard = (values: Float64Array): Float64Array => values.map((value) => (sign * (value - mean)) / deviation);

  const proximity = proximities(table.presence, regions.length, segments.length).map((phi) =>
    Number.isNaN(phi) ? 0 : phi,
  );
  return {
    regions,
    segments,
    diversity: table.diversity,
    ubiquity: table.ubiquity,
    eigenvalues: spectrum.values,
    eci: standard(rawEci),
    pci: standard(rawPci),
    density: densities(table.presence, proximity, regions.length, segments.length).density,
    opportunityGain: opportunityGains(
      table,
      proximity,
      rawPci.map((value) => (sign * value) / deviation),
    ),
  };
}

/** Regions without an unknown cell, then without the regions and segments in which nothing is left. */
function completePart(matrix: ChainMatrix): {
  readonly regions: readonly number[];
  readonly segments: readonly number[];
} {
  const columns = matrix.segments.length;
  const row = (r: number): Float64Array => matrix.size.subarray(r * columns, (r + 1) * columns);
  const regions = matrix.regions
    .map((_region, r) => r)
    .filter((r) => !row(r).some(Number.isNaN) && row(r).some((size) => size > 0));
  const segments = matrix.segments
    .map((_code, s) => s)
    .filter((s) => regions.some((r) => at(matrix.size, r * columns + s) > 0));
  return { regions, segments };
}

function presenceTable(
  matrix: ChainMatrix,
  regions: readonly number[],
  segments: readonly number[],
  threshold: number,
): Float64Array {
  const size = (r: number, s: number): number => at(matrix.size, r * matrix.segments.length + s);
  const regionTotal = regions.map((r) => segments.reduce((sum, s) => sum + size(r, s), 0));
  const segmentTotal = segments.map((s) => regions.reduce((sum, r) => sum + size(r, s), 0));
  const grand = regionTotal.reduce((sum, value) => sum + value, 0);
  return Float64Array.from(
    regions.flatMap((r, i) =>
      segments.map((s, j) => {
        const quotient = size(r, s) / (regionTotal[i] ?? 0) / ((segmentTotal[j] ?? 0) / grand);
        return quotient >= threshold ? 1 : 0;
      }),
    ),
  );
}

/** Presence of segments in regions with the two averages that complexity is made of. */
class Table {
  readonly diversity: Float64Array;
  readonly ubiquity: Float64Array;
  readonly presence: Float64Array;
  readonly regions: number;
  readonly segments: number;

  constructor(presence: Float64Array, regions: number, segments: number) {
    this.presence = presence;
    this.regions = regions;
    this.segments = segments;
    this.diversity = new Float64Array(regions);
    this.ubiquity = new Float64Array(segments);
    presence.forEach((value, cell) => {
      addAt(this.diversity, Math.floor(cell / segments), value);
      addAt(this.ubiquity, cell % segments, value);
    });
  }

  /** Mean over the segments present in each region. */
  regionMeans(bySegment: Float64Array): Float64Array {
    return this.diversity.map((count, r) => {
      let sum = 0;
      for (let s = 0; s < this.segments; s++) sum += at(this.presence, r * this.segments + s) * at(bySegment, s);
      return sum / count;
    });
  }

  /** Mean over the regions in which each segment is present. */
  segmentMeans(byRegion: Float64Array): Float64Array {
    return this.ubiquity.map((count, s) => {
      let sum = 0;
      for (let r = 0; r < this.regions; r++) sum += at(this.presence, r * this.segments + s) * at(byRegion, r);
      return sum / count;
    });
  }

  /**
   * Eigenvalues of segmentMeans(regionMeans(.)) and the second eigenvector as a region index.
   *
   * With W = D^-1/2 M U^-1/2 (D diversity, U ubiquity) the two averages in a row are similar to W W' and W'W, which are
   * symmetric and share their eigenvalues but for zeros; the smaller of the two is solved.
   */
  spectrum(): { readonly values: readonly number[]; readonly secondOfRegions: Float64Array } {
    const byRegions = this.regions <= this.segments;
    const n = byRegions ? this.regions : this.segments;
    const product = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) product[i * n + j] = byRegions ? this.#regionPair(i, j) : this.#segmentPair(i, j);
    }
    const pairs = symmetricEigenpairs(product, n);
    const values = Array.from({ length: Math.min(3, this.segments) }, (_none, k) => pairs[k]?.value ?? 0);
    const vector = pairs[1]?.vector ?? new Float64Array(n);
    const secondOfRegions = byRegions
      ? vector.map((value, r) => value / Math.sqrt(at(this.diversity, r)))
      : this.regionMeans(vector.map((value, s) => value / Math.sqrt(at(this.ubiquity, s))));
    return { values, secondOfRegions };
  }

  #regionPair(r: number, q: number): number {
    let sum = 0;
    for (let s = 0; s < this.segments; s++) {
      sum +=
        (at(this.presence, r * this.segments + s) * at(this.presence, q * this.segments + s)) / at(this.ubiquity, s);
    }
    return sum / Math.sqrt(at(this.diversity, r) * at(this.diversity, q));
  }

  #segmentPair(s: number, t: number): number {
    let sum = 0;
    for (let r = 0; r < this.regions; r++) {
      sum +=
        (at(this.presence, r * this.segments + s) * at(this.presence, r * this.segments + t)) / at(this.diversity, r);
    }
    return sum / Math.sqrt(at(this.ubiquity, s) * at(this.ubiquity, t));
  }
}

function opportunityGains(table: Table, proximity: Float64Array, pci: Float64Array): Float64Array {
  const { regions, segments, presence } = table;
  const sums = new Float64Array(segments);
  proximity.forEach((phi, cell) => {
    addAt(sums, cell % segments, phi);
  });
  const result = new Float64Array(regions * segments);
  for (let r = 0; r < regions; r++) {
    for (let s = 0; s < segments; s++) {
      if (at(presence, r * segments + s) === 1) continue;
      let gain = 0;
      for (let t = 0; t < segments; t++) {
        if (at(presence, r * segments + t) === 1 || at(sums, t) === 0) continue;
        gain += at(proximity, s * segments + t) * (at(pci, t) / at(sums, t));
      }
      result[r * segments + s] = gain;
    }
  }
  return result;
}

function average(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function covariance(a: Float64Array, b: Float64Array): number {
  const meanA = average(a);
  const meanB = average(b);
  return average(a.map((value, i) => (value - meanA) * (at(b, i) - meanB)));
}

function isZero(value: number): boolean {
  return value === 0;
}
