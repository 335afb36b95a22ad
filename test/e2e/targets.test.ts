import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startPageUnderTest, type PageUnderTest } from '../support/page-under-test.ts';
import { openTestGraph, type TestGraph } from '../support/test-graph.ts';
import { chainPage } from './chain-page.ts';
import { closeQuietly } from './quiet-tab.ts';
import { targetsPage } from './targets-page.ts';

let test: PageUnderTest;
let graph: TestGraph;
beforeAll(async () => {
  test = await startPageUnderTest();
  graph = await openTestGraph();
});
afterEach(() => graph.run('MATCH (n:TargetList|ListedFirm) DETACH DELETE n'));
afterAll(async () => {
  await graph.close();
  await test.close();
});

/** 机织 wanted in 潮州. */
const QUESTION = '?view=targets&region=445100&segment=W1';

describe('「给我 20 家适合潮州引进的企业，附理由和联系部门」 from a gap to a list with a name', () => {
  it('that another reader opens again in a tab of their own', async () => {
    const tab = await test.open('?view=chain&region=445100&segment=W1');
    await chainPage(tab.page).ready();
    await tab.page.locator('aside.drawer button', { hasText: '列招商目标' }).click();
    const targets = targetsPage(tab.page);
    await targets.ready();
    expect(await targets.sentence.innerText()).toMatch(/^潮州要引进机织，先找谁：候选 \d+ 家/);

    // The criteria narrow it to the very segment from outside the province; both stand as chips and in the link.
    await tab.page.getByLabel('只要同一环节（不要相关环节）').check();
    await tab.page.locator('#tg-origin').selectOption('OUTSIDE');
    await targets.ready();
    expect(await targets.chips()).toEqual(['只要同一环节', '省外企业']);
    expect(new URL(tab.page.url()).searchParams.get('tcriteria')).toBe('same,outside');

    const rows = await targets.rows();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThanOrEqual(20);
    expect(new Set(rows.map((row) => row.segment))).toEqual(new Set(['机织']));
    const { firms } = await test.ask<{ firms: { edges: { node: { name: string } }[] } }>(
      '{ firms(filter: { region: "440000" }, first: 100) { edges { node { name } } } }',
    );
    const local = new Set(firms.edges.map(({ node }) => node.name));
    for (const row of rows) expect(local.has(row.firm), row.firm).toBe(false);
    // Ties stay in one order and are said to be none.
    expect(rows.map((row) => row.rank)).toEqual(rows.map((_row, index) => String(index + 1)));
    expect(await targets.sentence.innerText()).toContain('分不出高下');
    if (rows.length < 20) expect(await tab.page.locator('.tg-more').first().innerText()).toContain('不足 20 家');

    await targets.openFirm('江苏联发纺织股份有限公司');
    const details = await targets.details.innerText();
    expect(details).toContain('与另外');
    expect(details).toContain('省商务厅');
    expect(details).toContain('色织布');
    expect(details).toMatch(/没有来源给出从业人数/);
    await tab.screenshot('targets-firm');

    const wanted = rows.slice(0, 3).map((row) => row.firm);
    for (const firm of wanted) await targets.pick(firm);
    expect(await targets.picks.innerText()).toContain('选了 3 家');
    // A save without a name is refused in words, and the picks stay.
    await tab.page.locator('.tg-save button').click();
    await targets.picks.locator('[role=status]', { hasText: '请给名单起个名字。' }).waitFor();
    expect(await targets.picks.innerText()).toContain('选了 3 家');
    await targets.saveAs('潮州面料第一批');
    expect(new URL(tab.page.url()).searchParams.has('tpicks')).toBe(false);
    await closeQuietly(tab);

    const other = await test.open('?view=targets&tlists=1');
    const again = targetsPage(other.page);
    await other.page.locator('.tg-list-table').waitFor();
    expect(await again.lists()).toEqual(['潮州面料第一批']);
    await again.openList('潮州面料第一批');
    expect(await again.listed()).toEqual(wanted);
    await other.screenshot('targets-list');
    await closeQuietly(other);
  });

  it('in an order that follows the weights, and that a link carries to another reader', async () => {
    const tab = await test.open(QUESTION);
    const targets = targetsPage(tab.page);
    await targets.ready();
    const before = await targets.rows();
    const weight = tab.page.locator('#tg-weight-match');
    await weight.focus();
    await tab.page.keyboard.press('Home');
    await expect.poll(() => new URL(tab.page.url()).searchParams.get('tweights')).toBe('25-0-20-15-15');
    await targets.ready();
    const after = await targets.rows();
    expect(after).not.toEqual(before);
    const link = new URL(tab.page.url()).search;
    await closeQuietly(tab);
    const other = await test.open(link);
    const same = targetsPage(other.page);
    await same.ready();
    expect(await same.rows()).toEqual(after);
    await closeQuietly(other);
  });

  it('begins with the most severe gap of the place when no segment was named', async () => {
    const { gaps } = await test.ask<{
      gaps: { cells: { segment: { name: string }; grade: string; severity: { value: number | null } }[] };
    }>('{ gaps(regions: ["445200"]) { cells { segment { name } grade severity { value } } } }');
    const [worst] = gaps.cells
      .filter((cell) => ['MISSING', 'LIKELY_MISSING', 'SHORT', 'THIN'].includes(cell.grade))
      .sort((a, b) => (b.severity.value ?? -1) - (a.severity.value ?? -1));
    const tab = await test.open('?view=targets&region=445200');
    const targets = targetsPage(tab.page);
    await targets.ready();
    expect(await targets.sentence.innerText()).toContain(`揭阳要引进${worst?.segment.name ?? '?'}，`);
    expect(await tab.page.locator('.tg-answer').innerText()).toContain('最严重的缺口');
    await closeQuietly(tab);
  });
});

