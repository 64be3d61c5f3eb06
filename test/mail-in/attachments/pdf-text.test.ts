import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type DrawnLine, linesFrom, pdfOf } from './make-pdf.ts';
import { readAs } from './read-as.ts';

const textOf = async (...pages: DrawnLine[][]) =>
  (await readAs('brev.pdf', pdfOf(pages.map(lines => ({ lines }))))).text;
const letterAt = (y: number) =>
  linesFrom(y, [
    'Formannskapet i Nordvik kommune behandlet saken i dag. Nordvik kommune slutter seg',
    'ikke til ordningen, siden det ikke er dekning i budsjettet for innevaerende aar.',
  ]);

/** Encrypted by the oldest way, with a password that is not the empty one. */
const LOCK = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(${'o'.repeat(32)})/U(${'u'.repeat(32)})>>`;

describe('the lines of a PDF', () => {
  test('are joined when they were only wrapped', async () => {
    expect(await textOf(letterAt(700))).toContain('Nordvik kommune slutter seg ikke til ordningen, siden');
  });

  test('stay apart when their ends were meant: addresses, headings, points of a list', async () => {
    const text = await textOf([
      ...linesFrom(780, ['Nordvik kommune', 'Postboks 1']),
      { x: 70, y: 740, text: 'FELLES KOMMUNAL RESSURS FOR SAMHANDLING MED SYKEHUSET I NORD', bold: true },
      { x: 70, y: 726, text: 'Innstilling:', bold: true },
      ...linesFrom(700, [
        '1. Nordvik kommune slutter seg til ordningen med kr 3 pr. innbygger for alle aar.',
        '2. Utgiften dekkes av posten for tilleggsbevilgninger.',
      ]),
    ]);
    expect(text).toBe(
      [
        'Nordvik kommune\nPostboks 1',
        'FELLES KOMMUNAL RESSURS FOR SAMHANDLING MED SYKEHUSET I NORD\nInnstilling:',
        '1. Nordvik kommune slutter seg til ordningen med kr 3 pr. innbygger for alle aar.\n2. Utgiften dekkes av posten for tilleggsbevilgninger.',
      ].join('\n\n'),
    );
  });

  test('lose the hyphen that cut a word, and keep one that belongs to it', async () => {
    const text = await textOf(
      linesFrom(700, [
        'Nordvik kommune viser til henvendelsen om felles koordinator for samhandling. Kom-',
        'munen slutter seg til ordningen, og viser til de vurderinger som er gjort av helse-',
        'og omsorgstjenesten i kommunen foer sommeren.',
      ]),
    );
    expect(text).toContain('Kommunen slutter seg');
    expect(text).toContain('helse- og omsorgstjenesten');
  });

  test('keep their columns, also when the file has them in disorder', async () => {
    const row = (y: number, cells: readonly (readonly [number, string])[]) =>
      cells.map(([x, text]) => ({ x, y, text }));
    const text = await textOf([
      ...row(700, [
        [70, 'Saksnr'],
        [170, 'Utvalg'],
        [320, 'Dato'],
      ]),
      ...row(680, [
        [320, '11.03.2014'],
        [70, '14/23'],
        [170, 'Formannskapet'],
      ]),
    ]);
    expect(text?.split(/\n+/)).toEqual(['Saksnr  Utvalg  Dato', '14/23  Formannskapet  11.03.2014']);
  });

  test.each([
    ['a little', '2 Tc'],
    ['wide', '4 Tc'],
    ['very wide', '9 Tc'],
  ])('have their words when the letters are spaced %s', async (_, set) => {
    const text = await textOf([{ x: 70, y: 700, text: 'VEDTAK I SAKEN', set }, ...letterAt(660)]);
    expect(text).toMatch(/^VEDTAK I SAKEN\n/);
  });

  test('get the blanks that the file draws when the letters stand so that they cannot be guessed', async () => {
    const spaced = { x: 70, y: 700, text: 'Vedtak i saken om felles koordinator', set: '1.6 Tc' };
    expect(await textOf([spaced])).toBe('Vedtak i saken om felles koordinator');
  });
});

describe('the pages of a PDF', () => {
  test('carry a sentence over their edge, past heads, feet and numbers', async () => {
    const page = (number: number, lines: DrawnLine[]): DrawnLine[] => [
      { x: 70, y: 810, text: 'Nordvik kommune' },
      ...lines,
      { x: 70, y: 40, text: 'Postadresse: Postboks 1, 9999 Nordvik' },
      { x: 500, y: 30, text: `Side ${number} av 2` },
    ];
    const [first, second] = letterAt(700);
    const text = await textOf(page(1, [first!]), page(2, [{ ...second!, y: 760 }]));
    expect(text).toContain('slutter seg ikke til ordningen');
    expect(text?.match(/Nordvik kommune\n|Postadresse/g)).toEqual(['Nordvik kommune\n', 'Postadresse']);
    expect(text).not.toContain('Side');
  });

  test('are read as they are shown when the paper lies on its side', async () => {
    // Text that runs up the paper, on paper that is shown turned.
    const lines = [
      { x: 0, y: 0, text: 'Nordvik kommune slutter seg', set: '0 1 -1 0 200 100 Tm' },
      { x: 0, y: 0, text: 'ikke til ordningen.', set: '0 1 -1 0 214 100 Tm' },
    ];
    const { text } = await readAs('brev.pdf', pdfOf([{ lines, rotate: 90 }]));
    expect(text).toBe('Nordvik kommune slutter seg\nikke til ordningen.');
  });

  test('are read so far as the limit, and that is said', async () => {
    const pages = Array.from({ length: 61 }, (_, i) => ({ lines: letterAt(700 - i) }));
    const { text, problem } = await readAs('bok.pdf', pdfOf(pages));
    expect(text).toContain('slutter seg');
    expect(problem).toBe('Bare de første 60 av 61 sider er lest.');
  });
});

describe('what was typed onto a PDF', () => {
  const field = (rect: string, rest: string) => `<</Type/Annot/Subtype/Widget/Rect[${rect}]${rest}>>`;

  test('stands in its line: fields, ticked boxes, free text', async () => {
    const { text } = await readAs(
      'skjema.pdf',
      pdfOf([
        {
          lines: [
            ...letterAt(780),
            ...linesFrom(700, ['Kommune:']),
            ...linesFrom(600, ['Vi deltar', 'Vi deltar ikke']),
          ],
          fields: [
            field('150 696 300 712', '/FT/Tx/T(kommune)/V(Nordvik)'),
            field('50 582 60 594', '/FT/Btn/T(nei)/V/Yes/AS/Yes/AP<</N<</Yes null>>>>'),
            '<</Type/Annot/Subtype/FreeText/Rect[70 500 300 520]/Contents(Vi svarer nei.)/DA(/Helv 11 Tf)>>',
          ],
        },
      ]),
    );
    expect(text).toMatch(/^Kommune: +Nordvik$/m);
    expect(text).toMatch(/^\[x\] Vi deltar ikke$/m);
    expect(text).toMatch(/^Vi deltar$/m);
    expect(text).toContain('Vi svarer nei.');
  });
});

describe('a PDF that cannot be read says so', () => {
  test.each([
    ['locked with a password', pdfOf([{ lines: letterAt(700) }], { trailer: LOCK }), 'passord'],
    ['rubbish', Buffer.from('%PDF-1.4 rubbish'), 'skadet'],
    ['cut in two', pdfOf([{ lines: letterAt(700) }]).subarray(0, 500), ''],
    ['without pages', pdfOf([]), ''],
    ['with an empty page', pdfOf([{}]), 'ikke tekst'],
    [
      'with a tree of pages that never ends',
      Buffer.from(pdfOf([{}]))
        .toString('latin1')
        .replace('/Kids[', '/Kids[2 0 R '),
      '',
    ],
  ])('%s', async (_, bytes, word) => {
    const { text, problem } = await readAs('brev.pdf', bytes as Uint8Array);
    expect(text).toBeNull();
    expect(problem).toContain(word);
  });
});

test('a PDF whose letters are in disorder is read as it looks, not as it says', { timeout: 60_000 }, async () => {
  const consonants = 'bcdfghjklmnpqrstvwxz';
  const lines = letterAt(700).map(({ text, ...line }) => ({
    ...line,
    text: text.replace(/[a-z]/g, letter => consonants[letter.charCodeAt(0) % consonants.length]!),
  }));
  const { by } = await readAs(
    'brev.pdf',
    pdfOf([{ lines: [...lines, ...lines.map(line => ({ ...line, y: line.y - 60 }))] }]),
  );
  expect(by).toBe('ocr');
});

describe('a scanned PDF', () => {
  const jpeg = readFileSync(new URL('skannet-brev.jpg', import.meta.url));
  const picture = { jpeg, width: 1216, height: 896 };

  test('is read by a machine, in Norwegian, and that is said', { timeout: 60_000 }, async () => {
    const { text, by, problem } = await readAs('skannet.pdf', pdfOf([{ picture }]));
    expect(by).toBe('ocr');
    expect(problem).toBeNull();
    expect(text).toContain('Nordvik kommune slutter seg ikke til ordningen med felles helsekoordinator.');
    expect(text).toContain('Åse Bjørnøy');
    expect(text).toContain('kr 14 133,-');
  });

  test('is read when it lay in the scanner on its head, and with a stamp of the archive on it', {
    timeout: 60_000,
  }, async () => {
    const stamp = { x: 40, y: 820, text: 'Dok. 14/231-7' };
    const { text, by } = await readAs('skannet.pdf', pdfOf([{ picture, lines: [stamp], rotate: 180 }]));
    expect(by).toBe('ocr');
    expect(text).toContain('slutter seg ikke til ordningen');
  });

  test('counts as read by a machine when the scanner laid its own reading behind the picture', async () => {
    const lines = letterAt(700).map(line => ({ ...line, set: '3 Tr' }));
    const { text, by } = await readAs('skannet.pdf', pdfOf([{ picture, lines }]));
    expect(text).toContain('slutter seg ikke');
    expect(by).toBe('ocr');
  });

  test('has pages left out beyond the limit, and that is said', { timeout: 60_000 }, async () => {
    const budget = { files: 40, scannedPages: 1, givenUp: 0 };
    const { text, problem } = await readAs('skannet.pdf', pdfOf([{ picture }, { picture }]), budget);
    expect(text).toContain('slutter seg ikke');
    expect(problem).toBe('En side uten lesbar tekst er ikke tydet som bilde.');
    expect(budget.scannedPages).toBe(0);
  });
});
