import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const STAMP = 'build-stamp.txt';

/** What the built page depends on, besides the versions in the lock file. */
const INPUTS = ['web', 'package-lock.json', 'server/graphql/schema'] as const;
const LEFT_OUT = new Set(['dist', 'node_modules', 'screenshots']);

/**
 * Builds the page into web/dist unless it was built from exactly these files. The content counts, not the time stamps:
 * a fresh clone has new time stamps everywhere.
 *
 * @returns true when it was built now
 */
export async function buildPageIfStale(projectDir: string, report: (line: string) => void): Promise<boolean> {
  const stampFile = join(projectDir, 'web', 'dist', STAMP);
  const fingerprint = await fingerprintOf(projectDir);
  const built = await readFile(stampFile, 'utf8').catch(() => null);
  if (built === fingerprint) return false;
  report('Building the page (once, about ten seconds) ...');
  const { build } = await import('vite');
  await build({ configFile: join(projectDir, 'web', 'vite.config.ts'), logLevel: 'warn' });
  await writeFile(stampFile, fingerprint);
  return true;
}

async function fingerprintOf(projectDir: string): Promise<string> {
  const hash = createHash('sha256');
  for (const input of INPUTS) {
    for (const file of await filesBelow(join(projectDir, input))) {
      hash
        .update(relative(projectDir, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesBelow(path: string): Promise<readonly string[]> {
  const info = await stat(path).catch(() => null);
  if (info === null) return [];
  if (info.isFile()) return [path];
  const names = (await readdir(path)).filter((name) => !LEFT_OUT.has(name)).sort();
  const nested = await Promise.all(names.map((name) => filesBelow(join(path, name))));
  return nested.flat();
}
