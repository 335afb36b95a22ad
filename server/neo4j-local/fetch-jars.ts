import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../domain/app-error.ts';
import type { Environment } from './environment.ts';
import type { Java } from './find-java.ts';
import type { Flavour } from './flavours.ts';
import type { Host } from './install-packages.ts';
import { findOnPath, installPackages } from './install-packages.ts';
import { runCommand } from './run-command.ts';
import type { JarSums } from './verify-jars.ts';
import { findJarFaults, readJarSums } from './verify-jars.ts';

export interface FetchContext {
  readonly cacheDir: string;
  readonly java: Java;
  readonly host: Host;
  readonly env: Environment;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
}

/** About 150 MB; measured 20 to 40 s on a fast line, so this leaves room for a slow one. */
const FETCH_DEADLINE_MS = 900_000;
/** How often a running fetch says how far it is. */
const PROGRESS_INTERVAL_MS = 5_000;

/**
 * The folder with exactly the jars of the flavour. A folder that is there is checked against the committed sums; when it
 * is missing or damaged the jars are fetched with Maven, checked, and put in place in one step, so that a fetch that is
 * cut off leaves nothing half done. Fails with ENVIRONMENT when Maven is missing or cannot fetch.
 */
export async function ensureJars(flavour: Flavour, context: FetchContext): Promise<string> {
  const cache = join(context.cacheDir, flavour.version);
  const lib = join(cache, 'lib');
  const sums = await readJarSums(flavour);
  const faults = await findJarFaults(lib, sums);
  if (faults.length === 0) return lib;
  if (faults.length < sums.size) {
    context.report(`The cached jars are damaged (${summary(faults)}); fetching them again.`);
  }
  const maven = await ensureMaven(context);
  await mkdir(cache, { recursive: true });
  const partial = join(cache, `partial-${process.pid}`);
  try {
    // Maven's own repository may hold a damaged jar too, so the second attempt starts from an empty one.
    const attempts = [[], [`-Dmaven.repo.local=${join(partial, 'repository')}`]];
    let left: readonly string[] = [];
    for (const extra of attempts) {
      await rm(partial, { recursive: true, force: true });
      const fetched = join(partial, 'lib');
      await mkdir(fetched, { recursive: true });
      await runMaven(maven, flavour, fetched, extra, sums, context);
      left = await findJarFaults(fetched, sums);
      if (left.length === 0) {
        await putInPlace(fetched, lib, sums);
        context.report(`Fetched ${sums.size} jars of Neo4j ${flavour.version}; all sums match.`);
        return lib;
      }
      context.report(`What Maven fetched does not match the sums (${summary(left)}).`);
    }
    throw new AppError(
      'ENVIRONMENT',
      `The jars of Neo4j ${flavour.version} that Maven fetched do not match the sums that the project lists ` +
        `(${summary(left)}). Check which package source Maven is set to use (settings.xml), then start again.`,
      lib,
    );
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** A rename replaces the old folder; when another start was quicker and its folder is good, that one is kept. */
async function putInPlace(fetched: string, lib: string, sums: JarSums): Promise<void> {
  if ((await findJarFaults(lib, sums)).length === 0) return;
  await rm(lib, { recursive: true, force: true });
  try {
    await rename(fetched, lib);
  } catch (error) {
    if ((await findJarFaults(lib, sums)).length > 0) throw error;
  }
}

async function ensureMaven(context: FetchContext): Promise<string> {
  const found = await findOnPath('mvn', context.env);
  if (found !== undefined) return found;
  context.report('No Maven found.');
  if (await installPackages(['maven'], context)) {
    const installed = await findOnPath('mvn', context.env);
    if (installed !== undefined) return installed;
  }
  throw new AppError(
    'ENVIRONMENT',
    'Maven (mvn) is needed once, to fetch the local Neo4j, and is not on PATH. Install it (Debian, Ubuntu: sudo apt-get ' +
      'install maven; macOS: brew install maven), or set NEO4J_URI to use a Neo4j that runs elsewhere.',
    'PATH',
  );
}

async function runMaven(
  maven: string,
  flavour: Flavour,
  outputFolder: string,
  extra: readonly string[],
  sums: JarSums,
  context: FetchContext,
): Promise<void> {
  context.report(`Fetching the ${sums.size} jars of Neo4j ${flavour.version} with Maven. This happens once.`);
  const startedAt = performance.now();
  let downloaded = 0;
  const progress = setInterval(() => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    context.report(`Fetching: ${downloaded} jars downloaded after ${seconds} s.`);
  }, PROGRESS_INTERVAL_MS);
  try {
    const result = await runCommand(
      maven,
      [
        '-B',
        '-Dstyle.color=never',
        '-f',
        join(flavour.folder, 'pom.xml'),
        'dependency:copy-dependencies',
        '-DincludeScope=runtime',
        `-DoutputDirectory=${outputFolder}`,
        ...extra,
      ],
      {
        env: { ...context.env, JAVA_HOME: context.java.home },
        signal: context.signal,
        deadlineMs: FETCH_DEADLINE_MS,
        onLine: (line) => {
          if (/Downloaded .*\.jar\b/.test(line)) downloaded += 1;
        },
      },
    );
    if (result.exitCode === 0) return;
    const log = join(context.cacheDir, flavour.version, 'fetch.log');
    await writeFile(log, `${result.stdout}\n${result.stderr}`);
    throw new AppError(
      'ENVIRONMENT',
      `Maven could not fetch Neo4j ${flavour.version}. Check the network connection, or the mirror and proxy in Maven's ` +
        `settings.xml, then start again. What Maven said is in ${log}.`,
      log,
    );
  } finally {
    clearInterval(progress);
  }
}

function summary(faults: readonly string[]): string {
  const shown = faults.slice(0, 3).join(', ');
  return faults.length > 3 ? `${shown} and ${faults.length - 3} more` : shown;
}
