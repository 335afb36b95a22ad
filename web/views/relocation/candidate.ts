import type { MeasureLineFragment, ParkNameFragment, RelocationPathsQuery } from '../../api/generated/operations.ts';
import type { Named } from '../../i18n/texts.ts';
import { COMPONENTS, type Component, type ComponentName, type Feasibility, type Weights } from './ranking.ts';
import { isZoneCode, type ZoneCode } from './relocation-params.ts';
import { fromEntries } from './weights-text.ts';

export type PathsAnswer = RelocationPathsQuery['relocationPaths'];
type RawCandidate = PathsAnswer['candidates'][number];

/** Something in the way of a candidate. */
export interface CandidateBlocker {
  /** Kind, from a closed set of the service; a new one is shown by its words. */
  readonly code: string;
  /** It forbids; otherwise it must be verified. */
  readonly hard: boolean;
  readonly words: Named;
  readonly measure: MeasureLineFragment | null;
  readonly park: ParkNameFragment | null;
}

/** A place that the segment could go to, as this view needs it. */
export interface Candidate {
  readonly code: string;
  readonly name: Named;
  readonly zone: ZoneCode;
  readonly zoneName: Named;
  readonly feasibility: Feasibility;
  /** All seven, in the fixed order. */
  readonly components: readonly (Component & { readonly label: Named })[];
  readonly blockers: readonly CandidateBlocker[];
  /** The park that the score rests on. */
  readonly park: ParkNameFragment | null;
  /** Straight line between the seats of government. */
  readonly distanceKm: number | null;
  /** Firms of the segment already there; null when unknown. */
  readonly firms: number | null;
  readonly missingHop: string | null;
  readonly measures: readonly MeasureLineFragment[];
}

/** A candidate of the service in the view's terms. A component that the service leaves out is unknown, not zero. */
export function candidateOf(raw: RawCandidate): Candidate {
  return {
    code: raw.region.code,
    name: raw.region,
    zone: isZoneCode(raw.zone.code) ? raw.zone.code : 'PRD',
    zoneName: raw.zone,
    feasibility: raw.feasibility,
    components: COMPONENTS.map((name) => {
      const part = raw.score.components.find((one) => one.name === name);
      return {
        name,
        label: part ?? { zh: name, en: name },
        state: part?.state ?? 'UNKNOWN',
        value: part?.state === 'KNOWN' ? part.value : null,
      };
    }),
    blockers: raw.blockers.map((blocker) => ({
      code: blocker.code,
      hard: blocker.hard,
      words: { zh: blocker.zhText, en: blocker.enText },
      measure: blocker.measure,
      park: blocker.park,
    })),
    park: raw.park,
    distanceKm: raw.distanceKm,
    firms: raw.firms,
    missingHop: raw.missingHop,
    measures: raw.measures,
  };
}

/** The weights that the service used; those of the first candidate, since all have the same. */
export function weightsOf(answer: PathsAnswer): Weights {
  const parts = answer.candidates[0]?.score.components ?? [];
  const weightOf = (name: ComponentName): number => parts.find((part) => part.name === name)?.weight ?? 0;
  return fromEntries(weightOf);
}
