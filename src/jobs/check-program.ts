import { existsSync, statSync } from 'node:fs';
import { projectFolder } from '../project-folder.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { addSeconds, osloClock, osloDate, osloIso } from '../rules/calendar/oslo-time.ts';
import { shortDate, weekdayName } from '../rules/calendar/written-date.ts';
import { type Check, fail, ok } from './check-finding.ts';

/** better-sqlite3 ends the process without a word on an older one. */
const OLDEST_NODE_API = 10;

/** No clock that is right shows a time before this program was made. */
const PROGRAM_MADE = '2026-11-01T00:00:00Z';

/** A journal line has the mail server's time, and two clocks are never quite alike. */
const CLOCKS_DIFFER = 5 * 60;

const NEEDED = [
  'db/municipalities.csv',
  'db/municipalities-earlier.csv',
  'db/counties.csv',
  'db/001-municipalities.sql',
  'templates/compiled/individual.html',
  'templates/compiled/collective.html',
  'templates/compiled/receipt.html',
];

export interface NodeVersions {
  version: string;
  /** Node-API. */
  napi: string;
}

/** True when the register can be opened at all with this Node. */
export function canOpenRegister({ napi }: NodeVersions): boolean {
  return Number(napi) >= OLDEST_NODE_API;
}

export function nodeCheck(versions: NodeVersions): Check {
  const found = `Node ${versions.version}, Node-API ${versions.napi}.`;
  if (canOpenRegister(versions)) return ok('node', found);
  return fail(
    'node',
    `${found} Registeret trenger Node-API ${OLDEST_NODE_API} eller nyere.`,
    'Installer Node 24 (eller kjør «npm ci», som henter den), og start med «npx purrebot».',
  );
}

/** @param folder where db/ and templates/ lie */
export function programFilesCheck(folder: URL = projectFolder): Check {
  const missing = NEEDED.filter(path => {
    const file = new URL(path, folder);
    return !existsSync(file) || statSync(file).size === 0;
  });
  if (missing.length === 0) return ok('programfiler', 'Kommunelisten, tabellene og brevmalene er på plass.');
  return fail(
    'programfiler',
    `Mangler eller er tomme: ${missing.join(', ')}.`,
    'Installer Purrebot på nytt. I en utsjekket kildekode: «git status» viser hva som er borte, «npm run templates» lager malene.',
  );
}

/** @param newest the newest line of the journal; null = none is known */
export function clockCheck(now: Instant, newest: Instant | null): Check {
  const found = `Klokken er ${written(now)} norsk tid.`;
  const cure = 'Still klokken og slå på tidssynkronisering før noe sendes: fristene regnes etter den.';
  if (now < PROGRAM_MADE) return fail('klokke', `${found} Det er før dette programmet ble laget.`, cure);
  if (newest !== null && newest > addSeconds(now, CLOCKS_DIFFER))
    return fail('klokke', `${found} Det er før siste linje i loggen, ${written(newest)}.`, cure);
  return ok('klokke', found);
}

/** Summer and winter time are known to this Node. */
export function timeZoneCheck(): Check {
  const cure = 'Bruk en vanlig Node 24 med full ICU (sjekk at NODE_ICU_DATA ikke er satt).';
  const found = 'Node mangler tidssonen Europe/Oslo, så norske klokkeslett kan ikke regnes ut.';
  try {
    const right =
      osloIso('2026-01-15T12:00:00Z').endsWith('+01:00') && osloIso('2026-07-15T12:00:00Z').endsWith('+02:00');
    return right ? ok('tidssone', 'Norsk sommer- og vintertid er kjent.') : fail('tidssone', found, cure);
  } catch (error) {
    if (error instanceof RangeError) return fail('tidssone', found, cure);
    throw error;
  }
}

function written(instant: Instant): string {
  const date = osloDate(instant);
  return `${weekdayName(date)} ${shortDate(date)} kl. ${osloClock(instant)}`;
}
