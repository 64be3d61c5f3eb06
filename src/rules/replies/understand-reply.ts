import type { IsoDate } from '../calendar/iso-date.ts';
import { bodiesIn, isElected } from '../text/bodies.ts';
import { fold } from '../text/fold.ts';
import { foldedName } from '../text/folded-name.ts';
import { DECIDES } from '../text/phrases-decision.ts';
import { isAbsence } from './absence.ts';
import { absentUntil } from './absent-until.ts';
import { isAutomatic } from './automatic.ts';
import { topicOf } from './campaign-topic.ts';
import { type Combined, combineParts } from './combine-parts.ts';
import type { Verdict } from './conclusion.ts';
import { confidenceOf, groundOf, REVIEW_BELOW } from './confidence.ts';
import { deliveryReading } from './delivery-reading.ts';
import { GENERIC_OBJECT, kindOf, STANDPOINT } from './kind-of-message.ts';
import type { Known } from './known.ts';
import { type Letter, letterOf } from './letter.ts';
import { deliveryClass } from './mail-class.ts';
import { type CampaignMatch, matchCampaign } from './match-campaign.ts';
import { type Answering, whoAnswers } from './match-sender.ts';
import type { Message } from './message.ts';
import { osloDay } from './oslo-day.ts';
import { readFacts } from './read-facts.ts';
import { type Evidence, NO_READING, type Reading } from './reading.ts';
import type { ReadingTrace } from './reading-trace.ts';
import { acknowledges, liesElsewhere } from './receipt.ts';
import { goesInCircles, loopIdsOf } from './robot-letter.ts';
import type { Speakers } from './speakers.ts';
import { leavesRequestAside } from './speaks-of-request.ts';
import { subjectAnswer } from './subject-answer.ts';
import { supposedAnswer } from './supposed-answer.ts';
import { theirReferences } from './their-references.ts';
import { isUnfilled } from './unfilled-template.ts';
import { leftUnread } from './unread-words.ts';
import { unseenWords } from './unseen-words.ts';
import { partWithoutClaims, type ReadPart, readPart } from './weigh-parts.ts';

/**
 * Reads one incoming message by itself: its kind, what it answers, for whom, and on which words that rests. Quoted
 * history is never evidence; without evidence there is no claim; what cannot be told is unclear and goes to a person.
 * @param watch gets what the message was understood to be on the way, for an explanation
 */
export function understandReply(message: Message, known: Known, watch?: (seen: ReadingTrace) => void): Reading {
  const inCircles = goesInCircles(message);
  const delivery = inCircles ? null : deliveryClass(message);
  if (delivery !== null) return deliveryReading(message, delivery, known);
  const letter = letterOf(message, known);
  if (inCircles) return { ...NO_READING, newText: letter.newText, review: true, reviewReasons: [IN_CIRCLES] };
  // Ours come back, or another office's: whatever it asks, no person of a municipality has written it.
  if (loopIdsOf(message).length > 0) return { ...NO_READING, newText: letter.newText, confidence: 0.95 };
  const sentOn = message.sentOn === null ? null : osloDay(message.sentOn);
  if (message.problem !== null)
    return {
      ...NO_READING,
      newText: letter.newText,
      review: true,
      reviewReasons: [message.problem],
      problem: message.problem,
    };
  const text = [letter.newText, letter.forwarded].filter(part => part !== '').join('\n\n');
  const attached = attachedTexts(message, known);
  const answering = whoAnswers(
    message,
    letter,
    attached.map(part => part.text),
    known,
  );
  const match = matchCampaign(
    message,
    { text, papers: attached.map(part => part.text), body: letter.body, quotesUs: () => letter.quoted === 'ours' },
    known,
    answering.senders,
  );
  const speakers = speakersOf(answering, letter, match);
  const isNobodys = isOfNobody(answering, match);
  const said = text === '' ? subjectAnswer(message, known) : text;
  const parts = [{ text: said, name: 'body' }, ...attached].map(part =>
    isNobodys
      ? partWithoutClaims(part.text, part.name, sentOn)
      : readPart(part.text, part.name, sentOn, speakers, match.campaign),
  );
  const combined = isNobodys ? combineParts(parts) : withHtml(combineParts(parts), letter, sentOn, speakers, match);
  watch?.({ letter, answering, match, parts, combined });
  const told = kindOf(message, text, combined, match, answering, letter);
  const aside = told === 'answer' && isAside(message, combined, parts, speakers);
  const kind = aside ? 'other' : told;
  const base: Reading = {
    ...NO_READING,
    kind,
    newText: text,
    municipalities: answering.municipalities,
    campaign: kind === 'other' ? null : (match.campaign?.id ?? null),
    caseRefs:
      kind === 'out-of-office'
        ? []
        : theirReferences(
            message.subject,
            parts,
            known.campaigns.map(({ reference }) => reference),
            speakers,
          ),
  };
  if (kind === 'out-of-office')
    return {
      ...base,
      absentUntil: absentUntil(text, sentOn),
      confidence: confidenceOf('no-answer', SURE),
      evidence: proof('kind', firstSentence(parts)),
    };
  if (kind === 'receipt')
    return { ...base, confidence: confidenceOf('no-answer', SURE), evidence: proof('kind', firstSentence(parts)) };
  if (aside) return { ...base, municipalities: [], confidence: 0.6, review: true, reviewReasons: [ASIDE] };
  if (kind === 'other') return otherReading(base, message, match, combined, answering, parts);
  return answerReading(base, message, combined, parts, match, answering, sentOn, text, speakers);
}

