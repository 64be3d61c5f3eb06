import type { IsoDate } from '../calendar/iso-date.ts';
import { bodiesIn, isElected } from '../text/bodies.ts';
import { caseReferencesIn } from '../text/case-references.ts';
import { fold } from '../text/fold.ts';
import { foldedName } from '../text/folded-name.ts';
import { DECIDES } from '../text/phrases-decision.ts';
import { absentUntil, tellsAbsence } from './absence.ts';
import { isAutomatic } from './automatic.ts';
import { bounceOf } from './bounce.ts';
import { type Combined, combineParts } from './combine-parts.ts';
import type { Verdict } from './conclusion.ts';
import { GENERIC_OBJECT, kindOf, STANDPOINT } from './kind-of-message.ts';
import type { Known } from './known.ts';
import { type Letter, letterOf } from './letter.ts';
import { type CampaignMatch, matchCampaign, topicOf } from './match-campaign.ts';
import { type Answering, municipalityOfAddress, whoAnswers } from './match-sender.ts';
import type { Message } from './message.ts';
import { osloDay } from './oslo-day.ts';
import { readFacts } from './read-facts.ts';
import type { Evidence, Reading } from './reading.ts';
import { acknowledges } from './receipt.ts';
import type { Speakers } from './speakers.ts';
import { type ReadPart, readPart } from './weigh-parts.ts';

/**
 * Reads one incoming message by itself: its kind, what it answers, for whom, and on which words that rests. Quoted
 * history is never evidence; without evidence there is no claim; what cannot be told is unclear and goes to a person.
 */
export function understandReply(message: Message, known: Known): Reading {
  const letter = letterOf(message, known);
  const sentOn = message.sentOn === null ? null : osloDay(message.sentOn);
  if (message.problem !== null)
    return {
      ...EMPTY,
      newText: letter.newText,
      review: true,
      reviewReasons: [message.problem],
      problem: message.problem,
    };
  const bounce = bounceOf(message);
  if (bounce !== null) return bounceReading(message, bounce, known);
  const text = [letter.newText, letter.forwarded].filter(part => part !== '').join('\n\n');
  const answering = whoAnswers(message, text, `${letter.withSignature}\n${letter.forwarded}`, known);
  const attached = attachedTexts(message, known);
  const everything = [text, ...attached.map(part => part.text)].join('\n\n');
  const match = matchCampaign(
    message,
    everything,
    () => letter.quoted === 'ours',
    letter.body,
    known,
    answering.senders,
  );
  const speakers = speakersOf(answering, known, letter, match);
  const parts = [
    readPart(text, 'body', sentOn, speakers, match.campaign),
    ...attached.map(({ text, name }) => readPart(text, name, sentOn, speakers, match.campaign)),
  ];
  const combined = withHtml(combineParts(parts), letter, sentOn, speakers, match);
  const kind = kindOf(message, text, combined, match, answering, letter);
  const base: Reading = {
    ...EMPTY,
    kind,
    newText: text,
    municipalities: answering.municipalities,
    campaign: kind === 'other' ? null : (match.campaign?.id ?? null),
    caseRefs: kind === 'out-of-office' ? [] : caseReferences(message, parts, known),
  };
  if (kind === 'out-of-office')
    return {
      ...base,
      absentUntil: absentUntil(text, sentOn),
      confidence: 0.9,
      evidence: proof('kind', firstSentence(parts)),
    };
  if (kind === 'receipt') return { ...base, confidence: 0.9, evidence: proof('kind', firstSentence(parts)) };
  if (kind === 'other') return otherReading(base, match, combined, answering, parts);
  return answerReading(base, message, combined, parts, match, answering, sentOn, text);
}

const EMPTY: Reading = {
  kind: 'other',
  conclusion: null,
  stage: null,
  municipalities: [],
  amountNok: null,
  inhabitants: null,
  expectedBy: null,
  decidedOn: null,
  body: null,
  caseRefs: [],
  recipients: [],
  permanent: null,
  newText: '',
  absentUntil: null,
  campaign: null,
  confidence: 0,
  review: false,
  reviewReasons: [],
  evidence: [],
  problem: null,
};

function bounceReading(message: Message, bounce: { recipients: string[]; permanent: boolean }, known: Known): Reading {
  const names = bounce.recipients.map(address => municipalityOfAddress(address, known)).filter(name => name !== null);
  const campaign = known.campaigns.find(({ sent }) =>
    sent.some(
      ({ messageId }) =>
        message.answers.includes(messageId) ||
        message.attachments.some(({ text }) => text?.includes(messageId) ?? false) ||
        (message.text?.includes(messageId) ?? false),
    ),
  );
  return {
    ...EMPTY,
    kind: 'bounce',
    municipalities: [...new Set(names)].sort((a, b) => a.localeCompare(b, 'nb')),
    recipients: bounce.recipients,
    permanent: bounce.permanent,
    campaign: campaign?.id ?? null,
    confidence: bounce.recipients.length > 0 ? 0.98 : 0.6,
    review: bounce.recipients.length === 0,
    reviewReasons: bounce.recipients.length === 0 ? ['Det går ikke fram hvilken adresse som feilet.'] : [],
  };
}

