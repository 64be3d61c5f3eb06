import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openIdDoor } from '../../src/web/sign-in/open-id.ts';
import { type OpenIdProvider, startOpenIdProvider } from '../worlds/open-id-provider.ts';
import { emptyRegister } from '../worlds/register.ts';
import { EVA, type TestBrowser, testPages } from '../worlds/web.ts';

const NOW = '2014-03-17T07:15:00Z';
let provider: OpenIdProvider;
beforeAll(async () => {
  provider = await startOpenIdProvider();
});
afterAll(() => provider.stop());
beforeEach(() => {
  provider.claims = { email: 'Eva@ks.example', email_verified: true };
  provider.userinfo = null;
});

function pages() {
  const warned: object[] = [];
  const log = { debug: () => undefined, warn: (line: object) => warned.push(line), error: () => undefined };
  return { ...testPages(emptyRegister(), NOW, { openId: openIdDoor(provider.account, log) }), warned };
}
/** To the provider, signed in there, and the address that the browser comes back with. */
async function there(browser: TestBrowser): Promise<string> {
  const away = await browser.get('/logg-inn/konto');
  expect(away.status).toBe(303);
  const { pathname, search } = new URL(provider.signIn(away.headers.get('location')!));
  return pathname + search;
}
/** One cookie at a time is all that the test's browser keeps. */
async function signsIn(change: (back: string) => string = back => back): Promise<Response> {
  const browser = await pages().browser();
  return browser.get(change(await there(browser)));
}

test('whoever the organisation vouches for is signed in, when she is one of the people in the settings', async () => {
  const world = pages();
  expect(await (await world.browser()).html('/logg-inn')).toContain('href="/logg-inn/konto"');
  const browser = await world.browser();
  const back = await browser.get(await there(browser));
  expect([back.status, back.headers.get('location')]).toEqual([303, '/']);
  const cookie = back.headers
    .getSetCookie()
    .find(one => one.startsWith('purrebot=s'))!
    .split(';')[0]!;
  const home = await world.app.request('http://purrebot.example/', { headers: { cookie } });
  expect(await home.text()).toContain(EVA.name);
});

test('the provider is asked with a challenge, and knows the address of the settings alone', async () => {
  const away = await (await pages().browser()).get('/logg-inn/konto');
  const { searchParams: query } = new URL(away.headers.get('location')!);
  expect(Object.fromEntries(query)).toMatchObject({
    redirect_uri: 'http://purrebot.example/logg-inn/retur',
    response_type: 'code',
    code_challenge_method: 'S256',
    scope: 'openid email',
  });
  expect(away.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
});

test.each<[string, Record<string, unknown>]>([
  ['somebody who is not in the settings', { email: 'per@ks.example' }],
  ['an address that nobody has checked', { email: EVA.address, email_verified: false }],
  ['an address that nobody has checked, in words', { email: EVA.address, email_verified: 'false' }],
  ['no address', { email: undefined }],
  ['a token of another sign-in', { email: EVA.address, nonce: 'en-annen' }],
  ['a token for another program', { email: EVA.address, aud: 'noe-annet' }],
  ['a token that is over', { email: EVA.address, exp: 1 }],
  ['a token of another provider', { email: EVA.address, iss: 'https://ond.example' }],
])('%s signs nobody in', async (_, claims) => {
  provider.claims = claims;
  const response = await signsIn();
  expect(response.status).toBe(403);
  expect(response.headers.getSetCookie().join()).not.toMatch(/purrebot=s/);
});

test.each<[string, (back: string) => string]>([
  ['with a state of another sign-in', back => back.replace(/state=[^&]+/, 'state=en-annen')],
  ['without a state', back => back.replace(/&state=[^&]+/, '')],
  ['with a code that the provider does not know', back => back.replace(/code=[^&]+/, 'code=gjettet')],
  ['with a refusal', back => back.replace(/code=[^&]+/, 'error=access_denied')],
])('a return %s signs nobody in', async (_, change) => {
  expect((await signsIn(change)).status).toBe(403);
});

test('a return works once, in the browser that began, within ten minutes', async () => {
  const world = pages();
  const mine = await world.browser();
  const back = await there(mine);
  const cookie = mine.cookie();
  // Somebody else's browser, sent here with an address that was made elsewhere.
  expect((await (await world.browser()).get(back)).status).toBe(400);
  expect((await mine.get(back)).status).toBe(303);
  const again = await world.app.request(`http://purrebot.example${back}`, { headers: { cookie } });
  expect(again.status).toBe(400);
  const slow = await world.browser();
  const late = await there(slow);
  world.at('2014-03-17T07:26:00Z');
  expect((await slow.get(late)).status).toBe(400);
});

test('an address that only the userinfo endpoint gives counts as well', async () => {
  const other = await startOpenIdProvider();
  other.userinfo = { email: EVA.address };
  const log = { debug: () => undefined, warn: () => undefined, error: () => undefined };
  const world = testPages(emptyRegister(), NOW, { openId: openIdDoor(other.account, log) });
  const browser = await world.browser();
  const away = await browser.get('/logg-inn/konto');
  const back = new URL(other.signIn(away.headers.get('location')!));
  expect((await browser.get(back.pathname + back.search)).status).toBe(303);
  await other.stop();
});

test('a provider that is down is told, and asked again the next time', async () => {
  const world = pages();
  const browser = await world.browser();
  provider.isDown = true;
  const response = await browser.get('/logg-inn/konto');
  provider.isDown = false;
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('Logg inn med lenke på e-post');
  expect(world.warned).toEqual([{ code: expect.any(String) }]);
  expect((await browser.get('/logg-inn/konto')).status).toBe(303);
});

test('a provider that is not there at all is told as well', async () => {
  const gone = { ...provider.account, issuer: 'http://127.0.0.1:1' };
  const log = { debug: () => undefined, warn: () => undefined, error: () => undefined };
  const world = testPages(emptyRegister(), NOW, { openId: openIdDoor(gone, log) });
  expect((await (await world.browser()).get('/logg-inn/konto')).status).toBe(503);
  expect(world.faults).toEqual([]);
});
