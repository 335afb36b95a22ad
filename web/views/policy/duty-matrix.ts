import type { DepartmentKind } from '../../api/generated/operations.ts';
import type { Named } from '../../i18n/texts.ts';

export type DutyRole = 'LEAD' | 'SUPPORT';

/** A department or collective as far as the matrix needs it. */
export interface Body extends Named {
  readonly code: string;
  readonly shortNames: readonly string[];
  readonly kind: DepartmentKind;
}

export interface DutyEntry {
  readonly department: string;
  readonly role: DutyRole;
  /** The name as it stands in the clause. */
  readonly written: string;
  readonly position: string | null;
}

/** A measure with what its clause says. */
export interface MeasureDuties extends Named {
  readonly code: string;
  /** Document that it stands in. */
  readonly policy: string;
  readonly number: number;
  readonly isAction: boolean;
  /** Null for special actions. */
  readonly chapter: number | null;
  readonly chapterName: string | null;
  /** Null = no responsibility clause. */
  readonly clause: { readonly leadExplicit: boolean; readonly duties: readonly DutyEntry[] } | null;
}

export interface MatrixColumn {
  readonly body: Body;
  /** Over all measures, whatever is filtered. */
  readonly leads: number;
  readonly supports: number;
}

/** One or two marks: a body that leads and takes part in one measure has one mark a role. */
export type CellMarks = readonly DutyEntry[];

export interface MatrixRow {
  readonly measure: MeasureDuties;
  readonly leads: number;
  readonly supports: number;
  /** By code of the department; no entry = no duty. */
  readonly cells: ReadonlyMap<string, CellMarks>;
}

export interface MatrixChapter {
  /** 0 = the special actions. */
  readonly number: number;
  readonly name: string | null;
  readonly rows: readonly MatrixRow[];
}

export interface DutyMatrix {
  readonly columns: readonly MatrixColumn[];
  readonly chapters: readonly MatrixChapter[];
}

/** Kinds in the order of the columns. */
export const KIND_ORDER: readonly DepartmentKind[] = ['PROVINCIAL', 'MASS', 'CENTRAL', 'COLLECTIVE', 'LEADING_GROUP'];

/**
 * Measures against the bodies that stand in their clauses. Columns: by kind, the most charged first, then by name; bodies
 * without a duty have none. Rows: in the order given, chapter by chapter.
 */
export function dutyMatrix(measures: readonly MeasureDuties[], bodies: readonly Body[]): DutyMatrix {
  const rows = measures.map((measure): MatrixRow => {
    const cells = new Map<string, DutyEntry[]>();
    for (const duty of measure.clause?.duties ?? []) {
      cells.set(duty.department, [...(cells.get(duty.department) ?? []), duty]);
    }
    const duties = measure.clause?.duties ?? [];
    return {
      measure,
      leads: duties.filter((duty) => duty.role === 'LEAD').length,
      supports: duties.filter((duty) => duty.role === 'SUPPORT').length,
      cells,
    };
  });
  const countOf = (code: string, role: DutyRole): number =>
    rows.reduce((sum, row) => sum + (row.cells.get(code) ?? []).filter((duty) => duty.role === role).length, 0);
  const columns = bodies
    .map((body): MatrixColumn => ({ body, leads: countOf(body.code, 'LEAD'), supports: countOf(body.code, 'SUPPORT') }))
    .filter((column) => column.leads + column.supports > 0)
    .sort(
      (a, b) =>
        KIND_ORDER.indexOf(a.body.kind) - KIND_ORDER.indexOf(b.body.kind) ||
        b.leads + b.supports - (a.leads + a.supports) ||
        b.leads - a.leads ||
        (a.body.code < b.body.code ? -1 : 1),
    );
  const chapters: { number: number; name: string | null; rows: MatrixRow[] }[] = [];
  for (const row of rows) {
    const number = row.measure.chapter ?? 0;
    const chapter = chapters.find((one) => one.number === number);
    if (chapter === undefined) chapters.push({ number, name: row.measure.chapterName, rows: [row] });
    else chapter.rows.push(row);
  }
  // The numbered chapters first, whatever the order of the documents; the special actions of the later plan last.
  chapters.sort((a, b) => (a.number === 0 ? 1 : b.number === 0 ? -1 : a.number - b.number));
  return { columns, chapters };
}

