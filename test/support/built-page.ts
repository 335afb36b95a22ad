import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { REPOSITORY } from './repository.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the page as built for the browser tests, with `window.__graph`. */
    builtPage: string;
  }
}

/** Takes some seconds alone, more on a busy computer. */
const BUILD_DEADLINE_MS = 120_000;

/** Builds the page once for the run, into a folder that is taken away at the end; web/dist stays as it is. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'yuelian-test-page-'));
  const vite = join(REPOSITORY, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join(REPOSITORY, 'web', 'vite.config.ts');
  // A process of its own: the test runner's NODE_ENV would make Vue's development build of it.
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '--config', config, '--mode', 'test', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'],
    { cwd: REPOSITORY, env: { ...process.env, NODE_ENV: 'production' }, timeout: BUILD_DEADLINE_MS },
  );
  project.provide('builtPage', folder);
  return () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
