import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ImapAccount } from './mail-in/imap-account.ts';
import type { SmtpAccount } from './mail-out/smtp-account.ts';
import type { Person } from './rules/people/person.ts';
import { readPeople } from './rules/people/read-people.ts';
import type { TrustRules } from './rules/trust/sender-proof.ts';
import { isServerName } from './rules/trust/server-name.ts';

/** Everything the program may be told from outside; read and checked once, at the start. */
export interface Settings {
  /** live: letters really leave. Everything else is dry: they are written as files. */
  sending: 'live' | 'dry';
  redirectAllTo: string | null;
  allowDomains: string[];
  /** A folder of .eml files or a Maildir; null = none is set. */
  mailFolder: string | null;
  /** The mailbox that is watched; null = none is set. */
  imap: ImapAccount | null;
  /** The server that letters leave through; null = none is set. */
  smtp: SmtpAccount | null;
  /** The address that letters are from; null = the campaign's own sender. */
  fromAddress: string | null;
  /** MAIL FROM of every letter: bounces go here, so it has to end in the mailbox that is read. */
  returnPath: string;
  /** Answers go here, with the case's token as a plus-address. */
  replyAddress: string;
  /** Gets a copy of every letter in the same transaction and ends in the mailbox that is read; null = none. */
  witness: string | null;
  /** Whoever runs the program: told of faults; empty = not set. */
  alertTo: string[];
  /** Seconds from one letter to the next. */
  sendingPause: number;
  /** Letters in 24 hours, at most. */
  dailyCap: number;
  /** Whose word on the senders of mail counts, and how much has to be proved. */
  trust: TrustRules;
  /** Who may sign in to the pages. */
  people: Person[];
  /** Who it runs for, in the foot of the pages. */
  unit: string;
  /** The adviser's pages; null = none are served. */
  web: WebSettings | null;
  /** The adviser's name in the journal when a command does not say --by. */
  user: string | null;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
}

export interface WebSettings {
  host: string;
  port: number;
  /** Scheme and host (and port) that the browser shows: links in mails and the origin of forms. */
  url: string;
  /** Sign-in with the organisation's own account; null = by a link alone. */
  openId: OpenIdAccount | null;
}

export interface OpenIdAccount {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

const address = z.string().regex(/^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:"()]+$/);
const addresses = z
  .string()
  .transform(text => text.split(/[\s,;]+/).filter(one => one !== ''))
  .pipe(z.array(address));
const host = z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9.:-]*[A-Za-z0-9])?$/);
const servers = z
  .string()
  .transform(names =>
    names
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(name => name !== ''),
  )
  .refine(names => names.every(isServerName));
const port = z.coerce.number().int().min(1).max(65535);
const security = z.enum(['tls', 'starttls', 'none']);
const shape = z.object({
  SENDING: z.enum(['live', 'dry']).default('dry'),
  REDIRECT_ALL_TO: address.optional(),
  ALLOW_DOMAINS: z.string().optional(),
  MAIL_FOLDER: z.string().optional(),
  IMAP_HOST: host.optional(),
  IMAP_PORT: port.optional(),
  IMAP_SECURITY: security.default('tls'),
  IMAP_USER: z.string().optional(),
  IMAP_PASSWORD: z.string().optional(),
  IMAP_PASSWORD_FILE: z.string().optional(),
  IMAP_JUNK_FOLDER: z.string().optional(),
  IMAP_SENT_FOLDER: z.string().optional(),
  IMAP_HANDLED_FOLDER: z.string().optional(),
  IMAP_SINCE: z.iso.date().optional(),
  SMTP_HOST: host.optional(),
  SMTP_PORT: port.optional(),
  SMTP_SECURITY: security.default('starttls'),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  SMTP_PASSWORD_FILE: z.string().optional(),
  SMTP_FROM: address.optional(),
  SMTP_RETURN_PATH: address.optional(),
  REPLY_ADDRESS: address.default('svar@purrebot.ks.example'),
  WITNESS_ADDRESS: z.union([z.literal('none'), address]).optional(),
  ALERT_TO: addresses.optional(),
  SENDING_PAUSE: z.coerce.number().min(0).max(60).default(1),
  DAILY_CAP: z.coerce.number().int().min(1).default(1000),
  TRUSTED_AUTHSERV: servers.default([]),
  TRUST: z.enum(['normal', 'strict']).default('normal'),
  PEOPLE: z.string().optional(),
  UNIT: z.string().default('KS'),
  WEB_PORT: port.optional(),
  WEB_HOST: host.default('127.0.0.1'),
  WEB_URL: z.string().optional(),
  OIDC_ISSUER: z.string().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_CLIENT_SECRET_FILE: z.string().optional(),
  PURREBOT_USER: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});
