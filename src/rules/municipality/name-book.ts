/** What a register calls one of its rows, and whatever else it may be called. */
export interface NamedRow {
  /** As the register writes it: «Bjugn», «Våler (Innlandet)», «Kárášjohka - Karasjok», «Trøndelag fylkeskommune». */
  name: string;
  otherNames?: readonly string[];
  formerNames?: readonly string[];
}

/** One way of writing a name, in small letters, word by word; a hyphen counts as a space. */
export interface NameForm {
  words: readonly string[];
  /** Register names that it may mean: two for Våler and Herøy. */
  owners: readonly string[];
}

/** Forms by their first word, longest first, so that «Indre Fosen» is found before «Indre». */
export type NameBook = ReadonlyMap<string, readonly NameForm[]>;

/** Makes the names of a register ready to be found in texts; once a register, not once a mail. */
export function nameBook(rows: readonly NamedRow[]): NameBook {
  const owners = new Map<string, Set<string>>();
  for (const row of rows)
    for (const form of formsOf(row)) owners.set(form, (owners.get(form) ?? new Set()).add(row.name));
  const book = new Map<string, NameForm[]>();
  for (const [form, names] of owners) {
    const words = form.split(' ');
    const first = words[0] ?? '';
    const there = book.get(first) ?? [];
    there.push({ words, owners: [...names] });
    book.set(first, there);
  }
  for (const forms of book.values()) forms.sort((a, b) => b.words.length - a.words.length);
  return book;
}

/** «Innlandet» of «Våler (Innlandet)»: what tells it from the other of its name; null when there is none. */
export function qualifierOf(name: string): string | null {
  return /\(([^()]+)\)\s*$/.exec(name)?.[1]?.toLowerCase() ?? null;
}

/** The ways of writing one row's name, folded as texts are compared with it. */
export function formsOf({ name, otherNames = [], formerNames = [] }: NamedRow): string[] {
  const official = [name, ...otherNames].flatMap(one => namesWithin(one));
  const joint = official.length > 1 ? jointForms(official) : [];
  const all = [...official, ...joint, ...formerNames.flatMap(namesWithin)];
  return [...new Set(all.flatMap(withCounty))].filter(form => form !== '');
}

/** «Snåase - Snåsa», «Gáivuotna/Kåfjord»: several official names in one. */
function namesWithin(name: string): string[] {
  return name
    .replace(/\s*\([^()]*\)\s*$/, '')
    .split(/\s+[-–—|]\s+|\s*\/\s*/)
    .map(wordsOf)
    .filter(part => part !== '');
}

/** Both names one after the other, as signs and letterheads have them: «Deatnu Tana», «Snåsa-Snåase». */
function jointForms(names: readonly string[]): string[] {
  const pairs = names.flatMap(one => names.filter(other => other !== one).map(other => `${one} ${other}`));
  return names.length > 2 ? [...pairs, names.join(' ')] : pairs;
}

/** «Trøndelag fylkeskommune» is also «Trøndelag fylke», and never «Trøndelag» alone. */
function withCounty(form: string): string[] {
  return form.endsWith(' fylkeskommune') ? [form, form.replace(/kommune$/, '')] : [form];
}

function wordsOf(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[-‐‑–]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/ (?:kommune|herad)$/u, '');
}
