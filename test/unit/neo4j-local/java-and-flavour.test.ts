import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptedReleases, chooseFlavour } from '../../../server/neo4j-local/choose-flavour.ts';
import { ensureJava } from '../../../server/neo4j-local/ensure-java.ts';
import { featureRelease, findJavas } from '../../../server/neo4j-local/find-java.ts';
import type { FlavourId } from '../../../server/neo4j-local/flavours.ts';
import { isDebianLike } from '../../../server/neo4j-local/install-packages.ts';

const never = new AbortController().signal;

/** A folder that looks like a Java installation: a runnable program that says its version, with or without a release file. */
async function installJava(folder: string, version: string, releaseFile: boolean): Promise<string> {
  const program = join(folder, 'bin', 'java');
  await mkdir(join(folder, 'bin'), { recursive: true });
  await writeFile(program, `#!/bin/sh\necho 'openjdk version "${version}" 2025-01-01' >&2\n`);
  await chmod(program, 0o755);
  if (releaseFile) await writeFile(join(folder, 'release'), `IMPLEMENTOR="x"\nJAVA_VERSION="${version}"\n`);
  return program;
}

describe('finding Java', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'yuelian-java-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it.each([
    ['17.0.15', 17],
    ['21', 21],
    ['25-ea', 25],
    ['25.0.3+9', 25],
    ['1.8.0_402', 8],
    ['unknown', undefined],
  ])('reads the feature release of %s as %s', (version, release) => {
    expect(featureRelease(version)).toBe(release);
  });

  it('looks at JAVA_HOME, then PATH, then the usual folders, asks a program without a release file, and lists each once', async () => {
    const home = await installJava(join(root, 'home'), '25.0.3', true);
    const path = await installJava(join(root, 'path'), '21.0.1', false);
    const usual = await installJava(join(root, 'jvm', 'java-17'), '17.0.15', true);
    await mkdir(join(root, 'jvm', 'no-java-here'));
    const env = {
      JAVA_HOME: join(root, 'home'),
      PATH: [join(root, 'path', 'bin'), '/usr/bin/missing', join(root, 'home', 'bin')].join(':'),
    };
    const javas = await findJavas(env, never, [join(root, 'jvm'), join(root, 'absent')]);
    expect(javas.map(({ program, release }) => [program, release])).toEqual([
      [home, 25],
      [path, 21],
      [usual, 17],
    ]);
  });

  it.each<[string, readonly string[], FlavourId | undefined, string | undefined]>([
    ['prefers 5.26 when both could run', ['25.0.1', '21.0.1', '17.0.1'], undefined, '5.26 on 21.0.1'],
    ['takes 5.26 on Java 17', ['17.0.1'], undefined, '5.26 on 17.0.1'],
    ['takes 2026.08 where only Java 25 is', ['25.0.1'], undefined, '2026.08 on 25.0.1'],
    ['takes the wanted flavour', ['17.0.1', '21.0.1'], '2026.08', '2026.08 on 21.0.1'],
    ['finds nothing for the wanted flavour', ['17.0.1'], '2026.08', undefined],
    [
      'finds nothing for a Java that is too old or not supported',
      ['11.0.2', '1.8.0_402', '24.0.1'],
      undefined,
      undefined,
    ],
  ])('%s', (_rule, versions, wanted, expected) => {
    const javas = versions.map((version) => ({
      program: 'java',
      home: '/',
      version,
      release: featureRelease(version) ?? 0,
    }));
    const chosen = chooseFlavour(javas, wanted);
    expect(chosen && `${chosen.flavour.id} on ${chosen.java.version}`).toBe(expected);
  });

  it('names the releases that would do', () => {
    expect(acceptedReleases()).toBe('17, 21 or 25');
    expect(acceptedReleases('2026.08')).toBe('21 or 25');
  });

  it.each([
    ['Debian', { platform: 'linux', userId: 0, osRelease: 'NAME="Debian"\nID=debian\n' }, true],
    ['Ubuntu', { platform: 'linux', userId: 0, osRelease: 'ID=ubuntu\nID_LIKE=debian\n' }, true],
    ['Mint', { platform: 'linux', userId: 0, osRelease: 'ID=linuxmint\nID_LIKE="ubuntu debian"\n' }, true],
    ['Fedora', { platform: 'linux', userId: 0, osRelease: 'ID=fedora\n' }, false],
    ['macOS', { platform: 'darwin', userId: 501, osRelease: '' }, false],
  ] as const)('knows whether %s has apt-get', (_name, host, expected) => {
    expect(isDebianLike(host)).toBe(expected);
  });

  it('without Java and without the right to install says what to install and how', async () => {
    const host = { platform: 'linux' as const, userId: 1000, osRelease: 'ID=debian\n' };
    const context = { host, env: { PATH: root }, report: () => undefined, signal: never, folders: [] };
    await expect(ensureJava(undefined, context)).rejects.toMatchObject({
      code: 'ENVIRONMENT',
      message: expect.stringMatching(
        /Java 17, 21 or 25.*apt-get install openjdk-17-jre-headless.*NEO4J_URI/s,
      ) as string,
    });
  });

  it('on Debian as root installs with apt-get, the next package when the first is not there, and looks again', async () => {
    const installed = join(root, 'jvm', 'java-21');
    const ready = join(root, 'ready');
    await installJava(ready, '21.0.4', true);
    await mkdir(join(root, 'jvm'));
    const calls = join(root, 'calls');
    // A stand-in for apt-get: knows openjdk-21 only, and writes down what it was asked.
    const apt = join(root, 'apt-get');
    await writeFile(
      apt,
      `#!/bin/sh\necho "$@" >> ${calls}\ncase "$*" in *update*) exit 0;; *-21-*) /bin/cp -r ${ready} ${installed};; *) exit 100;; esac\n`,
    );
    await chmod(apt, 0o755);
    const lines: string[] = [];
    const host = { platform: 'linux' as const, userId: 0, osRelease: 'ID=debian\n' };
    const report = (line: string): void => void lines.push(line);
    const { flavour, java } = await ensureJava(undefined, {
      host,
      env: { PATH: root },
      report,
      signal: never,
      folders: [join(root, 'jvm')],
    });
    expect([flavour.id, java.version]).toEqual(['5.26', '21.0.4']);
    expect(lines).toEqual([
      'No Java 17, 21 or 25 found.',
      'Installing openjdk-17-jre-headless with apt-get.',
      'Installing openjdk-21-jre-headless with apt-get.',
    ]);
  });
});
