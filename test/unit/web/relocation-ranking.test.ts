import { describe, expect, test } from 'vitest';
import {
  combine,
  COMPONENTS,
  indistinguishableHead,
  rank,
  rangesOverlap,
  topStability,
  type Component,
  type Feasibility,
  type Rankable,
} from '../../../web/views/relocation/ranking.ts';
import { fromEntries, parseWeights, weightsText } from '../../../web/views/relocation/weights-text.ts';

type Value = number | null | 'n/a';

const components = (values: readonly Value[]): Component[] =>
  COMPONENTS.map((name, index) => {
    const value = values[index] ?? null;
    if (value === 'n/a') return { name, state: 'NOT_APPLICABLE', value: null };
    return value === null ? { name, state: 'UNKNOWN', value: null } : { name, state: 'KNOWN', value };
  });
const candidate = (code: string, feasibility: Feasibility, values: readonly Value[]): Rankable => ({
  code,
  feasibility,
  components: components(values),
});

/** The documented weights, in the order of the components. */
const DEFAULTS = fromEntries((_, index) => [0.3, 0.2, 0.15, 0.1, 0.1, 0.1, 0.05][index] ?? 0);

// Components and results of the invented province of the reference data (query Q1 and Q2), worked out independently.
const Q1: readonly (readonly [string, Feasibility, readonly Value[], number, number, number, number])[] = [
  ['R04', 'FEASIBLE', [0.493823, 1, 0.5, 1, 0, 0.154278, 0.304348], 0.553792, 0.553792, 0.553792, 1],
  ['R08', 'FEASIBLE', [0.490334, 1, 0.75, 0, 0, 0.293611, 0.347826], 0.506353, 0.506353, 0.506353, 1],
  ['R06', 'BLOCKED', [0.4736, 0, 0.5, 0, 0, 0.122579, 0.347826], 0.246729, 0.246729, 0.246729, 1],
  ['R07', 'BLOCKED', [null, 0, 0.5, 0, null, 0.123564, 0.521739], 0.189072, 0.113443, 0.513443, 0.6],
  ['R05', 'BLOCKED', [0.32599, 0, 0, 0, 0, 0.143202, 0.521739], 0.138204, 0.138204, 0.138204, 1],
  ['R09', 'BLOCKED', [0, 0, 0.5, 0, null, 0.258722, null], 0.118673, 0.100872, 0.250872, 0.85],
];

describe('combination', () => {
  test.each(Q1)('%s of the reference data', (_code, _feasibility, values, value, low, high, evidence) => {
    const score = combine(components(values), DEFAULTS);
    expect(score.value).toBeCloseTo(value, 5);
    expect(score.low).toBeCloseTo(low, 5);
    expect(score.high).toBeCloseTo(high, 5);
    expect(score.evidence).toBeCloseTo(evidence, 9);
  });

  test('an unknown part widens the range and is never counted as 0', () => {
    // 0.3*1 + 0.2*0.5 = 0.4 over known weight 0.5 of 1.
    const score = combine(components([1, 0.5, null, null, null, null, null]), DEFAULTS);
    expect(score.value).toBeCloseTo(0.8, 12);
    expect(score.low).toBeCloseTo(0.4, 12);
    expect(score.high).toBeCloseTo(0.9, 12);
    expect(score.evidence).toBeCloseTo(0.5, 12);
  });

  test('a part that cannot exist leaves the sum', () => {
    // 0.3*1 over 0.3 + 0.2 with the rest not applicable.
    const score = combine(components([1, 0, 'n/a', 'n/a', 'n/a', 'n/a', 'n/a']), DEFAULTS);
    for (const value of [score.value, score.low, score.high]) expect(value).toBeCloseTo(0.6, 12);
    expect(score.evidence).toBe(1);
  });

  test.each([
    ['nothing known', [null, null, null, null, null, null, null] as Value[], 0],
    ['nothing applicable', Array<Value>(7).fill('n/a'), 0],
  ])('with %s there is no score and the whole range', (_, values, evidence) => {
    expect(combine(components(values), DEFAULTS)).toEqual({ value: null, low: 0, high: 1, evidence });
  });

  test('only the proportions of the weights count', () => {
    const values = components([0.4, 0.2, null, 1, 0, 0.3, 0.9]);
    const doubled = fromEntries((name) => DEFAULTS[name] * 2);
    expect(combine(values, doubled).value).toBeCloseTo(combine(values, DEFAULTS).value ?? NaN, 12);
  });
});

