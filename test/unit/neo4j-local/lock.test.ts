import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LockRecord } from '../../../server/neo4j-local/lock.ts';
import { ownerIsAlive, readLock, removeStaleLock, takeLock } from '../../../server/neo4j-local/lock.ts';

describe('the lock of a home folder', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yuelian-lock-'));
    path = join(folder, 'neo4j.lock');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const take = async (): Promise<'taken' | LockRecord> => {
    const result = await takeLock(path);
    return 'ownerPid' in result ? result : 'taken';
  };

  it('goes to exactly one of many who ask at once, and the others learn who has it', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, take));
    expect(results.filter((result) => result === 'taken')).toHaveLength(1);
    for (const result of results) if (result !== 'taken') expect(result.ownerPid).toBe(process.pid);
  });

  it('carries what its owner writes, and is free again after release', async () => {
    const lock = await takeLock(path);
    if ('ownerPid' in lock) throw new Error('the lock was free');
    await lock.update({ state: 'running', serverPid: 42, port: 7687 });
    expect(await readLock(path)).toMatchObject({ state: 'running', serverPid: 42, port: 7687, ownerPid: process.pid });
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('knows a living owner from a dead one and from another process with the same number', async () => {
    await take();
    const record = await readLock(path);
    if (record === undefined) throw new Error('the lock was taken');
    expect(await ownerIsAlive(record)).toBe(true);
    expect(await ownerIsAlive({ ...record, ownerStart: 'another time' })).toBe(false);
    // Linux allows at most 2^22 processes.
    expect(await ownerIsAlive({ ...record, ownerPid: 2 ** 22 + 1 })).toBe(false);
  });

  it.each([
    ['empty', ''],
    ['cut off', '{"ownerPid": 12'],
    ['something else', '[1, 2]'],
  ])('that is %s counts as nobody’s and can be taken over', async (_case, text) => {
    await writeFile(path, text);
    const held = await take();
    if (held === 'taken') throw new Error('a file was there');
    expect(await ownerIsAlive(held)).toBe(false);
    await removeStaleLock(path, held);
    expect(await take()).toBe('taken');
  });

  it('that was renewed after it was found stale stays in its place', async () => {
    await take();
    const stale = { ownerPid: 2 ** 22 + 1, ownerStart: '1', state: 'running', serverPid: null, port: null } as const;
    await removeStaleLock(path, stale);
    expect(await readLock(path)).toMatchObject({ ownerPid: process.pid });
    expect(await readdir(folder)).toEqual(['neo4j.lock']);
  });
});
