import { describe, expect, test } from 'vitest';
import { findMunicipality } from '../../src/register/municipalities.ts';
import { badMailRegister, takenIn } from '../worlds/bad-mail.ts';
import { type Body, file, html, mail, parts, plain, typed } from '../worlds/hostile-mail.ts';

const YES = 'Hitra kommune slutter seg til ordningen.';
const NO = 'Hitra kommune slutter seg ikke til ordningen.';
const HIDDEN = 'skjult tekst';
const ALPHABETS = 'andre alfabeter';
const UTF8 = 'text/plain; charset=utf-8';
const base64 = (text: string) => Buffer.from(text).toString('base64');

type Row = [number: string, what: string, mails: (string | Uint8Array)[], effect: string, why?: string];

const encoded = (text: string | Uint8Array, encoding: string) => [
  mail(typed(UTF8, text, `Content-Transfer-Encoding: ${encoding}`)),
];
const page = (text: string) => [mail(html(text))];
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
      '44b',
      'a mail in a mail, five deep: what lies below the third is said to be unread',
      [mail(nested(5))],
      'review',
      'ligger for dypt',
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
      'two Content-Types, one of them HTML',
      [mail(typed(UTF8, `<p>${NO}</p>`, 'Content-Type: text/html'))],
      'review',
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
    ['50a', 'a yes that is not displayed', page(`<p>Hei</p><p style="display:none">${YES}</p>`), 'review', HIDDEN],
    ['50b', 'a yes in white on white', page(`<p>Hei</p><p style="color:#FFFFFE">${YES}</p>`), 'review', HIDDEN],
    ['50c', 'a yes of no size', page(`<p>Hei</p><div style="font-size:0">${YES}</div>`), 'review', HIDDEN],
    [
      '50d',
      'a hidden «ikke» in a sentence',
      page('<p>Hitra kommune slutter seg <span style="display: none">ikke</span> til ordningen.</p>'),
      'review',
      HIDDEN,
    ],
    ['50e', 'the attribute «hidden»', page(`<p>Hei</p><p hidden>${YES}</p>`), 'review', HIDDEN],
    ['50f', '<font color=white>', page(`<p>Hei <font color=white>${YES}</font></p>`), 'review', HIDDEN],
    [
      '50g',
      'a class that the style sheet hides',
      page(
        `<style>.x, p.y{display:none}</style><p>Hitra kommune slutter seg <span class="a x">ikke</span> til ordningen.</p>`,
      ),
      'review',
      HIDDEN,
    ],
    [
      '50h',
      'far outside of the page',
      page(`<p>Hei</p><p style="position:absolute;left:-9999px">${YES}</p>`),
      'review',
      HIDDEN,
    ],
    ['50i', 'transparent', page(`<p>Hei</p><p style="opacity: 0">${YES}</p>`), 'review', HIDDEN],
    [
      '50j',
      'in an element that shows nothing',
      page(`<p>Hei</p><template>${YES}</template><select><option>${YES}</select>`),
      'review',
      HIDDEN,
    ],
    [
      '50k',
      'white on blue is seen',
      page(`<table><tr><td bgcolor="#00407f" style="color:white">${YES}</td></tr></table>`),
      'joined',
    ],
    [
      '50l',
      'a size within no size is seen',
      page(`<div style="font-size:0px"><p style="font-size:14px">${YES}</p></div>`),
      'joined',
    ],
    [
      '50m',
      'a class that only print hides is seen',
      page(`<style>@media print{.x{display:none}}</style><p class="x">${YES}</p>`),
      'joined',
    ],
    [
      '50n',
      'the hidden preview of our letter in the quotation below',
      page(
        `<p>${YES}</p><blockquote><div style="display:none">Vi mangler svar fra dere</div><p>Purring</p></blockquote>`,
      ),
      'joined',
    ],
    [
      'own 12',
      'a yes in a comment, an alternative text and a title',
      page(`<title>${YES}</title><p title="${YES}">Hei<!-- ${YES} --><img alt="${YES}"></p>`),
      'review',
      'ikke standpunkt',
    ],
    [
      'own 13',
      'a yes that only the style sheet writes',
      page(`<style>p:after{content:"${YES}"}</style><p>Hei</p>`),
      'review',
      'ikke standpunkt',
    ],
    [
      'own 14',
      'an «ikke» that is struck out by its style',
      page('<p>Hitra kommune slutter seg <span style="text-decoration:line-through">ikke</span> til ordningen.</p>'),
      'joined',
    ],
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
      'own 15',
      'zero-width signs within «ikke»',
      [mail('Hitra kommune slutter seg i\u200bk\u200ck\u200d\u2060e til ordningen.')],
      'declined',
    ],
    ['own 16', 'soft hyphens within «ikke»', [mail('Hitra kommune slutter seg ik\u00adke til ordningen.')], 'declined'],
    [
      'own 17',
      '«ikke» with a Cyrillic letter',
      [mail('Hitra kommune slutter seg \u0456kke til ordningen.')],
      'review',
      ALPHABETS,
    ],
    ['own 18', '«Jа» with a Cyrillic letter', [mail('J\u0430.')], 'review', ALPHABETS],
    [
      'own 19',
      '«ｉｋｋｅ» in full width',
      [mail('Hitra kommune slutter seg ｉｋｋｅ til ordningen.')],
      'review',
      ALPHABETS,
    ],
    ['own 20', '«𝐢𝐤𝐤𝐞» of mathematics', [mail('Hitra kommune slutter seg 𝐢𝐤𝐤𝐞 til ordningen.')], 'review', ALPHABETS],
    [
      'own 21',
      '«ikke» struck over by signs',
      [mail('Hitra kommune slutter seg i\u0336k\u0336k\u0336e\u0336 til ordningen.')],
      'review',
      'strøket',
    ],
    [
      'own 22',
      '«ekki» turned round',
      [mail('Hitra kommune slutter seg \u202eekki\u202c til ordningen.')],
      'review',
      'leseretningen',
    ],
    [
      'own 23',
      'a telephone number as Windows copies it is no disguise',
      [mail(`${YES} Ring \u202a+47 00 00 26 00\u202c.`)],
      'joined',
    ],
    ['own 24', 'a Sámi greeting is no disguise', [mail(`${YES} Buorre ieđđes, dearvuođat Unjárggas!`)], 'joined'],
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

  test('44c: a hundred mails in one another come to an end, and a person sees it', async () => {
    const { effect, hitra } = await takenIn(mail(nested(100)));
    expect(['set aside', 'review']).toContain(effect);
    expect(hitra).toMatchObject({ answer: 'none', ball: 'review' });
  });
});

