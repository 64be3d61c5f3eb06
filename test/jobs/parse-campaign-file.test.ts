import { existsSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseCampaignFile } from '../../src/jobs/parse-campaign-file.ts';
import { findMunicipality, loadMunicipalities } from '../../src/register/municipalities.ts';
import { writtenFault } from '../../src/rules/campaign/campaign-fault.ts';
import { DEFAULT_LADDER } from '../../src/rules/campaign/ladder-default.ts';

const HERE = new URL('../campaigns/', import.meta.url);
const db = (name: string) => readFileSync(new URL(`../../db/${name}`, import.meta.url), 'utf8');

const register = new Database(':memory:');
beforeAll(() => {
  register.exec(db('001-municipalities.sql'));
  loadMunicipalities(register, db('municipalities.csv'), db('counties.csv'), db('municipalities-earlier.csv'));
});

const SMALL = `---
id: 2026-prøve
tittel: Felles koordinator
vår ref: 26/01412
dato: 1.9.2026
type: tilslutning
vilkår:
  per innbygger: 4
  folketall: 1.1.2026
frister: 1.10.2026
mottakere:
  - Hitra
  - Frøya
avsender:
  navn: Ingrid Solbakk
  e-post: ingrid.solbakk@ks.example
  enhet: KS
oppfordring: slutte seg til ordningen
---
Kjære {kommune}, andelen er {andel}.
`.replace('2026-prøve', '2026-prove');

function parse(text: string, beside: Record<string, Uint8Array> = {}) {
  return parseCampaignFile({
    text,
    fileName: 'henvendelse.md',
    readBeside: name => beside[name] ?? null,
    resolve: (written, date) => findMunicipality(register, written, date),
    today: '2026-09-01',
  });
}

function faultsOf(text: string, beside: Record<string, Uint8Array> = {}): string[] {
  const parsed = parse(text, beside);
  return 'faults' in parsed ? parsed.faults.map(writtenFault) : [];
}

/** The small file with one piece changed; the piece must be there. */
function with_(piece: string, instead: string): string {
  expect(SMALL).toContain(piece);
  return SMALL.replace(piece, instead);
}

describe('the real campaign of 2013–14', () => {
  const parsed = () =>
    parseCampaignFile({
      text: readFileSync(new URL('2013-samhandling.md', HERE), 'utf8'),
      fileName: '2013-samhandling.md',
      readBeside: name => (existsSync(new URL(name, HERE)) ? readFileSync(new URL(name, HERE)) : null),
      resolve: (written, date) => findMunicipality(register, written, date),
      today: '2026-11-23',
    });

  test('is read whole, without a fault or a warning', () => {
    const result = parsed();
    if ('faults' in result) throw new Error(result.faults.map(writtenFault).join('\n'));
    expect(result.warnings).toEqual([]);
    expect(result.date).toBe('2013-11-28');
    expect(result.campaign).toMatchObject({
      id: '2013-samhandling',
      title: 'Felles kommunal ressurs, samhandling med St. Olav',
      reference: '13/01746',
      type: 'accession',
      terms: { baseNok: 0, perInhabitantNok: 3, populationDate: '2013-01-01', year: 2014 },
      deadlines: ['2013-12-12'],
      ladder: [],
      sender: { name: 'Eva L. Indreby', phone: '00 00 26 00' },
    });
    expect(result.campaign.rounds).toEqual([
      {
        at: '2014-02-27T08:46:00Z',
        letter: 'missing',
        collective: false,
        roles: ['postmottak', 'director'],
        newDeadline: '2014-03-07',
      },
      {
        at: '2014-03-17T07:52:00Z',
        letter: 'last',
        collective: true,
        roles: ['postmottak', 'director'],
        newDeadline: null,
      },
    ]);
    expect(result.campaign.recipients).toHaveLength(25);
    expect(result.campaign.attachments).toHaveLength(3);
    expect(result.campaign.text.bokmål.split('\n\n')).toHaveLength(3);
    expect(result.campaign.text.nynorsk).toContain('kommunane i Sør-Trøndelag om å vere med');
  });
});

test('a small file has the default ladder', () => {
  const parsed = parse(SMALL);
  if ('faults' in parsed) throw new Error(parsed.faults.map(writtenFault).join('\n'));
  expect(parsed.campaign.ladder).toEqual(DEFAULT_LADDER);
  expect(parsed.campaign.text).toEqual({ bokmål: 'Kjære {kommune}, andelen er {andel}.', nynorsk: null });
});

