import type { Command } from 'commander';
import { casesWithStanding } from '../../jobs/gather-cases.ts';
import { orderRound, whyNoRound, withoutCases } from '../../jobs/order-round.ts';
import { planOfRound } from '../../jobs/plan-reminders.ts';
import { isIsoDate } from '../../rules/calendar/add-days.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import type { RungLetter } from '../../rules/campaign/campaign.ts';
import { usualRoles } from '../../rules/campaign/read-ladder.ts';
import { sendingMode } from '../../rules/sending/sending-mode.ts';
import { type Door, Explained } from '../door.ts';
import { personOf, theCampaign, withRegister } from '../open-data.ts';
import { printPlan } from '../print-plan.ts';

const LETTERS: readonly RungLetter[] = ['friendly', 'near', 'missing', 'last'];

interface Options {
  campaign?: string;
  letter: string;
  collective?: boolean;
  newDeadline?: string;
  except?: string[];
  by?: string;
  dryRun?: boolean;
  yes?: boolean;
  json?: boolean;
}

/** `purrebot round`: a reminder that a person orders, to all outstanding cases at once. */
export function addRound(program: Command, door: Door): void {
  program
    .command('round')
    .description('bestiller en påminnelse til alle som ikke har svart')
    .option('--campaign <id>', 'henvendelsen (trengs når flere er i gang)')
    .option('--letter <brev>', `brevet: ${LETTERS.join(', ')}`, 'missing')
    .option('--collective', 'ett felles brev i stedet for ett til hver')
    .option('--new-deadline <dato>', 'ny frist, f.eks. 2014-03-07')
    .option('--except <kommune...>', 'kommuner som ikke skal ha brevet')
    .option('--by <navn>', 'hvem som bestiller')
    .option('--dry-run', 'vis planen, bestill ingenting')
    .option('--yes', 'bestill uten å spørre')
    .option('--json', 'skriv planen som ett JSON-dokument')
    .addHelpText(
      'after',
      '\nEksempel:\n  purrebot round --letter missing --new-deadline 2014-03-07 --except Frøya --by "Eva L. Indreby"',
    )
    .action(async (options: Options) => {
      await withRegister(program.opts<{ data: string }>().data, async register => {
        const campaign = theCampaign(register, options.campaign);
        const letter = LETTERS.find(one => one === options.letter);
        if (letter === undefined)
          throw new Explained(`--letter: ventet ${LETTERS.join(', ')}, fant «${options.letter}».`, 2);
        const newDeadline = options.newDeadline ?? null;
        if (newDeadline !== null && !isIsoDate(newDeadline))
          throw new Explained(`--new-deadline: ventet f.eks. 2014-03-07, fant «${newDeadline}».`, 2);
        const now = door.now();
        const mode = sendingMode(door.settings());
        const round = {
          at: now,
          letter,
          collective: options.collective === true,
          roles: usualRoles(letter),
          newDeadline,
        };
        const cases = casesWithStanding(register, campaign.id);
        const except = (options.except ?? []).map(name => {
          const found = cases.find(one => one.municipality.name.toLowerCase() === name.toLowerCase());
          if (found === undefined) throw new Explained(`--except: fant ingen «${name}» blant mottakerne.`, 2);
          return found.one.id;
        });
        const refused = whyNoRound(register, campaign, round, osloDate(now));
        if (refused !== null) throw new Explained(refused, 2);
        const plan = withoutCases(planOfRound(register, campaign, round, mode, now), except);
        if (options.json) door.out(JSON.stringify({ campaign: campaign.id, mode, ordered: !options.dryRun, ...plan }));
        else door.out(printPlan(plan));
        if (options.dryRun) return;
        const by = personOf(door, options.by);
        if (!options.yes) {
          if (door.ask === null) throw new Explained('Ingenting er bestilt. Legg til --yes for å bestille runden.', 2);
          if (!(await door.ask(`Bestille ${plan.letters.length} brev?`)))
            throw new Explained('Ingenting er bestilt.', 2);
        }
        const ordered = orderRound(register, campaign, round, { by, mode, now, except });
        if ('refused' in ordered) throw new Explained(ordered.refused, 2);
        door.tell(`${ordered.letters.length} brev i utboksen (${mode}). Send dem med «purrebot deliver».`);
      });
    });
}
