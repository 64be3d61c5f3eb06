import { readdirSync, readFileSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { type DecodedMail, readLeanMail } from '../../src/mail-in/lean-mail.ts';
import { readMessage } from '../../src/mail-in/read-message.ts';
import { bytes, chance, HEAD, lines, multipart, part } from './a-mail.ts';

const MAX_ATTACHMENTS = 40;

const corpus = new URL('../corpus/messages/', import.meta.url);
const mails: [string, Uint8Array][] = readdirSync(corpus)
  .filter(name => name.endsWith('.eml'))
  .map(name => [name, new Uint8Array(readFileSync(new URL(name, corpus)))]);

/** What the rest of the program sees of a mail, in a form that can be compared. */
function seen(mail: DecodedMail) {
  return {
    headers: mail.headers.map(({ key, value }) => `${key}: ${value}`),
    ids: [mail.messageId, mail.inReplyTo, mail.references].map(value => value ?? ''),
    to: mail.to ?? [],
    cc: mail.cc ?? [],
    subject: mail.subject ?? '',
    date: mail.date ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    attachments: mail.attachments.slice(0, MAX_ATTACHMENTS).map(({ filename, mimeType, content }) => ({
      filename,
      mimeType,
      content: Buffer.from(typeof content === 'string' ? content : new Uint8Array(content)).toString('base64'),
    })),
  };
}

async function withPostalMime(raw: Uint8Array): Promise<ReturnType<typeof seen> | 'refused'> {
  try {
    const options = { attachmentEncoding: 'arraybuffer', forceRfc822Attachments: true } as const;
    return seen(await PostalMime.parse(raw, { ...options, maxNestingDepth: 50, maxHeadersSize: 512 * 1024 }));
  } catch {
    return 'refused';
  }
}

const HTML =
  '<html><body><p class="MsoNormal">Ja, vi er med p&aring; ordningen.</p>\n<p>Kåre – «rådmann»</p></body></html>';
const WORDS = 'Hei,\n\nVi slutter oss til ordningen – «helt» = og fullt.\n\n-- \nKåre\n';
const plain = (encoding: string) => part(['Content-Type: text/plain; charset=utf-8'], WORDS, encoding);
const html = (encoding: string) => part(['Content-Type: text/html; charset="UTF-8"'], HTML, encoding);
const windows = (charset: string) =>
  lines(`Content-Type: text/plain; charset=${charset}`, '', 'K\xe5re \x96 \x93ja\x94 \x80 5', '');
const pdf = (...names: string[]) =>
  part([`Content-Type: application/pdf${names[0]}`, ...names.slice(1)], '%PDF-1.4 x\n', 'base64');

const generated: [string, string][] = [
  ['8bit', plain('8bit')],
  ['base64', plain('base64')],
  ['quoted-printable', plain('quoted-printable')],
  ['windows-1252', windows('windows-1252')],
  ['windows-1252 called ISO', windows('iso-8859-1')],
  ['another alphabet', windows('koi8-r')],
  ['no type at all', lines('MIME-Version: 1.0', '', 'Hei')],
  ['no line break at the end', lines('Content-Type: text/plain', '', 'Hei', 'du')],
  [
    'soft line break at the end',
    lines('Content-Type: text/plain', 'Content-Transfer-Encoding: quoted-printable', '', 'Hei='),
  ],
  ['no body', lines('Content-Type: text/plain', '', '')],
  ['a byte order mark', lines('Content-Type: text/plain; charset=utf-8', '', '\xef\xbb\xbfHei')],
  [
    'padded lines of base64',
    lines('Content-Type: text/plain', 'Content-Transfer-Encoding: base64', '', 'SGVp', 'SGU=', 'SGVp!SGVp', 'SG'),
  ],
  [
    'flowed',
    lines(
      'Content-Type: text/plain; format=flowed',
      '',
      'Dette er ',
      'en linje',
      ' >ikke sitert',
      '-- ',
      'Navn',
      ' ',
      '',
      'Slutt ',
    ),
  ],
  [
    'flowed, spaces taken away',
    lines('Content-Type: text/plain; format=flowed; delsp=yes', '', 'sam ', 'men', ' ', '  ', 'x '),
  ],
  ['both forms', multipart('alternative', 'a', plain('quoted-printable'), html('quoted-printable'))],
  ['both forms in base64', multipart('alternative', '=_a', plain('base64'), html('base64'))],
  ['two texts', multipart('mixed', 'm', plain('8bit'), windows('windows-1252'))],
  [
    'a text below both forms',
    multipart('mixed', 'm', multipart('alternative', 'a', plain('8bit'), html('8bit')), plain('base64')),
  ],
  [
    'HTML alone and pictures',
    multipart(
      'related',
      'r',
      html('base64'),
      part(['Content-Type: image/png; name=a.png', 'Content-ID: <x>'], 'PNG', 'base64'),
    ),
  ],
  [
    'a named file',
    multipart(
      'mixed',
      'm',
      plain('8bit'),
      pdf('; name="x.pdf"', 'Content-Disposition: attachment; filename="saksframlegg og vedtak.pdf"; size=12'),
    ),
  ],
  [
    'names in RFC 2231',
    multipart(
      'mixed',
      'm',
      pdf('', "Content-Disposition: attachment; filename*=utf-8''v%C3%A5rt%20svar.pdf"),
      pdf(
        '',
        'Content-Disposition: attachment; filename*0*=iso-8859-1\'no\'v%E5r; filename*1=" %41"; filename*2*=t.pdf',
      ),
    ),
  ],
  [
    'names twice',
    multipart('mixed', 'm', pdf('', "Content-Disposition: attachment; filename=old.pdf; filename*=utf-8''ny.pdf")),
  ],
  [
    'names in encoded words',
    multipart('mixed', 'm', pdf('; name="=?utf-8?Q?v=C3=A5rt.pdf?="', 'Content-Disposition: inline')),
  ],
  [
    'an attached text',
    multipart(
      'mixed',
      'm',
      plain('8bit'),
      part(
        ['Content-Type: text/plain; name=a.txt', 'Content-Disposition: attachment; filename=a.txt'],
        WORDS,
        'quoted-printable',
      ),
    ),
  ],
  [
    'an invitation',
    multipart(
      'alternative',
      'a',
      plain('8bit'),
      part(
        ['Content-Type: text/calendar; charset=utf-8; method=REQUEST'],
        'BEGIN:VCALENDAR\nSUMMARY:Møte\n\n\n',
        'base64',
      ),
    ),
  ],
  [
    'a mail in the mail',
    multipart('mixed', 'm', plain('8bit'), lines('Content-Type: message/rfc822', '', HEAD, plain('8bit'))),
  ],
  [
    'a delivery report',
    multipart(
      'report; report-type=delivery-status',
      'd',
      plain('7bit'),
      lines(
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; x',
        '',
        'Final-Recipient: rfc822; a@b.example',
        'Action: failed',
      ),
      lines('Content-Type: text/rfc822-headers', '', HEAD),
    ),
  ],
  [
    'an unclosed inner part',
    multipart(
      'mixed',
      'outer',
      lines('Content-Type: multipart/alternative; boundary=inner', '', '--inner', plain('8bit')),
      pdf('; name=x.pdf'),
    ),
  ],
  ['words below the end', `${multipart('mixed', 'm', plain('8bit'))}--m\r\n\r\nbelow`],
  [
    'lines that look like boundaries',
    multipart('mixed', 'm', part(['Content-Type: text/plain'], '--\n--m2\n--mm\n--m-\n --m\nx--m\n--m x\n', '8bit')),
  ],
  [
    'blanks behind a boundary',
    lines(
      'Content-Type: multipart/alternative; boundary=m',
      '',
      '--m \t',
      plain('8bit'),
      `--m${' '.repeat(500)}`,
      html('8bit'),
      '--m-- ',
      '',
    ),
  ],
];

test('ordinary mails are read as postal-mime reads them', async () => {
  for (const [name, raw] of mails) {
    const lean = readLeanMail(raw, MAX_ATTACHMENTS);
    expect(lean, name).not.toBeNull();
    expect(seen(lean!), name).toEqual(await withPostalMime(raw));
  }
});

test.each(generated)('%s', async (_, mail) => {
  for (const raw of [bytes(`${HEAD}\r\n${mail}`), bytes(`${HEAD}\r\n${mail}`.replaceAll('\r\n', '\n'))]) {
    const lean = readLeanMail(raw, MAX_ATTACHMENTS);
    expect(lean).not.toBeNull();
    expect(seen(lean!)).toEqual(await withPostalMime(raw));
  }
});

test('broken mails are read as postal-mime reads them, or not at all', async () => {
  const random = chance(1);
  const whole = [
    ...mails.map(([, raw]) => Buffer.from(raw).toString('latin1').slice(0, 20_000)),
    ...generated.map(([, mail]) => `${HEAD}\r\n${mail}`),
  ];
  const sure = [];
  for (let count = 0; count < 3000; count++) {
    let mail = whole[random(whole.length)]!;
    for (let cuts = random(3); cuts >= 0; cuts--) mail = broken(mail, random);
    const raw = bytes(mail);
    const lean = readLeanMail(raw, MAX_ATTACHMENTS);
    if (lean === null) continue;
    sure.push(mail);
    const other = await withPostalMime(raw);
    // A mail that lies about its letters is read by what they are; postal-mime believes it.
    const words = JSON.stringify(other).replace(/"content":"([^"]*)"/g, (_, file) =>
      Buffer.from(file, 'base64').toString(),
    );
    if (/[\ufffdÃÂâï]/u.test(words)) continue;
    expect(seen(lean), JSON.stringify(mail.slice(0, 3000))).toEqual(other);
  }
  expect(sure.length).toBeGreaterThan(1000);
});

