import { madeAtText, sheetFacts, type ExportSheet } from '../../export/export-sheet.ts';
import type { ExhibitLegendEntry } from '../../state/exhibit.ts';

/** Paper, always landscape. */
export type Paper = 'A4' | 'A3';

/**
 * A sheet of paper as an element: title and answer, picture with legend and 审图号, settings, release and date; then the
 * table and the sources. `pictureUrl` is the picture as an image; null = none.
 */
export function buildPrintSheet(sheet: ExportSheet, paper: Paper, pictureUrl: string | null): HTMLElement {
  const { exhibit, texts } = sheet;
  const root = element('article', `print-sheet paper-${paper}`);
  root.lang = sheet.lang === 'en' ? 'en' : 'zh-CN';

  const first = element('section', 'print-first');
  first.append(element('h1', '', exhibit.title));
  if (exhibit.answer !== null) first.append(element('p', 'print-answer', exhibit.answer));
  if (pictureUrl !== null) {
    const image = document.createElement('img');
    image.src = pictureUrl;
    image.alt = exhibit.title;
    image.className = 'print-picture';
    first.append(image);
  }
  const { picture } = exhibit;
  const legend = picture?.legend ?? [];
  if (pictureUrl !== null && legend.length > 0) {
    const list = element('ul', 'print-legend');
    list.setAttribute('aria-label', texts.print.legend);
    list.append(...legend.map(legendEntry));
    first.append(list);
  }
  if (pictureUrl !== null && picture?.mapNote !== undefined) {
    first.append(element('p', 'print-map-note', mapNoteWords(picture.mapNote, sheet)));
  }
  const all = sheetFacts(sheet);
  const settings = all.slice(0, exhibit.filters.length);
  if (settings.length > 0) {
    const words = settings.map(({ label, value }) => `${label}${texts.facts.colon}${value}`);
    first.append(element('p', 'print-settings', words.join(texts.facts.clause)));
  }
  first.append(element('p', 'print-foot', footOf(sheet)));
  const facts = element('dl', 'print-facts');
  for (const { label, value } of all.slice(exhibit.filters.length)) {
    facts.append(element('dt', '', label), element('dd', '', value));
  }
  const table = tableOf(sheet);
  // The picture has a page to itself; a table alone starts under its heading.
  if (pictureUrl !== null) table.classList.add('after-picture');
  root.append(first, table, facts);
  return root;
}

function footOf({ texts, release, madeAt }: ExportSheet): string {
  return texts.print.foot(release.id, madeAtText(madeAt));
}

/** An approved map carries its number; any other one the words it must carry and a place for the number. */
function mapNoteWords(note: string, { texts }: ExportSheet): string {
  return note.includes(texts.print.approval.trim()) ? note : `${note}　${texts.print.approvalNone}`;
}

function tableOf(sheet: ExportSheet): HTMLElement {
  const { table, title } = sheet.exhibit;
  const isEmpty = table.columns.map((_, index) => table.rows.every((row) => row[index] === null));
  // On paper there is no room for columns in which nothing is known.
  const columns = table.columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ index, onPaper }) => onPaper !== false && isEmpty[index] === false);
  const body = element('table', 'print-table');
  const caption = element('caption', '', title);
  const head = element('tr', '');
  for (const column of columns) {
    const cell = element('th', column.kind, column.title);
    cell.setAttribute('scope', 'col');
    head.append(cell);
  }
  const thead = element('thead', '');
  thead.append(head);
  const tbody = element('tbody', '');
  for (const row of table.rows) {
    const line = element('tr', '');
    for (const { index, kind } of columns) {
      const words = cellWords(row[index] ?? null);
      line.append(element('td', words.length <= SHORT_WORDS ? `${kind} short` : kind, words));
    }
    tbody.append(line);
  }
  body.append(caption, thead, tbody);
  return body;
}

/** Longest text that stays on one line, characters. */
const SHORT_WORDS = 8;

const NUMBER = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 3 });

function cellWords(value: string | number | null): string {
  if (value === null) return '';
  return typeof value === 'number' ? NUMBER.format(value) : value;
}

function legendEntry({ sign, label, fill, ink, border, borderStyle }: ExhibitLegendEntry): HTMLElement {
  const item = element('li', '');
  const mark = element('span', 'print-mark', sign);
  mark.style.background = fill;
  mark.style.color = ink;
  mark.style.border = `1.5px ${borderStyle} ${border}`;
  item.append(mark, label);
  return item;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
