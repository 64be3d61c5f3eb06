import { readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { projectFolder } from '../project-folder.ts';
import { addDays } from '../rules/calendar/add-days.ts';
import { foldName } from '../rules/municipality/fold-name.ts';
import { type Entity, municipalityEntities, type NumberRow } from '../rules/municipality/municipality-entities.ts';
import { countyRows, municipalityRows } from '../rules/municipality/number-rows.ts';

const FOLDER = new URL('db/', projectFolder);

/** Oslo kommune does the county's work: one legal entity with two numbers. */
const OSLO = { municipality: '0301', county: '03' };

/** Tables that the files fill; rows that an adviser entered stay. */
const FROM_FILES = [
  'municipality_number',
  'municipality_name',
  'municipality_written_form',
  'municipality_organisation_number',
  'municipality_successor',
];
const FROM_FILES_AND_ADVISER = ['municipality_population', 'municipality_domain'];

/** Loads the three files of db/. */
export function loadMunicipalitiesOfNorway(db: Database): void {
  const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');
  loadMunicipalities(db, read('municipalities.csv'), read('counties.csv'), read('municipalities-earlier.csv'));
}

/**
 * Loads municipalities and counties in one transaction. Loading again changes nothing: an entity is known by its
 * numbers and keeps its id, since cases point to it.
 */
export function loadMunicipalities(db: Database, csvText: string, countiesCsvText: string, earlierCsvText = ''): void {
  const earlier = earlierCsvText === '' ? [] : municipalityRows(earlierCsvText);
  const municipalities = municipalityEntities([...earlier, ...municipalityRows(csvText)]);
  const counties = municipalityEntities(countyRows(countiesCsvText).filter(row => row.number !== OSLO.county));
  db.transaction(() => {
    const entities = [...municipalities, ...counties];
    const ids = new Map<Entity, number>(entities.map(entity => [entity, idOf(db, entity)]));
    for (const table of FROM_FILES) db.exec(`DELETE FROM ${table}`);
    for (const table of FROM_FILES_AND_ADVISER) db.exec(`DELETE FROM ${table} WHERE origin = 'file'`);
    for (const [entity, id] of ids) writeEntity(db, id, entity);
    writeSuccessors(db, ids);
  }).immediate();
}

/** Records a mail domain that the files do not know (a demo's, a mail domain that is not the web domain). */
export function addMunicipalityDomain(db: Database, id: number, domain: string): void {
  db.prepare(
    `INSERT INTO municipality_domain (municipality_id, domain, origin) SELECT :id, :domain, 'adviser'
     WHERE NOT EXISTS (SELECT 1 FROM municipality_domain
       WHERE municipality_id = :id AND domain = :domain AND valid_from IS NULL AND valid_to IS NULL)`,
  ).run({ id, domain: domain.toLowerCase() });
}

function idOf(db: Database, entity: Entity): number {
  const find = db.prepare<[string, string], number>(
    `SELECT m.id FROM municipality m JOIN municipality_number n ON n.municipality_id = m.id
     WHERE m.kind = ? AND n.number = ?`,
  );
  const kind = entity.rows[0]?.kind ?? 'municipality';
  for (const row of entity.rows) {
    const id = find.pluck().get(kind, row.number);
    if (id !== undefined) return id;
  }
  return Number(db.prepare('INSERT INTO municipality (kind) VALUES (?)').run(kind).lastInsertRowid);
}

function writeEntity(db: Database, id: number, { rows }: Entity): void {
  const last = rows[rows.length - 1];
  // Of 2024 and carried back through earlier numbers of the same entity: likely, not checked (db/CREDITS.md).
  const writtenForm = last?.writtenForm ?? null;
  const organisationNumber = last?.organisationNumber ?? null;
  let domain = rows.find(row => row.domain !== null)?.domain ?? null;
  for (const row of rows) {
    writeNumber(db, id, row);
    writeNames(db, id, row, last ?? row);
    // A number without a domain has that of the number before it, the first that of the first known.
    domain = row.domain ?? domain;
    if (domain !== null) writeDomain(db, id, domain, row);
    if (row.population) {
      const { date, inhabitants, source } = row.population;
      db.prepare(
        `INSERT INTO municipality_population (municipality_id, date, inhabitants, source, origin) VALUES (?, ?, ?, ?, 'file')`,
      ).run(id, date, inhabitants, source);
    }
  }
  if (writtenForm !== null) {
    db.prepare('INSERT INTO municipality_written_form (municipality_id, written_form) VALUES (?, ?)').run(
      id,
      writtenForm,
    );
  }
  if (organisationNumber !== null) {
    db.prepare('INSERT INTO municipality_organisation_number (municipality_id, organisation_number) VALUES (?, ?)').run(
      id,
      organisationNumber,
    );
  }
}

function writeNumber(db: Database, id: number, row: NumberRow): void {
  const write = db.prepare(
    `INSERT INTO municipality_number (municipality_id, number, county, main, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  write.run(id, row.number, row.county, 1, row.validFrom, row.validTo);
  if (row.number === OSLO.municipality) write.run(id, OSLO.county, row.county, 0, row.validFrom, row.validTo);
}

function writeNames(db: Database, id: number, row: NumberRow, last: NumberRow): void {
  const write = db.prepare(
    `INSERT INTO municipality_name (municipality_id, name, folded, main, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  // A list that writes all official names in one («Harstad - Hárstták») has the Norwegian one among them.
  const main = row.otherNames.includes(last.name) ? last.name : row.name;
  const others = [row.name, ...row.otherNames].filter(name => name !== main);
  if (row.number === OSLO.municipality) others.push('Oslo fylkeskommune');
  write.run(id, main, foldName(main), 1, row.validFrom, row.validTo);
  for (const name of others) write.run(id, name, foldName(name), 0, row.validFrom, row.validTo);
}

function writeDomain(db: Database, id: number, domain: string, row: NumberRow): void {
  db.prepare(
    `INSERT INTO municipality_domain (municipality_id, domain, valid_from, valid_to, origin) VALUES (?, ?, ?, ?, 'file')`,
  ).run(id, domain, row.validFrom, row.validTo);
}

function writeSuccessors(db: Database, ids: Map<Entity, number>): void {
  const byNumber = new Map<string, number>();
  for (const [entity, id] of ids) for (const row of entity.rows) byNumber.set(row.number, id);
  const write = db.prepare(
    'INSERT OR IGNORE INTO municipality_successor (municipality_id, successor_id, on_date) VALUES (?, ?, ?)',
  );
  for (const [entity, id] of ids) {
    const lastDay = entity.rows[entity.rows.length - 1]?.validTo;
    if (!lastDay) continue;
    for (const number of entity.successorNumbers) {
      const successor = byNumber.get(number);
      if (successor !== undefined && successor !== id) write.run(id, successor, addDays(lastDay, 1));
    }
  }
}

/** Municipalities, counties and regional councils that the register knows, former ones included. */
export function countMunicipalities(db: Database): number {
  return db.prepare('SELECT count(*) FROM municipality').pluck().get() as number;
}
