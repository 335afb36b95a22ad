import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCypherFiles } from '../../server/store/cypher-files.ts';
import { CYPHER_DIR } from '../support/repository.ts';
import { openTestGraph, withBuiltInMap, type TestGraph } from '../support/test-graph.ts';

const checks = (await loadCypherFiles(CYPHER_DIR)).below('check/');

/** How to break a rule, in a transaction that is rolled back, and the row that the check must then give. */
interface Breach {
  readonly check: string;
  readonly how: string;
  readonly row: Readonly<Record<string, unknown>>;
}

const BREACHES: readonly Breach[] = [
  {
    check: 'node-without-source',
    how: "MATCH (n:Segment {code: 'F11'}) SET n.sources = []",
    row: { label: 'Segment', key: 'F11' },
  },
  {
    check: 'node-without-source',
    how: "MATCH (n:Clause {id: 'S23-M1-C1'}) REMOVE n.sources",
    row: { label: 'Clause', key: 'S23-M1-C1' },
  },
  {
    check: 'relationship-without-source',
    how: "MATCH (:Region {code: '440100'})-[r:WITHIN]->() REMOVE r.sources",
    row: { type: 'WITHIN', start: '440100', finish: '440000' },
  },
  {
    check: 'node-with-unknown-source',
    how: "MATCH (n:Region {code: '440100'}) SET n.receiverSources = ['nobody']",
    row: { label: 'Region', key: '440100', source: 'nobody' },
  },
  {
    check: 'relationship-with-unknown-source',
    how: "MATCH (:Segment {code: 'F11'})-[r:FEEDS]->(:Segment {code: 'W14'}) SET r.sources = r.sources + 'nobody'",
    row: { type: 'FEEDS', start: 'F11', source: 'nobody' },
  },
  {
    check: 'node-evidence-lengths',
    how: "MATCH (n:Measure {id: 'S23-M1'}) SET n.quotes = n.quotes + 'one more'",
    row: { label: 'Measure', key: 'S23-M1' },
  },
  {
    check: 'node-evidence-lengths',
    how: "MATCH (n:Region {code: '440100'}) REMOVE n.receiverPositions",
    row: { label: 'Region', key: '440100' },
  },
  {
    check: 'relationship-evidence-lengths',
    how: "MATCH (:Region {code: '440100'})-[r:DISTANCE]->(:Region {code: '440200'}) SET r.positions = []",
    row: { type: 'DISTANCE', start: '440100', finish: '440200' },
  },
  {
    check: 'node-without-import',
    how: "MATCH (n:Zone {code: 'PRD'}) SET n.importId = 'import-nobody'",
    row: { label: 'Zone', key: 'PRD', importId: 'import-nobody' },
  },
  {
    check: 'relationship-without-import',
    how: "MATCH (:Region {code: '440200'})-[r:IN_ZONE]->(:Zone {code: 'YUEBEI'}) REMOVE r.importId",
    row: { type: 'IN_ZONE', start: '440200', importId: null },
  },
  {
    check: 'date-precision',
    how: "MATCH (n:Source {id: 's24'}) SET n.datePrecision = 'DAY'",
    row: { label: 'Source', key: 's24', date: '2024', precision: 'DAY' },
  },
  {
    check: 'feeds-acyclic',
    // Y1 feeds W11, which feeds D11.
    how: "MATCH (a:Segment {code: 'D11'}), (b:Segment {code: 'Y1'}) CREATE (a)-[:FEEDS {kind: 'MATERIAL'}]->(b)",
    row: { from: 'D11', to: 'Y1' },
  },
  {
    check: 'feeds-acyclic',
    how: "MATCH (:Segment {code: 'V3'})-[r:FEEDS]->(:Segment {code: 'V4'}) SET r.kind = 'MATERIAL'",
    row: { from: 'V3', to: 'V4' },
  },
  {
    check: 'feeds-between-leaves',
    how: "MATCH (a:Segment {code: 'P0'}), (b:Segment {code: 'V2'}) CREATE (a)-[:FEEDS {kind: 'MATERIAL', statedFrom: 'P0', statedTo: 'V2'}]->(b)",
    row: { from: 'P0', to: 'V2' },
  },
  {
    check: 'feeds-between-leaves',
    how: "MATCH (:Segment {code: 'F11'})-[r:FEEDS]->(:Segment {code: 'W14'}) SET r.statedFrom = 'Y'",
    row: { from: 'F11', to: 'W14', statedFrom: 'Y' },
  },
  {
    check: 'feed-values',
    how: "MATCH (:Segment {code: 'F11'})-[r:FEEDS]->(:Segment {code: 'W14'}) SET r.weight = 1.2",
    row: { from: 'F11', to: 'W14', weight: 1.2 },
  },
  { check: 'segment-level', how: "MATCH (n:Segment {code: 'P13'}) SET n.level = 3", row: { code: 'P13', depth: 4 } },
  {
    check: 'segment-level',
    how: "MATCH (:Segment {code: 'P'})-[r:PART_OF]->(:Cluster) DELETE r",
    row: { code: 'P13', depth: null },
  },
  {
    check: 'segment-parent',
    how: "MATCH (a:Segment {code: 'P13'}), (b:Segment {code: 'W1'}) CREATE (a)-[:PART_OF]->(b)",
    row: { code: 'P13', parents: 2 },
  },
  {
    check: 'segment-code',
    how: "MATCH (:Segment {code: 'P13'})-[r:PART_OF]->(), (b:Segment {code: 'W1'}) DELETE r WITH b MATCH (a:Segment {code: 'P13'}) CREATE (a)-[:PART_OF]->(b)",
    row: { code: 'P13', parent: 'W1' },
  },
  {
    check: 'industry-code',
    how: "MATCH (n:Segment {code: 'W11'}) SET n.gbt4754 = ['C17123']",
    row: { code: 'W11', gbt4754: ['C17123'] },
  },
  {
    check: 'industry-code',
    how: "MATCH (n:Segment {code: 'W11'}) SET n.gbt4754Part = ['C1781']",
    row: { code: 'W11', gbt4754Part: ['C1781'] },
  },
  {
    check: 'region-code',
    how: "MATCH (n:Region {code: '440105'}) SET n.code = '440205999'",
    row: { code: '440205999', level: 'COUNTY', parent: '440100' },
  },
  {
    check: 'region-code',
    // A county whose code begins with the digits of another prefecture.
    how: "MATCH (n:Region {code: '440105'}) SET n.code = '440599'",
    row: { code: '440599', parent: '440100' },
  },
  {
    check: 'region-parent',
    how: "MATCH (:Region {code: '440105'})-[r:WITHIN]->() DELETE r",
    row: { code: '440105', parents: 0 },
  },
  {
    check: 'region-parent',
    how: "MATCH (a:Region {code: '440105'}), (b:Region {code: '440106'}) MATCH (a)-[r:WITHIN]->() DELETE r CREATE (a)-[:WITHIN]->(b)",
    row: { code: '440105', parents: 1 },
  },
  {
    check: 'county-counts',
    how: "MATCH (n:Region {code: '440229'}) DETACH DELETE n",
    row: { code: '440200', expected: 10, found: 9 },
  },
  {
    check: 'county-counts',
    how: "MATCH (n:Region {code: '441900'}) DETACH DELETE n",
    row: { code: '441900', expected: 0, found: 0 },
  },
  { check: 'region-location', how: "MATCH (n:Region {code: '440100'}) SET n.lat = 113.2", row: { code: '440100' } },
  { check: 'region-location', how: "MATCH (n:Region {code: '440100'}) REMOVE n.location", row: { code: '440100' } },
  {
    check: 'yearbook-zones',
    how: "MATCH (:Region {code: '441400'})-[r:IN_ZONE {scheme: 'YEARBOOK'}]->() DELETE r",
    row: { code: '441400', zones: 0 },
  },
  {
    check: 'pairing-dates',
    how: "MATCH (:Region {code: '440100'})-[r:PAIRED_WITH]->(:Region {code: '441800'}) SET r.to = '2012'",
    row: { from: '440100', to: '441800', validTo: '2012' },
  },
  {
    check: 'pairing-dates',
    how: "MATCH (:Region {code: '440100'})-[r:PAIRED_WITH]->(:Region {code: '441800'}) REMOVE r.from",
    row: { from: '440100', to: '441800', validFrom: null },
  },
  {
    check: 'distance-values',
    how: "MATCH (:Region {code: '440100'})-[r:DISTANCE]->(:Region {code: '440200'}) SET r.km = 0",
    row: { from: '440100', to: '440200', km: 0 },
  },
  {
    check: 'distance-values',
    how: "MATCH (a:Region {code: '440100'})-[r:DISTANCE]->(b:Region {code: '440200'}) CREATE (b)-[:DISTANCE {km: 1, method: r.method}]->(a)",
    row: { from: '440100', to: '440200' },
  },
  {
    check: 'department-succession',
    how: 'MATCH (a:Department)-[:SUCCEEDED_BY]->(b:Department) WITH a, b ORDER BY a.id LIMIT 1 CREATE (b)-[:SUCCEEDED_BY]->(a)',
    row: {},
  },
  {
    check: 'measure-without-clause',
    how: "MATCH (c:Clause)-[:OF]->(:Measure {id: 'S23-M22'}) DETACH DELETE c",
    row: { id: 'S23-M22' },
  },
  {
    check: 'measure-without-policy',
    how: "MATCH (:Measure {id: 'S24-P3'})-[r:PART_OF]->() DELETE r",
    row: { id: 'S24-P3', policies: 0 },
  },
  {
    check: 'clause-without-role',
    how: "MATCH (:Clause {id: 'S23-M30-C1'})-[r:SUPPORTED_BY]->() DELETE r",
    row: { id: 'S23-M30-C1' },
  },
  {
    check: 'clause-lead',
    // The text of M22 names no lead.
    how: "MATCH (c:Clause {id: 'S23-M22-C1'}), (d:Department {id: 'gd-drc'}) CREATE (c)-[:LED_BY]->(d)",
    row: { id: 'S23-M22-C1', leadExplicit: false, leads: 1 },
  },
  {
    check: 'target-values',
    how: "MATCH (t:Target {id: 'S23-M1-T1'}) SET t.comparator = 'RANGE'",
    row: { id: 'S23-M1-T1' },
  },
  {
    check: 'target-values',
    how: "MATCH (t:Target {id: 'S23-M1-T1'}) SET t.comparator = 'COVERAGE'",
    row: { id: 'S23-M1-T1' },
  },
  { check: 'target-values', how: "MATCH (t:Target {id: 'S23-M1-T1'}) REMOVE t.value", row: { id: 'S23-M1-T1' } },
  { check: 'target-values', how: "MATCH (t:Target {id: 'S23-M1-T1'}) REMOVE t.year", row: { id: 'S23-M1-T1' } },
  {
    check: 'applies-to',
    how: "MATCH (m:Measure {id: 'S23-M5'}), (d:Department {id: 'gd-drc'}) CREATE (m)-[:APPLIES_TO {term: '词', wholeChain: false}]->(d)",
    row: { measure: 'S23-M5', target: 'gd-drc' },
  },
  {
    check: 'applies-to',
    how: "MATCH (m:Measure {id: 'S23-M5'}), (s:Segment {code: 'W3'}) CREATE (m)-[:APPLIES_TO {term: '词', wholeChain: true}]->(s)",
    row: { measure: 'S23-M5', target: 'W3', term: '词' },
  },
  {
    check: 'observation-ends',
    how: "MATCH (:Observation {id: 'firm-count-445200-garment'})-[r:MEASURES]->() DELETE r",
    row: { id: 'firm-count-445200-garment' },
  },
  {
    check: 'observation-ends',
    how: "MATCH (:Observation {id: 'firm-count-445200-garment'})-[r:OF]->() DELETE r",
    row: { id: 'firm-count-445200-garment' },
  },
  {
    check: 'firm-count-coverage',
    how: "MATCH (o:Observation {id: 'firm-count-445200-garment'}) SET o.value = 0",
    row: { id: 'firm-count-445200-garment', value: 0, coverage: 'SAMPLE' },
  },
  {
    check: 'firm-count-coverage',
    how: "MATCH (o:Observation {id: 'firm-count-445200-garment'}) SET o.coverage = 'COMPLETE'",
    row: { id: 'firm-count-445200-garment', coverage: 'COMPLETE' },
  },
  {
    check: 'coverage-source',
    how: "MATCH (:Coverage {id: 'register-copy'})-[r:STATED_BY]->() DELETE r",
    row: { id: 'register-copy' },
  },
  {
    check: 'coverage-source',
    how: "MATCH (:Coverage {id: 'register-copy'})-[r:COVERS]->(:Segment) DELETE r",
    row: { id: 'register-copy' },
  },
  {
    check: 'hosts-values',
    how: "MATCH (:Region {code: '445200'})-[h:HOSTS]->(:Segment {code: 'P0'}) SET h.firms = 0",
    row: { region: '445200', segment: 'P0', firms: 0 },
  },
  {
    check: 'hosts-values',
    how: "MATCH (:Region {code: '445200'})-[h:HOSTS]->(:Segment {code: 'P0'}) REMOVE h.firms",
    row: { region: '445200', segment: 'P0', state: 'OBSERVED' },
  },
  {
    check: 'hosts-recount-counts',
    how: "MATCH (o:Observation {id: 'firm-count-445200-garment'}) SET o.value = 35",
    // 1,378 garment, 22 home textile and 18 technical textile firms in the whole sample, and one more.
    row: { region: '440000', segment: 'P', counted: 1419, held: 1418 },
  },
  {
    check: 'hosts-recount-counts',
    // Pushed down: nobody counted woven apparel.
    how: "MATCH (r:Region {code: '445200'}), (s:Segment {code: 'P1'}) MERGE (r)-[h:HOSTS]->(s) SET h.firms = 34",
    row: { region: '445200', segment: 'P1', counted: 0, held: 34 },
  },
  {
    check: 'hosts-recount-counts',
    how: "MATCH (:Region {code: '445200'})-[h:HOSTS]->(:Segment {code: 'P0'}) DELETE h",
    row: { region: '445200', segment: 'P0', counted: 34, held: null },
  },
  {
    check: 'hosts-recount-firms',
    how: "MATCH (f:Firm {id: 'cn-000782'})-[r:OPERATES_IN]->(:Segment {code: 'F23'}) DELETE r",
    row: { region: '440705', segment: 'F23', counted: 0, held: 1 },
  },
  {
    check: 'hosts-recount-firms',
    how: "MATCH (:Region {code: '440705'})-[h:HOSTS]->(:Segment {code: 'F23'}) DELETE h",
    row: { region: '440705', segment: 'F23', counted: 1, held: null },
  },
  {
    check: 'firm-credit-code',
    // The last character of a code that fits is 9 + 0 = Y here; any other breaks it.
    how: "MATCH (f:Firm {id: 'cn-000045'}) SET f.uscc = '91440300192173749X'",
    row: { id: 'cn-000045', uscc: '91440300192173749X' },
  },
  {
    check: 'firm-credit-code',
    how: "MATCH (f:Firm {id: 'cn-000045'}) SET f.uscc = '9144030019217374'",
    row: { id: 'cn-000045' },
  },
  { check: 'firm-name', how: "MATCH (f:Firm {id: 'cn-000045'}) REMOVE f.nameZh, f.nameEn", row: { id: 'cn-000045' } },
  {
    check: 'firm-name',
    how: "MATCH (:Firm {id: 'cn-000782'})-[r:OPERATES_IN]->() REMOVE r.method",
    row: { id: 'cn-000782' },
  },
  {
    check: 'search-properties',
    how: "MATCH (n:Park {id: 'park-shantou-chaonan'}) REMOVE n.searchPinyin",
    row: { label: 'Park', key: 'park-shantou-chaonan' },
  },
  {
    check: 'target-list-name',
    how: `${savedList(['cn-600220'])} SET list.name = '  '`,
    row: { id: 'saved', name: '  ' },
  },
  {
    check: 'target-list-name',
    how: `${savedList(['cn-600220'])} REMOVE list.revision`,
    row: { id: 'saved' },
  },
  {
    check: 'target-list-positions',
    how: `${savedList(['cn-600220', 'cn-000045'])} SET entry.position = 1`,
    row: { id: 'saved', firms: 2, positions: [1, 1] },
  },
  {
    check: 'listed-firms',
    how: `${savedList(['cn-600220'])} REMOVE entry.firmName`,
    row: { id: 'saved/cn-600220', firm: 'cn-600220' },
  },
  {
    check: 'listed-firms',
    how: `${savedList(['cn-600220'])} DELETE tie`,
    row: { id: 'saved/cn-600220', lists: 1 },
  },
  {
    check: 'listed-firms',
    how: `${savedList(['cn-600220'])} DETACH DELETE list`,
    row: { id: 'saved/cn-600220', lists: 0 },
  },
  { check: 'current-release', how: 'MATCH (r:Release) SET r.current = false', row: { current: 0 } },
  { check: 'current-release', how: "CREATE (:Release {id: 'second', current: true})", row: { current: 2 } },
  { check: 'current-release', how: "MATCH (i:Import) SET i.state = 'RUNNING'", row: { current: 1, finished: 0 } },
];

