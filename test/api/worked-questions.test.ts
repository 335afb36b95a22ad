import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_PAGE } from '../../server/domain/paging/page.ts';
import { LIMITS } from '../../server/graphql/plugins/limits.ts';
import { nodesOf, startMapService } from '../support/map-service.ts';
import { REPOSITORY } from '../support/repository.ts';
import type { TestService } from '../support/start-test-service.ts';

/**
 * The questions that the explorer opens with, asked as they stand in its files. What they must answer is typed from the
 * two policy texts and the handbook of the domain, never from the seed.
 */
const FOLDER = join(REPOSITORY, 'web', 'explorer', 'questions');
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => name.replace(/\.graphql$/, ''))
  .sort();
const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
const questionOf = (name: string) => ({
  query: textOf(`${name}.graphql`),
  variables: JSON.parse(textOf(`${name}.json`)) as Record<string, unknown>,
});

let service: TestService;
beforeAll(async () => {
  service = await startMapService();
});
afterAll(() => service.stop());

const answerTo = <T>(name: string, change: Record<string, unknown> = {}): Promise<T> => {
  const { query, variables } = questionOf(name);
  return service.ask<T>(query, { ...variables, ...change });
};

interface Edges<T> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: T }[];
}
type Range = Readonly<{ value: number | null; low: number; high: number }>;

