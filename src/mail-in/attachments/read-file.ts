import { decodeText } from './decode-text.ts';
import { DAMAGED, FileFault } from './file-fault.ts';
import type { ReadableKind } from './file-kind.ts';
import type { FileText } from './file-text.ts';
import { tidyText } from './tidy-text.ts';

/** A kind of file that takes work to read. */
export type HeavyKind = Exclude<ReadableKind, 'plain' | 'mail'>;

/** What the one who waits for a file wants to know meanwhile, and to say. */
export interface Progress {
  /** The libraries are there, and the file itself is begun. */
  begun(): void;
  /** Asked before each scanned page, since they take time: no further page is read once it says no. */
  mayScan(): boolean;
}

type Reader = (bytes: Uint8Array) => FileText | Promise<FileText>;

/**
 * Reads one file; the libraries are loaded with the first of their kind. Never throws.
 * @param maxScanned so many scanned pages may be read
 */
export async function readFile(
  kind: HeavyKind,
  bytes: Uint8Array,
  maxScanned: number,
  progress: Progress,
): Promise<FileText> {
  try {
    const read = await readerOf(kind, maxScanned, progress.mayScan);
    progress.begun();
    const { text, ...rest } = await read(bytes);
    return { ...rest, text: tidyText(text) };
  } catch (error) {
    return { text: '', by: 'text', problem: error instanceof FileFault ? error.message : DAMAGED, scanned: 0 };
  }
}

async function readerOf(kind: HeavyKind, maxScanned: number, mayScan: () => boolean): Promise<Reader> {
  if (kind === 'pdf') {
    const { pdfText } = await import('./pdf-text.ts');
    return bytes => pdfText(bytes, maxScanned, mayScan);
  }
  if (kind === 'image') {
    const { imageText } = await import('./image-text.ts');
    return bytes => (maxScanned > 0 && mayScan() ? imageText(bytes) : NOT_LOOKED_AT);
  }
  if (kind === 'docx') {
    const { docxText } = await import('./docx-text.ts');
    return async bytes => written(await docxText(bytes));
  }
  if (kind === 'odt') {
    const { odtText } = await import('./odt-text.ts');
    return bytes => written(odtText(bytes));
  }
  if (kind === 'html') {
    const { fileHtmlText } = await import('./file-html.ts');
    return bytes => written(fileHtmlText(decodeText(bytes)));
  }
  const { rtfText } = await import('./rtf-text.ts');
  return bytes => {
    const { text, holdsObject } = rtfText(bytes);
    return { ...written(text), problem: holdsObject ? 'Filen har et innebygd objekt som ikke er lest.' : null };
  };
}

const NOT_LOOKED_AT: FileText = {
  text: '',
  by: 'ocr',
  problem: 'Bildet er ikke lest: meldingen har for mange.',
  scanned: 0,
};

function written(text: string): FileText {
  return { text, by: 'text', problem: null, scanned: 0 };
}