/** Attachments with text, and mails attached to the mail without the history that they quote. */
function attachedTexts(message: Message, known: Known): { name: string; text: string }[] {
  const inner = message.attachedMessages.map(attached => letterOf(attached, known));
  let next = 0;
  return message.attachments.flatMap(attachment => {
    if (attachment.contentType === 'message/rfc822') {
      const letter = inner[next++];
      return letter === undefined || letter.newText === '' ? [] : [{ name: attachment.name, text: letter.newText }];
    }
    if (attachment.text === null || /^(?:message|text\/(?:rfc822|calendar|x-))/.test(attachment.contentType)) return [];
    return [{ name: attachment.name, text: attachment.text }];
  });
}

function speakersOf(answering: Answering, known: Known, letter: Letter, match: CampaignMatch): Speakers {
  const ours = answering.municipalities.map(foldedName);
  return {
    own: letter.own,
    ours,
    topic: topicOf(`${match.campaign?.subject ?? ''}\n${match.campaign?.words ?? ''}`),
    others: known.addressees.map(({ name }) => foldedName(name)).filter(name => !ours.includes(name)),
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

function caseReferences(message: Message, parts: readonly ReadPart[], known: Known): string[] {
  const ours = known.campaigns.map(({ reference }) => reference);
  const found = new Set(caseReferencesIn(fold(message.subject), ours));
  for (const { sentences, document } of parts) {
    for (const { folded } of sentences) for (const reference of caseReferencesIn(folded, ours)) found.add(reference);
    for (const { sentence } of document.meetings) {
      const number = /(?<![\d./-])(\d{1,4}\/\d{2,4})(?![\d./])/.exec(sentence.folded)?.[1];
      if (number !== undefined && sentence.section === 'head') found.add(number);
    }
  }
  return [...found].sort();
}

function otherReading(
  base: Reading,
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
  const review = (standpoint || decides) && answering.senders !== null && !match.otherThread;
  return {
    ...base,
    municipalities: [],
    confidence: review ? 0.5 : 0.85,
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
): Reading {
  const verdict = combined.verdict.conclusion === null ? nothingSaid(message) : combined.verdict;
  const facts = readFacts({ ...combined, verdict }, parts, sentOn, match.campaign);
  const reasons = [...verdict.reasons, ...facts.reasons, ...senderReasons(answering)];
  if (match.how === 'alone' && !verdict.because.some(({ sentence }) => GENERIC_OBJECT.test(sentence.folded)))
    reasons.push('Det går ikke fram at meldingen gjelder henvendelsen.');
  if (match.campaign === null) reasons.push('Det går ikke fram hvilken henvendelse meldingen svarer på.');
  if (isAutomatic(message, fold(text)))
    reasons.push('Meldingen er sendt automatisk, men ser ut til å inneholde et svar.');
  if (verdict.conclusion === 'unclear' && reasons.length === 0) reasons.push('Svaret kan ikke tolkes.');
  const weak = match.how === 'certain' ? 0 : match.how === 'topic' ? 0.03 : 0.1;
  return {
    ...base,
    stage: verdict.stage,
    ...facts.values,
    confidence: Math.max(0.05, Math.round((0.97 - weak - verdict.doubt - (reasons.length > 0 ? 0.2 : 0)) * 100) / 100),
    review: reasons.length > 0,
    reviewReasons: [...new Set(reasons)],
    evidence: uniqueEvidence([
      ...verdict.because.flatMap(({ sentence }) => proof('conclusion', sentence)),
      ...facts.evidence,
      ...behalfProof(answering),
    ]),
  };
}

/** An answer in the thread that takes no standpoint that we can read. */
function nothingSaid(message: Message): Verdict {
  const unread = message.attachments.find(
    ({ text, contentType }) => text === null && !contentType.startsWith('image/'),
  );
  const reason =
    unread === undefined
      ? 'Svaret tar ikke standpunkt som kan leses.'
      : `Vedlegget «${unread.name}» kunne ikke leses: ${unread.problem ?? ''}`.trim();
  return { conclusion: 'unclear', stage: null, because: [], reasons: [reason], doubt: 0.5 };
}

function senderReasons(answering: Answering): string[] {
  if (answering.municipalities.length === 0) return ['Det går ikke fram hvilken kommune svaret kommer fra.'];
  if (answering.senders === null) return ['Ukjent avsender: adressen hører ikke til kommunen.'];
  if (!answering.municipalities.includes(answering.senders))
    return ['Avsenderen svarer for andre kommuner enn sin egen.'];
  return [];
}

function behalfProof(answering: Answering): Evidence[] {
  return answering.literal === null ? [] : [{ field: 'municipalities', text: answering.literal, part: 'body' }];
}

function proof(field: string, sentence: { literal: string; part: string } | null): Evidence[] {
  return sentence === null ? [] : [{ field, text: sentence.literal, part: sentence.part }];
}

function firstSentence(parts: readonly ReadPart[]): { literal: string; part: string } | null {
  const sentences = parts.find(({ name }) => name === 'body')?.sentences ?? [];
  return sentences.find(({ folded }) => acknowledges(folded) || tellsAbsence(folded)) ?? sentences[0] ?? null;
}

function uniqueEvidence(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter(({ field, text, part }) => {
    const key = `${field}\n${part}\n${text}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
