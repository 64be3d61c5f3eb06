import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import type { ParsedCampaign } from '../../jobs/parse-campaign-file.ts';
import { loadMunicipalitiesOfNorway } from '../../register/municipalities.ts';
import { openRegister, type Register } from '../../register/open-register.ts';
import { type CampaignFault, writtenFault } from '../../rules/campaign/campaign-fault.ts';
import { type Door, Explained } from '../door.ts';
import { openData, REGISTER_FILE } from '../open-data.ts';
import { checkCampaignFile, isFile } from '../read-campaign.ts';
import { campaignCommand } from './campaign.ts';

/** `purrebot campaign check FILE`: every fault and warning of a campaign file, with or without a register. */
export function addCampaignCheck(program: Command, door: Door): void {
  campaignCommand(program)
    .command('check')
    .description('sjekker filen til en henvendelse: alle feil på én gang, med linje og hva du gjør')
    .argument('<fil>', 'henvendelsens fil')
    .option('--json', 'skriv funnene som ett JSON-dokument')
    .addHelpText(
      'after',
      '\nEksempel:\n  purrebot campaign check 2013-samhandling.md\n\nSluttkode 1 når filen har feil, 0 når den bare har merknader.',
    )
    .action((file: string, options: { json?: boolean }) => {
      const parsed = check(file, program.opts<{ data: string }>().data, door);
      const faults = 'faults' in parsed ? parsed.faults : [];
      if (options.json) door.out(JSON.stringify(asData(file, parsed, faults)));
      else {
        for (const fault of faults) door.out(`FEIL   ${writtenFault(fault)}`);
        for (const warning of parsed.warnings) door.out(`Merk   ${writtenFault(warning)}`);
      }
      const count = parsed.warnings.length === 0 ? '' : `, ${parsed.warnings.length} merknader`;
      if ('faults' in parsed)
        throw new Explained(`${basename(file)}: ${faults.length} feil${count}. Rett dem og sjekk på nytt.`);
      const { id, recipients } = parsed.campaign;
      door.tell(
        `${basename(file)} er i orden: ${id}, ${recipients.length} mottakere${count}. Neste: «purrebot campaign send ${file} --dry-run».`,
      );
    });
}

function check(file: string, folder: string, door: Door): ParsedCampaign {
  if (!isFile(file)) throw new Explained(`Fant ikke filen ${file}. Lag en med «purrebot campaign new ${file}».`, 2);
  const register = registerFor(folder);
  try {
    return checkCampaignFile(register, file, door);
  } finally {
    register.close();
  }
}

/** A file can be checked before there is any register: then Norway's municipalities are looked up in memory. */
function registerFor(folder: string): Register {
  if (existsSync(join(folder, REGISTER_FILE))) return openData(folder);
  const opened = openRegister(':memory:');
  if ('refused' in opened) throw new Explained(opened.refused);
  loadMunicipalitiesOfNorway(opened.register);
  return opened.register;
}

function asData(file: string, parsed: ParsedCampaign, faults: CampaignFault[]): object {
  const campaign =
    'faults' in parsed
      ? null
      : { id: parsed.campaign.id, date: parsed.date, recipients: parsed.campaign.recipients.length };
  return { file, ok: faults.length === 0, campaign, faults, warnings: parsed.warnings };
}
