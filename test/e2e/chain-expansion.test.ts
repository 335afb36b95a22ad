import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProbeBox } from '../../web/graph/graph-probe.ts';
import { startPageUnderTest, type PageUnderTest, type Tab } from '../support/page-under-test.ts';
import { chainPage } from './chain-page.ts';
import { closeQuietly } from './quiet-tab.ts';

let test: PageUnderTest;
beforeAll(async () => {
  test = await startPageUnderTest();
});
afterAll(() => test.close());

const JIEYANG = '445200';
/** The parts of 化学纤维 as the handbook's segment table has them. */
const FIBRES = ['F21', 'F22', 'F23', 'F24', 'F25', 'F26', 'F27'];

const cutOf = (tab: Tab): string[] | null => new URL(tab.page.url()).searchParams.get('cut')?.split(',') ?? null;
const boxes = async (tab: Tab): Promise<Readonly<Record<string, ProbeBox>>> =>
  tab.page.evaluate(() =>
    Object.fromEntries(
      (window.__graph?.ids() ?? [])
        .filter((id) => id.startsWith('segment:'))
        .map((id) => [id.slice('segment:'.length), window.__graph?.box(id) ?? { x: 0, y: 0, width: 0, height: 0 }]),
    ),
  );
const clickElement = async (tab: Tab, id: string): Promise<void> => {
  const box = await tab.page.evaluate((wanted) => window.__graph?.box(wanted), id);
  if (box === undefined) throw new Error(`The picture has no ${id}.`);
  await tab.page
    .locator('.picture-canvas')
    .click({ position: { x: box.x + box.width / 2, y: box.y + box.height / 2 } });
};

describe('a segment of the chain picture is opened in place', () => {
  it('by its handle: parts below each other, no other column moves, link, table and counts follow; folding restores all', async () => {
    const tab = await test.open(`?view=chain&region=${JIEYANG}`);
    const chain = chainPage(tab.page);
    await chain.ready();
    const before = await boxes(tab);
    const rowsBefore = (await chain.rows()).map((row) => row.segment).sort();
    const sentence = await chain.sentence.innerText();

    await clickElement(tab, 'expand:F2');
    await expect.poll(async () => Object.keys(await boxes(tab))).toEqual(expect.arrayContaining(FIBRES));
    const during = await boxes(tab);
    const others = Object.keys(before).filter((code) => !code.startsWith('F') && !code.startsWith('S'));
    expect(others.length).toBeGreaterThan(8);
    for (const code of others) expect(during[code], code).toEqual(before[code]);
    for (const code of FIBRES) {
      expect(during[code]?.x, code).toBeCloseTo(before['F2']?.x ?? Number.NaN, 3);
      expect(during[code]?.width, code).toBeCloseTo(before['F2']?.width ?? Number.NaN, 3);
    }
    expect(cutOf(tab)).toEqual(expect.arrayContaining(FIBRES));
    expect(cutOf(tab)).not.toContain('F2');
    await expect.poll(async () => (await chain.rows()).length).toBe(rowsBefore.length - 1 + FIBRES.length);
    const counted = await tab.page.locator('.legend-count').allInnerTexts();
    expect(counted.reduce((sum, text) => sum + Number(text), 0)).toBe(rowsBefore.length - 1 + FIBRES.length);
    expect(await chain.sentence.innerText()).not.toBe(sentence);
    // The frame keeps what is known of the segment as a whole; its parts are not given a share of it.
    await expect
      .poll(() => tab.page.evaluate(() => window.__graph?.label('group-note:F2')))
      .toMatch(/ [1-9]\d* 家·区位商 \d\.\d\d$/);
    for (const code of FIBRES)
      expect((await chain.painted(code)).line, code).toMatch(/^(无数据|名单 \d+ 家·总数未知)$/);
    await tab.screenshot('chain-expanded');

    await clickElement(tab, 'collapse:F2');
    await expect.poll(async () => Object.keys(await boxes(tab)).includes('F2')).toBe(true);
    expect(await boxes(tab)).toEqual(before);
    expect(cutOf(tab)).toBeNull();
    await expect.poll(() => chain.sentence.innerText()).toBe(sentence);
    expect((await chain.rows()).map((row) => row.segment).sort()).toEqual(rowsBefore);
    await closeQuietly(tab);
  });

  it('by the key e down to the leaves, said aloud, and from the drawer; the link opens the same picture', async () => {
    const tab = await test.open(`?view=chain&region=${JIEYANG}&segment=P0`);
    const { page } = tab;
    const chain = chainPage(page);
    await chain.ready();
    await chain.drawer.locator('.cut-buttons button').waitFor();
    expect(await chain.drawer.locator('.cut-buttons').innerText()).toContain('展开下级（2）');
    await chain.picture.focus();
    await page.keyboard.press('e');
    await expect.poll(() => chain.drawer.locator('h2').innerText()).toBe('机织服装');
    expect(await page.locator('.view-main > p.unseen').innerText()).toBe('「服装」已展开为 2 个下级环节');
    await page.keyboard.press('e');
    await expect
      .poll(async () => (await chain.segments()).filter((code) => code.startsWith('P1')).sort())
      .toEqual(['P11', 'P12', 'P13', 'P14', 'P15']);
    await tab.screenshot('chain-expanded-twice');
    const shown = [...(await chain.segments())].sort();

    const same = await test.open(new URL(page.url()).search);
    const other = chainPage(same.page);
    await other.ready();
    await expect.poll(async () => [...(await other.segments())].sort()).toEqual(shown);
    expect(await boxes(same)).toEqual(await boxes(tab));
    await closeQuietly(same);

    // A leaf has nothing to open: the key folds it into what it came from.
    await page.keyboard.press('e');
    await expect.poll(async () => await chain.segments()).toContain('P1');
    await chain.drawer.locator('.cut-buttons button', { hasText: '收回到「服装」' }).click();
    await expect.poll(async () => await chain.segments()).toContain('P0');
    expect(cutOf(tab)).toBeNull();
    expect(new URL(page.url()).searchParams.get('segment')).toBe('P0');
    await closeQuietly(tab);
  });
});

