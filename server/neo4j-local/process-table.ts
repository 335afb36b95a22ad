import { readdir, readFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * When a process began, as the system writes it; with the number it names one process for good, since numbers are used
 * again. Undefined when there is no such process, or when it has ended and only waits to be collected.
 */
export async function processStart(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // The second field is the program's name in brackets and may hold anything, so the fields are counted after it.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const state = fields[0];
    return text === '' || state === 'Z' || state === 'X' ? undefined : fields[19];
  }
  const lines = await ps(['-p', String(pid), '-o', 'stat=,lstart=']);
  const line = lines[0]?.trim() ?? '';
  return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
}

/** The running process that has `argument` among its arguments; undefined when there is none. */
export async function findProcessByArgument(argument: string): Promise<number | undefined> {
  if (process.platform === 'linux') {
    for (const entry of await readdir('/proc')) {
      if (!/^\d+$/.test(entry)) continue;
      const text = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '');
      if (text.split('\0').includes(argument)) return Number(entry);
    }
    return undefined;
  }
  for (const line of await ps(['-axww', '-o', 'pid=,command='])) {
    if (`${line} `.includes(` ${argument} `)) return Number.parseInt(line.trim(), 10);
  }
  return undefined;
}

async function ps(args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)('ps', args, { timeout: 5_000 }).catch(() => ({ stdout: '' }));
  return stdout.split('\n').filter((line) => line.trim() !== '');
}
