import type { Feasibility } from './ranking.ts';

/** A candidate as far as its land goes. */
export interface LandCandidate {
  readonly code: string;
  readonly feasibility: Feasibility;
  /** Share of the lot that a park is known to have land for, 0..1; null when it is not known. */
  readonly landShare: number | null;
}

/** A part of the lot. */
export interface LotPart {
  /** Where it goes; null = nowhere yet. */
  readonly code: string | null;
  readonly ha: number;
}

/** The lot laid out over the candidates in their order. */
export interface LotArrangement {
  readonly parts: readonly LotPart[];
  /** Hectares that no known park land takes. */
  readonly openHa: number;
  /** Candidates whose free land is not known and could take some of what is open. */
  readonly toVerify: readonly string[];
}

/** Below this a rest is rounding, hectares. */
const NEGLIGIBLE_HA = 0.01;

/**
 * Lays a lot of `landHa` out over the feasible candidates in rank order, each up to the land that a park there is known
 * to have. What is left stays open and is said to be open; places with unknown land are named, not filled. Candidates
 * that are not feasible as a whole may still take the part that fits, as long as nothing but land stands in the way.
 */
export function arrangeLot(ranked: readonly LandCandidate[], landHa: number): LotArrangement {
  const parts: LotPart[] = [];
  let openHa = landHa;
  for (const candidate of ranked) {
    if (candidate.landShare === null || openHa < NEGLIGIBLE_HA) continue;
    const ha = Math.min(openHa, candidate.landShare * landHa);
    if (ha < NEGLIGIBLE_HA) continue;
    parts.push({ code: candidate.code, ha });
    openHa -= ha;
  }
  const isOpen = openHa >= NEGLIGIBLE_HA;
  if (isOpen) parts.push({ code: null, ha: openHa });
  return {
    parts,
    openHa: isOpen ? openHa : 0,
    toVerify: isOpen
      ? ranked.filter((one) => one.landShare === null && one.feasibility !== 'BLOCKED').map((one) => one.code)
      : [],
  };
}
