import { describe, expect, test } from 'vitest';
import { readMessage } from '../../src/mail-in/read-message.ts';
import { linesFrom, pdfOf } from '../mail-in/attachments/make-pdf.ts';
import { docxOf, odtOf, type ZipEntry, zipOf } from '../mail-in/attachments/make-zip.ts';
import { takenIn } from '../worlds/bad-mail.ts';
import { file, mail, parts } from '../worlds/hostile-mail.ts';

const YES = 'Hitra kommune slutter seg til ordningen.';
const NO = 'Hitra kommune slutter seg ikke til ordningen.';
const MB = 1024 * 1024;
const NOTHING = 'ikke standpunkt';

type Row = [number: string, name: string, content: string | Uint8Array, effect: string, why?: string, type?: string];

const word = (body: string) => docxOf(['Vi viser til brevet.'], { body });
const entries = (count: number, entry: (n: number) => ZipEntry) =>
  zipOf(Array.from({ length: count }, (_, n) => entry(n)));

function bombWithin(depth: number): Uint8Array {
  let inner = zipOf([{ name: 'x', content: 'x' }]);
  for (let at = 0; at < depth; at++) inner = zipOf([{ name: 'x.zip', content: inner }]);
  return inner;
}

/** Two lines that are seen, and the answer drawn as it is said. */
function paper(answer: { set?: string; size?: number; y?: number }): Uint8Array {
  const seen = linesFrom(700, [
    'Vi viser til brevet deres av 28. november 2013 om felles kommunal ressurs for samhandling,',
    'som vi har sett nærmere på. Saken følger her i sin helhet, til orientering:',
  ]);
  return pdfOf([{ lines: [...seen, { x: 70, y: 600, text: YES, ...answer }] }]);
}

const LOCK =
  '/Encrypt <</Filter/Standard/V 1/R 2/O(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)/U(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)/P -4>>/ID[(a)(a)]';
const XXE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n} "&a;&a;">`).join('')}]>`;
const withTypes = (types: string) =>
  zipOf([
    { name: '[Content_Types].xml', content: types },
    { name: 'word/document.xml', content: '<a>&a;</a>' },
  ]);
const REMOTE: ZipEntry = {
  name: 'word/_rels/document.xml.rels',
  content:
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
};

