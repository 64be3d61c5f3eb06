import type { RegisteredCampaign } from '../register/campaigns.ts';
import type { Letter } from '../register/outbox.ts';
import type { IsoDate } from '../rules/calendar/iso-date.ts';
import { whyClosed, whySpare } from '../rules/reminders/why-spare.ts';
import type { CaseNow } from './gather-cases.ts';
import { trackOf } from './plan-reminders.ts';

/**
 * The last look before a letter is claimed: what has happened to the case since the letter was planned. A round and the
 * request were ordered by a person, so only a case that owes nothing leaves them; a rung obeys all of its rules again.
 */
export function whyNotLeave(
  letter: Letter,
  campaign: RegisteredCampaign,
  now: CaseNow | undefined,
  today: IsoDate,
): string | null {
  if (now === undefined) return 'saken finnes ikke lenger';
  if (campaign.state === 'closed') return 'henvendelsen er avsluttet';
  const facts = { caseId: now.one.id, name: now.municipality.name, standing: now.standing, queued: [] };
  const closed = whyClosed(facts);
  if (closed !== null) return closed;
  const ordered = letter.kind === 'request' || letter.roundId !== null;
  return ordered ? null : whySpare(facts, today, trackOf(letter.mode));
}
