import type { ExtraDays } from '../calendar/extra-days.ts';
import type { IsoDate } from '../calendar/iso-date.ts';
import { osloDate } from '../calendar/oslo-time.ts';
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts';
import { shortDate } from '../calendar/written-date.ts';
import type { Standing } from '../standing/standing.ts';
import { answerWords, bodyWords } from '../standing/standing-words.ts';
import type { CaseFacts, Track } from './case-facts.ts';
import { LATEST_CATCH_UP } from './rung-dates.ts';

/** A municipality needs this many working days to handle a letter before the next one; the letter's day is day 0. */
export const LEAST_WORKING_DAYS_BETWEEN_LETTERS = 4;

/** After a meeting the minutes take time: only then do we ask how it went. */
export const WORKING_DAYS_AFTER_A_MEETING = 3;

/** Why a case owes nothing at all, in Norwegian; null when it is outstanding. */
export function whyClosed(facts: CaseFacts): string | null {
  const { standing } = facts;
  if (standing.withdrawn !== null) return `tatt ut av henvendelsen: ${standing.withdrawn}`;
  if (facts.ended !== null) return facts.ended;
  if (standing.closed) return `har svart: ${answerWords(standing)}`;
  return null;
}

/** Why a rung leaves an outstanding case alone today, in Norwegian; null when it does not. */
export function whySpare(facts: CaseFacts, today: IsoDate, track: Track): string | null {
  const { standing } = facts;
  if (standing.requestedAt[track] === null) return 'henvendelsen er ikke sendt til kommunen';
  if (standing.ball === 'review') return 'et svar fra kommunen venter på avklaring hos oss';
  if (standing.ball === 'ours' && standing.answer === 'question') return 'har spurt om noe som vi ikke har svart på';
  if (standing.ball === 'ours') return 'har svart med forbehold som vi ikke har tatt stilling til';
  const meeting = meetingAhead(standing, today, facts.extraDays);
  if (meeting !== null) return meeting;
  if (standing.delivery === 'bounced hard') return 'alle kjente adresser er avvist; finn en ny adresse';
  if (facts.inDoubt) return 'et brev til kommunen er usikkert: ingen vet om det gikk';
  return writtenToLately(standing, today, track, facts.extraDays);
}

/** The day on which the letter «hvordan gikk møtet» is due; null when no meeting was announced. */
export function dayToAskHowItWent(standing: Standing, extra: ExtraDays): IsoDate | null {
  const on = standing.details?.expectedBy ?? null;
  if (on === null || standing.closed || standing.ball !== 'theirs') return null;
  return addWorkingDays(on, WORKING_DAYS_AFTER_A_MEETING, extra);
}

/** The meeting that the letter «hvordan gikk møtet» may ask about today: three working days after it, a week at the latest. */
export function meetingToAskAbout(standing: Standing, today: IsoDate, extra: ExtraDays): IsoDate | null {
  const asked = dayToAskHowItWent(standing, extra);
  if (asked === null || asked > today || workingDaysBetween(asked, today, extra) > LATEST_CATCH_UP) return null;
  return standing.details?.expectedBy ?? null;
}

/** Once a date: a new date is a new question. */
export function afterMeetingOccasion(meeting: IsoDate): string {
  return `after-meeting ${meeting}`;
}

function meetingAhead(standing: Standing, today: IsoDate, extra: ExtraDays): string | null {
  const on = standing.details?.expectedBy ?? null;
  if (on === null) return null;
  const body = bodyWords(standing.details?.body);
  const where = body === '' ? '' : ` i ${body}`;
  if (on >= today) return `saken behandles${where} ${shortDate(on)}`;
  if (addWorkingDays(on, WORKING_DAYS_AFTER_A_MEETING, extra) > today) {
    return `saken skulle behandles${where} ${shortDate(on)}; vi venter tre virkedager på utfallet`;
  }
  return null;
}

function writtenToLately(standing: Standing, today: IsoDate, track: Track, extra: ExtraDays): string | null {
  const last = standing.lastLetterAt[track];
  if (last === null) return null;
  const day = osloDate(last);
  if (workingDaysBetween(day, today, extra) >= LEAST_WORKING_DAYS_BETWEEN_LETTERS) return null;
  return `fikk brev ${shortDate(day)}, for mindre enn ${LEAST_WORKING_DAYS_BETWEEN_LETTERS} virkedager siden`;
}
