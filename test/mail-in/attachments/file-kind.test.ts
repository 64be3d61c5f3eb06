import { describe, expect, test } from 'vitest';
import { fileKind } from '../../../src/mail-in/attachments/file-kind.ts';
import { docxOf, odtOf, zipOf } from './make-zip.ts';

const OLD_OFFICE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const LOCKED_OFFICE = Buffer.concat([OLD_OFFICE, Buffer.from('EncryptedPackage', 'utf16le')]);
const STREAM = 'application/octet-stream';

/** The head of a PNG of that size, and bytes behind it. */
function png(width: number, height: number, size = 50_000): Uint8Array {
  const bytes = Buffer.alloc(size);
  bytes.write('\x89PNG\r\n\x1a\n', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

test.each([
  ['Vedtak.pdf', STREAM, Buffer.from('%PDF-1.4'), 'pdf'],
  ['Vedtak', 'image/png', Buffer.from('%PDF-1.4'), 'pdf'],
  ['Vedtak.txt', 'text/plain', Buffer.from('%PDF-1.4'), 'pdf'],
  ['Vedtak.docx', STREAM, docxOf(['x']), 'docx'],
  ['Vedtak', STREAM, docxOf(['x']), 'docx'],
  ['Vedtak', STREAM, odtOf('x'), 'odt'],
  ['Vedtak.doc', 'application/msword', Buffer.from('{\\rtf1 x}'), 'rtf'],
  ['Vedtak.htm', STREAM, Buffer.from('<p>x'), 'html'],
  ['notat.txt', STREAM, Buffer.from('x'), 'plain'],
  ['noname', 'message/delivery-status', Buffer.from('x'), 'plain'],
  ['møte.ics', STREAM, Buffer.from('x'), 'plain'],
  ['svar.eml', STREAM, Buffer.from('x'), 'mail'],
  ['noname', 'message/rfc822', Buffer.from('x'), 'mail'],
  ['brev.png', 'image/png', png(1240, 1754), 'image'],
])('%s (%s) is read as what it is', (name, type, bytes, kind) => {
  expect(fileKind(name, type, bytes)).toEqual({ kind });
});

test.each([
  ['winmail.dat', 'application/ms-tnef', Buffer.from('x'), 'winmail.dat'],
  ['noname', STREAM, Buffer.from('789f3e22', 'hex'), 'winmail.dat'],
  ['Vedtak.doc', 'application/msword', OLD_OFFICE, '.doc'],
  ['Vedtak.docx', STREAM, LOCKED_OFFICE, 'passord'],
  ['svar.msg', STREAM, OLD_OFFICE, '.msg'],
  ['tall.xlsx', STREAM, zipOf([{ name: 'xl/workbook.xml', content: 'x' }]), 'Regneark'],
  ['makro.docm', STREAM, docxOf(['x']), 'makroer'],
  ['alt.zip', STREAM, zipOf([{ name: 'x', content: 'x' }]), 'Pakkede'],
  ['alt', STREAM, zipOf([{ name: 'x', content: 'x' }]), 'Pakkede'],
  ['smime.p7m', 'application/pkcs7-mime', Buffer.from('x'), 'kryptert'],
  ['faks.tif', 'image/tiff', Buffer.from('II*'), 'Bildeformatet'],
  ['program.exe', STREAM, Buffer.from('MZ'), 'Filtypen'],
  ['stor.png', 'image/png', png(9000, 9000), 'for stor'],
  ['stor.pdf', STREAM, Buffer.concat([Buffer.from('%PDF-'), new Uint8Array(16 * 1024 * 1024)]), 'for stor'],
])('%s (%s) is named as one that is not read', (name, type, bytes, word) => {
  expect(fileKind(name, type, bytes)).toEqual({ problem: expect.stringContaining(word) });
});

describe('nothing is expected of', () => {
  test.each([
    ['image001.png', 'image/png', png(200, 60)],
    ['banner.png', 'image/png', png(2000, 500)],
    ['gradient.png', 'image/png', png(1240, 1754, 2000)],
    ['image002.gif', 'image/gif', Buffer.from('GIF89a')],
    ['smime.p7s', 'application/pkcs7-signature', Buffer.from('x')],
    ['kari.vcf', 'text/vcard', Buffer.from('BEGIN:VCARD')],
    ['hilsen.m4a', 'audio/mp4', Buffer.from('x')],
    ['ATT00001', STREAM, new Uint8Array()],
  ])('%s', (name, type, bytes) => {
    expect(fileKind(name, type, bytes)).toBeNull();
  });
});
