import type { Comparator } from '../../api/generated/operations.ts';
import type { Named } from '../../i18n/texts.ts';

/** A quantified target as the board needs it. */
export interface TargetLine extends Named {
  readonly code: string;
  readonly comparator: Comparator;
  readonly value: number;
  readonly high: number | null;
  readonly unit: string | null;
  /** Null = the text states no year. */
  readonly year: number | null;
  readonly measure: { readonly code: string; readonly number: number } | null;
  /** Null = no data; never a zero. */
  readonly progress: { readonly value: number; readonly period: string | null } | null;
}

/** Targets of one due year. */
export interface TargetGroup<Line extends TargetLine> {
  readonly year: number | null;
  readonly targets: readonly Line[];
  /** The last day of the due year is past. */
  readonly isPast: boolean;
}

/** Targets by due year, the nearest first, undated ones last; within a year in the order given. */
export function targetGroups<Line extends TargetLine>(
  targets: readonly Line[],
  today: Date,
): readonly TargetGroup<Line>[] {
  const years = [...new Set(targets.map((target) => target.year))].sort((a, b) =>
    a === null ? 1 : b === null ? -1 : a - b,
  );
  return years.map((year) => ({
    year,
    targets: targets.filter((target) => target.year === year),
    isPast: year !== null && isPast(year, today),
  }));
}

/** Whether a year is over in Guangdong, which is eight hours ahead of UTC. */
export function isPast(year: number, today: Date): boolean {
  const HOURS_AHEAD = 8;
  return new Date(today.getTime() + HOURS_AHEAD * 3_600_000).getUTCFullYear() > year;
}

/** Words for values. */
export interface ValueWords {
  readonly plain: (value: string, unit: string) => string;
  readonly atLeast: (value: string, unit: string) => string;
  readonly range: (low: string, high: string, unit: string) => string;
  readonly times: (value: string) => string;
  readonly timesBased: (value: string, result: string, unit: string, year: number) => string;
  readonly coverage: (value: string) => string;
  readonly unit: (unit: string) => string;
}

/**
 * What a target says of its value, in words. A multiple without a stated base gets what it would come to if the same
 * subject's earlier target were the base, said as such; without such a target the multiple stands alone.
 */
export function valueWords(
  target: TargetLine,
  all: readonly TargetLine[],
  number: (value: number) => string,
  words: ValueWords,
): string {
  const unit = target.unit === null ? '' : words.unit(target.unit);
  const value = number(target.value);
  switch (target.comparator) {
    case 'EQ':
      return words.plain(value, unit);
    case 'GTE':
      return words.atLeast(value, unit);
    case 'RANGE':
      return words.range(value, target.high === null ? '?' : number(target.high), unit);
    case 'COVERAGE':
      return words.coverage(value);
    case 'MULTIPLE': {
      const base = all
        .filter(
          (one) =>
            one.comparator === 'EQ' &&
            one.zh === target.zh &&
            one.year !== null &&
            target.year !== null &&
            one.year < target.year,
        )
        .sort((a, b) => (b.year ?? 0) - (a.year ?? 0))[0];
      if (base?.year == null) return words.times(value);
      const baseUnit = base.unit === null ? '' : words.unit(base.unit);
      return words.timesBased(value, number(base.value * target.value), baseUnit, base.year);
    }
  }
}
