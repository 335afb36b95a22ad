import { z } from 'zod';

/**
 * Readers of one CSV cell. Every reader takes the cell as text; an empty cell is "unknown" and only the `optional`
 * and `list` readers accept it (null and an empty list). Codes, numbers and dates are folded by NFKC first, since
 * full-width digits and letters occur in real files; words are only trimmed, since NFKC would change the punctuation
 * of names and quotes.
 */
type Cell<T> = z.ZodType<T, string>;

const folded = z.string().transform((value) => value.normalize('NFKC').trim());

/** Words that must be there. */
export const text: Cell<string> = z.string().trim().min(1, 'must not be empty');

/** A public key: no blanks inside, no list separator. */
export const key: Cell<string> = folded.pipe(
  z.string().regex(/^[^\s|]+$/u, 'must be a key: not empty, without blanks'),
);

/** `null` for an empty cell, else what `cell` reads. */
export function optional<T>(cell: Cell<T>): Cell<T | null> {
  return z.string().transform((value, context) => {
    if (value.trim() === '') return null;
    const result = cell.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) context.addIssue({ code: 'custom', message: issue.message });
    return z.NEVER;
  });
}

/** Values separated by `|`; an empty cell is an empty list; an empty value between separators is a fault. */
export function list<T>(cell: Cell<T>): Cell<T[]> {
  return z.string().transform((value, context) => {
    if (value.trim() === '') return [];
    const read: T[] = [];
    for (const part of value.split('|')) {
      const result = cell.safeParse(part);
      if (result.success) read.push(result.data);
      else for (const issue of result.error.issues) context.addIssue({ code: 'custom', message: issue.message });
    }
    return read;
  });
}

/** A decimal number, point as separator, no thousands separators. */
export const number: Cell<number> = folded.pipe(
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, 'must be a number such as 12 or 12.5')
    .transform(Number),
);

/** A whole number. */
export const integer: Cell<number> = folded.pipe(
  z
    .string()
    .regex(/^-?\d{1,15}$/, 'must be a whole number')
    .transform(Number),
);

/** A whole number of things, 0 or more. */
export const count: Cell<number> = folded.pipe(
  z
    .string()
    .regex(/^\d{1,15}$/, 'must be a whole number, 0 or more')
    .transform(Number),
);

export const flag: Cell<boolean> = folded.pipe(
  z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true'),
);

/** One of a closed set of words. */
export function oneOf<const T extends readonly [string, ...string[]]>(words: T): Cell<T[number]> {
  return folded.pipe(z.enum(words, `must be one of ${words.join(', ')}`));
}

/** A year, a month or a day of the calendar: 2023, 2023-02, 2023-02-15. */
export const date: Cell<string> = folded.pipe(
  z.string().refine(isCalendarDate, 'must be a date such as 2023, 2023-02 or 2023-02-15'),
);

export const datePrecision = oneOf(['YEAR', 'MONTH', 'DAY']);

/** A period: a year, a month or a day; a half year, a quarter (2024-H1, 2024-Q3) or a span of years (2016/2020). */
export const period: Cell<string> = folded.pipe(
  z
    .string()
    .refine(
      (value) => isCalendarDate(value) || /^\d{4}-(H[12]|Q[1-4])$/.test(value) || isSpan(value),
      'must be a period such as 2023, 2023-02, 2024-Q3 or 2024-01/2024-09',
    ),
);

/** GB/T 4754-2017: a division, group or class (2 to 4 digits), with or without the letter of its section. */
export const industryCode: Cell<string> = folded.pipe(
  z.string().regex(/^[A-T]?\d{2,4}$/, 'must be a GB/T 4754-2017 code of 2 to 4 digits'),
);

/** GB/T 2260: six digits down to the county, nine for a town. */
export const regionCode: Cell<string> = folded.pipe(
  z.string().regex(/^[1-9]\d{5}(\d{3})?$/, 'must be a GB/T 2260 code of 6 digits, or of 9 for a town'),
);

/** True for a year, month or day that the calendar has. */
export function isCalendarDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (match === null) return false;
  const [, year, month = '01', day = '01'] = match;
  const parsed = new Date(`${year ?? ''}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === `${year ?? ''}-${month}-${day}`;
}

function isSpan(value: string): boolean {
  const [from, to, ...rest] = value.split('/');
  if (from === undefined || to === undefined || rest.length > 0) return false;
  return isCalendarDate(from) && isCalendarDate(to) && from <= to;
}

/** The precision that a date as written has. */
export function precisionOf(value: string): 'YEAR' | 'MONTH' | 'DAY' {
  if (value.length === 4) return 'YEAR';
  return value.length === 7 ? 'MONTH' : 'DAY';
}

/**
 * Adds the rule that `date` and `datePrecision` stand together and agree, so that a year never passes for a day.
 * @param field name of the date column, for the report
 */
export function datesAgree<Row extends { readonly datePrecision: string | null }>(
  field: keyof Row & string,
): (row: Row, context: z.core.$RefinementCtx<Row>) => void {
  return (row, context) => {
    const value = row[field];
    const wanted = typeof value === 'string' ? precisionOf(value) : null;
    if (row.datePrecision !== wanted) {
      context.addIssue({
        code: 'custom',
        path: ['datePrecision'],
        message:
          wanted === null ? `must be empty where ${field} is empty` : `must be ${wanted}, as ${field} is written`,
      });
    }
  };
}
