import { addDays } from '../calendar/add-days.ts';
import type { IsoDate } from '../calendar/iso-date.ts';
import { bodiesIn, bodyRank, isElected } from '../text/bodies.ts';
import { type DateMention, datesIn } from '../text/dates.ts';
import { REJECTED } from '../text/phrases-decision.ts';
import { words } from '../text/words.ts';
import type { Verdict } from './conclusion.ts';
import { type DateWindow, isOfOthers, roleOf, windowOf } from './date-role.ts';
import type { Fact } from './fact.ts';
import type { KnownCampaign } from './known.ts';
import type { Body } from './reading.ts';
import type { PlacedSentence } from './sections.ts';
import { ownWordsOf, type Speakers } from './speakers.ts';
import type { ReadPart } from './weigh-parts.ts';

export interface ExpectedDay extends Fact<IsoDate> {
  /** The body that meets on that day, when it stands beside it. */
  body: Body | null;
}

interface Candidate extends ExpectedDay {
  score: number;
}

/** A day without a year that would lie farther ahead is last year's, or a slip; no answer is promised for the year after next. */
const FARTHEST_WITHOUT_YEAR = 300;
const FARTHEST = 400;

/** The day on which the answer or decision is said to come: a meeting's day before a promise, an exact day before a week. */
export function expectedDay(
  verdict: Verdict,
  parts: readonly ReadPart[],
  sentOn: IsoDate | null,
  campaign: KnownCampaign | null,
  speakers: Speakers | null,
): ExpectedDay | null {
  if (!mayExpect(verdict)) return null;
  const promised = new Set(
    parts
      .flatMap(({ claims }) => claims)
      .filter(({ kind }) => kind === 'later' || kind === 'condition' || kind === 'question-first')
      .map(({ sentence }) => sentence.literal),
  );
  const candidates = parts.flatMap(part =>
    part.sentences
      .filter(sentence => isTold(sentence, part, verdict))
      .flatMap(sentence => daysOf(sentence, promised.has(sentence.literal), verdict, sentOn, campaign, speakers)),
  );
  candidates.sort((a, b) => b.score - a.score);
  return candidates[0] ?? meetingAhead(parts, sentOn);
}

/** A decision has been made, and a plain yes or no needs none; an answer that cannot be told may still name its meeting. */
function mayExpect({ conclusion, stage }: Verdict): boolean {
  if (conclusion === 'joined' || conclusion === 'declined') return stage === 'recommended';
  return conclusion !== 'conditional' || stage !== 'decided';
}

/** The letter's own sentences, and the last word of minutes («Saken utsettes til 10. april»). */
function isTold({ section, folded }: PlacedSentence, part: ReadPart, verdict: Verdict): boolean {
  if (section === 'decision' || section === 'proceedings') return verdict.conclusion === 'deferred';
  if (section === 'proposal') return verdict.stage === 'recommended' && GOES_ON_TO.test(folded);
  if (section !== 'text' && !(section === 'head' && part.name === 'body')) return false;
  return !REJECTED.test(folded);
}

/** «Kommunestyret behandler saken 28.10.2026.» below a proposal of the formannskap. */
const GOES_ON_TO = words(
  /^(?:\p{L}+styret|fylkestinget|formannskapet|saken|endelig behandling)\b[^.]{0,60}\b(?:behandler|behandles|behandle|skjer|tas opp|avgjør|avgjøres)\b/u,
);

const NEW_MEETING = words(/\b(?:nytt|neste|nye) møte\p{L}*|\bny (?:møte)?dato\b/u);
const PUT_OFF_TO = words(/\b(?:utsatt|utsatte|utsettes|utsette|flyttet|flyttes)\b[^.;]{0,30}\btil (?:den )?$/u);
const BEFORE_DAY = /(?:\btil|\binnen|\bden) (?:\p{L}+dag )?$/u;

function daysOf(
  sentence: PlacedSentence,
  promises: boolean,
  verdict: Verdict,
  sentOn: IsoDate | null,
  campaign: KnownCampaign | null,
  speakers: Speakers | null,
): Candidate[] {
  const folded = ownWordsOf(sentence);
  const dates = datesIn(folded, sentOn, 'future');
  return dates.flatMap(date => {
    if (!isAhead(date, sentOn)) return [];
    const window = windowOf(date, dates, folded);
    if (speakers !== null && isOfOthers(window, speakers)) return [];
    const role = roleOf(date, window, folded, campaign?.deadlines ?? []);
    const body = bodyBeside(window);
    if (!hasMonth(date) && isPast(window)) return [];
    const tells =
      role === 'meeting' && (body !== null || /møte|samling|ny dato/u.test(`${window.before} ${window.after}`));
    if (verdict.conclusion === 'unclear' && body === null && !promises && !NEW_MEETING.test(window.before)) return [];
    if (role === 'not-theirs' || (!promises && !tells) || !isExactEnough(date, verdict, role, tells)) return [];
    const score =
      { meeting: 4, extension: 3, answer: 2, other: 1 }[role] +
      (date.vague ? 0 : 2) +
      (promises ? 1 : 0) +
      (body === null ? 0 : bodyRank(body) / 2) +
      (PUT_OFF_TO.test(window.before) ? 2 : 0) +
      (BEFORE_DAY.test(window.before) ? 0.25 : 0);
    return [{ value: date.date, sentence, body, score }];
  });
}

