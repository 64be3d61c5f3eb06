import { shortDate } from '../calendar/written-date.ts';
import { letterWords } from '../letters/letter-kind-words.ts';
import type { JournalEntry } from './journal-entry.ts';
import { journalWords } from './journal-words.ts';

type Line = Record<string, unknown>;

/** Acts on a campaign, on letters or on the program: they stand on no case, so that a case's journal has no words for them. */
const WORDS: Record<string, (line: Line) => string> = {
  'campaign-started': () => 'registrerte henvendelsen',
  'campaign-closed': () => 'avsluttet henvendelsen',
  'campaign-reopened': () => 'åpnet henvendelsen igjen',
  'round-ordered': line => `bestilte runde: ${letterWords(line.letter as Parameters<typeof letterWords>[0])}`,
  'letter-approved': () => 'godkjente brevet',
  'letter-dropped': () => 'stoppet brevet',
  'letter-case-dropped': () => 'tok en kommune ut av brevet',
  'letter-postponed': line => `holdt brevet tilbake til ${shortDate(String(line.until))}`,
  'letter-settled': line => `avgjorde et usikkert brev${because(line)}`,
  'sending-held': line => `stoppet all sending${because(line)}`,
  'sending-released': line => `startet sendingen igjen${because(line)}`,
  'sent-imported': () => 'leste inn sendte brev',
  'register-restored': () => 'la tilbake en sikkerhetskopi',
  'deputy-appointed': line =>
    `${String(line.deputy)} er stedfortreder for ${String(line.away)} ${shortDate(String(line.fromDay))}–${shortDate(String(line.toDay))}`,
  'deputy-dismissed': line => `${String(line.deputy)} er ikke lenger stedfortreder for ${String(line.away)}`,
};

function because({ because }: Line): string {
  return typeof because === 'string' && because !== '' ? `: ${because}` : '';
}

/** Any line of the journal in the adviser's words, those of no case too; an unknown event is shown by its name. */
export function actWords(entry: JournalEntry): string {
  const words = Object.hasOwn(WORDS, entry.event) ? WORDS[entry.event] : undefined;
  return words?.(entry as Line) ?? (journalWords(entry) as string | undefined) ?? entry.event;
}
