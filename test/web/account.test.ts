import { expect, test } from 'vitest';
import { addDeputy, deputiesFrom } from '../../src/register/deputies.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { emptyRegister } from '../worlds/register.ts';
import { EVA, KARI, OLA, testPages } from '../worlds/web.ts';

const NOW = '2014-03-17T07:15:00Z';
const AWAY = { stedfortreder: OLA.address, fra: '2014-03-18', til: '2014-03-20' };

test('the account says who she is and what she may; people and log are for who administers', async () => {
  const pages = testPages(emptyRegister(), NOW);
  const kari = await (await pages.browser(KARI)).html('/konto');
  for (const words of ['Kari Moen', 'kari@ks.example', 'avgjør']) expect(kari).toContain(words);
  for (const words of ['PEOPLE', 'Det folk har gjort sist']) expect(kari).not.toContain(words);
  const eva = await (await pages.browser(EVA)).html('/konto');
  for (const words of [OLA.address, KARI.address, 'PEOPLE', 'Det folk har gjort sist']) expect(eva).toContain(words);
});

test("signing out everywhere ends all her sessions and the links on their way, and nobody else's", async () => {
  const pages = testPages(emptyRegister(), NOW);
  const here = await pages.browser(KARI);
  const there = await pages.browser(KARI);
  const other = await pages.browser(EVA);
  await there.post('/logg-inn', { epost: KARI.address });
  expect((await here.post('/konto/logg-ut-alle')).headers.get('location')).toBe('/logg-inn');
  expect((await there.get('/')).status).toBe(303);
  expect((await here.get('/')).status).toBe(303);
  expect((await other.get('/')).status).toBe(200);
  expect((await here.post(new URL(pages.links.at(-1)!).pathname)).status).toBe(404);
});

test('she sets a deputy for herself, sees it, and ends it', async () => {
  const register = emptyRegister();
  const browser = await testPages(register, NOW).browser(KARI);
  await browser.post('/konto/stedfortreder', AWAY);
  expect(deputiesFrom(register, '2014-03-17')).toMatchObject([
    { address: KARI.address, deputyAddress: OLA.address, fromDay: '2014-03-18', toDay: '2014-03-20' },
  ]);
  const page = await browser.html('/konto');
  expect(page).toContain('Ola Nes er stedfortreder for Kari Moen fra 18.03.2014 til 20.03.2014.');
  // Her second click on the same button.
  await browser.post('/konto/stedfortreder', AWAY);
  expect(deputiesFrom(register, '2014-03-17')).toHaveLength(1);
  const { id } = deputiesFrom(register, '2014-03-17')[0]!;
  await browser.post(`/konto/stedfortreder/${id}/slutt`);
  expect(deputiesFrom(register, '2014-03-17')).toEqual([]);
  await browser.post(`/konto/stedfortreder/${id}/slutt`);
  expect(await browser.html('/konto')).toContain('avsluttet fra før');
});

test.each([
  ['no such day', { ...AWAY, fra: '2014-02-30' }],
  ['no day', { ...AWAY, til: '' }],
  ['the wrong way round', { ...AWAY, fra: '2014-03-21' }],
  ['a time that is over', { ...AWAY, fra: '2014-03-01', til: '2014-03-02' }],
  ['for ever', { ...AWAY, til: '2024-03-02' }],
  ['herself', { ...AWAY, stedfortreder: KARI.address }],
  ['somebody unknown', { ...AWAY, stedfortreder: '<script>alert(1)</script>' }],
])('%s is no deputy', async (_, given) => {
  const register = emptyRegister();
  const browser = await testPages(register, NOW).browser(KARI);
  await browser.post('/konto/stedfortreder', given);
  const page = await browser.html('/konto');
  expect(page).toContain('Ingenting er lagret');
  expect(page).not.toContain('<script>');
  expect(deputiesFrom(register, '2014-01-01')).toEqual([]);
});

test('only who administers sets or ends a deputy for others, by a role of her own', async () => {
  const register = emptyRegister();
  const pages = testPages(register, NOW);
  const ola = await pages.browser(OLA);
  const forEva = { ...AWAY, borte: EVA.address };
  expect((await ola.post('/konto/stedfortreder', forEva)).status).toBe(403);
  // Ola stands in for Eva, who administers: what she was lent she cannot prolong.
  addDeputy(
    register,
    { address: EVA.address, deputyAddress: OLA.address, fromDay: '2014-03-17', toDay: '2014-03-17' },
    'Eva',
    NOW,
  );
  expect((await ola.post('/konto/stedfortreder', forEva)).status).toBe(403);
  expect(await ola.html('/konto')).not.toContain('Det folk har gjort sist');
  const { id } = deputiesFrom(register, '2014-03-17')[0]!;
  expect((await (await pages.browser(KARI)).post(`/konto/stedfortreder/${id}/slutt`)).status).toBe(403);
  const eva = await pages.browser(EVA);
  await eva.post('/konto/stedfortreder', { ...AWAY, borte: KARI.address });
  await eva.post(`/konto/stedfortreder/${id}/slutt`);
  expect(deputiesFrom(register, '2014-03-17')).toMatchObject([{ address: KARI.address }]);
  expect(await eva.html('/konto')).toContain('Ola Nes er ikke lenger stedfortreder for Eva L. Indreby');
});

test('the log says in words who did what and where, not what the robot did nor each case that was opened', async () => {
  const { register } = storyCampaign('2013-11-28T10:00:00Z');
  const pages = testPages(register, '2013-11-29T08:00:00Z');
  const eva = await pages.browser(EVA);
  await eva.post('/brev/nodstopp');
  await eva.post('/kommuner/1617/kontakt', {
    rolle: 'director',
    navn: '<i>Per</i>',
    adresse: 'per@hitra.kommune.example',
  });
  await eva.post('/henvendelser/2013-samhandling/kommuner/1617/notat', { siste: '9999', notat: '<b>ring</b>' });
  const page = await eva.html('/konto');
  for (const words of [
    'registrerte henvendelsen',
    'stoppet all sending',
    'kontakt: Kommunedirektør per@hitra',
    '&lt;b&gt;ring',
  ])
    expect(page).toContain(words);
  expect(page).not.toContain('<b>ring');
  expect(page).not.toContain('saken ble åpnet');
});
