import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newText, newTextOf } from '../../../src/rules/text/new-text.ts';
import { ownTexts } from '../../../src/rules/text/own-text.ts';

const OURS = [
  'Til kommunedirektøren',
  'KS inviterer kommunene til å slutte seg til en felles koordinator fra 1. januar 2027. Ordningen koster kr 15 000 per kommune.',
  'Vi ber om svar innen torsdag 1. oktober 2026 på om kommunen\na) slutter seg til ordningen\nb) ikke slutter seg til ordningen',
  'Vennlig hilsen\nEva L. Indreby\nrådgiver, KS',
].join('\n\n');

const SENTENCES = [
  'Fjordvik kommune slutter seg til ordningen.',
  'Kommunestyret vedtok saken 12. september 2026, PS 64/26.',
  'Vi bidrar med kr 54 860 per år (9 965 innbyggere).',
  'Kommunen slutter seg ikke til ordningen, av hensyn til økonomien!',
  'Saka vert handsama i formannskapet måndag 5. oktober kl. 09.00.',
  'Er beløpet fritatt for mva.?',
  'Viser til e-post av 28.11.2013 fra Eva.',
  'Svaret er: ja, fra 2027.',
];

const reply = fc
  .tuple(
    fc.constantFrom('', 'Hei,', 'Hei Eva!', 'God dag.'),
    fc.array(fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  )
  .map(([greeting, paragraphs]) => [greeting, ...paragraphs.map(one => one.join(' '))].filter(Boolean).join('\n\n'));

const signature = fc.constantFrom(
  '',
  'Mvh Kari',
  'Med vennlig hilsen\nKari Nordvik\nkommunedirektør',
  'Venleg helsing\n\nKari Nordvik\nFjordvik kommune\nTlf. 00 00 00 00',
  '-- \nKari Nordvik\nFjordvik kommune | Org.nr. 900 000 000 | www.fjordvik.kommune.example',
  'Hilsen Kari\n\nSendt fra min iPhone',
  'Få Outlook for Android',
  'Vennlig hilsen\nKari\n\nDenne e-posten kan inneholde konfidensiell informasjon som kun er ment for adressaten.',
);

const FIELDS = {
  bokmål: ['Fra: Eva <eva@ks.example>', 'Sendt: 1. september 2026 08:30', 'Til: Kari; Ola', 'Emne: Ordningen'],
  nynorsk: ['Frå: Eva', 'Sendt: tysdag 1. september 2026 08:30', 'Til: Kari', 'Kopi: Ola', 'Emne: Ordninga'],
  English: ['From: Eva <eva@ks.example>', 'Sent: Tuesday, September 1, 2026 8:30 AM', 'To: Kari', 'Subject: x'],
  'Outlook for Mac': ['Fra: Eva <eva@ks.example>', 'Dato: tirsdag 1. september 2026 kl. 08:30', 'Til: Kari', 'Emne: x'],
};

/** The header block of Outlook: bold or not, in any order below its first line, with what stands above it. */
const header = fc
  .tuple(
    fc.constantFrom(...Object.values(FIELDS)),
    fc.boolean(),
    fc.constantFrom('', '_'.repeat(32), '-----Opprinnelig melding-----'),
  )
  .chain(([fields, isBold, title]) =>
    fc.shuffledSubarray(fields.slice(1), { minLength: fields.length - 1 }).map(rest => {
      const lines = [fields[0]!, ...rest].map(line => (isBold ? line.replace(/^([^:]+):/, '*$1:*') : line));
      return [...(title === '' ? [] : [title]), ...lines].join('\n');
    }),
  );

const attribution = fc.constantFrom(
  'tir. 1. sep. 2026 kl. 08:30 skrev Eva L. Indreby <eva@ks.example>:',
  'Den 1. sep. 2026 kl. 08.30 skrev Eva L. Indreby <\neva@ks.example>:',
  'On Tue, Sep 1, 2026 at 8:30 AM Eva L. Indreby\n<eva@ks.example> wrote:',
  'Den 01.09.2026 08:30, skrev Eva L. Indreby:',
);

const marked = (text: string, mark: string) =>
  text
    .split('\n')
    .map(line => `${mark}${line}`.trimEnd())
    .join('\n');

/** Our letter below, as one of many mail programs quotes it. */
const history = fc.oneof(
  header.map(block => `${block}\n\n${OURS}`),
  fc
    .tuple(attribution, fc.constantFrom('> ', '>', '> > ', '>> '))
    .map(([line, mark]) => `${line}\n\n${marked(OURS, mark)}`),
  fc.constant(marked(OURS, '> ')),
  fc.tuple(header, attribution).map(([block, line]) => `${block}\n\nPurring.\n\n${line}\n\n${marked(OURS, '> ')}`),
);

/** Broken at any width, as a mail program breaks it. */
function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .map(line => {
      let out = '';
      let length = 0;
      for (const word of line.split(' ')) {
        const fits = length === 0 || length + word.length < width;
        out += length === 0 ? word : fits ? ` ${word}` : `\n${word}`;
        length = fits ? length + word.length + 1 : word.length + 1;
      }
      return out;
    })
    .join('\n');
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
const ending = fc.constantFrom('\n', '\r\n', '\r');

describe('does not change what the reply says:', () => {
  test('signature, history and line width', () => {
    fc.assert(
      fc.property(
        reply,
        signature,
        history,
        fc.integer({ min: 30, max: 100 }),
        ending,
        (text, sign, below, width, end) => {
          const mail = [wrapped(text, width), sign, below].filter(Boolean).join('\n\n').replaceAll('\n', end);
          const said = newText(mail);
          expect(flat(said.text)).toBe(flat(text));
          expect(flat(said.signature)).toBe(flat(sign));
          expect(flat(said.quoted)).toContain('kommunen');
        },
      ),
      { numRuns: 500 },
    );
  });

  test('an answer below the quoted letter, or between its lines', () => {
    fc.assert(
      fc.property(reply, reply, attribution, signature, (above, below, line, sign) => {
        const [first = '', ...rest] = OURS.split('\n\n');
        const mail = [line, marked(first, '> '), above, marked(rest.join('\n\n'), '> '), below, sign]
          .filter(Boolean)
          .join('\n\n');
        expect(flat(newText(mail).text)).toBe(flat(`${above} ${below}`));
      }),
      { numRuns: 300 },
    );
  });

  test('our own letter without any mark, in whole paragraphs', () => {
    const own = ownTexts([OURS]);
    const ours = OURS.split('\n\n').filter(paragraph => paragraph.length > 60);
    fc.assert(
      fc.property(
        reply,
        fc.shuffledSubarray(ours, { minLength: 1 }),
        fc.integer({ min: 30, max: 100 }),
        (text, copied, width) => {
          const mail = [text, ...copied.map(one => wrapped(one, width))].join('\n\n');
          expect(flat(newTextOf(mail, '', own).text)).toBe(flat(text));
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Lines that mean something to the reader, and some that do not, in any order. */
const line = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'Ja.',
    'Mvh',
    'Kari Nordvik',
    '-- ',
    '___',
    'Takk',
    '> x',
    '>',
    '> Fra: a',
    '|x',
    'PS: nei',
    '( ) a',
    '(x) b',
    '-kari',
  ),
  fc.constantFrom(
    ...Object.values(FIELDS).flat(),
    ...SENTENCES,
    'Sendt fra min iPhone',
    '-----Opprinnelig melding-----',
    'Videresendt melding:',
  ),
  fc.constantFrom(
    'Den 1. sep. 2026 kl. 08:30 skrev Eva <eva@ks.example>:',
    'Ja. Den 1. sep. 2026 kl. 08:30 skrev Eva:',
    'skrev',
    '<',
    'wrote:',
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
);

test('of any lines whatever, none is lost and none is made up', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), lines => {
      const mail = lines.join('\n');
      const { text, signature, quoted } = newText(mail);
      const parts = [text, signature, quoted].join('\n');
      const words = (all: string) => new Set(all.match(/[\p{L}\p{N}]+/gu));
      expect([...words(mail)].filter(word => !words(parts).has(word))).toEqual([]);
      const whole = mail.replace(/\r\n?/g, '\n');
      for (const one of parts.split('\n')) expect(whole).toContain(one.trim());
    }),
    { numRuns: 2000 },
  );
});