describe('the worked questions', () => {
  it('are ten, each with its variables and an operation name of its own', () => {
    expect(names).toHaveLength(10);
    expect(readdirSync(FOLDER)).toHaveLength(20);
    const operations = names.map((name) => {
      const [operation] = parse(questionOf(name).query).definitions;
      return operation?.kind === Kind.OPERATION_DEFINITION ? operation.name?.value : undefined;
    });
    expect(new Set(operations).size).toBe(10);
    expect(operations).not.toContain(undefined);
  });

  it.each(names)('%s: data without errors, within the limits', async (name) => {
    const { query, variables } = questionOf(name);
    const { status, body } = await service.post<Record<string, unknown>>(query, variables);
    expect(body.errors).toBeUndefined();
    expect(status).toBe(200);
    const data = Object.values(body.data ?? {});
    expect(data.length).toBeGreaterThan(0);
    for (const value of data) expect(value).not.toBeNull();
    const cost = body.extensions?.['cost'] as { nodes: number; depth: number };
    expect(cost.depth).toBeGreaterThan(1);
    expect(cost.depth).toBeLessThanOrEqual(LIMITS.depth);
    expect(cost.nodes).toBeLessThanOrEqual(LIMITS.nodes);
  });

  it('gaps: every cell of 揭阳 in the classes asked for, each severity in five parts whose figures have sources', async () => {
    interface Cell {
      class: string;
      state: string;
      firms: number | null;
      severity: Range & {
        components: { name: string; state: string; value: number | null; facts: { sources: unknown[] }[] }[];
      };
    }
    const { gaps } = await answerTo<{ gaps: { cells: Cell[]; counts: { class: string; count: number }[] } }>(
      '01-gaps-of-a-place',
    );
    const { classes } = questionOf('01-gaps-of-a-place').variables as { classes: string[] };
    const asked = gaps.counts.filter((count) => classes.includes(count.class));
    expect(gaps.cells).toHaveLength(asked.reduce((sum, { count }) => sum + count, 0));
    expect(gaps.cells.length).toBeGreaterThan(0);
    for (const { state, firms, severity } of gaps.cells) {
      expect(severity.components.map(({ name }) => name)).toEqual([
        'shortfall',
        'exposure',
        'criticality',
        'concentration',
        'dependence',
      ]);
      // Unknown is never zero.
      if (state !== 'OBSERVED') expect(firms).toBeNull();
      // A part that is 0 because nothing is there says so in a sentence that has no source of its own.
      for (const part of severity.components.filter((one) => one.value !== null && one.value > 0))
        for (const fact of part.facts) expect(fact.sources.length).toBeGreaterThan(0);
    }
  });

  it('relocation: 韶关 cannot take dyeing and says why; places on the list of dyeing parks have a path to a department', async () => {
    interface Candidate {
      rank: number | null;
      region: { code: string };
      feasibility: string;
      blockers: { code: string; hard: boolean; text: string; sources: unknown[] }[];
      paths: { hops: { kind: string }[] }[];
      missingHop: string | null;
    }
    const { relocationPaths } = await answerTo<{ relocationPaths: { candidates: Candidate[] } }>(
      '02-relocation-with-blockers',
    );
    const { candidates } = relocationPaths;
    expect(candidates.map(({ region }) => region.code)).not.toContain('440100');
    const shaoguan = candidates.find(({ region }) => region.code === '440200');
    expect(shaoguan?.blockers.length).toBeGreaterThan(0);
    for (const { feasibility, rank, blockers, paths, missingHop } of candidates) {
      expect(rank === null).toBe(feasibility === 'BLOCKED');
      expect(blockers.some(({ hard }) => hard)).toBe(feasibility === 'BLOCKED');
      for (const blocker of blockers) expect(blocker.text).not.toBe('');
      expect(missingHop === null).toBe(paths.length > 0);
      for (const { hops } of paths) expect(hops[hops.length - 1]?.kind).toBe('department');
    }
    expect(candidates.some(({ paths }) => paths.length > 0)).toBe(true);
  });

  it('target firms: at most 20 a table, none in 潮州, and 省商务厅 leads measure 23', async () => {
    interface Table {
      candidateCount: number;
      candidates: {
        rank: number;
        firm: { code: string; sources: unknown[] };
        places: { code: string }[];
        score: Range;
      }[];
      exclusionCounts: { reason: string; count: number }[];
    }
    const { fabric, trims, measure } = await answerTo<{
      fabric: Table;
      trims: Table;
      measure: { clause: { leads: { department: { name: string } }[] } };
    }>('03-target-firms');
    expect(measure.clause.leads.map(({ department }) => department.name)).toContain('省商务厅');
    for (const { candidates, candidateCount, exclusionCounts } of [fabric, trims]) {
      expect(candidates).toHaveLength(Math.min(20, candidateCount));
      expect(candidates.length).toBeGreaterThan(0);
      expect(exclusionCounts.length).toBeGreaterThan(0);
      for (const { firm, places } of candidates) {
        expect(firm.sources.length).toBeGreaterThan(0);
        expect(places.filter(({ code }) => code.startsWith('4451'))).toEqual([]);
      }
    }
  });

  it('nonwovens: exactly the material neighbours of two levels, and 21 prefectures over all pages without a repeat', async () => {
    interface Segment {
      up: Edges<{ depth: number; segment: { code: string } }>;
      down: Edges<{ depth: number; segment: { code: string } }>;
      hosts: Edges<{ region: { code: string }; state: string; firms: number | null }>;
    }
    const name = '04-nonwovens-nightly-copy';
    const { segment } = await answerTo<{ segment: Segment }>(name);
    const at = (hops: Segment['up'], depth: number): string[] =>
      nodesOf(hops)
        .filter((hop) => hop.depth === depth)
        .map((hop) => hop.segment.code)
        .sort();
    expect(at(segment.up, 1)).toEqual(['F22', 'F24', 'F25', 'F26', 'F27']);
    expect(at(segment.up, 2)).toEqual(['F21', 'V4']);
    expect(at(segment.down, 1)).toEqual(['P51', 'P52', 'P53']);
    expect(at(segment.down, 2)).toEqual(['V2']);

    const found: string[] = [];
    let page = segment.hosts;
    for (let pages = 1; ; pages += 1) {
      found.push(...nodesOf(page).map(({ region }) => region.code));
      for (const { state, firms } of nodesOf(page)) expect(firms === null).toBe(state !== 'OBSERVED');
      if (!page.pageInfo.hasNextPage) {
        expect(pages).toBe(3);
        break;
      }
      page = (await answerTo<{ segment: Segment }>(name, { after: page.pageInfo.endCursor })).segment.hosts;
    }
    expect(segment.hosts.totalCount).toBe(21);
    expect(found).toHaveLength(21);
    expect(new Set(found).size).toBe(21);
  });

  it('市监局 leads M11 M12 M16 and supports M2 M13 M14 M15 M28 M29; the old name finds the body of M29 and its successor', async () => {
    interface Duty {
      measure: { code: string; clause: { text: string } };
      written: string;
    }
    const { department, byOldName } = await answerTo<{
      department: { leads: Edges<Duty>; supports: Edges<Duty> };
      byOldName: { name: string; succeededBy: { name: string } | null; duties: Edges<Duty> };
    }>('05-measures-of-a-department');
    const codes = (duties: Edges<Duty>): string[] => nodesOf(duties).map(({ measure }) => measure.code);
    expect(codes(department.leads)).toEqual(['S23-M11', 'S23-M12', 'S23-M16']);
    expect(codes(department.supports)).toEqual(['S23-M2', 'S23-M13', 'S23-M14', 'S23-M15', 'S23-M28', 'S23-M29']);
    expect(codes(byOldName.duties)).toContain('S23-M29');
    expect(byOldName.name).toContain('政务服务数据管理局');
    expect(byOldName.succeededBy?.name).toBe('省政务和数据局');
    for (const { measure, written } of nodesOf(department.leads)) expect(measure.clause.text).toContain(written);
  });

  it('targets: the 15 dated 2027, all with a lead or a document behind them, none with an invented progress', async () => {
    const { targets } = await answerTo<{
      targets: Edges<{ year: number; progress: unknown; sources: { quote: string | null }[] }>;
    }>('06-targets-of-a-year');
    expect(nodesOf(targets)).toHaveLength(15);
    expect(targets.totalCount).toBe(15);
    for (const target of nodesOf(targets)) {
      expect(target.year).toBe(2027);
      expect(target.progress).toBeNull();
      expect(target.sources[0]?.quote).toBeTruthy();
    }
  });

  it('completeness: all 21 prefectures, ranked ones first, each score inside its range', async () => {
    const { completeness } = await answerTo<{
      completeness: { regions: { rank: number | null; region: { code: string }; score: Range }[] };
    }>('07-completeness');
    expect(new Set(completeness.regions.map(({ region }) => region.code)).size).toBe(21);
    const ranks = completeness.regions.map(({ rank }) => rank ?? Number.POSITIVE_INFINITY);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    for (const { rank, score } of completeness.regions) {
      expect(score.value === null).toBe(rank === null);
      if (score.value === null) continue;
      expect(score.value).toBeGreaterThanOrEqual(score.low);
      expect(score.value).toBeLessThanOrEqual(score.high);
    }
  });

  it('disruption: dyeing of 佛山 itself is hit by the shock, and no alternate is 佛山', async () => {
    interface Hit {
      region: { code: string };
      segment: { code: string };
      via: string;
      alternates: { region: { name: string } }[];
    }
    const { disruption } = await answerTo<{
      disruption: { shocks: { modelled: boolean }[]; direct: Range; loss: Range; mostHit: Hit[]; caution: string };
    }>('08-when-a-segment-stops');
    expect(disruption.shocks.map(({ modelled }) => modelled)).toEqual([true]);
    expect(disruption.loss.low).toBeGreaterThanOrEqual(disruption.direct.low);
    expect(disruption.loss.high).toBeGreaterThanOrEqual(disruption.loss.low);
    const own = disruption.mostHit.find(({ region, segment }) => region.code === '440600' && segment.code === 'D1');
    expect(own?.via).toBe('SHOCK');
    expect(own?.alternates.map(({ region }) => region.name)).not.toContain('佛山市');
    expect(disruption.caution).not.toBe('');
  });

  it('search: 揭阳 by its pinyin first, 非织造布 by its other name first', async () => {
    type Hits = Edges<{ type: string; label: string; node: { id: string } }>;
    const { byPinyin, byOtherName } = await answerTo<{ byPinyin: Hits; byOtherName: Hits }>('09-search');
    expect(nodesOf(byPinyin)[0]).toMatchObject({ type: 'REGION', label: '揭阳市', node: { id: 'Region:445200' } });
    expect(nodesOf(byOtherName)[0]).toMatchObject({ type: 'SEGMENT', label: '非织造布', node: { id: 'Segment:W3' } });
    for (const { type } of nodesOf(byPinyin)) expect(['REGION', 'PARK']).toContain(type);
  });

  it('one firm: places, segments and the firm itself each name a source', async () => {
    const { firm } = await answerTo<{
      firm: { uscc: string; places: Sourced[]; segments: Sourced[]; sources: unknown[] };
    }>('10-one-firm-with-sources');
    // Printed on the company's own reports.
    expect(firm.uscc).toBe('91440300723009295R');
    expect(firm.sources.length).toBeGreaterThan(0);
    expect(firm.places.length).toBeGreaterThan(0);
    expect(firm.segments.length).toBeGreaterThan(0);
    for (const { sources } of [...firm.places, ...firm.segments]) expect(sources.length).toBeGreaterThan(0);
  });
});

