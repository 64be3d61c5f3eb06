import { beforeEach, describe, expect, test } from 'vitest';
import { casesWithStanding } from '../../src/jobs/gather-cases.ts';
import { openReviews } from '../../src/register/journal.ts';
import { lettersOf } from '../../src/register/outbox.ts';
import { sendingHolds } from '../../src/register/sending-holds.ts';
import { type CampaignWorld, storyCampaign } from '../worlds/campaign.ts';
import { inbox, reply } from '../worlds/inbox.ts';
import { EVA, KARI, OLA, type TestBrowser, type TestPages, testPages } from '../worlds/web.ts';

const NOW = '2013-12-02T09:00:00Z';
const ID = '2013-samhandling';
const HITRA = `/henvendelser/${ID}/kommuner/1617`;

let story: CampaignWorld;
let pages: TestPages;
let kari: TestBrowser;

beforeEach(async () => {
  story = storyCampaign('2013-11-28T08:37:00Z');
  pages = testPages(story.register, NOW);
  kari = await pages.browser(KARI);
});

const receive = (...mails: string[]) => inbox(story.register, NOW).receive(...mails);
const hitra = () => casesWithStanding(story.register, ID).find(one => one.municipality.name === 'Hitra')!.standing;
/** The value of a hidden field, as the browser would send it along. */
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)![1]!;

describe('the overview', () => {
  test('has a row for the campaign and a list of what waits', async () => {
    await receive(reply('Vi tar saken til orientering.'));
    const page = await kari.html('/');
    expect(page).toContain('Felles kommunal ressurs');
    expect(page).toMatch(/Til avklaring<\/a>.*?<b>1<\/b>/s);
  });

  test('shows nothing that is empty', async () => {
    expect(await kari.html('/')).not.toContain('Levering feilet');
  });
});

