import type { ImapAccount } from './imap-account.ts';

/** What went wrong with the connection, in Norwegian, without names of people or anything of a mail. */
export function whyImapFailed(error: unknown, account: ImapAccount): string {
  const place = `${account.host}:${account.port}`;
  const { code, authenticationFailed, responseText } = (error ?? {}) as {
    code?: string;
    authenticationFailed?: boolean;
    responseText?: string;
  };
  if (waitOf(error) !== null) return `Postkassen ${place} tar ikke imot flere innlogginger nå.`;
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

/** Seconds before a server that has enough of us is asked again, unless it says how long. */
const BUSY_WAIT = 300;
/** No server is obeyed for longer than this, in seconds. */
const LONGEST_OBEYED = 600;

/**
 * How long a server that is there and says «not now» wants us to wait, in seconds; null when that is not what it says. A
 * throttled login is no wrong password (reliability.md F13): `NO [THROTTLED]`, «Suggested Backoff Time: 299910
 * milliseconds», and Exchange's «User is authenticated but not connected», which comes of too many connections.
 */
export function waitOf(error: unknown): number | null {
  const { code, serverResponseCode, responseText, throttleReset } = (error ?? {}) as {
    code?: string;
    serverResponseCode?: string;
    responseText?: string;
    throttleReset?: number;
  };
  if (code === 'ETHROTTLE')
    return Math.min(Math.max(Math.ceil((throttleReset ?? 0) / 1000), BUSY_WAIT), LONGEST_OBEYED);
  const isBusy = ['THROTTLED', 'LIMIT', 'UNAVAILABLE', 'INUSE'].includes(serverResponseCode ?? '');
  return isBusy || /authenticated but not connected|throttled/i.test(responseText ?? '') ? BUSY_WAIT : null;
}
