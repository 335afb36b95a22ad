import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { AppError } from './domain/app-error.ts';
import { evaluateDataset } from './domain/dataset/evaluate-dataset.ts';
import { parseDataset } from './domain/dataset/parse-dataset.ts';
import { loadLinearProgramSolver } from './load-linear-program-solver.ts';

const USAGE = 'Usage: npm run --silent analytics -- <dataset.json>';

/**
 * Works out every measure of a data set with the functions that serve the API and prints them as one JSON value.
 * A data set that cannot be used: a message with the JSON path on standard error, exit status 1.
 */
async function main(): Promise<void> {
  const [path, ...rest] = process.argv.slice(2);
  if (path === undefined || rest.length > 0) throw new AppError('BAD_USER_INPUT', USAGE);
  const report = evaluateDataset(parseDataset(await readJson(path)), await loadLinearProgramSolver());
  await print(`${JSON.stringify(report, null, 2)}\n`);
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new AppError('BAD_USER_INPUT', `${path} cannot be read. ${USAGE}`, path, error);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'unknown fault';
    throw new AppError('BAD_USER_INPUT', `${path} is not JSON: ${detail}`, path, error);
  }
}

/** Resolves once the text has left the process, so that a pipe gets all of it. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

try {
  await main();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  const place = error.where === '' || error.message.includes(error.where) ? '' : `${error.where}: `;
  process.stderr.write(`${place}${error.message}\n`);
  process.exitCode = 1;
}
