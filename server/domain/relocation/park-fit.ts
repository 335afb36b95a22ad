import type { ChainMatrix, MatrixPark } from '../matrix/chain-matrix.ts';
import type { ComponentValue } from '../matrix/composite-score.ts';
import type { Blocker, Feasibility } from './blocker.ts';
import type { RequiredFeature } from './relocation-lot.ts';

type Answer = 'yes' | 'no' | 'unknown';

/** What is known about one park as a place for the lot. */
export interface ParkAssessment {
  /** Index into `matrix.parks`. */
  readonly park: number;
  readonly admits: Answer;
  readonly features: readonly { readonly required: RequiredFeature; readonly present: Answer }[];
  /** Hectares; NaN where unknown, never below 0. */
  readonly freeHa: number;
  /** Hectares that can be free at most: all its land where the used part is unknown; NaN where that is unknown too. */
  readonly mostFreeHa: number;
  /** Least and most that the park can offer of what the lot needs, 0..1; equal when everything needed is known. */
  readonly low: number;
  readonly high: number;
}

/** The park component of one destination, with all that it rests on. */
export interface ParkFit {
  readonly component: ComponentValue;
  /** By parks and land alone; rules about the segment are judged elsewhere. */
  readonly feasibility: Feasibility;
  /** The park with the highest certain value above 0 (ties: park id); null when there is none. */
  readonly bestPark: number | null;
  readonly assessments: readonly ParkAssessment[];
  /** Empty when feasible. */
  readonly blockers: readonly Blocker[];
}

/**
 * Park component (reference formulas, "Relocation of a lot"): max over the parks of the region that accept the segment
 * and have every required feature of min(1, (capacity - used)/land), 0 when there is none. Land in hectares, result in
 * [0, 1].
 *
 * Null rule: where an admission, a feature, a capacity or the lot's land is unknown, a park gives a range instead of a
 * number; the component is a number only when the best certain value cannot be beaten, else `unknown`. So an unknown
 * park is neither 0 nor feasible.
 *
 * @param parksLoaded false when the parks of the region are not all in the data.
 */
export function parkFit(
  matrix: Pick<ChainMatrix, 'parks'>,
  region: number,
  segment: number,
  landHa: number | null,
  required: readonly RequiredFeature[],
  parksLoaded = true,
): ParkFit {
  const assessments: ParkAssessment[] = [];
  matrix.parks.forEach((park, index) => {
    if (park.region === region) assessments.push(assessPark(park, index, segment, landHa, required));
  });

  let certain = 0;
  let possible = parksLoaded ? 0 : 1;
  let bestPark: number | null = null;
  let bestId = '';
  for (const assessment of assessments) {
    const id = matrix.parks[assessment.park]?.id ?? '';
    possible = Math.max(possible, assessment.high);
    if (assessment.low > certain || (assessment.low > 0 && assessment.low === certain && id < bestId)) {
      certain = assessment.low;
      bestPark = assessment.park;
      bestId = id;
    }
  }

  const feasibility: Feasibility = certain >= 1 ? 'feasible' : possible >= 1 ? 'unverified' : 'blocked';
  return {
    component: possible > certain ? 'unknown' : certain,
    feasibility,
    bestPark,
    assessments,
    blockers: feasibility === 'feasible' ? [] : parkBlockers(assessments, landHa, parksLoaded),
  };
}

function assessPark(
  park: MatrixPark,
  index: number,
  segment: number,
  landHa: number | null,
  required: readonly RequiredFeature[],
): ParkAssessment {
  const missingEntry: Answer = park.complete ? 'no' : 'unknown';
  const admits: Answer = park.accepts.includes(segment) ? 'yes' : park.admitsOnlyListed === true ? 'no' : missingEntry;
  const features = required.map((one) => {
    const present: Answer = park.features.includes(one.feature)
      ? 'yes'
      : park.lacks.includes(one.feature)
        ? 'no'
        : missingEntry;
    return { required: one, present };
  });
  const freeHa = Math.max(0, park.capacityHa - park.usedHa);
  const mostFreeHa = Number.isNaN(freeHa) ? park.capacityHa : freeHa;

  const gates = [admits, ...features.map((one) => one.present)];
  const land = landFit(freeHa, mostFreeHa, landHa);
  const low = gates.every((gate) => gate === 'yes') ? land.low : 0;
  const high = gates.includes('no') ? 0 : land.high;
  return { park: index, admits, features, freeHa, mostFreeHa, low, high };
}

/**
 * A lot that needs no land fits any park; a full park offers nothing however little is needed; one whose used land is
 * unknown offers at most all that it has.
 */
function landFit(freeHa: number, mostFreeHa: number, landHa: number | null): { low: number; high: number } {
  if (landHa === 0) return { low: 1, high: 1 };
  if (mostFreeHa === 0) return { low: 0, high: 0 };
  if (landHa === null) return { low: 0, high: 1 };
  const share = (ha: number, unknown: number): number => (Number.isNaN(ha) ? unknown : Math.min(1, ha / landHa));
  return { low: share(freeHa, 0), high: share(mostFreeHa, 1) };
}

function parkBlockers(assessments: readonly ParkAssessment[], landHa: number | null, parksLoaded: boolean): Blocker[] {
  const blockers: Blocker[] = [];
  if (!parksLoaded) blockers.push({ kind: 'parks-not-loaded', rule: 'park-admission', demandedBy: null });
  const admitting = assessments.filter((one) => one.admits !== 'no');
  if (admitting.length === 0) {
    if (parksLoaded) blockers.push({ kind: 'no-park-accepts', rule: 'park-admission', demandedBy: null });
    return blockers;
  }
  if (landHa === null) blockers.push({ kind: 'lot-land-unknown', rule: 'park-land', demandedBy: null });
  for (const { park, admits, features, freeHa, mostFreeHa, high } of admitting) {
    if (admits === 'unknown') {
      blockers.push({ kind: 'park-admission-unknown', rule: 'park-admission', demandedBy: null, park });
    }
    for (const { required, present } of features) {
      if (present === 'yes') continue;
      blockers.push({
        kind: present === 'no' ? 'park-lacks-feature' : 'park-feature-unknown',
        rule: 'park-feature',
        demandedBy: required.demandedBy,
        park,
        feature: required.feature,
      });
    }
    if (Number.isNaN(freeHa) && landHa !== null && mostFreeHa < landHa) {
      blockers.push({
        kind: 'park-too-small',
        rule: 'park-land',
        demandedBy: null,
        park,
        totalHa: mostFreeHa,
        neededHa: landHa,
      });
    } else if (Number.isNaN(freeHa) && landHa !== 0) {
      blockers.push({ kind: 'park-land-unknown', rule: 'park-land', demandedBy: null, park });
    } else if (freeHa === 0 ? landHa !== 0 : high < 1 && landHa !== null && freeHa < landHa) {
      blockers.push({ kind: 'park-full', rule: 'park-land', demandedBy: null, park, freeHa, neededHa: landHa });
    }
  }
  return blockers;
}
