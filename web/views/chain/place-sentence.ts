import type { SameTexts } from '../../i18n/texts.ts';
import type { chainZh } from '../../i18n/chain.zh-CN.ts';
import type { AnswerPiece } from './answer-sentence.ts';
import { joinClauses, namedSegments } from './answer-sentence.ts';
import type { SegmentSpread } from './place-set.ts';
import { bySpread } from './place-set.ts';

/** Segments named before the sentence becomes a list; the table has them all. */
const NAMED = 6;

/** Words between the pieces, from the shell's dictionary. */
export interface Joints {
  readonly join: string;
  readonly clause: string;
  readonly end: string;
}

/**
 * The answer to "what do these places lack": segments by the number of prefectures with a gap, what is ample in most of
 * them, and of how many segments nothing or not everything is known. Prefectures are counted, nothing is added up.
 */
export function placeSentence(
  spreads: readonly SegmentSpread[],
  name: string,
  nameOf: (code: string) => string,
  words: SameTexts<typeof chainZh>['placesAnswer'],
  joints: Joints,
): AnswerPiece[] {
  const clauses: AnswerPiece[][] = [];
  const gaps = [...spreads].sort(bySpread).filter((spread) => spread.gaps > 0);
  const known = spreads.filter((spread) => spread.unknown < spread.cells.length);
  if (gaps.length > 0) {
    clauses.push(
      namedSegments(
        gaps.slice(0, NAMED).map((spread) => spread.code),
        words.gaps,
        nameOf,
        joints.join,
        (code) => words.inPlaces(gaps.find((spread) => spread.code === code)?.gaps ?? 0),
      ),
    );
  } else if (known.length > 0) {
    clauses.push([{ kind: 'text', text: words.noGap }]);
  }
  const ample = spreads.filter((spread) => 2 * (spread.counts.get('AMPLE') ?? 0) > spread.cells.length);
  if (ample.length > 0) {
    clauses.push(
      namedSegments(
        ample.map((spread) => spread.code),
        words.ample,
        nameOf,
        joints.join,
      ),
    );
  }
  const nowhere = spreads.length - known.length;
  if (nowhere > 0) clauses.push([{ kind: 'text', text: words.unknown(nowhere) }]);
  const partly = known.filter((spread) => spread.unknown > 0).length;
  if (partly > 0) clauses.push([{ kind: 'text', text: words.partly(partly) }]);
  return joinClauses(words.lead(name), clauses, joints);
}
