import type { ReachKind } from '../../api/generated/operations.ts';
import type { MeasureDuties } from './duty-matrix.ts';
import type { Piece } from './selection.ts';

/** Words that the sentence is put together from. */
export interface ReachSentenceWords {
  readonly join: string;
  readonly clause: string;
  readonly end: string;
  readonly segments: (name: string, count: number) => string;
  readonly places: (name: string, count: number) => string;
  readonly park: (name: string, count: number) => string;
  readonly chain: (count: number) => string;
  readonly none: string;
  readonly list: (numbers: string) => string;
  readonly action: (number: number) => string;
}

const OF_SEGMENT: readonly ReachKind[] = ['SEGMENT', 'SEGMENT_PART', 'SEGMENT_WHOLE'];
const OF_PLACE: readonly ReachKind[] = ['REGION', 'REGION_PART', 'REGION_WHOLE', 'PARK_THERE', 'ZONE'];

/** How many measures name the segment, the place and the park, which, and how many more are for the whole chain. */
export function reachSentence(
  lines: readonly {
    readonly measure: { readonly code: string };
    readonly reasons: readonly { readonly how: ReachKind }[];
  }[],
  asked: { readonly segment: string | null; readonly region: string | null; readonly park: string | null },
  measureOf: (code: string) => MeasureDuties | null,
  words: ReachSentenceWords,
): readonly Piece[] {
  const by = (kinds: readonly ReachKind[]): MeasureDuties[] =>
    lines
      .filter((line) => line.reasons.some((reason) => kinds.includes(reason.how)))
      .flatMap((line) => measureOf(line.measure.code) ?? []);
  const chainOnly = lines.filter((line) => line.reasons.every((reason) => reason.how === 'CHAIN')).length;
  const part = (lead: string, measures: readonly MeasureDuties[]): Piece[] => {
    const links = measures.flatMap((measure, index): Piece[] => [
      ...(index === 0 ? [] : [{ kind: 'text', text: words.join } as const]),
      {
        kind: 'link',
        text: measure.isAction ? words.action(measure.number) : String(measure.number),
        to: { kind: 'measure', code: measure.code },
      },
    ]);
    return [
      { kind: 'lead', text: lead },
      ...(links.length === 0 ? [] : [{ kind: 'text', text: words.list('') } as const, ...links]),
    ];
  };
  const parts: Piece[][] = [];
  if (asked.segment !== null) {
    const measures = by(OF_SEGMENT);
    parts.push(part(words.segments(asked.segment, measures.length), measures));
  }
  if (asked.region !== null) {
    const measures = by(OF_PLACE);
    parts.push(part(words.places(asked.region, measures.length), measures));
  }
  if (asked.park !== null) {
    const measures = by(['PARK']);
    parts.push(part(words.park(asked.park, measures.length), measures));
  }
  if (chainOnly > 0) parts.push([{ kind: 'text', text: words.chain(chainOnly) }]);
  if (parts.length === 0) parts.push([{ kind: 'lead', text: words.none }]);
  return [
    ...parts.flatMap((pieces, index): Piece[] =>
      index === 0 ? pieces : [{ kind: 'text', text: words.clause }, ...pieces],
    ),
    { kind: 'text', text: words.end },
  ];
}