/** A list that keeps all rules, with these firms; `list`, `entry` and `tie` can be changed after it. */
function savedList(firms: readonly string[]): string {
  return `CREATE (list:TargetList {id: 'saved', name: 'A', region: '445100', segment: 'W1', revision: 1, releaseId: 'r',
      createdAt: datetime(), updatedAt: datetime()})
    WITH list UNWIND range(1, ${firms.length}) AS position
    MATCH (firm:Firm {id: [${firms.map((firm) => `'${firm}'`).join(', ')}][position - 1]})
    CREATE (list)-[:HOLDS]->(entry:ListedFirm {id: 'saved/' + firm.id, firm: firm.id, firmName: firm.nameZh,
      position: position, releaseId: 'r', addedAt: datetime()})-[tie:IS]->(firm)
    WITH list, entry, tie`;
}

let graph: TestGraph;

beforeAll(async () => {
  graph = await openTestGraph();
  await withBuiltInMap(graph);
}, 300_000);
afterAll(async () => {
  await graph.close();
});

const textOf = (check: string): string => graph.files.get(`check/${check}`).text;

describe('the map that ships keeps every rule', () => {
  test.each(checks.map(({ name, header }) => ({ name, purpose: header.purpose })))(
    '$name: $purpose',
    async ({ name }) => {
      const rows = await graph.graph.read(
        name,
        {},
        {
          signal: new AbortController().signal,
          requestId: 'test',
          operation: 'check',
          timeoutMs: 30_000,
        },
      );
      expect(rows).toEqual([]);
    },
  );
});

describe('a check sees the breach of its rule', () => {
  test.each(BREACHES)('$check: $how', async ({ check, how, row }) => {
    await graph.inVain(async (run) => {
      await run(how);
      const rows = await run(textOf(check));
      expect(rows).toContainEqual(expect.objectContaining(row));
    });
    expect(await graph.run(textOf(check))).toEqual([]);
  });

  test('every check has at least one breach here', () => {
    const tried = new Set(BREACHES.map(({ check }) => `check/${check}`));
    expect(checks.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });
});
