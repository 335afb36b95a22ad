import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

type Row = Readonly<Record<string, string>>;

const repoRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const seedFolder = join(repoRoot, 'cypher', 'seed');
const shared = process.env['YUELIAN_SHARED'] ?? join(repoRoot, '..', 'shared');

function rowsOf(text: string): Row[] {
  return parse(text, { columns: true, bom: false });
}

function seed(file: string): Row[] {
  return rowsOf(readFileSync(join(seedFolder, file), 'utf8'));
}

function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`no column ${column} in ${JSON.stringify(row)}`);
  return value;
}

function list(row: Row, column: string): string[] {
  return cell(row, column).split('|');
}

/** The name that every fact row begins with, for messages that point at the row. */
function label(row: Row): string {
  return Object.values(row).slice(0, 3).join(' ');
}

const firms = seed('firms.csv');
const places = seed('firm-places.csv');
const segments = seed('firm-segments.csv');
const outside = seed('regions-outside.csv');
const sources = seed('sources-firms.csv');

/** The 61 segments of the chain model, typed from the segment table of the domain handbook. */
const SEGMENTS = new Set(
  (
    'F F1 F11 F12 F2 F21 F22 F23 F24 F25 F26 F27 Y Y1 Y2 W W1 W11 W12 W13 W14 W2 W21 W22 W3 ' +
    'D D1 D11 D12 D13 D14 D2 P P0 P1 P11 P12 P13 P14 P15 P2 P21 P22 P23 P24 P4 P5 P51 P52 P53 ' +
    'S S1 S2 S3 S4 S5 V V1 V2 V3 V4'
  ).split(' '),
);

const CODE_BY_EXCHANGE: Readonly<Record<string, RegExp>> = {
  SSE: /^(60|68)\d{4}$/,
  SZSE: /^(00|30)\d{4}$/,
  BSE: /^(8\d|4\d|92)\d{4}$/,
  HKEX: /^\d{4,5}$/,
};

