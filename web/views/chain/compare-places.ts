import type { chainZh } from '../../i18n/chain.zh-CN.ts';
import type { SameTexts } from '../../i18n/texts.ts';
import { GAP_GRADES_TO_ACT } from '../../ui/gap-style.ts';
import type { AnswerPiece } from './answer-sentence.ts';
import { joinClauses, namedSegments } from './answer-sentence.ts';
import type { GapCell } from './gap-cell.ts';
import type { Joints } from './place-sentence.ts';

/** How two places differ in a segment; `open`: at least one of them has no data, so nothing is compared. */
export type PlaceDifference = 'first' | 'second' | 'degree' | 'both' | 'neither' | 'open';

/** Order of the differences: what one has and the other lacks first. */
export const DIFFERENCE_ORDER: readonly PlaceDifference[] = ['first', 'second', 'degree', 'both', 'neither', 'open'];

/** Compares two cells of one segment by their classes; numbers of a sample are not set against each other. */
export function differenceOf(one: Pick<GapCell, 'grade'>, other: Pick<GapCell, 'grade'>): PlaceDifference {
  if (one.grade === 'NO_DATA' || other.grade === 'NO_DATA') return 'open';
  const gaps = [one, other].map((cell) => GAP_GRADES_TO_ACT.includes(cell.grade));
  if (gaps[0] === true && gaps[1] === true) return one.grade === other.grade ? 'both' : 'degree';
  if (gaps[0] === true) return 'first';
  return gaps[1] === true ? 'second' : 'neither';
}

/** Where two places differ, in one sentence; segments of which one side is not known are counted, not compared. */
export function compareSentence(
  pairs: readonly { readonly code: string; readonly difference: PlaceDifference }[],
  first: string,
  second: string,
  nameOf: (code: string) => string,
  words: SameTexts<typeof chainZh>['beside'],
  joints: Joints,
): AnswerPiece[] {
  const codes = (difference: PlaceDifference): string[] =>
    pairs.filter((pair) => pair.difference === difference).map((pair) => pair.code);
  const clauses: AnswerPiece[][] = [];
  const named = (difference: PlaceDifference, predicate: string): void => {
    const members = codes(difference);
    if (members.length > 0) clauses.push(namedSegments(members, predicate, nameOf, joints.join));
  };
  named('first', words.only(first));
  named('second', words.only(second));
  named('degree', words.differs);
  named('both', words.both);
  const neither = codes('neither').length;
  const open = codes('open').length;
  if (open === pairs.length) clauses.push([{ kind: 'text', text: words.nothing }]);
  else {
    if (neither > 0) clauses.push([{ kind: 'text', text: words.neither(neither) }]);
    if (open > 0) clauses.push([{ kind: 'text', text: words.unknown(open) }]);
  }
  return joinClauses(words.lead(first, second), clauses, joints);
}
