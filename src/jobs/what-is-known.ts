import type { RegisteredCampaign } from '../register/campaigns.ts';
import { theirReferences } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { sentTexts } from '../register/outbox.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { requestWords } from '../rules/campaign/request-words.ts';
import type { Known, KnownCampaign } from '../rules/replies/known.ts';
import type { Message } from '../rules/replies/message.ts';
import type { AddresseesNow } from './known-addressees.ts';

/** What the register knows that may help to read a message that arrived at that moment. */
export function whatIsKnown(
  register: Register,
  { campaigns, addressees }: AddresseesNow,
  message: Message,
  arrivedAt: Instant,
): Known {
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
      const own = addressees.filter(({ cases }) => cases.some(one => one.campaignId === campaign.id));
      const concerned = own
        .filter(({ domains }) => isSentFrom(message, domains))
        .flatMap(({ cases }) => cases.filter(one => one.campaignId === campaign.id).map(one => one.id));
      return knownCampaign(
        register,
        campaign,
        own.map(one => one.name),
        message,
        concerned,
        arrivedAt,
      );
    }),
  };
}

function knownCampaign(
  register: Register,
  campaign: RegisteredCampaign,
  addressees: string[],
  message: Message,
  caseIds: number[],
  arrivedAt: Instant,
): KnownCampaign {
  return {
    id: campaign.id,
    type: campaign.type,
    subject: campaign.title,
    reference: campaign.reference,
    terms: campaign.terms,
    deadlines: campaign.deadlines.filter(one => one.setAt <= arrivedAt).map(one => one.date),
    addressees,
    words: requestWords(campaign),
    sent: sentTexts(register, campaign.id, caseIds, message.answers),
  };
}

/** Whether the sender's address lies in one of these domains or below it. */
export function isSentFrom(message: Message, domains: readonly string[]): boolean {
  const domain = message.from?.address.split('@').at(1) ?? '';
  return domains.some(own => domain === own || domain.endsWith(`.${own}`));
}
