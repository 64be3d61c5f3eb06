import type { MailSession } from '../mail-in/mail-session.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { NO_TRUSTED_SERVER, type TrustRules } from '../rules/trust/sender-proof.ts';
import { type FetchResult, fetchNewMail } from './fetch-new-mail.ts';
import { moveHandledMail } from './move-handled-mail.ts';
import { noticeSentMail } from './notice-sent-mail.ts';

export type { MailSession, OpenedMail } from '../mail-in/mail-session.ts';
export type { Register } from '../register/open-register.ts';

/** What one look into the mailbox brought. */
export interface TakenIn extends FetchResult {
  /** Letters of the adviser's own, found in the Sent folder, that concern a case. */
  byHand: number;
  moved: number;
}

/** Where answers may lie; all of them must have been read before anything is sent. */
export function answerFolders({ inbox, junk }: MailSession): string[] {
  return [inbox, ...(junk === null ? [] : [junk])].map(one => one.name);
}

/**
 * One look: everything new in INBOX and Junk is stored and read, letters sent by hand are noted, and what is settled is
 * moved away when the settings say so. Throws when the mailbox is lost on the way; the next look goes on from there.
 */
export async function takeInMail(
  {
    register,
    session,
    progress,
    trust = NO_TRUSTED_SERVER,
  }: { register: Register; session: MailSession; progress?: (done: number) => void; trust?: TrustRules },
  now: () => Instant,
): Promise<TakenIn> {
  const folders = session.junk === null ? [session.inbox] : [session.inbox, session.junk];
  const taken: TakenIn = { fetched: 0, known: 0, refused: 0, read: [], byHand: 0, moved: 0 };
  for (const mailbox of folders) {
    const result = await fetchNewMail(
      { register, mailbox, trust, ...(progress === undefined ? {} : { progress }) },
      now,
    );
    taken.fetched += result.fetched;
    taken.known += result.known;
    taken.refused += result.refused;
    taken.read.push(...result.read);
  }
  // Last what she wrote by hand: the question that it answers has been read now.
  // Neither is needed to know who has answered: a server that says no to them holds nothing up.
  const { sent } = session;
  if (sent !== null) taken.byHand = (await unlessRefused(() => noticeSentMail({ register, mailbox: sent }, now))) ?? 0;
  if (session.movesHandled) taken.moved = (await unlessRefused(() => moveHandledMail({ register, session }, now))) ?? 0;
  return taken;
}

/** null when the server answered «no» (a folder that is gone, rights, a full mailbox); a lost connection throws. */
async function unlessRefused<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if ((error as { responseStatus?: string }).responseStatus === 'NO') return null;
    throw error;
  }
}
