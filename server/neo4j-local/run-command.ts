import { spawn } from 'node:child_process';
import { AppError } from '../domain/app-error.ts';
import type { Environment } from './environment.ts';

export interface CommandResult {
  /** Null when the program was ended by a signal. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly env: Environment;
  readonly signal: AbortSignal;
  /** Milliseconds until the program is killed and the call rejects. */
  readonly deadlineMs: number;
  readonly onLine?: (line: string) => void;
}

/** Kept of each stream: enough for a reason, not enough to fill memory. */
const KEPT_CHARACTERS = 64 * 1024;

/**
 * Runs a program without a shell and waits for its end. Rejects with ENVIRONMENT when it cannot be started,
 * DEADLINE_EXCEEDED when it takes too long, and the signal's reason when aborted; a non-zero exit code is a result.
 */
export function runCommand(program: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    options.signal.throwIfAborted();
    const deadline = AbortSignal.timeout(options.deadlineMs);
    const child = spawn(program, args, {
      env: { ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: AbortSignal.any([options.signal, deadline]),
      killSignal: 'SIGKILL',
    });
    let stdout = '';
    let stderr = '';
    let unfinishedLine = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout = (stdout + chunk).slice(-KEPT_CHARACTERS);
      const lines = (unfinishedLine + chunk).split('\n');
      unfinishedLine = lines.pop() ?? '';
      for (const line of lines) options.onLine?.(line);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr = (stderr + chunk).slice(-KEPT_CHARACTERS);
    });
    child.once('error', (error) => {
      if (options.signal.aborted) reject(options.signal.reason as Error);
      else if (deadline.aborted)
        reject(
          new AppError(
            'DEADLINE_EXCEEDED',
            `${program} did not end within ${options.deadlineMs / 1000} s.`,
            program,
            error,
          ),
        );
      else reject(new AppError('ENVIRONMENT', `${program} could not be started.`, program, error));
    });
    child.once('close', (exitCode) => {
      resolve({ exitCode, stdout, stderr });
    });
  });
}
