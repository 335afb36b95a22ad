import { gzipSync } from 'node:zlib';
import { findChromium, launchChromium } from '../support/chromium.ts';
import { median, quantile, type BenchCase } from './bench-case.ts';
import { startedService, type StartedService } from './started-service.ts';

/** Questions asked for one figure, after as many for warming up. */
const SAMPLES = 200;
const WARM_UPS = 50;
/** Navigations for the first picture, each in a fresh browser context. */
const NAVIGATIONS = 7;

const GAPS = `{ gaps { release { id } basis cells { region { code } segment { code name } state class grade flags action
  firms namedFirms locationQuotient beta expectedFirms absenceProbability severity { value low high evidence } } } }`;
const RELOCATION = `{ relocationPaths(segment: "D1", from: "440100") { release { id } topStability candidates { rank
  region { code name } feasibility score { value low high components { name state value weight } }
  blockers { code text measure { code } } park { code name } paths { strength hops { kind label note } } missingHop } } }`;

async function ask(url: string, query: string): Promise<void> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(10_000),
  });
  const body = (await response.json()) as { errors?: unknown };
  if (!response.ok || body.errors !== undefined) throw new Error(`The question failed: ${JSON.stringify(body.errors)}`);
}

async function timings(url: string, query: string): Promise<readonly number[]> {
  for (let i = 0; i < WARM_UPS; i += 1) await ask(url, query);
  const sample: number[] = [];
  for (let i = 0; i < SAMPLES; i += 1) {
    const startedAt = performance.now();
    await ask(url, query);
    sample.push(performance.now() - startedAt);
  }
  return sample;
}

function at(service: StartedService, text: string): number {
  const line = service.lines.find((candidate) => candidate.text.includes(text));
  if (line === undefined) throw new Error(`The service never said "${text}".`);
  return line.at;
}

/**
 * Start, load, questions and page of the running service. `cold` made its graph, `warm` found it; the built page and the
 * jars were there for both.
 */
export function serviceCases(cold: StartedService, warm: StartedService): readonly BenchCase[] {
  const question = (name: string, query: string, limit: number): BenchCase => ({
    name,
    bar: `p95 <= ${limit} ms over HTTP`,
    run: async () => {
      const sample = await timings(warm.url, query);
      return { value: quantile(sample, 0.95), unit: 'ms', limit, detail: `median ${median(sample).toFixed(1)} ms` };
    },
  });
  return [
    {
      name: 'warm start to ready',
      bar: '<= 15 s with the jars cached',
      run: () => Promise.resolve({ value: at(warm, 'is ready: http') / 1_000, unit: 's', limit: 15 }),
    },
    {
      name: 'built-in map into an empty graph',
      bar: '<= 10 s',
      run: () => {
        const schemaAt = at(cold, 'schema is in place');
        return Promise.resolve({
          value: (at(cold, 'created,') - schemaAt) / 1_000,
          unit: 's',
          limit: 10,
          detail: `after ${((schemaAt - at(cold, 'Listening at')) / 1_000).toFixed(1)} s for the schema`,
        });
      },
    },
    question('gaps, 21 prefectures x default cut', GAPS, 30),
    question('relocationPaths, 印染 from 广州', RELOCATION, 50),
    {
      name: 'first chain picture after navigation',
      bar: '<= 1.5 s in Chromium',
      run: async () => {
        const browser = await launchChromium(findChromium(process.env));
        try {
          const sample: number[] = [];
          for (let i = 0; i < NAVIGATIONS; i += 1) {
            const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
            const page = await context.newPage();
            await page.goto(warm.url);
            await page.waitForFunction(() => performance.getEntriesByName('chain-picture').length > 0, undefined, {
              timeout: 30_000,
            });
            sample.push(await page.evaluate(() => performance.getEntriesByName('chain-picture')[0]?.startTime ?? 0));
            await context.close();
          }
          return { value: median(sample) / 1_000, unit: 's', limit: 1.5, detail: `${NAVIGATIONS} fresh contexts` };
        } finally {
          await browser.close();
        }
      },
    },
    {
      name: 'initial page, gzip',
      bar: '<= 340 KB (fails at 400)',
      run: async () => {
        const browser = await launchChromium(findChromium(process.env));
        try {
          const page = await browser.newPage();
          const sizes = new Map<string, number>();
          const reads: Promise<void>[] = [];
          page.on('response', (response) => {
            const path = new URL(response.url()).pathname;
            if (path === '/graphql' || path.startsWith('/health')) return;
            reads.push(response.body().then((body) => void sizes.set(path, gzipSync(body, { level: 9 }).length)));
          });
          await page.goto(warm.url, { waitUntil: 'networkidle' });
          await Promise.all(reads);
          const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
          return { value: bytes / 1_024, unit: 'KB', limit: 340, detail: `${sizes.size} files` };
        } finally {
          await browser.close();
        }
      },
    },
  ];
}

export { startedService };
