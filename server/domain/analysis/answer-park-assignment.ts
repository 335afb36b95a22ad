import { invariant } from '../app-error.ts';
import type { GapMatrix } from '../gaps/gap-matrix.ts';
import type { ParkFact, RegionFact, SegmentFact } from '../map/industry-map.ts';
import type { MapIndex } from '../map/map-index.ts';
import type { SizeBasis } from '../matrix/chain-matrix.ts';
import { nullIfUnknown } from '../matrix/unknown.ts';
import type { ParkAssignment, UnplacedRest } from '../relocation/park-assignment.ts';
import { relocationCandidates, type RelocationCandidate } from '../relocation/relocation-candidates.ts';
import { explainedRelocationScore } from './answer-relocation.ts';
import type { MapMatrix } from './build-matrix.ts';
import type { ExplainedScore, NamedParameter, Sentence } from './explained-score.ts';
import type { ParkAssignmentJob, Relatedness } from './heavy-jobs.ts';
import { ASSIGNMENT_PARAMETERS, echoParameters } from './parameter-input.ts';
import { relocationFacts, relocationRules } from './relocation-basis.ts';

/** A lot as a caller names it. */
export interface LotAsked {
  readonly segment: string;
  readonly from: string;
  /** Null: not stated, so it cannot be placed. */
  readonly landHa: number | null;
  readonly firms: number | null;
  readonly employees: number | null;
}

/** A lot with its things of the map. */
export interface AssignmentLot {
  readonly segment: SegmentFact;
  readonly from: RegionFact;
  readonly landHa: number | null;
  readonly firms: number;
  readonly employees: number | null;
}

export interface NumberedLot extends AssignmentLot {
  /** Position in the question, from 1. */
  readonly number: number;
}

export interface AssignmentReply {
  readonly basis: SizeBasis;
  readonly parameters: readonly NamedParameter[];
  readonly lots: readonly NumberedLot[];
  /** The most sum of score x hectares that is possible. */
  readonly optimum: number;
  readonly placedHa: number;
  /** Sum of the stated land needs. */
  readonly wantedHa: number;
  readonly placed: readonly PlacedRow[];
  readonly unplaced: readonly UnplacedRow[];
  readonly parks: readonly ParkRow[];
}

export interface PlacedRow {
  readonly lot: number;
  readonly park: ParkFact;
  readonly region: RegionFact;
  readonly ha: number;
  readonly score: ExplainedScore;
}

export interface UnplacedRow {
  readonly lot: number;
  /** Null when the lot does not say how much land it needs. */
  readonly ha: number | null;
  readonly reason: UnplacedRest['reason'];
  readonly text: Sentence;
}

/** A park that is known to admit one of the lots with all that it needs. */
export interface ParkRow {
  readonly park: ParkFact;
  readonly region: RegionFact;
  readonly freeHa: number | null;
  readonly takenHa: number;
}

/**
 * Whether lots find land together: the exact optimum, lots split over admissible parks. Parks of which the free land is
 * not known take nothing, and the lot says so.
 */
