import type { RegisteredCampaign } from '../register/campaigns.ts';
import { inventedGivenName, inventedSurname } from '../rules/pseudonyms/invented-names.ts';
import { asciiForms } from '../rules/pseudonyms/people-names.ts';
import { exampleHost } from '../rules/pseudonyms/replace-addresses.ts';
import type { KnownAddressee } from '../rules/replies/known.ts';
import { readAddressees } from './read-known.ts';

/** The texts of a corpus folder (test/corpus/SPEC.md); '' for what is not there yet. */
export interface CorpusFolder {
  /** gold.jsonl */
  gold: string;
  /** register.csv */
  register: string;
  /** campaigns.json */
  campaigns: string;
  /** Names in messages/. */
  messages: readonly string[];
}

/** A letter of ours as campaigns.json has it. */
export interface CorpusLetter {
  date: string;
  message_id: string;
  subject: string;
  text: string;
}

type CorpusCampaign = Record<string, unknown> & { id: string; sent?: CorpusLetter[]; addressees?: string[] };

/** Why the folder is not taken for a corpus, in Norwegian; null when it is one, or empty. */
export function whyNoCorpus(
  { gold, messages, register, campaigns }: CorpusFolder,
  others: readonly string[],
): string | null {
  const isEmpty = gold === '' && messages.length === 0 && register === '' && campaigns === '' && others.length === 0;
  if (isEmpty) return null;
  if (gold === '' || register === '' || campaigns === '')
    return 'Mappen er ikke tom, og mangler gold.jsonl, register.csv eller campaigns.json. Oppgi en tom mappe eller en korpusmappe.';
  const lines = gold.split('\n').filter(line => line.trim() !== '');
  const bad = lines.findIndex(line => !isGold(line));
  if (bad !== -1) return `gold.jsonl har et annet format (linje ${bad + 1}). Oppgi en tom mappe eller en korpusmappe.`;
  return Array.isArray(parsed(campaigns))
    ? null
    : 'campaigns.json har et annet format. Oppgi en tom mappe eller en korpusmappe.';
}

function isGold(line: string): boolean {
  const one = parsed(line) as Record<string, unknown> | null;
  return (
    one !== null &&
    typeof one === 'object' &&
    typeof one.file === 'string' &&
    typeof one.kind === 'string' &&
    'conclusion' in one
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** `messages/043.eml`: behind the last one there is. */
export function nextFile({ messages }: CorpusFolder): string {
  const last = Math.max(0, ...messages.map(name => Number(/^(\d+)\.eml$/.exec(name)?.[1] ?? 0)));
  return `messages/${String(last + 1).padStart(3, '0')}.eml`;
}

const HEADING = 'number,name,domain,email,contact_name,contact_email';

/** register.csv with these municipalities in it; whoever is there keeps his row. Contacts are invented. */
export function withAddressees(csv: string, addressees: readonly KnownAddressee[]): string {
  const there = new Set(csv === '' ? [] : readAddressees(csv).map(one => one.name));
  const rows = addressees.filter(one => !there.has(one.name)).map(rowOf);
  return rows.length === 0 ? csv : `${(csv === '' ? HEADING : csv).trimEnd()}\n${rows.join('\n')}\n`;
}

function rowOf({ name, number, domains, addresses }: KnownAddressee): string {
  const domain = exampleHost(domains[0] ?? `${asciiForms(name)[0]}.kommune.example`);
  const own = addresses.find(one => /^(?:e?post\p{L}*|firmapost)@/iu.test(one))?.split('@')[0] ?? 'postmottak';
  const contact = inventedContact(number);
  const address = `${contact
    .split(' ')
    .map(word => asciiForms(word)[0])
    .join('.')}@${domain}`;
  return [number, name, domain, `${own}@${domain}`, contact, address].map(quoted).join(',');
}

/** The same for a municipality every time. */
export function inventedContact(number: string): string {
  const n = Number(number.replace(/\D/g, '')) || 1;
  return `${inventedGivenName(n % 24)} ${inventedSurname(n)}`;
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** As `pseudonyms.ts` makes them: the letter came with a mail that was added. */
const MADE_ID = /^<[0-9a-f]{24}@/;

/** The Message-ID that a corpus of one letter a round has for our letter of that day; null when it knows none. */
export function letterIdThere(json: string, campaignId: string, day: string): string | null {
  const there = campaignsIn(json).find(one => one.id === campaignId);
  const thatDay = (there?.sent ?? []).filter(one => String(one.date).slice(0, 10) === day);
  return thatDay.find(one => !MADE_ID.test(one.message_id))?.message_id ?? null;
}

/** The Message-IDs of our letters that the corpus has: they are its own already. */
export function letterIdsThere(json: string): string[] {
  return campaignsIn(json).flatMap(one => (one.sent ?? []).map(letter => letter.message_id));
}

/** campaigns.json with that campaign and its letters in it; what is there stays. */
export function withCampaign(
  json: string,
  campaign: RegisteredCampaign,
  addressees: readonly string[],
  letters: readonly CorpusLetter[],
): string {
  const all = campaignsIn(json);
  const there = all.find(one => one.id === campaign.id);
  const { terms } = campaign;
  const own: CorpusCampaign = there ?? {
    id: campaign.id,
    type: campaign.type,
    subject: campaign.title,
    reference: campaign.reference,
    terms: { base_nok: terms.baseNok, per_inhabitant_nok: terms.perInhabitantNok, year: terms.year },
    deadline: campaign.deadlines.at(-1)?.date ?? null,
    addressees: [...addressees],
    sent: [],
  };
  const sent = own.sent ?? [];
  const fresh = letters.filter(one => !sent.some(old => old.message_id === one.message_id));
  if (there !== undefined && fresh.length === 0) return json;
  const now = { ...own, sent: [...sent, ...fresh] };
  return `${JSON.stringify(there === undefined ? [...all, now] : all.map(one => (one === there ? now : one)), null, 1)}\n`;
}

function campaignsIn(json: string): CorpusCampaign[] {
  return json === '' ? [] : (JSON.parse(json) as CorpusCampaign[]);
}
