import type { Message } from './message.ts';

export interface Bounce {
  recipients: string[];
  /** False while the server will still try. */
  permanent: boolean;
}

const SENDER = /^(?:mailer-daemon|postmaster|mail-daemon|noreply-dsn)@/;
const SUBJECT =
  /^(?:undeliver(?:ed|able)|kan ikke leveres|kunne ikke leveres|ikkje levert|ikke levert|mail delivery (?:failed|failure|subsystem)|delivery status notification|delivery (?:has )?(?:failed|delayed)|delayed mail|returned mail|failure notice|levering(?:en)? (?:mislyktes|forsinket)|forsinket levering|melding(?:en)? (?:kunne|kan) ikke leveres|warning: message)/iu;
const DELAYED =
  /\b(?:delayed|will be retried|still being retried|warning only|not been delivered yet|forsinket|forsøkes på nytt|prøver igjen|will keep trying)\b/iu;
const ADDRESS = /[a-z0-9._%+-]{1,64}@[a-z0-9\u00e0-\uffff.-]{1,200}\.[a-z]{2,20}/gi;

/** A delivery report (RFC 3464), or a mail that looks like one of a server without it. Null when it is none. */
export function bounceOf(message: Message): Bounce | null {
  const report = message.attachments.find(({ contentType }) => contentType === 'message/delivery-status')?.text ?? null;
  const header = (name: string) => message.headers.find(entry => entry.name === name)?.value ?? '';
  if (report !== null && /^action:/im.test(report)) {
    const actions = [...report.matchAll(/^action:\s*(\w+)/gim)].map(match => (match[1] ?? '').toLowerCase());
    const concerned = actions.filter(action => action === 'failed' || action === 'delayed');
    if (concerned.length === 0) return null;
    return { recipients: unique(addressesOf(report)), permanent: concerned.includes('failed') };
  }
  const failed = header('x-failed-recipients');
  const fromServer =
    SENDER.test(message.from?.address ?? '') || /^mailer-daemon|^postmaster/i.test(message.from?.name ?? '');
  if (
    failed === '' &&
    !(fromServer && SUBJECT.test(message.subject)) &&
    !(fromServer && header('x-ms-exchange-message-is-ndr') !== '')
  ) {
    return SUBJECT.test(message.subject) && isReport(header('content-type')) ? plainBounce(message) : null;
  }
  if (failed !== '')
    return {
      recipients: unique(failed.toLowerCase().match(ADDRESS) ?? []),
      permanent: !DELAYED.test(`${message.subject} ${message.text ?? ''}`.slice(0, 2000)),
    };
  return plainBounce(message);
}

function isReport(contentType: string): boolean {
  return /multipart\/report/i.test(contentType);
}

/** Without a report part the first addresses before the copy of our mail are the failed ones. */
function plainBounce(message: Message): Bounce {
  const text = (message.text ?? message.htmlText ?? '').slice(0, 20_000);
  const own =
    text.split(
      /^.{0,10}(?:this is a copy of|original message|opprinnelig melding|returned message|received: from)/imu,
      1,
    )[0] ?? '';
  const sender = new Set([message.from?.address ?? '', ...message.to.map(({ address }) => address)]);
  const found = (own.toLowerCase().match(ADDRESS) ?? []).filter(
    address => !sender.has(address) && !SENDER.test(address),
  );
  return { recipients: unique(found), permanent: !DELAYED.test(`${message.subject}\n${own}`) };
}

function addressesOf(report: string): string[] {
  const finals = [...report.matchAll(/^final-recipient:\s*[^;\n]{0,40};\s*<?([^\s<>]{3,254})>?/gim)].map(
    match => match[1] ?? '',
  );
  const all =
    finals.length > 0
      ? finals
      : [...report.matchAll(/^original-recipient:\s*[^;\n]{0,40};\s*<?([^\s<>]{3,254})>?/gim)].map(
          match => match[1] ?? '',
        );
  return all.map(address => address.toLowerCase());
}

function unique(addresses: readonly string[]): string[] {
  return [...new Set(addresses)].sort();
}
