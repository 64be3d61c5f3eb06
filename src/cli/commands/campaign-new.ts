import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { campaignIdFrom } from '../../rules/campaign/campaign-id.ts';
import { campaignTemplate } from '../campaign-template.ts';
import { type Door, Explained } from '../door.ts';
import { campaignCommand } from './campaign.ts';

/** `purrebot campaign new FILE`: a commented campaign file to fill in. Never writes over one. */
export function addCampaignNew(program: Command, door: Door): void {
  campaignCommand(program)
    .command('new')
    .description('lager filen til en ny henvendelse, med forklaringer til hver linje')
    .argument('<fil>', 'filen som skal lages, f.eks. 2027-koordinator.md')
    .option('--by <navn>', 'hvem brevene er fra (ellers PURREBOT_USER)')
    .addHelpText('after', '\nEksempel:\n  purrebot campaign new 2027-koordinator.md --by "Eva L. Indreby"')
    .action((file: string, options: { by?: string }) => {
      const text = campaignTemplate(
        campaignIdFrom(basename(file).replace(/\.[^.]*$/, '')),
        options.by ?? door.settings().user ?? '',
      );
      try {
        // wx: fails when the file is there, also when it came a moment ago.
        writeFileSync(file, text, { flag: 'wx' });
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EEXIST') throw new Explained(`${file} finnes fra før og er ikke rørt. Velg et annet navn.`);
        throw new Explained(`${file} kan ikke skrives (${code}). Sjekk at mappen finnes og kan skrives i.`);
      }
      door.tell(`${file} er laget. Fyll inn det som er tomt, så «purrebot campaign check ${file}».`);
    });
}
