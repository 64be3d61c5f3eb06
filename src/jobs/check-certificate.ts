import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { instantFrom, osloDate } from '../rules/calendar/oslo-time.ts';
import { shortDate } from '../rules/calendar/written-date.ts';
import { type Check, fail, ok, warn } from './check-finding.ts';

/** Time to order a new one and have it put in place. */
const WARN_DAYS = 21;
const DAY = 24 * 60 * 60 * 1000;

/** What a server showed, trusted or not. */
export interface ShownCertificate {
  certificate: PeerCertificate;
  /** Node's code for why it does not trust it; null = it does. */
  fault: string | null;
}

/** Right name, valid today and for a while, and an issuer that is known. */
export function certificateCheck(
  name: string,
  { certificate, fault }: ShownCertificate,
  host: string,
  now: Instant,
): Check {
  const wrongName = checkServerIdentity(host, certificate) !== undefined;
  const from = instantFrom(Date.parse(certificate.valid_from));
  const until = instantFrom(Date.parse(certificate.valid_to));
  const days = Math.floor((Date.parse(until) - Date.parse(now)) / DAY);
  const renew = 'Be den som drifter tjeneren, fornye sertifikatet.';
  const faults: [found: string, cure: string][] = [];
  if (until < now || fault === 'CERT_HAS_EXPIRED')
    faults.push([`Sertifikatet til ${host} gikk ut ${shortDate(osloDate(until))}.`, renew]);
  else if (from > now)
    faults.push([
      `Sertifikatet til ${host} gjelder ikke før ${shortDate(osloDate(from))}.`,
      'Sjekk klokken på denne maskinen, ellers hos den som drifter tjeneren.',
    ]);
  if (wrongName)
    faults.push([
      `Sertifikatet gjelder ${namesIn(certificate)}, ikke ${host}.`,
      'Bruk navnet som står i sertifikatet, eller be den som drifter tjeneren, få med dette navnet.',
    ]);
  if (fault !== null && !/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ALTNAME/.test(fault))
    faults.push([
      `Sertifikatet til ${host}: utstederen er ukjent (${fault}).`,
      'Be den som drifter tjeneren, sende med hele kjeden. Er det deres egen utsteder: sett NODE_EXTRA_CA_CERTS til filen med utstederens sertifikat før Purrebot starter (det virker ikke i .env).',
    ]);
  if (faults.length > 0)
    return fail(
      name,
      faults.map(([found]) => found).join('\n'),
      [...new Set(faults.map(([, cure]) => cure))].join(' '),
    );
  const valid = `gjelder til ${shortDate(osloDate(until))} (${days} dager)`;
  if (days < WARN_DAYS) return warn(name, `Sertifikatet til ${host} ${valid}.`, renew);
  return ok(name, `Sertifikatet til ${host} har riktig navn, kjent utsteder og ${valid}.`);
}

function namesIn({ subjectaltname, subject }: PeerCertificate): string {
  const names = (subjectaltname ?? '').split(', ').map(one => one.replace(/^[^:]*:/, ''));
  const common: unknown = subject?.CN;
  const shown = names.filter(one => one !== '').slice(0, 5);
  const found = shown.length > 0 ? shown.join(', ') : typeof common === 'string' ? common : 'ingen navn';
  // Whoever made the certificate wrote this; it goes to a terminal.
  return found.replace(/[^\p{L}\p{N}\p{P}\p{S} ]+/gu, ' ');
}
