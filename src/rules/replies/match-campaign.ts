import type { IsoDate } from '../calendar/iso-date.ts';
import { fold } from '../text/fold.ts';
import type { Known, KnownCampaign } from './known.ts';
import type { Message } from './message.ts';
import { osloDay } from './oslo-day.ts';

export interface CampaignMatch {
  campaign: KnownCampaign | null;
  /** certain: by token, thread, reference or quoted letter · topic: by words · alone: the only one at that time · none. */
  how: 'certain' | 'topic' | 'alone' | 'none';
  /** It answers a thread that is not ours («SV: Invitasjon til …»). */
  otherThread: boolean;
}

/** A year after the last deadline nobody answers a request any more. */
const DAYS_AFTER_DEADLINE = 400;

/** Reply and receipt prefixes in front of the subject. */
const PREFIX =
  /^(?:\s*(?:sv|vs|re|fw|fwd|svar|ang|vedr|automatisk svar|automatic reply|autosvar|fravær|fråvær|ute av kontoret|påminnelse|påminning|bekreftelse på mottatt e-post|kan ikke leveres|undeliverable)\s*:\s*)+/iu;
const REPLY_PREFIX = /^\s*(?:sv|re|vs|fw|fwd|svar)\s*:/i;

/** Words of any letter between KS and a municipality tell nothing of its subject. */
const COMMON = new Set(
  'kommune kommuner kommunene kommunen kommunal kommunale kommunedirektøren kommunestyret formannskapet rådmannen rådmann felles finansiering finansieringen avtale avtalen ordning ordningen slutter slutte sluttet svar svare frist innen behandling behandle behandles saken sak vedtak vedtatt vedlagt henvendelse anmodning tilbakemelding bidra bidrar bidrag innbygger innbyggere innbyggertall folketallet grunnbeløp beløp beløpet årlig kroner januar februar mars april mai juni juli august september oktober november desember fredag torsdag mandag tirsdag onsdag hilsen vennlig epost e-post email telefon phone rådgiver spesialrådgiver daglig leder denne dette disse gjerne deres dere oppfordres bidraget behovet behov andre også eller etter under mellom legges inviterer invitasjon allerede fakturert faktura baseres grunn'.split(
    ' ',
  ),
);

/** Which request a message answers. `text` is its new text with attachments, `quotesUs` whether a letter of ours is quoted. */
export function matchCampaign(
  message: Message,
  text: string,
  quotesUs: () => boolean,
  body: string,
  known: Known,
  municipality: string | null,
): CampaignMatch {
  const sure = certain(message, text, body, known, quotesUs);
  if (sure !== null) return { campaign: sure, how: 'certain', otherThread: false };
  const day = message.sentOn === null ? null : osloDay(message.sentOn);
  const open = known.campaigns.filter(campaign => isOpen(campaign, day) && concerns(campaign, municipality));
  const scored = open
    .map(campaign => ({ campaign, score: sharedTopic(`${message.subject}\n${text}`, campaign) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  const otherThread = REPLY_PREFIX.test(message.subject);
  if (best !== undefined && best.score >= 2 && best.score > (second?.score ?? 0))
    return { campaign: best.campaign, how: 'topic', otherThread };
  if (open.length === 1 && open[0] !== undefined) return { campaign: open[0], how: 'alone', otherThread };
  return { campaign: null, how: 'none', otherThread };
}

function certain(
  message: Message,
  text: string,
  body: string,
  known: Known,
  quotesUs: () => boolean,
): KnownCampaign | null {
  const all = `${message.subject}\n${body}\n${text}`;
  const recipients = [...message.to, ...message.cc].map(({ address }) => address).join(' ');
  for (const campaign of known.campaigns) {
    const tokens = known.addressees.map(({ tokens }) => tokens[campaign.id] ?? '').filter(token => token.length >= 6);
    if (tokens.some(token => recipients.includes(token.toLowerCase()) || all.includes(token))) return campaign;
  }
  const byThread = known.campaigns.find(({ sent }) =>
    sent.some(({ messageId }) => message.answers.includes(messageId)),
  );
  if (byThread !== undefined) return byThread;
  const stem = subjectStem(message.subject);
  const bySubject = known.campaigns.find(campaign =>
    [campaign.subject, ...campaign.sent.map(({ subject }) => subject)]
      .map(subjectStem)
      .some(own => own.length >= 12 && stem.includes(own)),
  );
  if (bySubject !== undefined) return bySubject;
  const byReference = known.campaigns.find(({ reference }) => reference.length >= 5 && standsIn(all, reference));
  if (byReference !== undefined) return byReference;
  if (!quotesUs()) return null;
  const quoted = known.campaigns.filter(({ sent }) => sent.some(letter => sharesParagraph(body, letter.text)));
  return quoted.length === 1 ? (quoted[0] ?? null) : null;
}

function subjectStem(subject: string): string {
  return fold(subject.replace(PREFIX, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function standsIn(text: string, reference: string): boolean {
  for (let at = text.indexOf(reference); at !== -1; at = text.indexOf(reference, at + 1)) {
    if (!/[\d/]/.test(text[at - 1] ?? ' ') && !/[\d/]/.test(text[at + reference.length] ?? ' ')) return true;
  }
  return false;
}

function sharesParagraph(body: string, letter: string): boolean {
  const flat = normal(body);
  return letter.split(/\n\s*\n|\{\p{L}+\}/u).some(part => normal(part).length >= 60 && flat.includes(normal(part)));
}

function normal(text: string): string {
  return fold(text.replace(/^[ \t]*(?:>[ \t]?)+/gm, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function isOpen(campaign: KnownCampaign, day: IsoDate | null): boolean {
  if (day === null) return true;
  const sent = campaign.sent.map(({ sentOn }) => osloDay(sentOn)).sort();
  const last = [...campaign.deadlines, ...sent].sort().at(-1);
  if (sent[0] !== undefined && day < sent[0]) return false;
  return last === undefined || daysBetween(last, day) <= DAYS_AFTER_DEADLINE;
}

function concerns(campaign: KnownCampaign, municipality: string | null): boolean {
  return municipality === null || campaign.addressees.length === 0 || campaign.addressees.includes(municipality);
}

function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** Points for the words that a text shares with the request: two for a word of its subject, one for one of its own words. */
function sharedTopic(text: string, campaign: KnownCampaign): number {
  const own = topicWords(text);
  const subject = topicOf(campaign.subject);
  const letters = topicOf(campaign.words);
  let score = 0;
  for (const word of own) score += matches(word, subject) ? 2 : matches(word, letters) ? 1 : 0;
  return score;
}

/** «samhandlingsfunksjon» and «samhandlingsfunksjonen» are one word: the first letters count. */
function matches(word: string, others: ReadonlySet<string>): boolean {
  return others.has(word);
}

/** The requests that run at the same time, with their subjects. */
const REMEMBERED = 100;

const topics = new Map<string, ReadonlySet<string>>();

/** `topicWords` of a request's own words, which are the same for every mail. */
export function topicOf(words: string): ReadonlySet<string> {
  const known = topics.get(words);
  if (known !== undefined) return known;
  const topic = topicWords(words);
  if (topics.size >= REMEMBERED) topics.clear();
  topics.set(words, topic);
  return topic;
}

/** The words of a text that tell what it is about, by their first eight letters. */
export function topicWords(text: string): Set<string> {
  const found = fold(text).match(/\p{L}{4,}/gu) ?? [];
  return new Set(
    found
      .filter(word => !COMMON.has(word))
      .map(word => word.slice(0, 8))
      .filter(word => word.length >= 4),
  );
}
