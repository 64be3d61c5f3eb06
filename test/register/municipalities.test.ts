import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  addMunicipalityDomain,
  endOfMunicipality,
  findMunicipality,
  loadMunicipalities,
  municipalityByDomain,
  municipalityOnDate,
  populationOn,
} from '../../src/register/municipalities.ts';
import type { MunicipalityAnswer } from '../../src/rules/municipality/municipality.ts';

const read = (name: string) => readFileSync(new URL(`../../db/${name}`, import.meta.url), 'utf8');
const FILES = ['municipalities.csv', 'counties.csv', 'municipalities-earlier.csv'].map(read) as [
  string,
  string,
  string,
];
const SENT = '2013-11-28';
const TODAY = '2026-11-23';

function emptyRegister(): Database.Database {
  const db = new Database(':memory:');
  db.exec(read('001-municipalities.sql'));
  return db;
}

let db: Database.Database;
beforeAll(() => {
  db = emptyRegister();
  loadMunicipalities(db, ...FILES);
});

/** «1627 Bjugn», «several: 1515 Herøy, 1818 Herøy», «ended 2019-12-31 → 5057 Ørland», «none: Orkdal». */
function short(answer: MunicipalityAnswer): string {
  const label = ({ number, name }: { number: string; name: string }) => `${number} ${name}`;
  if ('found' in answer) return label(answer.found);
  if ('several' in answer) return `several: ${answer.several.map(label).join(', ')}`;
  if ('ended' in answer) return `ended ${answer.endedOn} → ${answer.successors.map(label).join(', ')}`;
  return `none: ${answer.suggestions.join(', ')}`;
}

describe('the 25 of Sør-Trøndelag on 28.11.2013', () => {
  const THE_25 =
    'Trondheim Hemne Snillfjord Hitra Frøya Ørland Agdenes Rissa Bjugn Åfjord Roan Osen Oppdal Rennebu Meldal Orkdal Røros Holtålen Midtre_Gauldal Melhus Skaun Klæbu Malvik Selbu Tydal'
      .split(' ')
      .map(name => name.replace('_', ' '));

  test.each(THE_25)('%s is found by name, with a number of that county and its inhabitants', name => {
    const answer = findMunicipality(db, name, SENT);
    if (!('found' in answer)) throw new Error(short(answer));
    expect(answer.found).toMatchObject({ name, kind: 'municipality', county: 'Sør-Trøndelag' });
    expect(answer.found.number).toMatch(/^16\d\d$/);
    expect(populationOn(db, answer.found.id, SENT)?.date).toBe('2013-01-01');
  });

  test('Bjugn is 1627 with 4665 inhabitants', () => {
    const answer = findMunicipality(db, 'Bjugn', SENT);
    if (!('found' in answer)) throw new Error(short(answer));
    expect(answer.found).toMatchObject({ number: '1627', domains: ['bjugn.kommune.no'] });
    expect(populationOn(db, answer.found.id, SENT)).toMatchObject({ inhabitants: 4665, date: '2013-01-01' });
    expect(populationOn(db, answer.found.id, '2012-12-31')).toBeNull();
  });

  test('together they have the 302 755 inhabitants of SSB’s county line', () => {
    const sum = THE_25.reduce((total, name) => {
      const answer = findMunicipality(db, name, SENT);
      return 'found' in answer ? total + (populationOn(db, answer.found.id, SENT)?.inhabitants ?? 0) : total;
    }, 0);
    expect(sum).toBe(302_755);
  });
});

describe('how many there were', () => {
  test.each([
    ['2013-11-28', 428],
    ['2017-06-01', 426],
    ['2018-02-27', 422],
    ['2019-06-01', 422],
    ['2021-01-01', 356],
    [TODAY, 357],
  ])('%s: %i municipalities', (date, count) => {
    const numbers = db
      .prepare(
        `SELECT count(*) FROM municipality_number n JOIN municipality m ON m.id = n.municipality_id
         WHERE m.kind = 'municipality' AND n.main = 1
         AND (valid_from IS NULL OR valid_from <= :date) AND (valid_to IS NULL OR valid_to >= :date)`,
      )
      .pluck()
      .get({ date });
    expect(numbers).toBe(count);
  });
});

