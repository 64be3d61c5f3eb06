import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/cli.ts';
import { addDoctor } from '../../src/cli/commands/doctor.ts';
import { addInit } from '../../src/cli/commands/init.ts';
import type { Check } from '../../src/jobs/check-finding.ts';
import { mailServerChecks } from '../../src/jobs/check-mail-server.ts';
import { mailboxChecks } from '../../src/jobs/check-mailbox.ts';
import type { ImapAccount } from '../../src/mail-in/imap-account.ts';
import type { SmtpAccount } from '../../src/mail-out/smtp-account.ts';
import { instantFrom } from '../../src/rules/calendar/oslo-time.ts';
import { type Certificate, makeCertificate } from '../worlds/certificate.ts';
import { quietDoor } from '../worlds/door.ts';
import { type Dovecot, freePort, startDovecot } from '../worlds/dovecot.ts';
import { at } from '../worlds/journal.ts';
import { mailEnvironment } from '../worlds/mail-environment.ts';
import { type SmtpSink, startSmtpSink } from '../worlds/smtp-sink.ts';

// A certificate is valid from the day it was made, so here the clock is the real one.
// An hour on: the certificates of these tests are made after this line, and hold from then.
const now = instantFrom(Date.now() + 3_600_000);
const later = (days: number) => instantFrom(Date.now() + days * 86_400_000);
const login = { user: 'eva', password: 'pw' };

let good: Certificate;
let dovecot: Dovecot;
let sink: SmtpSink;
beforeAll(async () => {
  good = makeCertificate();
  dovecot = await startDovecot({ tls: good });
  sink = await startSmtpSink({ tls: good, login });
});
afterAll(async () => {
  await sink.stop();
  await dovecot.remove();
  good.remove();
});

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const network = (ca: string | null = good.ca, limit = 10_000) => ({ ca, limit });
const imap = (more: Partial<ImapAccount> = {}): ImapAccount => ({ ...dovecot.account, ...more });
const imaps = (more: Partial<ImapAccount> = {}) => imap({ port: dovecot.tlsPort, security: 'tls', ...more });
const smtp = (more: Partial<SmtpAccount> = {}): SmtpAccount => ({ ...sink.account, security: 'starttls', ...more });
const statuses = (checks: readonly Check[]) => Object.fromEntries(checks.map(one => [one.name, one.status]));
const named = (checks: readonly Check[], name: string) => checks.find(one => one.name === name)!;

/** A server of a few lines, for what no real one does. */
async function server(onSocket: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const made: Server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  made.listen(0, '127.0.0.1');
  await once(made, 'listening');
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    made.close();
  });
  return (made.address() as { port: number }).port;
}

describe('doctor, with a mailbox and a mail server that are in order', () => {
  it('has nothing to say and ends with 0', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'purrebot-doctor-'));
    closers.push(() => rmSync(folder, { recursive: true }));
    const environment = {
      TRUSTED_AUTHSERV: 'mx.ks.example',
      ALERT_TO: 'drift@ks.example',
      ...mailEnvironment(dovecot, sink),
      SMTP_USER: 'eva',
      SMTP_PASSWORD: 'pw',
    };
    const { door, said } = quietDoor(environment, at('2026-11-25'));
    const run = (...argv: string[]) => runCli(['--data', folder, ...argv], door, [addInit, addDoctor]);
    await run('init');
    const code = await run('doctor', '--json');
    const { checks } = JSON.parse(said.out.join('\n')) as { checks: Check[] };
    expect(checks.filter(one => one.status !== 'ok')).toEqual([]);
    expect(code).toBe(0);
    expect(sink.mails).toEqual([]);
  });

  it.each([
    ['tls from the first byte', () => imaps()],
    ['tls, by name', () => imaps({ host: 'localhost' })],
    ['STARTTLS', () => imap({ security: 'starttls' })],
    ['STARTTLS, by name', () => imap({ host: 'localhost', security: 'starttls' })],
  ])('reads the mailbox by %s', async (_, account) => {
    const checks = await mailboxChecks(account(), now, network());
    expect(checks.map(one => one.status)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(named(checks, 'imap-sertifikat').found).toMatch(/gjelder til \d\d\.\d\d\.\d{4} \(36[45] dager\)/);
    expect(named(checks, 'imap-mapper').found).toBe('INBOX (0 e-poster), søppelpost: Junk, sendt: Sent.');
  });

  it('logs in to the mail server by STARTTLS and sends nothing', async () => {
    const checks = await mailServerChecks(smtp(), now, network());
    expect(checks.map(one => one.status)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(named(checks, 'smtp-tls').found).toBe('STARTTLS, TLSv1.3.');
    expect(sink.mails).toEqual([]);
  });

  it('warns three weeks before a certificate runs out', async () => {
    const certificate = async (days: number) =>
      named(await mailServerChecks(smtp(), later(days), network()), 'smtp-sertifikat');
    expect(await certificate(340)).toMatchObject({ status: 'ok' });
    expect(await certificate(350)).toMatchObject({
      status: 'warn',
      found: expect.stringMatching(/\(1[45] dager\)/),
      cure: 'Be den som drifter tjeneren, fornye sertifikatet.',
    });
  });
});

