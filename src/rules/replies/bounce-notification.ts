import type { DeliveryRow } from './delivery-report.ts';
import { statusOf } from './delivery-status.ts';

/** What a sending service tells in JSON instead of a report: the mail did not arrive, or its reader complained. */
export interface ServiceNotification {
  kind: 'bounce' | 'complaint';
  rows: DeliveryRow[];
}

/** Amazon's notification of a bounce or complaint, as it comes by mail (SES Developer Guide, «notification contents»). */
export function notificationIn(text: string): ServiceNotification | null {
  if (!text.trimStart().startsWith('{')) return null;
  const json = text.slice(0, 50_000).replaceAll('\\"', '"').replaceAll('\n', '');
  const kind = /"notificationType" *: *"(Bounce|Complaint)"/.exec(json)?.[1];
  if (kind === undefined) return null;
  if (kind === 'Complaint') return { kind: 'complaint', rows: [] };
  const start = json.indexOf('"bouncedRecipients"');
  const list = start === -1 ? '' : json.slice(start, json.indexOf(']', start));
  const rows = list.split('}').flatMap((entry): DeliveryRow[] => {
    const field = (name: string) => new RegExp(`"${name}" *: *"([^"]{1,1000})"`).exec(entry)?.[1] ?? null;
    const address = field('emailAddress');
    if (address === null) return [];
    const status = statusOf(field('status'), field('diagnosticCode') ?? '');
    return [{ address: address.toLowerCase(), action: field('action') === 'delayed' ? 'delayed' : 'failed', status }];
  });
  return { kind: 'bounce', rows };
}
