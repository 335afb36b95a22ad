import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chipsOf,
  criteriaText,
  EXCHANGES,
  NO_CRITERIA,
  parseCriteria,
  readWhole,
  withoutChip,
  type Criteria,
} from '../../../web/views/targets/criteria.ts';
import { citations } from '../../../web/views/targets/citations.ts';
import { draftOf, isChanged, merged, movement, written, type DraftRow } from '../../../web/views/targets/list-draft.ts';
import { MOST_PICKS, moved, parsePicks, pickAll, picksText, togglePick } from '../../../web/views/targets/picks.ts';
import { matesOf } from '../../../web/views/targets/plan-mates.ts';
import { saveKey } from '../../../web/views/targets/save-key.ts';
import { TARGETS_PARAMS, targetsParams } from '../../../web/views/targets/targets-params.ts';
import { tiesOf } from '../../../web/views/targets/ties.ts';
import { parseWeights, weightParameters, weightsOf, weightsText } from '../../../web/views/targets/weights.ts';
import { worstGap } from '../../../web/views/targets/worst-gap.ts';
import { VIEWS } from '../../../web/views/registry.ts';

const anyCriteria: fc.Arbitrary<Criteria> = fc.record({
  sameSegmentOnly: fc.boolean(),
  origin: fc.constantFrom('IN_PROVINCE' as const, 'OUTSIDE' as const, null),
  exchange: fc.constantFrom(...EXCHANGES, null),
  minEmployees: fc.option(fc.integer({ min: 1, max: 9_999_999 })),
  maxKm: fc.option(fc.integer({ min: 1, max: 9_999_999 })),
  includeFlagged: fc.boolean(),
});

describe('criteria', () => {
  test('of any kind come back from a link as they went in', () => {
    fc.assert(
      fc.property(anyCriteria, (criteria) => {
        const text = criteriaText(criteria);
        expect(text === '' ? NO_CRITERIA : parseCriteria(text)).toEqual(criteria);
      }),
    );
  });

  test('a chip taken out takes its criterion and no other', () => {
    fc.assert(
      fc.property(anyCriteria, (criteria) => {
        const chips = chipsOf(criteria);
        for (const chip of chips) {
          expect(chipsOf(withoutChip(criteria, chip.kind))).toEqual(chips.filter((other) => other !== chip));
        }
      }),
    );
  });

  test.each([
    ['same,outside,SZSE,emp-300,km-200,flagged', true],
    ['km-200,same', true],
    ['', false],
    ['same,', false],
    ['outside,inside', false],
    ['SSE,SZSE', false],
    ['NYSE', false],
    ['emp-0', false],
    ['emp-1.5', false],
    ['km--3', false],
    ['km-12345678', false],
  ])('"%s" in a link is understood: %s', (text, isGood) => {
    expect(parseCriteria(text) !== null).toBe(isGood);
    expect(TARGETS_PARAMS['tcriteria']?.(text)).toBe(isGood);
  });

  test.each([
    ['300', 300],
    ['0', null],
    ['', null],
    ['3e2', null],
    ['300 ', null],
    [undefined, null],
  ])('the number typed as %j is %j', (text, value) => {
    expect(readWhole(text)).toBe(value);
  });
});

describe('weights', () => {
  const weights = { need: 0.25, match: 0.3, size: 0, linkage: 0.15, proximity: 1 };

  test('come back from a link and from the parameters of an answer', () => {
    expect(weightsText(weights)).toBe('25-30-0-15-100');
    expect(parseWeights('25-30-0-15-100')).toEqual(weights);
    expect(weightsOf([{ name: 'size_ref', value: 1000 }, ...weightParameters(weights)])).toEqual(weights);
    expect(weightParameters(weights)[0]).toEqual({ name: 'target_weight_need', value: 0.25 });
  });

  test.each(['0-0-0-0-0', '25-25-20-15', '25-25-20-15-15-1', '101-0-0-0-0', 'a-b-c-d-e', ''])('%j are none', (text) => {
    expect(parseWeights(text)).toBe(null);
  });

  test('an answer that lacks one gives none', () => {
    expect(weightsOf(weightParameters(weights).slice(1))).toBe(null);
  });
});

