import { describe, expect, it } from 'vitest';
import { operationToRun } from '../../../web/explorer/ask-service.ts';
import { linkOfOperation, openingTabs, operationOfLink, storedTab } from '../../../web/explorer/opening-tabs.ts';
import { explorerTexts } from '../../../web/explorer/texts.ts';
import { workedQuestion } from '../../../web/explorer/worked-question.ts';

const GAPS = {
  query: 'query Gaps($r: DivisionCode!) { gaps(regions: [$r]) { basis } }',
  variables: '{\n  "r": "445200"\n}',
};
const RELEASE = { query: '{ release { id } }', variables: null };
const QUESTIONS = [GAPS, RELEASE];
const kept = (tabs: readonly unknown[], activeTabIndex: unknown = 0): string =>
  JSON.stringify({ tabs, activeTabIndex });

describe('the link of an operation', () => {
  it('is read back as it was, with Chinese, signs of addresses and line ends in it', () => {
    const operation = { query: '# 揭阳 & 50 %\nquery A { a(b: "x=y#z+1") }', variables: '{\n  "名": "a&b"\n}' };
    expect(operationOfLink(linkOfOperation(operation))).toEqual(operation);
    expect(operationOfLink(linkOfOperation(RELEASE))).toEqual(RELEASE);
  });

  it('sets JSON variables out in lines and leaves others as they are, so that the reader sees what is wrong', () => {
    expect(operationOfLink('#query=%7Ba%7D&variables=%7B%22r%22%3A1%7D')?.variables).toBe('{\n  "r": 1\n}');
    expect(operationOfLink('#query=%7Ba%7D&variables=%7Br')?.variables).toBe('{r');
  });

  it.each(['', '#', '#query=', '#query=%20', '#variables=%7B%7D', '#elsewhere'])('%j holds none', (hash) => {
    expect(operationOfLink(hash)).toBeNull();
  });
});

describe('the tabs that open', () => {
  it('are the worked questions the first time', () => {
    expect(openingTabs(null, null, QUESTIONS)).toEqual({ tabs: QUESTIONS, active: 0 });
  });

  it('are those of last time, with the one in front that was in front', () => {
    const own = { query: '{ own }', variables: null, id: 'a', title: 'Own' };
    expect(openingTabs(kept([own, RELEASE], 1), null, QUESTIONS)).toEqual({ tabs: [own, RELEASE], active: 1 });
  });

  it('begin with the operation of the link, before the questions as before the tabs of last time', () => {
    const linked = { query: '{ linked }', variables: '{}' };
    expect(openingTabs(null, linked, QUESTIONS)).toEqual({ tabs: [linked, ...QUESTIONS], active: 0 });
    expect(openingTabs(kept([RELEASE], 0), linked, QUESTIONS)).toEqual({ tabs: [linked, RELEASE], active: 0 });
  });

  it('hold the operation of the link once: opening the link again brings its tab to the front', () => {
    expect(openingTabs(kept([GAPS, RELEASE], 0), RELEASE, [])).toEqual({ tabs: [RELEASE, GAPS], active: 0 });
    const otherVariables = { ...GAPS, variables: '{\n  "r": "440500"\n}' };
    expect(openingTabs(kept([GAPS], 0), otherVariables, []).tabs).toEqual([otherVariables, GAPS]);
  });

  it.each([
    ['no JSON', '{'],
    ['another thing', '"text"'],
    ['no tabs', kept([])],
    ['tabs of another shape', kept([{ title: 'x' }])],
    ['a tab whose query is a number', kept([{ query: 1, variables: null }])],
  ])('are the worked questions when what was kept is %s', (_what, stored) => {
    expect(openingTabs(stored, null, QUESTIONS)).toEqual({ tabs: QUESTIONS, active: 0 });
  });

  it.each([7, -1, 'first', null])('begin with the first when the one in front was %j', (active) => {
    expect(openingTabs(kept([GAPS, RELEASE], active), null, QUESTIONS).active).toBe(0);
  });

  it('carry all fields that GraphiQL asks of a kept tab, and lose none that it kept', () => {
    const fields = ['id', 'title', 'headers', 'operationName', 'response', 'hash', 'query', 'variables'];
    const tab = storedTab(GAPS, () => 'new');
    expect(Object.keys(tab).sort()).toEqual([...fields].sort());
    expect(tab).toMatchObject({ id: 'new', title: 'Gaps', query: GAPS.query, variables: GAPS.variables });
    expect(storedTab(RELEASE, () => 'new')['title']).toBe('<untitled>');
    expect(storedTab({ ...GAPS, id: 'old', title: 'Mine' }, () => 'new')).toMatchObject({ id: 'old', title: 'Mine' });
  });
});

describe('a worked question', () => {
  const COMMENTS = '# 揭阳缺什么？\n# 未知不是零。\n# What does Jieyang lack?\n# Unknown is not zero.\n';

  it('is named by its first comment in each language', () => {
    expect(workedQuestion(`${COMMENTS}query Q { q }`, '{"a":[1,2]}\n')).toEqual({
      query: `${COMMENTS}query Q { q }`,
      variables: '{\n  "a": [\n    1,\n    2\n  ]\n}',
      title: { zh: '揭阳缺什么？', en: 'What does Jieyang lack?' },
    });
  });

  it.each([
    ['without variables', `${COMMENTS}query Q { q }`, undefined],
    ['with variables that are no JSON', `${COMMENTS}query Q { q }`, '{'],
    ['without an English comment', '# 只有中文\nquery Q { q }', '{}'],
    ['without a Chinese comment', '# English only\nquery Q { q }', '{}'],
    ['without comments', 'query Q { q }', '{}'],
  ])('%s is no question', (_what, query, variables) => {
    expect(() => workedQuestion(query, variables)).toThrow();
  });
});

describe('the limits in the header', () => {
  const limits = {
    depth: 12,
    nodes: 20_000,
    pageSize: 100,
    tokens: 1_000,
    deadlineMs: 3_900,
    requestsPerMinute: 1_200,
  };

  it('are all told, and no number of requests where there is no such limit', () => {
    expect(explorerTexts.zh.limits(limits)).toBe(
      '深度 ≤ 12 · 节点 ≤ 20,000 · first ≤ 100 · 3.9 秒 · 每分钟 ≤ 1,200 次',
    );
    expect(explorerTexts.en.limits({ ...limits, requestsPerMinute: null })).toBe(
      'depth ≤ 12 · nodes ≤ 20,000 · first ≤ 100 · 3.9 s',
    );
  });
});

describe('the operation that is run', () => {
  it.each([
    ['the one named', 'query A { release { id } } query B { release { id } }', 'B', 'B'],
    ['the only one, when the name is that of another tab', 'query A { release { id } }', 'Other', null],
    ['the only one, without a name', '{ release { id } }', 'Other', null],
    ['what was asked for, when the text cannot be read', 'query A {', 'A', 'A'],
  ])('is %s', (_rule, query, name, run) => {
    expect(operationToRun(query, name)).toBe(run);
  });
});
