import type { GapGrade } from '../../api/generated/operations.ts';
import { GAP_GRADES_TO_ACT, GAP_ORDER } from '../../ui/gap-style.ts';
import { bySeverity } from './gap-cell.ts';
import type { GapCell } from './gap-cell.ts';

/** Stands for all prefectures in links. */
export const WHOLE_PROVINCE = 'ALL';
/** Groups offered as shortcuts, by the codes of their zones. */
export const PLACE_GROUPS = ['PRD', 'YUEDONG', 'YUEXI', 'YUEBEI', 'RECEIVERS'] as const;

interface PlaceOfGroups {
  readonly code: string;
  readonly zones: readonly { readonly zone: { readonly code: string } }[];
}

/** Prefectures of a group. */
export function placesOfGroup(regions: readonly PlaceOfGroups[], group: string): string[] {
  return regions
    .filter((region) => group === WHOLE_PROVINCE || region.zones.some((membership) => membership.zone.code === group))
    .map((region) => region.code);
}

/** Prefectures that a link names, each once, in the order of the atlas; what is not there is left out. */
export function placesNamed(regions: readonly PlaceOfGroups[], named: readonly string[]): string[] {
  const wanted = new Set(named.flatMap((part) => (/^\d/.test(part) ? [part] : placesOfGroup(regions, part))));
  return regions.map((region) => region.code).filter((code) => wanted.has(code));
}

/** The shortest way to write a choice into a link: the group that it is, or its codes. */
export function placesInLink(regions: readonly PlaceOfGroups[], codes: readonly string[]): readonly string[] {
  const group = groupOf(regions, codes);
  return group === null ? codes : [group];
}

/** The group that a choice is exactly; null when it is none. */
export function groupOf(regions: readonly PlaceOfGroups[], codes: readonly string[]): string | null {
  const chosen = new Set(codes);
  const same = (members: readonly string[]): boolean =>
    members.length > 0 && members.length === chosen.size && members.every((code) => chosen.has(code));
  return [WHOLE_PROVINCE, ...PLACE_GROUPS].find((group) => same(placesOfGroup(regions, group))) ?? null;
}

type SpreadCell = Pick<GapCell, 'grade' | 'state' | 'firms' | 'severity'> & {
  readonly region: { readonly code: string };
};

/**
 * One segment over several prefectures. They are counted by class, never added up: sizes of places of which nothing is
 * known cannot be added, and a gap in one place is not filled by another.
 */
export interface SegmentSpread<Cell extends SpreadCell = GapCell> {
  readonly code: string;
  /** One a prefecture; within a class the most severe first. */
  readonly cells: readonly Cell[];
  /** Prefectures by class; classes without any are left out. */
  readonly counts: ReadonlyMap<GapGrade, number>;
  /** The most frequent class, of equals the graver; what is not known counts as one. */
  readonly grade: GapGrade;
  /** Prefectures where it is a gap. */
  readonly gaps: number;
  /** Prefectures where nothing can be said. */
  readonly unknown: number;
  /** Firms in the prefectures that have a number, and how many those are; null where none has one. */
  readonly firms: { readonly count: number; readonly places: number } | null;
}

/** Counts the prefectures of a segment by class. */
export function spreadOf<Cell extends SpreadCell>(code: string, cells: readonly Cell[]): SegmentSpread<Cell> {
  const counts = new Map<GapGrade, number>();
  for (const grade of GAP_ORDER) {
    const count = cells.filter((cell) => cell.grade === grade).length;
    if (count > 0) counts.set(grade, count);
  }
  const most = Math.max(0, ...counts.values());
  const counted = cells.flatMap((cell) => (cell.state === 'OBSERVED' && cell.firms !== null ? [cell.firms] : []));
  return {
    code,
    cells: [...cells].sort((a, b) => GAP_ORDER.indexOf(a.grade) - GAP_ORDER.indexOf(b.grade) || bySeverity(a, b)),
    counts,
    grade: [...counts].find(([, count]) => count === most)?.[0] ?? 'NO_DATA',
    gaps: GAP_GRADES_TO_ACT.reduce((sum, grade) => sum + (counts.get(grade) ?? 0), 0),
    unknown: counts.get('NO_DATA') ?? 0,
    firms:
      counted.length === 0 ? null : { count: counted.reduce((sum, firms) => sum + firms, 0), places: counted.length },
  };
}

/** Order in which segments are worth looking at: by the prefectures with a gap, graver classes first among equals. */
export function bySpread(a: SegmentSpread<SpreadCell>, b: SegmentSpread<SpreadCell>): number {
  if (a.gaps !== b.gaps) return b.gaps - a.gaps;
  for (const grade of GAP_GRADES_TO_ACT) {
    const difference = (b.counts.get(grade) ?? 0) - (a.counts.get(grade) ?? 0);
    if (difference !== 0) return difference;
  }
  return a.unknown - b.unknown;
}
