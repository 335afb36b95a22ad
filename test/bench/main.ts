import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { buildPageIfStale } from '../../server/web-build.ts';
import { benchCases as analyticsCases } from './analytics-bench.ts';
import type { BenchCase, BenchResult } from './bench-case.ts';
import { pageCases } from './page-cases.ts';
import { serviceCases, startedService } from './service-cases.ts';

/**
 * `npm run bench`: prints a table and writes it as JSON to test/output/bench.json. It reports; it never fails for being
 * slow, because a figure of one machine on one day is no test.
 */
const PROJECT_DIR = join(import.meta.dirname, '..', '..');

interface Measured extends BenchResult {
  readonly name: string;
  readonly bar: string;
}

/** The measures of the domain, each against a plain loop over the same arrays. Their bars are in ms: `< 1,000 ms`. */
const measures: readonly BenchCase[] = analyticsCases.map((one) => ({
  name: one.name,
  bar: one.bar,
  run: async () => {
    const { medianMs, ratioToPlainLoop, detail } = await one.run();
    const limit = Number(/[\d,]+/.exec(one.bar)?.[0].replaceAll(',', ''));
    return {
      value: medianMs,
      unit: 'ms',
      limit,
      ...(ratioToPlainLoop === undefined ? {} : { ratioToPlainLoop }),
      ...(detail === undefined ? {} : { detail }),
    };
  },
}));

async function measure(cases: readonly BenchCase[]): Promise<readonly Measured[]> {
  const results: Measured[] = [];
  for (const one of cases) {
    const result = await one.run();
    results.push({ name: one.name, bar: one.bar, ...result });
    console.log(line(one.name, one.bar, result));
  }
  return results;
}

const DIGITS: Readonly<Record<BenchResult['unit'], number>> = { ms: 1, s: 2, KB: 0, x: 2 };

function line(name: string, bar: string, { value, unit, limit, ratioToPlainLoop, detail }: BenchResult): string {
  const mark = value <= limit ? 'met ' : 'MISS';
  const ratio = ratioToPlainLoop === undefined ? '' : `, ${ratioToPlainLoop.toFixed(1)} x a plain loop`;
  return `${mark}  ${`${value.toFixed(DIGITS[unit])} ${unit}`.padStart(10)}  ${name} (${bar}${ratio}${detail === undefined ? '' : `; ${detail}`})`;
}

const dataDir = await mkdtemp(join(tmpdir(), 'yuelian-bench-'));
try {
  await buildPageIfStale(PROJECT_DIR, console.log);
  const cold = await startedService(dataDir);
  await cold.stop();
  const warm = await startedService(dataDir);
  try {
    const results = [
      ...(await measure(serviceCases(cold, warm))),
      ...(await measure(pageCases(warm))),
      ...(await measure(measures)),
    ];
    const folder = join(PROJECT_DIR, 'test', 'output');
    await mkdir(folder, { recursive: true });
    const machine = { node: process.version, cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30) };
    await writeFile(join(folder, 'bench.json'), `${JSON.stringify({ machine, results }, null, 2)}\n`);
  } finally {
    await warm.stop();
  }
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
