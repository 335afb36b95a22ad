import { textWidth, wrapText } from '../graph/layout/text-width.ts';
import type { ExhibitLegendEntry } from '../state/exhibit.ts';
import type { Theme } from '../state/url-state.ts';
import { sheetFacts, type ExportSheet, type SheetFact } from './export-sheet.ts';

/** Colours of the sheet; the same as the page's (ui/styles/tokens.css). */
export interface SheetColours {
  readonly ground: string;
  readonly ink: string;
  readonly ink2: string;
}

export const SHEET_COLOURS: Readonly<Record<Theme, SheetColours>> = {
  light: { ground: '#ffffff', ink: '#1a1f26', ink2: '#5b6673' },
  dark: { ground: '#151a21', ink: '#e8ecf1', ink2: '#a7b1bd' },
};

export const SHEET_FONT = '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif';

/** A line of text; `y` is its baseline, px of the sheet. */
export interface SheetLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly tone: 'ink' | 'ink2';
}

export interface LegendMark extends ExhibitLegendEntry {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A sheet around a picture: title and answer above, legend and statements below. */
export interface PictureSheet {
  readonly width: number;
  readonly height: number;
  readonly picture: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly lines: readonly SheetLine[];
  readonly marks: readonly LegendMark[];
}

const MARGIN = 20;
/** Narrower pictures get white at the side, so that statements keep a readable line. */
const LEAST_WIDTH = 720;
const TITLE = { size: 18, line: 26 } as const;
const ANSWER = { size: 14, line: 21 } as const;
const FACT = { size: 12, line: 18 } as const;
const MARK = { width: 24, height: 16, gap: 6, between: 18, line: 24 } as const;
/** Part of the line height above the baseline. */
const ASCENT = 0.76;

/** Places everything; pure, in px of the page. */
export function layoutPictureSheet(
  sheet: ExportSheet,
  picture: { readonly width: number; readonly height: number },
): PictureSheet {
  const inner = Math.max(LEAST_WIDTH, picture.width);
  const lines: SheetLine[] = [];
  const marks: LegendMark[] = [];
  let y = MARGIN;
  const write = (
    text: string,
    font: { readonly size: number; readonly line: number },
    bold: boolean,
    tone: SheetLine['tone'],
  ): void => {
    for (const line of wrapText(text, inner, font.size, 40, bold)) {
      lines.push({ text: line, x: MARGIN, y: y + font.line * ASCENT, size: font.size, bold, tone });
      y += font.line;
    }
  };
  write(sheet.exhibit.title, TITLE, true, 'ink');
  if (sheet.exhibit.answer !== null) write(sheet.exhibit.answer, ANSWER, false, 'ink');
  y += 8;
  const placed = { x: MARGIN + (inner - picture.width) / 2, y, ...picture };
  y += picture.height + 12;

  const legend = sheet.exhibit.picture?.legend ?? [];
  let x = MARGIN;
  for (const entry of legend) {
    const width = MARK.width + MARK.gap + Math.ceil(textWidth(entry.label, FACT.size));
    if (x > MARGIN && x + width > MARGIN + inner) {
      x = MARGIN;
      y += MARK.line;
    }
    marks.push({ ...entry, x, y, width: MARK.width, height: MARK.height });
    lines.push({
      text: entry.label,
      x: x + MARK.width + MARK.gap,
      y: y + MARK.height * ASCENT,
      size: FACT.size,
      bold: false,
      tone: 'ink',
    });
    x += width + MARK.between;
  }
  if (legend.length > 0) y += MARK.line + 6;
  for (const paragraph of paragraphs(sheet)) write(paragraph, FACT, false, 'ink2');
  return { width: inner + 2 * MARGIN, height: Math.ceil(y + MARGIN), picture: placed, lines, marks };
}

/** The statements as paragraphs: the settings in one, the rest one by one. */
function paragraphs(sheet: ExportSheet): readonly string[] {
  const words = ({ label, value }: SheetFact): string => `${label}${sheet.texts.facts.colon}${value}`;
  const settings = sheet.exhibit.filters.length;
  const facts = sheetFacts(sheet);
  const first = facts.slice(0, settings).map(words).join(sheet.texts.facts.clause);
  return [...(settings === 0 ? [] : [first]), ...facts.slice(settings).map(words)];
}