describe('names and numbers on a day', () => {
  test.each([
    ['bjugn kommune', SENT, '1627 Bjugn'],
    ['  BJUGN  ', '2018-01-01', '5017 Bjugn'],
    ['Bjugn', '2019-12-31', '5017 Bjugn'],
    ['Bjugn', '2020-01-01', 'ended 2019-12-31 → 5057 Ørland'],
    ['1627', TODAY, 'ended 2019-12-31 → 5057 Ørland'],
    ['Orkdal', TODAY, 'ended 2019-12-31 → 5059 Orkland'],
    ['Rissa', TODAY, 'ended 2017-12-31 → 5054 Indre Fosen'],
    ['Snillfjord', TODAY, 'ended 2019-12-31 → 5055 Heim, 5059 Orkland, 5056 Hitra'],
    ['1504', TODAY, 'ended 2019-12-31 → 1508 Ålesund, 1580 Haram'],
    ['Ålesund', TODAY, '1508 Ålesund'],
    ['Ørland', SENT, '1621 Ørland'],
    ['Ørland', TODAY, '5057 Ørland'],
    ['Hitra', SENT, '1617 Hitra'],
    ['Hitra', TODAY, '5056 Hitra'],
    ['Orkland', SENT, 'none: Snillfjord (1613), Agdenes (1622), Meldal (1636), Orkdal (1638)'],
    ['Herøy', TODAY, 'several: 1515 Herøy, 1818 Herøy'],
    ['Herøy (Nordland)', TODAY, '1818 Herøy'],
    ['Herøy kommune i Møre og Romsdal', TODAY, '1515 Herøy'],
    ['Våler', TODAY, 'several: 3114 Våler, 3419 Våler'],
    ['Våler (Viken)', '2021-05-01', '3018 Våler'],
    ['Os', SENT, 'several: 0441 Os, 1243 Os'],
    ['Os', TODAY, '3430 Os'],
    ['Nes', SENT, 'several: 0236 Nes, 0616 Nes'],
    ['Bø', SENT, 'several: 0821 Bø, 1867 Bø'],
    ['Rosse', TODAY, '5025 Røros'],
    ['Rosse - Røros', TODAY, '5025 Røros'],
    ['Harstad', '2021-05-01', '5402 Harstad'],
    ['Guovdageaidnu', TODAY, '5612 Kautokeino'],
    ['sør odal', TODAY, '3415 Sør-Odal'],
    ['Ulvik herad', TODAY, '4620 Ulvik'],
    ['Trøndelag fylkeskommune', TODAY, '50 Trøndelag fylkeskommune'],
    ['Trøndelag', TODAY, '50 Trøndelag fylkeskommune'],
    ['Sør-Trøndelag fylkeskommune', TODAY, 'ended 2017-12-31 → 50 Trøndelag fylkeskommune'],
    ['16', SENT, '16 Sør-Trøndelag fylkeskommune'],
    [
      'Viken fylkeskommune',
      TODAY,
      'ended 2023-12-31 → 31 Østfold fylkeskommune, 32 Akershus fylkeskommune, 33 Buskerud fylkeskommune',
    ],
    ['03', TODAY, '0301 Oslo'],
    ['Orkdla', SENT, 'none: Orkdal'],
    ['Atlantis', SENT, 'none: '],
  ])('%s on %s: %s', (written, date, expected) => {
    expect(short(findMunicipality(db, written, date))).toBe(expected);
  });

  test('a decomposed letter is the same letter', () => {
    expect(short(findMunicipality(db, 'A\u030Afjord', SENT))).toBe('1630 Åfjord');
  });

  test('301 is 0301 only with a mark that a zero was put before it', () => {
    expect(findMunicipality(db, '301', TODAY)).toMatchObject({ found: { number: '0301' }, paddedFrom: '301' });
    expect(findMunicipality(db, '0301', TODAY)).toMatchObject({ found: { number: '0301' }, paddedFrom: null });
  });

  test('today’s number on an earlier day finds the same entity, marked', () => {
    expect(findMunicipality(db, '5001', SENT)).toMatchObject({ found: { number: '1601' }, ofAnotherTime: '5001' });
    expect(findMunicipality(db, '1601', TODAY)).toMatchObject({ found: { number: '5001' }, ofAnotherTime: '1601' });
  });
});

