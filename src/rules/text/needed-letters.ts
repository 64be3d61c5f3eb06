import { classOf, EDGE } from './letter-pairs.ts';

/** Runs of letter classes (letter-pairs.ts) of which every match has one; null = nothing can be said. */
export type Needed = readonly (readonly number[])[] | null;

/**
 * What a text must have for a pattern to match there, read off the pattern's source (flag `u`, no flag `i`): of
 * alternatives one, of a sequence its rarest piece.
 */
export function neededIn(source: string): Needed {
  return new Source(source).alternatives(false);
}

/** How many texts have one of these, very roughly: each further pair of letters is in a third of them. */
function share(needed: Needed): number {
  return needed === null ? 1 : needed.reduce((sum, run) => sum + 0.3 ** (run.length - 1), 0);
}

/** The rarest piece found so far, and the run of signs that is just being read. */
class Sequence {
  needed: Needed = null;
  #run: number[];
  /** The run ends with an edge that is no sign of its own: `\b`, `^`, `$`. */
  #edged: boolean;

  constructor(behindEdge: boolean) {
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
    if (this.#run.length > 1) this.offer([this.#run]);
    this.#run = [];
    this.#edged = false;
  }

  offer(needed: Needed): void {
    if (share(needed) < share(this.needed)) this.needed = needed;
  }
}

const QUANTIFIER = /(?:[?*+]|\{(?<least>\d+)(?:,\d*)?\})\??/y;
const OPENING = /\((?<around>\?<?[=!])?(?:\?:|\?<\w+>)?/y;
const OPAQUE = /\[(?:\\.|[^\\\]])*\]|\\(?:[pPu]\{[^}]*\}|k<\w+>|u\w{4}|x\w\w|[a-zA-Z\d])|\./y;

class Source {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
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
    const sequence = new Sequence(behindEdge);
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
