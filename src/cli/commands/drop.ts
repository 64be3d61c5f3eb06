import type { Command } from 'commander';
import { writeCampaignJournal } from '../../register/journal.ts';
import { casesOfLetter, dropCase, letterById, lettersOf, moveLetter } from '../../register/outbox.ts';
import { type Door, Explained } from '../door.ts';
import { letterLine } from '../letter-line.ts';
import { personOf, withRegister } from '../open-data.ts';

const WAITING = ['planned', 'rendered', 'retry'];

/** `purrebot drop LETTER…`: a letter that has not left shall not leave. */
export function addDrop(program: Command, door: Door): void {
  program
    .command('drop')
    .description('stopper brev som ikke har gått')
    .argument('[brev...]', 'brevnummer, som «purrebot status» viser dem')
    .option('--all', 'alle brev i utboksen')
    .option('--by <navn>', 'hvem som stopper dem')
    .addHelpText(
      'after',
      '\nEksempler:\n  purrebot drop 41 --by "Eva L. Indreby"\n  purrebot drop --all --by "Eva L. Indreby"',
    )
    .action(async (numbers: string[], options: { all?: boolean; by?: string }) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        const by = personOf(door, options.by);
        const waiting = lettersOf(register).filter(one => WAITING.includes(one.state));
        const wanted = options.all ? waiting.map(one => one.id) : numbers.map(Number);
        if (wanted.length === 0)
          throw new Explained(waiting.length === 0 ? 'Utboksen er tom.' : 'Oppgi brevnummer eller --all.', 2);
        const unknown = wanted.filter(id => !waiting.some(one => one.id === id));
        if (unknown.length > 0) throw new Explained(`Ikke i utboksen: ${unknown.join(', ')}. Ingenting er stoppet.`, 2);
        const lines = wanted.map(id => letterLine(register, letterById(register, id)!));
        const stop = register.transaction(() => {
          for (const id of wanted) {
            const letter = letterById(register, id)!;
            for (const row of casesOfLetter(register, id)) dropCase(register, id, row.caseId, `stoppet av ${by}`);
            moveLetter(register, id, letter.state, 'cancelled', { doneAt: door.now() });
            const act = { at: door.now(), actor: { kind: 'person', name: by } as const, letterId: id };
            writeCampaignJournal(register, letter.campaignId, { event: 'letter-dropped' }, act);
          }
        });
        stop.immediate();
        for (const line of lines) door.out(line);
        door.tell(`${wanted.length} brev stoppet av ${by}.`);
      });
    });
}
