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
): readonly ScoreComponent[] {
  return [
    { name: 'shortfall', value: known(1 - Math.min(1, facts.beta)), weight: weights.shortfall },
    { name: 'exposure', value: known(facts.exposure), weight: weights.exposure },
    { name: 'criticality', value: known(facts.criticality), weight: weights.criticality },
    { name: 'concentration', value: facts.empty ? 'n/a' : known(facts.firmHhi), weight: weights.concentration },
    { name: 'dependence', value: known(facts.externalShare), weight: weights.dependence },
  ];
}

/**
 * Severity of a gap, 0..1, with its range. The score is null when the shortfall, which it is about, is unknown or the
 * known share of the weight is below `severityMinEvidence`; low, high and evidence are still given.
 */
export function severityOf(facts: SeverityFacts, parameters: AnalyticsParameters): Severity {
  const combined = combine(severityComponents(facts, parameters.severityWeights));
  const stated = !Number.isNaN(facts.beta) && combined.evidence >= parameters.severityMinEvidence;
  return stated ? combined : { ...combined, score: null };
}

function known(value: number): ComponentValue {
  return Number.isNaN(value) ? 'unknown' : value;
}
