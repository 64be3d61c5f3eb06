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

  test('without WEB_PORT there are no pages, with it they are for this machine alone', () => {
    expect(settings({}).web).toBeNull();
    expect(settings({ WEB_PORT: '8080' }).web).toEqual({
      host: '127.0.0.1',
      port: 8080,
      url: 'http://127.0.0.1:8080',
      openId: null,
    });
  });

  test('pages that others see must know the address in the browser', () => {
    const live = { SENDING: 'live', REPLY_ADDRESS: 'svar@ks.example', ...MAIL, ...SERVER, WEB_PORT: '8080' };
    expect(faults(live)).toEqual([expect.stringMatching(/^WEB_URL: .* siden SENDING=live/)]);
    const open = { WEB_PORT: '8080', WEB_HOST: '0.0.0.0' };
    expect(faults(open)).toEqual([expect.stringMatching(/^WEB_URL: .* siden WEB_HOST=0\.0\.0\.0/)]);
    expect(settings({ ...open, WEB_URL: 'https://Purrebot.ks.example/' }).web!.url).toBe('https://purrebot.ks.example');
    for (const WEB_URL of [
      'purrebot.ks.example',
      'https://ks.example/purrebot',
      'ftp://ks.example',
      'https://a:b@ks.example',
    ])
      expect(faults({ ...open, WEB_URL })).toEqual([expect.stringMatching(/^WEB_URL: ventet en adresse uten sti/)]);
    expect(faults({ ...open, WEB_URL: 'https://eva:hemmelig@ks.example' }).join()).not.toContain('hemmelig');
  });

  test('people are read with their roles, and a fault says which of them', () => {
    expect(settings({ PEOPLE: 'Eva L. Indreby <Eva@ks.example> styrer; Ola Nes <ola@ks.example> ser' }).people).toEqual(
      [
        { name: 'Eva L. Indreby', address: 'eva@ks.example', role: 'administer' },
        { name: 'Ola Nes', address: 'ola@ks.example', role: 'see' },
      ],
    );
    expect(faults({ PEOPLE: 'Eva <eva@ks.example> bestemmer' })).toEqual([expect.stringMatching(/^PEOPLE: .*«Eva </)]);
  });

  test('sign-in with an account needs all of it, over TLS, and never shows its secret', () => {
    const web = { WEB_PORT: '8080', OIDC_ISSUER: 'https://login.ks.example' };
    const whole = { ...web, OIDC_CLIENT_ID: 'purrebot', OIDC_CLIENT_SECRET_FILE: '/run/secrets/oidc' };
    expect(settings(whole).web!.openId).toEqual({
      issuer: 'https://login.ks.example',
      clientId: 'purrebot',
      clientSecret: 'fra fil',
    });
    expect(faults(web)).toEqual([
      expect.stringMatching(/^OIDC_CLIENT_ID: /),
      expect.stringMatching(/^OIDC_CLIENT_SECRET: /),
    ]);
    const clear = {
      ...web,
      OIDC_ISSUER: 'http://login.ks.example',
      OIDC_CLIENT_ID: 'p',
      OIDC_CLIENT_SECRET: 'hemmelig',
    };
    expect(faults(clear)).toEqual([expect.stringMatching(/^OIDC_ISSUER: ventet en https-adresse/)]);
  });
});
