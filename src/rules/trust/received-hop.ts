/** One Received line (RFC 5321 § 4.4), as far as it tells whose machine handed the mail over. */
export interface Hop {
  /** The host that handed it over, lower case, by the name that the receiver looked up; null when the receiver knows none. */
  from: string | null;
  /** Handed over within one house: by LMTP, from the machine itself, or from a private address. */
  isLocal: boolean;
}

const LONGEST = 4000;

/** Addresses that no mail from outside comes from. */
const PRIVATE = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/;

/** Microsoft's own machines among themselves. */
const MICROSOFT = /^2603:10[0-9a-f]{2}:/;

/**
 * Danger: what stands right behind `from` is what the sender called itself; only what the receiver wrote in brackets behind
 * it is the receiver's word.
 */
export function hopOf(value: string): Hop {
  const line = value.slice(0, LONGEST).toLowerCase();
  const isLmtp = /\)?\swith\s+lmtps?a?(?:[\s;]|$)/.test(withoutComments(line));
  const called = /^\s*from\s+([^\s;()]+)\s*/.exec(line);
  if (called === null) return { from: null, isLocal: isLmtp };
  const behind = line.slice(called[0].length);
  if (!behind.startsWith('(')) return { from: null, isLocal: isLmtp };
  const written = behind.slice(1, behind.includes(')') ? behind.indexOf(')') : undefined);
  const words = written.replaceAll(/helo[= ]\S*/g, ' ').split(/[\s[\]]+/);
  const address = words.map(word => word.replace(/^ipv6:/, '')).find(isAddress) ?? null;
  const isPrivate = address !== null && PRIVATE.test(address);
  if (isPrivate || isLmtp) return { from: null, isLocal: true };
  if (address !== null && MICROSOFT.test(address)) return { from: called[1]!, isLocal: false };
  const isForged = /unknown|may be forged/.test(written);
  const name = words.find(word => /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+\.?$/.test(word) && !isAddress(word));
  return { from: isForged ? null : (name?.replace(/\.$/, '') ?? null), isLocal: false };
}

function isAddress(word: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(word) || (word.includes(':') && /^[0-9a-f:.]{2,45}$/.test(word));
}

function withoutComments(line: string): string {
  let depth = 0;
  let kept = '';
  for (const letter of line) {
    if (letter === '(') depth++;
    if (depth === 0) kept += letter;
    if (letter === ')' && depth > 0) depth--;
  }
  return kept;
}
