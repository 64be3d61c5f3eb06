import { createHash } from 'node:crypto';
import { readMessage } from '../mail-in/read-message.ts';
import { type RewrittenMail, rewriteMail } from '../mail-in/rewrite-mail.ts';
import type { RegisteredCampaign } from '../register/campaigns.ts';
import { allMunicipalityNames } from '../register/municipalities.ts';
import type { Register } from '../register/open-register.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { type Pseudonyms, pseudonymsFor, type Replaced } from '../rules/pseudonyms/pseudonyms.ts';
import type { Known, KnownCampaign } from '../rules/replies/known.ts';
import type { Reading } from '../rules/replies/reading.ts';
import { readingChanges, type SaidField } from '../rules/replies/reading-changes.ts';
import { understandReply } from '../rules/replies/understand-reply.ts';
import type { Refused } from './act.ts';
import {
  type CorpusFolder,
  type CorpusLetter,
  letterIdsThere,
  letterIdThere,
  nextFile,
  withAddressees,
  withCampaign,
} from './corpus-folder.ts';
import { type Gold, goldOf, settledGold } from './corpus-gold.ts';
import {
  type CorpusSource,
  campaignFor,
  knownOfFolder,
  nameOfCase,
  type Original,
  originalOf,
  peopleOf,
  textsOf,
} from './corpus-original.ts';

export interface CorpusCase {
  /** `messages/043.eml` */
  file: string;
  mail: RewrittenMail;
  /** One line of gold.jsonl. */
  gold: Gold & { file: string; tags: string[] };
  goldLine: string;
  /** register.csv and campaigns.json, with what the case needs. */
  register: string;
  campaigns: string;
  isSettled: boolean;
  replaced: Replaced[];
  /** May be names, and stand as they were. */
  doubtful: string[];
  /** Where today's reader understands the new mail otherwise than the old one. */
  differs: SaidField[];
  was: Reading;
  is: Reading;
}

/**
 * Makes a corpus case of a mail: the same mail with invented people and numbers, its gold from what a person settled,
 * else from the reading. Nothing is written.
 */
export async function corpusCase(
  register: Register | null,
  source: CorpusSource,
  folder: CorpusFolder,
): Promise<CorpusCase | Refused> {
  const original = await originalOf(register, source, folder);
  if ('refused' in original) return original;
  const { message, reading, bytes } = original;
  const mark = `m-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}`;
  const there = folder.gold.split('\n').find(line => line.includes(`"${mark}"`));
  if (there !== undefined)
    return { refused: `Meldingen er lagt inn før, som ${(JSON.parse(there) as { file: string }).file}.` };
  const settled =
    original.messageId === null || register === null
      ? null
      : settledGold(register, original.messageId, reading, nameOfCase(original));
  const campaign = campaignFor(register, original);
  const letters = campaign === null ? [] : lettersOf(original.known, campaign.id);
  const ids = letters.map(
    letter =>
      [
        letter.messageId,
        campaign === null ? null : letterIdThere(folder.campaigns, campaign.id, osloDate(letter.sentOn)),
      ] as const,
  );
  const file = nextFile(folder);
  const pseudonyms = pseudonymsFor({
    texts: textsOf(message),
    people: peopleOf(register, original, campaign),
    places: register === null ? original.known.addressees.map(one => one.name) : allMunicipalityNames(register),
    caseRefs: reading.caseRefs,
    ownRefs: campaign === null ? [] : [campaign.reference],
    messageIds: new Map([
      ...letterIdsThere(folder.campaigns).map((id): [string, string] => [id, id]),
      ...ids.flatMap(([was, now]): [string, string][] => (now === null ? [] : [[was, now]])),
    ]),
    start: 7 * Number(/\d+/.exec(file)?.[0] ?? 0),
  });
  const mail = rewriteMail(bytes, message, pseudonyms);
  const isSettled = settled !== null;
  const said = withPseudonyms(settled ?? goldOf(reading), pseudonyms);
  const tags = ['from-register', mark, ...(isSettled ? [] : ['unsettled'])];
  const gold = {
    file,
    ...said,
    newText: pseudonyms.text(reading.newText),
    lenient: lenientOf(said),
    tags,
    note: isSettled ? 'Settled by a person.' : 'As it was read; nobody has settled it.',
  };
  const replaced = pseudonyms.replaced();
  const needed = { ...folder, ...corpusFiles(folder, original, campaign, letters, pseudonyms) };
  const is = await readInCorpus(mail.bytes, needed);
  const was = withPseudonyms(reading, pseudonyms);
  return {
    file,
    mail,
    gold,
    goldLine: JSON.stringify(gold),
    register: needed.register,
    campaigns: needed.campaigns,
    isSettled,
    replaced,
    doubtful: await doubtfulIn(mail.bytes, original.known, pseudonyms),
    differs: readingChanges(was, is),
    was,
    is,
  };
}

