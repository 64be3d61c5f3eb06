import type { Database } from 'better-sqlite3';
import type { IsoDate } from '../rules/calendar/iso-date.ts';
import type {
  MunicipalityKind,
  MunicipalityOnDate,
  MunicipalWrittenForm,
  Population,
} from '../rules/municipality/municipality.ts';
import { kept, keptPluck } from './kept-statement.ts';

/** A period that holds on the day `@date`; the same in every table. */
export const ON_DATE = '(valid_from IS NULL OR valid_from <= @date) AND (valid_to IS NULL OR valid_to >= @date)';

/** First and last day of a legal entity; null = unknown beginning, or no end yet. */
export interface Life {
  from: IsoDate | null;
  to: IsoDate | null;
}

/**
 * The municipality as it was on that day; on its first or last day when the day is outside its life
 * (`endOfMunicipality` tells). An unknown id is a bug and throws.
 */
export function municipalityOnDate(db: Database, id: number, date: IsoDate): MunicipalityOnDate {
  const kind = keptPluck(db, 'SELECT kind FROM municipality WHERE id = ?').get(id) as MunicipalityKind | undefined;
  if (kind === undefined) throw new Error(`municipality ${id}: expected a known id`);
  const on = { id, date: withinLife(lifeOf(db, id), date) };
  const number = kept(
    db,
    `SELECT number, county FROM municipality_number WHERE municipality_id = @id AND main = 1 AND ${ON_DATE}`,
  ).get(on) as { number: string; county: string } | undefined;
  return {
    id,
    kind,
    number: number?.number ?? '',
    name: one<string>(db, `SELECT name FROM municipality_name WHERE municipality_id = @id AND main = 1`, on) ?? '',
    writtenForm: one<MunicipalWrittenForm>(
      db,
      'SELECT written_form FROM municipality_written_form WHERE municipality_id = @id',
      on,
    ),
    county: number?.county ?? '',
    domains: keptPluck(
      db,
      `SELECT DISTINCT domain FROM municipality_domain WHERE municipality_id = @id AND ${ON_DATE} ORDER BY domain`,
    ).all(on) as string[],
    organisationNumber: one<string>(
      db,
      'SELECT organisation_number FROM municipality_organisation_number WHERE municipality_id = @id',
      on,
    ),
  };
}

/** The inhabitants figure of that day, or the nearest earlier one with its own date; null when there is none. */
export function populationOn(db: Database, id: number, date: IsoDate): Population | null {
  const row = kept(
    db,
    `SELECT inhabitants, date, source FROM municipality_population WHERE municipality_id = ? AND date <= ?
     ORDER BY date DESC, origin = 'adviser' DESC LIMIT 1`,
  ).get(id, date);
  return (row as Population | undefined) ?? null;
}

/** When it ended, if it did so before that day, and who is there on that day in its place. */
export function endOfMunicipality(
  db: Database,
  id: number,
  date: IsoDate,
): { endedOn: IsoDate; successors: MunicipalityOnDate[] } | null {
  const { to } = lifeOf(db, id);
  if (to === null || to >= date) return null;
  const successors = successorIds(db, id).flatMap(successor => {
    const later = endOfMunicipality(db, successor, date);
    return later === null ? [municipalityOnDate(db, successor, date)] : later.successors;
  });
  return { endedOn: to, successors: distinctById(successors) };
}

/** Those that became this one and were there on that day. */
export function predecessorsOn(db: Database, id: number, date: IsoDate): MunicipalityOnDate[] {
  return db
    .prepare<[number], number>(
      'SELECT municipality_id FROM municipality_successor WHERE successor_id = ? ORDER BY municipality_id',
    )
    .pluck()
    .all(id)
    .flatMap(earlier => {
      const { from } = lifeOf(db, earlier);
      return from === null || from <= date
        ? [municipalityOnDate(db, earlier, date)]
        : predecessorsOn(db, earlier, date);
    });
}

/** First and last day of the entity. */
export function lifeOf(db: Database, id: number): Life {
  const life = kept(
    db,
    `SELECT CASE WHEN sum(valid_from IS NULL) > 0 THEN NULL ELSE min(valid_from) END AS "from",
            CASE WHEN sum(valid_to IS NULL) > 0 THEN NULL ELSE max(valid_to) END AS "to"
     FROM municipality_number WHERE municipality_id = ?`,
  ).get(id) as Life | undefined;
  return life ?? { from: null, to: null };
}

function withinLife(life: Life, date: IsoDate): IsoDate {
  if (life.from !== null && date < life.from) return life.from;
  if (life.to !== null && date > life.to) return life.to;
  return date;
}

function successorIds(db: Database, id: number): number[] {
  return db
    .prepare<[number], number>('SELECT successor_id FROM municipality_successor WHERE municipality_id = ?')
    .pluck()
    .all(id);
}

function distinctById(municipalities: MunicipalityOnDate[]): MunicipalityOnDate[] {
  return [...new Map(municipalities.map(municipality => [municipality.id, municipality])).values()];
}

function one<Value>(db: Database, select: string, on: { id: number; date: IsoDate }): Value | null {
  return (keptPluck(db, `${select} AND ${ON_DATE}`).get(on) as Value | undefined) ?? null;
}
