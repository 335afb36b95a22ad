import type { Lang } from '../state/url-state.ts';

/** Number formats of a language; digits never depend on the machine's own settings. */
export interface Numbers {
  /** Whole number with group separators. */
  count(value: number): string;
  /** Two decimals, for quotients and scores. */
  ratio(value: number): string;
  /** One decimal, for expected counts. */
  expected(value: number): string;
  /** Share 0..1 as per cent, at most one decimal, none from 10 % up. */
  percent(value: number): string;
  /** A point in time as a date. */
  day(iso: string): string;
}

const LOCALES: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en-GB' };

function create(locale: string): Numbers {
  const format = (digits: number): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const whole = format(0);
  const one = format(1);
  const two = format(2);
  return {
    count: (value) => whole.format(value),
    ratio: (value) => two.format(value),
    expected: (value) => one.format(value),
    percent: (value) => {
      const percent = value * 100;
      const text = percent >= 10 || percent === 0 ? whole.format(percent) : one.format(percent);
      return percent > 0 && text === one.format(0) ? `< ${one.format(0.1)} %` : `${text} %`;
    },
    // The service states times in UTC; the day is that of China, where the data are from.
    day: (iso) => {
      const time = new Date(iso);
      if (Number.isNaN(time.getTime())) return iso;
      return new Date(time.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    },
  };
}

const NUMBERS: Readonly<Record<Lang, Numbers>> = { zh: create(LOCALES.zh), en: create(LOCALES.en) };

/** The formats of a language. */
export function numbersIn(lang: Lang): Numbers {
  return NUMBERS[lang];
}
