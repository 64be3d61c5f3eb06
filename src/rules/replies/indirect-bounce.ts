import { BOUNCE_SUBJECT } from './bounce-words.ts';
import { type DeliveryRow, holdsReport, reportRows } from './delivery-report.ts';
import { addressIn } from './failed-address.ts';
import type { Message } from './message.ts';

const LIST_MANAGER = /^(?:[^@]{1,64}-(?:admin|owner|bounces|request)|listserv|majordomo|sympa|mailman)@/;

const LIST_REFUSAL = /\bnot (?:a |an )?(?:member|subscriber|allowed to post)\b[^@]{0,80}<([^<>]{3,300})>/i;

/** «You are not a member of this mailing list <list@b>»: the list failed, and nobody on it got the mail. */
export function refusalByList({ from, text }: Message): DeliveryRow[] | null {
  if (text === null || !LIST_MANAGER.test(from?.address ?? '')) return null;
  const address = addressIn(LIST_REFUSAL.exec(text.slice(0, 2000))?.[1] ?? '');
  return address === null ? null : [{ address, action: 'failed', status: null }];
}

const FORWARDED = /^(?:fwd?|vs|vb|wg|tr|videresendt): *(.{1,300})/i;

const START_OF_FORWARDED = /^(?:begin forwarded|videresendt melding|-{2,}|_{5,}|from:|fra:|frå:)/im;

/** As much as «Fikk denne i retur, vet du hva den betyr?» A longer text is a letter that may hold an answer. */
const FEW_WORDS = 80;

/** A report that a colleague forwards with a word or two of her own. */
export function forwardedReport({ subject, text }: Message): DeliveryRow[] | null {
  const about = FORWARDED.exec(subject)?.[1];
  if (about === undefined || text === null || !BOUNCE_SUBJECT.test(about)) return null;
  const plain = text.slice(0, 20_000).replace(/^[> ]+/gm, '');
  const own = plain.search(START_OF_FORWARDED);
  if (own === -1 || own > FEW_WORDS || !holdsReport(plain)) return null;
  const rows = reportRows(plain).filter(({ action }) => action === 'failed');
  return rows.length === 0 ? null : rows;
}
