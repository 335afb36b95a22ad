import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPageUnderTest, type PageUnderTest } from '../support/page-under-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { policyPage } from './policy-page.ts';
import { closeQuietly } from './quiet-tab.ts';

let test: PageUnderTest;
beforeAll(async () => {
  test = await startPageUnderTest();
});
afterAll(() => test.close());

describe('「哪些措施由市场监管局牵头或参与？顺便按旧名查『政务服务数据管理局』」 is answered by the policy view', () => {
  it('in a sentence, in the matrix and in the drawer, each with the words and their place', async () => {
    const tab = await test.open('?view=policy');
    const policy = policyPage(tab.page);
    await policy.ready();
    await tab.screenshot('policy');
    expect(await policy.sentence.innerText()).toMatch(
      /^30 条措施都有责任分工，28 条写明牵头：省工业和信息化厅牵头 22 条；/,
    );
    expect(await policy.rows()).toHaveLength(36);

    await policy.pickDepartment('市监局', '省市场监管局');
    expect(await policy.sentence.innerText()).toBe('省市场监管局牵头措施 11、12、16，参与措施 2、13、14、15、28、29。');
    const numbers = (await policy.rows()).map((row) => row.split(' ')[0]);
    expect(numbers).toEqual(['2', '11', '12', '13', '14', '15', '16', '28', '29']);
    for (const number of ['11', '12', '16']) expect(await policy.marks(number, '市监局')).toEqual(['lead']);
    for (const number of ['2', '13', '14', '15', '28', '29']) {
      expect(await policy.marks(number, '市监局')).toEqual(['support']);
    }
    expect(await policy.drawer.innerText()).toMatch(/牵头 3[\s\S]*参与 6/);
    await tab.screenshot('policy-department');

    // The clause itself: from the sentence to the words.
    await policy.sentence.locator('button', { hasText: /^16$/ }).click();
    const lead = policy.drawer.locator('.pv-text .lead');
    await lead.waitFor();
    expect(await lead.innerText()).toBe('省市场监管局');
    expect(await policy.drawer.locator('.pv-text').innerText()).toContain(
      '（省市场监管局牵头，省商务厅、省文化和旅游厅、各地级以上市人民政府、纺织服装各省级行业协会按职责分工负责）',
    );
    expect(await policy.drawer.innerText()).toMatch(/措施 16，第 \d+–\d+ 字节/);
    expect(new URL(tab.page.url()).searchParams.get('measure')).toBe('S23-M16');
    await tab.screenshot('policy-measure');
    await closeQuietly(tab);
  });

  it('the old name finds the body of the text and its successor, whose date is said not to be confirmed', async () => {
    const tab = await test.open('?view=policy');
    const policy = policyPage(tab.page);
    await policy.ready();
    await tab.page.locator('.pv-department input').fill('政务服务数据管理局');
    const offered = tab.page.locator('.pv-department-options .el-select-dropdown__item');
    await offered.first().waitFor();
    await expect
      .poll(async () => (await offered.allInnerTexts()).map((text) => text.trim()))
      .toEqual(['省政务服务数据管理局', '省政务和数据局']);
    await offered.nth(1).click();
    await expect
      .poll(() => policy.sentence.innerText())
      .toBe(
        '省政务和数据局在责任分工里没有职责；据后来的文件，它接替 省政务服务数据管理局（接替日期未核实），参与措施 29。',
      );
    expect(await policy.drawer.innerText()).toContain('接替日期没有核实');
    await policy.sentence.locator('button', { hasText: '省政务服务数据管理局' }).click();
    await expect
      .poll(() => policy.sentence.innerText())
      .toBe('省政务服务数据管理局参与措施 29；据后来的文件，已由 省政务和数据局 接替（接替日期未核实）。');
    await closeQuietly(tab);
  });

  it('measure 24 has one mark a role, 22 and 30 have no lead, and the hub can be folded', async () => {
    const tab = await test.open('?view=policy');
    const policy = policyPage(tab.page);
    await policy.ready();
    expect(await policy.marks('24', '工信厅')).toEqual(['lead', 'support']);
    const silent = policy.matrix.locator('.pv-row', { has: tab.page.locator('.pv-sum .pv-silent') });
    expect(await silent.locator('.pv-no').allInnerTexts()).toEqual(['22', '30']);
    expect(await policy.matrix.locator('.pv-no-clause').count()).toBe(6);
    const heads = policy.matrix.locator('.pv-names .pv-head');
    expect(await heads.count()).toBe(25);
    await tab.page.locator('.pv-legend button', { hasText: '收起工信厅' }).click();
    await expect.poll(() => heads.count()).toBe(24);
    expect(new URL(tab.page.url()).searchParams.get('fold')).toBe('hub');
    await tab.page.locator('.pv-legend button', { hasText: '收起集合主体' }).click();
    await expect.poll(() => heads.count()).toBe(21);
    await closeQuietly(tab);
  });

  it('arrows move over the cells, Enter opens the words with the department marked, Esc closes', async () => {
    const tab = await test.open('?view=policy');
    const { page } = tab;
    const policy = policyPage(page);
    await policy.ready();
    await policy.matrix.locator('[role="gridcell"][tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(label).toBe('措施 2 推进纺织服装产业集群建设，省发展改革委：参与');
    await page.keyboard.press('Enter');
    await policy.drawer.locator('.pv-text .support.chosen').waitFor();
    expect(await policy.drawer.locator('.pv-text .support.chosen').innerText()).toBe('省发展改革委');
    expect(await label()).toBe('措施 2 推进纺织服装产业集群建设，省发展改革委：参与');
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).searchParams.has('measure')).toBe(false);
    await closeQuietly(tab);
  });
});