test('English keys, Windows line ends and a byte order mark are read the same', () => {
  const english = `\ufeff${SMALL}`
    .replace('tittel:', 'title:')
    .replace('vår ref:', 'our reference:')
    .replace('dato:', 'date:')
    .replace('tilslutning', 'accession')
    .replace('vilkår:', 'terms:')
    .replace('per innbygger:', 'amount per inhabitant:')
    .replace('folketall:', 'population date:')
    .replace('frister:', 'deadlines:')
    .replace('mottakere:', 'recipients:')
    .replace('avsender:', 'ladder: default\nsender:')
    .replace('navn:', 'name:')
    .replace('e-post:', 'email:')
    .replace('enhet:', 'unit:')
    .replace('oppfordring:', 'ask:')
    .replaceAll('\n', '\r\n');
  const [norwegian, other] = [parse(SMALL), parse(english)];
  expect('campaign' in other && other.campaign.terms).toEqual('campaign' in norwegian && norwegian.campaign.terms);
  expect('faults' in other ? other.faults : []).toEqual([]);
});

test('a ladder of one’s own', () => {
  const own = `purreplan:
  - dager: -5
    brev: nær frist
    godkjenning: hold 4 timer
  - dager: 2
    brev: siste
    til: [postmottak, rådmann, saksbehandler]
    form: felles
  - dager: 8
    brev: telefon
avsender:`;
  const parsed = parse(with_('avsender:', own));
  expect('campaign' in parsed && parsed.campaign.ladder).toEqual([
    { offset: -5, letter: 'near', roles: ['postmottak'], collective: false, approval: 'hold', holdHours: 4 },
    {
      offset: 2,
      letter: 'last',
      roles: ['postmottak', 'director', 'officer'],
      collective: true,
      approval: 'ask',
      holdHours: 0,
    },
    { offset: 8, letter: 'phone', roles: [], collective: false, approval: 'ask', holdHours: 0 },
  ]);
});

