import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { createServer as createTlsServer, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { openImap } from '../../src/mail-in/imap-session.ts';
import { smtpTransport } from '../../src/mail-out/smtp-transport.ts';
import type { OutgoingMail } from '../../src/mail-out/transport.ts';
import { type Certificate, makeCertificate } from '../worlds/certificate.ts';
import { dovecotAccount } from '../worlds/dovecot.ts';
import { at } from '../worlds/journal.ts';

const PASSWORD = 'sommer-2026';
const GREETINGS = { imap: '* OK [CAPABILITY IMAP4rev1] ready\r\n', smtp: '220 mail.ks.example ESMTP\r\n' };
const issuers = getCACertificates('default');

let server: Server | null = null;
afterEach(() => {
  server?.close();
  server = null;
  setDefaultCACertificates(issuers);
});

/** A server that would take any password, in TLS or without, and everything that it was told. */
async function listener(
  kind: 'imap' | 'smtp',
  tls: Certificate | null,
): Promise<{ port: number; heard: () => string }> {
  let heard = '';
  const talk = (socket: import('node:net').Socket) => {
    socket.on('error', () => undefined);
    socket.write(GREETINGS[kind]);
    socket.on('data', data => {
      heard += String(data);
      for (const line of String(data).trim().split('\r\n')) {
        const [tag = '', verb = ''] = line.split(' ');
        if (kind === 'imap') {
          if (verb === 'CAPABILITY') socket.write('* CAPABILITY IMAP4rev1\r\n');
          if (verb === 'LIST') socket.write('* LIST () "/" INBOX\r\n');
          socket.write(verb === 'STARTTLS' ? `${tag} BAD unknown\r\n` : `${tag} OK done\r\n`);
        } else if (/^EHLO/i.test(line)) socket.write('250-mail.ks.example\r\n250 AUTH PLAIN LOGIN\r\n');
        else
          socket.write(
            /^STARTTLS/i.test(line) ? '502 5.5.1 no\r\n' : /^AUTH/i.test(line) ? '235 ok\r\n' : '250 ok\r\n',
          );
      }
    });
  };
  const made =
    tls === null
      ? createServer(talk)
      : createTlsServer({ cert: readFileSync(tls.cert), key: readFileSync(tls.key) }, talk);
  made.on('tlsClientError', () => undefined);
  made.listen(0, '127.0.0.1');
  await once(made, 'listening');
  server = made;
  return { port: (made.address() as { port: number }).port, heard: () => heard };
}

const mail: OutgoingMail = {
  messageId: '<p1.a@purrebot.ks.example>',
  kind: 'near',
  label: 'Hitra',
  datedAt: '2014-03-03T09:00:00Z',
  envelope: { from: 'svar@purrebot.ks.example', to: ['postmottak@hitra.kommune.example'] },
  bytes: Buffer.from('Subject: x\r\n\r\nhei\r\n'),
  html: '',
};

/** Tries to get in. @returns whether it was refused, and why */
async function enter(kind: 'imap' | 'smtp', port: number, security: 'tls' | 'starttls'): Promise<string | null> {
  if (kind === 'imap') {
    const account = { ...dovecotAccount(port), security, password: PASSWORD };
    const opened = await openImap(account, () => at('2014-03-03'), { answer: 2_000, connect: 5_000, silence: 5_000 });
    if ('failed' in opened) return opened.failed;
    await opened.session.close();
    return null;
  }
  const account = { host: '127.0.0.1', port, security, login: { user: 'eva', password: PASSWORD } };
  const sent = await smtpTransport(account, { connect: 5_000, greeting: 5_000, answer: 2_000 }).send(
    mail,
    () => undefined,
  );
  // The fake mail server is no further than the login: all that counts is what it was told before.
  return sent.sent || sent.of !== 'server' || sent.why.includes('SMTP_USER') ? null : sent.why;
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const isTold = (heard: string) =>
  heard.includes(PASSWORD) || heard.includes(base64(PASSWORD)) || heard.includes(base64(`\0eva\0${PASSWORD}`));

describe.each(['imap', 'smtp'] as const)('the password of %s (F38)', kind => {
  test('is told to a server whose certificate is in order: the tests below can fail', async () => {
    const good = makeCertificate();
    setDefaultCACertificates([...issuers, good.ca]);
    const { port, heard } = await listener(kind, good);
    await enter(kind, port, 'tls');
    expect(isTold(heard())).toBe(true);
    good.remove();
  });

  test.each([
    ['has run out', { isExpired: true }, true, /utløpt|TLS|brutt/],
    ['is of another name', { names: 'DNS:mail.annet.example' }, true, /annet navn|TLS|brutt/],
    ['has an issuer that nobody knows', {}, false, /ukjent utsteder|TLS|brutt/],
  ])('is not told to a server whose certificate %s', async (_, made, isTrusted, words) => {
    const bad = makeCertificate(made);
    if (isTrusted) setDefaultCACertificates([...issuers, bad.ca]);
    const { port, heard } = await listener(kind, bad);
    expect(await enter(kind, port, 'tls')).toMatch(words);
    expect(heard()).toBe('');
    bad.remove();
  });

  test('is not told when STARTTLS is stripped on the way', async () => {
    const { port, heard } = await listener(kind, null);
    expect(await enter(kind, port, 'starttls')).not.toBeNull();
    expect(isTold(heard())).toBe(false);
    expect(heard()).not.toMatch(/LOGIN|AUTH /);
  });
});
