import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestGraph, withBuiltInMap, type TestGraph } from '../support/test-graph.ts';

let graph: TestGraph;

beforeAll(async () => {
  graph = await openTestGraph();
  await withBuiltInMap(graph);
}, 300_000);
afterAll(async () => {
  await graph.close();
});

/**
 * What the loaded graph must hold, typed in from the policy texts, the chain table, the division codes and the counts
 * of the register copy; none of it is worked out by the loader.
 */
const COUNTS: readonly (readonly [string, string, number])[] = [
  ['strategic clusters', 'MATCH (n:Cluster) RETURN count(n) AS n', 20],
  ['pillar clusters', "MATCH (n:Cluster {kind: 'PILLAR'}) RETURN count(n) AS n", 10],
  ['segments', 'MATCH (n:Segment) RETURN count(n) AS n', 61],
  ['segments of level 1', 'MATCH (n:Segment) WHERE n.level = 1 RETURN count(n) AS n', 7],
  ['segments of level 2', 'MATCH (n:Segment) WHERE n.level = 2 RETURN count(n) AS n', 21],
  ['segments of level 3', 'MATCH (n:Segment) WHERE n.level = 3 RETURN count(n) AS n', 24],
  ['segments of level 4', 'MATCH (n:Segment) WHERE n.level = 4 RETURN count(n) AS n', 9],
  ['material feeds between leaves', "MATCH ()-[r:FEEDS]->() WHERE r.kind = 'MATERIAL' RETURN count(r) AS n", 76],
  ['equipment feeds', "MATCH ()-[r:FEEDS]->() WHERE r.kind = 'EQUIPMENT' RETURN count(r) AS n", 24],
  ['auxiliary feeds', "MATCH ()-[r:FEEDS]->() WHERE r.kind = 'AUXILIARY' RETURN count(r) AS n", 19],
  ['service feeds', "MATCH ()-[r:FEEDS]->() WHERE r.kind = 'SERVICE' RETURN count(r) AS n", 10],
  ['loops', "MATCH ()-[r:FEEDS]->() WHERE r.kind = 'LOOP' RETURN count(r) AS n", 1],
  [
    'prefectures of Guangdong',
    "MATCH (n:Region {level: 'PREFECTURE'})-[:WITHIN]->(:Region {code: '440000'}) RETURN count(n) AS n",
    21,
  ],
  [
    'counties of Guangdong',
    "MATCH (n:Region {level: 'COUNTY'})-[:WITHIN]->()-[:WITHIN]->(:Region {code: '440000'}) RETURN count(n) AS n",
    122,
  ],
  ['receiving cities', 'MATCH (n:Region) WHERE n.receiver RETURN count(n) AS n', 15],
  ['distances between prefectures', 'MATCH ()-[r:DISTANCE]->() RETURN count(r) AS n', 210],
  ['measures', "MATCH (n:Measure {kind: 'MEASURE'}) RETURN count(n) AS n", 30],
  ['special actions', "MATCH (n:Measure {kind: 'SPECIAL_ACTION'}) RETURN count(n) AS n", 6],
  [
    'bodies of the clauses',
    "MATCH (:Clause)-[:LED_BY|SUPPORTED_BY]->(d:Department) WHERE d.kind <> 'COLLECTIVE' RETURN count(DISTINCT d) AS n",
    22,
  ],
  [
    'collectives of the clauses',
    "MATCH (:Clause)-[:LED_BY|SUPPORTED_BY]->(d:Department) WHERE d.kind = 'COLLECTIVE' RETURN count(DISTINCT d) AS n",
    3,
  ],
  ['clauses with a lead', 'MATCH (c:Clause) WHERE EXISTS { (c)-[:LED_BY]->() } RETURN count(c) AS n', 28],
  ['clauses with several leads', 'MATCH (c:Clause) WHERE COUNT { (c)-[:LED_BY]->() } > 1 RETURN count(c) AS n', 8],
  [
    'targets of the opinions',
    "MATCH (t:Target) WHERE t.id STARTS WITH 'S23' AND EXISTS { (t)-[:OF]->() } RETURN count(t) AS n",
    18,
  ],
  [
    'targets of the action plan',
    "MATCH (t:Target) WHERE t.id STARTS WITH 'S24' AND EXISTS { (t)-[:OF]->() } RETURN count(t) AS n",
    4,
  ],
  ['targets of 2027', 'MATCH (t:Target) WHERE t.year = 2027 RETURN count(t) AS n', 15],
  ['firm counts', 'MATCH (o:Observation) WHERE o.label IS NOT NULL RETURN count(o) AS n', 148],
  ['firms of the register copy', 'MATCH (o:Observation) WHERE o.label IS NOT NULL RETURN sum(o.value) AS n', 2393],
];

