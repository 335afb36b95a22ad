import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodesOf, startMapService } from '../support/map-service.ts';
import type { TestService } from '../support/start-test-service.ts';

/** All expected values are typed from the two policy texts, never from the seed. */

let service: TestService;
beforeAll(async () => {
  service = await startMapService();
});
afterAll(() => service.stop());

interface PassageNode {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly position: string;
  readonly thing: { readonly __typename: string; readonly body?: string; readonly place?: string };
}
interface MeasureNode {
  readonly code: string;
  readonly text: string;
  readonly passages: readonly PassageNode[];
  readonly clause: { readonly text: string } | null;
}

const FIELDS = `code text: excerpt clause { text } passages { kind start end position thing { __typename
  ... on Department { body: code } ... on Region { place: code } } }`;

async function measure(code: string): Promise<MeasureNode> {
  const { measure: found } = await service.ask<{ measure: MeasureNode }>(
    `query ($code: ID!) { measure(by: { code: $code }) { ${FIELDS} } }`,
    { code },
  );
  return found;
}

/** The words of a kind of passage, in the order of the text. */
function wordsOf({ text, passages }: MeasureNode, kind: string): string[] {
  return passages.filter((passage) => passage.kind === kind).map(({ start, end }) => text.slice(start, end));
}

describe('what is quoted of a measure', () => {
  it('runs from its heading to its clause, page numbers left out, each quotation once', async () => {
    const { text } = await measure('S23-M28');
    const sentence =
      '鼓励纺织服装核心和重点城市建设完善印染污水统一处理、纺织品有害化学物质检测、情报信息服务、知识产权服务、产业研究、研发设计、' +
      '展览展示、宣传推广、人才培育、技术研发、数字化服务、供应链管理共享、智能共享车间等公共服务平台';
    // A page number stands inside the clause of measure 28 in the print.
    const clause =
      '（省工业和信息化厅牵头，省科技厅、省市场监管局、省教育厅、省人力资源社会保障厅、省总工会、各地级以上市人民政府、' +
      '纺织服装各省级行业协会按职责分工负责）';
    expect(text.startsWith('28.搭建公共服务平台')).toBe(true);
    expect(text.split(sentence)).toHaveLength(2);
    expect(text.endsWith(`……${clause}`)).toBe(true);
  });

  it('is held for all 36, ends with the clause where there is one, and passages lie within it in order', async () => {
    const { measures } = await service.ask<{ measures: { edges: { node: MeasureNode }[] } }>(
      `{ measures(first: 100) { edges { node { ${FIELDS} } } } }`,
    );
    expect(nodesOf(measures)).toHaveLength(36);
    for (const one of nodesOf(measures)) {
      if (one.clause !== null) {
        expect(one.text.endsWith(one.clause.text), one.code).toBe(true);
        expect(wordsOf(one, 'CLAUSE')).toEqual([one.clause.text]);
      }
      let last = 0;
      for (const { start, end } of one.passages) {
        expect(start, one.code).toBeGreaterThanOrEqual(last);
        expect(end, one.code).toBeGreaterThan(start);
        expect(end, one.code).toBeLessThanOrEqual(one.text.length);
        last = start;
      }
    }
  });
});

