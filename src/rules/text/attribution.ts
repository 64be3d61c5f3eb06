import { afterWrote, beforeWrote, beginsWithDateWord, dateAtStart, saysWrote } from './attribution-words.ts';

/** «Den 28. nov. 2013 kl. 09.37 skrev Eva <…>:», the lines above quoted text that say who wrote it. */
export interface Attribution {
  /** How many lines it has. */
  lines: number;
  /** Its own words on one line. */
  from: string;
  /** What the sender wrote on the same line in front of it. */
  before: string;
}

/** Mail programs wrap it over three lines; Polymail writes five with a blank one. */
const MAX_LINES = 6;
const MAX_LENGTH = 400;

/** Every attribution has a digit, an address or a word for «wrote» on its first line. */
const MAY_BEGIN = /\d|@|skr[ei]|wrote|schr/i;

/** Nearly always a colon; see `isClosed` and `isUnclosed` for the others. */
const MAY_END = /[:：>*_ev\u202c-]\s{0,20}$/i;

const CLOCK = /\d{1,2}[.:h]\d{2}/;
const DATE = /\b(?:19|20)\d{2}\b|\b\d{1,2}[./-]\d{1,2}(?:[./-]|\b)|\b(?:19|20)\d{2}[年년]/;
const ADDRESS = /[^\s<>()[\]"]{1,64}@[^\s<>()[\]"]{2,80}/;
const ADDRESS_IN_BRACKETS = /[<([][^<>()[\]]{0,80}@[^<>()[\]]{1,80}[>)\]]/;
const MARKED = /^\s{0,8}[>|]/;

/** Marks of writing direction around addresses in Hebrew and Arabic. */
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** An attribution that begins at this line; null when there is none. */
export function attributionAt(lines: readonly string[], at: number): Attribution | null {
  const first = lines[at]!;
  if (first.length > MAX_LENGTH || !MAY_BEGIN.test(first)) return null;
  const date = dateAtStart(beginning(first));
  const within = date === 'sure' ? null : withinLine(lines, at);
  if (within !== null || (date === null && !startsWithName(first))) return within;
  let joined = '';
  for (let count = 1; count <= MAX_LINES; count++) {
    const line = lines[at + count - 1];
    if (line === undefined) return null;
    if (line.trim() === '' && !lines[at + count]?.startsWith('<')) return null;
    joined = `${joined} ${line.trim()}`.trim();
    if (joined.length > MAX_LENGTH) return null;
    if (!MAY_END.test(line)) continue;
    const isMarked = isFollowedByMarks(lines, at + count);
    if (isClosed(joined, date, isMarked) || (count === 1 && date === 'sure' && isMarked && isUnclosed(joined)))
      return beginsLater(lines, at, count, date) ? null : { lines: count, from: joined, before: '' };
  }
  return null;
}

function beginning(line: string): string {
  return line
    .slice(0, 120)
    .replace(DIRECTION, '')
    .replace(/^[\s*"'«(–—|_-]+/, '');
}

/** «Eva L. Indreby <eva@ks.example> skrev», «Max Mustermann schrieb am»: a few words of a name come first. */
function startsWithName(line: string): boolean {
  const address = line.indexOf('<');
  const name = address === -1 ? (saysWrote(line) ? beforeWrote(line) : null) : line.slice(0, address);
  return name !== null && name.length < 80 && NAME.test(name.trim());
}

const NAME = /^[>*"'«-]{0,6} ?\p{L}[^\s:;?!]{0,30}(?:,? [^\s:;?!]{1,30}){0,6}$/u;

/** Danger: the sender's last line stands right above it, and may begin with a number too. */
function beginsLater(lines: readonly string[], at: number, count: number, date: 'sure' | 'maybe' | null): boolean {
  for (let later = at + 1; later < at + count; later++) {
    const start = beginning(lines[later]!);
    if (beginsWithDateWord(start) || (date !== 'sure' && dateAtStart(start) === 'sure')) return true;
  }
  return false;
}

/** It ends in a colon, or in «wrote ----» as Zoho's does. */
function isClosed(line: string, date: 'sure' | 'maybe' | null, isMarked: boolean): boolean {
  const joined = line.replace(DIRECTION, '');
  const end = joined.slice(-40).replace(/[\s*_]+$/, '');
  if (/[:：]$/.test(end)) {
    if (saysWrote(joined)) return isNamed(joined, date === 'sure', isMarked);
    return date !== null && CLOCK.test(joined) && ADDRESS_IN_BRACKETS.test(joined);
  }
  const bare = end.replace(/[\s-]+$/, '');
  // Android: «---- Eva Indreby wrote ----»
  if (/-{2,}$/.test(end) && /^\s*-{2,}/.test(joined) && saysWrote(bare.slice(-15))) return true;
  return date !== null && saysWrote(bare.slice(-15)) && (bare !== end || isMarked) && isDated(joined);
}

/** Gmail once wrote «2013/7/20 Eva <eva@ks.example>» without a colon. */
function isUnclosed(joined: string): boolean {
  return DATE.test(joined) && /@[^\s>]{2,80}>$/.test(joined);
}

/**
 * Danger: «Den 28.11.2013 skrev KS til kommunene og ba om svar på følgende:» is a sentence. Without an address and
 * without marks below, nothing but the time and a name may stand there.
 */
function isNamed(joined: string, isSure: boolean, isMarked: boolean): boolean {
  if (ADDRESS.test(joined)) return true;
  if (!isDated(joined)) return isMarked && joined.length < 120;
  if (isMarked) return true;
  const name = afterWrote(joined);
  return isSure && (CLOCK.test(joined) || /^[\s:：-]*$/.test(name)) && !SENTENCE.test(name);
}

function isDated(text: string): boolean {
  return CLOCK.test(text) || DATE.test(text);
}

const SENTENCE =
  /(?<!\p{L})(?:til|om|at|som|og|vi|dere|de|de[tr]|følgende|følgjande|brev|brevet|dette|slik|vedtak|vedtaket|kommunen|kommunene|to|that|following|letter)(?!\p{L})/iu;

/** «Ja. On Wed, Apr 4, 2012 at 3:59 PM, eva@ks.example wrote:» with quoted lines below. */
function withinLine(lines: readonly string[], at: number): Attribution | null {
  const line = lines[at]!;
  if (!/[:：]\s*$/.test(line.slice(-5)) || !isFollowedByMarks(lines, at + 1) || !saysWrote(line)) return null;
  for (const { index, 0: gap } of line.matchAll(/(?:-{2,}|\s)\s?(?=(?:On|Den|Am|Le|Op|El|Il)\s)/g)) {
    const rest = line.slice(index + gap.length);
    if (dateAtStart(rest.slice(0, 120)) !== null && isClosed(rest, 'sure', true))
      return { lines: 1, from: rest, before: line.slice(0, index).trimEnd() };
  }
  return null;
}

function isFollowedByMarks(lines: readonly string[], from: number): boolean {
  let at = from;
  while (at < lines.length && lines[at]!.trim() === '') at++;
  return at < lines.length && MARKED.test(lines[at]!);
}
