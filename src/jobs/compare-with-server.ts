import type { MailSession } from '../mail-in/mail-session.ts';
import type { Mailbox } from '../mail-in/mailbox.ts';
import { type Comparison, noteComparison } from '../register/mailbox-comparisons.ts';
import { itemIsKnown, itemsArrivedSince } from '../register/mailbox-items.ts';
import type { Register } from '../register/open-register.ts';
import { lastRun, noteRun } from '../register/schedule-runs.ts';
import { addDays } from '../rules/calendar/add-days.ts';
import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';
import { addSeconds, osloDate } from '../rules/calendar/oslo-time.ts';
import { NO_TRUSTED_SERVER, type TrustRules } from '../rules/trust/sender-proof.ts';
import { type FetchResult, fetchMissed } from './fetch-new-mail.ts';
import { firstCaseOf } from './notice-sent-mail.ts';

export type { Comparison } from '../register/mailbox-comparisons.ts';

const JOB = 'compare with the server';

/** Answers to a request may be older than its case: the adviser had asked by hand before. */
const DAYS_BEFORE_THE_REQUEST = 14;

/** The night's work begins at this hour in Norway. */
const HOUR = 3;

/** Once a night, also when the program begins later in the day, and at once when it never was done. */
export function comparisonIsDue(register: Register, at: Instant): boolean {
  const last = lastRun(register, JOB);
  // A last run that is yet to come was noted by a clock that was wrong.
  return last === null || last > at || nightOf(last) < nightOf(at);
}

function nightOf(at: Instant): IsoDate {
  return osloDate(addSeconds(at, -HOUR * 3600));
}

/** Tried in vain (the server says no): the next night tries again. */
export function noteCompared(register: Register, at: Instant): void {
  noteRun(register, JOB, at);
}

/**
 * Position, news and counts of a server may all be wrong; what lies there may not (reliability.md §4.7). Every mail of
 * INBOX and Junk since the running requests began is looked for in the register. What we had missed is fetched and read;
 * what people have moved or deleted is counted, and stays here. Throws when the mailbox is lost on the way.
 */
export async function compareWithServer(
  { register, session, trust = NO_TRUSTED_SERVER }: { register: Register; session: MailSession; trust?: TrustRules },
  now: () => Instant,
): Promise<{ comparisons: Comparison[]; fetched: FetchResult[] }> {
  const began = firstCaseOf(register) ?? now();
  const since = addDays(osloDate(began < now() ? began : now()), -DAYS_BEFORE_THE_REQUEST);
  const folders = session.junk === null ? [session.inbox] : [session.inbox, session.junk];
  const comparisons: Comparison[] = [];
  const fetched: FetchResult[] = [];
  for (const mailbox of folders) {
    const { items, numbering } = await mailbox.itemsSince(since);
    const isMissed = items.some(item => !itemIsKnown(register, mailbox.name, item));
    const missed = isMissed ? await fetchMissed({ register, mailbox, since, trust }, now) : null;
    if (missed !== null) fetched.push(missed);
    const comparison = {
      mailbox: mailbox.name,
      at: now(),
      since,
      there: items.length,
      missed: missed === null ? 0 : missed.fetched + missed.known + missed.refused,
      gone: goneFrom(register, mailbox, since, new Set(items), numbering),
    };
    noteComparison(register, comparison);
    comparisons.push(comparison);
  }
  noteCompared(register, now());
  return { comparisons, fetched };
}

function goneFrom(
  register: Register,
  mailbox: Mailbox,
  since: IsoDate,
  there: ReadonlySet<string>,
  numbering: string,
): number {
  // Our time of arrival and the folder's date differ by hours: at the edge of the time nothing is said to be gone.
  const ours = itemsArrivedSince(register, mailbox.name, addDays(since, 2));
  return ours.filter(item => item.startsWith(numbering) && !there.has(item)).length;
}
