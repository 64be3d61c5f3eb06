import type { Command } from 'commander';
import { stopSending } from '../../jobs/stop-sending.ts';
import type { Door } from '../door.ts';
import { personOf, withRegister } from '../open-data.ts';

/** `purrebot hold`: nothing leaves any more, at once. */
export function addHold(program: Command, door: Door): void {
  program
    .command('hold')
    .description('nødstopp: ingen brev går før noen slipper dem løs igjen')
    .option('--because <grunn>', 'hvorfor')
    .option('--by <navn>', 'hvem som stopper')
    .addHelpText(
      'after',
      '\nSvar leses som før. Et brev som er midt i overleveringen, går ferdig.\n\nEksempel:\n  purrebot hold --because "feil frist i brevet" --by "Eva L. Indreby"',
    )
    .action(async (options: { because?: string; by?: string }) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        const by = personOf(door, options.by);
        const isNew = stopSending(register, options.because ?? '', { by, at: door.now() });
        door.tell(
          isNew
            ? 'Ingen brev går nå. Slipp dem løs med «purrebot release».'
            : 'Sendingen var stoppet fra før. Slipp den løs med «purrebot release».',
        );
      });
    });
}
