import { readFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';
import type { SmtpAccount } from '../../src/mail-out/smtp-account.ts';
import { freePort } from './dovecot.ts';

export interface SunkMail {
  from: string;
  to: string[];
  raw: string;
  messageId: string;
}

/** An SMTP server of this test alone, on loopback, that keeps what it got. */
export interface SmtpSink {
  port: number;
  account: SmtpAccount;
  mails: SunkMail[];
  /** What the server says instead of yes: a code and words, at MAIL FROM, at an address, or after the dot. */
  refuse: { mail?: string; rcpt?: (address: string) => string | null; data?: string };
  /** Called after the final dot, before the mail is acknowledged: a test may hold it here. */
  beforeAnswer: (mail: SunkMail) => Promise<void> | void;
  /** Called when somebody connects: a promise holds the greeting. */
  beforeGreeting: () => Promise<void> | void;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** @param tls certificate and key files: STARTTLS is offered. @param login user and password that are asked for */
export async function startSmtpSink({
  tls = null,
  login = null,
}: {
  tls?: { cert: string; key: string } | null;
  login?: SmtpAccount['login'];
} = {}): Promise<SmtpSink> {
  const port = await freePort();
  let server: SMTPServer | null = null;
  const sink: SmtpSink = {
    port,
    account: { host: '127.0.0.1', port, security: 'none', login },
    mails: [],
    refuse: {},
    beforeAnswer: () => undefined,
    beforeGreeting: () => undefined,
    async start() {
      server = new SMTPServer({
        authOptional: login === null,
        allowInsecureAuth: true,
        disabledCommands: [...(tls === null ? ['STARTTLS'] : []), ...(login === null ? ['AUTH'] : [])],
        disableReverseLookup: true,
        ...(tls === null ? {} : { cert: readFileSync(tls.cert), key: readFileSync(tls.key) }),
        onConnect: (_session, done) => void settled(sink.beforeGreeting()).then(() => done()),
        onAuth: (auth, _session, done) =>
          auth.username === login?.user && auth.password === login?.password
            ? done(null, { user: auth.username })
            : done(coded('535 5.7.8 Authentication credentials invalid')),
        onMailFrom: (_address, _session, done) => done(sink.refuse.mail ? coded(sink.refuse.mail) : null),
        onRcptTo: ({ address }, _session, done) => {
          const refusal = sink.refuse.rcpt?.(address) ?? null;
          done(refusal === null ? null : coded(refusal));
        },
        onData: (stream, session, done) => {
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            if (sink.refuse.data) return done(coded(sink.refuse.data));
            const raw = Buffer.concat(chunks).toString('latin1');
            const { mailFrom, rcptTo } = session.envelope;
            const messageId = /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? '';
            const mail = {
              from: mailFrom === false ? '' : mailFrom.address,
              to: rcptTo.map(one => one.address),
              raw,
              messageId,
            };
            sink.mails.push(mail);
            void settled(sink.beforeAnswer(mail)).then(() => done(null));
          });
        },
      });
      // A client that is killed in the middle is what some tests are about.
      server.on('error', () => undefined);
      await new Promise<void>(resolve => server!.listen(port, '127.0.0.1', resolve));
    },
    async stop() {
      const closing = server;
      server = null;
      if (closing === null) return;
      await new Promise<void>(resolve => {
        closing.close(resolve);
        for (const connection of (closing as unknown as { connections: Set<{ close(): void }> }).connections)
          connection.close();
      });
    },
  };
  await sink.start();
  return sink;
}

/** «550 5.1.1 No such user» as smtp-server wants it. */
function coded(answer: string): Error {
  return Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });
}

async function settled(held: Promise<void> | void): Promise<void> {
  await held;
}