describe('the loaded map holds', () => {
  test.each(COUNTS)('%s', async (_, cypher, expected) => {
    expect(await graph.run(cypher)).toEqual([{ n: expected }]);
  });

  test('each lead as often as the texts name it', async () => {
    const leads = await graph.run(
      'MATCH (:Clause)-[r:LED_BY]->(d:Department) RETURN d.nameZh AS name, count(r) AS leads ORDER BY leads DESC, name',
    );
    expect(Object.fromEntries(leads.map(({ name, leads: n }) => [name, n]))).toEqual({
      省工业和信息化厅: 22,
      省发展改革委: 3,
      省商务厅: 3,
      省市场监管局: 3,
      省人力资源社会保障厅: 2,
      省科技厅: 1,
      省教育厅: 1,
      省财政厅: 1,
      省地方金融监管局: 1,
    });
  });

  test.each([
    // Register part of the table of firms by prefecture and label.
    { region: '445200', segment: 'P0', firms: 34 },
    { region: '445200', segment: 'D', firms: 4 },
    { region: '445200', segment: 'W', firms: 4 },
    // Machinery 2 and accessories 22 of Guangzhou stand at S and S3.
    { region: '440100', segment: 'S', firms: 24 },
    { region: '440100', segment: 'S3', firms: 22 },
    { region: '440000', segment: 'P0', firms: 1378 },
    { region: '440000', segment: 'D', firms: 169 },
  ])('$firms firms of $segment in $region, rolled up', async ({ region, segment, firms }) => {
    const cells = await graph.run(
      'MATCH (:Region {code: $region})-[h:HOSTS]->(:Segment {code: $segment}) RETURN h.firms AS firms, h.state AS state, h.coverage AS coverage',
      { region, segment },
    );
    expect(cells).toEqual([{ firms, state: 'OBSERVED', coverage: 'SAMPLE' }]);
  });

  test('no cell where nothing was seen, and nothing pushed down', async () => {
    const cells = await graph.run(
      "MATCH (:Region {code: '445200'})-[h:HOSTS]->(s:Segment) WHERE h.firms IS NOT NULL RETURN s.code AS code ORDER BY code",
    );
    // Jieyang: dyeing, fibre, garment, knitting and weaving firms, and the ancestors of those segments.
    expect(cells.map(({ code }) => code)).toEqual(['D', 'D1', 'F', 'F2', 'P', 'P0', 'W', 'W1', 'W2']);
  });
});

describe('the indexes find', () => {
  test.each([
    ['search_text', '"印染"', 'Segment', 'D1'],
    ['search_text', '"佛山"', 'Region', '440600'],
    ['search_text', '"工信厅"', 'Department', 'gd-miit'],
    ['search_pinyin', 'foshan', 'Region', '440600'],
    ['search_pinyin', 'fs', 'Region', '440600'],
    ['search_pinyin', '佛山', 'Region', '440600'],
  ])('by %s %s the %s %s', async (index, query, label, key) => {
    const found = await graph.run(
      'CALL db.index.fulltext.queryNodes($index, $query) YIELD node RETURN labels(node)[0] AS label, coalesce(node.code, node.id) AS key',
      { index, query },
    );
    expect(found).toContainEqual({ label, key });
  });

  test('one character, which the cjk analyzer misses, by CONTAINS', async () => {
    const found = await graph.run("MATCH (s:Segment) WHERE s.searchText CONTAINS '布' RETURN s.code AS code");
    expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining(['W12', 'W3']));
  });
});
