import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { readRecipients } from '../../src/jobs/read-recipients.ts';
import { findMunicipality, loadMunicipalities } from '../../src/register/municipalities.ts';
import { writtenFault } from '../../src/rules/campaign/campaign-fault.ts';

const db = (name: string) => readFileSync(new URL(`../../db/${name}`, import.meta.url), 'utf8');
const register = new Database(':memory:');
beforeAll(() => {
  register.exec(db('001-municipalities.sql'));
  loadMunicipalities(register, db('municipalities.csv'), db('counties.csv'), db('municipalities-earlier.csv'));
});

function read(content: string | Uint8Array, date = '2026-11-23') {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const resolve = (written: string, on: string) => findMunicipality(register, written, on);
  return readRecipients({ bytes, fileName: 'm.csv', resolve, date });
}

function recipientsOf(content: string | Uint8Array, date?: string) {
  const answer = read(content, date);
  if ('faults' in answer) throw new Error(answer.faults.map(writtenFault).join('\n'));
  return answer.recipients;
}

function warningsOf(content: string | Uint8Array, date?: string): string {
  return read(content, date).warnings.map(writtenFault).join('\n');
}

const FRØYA = [
  { municipality: 'Frøya', contacts: [{ role: 'postmottak', name: '', address: 'p@froya.example' }], line: 2 },
];

describe('the ways in which such a file is written', () => {
  test.each([
    ['comma', 'kommune,e-post\nFrøya,p@froya.example\n'],
    ['semicolon', 'kommune;e-post\nFrøya;p@froya.example'],
    ['tab', 'kommune\te-post\nFrøya\tp@froya.example\n'],
    ['byte order mark', '\ufeffkommune;e-post\r\nFrøya;p@froya.example\r\n'],
    ['quotes', '"kommune";"e-post"\n"Frøya";"p@froya.example"\n'],
    ['English headings', 'name,email\nFrøya,P@froya.example\n'],
    ['number and name', 'Kommunenr.;Kommunenavn;E-post\n5014;Frøya;p@froya.example\n'],
    ['empty lines and cells', 'kommune;e-post;;\nFrøya;p@froya.example;;\n;;;\n\n'],
  ])('%s', (_name, csv) => {
    expect(recipientsOf(csv)).toEqual(FRØYA);
    expect(warningsOf(csv)).toBe('');
  });

  test('latin-1, as Excel saves it, with a word about it', () => {
    const latin1 = Buffer.from('kommune;e-post\nFrøya;p@froya.example\n', 'latin1');
    expect(recipientsOf(latin1)).toEqual(FRØYA);
    expect(warningsOf(latin1)).toContain('fant Windows-1252 (slik Excel ofte lagrer). Filen er lest slik.');
  });

  test('UTF-16, as «Unicode-tekst» is saved', () => {
    expect(recipientsOf(Buffer.from('\ufeffkommune\te-post\nFrøya\tp@froya.example\n', 'utf16le'))).toEqual(FRØYA);
  });

  test('contacts by role', () => {
    const csv =
      'kommune;e-post;kontakt;kontakt e-post;rådmann;rådmann e-post\nHitra;a@h.example;Liv;l@h.example;Per;p@h.example';
    expect(recipientsOf(csv)[0]?.contacts).toEqual([
      { role: 'postmottak', name: '', address: 'a@h.example' },
      { role: 'director', name: 'Per', address: 'p@h.example' },
      { role: 'officer', name: 'Liv', address: 'l@h.example' },
    ]);
  });

  test('a number tells two of one name apart', () => {
    expect(recipientsOf('nr;kommune\n1818;Herøy\n1515;Herøy\n').map(row => row.municipality)).toEqual(['1818', '1515']);
  });
});

describe('names and numbers of another time', () => {
  const FORM = 'number,name,domain,email,contact_name,contact_email\n';

  test('today’s number of the same municipality is nothing to speak of', () => {
    const csv = `${FORM}5017,Bjugn,b.example,postmottak@b.example,Eivind Raanesmo,e@b.example\n`;
    expect(recipientsOf(csv, '2013-11-28')).toEqual([
      {
        municipality: 'Bjugn',
        contacts: [
          { role: 'postmottak', name: '', address: 'postmottak@b.example' },
          { role: 'officer', name: 'Eivind Raanesmo', address: 'e@b.example' },
        ],
        line: 2,
      },
    ]);
    expect(warningsOf(csv, '2013-11-28')).toBe('');
  });

  test('the name wins over the number of another municipality, with a warning', () => {
    const csv = `${FORM}5057,Ørland,o.example,postmottak@o.example,,\n`;
    expect(recipientsOf(csv, '2013-11-28')[0]?.municipality).toBe('Ørland');
    expect(warningsOf(csv, '2013-11-28')).toBe(
      'Linje 2, m.csv: ventet 1621, som er Ørland sitt nummer torsdag 28. november 2013, fant «5057». Navnet gjelder: Ørland. Rett nummeret hvis navnet er feil.',
    );
  });

  test('301 is read as 0301, with a warning', () => {
    expect(recipientsOf('kommunenr\n301\n')[0]?.municipality).toBe('Oslo');
    expect(warningsOf('kommunenr\n301\n')).toBe(
      'Linje 2, m.csv: ventet et kommunenummer med fire siffer, fant «301». Lest som 0301 Oslo: et regneark har trolig tatt bort nullen. Sjekk at det stemmer.',
    );
  });
});

