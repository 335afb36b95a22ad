import { access, constants, readdir, readFile, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Environment } from './environment.ts';
import { runCommand } from './run-command.ts';

export interface Java {
  /** The `java` program, links resolved. */
  readonly program: string;
  /** What JAVA_HOME would have to be for it. */
  readonly home: string;
  /** For example `17.0.15`. */
  readonly version: string;
  /** The feature release: 17 for `17.0.15`, 8 for `1.8.0_402`. */
  readonly release: number;
}

/** Folders that hold one Java installation per entry, by the habit of the packager named. */
const USUAL_FOLDERS = [
  '/usr/lib/jvm', // Debian, Ubuntu, Fedora, Arch
  '/usr/java', // Oracle rpm
  '/usr/local', // container images: /usr/local/openjdk-17
  '/opt', // tarballs
  '/opt/java', // container images: /opt/java/openjdk
  '/Library/Java/JavaVirtualMachines', // macOS
  '/opt/homebrew/opt', // macOS, Homebrew
] as const;
const USUAL_FOLDERS_IN_HOME = ['.sdkman/candidates/java', '.jdks', '.local/share/mise/installs/java'] as const;

/** `java -version` of a cold machine takes well under this. */
const VERSION_DEADLINE_MS = 10_000;

/**
 * Every Java installation that can be found: JAVA_HOME first, then PATH, then the usual folders. Each program appears
 * once. A folder that cannot be read, or a program that does not say its version, is passed over.
 */
export async function findJavas(
  env: Environment,
  signal: AbortSignal,
  folders: readonly string[] = usualFolders(),
): Promise<readonly Java[]> {
  const found = new Map<string, Java>();
  for (const candidate of await candidates(env, folders)) {
    const program = await resolveProgram(candidate);
    if (program === undefined || found.has(program)) continue;
    const version = (await versionFromReleaseFile(program)) ?? (await versionFromProgram(program, env, signal));
    if (version === undefined) continue;
    const release = featureRelease(version);
    if (release !== undefined) found.set(program, { program, home: dirname(dirname(program)), version, release });
  }
  return [...found.values()];
}

function usualFolders(): readonly string[] {
  return [...USUAL_FOLDERS, ...USUAL_FOLDERS_IN_HOME.map((folder) => join(homedir(), folder))];
}

async function candidates(env: Environment, folders: readonly string[]): Promise<readonly string[]> {
  const javaHome = env['JAVA_HOME'];
  const fromHome = javaHome === undefined || javaHome === '' ? [] : [join(javaHome, 'bin', 'java')];
  const fromPath = pathFolders(env).map((folder) => join(folder, 'java'));
  const fromFolders: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(folder).catch(() => []);
    for (const entry of entries.sort()) {
      fromFolders.push(join(folder, entry, 'bin', 'java'), join(folder, entry, 'Contents', 'Home', 'bin', 'java'));
    }
  }
  return [...fromHome, ...fromPath, ...fromFolders];
}

/** The folders of PATH, without empty entries (which would mean the current folder). */
export function pathFolders(env: Environment): readonly string[] {
  return (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
}

/** The real path of a program, or undefined when it is not there or cannot be run. */
export async function resolveProgram(path: string): Promise<string | undefined> {
  try {
    await access(path, constants.X_OK);
    return await realpath(path);
  } catch {
    return undefined;
  }
}

async function versionFromReleaseFile(program: string): Promise<string | undefined> {
  const text = await readFile(join(dirname(dirname(program)), 'release'), 'utf8').catch(() => '');
  return /^JAVA_VERSION="([^"]+)"/m.exec(text)?.[1];
}

async function versionFromProgram(program: string, env: Environment, signal: AbortSignal): Promise<string | undefined> {
  try {
    const result = await runCommand(program, ['-version'], { env, signal, deadlineMs: VERSION_DEADLINE_MS });
    return /version "([^"]+)"/.exec(result.stderr)?.[1];
  } catch (error) {
    if (signal.aborted) throw error;
    return undefined;
  }
}

/** 17 for `17.0.15`, 21 for `21-ea`, 8 for `1.8.0_402`; undefined for what is no Java version. */
export function featureRelease(version: string): number | undefined {
  const match = /^(?:1\.)?(\d+)(?:[.\-+_]|$)/.exec(version);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}
