import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { processStart } from './process-table.ts';

/** Who runs the server of a home folder. Written whole, so a reader never sees half of it. */
export interface LockRecord {
  readonly ownerPid: number;
  /** Tells the owner from a later process with the same number. */
  readonly ownerStart: string;
  readonly state: 'starting' | 'running';
  /** Null until the server process exists. */
  readonly serverPid: number | null;
  /** Bolt port; null until it is chosen. */
  readonly port: number | null;
}

export interface Lock {
  update(change: Pick<LockRecord, 'state' | 'serverPid' | 'port'>): Promise<void>;
  /** Gives the home folder free. Leaves a lock alone that another process has taken meanwhile. */
  release(): Promise<void>;
}

/** Takes the lock file, or says who has it. */
export async function takeLock(path: string): Promise<Lock | LockRecord> {
  const mine: LockRecord = {
    ownerPid: process.pid,
    ownerStart: (await processStart(process.pid)) ?? 'unknown',
    state: 'starting',
    serverPid: null,
    port: null,
  };
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(mine));
  try {
    // Unlike a rename, a link fails when the name is taken; unlike an exclusive create, it brings its content along.
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readLock(path)) ?? (await takeLock(path));
  } finally {
    await rm(draft, { force: true });
  }
  return {
    async update(change) {
      await writeFile(draft, JSON.stringify({ ...mine, ...change }));
      await rename(draft, path);
    },
    async release() {
      const held = await readLock(path);
      if (held?.ownerPid === mine.ownerPid && held.ownerStart === mine.ownerStart) await rm(path, { force: true });
    },
  };
}

/** The record in a lock file; undefined when there is no file. A file that cannot be read counts as nobody's. */
export async function readLock(path: string): Promise<LockRecord | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return parseRecord(text) ?? { ownerPid: 0, ownerStart: '', state: 'starting', serverPid: null, port: null };
}

function parseRecord(text: string): LockRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { ownerPid, ownerStart, state, serverPid, port } = value as Record<string, unknown>;
  const isCount = (candidate: unknown): candidate is number => Number.isInteger(candidate);
  if (!isCount(ownerPid) || typeof ownerStart !== 'string') return undefined;
  if (state !== 'starting' && state !== 'running') return undefined;
  return {
    ownerPid,
    ownerStart,
    state,
    serverPid: isCount(serverPid) ? serverPid : null,
    port: isCount(port) ? port : null,
  };
}

export async function ownerIsAlive(record: LockRecord): Promise<boolean> {
  return record.ownerPid > 0 && (await processStart(record.ownerPid)) === record.ownerStart;
}

/**
 * Removes a lock that was found stale. The file is moved aside first and looked at again: when it turns out that
 * another start has renewed it in between, it goes back to its place.
 */
export async function removeStaleLock(path: string, stale: LockRecord): Promise<void> {
  const aside = `${path}.stale-${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await readLock(aside);
  if (moved?.ownerPid !== stale.ownerPid || moved.ownerStart !== stale.ownerStart) {
    await link(aside, path).catch(() => undefined);
  }
  await rm(aside, { force: true });
}
