import { expect, test } from 'vitest';
import { readBeside } from '../../src/cli/read-campaign.ts';
import { parseCampaignFile } from '../../src/jobs/parse-campaign-file.ts';
import { campaignById, campaignFiles } from '../../src/register/campaigns.ts';
import { casesOf } from '../../src/register/cases.ts';
import { contactsOn } from '../../src/register/contacts.ts';
import { findMunicipality } from '../../src/register/municipalities.ts';
import { lettersOf } from '../../src/register/outbox.ts';
import { emptyRegister } from '../worlds/register.ts';
import { KARI, OLA, testPages } from '../worlds/web.ts';

const NOW = '2026-02-03T09:00:00Z';
const XSS = '"><script>alert(1)</script>';
const FILLED = {
  gjor: 'vis',
  tittel: 'Felles rådgiver 2027',
  id: '',
  ref: '26/00123',
  type: 'tilslutning',
  grunnbelop: '10 000',
  perinnbygger: '3',
  folketall: '2026-01-01',
  aar: '2027',
  frist: '2026-04-16',
  purreplan: 'standard',
  oppfordring: 'slutte seg til en felles rådgiver',
  tekst: 'Vi ber dere bidra.\n\nAndelen for {kommune} er {andel}.',
  navn: 'Kari Moen',
  epost: 'kari@ks.example',
  enhet: 'KS Trøndelag',
  hvem: 'liste',
  liste: 'Hitra <postmottak@hitra.kommune.example>\nFrøya <postmottak@froya.kommune.example>',
};
const world = () => testPages(emptyRegister({ norway: true }), NOW);
/** For what stores nothing: Norway is loaded once. */
const looking = world();
const kari = looking.browser(KARI);

function text(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** The form that saves what a proposal shows. */
function saving(page: string): Record<string, string | string[]> {
  const form = /<form method="post" action="\/ny-henvendelse"><input type="hidden"[\s\S]*?<\/form>/.exec(page)![0];
  const fields: Record<string, string[]> = {};
  for (const [, name, value] of form.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g))
    fields[name!] = [...(fields[name!] ?? []), text(value!)];
  return { ...fields, gjor: 'lagre' };
}

test('the form is filled with what is known, and shown to those who decide', async () => {
  const page = await (await kari).html('/ny-henvendelse');
  for (const value of ['Kari Moen', 'kari@ks.example', 'KS Sør-Trøndelag', '2026-01-01', 'Trøndelag (38)'])
    expect(page).toContain(value);
  const ola = await looking.browser(OLA);
  expect((await ola.get('/ny-henvendelse')).status).toBe(403);
  expect((await ola.post('/ny-henvendelse', { ...FILLED, gjor: 'lagre' })).status).toBe(403);
  expect((await ola.post('/henvendelser/x/send')).status).toBe(403);
});

