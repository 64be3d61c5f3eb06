import { type HeldText, heldText, hold, released } from './held-text.ts';
import { GIVEN_NAMES } from './name-words.ts';
import { mayBeNames, namesIn } from './people-in.ts';
import { asciiForms, PeopleNames } from './people-names.ts';
import { ADDRESS, exampleHost, holdAddresses } from './replace-addresses.ts';
import { caseOf, holdNumbers, type NumberKind, otherCase } from './replace-numbers.ts';

export interface Replaced {
  what: 'name' | 'address' | 'host' | 'message' | NumberKind;
  was: string;
  now: string;
}

/** The invented names of one mail: the same real name, address or number gets the same invented one wherever it stands. */
export interface Pseudonyms {
  text(text: string): string;
  address(address: string): string;
  /** With its angle brackets. */
  messageId(id: string): string;
  caseRef(reference: string): string;
  /** What was replaced until now, each once, in the order met. */
  replaced(): Replaced[];
  /** Names, perhaps, that stand in a replaced text as they were: for a person to look at. */
  doubtful(text: string): string[];
}

export interface PseudonymSources {
  /** Every text of the mail, in which names are looked for: headers, bodies, attachments. */
  texts: readonly string[];
  /** People that are known, perhaps with the invented name that a corpus has for them already. */
  people: readonly { name: string; as?: string }[];
  /** Names of municipalities and counties: they stay. */
  places: readonly string[];
  /** The sender's case numbers, as the reader found them. */
  caseRefs: readonly string[];
  /** Our own case numbers: they stay. */
  ownRefs?: readonly string[];
  /** Message-IDs that the corpus has a name for already. */
  messageIds: ReadonlyMap<string, string>;
  /** Where in the list of invented names this mail begins: others than in the mail before it. */
  start: number;
}

/** Addresses of offices and programs: they are nobody's, and tell what they are for. */
const OFFICE_ADDRESS =
  /^(?:\p{L}*post\p{L}*|mail|e-?post|arkiv\p{L}*|dokumentsenter\p{L}*|service\p{L}*|sentralbord|info|kontakt|svar|helse|faktura|radmann\p{L}*|rådmann\p{L}*|ordforer|ordfører|kommunedirektor\p{L}*|no-?reply|ikke-?svar|donotreply|mailer-daemon|postmaster|administrator|bounce\p{L}*|abuse|support|helpdesk|ks)(?:[+._-].{0,60})?$/iu;

