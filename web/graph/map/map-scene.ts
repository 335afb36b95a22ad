import type { Feasibility } from './flow-selection.ts';
import type { MapZone } from './map-palette.ts';

/** A prefecture on the map. */
export interface MapPlace {
  /** GB/T 2260 code; its outline has the same. */
  readonly code: string;
  readonly name: string;
  /** Seat of government, degrees. */
  readonly lon: number;
  readonly lat: number;
  readonly zone: MapZone;
  /** Where the flows start, where they could end, or neither. */
  readonly role: 'origin' | 'candidate' | 'plain';
  /** Candidates only. */
  readonly feasibility: Feasibility | null;
  /** Inside the mark: the place in the ranking, `?`, `✕`; empty for plain places. */
  readonly glyph: string;
  /** Beside the name, for example the number of firms at the origin; empty = nothing. */
  readonly detail: string;
}

/** A flow drawn from the origin. */
export interface MapFlow {
  /** Code of the destination. */
  readonly to: string;
  readonly feasibility: Feasibility;
  /** Fit 0..1; null when nothing is known. */
  readonly score: number | null;
}

export interface MapScene {
  readonly places: readonly MapPlace[];
  readonly flows: readonly MapFlow[];
}

/** What stands out. */
export interface MapEmphasis {
  readonly selected: string | null;
  readonly focused: string | null;
  /** The other flows step back. */
  readonly isAlone: boolean;
}