type Values = z.infer<typeof shape>;

const ONE_ADDRESS = 'én e-postadresse';
const EXPECTED: Record<string, string> = {
  SENDING: '«live» eller «dry»',
  REDIRECT_ALL_TO: ONE_ADDRESS,
  REPLY_ADDRESS: `${ONE_ADDRESS}, f.eks. svar@purrebot.ks.example`,
  SMTP_FROM: ONE_ADDRESS,
  SMTP_RETURN_PATH: ONE_ADDRESS,
  IMAP_HOST: 'et tjenernavn, f.eks. imap.ks.example',
  SMTP_HOST: 'et tjenernavn, f.eks. smtp.ks.example',
  IMAP_PORT: 'et portnummer, f.eks. 993',
  SMTP_PORT: 'et portnummer, f.eks. 587',
  IMAP_SECURITY: '«tls», «starttls» eller «none»',
  SMTP_SECURITY: '«tls», «starttls» eller «none»',
  WITNESS_ADDRESS: `${ONE_ADDRESS}, eller «none»`,
  ALERT_TO: 'én eller flere e-postadresser med komma mellom',
  SENDING_PAUSE: 'sekunder mellom brevene, fra 0 til 60',
  DAILY_CAP: 'et antall brev, 1 eller mer',
  TRUSTED_AUTHSERV: 'ett eller flere tjenernavn, f.eks. mx.ks.example, eller «exchange-online»',
  TRUST: '«normal» eller «strict»',
  IMAP_SINCE: 'en dag som 2026-01-01',
  WEB_PORT: 'et portnummer, f.eks. 8080',
  WEB_HOST: 'adressen som sidene lytter på, f.eks. 127.0.0.1',
  LOG_LEVEL: '«debug», «info», «warn» eller «error»',
};

/**
 * @param environment names and values, as in .env.example; an empty value counts as not set
 * @param readSecret reads a file named by …_PASSWORD_FILE
 * @returns the settings, or all faults at once, in Norwegian
 */
