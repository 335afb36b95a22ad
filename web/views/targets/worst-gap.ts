import type { GapGrade } from '../../api/generated/operations.ts';
import { GAP_GRADES_TO_ACT, GAP_ORDER } from '../../ui/gap-style.ts';

interface Cell {
  readonly segment: { readonly code: string };
  readonly grade: GapGrade;
  readonly severity: { readonly value: number | null; readonly low: number; readonly high: number };
}

/** The segment to begin with in a place, and whether it is a gap at all. */
export interface WorstGap {
  readonly segment: string;
  /** `gap`: the most severe one; `no-gap`: nothing short is known, the most severe of the rest; `unknown`: nothing can be rated. */
  readonly kind: 'gap' | 'no-gap' | 'unknown';
}

/**
 * The most severe gap of a place: gaps that can be rated come before those that cannot, these before what is no gap.
 * A severity that is not known is never taken for a number. Null without cells.
 */
export function worstGap(cells: readonly Cell[]): WorstGap | null {
  const gaps = cells.filter((cell) => GAP_GRADES_TO_ACT.includes(cell.grade));
  const [gap] = ordered(gaps);
  if (gap !== undefined) return { segment: gap.segment.code, kind: 'gap' };
  const rated = cells.filter((cell) => cell.severity.value !== null);
  const [first] = ordered(rated);
  if (first !== undefined) return { segment: first.segment.code, kind: 'no-gap' };
  const [any] = [...cells].sort((a, b) => b.severity.high - a.severity.high);
  return any === undefined ? null : { segment: any.segment.code, kind: 'unknown' };
}

function ordered(cells: readonly Cell[]): readonly Cell[] {
  return [...cells].sort(
    (a, b) =>
      Number(a.severity.value === null) - Number(b.severity.value === null) ||
      (b.severity.value ?? 0) - (a.severity.value ?? 0) ||
      GAP_ORDER.indexOf(a.grade) - GAP_ORDER.indexOf(b.grade),
  );
}
