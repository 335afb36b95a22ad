import type { RuleSource } from './relocation-lot.ts';

/** The hard rule that a blocker comes from. */
export type HardRule = 'park-admission' | 'park-feature' | 'park-land' | 'stay-in-area';

/**
 * Why a destination is not (or not yet) feasible, as data; a closed set. Kinds that end in `-unknown` say that a fact
 * is missing, not that it speaks against the place. Park ids are indices into `matrix.parks`; land is in hectares.
 */
export type Blocker =
  /** No park of the region is known to admit the segment, and every list is complete. */
  | { readonly kind: 'no-park-accepts'; readonly rule: 'park-admission'; readonly demandedBy: RuleSource | null }
  /** The parks of the region are not all loaded. */
  | { readonly kind: 'parks-not-loaded'; readonly rule: 'park-admission'; readonly demandedBy: RuleSource | null }
  | {
      readonly kind: 'park-admission-unknown';
      readonly rule: 'park-admission';
      readonly demandedBy: RuleSource | null;
      readonly park: number;
    }
  | {
      readonly kind: 'park-lacks-feature' | 'park-feature-unknown';
      readonly rule: 'park-feature';
      readonly demandedBy: RuleSource | null;
      readonly park: number;
      readonly feature: string;
    }
  | {
      readonly kind: 'park-full';
      readonly rule: 'park-land';
      readonly demandedBy: RuleSource | null;
      readonly park: number;
      readonly freeHa: number;
      readonly neededHa: number | null;
    }
  /** How much of the park is taken is unknown, but all of it together is less than the lot needs. */
  | {
      readonly kind: 'park-too-small';
      readonly rule: 'park-land';
      readonly demandedBy: RuleSource | null;
      readonly park: number;
      readonly totalHa: number;
      readonly neededHa: number;
    }
  | {
      readonly kind: 'park-land-unknown';
      readonly rule: 'park-land';
      readonly demandedBy: RuleSource | null;
      readonly park: number;
    }
  /** The lot does not say how much land it needs. */
  | { readonly kind: 'lot-land-unknown'; readonly rule: 'park-land'; readonly demandedBy: RuleSource | null }
  /** A measure wants the segment kept where it is. */
  | { readonly kind: 'segment-stays'; readonly rule: 'stay-in-area'; readonly demandedBy: RuleSource };

/**
 * - `feasible`: a park is known to admit the lot, to have every required feature and the land; no rule speaks against it.
 * - `unverified`: no known fact rules it out, but one that is needed is unknown.
 * - `blocked`: a known fact or a rule rules it out.
 */
export type Feasibility = 'feasible' | 'unverified' | 'blocked';

/** Position of each state in a ranking. */
export const FEASIBILITY_ORDER: Readonly<Record<Feasibility, number>> = { feasible: 0, unverified: 1, blocked: 2 };
