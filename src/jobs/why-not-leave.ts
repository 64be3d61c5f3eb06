import type { RegisteredCampaign } from '../register/campaigns.ts';
import type { OpenReview } from '../register/journal.ts';
import { readingOf, readingsOf } from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import { isInDoubt, type Letter } from '../register/outbox.ts';
import { isJuly } from '../rules/calendar/holidays.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { rungInForce } from '../rules/reminders/rung-dates.ts';
import { afterMeetingOccasion, meetingToAskAbout, whyClosed, whySpare } from '../rules/reminders/why-spare.ts';
import { type CaseNow, campaignFacts, caseFacts } from './gather-cases.ts';
import { trackOf } from './plan-reminders.ts';
import { ROBOT } from './take-effects.ts';

/** The rung's day went by while its letter waited. */
export const TIME_IS_OVER = 'trinnets tid er forbi';

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
  const meeting = meetingToAskAbout(facts.standing, today, facts.extraDays);
  const isTime =
    letter.kind === 'after-meeting'
      ? meeting !== null && afterMeetingOccasion(meeting) === occasion
      : rungInForce(campaignFacts(campaign), facts, track, today)?.occasion === occasion;
  if (!isTime) return TIME_IS_OVER;
  return whySpare(facts, today, track);
}

/**
 * Why a letter waits for a person, in Norwegian; null when it does not. What waited for clearing up when she ordered the
 * letter she had before her eyes; what was read since may be the very answer that the letter asks for. A letter in doubt may
 * have said the same already.
 * @param reviews all that are open
 */
export function whyWait(
  register: Register,
  letter: Letter,
  { one, municipality }: CaseNow,
  reviews: readonly OpenReview[],
): string | null {
  if (isInDoubt(register, one.id, trackOf(letter.mode) === 'trial'))
    return 'et brev til kommunen er usikkert: ingen vet om det gikk';
  const concerned = reviews.find(
    ({ caseId, messageId }) =>
      messageId !== null &&
      (caseId === one.id || (caseId === null && isNamed(register, messageId, municipality.name))) &&
      readSince(register, messageId, letter.plannedAt),
  );
  if (concerned === undefined) return null;
  return concerned.caseId === null
    ? 'en melding som kan være fra kommunen, venter på avklaring hos oss'
    : 'et svar fra kommunen venter på avklaring hos oss';
}

function isNamed(register: Register, messageId: number, municipality: string): boolean {
  return readingOf(register, messageId)?.municipalities.includes(municipality) === true;
}

function readSince(register: Register, messageId: number, moment: Instant): boolean {
  const [first] = readingsOf(register, messageId);
  return first !== undefined && first.at > moment;
}

/** In July a letter waits for a person whatever the campaign says (design.md), also one that was planned in June. */
export function waitsForJuly(letter: Letter, at: Instant): boolean {
  return isJuly(osloDate(at)) && (letter.approvedBy === null || letter.approvedBy === ROBOT.name);
}
