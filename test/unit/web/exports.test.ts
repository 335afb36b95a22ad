import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvField, csvText, safeText } from '../../../web/export/csv.ts';
import { fileName, sheetFacts } from '../../../web/export/export-sheet.ts';
import { graphmlText } from '../../../web/export/graphml.ts';
import { jsonText } from '../../../web/export/json.ts';
import { layoutPictureSheet } from '../../../web/export/picture-sheet.ts';
import { EXPORTERS } from '../../../web/export/registry.ts';
import { svgText } from '../../../web/export/svg.ts';
import { workbookRequest } from '../../../web/export/xlsx.ts';
import { makeWorkbook, parseWorkbookTable } from '../../../server/http/table-workbook.ts';
import { parseXml, readWorkbook } from '../../support/workbook-reader.ts';
import { SAID_BY_EVERY_EXPORT, sheetOf, SHOWN } from './shown-sheet.ts';

describe('CSV, read back', () => {
  const text = csvText(sheetOf());
  const records = parseCsv(text, { bom: true });

  it('begins with a byte-order mark, ends lines with CRLF, and has equally many fields in each record', () => {
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(new Set(records.map((record) => record.length))).toEqual(new Set([SHOWN.table.columns.length]));
  });

  it('gives the table back: unknown empty and not 0, only the marks against formulas added', () => {
    const end = records.findIndex((record) => record.every((field) => field === ''));
    const [header, ...rows] = records.slice(0, end);
    expect(header).toEqual(SHOWN.table.columns.map((column) => column.title));
    const back = rows.map((row) =>
      row.map((field, index) => {
        if (SHOWN.table.columns[index]?.kind === 'number') return field === '' ? null : Number(field);
        return field.replace(/^'(?=[=+\-@\t－])/, '');
      }),
    );
    expect(back).toEqual(SHOWN.table.rows);
  });

  it('says release, date, filters and sources after an empty record', () => {
    const end = records.findIndex((record) => record.every((field) => field === ''));
    const about = records.slice(end + 1).map((record) => record.slice(0, 2).join(' '));
    for (const words of SAID_BY_EVERY_EXPORT)
      expect(
        about.some((line) => line.includes(words)),
        words,
      ).toBe(true);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+86', '+86'],
    ['+cmd', "'+cmd"],
    ['-12.5', '-12.5'],
    ['-12.5.1', "'-12.5.1"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
    ['', ''],
  ])('the text %j becomes %j, so that no spreadsheet takes it for a formula', (text, safe) => {
    expect(safeText(text)).toBe(safe);
  });

  it('quotes what RFC 4180 says must be quoted', () => {
    expect(csvField('a"b')).toBe('"a""b"');
    expect(csvField('a,b')).toBe('"a,b"');
    expect(csvField('a\nb')).toBe('"a\nb"');
    expect(csvField(null)).toBe('');
    expect(csvField(0)).toBe('0');
  });
});

describe('XLSX, read back', () => {
  it('holds the table on the first sheet, numbers as numbers, unknown as an empty cell, no formula', async () => {
    const file = await makeWorkbook(parseWorkbookTable(JSON.parse(JSON.stringify(workbookRequest(sheetOf())))));
    const [table, about] = readWorkbook(file);
    expect(table?.name).toBe('表');
    expect(table?.hasFormula).toBe(false);
    const width = SHOWN.table.columns.length;
    const padded = table?.rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? null));
    expect(padded).toEqual([SHOWN.table.columns.map((column) => column.title), ...SHOWN.table.rows]);
    const said = about?.rows.map((row) => row.join(' ')) ?? [];
    for (const words of SAID_BY_EVERY_EXPORT)
      expect(
        said.some((line) => line.includes(words)),
        words,
      ).toBe(true);
  });
});

