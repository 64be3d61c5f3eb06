import { type Random, randomFrom } from '../random.ts';

/** What programs and people have been seen to do to a mail on its way, and what only an attacker does. */
const MUTATIONS: readonly ((mail: Buffer, random: Random, other: Buffer) => Buffer)[] = [
  // Single bytes flipped, zeroed or doubled.
  (mail, random) => {
    const copy = Buffer.from(mail);
    for (let i = 0; i < 1 + random() * 20; i++) copy[at(copy, random)] = Math.floor(random() * 256);
    return copy;
  },
  // The end or the beginning is missing.
  (mail, random) => mail.subarray(0, at(mail, random)),
  (mail, random) => mail.subarray(at(mail, random) / 4),
  // A piece is there twice, often, or moved.
  (mail, random) => {
    const [from, to] = span(mail, random);
    return Buffer.concat([mail.subarray(0, to), mail.subarray(from, to), mail.subarray(from)]);
  },
  (mail, random) => {
    const [from, to] = span(mail, random);
    const piece = mail.subarray(from, Math.min(to, from + 200));
    const times = Math.floor(random() * 2000);
    return Buffer.concat([mail.subarray(0, to), ...Array.from({ length: times }, () => piece), mail.subarray(to)]);
  },
  (mail, random) => {
    const [from, to] = span(mail, random);
    const here = at(mail, random);
    return Buffer.concat([mail.subarray(0, here), mail.subarray(from, to), mail.subarray(here)]);
  },
  // The head of one mail on the body of another; one mail inside another.
  (mail, random, other) => Buffer.concat([mail.subarray(0, at(mail, random)), other.subarray(at(other, random))]),
  (mail, random, other) => {
    const here = at(mail, random);
    return Buffer.concat([mail.subarray(0, here), other, mail.subarray(here)]);
  },
  // Line ends and white space as other systems have them; lines in another order.
  mail => Buffer.from(mail.toString('latin1').replace(/\r\n/g, '\n'), 'latin1'),
  mail => Buffer.from(mail.toString('latin1').replace(/\r\n/g, '\r'), 'latin1'),
  mail => Buffer.from(mail.toString('latin1').replace(/[ \t]+/g, ' \u00a0 '), 'latin1'),
  (mail, random) => {
    const lines = mail.toString('latin1').split('\n');
    for (let i = 0; i < 5; i++) lines.splice(random() * lines.length, 0, ...lines.splice(random() * lines.length, 3));
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  // Declared otherwise than it is.
  mail => replaced(mail, /charset="?[\w-]+"?/gi, 'charset=utf-16'),
  mail => replaced(mail, /charset="?[\w-]+"?/gi, 'charset=iso-2022-jp'),
  mail => replaced(mail, /quoted-printable/gi, 'base64'),
  mail => replaced(mail, /base64/gi, 'quoted-printable'),
  mail => replaced(mail, /text\/plain/gi, 'text/html'),
  mail => replaced(mail, /text\/plain/gi, 'message/rfc822'),
  mail => replaced(mail, /multipart\/\w+/gi, 'multipart/report'),
  // A character in a row, a line without end, deep quoting.
  (mail, random) => {
    const here = at(mail, random);
    const mark = ['>', '> ', ' ', '-', '_', '(', '<', '&', '=', '.', 'å', '\n', '«', '1'][Math.floor(random() * 14)]!;
    const row = Buffer.from(mark.repeat(random() * 20_000));
    return Buffer.concat([mail.subarray(0, here), row, mail.subarray(here)]);
  },
];

/** One to three mutations of a mail, always the same for the same number. */
export function mutated(mails: readonly Buffer[], seed: number): Buffer {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  let mail = pick(mails);
  for (let i = 0; i < 1 + Math.floor(random() * 3); i++) mail = pick(MUTATIONS)(mail, random, pick(mails));
  return mail;
}

function at(mail: Buffer, random: Random): number {
  return Math.floor(random() * mail.byteLength);
}

function span(mail: Buffer, random: Random): [number, number] {
  const ends = [at(mail, random), at(mail, random)].sort((a, b) => a - b);
  return [ends[0]!, Math.min(ends[1]!, ends[0]! + 20_000)];
}

function replaced(mail: Buffer, what: RegExp, by: string): Buffer {
  return Buffer.from(mail.toString('latin1').replace(what, by), 'latin1');
}
