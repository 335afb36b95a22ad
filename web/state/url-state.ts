import type { GapGrade } from '../api/generated/operations.ts';

/** What a link to the page holds. A link opened elsewhere shows the same picture. */
export interface UrlState {
  /** Id of a registered view. */
  readonly view: string;
  /** GB/T 2260 code of the prefecture looked at. */
  readonly region: string;
  /** Code of the selected segment; null = none. */
  readonly segment: string | null;
  /** Segment codes of a cut other than the default one; null = default. */
  readonly cut: readonly string[] | null;
  readonly lang: Lang;
  readonly theme: Theme;
  /** Picture, table, or both. */
  readonly mode: Mode;
  /** Gap classes left by the legend filter; null = all. */
  readonly show: readonly GapGrade[] | null;
  /** Shown on a wall: dark, large, without controls. */
  readonly wall: boolean;
  /** Seconds for which each place is shown on a wall; null = no tour. */
  readonly tour: number | null;
  /** Parameters of single views, by the keys that the views declare. */
  readonly extra: Readonly<Record<string, string>>;
}

export type Lang = 'zh' | 'en';
export type Theme = 'light' | 'dark';
export type Mode = 'picture' | 'both' | 'table';

/** A part of a link that cannot be used. */
export interface UrlFault {
  readonly key: string;
  readonly value: string;
}

/** Version of the format; a link of a later version is read as far as it is understood. */
export const URL_VERSION = '1';

/** What the parser must know of the program. */
export interface UrlFormat {
  readonly views: readonly string[];
  readonly gapGrades: readonly GapGrade[];
  /** Keys that views declare, with the test of their value. */
  readonly extra: Readonly<Record<string, (value: string) => boolean>>;
  readonly defaults: UrlState;
}

const MODES: readonly Mode[] = ['picture', 'both', 'table'];
const LANGS: readonly Lang[] = ['zh', 'en'];
const THEMES: readonly Theme[] = ['light', 'dark'];
const REGION_CODE = /^\d{6}$/;
/** Shortest and longest stay of a tour, s. */
const TOUR = { least: 5, most: 3_600 } as const;
const SEGMENT_CODE = /^[A-Z][A-Z0-9]{0,7}$/;

/**
 * Reads a query string. Unknown keys are ignored; a value that cannot be used falls back to the default and is named in
 * `faults`. Whether a region or segment exists is not known here; the views check that against the data.
 */
export function parseUrl(
  search: string,
  format: UrlFormat,
): { readonly state: UrlState; readonly faults: readonly UrlFault[] } {
  const params = new URLSearchParams(search);
  const faults: UrlFault[] = [];
  const { defaults } = format;

  const read = <T>(key: string, fallback: T, parse: (value: string) => T | undefined): T => {
    const value = params.get(key);
    if (value === null || value === '') return fallback;
    const parsed = parse(value);
    if (parsed !== undefined) return parsed;
    faults.push({ key, value });
    return fallback;
  };
  const oneOf =
    <T extends string>(allowed: readonly T[]) =>
    (value: string): T | undefined =>
      allowed.find((item) => item === value);
  const listOf =
    <T>(parse: (value: string) => T | undefined) =>
    (value: string): readonly T[] | undefined => {
      const items = value.split(',').map(parse);
      const good = items.filter((item) => item !== undefined);
      return good.length === items.length ? good : undefined;
    };
  const matching =
    (pattern: RegExp) =>
    (value: string): string | undefined =>
      pattern.test(value) ? value : undefined;

  const tourOf = (value: string): number | undefined => {
    const seconds = /^\d{1,4}$/.test(value) ? Number(value) : 0;
    return seconds >= TOUR.least && seconds <= TOUR.most ? seconds : undefined;
  };

  const extra: Record<string, string> = {};
  for (const [key, valid] of Object.entries(format.extra)) {
    const value = read(key, '', (text) => (valid(text) ? text : undefined));
    if (value !== '') extra[key] = value;
  }
  const wall = read('wall', defaults.wall, (value) => (value === '1' ? true : value === '0' ? false : undefined));
  const state: UrlState = {
    view: read('view', defaults.view, oneOf(format.views)),
    region: read('region', defaults.region, matching(REGION_CODE)),
    segment: read('segment', defaults.segment, matching(SEGMENT_CODE)),
    cut: read('cut', defaults.cut, listOf(matching(SEGMENT_CODE))),
    lang: read('lang', defaults.lang, oneOf(LANGS)),
    theme: read('theme', themeOf(wall, defaults), oneOf(THEMES)),
    mode: read('mode', defaults.mode, oneOf(MODES)),
    show: read('show', defaults.show, listOf(oneOf(format.gapGrades))),
    wall,
    tour: read('tour', defaults.tour, tourOf),
    extra,
  };
  return { state, faults };
}

/** Writes a query string with `?`, keys in a fixed order, so that the same state is always the same link. */
export function serialiseUrl(state: UrlState, format: UrlFormat): string {
  const { defaults } = format;
  const pairs: [string, string][] = [
    ['v', URL_VERSION],
    ['view', state.view],
    ['region', state.region],
  ];
  if (state.segment !== null) pairs.push(['segment', state.segment]);
  if (state.cut !== null) pairs.push(['cut', state.cut.join(',')]);
  if (state.mode !== defaults.mode) pairs.push(['mode', state.mode]);
  if (state.show !== null) pairs.push(['show', state.show.join(',')]);
  for (const key of Object.keys(format.extra).sort()) {
    const value = state.extra[key];
    if (value !== undefined && value !== '') pairs.push([key, value]);
  }
  if (state.lang !== defaults.lang) pairs.push(['lang', state.lang]);
  if (state.theme !== themeOf(state.wall, defaults)) pairs.push(['theme', state.theme]);
  if (state.wall) pairs.push(['wall', '1']);
  if (state.tour !== null) pairs.push(['tour', String(state.tour)]);
  const encode = (text: string): string => encodeURIComponent(text).replace(/%2C/g, ',');
  return `?${pairs.map(([key, value]) => `${key}=${encode(value)}`).join('&')}`;
}

/** Walls hang in half-dark rooms, so they are dark unless the link says otherwise. */
function themeOf(wall: boolean, defaults: UrlState): Theme {
  return wall ? 'dark' : defaults.theme;
}
