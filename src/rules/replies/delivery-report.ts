import { statusOf } from './delivery-status.ts';
import { addressIn } from './failed-address.ts';

/** RFC 3464 §2.3.3; what a report calls by another name is a failure. */
export type DeliveryAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** One recipient of a mail of ours, as a mail server tells it. */
export interface DeliveryRow {
  /** Lower case; empty when the report names nobody. */
  address: string;
  action: DeliveryAction;
  /** «5.1.1», null when nothing tells it. */
  status: string | null;
}

/** A recipient as the fields of a report tell of it. */
export interface ReportedRow extends DeliveryRow {
  /** What the refusing server said, as the reporting one repeats it; empty when it repeats nothing. */
  diagnostic: string;
}

/** A report is a few lines a recipient; more text is a log. */
const MAX_REPORT = 200_000;

const FIELD = /^(original-recipient|final-recipient|action|status|diagnostic-code|ction) *:(.*)$/i;

/** The recipients of a delivery report (RFC 3464), also of one whose blank lines or MIME parts were lost. */
export function reportRows(report: string): ReportedRow[] {
  const rows: ReportedRow[] = [];
  let fields = new Map<string, string>();
  const close = () => {
    const row = rowOf(fields);
    if (row !== null && !rows.some(({ address }) => address === row.address)) rows.push(row);
    fields = new Map();
  };
  for (const line of unfolded(report.slice(0, MAX_REPORT))) {
    const match = FIELD.exec(line);
    if (match === null) {
      // A blank line ends the fields of a recipient, but some servers write one within them.
      if (line.trim() === '' && hasRecipient(fields) && fields.has('action')) close();
      continue;
    }
    const name = (match[1] ?? '').toLowerCase().replace(/^ction$/, 'action');
    if (fields.has(name) && hasRecipient(fields)) close();
    fields.set(name, (match[2] ?? '').trim());
  }
  close();
  return rows;
}

/** Does the text hold the fields of a report, as in a mail whose parts were lost? */
export function holdsReport(text: string): boolean {
  return /^(?:final|original)-recipient *:/im.test(text) && /^(?:action|status|diagnostic-code) *:/im.test(text);
}

function unfolded(text: string): string[] {
  return text
    .replace(/\r/g, '')
    .replace(/\n[ \t]+(?=\S)/g, ' ')
    .split('\n');
}

function hasRecipient(fields: ReadonlyMap<string, string>): boolean {
  return fields.has('final-recipient') || fields.has('original-recipient');
}

/** The address as we wrote it tells more than the one that it was forwarded to. */
function rowOf(fields: ReadonlyMap<string, string>): ReportedRow | null {
  if (!hasRecipient(fields)) return null;
  const original = recipientIn(fields.get('original-recipient') ?? '');
  const final = recipientIn(fields.get('final-recipient') ?? '');
  const reported = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null;
  const diagnostic = fields.get('diagnostic-code') ?? '';
  const status = statusOf(reported, diagnostic);
  return {
    address: addressIn(original) ?? addressIn(final) ?? final.toLowerCase(),
    action: actionOf(fields.get('action') ?? '', status),
    status,
    diagnostic,
  };
}

/** `rfc822;<a@b>`: the type before the semicolon is left out by some. */
function recipientIn(value: string): string {
  return value.slice(value.indexOf(';') + 1).trim();
}

function actionOf(value: string, status: string | null): DeliveryAction {
  const word = /^[a-z]*/.exec(value.toLowerCase())?.[0] ?? '';
  if (word === 'delivered' || word === 'relayed' || word === 'expanded') return word;
  if (word.startsWith('delay') || word.startsWith('defer')) return 'delayed';
  return word === '' && status?.startsWith('2') === true ? 'delivered' : 'failed';
}
