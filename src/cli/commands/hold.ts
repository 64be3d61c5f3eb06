import type { Command } from 'commander';
import { writeCampaignJournal } from '../../register/journal.ts';
import { holdSending } from '../../register/sending-holds.ts';
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
        const reason = options.because?.trim() ?? '';
        const because = `Sendingen er stoppet av ${by}${reason === '' ? '.' : `: ${reason}.`}`;
        const stop = register.transaction(() => {
          const isNew = holdSending(register, { reason: 'person', since: door.now(), by, because });
          const context = { at: door.now(), actor: { kind: 'person', name: by } as const };
          if (isNew) writeCampaignJournal(register, null, { event: 'sending-held', because }, context);
          return isNew;
        });
        door.tell(
          stop.immediate()
            ? 'Ingen brev går nå. Slipp dem løs med «purrebot release».'
            : 'Sendingen var stoppet fra før. Slipp den løs med «purrebot release».',
        );
      });
    });
}