test('the proposal shows recipients, sums, days and letter, and stores nothing', async () => {
  const page = await (await (await kari).post('/ny-henvendelse', FILLED)).text();
  for (const words of [
    'postmottak@hitra.kommune.example',
    'Til Frøya, på bokmål',
    'slutte seg til en felles rådgiver',
    'Lagre',
    'frist torsdag 16.04.2026',
    'påminnelse',
  ])
    expect(page).toContain(words);
  expect(page).toMatch(/mottakere<\/dt><dd class="num">2</);
  const { register } = looking.world;
  for (const table of ['campaign', 'cases', 'journal', 'letter', 'contact'])
    expect(register.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
});

test('what was shown is saved, with a name made of the title; a second click saves nothing more', async () => {
  const pages = world();
  const { register } = pages.world;
  const browser = await pages.browser(KARI);
  const form = saving(await (await browser.post('/ny-henvendelse', FILLED)).text());
  const id = 'felles-radgiver-2027';
  expect((await browser.post('/ny-henvendelse', form)).headers.get('location')).toBe(`/henvendelser/${id}`);
  expect((await browser.post('/ny-henvendelse', form)).headers.get('location')).toBe(`/henvendelser/${id}`);
  expect(campaignById(register, id)).toMatchObject({
    title: FILLED.tittel,
    reference: '26/00123',
    terms: { baseNok: 10_000, perInhabitantNok: 3, populationDate: '2026-01-01', year: 2027 },
    deadlines: [{ date: '2026-04-16' }],
    sender: { name: 'Kari Moen', address: 'kari@ks.example' },
    ask: { bokmål: 'slutte seg til en felles rådgiver', nynorsk: null },
  });
  expect(casesOf(register, id)).toHaveLength(2);
  expect(lettersOf(register)).toEqual([]);
  expect(register.prepare("SELECT actor FROM journal WHERE event = 'campaign-started'").pluck().all()).toEqual([
    'Kari Moen',
  ]);
  // The same title once more, from a form of its own.
  const again = await browser.post('/ny-henvendelse', FILLED);
  expect(again.status).toBe(400);
  expect(await again.text()).toContain('registrert fra før');
});

test('a saved campaign is sent from a page with its plan, once', async () => {
  const pages = world();
  const { register } = pages.world;
  const browser = await pages.browser(KARI);
  await browser.post('/ny-henvendelse', saving(await (await browser.post('/ny-henvendelse', FILLED)).text()));
  const href = '/henvendelser/felles-radgiver-2027';
  expect(await browser.html(href)).toContain('Send henvendelsen (2)');
  expect(await (await pages.browser(OLA)).html(href)).not.toContain('Send henvendelsen');
  const plan = await browser.html(`${href}/send`);
  for (const words of ['Får brev (2)', 'postmottak@froya.kommune.example', '16.04.2026', 'Prøvemodus'])
    expect(plan).toContain(words);
  const vist = /name="vist" value="([^"]*)"/.exec(plan)![1]!;
  expect((await browser.post(`${href}/send`, { vist: '999' })).headers.get('location')).toBe(`${href}/send`);
  expect(lettersOf(register)).toEqual([]);
  expect((await browser.post(`${href}/send`, { vist })).headers.get('location')).toBe('/brev');
  expect((await browser.post(`${href}/send`, { vist })).headers.get('location')).toBe(href);
  expect(lettersOf(register)).toMatchObject([
    { kind: 'request', state: 'planned', approval: 'approved', approvedBy: 'Kari Moen' },
    { kind: 'request', state: 'planned', approval: 'approved' },
  ]);
  expect(await browser.html(href)).not.toContain('Send henvendelsen');
  expect(await browser.html(`${href}/send`)).toContain('Det er ingenting å sende');
});

test('all faults are shown at once, each with its field, and what was filled in stands there still', async () => {
  const browser = await kari;
  const response = await browser.post('/ny-henvendelse', {
    ...FILLED,
    ref: '',
    id: 'Æ Ø',
    perinnbygger: '3,50',
    frist: '2026-02-30',
    epost: 'kari',
    tekst: 'Andelen er {andell}.',
    liste: 'Hitra\n\nHitra\nNarnia\nHerøy',
  });
  expect(response.status).toBe(400);
  const page = text(await response.text());
  for (const words of [
    'Vår ref: ventet en tekst',
    'Id: ventet små bokstaver',
    'Vilkår: per innbygger: ventet hele kroner',
    'Frister: ventet en dag som finnes',
    'Avsender: e-post: ventet en e-postadresse',
    'Brevteksten: ventet et felt som finnes',
    'Linje 3, mottakere: ventet hver kommune én gang, fant Hitra på nytt (først på linje 1)',
    'Linje 4, mottakere',
    'Linje 5, mottakere: ventet én kommune',
    'href="#epost"',
    'Mottakere som er funnet (1)',
    'value="3,50"',
    'Andelen er {andell}.',
    'Narnia',
  ])
    expect(page).toContain(words);
  expect(page).not.toContain('value="lagre"');
});

