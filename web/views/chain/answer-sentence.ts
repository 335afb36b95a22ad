import type { GapGrade } from '../../api/generated/operations.ts';
import type { SameTexts } from '../../i18n/texts.ts';
import type { zhCN } from '../../i18n/zh-CN.ts';
import type { GapCell } from './gap-cell.ts';
import { bySeverity } from './gap-cell.ts';

/** A piece of the sentence: words, or a segment that can be selected. */
export type AnswerPiece =
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'segment'; readonly code: string; readonly text: string };

type AnswerCell = Pick<GapCell, 'grade' | 'state' | 'reason' | 'severity'> & {
  readonly segment: { readonly code: string };
};

/**
 * The answer to "what does this place lack", from the cells of the picture and nothing else: gaps by grade with the most
 * severe first, then what is ample, then how many segments no judgement is made on, and why.
 */
export function answerSentence(
  cells: readonly AnswerCell[],
  region: string,
  nameOf: (code: string) => string,
  texts: SameTexts<typeof zhCN>,
): AnswerPiece[] {
  const words = texts.chain.answer;
  const clauses: AnswerPiece[][] = [];

  const named = (gapGrade: GapGrade, predicate: string): void => {
    const members = cells.filter((cell) => cell.grade === gapGrade).sort(bySeverity);
    if (members.length === 0) return;
    const codes = members.map((cell) => cell.segment.code);
    clauses.push(namedSegments(codes, predicate, nameOf, words.join));
  };
  named('MISSING', words.missing);
  named('LIKELY_MISSING', words.likelyMissing);
  named('SHORT', words.short);
  named('THIN', words.thin);
  const known = cells.filter((cell) => cell.grade !== 'NO_DATA');
  if (clauses.length === 0 && known.length > 0) clauses.push([{ kind: 'text', text: words.noGap }]);
  named('AMPLE', words.ample);

  const unknown = cells.filter((cell) => cell.grade === 'NO_DATA');
  if (known.length === 0) {
    clauses.push([{ kind: 'text', text: words.nothingKnown }]);
  } else {
    const count = (states: readonly GapCell['state'][]): number =>
      unknown.filter((cell) => states.includes(cell.state)).length;
    const tail: [number, (count: number) => string][] = [
      [count(['UNSEEN']), words.unseen],
      [count(['SIZE_UNKNOWN', 'OBSERVED']), words.sizeUnknown],
      [count(['NO_COVERAGE']), words.noData],
    ];
    for (const [number, text] of tail) if (number > 0) clauses.push([{ kind: 'text', text: text(number) }]);
  }

  return joinClauses(words.lead(region), clauses, words);
}

/** A clause: segments that can be selected, each with what is said of it alone, and the predicate of them all. */
export function namedSegments(
  codes: readonly string[],
  predicate: string,
  nameOf: (code: string) => string,
  join: string,
  aside: (code: string) => string = () => '',
): AnswerPiece[] {
  const pieces = codes.flatMap((code, index): AnswerPiece[] => {
    const note = aside(code);
    return [
      ...(index === 0 ? [] : [{ kind: 'text', text: join } as const]),
      { kind: 'segment', code, text: nameOf(code) },
      ...(note === '' ? [] : [{ kind: 'text', text: note } as const]),
    ];
  });
  return [...pieces, { kind: 'text', text: wordGap(join) + predicate }];
}

/** The sentence out of its lead and clauses. */
export function joinClauses(
  lead: string,
  clauses: readonly (readonly AnswerPiece[])[],
  joints: { readonly clause: string; readonly end: string },
): AnswerPiece[] {
  return [
    { kind: 'lead', text: lead },
    ...clauses.flatMap((clause, index): AnswerPiece[] => [
      ...(index === 0 ? [] : [{ kind: 'text', text: joints.clause } as const]),
      ...clause,
    ]),
    { kind: 'text', text: joints.end },
  ];
}

/** Languages that put a space after a comma put one before the predicate as well. */
function wordGap(join: string): string {
  return join.endsWith(' ') ? ' ' : '';
}
