import type { Message } from '../replies/message.ts';
import { disguises } from './disguises.ts';
import type { DomainBook } from './domain-book.ts';
import { type SenderTrust, senderTrust } from './sender-trust.ts';

/** Whose word counts, and how much has to be proved. */
export interface TrustRules {
  /** authserv-ids in lower case, or EXCHANGE_ONLINE; empty = none is set. */
  servers: readonly string[];
  /** A sender of whom nothing is known may change nothing either. */
  strict: boolean;
}

/** What holds where no setting says otherwise, and for `analyse`. */
export const NO_TRUSTED_SERVER: TrustRules = { servers: [], strict: false };

/** What was found of a mail's sender when it came. Kept with the mail: what the rules say later does not change it. */
export interface SenderProof extends SenderTrust {
  /** Why nothing may be changed by this mail alone, in Norwegian; empty when it may. */
  doubts: string[];
}

/** Of a mail that came before senders were looked at. */
export const NEVER_LOOKED_AT: SenderProof = {
  trust: 'unknown',
  because: 'Avsenderen ble ikke kontrollert.',
  doubts: [],
};

/** @param known the mail domains of the municipalities */
export function senderProof(message: Message, { servers, strict }: TrustRules, known: DomainBook): SenderProof {
  const found = senderTrust(message, servers);
  const isDoubted = found.trust === 'fail' || (found.trust === 'unknown' && strict);
  const because = [...(isDoubted ? [found.because] : []), ...disguises(message, known)];
  return { ...found, doubts: because.map(reason => `${NOT_PROVED} ${reason}`) };
}

const NOT_PROVED = 'Avsenderen kunne ikke bekreftes:';

/** The address is none of theirs, whatever the mail says of itself. */
export const STRANGERS_ADDRESS = `${NOT_PROVED} Adressen hører ikke til kommunen.`;
