import { isNoReply } from './automatic.ts';
import { notificationIn } from './bounce-notification.ts';
import { ownWords, rowsInText } from './bounce-text.ts';
import { BOUNCE_SUBJECT, DELAYED, GAVE_UP, NOT_DELIVERED, SYSTEM_ADDRESS, SYSTEM_NAME } from './bounce-words.ts';
import { type DeliveryRow, holdsReport, type ReportedRow, reportRows } from './delivery-report.ts';
import { isGeneral, statusMeant, TIME_EXPIRED } from './delivery-status.ts';
import { addressesIn } from './failed-address.ts';
import { forwardedReport, refusalByList } from './indirect-bounce.ts';
import type { Message } from './message.ts';

/** A delivery that failed or is late. */
export interface Bounce {
  /** The recipients that failed or wait; empty when the report names none. */
  rows: DeliveryRow[];
  /** False while the server still tries for all of them. */
  permanent: boolean;
}

/**
 * A delivery report (RFC 3464), or a mail that looks like one of a server without it. Null when it is none, also when it
 * only tells of deliveries that went well.
 */
export function bounceOf(message: Message): Bounce | null {
  const notification = notificationIn(message.text ?? '');
  if (notification?.kind === 'bounce') return bounceWith(notification.rows);
  const report = reportIn(message);
  const reported = report === null ? [] : reportRows(report);
  if (reported.length > 0) {
    const rows = reported.filter(({ action }) => action === 'failed' || action === 'delayed');
    return rows.length === 0 ? null : bounceWith(withCodesOfText(rows, message));
  }
  if (report !== null || looksLikeOne(message)) return fromText(message);
  const rows = refusalByList(message) ?? forwardedReport(message);
  return rows === null ? null : bounceWith(rows);
}

function bounceWith(rows: DeliveryRow[]): Bounce {
  return { rows, permanent: rows.some(({ action }) => action === 'failed') };
}

/** The fields of a report: in its own part, or in the text of a mail system whose parts were lost on the way. */
function reportIn(message: Message): string | null {
  const byServer = isFromSystem(message) || isFromNobody(message);
  // Danger: a person who attaches the report that she got writes a letter above it.
  const isReport = byServer || isUnanswerable(message) || isMultipartReport(message);
  const parts = message.attachments.filter(
    ({ contentType, text }) =>
      (isReport && /^message\/(?:global-)?delivery-status$/.test(contentType)) ||
      (byServer && contentType.startsWith('text/plain') && text !== null && holdsReport(text)),
  );
  if (parts.length > 0) return parts.map(({ text }) => text ?? '').join('\n\n');
  const text = message.text ?? '';
  return byServer && holdsReport(text) ? text : null;
}

function looksLikeOne(message: Message): boolean {
  if (header(message, 'x-failed-recipients') !== '') return true;
  if (message.headers.some(({ name }) => name === 'x-ms-exchange-message-is-ndr')) return true;
  const bySubject = () => BOUNCE_SUBJECT.test(message.subject);
  const byText = () => NOT_DELIVERED.test(ownWords(bodyOf(message)));
  if (isFromSystem(message)) return bySubject() || byText();
  if (isFromNobody(message)) return bySubject() && byText();
  if (isMultipartReport(message) && bySubject()) return true;
  return isUnanswerable(message) && (message.attachedMessages.length > 0 || bySubject()) && byText();
}

function isFromSystem({ from }: Message): boolean {
  const { address, name } = from ?? { address: '', name: '' };
  return SYSTEM_ADDRESS.test(address) || SYSTEM_ADDRESS.test(name) || SYSTEM_NAME.test(name);
}

/** «From: <>» */
function isFromNobody({ from }: Message): boolean {
  return from === null || (from.address === '' && from.name === '');
}

/** An empty Return-Path alone is the mark of absences and receipts too. */
function isUnanswerable(message: Message): boolean {
  const isEmptyPath = ({ name, value }: Message['headers'][number]) =>
    name === 'return-path' && /^\s*(?:<\s*>)?\s*$/.test(value);
  return isNoReply(message) || message.headers.some(isEmptyPath);
}

function isMultipartReport(message: Message): boolean {
  return /multipart\/report/i.test(header(message, 'content-type'));
}

function fromText(message: Message): Bounce {
  const own = `${message.subject}\n\n${ownWords(bodyOf(message))}`;
  const permanent = GAVE_UP.test(own) || !DELAYED.test(own);
  const action = permanent ? 'failed' : 'delayed';
  const read = rowsInText(own, ourSide(message), action).map(
    ({ address, about, status }): DeliveryRow => ({
      address,
      action,
      status: status ?? statusMeant(about) ?? statusMeant(own),
    }),
  );
  const named = addressesIn(header(message, 'x-failed-recipients'));
  const rows = named.map(
    (address): DeliveryRow => read.find(row => row.address === address) ?? { address, action, status: null },
  );
  if (rows.length > 0) return { rows, permanent };
  return read.length > 0 ? { rows: read, permanent } : (innerReport(message) ?? { rows: [], permanent });
}

/** Those who a report speaks of besides the failed: who sent it, and who gets it. */
function ourSide({ from, to }: Message): Set<string> {
  return new Set([from?.address ?? '', ...to.map(({ address }) => address)]);
}

/** Some servers report 5.0.0 or «delivery time expired», and write what they were told into the text above it. */
function withCodesOfText(rows: readonly ReportedRow[], message: Message): DeliveryRow[] {
  const vague = ({ status, diagnostic }: ReportedRow) =>
    status === null || status === TIME_EXPIRED || (isGeneral(status) && diagnostic === '');
  const told = rows.some(vague) ? rowsInText(ownWords(bodyOf(message)), ourSide(message), 'failed') : [];
  return rows.map(row => {
    const better = vague(row) ? told.find(({ address }) => address === row.address)?.status : undefined;
    return { address: row.address, action: row.action, status: better ?? row.status };
  });
}

/** A virus scanner on the way sends the server's own report on, as an attachment. */
function innerReport(message: Message): Bounce | null {
  return message.attachedMessages.map(bounceOf).find(inner => inner !== null) ?? null;
}

/** The text that tells of it; some servers attach it, or label it so badly that it comes as an attachment. */
function bodyOf(message: Message): string {
  const attached = message.attachments.filter(({ contentType }) => contentType.startsWith('text/plain'));
  const bodies = [message.text, message.htmlText, ...attached.map(({ text }) => text)].filter(text => text !== null);
  return bodies.find(text => NOT_DELIVERED.test(ownWords(text))) ?? bodies[0] ?? '';
}

function header(message: Message, wanted: string): string {
  return message.headers.find(({ name }) => name === wanted)?.value ?? '';
}
