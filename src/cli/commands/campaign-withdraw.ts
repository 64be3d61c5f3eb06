import type { Command } from 'commander';
import { withdrawCase } from '../../jobs/withdraw-case.ts';
import { type Door, Explained } from '../door.ts';
import { findCaseNow } from '../find-case.ts';
import { unlessRefused } from '../given-values.ts';
import { personOf, theCampaign, withRegister } from '../open-data.ts';
import { campaignCommand } from './campaign.ts';

interface Options {
  because: string;
  campaign?: string;
  by?: string;
  json?: boolean;
}

/** `purrebot campaign withdraw MUNICIPALITY --because …`: it gets no more letters; its case is kept. */
export function addCampaignWithdraw(program: Command, door: Door): void {
  campaignCommand(program)
    .command('withdraw')
    .description('tar en kommune ut av henvendelsen: ingen flere brev, saken blir stående i registeret')
    .argument('<kommune>', 'navn eller nummer')
    .requiredOption('--because <tekst>', 'hvorfor')
    .option('--campaign <id>', 'henvendelsen (trengs når flere er i gang)')
    .option('--by <navn>', 'hvem som tar den ut (ellers PURREBOT_USER)')
    .option('--json', 'skriv resultatet som ett JSON-dokument')
    .addHelpText(
      'after',
      '\nEksempel:\n  purrebot campaign withdraw Trondheim --because "deltar på egne vilkår" --by "Eva L. Indreby"',
    )
    .action(async (written: string, options: Options) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        const campaign = theCampaign(register, options.campaign);
        const { one, municipality } = findCaseNow(register, campaign, written);
        const because = options.because.trim();
        if (because === '') throw new Explained('--because: skriv hvorfor kommunen tas ut.', 2);
        const act = { by: personOf(door, options.by), at: door.now() };
        unlessRefused(withdrawCase(register, one.id, because, act));
        const { name } = municipality;
        if (options.json) door.out(JSON.stringify({ campaign: campaign.id, municipality: name, because }));
        door.tell(`${name} er tatt ut av ${campaign.id} (${because}). Angre med «purrebot undo "${name}"».`);
      });
    });
}