test('an empty form tells what is missing, in words of the form', async () => {
  const page = await (await (await kari).post('/ny-henvendelse', { gjor: 'lagre' })).text();
  for (const words of ['Velg minst én frist', 'Velg fylker, lim inn en liste', 'Fyll ut feltet'])
    expect(page).toContain(words);
  expect(page).not.toMatch(/[Ll]egg til linjen|i hodet/);
});

test('every field is shown as text, never as a page', async () => {
  const browser = await kari;
  const names = [
    'tittel',
    'id',
    'ref',
    'type',
    'grunnbelop',
    'perinnbygger',
    'folketall',
    'aar',
    'frist',
    'frist2',
    'frist3',
    'purreplan',
    'oppfordring',
    'oppfordring-nn',
    'tekst',
    'tekst-nn',
    'navn',
    'epost',
    'stilling',
    'enhet',
    'telefon',
    'hvem',
    'liste',
    'fylke',
    'behold',
    'utkast',
  ];
  const all = await browser.post(
    '/ny-henvendelse',
    Object.fromEntries([...names.map(name => [name, XSS]), ['gjor', 'vis']]),
  );
  expect(await all.text()).not.toContain('<script>');
  // And in a sound one, where the words reach the letter.
  const sound = await browser.post('/ny-henvendelse', {
    ...FILLED,
    tittel: `A ${XSS}`,
    id: 'a',
    ref: XSS,
    oppfordring: XSS,
    tekst: XSS,
    navn: XSS,
    stilling: XSS,
    enhet: XSS,
    telefon: XSS,
  });
  const page = await sound.text();
  expect(sound.status).toBe(200);
  expect(page).not.toContain('<script>');
  expect(page).toContain('&lt;script&gt;');
});

test('words that YAML would take for something else stay words', async () => {
  const pages = world();
  const browser = await pages.browser(KARI);
  const odd = {
    ...FILLED,
    id: 'odd',
    tittel: 'nei: # "ja" - {x} *y &z',
    ref: '0301',
    oppfordring: '- [slutte] seg til: ja',
    navn: 'null',
    tekst: '---\nid: annen\n---\nTekst.',
  };
  const form = saving(await (await browser.post('/ny-henvendelse', odd)).text());
  await browser.post('/ny-henvendelse', form);
  expect(campaignById(pages.world.register, 'odd')).toMatchObject({
    title: odd.tittel,
    reference: '0301',
    ask: { bokmål: '- [slutte] seg til: ja' },
    sender: { name: 'null' },
    text: { bokmål: '--- id: annen --- Tekst.' },
  });
});

test('the file that is downloaded is the campaign that the command line reads', async () => {
  const pages = looking;
  const browser = await pages.browser(KARI);
  const response = await browser.post('/ny-henvendelse', {
    ...FILLED,
    'tekst-nn': 'Vi bed dykk.',
    'oppfordring-nn': 'slutte seg til',
    gjor: 'fil',
  });
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="felles-radgiver-2027.md"');
  const parsed = parseCampaignFile({
    text: await response.text(),
    fileName: 'x.md',
    readBeside: readBeside('/nowhere/x.md'),
    resolve: (name, date) => findMunicipality(pages.world.register, name, date),
    today: '2026-02-04',
  });
  expect(parsed).toMatchObject({
    date: '2026-02-03',
    campaign: { id: 'felles-radgiver-2027', ask: { nynorsk: 'slutte seg til' }, text: { nynorsk: 'Vi bed dykk.' } },
  });
});

test('a county is all its municipalities, those of double names by number', async () => {
  const browser = await kari;
  const page = await (
    await browser.post('/ny-henvendelse', {
      ...FILLED,
      tekst: 'Vi ber dere bidra.',
      hvem: 'fylke',
      fylke: ['Trøndelag', 'Nordland'],
      fylkeskommuner: 'ja',
    })
  ).text();
  expect(page).toMatch(/mottakere<\/dt><dd class="num">81</);
  expect(page).toContain('uten adresse');
  expect(page).toContain('Trøndelag fylkeskommune');
});

