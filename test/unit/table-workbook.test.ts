import { describe, expect, it } from 'vitest';
import { AppError } from '../../server/domain/app-error.ts';
import { makeWorkbook, parseWorkbookTable, WORKBOOK_LIMITS } from '../../server/http/table-workbook.ts';
import { readWorkbook } from '../support/workbook-reader.ts';

const TABLE = {
  tableName: '表',
  aboutName: '说明',
  columns: [
    { title: '环节', kind: 'text' },
    { title: '企业数', kind: 'number' },
  ],
  rows: [['印染', 4]],
  about: [{ label: '来源', value: '公共登记' }],
};

function refusalOf(body: unknown): AppError {
  try {
    parseWorkbookTable(body);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('a table that is to become a workbook', () => {
  const manyRows = Array.from({ length: WORKBOOK_LIMITS.rows + 1 }, () => ['a', 1]);
  const wide = Array.from({ length: 21 }, (_, index) => ({ title: String(index), kind: 'number' }));
  const manyCells = Array.from({ length: 10_000 }, () => wide.map(() => 1));
  it.each([
    { what: 'no object', body: null, code: 'BAD_USER_INPUT', where: '' },
    { what: 'a surplus field', body: { ...TABLE, formula: '=1' }, code: 'BAD_USER_INPUT', where: '' },
    { what: 'no columns', body: { ...TABLE, columns: [] }, code: 'BAD_USER_INPUT', where: 'columns' },
    { what: 'a short row', body: { ...TABLE, rows: [['印染']] }, code: 'BAD_USER_INPUT', where: 'rows.0' },
    { what: 'a truth value', body: { ...TABLE, rows: [[true, 1]] }, code: 'BAD_USER_INPUT', where: 'rows.0.0' },
    {
      what: 'a text in a number column',
      body: { ...TABLE, rows: [['印染', '4']] },
      code: 'BAD_USER_INPUT',
      where: 'rows.0.1',
    },
    { what: 'too many rows', body: { ...TABLE, rows: manyRows }, code: 'PAYLOAD_TOO_LARGE', where: 'rows' },
    {
      what: 'too many cells',
      body: { ...TABLE, columns: wide, rows: manyCells },
      code: 'PAYLOAD_TOO_LARGE',
      where: 'rows',
    },
    {
      what: 'a text that Excel cannot hold',
      body: { ...TABLE, about: [{ label: 'a', value: 'x'.repeat(WORKBOOK_LIMITS.text + 1) }] },
      code: 'PAYLOAD_TOO_LARGE',
      where: 'about.0.value',
    },
  ])('is refused with $what, by code and place', ({ body, code, where }) => {
    const refusal = refusalOf(body);
    expect([refusal.code, refusal.where]).toEqual([code, where]);
    // Whoever is refused for size is told the limit.
    if (code === 'PAYLOAD_TOO_LARGE') expect(refusal.message).toMatch(/at most \d+/);
  });

  it('keeps texts that look like formulas, numbers or dates as texts', async () => {
    const texts = ['=SUM(A1)', '+1', '@x', '0017', '2019-04', '1e5', ' 3', '𠮷 & <b>', 'a\u0000b'];
    const file = await makeWorkbook(
      parseWorkbookTable({ ...TABLE, rows: texts.map((text, index) => [text, index === 0 ? null : index]) }),
    );
    const [sheet] = readWorkbook(file);
    expect(sheet?.hasFormula).toBe(false);
    expect(sheet?.rows.slice(1).map((row) => row[0])).toEqual([...texts.slice(0, -1), 'ab']);
    expect(sheet?.rows[1]?.[1] ?? null).toBeNull();
    expect(sheet?.rows[2]?.[1]).toBe(1);
  });

  it('gets names of sheets that Excel opens', async () => {
    const name = `缺口/[${'长'.repeat(40)}]`;
    const sheets = readWorkbook(await makeWorkbook(parseWorkbookTable({ ...TABLE, tableName: name, aboutName: name })));
    expect(new Set(sheets.map((sheet) => sheet.name)).size).toBe(2);
    for (const sheet of sheets) {
      expect(sheet.name.length).toBeLessThanOrEqual(31);
      expect(sheet.name).not.toMatch(/[\\/?*[\]:]/);
    }
  });
});
