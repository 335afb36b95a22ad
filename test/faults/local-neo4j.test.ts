import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultCacheDir } from '../../server/neo4j-local/cache-folder.ts';
import { readLock } from '../../server/neo4j-local/lock.ts';
import { removeAbandonedHome } from '../../server/neo4j-local/remove-abandoned-home.ts';
import type { LocalNeo4j } from '../../server/neo4j-local/start.ts';
import { startLocalNeo4j } from '../../server/neo4j-local/start.ts';
import { openGraph, probeServer } from '../../server/store/graph-connection.ts';
import { cypherFilesOf } from '../support/cypher-files-of.ts';

const FILES = cypherFilesOf({
  'write/add': '// purpose: p\n// parameters: $key STRING\n// columns: none\nCREATE (:Kept {key: $key})',
  'read/kept':
    '// purpose: p\n// parameters: none\n// columns: key STRING\n// budget: 0\nMATCH (n:Kept) RETURN n.key AS key ORDER BY key',
});
const COMMAND = join(import.meta.dirname, '..', 'support', 'start-local-neo4j-command.ts');

let folder: string;
const running = new Set<LocalNeo4j>();
const owners = new Set<ChildProcess>();

async function start(port: number | 'free' = 'free'): Promise<{ server: LocalNeo4j; lines: readonly string[] }> {
  const lines: string[] = [];
  const signal = AbortSignal.timeout(120_000);
  const server = await startLocalNeo4j({
    dataDir: folder,
    cacheDir: defaultCacheDir(process.env),
    port,
    report: (line) => lines.push(line),
    probe: (address) => probeServer(address, signal),
    signal,
    env: process.env,
  });
  running.add(server);
  return { server, lines };
}

/** A separate process that starts the server, as `npm start` would be. */
function startOwner(): ChildProcess {
  const owner = spawn(process.execPath, ['--import', 'tsx', COMMAND, folder], { stdio: ['ignore', 'pipe', 'ignore'] });
  owners.add(owner);
  return owner;
}

async function readyLine(owner: ChildProcess): Promise<{ uri: string; password: string; pid: number; owned: boolean }> {
  if (owner.stdout === null) throw new Error('the owner has no output');
  for await (const line of createInterface({ input: owner.stdout })) {
    return JSON.parse(line) as { uri: string; password: string; pid: number; owned: boolean };
  }
  throw new Error('the owner ended without a word');
}

async function kill9(owner: ChildProcess): Promise<void> {
  const ended = once(owner, 'exit');
  owner.kill('SIGKILL');
  await ended;
}

async function withGraph<T>(address: { uri: string; password: string }, work: 'add' | 'kept', key = ''): Promise<T> {
  const graph = openGraph({ ...address, user: 'neo4j', database: 'neo4j', files: FILES });
  const options = { signal: AbortSignal.timeout(20_000), requestId: 'r', operation: 'o', timeoutMs: 20_000 };
  try {
    if (work === 'add') return (await graph.write('write/add', { key }, options)) as T;
    return (await graph.read('read/kept', {}, options)).map((row) => row['key']) as T;
  } finally {
    await graph.close();
  }
}
const add = (address: { uri: string; password: string }, key: string): Promise<unknown> =>
  withGraph(address, 'add', key);
const kept = (address: { uri: string; password: string }): Promise<readonly unknown[]> => withGraph(address, 'kept');

async function home(): Promise<string> {
  const names = await readdir(folder);
  const name = names[0];
  if (name === undefined || names.length !== 1)
    throw new Error(`one home folder was expected, there are ${names.length}`);
  return join(folder, name);
}

async function isInProcessTable(pid: number): Promise<boolean> {
  return access(`/proc/${pid}`).then(
    () => true,
    () => false,
  );
}

/** A test starts Java up to twice; one start takes 5 s on an idle computer and over 20 s on a busy one. */
const LIFE_TIMEOUT_MS = 180_000;

