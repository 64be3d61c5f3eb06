import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { analyseMessages, explainMessage, type MailFile } from '../../jobs/analyse-messages.ts';
import { decodeText } from '../../jobs/decode-text.ts';
import { explainForRegister, explainStored } from '../../jobs/explain-stored.ts';
import { parseCampaignFile } from '../../jobs/parse-campaign-file.ts';
import { readAddressees, readCampaigns } from '../../jobs/read-known.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { writtenFault } from '../../rules/campaign/campaign-fault.ts';
import { requestWords } from '../../rules/campaign/request-words.ts';
import type { Known, KnownAddressee, KnownCampaign } from '../../rules/replies/known.ts';
import { type Door, Explained } from '../door.ts';
import { openData } from '../open-data.ts';
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
    .argument('<sti...>', '.eml-filer eller mapper med slike; med --explain også nummeret på en lagret melding')
    .option('--register <fil>', 'adressatliste: number,name,domain,email,contact_name,contact_email')
    .option('--campaigns <fil>', 'campaigns.json eller en henvendelsesfil (.md); kan gjentas', gathered)
    .option(
      '--explain',
      'forklarer hver melding for et menneske i stedet: delene, setningene, hva som avgjorde og hvorfor',
    )
    .addHelpText(
      'after',
      '\nMed --explain og --data MAPPE brukes adressatene og henvendelsene i registeret, slik de var da meldingen kom.\n\nEksempler:\n  purrebot analyse --explain 27\n  purrebot --data var analyse --explain svar.eml\n  purrebot analyse --explain --register register.csv --campaigns campaigns.json svar.eml\n  purrebot analyse --register register.csv --campaigns campaigns.json messages/ > tolkninger.ndjson',
    )
    .action(async (paths: string[], options: Options) => {
      if (options.explain === true && options.register === undefined && options.campaigns === undefined) {
        if (paths.some(isNumber) || program.getOptionValueSource('data') === 'cli')
          return explainByRegister(program.opts<{ data: string }>().data, paths, door);
      }
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

/** With what the register knew when the message came. */
async function explainByRegister(data: string, paths: readonly string[], door: Door): Promise<void> {
  const register = openData(data);
  try {
    for (const path of paths) {
      if (isNumber(path)) {
        const id = Number(path.replace('#', ''));
        const explained = await explainStored(register, id);
        if (explained === null) throw new Explained(`Fant ingen melding #${id} i registeret.`, 2);
        door.out(explanationLines(`#${id}`, explained).join('\n'));
        continue;
      }
      for await (const mail of mailFiles([path]))
        door.out(explanationLines(mail.file, await explainForRegister(register, mail.raw, door.now())).join('\n'));
    }
  } finally {
    register.close();
  }
}

function isNumber(path: string): boolean {
  return /^#?\d{1,12}$/.test(path);
}

const NOTHING_TO_ANSWER =
  'OBS: Uten adressatliste (--register) og henvendelser (--campaigns) kan svaret ikke knyttes til noen kommune eller sak.\nKonklusjonen under gjelder bare e-posten for seg selv. Oppgi begge for å se hva Purrebot ville ha registrert.\n';

function gathered(file: string, before: string[] = []): string[] {
  return [...before, file];
}

async function readKnown({ register, campaigns = [] }: Options, door: Door): Promise<Known> {
  const addressees = register === undefined ? [] : await addresseesIn(register);
  const read: KnownCampaign[] = [];
  for (const file of campaigns) read.push(...(await campaignsOf(file, door)));
  return { addressees, campaigns: read };
}

async function addresseesIn(file: string): Promise<KnownAddressee[]> {
  const text = await textOf(file);
  let read: KnownAddressee[] = [];
  try {
    read = readAddressees(text);
  } catch {
    // Said below, in words: what the CSV reader says is for programmers.
  }
  if (read.length > 0) return read;
  throw new Explained(
    `${file} er ingen adressatliste. Ventet en CSV-fil med overskriften number,name,domain,email,contact_name,contact_email og en linje per kommune.`,
    2,
  );
}

async function campaignsOf(file: string, door: Door): Promise<KnownCampaign[]> {
  const text = await textOf(file);
  if (!file.endsWith('.json')) return [campaignOfFile(file, text, door)];
  try {
    return readCampaigns(text);
  } catch {
    throw new Explained(
      `${file} er verken en e-post (.eml) eller en liste av henvendelser som campaigns.json. Sjekk at du har oppgitt rett fil.`,
      2,
    );
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
    for (const file of await emlFilesIn(path)) yield { file: shownAs(file), raw: await mailIn(file) };
  }
}

/** Whatever is called .eml is read as it is; another file must look like a mail. */
async function mailIn(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file);
  const start = bytes.subarray(0, 1000).toString('latin1');
  if (/\.eml$/i.test(file) || /^\s*(?:From |[!-9;-~]{1,80}[ \t]?:)/.test(start)) return bytes;
  throw new Explained(
    `${file} er ikke en e-post: filen begynner ikke med et meldingshode. Lagre e-posten som .eml og prøv igjen.`,
    2,
  );
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