describe('「2027 年的量化目标有哪些，牵头部门是谁，哪些没有进度数据？」 is answered by the policy view', () => {
  it('with 15 targets, their leads, and no progress that no source gives', async () => {
    const tab = await test.open('?view=policy&board=targets&due=2027');
    const policy = policyPage(tab.page);
    await policy.ready();
    expect(await policy.sentence.innerText()).toBe(
      '2027 年的量化目标 15 项；15 项都没有进度数据，不等于进度为零；按措施牵头：省工业和信息化厅 14 项、省市场监管局 2 项、省发展改革委 1 项。',
    );
    const rows = (await policy.tableRows('.pv-targets tbody tr')).filter((row) => row.length > 0);
    // Where, value, wording, leads: table 1.5 and the leads of table 1.2.
    const miit = '省工业和信息化厅';
    expect(rows.map(([from, , value, wording, leads]) => [from, value, wording, leads?.replace(/\s/g, '')])).toEqual([
      ['措施 1', '×2（翻一番）；≈14,000 亿元，若以 2025 年水平为基数', '实现', `${miit}、省发展改革委`],
      ['措施 6', '50 家', '争取培育', miit],
      ['措施 6', '15 个', '争取培育', miit],
      ['措施 6', '200 个', '发布', miit],
      ['措施 11', '全覆盖（100 %）', '力争', '省市场监管局'],
      ['措施 12', '30 个', '推动形成', `省市场监管局、${miit}`],
      ['措施 13', '30 家', '争取培育', miit],
      ['措施 13', '3–5 家', '争取培育', miit],
      ['措施 14', '3 个', '争取培育', miit],
      ['措施 17', '20 家', '培育', miit],
      ['措施 17', '90 %', '达到', miit],
      ['措施 18', '≥ 60 %', '达到…以上', miit],
      ['措施 18', '80 %', '推动', miit],
      ['措施 19', '全覆盖（100 %）', '力争', miit],
      ['措施 19', '90 %', '力争…达到', miit],
    ]);
    for (const row of rows) expect(row[5]).toBe('无进度数据');
    await closeQuietly(tab);
  });

  it('among all 22 by due year; what is past due is said without a judgement', async () => {
    const tab = await test.open('?view=policy&board=targets');
    const policy = policyPage(tab.page);
    await policy.ready();
    expect(await policy.sentence.innerText()).toMatch(
      /^共 22 项量化目标：2024 年 4 项，2025 年 1 项，2027 年 15 项，未注明期限 2 项；22 项都没有进度数据/,
    );
    const groups = await tab.page.locator('.pv-targets .pv-chapter').allInnerTexts();
    expect(groups).toHaveLength(4);
    expect(groups[0]).toContain('期限已过；没有数据，不判断是否完成');
    expect(groups[2]).not.toContain('期限已过');
    expect(await tab.page.locator('.pv-targets').innerText()).not.toMatch(/(^|[^\d])0 ?%/);
    await tab.page.locator('.pv-targets .row-button', { hasText: '熟练技工' }).click();
    expect(await policy.drawer.innerText()).toContain('原文没有写年份');
    await tab.screenshot('policy-targets');
    await closeQuietly(tab);
  });
});

