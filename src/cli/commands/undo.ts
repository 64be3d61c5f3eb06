import type { Command } from 'commander';
import { type Undone, undoLastAct, undoSettling } from '../../jobs/undo-act.ts';
import { caseById } from '../../register/cases.ts';
import { municipalityOnDate } from '../../register/municipalities.ts';
import type { Register } from '../../register/open-register.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import { journalWords } from '../../rules/standing/journal-words.ts';
import { type Door, Explained } from '../door.ts';

import { findCase } from '../find-case.ts';
import { unlessRefused } from '../given-values.ts';
import { personOf, theCampaign, withRegister } from '../open-data.ts';
import { messageNumber } from './settle.ts';

interface Options {
  message?: string;
  campaign?: string;
  by?: string;
  json?: boolean;
}

/** `purrebot undo MUNICIPALITY`: takes back the last thing registered on its case; sent letters stand. */
export function addUndo(program: Command, door: Door): void {
  program
    .command('undo')
    .description('angrer det siste som er registrert på en kommunes sak, eller avklaringen av en melding')
    .argument('[kommune]', 'navn eller nummer')
    .option('--message <nummer>', 'angre avklaringen av denne meldingen i stedet')
    .option('--campaign <id>', 'henvendelsen (trengs når flere er i gang)')
    .option('--by <navn>', 'hvem som angrer (ellers PURREBOT_USER)')
    .option('--json', 'skriv resultatet som ett JSON-dokument')
    .addHelpText(
      'after',
      '\nEksempler:\n  purrebot undo Hitra --by "Eva L. Indreby"\n  purrebot undo --message 27\n\nEn angring kan ikke selv angres: gjør det samme om igjen. Gjenta «undo» for å gå lenger tilbake.',
    )
    .action(async (written: string | undefined, options: Options) => {
      if ((written === undefined) === (options.message === undefined)) {
        throw new Explained('Oppgi enten en kommune eller --message NUMMER.', 2);
      }
      await withRegister(program.opts<{ data: string }>().data, register => {
        const act = { by: personOf(door, options.by), at: door.now() };
        const undone = unlessRefused(
          options.message === undefined
            ? undoLastAct(register, findCase(register, theCampaign(register, options.campaign), written!).id, act)
            : undoSettling(register, messageNumber(options.message), act),
        );
        show(register, undone, options, door);
      });
    });
}

function show(register: Register, undone: Undone, options: Options, door: Door): void {
  const rows = undone.lines.map(({ caseId, entry }) => ({
    line: entry.id,
    municipality: caseId === null ? null : nameOf(register, caseId),
    at: entry.at,
    actor: entry.actor,
    event: entry.event,
    words: journalWords(entry),
  }));
  if (options.json) door.out(JSON.stringify({ undone: rows }));
  for (const row of rows) {
    door.tell(
      `Angret: ${row.municipality ?? 'meldingen'}, ${row.words} (${row.actor}, ${shortDate(osloDate(row.at))})`,
    );
  }
  if (undone.letterSince !== null) {
    door.tell(`Brevet som gikk ${shortDate(osloDate(undone.letterSince.at))}, er sendt og kan ikke angres.`);
  }
  door.tell('Ble det feil, registrer det på nytt; loggen viser begge deler.');
}

function nameOf(register: Register, caseId: number): string {
  const { municipalityId, openedAt } = caseById(register, caseId)!;
  return municipalityOnDate(register, municipalityId, osloDate(openedAt)).name;
}
