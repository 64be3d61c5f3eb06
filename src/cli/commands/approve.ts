import type { Command } from 'commander';
import { approveLetters, lettersToApprove } from '../../jobs/decide-letters.ts';
import { type Door, Explained } from '../door.ts';
import { unlessRefused } from '../given-values.ts';
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
        const waiting = lettersToApprove(register);
        const wanted = options.all ? waiting.map(one => one.id) : numbers.map(Number);
        if (wanted.length === 0)
          throw new Explained(
            waiting.length === 0 ? 'Ingen brev venter på godkjenning.' : 'Oppgi brevnummer eller --all.',
            2,
          );
        unlessRefused(approveLetters(register, wanted, { by, at: door.now() }));
        door.tell(`${wanted.length} brev godkjent av ${by}. De går med «purrebot deliver».`);
      });
    });
}
