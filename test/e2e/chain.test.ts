import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPageUnderTest, type PageUnderTest } from '../support/page-under-test.ts';
import { chainPage } from './chain-page.ts';
import { closeQuietly } from './quiet-tab.ts';

let test: PageUnderTest;
beforeAll(async () => {
  test = await startPageUnderTest();
});
afterAll(() => test.close());

const JIEYANG = '445200';

/** What the answer says of a segment, and what the table says of it. */
const GRADE_OF_WORDS: Readonly<Record<string, string>> = {
  缺失: '缺失',
  '疑似缺失，先核实': '疑似缺失',
  短板: '短板',
  偏弱: '偏弱',
  充足: '充足',
};

interface CellStates {
  readonly gaps: {
    readonly cells: readonly {
      readonly segment: { readonly code: string; readonly name: string };
      readonly state: 'OBSERVED' | 'UNSEEN' | 'SIZE_UNKNOWN' | 'NO_COVERAGE';
      readonly namedFirms: number;
    }[];
  };
}

describe('「揭阳缺哪些环节，依据是什么」 is answered by the chain view', () => {
  it('in a sentence that names the place and agrees with the table and the picture', async () => {
    const tab = await test.open('?view=chain&region=440500');
    const chain = chainPage(tab.page);
    await chain.ready();
    await chain.pickRegion('揭阳市');
    await expect.poll(() => chain.sentence.innerText()).toMatch(/^揭阳缺什么：/);
    expect(new URL(tab.page.url()).searchParams.get('region')).toBe(JIEYANG);

    const rows = await chain.rows();
    const codes = await chain.segments();
    const painted = await Promise.all(codes.map((code) => chain.painted(code)));
    expect(rows.map((row) => row.segment).sort()).toEqual(painted.map(({ name }) => name).sort());

    const named = (await chain.clauses()).filter((clause) => clause.names.length > 0);
    expect(named.length).toBeGreaterThan(0);
    const said = named.flatMap(({ names, words }) =>
      names.map((segment) => ({ segment, state: GRADE_OF_WORDS[words.replace(/。$/, '')] })),
    );
    const judged = rows.filter((row) => row.state !== '无数据').map(({ segment, state }) => ({ segment, state }));
    const bySegment = (a: { segment: string }, b: { segment: string }): number => (a.segment < b.segment ? -1 : 1);
    expect(said.sort(bySegment)).toEqual(judged.sort(bySegment));
    await closeQuietly(tab);
  });

  it('with unseen cells as 未见 and an expectation, cells without data as 无数据, and never a nought', async () => {
    const { gaps } = await test.ask<CellStates>(
      `{ gaps(regions: ["${JIEYANG}"]) { cells { segment { code name(lang: ZH) } state namedFirms } } }`,
    );
    const tab = await test.open(`?view=chain&region=${JIEYANG}`);
    const chain = chainPage(tab.page);
    await chain.ready();
    const rows = await chain.rows();
    const states = new Set(gaps.cells.map((cell) => cell.state));
    expect([...states]).toEqual(expect.arrayContaining(['OBSERVED', 'UNSEEN', 'NO_COVERAGE']));
    for (const { segment, state, namedFirms } of gaps.cells) {
      const row = rows.find((one) => one.segment === segment.name);
      const { line } = await chain.painted(segment.code);
      const expected = {
        OBSERVED: { line: /^[1-9]\d* 家/, firms: /^[1-9]\d*$/ },
        UNSEEN: { line: /^未见·应有约 (\d+\.\d|[1-9]\d*) 家$/, firms: /^未见$/ },
        SIZE_UNKNOWN: {
          line: namedFirms > 0 ? /^名单 [1-9]\d* 家·总数未知$/ : /^有企业·规模未知$/,
          firms: /^未知$/,
        },
        NO_COVERAGE: { line: namedFirms > 0 ? /^名单 [1-9]\d* 家·总数未知$/ : /^无数据$/, firms: /^未知$/ },
      }[state];
      expect(line, segment.name).toMatch(expected.line);
      expect(row?.firms, segment.name).toMatch(expected.firms);
      if (state !== 'OBSERVED') expect(row, segment.name).toMatchObject({ state: '无数据', quotient: '–' });
    }
    await closeQuietly(tab);
  });

  it('with state, range, parts, dated evidence, the words of a measure and its departments for a clicked segment', async () => {
    const tab = await test.open(`?view=chain&region=${JIEYANG}`);
    const chain = chainPage(tab.page);
    await chain.ready();
    await tab.screenshot('chain-jieyang');
    await chain.clickSegment('W1');
    await expect.poll(() => chain.drawer.locator('h2').innerText()).toBe('机织');
    expect((await chain.rows()).filter((row) => row.isSelected).map((row) => row.segment)).toEqual(['机织']);
    expect(await chain.classes('W1')).toContain('selected');
    expect(new URL(tab.page.url()).searchParams.get('segment')).toBe('W1');

    const { drawer } = chain;
    await drawer.locator('.measure blockquote').first().waitFor();
    const stateInTable = (await chain.rows()).find((row) => row.isSelected)?.state;
    expect(await drawer.locator('.drawer-state .gap-chip').innerText()).toContain(stateInTable);
    const range = /可能范围 (\d\.\d\d) – (\d\.\d\d)/.exec(await drawer.locator('.severity').innerText());
    expect(Number(range?.[1])).toBeLessThanOrEqual(Number(range?.[2]));
    // Criticality, adequacy, concentration, external dependence and exposure, as the formulas say.
    expect(await drawer.locator('.component-bar').count()).toBe(5);
    for (const value of await drawer.locator('.bar-value').allInnerTexts())
      expect(value).toMatch(/^(\d\.\d\d|未知|不适用)$/);
    const evidence = await drawer.locator('.facts .evidence').allInnerTexts();
    expect(evidence.length).toBeGreaterThan(0);
    expect(evidence).toContainEqual(expect.stringMatching(/^.+ · 2019-04 · 抽样$/));
    const measure = drawer.locator('.measure').first();
    expect(await measure.locator('h4').innerText()).toMatch(/^措施 \d+ /);
    expect(await measure.locator('blockquote').first().innerText()).toMatch(/^“.+”/);
    const duties = await measure.locator('.duties').innerText();
    expect(duties).toMatch(/牵头\s+\S+/);
    expect(duties).toMatch(/参与\s+\S+/);
    await tab.screenshot('chain-jieyang-weaving');
    await drawer.evaluate((box) => {
      box.scrollTop = 500;
    });
    await tab.screenshot('chain-jieyang-weaving-below');

    await chain.clickSegment('P4');
    await expect.poll(() => drawer.locator('h2').innerText()).toBe('家纺');
    expect(await drawer.locator('.drawer-line').innerText()).toMatch(/^未见·应有约 \d+(\.\d)? 家/);
    await tab.screenshot('chain-jieyang-unseen');
    await closeQuietly(tab);
  });
});