describe('picks', () => {
  test('keep the order in which they were picked, each once, and survive a link', () => {
    const picks = ['cn-3', 'cn-1', 'cn-2'].reduce<readonly string[]>(togglePick, []);
    expect(picks).toEqual(['cn-3', 'cn-1', 'cn-2']);
    expect(togglePick(picks, 'cn-1')).toEqual(['cn-3', 'cn-2']);
    expect(pickAll(picks, ['cn-1', 'cn-9'])).toEqual(['cn-3', 'cn-1', 'cn-2', 'cn-9']);
    expect(parsePicks(picksText(picks) ?? '')).toEqual(picks);
    expect(picksText([])).toBe(null);
  });

  test('a full list takes no more, and gives up what is taken out', () => {
    const full = Array.from({ length: MOST_PICKS }, (_none, n) => `cn-${String(n)}`);
    expect(togglePick(full, 'one-more')).toBe(full);
    expect(pickAll(full, ['one-more', 'cn-1'])).toEqual(full);
    expect(togglePick(full, 'cn-0')).toHaveLength(MOST_PICKS - 1);
    expect(parsePicks(full.join(','))).toEqual(full);
    expect(parsePicks([...full, 'one-more'].join(','))).toBe(null);
  });

  test.each(['', 'cn-1,', 'cn-1,cn-1', 'cn 1', '<script>'])('%j is no list of firms', (text) => {
    expect(parsePicks(text)).toBe(null);
  });

  test('an item moves by one place and stops at the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });
});

describe('parameters of the view', () => {
  test('are read in the terms of the view, left out they are not said', () => {
    expect(targetsParams({})).toEqual({
      criteria: NO_CRITERIA,
      weights: null,
      firm: null,
      picks: [],
      isAll: false,
      isLists: false,
      list: null,
      plan: null,
    });
    const params = targetsParams({ tcriteria: 'outside', tfirm: 'cn-1', tpicks: 'cn-2,cn-1', tall: '1', tlist: 'a-b' });
    expect(params).toMatchObject({ firm: 'cn-1', picks: ['cn-2', 'cn-1'], isAll: true, list: 'a-b' });
    expect(params.criteria.origin).toBe('OUTSIDE');
  });

  test('have names that no other view uses', () => {
    const names = VIEWS.flatMap((view) => Object.keys(view.params));
    expect(names.length).toBe(new Set(names).size);
  });
});

describe('the segment to begin with', () => {
  const cell = (
    code: string,
    grade: Parameters<typeof worstGap>[0][number]['grade'],
    value: number | null,
    high = 0.9,
  ) => ({
    segment: { code },
    grade,
    severity: { value, low: 0, high },
  });

  test('is the most severe gap that can be rated', () => {
    const cells = [
      cell('A', 'AMPLE', 0.9),
      cell('B', 'THIN', 0.3),
      cell('C', 'SHORT', 0.5),
      cell('D', 'MISSING', null),
    ];
    expect(worstGap(cells)).toEqual({ segment: 'C', kind: 'gap' });
  });

  test('of gaps that cannot be rated, the one of the worst grade', () => {
    const cells = [cell('A', 'AMPLE', 0.9), cell('B', 'THIN', null), cell('D', 'MISSING', null)];
    expect(worstGap(cells)).toEqual({ segment: 'D', kind: 'gap' });
  });

  test('without a gap, the most severe of the rest, and said to be none', () => {
    expect(worstGap([cell('A', 'AMPLE', 0.1), cell('B', 'AMPLE', 0.2), cell('C', 'NO_DATA', null)])).toEqual({
      segment: 'B',
      kind: 'no-gap',
    });
  });

  test('where nothing can be rated, the one that could be worst, and said to be unknown', () => {
    expect(worstGap([cell('A', 'NO_DATA', null, 0.5), cell('B', 'NO_DATA', null, 0.7)])).toEqual({
      segment: 'B',
      kind: 'unknown',
    });
    expect(worstGap([])).toBe(null);
  });
});

describe('ties', () => {
  const ranked = (...values: (number | null)[]) =>
    values.map((value, index) => ({ rank: index + 1, score: { value } }));

  test('are the runs of the very same score; an unknown score ties with nothing', () => {
    expect(tiesOf(ranked(0.6, 0.6, 0.5, 0.4, 0.4, 0.4, null, null))).toEqual([
      { first: 1, last: 2, count: 2 },
      { first: 4, last: 6, count: 3 },
    ]);
    expect(tiesOf(ranked(null, null))).toEqual([]);
    expect(tiesOf([])).toEqual([]);
  });

  test('rounding of the last digit does not part them', () => {
    expect(tiesOf(ranked(0.1 + 0.2, 0.3))).toEqual([{ first: 1, last: 2, count: 2 }]);
  });
});

describe('a list that is being edited', () => {
  const read = draftOf([
    { firmCode: 'cn-1', note: '', nextStep: '约访' },
    { firmCode: 'cn-2', note: '扩产', nextStep: '' },
  ]);

  test('is changed by another text, another order, a firm less; not by white space at the ends', () => {
    expect(isChanged(read, read)).toBe(false);
    expect(isChanged(written(read, 'cn-1', { note: '  ' }), read)).toBe(false);
    expect(isChanged(written(read, 'cn-1', { note: '打电话' }), read)).toBe(true);
    expect(isChanged(moved(read, 0, 1), read)).toBe(true);
    expect(isChanged(read.slice(1), read)).toBe(true);
  });

  test('a text goes to its own firm only', () => {
    expect(written(read, 'cn-2', { nextStep: '寄方案' })).toEqual([
      read[0],
      { firm: 'cn-2', note: '扩产', nextStep: '寄方案' },
    ]);
  });

  test.each([
    [0.65, 0.652, { kind: 'same', by: 0 }],
    [0.65, 0.7, { kind: 'up', by: 0.05 }],
    [0.65, 0.4, { kind: 'down', by: 0.25 }],
    [null, 0.4, null],
    [0.4, null, null],
  ])('from %j to %j the score moved %j', (then, now, expected) => {
    expect(movement(then, now)).toEqual(expected);
  });
});

describe('two changes of one list, put together', () => {
  const row = (firm: string, note = '', nextStep = ''): DraftRow => ({ firm, note, nextStep });
  const base = [row('a', '旧'), row('b', '旧'), row('c')];

  test.each<[string, DraftRow[], DraftRow[], DraftRow[]]>([
    ['nothing changed', base, base, base],
    ['theirs alone', base, [row('a', '他们的'), row('c')], [row('a', '他们的'), row('c')]],
    ['mine alone', [row('b', '我的'), row('a', '旧')], base, [row('b', '我的'), row('a', '旧')]],
    [
      'other fields of one firm: both',
      [row('a', '旧', '约访'), base[1] ?? row('b'), row('c')],
      [row('a', '他们的'), base[1] ?? row('b'), row('c')],
      [row('a', '他们的', '约访'), row('b', '旧'), row('c')],
    ],
    ['the same field: mine', [row('a', '我的')], [row('a', '他们的')], [row('a', '我的')]],
    ['firms put in by either', [...base, row('m')], [...base, row('t', '新')], [...base, row('m'), row('t', '新')]],
    [
      'taken out here, written to there: it stays',
      [row('b', '旧')],
      [row('a', '他们的'), row('b', '旧')],
      [row('b', '旧'), row('a', '他们的')],
    ],
  ])('%s', (_case, mine, theirs, expected) => {
    expect(merged(base, mine, theirs)).toEqual(expected);
  });
});

describe('the sheet of one firm', () => {
  test('names local firms at the neighbours that they work in, by a part of the segment too', () => {
    const at = (code: string, ...ancestors: string[]) => ({
      segment: { code, ancestors: ancestors.map((ancestor) => ({ code: ancestor })) },
    });
    const firms = [
      { code: 'a', segments: [at('P11', 'P1', 'P0')] },
      { code: 'b', segments: [at('Y')] },
      { code: 'c', segments: [at('P')] },
    ];
    const mates = matesOf(
      [
        { segment: { code: 'Y' }, direction: 'UP', firms: 1 },
        { segment: { code: 'P0' }, direction: 'DOWN', firms: null },
      ],
      firms,
    );
    // A firm of which only the wider segment P is known is not counted among its parts.
    expect(mates.map((mate) => [mate.segment.code, mate.firms, mate.named.map((firm) => firm.code)])).toEqual([
      ['Y', 1, ['b']],
      ['P0', null, ['a']],
    ]);
  });

  test('numbers each source once, in the order of its first use', () => {
    const of = (id: string) => ({ source: { id } });
    const cited = citations<{ source: { id: string } }>();
    expect(cited.cite([of('b'), of('a'), of('b')])).toEqual([1, 2]);
    expect(cited.cite([of('c'), of('a')])).toEqual([3, 2]);
    expect(cited.cite([])).toEqual([]);
    expect(cited.list().map(({ source }) => source.id)).toEqual(['b', 'a', 'c']);
  });
});

test('the key of a save is one that the service takes', () => {
  const key = saveKey((bytes) => bytes.fill(7));
  expect(key).toBe('07'.repeat(12));
  expect(key).toMatch(/^[A-Za-z0-9-]{8,64}$/);
});
