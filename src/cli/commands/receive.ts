import type { Command } from 'commander';
import { type FetchResult, fetchNewMail } from '../../jobs/fetch-new-mail.ts';
import type { ReadResult } from '../../jobs/read-stored-mail.ts';
import { conclusionWords } from '../../rules/standing/standing-words.ts';
import { type Door, Explained } from '../door.ts';
import { withRegister } from '../open-data.ts';

/** `purrebot receive [FOLDER]`: reads what is new in a folder of mails. */
export function addReceive(program: Command, door: Door): void {
  program
    .command('receive')
    .description('henter og leser ny e-post fra en mappe (.eml-filer eller Maildir)')
    .argument('[mappe]', 'mappen; uten den brukes MAIL_FOLDER')
    .option('--json', 'skriv resultatet som ett JSON-dokument')
    .addHelpText('after', '\nEksempler:\n  purrebot receive innboks/\n  MAIL_FOLDER=~/Maildir purrebot receive --json')
    .action(async (folder: string | undefined, options: { json?: boolean }) => {
      await withRegister(program.opts<{ data: string }>().data, async register => {
        const path = folder ?? door.settings().mailFolder;
        if (path === null) throw new Explained('Hvilken mappe? Oppgi den, eller sett MAIL_FOLDER i .env.', 2);
        const result = await receiveFrom(path, register, door);
        if (options.json) door.out(JSON.stringify(result));
        else print(door, result);
      });
    });
}

/** Reads a folder of mails; a folder that cannot be read is explained. */
export async function receiveFrom(
  path: string,
  register: Parameters<typeof fetchNewMail>[0]['register'],
  door: Door,
): Promise<FetchResult> {
  const progress = (done: number) => {
    if (door.showsProgress && done % 100 === 0) door.tell(`  ${done} e-poster hentet …`);
  };
  try {
    return await fetchNewMail({ register, mailbox: door.mailFolder(path, door.now), progress }, door.now);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') {
      throw new Explained(
        `Mappen ${path} kan ikke leses (${code}). Sjekk at den finnes og inneholder .eml-filer eller er en Maildir.`,
      );
    }
    throw error;
  }
}

function print(door: Door, result: FetchResult): void {
  door.tell(
    `${result.fetched} nye e-poster, ${result.known} kjente, ${result.refused} for store. ${result.read.length} lest.`,
  );
  for (const read of result.read) door.out(lineOf(read));
  const waiting = result.read.filter(read => read.review).length;
  if (waiting > 0) door.tell(`${waiting} til avklaring: se «purrebot review».`);
}

function lineOf(read: ReadResult): string {
  const kinds = {
    answer: 'svar',
    receipt: 'kvittering',
    'out-of-office': 'fravær',
    bounce: 'ikke levert',
    other: 'annet',
  };
  const what = read.conclusion === null ? kinds[read.kind] : `svar: ${conclusionWords(read.conclusion)}`;
  const flags = [
    read.review ? 'til avklaring' : '',
    read.outcome === 'duplicate' ? 'lenket til en tidligere' : '',
  ].filter(Boolean);
  return [`#${read.messageId}`, read.municipalities.join(', ') || '–', what, ...flags].join('  ');
}
