import { Window } from 'happy-dom';
import { zipEntries } from './zip-entries.ts';

/** A sheet of a workbook as read back: text as text, number as number, empty as null. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Whether any cell holds a formula. */
  readonly hasFormula: boolean;
}

/** Reads a workbook without the library that wrote it: unzips it and reads the XML of its sheets. */
export function readWorkbook(file: Buffer): readonly ReadSheet[] {
  const entries = zipEntries(file);
  const part = (name: string) => {
    const text = entries.get(name);
    if (text === undefined) throw new Error(`The workbook has no ${name}.`);
    return parseXml(text);
  };
  const strings = entries.has('xl/sharedStrings.xml')
    ? [...part('xl/sharedStrings.xml').querySelectorAll('si')].map((item) => item.textContent)
    : [];
  return [...part('xl/workbook.xml').querySelectorAll('sheet')].map((sheet, index) => {
    const xml = part(`xl/worksheets/sheet${index + 1}.xml`);
    return {
      name: sheet.getAttribute('name') ?? '',
      hasFormula: xml.querySelector('f') !== null,
      rows: [...xml.querySelectorAll('row')].map((row) => {
        const values: (string | number | null)[] = [];
        for (const cell of row.querySelectorAll('c')) {
          const column = columnOf(cell.getAttribute('r') ?? '');
          while (values.length < column) values.push(null);
          const value = cell.querySelector('v')?.textContent ?? '';
          const type = cell.getAttribute('t');
          if (type === 's') values.push(strings[Number(value)] ?? null);
          else if (type === 'inlineStr') values.push(cell.querySelector('is')?.textContent ?? '');
          else values.push(value === '' ? null : Number(value));
        }
        return values;
      }),
    };
  });
}

/** An XML document; throws when it is not well formed. */
export function parseXml(text: string) {
  const { DOMParser } = new Window();
  const document = new DOMParser().parseFromString(text, 'application/xml');
  const fault = document.querySelector('parsererror');
  if (fault !== null) throw new Error(`Not well formed: ${fault.textContent}`);
  return document;
}

/** `B7` is column 1. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]+/.exec(reference)?.[0] ?? '';
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
