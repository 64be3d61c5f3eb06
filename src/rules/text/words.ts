import { type Asker, mayHold, mayHoldOne, newAsker, type WantedPlaces, wantedPlaces } from './letter-triples.ts';
import { neededIn } from './needed-letters.ts';

const WORD = '[\\p{L}\\p{N}_]';
const EDGE = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;

/** Before a letter the edge is a beginning, behind one an end: half the work, and most edges are one of the two. */
const BEGINNING = /\\b(?=(?:\((?:\?:|\?<[a-z]+>))*\p{L})/gu;
const END = /(?<=[^\\\p{L}]\p{L}{2,})\\b/gu;

/**
 * A pattern whose `\b` knows Norwegian letters.
 * Danger: it is kept for good (letter-triples.ts), so make none while a mail is read.
 * Danger: in plain JavaScript «å», «ø» and «æ» are no word characters, so `\bpå\b` never matches and `\bber\b` matches «ærber».
 */
export function words(pattern: RegExp): RegExp {
  const flags = pattern.flags.includes('u') ? pattern.flags : `${pattern.flags}u`;
  return /[yi]/.test(flags) ? withEdges(pattern.source, flags) : new Words(pattern.source, flags);
}

function withEdges(source: string, flags: string): RegExp {
  return new RegExp(
    source.replace(BEGINNING, `(?<!${WORD})`).replace(END, `(?!${WORD})`).replaceAll('\\b', EDGE),
    flags,
  );
}

/**
 * Each clause is held against hundreds of patterns and matches two or three: most are told by their letters alone
 * (letter-triples.ts). What no text comes near is never made.
 * Danger: with flag `g`, `test` and `exec` go on where they stopped, but not by our `lastIndex`: use `matchAll`.
 */
class Words extends RegExp {
  #asker: Asker | null | undefined;
  /** Asked for only in texts that have what the asker wants: it spares half of the searches, but takes longer to look for. */
  #wantedTogether: WantedPlaces | null | undefined;
  #edged: RegExp | undefined;

  override test(text: string): boolean {
    return this.#mayMatch(text) && this.#ready().test(text);
  }

  override exec(text: string): RegExpExecArray | null {
    return this.#mayMatch(text) ? this.#ready().exec(text) : null;
  }

  override [Symbol.match](text: string): RegExpMatchArray | null {
    return this.#mayMatch(text) ? this.#ready()[Symbol.match](text) : null;
  }

  override [Symbol.matchAll](text: string): RegExpStringIterator<RegExpExecArray> {
    return this.#mayMatch(text) ? matchesIn(text, this.#ready()) : [].values();
  }

  override [Symbol.replace](text: string, by: unknown): string {
    return this.#mayMatch(text) ? this.#ready()[Symbol.replace](text, by as string) : text;
  }

  override [Symbol.search](text: string): number {
    return this.#mayMatch(text) ? this.#ready()[Symbol.search](text) : -1;
  }

  #mayMatch(text: string): boolean {
    if (this.#asker === undefined) {
      const wanted = this.#wantedBy(1);
      this.#asker = wanted === null ? null : newAsker(wanted);
    }
    if (this.#asker === null) return true;
    if (!mayHold(text, this.#asker)) return false;
    if (this.#wantedTogether === undefined) this.#wantedTogether = this.#wantedBy(COMBINATIONS);
    return this.#wantedTogether === null || mayHoldOne(text, this.#wantedTogether);
  }

  #wantedBy(mostCombinations: number): WantedPlaces | null {
    const needed = neededIn(this.source, mostCombinations);
    return needed === null ? null : wantedPlaces(needed);
  }

  #ready(): RegExp {
    this.#edged ??= withEdges(this.source, this.flags);
    return this.#edged;
  }
}

const COMBINATIONS = 64;

/** As `matchAll`, for which JavaScript makes the pattern anew each time. */
function* matchesIn(text: string, pattern: RegExp): Generator<RegExpExecArray, undefined> {
  for (let at = 0; ; ) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return undefined;
    // Another may look with the same pattern meanwhile.
    at = pattern.lastIndex;
    if (match[0] === '') at += text.codePointAt(at)! > 0xffff ? 2 : 1;
    yield match;
  }
}
