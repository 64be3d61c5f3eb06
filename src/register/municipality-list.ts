import type { IsoDate } from '../rules/calendar/iso-date.ts';
import type { MunicipalityKind } from '../rules/municipality/municipality.ts';
import { kept, keptPluck } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** A municipality, county or regional council in brief, with its postmottak and how many open cases it has. */
export interface ListedMunicipality {
  id: number;
  kind: MunicipalityKind;
  number: string;
  name: string;
  county: string;
  postmottak: string | null;
  running: number;
}

/** All that exist on a day, by number. */
export function municipalitiesOn(register: Register, date: IsoDate): ListedMunicipality[] {
  return kept(
    register,
    `SELECT n.municipality_id AS id, m.kind, n.number, n.county,
         (SELECT name FROM municipality_name b WHERE b.municipality_id = n.municipality_id AND b.main = 1
            AND (valid_from IS NULL OR valid_from <= @date) AND (valid_to IS NULL OR valid_to >= @date) LIMIT 1) AS name,
         (SELECT address FROM contact k WHERE k.municipality_id = n.municipality_id AND role = 'postmottak'
            AND valid_from <= @date AND (valid_to IS NULL OR valid_to >= @date) ORDER BY id LIMIT 1) AS postmottak,
         (SELECT count(*) FROM cases c JOIN campaign p ON p.id = c.campaign_id
            WHERE c.municipality_id = n.municipality_id AND p.state = 'running') AS running
       FROM municipality_number n JOIN municipality m ON m.id = n.municipality_id
       WHERE n.main = 1 AND (n.valid_from IS NULL OR n.valid_from <= @date) AND (n.valid_to IS NULL OR n.valid_to >= @date)
       ORDER BY n.number`,
  ).all({ date }) as ListedMunicipality[];
}

/** The campaigns in which a municipality has a case, newest first. */
export function campaignsOfMunicipality(register: Register, municipalityId: number): string[] {
  return keptPluck(register, 'SELECT campaign_id FROM cases WHERE municipality_id = ? ORDER BY id DESC').all(
    municipalityId,
  ) as string[];
}
