import type { Instant, IsoDate } from '../calendar/iso-date.ts';
import { type ClauseKind, clausesOf } from '../text/clauses.ts';
import { deniesSomething } from '../text/negation.ts';
import { casesByReference, casesByToken } from './cases-in-mail.ts';
import type { Claim } from './claim.ts';
import type { Known } from './known.ts';
import { knownIndex } from './known-index.ts';
import type { CampaignMatch } from './match-campaign.ts';
import type { Answering } from './match-sender.ts';
import type { Message } from './message.ts';
import type { Body, Conclusion, Reading, Stage } from './reading.ts';
import type { ReadingTrace } from './reading-trace.ts';
import type { PlacedSentence, Section } from './sections.ts';
import { houseOf, type SenderHouse } from './sender-house.ts';
import { ownWordsOf } from './speakers.ts';
import { understandReply } from './understand-reply.ts';
import type { ReadPart } from './weigh-parts.ts';

/** A message as it was understood, for a person who wants to follow it. Every value is one that the reader worked with. */
export interface Explanation {
  message: Message;
  reading: Reading;
  /** Null when there was no letter to weigh. */
  understood: {
    body: ExplainedBody;
    sender: ExplainedSender;
    campaign: { match: CampaignMatch; answersLetterOf: Instant | null };
    parts: ExplainedPart[];
    /** The claims that the conclusion rests on. */
    because: ExplainedClaim[];
  } | null;
}

export interface ExplainedBody {
  /** Lines of the mail that were taken for earlier mails. */
  historyLines: number;
  history: 'none' | 'ours' | 'other';
  signature: string;
  /** Words of somebody else that the mail passes on, and that were read. */
  passesOn: boolean;
  /** Plain text and HTML say different things. */
  twoTexts: boolean;
}

export interface ExplainedSender {
  answering: Answering;
  house: SenderHouse;
  /** Municipalities whose token or own case number the mail bears. */
  byToken: string[];
  byReference: string[];
}

export interface ExplainedPart {
  name: string;
  outcome: ReadPart['document']['outcome'];
  doubtful: boolean;
  body: Body | null;
  meetings: { body: Body; date: IsoDate | null }[];
  conclusion: Conclusion | null;
  stage: Stage | null;
  reasons: string[];
  /** The reading rests mainly on this part. */
  isMain: boolean;
  sentences: ExplainedSentence[];
}

export interface ExplainedSentence {
  literal: string;
  section: Section;
  /** Folded; '' when nothing opened the section. */
  heading: string;
  sectionNumber: number;
  /** False where no claim was looked for: proposals beside a resolution, reasons, the title. */
  counts: boolean;
  claims: ExplainedClaim[];
}

export interface ExplainedClaim extends Omit<Claim, 'sentence' | 'clause'> {
  literal: string;
  part: string;
  /** The clause that says it, when the sentence has several. */
  clause: string | null;
  clauses: { kind: ClauseKind; text: string }[];
  denied: boolean;
  /** The conclusion rests on it. */
  decides: boolean;
}

/** Reads a message and tells how: what it shows is what the reader itself saw on the way. */
export function explainReading(message: Message, known: Known): Explanation {
  const seen: ReadingTrace[] = [];
  const reading = understandReply(message, known, trace => seen.push(trace));
  const trace = seen.at(-1) ?? null;
  // A report of a mail server, or a mail that could not be read: there was nothing to weigh.
  if (trace === null) return { message, reading, understood: null };
  const { match } = trace;
  const letters = match.campaign?.sent ?? [];
  const answered = letters.find(one => message.answers.includes(one.messageId));
  // What is no answer has no conclusion for anything to rest on.
  const isAnswer = reading.kind === 'answer';
  const because = isAnswer ? trace.combined.verdict.because : [];
  return {
    message,
    reading,
    understood: {
      body: bodyOf(trace),
      sender: senderOf(message, known, trace),
      campaign: { match, answersLetterOf: answered?.sentOn ?? null },
      parts: trace.parts.map(part => explainedPart(part, isAnswer && part === trace.combined.main, because)),
      because: because.map(claim => explainedClaim(claim, because)),
    },
  };
}

function bodyOf({ letter }: ReadingTrace): ExplainedBody {
  const own = letter.newText.split('\n').length;
  const signed = letter.withSignature.split('\n').filter(line => line.trim() !== '');
  const said = new Set(letter.newText.split('\n').map(line => line.trim()));
  const all = letter.body.split('\n').filter(line => line.trim() !== '').length;
  return {
    historyLines: Math.max(0, all - Math.max(signed.length, letter.newText === '' ? 0 : own)),
    history: letter.quoted === 'ours' || letter.quoted === 'other' ? letter.quoted : 'none',
    signature: signed
      .filter(line => !said.has(line.trim()))
      .map(line => line.trim())
      .join(' / '),
    passesOn: letter.forwarded !== '',
    twoTexts: letter.htmlText !== null,
  };
}

function senderOf(message: Message, known: Known, { answering, letter }: ReadingTrace): ExplainedSender {
  const index = knownIndex(known.addressees);
  const names = (cases: readonly { name: string }[]) => [...new Set(cases.map(one => one.name))];
  return {
    answering,
    house: houseOf(message.from?.address ?? '', index),
    byToken: names(casesByToken(message, letter.body, index)),
    byReference: names(casesByReference(`${message.subject}\n${letter.newText}`, known.addressees)),
  };
}

function explainedPart(part: ReadPart, isMain: boolean, because: readonly Claim[]): ExplainedPart {
  const { name, document, verdict, claims, sentences, counted } = part;
  return {
    name,
    outcome: document.outcome,
    doubtful: document.doubtful,
    body: document.body,
    meetings: document.meetings.map(({ body, date }) => ({ body, date })),
    conclusion: verdict.conclusion,
    stage: verdict.stage,
    reasons: verdict.reasons,
    isMain,
    sentences: sentences.map(sentence => ({
      literal: sentence.literal,
      section: sentence.section,
      heading: sentence.heading,
      sectionNumber: sentence.sectionNumber,
      counts: counted.some(one => isSame(one, sentence)),
      claims: claims.filter(claim => isSame(claim.sentence, sentence)).map(claim => explainedClaim(claim, because)),
    })),
  };
}

/** A proposal that was adopted is copied into the decision: it is still the sentence that stands there. */
function isSame(one: PlacedSentence, other: PlacedSentence): boolean {
  return one.block === other.block && one.literal === other.literal;
}

function explainedClaim(claim: Claim, because: readonly Claim[]): ExplainedClaim {
  const { sentence, clause, ...said } = claim;
  const clauses = clausesOf(ownWordsOf(sentence)).map(({ kind, text }) => ({ kind, text }));
  return {
    ...said,
    literal: sentence.literal,
    part: sentence.part,
    clause: clauses.length > 1 ? (clause ?? null) : null,
    clauses,
    denied: deniesSomething(clause ?? sentence.folded),
    decides: because.some(one => one.kind === claim.kind && one.rule === claim.rule && isSame(one.sentence, sentence)),
  };
}
