import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { LetterFacts, WrittenLetter } from '../rules/letters/letter-facts.ts';
import { oneLine } from '../rules/letters/plain-value.ts';
import type { Mailbox } from './envelope-for.ts';
import { SEAL_HEADER } from './letter-seal.ts';
import { strictRecipient } from './strict-recipient.ts';

export interface MailAttachment {
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

export interface ComposeOptions {
  /** This installation's own name, in X-Purrebot-Loop: a mail that comes back with it is ours. */
  loopId: string;
  /** The address that the server lets us write as; the adviser's own when left out. */
  fromAddress?: string;
  /** Who really gets it, from `envelopeFor`; those of the letter when left out. */
  envelope?: { to: Mailbox[]; cc: Mailbox[]; originalTo: string | null };
  /** From `sealed`: what the letter says of itself to us. */
  seal?: string;
}

/**
 * The mail as bytes, the same for the same facts: even the boundaries come from the Message-ID, so that what was frozen
 * can be proved. Text first, HTML beside it, attachments after. Throws on an address or Message-ID that is not strict:
 * ask `envelopeFor` first, it gives the refusals as values.
 */
export async function composeMail(
  facts: LetterFacts,
  written: WrittenLetter,
  attachments: readonly MailAttachment[],
  options: ComposeOptions,
): Promise<{ bytes: Uint8Array }> {
  const { to, cc, originalTo } = options.envelope ?? { to: facts.to, cc: facts.cc, originalTo: null };
  const references = facts.references.map(messageId);
  const inReplyTo = references.at(-1);
  const composer = new MailComposer({
    from: mailbox({
      name: facts.sender.unit || facts.sender.name,
      address: options.fromAddress ?? facts.sender.address,
    }),
    to: to.map(mailbox),
    cc: cc.map(mailbox),
    replyTo: mailbox({ name: '', address: facts.replyTo }),
    subject: oneLine(written.subject),
    messageId: messageId(facts.messageId),
    date: new Date(facts.datedAt),
    ...(inReplyTo === undefined ? {} : { inReplyTo, references }),
    headers: ownHeaders(facts, options, originalTo),
    text: content('text/plain', written.text),
    html: content('text/html', written.html),
    attachments: attachments.map(({ name, contentType, bytes }) => ({
      filename: fileName(name),
      contentType: oneLine(contentType),
      content: Buffer.from(bytes),
      contentTransferEncoding: 'base64' as const,
    })),
    baseBoundary: createHash('sha256').update(facts.messageId).digest('hex').slice(0, 32),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { bytes: new Uint8Array(await composer.compile().build()) };
}

/** Reminders are letters in a person's name and carry no Auto-Submitted: absences and receipts to them are worth having. */
function ownHeaders(
  facts: LetterFacts,
  options: ComposeOptions,
  originalTo: string | null,
): { key: string; value: string }[] {
  const headers = [{ key: 'X-Purrebot-Loop', value: oneLine(options.loopId) }];
  if (options.seal !== undefined) headers.push({ key: SEAL_HEADER, value: options.seal });
  if (facts.kind === 'receipt') headers.push({ key: 'Auto-Submitted', value: 'auto-generated' });
  if (originalTo !== null) headers.push({ key: 'X-Purrebot-Original-To', value: oneLine(originalTo) });
  return headers;
}

/** One part of a mail. A bare CR would pass nodemailer's data stream as it stands, so none is left; quoted-printable keeps every line short. */
export function content(contentType: string, text: string) {
  return {
    content: text.replace(/\r/g, ''),
    contentType: `${contentType}; charset=utf-8`,
    contentTransferEncoding: 'quoted-printable' as const,
  };
}

/** A mailbox for a header; throws on an address that is not strict. */
export function mailbox({ name, address }: Mailbox): Mailbox {
  const strict = strictRecipient(address);
  if ('refused' in strict) throw new Error(`mail: expected a strict address, found ${JSON.stringify(address)}`);
  return { name: oneLine(name), address: strict.address };
}

function messageId(id: string): string {
  if (!/^<[^\s<>@]+@[^\s<>@]+>$/.test(id)) throw new Error(`mail: expected <id@domain>, found ${JSON.stringify(id)}`);
  return id;
}

/** Archive systems refuse these characters in a file name. */
function fileName(name: string): string {
  return oneLine(name).replace(/["<>?*|:\\/]+/g, '-') || 'vedlegg';
}
