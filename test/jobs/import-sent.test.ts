import { describe, expect, it } from 'vitest';
import { casesWithStanding } from '../../src/jobs/gather-cases.ts';
import { type ImportedSent, type ImportTarget, importSent } from '../../src/jobs/import-sent.ts';
import { namesIn } from '../../src/jobs/recognise-municipalities.ts';
import { deadlineIn } from '../../src/jobs/sent-letters.ts';
import { campaignById } from '../../src/register/campaigns.ts';
import { addContact } from '../../src/register/contacts.ts';
import { journalOfCase } from '../../src/register/journal.ts';
import { storedMessage } from '../../src/register/messages.ts';
import { addMunicipalityDomain, findMunicipality } from '../../src/register/municipalities.ts';
import type { Register } from '../../src/register/open-register.ts';
import { casesOfLetter, lettersOf } from '../../src/register/outbox.ts';
import { counted } from '../worlds/campaign.ts';
import { emptyRegister } from '../worlds/register.ts';
import { lettersOfCampaign, lettersOfTheStory, sentMail, shownByName } from './sent-mail.ts';

const NOW = '2014-03-18T09:00:00Z';
const DERIVE: ImportTarget = { derive: { id: '2013-samhandling', reference: '13/01746' } };

async function imported(register: Register, files = lettersOfTheStory(), target = DERIVE, dryRun = false) {
  const order = { by: 'Eva L. Indreby', now: NOW, newToken: counted(), dryRun };
  const result = await importSent(register, files, target, order);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result as ImportedSent;
}

async function faultsOf(register: Register, files = lettersOfTheStory(), target: ImportTarget = DERIVE) {
  const order = { by: 'Eva', now: NOW, newToken: counted(), dryRun: false };
  const result = await importSent(register, files, target, order);
  return 'faults' in result ? result.faults : [];
}

