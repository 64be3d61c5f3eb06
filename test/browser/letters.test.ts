import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLetter } from '../../src/mail-out/write-letter.ts';
import { breaches } from './breaches.ts';
import { everyLetter } from './every-letter.ts';
import { openBrowser } from './open-browser.ts';

// A letter is read on a telephone in the dark as well as in a municipality's archive, by eye and by ear. The web's
// rules are the measure, in a real browser.

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each([
  { width: 680, scheme: 'light' as const },
  { width: 680, scheme: 'dark' as const },
  { width: 320, scheme: 'light' as const },
  { width: 320, scheme: 'dark' as const },
])('at $width px, $scheme', ({ width, scheme }) => {
  let page: Page;
  const requests: string[] = [];

  beforeAll(async () => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    page = await context.newPage();
    await page.route('**/*', route => {
      requests.push(route.request().url());
      return route.abort();
    });
  });
  afterAll(() => page?.context().close());

  test.each(everyLetter())('$name', async ({ facts }) => {
    await page.setContent(writeLetter(facts).html);
    const { violations, unsure } = await breaches(page);
    expect(violations).toEqual([]);
    // A contrast that axe cannot work out is one that nobody has looked at.
    expect(unsure).toEqual([]);
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await darkness(page)).toBe(scheme);
    expect(requests).toEqual([]);
  });
});

test('the measure itself sees a letter that is no good', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 900 } });
  await page.setContent('<body><p style="color:#aaa;width:500px">Vi mangler svar fra dere!</p><img src="data:,">');
  const { violations } = await breaches(page);
  expect(violations.map(line => line.split(':')[0])).toEqual(
    expect.arrayContaining(['color-contrast', 'document-title', 'html-has-lang', 'image-alt']),
  );
  expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBeGreaterThan(320);
  await page.close();
});

async function darkness(page: Page): Promise<'light' | 'dark'> {
  const colour = (await page.evaluate('getComputedStyle(document.body).backgroundColor')) as string;
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
  return red + green + blue > 3 * 128 ? 'light' : 'dark';
}