describe('an entity through time', () => {
  test('keeps its id through new numbers, a merger makes a new one', () => {
    const id = (name: string, date: string) => {
      const answer = findMunicipality(db, name, date);
      if (!('found' in answer)) throw new Error(short(answer));
      return answer.found.id;
    };
    expect(id('Trondheim', SENT)).toBe(id('Trondheim', TODAY));
    expect(id('Halden', SENT)).toBe(id('Halden', TODAY));
    expect(id('Rindal', SENT)).toBe(id('Rindal', TODAY));
    expect(id('Ørland', SENT)).not.toBe(id('Ørland', TODAY));
    expect(id('Steinkjer', SENT)).not.toBe(id('Steinkjer', TODAY));
  });

  test('outside its life it is shown as on its nearest day, and its end is told', () => {
    const answer = findMunicipality(db, 'Bjugn', SENT);
    if (!('found' in answer)) throw new Error(short(answer));
    expect(municipalityOnDate(db, answer.found.id, TODAY)).toMatchObject({ name: 'Bjugn', number: '5017' });
    expect(endOfMunicipality(db, answer.found.id, SENT)).toBeNull();
    expect(endOfMunicipality(db, answer.found.id, TODAY)).toMatchObject({
      endedOn: '2019-12-31',
      successors: [{ number: '5057' }],
    });
    expect(() => municipalityOnDate(db, 99_999, TODAY)).toThrow('expected a known id');
  });
});

describe('mail domains', () => {
  test.each([
    ['bjugn.kommune.no', SENT, '1627 Bjugn'],
    ['bjugn.kommune.no', '2018-06-01', '5017 Bjugn'],
    ['bjugn.kommune.no', TODAY, 'ended 2019-12-31 → 5057 Ørland'],
    ['POST.orland.kommune.no', SENT, '1621 Ørland'],
    ['orland.kommune.no', TODAY, '5057 Ørland'],
    ['kommune.no', TODAY, 'none: '],
    ['notbjugn.kommune.no', SENT, 'none: '],
  ])('%s on %s: %s', (domain, date, expected) => {
    expect(short(municipalityByDomain(db, domain, date))).toBe(expected);
  });
});

test('loading again changes nothing and keeps what an adviser entered', () => {
  const fresh = emptyRegister();
  loadMunicipalities(fresh, ...FILES);
  const dump = () =>
    ['municipality', 'municipality_number', 'municipality_name', 'municipality_successor', 'municipality_population']
      .map(table => JSON.stringify(fresh.prepare(`SELECT * FROM ${table}`).all()))
      .join();
  const before = dump();
  const answer = findMunicipality(fresh, 'Hitra', SENT);
  if (!('found' in answer)) throw new Error(short(answer));
  addMunicipalityDomain(fresh, answer.found.id, 'Hitra.kommune.EXAMPLE');
  addMunicipalityDomain(fresh, answer.found.id, 'hitra.kommune.example');
  loadMunicipalities(fresh, ...FILES);
  expect(dump()).toBe(before);
  expect(municipalityOnDate(fresh, answer.found.id, SENT).domains).toEqual([
    'hitra.kommune.example',
    'hitra.kommune.no',
  ]);
});

test('a file that breaks off leaves the register as it was', () => {
  const fresh = emptyRegister();
  expect(() => loadMunicipalities(fresh, `${FILES[0]}1,2`, FILES[1])).toThrow('expected 23 cells, found 2');
  expect(fresh.prepare('SELECT count(*) FROM municipality').pluck().get()).toBe(0);
});
