import { describe, expect, test } from 'vitest';
import { readSettings } from '../src/settings.ts';

const MAIL = { IMAP_HOST: 'imap.ks.example', IMAP_USER: 'svar', IMAP_PASSWORD: 'hemmelig' };
const SERVER = { SMTP_HOST: 'smtp.ks.example', SMTP_USER: 'svar', SMTP_PASSWORD: 'hemmelig' };

const settings = (environment: Record<string, string>, file = 'fra fil\n') => {
  const read = readSettings(environment, () => file);
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  return read.settings;
};
const faults = (environment: Record<string, string>) => {
  const read = readSettings(environment, path => {
    throw Object.assign(new Error(path), { code: 'ENOENT' });
  });
  return 'faults' in read ? read.faults : [];
};

describe('settings', () => {
  test('without any, nothing leaves the machine and nothing is read', () => {
    expect(settings({})).toMatchObject({ sending: 'dry', imap: null, smtp: null, mailFolder: null });
  });

  test('the ports follow the encryption', () => {
    expect(settings(MAIL).imap).toMatchObject({ port: 993, security: 'tls' });
    expect(settings({ ...MAIL, IMAP_SECURITY: 'starttls' }).imap!.port).toBe(143);
    expect(settings(SERVER).smtp).toMatchObject({ port: 587, security: 'starttls' });
    expect(settings({ ...SERVER, SMTP_SECURITY: 'tls' }).smtp!.port).toBe(465);
  });

  test('a password may lie in a file', () => {
    const { IMAP_PASSWORD: _, ...rest } = MAIL;
    expect(settings({ ...rest, IMAP_PASSWORD_FILE: '/run/secrets/imap' }).imap!.password).toBe('fra fil');
  });

  test('bounces come back to where answers are read, unless it says otherwise', () => {
    expect(settings({ REPLY_ADDRESS: 'Svar@ks.example' }).returnPath).toBe('svar@ks.example');
    expect(settings({ SMTP_RETURN_PATH: 'retur@ks.example' }).returnPath).toBe('retur@ks.example');
  });

  test('all faults are told at once, each with its place, and never a secret', () => {
    const found = faults({
      SENDING: 'live',
      IMAP_HOST: 'imap.ks.example',
      IMAP_SECURITY: 'none',
      IMAP_PASSWORD: 'hemmelig',
      SMTP_HOST: 'smtp.ks.example',
      SMTP_USER: 'svar',
      SMTP_PASSWORD_FILE: '/finnes/ikke',
    });
    expect(found).toEqual([
      expect.stringMatching(/^IMAP_USER: /),
      expect.stringMatching(/^IMAP_SECURITY: «none» er bare for en tjener på denne maskinen/),
      expect.stringMatching(/^SMTP_PASSWORD_FILE: ventet en fil som kan leses, fant «\/finnes\/ikke» \(ENOENT\)/),
      expect.stringMatching(/^REPLY_ADDRESS: /),
    ]);
    expect(found.join()).not.toContain('hemmelig');
    expect(faults({ IMAP_PORT: 'abc', SMTP_SECURITY: 'ssl', LOG_LEVEL: 'loud' })).toHaveLength(3);
  });

  test('whose word on senders counts is a list of server names; anything else is a fault', () => {
    expect(settings({}).trust).toEqual({ servers: [], strict: false });
    const given = { TRUSTED_AUTHSERV: 'MX.ks.example, exchange-online', TRUST: 'strict' };
    expect(settings(given).trust).toEqual({ servers: ['mx.ks.example', 'exchange-online'], strict: true });
    expect(faults({ TRUSTED_AUTHSERV: 'mx.ks.example; spf=pass', TRUST: 'maybe' })).toEqual([
      expect.stringMatching(/^TRUSTED_AUTHSERV: ventet ett eller flere tjenernavn/),
      expect.stringMatching(/^TRUST: ventet «normal» eller «strict», fant «maybe»/),
    ]);
  });

  test('to send for real there must be a server to send with, a mailbox to read the answers in and an address for them', () => {
    expect(faults({ SENDING: 'live' })).toEqual([
      expect.stringMatching(/^SMTP_HOST: /),
      expect.stringMatching(/^IMAP_HOST: /),
      expect.stringMatching(/^REPLY_ADDRESS: /),
    ]);
    const complete = { SENDING: 'live', REPLY_ADDRESS: 'svar@ks.example', ...MAIL, ...SERVER };
    expect(settings(complete).sending).toBe('live');
  });
});
