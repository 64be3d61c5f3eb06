import { addDays } from '../calendar/add-days.ts';
import type { IsoDate } from '../calendar/iso-date.ts';
import type { MunicipalityKind, MunicipalWrittenForm, Population } from './municipality.ts';

/** One number in one period, as a row of db/municipalities.csv, -earlier.csv or counties.csv says it. */
export interface NumberRow {
  kind: MunicipalityKind;
  number: string;
  /** The Norwegian name. */
  name: string;
  /** Other official names and ways of writing it. */
  otherNames: string[];
  county: string;
  writtenForm: MunicipalWrittenForm | null;
  population: Population | null;
  domain: string | null;
  organisationNumber: string | null;
  validFrom: IsoDate | null;
  validTo: IsoDate | null;
  successorNumbers: string[];
}

/** A legal entity: its numbers one after the other, oldest first. */
export interface Entity {
  rows: NumberRow[];
  /** Numbers of the entities that took over when it ended. */
  successorNumbers: string[];
}

/**
 * Joins rows that are one legal entity. A new number under the same name is the same entity (Bjugn 1627 → 5017); when
 * two or more whole municipalities became one it is a new one even if it kept a name (Bjugn + Ørland → Ørland 5057). Parts of a
 * municipality that was split do not count as a merger (Hitra kept being Hitra with a part of Snillfjord).
 */
export function municipalityEntities(rows: NumberRow[]): Entity[] {
  const byNumber = new Map(rows.map(row => [row.number, row]));
  const next = new Map<NumberRow, NumberRow>();
  const continuing = new Set<NumberRow>();
  for (const row of rows) {
    const successor = renumberedAs(row, rows, byNumber);
    if (successor === null) continue;
    next.set(row, successor);
    continuing.add(successor);
  }
  return rows
    .filter(row => !continuing.has(row))
    .map(first => {
      const chain = [first];
      for (let row = next.get(first); row !== undefined; row = next.get(row)) chain.push(row);
      return { rows: chain, successorNumbers: chain[chain.length - 1]?.successorNumbers ?? [] };
    });
}

function renumberedAs(row: NumberRow, rows: NumberRow[], byNumber: Map<string, NumberRow>): NumberRow | null {
  const [number, ...more] = row.successorNumbers;
  if (number === undefined || more.length > 0 || row.validTo === null) return null;
  const successor = byNumber.get(number);
  // Counties were all dissolved and founded by law, also where a name came back.
  if (successor === undefined || row.kind !== 'municipality' || !shareName(row, successor)) return null;
  if (successor.validFrom !== addDays(row.validTo, 1)) return null;
  const whole = rows.filter(other => {
    const [only, ...parts] = other.successorNumbers;
    return only === number && parts.length === 0 && other.validTo === row.validTo;
  });
  return whole.length === 1 ? successor : null;
}

function shareName(one: NumberRow, other: NumberRow): boolean {
  const names = new Set([one.name, ...one.otherNames]);
  return [other.name, ...other.otherNames].some(name => names.has(name));
}