/**
 * A stranger's mail that names no municipality, and neither stands in a thread of ours nor speaks of a request: most of what
 * comes to a mailbox. Whatever it says is no answer, and to look for claims in it would be most of the work of reading.
 */
function isOfNobody({ municipalities, senders, fromKnownHouse }: Answering, { how, disputed }: CampaignMatch): boolean {
  return (
    municipalities.length === 0 &&
    senders === null &&
    !fromKnownHouse &&
    !disputed &&
    (how === 'none' || how === 'alone')
  );
}

const IN_CIRCLES = 'Meldingen har gått i ring mellom e-posttjenere. Den er lagret, men ikke lest som svar.';
const ASIDE = 'Meldingen ligger i tråden, men ser ut til å gjelde noe annet enn henvendelsen.';

/** In our thread, without a standpoint and without a word of what we asked: most likely something else, for a person to see. */
function isAside(
  { attachments }: Message,
  { verdict }: Combined,
  parts: readonly ReadPart[],
  speakers: Speakers,
): boolean {
  const takesNone = verdict.conclusion === null || verdict.conclusion === 'question';
  return (
    takesNone &&
    attachments.length === 0 &&
    leavesRequestAside(
      parts.flatMap(({ sentences }) => sentences),
      speakers,
    )
  );
}

const SURE = { how: 'certain', byOcr: false, unknownSender: false } as const;

/** Attachments with text, and mails attached to the mail, with theirs, without the history that they quote. */
function attachedTexts(message: Message, known: Known): { name: string; text: string }[] {
  let next = 0;
  return message.attachments.flatMap(attachment => {
    if (attachment.contentType === 'message/rfc822') {
      const inner = message.attachedMessages[next++];
      if (inner === undefined || isOurs(inner, known)) return [];
      const { newText } = letterOf(inner, known);
      const papers = attachedTexts(inner, known);
      return newText === '' ? papers : [{ name: attachment.name, text: newText }, ...papers];
    }
    if (attachment.text === null || /^(?:message|text\/(?:rfc822|calendar|x-))/.test(attachment.contentType)) return [];
    return [{ name: attachment.name, text: attachment.text }];
  });
}

/** Our own letter sent back to us says nothing, and neither do the papers that went with it. */
function isOurs(message: Message, { campaigns }: Known): boolean {
  const { messageId } = message;
  if (loopIdsOf(message).length > 0) return true;
  return campaigns.some(({ sent }) => sent.some(one => one.messageId === messageId));
}

