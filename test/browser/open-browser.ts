import { type Browser, chromium } from 'playwright-core';
import { onPath } from '../../scripts/system-packages.ts';

/** The system's Chromium, told to ask nobody for anything: without these it looks for its maker's hosts at every start. */
export function openBrowser(): Promise<Browser> {
  const executablePath = onPath('chromium');
  if (executablePath === null) throw new Error('chromium is not on PATH: npm test installs it on Debian as root');
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
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
