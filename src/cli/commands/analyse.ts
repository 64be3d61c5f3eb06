import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { analyseMessages, explainMessage, type MailFile } from '../../jobs/analyse-messages.ts';
import { decodeText } from '../../jobs/decode-text.ts';
import { parseCampaignFile } from '../../jobs/parse-campaign-file.ts';
import { readAddressees, readCampaigns } from '../../jobs/read-known.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { writtenFault } from '../../rules/campaign/campaign-fault.ts';
import { requestWords } from '../../rules/campaign/request-words.ts';
import type { Known, KnownCampaign } from '../../rules/replies/known.ts';
import { type Door, Explained } from '../door.ts';
import { explanationLines } from '../print-explanation.ts';
import { readBeside } from '../read-campaign.ts';

interface Options {
  register?: string;
  campaigns?: string[];
  explain?: boolean;
}

/**
 * `purrebot analyse [--register register.csv] [--campaigns campaigns.json …] PATH…`: the reading contract, one JSON
 * line a message. Faults in the register or the campaigns stop it; faults in a message never do.
 */
export function addAnalyse(program: Command, door: Door): void {
  program
    .command('analyse')
    .description('leser meldinger (.eml) uten register og skriver én JSON-linje per melding')
    .argument('<sti...>', '.eml-filer eller mapper med slike')
    .option('--register <fil>', 'adressatliste: number,name,domain,email,contact_name,contact_email')
    .option('--campaigns <fil>', 'campaigns.json eller en henvendelsesfil (.md); kan gjentas', gathered)
    .option(
      '--explain',
      'forklarer hver melding for et menneske i stedet: delene, setningene, hva som avgjorde og hvorfor',
    )
    .addHelpText(
      'after',
      '\nEksempler:\n  purrebot analyse --explain --register register.csv --campaigns campaigns.json svar.eml\n  purrebot analyse --register register.csv --campaigns campaigns.json messages/ > tolkninger.ndjson',
    )
    .action(async (paths: string[], options: Options) => {
      // `--campaigns a.md b.md messages/`: further campaign files stand among the paths.
      const more = paths.filter(path => /\.(json|md)$/i.test(path));
      const known = await readKnown({ ...options, campaigns: [...(options.campaigns ?? []), ...more] }, door);
      const mails = paths.filter(path => !more.includes(path));
      if (options.explain) {
        // Danger: without them a clear yes is «annet», and she would think that the robot cannot read.
        if (known.campaigns.length === 0 || known.addressees.length === 0) door.out(NOTHING_TO_ANSWER);
        for await (const mail of mailFiles(mails)) {
          door.out(explanationLines(mail.file, await explainMessage(mail, known)).join('\n'));
        }
        return;
      }
      for await (const line of analyseMessages(mailFiles(mails), known)) door.out(JSON.stringify(line));
    });
}

const NOTHING_TO_ANSWER =
  'OBS: Uten adressatliste (--register) og henvendelser (--campaigns) kan svaret ikke knyttes til noen kommune eller sak.\nKonklusjonen under gjelder bare e-posten for seg selv. Oppgi begge for å se hva Purrebot ville ha registrert.\n';

function gathered(file: string, before: string[] = []): string[] {
  return [...before, file];
}

async function readKnown({ register, campaigns = [] }: Options, door: Door): Promise<Known> {
  const addressees = register === undefined ? [] : readAddressees(await textOf(register));
  const read: KnownCampaign[] = [];
  for (const file of campaigns) read.push(...(await campaignsOf(file, door)));
  return { addressees, campaigns: read };
}

async function campaignsOf(file: string, door: Door): Promise<KnownCampaign[]> {
  const text = await textOf(file);
  if (!file.endsWith('.json')) return [campaignOfFile(file, text, door)];
  try {
    return readCampaigns(text);
  } catch (error) {
    throw new Explained(`${file}: ventet campaigns.json med en liste av henvendelser. ${(error as Error).message}`, 2);
  }
}

/** A campaign file, as far as it helps to read replies: nothing has been sent yet. */
function campaignOfFile(path: string, text: string, door: Door): KnownCampaign {
  const today = osloDate(door.now());
  const parsed = parseCampaignFile({
    text,
    fileName: basename(path),
    readBeside: readBeside(path),
    resolve: null,
    today,
  });
  if ('faults' in parsed) throw new Explained(parsed.faults.map(writtenFault).join('\n'), 2);
  const { campaign } = parsed;
  return {
    id: campaign.id,
    type: campaign.type,
    subject: campaign.title,
    reference: campaign.reference,
    terms: campaign.terms,
    deadlines: campaign.deadlines,
    addressees: campaign.recipients.map(one => one.municipality),
    words: requestWords(campaign),
    sent: [],
  };
}

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch(error => {
    throw new Explained(`${file} kan ikke leses (${(error as NodeJS.ErrnoException).code}).`, 2);
  });
  const decoded = decodeText(bytes);
  if ('unreadable' in decoded) throw new Explained(`${file}: ${decoded.unreadable} ${decoded.whatToDo}`, 2);
  return decoded.text;
}

async function* mailFiles(paths: readonly string[]): AsyncGenerator<MailFile> {
  for (const path of paths) {
    for (const file of await emlFilesIn(path)) yield { file: shownAs(file), raw: await readFile(file) };
  }
}

async function emlFilesIn(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Explained(`Fant ikke ${path}.`, 2);
  if (!found.isDirectory()) return [path];
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
