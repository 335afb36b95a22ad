import type { GapGrade } from '../../api/generated/operations.ts';
import type { SegmentMark } from '../../graph/chain-graph.ts';
import type { GraphPalette } from '../../graph/graph-palette.ts';
import type { chainZh } from '../../i18n/chain.zh-CN.ts';
import type { Numbers } from '../../i18n/numbers.ts';
import type { SameTexts } from '../../i18n/texts.ts';
import type { GapStyle } from '../../ui/gap-style.ts';
import type { GapCell } from './gap-cell.ts';
import type { SegmentSpread } from './place-set.ts';

/** What the picture shows of a segment, before colours: a class, the line under the name, counts of several places. */
export interface SegmentLook {
  readonly grade: GapGrade;
  readonly line: string;
  readonly spread: ReadonlyMap<GapGrade, number> | null;
}

/** A segment without a look is still waiting: it looks like none of the classes. */
export function markOf(
  look: SegmentLook | null,
  styles: Readonly<Record<GapGrade, GapStyle>>,
  palette: GraphPalette,
  waiting: string,
): SegmentMark {
  if (look === null) {
    return {
      fill: palette.ground,
      ink: palette.fadedInk,
      border: palette.fadedBorder,
      borderStyle: 'solid',
      borderWidth: 1,
      glyph: '',
      detail: waiting,
      spread: [],
    };
  }
  return {
    ...styles[look.grade],
    detail: look.line,
    spread: [...(look.spread ?? [])].map(([grade, count]) => ({ colour: barColour(styles[grade]), count })),
  };
}

/** Colour of a class where there is no room for its border and sign: its fill, or the border of an unfilled one. */
export function barColour(style: GapStyle): string {
  if (style.borderStyle === 'solid' && style.glyph !== '–') return style.fill;
  return style.glyph === '?' ? style.fill : style.border;
}

type Words = SameTexts<typeof chainZh>;

/** The line of a narrow box: where two pictures stand side by side there is no room for more than the firms. */
export function compactLine(words: Words['compactLine'], numbers: Numbers, cell: GapCell): string {
  switch (cell.state) {
    case 'OBSERVED':
      return cell.firms === null ? words.sizeUnknown : words.firms(numbers.count(cell.firms));
    case 'UNSEEN':
      return words.unseen;
    case 'SIZE_UNKNOWN':
      return cell.namedFirms > 0 ? words.named(numbers.count(cell.namedFirms)) : words.sizeUnknown;
    case 'NO_COVERAGE':
      return cell.namedFirms > 0 ? words.named(numbers.count(cell.namedFirms)) : words.noCoverage;
  }
}

/** The line of a segment over several places: prefectures with a gap and prefectures of which nothing is known. */
export function spreadLine(words: Words['places'], spread: SegmentSpread): string {
  return spread.unknown === spread.cells.length
    ? words.lineUnknown(spread.unknown)
    : words.line(spread.gaps, spread.unknown);
}