interface Sourced {
  readonly sources: readonly unknown[];
}

describe('what the explorer needs of the service', () => {
  it('its address without the slash leads to the one with it, and keeps the query string', async () => {
    for (const [from, to] of [
      ['/explorer', '/explorer/'],
      ['/explorer?lang=en&theme=dark', '/explorer/?lang=en&theme=dark'],
    ] as const) {
      const { status, headers } = await service.send(from, { redirect: 'manual' });
      expect(status).toBe(308);
      expect(headers.get('location')).toBe(to);
    }
  });

  it('the limits told are the limits that refuse', async () => {
    const { text, headers } = await service.send('/explorer/limits.json');
    const limits = JSON.parse(text) as Record<string, number | null>;
    expect(headers.get('cache-control')).toBe('no-cache');
    // The service of the tests runs without a limit of requests.
    expect(limits).toMatchObject({ ...LIMITS, pageSize: MAX_PAGE, requestsPerMinute: null });
    const { pageSize, depth, tokens } = limits as Record<string, number>;
    const segments = (first: number) => `{ segments(first: ${first}) { totalCount } }`;
    await service.ask(segments(pageSize ?? 0));
    expect((await service.refusal(segments((pageSize ?? 0) + 1))).extensions.code).toBe('BAD_USER_INPUT');
    const nested = (levels: number) =>
      `{ segment(by: { code: "W3" }) ${'{ stage '.repeat(levels - 2)}{ code }${' }'.repeat(levels - 2)} }`;
    await service.ask(nested(depth ?? 0));
    expect((await service.refusal(nested((depth ?? 0) + 1))).extensions.code).toBe('COST_LIMIT_EXCEEDED');
    // 18 tokens besides the list.
    const long = (length: number) =>
      `{ search(query: "x", types: [${'REGION '.repeat(length)}]) { pageInfo { hasNextPage } } }`;
    await service.ask(long((tokens ?? 0) - 18));
    await service.refusal(long((tokens ?? 0) - 17));
  });

  it('introspection as a documentation pane asks for it passes the limits', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const query = getIntrospectionQuery({ schemaDescription: true, inputValueDeprecation: true, specifiedByUrl: true });
    const { __schema } = await service.ask<{ __schema: { types: { name: string; description: string | null }[] } }>(
      query,
    );
    const gapCell = __schema.types.find(({ name }) => name === 'GapCell');
    expect(gapCell?.description).toBe('One segment in one region.');
  });
});