/** One byte, piece or line lost, doubled, moved or put in. */
function broken(mail: string, random: (below: number) => number): string {
  const at = random(Math.min(mail.length, random(2) === 0 ? 1200 : mail.length) + 1);
  const all = mail.split('\n');
  const line = random(Math.min(all.length, random(2) === 0 ? 30 : all.length));
  const signs = ['\r', '\n', '\r\n', '"', ';', '--', '=', '=?', '\0', '(', '\\', ' ', '\t', ':', "'", '*', '\xe5', ','];
  switch (random(8)) {
    case 0:
      return mail.slice(0, at) + mail.slice(at + random(40));
    case 1:
      return mail.slice(0, at);
    case 2:
      return all.toSpliced(line, 1).join('\n');
    case 3:
      return all.toSpliced(line, 0, all[random(all.length)]!).join('\n');
    case 4:
      return all.with(line, ` ${all[line]}`).join('\n');
    case 5:
      return mail.replace(
        /text\/(?:plain|html)/i,
        ['text/html', 'text/csv', 'message/rfc822', 'multipart/mixed', 'text/calendar'][random(5)]!,
      );
    case 6:
      return mail
        .replace(/boundary="([^"]*)"/i, 'boundary=$1')
        .replace(/charset=\S+/i, ['charset=utf-16', 'charset=x', 'charset="us-ascii"'][random(3)]!);
    default:
      return mail.slice(0, at) + signs[random(signs.length)] + mail.slice(at + random(2));
  }
}

