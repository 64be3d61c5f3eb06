import { checkSmtp, checkSmtpLogin, type SmtpFault, type SmtpFound } from '../mail-out/check-smtp.ts';
import type { SmtpAccount } from '../mail-out/smtp-account.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { certificateCheck } from './check-certificate.ts';
import { connectionWords, type Place, saidBy } from './check-connection.ts';
import { type Check, fail, ok, warn } from './check-finding.ts';
import type { Network } from './check-mailbox.ts';

/** The names of these checks, in their order: they are in the list also when there is no account. */
export const MAIL_SERVER_CHECKS = ['smtp-tjener', 'smtp-tls', 'smtp-sertifikat', 'smtp-innlogging'] as const;
const [SERVER, TLS, CERTIFICATE, LOGIN] = MAIL_SERVER_CHECKS;

/** Would the server take letters from us? Nothing is sent, and the password only when the certificate is in order. */
export async function mailServerChecks(account: SmtpAccount, now: Instant, { limit, ca }: Network): Promise<Check[]> {
  const place: Place = { ...account, prefix: 'SMTP', limit };
  const looked = await checkSmtp(account, limit, ca);
  if ('failure' in looked) return unreached(looked.failure, account, place);
  const { found } = looked;
  const certificate =
    found.tls === null
      ? ok(CERTIFICATE, `Ingen TLS (SMTP_SECURITY=none): tjeneren ${account.host} er på denne maskinen.`)
      : certificateCheck(CERTIFICATE, found.tls, account.host, now);
  return [
    ok(SERVER, `${account.host}:${account.port} svarer på EHLO: «${saidBy(found.name, [])}».`),
    tlsCheck(found, account),
    certificate,
    certificate.status === 'fail'
      ? warn(LOGIN, 'Ikke prøvd: passordet sendes ikke før sertifikatet er i orden.', 'Rett «smtp-sertifikat» først.')
      : await loginCheck(found, account, place, ca),
  ];
}

function unreached(failure: SmtpFault, account: SmtpAccount, place: Place): Check[] {
  const failed = failedCheck(failure, account, place, failure.step === 'tls' ? TLS : SERVER);
  const answers = ok(SERVER, `${account.host}:${account.port} svarer.`);
  const rest = (names: readonly string[]) =>
    names.map(name => warn(name, 'Ikke sjekket, siden forbindelsen ikke gikk.', `Rett «${failed.name}» først.`));
  if (failed.name === TLS) return [answers, failed, ...rest([CERTIFICATE, LOGIN])];
  return [failed, ...rest([TLS, CERTIFICATE, LOGIN])];
}

function tlsCheck({ tls }: SmtpFound, { host, security }: SmtpAccount): Check {
  if (tls === null) return ok(TLS, `Ingen TLS (SMTP_SECURITY=none): tjeneren ${host} er på denne maskinen.`);
  return ok(TLS, `${security === 'starttls' ? 'STARTTLS' : 'TLS fra første byte'}, ${tls.version}.`);
}

async function loginCheck(found: SmtpFound, account: SmtpAccount, place: Place, ca: string | null): Promise<Check> {
  if (account.login === null) {
    if (!found.offersLogin) return ok(LOGIN, 'Tjeneren ber ikke om innlogging, og SMTP_USER er ikke satt.');
    return warn(
      LOGIN,
      'Tjeneren tilbyr innlogging, men SMTP_USER er ikke satt. Uten innlogging avviser de fleste tjenere brev til andre.',
      'Sett SMTP_USER og SMTP_PASSWORD_FILE, eller få bekreftet at denne maskinen slipper uten.',
    );
  }
  const failure = await checkSmtpLogin(account, place.limit, ca);
  if (failure === null)
    return ok(LOGIN, `Logget inn på ${account.host}:${account.port} som ${account.login.user}; ingenting er sendt.`);
  return failedCheck(failure, account, place, LOGIN);
}

function failedCheck({ code, said }: SmtpFault, { login }: SmtpAccount, place: Place, name: string): Check {
  const secrets = login === null ? [] : [login.password, `\0${login.user}\0${login.password}`];
  const answer = saidBy(said, secrets);
  const quoted = answer === '' ? '' : ` Tjeneren sa: «${answer}».`;
  if (code === 'LOGIN_REFUSED')
    return fail(
      name,
      `${place.host}:${place.port} godtok ikke innloggingen som ${login?.user}.${quoted}`,
      'Sjekk SMTP_USER og SMTP_PASSWORD (eller filen i SMTP_PASSWORD_FILE), og at kontoen får lov til å sende med SMTP.',
    );
  const { found, cure } = connectionWords(code, place);
  return fail(name, `${found}${quoted}`, cure);
}
