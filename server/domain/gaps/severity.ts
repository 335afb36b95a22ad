import { unreachable } from '../app-error.ts';
import { combine } from '../matrix/composite-score.ts';
import type { ComponentValue, CompositeScore, ScoreComponent } from '../matrix/composite-score.ts';
import type { AnalyticsParameters } from '../parameters.ts';

/** The parts of a severity; each 0..1 or NaN (unknown). */
export interface SeverityFacts {
  /** Supply share / demand share. */
  readonly beta: number;
  /** Part of the region's other activity that buys from the segment. */
  readonly exposure: number;
  /** Share of the province that is lost when the segment stops. */
  readonly criticality: number;
  /** Herfindahl-Hirschman index of the cell's firms. */
  readonly firmHhi: number;
  /** Nobody is there, so there is nothing to concentrate. */
  readonly empty: boolean;
  /** Share bought outside the province. */
  readonly externalShare: number;
}

export const SEVERITY_COMPONENTS = ['shortfall', 'exposure', 'criticality', 'concentration', 'dependence'] as const;
export type SeverityComponentName = (typeof SEVERITY_COMPONENTS)[number];

export interface SeverityComponent extends ScoreComponent {
  readonly name: SeverityComponentName;
}

/** As `CompositeScore`; `score` is null too when the shortfall is unknown or the evidence too thin. */
export type Severity = CompositeScore;

/**
 * Components of the severity of a gap, in the order in which they are shown:
 * shortfall = 1 - min(1, beta); exposure; criticality of the segment; concentration = firm HHI, not applicable where
 * nobody is; dependence = external share. Source: reference formulas, "Severity components".
 */
export function severityComponents(
  facts: SeverityFacts,
  weights: AnalyticsParameters['severityWeights'],
): readonly SeverityComponent[] {
  return SEVERITY_COMPONENTS.map((name) => ({ name, value: componentValue(name, facts), weight: weights[name] }));
}

/**
 * Severity of a gap, 0..1, with its range. The score is null when the shortfall, which it is about, is unknown or the
 * known share of the weight is below `severityMinEvidence`; low, high and evidence are still given.
 */
export function severityOf(facts: SeverityFacts, parameters: AnalyticsParameters): Severity {
  return combineSeverity(severityComponents(facts, parameters.severityWeights), facts, parameters);
}

/**
 * The score of `severityOf` alone, NaN where it is null: for a run over many cells, without an object a component.
 */
export function severityScore(facts: SeverityFacts, parameters: AnalyticsParameters): number {
  if (Number.isNaN(facts.beta)) return Number.NaN;
  const weights = parameters.severityWeights;
  const concentration = facts.empty ? 0 : weights.concentration;
  const applicable = weights.shortfall + weights.exposure + weights.criticality + concentration + weights.dependence;
  const known =
    weights.shortfall +
    knownWeight(weights.exposure, facts.exposure) +
    knownWeight(weights.criticality, facts.criticality) +
    knownWeight(concentration, facts.firmHhi) +
    knownWeight(weights.dependence, facts.externalShare);
  const sum =
    weights.shortfall * (1 - Math.min(1, facts.beta)) +
    part(weights.exposure, facts.exposure) +
    part(weights.criticality, facts.criticality) +
    part(concentration, facts.firmHhi) +
    part(weights.dependence, facts.externalShare);
  return known > 0 && known / applicable >= parameters.severityMinEvidence ? sum / known : Number.NaN;
}

function knownWeight(weight: number, value: number): number {
  return Number.isNaN(value) ? 0 : weight;
}

function part(weight: number, value: number): number {
  return Number.isNaN(value) ? 0 : weight * value;
}

function combineSeverity(
  components: readonly ScoreComponent[],
  facts: SeverityFacts,
  parameters: AnalyticsParameters,
): Severity {
  const combined = combine(components);
  const stated = !Number.isNaN(facts.beta) && combined.evidence >= parameters.severityMinEvidence;
  if (stated) return combined;
  return { score: null, low: combined.low, high: combined.high, evidence: combined.evidence };
}

function componentValue(name: SeverityComponentName, facts: SeverityFacts): ComponentValue {
  switch (name) {
    case 'shortfall':
      return known(1 - Math.min(1, facts.beta));
    case 'exposure':
      return known(facts.exposure);
    case 'criticality':
      return known(facts.criticality);
    case 'concentration':
      return facts.empty ? 'n/a' : known(facts.firmHhi);
    case 'dependence':
      return known(facts.externalShare);
    default:
      return unreachable(name);
  }
}

function known(value: number): ComponentValue {
  return Number.isNaN(value) ? 'unknown' : value;
}
