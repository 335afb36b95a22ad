import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { AppError } from '../../server/domain/app-error.ts';

/** Where Chromium and its like are found; CHROMIUM_PATH comes first. */
const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
] as const;

/** Debian's package of the Chinese, Japanese and Korean font: without it a screenshot shows boxes. */
const FONT_FILES = ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'] as const;

const HOW =
  'Install Chromium and a CJK font (Debian, Ubuntu: apt-get install chromium fonts-noto-cjk), or set CHROMIUM_PATH to a Chromium of 86 or newer.';

/**
 * The browser for tests, benchmarks and screenshots. On Debian and Ubuntu as root what is missing is installed;
 * elsewhere the error says what to install. A missing browser is a failure, never a skip.
 */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string {
  const named = env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new AppError('ENVIRONMENT', `CHROMIUM_PATH names ${named}, which is not there. ${HOW}`, 'CHROMIUM_PATH');
  }
  const missing = [
    ...(CANDIDATES.some((path) => existsSync(path)) ? [] : ['chromium']),
    ...(process.platform === 'linux' && !FONT_FILES.some((path) => existsSync(path)) ? ['fonts-noto-cjk'] : []),
  ];
  if (missing.length > 0 && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log(`Installing ${missing.join(' and ')} ...`);
    const quiet = { stdio: 'ignore', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], quiet);
  }
  const found = CANDIDATES.find((path) => existsSync(path));
  if (found === undefined) throw new AppError('ENVIRONMENT', `No Chromium was found. ${HOW}`, 'CHROMIUM_PATH');
  return found;
}

/** Starts it without a window and without any traffic of its own. The caller closes it. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