export function pseudonymsFor(sources: PseudonymSources): Pseudonyms {
  const places = new Set(sources.places.flatMap(name => name.toLowerCase().split(/[\s/–-]+/u)));
  const people = new PeopleNames(
    sources.start,
    word => places.has(word.toLowerCase().replace(/s$/u, '')) || places.has(word.toLowerCase()),
  );
  const localParts = localsIn(sources.texts).filter(local => !OFFICE_ADDRESS.test(local) && !places.has(local));
  const found = sources.texts.flatMap(namesIn);
  const plain = withoutGenitives([...sources.people.map(one => one.name), ...found, ...localParts]);
  for (const { name, as } of sources.people)
    if (as === undefined) people.add(name);
    else people.addAs(name, as);
  for (const name of found) people.add(plain(name));
  for (const local of localParts) {
    const name = local.split('.').map(capitalised).join(' ');
    if (/^\p{L}+(?:\.\p{L}+)+$/u.test(local) && GIVEN_NAMES.has(name.split(' ')[0]!)) people.add(name);
  }
  const met = new Map<string, Replaced>();
  const numbers = new Map<string, string>();
  const locals = new Map<string, string>();

  function note(what: Replaced['what'], was: string, now: string): string {
    if (was !== now) met.set(`${what} ${was}`, { what, was, now });
    return now;
  }

  function host(written: string): string {
    return note('host', written, exampleHost(written));
  }

  function address(written: string): string {
    const at = written.lastIndexOf('@');
    const local = written.slice(0, at);
    return note('address', written, `${localPart(local)}@${exampleHost(written.slice(at + 1))}`);
  }

  function localPart(local: string): string {
    const small = local.toLowerCase();
    if (OFFICE_ADDRESS.test(small) || places.has(small)) return local;
    const known = locals.get(small);
    if (known !== undefined) return known;
    const parts = small.split(/([._])/);
    const named = parts.map((part, i) => (i % 2 === 1 ? part : people.asciiFor(part)));
    const made = named.some((part, i) => i % 2 === 0 && part === null && parts[i]!.length > 1)
      ? asciiWords(people.someone())
      : named.map((part, i) => part ?? parts[i]!).join('');
    locals.set(small, made);
    return made;
  }

  function messageId(id: string): string {
    return note('message', id, sources.messageIds.get(id) ?? madeId(id));
  }

  function number(kind: NumberKind, written: string): string {
    const key = `${kind} ${kind === 'case' ? caseOf(written) : written.replace(/\D/g, '').replace(/^(?:00)?47(?=\d{8}$)/, '')}`;
    const nth = numbers.has(key) ? 0 : numbers.size + 1;
    const known = numbers.get(key) ?? inventedNumber(kind, written, sources.start + nth);
    numbers.set(key, known);
    return note(kind, written, inFormOf(kind, written, known));
  }

  function text(written: string): string {
    const into = heldText(written);
    for (const id of into.text.match(/<[^<>\s]{1,500}@[^<>\s]{1,200}>/g) ?? []) {
      if (sources.messageIds.has(id)) holdLiteral(into, id, messageId(id));
    }
    holdAddresses(into, { address, host });
    // «tor.skogmo wasn't found at …»: a bounce has the local part alone.
    hold(into, LOCAL_ALONE, ([written]) => {
      const isMeant = localParts.includes(written.toLowerCase());
      return isMeant ? note('address', written, localPart(written)) : null;
    });
    hold(into, NOT_FOUND, ([written]) => note('address', written, localPart(written)));
    holdNumbers(into, sources.caseRefs, sources.ownRefs ?? [], number);
    holdNames(into, people, (was, now) => note('name', was, now));
    return released(into);
  }

  return {
    text,
    address,
    messageId,
    caseRef: reference => {
      const base = caseOf(reference);
      return number('case', base) + reference.slice(base.length);
    },
    replaced: () => [...met.values()],
    doubtful(replaced) {
      const invented = new Set(
        [...met.values()].flatMap(({ what, now }) => (what === 'name' ? now.split(/\s+/u) : [])),
      );
      return mayBeNames(replaced).filter(name => {
        const words = name.split(' ');
        return !words.some(word => invented.has(word)) && !words.every(word => places.has(word.toLowerCase()));
      });
    },
  };
}

