import type { IsoDate } from '../calendar/iso-date.ts';
import { bodiesIn, bodyRank, isElected, officersIn } from '../text/bodies.ts';
import { DECIDES, DELEGATED, PAST_ACT, REJECTED, WAS_TREATED } from '../text/phrases-decision.ts';
import { FOR_INFORMATION } from '../text/phrases-later.ts';
import { words } from '../text/words.ts';
import type { Verdict } from './conclusion.ts';
import type { ExpectedDay } from './expected-day.ts';
import type { Fact } from './fact.ts';
import type { Body } from './reading.ts';
import type { PlacedSentence } from './sections.ts';
import type { ReadPart } from './weigh-parts.ts';

/** Who decides, or who decided. Null where an office only states what is so. */
export function bodyOf(
  verdict: Verdict,
  main: ReadPart | null,
  parts: readonly ReadPart[],
  sentOn: IsoDate | null,
  expected: ExpectedDay | null,
): Fact<Body> | null {
  if (main === null) return null;
  if (verdict.stage === 'decided' && verdict.conclusion !== 'deferred') return decidingBody(main, verdict, sentOn);
  if (expected !== null && expected.body !== null) return { value: expected.body, sentence: expected.sentence };
  if (verdict.stage === 'recommended') {
    const body = askedBody(parts) ?? main.document.body;
    const shown = main.document.meetings.find(meeting => meeting.body === body)?.sentence ?? main.document.sentences[0];
    if (body !== null && shown !== undefined) return { value: body, sentence: shown };
  }
  if (verdict.conclusion === 'question' || verdict.conclusion === 'joined' || verdict.conclusion === 'declined')
    return null;
  return treatingBody(parts);
}

/** «Formannskapet behandler saken», «når kommunestyret har sagt sitt»: of the sentences that promise, the highest. */
function treatingBody(parts: readonly ReadPart[]): Fact<Body> | null {
  const sentences = parts
    .flatMap(({ claims }) => claims)
    .filter(({ kind }) => kind === 'later' || kind === 'condition')
    .map(({ sentence }) => sentence);
  const letter = parts.find(({ name }) => name === 'body');
  const told = highest(sentences, true) ?? minutesBody(parts);
  if (told !== null || letter === undefined) return told;
  return (letter.document.outcome === 'decided' ? lineOfBody(letter) : null) ?? onlyBody(letter);
}

/** A case that was put off in minutes: the body that put it off. */
function minutesBody(parts: readonly ReadPart[]): Fact<Body> | null {
  for (const { document, claims } of parts) {
    const [meeting] = document.meetings.filter(({ body }) => document.body === null || body === document.body);
    if (meeting !== undefined && claims.some(({ kind }) => kind === 'later'))
      return { value: meeting.body, sentence: meeting.sentence };
  }
  return null;
}

const TO_BODY = words(
  /\b(?:innstilling|forslag|tilråding|anbefaling)(?:en)?(?: \p{L}+){0,2} (?:til|overfor) (?=\p{L}*(?:styre|formannskap|ting))|\b(?:tilrår|tilrå|anbefaler|anbefale|innstiller|innstille|rår)(?: \p{L}+){0,2}? (?:til |overfor )?(?=\p{L}*(?:styret|skapet|tinget))|\bdet (?:er|blir) (?=\p{L}*(?:styret|skapet|tinget) som (?:\p{L}+ ){0,2}?(?:avgjør|avgjøre|bestemmer|bestemme|vedtar|vedta|beslutter|fatter|har siste ord|tar (?:den )?(?:endelig|avgjørels|beslutning|stilling)))/gu,
);

/** «formannskapets innstilling til kommunestyret», «tilrår kommunestyret å»: to whom it is proposed. */
function askedBody(parts: readonly ReadPart[]): Body | null {
  let best: Body | null = null;
  for (const { folded } of parts.flatMap(({ sentences }) => sentences)) {
    for (const match of folded.matchAll(TO_BODY)) {
      const end = match.index + match[0].length;
      const [asked] = bodiesIn(folded.slice(end, end + 40)).filter(({ at, body }) => at === 0 && isElected(body));
      if (asked !== undefined && bodyRank(asked.body) > bodyRank(best ?? 'rådmannen')) best = asked.body;
    }
  }
  return best;
}

function tellsDecision(folded: string): boolean {
  return (
    [DECIDES, WAS_TREATED, DELEGATED, PAST_ACT, REJECTED].some(pattern => pattern.test(folded)) &&
    !FOR_INFORMATION.test(folded)
  );
}

/** «Truffet av: Rådmannen»: a row of a decision's table that names who made it. */
export const MADE_BY = words(/^(?:truffet|fattet|avgjort|vedtatt|besluttet) av:? /u);

