import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smtpTransport } from '../../src/mail-out/smtp-transport.ts';
import type { OutgoingMail } from '../../src/mail-out/transport.ts';
import { type Certificate, makeCertificate } from '../worlds/certificate.ts';
import { type SmtpSink, startSmtpSink } from '../worlds/smtp-sink.ts';

const mail: OutgoingMail = {
  messageId: '<p1.a@purrebot.ks.example>',
  kind: 'near',
  label: 'Hitra',
  datedAt: '2014-03-03T09:00:00Z',
  envelope: { from: 'svar@purrebot.ks.example', to: ['postmottak@hitra.kommune.example'] },
  bytes: Buffer.from('Subject: x\r\n\r\nhei\r\n'),
  html: '',
};

describe('encryption on the way out', () => {
  let certificate: Certificate;
  let encrypting: SmtpSink;
  let plain: SmtpSink;
  beforeAll(async () => {
    certificate = makeCertificate();
    encrypting = await startSmtpSink({ tls: certificate, login: { user: 'eva', password: 'pw' } });
    plain = await startSmtpSink();
  });
  afterAll(async () => {
    await Promise.all([encrypting.stop(), plain.stop()]);
    certificate.remove();
  });

  test('a server without STARTTLS gets no letter when it is asked for', async () => {
    const sent = await smtpTransport({ ...plain.account, security: 'starttls' }).send(mail, () => undefined);
    expect(sent).toMatchObject({ sent: false, of: 'server' });
    expect(plain.mails).toEqual([]);
  });

  test('a certificate that nobody we know has signed gets neither password nor letter', async () => {
    const sent = await smtpTransport({ ...encrypting.account, security: 'starttls' }).send(mail, () => undefined);
    expect(sent).toMatchObject({ sent: false, of: 'server' });
    expect(encrypting.mails).toEqual([]);
  });

  test('a login that is refused speaks of the server, not of the letter', async () => {
    const wrong = { ...encrypting.account, login: { user: 'eva', password: 'nope' } };
    const sent = await smtpTransport(wrong).send(mail, () => undefined);
    expect(sent).toMatchObject({ sent: false, of: 'server', why: expect.stringContaining('SMTP_PASSWORD') });
    expect(await smtpTransport(encrypting.account).send(mail, () => undefined)).toMatchObject({ sent: true });
  });
});
