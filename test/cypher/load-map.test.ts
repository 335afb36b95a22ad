import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import type { InputFile } from '../../server/domain/imports/csv-table.ts';
import { readDataMap } from '../../server/domain/imports/data-map.ts';
import { BUILT_IN, loadBuiltInMap, loadMap, readSeedFiles, type LoadReport } from '../../server/store/load-map.ts';
import { mapFingerprint, type MapFingerprint } from '../support/map-fingerprint.ts';
import { REPOSITORY, SEED_DIR } from '../support/repository.ts';
import { clearData, migrateAll, never, openTestGraph, withBuiltInMap, type TestGraph } from '../support/test-graph.ts';

const NOW = new Date('2026-11-22T15:59:00Z');
const NO_CHANGE = { created: 0, changed: 0, removed: 0 };

// Half a minute is not enough for a first load while the machine does other things.
vi.setConfig({ testTimeout: 180_000 });

let graph: TestGraph;
let seed: readonly InputFile[];
let ids = 0;

const options = () => ({
  graph: graph.graph,
  now: () => NOW,
  newId: () => `test-${(ids += 1)}`,
  signal: never(),
});
const load = (files: readonly InputFile[] = seed): Promise<LoadReport> =>
  loadMap(readDataMap(files, BUILT_IN), BUILT_IN, options());

/** The seed with the text of one file changed; fails when the change does not apply. */
function edited(name: string, change: (text: string) => string): readonly InputFile[] {
  return seed.map((file) => {
    if (file.name !== name) return file;
    const text = change(file.text);
    if (text === file.text) throw new Error(`the edit of ${name} changes nothing`);
    return { name, text };
  });
}

/** Kinds that a plan touches, with their counts. */
const touched = ({ kinds }: LoadReport) =>
  Object.fromEntries(
    kinds
      .filter(({ created, changed, removed }) => created.length + changed.length + removed.length > 0)
      .map(({ kind, created, changed, removed }) => [kind, { created, changed, removed }]),
  );

beforeAll(async () => {
  graph = await openTestGraph();
  await migrateAll(graph);
  seed = await readSeedFiles(SEED_DIR);
});
afterAll(async () => {
  await withBuiltInMap(graph);
  await graph.close();
});

describe('loading the map that ships', () => {
  test('twice writes once: the second load creates, changes and removes nothing and keeps the release', async () => {
    await clearData(graph);
    const started = performance.now();
    const first = await loadBuiltInMap({ ...options(), seedDir: SEED_DIR });
    console.log(
      `loading the built-in map: ${first.counts.created} facts in ${Math.round(performance.now() - started)} ms ` +
        '(bar: 10 s on two free cores)',
    );
    expect(first.counts).toMatchObject({ changed: 0, removed: 0, unchanged: 0 });
    expect(first.release?.id).toBe(`2026-11-22.${first.checksum.slice(0, 8)}`);

    const before = await mapFingerprint(graph);
    const second = await loadBuiltInMap({
      ...options(),
      now: () => new Date('2027-01-01T00:00:00Z'),
      seedDir: SEED_DIR,
    });
    expect(second.counts).toEqual({ ...NO_CHANGE, unchanged: first.counts.created });
    expect(second.release).toEqual(first.release);
    expect(second.importId).toBeNull();
    expect(await mapFingerprint(graph)).toEqual(before);
  });

  test('writes each planned fact, and what it says of the import holds', async () => {
    await withBuiltInMap(graph);
    const [state] = await graph.run(
      `MATCH (r:Release {current: true})-[:MADE_BY]->(i:Import)
       RETURN r.importId = i.id AS same, i.state AS state, i.checksum = r.checksum AS sameMap`,
    );
    expect(state).toEqual({ same: true, state: 'DONE', sameMap: true });
  });

  test('does not depend on the order of rows and files', () => {
    const reordered = [...seed].reverse().map(({ name, text }) => {
      // Rows without line breaks inside cells can be turned round as lines.
      const [header = '', ...rows] = text.trimEnd().split('\n');
      return { name, text: `${[header, ...rows.reverse()].join('\n')}\n` };
    });
    expect(readDataMap(reordered, BUILT_IN).checksum).toBe(readDataMap(seed, BUILT_IN).checksum);
  });
});

