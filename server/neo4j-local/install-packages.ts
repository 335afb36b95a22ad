import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from './environment.ts';
import { pathFolders, resolveProgram } from './find-java.ts';
import { runCommand } from './run-command.ts';

/** What decides whether packages can be installed here; a value, so that tests can describe another computer. */
export interface Host {
  readonly platform: NodeJS.Platform;
  /** Undefined where the system has no user numbers. */
  readonly userId: number | undefined;
  /** The text of /etc/os-release, empty where there is none. */
  readonly osRelease: string;
}

export async function thisHost(): Promise<Host> {
  return {
    platform: process.platform,
    userId: process.getuid?.(),
    osRelease: await readFile('/etc/os-release', 'utf8').catch(() => ''),
  };
}

/** True on Debian, Ubuntu and what calls itself like them. */
export function isDebianLike(host: Host): boolean {
  if (host.platform !== 'linux') return false;
  const value = (key: string): string => new RegExp(`^${key}="?([^"\\n]*)"?$`, 'm').exec(host.osRelease)?.[1] ?? '';
  return `${value('ID')} ${value('ID_LIKE')}`.split(/\s+/).some((id) => id === 'debian' || id === 'ubuntu');
}

/** The whole of apt-get, package lists included, on a slow line. */
const APT_DEADLINE_MS = 300_000;

/**
 * Installs the first of the alternatives that the system's package source holds. Only on Debian or Ubuntu as root;
 * false, without having touched anything, elsewhere, and false when no alternative could be installed.
 */
export async function installPackages(
  alternatives: readonly string[],
  context: { host: Host; env: Environment; report: (line: string) => void; signal: AbortSignal },
): Promise<boolean> {
  const { host, env, report, signal } = context;
  if (!isDebianLike(host) || host.userId !== 0) return false;
  const apt = await findOnPath('apt-get', env);
  if (apt === undefined) return false;
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, signal, deadlineMs: APT_DEADLINE_MS };
  const update = await runCommand(apt, ['-qq', 'update'], options);
  if (update.exitCode !== 0) report('apt-get update failed; trying with the package lists that are there.');
  for (const name of alternatives) {
    report(`Installing ${name} with apt-get.`);
    const result = await runCommand(apt, ['-qq', 'install', '-y', '--no-install-recommends', name], options);
    if (result.exitCode === 0) return true;
  }
  return false;
}

/** The real path of a program on PATH, or undefined. */
export async function findOnPath(name: string, env: Environment): Promise<string | undefined> {
  for (const folder of pathFolders(env)) {
    const program = await resolveProgram(join(folder, name));
    if (program !== undefined) return program;
  }
  return undefined;
}