describe('the campaign', () => {
  test('counts are links to the rows behind', async () => {
    await receive(reply('Hitra kommune slutter seg til ordningen.'));
    const page = await kari.html(`/henvendelser/${ID}`);
    expect(page).toContain('24 av 25 mangler');
    const joined = await kari.html(`/henvendelser/${ID}?vis=ja`);
    expect(joined).toContain('>Hitra</a>');
    expect(joined).not.toContain('>Bjugn</a>');
  });

  test('is shown as it was on an earlier day', async () => {
    await receive(reply('Hitra kommune slutter seg til ordningen.'));
    pages.at('2013-12-10T09:00:00Z');
    const eva = await pages.browser(EVA);
    expect(await eva.html(`/henvendelser/${ID}?per=2013-11-30`)).toContain('25 av 25 mangler');
    expect(await eva.html(`/henvendelser/${ID}?per=2013-12-05`)).toContain('24 av 25 mangler');
  });

  test('names those who are missing, ready to paste', async () => {
    expect(await kari.html(`/henvendelser/${ID}`)).toContain('Vi mangler svar fra 25:');
  });

  test('is a CSV that no spreadsheet takes for formulas, and an XLSX', async () => {
    // `text()` would take the mark away that Excel needs.
    const csv = Buffer.from(await (await kari.get(`/henvendelser/${ID}/kommuner.csv`)).arrayBuffer()).toString();
    expect(csv.startsWith('\uFEFF"Kommunenummer";"Kommune";')).toBe(true);
    expect(csv).toContain('"1617";"Hitra";');
    const xlsx = await kari.get(`/henvendelser/${ID}/kommuner.xlsx`);
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  test.each(['<script>', "' OR 1=1 --", '__proto__', '%00', '..%2f..%2f'])(
    'does not mind «%s» in the address',
    async text => {
      const page = await kari.html(
        `/henvendelser/${ID}?q=${encodeURIComponent(text)}&vis=${text}&sorter=${text}&fylke=${text}`,
      );
      expect(page).not.toContain('<script>');
      expect((await kari.get(`/henvendelser/${encodeURIComponent(text)}`)).status).toBe(404);
    },
  );
});

describe('the case', () => {
  test('shows the sentence that the robot read, marked', async () => {
    await receive(reply('Hitra kommune slutter seg til ordningen.'));
    expect(await kari.html(HITRA)).toMatch(/<mark>Hitra kommune slutter seg til ordningen\.<\/mark>/);
  });

  test('takes an answer by phone, and gives it back', async () => {
    const siste = hidden(await kari.html(HITRA), 'siste');
    const done = await kari.post(`${HITRA}/svar`, {
      siste,
      svar: 'nei',
      kanal: 'telefon',
      merknad: 'Snakket med rådmannen',
    });
    expect(done.status).toBe(303);
    expect(hitra()).toMatchObject({ answer: 'declined', source: 'person', closed: true });
    const page = await kari.html(HITRA);
    expect(page).toContain('Hitra er registrert: slutter seg ikke til');
    expect(page).toContain('Kari Moen');
    await kari.post(`${HITRA}/angre`, { siste: hidden(page, 'siste') });
    expect(hitra()).toMatchObject({ answer: 'none', closed: false });
  });

  test('does nothing with a form that was made before something happened, and says what happened', async () => {
    const siste = hidden(await kari.html(HITRA), 'siste');
    await receive(reply('Hitra kommune slutter seg til ordningen.'));
    await kari.post(`${HITRA}/svar`, { siste, svar: 'nei', kanal: 'telefon' });
    expect(hitra()).toMatchObject({ answer: 'joined', source: 'robot' });
    expect(await kari.html(HITRA)).toContain('Saken er endret siden du så den');
  });

  test('is changed once by a form that is sent twice', async () => {
    const siste = hidden(await kari.html(HITRA), 'siste');
    for (let i = 0; i < 2; i++) await kari.post(`${HITRA}/frist`, { siste, til: '2014-01-10' });
    const lines = story.register.prepare("SELECT count(*) AS n FROM journal WHERE event = 'extended'").get();
    expect(lines).toEqual({ n: 1 });
  });

  test('is for looking alone to somebody who may only see', async () => {
    const ola = await pages.browser(OLA);
    expect(await ola.html(HITRA)).not.toContain('Registrer svaret');
    expect((await ola.post(`${HITRA}/svar`, { siste: '999999', svar: 'ja' })).status).toBe(403);
    expect(hitra().answer).toBe('none');
  });
});

describe('a review', () => {
  beforeEach(() => receive(reply('Vi tar saken til orientering.')));
  const message = () => openReviews(story.register)[0]!.messageId!;

  test('is settled by one form, and says what happened, with a way back', async () => {
    const page = await kari.html(`/avklaring/${message()}`);
    expect(page).toContain('Derfor er roboten i tvil');
    const id = message();
    await kari.post(`/avklaring/${id}`, {
      utgave: hidden(page, 'utgave'),
      svar: 'nei',
      valg: 'registrer',
      kommune: '',
    });
    expect(hitra()).toMatchObject({ answer: 'declined', source: 'person' });
    expect(await kari.html('/avklaring')).toContain('Hitra: slutter seg ikke til');
    await kari.post(`/avklaring/${id}/angre`);
    expect(message()).toBe(id);
    expect(hitra().answer).toBe('unclear');
  });

  test('that two people settle is settled by the first, and the second is told', async () => {
    const id = message();
    const eva = await pages.browser(EVA);
    const utgave = hidden(await kari.html(`/avklaring/${id}`), 'utgave');
    await kari.post(`/avklaring/${id}`, { utgave, svar: 'ja', valg: 'registrer', kommune: '' });
    await eva.post(`/avklaring/${id}`, { utgave, svar: 'nei', valg: 'registrer', kommune: '' });
    expect(hitra()).toMatchObject({ answer: 'joined' });
    expect(await eva.html('/avklaring')).toContain('Kari Moen avklarte denne');
  });

  test('without a choice changes nothing and says what is missing', async () => {
    const id = message();
    const utgave = hidden(await kari.html(`/avklaring/${id}`), 'utgave');
    await kari.post(`/avklaring/${id}`, { utgave, valg: 'registrer' });
    expect(await kari.html(`/avklaring/${id}`)).toContain('Velg hva kommunen svarer');
  });
});

describe('the letters of the day', () => {
  const list = async () => hidden(await kari.html('/brev'), 'liste');
  const first = () => lettersOf(story.register)[0]!;

  test('say to whom and why, and show the letter as it would leave', async () => {
    const page = await kari.html('/brev');
    expect(page).toContain('Får brev (25)');
    expect(page).toContain('Henvendelsen sendes');
    const shown = await kari.get(`/brev/${first().id}/vist`);
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
    expect(await shown.text()).toContain('Felles kommunal ressurs');
  });

  test('are stopped one by one', async () => {
    await kari.post('/brev', { liste: await list(), gjor: 'stopp', brev: String(first().id) });
    expect(first().state).toBe('cancelled');
    expect(lettersOf(story.register).filter(one => one.state === 'cancelled')).toHaveLength(1);
  });

  test('are held back until a day', async () => {
    await kari.post('/brev', { liste: await list(), gjor: 'hold', brev: String(first().id), til: '2013-12-06' });
    expect(first().dueAt).toBe('2013-12-06T07:00:00Z');
  });

  test('are not approved from a list that has changed', async () => {
    story.register.prepare("UPDATE letter SET approval = 'waiting', approved_by = NULL").run();
    const liste = await list();
    const [one, other] = lettersOf(story.register);
    await kari.post('/brev', { liste, gjor: 'stopp', brev: String(other!.id) });
    await kari.post('/brev', { liste, gjor: 'godkjenn', brev: String(one!.id) });
    expect(first().approval).toBe('waiting');
    expect(await kari.html('/brev')).toContain('Lista er endret');
    await kari.post('/brev', { liste: await list(), gjor: 'godkjenn', brev: String(one!.id) });
    expect(first()).toMatchObject({ approval: 'approved', approvedBy: 'Kari Moen' });
  });

  test('all stop at one press, and every page says so until somebody starts again', async () => {
    await kari.post('/brev/nodstopp');
    expect(sendingHolds(story.register)).toMatchObject([{ reason: 'person', by: 'Kari Moen' }]);
    expect(await kari.html('/')).toContain('Nødstopp er på.');
    await kari.post('/brev/start-igjen', { grunn: 'person' });
    expect(sendingHolds(story.register)).toEqual([]);
  });
});

const EVIL = '<img src=x onerror=alert(1)>"\'><script>alert(2)</script>';

test('whatever a mail writes in its fields is shown as text on every page', async () => {
  const raw = reply(`Hitra kommune slutter seg til ordningen, men ${EVIL} bare hvis ${EVIL}.`, {
    from: `"${EVIL.replaceAll('"', '')}" <postmottak@hitra.kommune.example>`,
  })
    .replace('Subject: SV:', `Subject: SV: ${EVIL}`)
    .replace(
      'Content-Type: text/plain; charset=utf-8',
      'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b',
    )
    .replace(/\r\n\r\n/, `\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n`);
  await receive(
    `${raw}\r\n--b\r\nContent-Type: text/plain; name="${EVIL.replaceAll('"', '')}.txt"\r\nContent-Disposition: attachment; filename="${EVIL.replaceAll('"', '')}.txt"\r\n\r\nVedtak: ${EVIL}\r\n--b--\r\n`,
  );
  const id = story.register.prepare("SELECT max(id) AS id FROM message WHERE direction = 'in'").get() as { id: number };
  for (const path of [
    '/',
    `/henvendelser/${ID}`,
    HITRA,
    '/brev',
    `/meldinger/${id.id}`,
    '/saker?vis=mangler',
    `/avklaring/${id.id}`,
  ]) {
    const response = await kari.get(path);
    const page = await response.text();
    expect(page, path).not.toMatch(/<img|<script/);
  }
  expect(await kari.html(`/meldinger/${id.id}`)).toContain('&lt;script&gt;');
});

test('the HTML of a mail is shown in a closed frame without anything that acts or asks', async () => {
  const html = `<p onclick="x()">Hitra kommune slutter seg til.</p><script>x()</script><img src="https://sporing.example/p.png"><a href="javascript:x()">her</a><form action="/x"><input></form><svg onload="x()"></svg><base href="https://ond.example"><style>@import "https://ond.example/x.css"</style><meta http-equiv="refresh" content="0;url=https://ond.example"><iframe src="https://ond.example"></iframe><math><mtext><table><mglyph><style><img src=x onerror=x()>`;
  await receive(
    reply('')
      .replace('text/plain', 'text/html')
      .replace(/\r\n\r\n[\s\S]*$/, `\r\n\r\n${html}`),
  );
  const { id } = story.register.prepare("SELECT max(id) AS id FROM message WHERE direction = 'in'").get() as {
    id: number;
  };
  const shown = await kari.get(`/meldinger/${id}/vist`);
  const body = await shown.text();
  expect(body).toContain('Hitra kommune slutter seg til.');
  expect(body).not.toMatch(
    /onclick|onload|onerror|<script|javascript:|https?:|<form|<input|<svg|<base|<meta http|<iframe|@import/i,
  );
  expect(shown.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  const file = await kari.get(`/meldinger/${id}/fil.eml`);
  expect(file.headers.get('content-disposition')).toContain('attachment');
});

test.each([
  '/meldinger/99999',
  '/meldinger/99999/vist',
  '/meldinger/99999/fil.eml',
  '/avklaring/99999',
  '/brev/99999',
  `${HITRA}9`,
  '/finnes-ikke',
])('%s is not found', async path => {
  expect((await kari.get(path)).status).toBe(404);
});

test('nobody who is not signed in sees a page or changes anything', async () => {
  const nobody = await pages.browser();
  for (const path of [
    '/',
    `/henvendelser/${ID}`,
    HITRA,
    '/brev',
    '/avklaring',
    '/meldinger/1',
    `/henvendelser/${ID}/kommuner.csv`,
  ])
    expect((await nobody.get(path)).status, path).toBe(303);
  for (const path of [`${HITRA}/svar`, '/brev', '/brev/nodstopp', '/avklaring/1'])
    expect((await nobody.post(path)).status, path).toBe(403);
  expect(sendingHolds(story.register)).toEqual([]);
});

test('a false Host header, a huge form and a strange method do nothing', async () => {
  const evil = await pages.app.request('http://ond.example/logg-inn', { headers: { host: 'ond.example' } });
  expect(await evil.text()).not.toContain('ond.example');
  expect((await kari.post(`${HITRA}/notat`, { notat: 'x'.repeat(300_000) })).status).toBe(413);
  const strange = await pages.app.request('http://purrebot.example/brev/nodstopp', {
    method: 'DELETE',
    headers: { cookie: kari.cookie() },
  });
  expect(strange.status).toBe(403);
  expect(pages.faults).toEqual([]);
});
