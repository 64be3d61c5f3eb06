import type { ImapAccount } from './imap-account.ts';

/** What went wrong with the connection, in Norwegian, without names of people or anything of a mail. */
export function whyImapFailed(error: unknown, account: ImapAccount): string {
  const place = `${account.host}:${account.port}`;
  const { code, authenticationFailed, responseText } = (error ?? {}) as {
    code?: string;
    authenticationFailed?: boolean;
    responseText?: string;
  };
  if (authenticationFailed === true)
    return `Postkassen ${place} godtar ikke innloggingen. Sjekk IMAP_USER og IMAP_PASSWORD.`;
  const known: Record<string, string> = {
    ECONNREFUSED: 'ingen svarer på porten',
    ENOTFOUND: 'tjenernavnet finnes ikke',
    EAI_AGAIN: 'navnetjenesten svarer ikke',
    ETIMEDOUT: 'tjeneren svarer ikke',
    // imapflow's own word for a silent socket.
    ETIMEOUT: 'tjeneren svarer ikke',
    NoConnection: 'forbindelsen ble brutt',
    EConnectionClosed: 'forbindelsen ble brutt',
    CONNECT_TIMEOUT: 'tjeneren svarer ikke',
    GREETING_TIMEOUT: 'tjeneren hilser ikke',
    UPGRADE_TIMEOUT: 'tjeneren svarer ikke på kryptering',
    CERT_HAS_EXPIRED: 'sertifikatet er utløpt',
    ERR_TLS_CERT_ALTNAME_INVALID: 'sertifikatet gjelder et annet navn',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'sertifikatet har en ukjent utsteder',
    SELF_SIGNED_CERT_IN_CHAIN: 'sertifikatet har en ukjent utsteder',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'sertifikatet har en ukjent utsteder',
  };
  // A missing folder is answered with words of the server's own; they name the folder, no mail.
  const why = known[code ?? ''] ?? responseText ?? code ?? 'forbindelsen ble brutt';
  return `Postkassen ${place} kan ikke leses: ${why}.`;
}