/** GB 32100: alphabet without I, O, S, V, Z; weights 3^(i-1) mod 31. */
function creditCodeCheck(code: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce((total, w, i) => total + w * alphabet.indexOf(code.charAt(i)), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** GB 11714: the organisation part (places 9-17) with its own check character. */
function organisationCheck(code: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, w, i) => total + w * parseInt(code.charAt(8 + i), 36), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

function fold(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '');
}

describe('the hand-compiled firms', () => {
  it('holds at least 80 firms, at least 15 of them in Guangdong', () => {
    expect(firms.length).toBeGreaterThanOrEqual(80);
    const inGuangdong = new Set(places.filter((p) => cell(p, 'region').startsWith('44')).map((p) => cell(p, 'firm')));
    expect(inGuangdong.size).toBeGreaterThanOrEqual(15);
  });

  it('names every firm once', () => {
    const ids = firms.map((f) => cell(f, 'id'));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const names = firms.map((f) => cell(f, 'nameZh'));
    expect(names.filter((name, i) => name === '' || names.indexOf(name) !== i)).toEqual([]);
  });

  it('gives every fact at least one known source, and a position and a quote slot for each', () => {
    // The points of the cities outside come from a source that the province's prefectures share.
    const known = new Set([...sources, ...seed('sources.csv')].map((s) => cell(s, 'id')));
    const faults = [...firms, ...places, ...segments, ...outside].flatMap((row) => {
      const ids = list(row, 'sources');
      const unknown = ids.filter((id) => !known.has(id));
      const uneven = [list(row, 'positions').length, list(row, 'quotes').length].some((n) => n !== ids.length);
      return unknown.length > 0 || uneven ? [`${label(row)}: ${cell(row, 'sources')}`] : [];
    });
    expect(faults).toEqual([]);
  });

  it('dates every source, says who published it and uses each', () => {
    const used = new Set([...firms, ...places, ...segments, ...outside].flatMap((row) => list(row, 'sources')));
    for (const source of sources) {
      expect(cell(source, 'title'), label(source)).not.toBe('');
      expect(cell(source, 'publisher'), label(source)).not.toBe('');
      expect(cell(source, 'date'), label(source)).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
      expect(['YEAR', 'MONTH', 'DAY'], label(source)).toContain(cell(source, 'datePrecision'));
      expect(['PRIMARY', 'REPORTED', 'COMPUTED', 'JUDGEMENT'], label(source)).toContain(cell(source, 'reliability'));
      expect(used.has(cell(source, 'id')), `${cell(source, 'id')} is used`).toBe(true);
    }
  });

  it('gives every place and segment a firm of the list, a method and a source', () => {
    const ids = new Set(firms.map((f) => cell(f, 'id')));
    for (const row of [...places, ...segments]) {
      expect(ids.has(cell(row, 'firm')), label(row)).toBe(true);
      expect(cell(row, 'method'), label(row)).not.toBe('');
      expect(cell(row, 'sources'), label(row)).not.toBe('');
    }
    for (const row of places) {
      expect(['REGISTERED', 'OPERATING'], label(row)).toContain(cell(row, 'kind'));
      expect(['STATED', 'NAME'], label(row)).toContain(cell(row, 'method'));
    }
  });

  it('puts firms only on segments of the chain model, once each, main only when said', () => {
    const pairs = segments.map((s) => `${cell(s, 'firm')} ${cell(s, 'segment')}`);
    expect(pairs.filter((pair, i) => pairs.indexOf(pair) !== i)).toEqual([]);
    for (const row of segments) {
      expect(SEGMENTS.has(cell(row, 'segment')), label(row)).toBe(true);
      expect(['', 'true', 'false'], label(row)).toContain(cell(row, 'main'));
      expect(['HIGH', 'MEDIUM', 'LOW'], label(row)).toContain(cell(row, 'confidence'));
      expect(['STATED', 'NAME_RULE', 'DISCLOSED_PRODUCT', 'INDUSTRY_CLASS'], label(row)).toContain(cell(row, 'method'));
      // A class or a name never says that a line is the main one; a disclosed product names itself.
      if (['NAME_RULE', 'INDUSTRY_CLASS'].includes(cell(row, 'method'))) expect(cell(row, 'main'), label(row)).toBe('');
      if (cell(row, 'method') === 'DISCLOSED_PRODUCT') expect(cell(row, 'products'), label(row)).not.toBe('');
    }
    expect(SEGMENTS.size).toBe(61);
  });

  it('writes stock codes in the form of their exchange', () => {
    for (const firm of firms) {
      const code = cell(firm, 'stockCode');
      if (code === '') {
        expect(cell(firm, 'exchange'), label(firm)).toBe('');
        continue;
      }
      expect(CODE_BY_EXCHANGE[cell(firm, 'exchange')]?.test(code), label(firm)).toBe(true);
    }
  });

  it('gives unified social credit codes that pass both check characters, on a known example first', () => {
    // 珠海格力电器股份有限公司, worked by hand in the domain handbook: check N, organisation part check 6.
    expect(creditCodeCheck('91440400192548256N')).toBe('N');
    expect(organisationCheck('91440400192548256N')).toBe('6');
    const given = firms.filter((f) => cell(f, 'uscc') !== '');
    expect(given.length).toBeGreaterThan(0);
    for (const firm of given) {
      const code = cell(firm, 'uscc');
      expect(code, label(firm)).toHaveLength(18);
      expect(code.charAt(17), label(firm)).toBe(creditCodeCheck(code));
      expect(code.charAt(16), label(firm)).toBe(organisationCheck(code));
    }
  });

  it('places firms outside Guangdong only in regions of the list, each with its province', () => {
    const codes = new Set(outside.map((r) => cell(r, 'code')));
    for (const place of places) {
      const region = cell(place, 'region');
      expect(region, label(place)).toMatch(/^\d{6}$/);
      if (!region.startsWith('44')) expect(codes.has(region), label(place)).toBe(true);
    }
    for (const region of outside) {
      const code = cell(region, 'code');
      const province = code.endsWith('0000');
      expect(cell(region, 'level'), label(region)).toBe(province ? 'PROVINCE' : 'PREFECTURE');
      expect(cell(region, 'parent'), label(region)).toBe(province ? '' : `${code.slice(0, 2)}0000`);
      if (!province) expect(codes.has(cell(region, 'parent')), label(region)).toBe(true);
    }
  });

  it('keeps a place in the credit code and a stated Guangdong place in the same province', () => {
    for (const firm of firms.filter((f) => cell(f, 'uscc') !== ''))
      expect(
        places.some((p) => p['firm'] === firm['id'] && cell(p, 'region').startsWith('44')),
        label(firm),
      ).toBe(true);
  });
});

const compilation = join(shared, 'data', 'chain-knowledge-graph', 'companies.csv.gz');
const compilationHeld = existsSync(compilation);
if (!compilationHeld) console.warn(`skipping the check of codes and names: ${compilation} is not there`);

describe.skipIf(!compilationHeld)('checked against the open compilation of listed firms', () => {
  const listed = compilationHeld ? rowsOf(gunzipSync(readFileSync(compilation)).toString('utf8')) : [];
  const byCode = new Map(listed.map((row) => [cell(row, 'code').replace(/\D/g, ''), row]));

  it('finds every firm that cites it under the same code and one of its names', () => {
    const citing = firms.filter((f) => list(f, 'sources').includes('ckg-2021'));
    expect(citing.length).toBeGreaterThanOrEqual(80);
    const faults = citing.filter((firm) => {
      const row = byCode.get(cell(firm, 'stockCode'));
      if (row === undefined) return true;
      const names = [cell(firm, 'nameZh'), ...list(firm, 'shortNames')].map(fold);
      return ![cell(row, 'short_name'), cell(row, 'full_name')].map(fold).every((n) => names.includes(n));
    });
    expect(faults.map(label)).toEqual([]);
  });

  it('leaves no A-share firm of the compilation uncited', () => {
    const faults = firms.filter(
      (f) =>
        ['SSE', 'SZSE'].includes(cell(f, 'exchange')) &&
        byCode.has(cell(f, 'stockCode')) &&
        !list(f, 'sources').includes('ckg-2021'),
    );
    expect(faults.map(label)).toEqual([]);
  });

  it('cites products and classes only for codes that stand there', () => {
    const code = new Map(firms.map((f) => [cell(f, 'id'), cell(f, 'stockCode')]));
    const faults = segments.filter(
      (s) =>
        list(s, 'sources').some((id) => id === 'ckg-2021' || id === 'sw-2021') &&
        !byCode.has(code.get(cell(s, 'firm')) ?? ''),
    );
    expect(faults.map(label)).toEqual([]);
  });
});

describe('the seed folder', () => {
  it('uses LF, no byte order mark and no empty lines in the firm files', () => {
    const files = readdirSync(seedFolder).filter((f) => /firms?[-.]|regions-outside/.test(f));
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const file of files) {
      const text = readFileSync(join(seedFolder, file), 'utf8');
      expect(text.startsWith('\uFEFF'), file).toBe(false);
      expect(text.includes('\r'), file).toBe(false);
      expect(text.endsWith('\n') && !text.includes('\n\n'), file).toBe(true);
    }
  });
});
