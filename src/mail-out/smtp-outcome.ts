import type { RefusedAddress, SendResult } from './transport.ts';

/** What nodemailer's SMTPConnection says of a failure. `command` is the SMTP verb that was answered. */
export interface SmtpFailure {
  code?: string | undefined;
  command?: string | undefined;
  responseCode?: number | undefined;
  recipient?: string | undefined;
}

type NotSent = Exclude<SendResult, { sent: true }>;

/**
 * What a failed delivery means, code by code (reliability.md §4.2). The library's codes do not tell whether the mail went
 * out: a connection lost at MAIL FROM looks like one lost after the final dot, so the phase is ours to know.
 * @param dotWritten true when the final dot may have been written
 */
export function smtpOutcome(failure: SmtpFailure, dotWritten: boolean): NotSent {
  const { code = 'ECONNECTION', command = '', responseCode } = failure;
  const failed = String(responseCode ?? code);
  const later = (of: NotSent['of'], why: string): NotSent => ({ sent: false, of, failed, temporary: true, why });
  if (code === 'EAUTH' || responseCode === 530 || responseCode === 535 || responseCode === 534) {
    const why = `E-posttjeneren godtar ikke innloggingen (${failed}). Sjekk SMTP_USER og SMTP_PASSWORD.`;
    // 550 5.7.30 and their like: the login is refused for good, whatever the number says.
    const isForGood = responseCode !== undefined && responseCode >= 500 && !/^53[045]$/.test(failed);
    return { ...later('server', why), ...(isForGood ? { failed: 'EAUTH' } : {}) };
  }
  if (responseCode === undefined) {
    if (dotWritten) {
      const why =
        'Forbindelsen ble brutt etter at brevet var overlevert. Ingen vet om det gikk; det sendes ikke på nytt.';
      return { sent: false, of: 'unknown', failed, temporary: false, why };
    }
    // Found by the library before it sent anything: a mail above the server's SIZE, an envelope that it does not take.
    if (code === 'EMESSAGE' || code === 'EENVELOPE')
      return {
        sent: false,
        of: 'letter',
        failed,
        temporary: false,
        why: 'Brevet er større enn tjeneren tar imot, eller adressene er ikke i orden.',
      };
    return later(
      'server',
      `E-posttjeneren kan ikke nås: ${CONNECTION_FAULTS[code] ?? `forbindelsen ble brutt (${code})`}.`,
    );
  }
  // 421: the server closes, whatever it was asked (RFC 5321 §3.8). Greeting, EHLO and MAIL FROM concern every letter.
  const ofThisLetter = /^(RCPT TO|DATA)/.test(command) || responseCode === 552;
  if (responseCode === 421 || !ofThisLetter) {
    return later('server', `E-posttjeneren tar ikke imot brev nå (${failed} til ${command || 'hilsenen'}).`);
  }
  const words = command.startsWith('RCPT') ? 'Ingen av adressene ble godtatt' : 'Brevet ble ikke tatt imot';
  return responseCode < 500
    ? later('letter', `${words} nå (${failed}); prøves igjen.`)
    : {
        sent: false,
        of: 'letter',
        failed,
        temporary: false,
        why: `${words} (${failed}).`,
        noAddress: command.startsWith('RCPT'),
      };
}

/** An address refused at RCPT TO while others were taken. */
export function refusedAddress({ recipient = '', responseCode }: SmtpFailure): RefusedAddress {
  const permanent = responseCode === undefined || responseCode >= 500;
  return {
    address: recipient,
    permanent,
    why: `Adressen ble avvist av e-posttjeneren (${responseCode ?? 'uten kode'}).`,
  };
}

const CONNECTION_FAULTS: Record<string, string> = {
  ECONNREFUSED: 'ingen svarer på porten',
  EDNS: 'tjenernavnet finnes ikke',
  ETIMEDOUT: 'tjeneren svarer ikke',
  ETLS: 'den lar seg ikke kryptere (TLS)',
  EREQUIRETLS: 'den lar seg ikke kryptere (TLS)',
  ESOCKET: 'forbindelsen ble brutt eller nektet',
  CERT_HAS_EXPIRED: 'sertifikatet er utløpt',
  ERR_TLS_CERT_ALTNAME_INVALID: 'sertifikatet gjelder et annet navn',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'sertifikatet har en ukjent utsteder',
};
