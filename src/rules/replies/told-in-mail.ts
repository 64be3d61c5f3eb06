import { casesByReference, casesByToken } from './cases-in-mail.ts';
import type { KnownAddressee } from './known.ts';
import { type KnownCase, type KnownIndex, knownIndex } from './known-index.ts';
import type { Letter } from './letter.ts';
import type { Address, Message } from './message.ts';
import { type NamedText, namedText } from './named-in-mail.ts';
import { attachedAuthor, passedOnIn } from './passed-on.ts';
import { houseOf, type SenderHouse } from './sender-house.ts';

/** What a mail shows of who speaks in it, taken apart once. */
export interface Told {
  /** What the sender wrote, with his signature; `ownLines` are those that are no signature. */
  letter: NamedText;
  ownLines: ReadonlySet<string>;
  passedOn: NamedText | null;
  /** Of what is passed on, or of the mail that hangs on this one. */
  author: SenderHouse | null;
  papers: NamedText[];
  subject: NamedText;
  /** Cases whose token or own case number it bears. */
  tokens: readonly KnownCase[];
  references: readonly KnownCase[];
}

/** A longer subject or name is no line that anybody reads. */
export const LINE = 500;

/** `papers` are the texts of the attachments. */
export function takeApart(
  message: Message,
  letter: Letter,
  papers: readonly string[],
  addressees: readonly KnownAddressee[],
): Told {
  const index = knownIndex(addressees);
  const passedOn = letter.forwarded === '' ? null : passedOnIn(letter.body);
  const author: Address | null = passedOn?.author ?? (letter.newText.length < 200 ? attachedAuthor(message) : null);
  return {
    letter: namedText(letter.withSignature, index),
    ownLines: new Set(letter.newText.split('\n').map(line => line.trim())),
    passedOn: passedOn === null ? null : namedText(passedOn.text, index),
    author: author === null ? null : houseOf(author.address, index),
    papers: papers.map(text => namedText(text, index)),
    subject: namedText(message.subject.slice(0, LINE), index),
    tokens: casesByToken(message, letter.body, index),
    references: casesByReference(`${message.subject}\n${letter.newText}`, addressees),
  };
}

/** Register names of the municipality numbers that the mail shows («kommunenr. 3114»). */
export function numbersIn(subject: string, { letter, papers }: Told, index: KnownIndex): string[] {
  const texts = [subject, letter.text, ...papers.map(({ text }) => text.slice(0, 2000))];
  return texts.flatMap(text =>
    [...text.matchAll(NUMBER)].flatMap(([, number = '']) => index.byNumber.get(number) ?? []),
  );
}

const NUMBER = /\b(?:kommune(?:nr|nummer)|k(?:omm)?\.?\s?nr)\.?:?\s{0,3}(\d{4})\b/giu;
