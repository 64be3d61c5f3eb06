import type { IsoDate } from '../rules/calendar/iso-date.ts';
import type { Role } from '../rules/campaign/campaign.ts';
import { kept } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** Something that held from a day to a day, both included; null = unknown beginning, or no end. */
export interface Period {
  from: IsoDate | null;
  to: IsoDate | null;
}

/** All that a municipality was called, oldest first. */
export interface MunicipalityHistory {
  numbers: (Period & { number: string; county: string })[];
  /** The Norwegian names; others (Sami, Kven) with `main` false. */
  names: (Period & { name: string; main: boolean })[];
  domains: (Period & { domain: string })[];
  contacts: (Period & { role: Role; name: string; address: string; source: string })[];
}

export function municipalityHistory(register: Register, id: number): MunicipalityHistory {
  const rows = <Row>(columns: string, table: string) =>
    kept(
      register,
      `SELECT ${columns}, valid_from AS "from", valid_to AS "to" FROM ${table} WHERE municipality_id = ?
       ORDER BY valid_from IS NOT NULL, valid_from, rowid`,
    ).all(id) as (Period & Row)[];
  return {
    numbers: rows<{ number: string; county: string }>('number, county', 'municipality_number'),
    names: rows<{ name: string; main: number }>('name, main', 'municipality_name').map(one => ({
      ...one,
      main: one.main === 1,
    })),
    domains: rows<{ domain: string }>('domain', 'municipality_domain'),
    contacts: rows<{ role: Role; name: string; address: string; source: string }>(
      'role, name, address, source',
      'contact',
    ),
  };
}
