import type { Command } from 'commander';
import { registerCampaign } from '../../jobs/register-campaign.ts';
import { queueRequest } from '../../jobs/request-letters.ts';
import { campaignById, type RegisteredCampaign } from '../../register/campaigns.ts';
import type { Register } from '../../register/open-register.ts';
import { extraDaysOf } from '../../register/red-days.ts';
import { maySendAt } from '../../rules/calendar/sending-window.ts';
import { sendingMode } from '../../rules/sending/sending-mode.ts';
import { type Door, Explained } from '../door.ts';
import { personOf, withRegister } from '../open-data.ts';
import { printPlan } from '../print-plan.ts';
import { type ReadCampaign, readCampaignFile } from '../read-campaign.ts';
import { campaignCommand } from './campaign.ts';
import { deliverNow } from './deliver.ts';

interface Options {
  by?: string;
  dryRun?: boolean;
  yes?: boolean;
  json?: boolean;
}

/** `purrebot campaign send FILE|ID`: registers a campaign and sends its request. */
export function addCampaignSend(program: Command, door: Door): void {
  campaignCommand(program)
    .command('send')
    .description('registrerer henvendelsen og sender den til alle mottakerne')
    .argument('<fil>', 'henvendelsens fil, eller id når den er registrert')
    .option('--by <navn>', 'hvem som sender')
    .option('--dry-run', 'vis hvem som ville fått den, registrer ingenting')
    .option('--yes', 'send uten å spørre')
    .option('--json', 'skriv planen som ett JSON-dokument')
    .addHelpText('after', '\nEksempel:\n  purrebot campaign send 2013-samhandling.md --by "Eva L. Indreby" --dry-run')
    .action(async (file: string, options: Options) => {
      const folder = program.opts<{ data: string }>().data;
      await withRegister(folder, async register => {
        const registered = campaignById(register, file);
        const read = registered === null ? readCampaignFile(register, file, door) : null;
        const by = options.dryRun ? (options.by ?? 'prøve') : personOf(door, options.by);
        if (!options.dryRun && !options.yes) {
          if (door.ask === null) throw new Explained('Ingenting er sendt. Legg til --yes for å sende.', 2);
          const count = read?.campaign.recipients.length ?? 'alle som mangler den';
          if (!(await door.ask(`Sende henvendelsen til ${count} mottakere?`)))
            throw new Explained('Ingenting er sendt.', 2);
        }
        const letters = start(register, registered, read, by, options, door);
        if (options.dryRun || letters.length === 0) {
          if (!options.dryRun) door.tell('Alle har fått henvendelsen; ingen nye brev.');
          return;
        }
        const moment = maySendAt(door.now(), extraDaysOf(register));
        if (!moment.may) {
          door.tell(`${letters.length} brev ligger i utboksen. ${moment.reason} Send dem med «purrebot deliver».`);
          return;
        }
        const delivered = await deliverNow(folder, register, door);
        const sent = delivered.filter(one => one.outcome === 'sent' && letters.includes(one.letterId)).length;
        door.tell(`${sent} av ${letters.length} brev sendt. Følg svarene med «purrebot receive» og «purrebot status».`);
      });
    });
}

/** Registers and plans in one transaction, so that a refusal half-way leaves nothing behind; a dry run rolls back. */
function start(
  register: Register,
  registered: RegisteredCampaign | null,
  read: ReadCampaign | null,
  by: string,
  options: Options,
  door: Door,
): number[] {
  const rollback = new Error('dry run');
  let letters: number[] = [];
  try {
    register
      .transaction(() => {
        if (read !== null) {
          const refusal = registerCampaign(register, read.campaign, read.date, read.files, {
            by,
            now: door.now(),
            newToken: door.newToken,
          });
          if (refusal !== null) throw new Explained(refusal);
        }
        const campaign = registered ?? campaignById(register, read!.campaign.id)!;
        const mode = sendingMode(door.settings());
        const queued = queueRequest(register, campaign, { by, mode, now: door.now() });
        if (options.json)
          door.out(JSON.stringify({ campaign: campaign.id, mode, sent: !options.dryRun, ...queued.plan }));
        else door.out(printPlan(queued.plan));
        if (options.dryRun) throw rollback;
        letters = queued.letters;
      })
      .immediate();
  } catch (error) {
    if (error !== rollback) throw error;
  }
  return letters;
}
