import { type PlacedLine, referencesSeen } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { Known } from '../rules/replies/known.ts';
import type { Message } from '../rules/replies/message.ts';
import { effective } from '../rules/standing/standing.ts';
import { type AddresseesNow, addresseesOf } from './known-addressees.ts';
import { type CommonlyKnown, commonlyKnown, whatIsKnown } from './what-is-known.ts';

interface SeenReference {
  caseId: number;
  messageId: number | null;
  at: Instant;
  reference: string;
}

/** What was known when each message came, for readings long after: letters and case numbers that came later are left out. */
export interface KnownAtArrival {
  of(message: Message, arrivedAt: Instant): { known: Known; addressees: AddresseesNow };
  /** The lines of a message have changed: its case numbers are other ones now. */
  note(messageId: number, lines: readonly PlacedLine[]): void;
}

/** Messages are asked for in the order in which they arrived. */
export function knownAtArrival(register: Register): KnownAtArrival {
  const addresseesAt = addresseesOf(register);
  let seen: SeenReference[] = referencesSeen(register);
  const common = new Map<AddresseesNow, CommonlyKnown>();
  let last: { addressees: AddresseesNow; key: string; known: CommonlyKnown } | null = null;

  function commonAt(addressees: AddresseesNow, arrivedAt: Instant): CommonlyKnown {
    const first = firstOfEach(seen, arrivedAt);
    // Whoever reads many mails is quick as long as the list of addressees is the same one.
    const key = JSON.stringify([...first]);
    if (last !== null && last.addressees === addressees && last.key === key) return last.known;
    const gathered = common.get(addressees) ?? commonlyKnown(register, addressees);
    common.set(addressees, gathered);
    const known = withReferences(gathered, addressees, first);
    last = { addressees, key, known };
    return known;
  }

  return {
    of(message, arrivedAt) {
      const addressees = addresseesAt(arrivedAt);
      const known = whatIsKnown(register, commonAt(addressees, arrivedAt), message, arrivedAt);
      const campaigns = known.campaigns.map(campaign => ({
        ...campaign,
        // A letter that is answered had been sent, whatever the two machines' clocks say.
        sent: campaign.sent.filter(one => one.sentOn <= arrivedAt || message.answers.includes(one.messageId)),
      }));
      return { known: { ...known, campaigns }, addressees };
    },
    note(messageId, lines) {
      const others = seen.filter(one => one.messageId !== messageId);
      seen = [...others, ...referencesIn(messageId, lines)];
    },
  };
}

/** The first number that each case was given under holds, as when mail is read the day it comes. */
function firstOfEach(seen: readonly SeenReference[], before: Instant): Map<number, string> {
  const first = new Map<number, SeenReference>();
  for (const one of seen) {
    const there = first.get(one.caseId);
    if (one.at < before && (there === undefined || one.at < there.at)) first.set(one.caseId, one);
  }
  return new Map([...first].sort(([a], [b]) => a - b).map(([caseId, { reference }]) => [caseId, reference]));
}

function withReferences(
  known: CommonlyKnown,
  { addressees }: AddresseesNow,
  first: ReadonlyMap<number, string>,
): CommonlyKnown {
  return {
    ...known,
    addressees: known.addressees.map((one, i) => ({
      ...one,
      theirReferences: Object.fromEntries(
        addressees[i]!.cases.flatMap(({ id, campaignId }) => {
          const reference = first.get(id);
          return reference === undefined ? [] : [[campaignId, reference]];
        }),
      ),
    })),
  };
}

function referencesIn(messageId: number, lines: readonly PlacedLine[]): SeenReference[] {
  return lines.flatMap(({ caseId, entry }) => {
    const own = lines.filter(one => one.caseId === caseId).map(one => one.entry);
    if (caseId === null || !effective(own).includes(entry)) return [];
    const [reference] = 'caseRefs' in entry ? entry.caseRefs : [];
    return reference === undefined ? [] : [{ caseId, messageId, at: entry.at, reference }];
  });
}
