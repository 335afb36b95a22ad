import { z } from 'zod';

/**
 * Every number that a measure uses and that is a choice, not a fact: weights, thresholds, distance decay. They are
 * inputs of the measures, validated here and echoed in the answer that they shaped.
 *
 * Origin of the defaults, unless a line says otherwise: the reference formulas of the project (reference analytics,
 * `params` of its data set). No official source gives thresholds for 补链, 延链, 强链 or 稳链; these are proposals.
 */

const share = (fallback: number) =>
  z
    .number({ error: 'must be a number from 0 to 1' })
    .min(0, { error: 'must be 0 or more' })
    .max(1, { error: 'must be 1 or less' })
    .default(fallback);

const nonNegative = (fallback: number) =>
  z.number({ error: 'must be a number of 0 or more' }).min(0, { error: 'must be 0 or more' }).default(fallback);

const positive = (fallback: number) =>
  z.number({ error: 'must be a number above 0' }).gt(0, { error: 'must be above 0' }).default(fallback);

/** Weights of a composite: each 0 or more, not all 0; a missing one takes its default. They need not sum to 1. */
const weights = <Shape extends Readonly<Record<string, ReturnType<typeof nonNegative>>>>(shape: Shape) =>
  z.strictObject(shape).refine((value) => Object.values(value).some((weight) => weight !== 0), {
    error: 'must have at least one weight above 0',
  });

export const parametersSchema = z.strictObject({
  /** Employees with the mix of the whole province that are added before strength is claimed. */
  lqShrinkK: nonNegative(1000),
  /** Location quotient from which a segment counts as a specialisation. */
  presenceThreshold: positive(1),
  /** Supply share / demand share below which a segment is weak. */
  weakBeta: nonNegative(0.5),
  /** External purchase share from which a segment is dependent. */
  dependentShare: share(0.5),
  /** Share of the largest firm from which a cell is concentrated. */
  concentratedTop1: share(0.5),
  /** Number of firms up to which a cell is concentrated. */
  concentratedMaxFirms: nonNegative(2),
  /** Shrunk location quotient from which a segment may be strong. */
  strongLq: nonNegative(1.25),
  /** Supply share / demand share from which a segment may be strong. */
  strongBeta: nonNegative(1),
  /** Upstream presence from which an end segment is to be extended (延链) instead of filled (补链). */
  extendUpstream: share(0.5),
  severityWeights: weights({
    shortfall: nonNegative(0.35),
    exposure: nonNegative(0.25),
    criticality: nonNegative(0.2),
    concentration: nonNegative(0.1),
    dependence: nonNegative(0.1),
  }).prefault({}),
  /** Known share of the weight below which no severity is given. */
  severityMinEvidence: share(0.5),
  /**
   * Probability of seeing no firm in a sample, had supply followed demand, below which an unseen cell is
   * `likely-missing`. Origin: the product's rule for sampled coverage (5 %, the usual level of a one-sided test).
   */
  likelyMissingProbability: share(0.05),
  completenessWeights: weights({
    coverage: nonNegative(0.3),
    depth: nonNegative(0.4),
    linkage: nonNegative(0.3),
  }).prefault({}),
  relocationWeights: weights({
    chainFit: nonNegative(0.3),
    park: nonNegative(0.2),
    policy: nonNegative(0.15),
    pairing: nonNegative(0.1),
    gradient: nonNegative(0.1),
    proximity: nonNegative(0.1),
    relatedness: nonNegative(0.05),
  }).prefault({}),
  targetWeights: weights({
    need: nonNegative(0.25),
    match: nonNegative(0.25),
    size: nonNegative(0.2),
    linkage: nonNegative(0.15),
    proximity: nonNegative(0.15),
  }).prefault({}),
  /** Proximity of segments from which a firm of another segment is a candidate. */
  targetRelatedMin: share(0.4),
  /** Employees at which the size component of a target firm reaches 1. */
  sizeRef: positive(1000),
  /** Kilometres after which the pull of distance falls to 1/e. */
  distanceDecayKm: positive(200),
  /** Factors of an explanation path, each 0..1. */
  pathStrength: z
    .strictObject({
      measureNamesSegment: share(1),
      measureWholeChain: share(0.7),
      measureNamesRegion: share(1),
      measureNamesArea: share(0.8),
      deptLead: share(1),
      deptSupport: share(0.6),
    })
    .prefault({}),
  /** Fall of a value in one round at which a cascade stops; capacity share. */
  cascadeEps: z
    .number({ error: 'must be a number above 0 and up to 1' })
    .gt(0, { error: 'must be above 0' })
    .max(1, { error: 'must be 1 or less' })
    .default(1e-9),
});

export type AnalyticsParameters = z.infer<typeof parametersSchema>;

/** The documented defaults. */
export const DEFAULT_PARAMETERS: AnalyticsParameters = parametersSchema.parse({});
