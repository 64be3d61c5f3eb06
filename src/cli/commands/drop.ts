import type { Command } from 'commander';
import { dropLetters, lettersThatCanBeStopped } from '../../jobs/decide-letters.ts';
import { letterById } from '../../register/outbox.ts';
import { type Door, Explained } from '../door.ts';
import { unlessRefused } from '../given-values.ts';
import { letterLine } from '../letter-line.ts';
import { personOf, withRegister } from '../open-data.ts';

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
        const waiting = lettersThatCanBeStopped(register);
        const wanted = options.all ? waiting.map(one => one.id) : numbers.map(Number);
        if (wanted.length === 0)
          throw new Explained(waiting.length === 0 ? 'Utboksen er tom.' : 'Oppgi brevnummer eller --all.', 2);
        const unknown = wanted.filter(id => !waiting.some(one => one.id === id));
        const lines = wanted.flatMap(id =>
          unknown.includes(id) ? [] : [letterLine(register, letterById(register, id)!)],
        );
        unlessRefused(dropLetters(register, wanted, { by, at: door.now() }));
        for (const line of lines) door.out(line);
        door.tell(`${wanted.length} brev stoppet av ${by}.`);
      });
    });
}
