import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** `npm start` as a user runs it, with the times at which it said what. */
export interface StartedService {
  readonly url: string;
  /** Milliseconds from the call to each line. */
  readonly lines: readonly { readonly at: number; readonly text: string }[];
  stop(): Promise<void>;
}

const PROJECT_DIR = join(import.meta.dirname, '..', '..');
const READY = /is ready: (http\S+)/;
/** Covers a first fetch of the jars. */
const START_DEADLINE_MS = 600_000;
const STOP_DEADLINE_MS = 20_000;

export async function startedService(dataDir: string): Promise<StartedService> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', join(PROJECT_DIR, 'server', 'main.ts')], {
    cwd: PROJECT_DIR,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', RATE_LIMIT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: { at: number; text: string }[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    const deadline = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The service was not ready in time:\n${lines.map((line) => line.text).join('\n')}`));
    }, START_DEADLINE_MS);
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (text) => {
        lines.push({ at: performance.now() - startedAt, text });
        const ready = READY.exec(text)?.[1];
        if (ready !== undefined) {
          clearTimeout(deadline);
          resolve(ready);
        }
      });
    }
    child.once('exit', (code) => {
      clearTimeout(deadline);
      reject(new Error(`The service ended with ${String(code)}:\n${lines.map((line) => line.text).join('\n')}`));
    });
  });
  return { url, lines, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS);
  await ended;
  clearTimeout(force);
}
