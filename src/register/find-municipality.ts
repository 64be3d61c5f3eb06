import type { Database } from 'better-sqlite3';
import type { IsoDate } from '../rules/calendar/iso-date.ts';
import { closestWords } from '../rules/municipality/closest-words.ts';
import { foldName } from '../rules/municipality/fold-name.ts';
import type { MunicipalityAnswer, MunicipalityOnDate } from '../rules/municipality/municipality.ts';
import { kept, keptPluck } from './kept-statement.ts';
import { endOfMunicipality, lifeOf, municipalityOnDate, ON_DATE, predecessorsOn } from './municipality-on-date.ts';

/** One entity that carries the name, number or domain, at that date or another. */
interface Match {
  id: number;
  /** Whether it carries it on the date asked for. */
  now: 0 | 1;
}

/**
 * Which municipality a name or number means on that day. Names with or without «kommune», in any case, Sami and other
 * official names included; «Herøy (Nordland)» or «Herøy i Nordland» tells two of one name apart. Numbers with a lost
 * leading zero are found, and marked.
 */
export function findMunicipality(db: Database, nameOrNumber: string, date: IsoDate): MunicipalityAnswer {
  const written = nameOrNumber.normalize('NFC').trim();
  if (/^\d{1,4}$/.test(written)) {
    // Municipalities have four digits, counties two.
    const number = written.padStart(written.length > 2 ? 4 : 2, '0');
    const answer = answerFrom(db, matchesOf(db, 'municipality_number', 'number', number, date), written, date);
    return 'found' in answer && number !== written ? { ...answer, paddedFrom: written } : answer;
  }
  const byName = matchesOf(db, 'municipality_name', 'folded', foldName(written), date);
  if (byName.length > 0) return answerFrom(db, byName, written, date);
  return byNameAndCounty(db, written, date) ?? { none: true, suggestions: namesLike(db, written, date) };
}

/** Whose mail domain it is on that day; a subdomain of it (`post.bjugn.kommune.no`) counts. */
export function municipalityByDomain(db: Database, domain: string, date: IsoDate): MunicipalityAnswer {
  const labels = domain.toLowerCase().replace(/\.$/, '').split('.');
  for (let from = 0; from < labels.length - 1; from++) {
    const candidate = labels.slice(from).join('.');
    const matches = matchesOf(db, 'municipality_domain', 'domain', candidate, date);
    if (matches.length > 0) return answerFrom(db, matches, candidate, date);
  }
  return { none: true, suggestions: [] };
}

function matchesOf(db: Database, table: string, column: string, value: string, date: IsoDate): Match[] {
  return kept(
    db,
    `SELECT municipality_id AS id, max(${ON_DATE}) AS now FROM ${table} WHERE ${column} = @value
     GROUP BY municipality_id ORDER BY municipality_id`,
  ).all({ value, date }) as Match[];
}

function answerFrom(db: Database, matches: Match[], written: string, date: IsoDate): MunicipalityAnswer {
  const now = matches.filter(match => match.now === 1 && isAlive(db, match.id, date));
  const alive = now.length > 0 ? now : matches.filter(match => isAlive(db, match.id, date));
  const there = alive.map(match => municipalityOnDate(db, match.id, date));
  const [only, ...more] = there;
  if (only !== undefined && more.length > 0) return { several: there };
  if (only !== undefined) {
    return { found: only, paddedFrom: null, ofAnotherTime: now.length > 0 ? null : written };
  }
  const ended = matches
    .map(match => ({ match, end: endOfMunicipality(db, match.id, date) }))
    .sort((a, b) => (b.end?.endedOn ?? '').localeCompare(a.end?.endedOn ?? ''))[0];
  if (ended?.end) {
    return { ended: municipalityOnDate(db, ended.match.id, ended.end.endedOn), ...ended.end };
  }
  // Not founded yet: those that became it are what may have been meant.
  const before = matches.flatMap(match => predecessorsOn(db, match.id, date));
  return { none: true, suggestions: before.map(({ name, number }) => `${name} (${number})`) };
}

function isAlive(db: Database, id: number, date: IsoDate): boolean {
  const { from, to } = lifeOf(db, id);
  return (from === null || from <= date) && (to === null || to >= date);
}

function byNameAndCounty(db: Database, written: string, date: IsoDate): MunicipalityAnswer | null {
  const parts = /^(?<name>.+?)(?: kommune)?(?:\s*\(|\s*,\s*| i )(?<county>[^()]+?)\)?$/u.exec(written)?.groups;
  if (parts?.name === undefined || parts.county === undefined) return null;
  const county = foldName(parts.county);
  const matches = matchesOf(db, 'municipality_name', 'folded', foldName(parts.name), date).filter(
    match => foldName(municipalityOnDate(db, match.id, date).county) === county,
  );
  return matches.length > 0 ? answerFrom(db, matches, written, date) : null;
}

function namesLike(db: Database, written: string, date: IsoDate): string[] {
  const names = db
    .prepare<[{ date: IsoDate }], MunicipalityOnDate['name']>(
      `SELECT DISTINCT name FROM municipality_name WHERE ${ON_DATE}`,
    )
    .pluck()
    .all({ date });
  return closestWords(written.replace(/ (kommune|herad)$/iu, ''), names);
}

/** Ids of those that have or had one of these mail domains, at whatever time. */
export function municipalitiesWithDomain(db: Database, domains: readonly string[]): Set<number> {
  const sql = 'SELECT municipality_id FROM municipality_domain WHERE domain IN (SELECT value FROM json_each(?))';
  return new Set(keptPluck(db, sql).all(JSON.stringify(domains)) as number[]);
}

/** Every name that a municipality or county has or had. */
export function allMunicipalityNames(db: Database): string[] {
  return keptPluck(db, 'SELECT DISTINCT name FROM municipality_name').all() as string[];
}