/** The body that stands in the most measures and in more than two thirds of those with a clause; null when none does. */
export function hubOf(matrix: DutyMatrix): MatrixColumn | null {
  const charged = matrix.chapters.flatMap((chapter) => chapter.rows).filter((row) => row.measure.clause !== null);
  const [first] = matrix.columns
    .filter((column) => column.body.kind !== 'COLLECTIVE')
    .map((column) => ({ column, in: charged.filter((row) => row.cells.has(column.body.code)).length }))
    .sort((a, b) => b.in - a.in);
  return first !== undefined && first.in * 3 > charged.length * 2 ? first.column : null;
}

export interface MatrixFilter {
  readonly chapter: number | null;
  readonly role: DutyRole | null;
  /** Rows without a duty of this department are left out; null = all rows. */
  readonly onlyOf: string | null;
}

/** Chapters and rows that the filter leaves; chapters without a row are left out. Counts stay those of the whole. */
export function filteredChapters(matrix: DutyMatrix, filter: MatrixFilter): readonly MatrixChapter[] {
  return matrix.chapters
    .filter((chapter) => filter.chapter === null || chapter.number === filter.chapter)
    .map((chapter) => ({
      ...chapter,
      rows: chapter.rows.filter((row) => {
        if (filter.onlyOf === null) return true;
        return marksIn(row, filter.onlyOf, filter.role).length > 0;
      }),
    }))
    .filter((chapter) => chapter.rows.length > 0);
}

/** The marks of one cell that the role filter leaves. */
export function marksIn(row: MatrixRow, department: string, role: DutyRole | null): CellMarks {
  return (row.cells.get(department) ?? []).filter((duty) => role === null || duty.role === role);
}

/** How often a body leads and takes part in a chapter. */
export function chapterCounts(
  chapter: MatrixChapter,
  department: string,
): { readonly leads: number; readonly supports: number } {
  const marks = chapter.rows.flatMap((row) => row.cells.get(department) ?? []);
  return {
    leads: marks.filter((duty) => duty.role === 'LEAD').length,
    supports: marks.filter((duty) => duty.role === 'SUPPORT').length,
  };
}

/** Numbers of the measures in which a body has a role, in order. */
export function measuresOf(matrix: DutyMatrix, department: string, role: DutyRole): readonly MeasureDuties[] {
  return matrix.chapters
    .flatMap((chapter) => chapter.rows)
    .filter((row) => marksIn(row, department, role).length > 0)
    .map((row) => row.measure);
}

/** Where an arrow key leads in a grid of rows and columns; the edge is the end. */
export function nextCell(
  at: { readonly row: number; readonly column: number },
  key: string,
  size: { readonly rows: number; readonly columns: number },
): { readonly row: number; readonly column: number } | null {
  const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
  const to = (row: number, column: number) => ({ row: within(row, size.rows), column: within(column, size.columns) });
  switch (key) {
    case 'ArrowUp':
      return to(at.row - 1, at.column);
    case 'ArrowDown':
      return to(at.row + 1, at.column);
    case 'ArrowLeft':
      return to(at.row, at.column - 1);
    case 'ArrowRight':
      return to(at.row, at.column + 1);
    case 'Home':
      return to(at.row, 0);
    case 'End':
      return to(at.row, size.columns - 1);
    case 'PageUp':
      return to(0, at.column);
    case 'PageDown':
      return to(size.rows - 1, at.column);
    default:
      return null;
  }
}