describe('order', () => {
  test('the reference order, feasible first; blocked ones get no place', () => {
    const shuffled = [...Q1].reverse().map(([code, feasibility, values]) => candidate(code, feasibility, values));
    const ranked = rank(shuffled, DEFAULTS);
    expect(ranked.map((one) => one.candidate.code)).toEqual(['R04', 'R08', 'R06', 'R07', 'R05', 'R09']);
    expect(ranked.map((one) => one.rank)).toEqual([1, 2, null, null, null, null]);
  });

  test('a feasible one with a lower score stands before one to be verified, and that before a blocked one', () => {
    const ranked = rank(
      [
        candidate('c', 'BLOCKED', [1, 1, 1, 1, 1, 1, 1]),
        candidate('b', 'UNVERIFIED', [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]),
        candidate('a', 'FEASIBLE', [0, 0, 0, 0, 0, 0, 0]),
      ],
      DEFAULTS,
    );
    expect(ranked.map((one) => one.candidate.code)).toEqual(['a', 'b', 'c']);
  });

  test('ties go by code, and an unknown score comes last in its group', () => {
    const same = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5];
    const ranked = rank(
      [
        candidate('440500', 'FEASIBLE', [null, null, null, null, null, null, null]),
        candidate('445200', 'FEASIBLE', same),
        candidate('445100', 'FEASIBLE', same),
      ],
      DEFAULTS,
    );
    expect(ranked.map((one) => one.candidate.code)).toEqual(['445100', '445200', '440500']);
  });

  test('more weight on policy turns the first two round', () => {
    // Q1 with all weight on policy: R08 0.75 beats R04 0.5.
    const feasible = Q1.slice(0, 2).map(([code, feasibility, values]) => candidate(code, feasibility, values));
    const policyOnly = fromEntries((name) => (name === 'policy' ? 1 : 0));
    expect(rank(feasible, policyOnly).map((one) => one.candidate.code)).toEqual(['R08', 'R04']);
  });
});

describe('stability', () => {
  test('the reference value of Q1: in 13 of 14 runs the first place stays', () => {
    const all = Q1.map(([code, feasibility, values]) => candidate(code, feasibility, values));
    expect(topStability(all, DEFAULTS)).toBeCloseTo(13 / 14, 12);
  });

  test('one that is best in everything stays in all runs', () => {
    const pair = [candidate('a', 'FEASIBLE', [1, 1, 1, 1, 1, 1, 1]), candidate('b', 'FEASIBLE', [0, 0, 0, 0, 0, 0, 0])];
    expect(topStability(pair, DEFAULTS)).toBe(1);
  });

  test('with fewer than two candidates there is none', () => {
    expect(topStability([], DEFAULTS)).toBeNull();
    expect(topStability([candidate('a', 'FEASIBLE', [1, 1, 1, 1, 1, 1, 1])], DEFAULTS)).toBeNull();
  });
});

describe('ranges', () => {
  const range = (low: number, high: number): { value: number; low: number; high: number; evidence: number } => ({
    value: (low + high) / 2,
    low,
    high,
    evidence: 1,
  });

  test.each([
    [0.5, 0.8, 0.6, 0.9, true],
    [0.5, 0.6, 0.6, 0.9, true],
    [0.5, 0.59, 0.6, 0.9, false],
  ])('%s–%s and %s–%s overlap: %s', (lowA, highA, lowB, highB, expected) => {
    expect(rangesOverlap(range(lowA, highA), range(lowB, highB))).toBe(expected);
    expect(rangesOverlap(range(lowB, highB), range(lowA, highA))).toBe(expected);
  });

  test('the head of the list is the longest one in which every two overlap', () => {
    const list = [range(0.5, 0.9), range(0.4, 0.6), range(0.3, 0.55), range(0.1, 0.45)].map((score) => ({ score }));
    // The fourth overlaps the second and third but not the first.
    expect(indistinguishableHead(list)).toBe(3);
    expect(indistinguishableHead([])).toBe(0);
  });
});

describe('weights in a link', () => {
  test('there and back', () => {
    expect(weightsText(DEFAULTS)).toBe('30-20-15-10-10-10-5');
    expect(parseWeights('30-20-15-10-10-10-5')).toEqual(DEFAULTS);
  });

  test.each(['', '30-20', '30-20-15-10-10-10-x', '0-0-0-0-0-0-0', '101-0-0-0-0-0-0', '-1-0-0-0-0-0-0'])(
    '%j is refused',
    (text) => {
      expect(parseWeights(text)).toBeNull();
    },
  );
});
