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

/** A bit for each place that a text has; places are shared, so that a bit tells that one of a few may be there. */
type Places = Uint32Array;

const ALL_PLACES = 8192;

function placeOf(before: number, between: number, behind: number): number {
  return Math.imul((before << 10) | (between << 5) | behind, 0x9e3779b1) >>> 19;
}

/** Two that follow each other, for runs that are no longer: as if a class that there is not stood between. */
function placeOfTwo(before: number, behind: number): number {
  return placeOf(32 + before, 0, behind);
}

/** Both ends of the text are an edge. */
function writePlaces(text: string, places: Places): void {
  places.fill(0);
  let before = EDGE;
  let between = EDGE;
  for (let at = 0; at <= text.length; at++) {
    const behind = at === text.length ? EDGE : CLASSES[text.charCodeAt(at)];
    if (behind === undefined) {
      // Beyond Latin-1 nothing is told: anything may be there.
      places.fill(0xffffffff);
      return;
    }
    const three = placeOf(before, between, behind);
    const two = placeOfTwo(between, behind);
    places[three >> 5]! |= 1 << three;
    places[two >> 5]! |= 1 << two;
    before = between;
    between = behind;
  }
}

/** Hundreds of patterns ask for the same clause and its sentence, by turns. */
const KEPT = 8;
const texts: (string | null)[] = Array.from({ length: KEPT }, () => null);
const kept: Places[] = Array.from({ length: KEPT }, () => new Uint32Array(ALL_PLACES / 32));
let last = 0;
let next = 0;

function placesOf(text: string): Places {
  if (texts[last] === text) return kept[last]!;
  last = texts.indexOf(text);
  if (last === -1) {
    last = next;
    next = (next + 1) % KEPT;
    texts[last] = text;
    writePlaces(text, kept[last]!);
  }
  return kept[last]!;
}

/** The places of a run of at least two classes: of each three that follow each other in it. */
export function placesOfRun(run: readonly number[]): number[] {
  if (run.length === 2) return [placeOfTwo(run[0]!, run[1]!)];
  return [...new Set(run.slice(2).map((behind, at) => placeOf(run[at]!, run[at + 1]!, behind)))];
}

/** What most answers of an office hold: three letters that stand in here tell less than others. */
const ORDINARY =
  'vi viser til brev fra ks om finansiering av ordningen og deres henvendelse av i dag. kommunen har mottatt saken og den er til behandling i kommunestyret. det vil ikke bli tatt stilling til dette før møtet. for kommunen er det slik at de som har svart at de skal være med på avtalen, må betale sin del. rådmannen sender med hilsen et vedtak når det foreligger, og kan gi svar etter at vi har fått en avklaring.';

const ordinary: Places = new Uint32Array(ALL_PLACES / 32);
writePlaces(ORDINARY, ordinary);

/** Sets of places of which a text must have one whole. */
export interface WantedPlaces {
  /** The rarest of each set: most texts have none of them. */
  rarest: Uint16Array;
  /** The sets, before each where the next begins; the rarest first, so that most end there. */
  sets: Uint16Array;
}

/** @param sets none of them empty */
export function wantedPlaces(sets: readonly (readonly number[])[]): WantedPlaces {
  const ordered = sets.map(set => set.toSorted((one, other) => bit(ordinary, one) - bit(ordinary, other)));
  const coded: number[] = [];
  for (const places of ordered) coded.push(coded.length + 1 + places.length, ...places);
  return { rarest: Uint16Array.from(new Set(ordered.map(places => places[0]!))), sets: Uint16Array.from(coded) };
}

/** False when the text cannot hold any of the sets whole. */
export function mayHold(text: string, { rarest, sets }: WantedPlaces): boolean {
  const places = placesOf(text);
  for (let at = 0; at < rarest.length; at++) if (bit(places, rarest[at]!) === 1) return holdsOne(places, sets);
  return false;
}

function holdsOne(places: Places, sets: Uint16Array): boolean {
  for (let at = 0; at < sets.length; ) {
    const next = sets[at++]!;
    while (at < next && bit(places, sets[at]!) === 1) at++;
    if (at === next) return true;
    at = next;
  }
  return false;
}

function bit(places: Places, place: number): number {
  return (places[place >> 5]! >>> place) & 1;
}
