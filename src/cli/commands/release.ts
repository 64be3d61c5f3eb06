import type { Command } from 'commander';
import { startSendingAgain } from '../../jobs/stop-sending.ts';
import type { Door } from '../door.ts';
import { personOf, withRegister } from '../open-data.ts';

/** `purrebot release`: what stopped the sending is looked at; letters may leave again. */
export function addRelease(program: Command, door: Door): void {
  program
    .command('release')
    .description('slipper sendingen løs igjen etter et stopp')
    .option('--by <navn>', 'hvem som slipper den løs')
    .addHelpText(
      'after',
      '\nHva som har stoppet den, står i «purrebot status».\n\nEksempel:\n  purrebot release --by "Eva L. Indreby"',
    )
    .action(async (options: { by?: string }) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        const by = personOf(door, options.by);
        const holds = startSendingAgain(register, { by, at: door.now() });
        if (holds.length === 0) {
          door.tell('Ingenting stopper sendingen.');
          return;
        }
        for (const { because } of holds) door.out(because);
        door.tell(`Sluppet løs av ${by}. Godkjente brev går igjen.`);
      });
    });
}