describe('46: æ, ø and å, whatever a mail says of its charset', () => {
  const TEXT = 'Rådmannen i Sør-Trøndelag: Ål og Snåsa ønsker å være med. ÆØÅ';
  const quoted = (bytes: Buffer) =>
    bytes.toString('latin1').replace(/[=\x80-\xff]/g, one => `=${one.charCodeAt(0).toString(16).toUpperCase()}`);
  const told = [
    'utf-8',
    'UTF8',
    'iso-8859-1',
    'ISO-8859-15',
    'windows-1252',
    'cp1252',
    'latin1',
    '"utf-8"',
    'us-ascii',
    '',
  ];
  const rows = told.flatMap(charset => {
    const isUtf8 = /utf-?8/i.test(charset);
    const bytes = Buffer.from(TEXT, isUtf8 ? 'utf8' : 'latin1');
    return (['8bit', 'quoted-printable'] as const).map(encoding => ({ charset, encoding, bytes }));
  });
  test.each(rows)('«$charset» in $encoding', async ({ charset, encoding, bytes }) => {
    const type = charset === '' ? 'text/plain' : `text/plain; charset=${charset}`;
    const content = encoding === '8bit' ? bytes : quoted(bytes);
    const { reading } = await takenIn(mail(typed(type, content, `Content-Transfer-Encoding: ${encoding}`)));
    expect(reading.newText).toBe(TEXT);
  });

  test.each([
    ['utf-8 that is latin-1', 'utf-8', Buffer.from(TEXT, 'latin1')],
    ['latin-1 that is utf-8', 'iso-8859-1', Buffer.from(TEXT, 'utf8')],
    ['ASCII that is utf-8', 'us-ascii', Buffer.from(TEXT, 'utf8')],
  ])('%s', async (_what, charset, bytes) => {
    const { reading } = await takenIn(
      mail(typed(`text/plain; charset=${charset}`, bytes, 'Content-Transfer-Encoding: 8bit')),
    );
    expect(reading.newText).toBe(TEXT);
  });
});

describe('47: names with letters of more than one form', () => {
  const register = badMailRegister();
  test.each(['Kárášjohka', 'Unjárga', 'Guovdageaidnu', 'Snåase', 'Porsanger', 'Åfjord', 'Hábmer'])(
    '%s, composed and apart',
    name => {
      const [composed, apart] = [name.normalize('NFC'), name.normalize('NFD')].map(form =>
        findMunicipality(register, form, '2026-01-01'),
      );
      expect(composed).toHaveProperty('found');
      expect(apart).toEqual(composed);
    },
  );
});
