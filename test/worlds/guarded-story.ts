import { createHash } from 'node:crypto';
import { deliverOutbox } from '../../src/jobs/deliver-outbox.ts';
import { type FetchResult, fetchNewMail, type Mailbox } from '../../src/jobs/fetch-new-mail.ts';
import { casesWithStanding } from '../../src/jobs/gather-cases.ts';
import { journalOfCase, openReviews } from '../../src/register/journal.ts';
import type { Register } from '../../src/register/open-register.ts';
import type { JournalEntry } from '../../src/rules/standing/journal-entry.ts';
import type { Standing } from '../../src/rules/standing/standing.ts';
import type { TrustRules } from '../../src/rules/trust/sender-proof.ts';
import { storyCampaign } from './campaign.ts';
import { at } from './journal.ts';
import { LIVE_SETTINGS } from './letter-settings.ts';

const ID = '2013-samhandling';
export const MUNICIPALITIES = ['Hitra', 'Malvik', 'Skaun'];

/** The request of 2013 has left for three municipalities; what comes is judged by the word of a server that we trust. */
export async function guardedStory() {
  const sentAt = at('2013-11-28', '09:37');
  const { register } = storyCampaign(sentAt, { mode: 'live', only: MUNICIPALITIES });
  register.prepare('UPDATE letter SET due_at = ?').run(sentAt);
  register.prepare('INSERT INTO mailbox_position VALUES (?, ?, ?)').run('innboks', '0', sentAt);
  const sentIds: string[] = [];
  const transport = {
    send: async (mail: { messageId: string }) => {
      sentIds.push(mail.messageId);
      return { sent: true as const, file: null, response: '250 ok' };
    },
  };
  await deliverOutbox({ register, transport, settings: LIVE_SETTINGS, mailboxes: ['innboks'] }, () => sentAt);
  const cases = new Map(casesWithStanding(register, ID).map(one => [one.municipality.name, one.one]));
  const letterOf = (name: string) =>
    register
      .prepare(
        'SELECT mail_message_id FROM letter l JOIN letter_case c ON c.letter_id = l.id WHERE case_id = ? ORDER BY l.id',
      )
      .pluck()
      .get(cases.get(name)!.id) as string;
  return {
    register,
    sentIds,
    tokenOf: (name: string) => cases.get(name)!.token,
    letterOf,
    standing: (name: string): Standing =>
      casesWithStanding(register, ID).find(one => one.municipality.name === name)!.standing,
    journal: (name: string): JournalEntry[] => journalOfCase(register, cases.get(name)!.id),
    receive: (trust: TrustRules, ...mails: string[]): Promise<FetchResult> => receive(register, trust, mails),
    reviews: () => openReviews(register).flatMap(one => (one.data.reasons as string[]).join(' ')),
    /** What stands nowhere on a case, and is in the register all the same. */
    lines: (): { event: string; caseId: number | null }[] =>
      register.prepare('SELECT event, case_id AS caseId FROM journal WHERE message_id IS NOT NULL').all() as {
        event: string;
        caseId: number | null;
      }[],
  };
}

let item = 0;

/** Through the intake of the program: stored, read, and written into the journals. */
function receive(register: Register, trust: TrustRules, mails: readonly string[]): Promise<FetchResult> {
  const mailbox: Mailbox = {
    name: 'innboks',
    async *mailsAfter() {
      for (const mail of mails) {
        item += 1;
        const position = createHash('sha256').update(`${item}`).digest('hex');
        const content = { bytes: Buffer.from(mail), problem: null };
        yield { item: `${item}`, position, arrivedAt: at('2013-12-09', '10:00'), content };
      }
    },
    itemsSince: async () => ({ items: [], numbering: '' }),
  };
  return fetchNewMail({ register, mailbox, trust }, () => at('2013-12-09', '10:01'));
}