describe('measures that apply to what is chosen', () => {
  it('are listed with how the text names it, and marked in the matrix', async () => {
    const tab = await test.open('?view=policy&board=reach&segment=D2&region=445200');
    const policy = policyPage(tab.page);
    await policy.ready();
    expect(await policy.sentence.innerText()).toMatch(/^点名洗水或其上下级环节的 4 条：3、5、8、19；/);
    // Measures 3, 8 and 19 say 洗水; measure 5 says 牛仔纺织服装产品, of which washing is a step.
    const rows = (await policy.tableRows('.pv-reach tbody tr')).filter((row) => row.length > 0);
    const nineteen = rows.find((row) => row[0] === '19');
    expect(nineteen?.[2]).toContain('点名该环节 「洗水」');
    expect(nineteen?.[2]).toContain('点名该地 「揭阳」');
    await tab.screenshot('policy-reach');
    await tab.page.locator('.pv-boards button', { hasText: '措施×部门' }).click();
    const tags = policy.matrix.locator('.pv-row', { hasText: '推进环保印染洗水' }).locator('.pv-tag');
    await expect.poll(() => tags.allInnerTexts()).toEqual(['环', '地']);
    await closeQuietly(tab);
  });
});

describe('links into the policy view', () => {
  it('a search hit opens the department; a code that is not there is said so', async () => {
    const tab = await test.open('?view=chain');
    await tab.page.locator('.search-box input').fill('省生态环境厅');
    await tab.page.locator('.search-hit', { hasText: '省生态环境厅' }).first().click();
    const policy = policyPage(tab.page);
    await policy.ready();
    await expect.poll(() => policy.sentence.innerText()).toBe('省生态环境厅参与措施 5、8、19、20、21、29。');
    await closeQuietly(tab);

    const wrong = await test.open('?view=policy&measure=S23-M99');
    await wrong.page.locator('.notice', { hasText: 'S23-M99' }).waitFor();
    await expect.poll(() => new URL(wrong.page.url()).searchParams.has('measure')).toBe(false);
    await closeQuietly(wrong);
  });
});

const BOARDS = {
  duties: '?view=policy&measure=S23-M24&dept=gd-miit&segment=D1',
  department: '?view=policy&dept=gd-government-services-data&grain=chapter',
  targets: '?view=policy&board=targets&goal=S23-M1-T2',
  reach: '?view=policy&board=reach&segment=D1',
  documents: '?view=policy&board=documents&doc=economy-131',
} as const;
type BoardName = keyof typeof BOARDS;

async function boardReady(page: Parameters<typeof policyPage>[0], board: BoardName): Promise<void> {
  await policyPage(page).ready();
  if (board === 'duties') await page.locator('.pv-text').waitFor();
}

describe('axe-core finds no fault', () => {
  const cases = (Object.keys(BOARDS) as BoardName[]).flatMap((board) =>
    (['zh', 'en'] as const).flatMap((lang) => (['light', 'dark'] as const).map((theme) => ({ board, lang, theme }))),
  );
  it.each(cases)('on the board $board, $lang, $theme', async ({ board, lang, theme }) => {
    const tab = await test.open(`${BOARDS[board]}&lang=${lang}&theme=${theme}`, { bypassCSP: true });
    await boardReady(tab.page, board);
    const found = await axeFindings(tab.page);
    expect(found.violations).toEqual([]);
    // A page that axe-core could not look at has no violations either.
    expect(found.passed).toBeGreaterThan(20);
    await closeQuietly(tab);
  });
});

describe('the English page', () => {
  it.each(Object.keys(BOARDS) as BoardName[])('has no Chinese words of its own on the board %s', async (board) => {
    const tab = await test.open(`${BOARDS[board]}&lang=en`);
    await boardReady(tab.page, board);
    // Quotations and names as written carry their language; titles of sources, chapters and documents have no English.
    const allowed = '[lang^="zh"], .evidence, .measure-heading, .pv-written, noscript, .pv-department';
    const found = await tab.page.evaluate((except) => {
      const chinese = /[\u4e00-\u9fff]/;
      const words: string[] = [];
      for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
        if (element.closest(except) !== null) continue;
        for (const node of element.childNodes) {
          const text = node.textContent ?? '';
          if (node.nodeType === Node.TEXT_NODE && chinese.test(text))
            words.push(`<${element.className}> ${text.trim()}`);
        }
      }
      return words;
    }, allowed);
    // The switch to the other language is in that language.
    expect(found.filter((one) => !one.endsWith('中文'))).toEqual([]);
    await tab.screenshot(`policy-${board}-english`);
    await closeQuietly(tab);
  });
});
