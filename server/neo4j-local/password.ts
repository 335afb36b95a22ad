import { randomBytes } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../domain/app-error.ts';
import type { Environment } from './environment.ts';
import { runCommand } from './run-command.ts';

/** The only user of a Community server that nobody added users to. */
export const LOCAL_USER = 'neo4j';

/** 24 random bytes, 192 bits: beyond guessing, and 48 hexadecimal digits. */
const PASSWORD_BYTES = 24;
/** Measured 1.0 s. */
const SET_PASSWORD_DEADLINE_MS = 30_000;

export interface PasswordContext {
  readonly home: string;
  readonly lib: string;
  readonly javaProgram: string;
  readonly env: Environment;
  readonly signal: AbortSignal;
}

/**
 * The password of the server in a home folder, from its file `password` (mode 600). A home folder without a database
 * gets a new one; the arguments travel in a file of mode 600, so the password is never in the process list. Fails with
 * ENVIRONMENT when a database is there and its password file is not.
 */
export async function ensurePassword(context: PasswordContext): Promise<string> {
  const kept = await readPassword(context.home);
  const hasDatabase = await exists(join(context.home, 'data', 'databases', 'system'));
  if (hasDatabase) {
    if (kept !== undefined) return kept;
    throw new AppError(
      'ENVIRONMENT',
      `The folder ${context.home} holds a graph but its file "password" is missing. Put the file back, or move the ` +
        'folder away to begin with an empty graph.',
      join(context.home, 'password'),
    );
  }
  const password = kept ?? newPassword(randomBytes(PASSWORD_BYTES));
  if (kept === undefined) await writePrivately(passwordFile(context.home), `${password}\n`);
  await setInitialPassword(password, context);
  return password;
}

/**
 * Hexadecimal digits: a password of base64url begins with a dash once in 64 times, and the tool that sets it takes that
 * for an option.
 */
export function newPassword(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** The kept password, or undefined when there is no file for it. */
export async function readPassword(home: string): Promise<string | undefined> {
  const text = await readFile(passwordFile(home), 'utf8').catch(() => '');
  return text.trim() === '' ? undefined : text.trim();
}

function passwordFile(home: string): string {
  return join(home, 'password');
}

async function setInitialPassword(password: string, context: PasswordContext): Promise<void> {
  const argumentFile = join(context.home, 'set-password.args');
  const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  await writePrivately(
    argumentFile,
    [
      '-cp',
      quoted(join(context.lib, '*')),
      'org.neo4j.cli.AdminTool',
      'dbms',
      'set-initial-password',
      quoted(password),
      '',
    ].join('\n'),
  );
  try {
    await mkdir(join(context.home, 'conf'), { recursive: true });
    const result = await runCommand(context.javaProgram, [`@${argumentFile}`], {
      env: { ...context.env, NEO4J_HOME: context.home, NEO4J_CONF: join(context.home, 'conf') },
      signal: context.signal,
      deadlineMs: SET_PASSWORD_DEADLINE_MS,
    });
    if (result.exitCode !== 0) {
      throw new AppError(
        'ENVIRONMENT',
        `Neo4j did not accept its first password (exit code ${String(result.exitCode)}). Is ${context.home} writable ` +
          'and is there room on the disk?',
        context.home,
        new Error(result.stderr),
      );
    }
  } finally {
    await rm(argumentFile, { force: true });
  }
}

/** Written beside and renamed, so that a file is whole or absent, and never readable by others. */
async function writePrivately(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