describe('taking over the three letters of 2013–14', () => {
  it('opens 25 cases, and the later letters concern 16 and 12 of them', async () => {
    const register = emptyRegister({ norway: true });
    const { letters, opened } = await imported(register);
    expect(opened).toHaveLength(25);
    expect(letters.map(one => [one.kind, one.municipalities.length])).toEqual([
      ['request', 25],
      ['missing', 16],
      ['last', 12],
    ]);
    expect(letters.flatMap(one => one.unrecognised)).toEqual([]);
  });

  it('finds title, terms and deadlines, each deadline in force from its letter', async () => {
    const register = emptyRegister({ norway: true });
    await imported(register);
    const campaign = campaignById(register, '2013-samhandling')!;
    expect(campaign.title).toBe('Felles kommunal ressurs for å styrke samhandlingen kommunene - St.Olav');
    expect(campaign.terms).toMatchObject({ baseNok: 0, perInhabitantNok: 3, populationDate: '2013-01-01' });
    expect(campaign.deadlines).toEqual([
      { date: '2013-12-12', setAt: '2013-11-28T08:37:00Z' },
      { date: '2014-03-07', setAt: '2014-02-27T08:46:00Z' },
    ]);
    expect(campaign.sender).toMatchObject({
      name: 'Eva L. Indreby',
      address: 'eva.indreby@ks.example',
      title: 'rådgiver',
      unit: 'KS Sør-Trøndelag',
    });
    expect(campaign.ask.bokmål).toBe('slutte seg til ordningen');
    expect(campaign.ladder).toEqual([]);
  });

  it('keeps the mails as sent letters, live and with their own Message-ID and bytes', async () => {
    const register = emptyRegister({ norway: true });
    const files = lettersOfTheStory();
    await imported(register, files);
    const letters = lettersOf(register, '2013-samhandling');
    expect(letters.map(one => [one.state, one.mode, one.mailMessageId, one.doneAt])).toEqual([
      ['sent', 'live', '<4F1C9A7D2B3E4C51A0E7@EXCH02.ks.example>', '2013-11-28T08:37:00Z'],
      ['sent', 'live', '<7A20E6C4D81F4B0C93B2@EXCH02.ks.example>', '2014-02-27T08:46:00Z'],
      ['sent', 'live', '<91D3B0F7A6C24E6E8C15@EXCH02.ks.example>', '2014-03-17T07:52:00Z'],
    ]);
    expect(Buffer.from(storedMessage(register, letters[0]!.messageId!)!.bytes)).toEqual(Buffer.from(files[0]!.bytes));
    expect(casesOfLetter(register, letters[2]!.id).every(one => one.state === 'sent')).toBe(true);
    const bjugn = casesWithStanding(register, '2013-samhandling').find(one => one.municipality.name === 'Bjugn')!;
    expect(bjugn.standing).toMatchObject({ delivery: 'sent', lastLetterAt: { live: '2014-03-17T07:52:00Z' } });
    expect(journalOfCase(register, bjugn.one.id).map(one => [one.event, one.at, one.actor])).toEqual([
      ['opened', '2013-11-28T08:37:00Z', 'Eva L. Indreby'],
      ['letter-sent', '2013-11-28T08:37:00Z', 'Eva L. Indreby'],
      ['letter-sent', '2014-02-27T08:46:00Z', 'Eva L. Indreby'],
      ['letter-sent', '2014-03-17T07:52:00Z', 'Eva L. Indreby'],
    ]);
  });

  it('changes nothing the second time', async () => {
    const register = emptyRegister({ norway: true });
    await imported(register);
    const before = register.serialize();
    const again = await imported(register);
    expect(again.letters.every(one => one.known)).toBe(true);
    expect(again).toMatchObject({ isNew: false, opened: [] });
    expect(again.letters.map(one => one.municipalities.length)).toEqual([25, 16, 12]);
    expect(register.serialize().equals(before)).toBe(true);
  });

  it('keeps nothing in a dry run', async () => {
    const register = emptyRegister({ norway: true });
    const { letters } = await imported(register, lettersOfTheStory(), DERIVE, true);
    expect(letters).toHaveLength(3);
    expect(campaignById(register, '2013-samhandling')).toBeNull();
  });

  it('adds a later letter to the campaign that is registered', async () => {
    const register = emptyRegister({ norway: true });
    const [first, ...later] = lettersOfTheStory();
    await imported(register, [first!]);
    const { letters } = await imported(register, later, { registered: '2013-samhandling' });
    expect(letters.map(one => one.kind)).toEqual(['missing', 'last']);
  });

  it('knows municipalities by contact address, by mail domain and by the domain’s own name', async () => {
    const register = emptyRegister({ norway: true });
    const froya = findMunicipality(register, 'Frøya', '2013-11-28');
    const roan = findMunicipality(register, 'Roan', '2013-11-28');
    if (!('found' in froya && 'found' in roan)) throw new Error('expected both');
    addMunicipalityDomain(register, froya.found.id, 'froya.kommune.example');
    const contact = {
      municipalityId: roan.found.id,
      role: 'officer',
      name: 'Jan',
      address: 'jan@post.example',
    } as const;
    addContact(register, contact, '2013-01-01', 'test');
    const to = ['post@arkiv.froya.kommune.example', 'jan@post.example', 'post@midtre-gauldal.kommune.example'];
    const { letters } = await imported(register, [sentMail('a.eml', { ...ANY, to })]);
    expect(letters[0]!.municipalities).toEqual(['Frøya', 'Midtre Gauldal', 'Roan']);
  });
});

describe('other campaigns of the corpus', () => {
  it('reads base amount, population date and reference from the letters of 2026', async () => {
    const register = emptyRegister({ norway: true });
    const target: ImportTarget = { derive: { id: null, reference: null } };
    const { campaign, letters } = await imported(register, lettersOfCampaign('2026-helsefellesskap'), target);
    const { id, ...told } = campaignById(register, campaign)!;
    expect(id).toMatch(/^2026-felles-koordinator/);
    expect(told).toMatchObject({
      reference: '26/01412',
      type: 'accession',
      terms: { baseNok: 15000, perInhabitantNok: 4, populationDate: '2026-01-01' },
      deadlines: [{ date: '2026-10-01' }, { date: '2026-10-20' }],
      sender: { name: 'Ingrid Solbakk', title: 'spesialrådgiver' },
      ask: {
        bokmål:
          'slutte seg til en felles finansiering av en koordinator for kommunene i Helsefellesskapet fra 1. januar 2027',
      },
    });
    expect(letters.map(one => one.kind)).toEqual(['request', 'missing']);
  });

  it('takes an agreement to be signed for what it is, and letters of one day to one each for one request', async () => {
    const register = emptyRegister({ norway: true });
    const single = ['Hitra', 'Frøya'].map((name, index) =>
      sentMail(`${name}.eml`, {
        ...SIGNATURE,
        to: [shownByName(name)],
        date: `2018-02-27T10:0${index}:00+01:00`,
        message_id: `<${index}@ks.example>`,
      }),
    );
    const target: ImportTarget = { derive: { id: '2018-avtale', reference: '17/00301-6' } };
    const { letters, opened } = await imported(register, single, target);
    expect(letters.map(one => one.kind)).toEqual(['request', 'request']);
    expect(opened).toEqual(['Hitra', 'Frøya']);
    expect(campaignById(register, '2018-avtale')).toMatchObject({
      type: 'signature',
      terms: { baseNok: 10000, perInhabitantNok: 3 },
      deadlines: [{ date: '2018-03-26' }],
      ask: { bokmål: 'returnere signert avtale' },
    });
  });
});

