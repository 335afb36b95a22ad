import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCypherFiles, parseCypherFile } from '../../server/store/cypher-files.ts';

const file = (lines: Readonly<Record<string, string>>, statement: string): string =>
  [...Object.entries(lines).map(([key, value]) => `// ${key}: ${value}`), statement, ''].join('\n');

const GOOD = { purpose: 'Regions by code.', parameters: '$codes LIST<STRING>', columns: 'code STRING', budget: '120' };
const STATEMENT = 'MATCH (r:Region) WHERE r.code IN $codes RETURN r.code AS code';

describe('the header of a Cypher file', () => {
  it('is read: purpose, parameter and column types, budget', () => {
    const { header } = parseCypherFile('read/regions/by-codes', file(GOOD, STATEMENT));
    expect(header.purpose).toBe('Regions by code.');
    expect([...header.parameters]).toEqual([['codes', { list: { scalar: 'STRING' } }]]);
    expect([...header.columns]).toEqual([['code', { scalar: 'STRING' }]]);
    expect(header.budget).toBe(120);
  });

  it('may go on in the next comment line', () => {
    const text = `// purpose: p\n// parameters: $a STRING,\n//   $b LIST<LIST<INTEGER>>\n// columns: none\nRETURN $a, $b`;
    expect([...parseCypherFile('load/x', text).header.parameters.keys()]).toEqual(['a', 'b']);
  });

  it.each([
    ['comments', 'MATCH (n) // costs $5\n/* and $6 */ RETURN n.code AS code'],
    ['strings', `MATCH (n) WHERE n.name = 'US$a' OR n.name = "it\\"s $b" RETURN n.code AS code`],
    ['quoted names', 'MATCH (n:`$Label`) RETURN n.code AS code'],
  ])('does not take a dollar sign in %s for a parameter', (_case, statement) => {
    expect(() => parseCypherFile('read/x', file({ ...GOOD, parameters: 'none' }, statement))).not.toThrow();
  });

  it('does not take a double slash or a semicolon in a string for a comment or an end', () => {
    const statement = `WITH 'http://x; y' AS u MATCH (n) WHERE n.code IN $codes RETURN u + n.code AS code;`;
    expect(() => parseCypherFile('read/x', file(GOOD, statement))).not.toThrow();
  });

  it.each<[string, string, string]>([
    ['a parameter used but not declared', file({ ...GOOD, parameters: 'none' }, STATEMENT), 'uses $codes without'],
    [
      'a parameter declared but not used',
      file({ ...GOOD, parameters: '$codes LIST<STRING>, $limit INTEGER' }, STATEMENT),
      'declares $limit in its header without using it',
    ],
    ['a parameter declared twice', file({ ...GOOD, parameters: '$codes STRING, $codes STRING' }, STATEMENT), 'twice'],
    ['an unknown type', file({ ...GOOD, parameters: '$codes LIST<TEXT>' }, STATEMENT), 'declares the type TEXT'],
    [
      'a parameter without its dollar sign',
      file({ ...GOOD, parameters: 'codes STRING' }, STATEMENT),
      'not "name TYPE"',
    ],
    ['no purpose', file({ parameters: 'none', columns: 'none', budget: '0' }, 'RETURN 1'), 'no "// purpose:" line'],
    [
      'no parameters line',
      file({ purpose: 'p', columns: 'none', budget: '0' }, 'RETURN 1'),
      'no "// parameters:" line',
    ],
    ['no columns line', file({ purpose: 'p', parameters: 'none', budget: '0' }, 'RETURN 1'), 'no "// columns:" line'],
    ['no budget on a read', file({ purpose: 'p', parameters: 'none', columns: 'none' }, 'RETURN 1'), 'no "// budget:"'],
    ['a budget that is no number', file({ ...GOOD, budget: 'small' }, STATEMENT), 'has the budget "small"'],
    ['a line said twice', `// purpose: a\n// purpose: b\nRETURN 1`, 'has two "// purpose:" lines'],
    ['no header', 'RETURN 1', 'no "// purpose:" line'],
    ['no statement', file({ ...GOOD, parameters: 'none' }, '/* only a comment */'), 'holds no statement'],
    ['two statements', file(GOOD, `${STATEMENT};\n${STATEMENT}`), 'holds more than one statement'],
  ])('with %s is refused, and the error names the file', (_case, text, message) => {
    let error: unknown;
    try {
      parseCypherFile('read/regions/by-codes', text);
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', where: 'cypher/read/regions/by-codes.cypher' });
    expect((error as Error).message).toContain(message);
  });
});

describe('a folder of Cypher files', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yuelian-cypher-'));
    await mkdir(join(folder, 'read', 'regions'), { recursive: true });
    await mkdir(join(folder, 'schema'));
    await writeFile(join(folder, 'read', 'regions', 'by-codes.cypher'), file(GOOD, STATEMENT));
    const migration = { purpose: 'p', parameters: 'none', columns: 'none' };
    for (const name of ['010-b', '002-a']) {
      await writeFile(
        join(folder, 'schema', `${name}.cypher`),
        file(migration, 'CREATE INDEX x IF NOT EXISTS FOR (n:X) ON n.y'),
      );
    }
    await writeFile(join(folder, 'schema', 'notes.csv'), 'not,cypher');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is keyed by path, listed in the order of names, and leaves other files alone', async () => {
    const files = await loadCypherFiles(folder);
    expect(files.get('read/regions/by-codes').text).toContain(STATEMENT);
    expect(files.below('schema/').map(({ name }) => name)).toEqual(['schema/002-a', 'schema/010-b']);
    expect(() => files.get('read/regions/by-name')).toThrow('There is no Cypher file read/regions/by-name.');
  });

  it('does not load when one header does not fit', async () => {
    await writeFile(join(folder, 'schema', '011-c.cypher'), 'RETURN $x');
    await expect(loadCypherFiles(folder)).rejects.toThrow('cypher/schema/011-c.cypher');
  });
});

describe('the Cypher files of the project', () => {
  it('all fit their headers', async () => {
    const folder = join(import.meta.dirname, '..', '..', 'cypher');
    const onDisk = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.cypher'));
    expect((await loadCypherFiles(folder)).below('')).toHaveLength(onDisk.length);
    expect(onDisk.length).toBeGreaterThan(0);
  });
});
