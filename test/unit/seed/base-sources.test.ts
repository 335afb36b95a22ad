import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  baseFiles,
  cell,
  column,
  hasSeed,
  seed,
  seedSources,
  seedText,
  sharedFolder,
  sharedIsPresent,
} from './base-csv.ts';

const sources = seedSources();
// The two policy texts are declared beside the policy facts; a map without those facts is checked for all else.
const declared = new Set([...column(sources, 'id'), ...(hasSeed('sources-policy') ? [] : ['s23', 's24'])]);

const isoDate: Readonly<Record<string, RegExp>> = {
  '': /^$/,
  YEAR: /^\d{4}$/,
  MONTH: /^\d{4}-(0[1-9]|1[0-2])$/,
  DAY: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
};

describe('sources', () => {
  test('an id stands once; kind, reliability and date are of the agreed forms', () => {
    expect(new Set(column(sources, 'id')).size).toBe(sources.length);
    for (const row of seed('sources')) {
      const id = cell(row, 'id');
      expect(cell(row, 'title'), id).not.toBe('');
      expect(cell(row, 'publisher'), id).not.toBe('');
      expect(cell(row, 'kind'), id).toMatch(
        /^(POLICY|STATISTICS|REGISTER|EXCHANGE|NEWS|COMPANY|PAPER|STANDARD|COMPUTED|MODEL)$/,
      );
      expect(cell(row, 'reliability'), id).toMatch(/^(PRIMARY|REPORTED|COMPUTED|JUDGEMENT)$/);
      expect(cell(row, 'date'), id).toMatch(isoDate[cell(row, 'datePrecision')] ?? /never/);
    }
  });

  test('the three sources without a date say so', () => {
    const undated = seed('sources').filter((row) => cell(row, 'date') === '');
    expect(column(undated, 'id').sort()).toEqual(['echarts-4.9.0', 'echarts-4.9.0-places', 'news-upgrade-zones']);
    for (const row of undated) expect(cell(row, 'note')).toMatch(/date/);
  });

  test('the register copy carries its gaps', () => {
    const copy = sources.find((row) => cell(row, 'id') === 'register-copy-2019') ?? {};
    expect(cell(copy, 'note')).toMatch(/2004, 2007-2009 and 2011-2018.*April 2019/);
  });
});

describe.each(baseFiles)('%s.csv', (name) => {
  const rows = seed(name);

  test('every fact has a source that exists, and as many positions and quotes as sources', () => {
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const ids = cell(row, 'sources').split('|');
      for (const id of ids) expect(declared, JSON.stringify(row)).toContain(id);
      expect(cell(row, 'positions').split('|'), JSON.stringify(row)).toHaveLength(ids.length);
      expect(cell(row, 'quotes').split('|'), JSON.stringify(row)).toHaveLength(ids.length);
    }
  });

  test('plain UTF-8 with line feeds, source columns last, no cell padded with blanks', () => {
    const text = seedText(name);
    expect(text.startsWith('\uFEFF')).toBe(false);
    expect(text).not.toContain('\r');
    expect(text.split('\n')[0]).toMatch(/,sources,positions,quotes$/);
    for (const row of rows) for (const value of Object.values(row)) expect(value).toBe(value.trim());
  });

  test('dates match their precision', () => {
    for (const row of rows) {
      if (row['datePrecision'] === undefined) continue;
      const date = row['date'] ?? row['asOf'] ?? '';
      expect(date, JSON.stringify(row)).toMatch(isoDate[row['datePrecision']] ?? /never/);
    }
  });

  test.skipIf(!sharedIsPresent)('a quote of the 2023 text stands at its bytes', () => {
    const bytes = readFileSync(join(sharedFolder, 'policies', '2023-textile-opinions.txt'));
    for (const row of rows) {
      const positions = cell(row, 'positions').split('|');
      const quotes = cell(row, 'quotes').split('|');
      for (const [index, id] of cell(row, 'sources').split('|').entries()) {
        if (id !== 's23') continue;
        const span = /^measure \d+, bytes (\d+)-(\d+)$/.exec(positions[index] ?? '');
        expect(span, positions[index]).not.toBeNull();
        const words = bytes
          .subarray(Number(span?.[1]), Number(span?.[2]))
          .toString('utf8')
          .replace(/\n\s*— \d+ —/g, '')
          .replace(/\n+ ?/g, '');
        expect(quotes[index]).toBe(words);
      }
    }
  });
});
