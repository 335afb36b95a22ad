import type { ChainMatrix } from './chain-matrix.ts';
import type { ComponentValue } from './composite-score.ts';

/** Kilometres from one region to another; NaN where unknown. */
export function distanceKm(matrix: Pick<ChainMatrix, 'regions' | 'distancesKm'>, from: number, to: number): number {
  return matrix.distancesKm[from * matrix.regions.length + to] ?? Number.NaN;
}

/** Proximity exp(-km/decayKm), range (0, 1] (reference formulas, "Relocation of a lot"); unknown where the distance is. */
export function distanceDecay(km: number, decayKm: number): ComponentValue {
  return Number.isNaN(km) ? 'unknown' : Math.exp(-km / decayKm);
}