describe('each fault names its line, what was expected, what was found and what to do', () => {
  const BIG = new Uint8Array(11 * 1024 * 1024);
  const ROUND = 'runder:\n  - tid: 2026-10-05 09:00\n    brev: mangler\navsender:';
  test.each<[string, string, string, string, Record<string, Uint8Array>?]>([
    [
      'no head',
      SMALL,
      'Hei',
      'Linje 1, henvendelse.md: ventet et hode mellom to linjer med ---, fant «Hei» på første linje.',
    ],
    [
      'id form',
      'id: 2026-prove',
      'id: 2026 Prøve',
      'Linje 2, id: ventet små bokstaver a–z, tall og bindestrek, høyst 40 tegn, fant «2026 Prøve».',
    ],
    [
      'title missing',
      'tittel: Felles koordinator\n',
      '',
      'Linje 1, tittel: ventet en tekst, fant ingen slik nøkkel. Legg til linjen «tittel: …».',
    ],
    ['reference empty', 'vår ref: 26/01412', 'vår ref:', 'Linje 4, vår ref: ventet en tekst, fant ingenting.'],
    [
      'repeated key',
      'type: tilslutning',
      'tittel: Igjen\ntype: tilslutning',
      'Linje 6, tittel: ventet hver nøkkel én gang, fant «tittel» på nytt (først på linje 3).',
    ],
    [
      'unknown key',
      'type: tilslutning',
      'typ: tilslutning\ntype: tilslutning',
      'Linje 6, typ: ventet en av nøklene id, tittel, vår ref, dato, type, vilkår, frister, purreplan, runder, mottakere, avsender, vedlegg, oppfordring, oppfordring nynorsk, fant «typ». Mente du «type»?',
    ],
    [
      'unknown key below',
      'per innbygger: 4',
      'pr inbygger: 4',
      'Linje 8, vilkår: pr inbygger: ventet en av nøklene grunnbeløp, per innbygger, folketall, år, fant «pr inbygger». Mente du «per innbygger»?',
    ],
    [
      'type',
      'tilslutning',
      'invitasjon',
      'Linje 6, type: ventet tilslutning eller signatur, fant «invitasjon». Velg ett av ordene.',
    ],
    [
      'amount',
      'per innbygger: 4',
      'per innbygger: 3,50',
      'Linje 8, vilkår: per innbygger: ventet hele kroner, fant «3,50».',
    ],
    [
      'negative amount',
      'per innbygger: 4',
      'per innbygger: -4',
      'Linje 8, vilkår: per innbygger: ventet hele kroner, fant «-4».',
    ],
    [
      'year',
      'folketall: 1.1.2026',
      'folketall: 1.1.2026\n  år: neste',
      'Linje 10, vilkår: år: ventet et årstall med fire siffer, fant «neste».',
    ],
    [
      'day that is not',
      'frister: 1.10.2026',
      'frister: 31.9.2026',
      'Linje 10, frister: ventet en dag som finnes, fant «31.9.2026».',
    ],
    [
      'no year',
      'frister: 1.10.2026',
      'frister: 1. oktober',
      'Linje 10, frister: ventet en dato med årstall, fant «1. oktober».',
    ],
    [
      'weekday',
      'frister: 1.10.2026',
      'frister: fredag 1. oktober 2026',
      'Linje 10, frister: ventet torsdag eller ingen ukedag, fant «fredag 1. oktober 2026».',
    ],
    [
      'deadline order',
      'frister: 1.10.2026',
      'frister:\n  - 1.10.2026\n  - 24.9.2026',
      'Linje 12, frister: ventet en dag etter fristen før, torsdag 1. oktober 2026, fant torsdag 24. september 2026.',
    ],
    [
      'deadline before',
      'frister: 1.10.2026',
      'frister: 28.8.2026',
      'Linje 10, frister: ventet en dag etter henvendelsen tirsdag 1. september 2026, fant fredag 28. august 2026.',
    ],
    ['no deadline', 'frister: 1.10.2026\n', '', 'Linje 1, frister: ventet minst én frist, fant ingen.'],
    [
      'ladder word',
      'avsender:',
      'purreplan: streng\navsender:',
      'Linje 14, purreplan: ventet standard eller ingen, fant «streng».',
    ],
    [
      'rung offset',
      'avsender:',
      'purreplan:\n  - dager: mange\n    brev: siste\navsender:',
      'Linje 15, purreplan: dager: ventet arbeidsdager fra fristen, fra -60 til 60 og ikke 0, fant «mange».',
    ],
    [
      'rung order',
      'avsender:',
      'purreplan:\n  - dager: 6\n    brev: siste\n  - dager: 1\n    brev: mangler\navsender:',
      'Linje 17, purreplan: ventet trinn i rekkefølge, hvert på sin dag, fant 1 etter 6.',
    ],
    [
      'rung approval',
      'avsender:',
      'purreplan:\n  - dager: 6\n    brev: siste\n    godkjenning: kanskje\navsender:',
      'Linje 17, purreplan: godkjenning: ventet spør, hold N timer eller automatisk, fant «kanskje».',
    ],
    [
      'round time',
      'avsender:',
      ROUND.replace('09:00', 'om morgenen'),
      'Linje 15, runder: tid: ventet dato og klokkeslett, fant «2026-10-05 om morgenen».',
    ],
    [
      'round letter',
      'avsender:',
      ROUND.replace('mangler', 'streng'),
      'Linje 16, runder: brev: ventet vennlig, nær frist, mangler svar eller siste, fant «streng».',
    ],
    [
      'round role',
      'avsender:',
      ROUND.replace('mangler', 'mangler\n    til: ordfører'),
      'Linje 17, runder: til: ventet postmottak, kommunedirektør eller saksbehandler, fant «ordfører».',
    ],
    [
      'round order',
      'avsender:',
      ROUND.replace('\navsender', '\n  - tid: 2026-10-02 09:00\n    brev: siste\navsender'),
      'Linje 17, runder: tid: ventet en tid etter runden før, fant fredag 2. oktober 2026.',
    ],
    [
      'round before',
      'avsender:',
      ROUND.replace('10-05', '08-05'),
      'Linje 15, runder: tid: ventet en tid etter henvendelsen tirsdag 1. september 2026, fant onsdag 5. august 2026.',
    ],
    [
      'new deadline',
      'avsender:',
      ROUND.replace('mangler', 'mangler\n    ny frist: 2.10.2026'),
      'Linje 15, runder: ny frist: ventet en dag etter mandag 5. oktober 2026, fant fredag 2. oktober 2026.',
    ],
    [
      'no recipients',
      '  - Hitra\n  - Frøya\n',
      '',
      'Linje 11, mottakere: ventet kommuner, eller navnet på en CSV-fil, fant ingenting.',
    ],
    [
      'recipients file',
      'mottakere:\n  - Hitra\n  - Frøya',
      'mottakere: liste.csv',
      'Linje 11, mottakere: ventet en CSV-fil ved siden av henvendelsen, eller en liste med kommuner, fant ingen CSV-fil med navnet «liste.csv».',
    ],
    [
      'unknown recipient',
      '- Frøya',
      '- Frøyaa',
      'Linje 13, mottakere: ventet en kommune eller fylkeskommune som fins tirsdag 1. september 2026, fant «Frøyaa». Mente du Frøya?',
    ],
    [
      'two of a name',
      '- Frøya',
      '- Herøy',
      'Linje 13, mottakere: ventet én kommune, fant «Herøy», som er 1515 Herøy (Møre og Romsdal) og 1818 Herøy (Nordland). Skriv nummeret, eller fylket i parentes: «Herøy (Møre og Romsdal)».',
    ],
    [
      'ended',
      '- Frøya',
      '- Bjugn',
      'Linje 13, mottakere: ventet en kommune som fins tirsdag 1. september 2026, fant «Bjugn», som tok slutt tirsdag 31. desember 2019. Den gikk inn i Ørland: skriv Ørland.',
    ],
    [
      'split',
      '- Frøya',
      '- Snillfjord',
      'Linje 13, mottakere: ventet en kommune som fins tirsdag 1. september 2026, fant «Snillfjord», som tok slutt tirsdag 31. desember 2019. Den ble delt mellom Heim, Orkland, Hitra: velg hvem som skal ha brevet.',
    ],
    [
      'twice',
      '- Frøya',
      '- Hitra kommune',
      'Linje 13, mottakere: ventet hver kommune én gang, fant Hitra på nytt (først på linje 12). Behold den ene linjen.',
    ],
    [
      'twice by number',
      '- Frøya',
      '- 5056',
      'Linje 13, mottakere: ventet hver kommune én gang, fant Hitra på nytt (først på linje 12).',
    ],
    [
      'recipient address',
      '- Frøya',
      '- Frøya <postmottak@frøya.kommune.example>',
      'Linje 13, mottakere: e-post: ventet en e-postadresse uten æ, ø, å, fant «postmottak@frøya.kommune.example».',
    ],
    [
      'no sender',
      /avsender:[\s\S]*enhet: KS\n/.exec(SMALL)?.[0] ?? '',
      '',
      'Linje 1, avsender: ventet nøkler med verdi (navn, e-post, tittel, enhet, telefon), fant ingenting.',
    ],
    [
      'sender address',
      'ingrid.solbakk@ks.example',
      'Ingrid Solbakk',
      'Linje 16, avsender: e-post: ventet en e-postadresse, fant «Ingrid Solbakk».',
    ],
    [
      'attachment missing',
      'avsender:',
      'vedlegg: vedtak.pdf\navsender:',
      'Linje 14, vedlegg: ventet en fil ved siden av henvendelsen, fant ingen fil med navnet «vedtak.pdf».',
    ],
    [
      'attachment elsewhere',
      'avsender:',
      'vedlegg: ../vedtak.pdf\navsender:',
      'Linje 14, vedlegg: ventet et filnavn ved siden av henvendelsen, uten " < > ? * | : \\, fant «../vedtak.pdf».',
    ],
    [
      'attachment too big',
      'avsender:',
      'vedlegg:\n  - stor.pdf\navsender:',
      'Linje 15, vedlegg: ventet høyst 10 MB vedlegg til sammen, fant stor.pdf på 11,0 MB, til sammen 11,0 MB.',
      { 'stor.pdf': BIG },
    ],
    [
      'attachment empty',
      'avsender:',
      'vedlegg: tom.pdf\navsender:',
      'Linje 14, vedlegg: ventet en fil med innhold, fant «tom.pdf», som er tom.',
      { 'tom.pdf': new Uint8Array() },
    ],
    [
      'no ask',
      'oppfordring: slutte seg til ordningen\n',
      '',
      'Linje 1, oppfordring: ventet en tekst, fant ingen slik nøkkel.',
    ],
    [
      'empty text',
      'Kjære {kommune}, andelen er {andel}.',
      '<!-- kommer -->',
      'Linje 20, brevteksten: ventet brevets egen tekst, fant ingenting.',
    ],
    [
      'unknown field',
      '{andel}',
      '{andelen}',
      'Linje 20, brevteksten: ventet et felt som finnes, fant {andelen}. Mente du {andel}?',
    ],
    ['field left open', '{andel}', '\n{andel', 'Linje 21, brevteksten: ventet et felt som finnes, fant {andel'],
    [
      'field without amount',
      'per innbygger: 4',
      'per innbygger: 0',
      'Linje 20, brevteksten: ventet et beløp i vilkårene når teksten bruker feltet, fant {andel}.',
    ],
    [
      'heading',
      'Kjære',
      '# Bakgrunn\n\nKjære',
      'Linje 20, brevteksten: ventet vanlige avsnitt (og overskriften «## Nynorsk»), fant «# Bakgrunn».',
    ],
    [
      'tab',
      '  navn: Ingrid',
      '\tnavn: Ingrid',
      'Linje 15, hodet: ventet linjer med «nøkkel: verdi», fant «navn: Ingrid Solbakk». Bruk mellomrom, ikke tabulator, i begynnelsen av linjen.',
    ],
    [
      'quote left open',
      'tittel: Felles koordinator',
      'tittel: "Felles koordinator',
      'hodet: ventet linjer med «nøkkel: verdi»',
    ],
    [
      'colon in text',
      'Felles koordinator',
      'Felles: koordinator',
      'Linje 3, hodet: ventet linjer med «nøkkel: verdi», fant «tittel: Felles: koordinator». Sett anførselstegn rundt en tekst som har kolon i seg.',
    ],
  ])('%s', (_name, piece, instead, expected, beside) => {
    const faults = faultsOf(with_(piece, instead), beside);
    expect(faults.join('\n')).toContain(expected);
  });
});

