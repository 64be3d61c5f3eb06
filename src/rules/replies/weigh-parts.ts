import type { IsoDate } from '../calendar/iso-date.ts';
import { bodiesIn, bodyRank, isElected } from '../text/bodies.ts';
import { datesIn } from '../text/dates.ts';
import { ADOPTED, DELEGATED, PAST_ACT, REJECTED, RESOLVED, WAS_TREATED } from '../text/phrases-decision.ts';
import { FOR_INFORMATION } from '../text/phrases-later.ts';
import { words } from '../text/words.ts';
import { waitingForAnswers } from './after-question.ts';
import { chosenAlternative } from './alternatives.ts';
import { type Claim, POSTPONED } from './claim.ts';
import { claimsIn } from './claims-in.ts';
import { concludeFrom, type Verdict } from './conclusion.ts';
import { type DocumentReading, readDocument } from './document.ts';
import { takeBack } from './earlier-claims.ts';
import type { KnownCampaign } from './known.ts';
import { mattersOf } from './matters.ts';
import { type PlacedSentence, placedSentences } from './sections.ts';
import type { Speakers } from './speakers.ts';
import { tickedOnly } from './ticked-options.ts';
import { doubtsOf } from './verdict-doubts.ts';
import { VOTED_PROPOSAL } from './voted-claim.ts';

/** One part of a message (the letter, an attachment), read. */
export interface ReadPart {
  name: string;
  document: DocumentReading;
  sentences: PlacedSentence[];
  /** Those among which claims were looked for: what a proposal said counts no more once there is a resolution. */
  counted: PlacedSentence[];
  claims: Claim[];
  verdict: Verdict;
}

/** Reads one part: sections, claims, and what they come to. Of minutes with several matters only those of the request. */
export function readPart(
  text: string,
  name: string,
  sentOn: IsoDate | null,
  speakers: Speakers,
  campaign: KnownCampaign | null,
): ReadPart {
  const sentences = tickedOnly(placedSentences(text, name));
  const read = (own: readonly PlacedSentence[]) => readSentences(own, name, sentOn, speakers, campaign);
  const matters = mattersOf(sentences, campaign);
  if (matters.are === 'whole') return read(sentences);
  if (matters.are === 'foreign') {
    const reason = matters.several
      ? 'Ingen av sakene i dokumentet ser ut til å gjelde henvendelsen.'
      : 'Saken i dokumentet ser ut til å gjelde noe annet enn henvendelsen.';
    return { ...undecided(read(sentences), reason), sentences: matters.head, counted: [] };
  }
  const whole = read(matters.all);
  const told = matters.each
    .map(read)
    .filter(({ verdict, document }) => verdict.conclusion !== null || document.outcome !== 'text');
  return told.some(({ verdict }) => verdict.conclusion !== whole.verdict.conclusion)
    ? undecided(whole, 'Flere saker i dokumentet kan gjelde henvendelsen, og de sier ikke det samme.')
    : whole;
}

/** For a person: what was resolved is no answer, or it cannot be told which of the resolutions is. */
function undecided(part: ReadPart, reason: string): ReadPart {
  const verdict: Verdict = { ...part.verdict, conclusion: 'unclear', stage: null, reasons: [reason], doubt: 0.5 };
  return { ...part, verdict };
}

function readSentences(
  sentences: readonly PlacedSentence[],
  name: string,
  sentOn: IsoDate | null,
  speakers: Speakers,
  campaign: KnownCampaign | null,
): ReadPart {
  const document = readDocument(sentences, sentOn);
  const around = name === 'body' ? sentences.filter(({ section }) => section === 'text') : [];
  const counted = [...document.sentences, ...around.filter(sentence => !document.sentences.includes(sentence))];
  const found = counted.flatMap(sentence => {
    const claims = claimsIn(sentence, speakers);
    const choice = sentence.section === 'text' ? chosenAlternative(sentence.folded, campaign) : null;
    return choice === null
      ? claims
      : [...claims, { kind: choice, strength: 'strong', voice: 'stated', sentence, rule: 'alternativ' } as Claim];
  });
  const more = [...meetingsAhead(counted, found, sentOn), ...waitingForAnswers(counted, found)];
  const claims = takeBack(toldOfMeeting([...found, ...more], sentences), sentences);
  return {
    name,
    document,
    sentences: [...sentences],
    counted,
    claims,
    verdict: verdictOf(claims, document, sentences),
  };
}