async function readInCorpus(bytes: Uint8Array, folder: CorpusFolder): Promise<Reading> {
  return understandReply(await readMessage(bytes), knownOfFolder(folder));
}

/** What stands in our own letters is no news of theirs. */
async function doubtfulIn(bytes: Uint8Array, known: Known, pseudonyms: Pseudonyms): Promise<string[]> {
  const ours = known.campaigns
    .flatMap(({ sent }) => sent)
    .map(({ text }) => pseudonyms.text(text))
    .join('\n');
  const texts = textsOf(await readMessage(bytes));
  return [...new Set(texts.flatMap(text => pseudonyms.doubtful(text)))].filter(name => !ours.includes(name));
}

function lettersOf(known: Known, campaignId: string): KnownCampaign['sent'] {
  return known.campaigns.find(one => one.id === campaignId)?.sent ?? [];
}

function withPseudonyms<T extends Gold>(said: T, pseudonyms: Pseudonyms): T {
  return {
    ...said,
    caseRefs: said.caseRefs.map(pseudonyms.caseRef).sort(),
    recipients: said.recipients.map(pseudonyms.address).sort(),
  };
}

/** Whom a receipt, an absence or a bounce comes from is told where it can be; none of them has words of its own. */
function lenientOf({ kind }: Gold): string[] {
  if (kind === 'bounce') return ['newText', 'municipalities'];
  return kind === 'receipt' || kind === 'out-of-office' ? ['municipalities'] : [];
}

function corpusFiles(
  folder: CorpusFolder,
  { known, reading, message }: Original,
  campaign: RegisteredCampaign | null,
  letters: KnownCampaign['sent'],
  pseudonyms: Pseudonyms,
): Pick<CorpusFolder, 'register' | 'campaigns'> {
  if (campaign === null)
    return { register: folder.register || withAddressees('', known.addressees), campaigns: folder.campaigns || '[]\n' };
  const asked = known.campaigns.find(one => one.id === campaign.id)?.addressees ?? [];
  const domain = message.from?.address.split('@').at(1) ?? '';
  const needed = known.addressees.filter(one =>
    folder.register === ''
      ? asked.includes(one.name)
      : reading.municipalities.includes(one.name) || one.domains.includes(domain),
  );
  const sent = letters.map(
    (letter): CorpusLetter => ({
      date: letter.sentOn,
      message_id: pseudonyms.messageId(letter.messageId),
      subject: letter.subject,
      text: pseudonyms.text(letter.text),
    }),
  );
  const there = new Set(
    letters
      .filter(letter => letterIdThere(folder.campaigns, campaign.id, osloDate(letter.sentOn)) !== null)
      .map(one => one.messageId),
  );
  const fresh = sent.filter((_, i) => !there.has(letters[i]!.messageId));
  return {
    register: withAddressees(folder.register, needed),
    campaigns: withCampaign(folder.campaigns, campaign, asked, fresh),
  };
}
