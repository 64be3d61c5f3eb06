import type { Message } from '../rules/replies/message.ts';
import { decoded } from './lean-mail.ts';
import { bodyBytes } from './mime-body.ts';
import { mimeCharset } from './mime-charset.ts';
import { readHeaderBlock } from './mime-headers.ts';
import { type MimeLeaf, type MimeTree, readMimeTree } from './mime-tree.ts';
import { encoded, headerLine, headerText, writtenBody } from './mime-write.ts';
import { type NewWords, rewrittenHeaders } from './rewrite-headers.ts';
import { rewrittenHtml } from './rewrite-html.ts';

export interface RewrittenMail {
  bytes: Buffer;
  /** Files that could not be written anew: their text stands in a text file instead, or nothing does. */
  files: { name: string; became: 'text' | 'empty' }[];
  /** Of an unusually built mail only text and files are kept, in a plain mail. */
  rebuilt: boolean;
}

const TEXTS =
  /^(?:text\/(?!vcard|x-vcard|rtf)|message\/(?:delivery-status|disposition-notification|feedback-report|global))/;

/**
 * A mail with new words in headers, text, HTML and text files; its parts, charsets and encodings stay. Names in PDF, Word
 * and pictures cannot be replaced safely: such a file becomes its text, or is emptied.
 * @param message the same mail, read: it has the files' texts
 */
export function rewriteMail(bytes: Uint8Array, message: Message, words: NewWords): RewrittenMail {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tree = readMimeTree(mail);
  return (tree === null ? null : rewriteTree(mail, tree, message, words)) ?? rebuild(message, words);
}

function rewriteTree(mail: Buffer, tree: MimeTree, message: Message, words: NewWords): RewrittenMail | null {
  const files: RewrittenMail['files'] = [];
  const top = readHeaderBlock(mail, 0)!;
  const inner = [...message.attachedMessages];
  const attachments = [...message.attachments];
  const single = tree.leaves[0]?.headersStart === 0;
  let written = rewrittenHeaders(tree.headers, words);
  let at = top.end;
  if (!single) written += `${contentHeaders(tree.headers)}\r\n`;
  for (const leaf of tree.leaves) {
    if (!single) written += withCrlf(mail.toString('latin1', at, leaf.headersStart));
    const isFile = leaf.disposition?.value === 'attachment' || !/^text\/(?:plain|html)$/.test(leaf.type.value);
    const attachment = isFile ? attachments.shift() : undefined;
    const isMail = attachment?.contentType === 'message/rfc822';
    const part = isMail
      ? innerMail(mail, leaf, inner.shift(), words, files)
      : TEXTS.test(leaf.type.value)
        ? textPart(mail, leaf, words)
        : filePart(leaf, attachment, words, files);
    if (part === null) return null;
    written += part;
    at = leaf.end;
  }
  if (!single) written += withCrlf(mail.toString('latin1', at));
  return { bytes: Buffer.from(written, 'latin1'), files, rebuilt: false };
}

function textPart(mail: Buffer, leaf: MimeLeaf, words: NewWords): string | null {
  const charset = leaf.type.params.get('charset') ?? '';
  const reader = mimeCharset(charset);
  const bytes = bodyBytes(mail, leaf.start, leaf.end, leaf.encoding, size => Buffer.allocUnsafe(size));
  if (reader === null || bytes === null) return null;
  const text = reader.decode(bytes);
  const isHtml = leaf.type.value === 'text/html';
  const now = isHtml
    ? rewrittenHtml(text, words.text)
    : leaf.type.value === 'text/rfc822-headers'
      ? headersOnly(text, words)
      : words.text(text);
  const body = writtenBody(now, charset, leaf.encoding);
  return (
    partOf(leaf, { type: leaf.type.value, charset: body.charset, encoding: body.encoding }, words) + ended(body.body)
  );
}

/** The headers of our own letter in a report: those that tell what it was. */
function headersOnly(text: string, words: NewWords): string {
  const block = readHeaderBlock(Buffer.from(`${text.trim()}\n\n`, 'latin1'), 0);
  return block === null ? words.text(text) : rewrittenHeaders(block.lines, words);
}

