import { describe, expect, test } from 'vitest';
import { readMessage } from '../../src/mail-in/read-message.ts';
import { rewriteMail } from '../../src/mail-in/rewrite-mail.ts';
import { bytes, lines, multipart, part } from './a-mail.ts';

/** Kåre becomes Målfrid, whoever he is. */
const WORDS = {
  text: (text: string) => text.replaceAll('Kåre', 'Målfrid').replaceAll('fjord.no', 'fjord.example'),
  address: (address: string) => address.replace('kare', 'malfrid').replace(/\.no$/, '.example'),
  messageId: (id: string) => id.replace('.no', '.example'),
};

const HEAD = lines(
  'Received: from srv-17.fjord.no (10.1.2.3) by x; Tue, 15 Sep 2026 10:00:00 +0200',
  'DKIM-Signature: v=1; d=fjord.no; b=abc',
  'X-Originating-IP: [10.1.2.3]',
  'From: =?iso-8859-1?Q?K=E5re_N=F8st?= <kare@fjord.no>',
  'To: ks@ks.no',
  'Subject: =?utf-8?Q?Svar_fra_K=C3=A5re?=',
  'Date: Tue, 15 Sep 2026 10:00:00 +0200',
  'Message-ID: <1@fjord.no>',
  'Auto-Submitted: auto-replied',
);

async function rewritten(mail: string) {
  const raw = bytes(mail);
  const made = rewriteMail(raw, await readMessage(raw), WORDS);
  return { ...made, source: made.bytes.toString('latin1'), message: await readMessage(made.bytes) };
}

describe('a mail with new words', () => {
  test('has them in headers, and no header that names machines and routes', async () => {
    const { source, message } = await rewritten(
      lines(HEAD, 'MIME-Version: 1.0', part(['Content-Type: text/plain; charset=utf-8'], 'Ja.\n')),
    );
    expect(message.from).toEqual({ name: 'Målfrid Nøst', address: 'malfrid@fjord.example' });
    expect(message).toMatchObject({
      subject: 'Svar fra Målfrid',
      messageId: '<1@fjord.example>',
      sentOn: '2026-09-15T08:00:00Z',
    });
    expect(message.headers.map(one => one.name)).toEqual([
      'received',
      'from',
      'to',
      'subject',
      'date',
      'message-id',
      'auto-submitted',
      'mime-version',
      'content-type',
      'content-transfer-encoding',
    ]);
    expect(source).not.toMatch(/srv-17|10\.1\.2\.3|DKIM|fjord\.no/);
  });

  test.each([
    ['utf-8', 'quoted-printable'],
    ['utf-8', 'base64'],
    ['utf-8', '8bit'],
  ])('keeps charset and encoding: %s in %s', async (charset, encoding) => {
    const { message, source } = await rewritten(
      lines(HEAD, part([`Content-Type: text/plain; charset="${charset}"`], 'Hilsen Kåre\n', encoding)),
    );
    expect(message.text?.trim()).toBe('Hilsen Målfrid');
    expect(source).toContain(`Content-Transfer-Encoding: ${encoding}`);
  });

  test('keeps a charset of single bytes, with the signs that Windows has alone', async () => {
    const { message, source } = await rewritten(
      lines(
        HEAD,
        'Content-Type: text/plain; charset=windows-1252',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        '=93K=E5re=94 =96 ja',
        '',
      ),
    );
    expect(message.text?.trim()).toBe('“Målfrid” – ja');
    expect(source).toContain('charset="windows-1252"');
    expect(source).toContain('=93M=E5lfrid=94 =96 ja');
  });

  test('has them in text and HTML alike, also where a character is written as an entity or a line is broken', async () => {
    const html = '<p title="Kåre">Hilsen K&aring;re</p>\n<p>Fra\nK&#229;re</p><img src="cid:image001.png@01.fjord.no">';
    const mail = lines(
      HEAD,
      multipart(
        'alternative',
        'b',
        part(['Content-Type: text/plain; charset=utf-8'], 'Hilsen Kåre\n'),
        part(['Content-Type: text/html; charset=utf-8'], html),
      ),
    );
    const { message, source } = await rewritten(mail);
    expect(message.text?.trim()).toBe('Hilsen Målfrid');
    expect(message.htmlText).toContain('Hilsen Målfrid');
    expect(source).not.toMatch(/K(?:å|&aring;|&#229;|=C3=A5|\u00c3\u00a5)re/);
    expect(source).toContain('cid:image001.png@01.fjord.no');
  });

  test('has the text of a file in place of it, and a picture without content', async () => {
    const docx = { name: 'x', contentType: 'application/pdf', size: 1, text: 'Vedtak av Kåre', problem: null };
    const raw = bytes(
      lines(
        HEAD,
        multipart(
          'mixed',
          'b',
          part(['Content-Type: text/plain'], 'Se vedlegg\n'),
          part(
            [
              'Content-Type: application/pdf; name="Vedtak.pdf"',
              'Content-Disposition: attachment; filename="Vedtak.pdf"',
            ],
            'JVBERi0=\n',
            'base64',
          ),
          part(['Content-Type: image/png; name="logo.png"'], 'iVBORw0KGgo=\n', 'base64'),
        ),
      ),
    );
    const read = await readMessage(raw);
    const message = { ...read, attachments: [{ ...docx, name: 'Vedtak.pdf' }, ...read.attachments.slice(1)] };
    const { files, bytes: now } = rewriteMail(raw, message, WORDS);
    expect(files).toEqual([
      { name: 'Vedtak.pdf', became: 'text' },
      { name: 'logo.png', became: 'empty' },
    ]);
    const { attachments } = await readMessage(now);
    expect(attachments.map(one => [one.name, one.contentType, one.text?.trim() ?? null, one.problem])).toEqual([
      ['Vedtak.pdf.txt', 'text/plain', 'Vedtak av Målfrid', null],
      ['logo.png', 'image/png', null, null],
    ]);
  });

  test('has them in a mail that hangs on it, and in the report of a delivery that failed', async () => {
    const inner = lines(
      'From: kare@fjord.no',
      'Message-ID: <2@fjord.no>',
      'X-Secret: fjord.no',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Hei',
    );
    const mail = lines(
      HEAD,
      multipart(
        'report; report-type=delivery-status',
        'b',
        part(['Content-Type: text/plain'], 'Feil\n'),
        part(
          ['Content-Type: message/delivery-status'],
          'Reporting-MTA: dns; fjord.no\n\nFinal-Recipient: rfc822; kare@fjord.no\n',
        ),
        lines('Content-Type: message/rfc822', '', inner),
      ),
    );
    const { message, source } = await rewritten(mail);
    expect(message.attachedMessages[0]).toMatchObject({
      messageId: '<2@fjord.example>',
      from: { address: 'malfrid@fjord.example' },
    });
    expect(source).toContain('Reporting-MTA: dns; fjord.example');
    expect(source).not.toContain('X-Secret');
  });

  test('keeps only what was read of a mail that is built in a way of its own', async () => {
    const mail = lines(
      HEAD,
      'Content-Type: multipart/mixed; boundary="b "',
      '',
      '--b ',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Hilsen K\u00c3\u00a5re',
      '--b --',
      '',
    );
    const { rebuilt, message } = await rewritten(mail);
    expect(rebuilt).toBe(true);
    expect(message).toMatchObject({ subject: 'Svar fra Målfrid', problem: null });
  });
});
