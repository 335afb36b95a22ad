import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPageUnderTest, type PageUnderTest } from '../support/page-under-test.ts';
import { chainPage } from './chain-page.ts';
import { closeQuietly } from './quiet-tab.ts';

let test: PageUnderTest;
beforeAll(async () => {
  test = await startPageUnderTest();
});
afterAll(() => test.close());

const GAPS = ['MISSING', 'LIKELY_MISSING', 'SHORT', 'THIN'];

interface Cells {
  readonly gaps: {
    readonly cells: readonly {
      readonly region: { readonly code: string; readonly shortName: string };
      readonly segment: { readonly code: string; readonly name: string };
      readonly grade: string;
      readonly firms: number | null;
      readonly state: string;
    }[];
  };
}
const cellsOf = async (regions: readonly string[] | null): Promise<Cells['gaps']['cells']> => {
  const where = regions === null ? '' : `(regions: ${JSON.stringify(regions)})`;
  const { gaps } = await test.ask<Cells>(
    `{ gaps${where} { cells { region { code shortName } segment { code name } grade firms state } } }`,
  );
  return gaps.cells;
};

describe('several places together', () => {
  it('are picked by a zone, counted by class in picture, table and drawer, and never added up where one is not known', async () => {
    const tab = await test.open('?view=chain&region=445200');
    const { page } = tab;
    const chain = chainPage(page);
    await chain.ready();
    await page.locator('.place-picker > button').click();
    const panel = page.locator('.place-panel');
    await panel.locator('.place-shortcuts button', { hasText: '粤东' }).click();
    await tab.screenshot('chain-place-panel');
    await panel.locator('.place-apply button').click();
    await expect.poll(() => chain.sentence.innerText()).toMatch(/^粤东 4 市缺什么：/);
    expect(new URL(page.url()).searchParams.get('places')).toBe('YUEDONG');

    const cells = await cellsOf(['440500', '441500', '445100', '445200']);
    const segments = [...new Set(cells.map((cell) => cell.segment.code))];
    for (const code of segments) {
      const own = cells.filter((cell) => cell.segment.code === code);
      const gaps = own.filter((cell) => GAPS.includes(cell.grade)).length;
      const unknown = own.filter((cell) => cell.grade === 'NO_DATA').length;
      const { line } = await chain.painted(code);
      if (unknown === own.length) expect(line, code).toBe('4 市都无数据');
      else {
        expect(line, code).toContain(gaps === 0 ? '无缺口' : `缺口 ${String(gaps)} 市`);
        if (unknown > 0) expect(line, code).toContain(`无数据 ${String(unknown)}`);
      }
    }
    const table = await page
      .locator('.spread-table tbody tr.el-table__row')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText.replace(/\s+/g, ' ').trim())),
      );
    expect(table).toHaveLength(segments.length);
    for (const [name, gaps, ...rest] of table) {
      const own = cells.filter((cell) => cell.segment.name === name);
      expect(gaps, name).toBe(`${String(own.filter((cell) => GAPS.includes(cell.grade)).length)} / 4`);
      const counted = own.filter((cell) => cell.state === 'OBSERVED' && cell.firms !== null);
      const sum = counted.reduce((total, cell) => total + (cell.firms ?? 0), 0);
      expect(rest.at(-1), name).toBe(
        counted.length === 0 ? '都无数' : `${sum.toLocaleString('en-US')} 家（${String(counted.length)} 市有数）`,
      );
    }
    await tab.screenshot('chain-places');

    await chain.clickSegment('W1');
    await expect.poll(() => chain.drawer.locator('h2').innerText()).toBe('机织');
    const places = await chain.drawer.locator('.spread-class li button').allInnerTexts();
    expect(places.sort()).toEqual(
      cells
        .filter((cell) => cell.segment.code === 'W1')
        .map((cell) => cell.region.shortName)
        .sort(),
    );
    expect(await chain.drawer.locator('section .facts .evidence').count()).toBeGreaterThan(0);
    await tab.screenshot('chain-places-segment');
    await chain.drawer.locator('.spread-class li button', { hasText: '汕头' }).click();
    await expect.poll(() => chain.sentence.innerText()).toMatch(/^汕头缺什么：/);
    expect(new URL(page.url()).searchParams.has('places')).toBe(false);
    expect(new URL(page.url()).searchParams.get('region')).toBe('440500');
    await closeQuietly(tab);
  });

  it('are all 21 prefectures for the province, and a link with places that are not there says so', async () => {
    const tab = await test.open('?view=chain&region=445200&places=ALL');
    const chain = chainPage(tab.page);
    await chain.ready();
    await expect.poll(() => chain.sentence.innerText()).toMatch(/^全省 21 市缺什么：/);
    const cells = await cellsOf(null);
    expect(new Set(cells.map((cell) => cell.region.code)).size).toBe(21);
    const most = Math.max(
      ...[...new Set(cells.map((cell) => cell.segment.code))].map(
        (code) => cells.filter((cell) => cell.segment.code === code && GAPS.includes(cell.grade)).length,
      ),
    );
    expect(await chain.sentence.innerText()).toContain(`（${String(most)} 市）`);
    await tab.screenshot('chain-province');
    await closeQuietly(tab);

    const wrong = await test.open('?view=chain&region=445200&places=440000');
    await chainPage(wrong.page).ready();
    expect(await wrong.page.locator('.notice.warning').innerText()).toContain('440000');
    expect(new URL(wrong.page.url()).searchParams.has('places')).toBe(false);
    await closeQuietly(wrong);
  });
});

