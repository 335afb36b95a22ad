import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMapService } from '../support/map-service.ts';
import type { TestService } from '../support/start-test-service.ts';
import { readWorkbook } from '../support/workbook-reader.ts';

let test: TestService;
beforeAll(async () => {
  test = await startMapService();
});
afterAll(() => test.stop());

const TABLE = {
  tableName: '表',
  aboutName: '说明',
  columns: [
    { title: '环节', kind: 'text' },
    { title: '企业数', kind: 'number' },
  ],
  rows: [
    ['印染', 4],
    ['=1+1', null],
  ],
  about: [{ label: '来源', value: '公共登记 2019-04' }],
};

const asked = (body: string, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body,
});

describe('POST /exports/table.xlsx', () => {
  it('answers with a workbook of the table', async () => {
    const response = await fetch(`${test.url}/exports/table.xlsx`, asked(JSON.stringify(TABLE)));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('spreadsheetml');
    const [table, about] = readWorkbook(Buffer.from(await response.arrayBuffer()));
    expect(table?.rows[1]).toEqual(['印染', 4]);
    expect(table?.rows[2]?.[0]).toBe('=1+1');
    expect(about?.rows).toEqual([['来源', '公共登记 2019-04']]);
  });

  it.each([
    {
      what: 'another site by origin',
      init: asked('{}', { origin: 'http://other.test' }),
      status: 403,
      code: 'FORBIDDEN',
    },
    {
      what: 'another site by fetch metadata',
      init: asked('{}', { 'sec-fetch-site': 'cross-site' }),
      status: 403,
      code: 'FORBIDDEN',
    },
    { what: 'no table', init: asked('{}'), status: 400, code: 'BAD_USER_INPUT' },
    { what: 'no JSON', init: asked('{'), status: 400, code: 'BAD_REQUEST' },
    { what: 'more than 8 MiB', init: asked('x'.repeat(8_400_000)), status: 413, code: 'PAYLOAD_TOO_LARGE' },
  ])('refuses $what in the shape of every refusal', async ({ init, status, code }) => {
    const answer = await test.send('/exports/table.xlsx', init);
    const [error] = answer.body.errors ?? [];
    expect([answer.status, error?.extensions.code]).toEqual([status, code]);
    expect(error?.extensions.requestId).toBe(answer.headers.get('x-request-id'));
    if (status === 413) expect(error?.message).toContain('8 MiB');
  });
});
