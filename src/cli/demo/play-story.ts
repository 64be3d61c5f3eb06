import { type CampaignStatus, campaignStatus } from '../../jobs/campaign-status.ts';
import { deliverOutbox, type LetterSettings, type SendResult, type Transport } from '../../jobs/deliver-outbox.ts';
import { fetchNewMail } from '../../jobs/fetch-new-mail.ts';
import { casesWithStanding } from '../../jobs/gather-cases.ts';
import { orderRound } from '../../jobs/order-round.ts';
import { planLadder, planRequest } from '../../jobs/plan-reminders.ts';
import { queueLetters } from '../../jobs/queue-letters.ts';
import { registerCampaign } from '../../jobs/register-campaign.ts';
import { settleReview } from '../../jobs/settle-review.ts';
import { campaignById } from '../../register/campaigns.ts';
import type { Register } from '../../register/open-register.ts';
import { addDays } from '../../rules/calendar/add-days.ts';
import type { Instant } from '../../rules/calendar/iso-date.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { isSendingDay } from '../../rules/calendar/sending-window.ts';
import type { Rung } from '../../rules/campaign/campaign.ts';
import type { ReminderPlan } from '../../rules/reminders/reminder-plan.ts';
import { sendingMode } from '../../rules/sending/sending-mode.ts';
import type { Mode } from '../../rules/standing/journal-entry.ts';
import type { Door } from '../door.ts';
import type { ReadCampaign } from '../read-campaign.ts';
import { ACTS, type Act, ADVISER, CAMPAIGN_ID, LOOKS, REQUEST_AT, ticks } from './story.ts';

/** Later than any mail of the corpus: the story's own clock decides what has arrived. */
const LATER: Instant = '2100-01-01T00:00:00Z';

/** Nothing leaves the machine. */
const DEMO_SETTINGS: LetterSettings = {
  sending: 'dry',
  redirectAllTo: null,
  allowDomains: [],
  replyAddress: 'svar@purrebot.ks.example',
  returnPath: 'svar@purrebot.ks.example',
  fromAddress: null,
  loopId: 'demo',
  witness: null,
};

export interface StoryLetter {
  at: Instant;
  mail: Parameters<Transport['send']>[0];
  file: string | null;
}

export interface StoryLook {
  at: Instant;
  status: CampaignStatus;
}

export interface PlayedStory {
  looks: StoryLook[];
  letters: StoryLetter[];
  rounds: { at: Instant; plan: ReminderPlan }[];
  /** Plans of the ladder by day, where something was due: empty with `ladder: none`. */
  ladder: ReminderPlan[];
  settled: { at: Instant; municipality: string; why: string }[];
}

export interface StoryWorld {
  register: Register;
  campaign: ReadCampaign;
  /** The folder with the story's replies. */
  replies: string;
  mailFolder: Door['mailFolder'];
  transport: Transport;
  newToken: () => string;
  /** Others than the demo's, for tests. */
  settings?: LetterSettings;
  /** Another ladder than the file's, for tests. */
  ladder?: readonly Rung[];
  /** Rounds are the adviser's; a test of the ladder leaves them out. */
  withRounds?: boolean;
}

