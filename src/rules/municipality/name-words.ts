/** A word of a text, in which a name may begin. */
export interface Word {
  at: number;
  end: number;
  small: string;
  capital: boolean;
}

/** 1 for the letters of Latin-1, 2 for its capitals; beyond it letters are told by their class. */
const LATIN = Uint8Array.from({ length: 256 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return /\p{Lu}/u.test(letter) ? 2 : /\p{L}/u.test(letter) ? 1 : 0;
});

const SMALL_ACTS = new Set('slutter sluttar takker takkar deltar deltek blir vil har er sier seier'.split(' '));

/** Somebody on a phone: hardly a capital letter in it. */
export function isInSmallLetters(text: string): boolean {
  if (text.length < 20 || text.length > 4000) return false;
  let capitals = 0;
  for (let at = 0; at < text.length; at++) if (isCapital(text, at) && ++capitals > 1) return false;
  return true;
}

const SMALL_OFFICES = [' kommune', ' herad'];

/** Of a name after its first word, and of a first name. */
const LONGEST_REST = 40;

/** The words of a text one after the other. Only those that may begin a name are looked at closely. */
export class Words {
  readonly #text: string;
  /** Where the next « kommune» and the next « herad» stand. */
  readonly #offices = [-1, -1];
  #at = 0;

  /** Its writer uses no capital letters. */
  readonly #small: boolean;

  constructor(text: string, small: boolean) {
    this.#text = text;
    this.#small = small;
  }

  goOnAt(at: number): void {
    this.#at = at;
  }

  /** The next word with a capital letter, or one soon followed by « kommune» or « herad». */
  next(): Word | null {
    const text = this.#text;
    while (this.#at < text.length) {
      const at = this.#at;
      if (!isLetter(text, at)) {
        this.#at++;
        continue;
      }
      const end = this.#endOfWord(at);
      this.#at = end;
      const capital = isCapital(text, at);
      if (capital || this.#small || this.#isNearOffice(end))
        return { at, end, small: text.slice(at, end).toLowerCase(), capital };
    }
    return null;
  }

  /** «bjugn kommune», «midtre gauldal kommune» */
  #isNearOffice(end: number): boolean {
    for (const [which, office] of SMALL_OFFICES.entries()) {
      let at = this.#offices[which] ?? -1;
      if (at < end) {
        at = this.#text.indexOf(office, end);
        this.#offices[which] = at === -1 ? Number.POSITIVE_INFINITY : at;
      }
      if (at !== -1 && at - end < LONGEST_REST) return true;
    }
    return false;
  }

  #endOfWord(at: number): number {
    let end = at + 1;
    while (end < this.#text.length && isLetter(this.#text, end)) end++;
    return end;
  }

  after(word: Word): Word | null {
    let at = word.end;
    while (at < this.#text.length && at - word.end < 4 && !isLetter(this.#text, at)) at++;
    if (at >= this.#text.length || !isLetter(this.#text, at)) return null;
    return this.#wordAt(at, this.#endOfWord(at));
  }

  before(word: Word): Word | null {
    let end = word.at;
    while (end > 0 && word.at - end < 4 && !isLetter(this.#text, end - 1)) end--;
    let at = end;
    while (at > 0 && end - at < LONGEST_REST && isLetter(this.#text, at - 1)) at--;
    return at === end ? null : this.#wordAt(at, end);
  }

  #wordAt(at: number, end: number): Word {
    return { at, end, small: this.#text.slice(at, end).toLowerCase(), capital: isCapital(this.#text, at) };
  }

  /** Nothing but blanks or a hyphen between them, or the stop of an initial. A name may also be wrapped. */
  areNeighbours(one: Word, other: Word, wrapped = false): boolean {
    const between = this.#text.slice(one.end, other.at);
    if (between === ' ' || between === '-' || between === '\u00a0' || between === '  ') return true;
    if (between === '. ') return one.end - one.at === 1;
    return wrapped && /^[ \t]{0,2}\n[ \t>]{0,2}$/.test(between);
  }

  /** «Nord-Trøndelag», «Roan-rådmannen»: joined to a word that is no part of the name. */
  isPartOfLonger(first: Word, last: Word): boolean {
    const text = this.#text;
    const joins = (at: number) => text[at] === '-' || text[at] === '\u2010' || text[at] === '\u2011';
    return (joins(first.at - 1) && isLetter(text, first.at - 2)) || (joins(last.end) && isLetter(text, last.end + 1));
  }

  /** «www.Roan.kommune.example», «post@Roan…», «Roan_kommune.pdf» */
  isInAddress(first: Word, last: Word): boolean {
    const text = this.#text;
    const before = text[first.at - 1] ?? ' ';
    const after = text[last.end] ?? ' ';
    return (
      before === '@' ||
      before === '_' ||
      after === '@' ||
      after === '_' ||
      (before === '.' && /[\p{L}\d]/u.test(text[first.at - 2] ?? ' ')) ||
      (after === '.' && /[\p{L}\d]/u.test(text[last.end + 1] ?? ' '))
    );
  }

  /** «roan slutter seg til», «svar fra roan» of somebody who writes no capitals; not «en time til». */
  isSmallName(first: Word, last: Word): boolean {
    if (!this.#small) return false;
    const before = this.before(first)?.small;
    return before === 'fra' || before === 'frå' || SMALL_ACTS.has(this.after(last)?.small ?? '');
  }

  /** «7004 Trondheim», «NO-7004 Trondheim» */
  followsPostcode(first: Word): boolean {
    return /\d{4} {1,2}$/.test(this.#text.slice(Math.max(0, first.at - 6), first.at));
  }
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 256 ? LATIN[code] !== 0 : /\p{L}/u.test(text[at] ?? '');
}

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 256 ? LATIN[code] === 2 : /\p{Lu}/u.test(text[at] ?? '');
}
