import { AppError, invariant } from '../app-error.ts';
import { DEFAULT_PARAMETERS, parametersSchema, type AnalyticsParameters } from '../parameters.ts';
import type { NamedParameter } from './explained-score.ts';

/** A parameter as a caller names it: the documented snake_case name and the value wanted in place of the default. */
export interface ParameterAsked {
  readonly name: string;
  readonly value: number;
}

/** Where a parameter sits in `AnalyticsParameters`: at the top, or in a group of weights or factors. */
interface Place {
  readonly name: string;
  readonly path: readonly string[];
}

/** Groups whose members are named one by one: `severity_weight_shortfall` is `severityWeights.shortfall`. */
const GROUP_PREFIXES: Readonly<Record<string, string>> = {
  severityWeights: 'severity_weight',
  completenessWeights: 'completeness_weight',
  relocationWeights: 'relocation_weight',
  targetWeights: 'target_weight',
  pathStrength: 'path_strength',
};

const PLACES: readonly Place[] = Object.entries(DEFAULT_PARAMETERS).flatMap(([key, value]): Place[] => {
  if (typeof value === 'number') return [{ name: snake(key), path: [key] }];
  const prefix = GROUP_PREFIXES[key];
  invariant(prefix !== undefined, `the parameter group ${key} has a prefix`);
  return Object.keys(value).map((member) => ({ name: `${prefix}_${snake(member)}`, path: [key, member] }));
});

/** Names of all parameters that start with one of the given names or prefixes, in the documented order. */
function namesOf(...starts: readonly string[]): readonly string[] {
  return PLACES.map((place) => place.name).filter((name) => starts.some((start) => name.startsWith(start)));
}

/** Parameters that shape each question: a parameter that does not is refused, so that no input is without effect. */
export const GAP_PARAMETERS = namesOf(
  'lq_shrink_k',
  'presence_threshold',
  'weak_beta',
  'dependent_share',
  'concentrated_',
  'strong_',
  'extend_upstream',
  'severity_',
  'likely_missing_probability',
);
export const COMPLETENESS_PARAMETERS = namesOf('completeness_weight_');
export const RELOCATION_PARAMETERS = namesOf(
  'relocation_weight_',
  'distance_decay_km',
  'presence_threshold',
  'path_strength_',
);
export const ASSIGNMENT_PARAMETERS = namesOf('relocation_weight_', 'distance_decay_km', 'presence_threshold');
export const TARGET_PARAMETERS = [
  ...namesOf('target_', 'size_ref', 'distance_decay_km'),
  ...namesOf('presence_threshold', 'severity_'),
];
export const DISRUPTION_PARAMETERS = namesOf('distance_decay_km', 'cascade_eps');

/**
 * The parameters of one question: the base values with those that were asked for in their place.
 *
 * @param base the values that hold unless asked otherwise (documented defaults, adapted to the data where a rule says so)
 * @param allowed names that shape this question
 *
 * Errors: BAD_USER_INPUT for a name that is unknown, does not shape the question or stands twice, and for a value out of
 * range; each names the parameter and what is allowed.
 */
export function parametersFrom(
  base: AnalyticsParameters,
  asked: readonly ParameterAsked[],
  allowed: readonly string[],
): AnalyticsParameters {
  if (asked.length === 0) return base;
  const values: Record<string, number | Record<string, number>> = structuredClone(base);
  const seen = new Set<string>();
  for (const { name, value } of asked) {
    const place = PLACES.find((candidate) => candidate.name === name);
    if (place === undefined || !allowed.includes(name)) {
      throw fault(
        `${name} is ${place === undefined ? 'no parameter' : 'a parameter of other questions'}; here there are ${allowed.join(', ')}.`,
      );
    }
    if (seen.has(name)) throw fault(`${name} is given twice; give it once.`);
    seen.add(name);
    const [key = '', member] = place.path;
    const group = values[key];
    if (member === undefined) values[key] = value;
    else if (typeof group === 'object') group[member] = value;
  }
  const parsed = parametersSchema.safeParse(values);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = (issue?.path ?? []).map(String);
  const name =
    PLACES.find((place) => place.path.join('.') === path.join('.'))?.name ??
    GROUP_PREFIXES[path[0] ?? ''] ??
    path.join('.');
  throw fault(`${name} ${issue?.message ?? 'is out of range'}.`);
}

/** The named parameters with their values, in the documented order, as an answer gives them back. */
export function echoParameters(parameters: AnalyticsParameters, names: readonly string[]): readonly NamedParameter[] {
  return PLACES.filter((place) => names.includes(place.name)).map(({ name, path }) => ({
    name,
    value: valueAt(parameters, path),
  }));
}

function valueAt(parameters: AnalyticsParameters, path: readonly string[]): number {
  let current: unknown = parameters;
  for (const key of path) {
    current = typeof current === 'object' && current !== null ? (current as Record<string, unknown>)[key] : undefined;
  }
  invariant(typeof current === 'number', `the parameter ${path.join('.')} is a number`);
  return current;
}

function snake(camel: string): string {
  return camel.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function fault(message: string): AppError {
  return new AppError('BAD_USER_INPUT', message, 'parameters');
}
