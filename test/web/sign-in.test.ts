import { expect, test } from 'vitest';
import { addDeputy } from '../../src/register/deputies.ts';
import { emptyRegister } from '../worlds/register.ts';
import { EVA, KARI, OLA, testPages } from '../worlds/web.ts';

const NOW = '2014-03-17T07:15:00Z';

test('a person in the settings gets a link, and is signed in when she presses the button', async () => {
  const pages = testPages(emptyRegister(), NOW);
  const browser = await pages.browser();
  expect((await browser.get('/')).headers.get('location')).toBe('/logg-inn');
  await browser.post('/logg-inn', { epost: ' EVA@ks.example ' });
  const path = new URL(pages.links[0]!).pathname;
  // A mail scanner opens the link; that signs nobody in and does not use it up.
  expect(await (await browser.get(path)).text()).toContain('Logg inn i Purrebot');
  expect((await browser.get('/')).status).toBe(303);
  await browser.post(path);
  expect(await browser.html('/')).toContain('Eva L. Indreby');
});

test('a link works once, and for a quarter of an hour', async () => {
  const pages = testPages(emptyRegister(), NOW);
  const browser = await pages.browser(EVA);
  const used = new URL(pages.links[0]!).pathname;
  expect((await (await pages.browser()).post(used)).status).toBe(404);
  await browser.post('/logg-inn', { epost: EVA.address });
  pages.at('2014-03-17T07:31:00Z');
  expect((await browser.post(new URL(pages.links[1]!).pathname)).status).toBe(404);
});

test('whoever asks learns nothing of who is in the settings', async () => {
  const pages = testPages(emptyRegister(), NOW);
  const browser = await pages.browser();
  const known = await (await browser.post('/logg-inn', { epost: EVA.address })).text();
  const unknown = await (await browser.post('/logg-inn', { epost: 'per@ks.example' })).text();
  expect(unknown).toBe(known.replaceAll(EVA.address, 'per@ks.example'));
  expect(pages.links).toHaveLength(1);
});

test('nobody can fill a mailbox with links', async () => {
  const pages = testPages(emptyRegister(), NOW);
  const browser = await pages.browser();
  for (let i = 0; i < 10; i++) await browser.post('/logg-inn', { epost: EVA.address });
  expect(pages.links).toHaveLength(3);
});

test('a session ends half an hour after its last page, twelve hours after its first, and when she signs out', async () => {
  const pages = testPages(emptyRegister(), NOW);
  const browser = await pages.browser(EVA);
  const cookie = browser.cookie();
  for (const at of ['07:40', '08:05', '08:30']) {
    pages.at(`2014-03-17T${at}:00Z`);
    expect((await browser.get('/')).status).toBe(200);
  }
  pages.at('2014-03-17T09:01:00Z');
  expect((await browser.get('/')).status).toBe(303);
  const again = await pages.browser(EVA);
  await again.post('/logg-ut');
  const stolen = await pages.app.request('http://purrebot.example/', { headers: { cookie } });
  expect(stolen.status).toBe(303);
});

test('signing in gives a new secret, whatever cookie the browser came with', async () => {
  const pages = testPages(emptyRegister(), NOW);
  const browser = await pages.browser(EVA);
  const before = browser.cookie();
  await browser.post('/logg-inn', { epost: EVA.address });
  await browser.post(new URL(pages.links.at(-1)!).pathname);
  expect(browser.cookie()).not.toBe(before);
  expect((await pages.app.request('http://purrebot.example/', { headers: { cookie: before } })).status).toBe(303);
});

test('the register holds no secret of a session or a link', async () => {
  const pages = testPages(emptyRegister(), NOW);
  const browser = await pages.browser(EVA);
  const rows = JSON.stringify([
    pages.world.register.prepare('SELECT * FROM web_session').all(),
    pages.world.register.prepare('SELECT * FROM sign_in_link').all(),
  ]);
  expect(rows).not.toContain(browser.cookie().split('=')[1]);
});

test('a form from elsewhere changes nothing', async () => {
  const pages = testPages(emptyRegister(), NOW);
  const browser = await pages.browser(EVA);
  for (const headers of [
    { origin: 'https://ondsinnet.example' },
    { origin: 'http://purrebot.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
  ]) {
    expect((await browser.post('/logg-ut', {}, headers)).status).toBe(403);
  }
  expect((await browser.get('/')).status).toBe(200);
});

test('a deputy may do what the one who is away may, on the days she is away, and the page says for whom', async () => {
  const register = emptyRegister();
  const away = { address: EVA.address, deputyAddress: OLA.address, fromDay: '2014-03-17', toDay: '2014-03-18' };
  addDeputy(register, away, EVA.name, NOW);
  const pages = testPages(register, NOW);
  expect(await (await pages.browser(OLA)).html('/')).toContain('Ola Nes for Eva L. Indreby');
  expect(await (await pages.browser(KARI)).html('/')).not.toContain('for Eva');
  pages.at('2014-03-19T07:15:00Z');
  expect(await (await pages.browser(OLA)).html('/')).not.toContain('for Eva');
});

test('somebody who is taken out of the settings is out at once', async () => {
  const register = emptyRegister();
  const pages = testPages(register, NOW);
  const cookie = (await pages.browser(KARI)).cookie();
  const later = testPages(register, NOW, { people: [EVA] });
  expect((await later.app.request('http://purrebot.example/', { headers: { cookie } })).status).toBe(303);
});

test('no page runs a script, is framed, or is kept by the browser', async () => {
  const { headers } = await (await testPages(emptyRegister(), NOW).browser()).get('/logg-inn');
  const policy = headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('script-src');
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('same-origin');
});
