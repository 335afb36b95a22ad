/** The four boards of the view, in the order of their switch. */
export const BOARDS = ['duties', 'targets', 'reach', 'documents'] as const;
export type Board = (typeof BOARDS)[number];

/** Duties looked at; both when the link names none. */
export const ROLES = ['lead', 'support'] as const;
export type Role = (typeof ROLES)[number];

/** What the link says of this view; null = not said. */
export interface PolicyParams {
  readonly board: Board;
  /** Measure whose text is open. */
  readonly measure: string | null;
  /** Department looked at. */
  readonly department: string | null;
  /** Target looked at. */
  readonly target: string | null;
  /** Document, programme or instrument looked at. */
  readonly document: string | null;
  readonly park: string | null;
  readonly role: Role | null;
  /** Chapter by number; 0 = the special actions, which have none. */
  readonly chapter: number | null;
  /** Targets due in this year; 'none' = undated; null = all. */
  readonly due: number | 'none' | null;
  /** Rows without a duty of the department looked at are left out. */
  readonly only: boolean;
  /** One row a chapter instead of one a measure. */
  readonly byChapter: boolean;
  readonly folded: readonly Foldable[];
}

/** Columns that stand in nearly every measure and can be folded, so that the rest is legible. */
export const FOLDABLE = ['hub', 'collectives'] as const;
export type Foldable = (typeof FOLDABLE)[number];

const CODE = /^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/;
const CHAPTER = /^\d{1,2}$/;
const DUE = /^(\d{4}|none)$/;

function among<T extends string>(all: readonly T[], value: string | undefined): T | null {
  return all.find((one) => one === value) ?? null;
}

function foldedOf(text: string): Foldable[] | null {
  const parts = text.split(',');
  const known = parts.every((part) => among(FOLDABLE, part) !== null);
  return known ? FOLDABLE.filter((one) => parts.includes(one)) : null;
}

function dueOf(text: string | undefined): number | 'none' | null {
  if (text === undefined) return null;
  return text === 'none' ? 'none' : Number(text);
}

/** Keys of this view in links, each with the test of its value. */
export const POLICY_PARAMS: Readonly<Record<string, (value: string) => boolean>> = {
  board: (value) => among(BOARDS, value) !== null,
  measure: (value) => CODE.test(value),
  dept: (value) => CODE.test(value),
  goal: (value) => CODE.test(value),
  doc: (value) => CODE.test(value),
  park: (value) => CODE.test(value),
  role: (value) => among(ROLES, value) !== null,
  chapter: (value) => CHAPTER.test(value),
  due: (value) => DUE.test(value),
  only: (value) => value === 'yes',
  grain: (value) => value === 'chapter',
  fold: (value) => foldedOf(value) !== null,
};

/** Reads the parameters of this view out of those of the link. */
export function policyParams(extra: Readonly<Record<string, string>>): PolicyParams {
  return {
    board: among(BOARDS, extra['board']) ?? 'duties',
    measure: extra['measure'] ?? null,
    department: extra['dept'] ?? null,
    target: extra['goal'] ?? null,
    document: extra['doc'] ?? null,
    park: extra['park'] ?? null,
    role: among(ROLES, extra['role']),
    chapter: extra['chapter'] === undefined ? null : Number(extra['chapter']),
    due: dueOf(extra['due']),
    only: extra['only'] === 'yes',
    byChapter: extra['grain'] === 'chapter',
    folded: extra['fold'] === undefined ? [] : (foldedOf(extra['fold']) ?? []),
  };
}