describe('what the letters do not tell', () => {
  it('is said as a fault with what to do, and nothing is registered', async () => {
    const register = emptyRegister({ norway: true });
    const faults = await faultsOf(register, undefined, { derive: { id: null, reference: null } });
    expect(faults.map(one => one.place)).toEqual(['1.eml: vår referanse']);
    expect(faults[0]!.whatToDo).toContain('--reference');
    expect(lettersOf(register)).toEqual([]);
  });

  it('refuses a draft and a mail to nobody we know', async () => {
    const register = emptyRegister({ norway: true });
    const draft = {
      name: 'utkast.eml',
      bytes: new TextEncoder().encode('From: eva@ks.example\r\nSubject: Utkast\r\n\r\nTekst'),
    };
    expect((await faultsOf(register, [draft])).map(one => one.found)).toEqual(['ingen Message-ID']);
    const mail = sentMail('privat.eml', { ...ANY, to: ['Kari Nordmann <kari@post.example>'] });
    expect((await faultsOf(register, [mail])).map(one => one.place)).toContain('privat.eml: mottakerne');
  });

  it('lists those that it did not recognise, and those who only got a copy', async () => {
    const register = emptyRegister({ norway: true });
    const text = `Til kommunene\nHitra, Frøya og Fantasia\nv/ rådmann\n\n${ANY.text}`;
    const to = ['"Hitra kommune" <a@post.example>', '"Roan kommune" <b@post.example>', 'Per <per@post.example>'];
    const { letters } = await imported(register, [sentMail('a.eml', { ...ANY, text, to })]);
    expect(letters[0]).toMatchObject({
      municipalities: ['Frøya', 'Hitra'],
      copies: ['Roan'],
      unrecognised: ['Per <per@post.example>', 'Fantasia'],
    });
  });
});

const SIGNATURE = {
  from: 'Ole Petter Kvam <ole.kvam@ks.example>',
  subject: 'Avtale KS og kommunen - finansiering samhandlingsfunksjon helse',
  text: `Finansieringen baseres på et årlig grunnbeløp på kr. 10.000,- pr kommune og i tillegg 3 kr. pr innbygger i 2018.

Vedlagt oversendes avtalen for behandling i kommunen, og vi ber om at signert avtale returneres innen 26. mars.

Mvh

Ole Petter Kvam
Daglig leder, KS Sør-Trøndelag`,
};

const ANY = {
  date: '2013-11-28T09:37:00+01:00',
  message_id: '<any@ks.example>',
  from: 'Eva L. Indreby <eva.indreby@ks.example>',
  subject: 'Felles ressurs',
  text: 'Vi ber kommunene om å slutte seg til ordningen, kr 3 pr innbygger, innen 12. desember.\n\nMvh\nEva L. Indreby\nKS Sør-Trøndelag',
};

describe('reading a sent letter', () => {
  it('resolves a deadline from the day of the mail', () => {
    expect(deadlineIn('tilbakemelding innen 12. desember.', '2013-11-28')).toBe('2013-12-12');
    expect(deadlineIn('så raskt som mulig og seinest innen fredag 7. mars.', '2014-02-27')).toBe('2014-03-07');
    expect(deadlineIn('Ny frist er tirsdag 20. oktober.', '2026-10-06')).toBe('2026-10-20');
    expect(deadlineIn('Vedtak fra 22.11.13 følger.', '2013-11-28')).toBeNull();
  });

  it('finds the names after «Til kommunene», and none in «Til kommunene i Sør-Trøndelag»', () => {
    expect(namesIn('Til kommunene\nBjugn, Frøya,\nMidtre\nGauldal og Åfjord.\nv/Rådmann')).toEqual([
      'Bjugn',
      'Frøya',
      'Midtre Gauldal',
      'Åfjord',
    ]);
    expect(namesIn('Til kommunene i Sør-Trøndelag\nv/ postmottak og rådmann')).toEqual([]);
    expect(namesIn('Til kommunene:\n- Hitra\n- Roan\n\nVi ber …')).toEqual(['Hitra', 'Roan']);
  });
});
