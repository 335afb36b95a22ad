import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPageUnderTest, type PageUnderTest } from '../support/page-under-test.ts';
import { closeQuietly } from './quiet-tab.ts';
import { relocationPage } from './relocation-page.ts';

let test: PageUnderTest;
beforeAll(async () => {
  test = await startPageUnderTest();
});
afterAll(() => test.close());

const QUESTION = '?view=relocation&from=440100&segment=D1';

describe('「广州的印染能转到哪里，各自卡在哪里」 is answered by the relocation view', () => {
  it('in a sentence and a list that say the same: where it can go, what is to be verified, what is in the way', async () => {
    const tab = await test.open(QUESTION);
    const relocation = relocationPage(tab.page);
    await relocation.ready();
    await tab.screenshot('relocation-guangzhou-dyeing');
    expect(await relocation.sentence.innerText()).toMatch(/^广州的印染能转到哪里：/);

    // Measure 19 names the dyeing parks of these two; whether the one of 清远 admits dyeing is not known.
    const clauses = await relocation.clauses();
    const clauseOf = (words: RegExp) => clauses.find((clause) => words.test(clause.words));
    expect([...(clauseOf(/^可落地/)?.names ?? [])].sort()).toEqual(['揭阳', '汕头']);
    expect(clauseOf(/^待核实/)?.names).toEqual(['清远']);

    const rows = await relocation.rows();
    const placesThatAre = (state: string): string[] =>
      rows.filter((row) => row.state === state).map((row) => row.place);
    expect(placesThatAre('可落地').sort()).toEqual(['揭阳', '汕头']);
    expect(placesThatAre('待核实')).toEqual(['清远']);
    expect(placesThatAre('受阻')).toHaveLength(rows.length - 3);
    // The order: what is possible first.
    expect(rows.map((row) => row.state)).toEqual(['可落地', '可落地', '待核实', ...rows.slice(3).map(() => '受阻')]);
    for (const row of rows.filter((one) => one.state !== '可落地')) expect(row.reason, row.place).toContain('措施 19');
    await closeQuietly(tab);
  });

  it('with the path from the segment to the department in charge, and the words of the measure', async () => {
    const tab = await test.open(QUESTION);
    const relocation = relocationPage(tab.page);
    await relocation.ready();
    await relocation.pickPlace('揭阳');
    expect((await relocation.rows()).filter((row) => row.isShown).map((row) => row.place)).toEqual(['揭阳']);
    const hops = await relocation.hops();
    expect(hops.map((hop) => hop.kind)).toEqual(['环节', '上下游', '承接地', '园区', '措施', '部门']);
    expect(hops.map((hop) => hop.name)).toEqual([
      '印染',
      expect.stringMatching(/./),
      '揭阳市',
      '普宁市纺织印染环保综合处理中心',
      '推进环保印染洗水',
      '省工业和信息化厅',
    ]);
    const quote = relocation.details.locator('.rl-hop-evidence blockquote').first();
    expect(await quote.innerText()).toContain('在汕头、揭阳等地建设完善现有的印染专业园区');
    expect(await quote.innerText()).toContain('措施 19');
    expect(await relocation.details.locator('.rl-hop-evidence .evidence').first().innerText()).toContain('2023-02-15');
    await tab.screenshot('relocation-jieyang');

    await relocation.pickPlace('梅州');
    const blocker = relocation.details.locator('.rl-blockers li.hard').first();
    expect(await blocker.innerText()).toContain('措施 19');
    await tab.screenshot('relocation-blocked');
    await closeQuietly(tab);
  });

  it('in an order that follows the weights, and that a link carries to another reader', async () => {
    const tab = await test.open(QUESTION);
    const relocation = relocationPage(tab.page);
    await relocation.ready();
    const before = (await relocation.rows()).map((row) => row.place);
    await tab.page.locator('#weight-proximity').focus();
    await tab.page.keyboard.press('End');
    await tab.page.locator('#weight-chainFit').focus();
    await tab.page.keyboard.press('Home');
    await expect.poll(() => new URL(tab.page.url()).searchParams.get('weights')).toBe('0-20-15-10-10-60-5');
    const after = (await relocation.rows()).map((row) => row.place);
    expect(after).not.toEqual(before);
    expect([...after].sort()).toEqual([...before].sort());
    // 清远 borders on 广州: it stays third, for what can be done comes first whatever the weights.
    expect(after[2]).toBe('清远');
    await tab.screenshot('relocation-weights');
    const link = new URL(tab.page.url()).search;
    await closeQuietly(tab);

    const other = await test.open(link);
    const same = relocationPage(other.page);
    await same.ready();
    expect((await same.rows()).map((row) => row.place)).toEqual(after);
    expect(await other.page.locator('#weight-proximity').inputValue()).toBe('60');
    await closeQuietly(other);
  });
});

describe('the map without a mouse', () => {
  it('moves between places, speaks, opens details and clears them', async () => {
    const tab = await test.open(QUESTION);
    const { page } = tab;
    const relocation = relocationPage(page);
    await relocation.ready();
    await relocation.map.focus();
    await page.keyboard.press('ArrowLeft');
    const spoken = await relocation.live.innerText();
    const [name, zone, state] = spoken.split('，');
    expect(zone).toMatch(/^(粤东|粤西|粤北|珠三角)$/);
    expect((await relocation.rows()).find((row) => row.place === name)?.state).toBe(state);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await relocation.rows()).find((row) => row.isShown)?.place).toBe(name);
    expect(new URL(page.url()).searchParams.has('to')).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).searchParams.has('to')).toBe(false);
    await closeQuietly(tab);
  });
});
