import { describe, expect, test } from 'vitest';
import {
  changeToken,
  firmErrors,
  isSameQuestion,
  MAX_LISTED_FIRMS,
  nameErrors,
  tidyText,
  type TargetListQuestion,
} from '../../../server/domain/target-lists/target-list.ts';

const QUESTION: TargetListQuestion = {
  region: '445100',
  segment: 'W1',
  criteria: {
    sameSegmentOnly: false,
    exchange: null,
    minEmployees: null,
    maxKm: null,
    origin: null,
    includeFlagged: false,
  },
  parameters: [
    { name: 'target_weight_need', value: 0.3 },
    { name: 'target_weight_size', value: 0.1 },
  ],
};
const firm = (code: string, note = '', nextStep = '') => ({ firm: code, note, nextStep });

describe('a name', () => {
  test.each([
    ['  潮州\u3000面料\n名单\t', '潮州 面料 名单'],
    ['a\u0000b\u0007c', 'a b c'],
    [' \n\u3000', ''],
  ])('%j is tidied to %j', (typed, tidy) => {
    expect(tidyText(typed)).toBe(tidy);
  });

  test.each([
    ['', ['EMPTY_NAME']],
    ['名', []],
    ['名'.repeat(80), []],
    ['名'.repeat(81), ['NAME_TOO_LONG']],
    // Characters beyond the basic plane count once.
    ['𠮷'.repeat(80), []],
    ['𠮷'.repeat(81), ['NAME_TOO_LONG']],
  ])('%j: %j', (name, codes) => {
    expect(nameErrors(name).map((error) => error.code)).toEqual(codes);
  });
});

describe('the firms of a list', () => {
  const many = (count: number) => Array.from({ length: count }, (_none, n) => firm(`cn-${n}`));

  test('may be none, and at most 200', () => {
    expect(firmErrors([])).toEqual([]);
    expect(firmErrors(many(MAX_LISTED_FIRMS))).toEqual([]);
    expect(firmErrors(many(MAX_LISTED_FIRMS + 1)).map(({ code, field }) => [code, field])).toEqual([
      ['TOO_MANY_FIRMS', ['firms']],
    ]);
  });

  test('every fault is named at its place', () => {
    const errors = firmErrors([
      firm('a', '注'.repeat(500), '约'.repeat(200)),
      firm('b', '注'.repeat(501)),
      firm('a', '', '约'.repeat(201)),
    ]);
    expect(errors.map(({ code, field }) => [code, field.join('.')])).toEqual([
      ['NOTE_TOO_LONG', 'firms.1.note'],
      ['REPEATED_FIRM', 'firms.2.firm'],
      ['NEXT_STEP_TOO_LONG', 'firms.2.nextStep'],
    ]);
  });
});

describe('the question of a list', () => {
  test('is the same whatever the order of its parameters', () => {
    expect(isSameQuestion(QUESTION, { ...QUESTION, parameters: [...QUESTION.parameters].reverse() })).toBe(true);
  });

  test.each<[string, Partial<TargetListQuestion>]>([
    ['place', { region: '445200' }],
    ['segment', { segment: 'D1' }],
    ['criterion', { criteria: { ...QUESTION.criteria, maxKm: 100 } }],
    ['parameter', { parameters: QUESTION.parameters.slice(1) }],
  ])('is another with another %s', (_what, change) => {
    expect(isSameQuestion(QUESTION, { ...QUESTION, ...change })).toBe(false);
  });
});

test('the token of a change is that of its content', () => {
  expect(changeToken({ a: 1, b: [2] })).toBe(changeToken({ b: [2], a: 1 }));
  expect(changeToken({ a: 1, b: [2] })).not.toBe(changeToken({ a: 1, b: [3] }));
});