describe('the local Neo4j through the life of one data folder', { concurrent: false, timeout: LIFE_TIMEOUT_MS }, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yuelian-faults-'));
  });
  afterAll(async () => {
    for (const owner of owners) if (owner.exitCode === null && owner.signalCode === null) await kill9(owner);
    for (const server of running) await server.stop();
    // Whatever a failed test left running is found through its folder.
    for (const name of await readdir(folder)) await removeAbandonedHome(join(folder, name));
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }, LIFE_TIMEOUT_MS);

  it('takes over a server whose owner was killed (-9) while starting it, and waits until it is ready', async () => {
    const owner = startOwner();
    let pid: number | null | undefined;
    await expect
      .poll(
        async () => {
          pid = (await readLock(join(await home(), 'neo4j.lock')))?.serverPid;
          return pid;
        },
        { timeout: 30_000, interval: 20 },
      )
      .toEqual(expect.any(Number));
    await kill9(owner);
    const { server, lines } = await start();
    expect(server).toMatchObject({ owned: true, pid });
    expect(lines.join('\n')).toContain('Taking it over');
    await add(server, 'a');
    await server.stop();
    expect(await readLock(join(await home(), 'neo4j.lock'))).toBeUndefined();
  });

  it('keeps the password in a file that only its user can read, and out of the process list', async () => {
    const file = join(await home(), 'password');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(await home())).mode & 0o077).toBe(0);
    expect((await readFile(file, 'utf8')).trim()).toMatch(/^[0-9a-f]{48}$/);
  });

  it('is shared by a second start, survives the kill (-9) of its owner, and is taken over by the next start', async () => {
    const owner = startOwner();
    const first = await readyLine(owner);
    expect(first.owned).toBe(true);
    expect(await kept(first)).toEqual(['a']);

    const second = await start();
    expect(second.server).toMatchObject({ owned: false, uri: first.uri, password: first.password, pid: first.pid });
    expect(second.lines.join('\n')).toContain(`started by process ${String(owner.pid)}`);
    await second.server.stop();
    await add(first, 'b');

    await kill9(owner);
    expect(await isInProcessTable(first.pid)).toBe(true);
    const third = await start();
    expect(third.server).toMatchObject({ owned: true, uri: first.uri, pid: first.pid });
    expect(await kept(third.server)).toEqual(['a', 'b']);
  });

  it('is stopped and started anew when the port that a killed owner chose is not the wanted one', async () => {
    const [before] = [...running].slice(-1);
    if (before === undefined) throw new Error('the test before left no server');
    await before.stop();
    const owner = startOwner();
    const first = await readyLine(owner);
    await kill9(owner);
    const wanted = await freePort();
    const { server, lines } = await start(wanted);
    expect(lines.join('\n')).toContain(`Stopping Neo4j process ${first.pid}`);
    expect(server.uri).toBe(`bolt://127.0.0.1:${wanted}`);
    expect(server.pid).not.toBe(first.pid);
    await expect.poll(() => isInProcessTable(first.pid), { timeout: 5_000 }).toBe(false);
    expect(await kept(server)).toEqual(['a', 'b']);
  });

  it('loses nothing when the server is killed (-9) after a write, leaves no zombie, and starts again', async () => {
    const [server] = [...running].slice(-1);
    if (server === undefined) throw new Error('the test before left no server');
    await add(server, 'c');
    process.kill(server.pid, 'SIGKILL');
    expect(await server.gone).toBe('was ended by SIGKILL');
    expect(await isInProcessTable(server.pid)).toBe(false);
    expect(await readLock(join(await home(), 'neo4j.lock'))).toBeUndefined();
    await server.stop();

    const { server: next } = await start();
    expect(next.owned).toBe(true);
    expect(await kept(next)).toEqual(['a', 'b', 'c']);
  });

  it('stops in order within 3 s, with a connection open, and may be told so twice', async () => {
    const [server] = [...running].slice(-1);
    if (server === undefined) throw new Error('the test before left no server');
    const graph = openGraph({ ...server, database: 'neo4j', files: FILES });
    await graph.verify(AbortSignal.timeout(5_000));
    const startedAt = performance.now();
    await Promise.all([server.stop(), server.stop()]);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    expect(await readFile(join(await home(), 'logs', 'console.log'), 'utf8')).toMatch(/Stopped\.\s*$/);
    expect(await isInProcessTable(server.pid)).toBe(false);
    await graph.close();
  });

  it('says clearly that its port is in use, and starts nothing', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      await expect(start(port)).rejects.toMatchObject({
        code: 'ENVIRONMENT',
        where: 'NEO4J_LOCAL_PORT',
        message: expect.stringContaining(`Port ${port} on 127.0.0.1 is in use by another program`) as string,
      });
    } finally {
      other.close();
    }
    expect(await readLock(join(await home(), 'neo4j.lock'))).toBeUndefined();
  });

  it('refuses to begin an empty graph over one whose password file is gone', async () => {
    await rm(join(await home(), 'password'));
    await expect(start()).rejects.toMatchObject({
      code: 'ENVIRONMENT',
      message: expect.stringContaining('its file "password" is missing') as string,
    });
  });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
