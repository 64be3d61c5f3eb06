import { addCampaign, type CampaignFile, campaignById } from '../register/campaigns.ts';
import { addCase, tokenIsTaken } from '../register/cases.ts';
import { addContact } from '../register/contacts.ts';
import { writeCampaignJournal, writeJournal } from '../register/journal.ts';
import { findMunicipality } from '../register/municipalities.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import type { Campaign, Recipient } from '../rules/campaign/campaign.ts';
import { inOneAct, type Refused } from './act.ts';

/** Who orders it, and the world's inputs that no job reads by itself. */
export interface Order {
  by: string;
  now: Instant;
  newToken: () => string;
}

/**
 * Takes a checked campaign into the register: its cases, contacts and first journal lines. The caller opens the transaction.
 * @returns why it cannot be, in Norwegian, or null
 */
export function registerCampaign(
  register: Register,
  campaign: Campaign,
  date: IsoDate,
  files: CampaignFile[],
  order: Order,
): string | null {
  if (campaignById(register, campaign.id) !== null) {
    return `Henvendelsen «${campaign.id}» er registrert fra før. Gi den nye en annen id, eller se «purrebot status ${campaign.id}».`;
  }
  addCampaign(register, campaign, files, 'running', order.now);
  const actor = { kind: 'person', name: order.by } as const;
  writeCampaignJournal(register, campaign.id, { event: 'campaign-started' }, { at: order.now, actor });
  for (const recipient of campaign.recipients) {
    const refusal = openCase(register, campaign.id, recipient, date, order);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** The same in a transaction of its own, all or nothing. */
export function takeInCampaign(
  register: Register,
  { campaign, date, files }: { campaign: Campaign; date: IsoDate; files: CampaignFile[] },
  order: Order,
): { id: string } | Refused {
  let refusal: string | null = null;
  const stop = new Error('refused');
  try {
    inOneAct(register, () => {
      refusal = registerCampaign(register, campaign, date, files, order);
      if (refusal !== null) throw stop;
    });
  } catch (error) {
    if (error !== stop || refusal === null) throw error;
    return { refused: refusal };
  }
  return { id: campaign.id };
}

/** Opens one municipality's case; its contacts are added to those that the register has. */
export function openCase(
  register: Register,
  campaignId: string,
  recipient: Recipient,
  date: IsoDate,
  order: Order,
): string | null {
  const answer = findMunicipality(register, recipient.municipality, date);
  if (!('found' in answer))
    return `«${recipient.municipality}» er ikke én kommune ${date}. Skriv navnet eller nummeret slik det var den dagen.`;
  const municipality = answer.found;
  const caseId = addCase(register, {
    campaignId,
    municipalityId: municipality.id,
    token: freeToken(register, order.newToken),
    openedAt: order.now,
  });
  for (const contact of recipient.contacts) {
    const address = contact.address.toLowerCase();
    addContact(
      register,
      { municipalityId: municipality.id, ...contact, address },
      osloDate(order.now),
      `mottakerliste ${campaignId}`,
    );
  }
  writeJournal(register, caseId, { event: 'opened' }, { at: order.now, actor: { kind: 'person', name: order.by } });
  return null;
}

function freeToken(register: Register, newToken: () => string): string {
  for (let attempt = 0; attempt < 50; attempt++) {
    const token = newToken();
    if (!tokenIsTaken(register, token)) return token;
  }
  throw new Error('tokens: fifty in a row were taken');
}