describe('faults, and nothing taken in', () => {
  test.each([
    [
      'two addresses in a cell',
      'kommune;e-post\nHitra;a@h.example, b@h.example\n',
      'Linje 2, m.csv: e-post: ventet én e-postadresse, fant flere: «a@h.example, b@h.example». Behold én adresse her.',
    ],
    [
      'no address',
      'kommune;e-post\nHitra;postmottak\n',
      'Linje 2, m.csv: e-post: ventet en e-postadresse, fant «postmottak».',
    ],
    [
      'Norwegian letters in an address',
      'kommune;e-post\nFrøya;post@frøya.example\n',
      'ventet en e-postadresse uten æ, ø, å',
    ],
    [
      'a name that is two',
      'kommune\nVåler\n',
      'Linje 2, m.csv: ventet én kommune, fant «Våler», som er 3114 Våler (Østfold) og 3419 Våler (Innlandet).',
    ],
    ['unknown', 'kommune\nHitr\n', 'fant «Hitr». Mente du Hitra?'],
    [
      'ended',
      'nr\n1627\n',
      'fant «1627», som tok slutt tirsdag 31. desember 2019. Den gikk inn i Ørland: skriv Ørland.',
    ],
    [
      'twice',
      'kommune\nHitra\nFrøya\nHitra kommune\n',
      'Linje 4, m.csv: ventet hver kommune én gang, fant Hitra på nytt (først på linje 2).',
    ],
    [
      'neither name nor number',
      'kommune;e-post\n;a@h.example\n',
      'Linje 2, m.csv: ventet navnet eller nummeret på en kommune, fant ingen av delene.',
    ],
    [
      'a quote left open',
      'kommune;e-post\n"Hitra;a@h.example\nFrøya;b@f.example\n',
      'Linje 2, m.csv: ventet anførselstegn i par rundt en celle, fant et anførselstegn som ikke blir lukket.',
    ],
    [
      'a quote in a cell',
      'kommune;e-post\nHitra "ny";a@h.example\n',
      'Linje 2, m.csv: ventet anførselstegn i par rundt en celle, fant et anførselstegn midt i en celle.',
    ],
    ['too many cells', 'kommune,e-post\nHitra,a@h.example,og mer\n', 'Linje 2, m.csv: ventet 2 celler, fant 3.'],
    [
      'no headings',
      'Hitra;a@h.example\n',
      'Linje 1, m.csv: ventet overskrifter i første linje, minst «kommune» eller «kommunenr», fant «Hitra; a@h.example».',
    ],
    [
      'a heading twice',
      'kommune;navn\nHitra;Hitra\n',
      'Linje 1, m.csv: ventet hver kolonne én gang, fant «navn» på nytt.',
    ],
    ['empty', '', 'm.csv: ventet overskrifter og minst én kommune, fant ingen kommuner.'],
    ['headings only', 'kommune;e-post\n', 'm.csv: ventet overskrifter og minst én kommune, fant ingen kommuner.'],
    ['letters read twice', 'kommune\nFrÃ¸ya\n', 'fant tekst der norske bokstaver er ødelagt («Ã¸»).'],
    [
      'a spreadsheet',
      'PK\u0003\u0004xyz',
      'ventet en CSV-fil, fant et regneark eller en zip-fil. Åpne den i Excel og lagre som «CSV UTF-8».',
    ],
  ])('%s', (_name, csv, expected) => {
    const answer = read(csv);
    expect('recipients' in answer).toBe(false);
    expect('faults' in answer ? answer.faults.map(writtenFault).join('\n') : '').toContain(expected);
  });

  test('all of a file’s faults are told at once', () => {
    const answer = read('kommune;e-post\nHitr;a@h.example\nVåler;b\nFrøya;c@f.example\n');
    expect('faults' in answer ? answer.faults.map(fault => fault.line).sort() : []).toEqual([2, 3, 3]);
  });
});

test('an unknown column and a missing address are warned of', () => {
  const warnings = warningsOf('kommune;e-post;farge\nHitra;;blå\n');
  expect(warnings).toContain('fant kolonnen «farge». Kolonnen brukes ikke.');
  expect(warnings).toContain('Linje 2, m.csv: e-post: ventet en e-postadresse, fant ingenting.');
});
