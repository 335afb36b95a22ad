import { parse, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as operations from '../../../web/api/generated/operations.ts';
import type { UrlState } from '../../../web/state/url-state.ts';
import { ageOf } from '../../../web/ui/data-age.ts';
import { explorerLink } from '../../../web/ui/explorer-link.ts';
import { pageKeyAction } from '../../../web/ui/page-keys.ts';
import { nextStop } from '../../../web/ui/wall-tour.ts';

describe('keys of the whole page', () => {
  const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  it.each([
    { key: 'z', ctrlKey: true, outside: 'undo', inText: null },
    { key: 'z', metaKey: true, outside: 'undo', inText: null },
    { key: 'Z', ctrlKey: true, shiftKey: true, outside: 'redo', inText: null },
    { key: 'y', ctrlKey: true, outside: 'redo', inText: null },
    { key: 'p', ctrlKey: true, outside: 'print', inText: 'print' },
    { key: '?', shiftKey: true, outside: 'keys', inText: null },
    { key: 'z', outside: null, inText: null },
    { key: 'z', ctrlKey: true, altKey: true, outside: null, inText: null },
    { key: 'P', ctrlKey: true, shiftKey: true, outside: null, inText: null },
  ])(
    '$key (ctrl $ctrlKey, shift $shiftKey) is $outside, and $inText in a field for text',
    ({ outside, inText, ...key }) => {
      expect(pageKeyAction({ ...plain, ...key }, false)).toBe(outside);
      expect(pageKeyAction({ ...plain, ...key }, true)).toBe(inText);
    },
  );
});

describe('age of the data', () => {
  const now = Date.parse('2026-11-27T04:00:00Z');
  it.each([
    ['2019-04', { unit: 'year', count: 7 }],
    ['2019-12', { unit: 'year', count: 6 }],
    ['2019', { unit: 'year', count: 6 }],
    ['2025-11-27', { unit: 'year', count: 1 }],
    ['2025-11-28', { unit: 'month', count: 11 }],
    ['2026-10', { unit: 'month', count: 1 }],
    ['2026-11-01', { unit: 'month', count: 0 }],
    ['2027-01', { unit: 'month', count: 0 }],
    ['unknown', null],
  ])('%s is %j old', (date, age) => {
    expect(ageOf(date, now)).toEqual(age);
  });
});

describe('tour of a wall', () => {
  const url: UrlState = {
    view: 'chain',
    region: '440500',
    segment: null,
    cut: null,
    lang: 'zh',
    theme: 'dark',
    mode: 'both',
    show: null,
    wall: true,
    tour: 20,
    extra: {},
  };
  const stops = [{ region: '440100' }, { region: '440500' }, { region: '445200' }];
  it.each([
    { at: '440500', next: '445200' },
    { at: '445200', next: '440100' },
    { at: '441900', next: '440100' },
  ])('goes from $at to $next', ({ at, next }) => {
    expect(nextStop(stops, { ...url, region: at })).toEqual({ region: next });
  });
  it('goes nowhere without stops', () => {
    expect(nextStop([], url)).toBeNull();
  });
});

describe('questions shown as GraphQL', () => {
  const all = Object.values(operations).filter((value) => typeof value === 'object');
  it('knows the operations of the page', () => {
    expect(all.length).toBeGreaterThan(8);
  });
  it.each(all)('$name holds exactly the fragments that it uses', ({ text }) => {
    const used = new Set<string>();
    const given = new Set<string>();
    visit(parse(text), {
      FragmentSpread: ({ name }) => void used.add(name.value),
      FragmentDefinition: ({ name }) => void given.add(name.value),
    });
    expect([...given].sort()).toEqual([...used].sort());
  });
  it('travel to the explorer behind the #, text and variables unchanged', () => {
    const query = { text: 'query A($c:[String!]){chain(cut:$c){release{id}}}', variables: { c: ['P0', '印 & 染+#'] } };
    const [path, hash] = explorerLink(query).split('#');
    expect(path).toBe('/explorer/');
    const params = new URLSearchParams(hash);
    expect(params.get('query')).toBe(query.text);
    expect(JSON.parse(params.get('variables') ?? '')).toEqual(query.variables);
  });
});