describe('files that are made to harm, or that say something else than is seen', () => {
  test.each<Row>([
    [
      '57',
      'bombe.docx',
      zipOf([1, 2, 3, 4, 5].map(n => ({ name: `word/${n}.xml`, content: 'x', declared: 2 ** 31 }))),
      'review',
      'for stor',
    ],
    [
      '58',
      'løgn.docx',
      zipOf([
        { name: '[Content_Types].xml', content: 'x' },
        { name: 'word/document.xml', content: new Uint8Array(20 * MB), declared: 10 },
      ]),
      'review',
      'skadet',
    ],
    ['59a', 'zip-i-zip.zip', bombWithin(20), 'review', 'Pakkede filer åpnes ikke'],
    ['59b', 'mange.docx', entries(65_000, n => ({ name: `${n}`, content: '' })), 'review', 'for stor'],
    ['59c', 'ut.docx', docxOf([YES], { parts: [{ name: '../../etc/x', content: 'x' }] }), 'joined'],
    ['59d', 'låst.docx', zipOf([{ name: 'word/document.xml', content: 'x', encrypted: true }]), 'review', 'passord'],
    ['60a', 'xxe.docx', withTypes(XXE), 'review', 'skadet'],
    ['60b', 'latter.docx', withTypes(LAUGHS), 'review', 'skadet'],
    ['60c', 'mal.docx', docxOf([YES], { parts: [REMOTE] }), 'joined'],
    ['61a', 'makro.docm', docxOf([YES]), 'review', 'makroer'],
    [
      '61b',
      'makro.docx',
      docxOf([YES], { types: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      'review',
      'makroer',
    ],
    ['61c', 'makro.xlsm', zipOf([{ name: 'xl/workbook.xml', content: 'x' }]), 'review', 'makroer'],
    ['61d', 'gammel.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'review', 'gammelt format'],
    ['61e', 'objekt.rtf', `{\\rtf1 ${YES}{\\object\\objemb{\\*\\objdata 0105}}}`, 'review', 'objekt'],
    [
      '62',
      'rader.xlsx',
      zipOf([{ name: 'xl/worksheets/sheet1.xml', content: '<row/>'.repeat(1_000_000) }]),
      'review',
      'Regneark leses ikke',
    ],
    ['63a', 'kuttet.pdf', pdfOf([{ lines: linesFrom(700, [YES]) }]).subarray(0, 120), 'review', 'skadet'],
    ['63b', 'tom.pdf', '%PDF-1.4\n', 'review', 'skadet'],
    [
      '63c',
      'ring.pdf',
      '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>\nendobj\ntrailer <</Root 1 0 R>>',
      'review',
    ],
    ['63d', 'sider.pdf', pdfOf([{ lines: linesFrom(700, ['Vi viser til brevet.']) }], { count: 100_000 }), 'review'],
    [
      '64',
      'skript.pdf',
      pdfOf([{ lines: linesFrom(700, [YES]) }], { trailer: '/X <</S/JavaScript/JS(app.alert\\(1\\))>>' }),
      'joined',
    ],
    ['65', 'låst.pdf', pdfOf([{ lines: linesFrom(700, [YES]) }], { trailer: LOCK }), 'review', 'passord'],
    ['67a', 'logo.png', `<html><p>${YES}</p><script>alert(1)</script></html>`, 'review', NOTHING, 'image/png'],
    [
      '67b',
      'bilde.svg',
      `<svg xmlns="http://www.w3.org/2000/svg"><text>${YES}</text><script>alert(1)</script></svg>`,
      'review',
      NOTHING,
      'image/svg+xml',
    ],
    [
      '69a',
      'eicar.com',
      'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
      'review',
      'kan ikke leses',
    ],
    [
      '69b',
      'svar.zip',
      zipOf([{ name: 'svar.pdf', content: 'x', encrypted: true }]),
      'review',
      'Pakkede filer åpnes ikke',
    ],
    [
      '70',
      'svar.html',
      `<meta http-equiv="refresh" content="0;url=http://evil.example"><form action="http://evil.example"><input value="${YES}"><textarea>${YES}</textarea></form><p>Se her.</p>`,
      'review',
      NOTHING,
      'text/html',
    ],
    [
      'own 27',
      'slettet.docx',
      word(
        `<w:p><w:r><w:t xml:space="preserve">Hitra kommune slutter seg </w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>ikke </w:delText></w:r></w:del><w:r><w:t>til ordningen.</w:t></w:r></w:p>`,
      ),
      'joined',
    ],
    [
      'own 28',
      'skjult.docx',
      word(`<w:p><w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>${YES}</w:t></w:r></w:p>`),
      'review',
      NOTHING,
    ],
    [
      'own 29',
      'hvit.docx',
      word(`<w:p><w:r w:rsidR="1"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>${YES}</w:t></w:r></w:p>`),
      'review',
      NOTHING,
    ],
    [
      'own 30',
      'hvit-på-blått.docx',
      word(
        `<w:p><w:pPr><w:shd w:fill="00407F"/></w:pPr><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>${YES}</w:t></w:r></w:p>`,
      ),
      'joined',
    ],
    [
      'own 31',
      'ikke-skjult.docx',
      word(`<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>${YES}</w:t></w:r></w:p>`),
      'joined',
    ],
    [
      'own 32',
      'skjult.odt',
      odtOf(`<text:p>Vi viser til brevet.</text:p><text:p><text:hidden-text>${YES}</text:hidden-text></text:p>`),
      'review',
      NOTHING,
    ],
    ['own 33', 'skjult.rtf', `{\\rtf1 Vi viser til brevet.\\par {\\v ${YES}}}`, 'review', NOTHING],
    ['own 34', 'usynlig.pdf', paper({ set: '3 Tr' }), 'review', 'ikke vises'],
    ['own 35', 'hvit.pdf', paper({ set: '1 1 1 rg' }), 'review', 'ikke vises'],
    ['own 36', 'liten.pdf', paper({ size: 0.5 }), 'review', 'ikke vises'],
    ['own 37', 'svart.pdf', paper({}), 'joined'],
    ['own 38', 'Saksframstilling.pdf', paper({}), 'joined'],
    ['own 39', 'svar.pdf', `<html><p>${YES}</p></html>`, 'review'],
  ])('%s: %s', async (_number, name, content, effect, why = '', type = 'application/octet-stream') => {
    const got = await takenIn(mail(parts('mixed', 'Se vedlegg.', file(name, content, type))));
    expect([got.effect, got.why]).toEqual([effect, expect.stringContaining(why)]);
  });

  test('52: a picture without words beside «se vedlegg» is for a person', async () => {
    const got = await takenIn(
      mail(parts('mixed', 'Svaret ligger i bildet.', file('svar.png', '\x89PNG', 'image/png'))),
    );
    expect(got.effect).toBe('review');
  });

  test.each([
    ['66a', '../../etc/passwd', 'passwd'],
    ['66b', '..\\\\..\\\\svar.pdf', 'svar.pdf'],
    ['66c', 'CON', 'CON'],
    ['66d', 'svar\u202efdp.exe', 'svarfdp.exe'],
    ['66e', `${'x'.repeat(5000)}.pdf`, 'x'.repeat(200)],
    ['66f', 'a.pdf\u0000.exe', 'a.pdf.exe'],
    ['66g', 'a.pdf\r\n .exe', 'a.pdf .exe'],
  ])('%s: a name %j is shown cleaned and is no path', async (_number, name, shown) => {
    const message = await readMessage(mail(parts('mixed', YES, file(name, 'x'))));
    expect(message.attachments.map(one => one.name)).toEqual([shown]);
  });

  test('68: one file a thousand times is read once, and a person sees that the rest was not', async () => {
    const copies = Array.from({ length: 1000 }, () => file('a.pdf', paper({})));
    const got = await takenIn(mail(parts('mixed', YES, ...copies)));
    expect([got.effect, got.why]).toEqual(['set aside', expect.stringContaining('flere enn 40 vedlegg')]);
  });

  test('68a: a thousand little pictures hide no answer', async () => {
    const pictures = Array.from({ length: 1000 }, () => file('logo.png', 'x', 'image/png'));
    expect((await takenIn(mail(parts('mixed', NO, ...pictures)))).effect).toBe('declined');
  });
});
