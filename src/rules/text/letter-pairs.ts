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

/** A number for each two classes that follow each other in the run, each once. */
export function pairsOfRun(run: readonly number[]): number[] {
  return [...new Set(run.slice(1).map((behind, at) => run[at]! * 32 + behind))];
}

/** Sets of pairs of which a text must hold one whole, before each where the next begins: most sets end at their first pair. */
export type WantedPairs = Uint16Array;

export function wantedPairs(sets: readonly (readonly number[])[]): WantedPairs {
  const coded: number[] = [];
  for (const pairs of sets) coded.push(coded.length + 1 + pairs.length, ...pairs);
  return Uint16Array.from(coded);
}

/** False when the text cannot hold any of the sets whole. */
export function mayHold(text: string, wanted: WantedPairs): boolean {
  const pairs = pairsOf(text);
  for (let at = 0; at < wanted.length; ) {
    const next = wanted[at++]!;
    while (at < next && ((pairs[wanted[at]! >> 5]! >>> (wanted[at]! & 31)) & 1) === 1) at++;
    if (at === next) return true;
    at = next;
  }
  return false;
}
