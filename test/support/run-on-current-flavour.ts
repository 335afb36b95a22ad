import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { acceptedReleases, chooseFlavour } from '../../server/neo4j-local/choose-flavour.ts';
import { findJavas } from '../../server/neo4j-local/find-java.ts';
import { FLAVOURS } from '../../server/neo4j-local/flavours.ts';

/** `npm run test:neo4j-current`: the store and API tests on the newest Neo4j, or a clear refusal without a Java for it. */
const FLAVOUR = '2026.08';
const found = chooseFlavour(await findJavas(process.env, AbortSignal.timeout(60_000)), FLAVOUR);
if (found === undefined) {
  console.error(
    `Neo4j ${FLAVOURS[FLAVOUR].version} needs Java ${acceptedReleases(FLAVOUR)}, and none was found in JAVA_HOME, on PATH ` +
      'or in the usual folders. Install one (Debian 13, Ubuntu 24.04: sudo apt-get install openjdk-21-jre-headless) or ' +
      'set JAVA_HOME, then run this again. Nothing was tested.',
  );
  process.exitCode = 1;
} else {
  const vitest = join(import.meta.dirname, '..', '..', 'node_modules', 'vitest', 'vitest.mjs');
  const run = spawn(process.execPath, [vitest, 'run', '--project', 'graph', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, TEST_NEO4J_FLAVOUR: FLAVOUR },
  });
  run.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