describe('two places side by side', () => {
  it('have the same layout, one selection, both in the table, and a sentence of where they differ', async () => {
    const tab = await test.open('?view=chain&region=440500');
    const { page } = tab;
    const chain = chainPage(page);
    await chain.ready();
    await page.locator('.add-beside').click();
    await page.locator('.beside-picker .el-select').click();
    await page.locator('.region-options:visible .el-select-dropdown__item', { hasText: '揭阳市' }).click();
    await expect.poll(() => chain.sentence.innerText()).toMatch(/^汕头与揭阳：/);
    expect(new URL(page.url()).searchParams.get('beside')).toBe('445200');
    const pictures = page.locator('.picture-canvas');
    expect(await pictures.count()).toBe(2);
    const [left, right] = await Promise.all([pictures.nth(0).boundingBox(), pictures.nth(1).boundingBox()]);
    expect(left?.y).toBe(right?.y);
    expect(left?.width).toBe(right?.width);
    expect(left?.height).toBe(right?.height);

    const cells = await cellsOf(['440500', '445200']);
    const gradeIn = (region: string, name: string): string =>
      cells.find((cell) => cell.region.code === region && cell.segment.name === name)?.grade ?? '';
    const rows = await page
      .locator('.pair-table tbody tr.el-table__row')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText.replace(/\s+/g, ' ').trim())),
      );
    expect(rows.length).toBe(cells.length / 2);
    const onlyFirst: string[] = [];
    for (const [name = '', difference] of rows) {
      const [one, other] = [gradeIn('440500', name), gradeIn('445200', name)];
      const expected = ((): string => {
        if (one === 'NO_DATA' || other === 'NO_DATA') return '不作比较';
        if (GAPS.includes(one) && GAPS.includes(other)) return one === other ? '都缺' : '都缺、程度不同';
        if (GAPS.includes(one)) return '汕头缺';
        return GAPS.includes(other) ? '揭阳缺' : '都不缺';
      })();
      expect(difference, name).toBe(expected);
      if (expected === '汕头缺') onlyFirst.push(name);
    }
    expect(onlyFirst.length).toBeGreaterThan(0);
    const said = (await chain.clauses()).find((clause) => clause.words === '只在汕头是缺口');
    expect([...(said?.names ?? [])].sort()).toEqual(onlyFirst.sort());

    // The second picture is the one that the probe sees; a click there selects for both.
    const box = await page.evaluate(() => window.__graph?.box('segment:D1'));
    await pictures.nth(1).click({ position: { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 12 } });
    await expect.poll(() => page.locator('.pair-details h2').allInnerTexts()).toEqual(['印染', '印染']);
    expect(await page.locator('.pair-details .drawer-place').allInnerTexts()).toEqual([
      expect.stringMatching(/^汕头市/),
      expect.stringMatching(/^揭阳市/),
    ]);
    expect(await page.locator('.pair-table .selected-row').innerText()).toContain('印染');
    await tab.screenshot('chain-pair');

    await page.setViewportSize({ width: 1100, height: 900 });
    await expect
      .poll(async () => {
        const [upper, lower] = await Promise.all([pictures.nth(0).boundingBox(), pictures.nth(1).boundingBox()]);
        return (lower?.y ?? 0) >= (upper?.y ?? 0) + (upper?.height ?? 0) && lower?.x === upper?.x;
      })
      .toBe(true);
    await tab.screenshot('chain-pair-narrow');
    await page.locator('.beside-picker .close-button').click();
    await expect.poll(() => chain.sentence.innerText()).toMatch(/^汕头缺什么：/);
    expect(await pictures.count()).toBe(1);
    await closeQuietly(tab);
  });
});