export function readSettings(
  environment: Record<string, string | undefined>,
  readSecret: (path: string) => string = path => readFileSync(path, 'utf8'),
): { settings: Settings } | { faults: string[] } {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const checked = shape.safeParse(given);
  if (!checked.success) {
    const names = [...new Set(checked.error.issues.map(issue => String(issue.path[0])))];
    return {
      faults: names.map(name => `${name}: ventet ${EXPECTED[name] ?? 'en verdi'}, fant «${given[name] ?? ''}»`),
    };
  }
  const values = checked.data;
  const faults: string[] = [];
  const imap = imapOf(values, readSecret, faults);
  const smtp = smtpOf(values, readSecret, faults);
  const people = readPeople(values.PEOPLE ?? '');
  if ('faults' in people) faults.push(...people.faults.map(fault => `PEOPLE: ${fault}`));
  const web = webOf(values, readSecret, faults);
  if (values.SENDING === 'live' && smtp === null && values.SMTP_HOST === undefined)
    faults.push('SMTP_HOST: SENDING=live trenger en e-posttjener å sende med, fant ingen');
  if (values.SENDING === 'live' && values.IMAP_HOST === undefined && values.MAIL_FOLDER === undefined)
    faults.push('IMAP_HOST: SENDING=live trenger en postkasse å lese svarene i, fant ingen');
  // The default is nobody's address: answers and bounces of real letters would be lost.
  if (values.SENDING === 'live' && given.REPLY_ADDRESS === undefined)
    faults.push(
      'REPLY_ADDRESS: SENDING=live trenger adressen som svarene skal til (den som ender i postkassen), fant ingen',
    );
  if (faults.length > 0) return { faults };
  return {
    settings: {
      sending: values.SENDING,
      redirectAllTo: values.REDIRECT_ALL_TO ?? null,
      allowDomains: (values.ALLOW_DOMAINS ?? '').split(/[\s,;]+/).filter(domain => domain !== ''),
      mailFolder: values.MAIL_FOLDER ?? null,
      imap,
      smtp,
      fromAddress: values.SMTP_FROM?.toLowerCase() ?? null,
      returnPath: (values.SMTP_RETURN_PATH ?? values.REPLY_ADDRESS).toLowerCase(),
      replyAddress: values.REPLY_ADDRESS.toLowerCase(),
      witness: witnessOf(values),
      alertTo: [...new Set((values.ALERT_TO ?? []).map(one => one.toLowerCase()))],
      sendingPause: values.SENDING_PAUSE,
      dailyCap: values.DAILY_CAP,
      trust: { servers: values.TRUSTED_AUTHSERV, strict: values.TRUST === 'strict' },
      people: 'people' in people ? people.people : [],
      unit: values.UNIT.trim(),
      web,
      user: values.PURREBOT_USER ?? null,
      logLevel: values.LOG_LEVEL,
    },
  };
}

/** The address of the answers under a name of its own: the same mailbox, and told apart by whoever sorts it. */
function witnessOf({ WITNESS_ADDRESS: given, REPLY_ADDRESS: reply }: Values): string | null {
  if (given !== undefined) return given === 'none' ? null : given.toLowerCase();
  return reply.toLowerCase().replace('@', '+kvittering@');
}

type Secret = (path: string) => string;

function imapOf(values: Values, readSecret: Secret, faults: string[]): ImapAccount | null {
  if (values.IMAP_HOST === undefined) return null;
  if (values.IMAP_USER === undefined) faults.push('IMAP_USER: ventet brukernavnet til postkassen, fant ingenting');
  const password = secretOf('IMAP_PASSWORD', values.IMAP_PASSWORD, values.IMAP_PASSWORD_FILE, readSecret, faults);
  if (password === null && values.IMAP_PASSWORD_FILE === undefined)
    faults.push('IMAP_PASSWORD: ventet passordet til postkassen (eller IMAP_PASSWORD_FILE), fant ingenting');
  mustBeSecret('IMAP_SECURITY', values.IMAP_SECURITY, values.IMAP_HOST, faults);
  return {
    host: values.IMAP_HOST,
    port: values.IMAP_PORT ?? (values.IMAP_SECURITY === 'tls' ? 993 : 143),
    security: values.IMAP_SECURITY,
    user: values.IMAP_USER ?? '',
    password: password ?? '',
    junkFolder: values.IMAP_JUNK_FOLDER ?? null,
    sentFolder: values.IMAP_SENT_FOLDER ?? null,
    handledFolder: values.IMAP_HANDLED_FOLDER ?? null,
    since: values.IMAP_SINCE ?? null,
  };
}

