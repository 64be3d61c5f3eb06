import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type FileLimits, fileReader } from '../../../src/mail-in/attachments/read-file-apart.ts';
import { zipParts } from '../../../src/mail-in/attachments/zip-parts.ts';
import { linesFrom, pdfOf } from './make-pdf.ts';
import { docxOf, odtOf, zipOf } from './make-zip.ts';
import { readAs } from './read-as.ts';

const MB = 1024 * 1024;

describe('a zip is refused before it is unpacked', () => {
  const entry = (name: string, declared: number) => ({ name, content: 'x', declared });

  test.each([
    ['that declares gigabytes', zipOf([1, 2, 3, 4, 5].map(n => entry(`word/${n}.xml`, 2 ** 31))), 'for stor'],
    ['with one part of gigabytes', zipOf([entry('word/document.xml', 50 * MB)]), 'for stor'],
    ['with 65,000 entries', zipOf(Array.from({ length: 65_000 }, (_, n) => entry(`${n}`, 1))), 'for stor'],
    ['that is locked', zipOf([{ name: 'word/document.xml', content: 'x', encrypted: true }]), 'passord'],
    ['without its directory', zipOf([entry('word/document.xml', 1)]).subarray(0, 60), 'skadet'],
    ['with a directory of rubbish', Buffer.from(`PK\x05\x06\0\0\0\0\x01\0\x01\0${'z'.repeat(10)}`, 'latin1'), 'skadet'],
    ['of no bytes', new Uint8Array(), 'skadet'],
  ])('%s', (_, bytes, word) => {
    const started = performance.now();
    expect(() => zipParts(bytes).bytes('word/document.xml')).toThrow(word);
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('whose entries are the same bytes under many names', () => {
    const bytes = Buffer.from(zipOf([entry('a.xml', 1), entry('b.xml', 1)]));
    const second = bytes.lastIndexOf('PK\x01\x02');
    bytes.writeUInt32LE(0, second + 42);
    expect(() => zipParts(bytes)).toThrow('skadet');
  });

  test('or while it is, when it lies about its size', () => {
    const bytes = zipOf([{ name: 'word/document.xml', content: new Uint8Array(60 * MB), declared: 1000 }]);
    expect(() => zipParts(bytes).xml('word/document.xml')).toThrow('skadet');
  });

  test('and names that lead out of the folder are only names', () => {
    const parts = zipParts(zipOf([{ name: '../../etc/x', content: 'x' }]));
    expect(parts.names).toEqual(['../../etc/x']);
  });

  test('a file in a file in a file is not opened', async () => {
    let inner = zipOf([{ name: 'x', content: 'Vi deltar.' }]);
    for (let depth = 0; depth < 20; depth++) inner = zipOf([{ name: 'word/embeddings/x.docx', content: inner }]);
    const { text } = await readAs('svar.docx', docxOf(['Se vedlegg.'], { parts: [{ name: 'x.zip', content: inner }] }));
    expect(text).toBe('Se vedlegg.');
  });
});

describe('a file made to stop its reader is given up, and the next one is read', () => {
  const limits: FileLimits = {
    startMs: 20_000,
    readMs: 20_000,
    scannedPageMs: 20_000,
    scanMs: 20_000,
    heapMb: 128,
    growthBytes: 4000 * MB,
  };
  const small = { kind: 'rtf' as const, bytes: Buffer.from('{\\rtf1 Vi deltar.}'), maxScanned: 0 };
  const endless = { kind: 'pdf' as const, bytes: pageWith('q '.repeat(5_000_000)), maxScanned: 0 };

  test('when it takes too long', async () => {
    const read = fileReader({ ...limits, readMs: 1500 });
    const [given, next] = await Promise.all([read(endless), read(small)]);
    expect(given).toMatchObject({ text: '', gaveUp: true, problem: expect.stringContaining('lang tid') });
    expect(next).toMatchObject({ text: 'Vi deltar.', gaveUp: false, problem: null });
  });

  test('when it fills the heap', { timeout: 60_000 }, async () => {
    const read = fileReader({ ...limits, heapMb: 16 });
    const bytes = docxOf(Array.from({ length: 20_000 }, () => 'Nordvik kommune slutter seg til ordningen.'));
    const [given, next] = await Promise.all([read({ kind: 'docx', bytes, maxScanned: 0 }), read(small)]);
    expect(given).toMatchObject({ text: '', gaveUp: true, problem: expect.stringContaining('for stor') });
    expect(next.text).toBe('Vi deltar.');
  });

  test('when it makes the program grow', { timeout: 60_000 }, async () => {
    const read = fileReader({ ...limits, growthBytes: 150 * MB });
    const [given, next] = await Promise.all([
      read({ kind: 'pdf', bytes: pageWith(Buffer.alloc(400 * MB, ' ')), maxScanned: 0 }),
      read(small),
    ]);
    expect(given).toMatchObject({ text: '', gaveUp: true, problem: expect.stringContaining('for stor') });
    expect(next.text).toBe('Vi deltar.');
  });

  test('and after two of them the others of the mail are not tried', async () => {
    const budget = { files: 40, scannedPages: 12, givenUp: 2 };
    const { text, problem } = await readAs('svar.rtf', small.bytes, budget);
    expect(text).toBeNull();
    expect(problem).toContain('ikke lest');
  });
});

describe('files without end come to an end', { timeout: 30_000 }, () => {
  const deep = (tag: string) => `<${tag}>`.repeat(200_000);

  test.each([
    ['page.pdf', pdfOf([{ lines: linesFrom(700, ['Vi deltar.']) }], { count: 100_000 })],
    [
      'nested.pdf',
      Buffer.from(`%PDF-1.4\n1 0 obj\n<</Type/Catalog/X ${'['.repeat(500_000)}>>\nendobj\ntrailer <</Root 1 0 R>>`),
    ],
    [
      'self.pdf',
      Buffer.from(
        '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>\nendobj\ntrailer <</Root 1 0 R>>',
      ),
    ],
    ['tables.docx', docxOf([], { body: deep('w:tbl') })],
    ['spans.odt', odtOf(deep('text:p'))],
    ['groups.rtf', `{\\rtf1${'{'.repeat(500_000)}`],
    ['line.rtf', `{\\rtf1 ${"\\'e5".repeat(500_000)}`],
    ['bold.html', deep('b')],
    ['line.txt', 'a'.repeat(14 * MB)],
    ['hyphens.txt', '\u00AD'.repeat(2 * MB)],
  ])('%s', async (name, bytes) => {
    const { text, problem } = await readAs(name, bytes);
    expect((text ?? '').length).toBeLessThanOrEqual(400_000);
    if (text === null && !name.endsWith('.txt')) expect(problem).not.toBeNull();
  });
});

/** A PDF with a page on which this is drawn, packed. */
function pageWith(drawn: string | Uint8Array): Uint8Array {
  const packed = deflateSync(drawn);
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Filter/FlateDecode/Length ${packed.length}>>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer <</Size 5/Root 1 0 R>>\n%%EOF'),
  ]);
}