describe('a change of the files', () => {
  beforeEach(async () => {
    await load();
  });

  test('of one word changes exactly that fact, makes a release, and can be taken back', async () => {
    const before = await mapFingerprint(graph);
    const changed = await load(
      edited('clusters.csv', (text) => text.replace(',Smart home appliances,', ',Smart appliances,')),
    );
    expect(touched(changed)).toEqual({ clusters: { created: [], changed: ['appliances'], removed: [] } });
    expect((await mapFingerprint(graph)).sha256).not.toBe(before.sha256);
    const current = await graph.run('MATCH (r:Release {current: true}) RETURN r.id AS id');
    expect(current).toEqual([{ id: changed.release?.id }]);

    const back = await load();
    expect(touched(back)).toEqual({ clusters: { created: [], changed: ['appliances'], removed: [] } });
    expect(await mapFingerprint(graph)).toEqual(before);
  });

  test('of one firm count changes the observation and the cells above it, and no other', async () => {
    const report = await load(edited('firm-counts.csv', (text) => text.replace(/^(445200,garment,P0),34,/m, '$1,35,')));
    expect(touched(report)).toEqual({
      observations: { created: [], changed: ['firm-count-445200-garment'], removed: [] },
      hosts: { created: [], changed: ['440000>P', '440000>P0', '445200>P', '445200>P0'], removed: [] },
    });
    const cells = await graph.run(
      `MATCH (r:Region)-[h:HOSTS]->(s:Segment {code: 'P0'}) WHERE r.code IN ['445200', '440000']
       RETURN r.code AS region, h.firms AS firms ORDER BY region`,
    );
    // 1,378 garment firms in the whole sample.
    expect(cells).toEqual([
      { region: '440000', firms: 1379 },
      { region: '445200', firms: 35 },
    ]);
  });

  test('that takes a row away removes its facts and nothing else', async () => {
    const report = await load(edited('firm-counts.csv', (text) => text.replace(/^441400,washing,D2,.*\n/m, '')));
    // Nothing else is known of D2 in that city; D there keeps its dyeing firm, the province its other cities.
    expect(touched(report)).toEqual({
      observations: { created: [], changed: [], removed: ['firm-count-441400-washing'] },
      hosts: { created: [], changed: ['440000>D', '440000>D2', '441400>D'], removed: ['441400>D2'] },
    });
  });

  test('that takes a whole tree away removes it from the leaves up', async () => {
    const extra =
      'ZZ,测试环节,Test segment,,light-textile,1,,,false,,,chain-model,,\nZZ1,测试子环节,Test part,ZZ,,2,,,false,,,chain-model,,\n';
    const created = await load(edited('segments.csv', (text) => text + extra));
    expect(touched(created)).toEqual({ segments: { created: ['ZZ', 'ZZ1'], changed: [], removed: [] } });
    expect(touched(await load())).toEqual({ segments: { created: [], changed: [], removed: ['ZZ', 'ZZ1'] } });
  });

  test('that moves a unified code from one firm to another is written in one import', async () => {
    const moved = edited('firms.csv', (text) => {
      const [header = '', ...rows] = text.trimEnd().split('\n');
      const from = rows.findIndex((row) => row.includes('91440300192173749Y'));
      const to = rows.findIndex((row) => row.startsWith('cn-000782,'));
      rows[from] = (rows[from] ?? '').replace('91440300192173749Y', '');
      rows[to] = (rows[to] ?? '').replace(',,000782,', ',91440300192173749Y,000782,');
      // The firm that takes the code over stands first, so it is written while the other would still hold it.
      return `${[header, rows[to], ...rows.filter((_, index) => index !== to)].join('\n')}\n`;
    });
    const report = await load(moved);
    expect(touched(report)).toEqual({ firms: { created: [], changed: ['cn-000045', 'cn-000782'], removed: [] } });
    expect(await graph.run("MATCH (f:Firm {uscc: '91440300192173749Y'}) RETURN f.id AS id")).toEqual([
      { id: 'cn-000782' },
    ]);
  });

  test('is only planned by a dry run', async () => {
    const before = await mapFingerprint(graph);
    const files = edited('clusters.csv', (text) => text.replace(',Smart home appliances,', ',Smart appliances,'));
    const plan = await loadMap(readDataMap(files, BUILT_IN), BUILT_IN, { ...options(), dryRun: true });
    expect(touched(plan)).toEqual({ clusters: { created: [], changed: ['appliances'], removed: [] } });
    expect(await mapFingerprint(graph)).toEqual(before);
    expect(touched(await load(files))).toEqual(touched(plan));
  });

  test('leaves facts of another origin alone, and refuses to remove what they hang on', async () => {
    await graph.run(
      `MATCH (r:Region {code: '445200'})
       CREATE (:Firm {id: 'own-1', nameZh: '自有企业', origin: 'user'})-[:LOCATED_IN {factKey: 'own', origin: 'user'}]->(r)`,
    );
    try {
      expect((await load()).counts).toMatchObject(NO_CHANGE);
      const extra = 'ZZ,测试环节,Test segment,,light-textile,1,,,false,,,chain-model,,\n';
      await load(edited('segments.csv', (text) => text + extra));
      await graph.run(
        `MATCH (f:Firm {id: 'own-1'}), (s:Segment {code: 'ZZ'}) CREATE (f)-[:OPERATES_IN {factKey: 'own', origin: 'user'}]->(s)`,
      );
      await expect(load()).rejects.toMatchObject({ code: 'CONFLICT', where: 'segments' });
      expect(await graph.run("MATCH (:Firm {id: 'own-1'})-[]->(end) RETURN count(end) AS ends")).toEqual([{ ends: 2 }]);
    } finally {
      await graph.run("MATCH (f:Firm {id: 'own-1'}) DETACH DELETE f");
    }
    expect(touched(await load())).toEqual({ segments: { created: [], changed: [], removed: ['ZZ'] } });
  });

  test('with a bad row writes nothing at all', async () => {
    const before = await mapFingerprint(graph);
    const bad = edited('feeds.csv', (text) => `${text}F99,W14,MATERIAL,,,,chain-model,,\n`);
    await expect((async () => load(bad))()).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      rows: [{ file: 'feeds.csv', column: 'from', value: 'F99', rule: 'no row of segments has this key' }],
    });
    expect(await mapFingerprint(graph)).toEqual(before);
  });
});

