import { describe, expect, it } from 'vitest';
import type { UrlFormat, UrlState } from '../../../web/state/url-state.ts';
import { parseUrl, serialiseUrl } from '../../../web/state/url-state.ts';

const defaults: UrlState = {
  view: 'chain',
  region: '445200',
  segment: null,
  cut: null,
  lang: 'zh',
  theme: 'light',
  mode: 'both',
  show: null,
  wall: false,
  tour: null,
  extra: {},
};
const format: UrlFormat = {
  views: ['chain', 'relocation'],
  gapGrades: ['MISSING', 'SHORT', 'NO_DATA'],
  extra: { from: (value) => /^\d{6}$/.test(value), weights: (value) => value.length < 100 },
  defaults,
};

describe('link of the page', () => {
  it.each<[string, Partial<UrlState>]>([
    ['nothing but defaults', {}],
    ['a selection', { region: '440500', segment: 'D1' }],
    [
      'another view with its own parameters',
      { view: 'relocation', extra: { from: '440100', weights: 'chainFit:0.3' } },
    ],
    ['a cut, a filter, a mode', { cut: ['F2', 'Y', 'W1'], show: ['MISSING', 'SHORT'], mode: 'table' }],
    ['language and theme', { lang: 'en', theme: 'dark' }],
    ['characters that a link must escape', { extra: { weights: 'a=1&b=2 #中' } }],
  ])('comes back unchanged: %s', (_, change) => {
    const state = { ...defaults, ...change };
    expect(parseUrl(serialiseUrl(state, format), format)).toEqual({ state, faults: [] });
  });

  it('is the same text for the same state, whatever order the parameters came in', () => {
    const first = { ...defaults, extra: { from: '440100', weights: 'x' } };
    const second = { ...defaults, extra: { weights: 'x', from: '440100' } };
    expect(serialiseUrl(first, format)).toBe(serialiseUrl(second, format));
    expect(serialiseUrl(first, format)).toBe('?v=1&view=chain&region=445200&from=440100&weights=x');
  });

  it.each<[string, string, string]>([
    ['a view that is not there', '?view=targets', 'view'],
    ['a region that is no code', '?region=jieyang', 'region'],
    ['a segment that is no code', '?segment=%3Cscript%3E', 'segment'],
    ['a cut with a bad member', '?cut=F2,,Y', 'cut'],
    ['a language that is not there', '?lang=fr', 'lang'],
    ['a grade that is not there', '?show=SHORT,BAD', 'show'],
    ['a parameter that its view refuses', '?from=guangzhou', 'from'],
  ])('falls back and names %s', (_, search, key) => {
    const { state, faults } = parseUrl(search, format);
    expect(state).toEqual(defaults);
    expect(faults.map((fault) => fault.key)).toEqual([key]);
  });

  it('ignores keys that it does not know, and empty values', () => {
    expect(parseUrl('?utm_source=x&region=&v=9', format)).toEqual({ state: defaults, faults: [] });
  });
});