function speakersOf(answering: Answering, letter: Letter, match: CampaignMatch): Speakers {
  const isOurs = (name: string) => answering.municipalities.includes(name);
  const ours = answering.named.filter(({ owners }) => owners.some(isOurs)).map(({ form }) => foldedName(form));
  return {
    own: letter.own,
    // «frosta er med»: written small, the name is not found among those named.
    ours: [...new Set([...ours, ...answering.municipalities.map(foldedName)])],
    topic: topicOf(`${match.campaign?.subject ?? ''}\n${match.campaign?.words ?? ''}`),
    forSeveral: answering.municipalities.length > 1,
    others: answering.named.filter(({ owners }) => !owners.some(isOurs)).map(({ form }) => foldedName(form)),
  };
}

/** Danger: plain text and HTML that say different things; each reader would see another answer. */
function withHtml(
  combined: Combined,
  letter: Letter,
  sentOn: IsoDate | null,
  speakers: Speakers,
  match: CampaignMatch,
): Combined {
  if (letter.htmlText === null) return combined;
  const other = readPart(letter.htmlText, 'body', sentOn, speakers, match.campaign).verdict;
  const { verdict } = combined;
  if (other.conclusion === verdict.conclusion) return combined;
  const reasons = ['Tekstutgaven og HTML-utgaven av meldingen sier ikke det samme.'];
  return {
    ...combined,
    verdict: { ...verdict, conclusion: 'unclear', stage: null, because: [...verdict.because], reasons, doubt: 0.5 },
  };
}

function otherReading(
  base: Reading,
  message: Message,
  match: CampaignMatch,
  { verdict }: Combined,
  answering: Answering,
  parts: readonly ReadPart[],
): Reading {
  const standpoint = verdict.conclusion !== null && STANDPOINT.has(verdict.conclusion) && !match.otherThread;
  const decides =
    match.how === 'alone' &&
    parts.some(
      ({ document, sentences }) =>
        document.outcome === 'decided' ||
        sentences.some(({ folded }) => DECIDES.test(folded) && bodiesIn(folded).some(({ body }) => isElected(body))),
    );
  const isTheirs = answering.senders !== null && !match.otherThread;
  const review = (standpoint || decides) && isTheirs;
  // What we asked may be answered in a paper that nobody could open (or that took too long to read).
  const unread = isTheirs ? unreadPapers(message) : [];
  if (!review && unread.length > 0)
    return { ...base, municipalities: [], confidence: 0.5, review: true, reviewReasons: unread };
  return {
    ...base,
    municipalities: [],
    confidence: review ? 0.5 : 0.9,
    review,
    reviewReasons: review ? ['Meldingen ser ut som et svar, men det går ikke fram at den gjelder henvendelsen.'] : [],
  };
}

function answerReading(
  base: Reading,
  message: Message,
  combined: Combined,
  parts: readonly ReadPart[],
  match: CampaignMatch,
  answering: Answering,
  sentOn: IsoDate | null,
  text: string,
  speakers: Speakers,
): Reading {
  const verdict =
    combined.verdict.conclusion === null ? (supposedAnswer(parts, speakers) ?? nothingSaid(message)) : combined.verdict;
  const facts = readFacts({ ...combined, verdict }, parts, sentOn, match.campaign, speakers);
  const reasons = [...verdict.reasons, ...facts.reasons, ...leftUnread(verdict, parts, speakers)];
  reasons.push(...unreadPapers(message));
  reasons.push(...unseenWords(message, [text, ...verdict.because.map(one => one.sentence.literal)], speakers.own));
  if (isUnfilled(verdict.because)) reasons.push('Teksten er en mal som ikke er fylt ut.');
  if (isOlderThanRequest(facts.values.decidedOn, match) || isOfEarlierYear(verdict, match))
    reasons.push('Vedtaket som det vises til, er eldre enn henvendelsen.');
  if (match.how === 'alone' && !verdict.because.some(({ sentence }) => GENERIC_OBJECT.test(sentence.folded)))
    reasons.push('Det går ikke fram at meldingen gjelder henvendelsen.');
  if (match.campaign === null || match.disputed)
    reasons.push('Det går ikke fram hvilken henvendelse meldingen svarer på.');
  if (isAutomatic(message, fold(text)))
    reasons.push('Meldingen er sendt automatisk, men ser ut til å inneholde et svar.');
  if (JOINT.test(text) && answering.municipalities.length === 1)
    reasons.push('Svaret er felles for flere kommuner, men det går ikke fram hvilke.');
  if (verdict.conclusion === 'unclear' && reasons.length === 0) reasons.push('Svaret kan ikke tolkes.');
  const confidence = confidenceOf(groundOf(verdict, facts.values.conclusion, reasons), {
    how: match.how,
    byOcr: verdict.because.some(({ sentence }) =>
      message.attachments.some(({ name, by }) => name === sentence.part && by === 'ocr'),
    ),
    unknownSender: answering.reasons.length > 0,
  });
  const review = confidence < REVIEW_BELOW;
  const all = [...reasons, ...answering.reasons];
  if (review && all.length === 0) all.push('Lesningen er for usikker til å registreres uten at noen ser på den.');
  return {
    ...base,
    stage: verdict.stage,
    ...facts.values,
    confidence,
    review,
    reviewReasons: review ? [...new Set(all)] : [],
    evidence: uniqueEvidence([
      ...verdict.because.flatMap(({ sentence }) => proof('conclusion', sentence)),
      ...facts.evidence,
      ...behalfProof(answering),
    ]),
  };
}

