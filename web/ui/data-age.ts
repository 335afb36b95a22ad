/** How long ago a date is, in the largest unit that says something. */
export interface DataAge {
  readonly unit: 'year' | 'month';
  readonly count: number;
}

const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Age of a date that may be a year, a month or a day, in whole years from one year on, else in whole months; a date
 * without a month counts from the end of its year, so that no age is overstated. Null for what is no date.
 *
 * @param now ms since 1970
 */
export function ageOf(date: string, now: number): DataAge | null {
  const parts = PARTIAL_DATE.exec(date);
  if (parts === null) return null;
  const [, year, month = '12', day = '28'] = parts;
  const today = new Date(now);
  const passed =
    (today.getUTCFullYear() - Number(year)) * 12 +
    (today.getUTCMonth() + 1 - Number(month)) -
    (parts[3] !== undefined && today.getUTCDate() < Number(day) ? 1 : 0);
  const months = Math.max(0, passed);
  return months >= 12 ? { unit: 'year', count: Math.floor(months / 12) } : { unit: 'month', count: months };
}
