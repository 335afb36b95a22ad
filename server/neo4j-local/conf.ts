import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The address family that the server listens on: this computer only. */
export const LOOPBACK = '127.0.0.1';

/** Heap of the server: 312 MB resident when fresh, measured; the built-in map and its imports stay well below. */
export const HEAP_MAX_MB = 512;
export const HEAP_START_MB = 128;

/** neo4j.conf for a given Bolt port. Each line was measured; the reason stands beside those that are not the usual. */
export function neo4jConf(port: number): string {
  return [
    `server.default_listen_address=${LOOPBACK}`,
    `server.bolt.listen_address=${LOOPBACK}:${port}`,
    // The neo4j:// scheme asks the server for its address and goes there.
    `server.bolt.advertised_address=${LOOPBACK}:${port}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.security.auth_enabled=true',
    'dbms.usage_report.enabled=false',
    'server.memory.pagecache.size=128m',
    'db.transaction.timeout=30s',
    // Else an empty database takes 517 MB on disk; with these three, 2.4 MB.
    'db.tx_log.preallocate=false',
    'db.tx_log.rotation.size=32m',
    'db.tx_log.rotation.retention_policy=keep_none',
    // Else an orderly stop takes 11.7 s; with it, 1.8 s.
    'internal.server.bolt.thread_pool_shutdown_wait_time=0s',
    '',
  ].join('\n');
}

export async function writeConf(home: string, port: number): Promise<void> {
  await mkdir(join(home, 'conf'), { recursive: true });
  await writeFile(join(home, 'conf', 'neo4j.conf'), neo4jConf(port));
}

/** The Bolt port that the configuration in a home folder names; undefined when there is none. */
export async function readConfiguredPort(home: string): Promise<number | undefined> {
  const text = await readFile(join(home, 'conf', 'neo4j.conf'), 'utf8').catch(() => '');
  const port = /^server\.bolt\.listen_address=[^:]+:(\d+)$/m.exec(text)?.[1];
  return port === undefined ? undefined : Number(port);
}

/** The arguments of `java` that run the server in the foreground. */
export function serverArguments(lib: string, home: string, mainClass: string): readonly string[] {
  return [
    `-Xms${HEAP_START_MB}m`,
    `-Xmx${HEAP_MAX_MB}m`,
    // A server without memory would hang for minutes; one that ends is started again and has lost nothing.
    '-XX:+ExitOnOutOfMemoryError',
    '--add-opens=java.base/java.nio=ALL-UNNAMED',
    '--add-opens=java.base/java.io=ALL-UNNAMED',
    '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
    '--add-opens=java.base/java.util.concurrent=ALL-UNNAMED',
    '-cp',
    join(lib, '*'),
    mainClass,
    homeArgument(home),
    `--config-dir=${join(home, 'conf')}`,
    '--console-mode',
  ];
}

/** The argument by which a running server of this home folder can be told from any other process. */
export function homeArgument(home: string): string {
  return `--home-dir=${home}`;
}
