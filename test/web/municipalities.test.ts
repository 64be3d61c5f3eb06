import { expect, test } from 'vitest';
import { contactsOn } from '../../src/register/contacts.ts';
import { findMunicipality } from '../../src/register/municipalities.ts';
import type { Register } from '../../src/register/open-register.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { emptyRegister } from '../worlds/register.ts';
import { KARI, OLA, testPages } from '../worlds/web.ts';

const NOW = '2014-02-03T09:00:00Z';
const story = () => storyCampaign('2013-11-28T10:00:00Z').register;
const XSS = '<script>alert(1)</script>';

function postmottak(register: Register, name: string): string[] {
  const answer = findMunicipality(register, name, '2014-02-03');
  if (!('found' in answer)) throw new Error(name);
  return contactsOn(register, answer.found.id, '2014-02-03')
    .filter(one => one.role === 'postmottak')
    .map(one => one.address);
}

test('the list shows who is written to and how many cases run, and is found by name, number and county', async () => {
  const browser = await testPages(story(), NOW).browser(OLA);
  const all = await browser.html('/kommuner');
  expect(all).toContain('postmottak@hitra.kommune.example');
  expect(all).toContain('Ingen adresse');
  const found = await browser.html('/kommuner?q=hitra');
  expect(found).toContain('/kommuner/1617');
  expect(found).not.toContain('/kommuner/1601');
  expect(await browser.html('/kommuner?q=1617')).toContain('Hitra');
  const county = await browser.html(`/kommuner?fylke=${encodeURIComponent('Sør-Trøndelag')}`);
  expect(county.match(/scope="row"/g)!.length).toBeGreaterThanOrEqual(25);
  expect(county).not.toContain('Tromsø');
  expect(await browser.html('/kommuner?q=Narnia')).toContain('Ingen kommuner passer');
});

test('what is looked for is shown as text, never as a page', async () => {
  const browser = await testPages(story(), NOW).browser(OLA);
  const page = await browser.html(`/kommuner?q=${encodeURIComponent(`"><${XSS}`)}&fylke=${encodeURIComponent(XSS)}`);
  expect(page).not.toContain(XSS);
});

test('the list leaves as CSV with a BOM and as a spreadsheet', async () => {
  const browser = await testPages(story(), NOW).browser(OLA);
  const csv = await (await browser.get('/kommuner.csv?q=hitra')).arrayBuffer();
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv);
  expect(text.split('\r\n')).toEqual([
    '\uFEFF"Kommunenummer";"Kommune";"Fylke";"Postmottak";"Saker i gang"',
    '"1617";"Hitra";"Sør-Trøndelag";"postmottak@hitra.kommune.example";1',
    '',
  ]);
  const xlsx = new Uint8Array(await (await browser.get('/kommuner.xlsx')).arrayBuffer());
  expect([...xlsx.slice(0, 2)]).toEqual([0x50, 0x4b]);
});

test('a municipality has its names and numbers over time, and the campaigns it takes part in', async () => {
  const browser = await testPages(story(), NOW).browser(OLA);
  const page = await browser.html('/kommuner/1617');
  for (const words of ['Hitra kommune', '5056', 'Felles kommunal ressurs', 'Ikke svart', 'hitra.kommune.no'])
    expect(page).toContain(words);
  expect(page).not.toContain('Sett kontakt');
});

test('a number of another time, or without its nought, leads to the one of today', async () => {
  const browser = await testPages(story(), NOW).browser(OLA);
  expect((await browser.get('/kommuner/301')).headers.get('location')).toBe('/kommuner/0301');
  expect((await browser.get('/kommuner/5056')).headers.get('location')).toBe('/kommuner/1617');
  expect((await browser.get('/kommuner/9999')).status).toBe(404);
  const later = await testPages(story(), '2026-02-03T09:00:00Z').browser(OLA);
  expect((await later.get('/kommuner/1627')).headers.get('location')).toBe('/kommuner/5017');
  expect(await later.html('/kommuner/5017')).toContain('tok slutt');
});

test('a contact is set in its role, from today, and noted on the case', async () => {
  const register = story();
  const browser = await testPages(register, NOW).browser(KARI);
  const given = { rolle: 'postmottak', navn: '', adresse: 'Post@hitra.kommune.example' };
  expect((await browser.post('/kommuner/1617/kontakt', given)).headers.get('location')).toBe('/kommuner/1617');
  expect(postmottak(register, 'Hitra')).toEqual(['post@hitra.kommune.example']);
  const page = await browser.html('/kommuner/1617');
  expect(page).toContain('får brev til post@hitra.kommune.example');
  expect(page).toContain('Tidligere kontakter');
});

test('an address that is none, an unknown role and a line break change nothing', async () => {
  const register = story();
  const browser = await testPages(register, NOW).browser(KARI);
  for (const given of [
    { rolle: 'postmottak', navn: '', adresse: 'hitra' },
    { rolle: 'ordfører', navn: '', adresse: 'a@hitra.kommune.example' },
    { rolle: 'postmottak', navn: '', adresse: 'a@hitra.kommune.example\r\nBcc: b@hitra.kommune.example' },
    { rolle: 'postmottak', navn: '', adresse: XSS },
  ]) {
    await browser.post('/kommuner/1617/kontakt', given);
    const page = await browser.html('/kommuner/1617');
    expect(page).toContain('Ingenting er lagret');
    expect(page).not.toContain(XSS);
  }
  expect(postmottak(register, 'Hitra')).toEqual(['postmottak@hitra.kommune.example']);
});

