import mammoth from 'mammoth';
import { htmlText } from './html-text.ts';

/** A zip of 100 kB may unpack to gigabytes; the sizes that it declares are added up before it is opened. */
const MAX_UNPACKED = 60 * 1024 * 1024;

/** The text of a Word file: paragraphs apart, one table row a line. Throws on files that are no DOCX. */
export async function docxText(bytes: Uint8Array): Promise<string> {
  const unpacked = declaredSize(bytes);
  if (unpacked === null || unpacked > MAX_UNPACKED) throw new Error('not a zip of a reasonable size');
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
  );
  return htmlText(value).replace(/ {3,}/g, '   ');
}

/** Sum of the unpacked sizes in the zip's directory of contents; null when there is none. */
function declaredSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let found = false;
  let sum = 0;
  for (let at = 0; at + 46 <= bytes.byteLength; at++) {
    if (view.getUint8(at) !== 0x50 || view.getUint32(at, true) !== 0x02014b50) continue;
    found = true;
    sum += view.getUint32(at + 24, true);
    at += 45;
  }
  return found ? sum : null;
}
