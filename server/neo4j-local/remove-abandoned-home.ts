import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ownerIsAlive, readLock } from './lock.ts';
import { adoptServer, findServer } from './server-process.ts';

/**
 * Removes a home folder that is not wanted again (a test run's) when no living process owns it: its server, if one was
 * left running, is stopped in order first.
 */
export async function removeAbandonedHome(home: string): Promise<'absent' | 'in use' | 'removed'> {
  if (!(await isFolder(home))) return 'absent';
  const lock = await readLock(join(home, 'neo4j.lock'));
  if (lock !== undefined && (await ownerIsAlive(lock))) return 'in use';
  const pid = await findServer(home);
  if (pid !== undefined) await (await adoptServer(pid)).terminate();
  await rm(home, { recursive: true, force: true, maxRetries: 3 });
  return 'removed';
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}
