import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../domain/app-error.ts';
import type { Flavour } from './flavours.ts';

/** File name to SHA-256 in lower-case hexadecimal. */
export type JarSums = ReadonlyMap<string, string>;

/** The committed sums of a flavour; the file has the format of the sha256sum program. */
export async function readJarSums(flavour: Flavour): Promise<JarSums> {
  const sums = new Map<string, string>();
  const path = join(flavour.folder, 'sha256.txt');
  for (const line of (await readFile(path, 'utf8')).split('\n')) {
    if (line === '') continue;
    const match = /^([0-9a-f]{64}) [ *](\S+\.jar)$/.exec(line);
    if (match?.[1] === undefined || match[2] === undefined) {
      throw new AppError('INTERNAL_SERVER_ERROR', `A line of the list of jar sums cannot be read: ${line}`, path);
    }
    sums.set(match[2], match[1]);
  }
  return sums;
}

/**
 * What is wrong with a folder of jars, one entry a file: `missing x.jar`, `damaged x.jar`, `unexpected x.jar` (the whole
 * folder goes on the class path, so a foreign file would be run). Empty when the folder is exactly the listed jars.
 */
export async function findJarFaults(folder: string, sums: JarSums): Promise<readonly string[]> {
  const present = new Set(await readdir(folder).catch(() => []));
  const faults: string[] = [];
  for (const name of present) if (!sums.has(name)) faults.push(`unexpected ${name}`);
  for (const [name, expected] of sums) {
    if (!present.has(name)) faults.push(`missing ${name}`);
    else if ((await sha256(join(folder, name))) !== expected) faults.push(`damaged ${name}`);
  }
  return faults;
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest('hex');
}