/** A yes beside a paper that nobody could open: the paper may say «on condition that», or no. */
function unreadPapers({ attachments }: Message): string[] {
  return attachments
    .filter(({ problem }) => problem !== null)
    .map(({ name, problem }) => `Vedlegget «${name}» kunne ikke leses: ${problem}`);
}

/** What a body decided before we asked, it decided about something else. */
function isOlderThanRequest(decidedOn: IsoDate | null, { campaign }: CampaignMatch): boolean {
  const asked = campaign?.sent.map(one => osloDay(one.sentOn)).sort()[0];
  return decidedOn !== null && asked !== undefined && decidedOn < asked;
}

/** «ble godkjent av kommunestyret i 2012»: a decision of a year before we asked. */
function isOfEarlierYear({ because, stage }: Verdict, { campaign }: CampaignMatch): boolean {
  const asked = campaign?.sent.map(one => osloDay(one.sentOn).slice(0, 4)).sort()[0];
  if (stage !== 'decided' || asked === undefined) return false;
  return because.some(({ sentence }) => {
    const year = /(?:^| )(?:allerede )?(?:i|for) (?<year>20\d\d)(?!\d)/.exec(sentence.folded)?.groups?.year;
    return year !== undefined && year < asked;
  });
}

/** «Felles svar: …», of which only one municipality could be told. */
const JOINT = /(?:^|[^\p{L}])(?:felles|samlet|samla) (?:svar|tilbakemelding)(?![\p{L}])/iu;

/** An answer in the thread that takes no standpoint that we can read. */
function nothingSaid(message: Message): Verdict {
  const isElsewhere = liesElsewhere(fold(message.text ?? message.htmlText ?? ''));
  const reasons = isElsewhere
    ? ['Svaret ligger i et annet system (SvarUt, Altinn, Digipost) og må hentes der.']
    : unreadPapers(message).length > 0
      ? []
      : ['Svaret tar ikke standpunkt som kan leses.'];
  return { conclusion: 'unclear', stage: null, because: [], reasons, doubt: 0.5 };
}

function behalfProof(answering: Answering): Evidence[] {
  return answering.literal === null ? [] : [{ field: 'municipalities', text: answering.literal, part: 'body' }];
}

function proof(field: string, sentence: { literal: string; part: string } | null): Evidence[] {
  return sentence === null ? [] : [{ field, text: sentence.literal, part: sentence.part }];
}

function firstSentence(parts: readonly ReadPart[]): { literal: string; part: string } | null {
  const sentences = parts.find(({ name }) => name === 'body')?.sentences ?? [];
  return sentences.find(({ folded }) => acknowledges(folded) || isAbsence(folded)) ?? sentences[0] ?? null;
}

function uniqueEvidence(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter(({ field, text, part }) => {
    const key = `${field}\n${part}\n${text}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
