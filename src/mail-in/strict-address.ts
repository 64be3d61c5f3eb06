import type { Address } from '../rules/replies/message.ts';

/** RFC 5321 allows 254 characters; longer ones are attacks or rubbish. */
const MAX_ADDRESS = 254;

/** One local part and one domain with a dot; quoted local parts and address literals never come from a town hall. */
const PLAIN_ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~\u00e0-\uffff-]{1,64}@(?:[a-z0-9\u00e0-\uffff](?:[a-z0-9\u00e0-\uffff-]{0,62})\.)+[a-z0-9\u00e0-\uffff-]{2,63}$/u;

/**
 * A mail address in lower case, or '' when it is not plainly one.
 * Danger: «postmottak@a.example <x@b.example>» and «a@b.example@c.example» are ways to seem to be somebody else.
 */
export function strictAddress(raw: string): string {
  const address = raw.trim().toLowerCase().normalize('NFC');
  return address.length <= MAX_ADDRESS && PLAIN_ADDRESS.test(address) ? address : '';
}

/** The person or office of a header; the name is shown to people only and proves nothing. */
export function mailbox(name: string | undefined, address: string | undefined): Address {
  return { name: (name ?? '').replace(/\s+/g, ' ').trim(), address: strictAddress(address ?? '') };
}
