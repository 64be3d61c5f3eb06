import { RETURNED_MAIL } from './bounce-words.ts';
import type { DeliveryRow } from './delivery-report.ts';
import { statusIn } from './delivery-status.ts';
import { addressesIn, addressIn } from './failed-address.ts';

/** Nobody's server says who failed after this. */
const MAX_TEXT = 20_000;

/** «Recipient: <a@b>», «Undeliverable Address: a@b», «Error-for: a@b» */
const LABELLED =
  /^[\s>*|-]*(?:(?:final|original|failed|intended|invalid|undeliverable|bad|to)?[ -]?(?:recipient|address|mottaker|mottakar|adresse)(?: address| adresse)?(?:\(s\)|\(es\))?|error-for|invalid final delivery userid|unknown user|user mailbox exceeds allowed size|undeliverable to) *[:=] *\W{0,8}(?:smtp:|rfc822;)?(.{3,300})$/i;

/** «<a@b>: host said», «a@b (Unknown user)», «-> a@b», «* a@b»: the line is about that recipient. */
const LINE_OF_ONE =
  /^[\s>*|"'<-]{0,40}([^\s<>()"',;:[\]@|]{1,64}@[^\s<>()"',;:[\]@|]{1,200})(?=$|[\s>)"',;:(<[]|\.\.\.)/;

/** «deliver your mail to <a@b>», «not listed: (a@b)», «meldingen til a@b» */
const SENTENCE =
  /\b(?:deliver\w*|sent|send|reach|relayed|lever\w+|sendes|message|mail|melding\w*|e-post\w*|user|recipient\w*|mottaker\w*|addressed|domain)\b[^@\n]{0,120}?[\s<('"]([^\s<>()"',;:[\]@|]{1,64}@[^\s<>()"',;:[\]@|]{1,200})/gi;

/** What our server and theirs said to each other: «>>> RCPT To:<a@b>», «550 <a@b>... User unknown» */
const REFUSED = /(?:\brcpt to: *|^[ \t]*[45]\d\d[ -](?:[45]\.\d\.\d{1,3} )?<)<?([^\s<>]{3,300})/i;

/** «<inner@b> (expanded from: <a@b>)»: the second is the one that we wrote to. */
const EXPANDED = /\((?:expanded|generated) (?:from|by):? *<?([^\s<>()]{3,300})/i;

/** A recipient as a text tells of it. */
export interface ToldRow extends DeliveryRow {
  /** What stands there about this recipient. */
  about: string;
}

/** Who failed by a report without the fields of RFC 3464: `text` is its own words (see ownWords), `notFailed` are its sender and ourselves. */
export function rowsInText(text: string, notFailed: ReadonlySet<string>, action: 'failed' | 'delayed'): ToldRow[] {
  const lines = text.split('\n');
  const found = firstNamed(lines, notFailed);
  const starts = [...found.values()];
  return [...found].map(([address, at]) => {
    const end = starts.find(start => start > at) ?? lines.length;
    const about = lines.slice(at, end).join('\n');
    return { address, action, about, status: statusIn(about) ?? (found.size === 1 ? statusIn(text) : null) };
  });
}

/** A report's own text, without the mail that it returns. */
export function ownWords(text: string): string {
  const whole = text.slice(0, MAX_TEXT);
  const at = whole.search(RETURNED_MAIL);
  return at < 1 ? whole : whole.slice(0, at);
}

type Places = Map<string, number>;

/** From the surest way to name a recipient to the weakest; the first that names one counts. */
function firstNamed(lines: readonly string[], notFailed: ReadonlySet<string>): Places {
  const anyone = (address: string | null) => address !== null;
  const other = (address: string | null) => address !== null && !SERVICE.test(address) && !notFailed.has(address);
  const direct = (line: string) => labelled(line) ?? addressIn(LINE_OF_ONE.exec(line)?.[1] ?? '');
  const inSentence = (line: string) => [...line.matchAll(SENTENCE)].map(match => addressIn(match[1] ?? ''));
  const refused = (line: string) => [addressIn(REFUSED.exec(line)?.[1] ?? '')];
  const ways: [(line: string) => (string | null)[], typeof other][] = [
    [line => [direct(line)], other],
    [inSentence, other],
    [refused, other],
    [addressesIn, other],
    [line => [direct(line)], anyone],
    [addressesIn, anyone],
  ];
  for (const [addressesOf, counts] of ways) {
    const found = places(lines, addressesOf, counts);
    if (found.size > 0) return found;
  }
  return new Map();
}

/** Those who help, and never were the recipient. */
const SERVICE = /^(?:postmaster|mailer-daemon|abuse|support|helpdesk|brukerstotte)@/;

function labelled(line: string): string | null {
  return addressIn(LABELLED.exec(line)?.[1] ?? '');
}

function places(
  lines: readonly string[],
  addressesOf: (line: string) => readonly (string | null)[],
  counts: (address: string | null) => boolean,
): Places {
  const found: Places = new Map();
  lines.forEach((line, at) => {
    if (!line.includes('@')) return;
    for (const address of addressesOf(line)) {
      if (!counts(address)) continue;
      const written = addressIn(EXPANDED.exec(`${line} ${lines[at + 1] ?? ''}`)?.[1] ?? '') ?? address;
      if (written !== null && !found.has(written)) found.set(written, at);
    }
  });
  return found;
}
