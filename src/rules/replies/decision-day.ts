import { addDays } from '../calendar/add-days.ts';
import type { IsoDate } from '../calendar/iso-date.ts';
import { bodiesIn, bodyRank, isElected } from '../text/bodies.ts';
import { type DateMention, datesIn } from '../text/dates.ts';
import { ADOPTED, DECIDES, DELEGATED, PAST_ACT, REJECTED, WAS_TREATED } from '../text/phrases-decision.ts';
import { FOR_INFORMATION } from '../text/phrases-later.ts';
import { words } from '../text/words.ts';
import { type DateWindow, isOfOthers, roleOf, windowOf } from './date-role.ts';
import { MADE_BY } from './deciding-body.ts';
import type { Fact } from './fact.ts';
import type { PlacedSentence } from './sections.ts';
import { ownWordsOf, type Speakers } from './speakers.ts';
import type { ReadPart } from './weigh-parts.ts';

/**
 * The day of the decision: of the meeting table's row, of the minutes' heading, or of a sentence that tells the
 * decision. The date of a letter is none; that of a delegated decision is, since nobody met.
 */
export function decisionDay(
  main: ReadPart,
  parts: readonly ReadPart[],
  sentOn: IsoDate | null,
  speakers: Speakers | null,
): Fact<IsoDate> | null {
  const held = main.document.meetings.filter(
    ({ date, body }) =>
      date !== null &&
      (sentOn === null || date <= sentOn) &&
      (main.document.body === null || body === main.document.body),
  );
  const row = held.at(-1);
  if (row !== undefined && row.date !== null) return { value: row.date, sentence: row.sentence };
  const telling = main.sentences.filter(({ section }) => section !== 'background' && section !== 'proposal');
  const told = dayTold(telling, sentOn, speakers) ?? dayOfHead(main, sentOn);
  if (told !== null) return told;
  if (main.name === 'body') return dayOfDelegation(main, sentOn);
  const letter = parts.find(({ name }) => name === 'body');
  return (letter === undefined ? null : dayTold(letter.sentences, sentOn, speakers)) ?? dayOfPaper(main, sentOn);
}

/** The day of a decision that sentences tell of, whatever the decision says: of the highest body, then the latest. */
export function dayTold(
  sentences: readonly PlacedSentence[],
  sentOn: IsoDate | null,
  speakers: Speakers | null,
): Fact<IsoDate> | null {
  const found = sentences.flatMap(sentence => {
    const folded = ownWordsOf(sentence);
    if (!tellsDecision(sentence, folded) || FOR_INFORMATION.test(folded)) return [];
    const dates = datesIn(folded, sentOn, 'past');
    return dates.flatMap(date => {
      if (!isBehind(date, sentOn) || date.vague) return [];
      const window = windowOf(date, dates, folded);
      if (speakers !== null && isOfOthers(window, speakers)) return [];
      if (isOfProposal(window) || roleInPast(date, window, folded) === 'not-theirs') return [];
      return [{ value: date.date, sentence, rank: rankBeside(window) }];
    });
  });
  found.sort((a, b) => b.rank - a.rank || b.value.localeCompare(a.value));
  return found[0] ?? null;
}

/** A day without a year that would lie farther back is one ahead. */
const FARTHEST_WITHOUT_YEAR = 300;

function isBehind({ date, yearGiven }: DateMention, sentOn: IsoDate | null): boolean {
  if (sentOn === null) return true;
  return date <= sentOn && (yearGiven || date >= addDays(sentOn, -FARTHEST_WITHOUT_YEAR));
}

/** «Formannskapet 11.03.14, sak 19/14»: a line that names a body and its day. */
const LINE_OF_MEETING = words(
  /\b(?:sak|saksnr|ps|fs|møte|møtedato|behandling|behandlet|vedtak|saksprotokoll|møtebok|særutskrift|utskrift|protokoll|enstemmig|ja|nei|mot \d+)\b/u,
);

/** «har i møtet torsdag sagt ja» */
const HAS_ACTED = words(
  /\b(?:har|er)\b[^.;]{0,60}\b(?:sagt|gitt|gått|gjort|tatt stilling|sluttet|takket|valgt|oppe)\b/u,
);

/** «fikk innstillingen 9 av 21 stemmer» */
const COUNTED = words(/\bfikk (?:[^\s]+ ){0,5}?\d{1,2}(?: av \d{1,2})? stemmer?\b/u);

function tellsDecision({ section, heading }: PlacedSentence, folded: string): boolean {
  if (section === 'decision' || DECIDES.test(folded) || WAS_TREATED.test(folded) || DELEGATED.test(folded)) return true;
  if (!bodiesIn(folded).some(({ body }) => isElected(body))) return /^vedtatt\b/.test(folded);
  if (
    COUNTED.test(folded) ||
    PAST_ACT.test(folded) ||
    HAS_ACTED.test(folded) ||
    REJECTED.test(folded) ||
    ADOPTED.test(folded)
  )
    return true;
  return (
    folded.length < 120 &&
    (LINE_OF_MEETING.test(folded) || heading === folded || /^\p{L}+ [^,]{0,20}\d[^,]{0,12}$/u.test(folded))
  );
}

