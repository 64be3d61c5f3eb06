import type { Command } from 'commander';
import { planLadder } from '../../jobs/plan-reminders.ts';
import { queueLetters } from '../../jobs/queue-letters.ts';
import { allCampaigns } from '../../register/campaigns.ts';
import { extraDaysOf } from '../../register/red-days.ts';
import { isSendingDay } from '../../rules/calendar/sending-window.ts';
import { sendingMode } from '../../rules/sending/sending-mode.ts';
import { type Door, Explained } from '../door.ts';
import { momentFrom } from '../moment.ts';
import { theCampaign, withRegister } from '../open-data.ts';
import { printPlan } from '../print-plan.ts';

/** `purrebot remind`: what the ladder asks for today; with --dry-run only shown. */
export function addRemind(program: Command, door: Door): void {
  program
    .command('remind')
    .description('planlegger dagens påminnelser etter purreplanen: hvem får hva og hvorfor, hvem ikke og hvorfor')
    .option('--campaign <id>', 'bare denne henvendelsen')
    .option('--dry-run', 'vis planen, legg ingenting i utboksen')
    .option('--at <dato>', 'planen slik den ville vært den dagen (bare med --dry-run)')
    .option('--json', 'skriv planen som ett JSON-dokument')
    .addHelpText(
      'after',
      '\nEksempler:\n  purrebot remind --dry-run\n  purrebot remind --dry-run --at 2014-03-10 --campaign 2013-samhandling',
    )
    .action(async (options: { campaign?: string; dryRun?: boolean; at?: string; json?: boolean }) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        // Who wants to see another day must not get letters queued for this one.
        if (options.at !== undefined && !options.dryRun)
          throw new Explained('--at viser en plan og virker bare sammen med --dry-run. Ingenting er planlagt.', 2);
        const at = options.at === undefined ? door.now() : momentFrom(options.at, '08:30:00');
        const mode = sendingMode(door.settings());
        const campaigns =
          options.campaign === undefined
            ? allCampaigns(register).filter(one => one.state === 'running')
            : [theCampaign(register, options.campaign)];
        const plans = campaigns.map(campaign => {
          const plan = planLadder(register, campaign, mode, at);
          const may = isSendingDay(plan.today, extraDaysOf(register));
          const queued =
            options.dryRun || !may
              ? []
              : queueLetters(register, plan, {
                  campaignId: campaign.id,
                  mode,
                  now: at,
                  approvedBy: null,
                  roundId: null,
                });
          return { campaign: campaign.id, mode, sendingDay: may, queued, ...plan };
        });
        if (options.json) door.out(JSON.stringify(plans));
        else
          for (const plan of plans)
            door.out(
              `${plan.campaign}\n${printPlan(plan)}${plan.sendingDay ? '' : '\n  (Ingen brev går denne dagen.)'}`,
            );
        if (campaigns.length === 0) door.tell('Ingen henvendelse er i gang.');
        const queued = plans.flatMap(plan => plan.queued);
        if (queued.length > 0)
          door.tell(`${queued.length} brev i utboksen. Se dem med «purrebot status», godkjenn med «purrebot approve».`);
      });
    });
}