describe('doctor, when somebody has to do something', () => {
  it('hides the password also when the server throws it back', async () => {
    const port = await server(socket => {
      socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
      socket.on('data', data => {
        const [tag, verb, ...rest] = String(data).trim().split(' ');
        socket.write(`${tag} ${verb === 'LOGIN' ? `NO no such login ${rest.join(' ')}` : 'OK done'}\r\n`);
      });
    });
    const checks = await mailboxChecks(imap({ port, password: 'sommer-2026' }), now, network());
    expect(named(checks, 'imap-innlogging')).toMatchObject({
      status: 'fail',
      found: expect.stringContaining('no such login'),
    });
    expect(JSON.stringify(checks)).not.toContain('sommer-2026');
  });

  it('says that no server is there', async () => {
    const port = await freePort();
    const checks = [
      ...(await mailboxChecks(imap({ port }), now, network())),
      ...(await mailboxChecks(imaps({ port }), now, network())),
      ...(await mailServerChecks(smtp({ port }), now, network())),
    ];
    expect(checks.filter(one => one.status === 'fail')).toEqual(
      ['imap-innlogging', 'imap-innlogging', 'smtp-tjener'].map(name => ({
        name,
        status: 'fail',
        found: `127.0.0.1:${port}: ingen tjener svarer på porten.`,
        cure: expect.stringMatching(/(IMAP|SMTP)_HOST og (IMAP|SMTP)_PORT/),
      })),
    );
  });

  it.each([
    ['imap', 'none', 'imap-innlogging', 'sa ingenting innen 0,3 sekunder'],
    ['imap', 'starttls', 'imap-innlogging', 'sa ingenting innen 0,3 sekunder'],
    ['imap', 'tls', 'imap-innlogging', 'gikk ikke over til TLS innen 0,3 sekunder'],
    ['smtp', 'none', 'smtp-tjener', 'sa ingenting innen 0,3 sekunder'],
    ['smtp', 'starttls', 'smtp-tjener', 'sa ingenting innen 0,3 sekunder'],
    ['smtp', 'tls', 'smtp-tjener', 'svarte ikke innen 0,3 sekunder'],
  ] as const)('waits no longer than allowed for a silent server: %s, %s', async (kind, security, name, words) => {
    const port = await server(() => undefined);
    const started = Date.now();
    const checks =
      kind === 'imap'
        ? await mailboxChecks(imap({ port, security }), now, network(null, 300))
        : await mailServerChecks(smtp({ port, security }), now, network(null, 300));
    expect(Date.now() - started).toBeLessThan(3000);
    expect(named(checks, name)).toMatchObject({ status: 'fail', found: expect.stringContaining(words) });
  });

  it('gives up on a server that sends a byte now and then', async () => {
    const port = await server(socket => {
      const timer = setInterval(() => socket.write(' '), 50);
      socket.on('close', () => clearInterval(timer));
    });
    const started = Date.now();
    const [, login] = await mailboxChecks(imap({ port }), now, network(null, 300));
    const [smtpServer] = await mailServerChecks(smtp({ port }), now, network(null, 300));
    expect(Date.now() - started).toBeLessThan(3000);
    expect([login!.status, smtpServer!.status]).toEqual(['fail', 'fail']);
  });

  it.each([
    ['ran out', { isExpired: true }, 'gikk ut', 'fornye'],
    ['has another name', { names: 'DNS:mail.annet.example' }, 'gjelder mail.annet.example, ikke 127.0.0.1', 'navnet'],
  ])('says that the certificate %s, and keeps the password to itself', async (_, made, found, cure) => {
    const bad = makeCertificate(made);
    const [imapServer, smtpServer] = [await startDovecot({ tls: bad }), await startSmtpSink({ tls: bad, login })];
    closers.push(
      () => imapServer.remove(),
      () => smtpServer.stop(),
      () => bad.remove(),
    );
    const accounts: ImapAccount[] = [
      { ...imapServer.account, port: imapServer.tlsPort, security: 'tls' },
      { ...imapServer.account, security: 'starttls' },
    ];
    for (const account of accounts) {
      const checks = await mailboxChecks(account, now, network(bad.ca));
      expect(checks[0]).toMatchObject({
        name: 'imap-sertifikat',
        status: 'fail',
        found: expect.stringContaining(found),
        cure: expect.stringContaining(cure),
      });
      expect(checks[0]!.found).not.toContain('utstederen');
      expect(checks[1]!.found).toContain('passordet sendes ikke');
    }
    const checks = await mailServerChecks({ ...smtpServer.account, security: 'starttls' }, now, network(bad.ca));
    expect(statuses(checks)).toEqual({
      'smtp-tjener': 'ok',
      'smtp-tls': 'ok',
      'smtp-sertifikat': 'fail',
      'smtp-innlogging': 'warn',
    });
    expect(named(checks, 'smtp-sertifikat').found).toContain(found);
  });

  it('says that the issuer is unknown', async () => {
    const [certificate] = await mailboxChecks(imaps(), now, network(null));
    const checks = await mailServerChecks(smtp(), now, network(null));
    for (const one of [certificate!, named(checks, 'smtp-sertifikat')])
      expect(one).toMatchObject({
        status: 'fail',
        found: expect.stringContaining('utstederen er ukjent'),
        cure: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
      });
  });

  it('says that the server offers no STARTTLS, or speaks no TLS', async () => {
    const [plainImap, plainSmtp] = [await startDovecot(), await startSmtpSink({ login })];
    closers.push(
      () => plainImap.remove(),
      () => plainSmtp.stop(),
    );
    const failing = async (checks: Promise<Check[]>) => (await checks).filter(one => one.status === 'fail');
    const [{ port: imapPort }, { port: smtpPort }] = [plainImap, plainSmtp];
    expect(await failing(mailboxChecks(imap({ port: imapPort, security: 'starttls' }), now, network()))).toEqual([
      expect.objectContaining({ name: 'imap-innlogging', found: expect.stringContaining('tilbyr ikke STARTTLS') }),
    ]);
    expect(await failing(mailServerChecks(smtp({ port: smtpPort }), now, network()))).toEqual([
      expect.objectContaining({ name: 'smtp-tls', found: expect.stringContaining('tilbyr ikke STARTTLS') }),
    ]);
    expect(await failing(mailboxChecks(imap({ port: imapPort, security: 'tls' }), now, network()))).toEqual([
      expect.objectContaining({ name: 'imap-innlogging', found: expect.stringContaining('snakker ikke TLS') }),
    ]);
    expect(await failing(mailServerChecks(smtp({ port: smtpPort, security: 'tls' }), now, network()))).toEqual([
      expect.objectContaining({ name: 'smtp-tls', found: expect.stringContaining('snakker ikke TLS') }),
    ]);
  });

  it('says which folder of the settings is not there', async () => {
    const checks = await mailboxChecks(imap({ junkFolder: 'Spam', handledFolder: 'Ferdig' }), now, network());
    expect(named(checks, 'imap-mapper')).toMatchObject({
      status: 'fail',
      found: expect.stringMatching(
        /IMAP_JUNK_FOLDER: fant ingen mappe «Spam».*INBOX.*\nIMAP_HANDLED_FOLDER: .*«Ferdig»/,
      ),
    });
  });

  it('warns when the server marks no folders and tells no news', async () => {
    const port = await server(socket => {
      socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
      socket.on('data', data => {
        for (const line of String(data).trim().split('\r\n')) {
          const [tag, verb] = line.split(' ');
          if (verb === 'CAPABILITY') socket.write('* CAPABILITY IMAP4rev1\r\n');
          if (verb === 'LIST') socket.write('* LIST () "/" INBOX\r\n');
          if (verb === 'EXAMINE') socket.write('* 7 EXISTS\r\n* OK [UIDVALIDITY 1] UIDs valid\r\n');
          socket.write(`${tag} OK done\r\n`);
        }
      });
    });
    const checks = await mailboxChecks(imap({ port }), now, network());
    expect(statuses(checks)).toEqual({
      'imap-sertifikat': 'ok',
      'imap-innlogging': 'ok',
      'imap-mapper': 'warn',
      'imap-idle': 'warn',
    });
    expect(named(checks, 'imap-mapper').cure).toContain('IMAP_JUNK_FOLDER');
  });

  it('warns when the server asks for a login and none is set', async () => {
    const [, , , check] = await mailServerChecks(smtp({ login: null }), now, network());
    expect(check).toMatchObject({ status: 'warn', cure: expect.stringContaining('SMTP_USER') });
  });

  // Last: Dovecot is slow to let anybody in from where a wrong password came.
  it('says that the password is wrong, and never which one it was', async () => {
    const wrong = { user: 'eva', password: 'sommer-2026' };
    const checks = [
      ...(await mailboxChecks(imap(wrong), now, network())),
      ...(await mailServerChecks(smtp({ login: wrong }), now, network())),
    ];
    expect(named(checks, 'imap-innlogging')).toMatchObject({
      status: 'fail',
      found: expect.stringContaining('godtok ikke innloggingen som eva'),
      cure: expect.stringContaining('IMAP_PASSWORD'),
    });
    expect(named(checks, 'smtp-innlogging')).toMatchObject({
      status: 'fail',
      found: expect.stringContaining('535 5.7.8'),
      cure: expect.stringContaining('SMTP_PASSWORD'),
    });
    expect(statuses(checks)).toMatchObject({ 'imap-mapper': 'warn', 'smtp-tls': 'ok', 'smtp-sertifikat': 'ok' });
    expect(JSON.stringify(checks)).not.toContain('sommer-2026');
  });
});
