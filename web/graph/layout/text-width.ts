/**
 * Widths in em of Noto Sans CJK SC, the widest of the page's fonts, as Chromium measures them, rounded up, so that a text measured here is never wider on screen. Full-width
 * characters (Han, kana, full-width punctuation) are 1 em by definition,
 * in bold too; other bold characters run about 6 % wider.
 */
const FULL_WIDTH = 1;
const BOLD_FACTOR = 1.06;
/** Classes of characters, first match wins. The middle dot is full-width in Chinese faces. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[·…—]/, FULL_WIDTH],
  [/ /, 0.23],
  [/[ijlI.,:;'|!]/, 0.31],
  [/[frt()[\]/-]/, 0.4],
  [/[mwMW@%]/, 0.93],
  [/[0-9~<>+=?]/, 0.56],
  [/[ckszvxy]/, 0.54],
  [/[a-z]/, 0.62],
  [/[A-Z]/, 0.75],
];

function charWidth(char: string): number {
  if ((char.codePointAt(0) ?? 0) >= 0x2e80) return FULL_WIDTH;
  return WIDTHS.find(([pattern]) => pattern.test(char))?.[1] ?? 0.66;
}

/** Width of one line in px; `size` is the font size in px. */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0;
  for (const char of text) {
    const width = charWidth(char);
    em += bold && width < FULL_WIDTH ? width * BOLD_FACTOR : width;
  }
  return em * size;
}

/** The text, or as much of it as fits into `width` px with an ellipsis. */
export function fitText(text: string, width: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const chars = Array.from(text);
  while (chars.length > 1) {
    chars.pop();
    const shortened = `${chars.join('').trimEnd()}…`;
    if (textWidth(shortened, size, bold) <= width) return shortened;
  }
  return '…';
}

/**
 * Pieces between which a line may break: Han characters one by one (no line starts with closing punctuation), words and
 * dates whole.
 */
function breakable(text: string): string[] {
  return text.match(/\d{4}-\d{2}(?:-\d{2})?\s*|[⺀-￿][、，。）」》]*|[^\s⺀-￿-]+-?\s*|-\s*|\s+/gu) ?? [];
}

/** A word longer than a line, in pieces with hyphens. */
function splitWord(word: string, width: number, size: number, bold: boolean): string[] {
  if (textWidth(word.trimEnd(), size, bold) <= width) return [word];
  const chars = Array.from(word);
  const pieces: string[] = [];
  let piece = '';
  for (const char of chars) {
    if (piece !== '' && textWidth(`${piece}${char}-`, size, bold) > width) {
      pieces.push(`${piece}-`);
      piece = '';
    }
    piece += char;
  }
  return [...pieces, piece];
}

/** At most `maxLines` lines of at most `width` px; what does not fit ends in an ellipsis. */
export function wrapText(text: string, width: number, size: number, maxLines: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  let rest = breakable(text).flatMap((piece) => splitWord(piece, width, size, bold));
  while (rest.length > 0) {
    const [piece = '', ...others] = rest;
    if (line !== '' && textWidth((line + piece).trimEnd(), size, bold) > width) {
      if (lines.length === maxLines - 1) break;
      lines.push(line.trimEnd());
      line = '';
    } else {
      line += piece;
      rest = others;
    }
  }
  lines.push(fitText((line + rest.join('')).trimEnd(), width, size, bold));
  return lines;
}