describe('an import that is cut off', () => {
  let whole: MapFingerprint;

  beforeAll(async () => {
    await load();
    whole = await mapFingerprint(graph);
  });
  beforeEach(async () => {
    await clearData(graph);
  });

  const cutOff = {
    'by killing the process': () => killedLoad('clause-roles'),
    'by an abort after the last batch': () => abortedLoad('hosts'),
  };

  test.each(Object.entries(cutOff))('%s goes on from the last committed batch to the same graph', async (_, cut) => {
    await cut();
    const [left] = await graph.run('MATCH (i:Import) RETURN i.id AS id, i.state AS state');
    expect(left?.['state']).toBe('RUNNING');
    expect(await graph.run('MATCH (r:Release) RETURN r.id AS id')).toEqual([]);

    const resumed = await load();
    expect(resumed).toMatchObject({ resumed: true, importId: left?.['id'] });
    // What was committed before the cut is not written again.
    expect(resumed.kinds.find(({ kind }) => kind === 'clause-roles')).toMatchObject({ created: [], unchanged: 169 });
    expect(await mapFingerprint(graph)).toEqual(whole);
    const imports = await graph.run('MATCH (f) WHERE f.importId IS NOT NULL RETURN DISTINCT f.importId AS id');
    expect(imports).toEqual([{ id: left?.['id'] }]);
  });

  test('and is followed by other files is given up, not mixed with them', async () => {
    await abortedLoad('clusters');
    const files = edited('clusters.csv', (text) => text.replace(',Smart home appliances,', ',Smart appliances,'));
    const report = await load(files);
    expect(report.resumed).toBe(false);
    expect(report.kinds.find(({ kind }) => kind === 'clusters')).toMatchObject({
      changed: ['appliances'],
      unchanged: 19,
    });
    const states = await graph.run('MATCH (i:Import) RETURN i.state AS state ORDER BY state');
    expect(states).toEqual([{ state: 'ABANDONED' }, { state: 'DONE' }]);
    expect((await load(files)).counts).toMatchObject(NO_CHANGE);
  });
});

/** Loads until a batch of this kind is committed, then aborts. */
async function abortedLoad(kind: string): Promise<void> {
  const abort = new AbortController();
  const loading = loadMap(readDataMap(seed, BUILT_IN), BUILT_IN, {
    ...options(),
    signal: abort.signal,
    report: (progress) => {
      if (progress.kind === kind) abort.abort();
    },
  });
  await expect(loading).rejects.toThrow('This operation was aborted');
}

/** Loads in a process of its own, which is killed (SIGKILL) as soon as a batch of this kind is committed. */
async function killedLoad(kind: string): Promise<void> {
  const { uri, user, password, database } = inject('neo4j');
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(REPOSITORY, 'test', 'support', 'load-map-command.ts')],
    {
      cwd: REPOSITORY,
      env: { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.includes(`${kind} `)) child.kill('SIGKILL');
  });
  const signal = await new Promise<string | null>((resolve) => {
    child.on('exit', (_, by) => {
      resolve(by);
    });
  });
  expect(signal).toBe('SIGKILL');
}