function smtpOf(values: Values, readSecret: Secret, faults: string[]): SmtpAccount | null {
  if (values.SMTP_HOST === undefined) return null;
  const { SMTP_USER: user } = values;
  const password = secretOf('SMTP_PASSWORD', values.SMTP_PASSWORD, values.SMTP_PASSWORD_FILE, readSecret, faults);
  if (user !== undefined && password === null && values.SMTP_PASSWORD_FILE === undefined)
    faults.push('SMTP_PASSWORD: ventet passordet til SMTP_USER (eller SMTP_PASSWORD_FILE), fant ingenting');
  mustBeSecret('SMTP_SECURITY', values.SMTP_SECURITY, values.SMTP_HOST, faults);
  return {
    host: values.SMTP_HOST,
    port: values.SMTP_PORT ?? (values.SMTP_SECURITY === 'tls' ? 465 : 587),
    security: values.SMTP_SECURITY,
    login: user === undefined || password === null ? null : { user, password },
  };
}

/** Links and the origin of forms are never taken from a request, so behind another name the settings must say it. */
function webOf(values: Values, readSecret: Secret, faults: string[]): WebSettings | null {
  const { WEB_HOST: hostName, WEB_PORT: portNumber, WEB_URL: written } = values;
  if (portNumber === undefined) return null;
  const isOpen = !isLoopback(hostName) || values.SENDING === 'live';
  if (written === undefined && isOpen)
    faults.push(
      `WEB_URL: ventet adressen som står i nettleseren, f.eks. https://purrebot.ks.example, siden ${values.SENDING === 'live' ? 'SENDING=live' : `WEB_HOST=${hostName}`}; fant ingenting`,
    );
  const url = originOf(written ?? `http://${hostName.includes(':') ? `[${hostName}]` : hostName}:${portNumber}`);
  if (url === null)
    faults.push(
      `WEB_URL: ventet en adresse uten sti, f.eks. https://purrebot.ks.example, fant «${written?.replace(/\/\/[^/]*@/, '//…@')}»`,
    );
  return { host: hostName, port: portNumber, url: url ?? '', openId: openIdOf(values, readSecret, faults) };
}

/** @returns null when it is no address of a web server, or holds more than one */
function originOf(written: string): string | null {
  const url = URL.parse(written);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url.pathname === '/' && url.search === '' && url.hash === '' ? url.origin : null;
}

function openIdOf(values: Values, readSecret: Secret, faults: string[]): OpenIdAccount | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET_FILE: file } = values;
  if (issuer === undefined) return null;
  const url = URL.parse(issuer);
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))))
    faults.push(`OIDC_ISSUER: ventet en https-adresse, f.eks. https://login.ks.example, fant «${issuer}»`);
  if (clientId === undefined) faults.push('OIDC_CLIENT_ID: ventet navnet Purrebot har hos OIDC_ISSUER, fant ingenting');
  const secret = secretOf('OIDC_CLIENT_SECRET', values.OIDC_CLIENT_SECRET, file, readSecret, faults);
  if (secret === null && file === undefined)
    faults.push('OIDC_CLIENT_SECRET: ventet hemmeligheten (eller OIDC_CLIENT_SECRET_FILE), fant ingenting');
  return { issuer, clientId: clientId ?? '', clientSecret: secret ?? '' };
}

/** A fault never shows the secret, only where it was looked for. */
function secretOf(
  name: string,
  value: string | undefined,
  file: string | undefined,
  readSecret: Secret,
  faults: string[],
): string | null {
  if (file === undefined) return value ?? null;
  try {
    return readSecret(file).replace(/\r?\n$/, '');
  } catch (error) {
    faults.push(`${name}_FILE: ventet en fil som kan leses, fant «${file}» (${(error as NodeJS.ErrnoException).code})`);
    return null;
  }
}

/** A password must not cross a network in the clear, so `none` is for loopback alone. */
function mustBeSecret(name: string, given: Values['IMAP_SECURITY'], server: string, faults: string[]): void {
  if (given === 'none' && !isLoopback(server))
    faults.push(
      `${name}: «none» er bare for en tjener på denne maskinen, fant ${server}. Bruk «tls» eller «starttls».`,
    );
}

/** A name or address of this very machine. */
export function isLoopback(server: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(server);
}
