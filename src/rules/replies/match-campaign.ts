import { addDays } from '../calendar/add-days.ts';
import type { IsoDate } from '../calendar/iso-date.ts';
import { mentionsIn } from '../municipality/mentions.ts';
import { remembered } from '../remembered.ts';
import { fold } from '../text/fold.ts';
import { sentencesOf } from '../text/sentences.ts';
import { type TopicScore, topicScores } from './campaign-topic.ts';
import { casesByReference, casesByToken } from './cases-in-mail.ts';
import type { Known, KnownCampaign } from './known.ts';
import { knownIndex } from './known-index.ts';
import type { Message } from './message.ts';
import { osloDay } from './oslo-day.ts';

export interface CampaignMatch {
  campaign: KnownCampaign | null;
  /** certain: by token, thread, reference or quoted letter · topic: by words · alone: the only one at that time · none. */
  how: 'certain' | 'topic' | 'alone' | 'none';
  /** It answers a thread that is not ours («SV: Invitasjon til …»). */
  otherThread: boolean;
  /** Its thread is one request's and its words another's, or it names both: a person must tell which. */
  disputed: boolean;
}

/** A year after the last deadline nobody answers a request any more. */
const DAYS_AFTER_DEADLINE = 400;

/** Reply and receipt prefixes in front of the subject. */
const PREFIX =
  /^\s*(?:(?:sv|vs|re|fw|fwd|svar|ang|vedr|automatisk svar|automatic reply|autosvar|fravær|fråvær|ute av kontoret|påminnelse|påminning|bekreftelse på mottatt e-post|kan ikke leveres|undeliverable)\s*:\s*)+/iu;
const REPLY_PREFIX = /^\s*(?:sv|re|vs|fw|fwd|svar)\s*:/i;

/** A shorter subject («Til svar») may be anything's. */
const SHORTEST_STEM = 12;
const LONGEST_SUBJECT = 500;

/** What a message says of the request that it answers. */
export interface Said {
  /** What the sender wrote now, with what he passes on. */
  text: string;
  /** The texts of the attachments. */
  papers: readonly string[];
  /** The whole body, with the history below. */
  body: string;
  /** Whether a letter of ours is quoted in it. */
  quotesUs: () => boolean;
}

/** Which request a message answers. `municipality` is the sender's, null for strangers. */
export function matchCampaign(message: Message, said: Said, known: Known, municipality: string | null): CampaignMatch {
  const otherThread = REPLY_PREFIX.test(message.subject);
  const thread = byThread(message, known);
  const own = [message.subject, said.text, ...said.papers].join('\n');
  const named = bySign(own, message, known, municipality);
  const sure = thread ?? bySubject(message, known) ?? (named.length === 1 ? (named[0] ?? null) : null);
  if (sure !== null) {
    const disputed =
      named.length > 0
        ? named.some(one => one !== sure)
        : known.campaigns.length > 1 && isAboutAnother(said, sure, known, openNow(message, known, municipality));
    return { campaign: sure, how: 'certain', otherThread: false, disputed };
  }
  if (named.length > 1) return { campaign: null, how: 'none', otherThread, disputed: true };
  const quoted = byQuotes(message, said, known);
  if (quoted !== null) return { campaign: quoted, how: 'certain', otherThread: false, disputed: false };
  const open = openNow(message, known, municipality);
  return byTopic(
    topicScores([fold(message.subject.slice(0, LONGEST_SUBJECT)), ...wordsSaid(said)], known.campaigns, open),
    open,
    otherThread,
  );
}

/** Nearest by its words, where they are not as near to another; else the only one that runs. */
function byTopic([best, second]: TopicScore[], open: readonly KnownCampaign[], otherThread: boolean): CampaignMatch {
  const match = { otherThread, disputed: false };
  if (best !== undefined && best.score >= 2 && best.score > (second?.score ?? 0)) {
    // Danger: «… til rådgiveren, men takker nei til vakten» answers two requests in one mail.
    const both = (second?.alone ?? 0) >= 2;
    return { ...match, campaign: best.campaign, how: 'topic', disputed: both };
  }
  const [only] = open;
  if (open.length === 1 && only !== undefined) return { ...match, campaign: only, how: 'alone' };
  return { ...match, campaign: null, how: 'none' };
}

/** In the thread of one request, but plainly about another that runs: nearer to words that it alone has. */
function isAboutAnother(said: Said, sure: KnownCampaign, known: Known, open: readonly KnownCampaign[]): boolean {
  if (open.length < 2) return false;
  const scores = topicScores(wordsSaid(said), known.campaigns, open);
  const own = scores.find(({ campaign }) => campaign === sure)?.alone ?? 0;
  return scores.some(({ campaign, alone }) => campaign !== sure && alone >= 3 && alone > own);
}

/** Long papers tell on their first pages what they are about. */
const PAPER = 20_000;

/** The folded sentences of the body, which are cut for its reading anyhow, and the beginnings of the papers. */
function wordsSaid({ text, papers }: Said): string[] {
  return [...sentencesOf(text).map(({ folded }) => folded), ...papers.map(paper => fold(paper.slice(0, PAPER)))];
}

/** The mail that it replies to, else the latest in its thread: a new request may be sent in an old one's thread. */
function byThread({ answers }: Message, known: Known): KnownCampaign | null {
  const [repliedTo, ...references] = answers;
  const ids = repliedTo === undefined ? [] : [repliedTo, ...references.reverse()];
  for (const id of ids) {
    const found = known.campaigns.find(({ sent }) => sent.some(({ messageId }) => messageId === id));
    if (found !== undefined) return found;
  }
  return null;
}

