/** Everything but letters and digits: where words begin and end. */
export const EDGE = 0;
const OTHER_LETTER = 30;
const DIGIT = 31;

/** A class below 32 for each sign of Latin-1; only small Norwegian letters have one of their own. */
const CLASSES = Uint8Array.from({ length: 256 }, (_, code) => {
  const sign = String.fromCharCode(code);
  const own = 'abcdefghijklmnopqrstuvwxyzæøå'.indexOf(sign);
  if (own !== -1) return own + 1;
  if (/\p{L}/u.test(sign)) return OTHER_LETTER;
  return /[\p{N}_]/u.test(sign) ? DIGIT : EDGE;
});

/** The class of a sign, null beyond Latin-1. */
export function classOf(sign: string): number | null {
  return CLASSES[sign.charCodeAt(0)] ?? null;
}

/** Row by class: the classes that stand behind it somewhere, a bit for each. Both ends of the text are an edge. */
type Pairs = Uint32Array;

const ANY: Pairs = new Uint32Array(32).fill(0xffffffff);

function pairsIn(text: string): Pairs {
  const pairs = new Uint32Array(32);
  let before = EDGE;
  for (let at = 0; at < text.length; at++) {
    const behind = CLASSES[text.charCodeAt(at)];
    if (behind === undefined) return ANY;
    pairs[before]! |= 1 << behind;
    before = behind;
  }
  pairs[before]! |= 1;
  return pairs;
}

/** Hundreds of patterns ask for the same clause and its sentence, by turns. */
const KEPT = 8;
const texts: string[] = Array.from({ length: KEPT }, () => '');
const kept: Pairs[] = Array.from({ length: KEPT }, () => pairsIn(''));
let next = 0;

function pairsOf(text: string): Pairs {
  const known = texts.indexOf(text);
  if (known !== -1) return kept[known]!;
  const pairs = pairsIn(text);
  texts[next] = text;
  kept[next] = pairs;
  next = (next + 1) % KEPT;
  return pairs;
}

/** Runs of classes of which a text must hold one; each pair is one number, and 0xffff ends a run. */
export type WantedRuns = Uint16Array;

export function wantedRuns(runs: readonly (readonly number[])[]): WantedRuns {
  const coded = runs.map(run => run.slice(1).map((behind, at) => run[at]! * 32 + behind));
  return Uint16Array.from(coded.flatMap(pairs => [...new Set(pairs), 0xffff]));
}

/** False when the text cannot hold any of the runs, since none has all its pairs there. */
export function mayHold(text: string, wanted: WantedRuns): boolean {
  const pairs = pairsOf(text);
  let holds = true;
  for (let at = 0; at < wanted.length; at++) {
    const pair = wanted[at]!;
    if (pair === 0xffff) {
      if (holds) return true;
      holds = true;
    } else if (holds) holds = ((pairs[pair >> 5]! >>> (pair & 31)) & 1) === 1;
  }
  return false;
}