/** «tor.skogmo», «jh_59» where no address is. */
const LOCAL_ALONE = /(?<![\p{L}\d._@+-])[\p{L}\d]{1,40}(?:[._-][\p{L}\d]{1,40}){1,4}(?![\p{L}\d_@-])/gu;
const NOT_FOUND =
  /(?<![\p{L}\d._@+-])[\p{L}\d]{1,40}(?:[._-][\p{L}\d]{1,40}){1,4}(?=[ \t\r\n*'"]{1,4}(?:was not|wasn['’]t|couldn['’]t be|could not be) found)/giu;

/** What stands before the @ of every address, in small letters. */
function localsIn(texts: readonly string[]): string[] {
  const found = texts.flatMap(text => [...text.matchAll(ADDRESS)].map(([one]) => one.split('@')[0]!.toLowerCase()));
  return [...new Set(found)];
}

/** «Skogmos» is Skogmo's, where somebody is called so: one person, not two. */
function withoutGenitives(names: readonly string[]): (name: string) => string {
  const words = new Set(names.flatMap(name => name.toLowerCase().split(/[^\p{L}’'-]+/u)));
  return name =>
    name.replace(/[\p{L}’'-]+(?<=s)/giu, word =>
      words.has(word.slice(0, -1).toLowerCase()) && !GIVEN_NAMES.has(word) ? word.slice(0, -1) : word,
    );
}

function holdLiteral(into: HeldText, literal: string, now: string): void {
  hold(into, new RegExp(literal.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'), 'g'), () => now);
}

/** Whole names first, then their words alone where no other word is meant. */
function holdNames(into: HeldText, people: PeopleNames, note: (was: string, now: string) => string): void {
  const words = people.words();
  if (words.length === 0) return;
  const one = words.map(word => `${capitalised(word)}|${word.toUpperCase()}`).join('|');
  const initial = '\\p{Lu}\\.?';
  const whole = new RegExp(
    `(?<![\\p{L}])(?:${one})(?:[ \\t,]{1,3}(?:${initial}[ \\t]+)?(?:${one}))+(?=s?(?![\\p{L}]))`,
    'gu',
  );
  hold(into, whole, ([written]) =>
    note(
      written,
      written.replace(/[\p{L}'’-]+/gu, word => people.wordFor(word) ?? word),
    ),
  );
  const alone = new RegExp(`(?<![\\p{L}]|(?:St\\.?|Sankt)[ \\u00a0])(?:${one})(?=s?(?![\\p{L}]))`, 'gu');
  hold(into, alone, match => {
    const [word] = match;
    const mayStand =
      people.standsAlone(word) ||
      isWhereNamesStand(into.text, match.index, word.length) ||
      (people.isGiven(word) && isWithinSentence(into.text, match.index, word.length));
    if (!mayStand) return null;
    const now = people.wordFor(word);
    return now === null ? null : note(word, now);
  });
  // «mvh kåre», from a telephone.
  const small = new RegExp(
    `(?<=(?:mvh|hilsen|helsing|hei|hilsing)[ \\t,.!]{0,4}\\s{0,4})(?:${words.join('|')})(?![\\p{L}])`,
    'giu',
  );
  hold(into, small, ([word]) => {
    const now = people.wordFor(word);
    return now === null ? null : note(word, now);
  });
}

/** «jan-ivar» → «Jan-Ivar» */
function capitalised(word: string): string {
  return word.replace(/(?<![\p{L}.])\p{L}/gu, letter => letter.toUpperCase());
}

/** «vi snakket med Tor om det»: a capital within a sentence; «Per 1.1.2013» begins one. */
function isWithinSentence(text: string, at: number, length: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  return /[\p{Ll},][ \t]{1,2}$/u.test(before) && !/^[ \t]*\d/.test(text.slice(at + length, at + length + 4));
}

/** Alone on its line, or after a greeting: «Hei Ola», «Hilsen Per». */
function isWhereNamesStand(text: string, at: number, length: number): boolean {
  const before = text.slice(Math.max(0, at - 24), at);
  const after = text.slice(at + length, at + length + 4);
  return /(?:^|\n)[ \t]*$/.test(before)
    ? /^[ \t]*(?:\r?\n|$|,\r?\n)/.test(after)
    : /(?:hei|kjære|hilsen|helsing|mvh)[ \t,.!]*\s?$/iu.test(before);
}

/** A new Message-ID by FNV-1a: the same for the same one, in every mail of a corpus. */
function madeId(id: string): string {
  const host = /@([^<>@\s]{1,200})>$/.exec(id)?.[1] ?? 'mail.example';
  const digest = [0x811c9dc5, 0x01000193, 0x9e3779b9].map(seed => fnv(id, seed).toString(16).padStart(8, '0')).join('');
  return `<${digest}@${exampleHost(host)}>`;
}

function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function asciiWords(name: string): string {
  return name
    .split(' ')
    .map(word => asciiForms(word.toLowerCase())[0])
    .join('.');
}

/** Digits that are nobody's: telephone numbers begin with 00 as in the corpus, identity numbers are zeros. */
function inventedNumber(kind: NumberKind, written: string, nth: number): string {
  if (kind === 'case') return otherCase(caseOf(written), nth) ?? caseOf(written);
  if (kind === 'organisation') return `000${String(100000 + ((nth * 37) % 900000))}`;
  if (kind === 'phone') return `0000${String(1000 + ((nth * 37) % 9000))}`;
  return kind === 'street' ? `Eksempelveien ${1 + (nth % 90)}` : '00000000000';
}

/** The invented digits in the groups in which the number was written. */
function inFormOf(kind: NumberKind, written: string, known: string): string {
  if (kind === 'street') return known;
  if (kind === 'case') return known + written.slice(caseOf(written).length);
  const country = /^\(?(?:\+|00)47\)?[ ]?/.exec(written)?.[0] ?? '';
  const digits = [...known.padStart(written.slice(country.length).replace(/\D/g, '').length, '0')];
  const short = written.slice(country.length).replace(/\D/g, '').length;
  const last = digits.slice(digits.length - short);
  return country + written.slice(country.length).replace(/\d/g, () => last.shift() ?? '0');
}
