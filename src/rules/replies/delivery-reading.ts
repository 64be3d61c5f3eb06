import { ownWords } from './bounce-text.ts';
import type { DeliveryRow } from './delivery-report.ts';
import type { Known, KnownCampaign } from './known.ts';
import type { MailClass } from './mail-class.ts';
import { municipalityOfAddress } from './match-sender.ts';
import type { Message } from './message.ts';
import { type Evidence, NO_READING, type Reading } from './reading.ts';

/** A letter goes to few; a report of more is one about somebody else's list. */
const MAX_PROVED = 50;

/** The reading of a mail that a server sent: who of ours did not get what, and whether the server still tries. */
export function deliveryReading(message: Message, { kind, recipients }: MailClass, known: Known): Reading {
  if (kind === 'feedback') return { ...NO_READING, confidence: 0.9 };
  const permanent = kind === 'bounce';
  const rows = recipients.filter(({ action, address }) => address.includes('@') && (action === 'failed') === permanent);
  const failed = [...new Set(rows.map(({ address }) => address))].sort();
  const names = failed.map(address => municipalityOfAddress(address, known)).filter(name => name !== null);
  const parts = partsOf(message);
  const evidence = rows.slice(0, MAX_PROVED).flatMap(row => proofOf(row, parts));
  const reviewReasons = failed.length === 0 ? ['Det går ikke fram hvilken adresse som feilet.'] : [];
  return {
    ...NO_READING,
    kind: 'bounce',
    municipalities: [...new Set(names)].sort((a, b) => a.localeCompare(b, 'nb')),
    recipients: failed,
    permanent,
    campaign: campaignReturned(message, known)?.id ?? null,
    confidence: failed.length > 0 ? 0.98 : 0.6,
    review: failed.length === 0,
    reviewReasons,
    // A server's words are no letter; they are shown where the conclusion rests on them alone.
    newText: evidence.some(({ part }) => part === 'body') ? (parts.at(-1)?.text ?? '') : '',
    evidence,
  };
}

/** The campaign whose letter the server could not deliver: its Message-ID stands in the headers that come back. */
function campaignReturned(message: Message, known: Known): KnownCampaign | undefined {
  const holds = (messageId: string) =>
    message.answers.includes(messageId) ||
    message.attachedMessages.some(attached => attached.messageId === messageId) ||
    message.attachments.some(({ text }) => text?.includes(messageId) ?? false) ||
    (message.text?.includes(messageId) ?? false);
  return known.campaigns.find(({ sent }) => sent.some(({ messageId }) => holds(messageId)));
}

/** The line that names the recipient, and the one that gives the code. */
function proofOf({ address, status }: DeliveryRow, parts: readonly TextPart[]): Evidence[] {
  const named = lineWith(address, parts);
  const coded = status === null ? null : lineWith(status, parts);
  return [
    ...(named === null ? [] : [{ field: 'recipients', ...named }]),
    ...(coded === null ? [] : [{ field: 'permanent', ...coded }]),
  ];
}

interface TextPart {
  name: string;
  text: string;
}

/** Where it stands: the parts for programs, and what the server itself wrote. */
function partsOf(message: Message): TextPart[] {
  const reports = message.attachments.filter(({ contentType, text }) => contentType.startsWith('message/') && text);
  const own = ownWords(message.text ?? message.htmlText ?? '').trim();
  return [...reports.map(({ name, text }) => ({ name, text: text ?? '' })), { name: 'body', text: own }];
}

function lineWith(wanted: string, parts: readonly TextPart[]): Omit<Evidence, 'field'> | null {
  for (const { name, text } of parts) {
    const line = text.split('\n').find(one => one.toLowerCase().includes(wanted));
    if (line !== undefined) return { text: line.trim().slice(0, 300), part: name };
  }
  return null;
}
