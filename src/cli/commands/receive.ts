import type { Command } from 'commander';
import type { ReadResult } from '../../jobs/read-stored-mail.ts';
import { type MailSession, type OpenedMail, type TakenIn, takeInMail } from '../../jobs/take-in-mail.ts';
import type { Register } from '../../register/open-register.ts';
import { conclusionWords } from '../../rules/standing/standing-words.ts';
import { type Door, Explained } from '../door.ts';
import { withRegister } from '../open-data.ts';
import { kindWords } from '../reading-words.ts';

/** `purrebot receive [FOLDER]`: reads what is new in the mailbox, or in a folder of mails. */
export function addReceive(program: Command, door: Door): void {
  program
    .command('receive')
    .description('henter og leser ny e-post fra postkassen, eller fra en mappe (.eml-filer eller Maildir)')
    .argument('[mappe]', 'mappen; uten den brukes IMAP_HOST, eller MAIL_FOLDER')
    .option('--json', 'skriv resultatet som ett JSON-dokument')
    .addHelpText('after', '\nEksempler:\n  purrebot receive\n  purrebot receive innboks/\n  purrebot receive --json')
    .action(async (folder: string | undefined, options: { json?: boolean }) => {
      await withRegister(program.opts<{ data: string }>().data, async register => {
        const settings = door.settings();
        const chosen = folder === undefined ? settings : { ...settings, imap: null, mailFolder: folder };
        const openMail = door.mailOpener(chosen);
        if (openMail === null)
          throw new Explained('Hvilken postkasse? Oppgi en mappe, eller sett IMAP_HOST eller MAIL_FOLDER i .env.', 2);
        const taken = await withMailbox(openMail, session => receiveFrom(session, register, door));
        if (options.json) door.out(JSON.stringify(taken));
        else print(door, taken);
      });
    });
}

/** Opens the mailbox for a while; one that cannot be opened or read is explained. */
export async function withMailbox<T>(
  openMail: () => Promise<OpenedMail>,
  use: (session: MailSession) => Promise<T>,
): Promise<T> {
  const opened = await openMail();
  if ('failed' in opened) throw new Explained(opened.failed);
  const { session } = opened;
  try {
    return await use(session);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') {
      throw new Explained(
        `Mappen ${session.inbox.name} kan ikke leses (${code}). Sjekk at den finnes og inneholder .eml-filer eller er en Maildir.`,
      );
    }
    throw error;
  } finally {
    await session.close();
  }
}

/** Takes in what is new. */
export async function receiveFrom(session: MailSession, register: Register, door: Door): Promise<TakenIn> {
  const progress = (done: number) => {
    if (door.showsProgress && done % 100 === 0) door.tell(`  ${done} e-poster hentet …`);
  };
  return takeInMail({ register, session, progress, trust: door.settings().trust }, door.now);
}

function print(door: Door, taken: TakenIn): void {
  door.tell(
    `${taken.fetched} nye e-poster, ${taken.known} kjente, ${taken.refused} for store. ${taken.read.length} lest.`,
  );
  if (taken.byHand > 0) door.tell(`${taken.byHand} brev som du har sendt selv, er registrert.`);
  if (taken.moved > 0) door.tell(`${taken.moved} flyttet til mappen for ferdig e-post.`);
  for (const read of taken.read) door.out(lineOf(read));
  const waiting = taken.read.filter(read => read.review).length;
  if (waiting > 0) door.tell(`${waiting} til avklaring: se «purrebot review».`);
}

function lineOf(read: ReadResult): string {
  const what = read.conclusion === null ? kindWords(read.kind) : `svar: ${conclusionWords(read.conclusion)}`;
  const flags = [
    read.review ? 'til avklaring' : '',
    read.outcome === 'duplicate' ? 'lenket til en tidligere' : '',
  ].filter(Boolean);
  return [`#${read.messageId}`, read.municipalities.join(', ') || '–', what, ...flags].join('  ');
}
