import type { Command } from 'commander';
import { closeCampaign, reopenCampaign } from '../../jobs/close-campaign.ts';
import type { Door } from '../door.ts';
import { unlessRefused } from '../given-values.ts';
import { personOf, theCampaign, withRegister } from '../open-data.ts';
import { campaignCommand } from './campaign.ts';

/** `purrebot campaign close ID`: no more reminders; the register keeps everything. */
export function addCampaignClose(program: Command, door: Door): void {
  campaignCommand(program)
    .command('close')
    .description('avslutter en henvendelse: ingen flere brev; svar som kommer, blir fortsatt lest')
    .argument('<id>', 'henvendelsen')
    .option('--reopen', 'åpne en avsluttet henvendelse igjen')
    .option('--by <navn>', 'hvem som avslutter (ellers PURREBOT_USER)')
    .addHelpText(
      'after',
      '\nEksempler:\n  purrebot campaign close 2013-samhandling --by "Eva L. Indreby"\n  purrebot campaign close 2013-samhandling --reopen',
    )
    .action(async (id: string, options: { reopen?: boolean; by?: string }) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        const campaign = theCampaign(register, id);
        const act = { by: personOf(door, options.by), at: door.now() };
        if (options.reopen) {
          unlessRefused(reopenCampaign(register, campaign, act));
          door.tell(`${id} er i gang igjen. Se hva som skjer nå med «purrebot remind --dry-run --campaign ${id}».`);
          return;
        }
        const { lettersStopped } = unlessRefused(closeCampaign(register, campaign, act));
        if (lettersStopped > 0) door.tell(`${lettersStopped} brev i utboksen går ikke.`);
        door.tell(`${id} er avsluttet. Angre med «purrebot campaign close ${id} --reopen».`);
      });
    });
}
