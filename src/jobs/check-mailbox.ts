import { checkImap, type ImapFault, type ImapFound } from '../mail-in/check-imap.ts';
import { checkImapCertificate } from '../mail-in/check-imap-certificate.ts';
import type { ImapAccount } from '../mail-in/imap-account.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { certificateCheck } from './check-certificate.ts';
import { connectionWords, type Place, saidBy } from './check-connection.ts';
import { type Check, fail, ok, warn } from './check-finding.ts';

/** How long a step on the network may take, and whom to trust. */
export interface Network {
  /** Milliseconds. */
  limit: number;
  /** Issuers to trust in place of the usual ones; null = the usual ones. */
  ca: string | null;
}

/** The names of these checks, in their order: they are in the list also when there is no account. */
export const MAILBOX_CHECKS = ['imap-sertifikat', 'imap-innlogging', 'imap-mapper', 'imap-idle'] as const;
const [CERTIFICATE, LOGIN, FOLDERS, IDLE] = MAILBOX_CHECKS;

/** Can the mailbox be read? The password is sent only when the certificate is in order. */
export async function mailboxChecks(account: ImapAccount, now: Instant, { limit, ca }: Network): Promise<Check[]> {
  const place: Place = { ...account, prefix: 'IMAP', limit };
  const certificate = await certificateOf(account, place, now, ca);
  if ('failure' in certificate)
    return [
      warn(CERTIFICATE, 'Ikke sjekket, siden forbindelsen ikke gikk.', 'Rett «imap-innlogging» først.'),
      loginFailed(certificate.failure, account, place),
      ...afterLogin(),
    ];
  if (certificate.check.status === 'fail')
    return [
      certificate.check,
      warn(LOGIN, 'Ikke prøvd: passordet sendes ikke før sertifikatet er i orden.', 'Rett «imap-sertifikat» først.'),
      ...afterLogin(),
    ];
  const looked = await checkImap(account, limit, ca);
  if ('failure' in looked) return [certificate.check, loginFailed(looked.failure, account, place), ...afterLogin()];
  return [
    certificate.check,
    ok(LOGIN, `Logget inn på ${account.host}:${account.port} som ${account.user}.`),
    foldersCheck(looked.found, account),
    idleCheck(looked.found),
  ];
}

async function certificateOf(
  account: ImapAccount,
  place: Place,
  now: Instant,
  ca: string | null,
): Promise<{ check: Check } | { failure: ImapFault }> {
  if (account.security === 'none')
    return { check: ok(CERTIFICATE, `Ingen TLS (IMAP_SECURITY=none): tjeneren ${account.host} er på denne maskinen.`) };
  const looked = await checkImapCertificate(account, place.limit, ca);
  if ('failure' in looked) return looked;
  return { check: certificateCheck(CERTIFICATE, looked.tls, account.host, now) };
}

function loginFailed({ code, said }: ImapFault, { user, password }: ImapAccount, place: Place): Check {
  const answer = saidBy(said, [password, `\0${user}\0${password}`]);
  const quoted = answer === '' ? '' : ` Tjeneren sa: «${answer}».`;
  if (code === 'LOGIN_REFUSED')
    return fail(
      LOGIN,
      `${place.host}:${place.port} godtok ikke innloggingen som ${user}.${quoted}`,
      'Sjekk IMAP_USER og IMAP_PASSWORD (eller filen i IMAP_PASSWORD_FILE), og at kontoen får lov til å bruke IMAP.',
    );
  const { found, cure } = connectionWords(code, place);
  return fail(LOGIN, `${found}${quoted}`, cure);
}

function afterLogin(): Check[] {
  return [FOLDERS, IDLE].map(name =>
    warn(name, 'Ikke sjekket, siden vi ikke kom inn i postkassen.', 'Rett «imap-innlogging» først.'),
  );
}

function foldersCheck(found: ImapFound, account: ImapAccount): Check {
  const shown = found.folders.slice(0, 12).join(', ');
  const lines: string[] = [];
  const cures: string[] = [];
  if (found.inboxMails === null) {
    lines.push('INBOX kan ikke åpnes.');
    cures.push('Spør den som drifter postkassen.');
  }
  for (const path of found.absent) {
    const setting = nameOf(path, account);
    lines.push(`${setting}: fant ingen mappe «${path}». Mapper på tjeneren: ${shown}.`);
    cures.push(`Lag mappen «${path}» i postkassen, eller rett ${setting}.`);
  }
  if (lines.length > 0) return fail(FOLDERS, lines.join('\n'), cures.join(' '));
  const junk = account.junkFolder ?? found.junk;
  const sent = account.sentFolder ?? found.sent;
  if (junk === null) {
    lines.push('Tjeneren merker ingen mappe som søppelpost, så svar som havner der, blir ikke sett.');
    cures.push(`Sett IMAP_JUNK_FOLDER. Mapper på tjeneren: ${shown}.`);
  }
  if (sent === null) {
    lines.push('Tjeneren merker ingen mappe som sendt, så det som er sendt for hånd, blir ikke sett.');
    cures.push(`Sett IMAP_SENT_FOLDER. Mapper på tjeneren: ${shown}.`);
  }
  if (lines.length > 0) return warn(FOLDERS, lines.join('\n'), cures.join(' '));
  const handled = account.handledFolder === null ? '' : `, ferdig: ${account.handledFolder}`;
  return ok(FOLDERS, `INBOX (${found.inboxMails} e-poster), søppelpost: ${junk}, sendt: ${sent}${handled}.`);
}

function nameOf(path: string, { junkFolder, sentFolder }: ImapAccount): string {
  if (path === junkFolder) return 'IMAP_JUNK_FOLDER';
  return path === sentFolder ? 'IMAP_SENT_FOLDER' : 'IMAP_HANDLED_FOLDER';
}

function idleCheck({ idle }: ImapFound): Check {
  if (idle) return ok(IDLE, 'Tjeneren sier fra med en gang det kommer e-post.');
  return warn(
    IDLE,
    'Tjeneren sier ikke fra når det kommer e-post (den tilbyr ikke IDLE), så svar blir sett litt senere.',
    'Spør den som drifter tjeneren, om IDLE kan slås på.',
  );
}
