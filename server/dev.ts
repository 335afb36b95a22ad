import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';

/**
 * `npm run dev`: the service restarts when a server file changes, the page is served by Vite with its proxy to the
 * service. Ends with Ctrl+C, the service last, since it stops its Neo4j in order.
 */
const PROJECT_DIR = join(import.meta.dirname, '..');

const service = spawn(
  process.execPath,
  [
    '--import',
    'tsx',
    '--watch-path',
    join(PROJECT_DIR, 'server'),
    '--watch-path',
    join(PROJECT_DIR, 'cypher'),
    join(PROJECT_DIR, 'server', 'main.ts'),
  ],
  { stdio: 'inherit', cwd: PROJECT_DIR, env: process.env },
);
const api = `http://127.0.0.1:${process.env['PORT'] ?? '4000'}`;
const page = await createServer({
  configFile: join(PROJECT_DIR, 'web', 'vite.config.ts'),
  server: { proxy: { '/graphql': api, '/health': api, '/explorer/limits.json': api } },
});
await page.listen();
page.printUrls();

service.once('exit', (code) => {
  void page.close().then(() => {
    process.exitCode = code ?? 0;
  });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    service.kill(signal);
  });
}
