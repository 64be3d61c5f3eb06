import { createHash } from 'node:crypto';
import { type ReadResult, readStoredMail } from '../../src/jobs/read-stored-mail.ts';
import { captureItem } from '../../src/register/mailbox-items.ts';
import type { Register } from '../../src/register/open-register.ts';
import { addSeconds } from '../../src/rules/calendar/oslo-time.ts';

/** A reply of Hitra's in the thread of 2013; `more` stands among its headers. */
export function reply(
  text: string,
  {
    id = 'hitra-1',
    from = 'postmottak@hitra.kommune.example',
    more = '',
  }: { id?: string; from?: string; more?: string } = {},
): string {
  const mailId = id === '' ? '' : `Message-ID: <${id}@hitra.kommune.example>\r\n`;
  return `${more}From: ${from}\r\nTo: eva.indreby@ks.example\r\nSubject: SV: Felles kommunal ressurs, samhandling med St. Olav\r\n${mailId}Content-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`;
}

/** A mailbox that gives mails to a register, one item each, a second after one another from that moment on. */
export function inbox(register: Register, from: string, name = 'innboks') {
  let count = 0;
  const store = (
    raw: string | Uint8Array,
    arrivedAt = addSeconds(from, count),
  ): { messageId: number; isNew: boolean } => {
    count += 1;
    const bytes = Buffer.from(raw);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const item = { mailbox: name, item: `${count}`, position: `${count}`, problem: null };
    return captureItem(register, { ...item, arrivedAt, bytes, sha256 }, arrivedAt);
  };
  return {
    store,
    /** Stores these and reads what is unread. */
    async receive(...mails: (string | Uint8Array)[]): Promise<ReadResult[]> {
      for (const mail of mails) store(mail);
      return readStoredMail({ register }, () => addSeconds(from, count));
    },
  };
}