/** The longest of our subjects that stands in its own; «Avtale KS og Roan kommune» is «Avtale KS og kommunen». */
function bySubject(message: Message, known: Known): KnownCampaign | null {
  const subject = message.subject.slice(0, LONGEST_SUBJECT);
  const found = ownerOfStem(subjectStem(subject), known);
  if (found !== null || !/kommune/i.test(subject)) return found;
  const { names } = knownIndex(known.addressees);
  const unnamed = mentionsIn(subject, names).reduceRight(
    (rest, { at, end }) => `${rest.slice(0, at)}${rest.slice(end)}`,
    subject,
  );
  return unnamed === subject ? null : ownerOfStem(subjectStem(unnamed), known);
}

function ownerOfStem(stem: string, known: Known): KnownCampaign | null {
  let best: { campaign: KnownCampaign; length: number } | null = null;
  let isShared = false;
  for (const campaign of known.campaigns) {
    for (const subject of new Set([campaign.subject, ...campaign.sent.map(one => one.subject)])) {
      const own = subjectStem(subject);
      if (own.length < SHORTEST_STEM || !stem.includes(own)) continue;
      if (best === null || own.length > best.length) {
        best = { campaign, length: own.length };
        isShared = false;
      } else if (own.length === best.length && campaign !== best.campaign) isShared = true;
    }
  }
  return isShared ? null : (best?.campaign ?? null);
}

/** The requests whose token or reference, or the sender's own case number for them, stands in what was written now. */
function bySign(own: string, message: Message, known: Known, municipality: string | null): KnownCampaign[] {
  const index = knownIndex(known.addressees);
  const ids = new Set(casesByToken(message, own, index).map(({ campaign }) => campaign));
  const cases = casesByReference(own, known.addressees).filter(
    ({ name }) => municipality === null || name === municipality,
  );
  if (new Set(cases.map(({ campaign }) => campaign)).size === 1) for (const { campaign } of cases) ids.add(campaign);
  return known.campaigns.filter(
    ({ id, reference }) => ids.has(id) || (reference.length >= 5 && standsIn(own, reference)),
  );
}

/** A reference or paragraph of ours in the history below. */
function byQuotes(message: Message, { body, quotesUs }: Said, known: Known): KnownCampaign | null {
  const index = knownIndex(known.addressees);
  const tokens = new Set(casesByToken(message, body, index).map(({ campaign }) => campaign));
  const signed = known.campaigns.filter(
    ({ id, reference }) => tokens.has(id) || (reference.length >= 5 && standsIn(body, reference)),
  );
  if (signed.length === 1) return signed[0] ?? null;
  if (!quotesUs()) return null;
  const flat = normal(body);
  const quoted = known.campaigns.filter(({ sent }) =>
    sent.some(({ text }) => paragraphsOf(text).some(paragraph => flat.includes(paragraph))),
  );
  return quoted.length === 1 ? (quoted[0] ?? null) : null;
}

/** Subjects of letters are asked for with every mail; those of mails only once, so not much is kept of them. */
const subjectStem: (subject: string) => string = remembered(
  subject =>
    fold(subject.replace(PREFIX, ''))
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .replace(/(?<!\p{L})kommun(?:en|ene|ane)(?!\p{L})/gu, 'kommune')
      .trim(),
  1000,
);

function standsIn(text: string, reference: string): boolean {
  for (let at = text.indexOf(reference); at !== -1; at = text.indexOf(reference, at + 1)) {
    if (!/[\d/]/.test(text[at - 1] ?? ' ') && !/[\d/]/.test(text[at + reference.length] ?? ' ')) return true;
  }
  return false;
}

/** The paragraphs of a letter of ours that are long enough to be nobody else's. */
const paragraphsOf: (letter: string) => string[] = remembered(
  letter =>
    letter
      .split(/\n[ \t\r]*\n|\{\p{L}+\}/u)
      .map(normal)
      .filter(paragraph => paragraph.length >= 60),
  400,
);

function normal(text: string): string {
  return fold(text.replace(/^[ \t]*(?:>[ \t]?)+/gm, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The requests that may be answered on the mail's day, of those that were sent to its municipality. */
function openNow({ sentOn }: Message, { campaigns }: Known, municipality: string | null): KnownCampaign[] {
  const day = sentOn === null ? null : osloDay(sentOn);
  return campaigns.filter(campaign => isOpen(campaign, day) && concerns(campaign, municipality));
}

function isOpen(campaign: KnownCampaign, day: IsoDate | null): boolean {
  if (day === null) return true;
  let first: IsoDate | null = null;
  let last: IsoDate | null = null;
  for (const { sentOn } of campaign.sent) {
    const sent = osloDay(sentOn);
    if (first === null || sent < first) first = sent;
    if (last === null || sent > last) last = sent;
  }
  for (const deadline of campaign.deadlines) if (last === null || deadline > last) last = deadline;
  return (first === null || day >= first) && (last === null || day <= lastDayAfter(last));
}

const lastDayAfter: (deadline: IsoDate) => IsoDate = remembered(
  deadline => addDays(deadline, DAYS_AFTER_DEADLINE),
  400,
);

function concerns(campaign: KnownCampaign, municipality: string | null): boolean {
  return municipality === null || campaign.addressees.length === 0 || campaign.addressees.includes(municipality);
}
