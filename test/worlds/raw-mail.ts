/** The line by which our border server took the mail from outside. */
export const BORDER =
  'Received: from mail.sender.example (mail.sender.example [198.51.100.7]) by mx.ks.example (Postfix) with ESMTPS id 4T1; Mon, 9 Dec 2013 10:00:00 +0100\r\n';

export interface RawMail {
  from?: string;
  /** What mx.ks.example says of the sender; null = nothing. */
  says?: string | null;
  /** Header lines above everything, in place of the server's word and its Received line. */
  top?: string;
  /** Header lines that the sender wrote himself. */
  more?: string;
  subject?: string;
  id?: string;
  type?: string;
}

/** A mail as it lies in our mailbox: what our server wrote, then what came from outside. */
export function rawMail(text: string, mail: RawMail = {}): string {
  const {
    from = 'Hitra kommune <postmottak@hitra.kommune.example>',
    says = null,
    top = `${says === null ? '' : `Authentication-Results: mx.ks.example; ${says}\r\n`}${BORDER}`,
    more = '',
    subject = 'SV: Felles kommunal ressurs, samhandling med St. Olav',
    id = '<svar-1@avsender.example>',
    type = 'text/plain; charset=utf-8',
  } = mail;
  const ownId = id === '' ? '' : `Message-ID: ${id}\r\n`;
  const date = /^date:/im.test(more) ? '' : 'Date: Mon, 9 Dec 2013 10:00:00 +0100\r\n';
  return `${top}${more}From: ${from}\r\nTo: svar@purrebot.ks.example\r\nSubject: ${subject}\r\n${date}${ownId}MIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n${text}\r\n`;
}

/** A delivery report in the form of RFC 3464. @param returned headers of the letter that comes back */
export function report(address: string, returned: string, mail: RawMail = {}): string {
  const text = `--b\r\nContent-Type: text/plain\r\n\r\nI'm sorry to have to inform you that your message could not be delivered. <${address}>: user unknown\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.hitra.kommune.example\r\n\r\nFinal-Recipient: rfc822; ${address}\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 user unknown\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${returned}\r\n\r\nHei\r\n--b--`;
  const type = 'multipart/report; report-type=delivery-status; boundary=b';
  const from = 'Mail Delivery System <MAILER-DAEMON@mx.hitra.kommune.example>';
  return rawMail(text, { from, type, subject: 'Undelivered Mail Returned to Sender', ...mail });
}
