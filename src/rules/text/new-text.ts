import { answersAmongOurs } from './answers-among-ours.ts';
import { firstBlockOf, forwardedOf, type History, historyOf, quotedTextOf } from './history.ts';
import type { OwnTexts } from './own-text.ts';
import { linesOf, type Paragraph, paragraphsIn } from './paragraphs.ts';
import { type Unquoted, unquote } from './quoted-lines.ts';
import { splitSignature } from './signature.ts';

/** A mail's text in its three parts, each as its lines stand in it. */
export interface NewText {
  /** What the sender wrote now, without his signature; between quoted lines, his segments with a blank line between. */
  text: string;
  /** What he closes it with: «Mvh» and what follows, his name, the telephone's line, footers. */
  signature: string;
  /** Earlier mails below or between, with what introduces them, and the signature that a program puts below them. */
  quoted: string;
}

/** Parts a plain-text body of any mail program and language. Never throws; '' where there is nothing of a part. */
export function newText(text: string): NewText {
  const body = /[\r\ufeff]/.test(text) ? text.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '') : text;
  const unquoted = unquote(body);
  // Blanks at the end of a line are nobody's words.
  const signed = unquoted.segments.map(segment =>
    splitSignature(
      segment.map(line => line.trimEnd()),
      '',
    ),
  );
  const [signature = '', ...repeated] = signed.map(one => one.signature).filter(one => one !== '');
  return {
    text: joined(signed.map(one => one.text)),
    signature,
    quoted: [quotedTextOf(unquoted), ...repeated].filter(part => part !== '').join('\n\n'),
  };
}

/** What a sender wrote, when it is known who he is and what we ourselves sent. */
export interface SenderText {
  /** What he wrote now, his segments with a blank line between. Literal lines of the body. */
  text: string;
  /** The same with its signature, where the name of an unknown sender's municipality may stand. */
  withSignature: string;
  readonly quoted: History;
  /** The first block below it that is not ours: words that he passed on, or null. */
  readonly forwarded: string | null;
  /** What stands between the unmarked lines of our letter below, and is not ours; or null. */
  readonly inserted: string | null;
}

/** Removes quoted history, signature, footers and our own words from a body. */
export function newTextOf(body: string, senderName: string, own: OwnTexts): SenderText {
  const unquoted = unquote(body);
  const segments = withoutOwn(unquoted, own);
  let quoted: History | undefined;
  return {
    text: wordsOf(segments, senderName),
    withSignature: joined(segments.map(lines => lines.join('\n').trim())),
    // Most mails are understood without the history below them, which is most of their text.
    get quoted() {
      quoted ??= historyOf(unquoted, own);
      return quoted;
    },
    get forwarded() {
      return forwardedOf(unquoted, own);
    },
    get inserted() {
      const block = own.isEmpty ? null : firstBlockOf(unquoted);
      return block === null ? null : answersAmongOurs(block, own);
    },
  };
}

/** Only the `text` of `newTextOf`: what is quoted is not looked at. */
export function newWordsOf(body: string, senderName: string, own: OwnTexts): string {
  return wordsOf(withoutOwn(unquote(body), own), senderName);
}

function wordsOf(segments: readonly (readonly string[])[], senderName: string): string {
  return joined(segments.map(lines => splitSignature(lines, senderName).text));
}

/** A segment that ends in a comma goes on: «Hei,» above a quoted line. */
function joined(texts: readonly string[]): string {
  const said = texts.filter(text => text !== '');
  return said.flatMap((text, at) => (at === 0 ? [text] : [said[at - 1]!.endsWith(',') ? '\n' : '\n\n', text])).join('');
}

/** Our own paragraphs may be quoted without any mark. */
function withoutOwn({ segments }: Unquoted, own: OwnTexts): (readonly string[])[] {
  return segments.map(lines => (own.isEmpty ? lines : linesOf(lines, notOurs(lines, own))));
}

/** Short lines of ours («Svar med én linje:») are known by the paragraphs of ours above and below them. */
function notOurs(lines: readonly string[], own: OwnTexts): Paragraph[] {
  const paragraphs = paragraphsIn(lines);
  const textOf = ({ from, to }: Paragraph) => lines.slice(from, to).join('\n');
  const isOurs = paragraphs.map(paragraph => own.contains(textOf(paragraph)));
  const [first, last] = [isOurs.indexOf(true), isOurs.lastIndexOf(true)];
  return paragraphs.filter((paragraph, at) => {
    if (isOurs[at] || at < first || at > last) return !isOurs[at];
    const text = textOf(paragraph);
    return own.isChoice(text) || !own.holds(text);
  });
}