describe('GraphML, read back', () => {
  // happy-dom takes no dot in the name of an attribute, which XML allows; the browser tests read the file as it is.
  const document = parseXml(graphmlText(sheetOf()).replace(/ attr\.(name|type)=/g, ' attr-$1='));
  const keys = [...document.querySelectorAll('key')].map((key) => ({
    id: key.getAttribute('id') ?? '',
    domain: key.getAttribute('for'),
    name: key.getAttribute('attr-name') ?? '',
    type: key.getAttribute('attr-type'),
  }));

  it('types each key by its values and leaves out what nobody knows', () => {
    expect(keys.map(({ domain, name, type }) => `${String(domain)} ${name} ${String(type)}`)).toEqual([
      'node label string',
      'node firms long',
      'node quotient double',
      'node shown boolean',
      'node note string',
      'edge kind string',
      'edge weight double',
      'graph about string',
    ]);
  });

  it('gives nodes, links and their known attributes back', () => {
    type Element = NonNullable<ReturnType<typeof document.querySelector>>;
    const attributesOf = (element: Element): Readonly<Record<string, string>> =>
      Object.fromEntries(
        [...element.querySelectorAll('data')].map((data): [string, string] => [
          keys.find(({ id }) => id === data.getAttribute('key'))?.name ?? '',
          data.textContent,
        ]),
      );
    expect([...document.querySelectorAll('node')].map((node) => [node.getAttribute('id'), attributesOf(node)])).toEqual(
      [
        ['D1', { label: '印染 & "洗"', firms: '4', quotient: '1.5', shown: 'true' }],
        ['H', { label: '家纺', quotient: '2', shown: 'false', note: 'a<b>' }],
      ],
    );
    const [link] = [...document.querySelectorAll('edge')];
    expect([link?.getAttribute('source'), link?.getAttribute('target')]).toEqual(['D1', 'H']);
    expect(link === undefined ? null : attributesOf(link)).toEqual({ kind: 'MATERIAL', weight: '0.25' });
  });

  it('says release, date, filters and sources', () => {
    const about = document.querySelector('graph > data')?.textContent ?? '';
    for (const words of SAID_BY_EVERY_EXPORT) expect(about).toContain(words);
  });
});

describe('JSON, read back', () => {
  it('gives table, graph and questions back, unknown as null', () => {
    const text = jsonText(sheetOf());
    const back = JSON.parse(text) as {
      readonly rows: readonly Readonly<Record<string, unknown>>[];
      readonly graph: unknown;
      readonly queries: unknown;
    };
    expect(back.rows.map((row) => SHOWN.table.columns.map(({ key }) => row[key]))).toEqual(SHOWN.table.rows);
    expect(back.graph).toEqual(SHOWN.graph);
    expect(back.queries).toEqual(SHOWN.queries);
    for (const words of SAID_BY_EVERY_EXPORT) expect(text).toContain(words);
  });
});

describe('SVG, read back', () => {
  const size = { width: 400, height: 300 };

  it('is well formed, stands on a ground that covers it, and holds picture, legend and statements', async () => {
    const text = svgText(sheetOf(), (await SHOWN.picture?.toSvg()) ?? '', size);
    const document = parseXml(text);
    const root = document.documentElement;
    const ground = document.querySelector('svg > rect');
    expect([ground?.getAttribute('width'), ground?.getAttribute('height'), ground?.getAttribute('fill')]).toEqual([
      root.getAttribute('width'),
      root.getAttribute('height'),
      '#ffffff',
    ]);
    expect(document.querySelector('g > svg text')?.textContent).toBe('印染');
    const words = [...document.querySelectorAll('svg > text')].map((line) => line.textContent).join('');
    for (const said of [...SAID_BY_EVERY_EXPORT, '充足 3', '无数据 <2>', '示意图，不作为划界依据'])
      expect(words).toContain(said);
  });

  it('puts nothing outside of the sheet and nothing on the picture', () => {
    const sheet = layoutPictureSheet(sheetOf(), size);
    for (const line of sheet.lines) {
      expect(line.y).toBeLessThan(sheet.height);
      const isAbove = line.y < sheet.picture.y;
      const isBelow = line.y - line.size > sheet.picture.y + sheet.picture.height;
      expect(isAbove || isBelow, line.text).toBe(true);
    }
    expect(sheet.picture.x + sheet.picture.width).toBeLessThanOrEqual(sheet.width);
  });
});

describe('every export', () => {
  it('states an unknown source as such instead of leaving it out', () => {
    const facts = sheetFacts(sheetOf({ ...SHOWN, sources: [] }));
    expect(facts).toContainEqual({ label: '来源', value: '没有来源' });
  });

  it('has a name that file systems take, with the day of making in China', () => {
    expect(fileName(sheetOf(), 'csv')).toBe('揭阳-产业链-缺口-2026-11-23.csv');
  });

  it('is offered only where the view has what it needs', () => {
    const { texts } = sheetOf();
    const offered = (exhibit: typeof SHOWN): readonly string[] =>
      EXPORTERS.filter((one) => one.missing(exhibit, texts) === null).map((one) => one.id);
    expect(offered(SHOWN)).toEqual(['png', 'svg', 'xlsx', 'csv', 'graphml', 'json']);
    expect(offered({ ...SHOWN, picture: null })).toEqual(['xlsx', 'csv', 'graphml', 'json']);
    expect(offered({ ...SHOWN, picture: null, graph: null })).toEqual(['xlsx', 'csv', 'json']);
  });
});
