import { htmlText } from './html-text.ts';

/** Larger files are scans and maps; reading them would stop the mailbox. */
const MAX_BYTES_TO_READ = 15 * 1024 * 1024;

/** The end of a long text is annexes; the rules read sentence by sentence and must stay quick. */
const MAX_TEXT = 400_000;

/** Text of an attachment, or why there is none (Norwegian, for the adviser). */
export interface AttachmentText {
  text: string | null;
  problem: string | null;
}

type Format = 'pdf' | 'docx' | 'html' | 'text' | null;

/** Reads the formats that municipalities send. Never throws: a file that cannot be read is a value. */
export async function attachmentText(name: string, contentType: string, bytes: Uint8Array): Promise<AttachmentText> {
  const format = formatOf(name, contentType, bytes);
  if (format === null) return { text: null, problem: 'Filtypen inneholder ikke tekst som kan leses.' };
  if (bytes.byteLength > MAX_BYTES_TO_READ) return { text: null, problem: 'Vedlegget er for stort til å leses.' };
  try {
    const text = (await read(format, bytes)).slice(0, MAX_TEXT);
    if (text.trim() !== '') return { text, problem: null };
    return { text: null, problem: 'Vedlegget har ikke tekst (trolig et skannet bilde).' };
  } catch {
    return { text: null, problem: 'Vedlegget kunne ikke leses (skadet eller låst fil).' };
  }
}

async function read(format: Exclude<Format, null>, bytes: Uint8Array): Promise<string> {
  // Their libraries are large, and most mails come without such a file.
  if (format === 'pdf') return (await import('./pdf-text.ts')).pdfText(bytes);
  if (format === 'docx') return (await import('./docx-text.ts')).docxText(bytes);
  const text = decodeText(bytes);
  return format === 'html' ? htmlText(text) : text;
}

/** Archive systems send PDF as octet-stream, so the first bytes and the name count more than the declared type. */
function formatOf(name: string, contentType: string, bytes: Uint8Array): Format {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  if (start.includes('%PDF-')) return 'pdf';
  if (start.startsWith('PK') && (/\.docx$/i.test(name) || contentType.includes('wordprocessingml'))) return 'docx';
  if (contentType === 'text/html' || /\.html?$/i.test(name)) return 'html';
  if (/^(?:text\/|message\/(?:delivery-status|feedback-report|disposition-notification))/.test(contentType))
    return 'text';
  return /\.(?:txt|csv|md)$/i.test(name) ? 'text' : null;
}

/** Text files say nothing of their charset: UTF-8 when it fits, else the Windows one. */
function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
