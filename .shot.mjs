import { chromium } from 'playwright-core';
const base = process.env.BASE ?? 'http://127.0.0.1:4312';
const out = '/tmp/web2run/shots';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
for (const spec of process.argv.slice(2)) {
  const [name, size, query, ...acts] = spec.split('|');
  const [width, height] = size.split('x').map(Number);
  const page = await browser.newPage({ viewport: { width, height } });
  page.on('console', (m) => { if (m.type() === 'error' || m.type()==='warning') console.log(name, m.type(), m.text().slice(0, 300)); });
  page.on('pageerror', (e) => console.log(name, 'pageerror', e.message));
  await page.goto(`${base}/?v=1&view=relocation&${query}`, { waitUntil: 'networkidle' });
  await page.waitForTimeout(600);
  for (const act of acts) { await page.evaluate(act); await page.waitForTimeout(500); }
  await page.screenshot({ path: `${out}/${name}.png` });
  await page.close();
}
await browser.close();
