import { type RegisteredCampaign, setCampaignState } from '../register/campaigns.ts';
import { writeCampaignJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { lettersOf } from '../register/outbox.ts';
import { type Act, byPerson, inOneAct, type Refused } from './act.ts';

const WAITING: readonly string[] = ['planned', 'rendered', 'retry'];

/** Closes a campaign: no reminder is planned, and letters that wait fall away when their turn comes. */
export function closeCampaign(
  register: Register,
  campaign: RegisteredCampaign,
  act: Act,
): { lettersStopped: number } | Refused {
  if (campaign.state === 'closed') return { refused: `${campaign.id} er avsluttet fra før.` };
  return inOneAct(register, () => {
    setCampaignState(register, campaign.id, 'closed');
    writeCampaignJournal(register, campaign.id, { event: 'campaign-closed' }, byPerson(act));
    return { lettersStopped: lettersOf(register, campaign.id).filter(one => WAITING.includes(one.state)).length };
  });
}

/** Takes a closed campaign up again. */
export function reopenCampaign(
  register: Register,
  campaign: RegisteredCampaign,
  act: Act,
): { reopened: true } | Refused {
  if (campaign.state !== 'closed') return { refused: `${campaign.id} er ikke avsluttet.` };
  return inOneAct(register, () => {
    setCampaignState(register, campaign.id, 'running');
    writeCampaignJournal(register, campaign.id, { event: 'campaign-reopened' }, byPerson(act));
    return { reopened: true };
  });
}