test('all faults are told at once, in the order of the lines', () => {
  const faults = faultsOf(
    SMALL.replace('tilslutning', 'x')
      .replace('1.10.2026', '31.9.2026')
      .replace('- Hitra', '- Hitraa')
      .replace('{andel}', '{x}'),
  );
  expect(faults.map(fault => /^Linje (\d+)/.exec(fault)?.[1])).toEqual(['6', '10', '12', '20']);
});

describe('warnings do not stop the file', () => {
  test.each([
    ['Holy Week', 'frister: 1.10.2026', 'frister: 22.3.2027', 'Fristen mandag 22. mars 2027 er i påskeuken'],
    ['weekend', 'frister: 1.10.2026', 'frister: 3.10.2026', 'Fristen lørdag 3. oktober 2026 er i en helg'],
    ['July', 'frister: 1.10.2026', 'frister: 1.7.2027', 'er i juli'],
    ['romjul', 'frister: 1.10.2026', 'frister: 29.12.2026', 'er i romjulen'],
    [
      'no population date',
      '  folketall: 1.1.2026\n',
      '',
      'vilkår: folketall: ventet datoen som folketallet gjelder for',
    ],
    ['number of another time', '- Frøya', '- 1620', '«1620», som er Frøya sitt nummer på en annen tid'],
    ['lost zero', '- Frøya', '- 301', 'Lest som 0301 Oslo'],
    [
      'round on a Sunday',
      'avsender:',
      'runder:\n  - tid: 2026-10-04 09:00\n    brev: mangler\navsender:',
      'Ingen brev går i helgen',
    ],
    [
      'nynorsk text alone',
      'andelen er {andel}.',
      'andelen er {andel}.\n\n## Nynorsk\n\nKjære {kommune}.',
      'bare teksten',
    ],
  ])('%s', (_name, piece, instead, expected) => {
    const parsed = parse(with_(piece, instead));
    if ('faults' in parsed) throw new Error(parsed.faults.map(writtenFault).join('\n'));
    expect(parsed.warnings.map(writtenFault).join('\n')).toContain(expected);
  });

  test('of the real agreement of 2018: its deadline was the Monday of Holy Week', () => {
    const parsed = parse(SMALL.replace('1.9.2026', '27.2.2018').replace('1.10.2026', '26.03.2018'));
    expect('campaign' in parsed && parsed.warnings.map(warning => warning.found)).toEqual([
      'Fristen mandag 26. mars 2018 er i påskeuken, da mange kommuner har lite folk på jobb.',
    ]);
  });
});
