import { textWidth, wrapText } from '../layout/text-width.ts';

/** Measures of a thing's box, px. */
export const BOX = { font: 13, line: 18, padding: 10, vertical: 5, textWidth: 136, lines: 2, minWidth: 54 } as const;

export interface ThingBox {
  readonly label: string;
  readonly width: number;
  readonly height: number;
}

/** The sign of the type and the name in at most two lines, and the box around them. */
export function thingBox(glyph: string, name: string): ThingBox {
  const lines = evenLines(`${glyph} ${name}`);
  const widest = Math.max(...lines.map((line) => textWidth(line, BOX.font)));
  return {
    label: lines.join('\n'),
    width: Math.max(BOX.minWidth, Math.ceil(widest) + 2 * BOX.padding),
    height: lines.length * BOX.line + 2 * BOX.vertical,
  };
}

/** Steps in which a narrower box is tried, px. */
const STEP = 8;

/** As few lines as possible, and these of about the same length: no line with one character left over. */
function evenLines(text: string): readonly string[] {
  const widest = wrapText(text, BOX.textWidth, BOX.font, BOX.lines);
  const whole = widest.join('').replace(/\s/g, '');
  let best = widest;
  for (let width = BOX.textWidth - STEP; width >= BOX.textWidth / 2; width -= STEP) {
    const lines = wrapText(text, width, BOX.font, BOX.lines);
    if (lines.length > widest.length || lines.join('').replace(/\s/g, '') !== whole) break;
    best = lines;
  }
  return best;
}