const CSV =
  'kommunenr;kommune;e-post;kontakt;kontakt e-post\n301;;postmottak@oslo.kommune.example;=cmd|x;per@oslo.kommune.example\n5056;Hitra;post@hitra.kommune.example;;\n';

test('recipients and attachments come as files, stay while the form is looked at again, and are saved', {
  timeout: 60_000,
}, async () => {
  const pages = world();
  const { register } = pages.world;
  const browser = await pages.browser(KARI);
  const files = {
    mottakerfil: [{ name: 'liste.csv', text: CSV }],
    vedlegg: [
      { name: 'C:\\mine\\Sak 1.pdf', text: '%PDF-1.4' },
      { name: 'b.pdf', text: '%PDF' },
    ],
  };
  const first = await (await browser.upload('/ny-henvendelse', { ...FILLED, hvem: 'fil' }, files)).text();
  for (const words of ['Lest som 0301 Oslo', 'Linje 2, liste.csv', 'Sak 1.pdf', 'post@hitra.kommune.example'])
    expect(first).toContain(words);
  // Looked at again without b.pdf.
  const key = /name="utkast" value="([^"]*)"/.exec(first)![1]!;
  const again = await browser.upload(
    '/ny-henvendelse',
    { ...FILLED, hvem: 'fil', utkast: key, behold: ['liste.csv', 'Sak 1.pdf'] },
    {},
  );
  await browser.post('/ny-henvendelse', saving(await again.text()));
  const id = 'felles-radgiver-2027';
  expect(campaignFiles(register, id).map(one => [one.name, new TextDecoder().decode(one.bytes)])).toEqual([
    ['Sak 1.pdf', '%PDF-1.4'],
  ]);
  const [oslo] = casesOf(register, id);
  expect(contactsOn(register, oslo!.municipalityId, '2026-02-03').map(one => one.name)).toEqual(['', '=cmd|x']);
});

test("faults of a CSV are told by its lines; a file that is lost or another person's is told", async () => {
  const browser = await kari;
  const bad = 'kommune;e-post\nHitra;x\nHitra;y@hitra.kommune.example\n"=cmd|calc";a@b.example\n';
  const page = text(
    await (
      await browser.upload(
        '/ny-henvendelse',
        { ...FILLED, hvem: 'fil' },
        { mottakerfil: [{ name: 'm.csv', text: bad }] },
      )
    ).text(),
  );
  for (const words of ['Linje 2, m.csv: e-post', 'Linje 3, m.csv', 'Linje 4, m.csv', '«=cmd|calc»'])
    expect(page).toContain(words);
  const mine = await (
    await browser.upload('/ny-henvendelse', FILLED, { vedlegg: [{ name: 'hemmelig.pdf', text: 'x' }] })
  ).text();
  const key = /name="utkast" value="([^"]*)"/.exec(mine)![1]!;
  const eva = await looking.browser(looking.world.people[0]);
  const hers = await (await eva.post('/ny-henvendelse', { ...FILLED, utkast: key, behold: 'hemmelig.pdf' })).text();
  expect(hers).toContain('«hemmelig.pdf», som ikke er her lenger');
});

test('more than 5 MB is told and shown again, much more is not read', { timeout: 60_000 }, async () => {
  const browser = await kari;
  const big = new Uint8Array(5 * 1024 * 1024 + 1);
  const tooBig = await browser.upload('/ny-henvendelse', FILLED, { vedlegg: [{ name: 'a.pdf', text: big }] });
  expect(tooBig.status).toBe(400);
  expect(await tooBig.text()).toContain('høyst 5 MB til sammen, fant 5,0 MB');
  expect(
    (
      await browser.upload('/ny-henvendelse', FILLED, {
        vedlegg: [{ name: 'a.pdf', text: new Uint8Array(7 * 1024 * 1024) }],
      })
    ).status,
  ).toBe(413);
});
