/** What the drawn matrix holds; all words in the language of the page. */
export interface MatrixDrawing {
  readonly title: string;
  /** Stands under the title; null while there is none. */
  readonly answer: string | null;
  readonly heads: readonly string[];
  readonly groups: readonly {
    readonly name: string;
    readonly rows: readonly {
      readonly number: string;
      readonly heading: string;
      /** One entry a head: marks from the left. */
      readonly cells: readonly (readonly ('LEAD' | 'SUPPORT')[])[];
      /** Stands in place of the cells; null where the row has cells. */
      readonly note: string | null;
      /** What stands at the end of a row that names no lead; null where one is named. */
      readonly silent: string | null;
    }[];
  }[];
  readonly legend: { readonly lead: string; readonly support: string };
  readonly colours: {
    readonly ground: string;
    readonly box: string;
    readonly ink: string;
    readonly quiet: string;
    readonly line: string;
    readonly accent: string;
  };
  readonly font: string;
  /** Heads stand upright, sign below sign; else they are turned. */
  readonly uprightHeads: boolean;
}

const MARGIN = 24;
const HEADING_WIDTH = 330;
const COLUMN = 30;
const ROW = 26;
const TOP = 58;
const ANSWER_LINE = 20;
/** Room of a half-width sign at 13 px. */
const HALF_SIGN = 7;
const NOTE_WIDTH = 80;
const SIGN = 14;
/** Longest heading that fits its column, in half-width signs. */
const HEADING_SIGNS = 42;

/** The matrix as an SVG document with its background: heads, chapters, a disc for each lead, a ring for each part. */
export function matrixSvg(drawing: MatrixDrawing): {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
} {
  const { colours, heads, groups } = drawing;
  const headHeight = drawing.uprightHeads
    ? Math.max(0, ...heads.map((head) => Array.from(head).length)) * SIGN + 10
    : Math.max(0, ...heads.map((head) => head.length)) * 6.2 + 10;
  const width = MARGIN * 2 + HEADING_WIDTH + heads.length * COLUMN + NOTE_WIDTH;
  const lines = groups.reduce((sum, group) => sum + group.rows.length + 1, 0);
  const answer = drawing.answer === null ? [] : wrapped(drawing.answer, (width - MARGIN * 2) / HALF_SIGN);
  const gridTop = TOP + answer.length * ANSWER_LINE + headHeight;
  const height = Math.ceil(gridTop + lines * ROW + MARGIN + 24);
  const left = MARGIN + HEADING_WIDTH;
  const parts: string[] = [];
  const text = (x: number, y: number, words: string, size: number, colour: string, more = ''): void => {
    parts.push(`<text x="${x}" y="${y}" font-size="${size}" fill="${colour}"${more}>${escaped(words)}</text>`);
  };
  const rule = (y: number): void => {
    parts.push(`<line x1="${MARGIN}" x2="${width - MARGIN}" y1="${y}" y2="${y}" stroke="${colours.line}"/>`);
  };
  const mark = (x: number, y: number, role: 'LEAD' | 'SUPPORT'): void => {
    const fill = role === 'LEAD' ? colours.accent : 'none';
    parts.push(`<circle cx="${x}" cy="${y}" r="4.5" fill="${fill}" stroke="${colours.accent}" stroke-width="2"/>`);
  };

  text(MARGIN, 36, drawing.title, 20, colours.ink, ' font-weight="bold"');
  answer.forEach((line, index) => {
    text(MARGIN, 60 + index * ANSWER_LINE, line, 13, colours.quiet);
  });
  heads.forEach((head, index) => {
    const x = left + index * COLUMN + COLUMN / 2;
    if (drawing.uprightHeads) {
      const signs = Array.from(head);
      signs.forEach((sign, place) => {
        text(x, gridTop - 6 - (signs.length - 1 - place) * SIGN, sign, 13, colours.ink, ' text-anchor="middle"');
      });
    } else {
      text(x + 4, gridTop - 6, head, 12, colours.ink, ` transform="rotate(-90 ${x + 4} ${gridTop - 6})"`);
    }
  });
  let y = gridTop;
  for (const group of groups) {
    parts.push(`<rect x="${MARGIN}" y="${y}" width="${width - MARGIN * 2}" height="${ROW}" fill="${colours.box}"/>`);
    text(MARGIN + 8, y + 18, group.name, 13, colours.quiet);
    y += ROW;
    for (const row of group.rows) {
      const middle = y + ROW / 2;
      text(MARGIN + 26, y + 18, row.number, 13, colours.quiet, ' text-anchor="end"');
      text(MARGIN + 36, y + 18, fitted(row.heading), 13, colours.ink);
      if (row.note !== null) text(left + 8, y + 18, row.note, 12, colours.quiet);
      row.cells.forEach((marks, index) => {
        const centre = left + index * COLUMN + COLUMN / 2;
        const [first, second] = marks;
        if (first !== undefined) mark(second === undefined ? centre : centre - 6, middle, first);
        if (second !== undefined) mark(centre + 6, middle, second);
      });
      if (row.silent !== null) text(left + heads.length * COLUMN + 8, y + 18, row.silent, 12, colours.quiet);
      y += ROW;
      rule(y);
    }
  }
  mark(MARGIN + 8, y + 26, 'LEAD');
  text(MARGIN + 20, y + 31, drawing.legend.lead, 13, colours.quiet);
  mark(MARGIN + 108, y + 26, 'SUPPORT');
  text(MARGIN + 120, y + 31, drawing.legend.support, 13, colours.quiet);

  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-family="${escaped(drawing.font)}"><rect width="100%" height="100%" fill="${colours.ground}"/>${parts.join('')}</svg>`;
  return { svg, width, height };
}

/** Chinese signs take the room of two. */
function roomOf(sign: string): number {
  return /[\u2e80-\uffff]/.test(sign) ? 2 : 1;
}

function fitted(heading: string): string {
  let room = HEADING_SIGNS;
  let kept = '';
  for (const sign of heading) {
    room -= roomOf(sign);
    if (room < 0) return `${kept}…`;
    kept += sign;
  }
  return kept;
}

/** Cuts a sentence into lines, at a blank where one is near the end of the line. */
function wrapped(sentence: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  let left = room;
  for (const sign of sentence) {
    left -= roomOf(sign);
    if (left < 0) {
      const blank = line.lastIndexOf(' ');
      const cut = blank > line.length - 16 ? blank + 1 : line.length;
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
      left = room - Array.from(line).reduce((sum, one) => sum + roomOf(one), 0) - roomOf(sign);
    }
    line += sign;
  }
  return line === '' ? lines : [...lines, line];
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