const PROPOSES = words(
  /\b(?:innstilte|innstiller|innstilt|tilrå\p{L}*|anbefal\p{L}*|foresl\p{L}*|forhåndsdrøft\p{L}*|orienter\p{L}*|utsatt|utsette|utsatte|utsettes)\b/u,
);
const PROPOSAL = words(/\b(?:innstilling\p{L}*|forslag\p{L}*|gjelde|gjeldende|fra og med)\b/u);

/** «slik formannskapet innstilte på 1. september»: a body that only prepared. */
function isOfProposal({ before, after }: DateWindow): boolean {
  const near = `${before} ${after}`.replace(/forslag til vedtak/g, ' ');
  if (COUNTED.test(near) || DECIDES.test(near) || ADOPTED.test(near) || REJECTED.test(near)) return false;
  return PROPOSES.test(near) || (PROPOSAL.test(near) && !PAST_ACT.test(near));
}

/** «vedtak fra i går», «vedtaket er datert 10. mars» */
const OF_DECISION = words(
  /\b(?:vedtak\p{L}*|møte\p{L}*|behandling\p{L}*)(?: \p{L}+){0,2} (?:fra|datert|av)(?: den)? $/u,
);
const NOT_PAST = words(/\b(?:fra|gjelder fra|pr\.?|per|siden)(?: den)? ?$/u);

function roleInPast(date: DateMention, window: DateWindow, folded: string): string {
  if (OF_DECISION.test(window.before)) return 'meeting';
  if (NOT_PAST.test(window.before)) return 'not-theirs';
  return roleOf(date, window, folded, []);
}

function rankBeside({ before, after }: DateWindow): number {
  return Math.max(0, ...bodiesIn(`${before} ${after}`).map(({ body }) => bodyRank(body)));
}

/** «Møtedato: 10.09.2026» under «Utvalg: Kommunestyret». */
function dayOfHead(main: ReadPart, sentOn: IsoDate | null): Fact<IsoDate> | null {
  let met = false;
  for (const sentence of main.sentences.filter(isOfHead)) {
    met ||=
      bodiesIn(sentence.folded).some(({ body }) => isElected(body)) || /\bmøte(?:dato|sted)\b/.test(sentence.folded);
    if (!met || sentence.folded.length > 240) continue;
    const date = datesIn(sentence.folded, null, 'past').find(one => sentOn === null || one.date <= sentOn);
    if (date !== undefined) return { value: date.date, sentence };
  }
  return null;
}

/** «Utvalg: Formannskapet Møtested: Rådhuset Dato: 21.01.2014 …»: the lines of a head that a converter made one. */
const ONE_LINE_HEAD = words(
  /^(?:utvalg|møteprotokoll|møtebok|protokoll|saksprotokoll)\b[^.]{0,140}?\b(?:møte)?dato:? ?\d/u,
);

function isOfHead({ section, folded }: PlacedSentence): boolean {
  return (
    (section === 'head' && folded.length <= 160) ||
    (section === 'text' && (ONE_LINE_HEAD.test(folded) || MEETING_DATE.test(folded)))
  );
}

/** «Møtedato: 04.03.2014» on a line of its own, pasted into the mail. */
const MEETING_DATE = words(/^(?:[^.]{0,140} )?(?:møtedato|vedtaksdato|dato for (?:møtet?|vedtak\p{L}*)):? ?\d/u);

const DATE_LINE = words(/^(?:vedtaks|avgjørelses)?dato\b/u);

/** «Truffet av: Rådmannen … Dato: 12.12.2013»: a delegated decision written as a table in the mail itself. */
function dayOfDelegation(main: ReadPart, sentOn: IsoDate | null): Fact<IsoDate> | null {
  if (!main.sentences.some(({ folded }) => DELEGATED.test(folded))) return null;
  if (!main.sentences.some(({ folded }) => MADE_BY.test(folded))) return null;
  for (const sentence of main.sentences.filter(({ folded }) => DATE_LINE.test(folded) && folded.length < 60)) {
    const date = datesIn(sentence.folded, null, 'past').find(one => sentOn === null || one.date <= sentOn);
    if (date !== undefined) return { value: date.date, sentence };
  }
  return null;
}

/** «Dato: 04.03.2014» in the head of a delegated decision. */
function dayOfPaper(main: ReadPart, sentOn: IsoDate | null): Fact<IsoDate> | null {
  if (!main.sentences.some(({ folded }) => DELEGATED.test(folded))) return null;
  for (const sentence of main.sentences.filter(({ section }) => section === 'head')) {
    const date = datesIn(sentence.folded, null, 'past').find(one => sentOn === null || one.date <= sentOn);
    if (date !== undefined) return { value: date.date, sentence };
  }
  return null;
}
