import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from './environment.ts';

/** The user's cache folder for Neo4j jars; each flavour has a folder of its own in it. Rule: XDG Base Directory. */
export function defaultCacheDir(env: Environment): string {
  const configured = env['XDG_CACHE_HOME'];
  const base = configured !== undefined && configured.startsWith('/') ? configured : join(homedir(), '.cache');
  return join(base, 'yuelian', 'neo4j');
}
