import { decodeText } from './attachments/decode-text.ts';
import { DAMAGED, NO_TEXT } from './attachments/file-fault.ts';
import { fileKind, type ReadableKind } from './attachments/file-kind.ts';
import { readFileApart } from './attachments/read-file-apart.ts';
import { tidyText } from './attachments/tidy-text.ts';
import { MAX_ATTACHMENTS, MAX_FILE_TEXT, MAX_GIVEN_UP, MAX_SCANNED_PAGES } from './mail-limits.ts';

/** Text of an attachment, or why there is none (Norwegian, for the adviser). */
export interface AttachmentText {
  text: string | null;
  /** ocr: a machine read it from a picture, and single letters may be wrong. */
  by: 'text' | 'ocr';
  /** What of it was not read and may matter; null when all was read, or nothing can stand in it (a logo, a signature). */
  problem: string | null;
}

/** What the files of one mail may still take, all of them together. */
export interface ReadingBudget {
  files: number;
  scannedPages: number;
  givenUp: number;
}

/** For a new mail. */
export function readingBudget(): ReadingBudget {
  return { files: MAX_ATTACHMENTS, scannedPages: MAX_SCANNED_PAGES, givenUp: 0 };
}

/** A picture without words is a view of the fjord; mail servers hang empty text and HTML (ATT00001.htm) on mails. */
const MAY_BE_EMPTY = new Set<ReadableKind>(['image', 'html', 'rtf']);

const BUDGET_SPENT = 'Filen er ikke lest: andre vedlegg i meldingen tok for lang tid.';

/** Reads the formats that municipalities send, heavy ones in a thread of their own. Never throws: a file that cannot be read is a value. */
export async function attachmentText(
  name: string,
  contentType: string,
  bytes: Uint8Array,
  budget: ReadingBudget,
): Promise<AttachmentText> {
  const found = fileKind(name, contentType, bytes);
  if (found === null) return unread(null);
  if ('problem' in found) return unread(found.problem);
  if (found.kind === 'mail') return unread(null);
  if (found.kind === 'plain') return outcome(tidyText(decodeText(bytes)), 'text', null, null);
  if (found.kind === 'pdf' && !hasObjects(bytes)) return unread(DAMAGED);
  if (budget.givenUp >= MAX_GIVEN_UP) return unread(BUDGET_SPENT);
  const read = await readFileApart({ kind: found.kind, bytes, maxScanned: budget.scannedPages });
  budget.scannedPages -= read.scanned;
  if (read.gaveUp) budget.givenUp += 1;
  return outcome(read.text, read.by, read.problem, MAY_BE_EMPTY.has(found.kind) ? null : NO_TEXT);
}

function outcome(
  text: string,
  by: AttachmentText['by'],
  problem: string | null,
  whenEmpty: string | null,
): AttachmentText {
  if (text.trim() === '') return unread(problem ?? whenEmpty);
  const cut = text.length > MAX_FILE_TEXT ? 'Bare den første delen av filen er lest: den er svært lang.' : null;
  return { text: text.slice(0, MAX_FILE_TEXT), by, problem: problem ?? cut };
}

function unread(problem: string | null): AttachmentText {
  return { text: null, by: 'text', problem };
}

/**
 * A PDF is made of «1 0 obj … endobj», and its catalogue is found by a trailer, or by its name, or packed among others. A
 * file with none of them is rubbish or cut, which pdf.js finds out only after a long search.
 */
function hasObjects(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes('trailer')) return true;
  if (!file.includes('Catalog') && !file.includes('ObjStm')) return false;
  for (let at = file.indexOf('obj'); at !== -1; at = file.indexOf('obj', at + 1)) {
    if (at > 0 && file[at - 1]! <= 0x20) return true;
  }
  return false;
}
