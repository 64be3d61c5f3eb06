import { classOf, EDGE, placesOfRun } from './letter-triples.ts';

/** Sets of places (letter-triples.ts), one of which every match has whole; null = nothing can be said. */
export type Needed = readonly (readonly number[])[] | null;

/**
 * What a text must have for a pattern to match there, read off the pattern's source (flag `u`, no flag `i`): of
 * alternatives one, of a sequence all its pieces, as long as their combinations are few.
 * @param mostCombinations more of them tell more and take longer to look for; with 1, the rarest piece decides
 */
export function neededIn(source: string, mostCombinations: number): Needed {
  return new Source(source, mostCombinations).alternatives(false);
}

/** How many texts have one of these, very roughly: each further piece of a word is in a third of them. */
function share(needed: Needed): number {
  return needed === null ? 1 : needed.reduce((sum, places) => sum + 0.3 ** places.length, 0);
}

/** What must be there of both; of too many combinations the rarer of the two. */
function both(one: Needed, other: Needed, mostCombinations: number): Needed {
  if (one === null || other === null) return one ?? other;
  if (one.length * other.length > mostCombinations) return share(other) < share(one) ? other : one;
  return one.flatMap(places => other.map(more => [...new Set([...places, ...more])]));
}

/** What the pieces so far need, and the run of signs that is just being read. */
class Sequence {
  needed: Needed = null;
  readonly #mostCombinations: number;
  #run: number[];
  /** The run ends with an edge that is no sign of its own: `\b`, `^`, `$`. */
  #edged: boolean;

  constructor(behindEdge: boolean, mostCombinations: number) {
    this.#mostCombinations = mostCombinations;
    this.#run = behindEdge ? [EDGE] : [];
    this.#edged = behindEdge;
  }

  get endsWithEdge(): boolean {
    return this.#run.at(-1) === EDGE;
  }

  sign(place: number): void {
    if (this.#edged && place === EDGE) this.#run.pop();
    this.#run.push(place);
    this.#edged = false;
  }

  edge(): void {
    if (this.endsWithEdge) return;
    this.#run.push(EDGE);
    this.#edged = true;
  }

  breakOff(): void {
    if (this.#run.length > 1) this.offer([placesOfRun(this.#run)]);
    this.#run = [];
    this.#edged = false;
  }

  offer(needed: Needed): void {
    this.needed = both(this.needed, needed, this.#mostCombinations);
  }
}

const QUANTIFIER = /(?:[?*+]|\{(?<least>\d+)(?:,\d*)?\})\??/y;
const OPENING = /\((?<around>\?<?[=!])?(?:\?:|\?<\w+>)?/y;
const OPAQUE = /\[(?:\\.|[^\\\]])*\]|\\(?:[pPu]\{[^}]*\}|k<\w+>|u\w{4}|x\w\w|[a-zA-Z\d])|\./y;

class Source {
  readonly #source: string;
  readonly #mostCombinations: number;
  #at = 0;

  constructor(source: string, mostCombinations: number) {
    this.#source = source;
    this.#mostCombinations = mostCombinations;
  }

  /** Up to the closing bracket or the end. */
  alternatives(behindEdge: boolean): Needed {
    let all: Needed = this.#sequence(behindEdge);
    while (this.#source[this.#at] === '|') {
      this.#at++;
      const other = this.#sequence(behindEdge);
      all = all === null || other === null ? null : [...all, ...other];
    }
    return all;
  }

  #sequence(behindEdge: boolean): Needed {
    const sequence = new Sequence(behindEdge, this.#mostCombinations);
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at]!)) this.#piece(sequence);
    sequence.breakOff();
    return sequence.needed;
  }

  #piece(sequence: Sequence): void {
    if (this.#take(/\\b|\^|\$/y) !== null) {
      sequence.edge();
      return;
    }
    const opening = this.#take(OPENING);
    if (opening !== null) {
      this.#group(sequence, opening.groups?.around !== undefined);
      return;
    }
    const place = this.#take(OPAQUE) === null ? this.#sign() : null;
    const times = this.#take(QUANTIFIER);
    if (place !== null && !mayBeMissing(times)) sequence.sign(place);
    if (place === null || times !== null) sequence.breakOff();
  }

  #group(sequence: Sequence, looksAround: boolean): void {
    const needed = this.alternatives(sequence.endsWithEdge);
    this.#at++;
    // What stands around takes no room: the run goes on behind it.
    if (looksAround) return;
    sequence.breakOff();
    if (!mayBeMissing(this.#take(QUANTIFIER))) sequence.offer(needed);
  }

  #sign(): number | null {
    if (this.#source[this.#at] === '\\') this.#at++;
    return classOf(this.#source[this.#at++]!);
  }

  #take(what: RegExp): RegExpExecArray | null {
    what.lastIndex = this.#at;
    const found = what.exec(this.#source);
    if (found !== null) this.#at = what.lastIndex;
    return found;
  }
}

function mayBeMissing(times: RegExpExecArray | null): boolean {
  return times !== null && (/^[?*]/.test(times[0]) || times.groups?.least === '0');
}
