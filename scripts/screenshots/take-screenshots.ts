/**
 * `npm run screenshots`: the five main pages of the demo as they are on the morning of 17 March 2014, into this folder, for
 * the README. Needs Chromium on PATH. Starts the demo itself, on this machine alone, and ends it.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../../test/browser/open-browser.ts';

const PORT = '8127';
const WIDTH = 1280;
const ADDRESS = `http://127.0.0.1:${PORT}`;
const project = fileURLToPath(new URL('../../', import.meta.url));
const CASE = '/henvendelser/2013-samhandling/kommuner/1627';

const demo = spawn(process.execPath, ['src/main.ts', 'demo', '--serve', '--port', PORT], {
  cwd: project,
  stdio: 'pipe',
});
try {
  await ready();
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 900 } });
  const shots: [string, string, string?][] = [
    ['oversikt', '/'],
    ['henvendelse', '/henvendelser/2013-samhandling'],
    ['avklaring', '/avklaring'],
    ['brev', '/brev'],
    // The case paper of Bjugn came on the 19th.
    ['sak', CASE, '2014-03-20'],
  ];
  for (const [name, path, day] of shots) {
    if (day !== undefined) {
      await page.goto(ADDRESS);
      await page.fill('#demodato', day);
      await Promise.all([page.waitForEvent('load', { timeout: 120_000 }), page.click('button[value=dato]')]);
    }
    await page.goto(`${ADDRESS}${path}`);
    await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, import.meta.url)), fullPage: true });
    console.log(`${name}.png`);
  }
  await browser.close();
} finally {
  demo.kill('SIGINT');
}

/** Settles when the demo answers; throws when it ends before that, or takes two minutes. */
async function ready(): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    if (demo.exitCode !== null) throw new Error(`the demo ended with ${demo.exitCode}`);
    const answer = await fetch(ADDRESS).catch(() => null);
    if (answer?.ok) return;
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  throw new Error('the demo did not answer in two minutes');
}
