import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository. */
export const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const CYPHER_DIR = join(REPOSITORY, 'cypher');
export const SEED_DIR = join(CYPHER_DIR, 'seed');
