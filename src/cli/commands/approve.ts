import type { Command } from 'commander';
import { writeCampaignJournal } from '../../register/journal.ts';
import { approveLetter, lettersOf } from '../../register/outbox.ts';
import { type Door, Explained } from '../door.ts';
import { personOf, withRegister } from '../open-data.ts';

/** `purrebot approve`: lets letters go that wait for a person. */
export function addApprove(program: Command, door: Door): void {
  program
    .command('approve')
    .description('godkjenner brev som venter i utboksen')
    .argument('[brev...]', 'brevnummer, som «purrebot status» viser dem')
    .option('--all', 'alle som venter')
    .option('--by <navn>', 'hvem som godkjenner')
    .addHelpText(
      'after',
      '\nEksempler:\n  purrebot approve 41 42 --by "Eva L. Indreby"\n  purrebot approve --all --by "Eva L. Indreby"',
    )
    .action(async (numbers: string[], options: { all?: boolean; by?: string }) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        const by = personOf(door, options.by);
        const waiting = lettersOf(register).filter(
          one => one.approval === 'waiting' && ['planned', 'rendered', 'retry'].includes(one.state),
        );
        const wanted = options.all ? waiting.map(one => one.id) : numbers.map(Number);
        if (wanted.length === 0)
          throw new Explained(
            waiting.length === 0 ? 'Ingen brev venter på godkjenning.' : 'Oppgi brevnummer eller --all.',
            2,
          );
        const unknown = wanted.filter(id => !waiting.some(one => one.id === id));
        if (unknown.length > 0)
          throw new Explained(`Ikke blant dem som venter: ${unknown.join(', ')}. Ingenting er godkjent.`, 2);
        register.transaction(() => {
          for (const id of wanted) {
            approveLetter(register, id, by);
            const campaign = waiting.find(one => one.id === id)!.campaignId;
            writeCampaignJournal(
              register,
              campaign,
              { event: 'letter-approved' },
              { at: door.now(), actor: { kind: 'person', name: by }, letterId: id },
            );
          }
        })();
        door.tell(`${wanted.length} brev godkjent av ${by}. De går med «purrebot deliver».`);
      });
    });
}
