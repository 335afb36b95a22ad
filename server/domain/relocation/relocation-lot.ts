import type { ChainMatrix, SizeBasis } from '../matrix/chain-matrix.ts';

/** The measure (and clause, where it is known) that a hard rule rests on. */
export interface RuleSource {
  /** Public id of the measure, for example `M19`. */
  readonly measure: string;
  readonly clause: string | null;
}

/** Something that a park must have before the lot may go there. `demandedBy` is null when only the asker asks for it. */
export interface RequiredFeature {
  readonly feature: string;
  readonly demandedBy: RuleSource | null;
}

/** What is to be moved: a part of a segment, or a firm seen as one. */
export interface RelocationLot {
  readonly id: string;
  /** Index into `segments`. */
  readonly segment: number;
  /** Index into `regions`. */
  readonly origin: number;
  /** Employees that move; null when unknown or when the matrix counts something else. */
  readonly employees: number | null;
  /** Firms that move; null when unknown. It is the lot's size when the matrix counts firms. */
  readonly firms: number | null;
  /** Land needed, hectares; null when unknown. */
  readonly landHa: number | null;
  readonly requires: readonly RequiredFeature[];
}

/** Every lot of these segments needs the feature (for example dyeing and washing: waste-water treatment, M19). */
export interface FeatureRule {
  readonly segments: readonly number[];
  readonly feature: string;
  readonly demandedBy: RuleSource;
}

/** Lots of these segments are not proposed to leave these areas (for example high-end links and the Delta, M4). */
export interface SegmentStaysRule {
  readonly segments: readonly number[];
  readonly areas: readonly string[];
  readonly demandedBy: RuleSource;
}

/** Hard rules that come before any score. Which segments and features they name is data, read from the policy graph. */
export interface RelocationRules {
  readonly features: readonly FeatureRule[];
  readonly stays: readonly SegmentStaysRule[];
}

export const NO_RULES: RelocationRules = { features: [], stays: [] };

/**
 * Size of the lot in the unit that the matrix counts. NaN when it is unknown, and always NaN on a revenue matrix, for
 * which no lot states a size: the measures that need it are then unknown.
 */
export function lotSize(lot: Pick<RelocationLot, 'employees' | 'firms'>, basis: SizeBasis): number {
  switch (basis) {
    case 'EMPLOYEES':
      return lot.employees ?? Number.NaN;
    case 'FIRMS':
      return lot.firms ?? Number.NaN;
    case 'REVENUE':
      return Number.NaN;
  }
}

/** The features that the lot itself asks for, then those that a rule asks for; a feature is named once, a rule wins. */
export function requiredFeatures(lot: RelocationLot, rules: RelocationRules): readonly RequiredFeature[] {
  const byFeature = new Map<string, RequiredFeature>();
  for (const required of lot.requires) byFeature.set(required.feature, required);
  for (const rule of rules.features) {
    if (!rule.segments.includes(lot.segment)) continue;
    const present = byFeature.get(rule.feature);
    if (present === undefined || present.demandedBy === null) {
      byFeature.set(rule.feature, { feature: rule.feature, demandedBy: rule.demandedBy });
    }
  }
  return [...byFeature.values()];
}

/** The rules by which the lot is not proposed to go from its origin to `destination`. */
export function stayRulesAgainst(
  matrix: Pick<ChainMatrix, 'regions'>,
  lot: RelocationLot,
  destination: number,
  rules: RelocationRules,
): readonly SegmentStaysRule[] {
  const from = matrix.regions[lot.origin]?.area;
  const to = matrix.regions[destination]?.area;
  return rules.stays.filter(
    (rule) =>
      rule.segments.includes(lot.segment) &&
      from !== undefined &&
      rule.areas.includes(from) &&
      !(to !== undefined && rule.areas.includes(to)),
  );
}
