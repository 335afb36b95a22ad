import { defaultCacheDir } from '../../server/neo4j-local/cache-folder.ts';
import { startLocalNeo4j } from '../../server/neo4j-local/start.ts';
import { probeServer } from '../../server/store/graph-connection.ts';

/**
 * A process that owns a local Neo4j, for the tests that kill it. Argument: the data folder. Prints one JSON line when
 * the server is ready; SIGTERM stops the server and ends the process.
 */
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('usage: start-local-neo4j-command.ts <data folder>');
const signal = AbortSignal.timeout(900_000);
const server = await startLocalNeo4j({
  dataDir,
  cacheDir: defaultCacheDir(process.env),
  port: 'free',
  report: (line) => {
    console.error(line);
  },
  probe: (address) => probeServer(address, signal),
  signal,
  env: process.env,
});
process.once('SIGTERM', () => {
  clearInterval(keepAlive);
  void server.stop();
});
const keepAlive = setInterval(() => undefined, 60_000);
console.log(JSON.stringify({ uri: server.uri, password: server.password, pid: server.pid, owned: server.owned }));
