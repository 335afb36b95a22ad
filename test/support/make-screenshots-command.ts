import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startedService } from '../bench/started-service.ts';
import { findChromium, launchChromium } from './chromium.ts';
import { REPOSITORY } from './repository.ts';

/** A picture of the README: the link that it shows, and what is on the page when it is complete. */
interface Shot {
  readonly file: string;
  readonly search: string;
  readonly complete: (page: Page) => Promise<void>;
}

const SHOTS: readonly Shot[] = [
  {
    // 汕头 with 纺纱 selected.
    file: 'chain.png',
    search: '?view=chain&region=440500&segment=Y',
    complete: async (page) => {
      await page.locator('p.answer').waitFor();
      await page.locator('aside.drawer .measure').first().waitFor();
      await page.locator('.picture-canvas canvas').first().waitFor();
    },
  },
  {
    // Where 印染 of 广州 could go.
    file: 'relocation.png',
    search: '?view=relocation&from=440100&segment=D1',
    complete: async (page) => {
      await page.locator('p.rl-answer').waitFor();
      await page.locator('.rl-hops').waitFor();
      await page.locator('.map-canvas canvas').first().waitFor();
    },
  },
  {
    // Whom to approach for the chemical fibres that 汕头 lacks, the first firm opened up.
    file: 'targets.png',
    search: '?view=targets&region=440500&segment=F2&tfirm=cn-300876',
    complete: async (page) => {
      await page.locator('aside.drawer .tg-part-list').waitFor();
    },
  },
  {
    // Measures and departments, with the words of measure 19.
    file: 'policy.png',
    search: '?view=policy&region=440500&measure=S23-M19',
    complete: async (page) => {
      await page.locator('aside.drawer .pv-text').waitFor();
    },
  },
  {
    // What 汕头 is linked to, the first twenty.
    file: 'explore.png',
    search: '?view=explore&node=Region:440500',
    complete: async (page) => {
      await page.locator('aside.drawer .plain-button.primary').click();
      await page.locator('.xp-table tbody tr').nth(20).waitFor();
    },
  },
];
const SIZE = { width: 1440, height: 900 } as const;
/** Time for the last frames after everything is there, ms. */
const SETTLE_MS = 1_500;

/** Makes the pictures of the README from the service as `npm start` starts it, in a data folder of its own. */
const folder = join(REPOSITORY, 'web', 'screenshots');
const dataDir = await mkdtemp(join(tmpdir(), 'yuelian-screenshots-'));
try {
  const service = await startedService(dataDir);
  try {
    const browser = await launchChromium(findChromium(process.env));
    try {
      await mkdir(folder, { recursive: true });
      const page = await browser.newPage({ viewport: SIZE, locale: 'zh-CN', reducedMotion: 'reduce' });
      for (const { file, search, complete } of SHOTS) {
        await page.goto(`${service.url}/${search}`);
        await complete(page);
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        await page.waitForTimeout(SETTLE_MS);
        await page.screenshot({ path: join(folder, file), animations: 'disabled' });
        console.log(`web/screenshots/${file}`);
      }
    } finally {
      await browser.close();
    }
  } finally {
    await service.stop();
  }
} finally {
  await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
}
