import { type SendingMode, type SendingSettings, sendingMode } from '../rules/sending/sending-mode.ts';
import { strictRecipient } from './strict-recipient.ts';

export interface Mailbox {
  name: string;
  address: string;
}

export interface EnvelopeSettings extends SendingSettings {
  /** Our own mailbox under an address that gets a copy of every letter; null = none. */
  witness: string | null;
}

export interface Envelope {
  mode: SendingMode;
  /** Shown in To and Cc. */
  to: Mailbox[];
  cc: Mailbox[];
  /** RCPT TO: each address once. */
  recipients: string[];
  /** Our own mailbox, which gets a copy beside them; null when nothing leaves, or when the settings do not let us. */
  witness: string | null;
  /** Who the letter was for, when it is redirected: X-Purrebot-Original-To. */
  originalTo: string | null;
  /** Who does not get it, and why, in Norwegian; these reject their own rows only. */
  refused: { address: string; why: string }[];
}

/**
 * Who really gets a letter under these settings; redirection and the list of domains hold for every transport, files
 * too. Nothing is thrown: with no `recipients` left the letter cannot leave.
 */
export function envelopeFor(letter: { to: Mailbox[]; cc: Mailbox[] }, settings: EnvelopeSettings): Envelope {
  const mode = sendingMode(settings);
  const refused: Envelope['refused'] = [];
  const { redirectAllTo } = settings;
  const strict = (box: Mailbox) => accepted(box, settings, redirectAllTo === null, refused);
  const to = letter.to.flatMap(strict);
  const cc = letter.cc.flatMap(strict);
  if (redirectAllTo === null) {
    const recipients = once([...to, ...cc]);
    return { mode, to, cc, recipients, witness: witnessOf(settings, recipients), originalTo: null, refused };
  }
  const originals = once([...to, ...cc]);
  const target = accepted({ name: '', address: redirectAllTo }, settings, true, refused);
  const recipients = originals.length === 0 ? [] : once(target);
  return {
    mode,
    to: recipients.length === 0 ? [] : target,
    cc: [],
    recipients,
    witness: witnessOf(settings, recipients),
    originalTo: originals.join(', '),
    refused,
  };
}

/** A letter that goes to our own mailbox anyway needs no second copy of it. */
function witnessOf(settings: EnvelopeSettings, recipients: readonly string[]): string | null {
  if (settings.witness === null || sendingMode(settings) === 'dry') return null;
  const strict = strictRecipient(settings.witness);
  if ('refused' in strict || !isAllowed(strict.address, settings.allowDomains)) return null;
  return recipients.includes(strict.address) ? null : strict.address;
}

/** The mailbox with its address in strict form, or nothing and a line in `refused`. */
function accepted(
  box: Mailbox,
  settings: SendingSettings,
  mustBeAllowed: boolean,
  refused: Envelope['refused'],
): Mailbox[] {
  const strict = strictRecipient(box.address);
  if ('refused' in strict) {
    refused.push({ address: box.address, why: strict.refused });
    return [];
  }
  if (mustBeAllowed && !isAllowed(strict.address, settings.allowDomains)) {
    refused.push({
      address: strict.address,
      why: `Domenet står ikke i ALLOW_DOMAINS (${settings.allowDomains.join(', ')}).`,
    });
    return [];
  }
  return [{ name: box.name, address: strict.address }];
}

/** The domain itself or one below it: `ks.no` allows `post.ks.no`, not `falske-ks.no`. */
function isAllowed(address: string, allowDomains: readonly string[]): boolean {
  if (allowDomains.length === 0) return true;
  const domain = address.slice(address.indexOf('@') + 1);
  return allowDomains.some(allowed => {
    const name = allowed.trim().replace(/^[@.]/, '').toLowerCase();
    return name !== '' && (domain === name || domain.endsWith(`.${name}`));
  });
}

function once(boxes: readonly Mailbox[]): string[] {
  return [...new Set(boxes.map(box => box.address))];
}