describe('who is out', () => {
  it('is counted by reason, and any firm can be asked after', async () => {
    const tab = await test.open(QUESTION);
    const targets = targetsPage(tab.page);
    await targets.ready();
    const { targetFirms } = await test.ask<{
      targetFirms: { exclusionCounts: { count: number }[]; excluded: { firm: { name: string }; text: string }[] };
    }>(
      '{ targetFirms(segment: "W1", region: "445100", limit: 100) { exclusionCounts { count } excluded { firm { name } text } } }',
    );
    const total = targetFirms.exclusionCounts.reduce((sum, one) => sum + one.count, 0);
    expect(await tab.page.locator('.tg-out h2').innerText()).toContain(`不在内的 ${String(total)} 家`);
    const named = await tab.page.locator('.tg-out-table .tg-firm-name').allInnerTexts();
    // Near misses first, as the service orders them.
    expect(named).toEqual(targetFirms.excluded.slice(0, named.length).map(({ firm }) => firm.name));

    const box = tab.page.getByLabel('查任一企业在这个问题里的位置');
    await box.fill('森马');
    await tab.page.locator('.search-options li', { hasText: '森马' }).first().click();
    await targets.details.locator('.tg-out-why').waitFor();
    expect(await targets.details.locator('h2').innerText()).toContain('森马');
    expect(await targets.details.locator('.tg-out-why').innerText()).toMatch(/不在内 · .+/);
    await tab.screenshot('targets-why-not');
    await closeQuietly(tab);
  });
});

