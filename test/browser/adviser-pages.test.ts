import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openReviews } from '../../src/register/journal.ts';
import { breaches } from './breaches.ts';
import { openBrowser } from './open-browser.ts';
import { servedPages } from './served-pages.ts';

// The adviser's pages in a real browser: in light and dark, on a telephone and on paper, by keyboard alone, and without a
// script (there is none).

vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });

let browser: Browser;
let served: Awaited<ReturnType<typeof servedPages>>;
beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), servedPages()]);
});
afterAll(async () => {
  await browser?.close();
  served?.stop();
});

const ID = '2013-samhandling';
const PAGES: [string, () => string][] = [
  ['oversikt', () => '/'],
  ['henvendelse', () => `/henvendelser/${ID}`],
  ['henvendelse, på en dato', () => `/henvendelser/${ID}?per=2014-03-17&vis=mangler&grupper=fylke`],
  ['runde', () => `/henvendelser/${ID}/runde`],
  ['sak', () => `/henvendelser/${ID}/kommuner/1627`],
  ['sak med forbehold', () => `/henvendelser/${ID}/kommuner/1620`],
  ['saker', () => '/saker?vis=mangler'],
  ['avklaring', () => `/avklaring/${openReviews(served.pages.world.register)[0]!.messageId}`],
  ['melding med vedlegg', () => `/meldinger/${openReviews(served.pages.world.register)[0]!.messageId}`],
  ['brev', () => '/brev'],
  // The whole list is 357 rows of the same kind, and axe looks at each for ten seconds in all.
  ['kommuner', () => '/kommuner?q=sk'],
  ['kommune', () => '/kommuner/1617'],
  ['import', () => '/kommuner/import'],
  ['ny henvendelse', () => '/ny-henvendelse'],
  ['konto', () => '/konto'],
  ['logg inn', () => '/logg-inn'],
  ['tilgjengelighet', () => '/tilgjengelighet'],
];

describe.each([
  { width: 1280, scheme: 'light', media: 'screen' },
  { width: 1280, scheme: 'dark', media: 'screen' },
  { width: 320, scheme: 'light', media: 'screen' },
  { width: 320, scheme: 'dark', media: 'screen' },
  { width: 1280, scheme: 'light', media: 'print' },
] as const)('at $width px, $scheme, $media', ({ width, scheme, media }) => {
  let page: Page;
  const elsewhere: string[] = [];
  beforeAll(async () => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      bypassCSP: true,
    });
    page = await context.newPage();
    await page.emulateMedia({ media, colorScheme: scheme });
    page.on('request', request => {
      if (!request.url().startsWith(served.url) && !request.url().startsWith('data:')) elsewhere.push(request.url());
    });
  });
  afterAll(() => page?.context().close());

  test.each(PAGES)('%s', async (_name, path) => {
    const response = await page.goto(`${served.url}${path()}`);
    expect(response?.status()).toBe(200);
    const { violations } = await breaches(page);
    expect(violations).toEqual([]);
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(elsewhere).toEqual([]);
    expect(served.pages.faults).toEqual([]);
  });
});

describe('by keyboard alone, without JavaScript', () => {
  let page: Page;
  beforeAll(async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
  });
  afterAll(() => page?.context().close());

  /** Tabs on until the thing with these words has the focus. */
  async function tabTo(words: string | RegExp, most = 200): Promise<void> {
    for (let i = 0; i < most; i++) {
      await page.keyboard.press('Tab');
      const text = (await page.evaluate(
        "`${document.activeElement.textContent.trim()} ${document.activeElement.getAttribute('aria-label') ?? ''}`",
      )) as string;
      if (typeof words === 'string' ? text.includes(words) : words.test(text)) return;
    }
    throw new Error(`«${words}» never had the focus`);
  }

  const enter = () => Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);

  test('the content is one key away', async () => {
    await page.goto(served.url);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(page.url()).toContain('#innhold');
  });

  test('from the overview to a municipality and back to who is missing', async () => {
    await page.goto(served.url);
    await tabTo('Felles kommunal ressurs');
    await enter();
    await tabTo(/^Bjugn/);
    await enter();
    expect(await page.locator('h1').textContent()).toBe('Bjugn kommune');
  });

  test('a table is sorted by its head', async () => {
    await page.goto(`${served.url}/henvendelser/${ID}?grupper=ingen`);
    await tabTo(/^Beløp/);
    await enter();
    expect(page.url()).toContain('sorter=belop');
    expect(await page.locator('th[aria-sort=ascending]').textContent()).toContain('Beløp');
  });

  test('a review is settled, and the next one is there', async () => {
    const before = openReviews(served.pages.world.register).length;
    await page.goto(`${served.url}/avklaring`);
    const radio = page.locator('input[name=svar][value=nei]');
    await radio.focus();
    await page.keyboard.press('Space');
    await tabTo(/Registrer/);
    await enter();
    expect(await page.locator('[role=status]').textContent()).toContain('slutter seg ikke til');
    expect(openReviews(served.pages.world.register).length).toBeLessThan(before);
  });

  test('everything is stopped, and started again', async () => {
    await page.goto(`${served.url}/brev`);
    await tabTo('Stopp all sending');
    await enter();
    expect(await page.locator('.ds-alert').first().textContent()).toContain('Nødstopp er på.');
    await tabTo('Start sending igjen');
    await enter();
    expect(await page.locator('body').textContent()).not.toContain('Nødstopp er på.');
  });
});
