import { describe, expect, test } from 'vitest';
import { takenIn } from '../worlds/bad-mail.ts';
import { type Body, file, html, mail, parts, plain, typed } from '../worlds/hostile-mail.ts';

const YES = 'Hitra kommune slutter seg til ordningen.';
const NO = 'Hitra kommune slutter seg ikke til ordningen.';
const UTF8 = 'text/plain; charset=utf-8';
const base64 = (text: string) => Buffer.from(text).toString('base64');

type Row = [number: string, what: string, mails: (string | Uint8Array)[], effect: string, why?: string];

const encoded = (text: string | Uint8Array, encoding: string) => [
  mail(typed(UTF8, text, `Content-Transfer-Encoding: ${encoding}`)),
];
const HEAD =
  'From: postmottak@hitra.kommune.example\r\nSubject: SV: Felles kommunal ressurs, samhandling med St. Olav\r\n';
const MULTIPART = 'multipart/mixed; boundary=x';
const PART = `--x\r\nContent-Type: ${UTF8}\r\n\r\n${YES}\r\n`;

function nested(depth: number): Body {
  let body = plain(YES);
  for (let at = 0; at < depth; at++) body = parts('mixed', 'Se vedlagt.', typed('message/rfc822', mail(body)));
  return body;
}

describe('mails that are made badly, or too well', () => {
  test.each<Row>([
    ['40a', 'no bytes at all', [Buffer.alloc(0)], 'set aside', 'tom'],
    ['40b', 'headers alone', [`${HEAD}\r\n`], 'review'],
    ['40c', 'headers without the empty line', [HEAD.trimEnd()], 'review'],
    ['40d', 'a body alone', [`\r\n${YES}`], 'set aside', 'brevhode'],
    ['40e', 'no empty line between headers and text', [`${HEAD}${YES}\r\n`], 'review'],
    [
      '41a',
      'a multipart without a boundary',
      [mail(typed('multipart/mixed', `${PART}--x--`))],
      'set aside',
      'delt opp',
    ],
    [
      '41b',
      'its boundary in the preamble',
      [mail(typed(MULTIPART, `Her står --x i teksten\r\n${PART}--x--`))],
      'joined',
    ],
    [
      '41c',
      'a boundary of 1 MB',
      [mail(typed(`multipart/mixed; boundary="${'x'.repeat(1_000_000)}"`, PART))],
      'set aside',
    ],
    [
      '41d',
      'an empty boundary',
      [mail(typed('multipart/mixed; boundary=""', `--\r\n\r\n${YES}\r\n----`))],
      'set aside',
    ],
    ['42a', 'a multipart that is never closed', [mail(typed(MULTIPART, PART))], 'set aside', 'slutten mangler'],
    [
      '42b',
      'the same boundary within itself',
      [mail(typed(MULTIPART, `--x\r\nContent-Type: ${MULTIPART}\r\n\r\n${PART}--x--\r\n--x--`))],
      'joined',
    ],
    [
      '43a',
      '10,000 empty parts',
      [mail(typed(MULTIPART, `${'--x\r\n\r\n'.repeat(10_000)}--x--`))],
      'set aside',
      'for mange deler',
    ],
    [
      '43b',
      '100,000 empty parts',
      [mail(typed(MULTIPART, `${'--x\r\n\r\n'.repeat(100_000)}--x--`))],
      'set aside',
      'for mange deler',
    ],
    [
      '44a',
      'parts within parts, 5,000 deep',
      [
        mail(
          typed(
            'multipart/mixed; boundary=b0',
            Array.from(
              { length: 5000 },
              (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`,
            ).join(''),
          ),
        ),
      ],
      'set aside',
    ],
    [
      '45a',
      'base64 with rubbish in it and no padding',
      encoded(`${base64(YES).slice(0, 10)}!!\r\n*${base64(YES).slice(10).replace(/=+$/, '')}`, 'base64'),
      'joined',
    ],
    [
      '45b',
      'quoted-printable with =ZZ',
      encoded(`Hitra kommune slutter seg til=\r\n ordningen=2E\r\n\r\nHilsen =ZZ`, 'quoted-printable'),
      'joined',
    ],
    ['45c', 'uuencode', encoded('begin 644 svar.txt\n#0V%T\n`\nend\n', 'x-uuencode'), 'review'],
    ['45d', 'binary', encoded(YES, 'binary'), 'joined'],
    ['own 4', 'plain text that says that it is base64', encoded(YES, 'base64'), 'review'],
    ['own 5', 'base64 that says that it is plain', encoded(base64(YES), '7bit'), 'review'],
    [
      'own 6',
      'quoted-printable that says that it is plain: «ikke» is a code',
      encoded('Hitra kommune slutter seg =69=6B=6B=65 til ordningen.', '8bit'),
      'review',
      'kodet',
    ],
    [
      'own 7',
      'two Content-Types, one of them HTML: it says the same by both',
      [mail(typed(UTF8, `<p>${NO}</p>`, 'Content-Type: text/html'))],
      'declined',
    ],
    [
      'own 8',
      'a part of a mail whose rest comes later',
      [mail(typed('message/partial; id=x; number=1; total=2', YES))],
      'review',
    ],
    [
      'own 9',
      'a body that lies on somebody’s server',
      [
        mail(
          typed(
            'message/external-body; access-type=URL; URL="http://evil.example/"',
            `Content-Type: ${UTF8}\r\n\r\n${YES}`,
          ),
        ),
      ],
      'review',
    ],
    [
      '46a',
      'utf-7, which hides «ikke» from a reader of ASCII',
      [mail(typed('text/plain; charset=utf-7', 'Hitra kommune slutter seg +AGk-kke til ordningen.'))],
      'set aside',
      'tegnsett',
    ],
    ['46b', 'iso-2022-jp', [mail(typed('text/plain; charset=iso-2022-jp', YES))], 'joined'],
    ['46c', 'unknown-8bit', [mail(typed('text/plain; charset=unknown-8bit', YES))], 'set aside', 'tegnsett'],
    [
      '47a',
      'a name with its ring apart from its letter',
      [mail('Hitra kommune slutter seg til. Hilsen Åse'.normalize('NFD'))],
      'joined',
    ],
    ['48a', 'a NUL before «ikke»', [mail(`Hitra kommune slutter seg\0 ikke til ordningen.`)], 'review'],
    ['48b', 'CR alone between lines', [mail(typed(UTF8, `Hei\r${YES}\rHilsen`))], 'joined'],
    [
      '48c',
      'another letter smuggled in behind a dot: it is this sender’s text, and another’s case is untouched',
      [
        mail(
          typed(
            UTF8,
            `${YES}\n.\nMAIL FROM:<x@y.example>\nDATA\nFrom: postmottak@malvik.kommune.example\n\nMalvik kommune slutter seg til ordningen.\n.\n`,
          ),
        ),
      ],
      'joined',
    ],
    [
      '49a',
      'no in plain text, yes in HTML',
      [mail(parts('alternative', NO, html(`<p>${YES}</p>`)))],
      'review',
      'HTML-utgaven',
    ],
    [
      '49b',
      'nothing in plain text, yes in HTML',
      [mail(parts('alternative', 'Hei.', html(`<p>${YES}</p>`)))],
      'review',
      'HTML-utgaven',
    ],
    [
      'own 10',
      'two plain forms that contradict each other',
      [mail(parts('alternative', YES, html(`<p>${YES}</p>`), NO))],
      'review',
    ],
    ['own 11', 'two texts one after the other that contradict each other', [mail(parts('mixed', YES, NO))], 'review'],
    [
      '51a',
      'signed with S/MIME',
      [
        mail(
          parts(
            'signed; protocol="application/pkcs7-signature"',
            YES,
            file('smime.p7s', 'x', 'application/pkcs7-signature'),
          ),
        ),
      ],
      'joined',
    ],
    [
      '51b',
      'encrypted with S/MIME',
      [
        mail(
          typed(
            'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
            base64('x'),
            'Content-Transfer-Encoding: base64',
          ),
        ),
      ],
      'review',
      'kryptert',
    ],
    [
      '51c',
      'encrypted with PGP',
      [
        mail(
          parts(
            'encrypted; protocol="application/pgp-encrypted"',
            typed('application/pgp-encrypted', 'Version: 1'),
            typed('application/octet-stream; name=encrypted.asc', '-----BEGIN PGP MESSAGE-----'),
          ),
        ),
      ],
      'review',
      'kryptert',
    ],
    ['51d', 'PGP as text', [mail('-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----')], 'review'],
    [
      '51e',
      'protected by Microsoft',
      [mail(parts('mixed', 'Denne meldingen er beskyttet.', file('message.rpmsg', 'x')))],
      'review',
      'kryptert',
    ],
    [
      '51f',
      'winmail.dat',
      [mail(parts('mixed', 'Se vedlegg.', file('winmail.dat', 'x', 'application/ms-tnef')))],
      'review',
      'winmail.dat',
    ],
    [
      '53a',
      'our own choices quoted below an answer',
      [mail(`${NO}\n\n> ( ) Ja, kommunen slutter seg til\n> ( ) Nei, kommunen slutter seg ikke til`)],
      'declined',
    ],
    [
      '53b',
      'an answer below the quotation',
      [mail(`> Slutter kommunen seg til ordningen? Svar ja eller nei.\n\n${NO}`)],
      'declined',
    ],
    [
      '53c',
      'an answer between quoted lines',
      [mail(`> Slutter kommunen seg til ordningen?\n\n${YES}\n\n> Frist 12. desember.`)],
      'joined',
    ],
    [
      '53d',
      'the quoted choices alone',
      [mail('> Ja, kommunen slutter seg til\n> Nei, kommunen slutter seg ikke til')],
      'review',
    ],
    ['54a', 'ja and nei', [mail('Ja. Nei.')], 'review', 'både ja og nei'],
    ['54b', '«ikke nei»', [mail('Hitra kommune sier ikke nei til ordningen.')], 'review'],
    [
      '54c',
      'two municipalities in one mail: each speaks for itself alone',
      [mail(`${YES} Malvik kommune slutter seg ikke til ordningen.`)],
      'joined',
    ],
    [
      '55',
      'a correction of the first answer',
      [mail(YES), mail(`Beklager, feil svar. ${NO}`, { id: '2' })],
      'review',
      'endre svaret',
    ],
    ['56', 'a mail of 30 MB', [mail('x'.repeat(30 * 1024 * 1024))], 'set aside', 'for stor'],
    [
      'own 25',
      'a forwarded mail that holds an older one with the opposite answer',
      [
        mail(
          `Videresender svaret fra rådmannen.\n\nFra: Rådmann Ola <radmann@hitra.kommune.example>\nSendt: 5. desember 2013 10:00\nTil: Postmottak\nEmne: SV: Felles kommunal ressurs\n\n${NO}\n\nFra: Kari <kari@hitra.kommune.example>\nSendt: 4. desember 2013 10:00\nTil: Ola\nEmne: SV: Felles kommunal ressurs\n\n${YES}`,
          { subject: 'VS: Felles kommunal ressurs, samhandling med St. Olav' },
        ),
      ],
      'declined',
    ],
    [
      'own 26',
      'a mail attached that says the opposite',
      [
        mail(
          parts('mixed', YES, typed('message/rfc822', mail(NO, { id: '0', from: 'radmann@hitra.kommune.example' }))),
        ),
      ],
      'review',
      'hver sitt',
    ],
  ])('%s: %s', async (_number, _what, mails, effect, why = '') => {
    const got = await takenIn(...mails);
    expect([got.effect, got.why]).toEqual([effect, expect.stringContaining(why)]);
    expect(got.malvik).toMatchObject({ answer: 'none', ball: 'theirs' });
  });

  test.each([
    ['44b', 5],
    ['44c', 100],
  ])(
    '%s: mails in one another, %i deep: the answer below the third is not read, and a person sees it',
    async (_number, depth) => {
      const { effect, hitra } = await takenIn(mail(nested(depth)));
      expect(['set aside', 'review']).toContain(effect);
      expect(hitra).toMatchObject({ ball: 'review' });
      expect(hitra.answer).not.toBe('joined');
    },
  );
});
