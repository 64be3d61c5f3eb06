import type { Command } from 'commander';
import { extendDeadline } from '../../jobs/extend-deadline.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import type { Door } from '../door.ts';
import { findCaseNow } from '../find-case.ts';
import { dayFrom, unlessRefused } from '../given-values.ts';
import { personOf, theCampaign, withRegister } from '../open-data.ts';

/** `purrebot extend MUNICIPALITY DATE`: one case gets its own, later deadline. */
export function addExtend(program: Command, door: Door): void {
  program
    .command('extend')
    .description('gir én kommune en senere frist; purreplanen følger den')
    .argument('<kommune>', 'navn eller nummer')
    .argument('<dato>', 'den nye fristen, f.eks. 2014-04-30 eller 30.4.2014')
    .option('--campaign <id>', 'henvendelsen (trengs når flere er i gang)')
    .option('--by <navn>', 'hvem som gir fristen (ellers PURREBOT_USER)')
    .option('--json', 'skriv resultatet som ett JSON-dokument')
    .addHelpText('after', '\nEksempel:\n  purrebot extend Skaun 30.4.2014 --by "Eva L. Indreby"')
    .action(async (written: string, date: string, options: { campaign?: string; by?: string; json?: boolean }) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        const campaign = theCampaign(register, options.campaign);
        const { one, municipality } = findCaseNow(register, campaign, written);
        const until = dayFrom(date, 'Dato');
        const act = { by: personOf(door, options.by), at: door.now() };
        const { warnings } = unlessRefused(extendDeadline(register, one.id, until, act));
        const { name } = municipality;
        if (options.json) door.out(JSON.stringify({ campaign: campaign.id, municipality: name, until, warnings }));
        for (const warning of warnings) door.tell(`Merk: ${warning}`);
        door.tell(`${name} har frist ${shortDate(until)}. Angre med «purrebot undo "${name}"».`);
      });
    });
}