describe('the chain view without a mouse', () => {
  it('moves through the picture, speaks, opens and clears details, and goes on to the table', async () => {
    const tab = await test.open(`?view=chain&region=${JIEYANG}`);
    const { page } = tab;
    const chain = chainPage(page);
    await chain.ready();
    const tabTo = async (selector: string): Promise<void> => {
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
      }
      throw new Error(`No ${selector} within 80 presses of Tab.`);
    };
    await tabTo('.picture-canvas');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const spoken = await chain.live.innerText();
    const [name, stage, state] = spoken.split('，');
    expect(spoken).toMatch(/^.+，.+，.+，.+，上游 \d+ 个，下游 \d+ 个$/);
    const row = (await chain.rows()).find((one) => one.segment === name);
    expect(row?.state).toBe(state);
    expect(stage).not.toBe('');
    const focused = await page.evaluate(() =>
      (window.__graph?.ids() ?? []).filter((id) => window.__graph?.classes(id).includes('focused')),
    );
    expect(focused).toHaveLength(1);
    await tab.screenshot('chain-keyboard');

    await page.keyboard.press('Enter');
    await expect.poll(() => chain.drawer.locator('h2').innerText()).toBe(name);
    await page.keyboard.press('Escape');
    await expect.poll(() => chain.drawer.locator('h2').innerText()).toBe('揭阳先补哪个');
    expect(new URL(page.url()).searchParams.has('segment')).toBe(false);

    await tabTo('.segment-table .row-button');
    await page.keyboard.press('Enter');
    const first = (await chain.rows())[0]?.segment;
    await expect.poll(() => chain.drawer.locator('h2').innerText()).toBe(first);
    await closeQuietly(tab);
  });

  it('finds 佛山 by its initials', async () => {
    const tab = await test.open(`?view=chain&region=${JIEYANG}`);
    const { page } = tab;
    const chain = chainPage(page);
    await chain.ready();
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.closest('.search-box') !== null)).toBe(true);
    await page.keyboard.type('fs');
    await page.locator('.search-hit', { hasText: '佛山' }).first().waitFor();
    await tab.screenshot('search-initials');
    await page.keyboard.press('Enter');
    await expect.poll(() => chain.sentence.innerText()).toMatch(/^佛山缺什么：/);
    expect(new URL(page.url()).searchParams.get('region')).toBe('440600');
    await closeQuietly(tab);
  });
});
