import { constants } from 'node:fs';
import { cp, mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultCacheDir } from '../../server/neo4j-local/cache-folder.ts';
import { ensureJava } from '../../server/neo4j-local/ensure-java.ts';
import { ensureJars } from '../../server/neo4j-local/fetch-jars.ts';
import type { FetchContext } from '../../server/neo4j-local/fetch-jars.ts';
import type { Flavour } from '../../server/neo4j-local/flavours.ts';
import { thisHost } from '../../server/neo4j-local/install-packages.ts';
import { findJarFaults, readJarSums } from '../../server/neo4j-local/verify-jars.ts';

/** Maven takes 5 to 10 s when it has the jars in its own repository, and up to a minute when it has not. */
const FETCH_TIMEOUT_MS = 300_000;

describe('the cache of jars', { concurrent: false }, () => {
  const lines: string[] = [];
  let cacheDir: string;
  let context: FetchContext;
  let flavour: Flavour;
  let lib: string;

  beforeAll(async () => {
    const shared = { host: await thisHost(), env: process.env, signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) };
    const report = (line: string): void => void lines.push(line);
    const found = await ensureJava(undefined, { ...shared, report });
    flavour = found.flavour;
    const good = await ensureJars(flavour, {
      ...shared,
      report,
      java: found.java,
      cacheDir: defaultCacheDir(process.env),
    });
    cacheDir = await mkdtemp(join(tmpdir(), 'yuelian-jars-'));
    lib = join(cacheDir, flavour.version, 'lib');
    await cp(good, lib, { recursive: true, mode: constants.COPYFILE_FICLONE });
    context = { ...shared, report, java: found.java, cacheDir };
  }, FETCH_TIMEOUT_MS);
  afterAll(() => rm(cacheDir, { recursive: true, force: true }));

  it('is used as it is when every sum matches, without Maven', async () => {
    lines.length = 0;
    expect(await ensureJars(flavour, { ...context, env: { PATH: '/nowhere' } })).toBe(lib);
    expect(lines).toEqual([]);
  });

  it(
    'with one changed byte, one missing and one foreign jar is fetched again, and nothing half done is left',
    async () => {
      const sums = await readJarSums(flavour);
      const [damaged, missing] = [...sums.keys()];
      if (damaged === undefined || missing === undefined) throw new Error('the list of sums is empty');
      const file = await open(join(lib, damaged), 'r+');
      const { buffer } = await file.read(Buffer.alloc(1), 0, 1, 100);
      await file.write(Buffer.from([(buffer[0] ?? 0) ^ 0xff]), 0, 1, 100);
      await file.close();
      await rm(join(lib, missing));
      await writeFile(join(lib, 'foreign.jar'), 'not of Neo4j');
      expect(new Set(await findJarFaults(lib, sums))).toEqual(
        new Set([`damaged ${damaged}`, `missing ${missing}`, 'unexpected foreign.jar']),
      );

      lines.length = 0;
      expect(await ensureJars(flavour, context)).toBe(lib);
      expect(await findJarFaults(lib, sums)).toEqual([]);
      expect(lines[0]).toContain('The cached jars are damaged');
      expect(await readdir(join(cacheDir, flavour.version))).toEqual(['lib']);
    },
    FETCH_TIMEOUT_MS,
  );

  it('that is empty on a computer without Maven gives one clear message', async () => {
    const host = { platform: 'linux' as const, userId: 1000, osRelease: 'ID=fedora\n' };
    await expect(
      ensureJars(flavour, { ...context, host, cacheDir: join(cacheDir, 'empty'), env: { PATH: '/nowhere' } }),
    ).rejects.toMatchObject({
      code: 'ENVIRONMENT',
      message: expect.stringContaining('sudo apt-get install maven') as string,
    });
  });
});