/** A part in which no claims are looked for, since nothing in it could be an answer. */
export function partWithoutClaims(text: string, name: string, sentOn: IsoDate | null): ReadPart {
  const sentences = placedSentences(text, name);
  const document = readDocument(sentences, sentOn);
  return { name, document, sentences, counted: document.sentences, claims: [], verdict: concludeFrom([]) };
}

/** «Formannskapet møtes 14. april», in whatever words: a body and a day that has not come. */
function meetingsAhead(
  sentences: readonly PlacedSentence[],
  claims: readonly Claim[],
  sentOn: IsoDate | null,
): Claim[] {
  if (sentOn === null) return [];
  const answering = new Set(
    claims.filter(({ kind }) => kind === 'join' || kind === 'decline').map(({ sentence }) => sentence),
  );
  return sentences
    .filter(sentence => !answering.has(sentence))
    .filter(
      ({ section, folded }) =>
        section === 'text' &&
        !folded.endsWith('?') &&
        bodiesIn(folded).some(({ body }) => isElected(body)) &&
        !FOR_INFORMATION.test(folded) &&
        datesIn(folded, sentOn, 'future').some(
          ({ date, at }) =>
            date > sentOn &&
            !isRatherPast(folded, at, date, sentOn) &&
            !/\b(?:fra|frist(?:en)?)(?: \S+){0,2} $/.test(folded.slice(0, at)),
        ) &&
        !tellsOfPastMeeting(folded, sentOn),
    )
    .map(sentence => ({ kind: 'later', strength: 'strong', voice: 'stated', sentence, rule: 'møte framover' }));
}

/** «Vedtak i formannskapet 8. september», written on 15 September: a day without a year is the nearer one. */
function isRatherPast(folded: string, at: number, ahead: IsoDate, sentOn: IsoDate): boolean {
  const behind = datesIn(folded, sentOn, 'past').find(date => date.at === at && date.date <= sentOn);
  if (behind === undefined) return false;
  return Date.parse(sentOn) - Date.parse(behind.date) < Date.parse(ahead) - Date.parse(sentOn);
}

/** «Formannskapet vedtok 14. april å slutte seg til fra 1. januar» */
function tellsOfPastMeeting(folded: string, sentOn: IsoDate): boolean {
  return (
    (PAST_ACT.test(folded) || WAS_TREATED.test(folded)) &&
    datesIn(folded, sentOn, 'past').some(({ date }) => date <= sentOn)
  );
}

function verdictOf(claims: readonly Claim[], document: DocumentReading, sentences: readonly PlacedSentence[]): Verdict {
  const placed = claims.filter(({ sentence }) => sentence.section === 'decision' || sentence.section === 'proposal');
  const core = concludeFrom(placed);
  const around = claims.filter(({ sentence }) => sentence.section === 'text');
  let verdict: Verdict;
  if (document.outcome === 'text' || core.conclusion === null) verdict = concludeFrom(claims);
  else verdict = joinedWith(core, around);
  if (document.outcome === 'recommended' && verdict.stage === 'decided') verdict = { ...verdict, stage: 'recommended' };
  if (
    document.outcome === 'decided' &&
    core.conclusion !== null &&
    verdict.stage === 'stated' &&
    verdict.conclusion !== 'deferred'
  )
    verdict = { ...verdict, stage: 'decided' };
  if (document.doubtful)
    verdict = {
      ...verdict,
      reasons: [...verdict.reasons, 'Det går ikke fram hvilket forslag som ble vedtatt.'],
      doubt: verdict.doubt + 0.3,
    };
  return doubtsOf(withOpenBody(beforeHigherBody(postponed(verdict, around), claims), claims, sentences), sentences);
}

/** «Forslag: … slutter seg til. Kommunestyret vedtok å utsette saken»: a proposal that was put off is no answer. */
function postponed(verdict: Verdict, around: readonly Claim[]): Verdict {
  const off = around.filter(({ rule }) => rule === POSTPONED);
  if (off.length === 0 || verdict.stage !== 'recommended') return verdict;
  return { conclusion: 'deferred', stage: 'stated', because: off, reasons: [], doubt: 0 };
}

/** The letter around a resolution may add conditions; what it says of later meetings belongs to a proposal. */
function joinedWith(core: Verdict, around: readonly Claim[]): Verdict {
  const beside = concludeFrom(around);
  const opposite =
    (core.conclusion === 'joined' && beside.conclusion === 'declined') ||
    (core.conclusion === 'declined' && (beside.conclusion === 'joined' || beside.conclusion === 'conditional'));
  if (opposite && beside.doubt < 0.3 && core.stage !== 'recommended') {
    return {
      conclusion: 'unclear',
      stage: null,
      because: [...core.because, ...beside.because],
      reasons: ['Vedtaket og brevet sier hver sitt.'],
      doubt: 0.5,
    };
  }
  return core;
}

