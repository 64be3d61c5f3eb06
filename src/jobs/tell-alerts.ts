import { composeNotice } from '../mail-out/compose-notice.ts';
import { envelopeFor } from '../mail-out/envelope-for.ts';
import type { Transport } from '../mail-out/transport.ts';
import { alertMailsSince, closeSilently, noteAlerts, noteNotTold, noteTold, openAlerts } from '../register/alerts.ts';
import { allCampaigns } from '../register/campaigns.ts';
import type { Register } from '../register/open-register.ts';
import type { KeptAlert } from '../rules/alerts/alert.ts';
import { alertLetter } from '../rules/alerts/alert-letter.ts';
import { followAlerts, MOST_MAILS_AN_HOUR, type News, newsOf } from '../rules/alerts/follow-alerts.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { addSeconds } from '../rules/calendar/oslo-time.ts';
import { type Beside, findAlerts } from './find-alerts.ts';
import { type LetterSettings, MOST_RECIPIENTS } from './freeze-letter.ts';

const HOUR = 3600;

export interface TellingWorld {
  register: Register;
  transport: Transport;
  settings: LetterSettings;
  /** `ALERT_TO`: whoever runs the program; empty = not set. */
  alertTo: readonly string[];
}

/**
 * nothing: there was nothing to say · sent: one mail left, with that many alerts · nobody: there is no address to tell ·
 * full: the mails of this hour are used up · failed: it did not leave, and is tried again.
 */
export type Telling =
  | { outcome: 'nothing' | 'nobody' | 'full' }
  | { outcome: 'sent'; alerts: number }
  | { outcome: 'failed'; why: string; refused: boolean };

/** Notes which faults began, last or are over, and nothing else: also while no mail can leave. */
export function noteFaults(register: Register, beside: Beside, now: Instant): void {
  const changes = followAlerts(openAlerts(register), findAlerts(register, beside, now));
  if (changes.begin.length + changes.last.length + changes.gone.length > 0) noteAlerts(register, changes, now);
}

/**
 * One mail for all that is new. It is noted as told just before its final dot: a crash in that moment may lose the mail
 * (`status` still has the alert), but none is sent twice. No hold, cap or hour of the day stops it.
 */
export async function tellAlerts(world: TellingWorld, now: Instant): Promise<Telling> {
  const { register, transport } = world;
  const news = newsOf(openAlerts(register), now);
  closeSilently(register, news.silent, now);
  if (alertLetter(news) === null) return { outcome: 'nothing' };
  const mail = await mailOf(world, news, now);
  if (mail === null) {
    closeSilently(register, news.over, now);
    return { outcome: 'nobody' };
  }
  if (alertMailsSince(register, addSeconds(now, -HOUR)) >= MOST_MAILS_AN_HOUR) return { outcome: 'full' };
  let noted = false;
  const result = await transport.send(mail, () => {
    noteTold(register, news, now);
    noted = true;
  });
  if (result.sent && !noted) noteTold(register, news, now);
  if (result.sent || result.of === 'unknown')
    return { outcome: 'sent', alerts: news.began.length + news.again.length + news.over.length };
  if (noted) noteNotTold(register, news);
  return { outcome: 'failed', why: result.why, refused: isLasting(result) };
}

/** Not worth a quick retry: a login or an address that is refused. */
function isLasting({ failed, temporary }: { failed: string; temporary: boolean }): boolean {
  return !temporary || /^(EAUTH|53[045])$/.test(failed);
}

async function mailOf(world: TellingWorld, news: News, now: Instant) {
  const { settings, alertTo } = world;
  const people = [
    ...new Set([...alertTo, ...advisersOf(world.register, [...news.began, ...news.again, ...news.over])]),
  ];
  return composeTo(people.slice(0, MOST_RECIPIENTS), settings, alertLetter(news)!, now);
}

/** @returns null when the settings leave nobody to write to */
export async function composeTo(
  people: readonly string[],
  settings: LetterSettings,
  letter: { subject: string; text: string },
  now: Instant,
) {
  const envelope = envelopeFor(
    { to: people.map(address => ({ name: '', address })), cc: [] },
    { ...settings, witness: null },
  );
  if (envelope.recipients.length === 0) return null;
  const { fromAddress, replyAddress, returnPath, loopId } = settings;
  const from = fromAddress ?? replyAddress;
  return composeNotice({
    kind: 'alert',
    label: 'varsel',
    html: null,
    ...letter,
    envelope,
    from,
    replyTo: envelope.recipients[0]!,
    returnPath,
    loopId,
    datedAt: now,
  });
}

/** The advisers of the campaigns that something concerns; what stops everything concerns all that are running. */
function advisersOf(register: Register, alerts: readonly KeptAlert[]): string[] {
  const isStopped = alerts.some(one => one.severity === 'stopped');
  const named = new Set(alerts.flatMap(one => one.campaigns));
  return allCampaigns(register)
    .filter(one => named.has(one.id) || (isStopped && one.state === 'running'))
    .map(one => one.sender.address);
}