describe('the path of a segment', () => {
  it('reaches as many levels as chosen, in picture, table and link', async () => {
    const tab = await test.open(`?view=chain&region=${JIEYANG}&segment=D1`);
    const { page } = tab;
    const chain = chainPage(page);
    await chain.ready();
    const strong = async (): Promise<string[]> => {
      const codes = await chain.segments();
      const classes = await Promise.all(codes.map((code) => chain.classes(code)));
      return codes.filter((_, index) => classes[index]?.includes('faded') === false);
    };
    const onPath = async (): Promise<string[]> =>
      (await chain.rows()).filter((row) => !['–', ''].includes(row.path)).map((row) => row.segment);
    const all = await strong();
    await expect.poll(async () => (await onPath()).length).toBe(all.length);

    await page.locator('.reach-picker select').selectOption('1');
    await expect.poll(async () => (await strong()).length).toBeLessThan(all.length);
    expect(new URL(page.url()).searchParams.get('reach')).toBe('1');
    const { chain: model } = await test.ask<{
      chain: { feeds: { kind: string; from: { code: string; name: string }; to: { code: string; name: string } }[] };
    }>('{ chain { feeds { kind from { code name } to { code name } } } }');
    // One link away, side inputs of the segment itself included, and the segment.
    const near = model.feeds
      .filter((feed) => feed.from.code === 'D1' || feed.to.code === 'D1')
      .map((feed) => (feed.from.code === 'D1' ? feed.to : feed.from));
    expect((await strong()).sort()).toEqual([...new Set(['D1', ...near.map((one) => one.code)])].sort());
    expect((await onPath()).sort()).toEqual([...new Set(['印染', ...near.map((one) => one.name)])].sort());
    expect((await chain.rows()).find((row) => row.isSelected)?.path).toBe('选中');
    // Side inputs show their single links while the segment is selected.
    const sides = await page.evaluate(() =>
      (window.__graph?.ids() ?? []).filter((id) => {
        const classes = window.__graph?.classes(id) ?? [];
        return classes.includes('side') && classes.includes('path');
      }),
    );
    expect(sides.map((id) => id.split('>')[0]).sort()).toEqual(['S1', 'S4', 'S5']);
    await tab.screenshot('chain-path-one-level');
    await closeQuietly(tab);
  });
});

describe('firms in the drawer', () => {
  it('come page by page with a source each, and open into their details', async () => {
    const { firms } = await test.ask<{ firms: { totalCount: number; edges: { node: { name: string } }[] } }>(
      '{ firms(filter: { segment: "P0", region: "440300" }, first: 100) { totalCount edges { node { name } } } }',
    );
    expect(firms.totalCount).toBeGreaterThan(5);
    const tab = await test.open('?view=chain&region=440300&segment=P0');
    const { page } = tab;
    const chain = chainPage(page);
    await chain.ready();
    const list = chain.drawer.locator('.firms li');
    await list.first().waitFor();
    expect(await list.count()).toBe(5);
    expect(await chain.drawer.locator('.firms-count').innerText()).toContain(`显示 5 / 共 ${String(firms.totalCount)}`);
    await chain.drawer.locator('.firms-count button').click();
    await expect.poll(() => list.count()).toBe(firms.totalCount);
    expect((await chain.drawer.locator('.firm-name').allInnerTexts()).sort()).toEqual(
      firms.edges.map((edge) => edge.node.name).sort(),
    );
    for (const line of await list.all()) expect(await line.locator('.evidence').count()).toBe(1);

    const name = await chain.drawer.locator('.firm-name').first().innerText();
    await chain.drawer.locator('.firm-name').first().click();
    await expect.poll(() => chain.drawer.locator('h2').innerText()).toBe(name);
    expect(new URL(page.url()).searchParams.get('company')).not.toBeNull();
    const said = await chain.drawer.innerText();
    for (const heading of ['所在地', '环节与产品', '数字', '来源']) expect(said).toContain(heading);
    expect(await chain.drawer.locator('.facts .evidence').count()).toBeGreaterThan(1);
    await tab.screenshot('chain-firm');
    await chain.drawer.locator('.drawer-back').click();
    await expect.poll(() => chain.drawer.locator('h2').innerText()).toBe('服装');
    await closeQuietly(tab);
  });
});
