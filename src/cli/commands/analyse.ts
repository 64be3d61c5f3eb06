import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { analyseMessages, type MailFile } from '../../jobs/analyse-messages.ts';
import { readAddressees, readCampaigns } from '../../jobs/read-known.ts';
import type { Known, KnownCampaign } from '../../rules/replies/known.ts';

interface Options {
  register?: string;
  campaigns?: string[];
}

/**
 * `purrebot analyse [--register register.csv] [--campaigns campaigns.json …] PATH…`: the reading contract, one JSON
 * line a message. Faults in the register or the campaigns stop it; faults in a message never do.
 */
export function analyseCommand(): Command {
  return new Command('analyse')
    .description('les meldinger (.eml) og skriv én JSON-linje per melding')
    .argument('<path...>', '.eml-filer eller mapper med slike')
    .option('--register <file>', 'adressatliste: number,name,domain,email,contact_name,contact_email')
    .option('--campaigns <file...>', 'campaigns.json eller henvendelsesfiler')
    .action(async (paths: string[], options: Options) => {
      const known = await readKnown(options);
      for await (const line of analyseMessages(mailFiles(paths), known))
        process.stdout.write(`${JSON.stringify(line)}\n`);
    });
}

async function readKnown({ register, campaigns = [] }: Options): Promise<Known> {
  const addressees = register === undefined ? [] : readAddressees(await readFile(register, 'utf8'));
  const read: KnownCampaign[] = [];
  for (const file of campaigns) read.push(...(await campaignsOf(file)));
  return { addressees, campaigns: read };
}

/** Campaign files (Markdown) come in here. */
async function campaignsOf(file: string): Promise<KnownCampaign[]> {
  if (!file.endsWith('.json')) throw new Error(`${file}: forventet campaigns.json`);
  return readCampaigns(await readFile(file, 'utf8'));
}

async function* mailFiles(paths: readonly string[]): AsyncGenerator<MailFile> {
  for (const path of paths) {
    for (const file of await emlFilesIn(path)) yield { file: shownAs(file), raw: await readFile(file) };
  }
}

async function emlFilesIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter(entry => entry.isFile() && entry.name.toLowerCase().endsWith('.eml'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}

/** `messages/001.eml`, as the corpus names its files, whatever folder the command was run from. */
function shownAs(file: string): string {
  const at = file.lastIndexOf('messages/');
  return at === -1 ? (file.startsWith('/') ? basename(file) : file) : file.slice(at);
}
