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

/** A text as the patterns ask for it. */
interface Looked {
  text: string | null;
  places: Places;
  /** 1 for each asker of which the text has a rarest place. */
  asked: Uint8Array;
}

/** Hundreds of patterns ask for the same clause and its sentence, by turns. */
const KEPT = 8;
const kept: Looked[] = Array.from({ length: KEPT }, () => ({
  text: null,
  places: new Uint32Array(ALL_PLACES / 32),
  asked: new Uint8Array(0),
}));
let last = kept[0]!;
let next = 0;

/** The askers by each place that is the rarest of one of their sets. */
const askersAt: (readonly number[])[] = Array.from({ length: ALL_PLACES }, () => []);
let askers = 0;

function look(text: string): Looked {
  if (last.text === text) return last;
  for (const one of kept) {
    if (one.text === text) {
      last = one;
      return one;
    }
  }
  last = kept[next]!;
  next = (next + 1) % KEPT;
  last.text = text;
  if (last.asked.length < askers) last.asked = new Uint8Array(2 * askers);
  writePlaces(text, last.places, last.asked);
  return last;
}

/** Both ends of the text are an edge. */
function writePlaces(text: string, places: Places, asked: Uint8Array): void {
  places.fill(0);
  asked.fill(0);
  const write = (place: number) => {
    if (bit(places, place) === 1) return;
    places[place >> 5]! |= 1 << place;
    const there = askersAt[place]!;
    for (let at = 0; at < there.length; at++) asked[there[at]!] = 1;
  };
  let before = EDGE;
  let between = EDGE;
  for (let at = 0; at <= text.length; at++) {
    const behind = at === text.length ? EDGE : CLASSES[text.charCodeAt(at)];
    if (behind === undefined) {
      // Beyond Latin-1 nothing is told: anything may be there.
      places.fill(0xffffffff);
      asked.fill(1);
      return;
    }
    write(placeOf(before, between, behind));
    write(placeOfTwo(between, behind));
    before = between;
    between = behind;
  }
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
writePlaces(ORDINARY, ordinary, new Uint8Array(0));

/** Sets of places of which a text must have one whole, before each where the next begins; the rarest place first. */
export type WantedPlaces = Uint16Array;

/** @param sets none of them empty */
export function wantedPlaces(sets: readonly (readonly number[])[]): WantedPlaces {
  const coded: number[] = [];
  for (const set of sets) {
    const places = set.toSorted((one, other) => bit(ordinary, one) - bit(ordinary, other));
    coded.push(coded.length + 1 + places.length, ...places);
  }
  return Uint16Array.from(coded);
}

/** Someone who asks of many texts whether they have the same places. */
export interface Asker {
  id: number;
  wanted: WantedPlaces;
}

/**
 * Each text is looked through once for all askers: most learn at once that it has none of their rarest places.
 * Danger: an asker is kept for good, so make one for what the program is written with, and none for a mail.
 */
export function newAsker(wanted: WantedPlaces): Asker {
  const id = askers++;
  for (let at = 0; at < wanted.length; at = wanted[at]!) {
    const rarest = wanted[at + 1]!;
    const there = askersAt[rarest]!;
    if (!there.includes(id)) askersAt[rarest] = [...there, id];
  }
  // What was looked at was not looked at for this one.
  for (const one of kept) one.text = null;
  return { id, wanted };
}

/** False when the text cannot hold any of the sets whole. */
export function mayHold(text: string, { id, wanted }: Asker): boolean {
  const { places, asked } = look(text);
  return asked[id] === 1 && holdsOne(places, wanted);
}

/** The same for sets of which nobody keeps asking. */
export function mayHoldOne(text: string, wanted: WantedPlaces): boolean {
  return holdsOne(look(text).places, wanted);
}

function holdsOne(places: Places, sets: WantedPlaces): boolean {
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
