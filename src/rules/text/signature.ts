import { isFooter } from './footers.ts';
import { isMobileLine } from './mobile-lines.ts';
import { isNameBlock, mayFollowClosing, nameWithin } from './name-lines.ts';
import { linesBetween, linesOf, type Paragraph, paragraphsIn } from './paragraphs.ts';
import { signOffOf } from './sign-offs.ts';
import { isSpoken } from './spoken.ts';

/** A sender's words, without what he closes them with; both are literal lines. */
export interface Signed {
  text: string;
  signature: string;
}

/** «-- »: the mail program's own mark (RFC 3676). */
const DASHES = /^\s{0,20}--\s{0,20}$/;

/** Other lines of signs that people put above their name. */
const DIVIDER = /^\s{0,20}(?:_{3,}|-{3,}|={3,}|\*{3,}|[—–]{1,20})\s{0,20}$/;

/** «-roman», «—Ryan», «//Jef», «– Kari Nordvik» */
const DASHED_NAME =
  /^\s{0,8}(?:[-–—~]{1,2}|\/\/)(?=\p{L})\p{L}[\p{L}.'’-]{1,20}(?: \p{L}[\p{L}.'’-]{1,20}){0,3}\s*$|^\s{0,8}[–—-] ?\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){1,3}\s*$/u;

/** «For Selbu kommune», «For rådmannen» above a name */
const FOR_OFFICE =
  /^\s*(?:(?:For|På vegne av|På vegner av) [\p{L}\s]{2,40}kommune|For (?:rådmannen|kommunedirektøren|kommunedirektør|ordføreren|ordføraren|kommunalsjefen|fylkesrådmannen|fylkesdirektøren))\s*$/u;

/** What is added below the signature is said nevertheless. */
const POSTSCRIPT = /^\s*(?:P\.? ?S\.?|NB)[.:!\s]+(?!\d)/i;

/** Signs alone; the last of them may be a mail tracker's. */
const NOTHING_SAID = /^[\s_=*#~+•·.|<>\u1427—–-]*$/;

/** So many lines may stand below thanks or a divider that begin a signature. */
const MAX_BELOW = 10;

/** A signature with address, office and footers, in a mail that says nothing else. */
const MAX_SIGNATURE = 25;

/** Parts a sender's lines. `senderName` is the From header's display name, '' when it is not known. */
export function splitSignature(lines: readonly string[], senderName: string): Signed {
  const start = firstWords(lines);
  const cut = signatureStart(lines, start);
  const kept = paragraphsIn(lines, start, cut).filter(({ from, to }) => !isFooter(lines.slice(from, to).join('\n')));
  while (kept.length > 0 && isName(lines, kept.at(-1)!, senderName, kept.length === 1)) kept.pop();
  const last = kept.at(-1);
  if (last !== undefined) {
    const name = nameWithin(lines.slice(last.from, last.to), senderName);
    if (name !== -1) last.to = last.from + name;
  }
  const added = paragraphsIn(lines, cut).filter(({ from }) => POSTSCRIPT.test(lines[from]!));
  return {
    text: withoutRules(linesOf(lines, kept)) + added.map(one => `\n\n${linesOf(lines, [one]).join('\n')}`).join(''),
    signature: linesBetween(lines, [...kept, ...added])
      .join('\n')
      .trim(),
  };
}

function isName(lines: readonly string[], { from, to }: Paragraph, senderName: string, isOnly: boolean): boolean {
  return isNameBlock(
    lines.slice(from, to).map(line => line.trim()),
    senderName,
    isOnly,
  );
}

/** «Sendt fra min iPhone» stands on top when somebody writes below it. */
function firstWords(lines: readonly string[]): number {
  let at = 0;
  while (at < lines.length && (lines[at]!.trim() === '' || isMobileLine(lines[at]!))) at++;
  return at < lines.length ? at : 0;
}

/** The line at which the signature begins; the number of lines when there is none. */
function signatureStart(lines: readonly string[], start: number): number {
  let hasText = false;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.length > 160) hasText = true;
    else if (line.trim() !== '') {
      if (beginsSignature(lines, at, hasText)) return at;
      // Under a mere greeting, «Hilsen fra Selbu kommune» may be part of it.
      hasText ||= isSpoken(line) || /[.!]\s*$/.test(line) || line.length > 40 || at > start + 3;
    }
  }
  return lines.length;
}

function beginsSignature(lines: readonly string[], at: number, hasText: boolean): boolean {
  const line = lines[at]!;
  const signOff = signOffOf(line);
  if (signOff === 'closing' || DASHES.test(line) || FOR_OFFICE.test(line) || isMobileLine(line))
    return hasText || onlyNamesBelow(lines, at, MAX_SIGNATURE);
  if (at === 0) return false;
  if (signOff === 'thanks') return onlyNamesBelow(lines, at, MAX_BELOW) && namesSomebody(lines, at);
  if (DIVIDER.test(line)) return onlyNamesBelow(lines, at, MAX_BELOW) && lines.slice(at + 1).some(isFilled);
  const isItem = DASHED_ITEM.test(lines[at - 1]!);
  return DASHED_NAME.test(line) && !isItem && !isSpoken(line) && onlyNamesBelow(lines, at, MAX_BELOW);
}

const DASHED_ITEM = /^\s*[-–—*•]/;

/** Nothing that is said stands below. */
function onlyNamesBelow(lines: readonly string[], at: number, most: number): boolean {
  if (lines.length - at > 4 * most) return false;
  const below = lines.slice(at + 1).filter(isFilled);
  return below.length <= most && below.every(line => mayFollowClosing(line) || isFooter(line));
}

/** «Takk, Kari» or a name on the next lines: thanks alone are said. */
function namesSomebody(lines: readonly string[], at: number): boolean {
  return /\p{L}+[,.! ]+\p{Lu}\p{L}*/u.test(lines[at]!) || lines.slice(at + 1).some(isFilled);
}

function isFilled(line: string): boolean {
  return line.trim() !== '';
}

/** Rows of signs at the end are a divider above what was cut. */
function withoutRules(lines: readonly string[]): string {
  let end = lines.length;
  while (end > 0 && NOTHING_SAID.test(lines[end - 1]!.slice(0, 400))) end--;
  return lines.slice(0, end).join('\n').trim();
}
