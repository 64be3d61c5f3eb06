import { type Mention, mentionsIn } from '../municipality/mentions.ts';
import { qualifierOf } from '../municipality/name-book.ts';
import type { KnownIndex } from './known-index.ts';
import { type Clue, type ClueSource, clueOfSentence, isOfficeLine, isWrittenTo } from './speaker-clues.ts';

/** A piece of a mail in which municipalities may be named. */
export interface NamedText {
  text: string;
  mentions: readonly Mention[];
}

/** A paper is looked at so far for who speaks in it; its letterhead stands on the first lines. */
const PAPER = 20_000;
const HEAD = 900;

/** Who is not known after so many names will not be. */
const MOST = 300;

export function namedText(text: string, index: KnownIndex): NamedText {
  // Letters put together of two signs (a + ring) are another spelling of the same name.
  const whole = /[\u0300-\u036f]/.test(text) ? text.normalize('NFC') : text;
  return { text: whole, mentions: mentionsIn(whole, index.names) };
}

/** Tells which municipality a name means; null when nobody can. */
export type Which = (text: string, mention: Mention) => string | null;

/**
 * Several municipalities have one name (Våler, Herøy): the sender's own house, the county behind the name, or a
 * municipality number anywhere in the mail tells them apart.
 */
export function whichOf(possible: readonly string[], numbers: () => readonly string[]): Which {
  return (text, { owners, tail }) => {
    if (owners.length === 1) return owners[0] ?? null;
    const behind = text.slice(tail, tail + 60).toLowerCase();
    return (
      only(owners.filter(name => possible.includes(name))) ??
      only(owners.filter(name => isBehind(behind, qualifierOf(name)))) ??
      only(owners.filter(name => numbers().includes(name)))
    );
  };
}

function isBehind(behind: string, qualifier: string | null): boolean {
  return qualifier !== null && behind.replace(/^[\s,(–-]*(?:i\s+)?/u, '').startsWith(qualifier);
}

function only(names: readonly string[]): string | null {
  return names.length === 1 ? (names[0] ?? null) : null;
}

/** Clues in what the sender wrote. `own` holds the lines of his text; every other line is his signature. */
export function cluesInLetter({ text, mentions }: NamedText, own: ReadonlySet<string>, which: Which): Clue[] {
  return mentions.slice(0, MOST).flatMap(mention => {
    const line = lineAt(text, mention);
    const name = which(text, mention);
    if (name === null || isAddressed(text, mentions, mention)) return [];
    if (line.length < LINE && !own.has(line.trim()))
      return clue(name, signatureClue(line, text, mention, isOfficeNamed(text, mentions, mention)));
    if (mention.hasOffice && isOfficeLine(line)) return clue(name, 'head');
    return clue(name, sentenceClue(text, mention));
  });
}

/** Clues in a document: the first letterhead, and sentences that speak for somebody. */
export function cluesInPaper({ text, mentions }: NamedText, which: Which): Clue[] {
  const clues: Clue[] = [];
  for (const mention of mentions.slice(0, MOST)) {
    if (mention.at > PAPER) break;
    const name = which(text, mention);
    if (name === null || isAddressed(text, mentions, mention)) continue;
    const isHead = mention.at < HEAD && mention.hasOffice && isOfficeLine(lineAt(text, mention));
    if (isHead && !clues.some(({ source }) => source === 'head')) clues.push({ name, source: 'head' });
    else clues.push(...clue(name, isHead ? null : sentenceClue(text, mention)));
  }
  return clues;
}

/** Clues in one line: the subject, or the name shown beside the address. */
export function cluesInLine({ text, mentions }: NamedText, source: ClueSource, which: Which): Clue[] {
  return mentions.flatMap(mention => {
    const name = which(text, mention);
    const isWhole = mention.hasOffice || /^[\s\W]*$/u.test(text.slice(0, mention.at) + text.slice(mention.end));
    const speaks = clueOfSentence(
      text.slice(0, mention.at).toLowerCase(),
      text.slice(mention.tail).toLowerCase(),
      mention,
    );
    return name !== null && (isWhole || speaks === 'sentence') ? [{ name, source }] : [];
  });
}

function clue(name: string, source: ClueSource | null): Clue[] {
  return source === null ? [] : [{ name, source }];
}

/** Below a name every line is the sender's own house: «Roan kommune», «rådmann i Roan», «Kárášjohka». */
function signatureClue(line: string, text: string, mention: Mention, isOffice: boolean): ClueSource | null {
  if (isOffice) return 'signature';
  const start = lineStart(text, mention.at);
  const before = text.slice(start, mention.at);
  const isAlone = line.trim().length === mention.end - mention.at;
  if (isAlone || /[,|/–-]\s*$/u.test(before)) return 'shown';
  return sentenceClue(text, mention) === 'sentence' ? 'signature' : null;
}

/** «for Roan og Osen kommuner»: one word for all on the line. */
function isOfficeNamed(text: string, mentions: readonly Mention[], mention: Mention): boolean {
  const start = lineStart(text, mention.at);
  return (
    mention.hasOffice || mentions.some(({ at, hasOffice }) => hasOffice && at > start && lineStart(text, at) === start)
  );
}

function sentenceClue(text: string, mention: Mention): 'sentence' | 'mention' | null {
  const before = text.slice(Math.max(0, mention.at - 200), mention.at);
  const start = Math.max(
    ...['. ', '.\n', '! ', '? ', '\n\n', ': ', ':\n', '«', '"', ';'].map(stop => endOf(before, stop)),
  );
  const after = text.slice(mention.end, mention.end + 120).replace(/\n/g, ' ');
  return clueOfSentence(before.slice(start).replace(/\n/g, ' ').toLowerCase(), after.toLowerCase(), mention);
}

function endOf(text: string, stop: string): number {
  const at = text.lastIndexOf(stop);
  return at === -1 ? 0 : at + stop.length;
}

function isAddressed(text: string, mentions: readonly Mention[], mention: Mention): boolean {
  const start = lineStart(text, mention.at);
  const named = mentions
    .filter(({ at }) => at >= start && at < mention.at)
    .map(({ at, tail }) => ({ at: at - start, end: tail - start }));
  return isWrittenTo(text.slice(start, mention.at).toLowerCase(), named);
}

/** No line of a letterhead or signature is longer; a pasted one may be all of the mail. */
const LINE = 400;

function lineStart(text: string, at: number): number {
  const from = Math.max(0, at - LINE);
  return from + text.slice(from, at).lastIndexOf('\n') + 1;
}

function lineAt(text: string, { at, end }: Mention): string {
  const rest = text.slice(end, end + LINE);
  const stop = rest.indexOf('\n');
  return text.slice(lineStart(text, at), stop === -1 ? end + LINE : end + stop);
}
