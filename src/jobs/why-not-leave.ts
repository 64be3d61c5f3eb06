import type { RegisteredCampaign } from '../register/campaigns.ts';
import type { Register } from '../register/open-register.ts';
import type { Letter } from '../register/outbox.ts';
import { isJuly } from '../rules/calendar/holidays.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { rungInForce } from '../rules/reminders/rung-dates.ts';
import { afterMeetingOccasion, meetingToAskAbout, whyClosed, whySpare } from '../rules/reminders/why-spare.ts';
import { type CaseNow, campaignFacts, caseFacts } from './gather-cases.ts';
import { trackOf } from './plan-reminders.ts';
import { ROBOT } from './take-effects.ts';

/**
 * The last look before a letter is claimed: what has happened to the case since the letter was planned. A round and the
 * request were ordered by a person, so only a case that owes nothing leaves them; a rung obeys all of its rules again,
 * its own day included.
 */
export function whyNotLeave(
  register: Register,
  letter: Letter,
  occasion: string,
  campaign: RegisteredCampaign,
  now: CaseNow | undefined,
  at: Instant,
): string | null {
  if (now === undefined) return 'saken finnes ikke lenger';
  if (campaign.state === 'closed') return 'henvendelsen er avsluttet';
  const track = trackOf(letter.mode);
  const facts = caseFacts(register, [now], track, at)[0]!;
  const closed = whyClosed(facts);
  if (closed !== null) return closed;
  if (letter.kind === 'request' || letter.roundId !== null) return null;
  const today = osloDate(at);
  const meeting = meetingToAskAbout(facts.standing, today);
  const isTime =
    letter.kind === 'after-meeting'
      ? meeting !== null && afterMeetingOccasion(meeting) === occasion
      : rungInForce(campaignFacts(campaign), facts, track, today)?.occasion === occasion;
  if (!isTime) return 'trinnets tid er forbi';
  return whySpare(facts, today, track);
}

/** In July a letter waits for a person whatever the campaign says (design.md), also one that was planned in June. */
export function waitsForJuly(letter: Letter, at: Instant): boolean {
  return isJuly(osloDate(at)) && (letter.approvedBy === null || letter.approvedBy === ROBOT.name);
}
