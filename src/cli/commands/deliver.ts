import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { releaseAfterComparing } from '../../jobs/after-restore.ts';
import { settleClaims } from '../../jobs/claim-letter.ts';
import { type Delivery, deliverOutbox } from '../../jobs/deliver-outbox.ts';
import { freeSpace } from '../../jobs/free-space.ts';
import { keepCopies } from '../../jobs/keep-copies.ts';
import { answerFolders } from '../../jobs/take-in-mail.ts';
import type { Register } from '../../register/open-register.ts';
import { lettersToDeliver } from '../../register/outbox.ts';
import { extraDaysOf } from '../../register/red-days.ts';
import { noteSentMark } from '../../register/sent-mark.ts';
import { osloIso } from '../../rules/calendar/oslo-time.ts';
import { maySendAt } from '../../rules/calendar/sending-window.ts';
import { type Door, Explained } from '../door.ts';
import { letterLine, letterNames } from '../letter-line.ts';
import { withRegister } from '../open-data.ts';
import { letterSettings, lockForSending, takeTurn, transportFor } from '../sending.ts';
import { receiveFrom, withMailbox } from './receive.ts';

/** `purrebot deliver`: reads the mailbox to its end, then sends what is due and approved. */
export function addDeliver(program: Command, door: Door): void {
  program
    .command('deliver')
    .description('leser postkassen og sender brevene som er godkjent (uten SENDING=live: som filer i utboksen)')
    .option('--dry-run', 'vis hvilke brev som ville gått')
    .option('--json', 'skriv resultatet som ett JSON-dokument')
    .addHelpText('after', '\nEksempler:\n  purrebot deliver --dry-run\n  purrebot deliver')
    .action(async (options: { dryRun?: boolean; json?: boolean }) => {
      const folder = program.opts<{ data: string }>().data;
      await withRegister(folder, async register => {
        const due = lettersToDeliver(register, door.now());
        if (options.dryRun) {
          const rows = due.map(one => ({
            letter: one.id,
            municipalities: letterNames(register, one.id),
            kind: one.kind,
            campaign: one.campaignId,
            mode: one.mode,
          }));
          if (options.json) door.out(JSON.stringify(rows));
          else for (const one of due) door.out(`${letterLine(register, one)}  (${one.mode})`);
          if (rows.length === 0) door.tell('Ingen brev er klare til å gå.');
          const moment = maySendAt(door.now(), extraDaysOf(register));
          if (!moment.may)
            door.tell(
              `Ingen brev går nå: ${moment.reason} Neste gang: ${osloIso(moment.next).slice(0, 16).replace('T', ' kl. ')}.`,
            );
          return;
        }
        const deliveries = await deliverNow(folder, register, door);
        if (options.json) door.out(JSON.stringify(deliveries));
        else for (const one of deliveries) door.out(`#${one.letterId}  ${OUTCOMES[one.outcome]}  ${one.detail}`);
        door.tell(`${deliveries.filter(one => one.outcome === 'sent').length} brev sendt.`);
      });
    });
}

const OUTCOMES = {
  sent: 'sendt',
  retry: 'prøves igjen',
  rejected: 'avvist',
  uncertain: 'usikkert',
  cancelled: 'falt bort',
  waiting: 'venter',
};

/** Reads the mailbox that is set, then delivers; why nothing leaves is explained. */
export async function deliverNow(folder: string, register: Register, door: Door): Promise<Delivery[]> {
  const settings = door.settings();
  const lock = lockForSending(folder, door, 'Det sender selv hvert minutt; se «purrebot status».');
  try {
    const lease = takeTurn(folder, register, door);
    settleClaims(register, door.now());
    const { dailyCap } = settings;
    const pause = () => sleep(settings.sendingPause * 1000);
    const transport = transportFor(settings, folder, door);
    const free = () => freeSpace(folder);
    const deliver = (mailboxes: readonly string[]) =>
      deliverOutbox(
        { register, transport, settings: letterSettings(settings), mailboxes, lease, pause, dailyCap, free },
        door.now,
      );
    const openMail = door.mailOpener(settings);
    const result =
      openMail === null
        ? await deliver([])
        : await withMailbox(openMail, async session => {
            await receiveFrom(session, register, door);
            releaseAfterComparing(register, answerFolders(session));
            const delivered = await deliver(answerFolders(session));
            try {
              await keepCopies({ register, session }, door.now);
            } catch {
              // The letters have left, and that is what has to be told.
              door.tell('Kopier av brevene kunne ikke legges i Sendt; de legges der neste gang.');
            }
            return delivered;
          });
    if ('held' in result) throw new Explained(`Ingen brev går nå: ${result.held}`);
    if (result.deliveries.some(one => one.outcome === 'sent')) noteSentMark(register, folder);
    if (result.serverDown !== null) door.tell(`${result.serverDown.why} Resten av brevene venter.`);
    return result.deliveries;
  } finally {
    lock.release();
  }
}