/** Of the table's row, else of the sentences that tell the decision: an elected body before a person. */
export function decidingBody(main: ReadPart, verdict: Verdict, sentOn: IsoDate | null): Fact<Body> | null {
  const row = main.document.meetings.findLast(
    ({ body, date }) => body === main.document.body && (date === null || sentOn === null || date <= sentOn),
  );
  if (row !== undefined) return { value: row.body, sentence: row.sentence };
  const telling = main.sentences.filter(
    ({ folded, section }) => section !== 'proposal' && section !== 'background' && tellsDecision(folded),
  );
  const because = verdict.because.map(({ sentence }) => sentence).filter(({ folded }) => tellsDecision(folded));
  const sentences = [...because, ...telling];
  return (
    first(main.sentences, ({ folded }) => (MADE_BY.test(folded) && folded.length < 160 ? bodiesIn(folded) : [])) ??
    highest(sentences, true) ??
    lineOfBody(main) ??
    first(sentences, ({ folded }) => bodiesIn(folded).filter(({ body }) => !isElected(body))) ??
    delegated(main) ??
    onlyBody(main)
  );
}

/** «Formannskapet slutter seg til rådmannens vurdering. Vedtatt 29.9.»: no other body is named. */
function onlyBody(main: ReadPart): Fact<Body> | null {
  const named = main.sentences.flatMap(sentence =>
    sentence.section === 'background' || sentence.section === 'proposal' || FOR_INFORMATION.test(sentence.folded)
      ? []
      : bodiesIn(sentence.folded)
          .filter(({ body }) => isElected(body))
          .map(({ body }) => ({ value: body, sentence })),
  );
  return new Set(named.map(({ value }) => value)).size === 1 ? (named[0] ?? null) : null;
}

/** «Kommunestyret 19.10.2026, sak 58/26:» above a decision. */
function lineOfBody(main: ReadPart): Fact<Body> | null {
  const lines = main.sentences.filter(
    ({ folded, section }) =>
      section !== 'proposal' && section !== 'background' && folded.length < 110 && /\d/.test(folded),
  );
  return first(lines, ({ folded }) => bodiesIn(folded).filter(({ body, at }) => isElected(body) && at < 50));
}

/** A paper ends with who signed it. */
const SIGNATURE_LINES = 6;

/** A decision by delegation: the officer who made it, wherever the text names one. */
function delegated(main: ReadPart): Fact<Body> | null {
  if (!main.sentences.some(({ folded }) => DELEGATED.test(folded))) return null;
  const named = main.sentences.filter(({ section }) => section !== 'proposal' && section !== 'background');
  return (
    first(named, ({ folded }) => (DELEGATED.test(folded) ? officersIn(folded) : [])) ??
    first(named, ({ folded }) => bodiesIn(folded).filter(({ body }) => !isElected(body))) ??
    first(named.slice(-SIGNATURE_LINES), ({ folded }) => officersIn(folded))
  );
}

/** The highest body that the sentences name as acting; the first sentence that names it. */
function highest(sentences: readonly PlacedSentence[], elected: boolean): Fact<Body> | null {
  const found = sentences.flatMap(sentence =>
    bodiesIn(sentence.folded)
      .filter(({ body, at, end }) => isElected(body) === elected && !isProposer(sentence.folded, at, end))
      .map(({ body }) => ({ value: body, sentence })),
  );
  return found.reduce<Fact<Body> | null>(
    (one, other) => (one === null || bodyRank(other.value) > bodyRank(one.value) ? other : one),
    null,
  );
}

function first(
  sentences: readonly PlacedSentence[],
  bodies: (sentence: PlacedSentence) => readonly { body: Body }[],
): Fact<Body> | null {
  for (const sentence of sentences) {
    const [found] = bodies(sentence);
    if (found !== undefined) return { value: found.body, sentence };
  }
  return null;
}

const PROPOSAL_AFTER = words(/^(?: sitt?| si| sin)? ?(?:innstilling|forslag|anbefaling|vurdering|tilråding)/u);
const PREPARES = words(/^ (?:innstilte|innstiller|tilrådde|tilrår|anbefalte|anbefaler|foreslo|foreslår)\b/u);

/** «ingen så grunn til å sende den videre til kommunestyret»: a body that never gets it. */
const NOT_SENT_ON = words(
  /\b(?:ingen|ikke|uten)\b[^.;,]{0,60}\b(?:send\p{L}*|løft\p{L}*|legge\p{L}*|bring\p{L}*)\b[^.;,]{0,30}\b(?:til|for) (?:\p{L}+ )?$/u,
);

/** «rådmannens innstilling», «formannskapet innstilte»: who proposed, not who decided. */
function isProposer(folded: string, at: number, end: number): boolean {
  const after = folded.slice(end);
  if (NOT_SENT_ON.test(folded.slice(Math.max(0, at - 110), at))) return true;
  return (
    (/s$/.test(folded.slice(at, end)) && PROPOSAL_AFTER.test(after)) ||
    PREPARES.test(after) ||
    /^ si(?:tt|n)? (?:innstilling|forslag|tilråding)/.test(after)
  );
}