function isAhead({ date, yearGiven }: DateMention, sentOn: IsoDate | null): boolean {
  if (sentOn === null) return true;
  return date >= sentOn && date <= addDays(sentOn, yearGiven ? FARTHEST : FARTHEST_WITHOUT_YEAR);
}

const HAS_PASSED = words(
  /\b(?:behandlet|behandla|vedtok|vedtatt|sa|hadde|var|ble|godkjente|godkjent|møttes|utsatte|sagt|gitt|gikk|tok)\b/u,
);
const STILL_AHEAD = words(
  /\b(?:skal|vil|blir|kommer|må|kan|bør|ny|nytt|igjen|neste|tas|tar|møtes|planlagt|til|før|når|satt opp|flyttet til|ført opp)\b/u,
);

/** «24. september» lies ahead whatever the verb; «tirsdag» and «den 8.» lie where the verb says. */
function hasMonth({ text, yearGiven }: DateMention): boolean {
  return yearGiven || !/^\D*$|^(?:den|møte) \d|dag(?: den)? \d{1,2}\.?$/u.test(text);
}

/** «Formannskapet behandlet saken tirsdag»: the Tuesday before. */
function isPast({ before, after }: DateWindow): boolean {
  const passed = HAS_PASSED.test(before) || (/\bhar\b/.test(before) && HAS_PASSED.test(after));
  return passed && !STILL_AHEAD.test(before);
}

/** «i desember» is a day for an answer that is to come; beside a standpoint only with the meeting that it speaks of. */
function isExactEnough({ vague }: DateMention, { conclusion }: Verdict, role: string, tells: boolean): boolean {
  if (!vague || conclusion === 'deferred') return true;
  return conclusion === 'conditional' ? role === 'meeting' : tells && conclusion !== 'unclear';
}

/** The highest body in the words of a day; of those before it the nearest counts. */
function bodyBeside({ before, after }: DateWindow): Body | null {
  const elected = (text: string) => bodiesIn(text).filter(({ body }) => isElected(body));
  return elected(before).at(-1)?.body ?? elected(after)[0]?.body ?? null;
}

/** The row of the meeting table, or of a line of the head, whose day has not come: of the highest body. */
function meetingAhead(parts: readonly ReadPart[], sentOn: IsoDate | null): ExpectedDay | null {
  if (sentOn === null) return null;
  const rows = parts
    .flatMap(({ document }) => document.meetings)
    .filter(({ date }) => date !== null && date >= sentOn)
    .map(({ date, body, sentence }) => ({ value: date ?? '', body, sentence }));
  const all = rows.length > 0 ? rows : parts.flatMap(({ sentences }) => headMeetings(sentences, sentOn));
  all.sort((a, b) => bodyRank(b.body ?? 'other') - bodyRank(a.body ?? 'other') || a.value.localeCompare(b.value));
  return all[0] ?? null;
}

const MEETING_LINE =
  /møte|utvalg|saksgang|behandles|behandling|saksutredning|saksframlegg|sakskart|saksliste|saksnr|sak \d|ps \d/u;

/** «Møtedato: 24.09.2026» under «Utvalg: Kommunestyret», «Saksutredning for formannskapet 22. september 2026». */
function headMeetings(sentences: readonly PlacedSentence[], sentOn: IsoDate): ExpectedDay[] {
  const head = headOf(sentences);
  const bodies = head.flatMap(({ folded }) => bodiesIn(folded)).filter(({ body }) => isElected(body));
  const only = new Set(bodies.map(({ body }) => body)).size === 1 ? (bodies[0]?.body ?? null) : null;
  return head.flatMap(sentence => {
    const dates = datesIn(sentence.folded, null, 'future');
    return dates.flatMap(date => {
      const body =
        bodyBeside(windowOf(date, dates, sentence.folded)) ?? (/møte|dato/.test(sentence.folded) ? only : null);
      const isMeeting = body !== null && (MEETING_LINE.test(sentence.folded) || sentence.folded.length < 60);
      return isMeeting && date.date >= sentOn ? [{ value: date.date, sentence, body }] : [];
    });
  });
}

/** The short lines above the first proposal, reasons or resolution; a title («Saksutredning for …») may open a section itself. */
export function headOf(sentences: readonly PlacedSentence[]): PlacedSentence[] {
  const end = sentences.findIndex(
    ({ section }) => section === 'proposal' || section === 'decision' || section === 'proceedings',
  );
  return sentences
    .slice(0, end === -1 ? 15 : end)
    .filter(({ section, heading, folded }) => folded.length < 160 && (section === 'head' || heading === folded));
}
