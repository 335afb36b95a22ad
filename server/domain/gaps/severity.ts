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

/** As `severityOf` for a run over many cells: the components are written over those of the call before. */
export function severityRun(parameters: AnalyticsParameters): (facts: SeverityFacts) => Severity {
  const reused = severityComponents(NOTHING_KNOWN, parameters.severityWeights).map((component) => ({ ...component }));
  return (facts) => {
    for (const component of reused) component.value = componentValue(component.name, facts);
    return combineSeverity(reused, facts, parameters);
  };
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

const NOTHING_KNOWN: SeverityFacts = {
  beta: Number.NaN,
  exposure: Number.NaN,
  criticality: Number.NaN,
  firmHhi: Number.NaN,
  empty: false,
  externalShare: Number.NaN,
};

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