describe('passages', () => {
  it('mark the places, parks, segments and targets of measure 19', async () => {
    const found = await measure('S23-M19');
    expect(wordsOf(found, 'REGION')).toEqual(['汕头', '揭阳']);
    expect(wordsOf(found, 'TARGET')).toEqual([
      '到 2027年，力争环保印染洗水工艺在规上印染洗水企业推广应用全覆盖，全行业推广应用覆盖率达到 90%',
      '到 2027年，力争环保印染洗水工艺在规上印染洗水企业推广应用全覆盖',
    ]);
    const regions = found.passages.filter((passage) => passage.kind === 'REGION').map(({ thing }) => thing.place);
    expect(regions).toEqual(['440500', '445200']);
    expect(wordsOf(found, 'SEGMENT')).toContain('印染');
    expect(wordsOf(found, 'SEGMENT')).toContain('洗水');
  });

  it('mark the department that measure 24 names twice once a role', async () => {
    const found = await measure('S23-M24');
    const marks = found.passages.filter(({ thing }) => thing.body === 'gd-miit');
    expect(marks.map(({ kind }) => kind)).toEqual(['LEAD', 'SUPPORT']);
    for (const { start, end } of marks) expect(found.text.slice(start, end)).toBe('省工业和信息化厅');
  });

  it('mark policies by nickname through the blanks of the print, and the body that stands in no clause', async () => {
    const found = await measure('S23-M29');
    expect(wordsOf(found, 'POLICY')).toEqual(['稳经济 131条', '助企 25条']);
    expect(wordsOf(found, 'BODY')).toEqual(['省制造强省建设领导小组']);
    expect(wordsOf(found, 'SUPPORT')).toContain('省政务服务数据管理局');
  });

  it('mark nobody as lead in measures 22 and 30', async () => {
    for (const code of ['S23-M22', 'S23-M30']) expect(wordsOf(await measure(code), 'LEAD')).toEqual([]);
  });
});

interface Reach {
  readonly measure: { readonly code: string };
  readonly reasons: readonly { readonly how: string; readonly application: { readonly term: string } }[];
}

async function reach(question: string): Promise<readonly Reach[]> {
  const { measureReach } = await service.ask<{ measureReach: readonly Reach[] }>(
    `{ measureReach(${question}) { measure { code } reasons { how application { term } } } }`,
  );
  return measureReach;
}
const codesBy = (lines: readonly Reach[], hows: readonly string[]): string[] =>
  lines.filter(({ reasons }) => reasons.some(({ how }) => hows.includes(how))).map((line) => line.measure.code);

describe('measures that reach a segment or a place', () => {
  it('洗水 is named by measures 3, 8, 19 and as a step of denim by 5; measures for the whole chain count for it', async () => {
    const lines = await reach('segment: "D2"');
    const terms = lines.flatMap(({ measure: { code }, reasons }) =>
      reasons.filter(({ how }) => how === 'SEGMENT').map(({ application }) => `${code} ${application.term}`),
    );
    expect(terms).toEqual(['S23-M3 洗水', 'S23-M5 牛仔纺织服装产品', 'S23-M8 洗水', 'S23-M19 洗水']);
    expect(codesBy(lines, ['CHAIN'])).toContain('S23-M5');
    expect(codesBy(lines, ['REGION', 'ZONE', 'PARK'])).toEqual([]);
  });

  it('揭阳 is named by 3 and 19, and lies in the area of 3 and in 粤东 of 4', async () => {
    const lines = await reach('region: "445200"');
    expect(codesBy(lines, ['REGION'])).toEqual(expect.arrayContaining(['S23-M3', 'S23-M19']));
    expect(codesBy(lines, ['ZONE'])).toEqual(['S23-M3', 'S23-M4']);
    // The whole chain is no naming of a place.
    expect(codesBy(lines, ['CHAIN'])).toEqual([]);
  });

  it('珠海 is named by no measure; it lies in zones that measures name', async () => {
    const lines = await reach('region: "440400"');
    expect(codesBy(lines, ['REGION', 'REGION_PART', 'PARK_THERE'])).toEqual([]);
    expect(codesBy(lines, ['ZONE'])).toEqual(['S23-M4', 'S24-P5']);
  });

  it('湛江 has a county that measure 4 names and a park there', async () => {
    const lines = await reach('region: "440800"');
    const four = lines.find((line) => line.measure.code === 'S23-M4');
    expect(four?.reasons.map(({ how }) => how)).toEqual(expect.arrayContaining(['PARK_THERE', 'ZONE']));
  });

  it('says what is wrong with a question about nothing or about what is not there', async () => {
    for (const field of ['measureReach', 'measureReach(segment: null)']) {
      const refusal = await service.refusal(`{ ${field} { measure { code } } }`);
      expect(refusal.message).toMatch(/segment, a region or a park/);
    }
    const refusal = await service.refusal('{ measureReach(park: "none") { measure { code } } }');
    expect(refusal.message).toMatch(/no park none/);
  });
});