test('whoever may only look changes nothing', async () => {
  const register = story();
  const browser = await testPages(register, NOW).browser(OLA);
  const given = { rolle: 'postmottak', navn: '', adresse: 'post@hitra.kommune.example' };
  expect((await browser.post('/kommuner/1617/kontakt', given)).status).toBe(403);
  expect((await browser.get('/kommuner/import')).status).toBe(403);
  expect(
    (await browser.upload('/kommuner/import', {}, { fil: [{ name: 'k.csv', text: 'kommune\nHitra' }] })).status,
  ).toBe(403);
  expect(postmottak(register, 'Hitra')).toEqual(['postmottak@hitra.kommune.example']);
});

const CSV = `kommunenr;kommune;e-post;kontakt;kontakt e-post
1617;Hitra;post@hitra.kommune.example;;
301;;postmottak@oslo.kommune.example;<b>Per</b>;per@oslo.kommune.example
1627;Bjugn;postmottak@bjugn.kommune.example;;
`;

/** The form that takes a dry run in. */
function takeIn(page: string): Record<string, string> {
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  return { utkast: value('utkast'), merke: value('merke') };
}

test('a file is shown row by row first, and taken in with a second click, once', async () => {
  const register = story();
  const browser = await testPages(register, NOW).browser(KARI);
  const page = await (await browser.upload('/kommuner/import', {}, { fil: [{ name: 'k.csv', text: CSV }] })).text();
  expect(page).toContain('k.csv: 2 nye, 1 endres, 1 som før');
  expect(page).toContain('Lest som 0301 Oslo');
  expect(page).not.toContain('<b>Per</b>');
  expect(postmottak(register, 'Oslo')).toEqual([]);
  const form = takeIn(page);
  expect((await browser.post('/kommuner/import', form)).headers.get('location')).toBe('/kommuner');
  expect(postmottak(register, 'Oslo')).toEqual(['postmottak@oslo.kommune.example']);
  expect(postmottak(register, 'Hitra')).toEqual(['post@hitra.kommune.example']);
  expect(await browser.html('/kommuner')).toContain('3 kontakter er lagret fra k.csv');
  // Her second click on the same button.
  expect((await browser.post('/kommuner/import', form)).headers.get('location')).toBe('/kommuner');
  expect(register.prepare("SELECT count(*) FROM contact WHERE source = 'Kari Moen'").pluck().get()).toBe(3);
});

test('a file with any fault is not taken in, and all its faults are shown', async () => {
  const register = story();
  const browser = await testPages(register, NOW).browser(KARI);
  const text = `kommune;e-post\nHitra;post@hitra.kommune.example\nHitra;annen@hitra.kommune.example\n"=cmd|' /C calc'!A0";a@b.example\n${XSS};x\n`;
  const response = await browser.upload('/kommuner/import', {}, { fil: [{ name: `${XSS}.csv`, text }] });
  expect(response.status).toBe(400);
  const page = await response.text();
  expect(page).toContain('4 feil');
  expect(page).toContain('Hitra på nytt (først på linje 2)');
  expect(page).toContain('=cmd|');
  expect(page).not.toContain(XSS);
  expect(takeIn(page).utkast).toBe('');
  expect(postmottak(register, 'Hitra')).toEqual(['postmottak@hitra.kommune.example']);
});

test('a file whose municipalities got other contacts since it was shown is shown again', async () => {
  const register = story();
  const browser = await testPages(register, NOW).browser(KARI);
  const page = await (await browser.upload('/kommuner/import', {}, { fil: [{ name: 'k.csv', text: CSV }] })).text();
  await browser.post('/kommuner/1617/kontakt', { rolle: 'postmottak', navn: '', adresse: 'ny@hitra.kommune.example' });
  await browser.html('/kommuner');
  await browser.post('/kommuner/import', takeIn(page));
  expect(await browser.html('/kommuner/import')).toContain('Registeret er endret siden');
  expect(postmottak(register, 'Oslo')).toEqual([]);
});

test("nobody takes in another person's file, and nothing that is no table is read", async () => {
  const register = emptyRegister({ norway: true });
  const pages = testPages(register, NOW);
  const kari = await pages.browser(KARI);
  const page = await (await kari.upload('/kommuner/import', {}, { fil: [{ name: 'k.csv', text: CSV }] })).text();
  const eva = await pages.browser(pages.world.people[0]);
  await eva.post('/kommuner/import', takeIn(page));
  expect(postmottak(register, 'Oslo')).toEqual([]);
  for (const text of ['', '\u0000\u0001', 'PK\u0003\u0004', 'bare tekst', '"åpent']) {
    const answer = await kari.upload('/kommuner/import', {}, { fil: [{ name: 'k.csv', text }] });
    expect(answer.status).toBe(400);
  }
});
