import type { RegisteredCampaign } from '../register/campaigns.ts';
import { theirReferences } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { letterByMailId, sentTexts } from '../register/outbox.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { requestWords } from '../rules/campaign/request-words.ts';
import type { Known, KnownAddressee, KnownCampaign } from '../rules/replies/known.ts';
import type { Message } from '../rules/replies/message.ts';
import type { AddresseesNow } from './known-addressees.ts';

/** What is known whoever writes: the same for all mails of one time until one of them brings a new case number. */
export interface CommonlyKnown {
  addressees: KnownAddressee[];
  campaigns: CommonOfCampaign[];
}

interface CommonOfCampaign {
  campaign: RegisteredCampaign;
  own: { name: string; domains: string[]; caseId: number }[];
  addressees: string[];
  words: string;
}

/** Gathered once for many mails: for each of them it would be most of the work of reading. */
export function commonlyKnown(register: Register, { campaigns, addressees }: AddresseesNow): CommonlyKnown {
  const references = new Map(campaigns.map(one => [one.id, theirReferences(register, one.id)]));
  return {
    addressees: addressees.map(({ name, number, domains, addresses, cases }) => ({
      name,
      number,
      domains,
      addresses,
      tokens: Object.fromEntries(cases.map(one => [one.campaignId, one.token])),
      theirReferences: Object.fromEntries(
        cases.flatMap(one => {
          const reference = references.get(one.campaignId)!.get(one.id);
          return reference === undefined ? [] : [[one.campaignId, reference]];
        }),
      ),
    })),
    campaigns: campaigns.map(campaign => {
      const own = addressees.flatMap(({ name, domains, cases }) =>
        cases.filter(one => one.campaignId === campaign.id).map(one => ({ name, domains, caseId: one.id })),
      );
      return { campaign, own, addressees: own.map(one => one.name), words: requestWords(campaign) };
    }),
  };
}

/** What the register knows that may help to read a message that arrived at that moment. */
export function whatIsKnown(
  register: Register,
  { addressees, campaigns }: CommonlyKnown,
  message: Message,
  arrivedAt: Instant,
): Known {
  const ours = message.answers.filter(id => letterByMailId(register, id) !== null);
  return { addressees, campaigns: campaigns.map(one => knownCampaign(register, one, message, ours, arrivedAt)) };
}

function knownCampaign(
  register: Register,
  { campaign, own, addressees, words }: CommonOfCampaign,
  message: Message,
  ours: string[],
  arrivedAt: Instant,
): KnownCampaign {
  const concerned = own.filter(({ domains }) => isSentFrom(message, domains)).map(one => one.caseId);
  return {
    id: campaign.id,
    type: campaign.type,
    subject: campaign.title,
    reference: campaign.reference,
    terms: campaign.terms,
    deadlines: campaign.deadlines.filter(one => one.setAt <= arrivedAt).map(one => one.date),
    addressees,
    words,
    sent: concerned.length + ours.length === 0 ? [] : sentTexts(register, campaign.id, concerned, ours),
  };
}

/** Whether the sender's address lies in one of these domains or below it. */
export function isSentFrom(message: Message, domains: readonly string[]): boolean {
  const domain = message.from?.address.split('@').at(1) ?? '';
  return domains.some(own => domain === own || domain.endsWith(`.${own}`));
}
