import { existsSync } from 'node:fs';
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type CorpusCase, corpusCase } from '../../jobs/corpus-case.ts';
import { type CorpusFolder, whyNoCorpus } from '../../jobs/corpus-folder.ts';
import type { CorpusSource } from '../../jobs/corpus-original.ts';
import type { Replaced } from '../../rules/pseudonyms/pseudonyms.ts';
import { FIELD_WORDS } from '../../rules/replies/field-words.ts';
import { type Door, Explained } from '../door.ts';
import { unlessRefused } from '../given-values.ts';
import { makeFolder } from '../make-folder.ts';
import { openData, REGISTER_FILE } from '../open-data.ts';
import { saidWords } from '../reading-words.ts';
import { table } from '../table.ts';

const HELP = `
Eksempler:
  purrebot corpus add 27 --to ../korpus
  purrebot corpus add svar.eml --to ../korpus

Navn på personer, adresser, telefonnumre og saksnumre byttes ut. Programmet kan overse noe:
les gjennom filen før du deler den.`;

/** The folder is the caller's own: no more is read of it than a corpus has. */
const KNOWN_FILES = new Set([
  'messages',
  'gold.jsonl',
  'register.csv',
  'campaigns.json',
  'README.md',
  'SPEC.md',
  'LICENSE',
  'score.mjs',
]);

/** `purrebot corpus add MESSAGE --to DIR`: a message becomes a case of a corpus, with invented people. */
export function addCorpusAdd(program: Command, door: Door): void {
  program
    .command('corpus')
    .description('gjør meldinger til prøver for leseren')
    .command('add')
    .description('legger en melding i et korpus, med navn, adresser og numre byttet ut')
    .argument('<melding>', 'nummeret på en lagret melding, eller en .eml-fil')
    .requiredOption('--to <mappe>', 'korpusmappen (lages om den ikke finnes)')
    .addHelpText('after', HELP)
    .action(async (written: string, options: { to: string }) => {
      const folder = await readFolder(options.to);
      const register = registerFor(program.opts<{ data: string }>().data, written);
      try {
        const made = unlessRefused(await corpusCase(register, await sourceFrom(written), folder));
        await write(options.to, made, folder);
        for (const line of told(options.to, made)) door.tell(line);
        door.out(table([['hva', 'sto', 'står nå'], ...made.replaced.map(rowOf)]));
        if (made.differs.length > 0) door.finding();
      } finally {
        register?.close();
      }
    });
}

/** A file can be made a case without a register; a number cannot. */
function registerFor(data: string, written: string): ReturnType<typeof openData> | null {
  return isNumber(written) || existsSync(join(data, REGISTER_FILE)) ? openData(data) : null;
}

function isNumber(written: string): boolean {
  return /^#?\d+$/.test(written.trim());
}

async function sourceFrom(written: string): Promise<CorpusSource> {
  if (isNumber(written)) return { messageId: Number(written.trim().replace('#', '')) };
  const bytes = await readFile(written).catch(error => {
    throw new Explained(
      `${written} kan ikke leses (${(error as NodeJS.ErrnoException).code}). Oppgi nummeret på en melding, eller en .eml-fil.`,
      2,
    );
  });
  return { bytes };
}

async function readFolder(folder: string): Promise<CorpusFolder> {
  const textOf = (name: string) => readFile(join(folder, name), 'utf8').catch(() => '');
  const names = await readdir(folder).catch(error => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [] as string[];
    throw new Explained(`${folder} kan ikke leses (${code}).`, 2);
  });
  const messages = names.includes('messages')
    ? (await readdir(join(folder, 'messages'))).filter(name => name.endsWith('.eml'))
    : [];
  const [gold, register, campaigns] = await Promise.all(['gold.jsonl', 'register.csv', 'campaigns.json'].map(textOf));
  const found: CorpusFolder = { gold: gold!, register: register!, campaigns: campaigns!, messages };
  const others = names.filter(name => !KNOWN_FILES.has(name));
  const why = whyNoCorpus(found, others);
  if (why !== null) throw new Explained(`${folder}: ${why}`, 2);
  return found;
}

/** The mail first and its gold last: a case without gold is no case, gold without its mail would be a fault. */
async function write(
  folder: string,
  { file, mail, goldLine, register, campaigns }: CorpusCase,
  before: CorpusFolder,
): Promise<void> {
  makeFolder(join(folder, 'messages'));
  await writeFile(join(folder, file), mail.bytes, { flag: 'wx' });
  if (register !== before.register) await writeFile(join(folder, 'register.csv'), register);
  if (campaigns !== before.campaigns) await writeFile(join(folder, 'campaigns.json'), campaigns);
  const gap = before.gold === '' || before.gold.endsWith('\n') ? '' : '\n';
  await appendFile(join(folder, 'gold.jsonl'), `${gap}${goldLine}\n`);
}

const WHAT: Record<Replaced['what'], string> = {
  name: 'navn',
  address: 'adresse',
  host: 'domene',
  message: 'meldings-id',
  phone: 'telefon',
  organisation: 'organisasjonsnummer',
  identity: 'fødselsnummer',
  account: 'kontonummer',
  street: 'gateadresse',
  case: 'saksnummer',
};

function rowOf({ what, was, now }: Replaced): string[] {
  return [WHAT[what], was.replace(/\s+/g, ' '), now.replace(/\s+/g, ' ')];
}

function told(
  folder: string,
  { file, mail, isSettled, replaced, doubtful, differs, gold, was, is }: CorpusCase,
): string[] {
  const lines = [
    `${join(folder, file)} er laget, med fasit i gold.jsonl (${isSettled ? 'slik meldingen er avklart' : 'slik den er lest; ingen har avklart den, merket «unsettled»'}).`,
  ];
  if (mail.rebuilt)
    lines.push('Meldingen er bygget på en uvanlig måte. Bare tekst og vedlegg er tatt med, i en enkel e-post.');
  for (const { name, became } of mail.files) {
    lines.push(
      became === 'text'
        ? `Vedlegget «${name}» er erstattet av teksten i det: navn inne i filen kan ikke byttes trygt.`
        : `Vedlegget «${name}» er tømt.`,
    );
  }
  if (differs.length === 0) lines.push(`Leses som før: ${saidWords(is)}.`);
  else {
    const fields = differs.map(field => FIELD_WORDS[field] ?? field).join(', ');
    lines.push(
      `OBS: den nye meldingen leses ikke som den gamle (${fields}): før «${saidWords(was)}», nå «${saidWords(is)}».`,
    );
  }
  if (isSettled && (gold.kind !== is.kind || gold.conclusion !== is.conclusion))
    lines.push('Leseren sier noe annet enn det som er avklart: prøven er en den ikke klarer ennå.');
  if (doubtful.length > 0) lines.push(`Kan være navn, og er ikke byttet: ${doubtful.slice(0, 20).join(', ')}.`);
  lines.push(`${replaced.length} ting er byttet ut. Les gjennom filen før du deler den: noe kan være oversett.`);
  return lines;
}