/** Plays the story with a turned clock through the jobs that a worker runs: take mail in, plan the ladder, deliver. */
export async function playStory(world: StoryWorld): Promise<PlayedStory> {
  const { register } = world;
  const played: PlayedStory = { looks: [], letters: [], rounds: [], ladder: [], settled: [] };
  let clock: Instant = REQUEST_AT;
  const mailbox = world.mailFolder(
    world.replies,
    () => LATER,
    arrivedAt => arrivedAt <= clock,
  );
  const transport: Transport = {
    async send(mail, beforeFinalDot): Promise<SendResult> {
      const result = await world.transport.send(mail, beforeFinalDot);
      played.letters.push({ at: clock, mail, file: result.sent ? result.file : null });
      return result;
    },
  };
  const settings = world.settings ?? DEMO_SETTINGS;
  const deliver = async () => {
    await deliverOutbox({ register, transport, settings, mailboxes: [mailbox.name] }, () => clock);
  };

  const mode = sendingMode(settings);
  startCampaign(world, mode);
  await fetchNewMail({ register, mailbox }, () => clock);
  await deliver();
  for (const moment of timeline(world.withRounds ?? true)) {
    clock = moment.at;
    await fetchNewMail({ register, mailbox }, () => clock);
    if ('look' in moment) {
      played.looks.push({ at: clock, status: campaignStatus(register, campaignById(register, CAMPAIGN_ID)!, clock) });
      continue;
    }
    if ('act' in moment) carryOut(register, moment, mode, played);
    else if (isSendingDay(osloDate(clock))) {
      const plan = planLadder(register, campaignById(register, CAMPAIGN_ID)!, mode, clock);
      const order = { campaignId: CAMPAIGN_ID, mode, now: clock, approvedBy: ADVISER, roundId: null };
      const isDue = plan.letters.length > 0 || plan.phone.length > 0 || plan.spared.some(one => one.occasion !== null);
      if (isDue) played.ladder.push(plan);
      queueLetters(register, plan, order);
    }
    await deliver();
  }
  return played;
}

/** The campaign is registered and its request planned. */
export function startCampaign(
  { register, campaign, newToken, ladder }: Pick<StoryWorld, 'register' | 'campaign' | 'newToken' | 'ladder'>,
  mode: Mode,
): void {
  const chosen = ladder === undefined ? campaign.campaign : { ...campaign.campaign, ladder };
  const start = register.transaction(() => {
    const refusal = registerCampaign(register, chosen, campaign.date, campaign.files, {
      by: ADVISER,
      now: REQUEST_AT,
      newToken,
    });
    if (refusal !== null) throw new Error(refusal);
    const plan = planRequest(register, campaignById(register, CAMPAIGN_ID)!, mode, REQUEST_AT);
    queueLetters(register, plan, {
      campaignId: CAMPAIGN_ID,
      mode,
      now: REQUEST_AT,
      approvedBy: ADVISER,
      roundId: null,
    });
  });
  start.immediate();
}

export type Moment = { at: Instant; look: true } | { at: Instant; tick: true } | Act;

/** All moments of the story. Looks come before acts of the same moment: the table is that of just before the letters leave. */
export function timeline(withRounds: boolean): Moment[] {
  const days: string[] = [];
  for (let day = '2013-11-29'; day <= '2014-04-11'; day = addDays(day, 1)) days.push(day);
  const acts = ACTS.filter(act => withRounds || act.act !== 'round');
  const moments: Moment[] = [
    ...LOOKS.map(at => ({ at, look: true }) as const),
    ...acts,
    ...ticks(days).map(at => ({ at, tick: true }) as const),
  ];
  const rank = (moment: Moment) => ('tick' in moment ? 0 : 'look' in moment ? 1 : 2);
  return moments.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : rank(a) - rank(b)));
}

/** What the adviser does with her own hands; it is added to what was `played`. */
export function carryOut(
  register: Register,
  act: Act,
  mode: Mode,
  played: Pick<PlayedStory, 'rounds' | 'settled'>,
): void {
  const campaign = campaignById(register, CAMPAIGN_ID)!;
  if (act.act === 'round') {
    // The rounds stand in the campaign file with their dates; she orders each when its day has come.
    const round = campaign.rounds.find(one => one.at === act.at)!;
    const ordered = orderRound(register, campaign, round, { by: ADVISER, mode, now: act.at, except: [] });
    if ('refused' in ordered) throw new Error(ordered.refused);
    played.rounds.push({ at: act.at, plan: ordered.plan });
    return;
  }
  const waiting = casesWithStanding(register, campaign.id).find(one => one.municipality.name === act.municipality);
  const message = waiting?.standing.openReviews.at(-1);
  if (message === undefined || message < 0) return;
  const result = settleReview(register, message, { by: ADVISER, at: act.at });
  if ('refused' in result) throw new Error(result.refused);
  played.settled.push({ at: act.at, municipality: act.municipality, why: act.why });
}
