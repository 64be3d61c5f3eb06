import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IsoDate } from '../rules/calendar/iso-date.ts';
import type { LetterKind, Role } from '../rules/campaign/campaign.ts';
import type { SendingMode } from '../rules/sending/sending-mode.ts';

export const SEAL_HEADER = 'X-Purrebot-Letter';

/** What a letter says of itself to the register that wrote it, or to an older backup of that. */
export interface SealedLetter {
  campaignId: string;
  kind: LetterKind;
  occasion: string;
  deadline: IsoDate | null;
  newDeadline: IsoDate | null;
  collective: boolean;
  roles: Role[];
  mode: SendingMode;
  /** Codes of the cases (`caseCode`): nothing that could be used to answer for somebody. */
  cases: string[];
}

/** A header line longer than this is folded: a server may refuse more than 998 (RFC 5322 §2.1.1). */
const WIDTH = 64;

/** The value of X-Purrebot-Letter: the facts and a code over them, in pieces that a header may be folded between. */
export function sealed(letter: SealedLetter, key: Uint8Array): string {
  const facts = Buffer.from(JSON.stringify(letter)).toString('base64url');
  const whole = `${facts}.${codeOf(facts, key)}`;
  return whole.match(new RegExp(`.{1,${WIDTH}}`, 'g'))!.join(' ');
}

/** @returns what the header says, or null when it is not of this installation, or changed on the way */
export function unsealed(value: string, key: Uint8Array): SealedLetter | null {
  const [facts = '', code = '', ...rest] = value.replace(/\s/g, '').split('.');
  const expected = Buffer.from(codeOf(facts, key));
  const found = Buffer.from(code);
  if (rest.length > 0 || found.byteLength !== expected.byteLength || !timingSafeEqual(found, expected)) return null;
  return JSON.parse(Buffer.from(facts, 'base64url').toString('utf8')) as SealedLetter;
}

/**
 * A case under a name that only we can make: its id may be another case's in an older register, and its token lets
 * whoever reads it answer for the municipality.
 */
export function caseCode(token: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(`case v1 ${token}`).digest('base64url').slice(0, 12);
}

function codeOf(facts: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(`letter v1 ${facts}`).digest('base64url');
}