/** «Vedtatt mot 1 stemme.», «Enstemmig vedtatt.» on a line of its own: what stands above it was adopted. */
const VOTED_TAIL = words(/^(?:enstemmig )?vedtatt\b(?!.{0,40}\b(?:ikke|innstilling til|utsett)).{0,60}$/u);

/** «Ved votering: 21 for, 0 mot.», «Stemmetallene var 14 mot 9» */
const VOTE_COUNT = words(
  /^(?:ved|etter) (?:[^\s]+ )?(?:votering|avstemning|avstemming)(?:en)?\b(?!.{0,80}\b(?:utsatt|utsette|utsettes|tilbake)\b)|\bstemmetall\p{L}* (?:var|ble)\b|\b\d{1,2} (?:stemte )?for,? (?:og )?\d{1,2} (?:stemte )?mot\b/u,
);

/** «Formannskapet behandlet saken i går. Vi kan være med …»: what the office tells is what the body decided. */
function toldOfMeeting(claims: readonly Claim[], sentences: readonly PlacedSentence[]): Claim[] {
  const met = sentences.some(
    ({ folded, section }) =>
      (section === 'text' || (section === 'head' && folded.endsWith(':'))) &&
      (WAS_TREATED.test(folded) || RESOLVED.test(folded) || VOTED_PROPOSAL.test(folded)) &&
      bodiesIn(folded).some(({ body }) => isElected(body)) &&
      !/\b(?:skal|blir|innstilte|ikke)\b/.test(folded.split(/: | at /)[0] ?? folded),
  );
  const voted = sentences.some(
    ({ folded, section }) => section === 'text' && (VOTED_TAIL.test(folded) || VOTE_COUNT.test(folded)),
  );
  const delegated = sentences.some(
    ({ folded, section }) =>
      section === 'text' && DELEGATED.test(folded) && PAST_ACT.test(folded) && !/\bikke\b/.test(folded),
  );
  if (!met && !voted && !delegated) return [...claims];
  return claims.map(claim =>
    claim.voice === 'stated' && claim.strength === 'strong' && claim.sentence.section === 'text'
      ? { ...claim, voice: 'decided' }
      : claim,
  );
}

/** Danger: a plain yes beside a body that has not acted («… men vi må ha det gjennom kommunestyret») may be no yes yet. */
function withOpenBody(verdict: Verdict, claims: readonly Claim[], sentences: readonly PlacedSentence[]): Verdict {
  if (verdict.stage !== 'stated' || (verdict.conclusion !== 'joined' && verdict.conclusion !== 'declined'))
    return verdict;
  const open = sentences.some(
    ({ section, folded }) =>
      section === 'text' &&
      bodiesIn(folded).some(({ body }) => isElected(body)) &&
      !PAST_ACT.test(folded) &&
      !ADOPTED.test(folded) &&
      !REJECTED.test(folded) &&
      !FOR_INFORMATION.test(folded) &&
      !/\bvedta(?:k|tt)/.test(folded) &&
      !/\bsvarer (?:selv|hver)|behandler saken sin\b/.test(folded),
  );
  const others = claims.some(({ kind }) => kind === 'later');
  if (!open || (!others && verdict.conclusion === 'declined')) return verdict;
  return {
    ...verdict,
    reasons: [...verdict.reasons, 'Svaret nevner et møte som ikke har vært.'],
    doubt: verdict.doubt + 0.2,
  };
}

/** Rules by which a meeting lies ahead. */
const AHEAD: ReadonlySet<string> = new Set(['skal behandles', 'skal til behandling', 'møte framover']);

/** «Formannskapet vedtok å delta. Kommunestyret behandler saken 24. september»: until the higher body has met it is a proposal. */
function beforeHigherBody(verdict: Verdict, claims: readonly Claim[]): Verdict {
  if (verdict.stage !== 'decided' || verdict.conclusion === 'deferred') return verdict;
  const ranks = verdict.because.flatMap(({ sentence }) => bodiesIn(sentence.folded).map(({ body }) => bodyRank(body)));
  const acted = Math.max(0, ...ranks);
  const ahead = claims.some(
    ({ kind, sentence, rule }) =>
      kind === 'later' &&
      AHEAD.has(rule) &&
      !verdict.because.some(other => other.sentence === sentence) &&
      bodiesIn(sentence.folded).some(({ body }) => bodyRank(body) > acted),
  );
  return ahead ? { ...verdict, stage: 'recommended' } : verdict;
}