export async function answerParkAssignment(
  index: MapIndex,
  built: MapMatrix,
  gaps: GapMatrix,
  related: Relatedness,
  lots: readonly AssignmentLot[],
  run: (job: ParkAssignmentJob) => Promise<ParkAssignment>,
): Promise<AssignmentReply> {
  const { matrix } = built;
  const entries = lots.map((lot, position) => {
    const segment = matrix.segments.indexOf(lot.segment.code);
    const origin = built.regionCodes.indexOf(lot.from.code);
    invariant(segment >= 0 && origin >= 0, `lot ${position} is a cell of the matrix`);
    const moved = { id: `lot-${position + 1}`, segment, origin, requires: [] };
    const { landHa, firms, employees } = lot;
    return {
      lot: { ...moved, landHa, firms, employees },
      candidates: relocationCandidates(
        relocationFacts(index, built, gaps, related, lot.segment.code),
        { ...moved, landHa, firms, employees },
        gaps.parameters,
        relocationRules(index, lot.segment.code, segment),
      ),
    };
  });
  const found = await run({ parks: matrix.parks, lots: entries });
  const regionAt = (row: number): RegionFact => {
    const region = index.region(built.regionCodes[row] ?? '');
    invariant(region !== undefined, `row ${row} of the matrix is a region`);
    return region;
  };
  const parkOf = (position: number): { readonly park: ParkFact; readonly region: RegionFact } => {
    const park = index.park(matrix.parks[position]?.id ?? '');
    invariant(park !== undefined, `park ${position} of the matrix is in the map`);
    return { park, region: regionAt(matrix.parks[position]?.region ?? -1) };
  };
  const admissible = new Map<number, number>();
  for (const { candidates } of entries) {
    for (const candidate of candidates) {
      for (const park of candidate.parks) {
        if (park.admits === 'yes' && park.features.every((one) => one.present === 'yes')) {
          admissible.set(park.park, park.freeHa);
        }
      }
    }
  }
  return {
    basis: matrix.basis,
    parameters: echoParameters(gaps.parameters, ASSIGNMENT_PARAMETERS),
    lots: lots.map((lot, position) => ({ ...lot, number: position + 1 })),
    optimum: found.optimum,
    placedHa: found.placedHa,
    wantedHa: lots.reduce((sum, lot) => sum + (lot.landHa ?? 0), 0),
    placed: found.parts.map((part): PlacedRow => {
      const entry = entries[part.lot];
      const lot = lots[part.lot];
      const place = parkOf(part.park);
      const candidate = entry?.candidates.find(
        (one: RelocationCandidate) => built.regionCodes[one.region] === place.region.code,
      );
      invariant(lot !== undefined && entry !== undefined && candidate !== undefined, 'a part belongs to a candidate');
      return {
        lot: part.lot + 1,
        ...place,
        ha: part.ha,
        score: explainedRelocationScore(index, built, lot, candidate),
      };
    }),
    unplaced: found.unplaced.map((rest) => ({
      lot: rest.lot + 1,
      ha: nullIfUnknown(rest.ha),
      reason: rest.reason,
      text: REASONS[rest.reason],
    })),
    parks: [...admissible]
      .sort(([a], [b]) => a - b)
      .map(([position, freeHa]) => ({
        ...parkOf(position),
        freeHa: nullIfUnknown(freeHa),
        takenHa: found.parts.reduce((sum, part) => sum + (part.park === position ? part.ha : 0), 0),
      })),
  };
}

const REASONS: Readonly<Record<UnplacedRest['reason'], Sentence>> = {
  'land-unknown': { zh: '没有说明需要多少用地。', en: 'The lot does not say how much land it needs.', evidence: [] },
  'no-admissible-park': {
    zh: '没有已知园区接收它并具备所需条件。',
    en: 'No park is known to admit it with what it needs.',
    evidence: [],
  },
  'park-land-unknown': {
    zh: '有园区接收它，但没有来源给出可用地：不作安排，先核实用地。',
    en: 'Parks admit it, but no source gives their free land: not placed; find out the land first.',
    evidence: [],
  },
  'parks-unverified': {
    zh: '是否有园区接收它或具备所需条件未知：不作安排，先核实。',
    en: 'Whether a park admits it, or has what it needs, is not known: not placed; find out first.',
    evidence: [],
  },
  'segment-stays': {
    zh: '属高端链条，政策鼓励留在珠三角，不安排转出。',
    en: 'A high-end link that the policy wants to keep in the Delta: not placed.',
    evidence: [],
  },
  'capacity-used': {
    zh: '接收它的园区用地已满，或用于其他批次更合适。',
    en: 'The parks that admit it have no land left, or it is better used by other lots.',
    evidence: [],
  },
};
