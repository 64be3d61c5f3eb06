/** Which server, in the words of the settings: `IMAP_HOST` and so on. */
export interface Place {
  prefix: 'IMAP' | 'SMTP';
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  /** Milliseconds that each step may take. */
  limit: number;
}

const NO_TLS = /^(EPROTO|ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|UNKNOWN_PROTOCOL))$/;
const UNTRUSTED = /^(CERT_|ERR_TLS_CERT)|SELF_SIGNED|^UNABLE_TO_/;

/** Why a connection did not come about, and what to do. `code` is Node's or a library's. */
export function connectionWords(code: string, place: Place): { found: string; cure: string } {
  const [why, cure] = wordsFor(code, place);
  return { found: `${place.host}:${place.port}: ${why}.`, cure };
}

function wordsFor(code: string, { prefix, limit, security }: Place): [why: string, cure: string] {
  const seconds = `${String(limit / 1000).replace('.', ',')} sekunder`;
  const host = `${prefix}_HOST`;
  const port = `${prefix}_PORT`;
  const ports = prefix === 'IMAP' ? 'tls: 993, starttls: 143' : 'tls: 465, starttls: 587';
  const wrongPort = `Sjekk at ${port} og ${prefix}_SECURITY hører sammen (${ports}).`;
  if (NO_TLS.test(code)) return ['porten snakker ikke TLS', wrongPort];
  if (UNTRUSTED.test(code)) return [`sertifikatet er ikke til å stole på (${code})`, 'Se sertifikatsjekken.'];
  switch (code) {
    case 'ECONNREFUSED':
      return ['ingen tjener svarer på porten', `Sjekk ${host} og ${port}, og at tjeneren er i gang.`];
    case 'ENOTFOUND':
    case 'EDNS':
    case 'ENODATA':
      return ['tjenernavnet finnes ikke', `Sjekk at ${host} er skrevet riktig.`];
    case 'EAI_AGAIN':
      return ['navnetjenesten (DNS) svarer ikke', 'Sjekk maskinens nettverk og navnetjener.'];
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return ['nettet når ikke fram til tjeneren', 'Sjekk nettverket, og at brannmuren slipper Purrebot ut.'];
    case 'ETIMEDOUT':
    case 'CONNECT_TIMEOUT':
    case 'CONNECTION_TIMEOUT':
      return [
        `tjeneren svarte ikke innen ${seconds}`,
        `Sjekk ${host} og ${port}, og at brannmuren slipper Purrebot ut.`,
      ];
    case 'GREETING_TIMEOUT':
    case 'SOCKET_TIMEOUT':
    case 'ETIMEOUT':
      return [
        `tjeneren tok imot, men sa ingenting innen ${seconds}`,
        `${wrongPort} Spør ellers den som drifter tjeneren.`,
      ];
    case 'UPGRADE_TIMEOUT':
      return [`tjeneren gikk ikke over til TLS innen ${seconds}`, wrongPort];
    case 'NO_STARTTLS':
      return [
        'tjeneren tilbyr ikke STARTTLS',
        `Passordet sendes ikke i klartekst. Bruk ${prefix}_SECURITY=tls og riktig ${port} (${ports}), eller få STARTTLS slått på.`,
      ];
    case 'BAD_GREETING':
    case 'EPROTOCOL':
      return [
        `det er ingen ${prefix}-tjener som svarer`,
        `Sjekk ${host} og ${port}. ${security === 'none' ? '' : wrongPort}`.trim(),
      ];
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ECONNECTION':
    case 'EConnectionClosed':
    case 'NoConnection':
    case 'ClosedAfterConnectText':
    case 'ClosedAfterConnectTLS':
      return ['tjeneren brøt forbindelsen', `Prøv igjen om litt. ${wrongPort} Spør ellers den som drifter tjeneren.`];
    default:
      return [`forbindelsen gikk ikke (${code})`, `${wrongPort} Spør ellers den som drifter tjeneren.`];
  }
}

/** What a server said, fit to be shown: one short line, and never our own password thrown back. */
export function saidBy(said: string, secrets: readonly string[]): string {
  const hidden = secrets
    .filter(secret => secret !== '')
    .flatMap(secret => [secret, Buffer.from(secret, 'utf8').toString('base64').replace(/=+$/, '')])
    .reduce((text, secret) => text.replaceAll(secret, '…'), said);
  const line = hidden.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