describe('a saved list', () => {
  async function makeList(name: string): Promise<void> {
    const tab = await test.open(`${QUESTION}&tpicks=cn-002394,cn-002193`);
    const targets = targetsPage(tab.page);
    await targets.ready();
    await targets.saveAs(name);
    await closeQuietly(tab);
  }
  const LISTS = '?view=targets&tlists=1';

  it('keeps notes, next steps and order; of two who edit it the later one is told and loses nothing', async () => {
    await makeList('跟进');
    const [mine, theirs] = [await test.open(LISTS), await test.open(LISTS)];
    const [my, their] = [targetsPage(mine.page), targetsPage(theirs.page)];
    await my.openList('跟进');
    await their.openList('跟进');
    await theirs.page.getByLabel('备注：江苏联发纺织股份有限公司').fill('对方的备注');
    await theirs.page.getByRole('button', { name: '存改动' }).click();
    await theirs.page.getByText('已存', { exact: true }).waitFor();

    await mine.page.getByLabel('下一步：山东如意毛纺服装集团股份有限公司').fill('约访');
    await mine.page.getByLabel('山东如意毛纺服装集团股份有限公司 上移').click();
    await mine.page.getByRole('button', { name: '存改动' }).click();
    await mine.page.locator('.part-failed', { hasText: '有人在你之后改过这份名单' }).waitFor();
    expect(await mine.page.getByLabel('下一步：山东如意毛纺服装集团股份有限公司').inputValue()).toBe('约访');
    await mine.screenshot('targets-clash');
    await mine.page.getByRole('button', { name: '把两边合在一起' }).click();
    await mine.page.getByText('已把两边合在一起', { exact: false }).waitFor();
    expect(await mine.page.getByLabel('备注：江苏联发纺织股份有限公司').inputValue()).toBe('对方的备注');
    await mine.page.getByRole('button', { name: '存改动' }).click();
    await mine.page.getByText('已存', { exact: true }).waitFor();
    await closeQuietly(mine);
    await closeQuietly(theirs);

    const later = await test.open(LISTS);
    const seen = targetsPage(later.page);
    await seen.openList('跟进');
    expect(await seen.listed()).toEqual(['山东如意毛纺服装集团股份有限公司', '江苏联发纺织股份有限公司']);
    expect(await later.page.getByLabel('下一步：山东如意毛纺服装集团股份有限公司').inputValue()).toBe('约访');
    expect(await later.page.getByLabel('备注：江苏联发纺织股份有限公司').inputValue()).toBe('对方的备注');
    await closeQuietly(later);
  });

  it('takes more firms in, at its end, and keeps what was written there', async () => {
    await makeList('添加');
    const tab = await test.open(`${QUESTION}&tpicks=cn-002193,cn-000726`);
    const targets = targetsPage(tab.page);
    await targets.ready();
    await tab.page.getByLabel('存到哪里').selectOption({ label: '加到「添加」' });
    await tab.page.locator('.tg-save button').click();
    await targets.picks.getByText('「添加」加了 1 家。').waitFor();
    await targets.picks.getByRole('button', { name: '打开名单' }).click();
    await expect
      .poll(() => targets.listed())
      .toEqual(['江苏联发纺织股份有限公司', '山东如意毛纺服装集团股份有限公司', '鲁泰纺织股份有限公司']);
    await closeQuietly(tab);
  });

  it('is renamed, deleted, and brought back', async () => {
    await makeList('旧名');
    const tab = await test.open(LISTS);
    const { page } = tab;
    const targets = targetsPage(page);
    await page.getByRole('button', { name: '给「旧名」改名' }).click();
    await page.getByRole('textbox', { name: '给「旧名」改名' }).fill('新名');
    await page.keyboard.press('Enter');
    await expect.poll(() => targets.lists()).toEqual(['新名']);
    await page.getByRole('button', { name: '删除「新名」' }).click();
    await page.getByText('已删除「新名」。').waitFor();
    await expect.poll(() => targets.lists()).toEqual([]);
    await page.locator('.link-button', { hasText: '撤销' }).click();
    await expect.poll(() => targets.lists()).toEqual(['新名']);
    await targets.openList('新名');
    expect(await targets.listed()).toHaveLength(2);
    await closeQuietly(tab);
  });

  it('leads to a sheet for one firm on which each line names its source', async () => {
    await makeList('方案');
    const tab = await test.open(LISTS);
    const targets = targetsPage(tab.page);
    await targets.openList('方案');
    await tab.page.getByRole('button', { name: '江苏联发纺织股份有限公司的一企业一方案' }).click();
    await targets.planReady();
    await tab.screenshot('targets-plan');
    const text = await targets.plan.innerText();
    for (const part of [
      '企业情况',
      '补的缺口',
      '契合在哪里',
      '当地的上下游',
      '可以考虑的园区',
      '适用的措施与部门',
      '还不知道',
      '下一步',
      '来源',
    ]) {
      expect(text, part).toContain(part);
    }
    expect(text).toContain('潮州市 对接 江苏联发纺织股份有限公司');
    expect(text).toContain('省商务厅');
    // What is not known, and what to do, state no fact.
    const lines = await targets.plan
      .locator('section:not(.tg-plan-unknowns):not(.tg-plan-next) ul.tg-plan-lines > li')
      .allInnerTexts();
    expect(lines.length).toBeGreaterThan(10);
    const count = await targets.plan.locator('.tg-plan-sources > li').count();
    for (const line of lines) {
      expect(line).toMatch(/\[(\d+|计算)\]$/);
      for (const [, number] of line.matchAll(/\[(\d+)\]/g)) {
        expect(Number(number)).toBeGreaterThan(0);
        expect(Number(number)).toBeLessThanOrEqual(count);
      }
    }
    await closeQuietly(tab);
  });

  it('says so when the link names one that is not there', async () => {
    const tab = await test.open('?view=targets&tlist=nobody');
    await tab.page.getByText('没有这份名单，可能已被删除。').waitFor();
    await closeQuietly(tab);
  });
});
