/**
 * Widths in em of a common sans-serif face, rounded up, so that a text measured here is never wider on screen. Full-width
 * characters (Han, kana, full-width punctuation) are 1 em by definition,
 * in bold too; other bold characters run about 6 % wider.
 */
const FULL_WIDTH = 1;
const BOLD_FACTOR = 1.06;
const NARROW = /[iIljft.,:;'|!()[\]]/;
const WIDE_LOWER = /[mw]/;
const WIDE_UPPER = /[MW@%]/;

function charWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return FULL_WIDTH;
  if (char === ' ' || char === '·') return 0.32;
  if (char === '…' || char === '—') return FULL_WIDTH;
  if (NARROW.test(char)) return 0.38;
  if (WIDE_LOWER.test(char)) return 0.9;
  if (WIDE_UPPER.test(char)) return 0.96;
  if (/[0-9]/.test(char)) return 0.6;
  if (/[a-z]/.test(char)) return 0.6;
  if (/[A-Z]/.test(char)) return 0.72;
  return 0.66;
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

/** Pieces between which a line may break: Han characters one by one (no line starts with closing punctuation), words whole. */
function breakable(text: string): string[] {
  return text.match(/[⺀-￿][、，。）」》]*|[^\s⺀-￿]+\s*|\s+/gu) ?? [];
}

/** At most `maxLines` lines of at most `width` px; what does not fit ends in an ellipsis. */
export function wrapText(text: string, width: number, size: number, maxLines: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  let rest = breakable(text);
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
