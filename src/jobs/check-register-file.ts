import type { RegisterContents, RegisterFound } from '../register/check-register.ts';
import { type Check, fail, ok, warn } from './check-finding.ts';

/** What the register's file is like, in words. @param null when this Node cannot open it */
export function registerChecks(found: RegisterFound | null, file: string, dataFolder: string): Check[] {
  if (found === null)
    return [
      fail('register', `Registeret ${file} er ikke sjekket: denne Node kan ikke åpne det.`, 'Rett «node» først.'),
    ];
  if (found.state === 'missing')
    return [
      warn(
        'register',
        `Fant ikke noe register i ${dataFolder}.`,
        `Lag det med «purrebot --data ${dataFolder} init», eller oppgi riktig mappe med --data.`,
      ),
    ];
  if (found.state === 'unreadable') return [unreadable(file, found.code)];
  const { contents } = found;
  return [
    ok('register', `Registeret ${file} kan leses (SQLite ${contents.sqlite}).`),
    contentsCheck(contents),
    schemaCheck(contents),
    durabilityCheck(contents),
  ];
}

const RESTORE =
  'Ikke send noe og ikke slett filen. Hent tilbake siste sikkerhetskopi, og ta vare på den skadede filen.';

function unreadable(file: string, code: string): Check {
  if (code === 'EMPTY') return fail('register', `Registeret ${file} er en tom fil.`, RESTORE);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return fail('register', `Registeret ${file} er skadet eller er ikke et register (${code}).`, RESTORE);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return fail(
      'register',
      `Registeret ${file} er låst av et annet program.`,
      'Lukk det andre programmet og prøv igjen.',
    );
  return fail('register', `Registeret ${file} kan ikke leses (${code}).`, 'Sjekk rettighetene på filen og mappen.');
}

function contentsCheck({ damage, orphans }: RegisterContents): Check {
  const name = 'registerinnhold';
  if (damage.length > 0) return fail(name, [`Registeret er skadet:`, ...damage.slice(0, 3)].join('\n'), RESTORE);
  if (orphans.length > 0)
    return fail(name, `Registeret har rader som peker på rader som ikke finnes: ${orphans.join(', ')}.`, RESTORE);
  return ok(name, 'Sidene henger sammen (quick_check), og alle henvisninger finnes (foreign_key_check).');
}

function schemaCheck({ damage, pending, foreign }: RegisterContents): Check {
  const name = 'registerutgave';
  if (damage.length > 0) return notLookedAt(name);
  if (foreign.length > 0)
    return fail(
      name,
      `Registeret er laget av en annen utgave av Purrebot (${foreign.join(', ')}).`,
      'Bruk utgaven som laget registeret, eller en nyere; eller velg en annen mappe med --data.',
    );
  if (pending.length > 0)
    return warn(
      name,
      `Registeret er eldre enn programmet og mangler ${pending.join(', ')}.`,
      'Ta en kopi av datamappen; neste kommando, f.eks. «purrebot status», oppdaterer registeret.',
    );
  return ok(name, 'Tabellene er som denne utgaven av Purrebot vil ha dem.');
}

/** SQLite calls it 2 when a commit waits until the disk has it. */
const FULL = 2;

function durabilityCheck({ opening }: RegisterContents): Check {
  const name = 'registertrygghet';
  if (opening === null) return notLookedAt(name);
  if ('refused' in opening)
    return fail(name, opening.refused, 'Rett det som står her, og kjør «purrebot doctor» igjen.');
  if (opening.synchronous !== FULL)
    return fail(
      name,
      `Registeret venter ikke på disken (synchronous = ${opening.synchronous}, ventet ${FULL}): en sendt purring kan bli glemt ved strømbrudd.`,
      'Dette er en feil i Purrebot. Ikke send noe, og meld fra.',
    );
  return ok(name, 'Hver rad er på disken før programmet går videre (synchronous = FULL).');
}

function notLookedAt(name: string): Check {
  return warn(name, 'Ikke sjekket, siden registeret har feil.', 'Rett feilene over først.');
}