describe('is unsure', () => {
  test.each([
    ['of two content types', lines('Content-Type: text/plain', 'Content-Type: text/html', '', 'x')],
    [
      'of two transfer encodings',
      lines('Content-Transfer-Encoding: 8bit', 'Content-Transfer-Encoding: base64', '', 'SGVp'),
    ],
    [
      'of two boundaries',
      lines('Content-Type: multipart/mixed; boundary=a; boundary=b', '', '--a', '', 'x', '--a--', ''),
    ],
    ['without a boundary', lines('Content-Type: multipart/mixed', '', '--a', '', 'x', '--a--', '')],
    ['of equal boundaries', multipart('mixed', 'a', multipart('alternative', 'a', plain('8bit')))],
    ['of a boundary that begins as another', multipart('mixed', 'a', multipart('alternative', 'a--', plain('8bit')))],
    ['of a multipart without an end', multipart('mixed', 'a', plain('8bit')).replace('--a--', '')],
    ['of a bare CR in a header', lines('X-A: x\rFrom: b@b.example', '', 'x')],
    ['of a bare CR in a text', lines('', 'x\ry')],
    ['of a NUL', lines('', 'x\0y')],
    ['of a comment', lines('Content-Type: text/plain (really); charset=utf-8', '', 'x')],
    ['of a backslash', lines('Content-Type: text/plain; name="a\\"b"', '', 'x')],
    ['of an unknown charset', lines('Content-Type: text/plain; charset=x-klingon', '', 'x')],
    ['of an unknown transfer encoding', lines('Content-Transfer-Encoding: x-uuencode', '', 'x')],
    ['of a line that is no header', lines('no header', '', 'x')],
    ['of a digest', multipart('digest', 'a', lines('', HEAD, '', 'x'))],
    [
      'of forty levels',
      Array.from({ length: 40 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}.\r\n\r\n--b${n}.\r\n`).join(
        '',
      ),
    ],
  ])('%s', (_, mail) => {
    expect(readLeanMail(bytes(`${HEAD}\r\n${mail}`), MAX_ATTACHMENTS)).toBeNull();
  });

  test('of headers without an end', () => {
    expect(readLeanMail(bytes(HEAD), MAX_ATTACHMENTS)).toBeNull();
    expect(readLeanMail(bytes(`X: ${'x'.repeat(100_000)}\r\n\r\nx`), MAX_ATTACHMENTS)).toBeNull();
  });
});

describe('takes no time over', () => {
  const long = (sign: string) => sign.repeat(Math.ceil(1_000_000 / sign.length));
  test.each([
    ...['-', '=', '\n--', '\r', ' ', '"', '=3D', 'a', '\n', '--m'].map((sign): [string, string] => [
      `a million bytes of ${JSON.stringify(sign)}`,
      `${multipart('mixed', 'm', `Content-Type: text/plain\r\n\r\n${long(sign)}`)}`,
    ]),
    ['a long line of base64', part(['Content-Type: text/plain'], long('a'), 'base64')],
    ['a text of one flowing paragraph', `Content-Type: text/plain; format=flowed\r\n\r\n${long('hei \r\n')}`],
    [
      '10 000 parts',
      multipart('mixed', 'm', ...Array.from({ length: 10_000 }, () => 'Content-Type: text/plain\r\n\r\nhei')),
    ],
    [
      '10 000 files',
      multipart('mixed', 'm', ...Array.from({ length: 10_000 }, () => 'Content-Type: application/pdf\r\n\r\nhei')),
    ],
    [
      'a hundred pieces of a name',
      `Content-Type: text/plain; ${Array.from({ length: 99 }, (_, n) => `a*${n}=x`).join('; ')}\r\n\r\nx`,
    ],
  ])('%s', { timeout: 5_000 }, async (_, mail) => {
    expect((await readMessage(bytes(`${HEAD}\r\n${mail}`))).from?.address).toBe('kare@fjordvik.kommune.example');
  });
});

test('keeps its hands off the bytes that it was given', async () => {
  const raw = bytes(`${HEAD}\r\n${multipart('alternative', 'm', plain('quoted-printable'), html('base64'))}`);
  const copy = new Uint8Array(raw);
  const before = await readMessage(raw);
  await readMessage(
    bytes(`${HEAD}\r\n${part(['Content-Type: text/plain'], 'noe annet, som er kortere', 'quoted-printable')}`),
  );
  expect(raw).toEqual(copy);
  expect(before.text).toBe(`${WORDS}\n`);
});
