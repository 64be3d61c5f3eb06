import { parse } from 'csv-parse/sync';
import { isIsoDate } from '../rules/calendar/add-days.ts';
import { instantFrom } from '../rules/calendar/oslo-time.ts';
import type { Known, KnownAddressee, KnownCampaign } from '../rules/replies/known.ts';

/** The addressee list of the reading contract: number,name,domain,email,contact_name,contact_email. Throws on bad CSV. */
export function readAddressees(csv: string): KnownAddressee[] {
  const rows: Record<string, string>[] = parse(csv, {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    trim: true,
    relax_column_count: true,
  });
  return rows
    .filter(row => (row.name ?? '') !== '')
    .map(row => ({
      name: withoutKommune(row.name ?? ''),
      number: row.number ?? '',
      domains: list(row.domain),
      addresses: [...list(row.email), ...list(row.contact_email)],
      tokens: {},
      theirReferences: {},
    }));
}

/** The requests of campaigns.json: only the keys that the corpus promises are relied on. Throws when it is no JSON list. */
export function readCampaigns(json: string): KnownCampaign[] {
  const all: unknown = JSON.parse(json);
  if (!Array.isArray(all)) throw new Error('campaigns.json: expected a list of campaigns');
  return all.map(readCampaign);
}

/** Nothing known: the reader then works by the text alone. */
export const NOTHING_KNOWN: Known = { addressees: [], campaigns: [] };

function readCampaign(raw: Record<string, unknown>): KnownCampaign {
  const terms = (raw.terms ?? {}) as Record<string, unknown>;
  const sent = Array.isArray(raw.sent) ? (raw.sent as Record<string, unknown>[]) : [];
  const deadlines = [raw.deadline, ...sent.map(({ deadline }) => deadline)].map(String).filter(isIsoDate);
  return {
    id: text(raw.id),
    type: raw.type === 'signature' ? 'signature' : 'accession',
    subject: text(raw.subject),
    reference: text(raw.reference),
    terms: {
      baseNok: number(terms.base_nok) ?? 0,
      perInhabitantNok: number(terms.per_inhabitant_nok) ?? 0,
      populationDate: null,
      year: number(terms.year),
    },
    deadlines: [...new Set(deadlines)].sort(),
    addressees: Array.isArray(raw.addressees) ? raw.addressees.map(String) : [],
    words: sent.map(letter => letter.text).join('\n'),
    sent: sent.map(letter => ({
      messageId: text(letter.message_id),
      sentOn: instant(text(letter.date)),
      subject: text(letter.subject) || text(raw.subject),
      text: text(letter.text),
    })),
  };
}

function instant(date: string): string {
  try {
    return instantFrom(date.length === 10 ? `${date}T12:00:00Z` : date);
  } catch {
    return '1970-01-01T00:00:00Z';
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function list(cell: string | undefined): string[] {
  return (cell ?? '')
    .toLowerCase()
    .split(/[;|\s]+/)
    .filter(part => part !== '');
}

function withoutKommune(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\s+kommune$/i, '')
    .trim();
}
