import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate of this test alone, signed by itself. */
export interface Certificate {
  /** Path of the certificate (PEM). */
  cert: string;
  /** Path of its key (PEM). */
  key: string;
  /** The certificate's text: who takes it as an issuer trusts the server. */
  ca: string;
  remove(): void;
}

/**
 * @param names as openssl writes them in subjectAltName
 * @param isExpired it ran out yesterday; else it is valid for a year from now
 */
export function makeCertificate({
  names = 'DNS:localhost,IP:127.0.0.1',
  isExpired = false,
}: {
  names?: string;
  isExpired?: boolean;
} = {}): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'purrebot-certificate-'));
  // Dovecot reads the certificate before it gives up being root, but looks for it as another user.
  chmodSync(folder, 0o755);
  const [cert, key, request] = ['cert.pem', 'key.pem', 'request.pem'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  openssl(
    ...['req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-keyout', key, '-out', request, '-subj', '/CN=purrebot-test', '-addext', `subjectAltName=${names}`],
  );
  // `openssl req -x509` takes no negative days; `openssl x509 -req` takes -1.
  openssl(
    ...['x509', '-req', '-in', request, '-signkey', key, '-out', cert],
    ...['-days', isExpired ? '-1' : '365', '-copy_extensions', 'copyall'],
  );
  return {
    cert,
    key,
    ca: readFileSync(cert, 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
