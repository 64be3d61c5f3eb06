import { inventedGivenName, inventedSurname } from './invented-names.ts';
import { GIVEN_NAMES, GIVEN_NAMES_THAT_ARE_WORDS, OFFICE_WORD, SURNAMES_THAT_ARE_WORDS } from './name-words.ts';

/** The people of one mail with their invented names, word by word: «Kåre» is the same in every place and in his address. */
export class PeopleNames {
  /** Invented words by real word, in small letters. */
  private readonly invented = new Map<string, { word: string; is: 'given' | 'surname' }>();
  private readonly isPlace: (word: string) => boolean;
  private readonly start: number;
  private count = 0;

  /** @param start where in the list of invented names it begins · isPlace: words of municipalities, which stay */
  constructor(start: number, isPlace: (word: string) => boolean) {
    this.start = start;
    this.isPlace = isPlace;
  }

  /** Takes up a name; «Nes, Kari» is turned. Returns false for what is no person's name. */
  add(name: string): boolean {
    const words = wordsOf(name);
    if (words.length === 0 || words.length > 5 || words.some(word => OFFICE_WORD.test(word))) return false;
    const hasGiven = GIVEN_NAMES.has(words[0]!.split('-')[0]!);
    if (words.every(word => this.isPlace(word)) && !hasGiven) return false;
    if (words.length === 1 && !hasGiven) return false;
    words.forEach((word, i) => {
      if (!isInitial(word))
        this.addWord(word, i === 0 || (i < words.length - 1 && GIVEN_NAMES.has(word)) ? 'given' : 'surname');
    });
    return true;
  }

  /** A known person whose invented name is given already. */
  addAs(name: string, invented: string): void {
    const real = wordsOf(name);
    const words = wordsOf(invented);
    if (real.length === 0 || words.length === 0) return;
    real.forEach((word, i) => {
      const is = i === 0 ? 'given' : 'surname';
      const as = i === 0 ? words[0]! : i === real.length - 1 ? words.at(-1)! : null;
      if (as === null) this.addWord(word, is);
      else if (!isInitial(word)) this.invented.set(word.toLowerCase(), { word: as, is });
    });
  }

  /** The invented word for a name's word, written as it is («KARI», «kari»); null for a word that is no name's. */
  wordFor(word: string): string | null {
    const found = this.invented.get(word.toLowerCase());
    if (found === undefined) return null;
    if (word === word.toUpperCase() && word.length > 1) return found.word.toUpperCase();
    return word === word.toLowerCase() ? found.word.toLowerCase() : found.word;
  }

  /** Whether the word may be replaced where it stands alone in running text. */
  standsAlone(word: string): boolean {
    const found = this.invented.get(word.toLowerCase());
    if (found === undefined || this.isPlace(word)) return false;
    return found.is === 'given' ? !GIVEN_NAMES_THAT_ARE_WORDS.has(word) : !SURNAMES_THAT_ARE_WORDS.has(word);
  }

  /** A first name, perhaps one that is another word as well («Tor», «Per»). */
  isGiven(word: string): boolean {
    return this.invented.get(word.toLowerCase())?.is === 'given';
  }

  /** All words of names in small letters, longest first. */
  words(): string[] {
    return [...this.invented.keys()].sort((a, b) => b.length - a.length);
  }

  /** The invented word for what stands in an address in a–z («kare», «saksvik»). */
  asciiFor(part: string): string | null {
    const plain = part.replaceAll('-', '');
    for (const [real, { word }] of this.invented)
      if (asciiForms(real).includes(plain)) return asciiForms(word.toLowerCase())[0]!;
    return null;
  }

  /** Somebody of whom nothing is known but an address. */
  someone(): string {
    this.count += 1;
    return `${inventedGivenName(this.start, this.count)} ${inventedSurname(this.start + this.count)}`;
  }

  private addWord(word: string, is: 'given' | 'surname'): void {
    const key = word.toLowerCase();
    if (this.invented.has(key)) return;
    this.count += 1;
    const made = is === 'given' ? inventedGivenName(this.start, this.count) : inventedSurname(this.start + this.count);
    this.invented.set(key, { word: made, is });
  }
}

function wordsOf(name: string): string[] {
  const plain = name.normalize('NFC').replace(/[«»"“”()]/gu, ' ');
  const [last, first, ...more] = plain.split(',');
  const turned =
    first !== undefined && more.length === 0 && /^\s*\p{Lu}/u.test(first) ? `${first} ${last}` : (last ?? '');
  return turned.split(/\s+/u).filter(word => /^\p{Lu}[\p{L}.'’-]*$/u.test(word));
}

function isInitial(word: string): boolean {
  return /^\p{Lu}\.?$/u.test(word);
}

/** «kåre» → «kare», «kaare»: how programs and people write it where only a–z may stand. */
export function asciiForms(word: string): string[] {
  const small = word.toLowerCase();
  const plain = (text: string) => text.normalize('NFD').replace(/[^a-z0-9]/g, '');
  return [
    plain(small.replace(/å/g, 'a').replace(/ø/g, 'o').replace(/æ/g, 'ae')),
    plain(small.replace(/å/g, 'aa').replace(/ø/g, 'oe').replace(/æ/g, 'ae')),
    plain(small.replace(/å/g, 'a').replace(/ø/g, 'o').replace(/æ/g, 'a')),
    plain(small.replace(/å/g, 'a').replace(/ø/g, 'o').replace(/æ/g, 'e')),
  ];
}
