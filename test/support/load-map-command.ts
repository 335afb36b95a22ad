/**
 * A process that loads the map that ships and prints a line after each committed batch, so that a test can kill it
 * between two of them. Reads NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE.
 */
import { loadCypherFiles } from '../../server/store/cypher-files.ts';
import { openGraph } from '../../server/store/graph-connection.ts';
import { loadBuiltInMap } from '../../server/store/load-map.ts';
import { CYPHER_DIR, SEED_DIR } from './repository.ts';

const variable = (name: string): string => process.env[name] ?? '';
const graph = openGraph({
  uri: variable('NEO4J_URI'),
  user: variable('NEO4J_USER'),
  password: variable('NEO4J_PASSWORD'),
  database: variable('NEO4J_DATABASE'),
  files: await loadCypherFiles(CYPHER_DIR),
});
await loadBuiltInMap({
  graph,
  seedDir: SEED_DIR,
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
  signal: new AbortController().signal,
  report: ({ kind, done }) => {
    process.stdout.write(`${kind} ${done}\n`);
  },
});
await graph.close();