function innerMail(
  mail: Buffer,
  leaf: MimeLeaf,
  message: Message | undefined,
  words: NewWords,
  files: RewrittenMail['files'],
): string | null {
  const bytes = bodyBytes(mail, leaf.start, leaf.end, leaf.encoding, size => Buffer.allocUnsafe(size));
  if (bytes === null || message === undefined) return null;
  const now = rewriteMail(bytes, message, words);
  files.push(...now.files);
  return (
    partOf(leaf, { type: 'message/rfc822', charset: null, encoding: 'plain' }, words) +
    ended(now.bytes.toString('latin1'))
  );
}

function filePart(
  leaf: MimeLeaf,
  attachment: Message['attachments'][number] | undefined,
  words: NewWords,
  files: RewrittenMail['files'],
): string {
  const name = attachment?.name ?? nameOf(leaf) ?? 'vedlegg';
  const text = attachment?.text ?? null;
  files.push({ name, became: text === null ? 'empty' : 'text' });
  if (text !== null) return textFile(name, text, words);
  const body = encoded(emptyFile(leaf.type.value, attachment?.problem ?? null), 'base64');
  return partOf(leaf, { type: leaf.type.value, charset: null, encoding: 'base64' }, words) + ended(body);
}

function textFile(name: string, text: string, words: NewWords): string {
  const body = writtenBody(words.text(text), 'utf-8', 'quoted-printable');
  const shown = headerText(`${words.text(name)}.txt`);
  return `Content-Type: text/plain; charset=utf-8; name="${shown}"\r\nContent-Disposition: attachment; filename="${shown}"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${ended(body.body)}`;
}

/** As unreadable as the file was, or as empty of words as a logo is. */
function emptyFile(type: string, problem: string | null): Buffer {
  if (problem === null) return Buffer.from(type.startsWith('image/') ? 'GIF89a' : '');
  return Buffer.from(type === 'application/pdf' ? '%PDF-1.4\n' : 'tom');
}

function partOf(
  leaf: MimeLeaf,
  now: { type: string; charset: string | null; encoding: string },
  words: NewWords,
): string {
  const kept = [...leaf.type.params].filter(([key]) => /^(?:format|delsp|report-type|method)$/.test(key));
  const name = nameOf(leaf);
  const shown = name === null ? [] : [['name', headerText(words.text(name))]];
  const charset = now.charset === null ? [] : [['charset', now.charset]];
  const params = (all: string[][]) => all.map(([key, value]) => `; ${key}="${value}"`).join('');
  const disposition =
    leaf.disposition === null
      ? ''
      : headerLine(
          'Content-Disposition',
          `${leaf.disposition.value}${params(name === null ? [] : [['filename', shown[0]![1]!]])}`,
        );
  const encoding = now.encoding === 'plain' ? '8bit' : now.encoding;
  return `${headerLine('Content-Type', now.type + params([...charset, ...kept, ...shown]))}${disposition}${headerLine('Content-Transfer-Encoding', encoding)}\r\n`;
}

function nameOf({ disposition, type }: MimeLeaf): string | null {
  const name = disposition?.params.get('filename') || type.params.get('name');
  return name === undefined ? null : decoded(name);
}

function contentHeaders(lines: MimeTree['headers']): string {
  return lines
    .filter(({ key }) => key === 'content-type' || key === 'content-transfer-encoding')
    .map(({ key, value }) => headerLine(key === 'content-type' ? 'Content-Type' : 'Content-Transfer-Encoding', value))
    .join('');
}

/** A plain mail of what was read, for one whose build we do not dare to copy. */
function rebuild(message: Message, words: NewWords): RewrittenMail {
  const files: RewrittenMail['files'] = [];
  const headers = message.headers.map(({ name, value }) => ({ key: name, value }));
  const body = writtenBody(words.text(message.text ?? message.htmlText ?? ''), 'utf-8', 'quoted-printable');
  const mark = 'purrebot-del';
  const parts = [
    `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${ended(body.body)}`,
  ];
  for (const { name, text } of message.attachments) {
    files.push({ name, became: text === null ? 'empty' : 'text' });
    if (text !== null) parts.push(textFile(name, text, words));
  }
  const mixed = `Content-Type: multipart/mixed; boundary="${mark}"\r\n\r\n${parts.map(part => `--${mark}\r\n${part}`).join('')}--${mark}--\r\n`;
  const own = rewrittenHeaders(headers, words);
  return { bytes: Buffer.from(own + (parts.length === 1 ? parts[0] : mixed), 'latin1'), files, rebuilt: true };
}

function withCrlf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}

function ended(body: string): string {
  const lines = withCrlf(body);
  return lines.endsWith('\r\n') ? lines : `${lines}\r\n`;
}
