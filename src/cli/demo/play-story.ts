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
export const LATER: Instant = '2100-01-01T00:00:00Z';

/** Nothing leaves the machine. */
export const DEMO_SETTINGS: LetterSettings = {
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
  /** Somebody acts beside the story, on the pages of the demo: what it can no longer do after her, it passes over. */
  hasVisitor?: boolean;
}

/** The story as far as it has been played: every moment once, in order. */
export interface RunningStory {
  played: PlayedStory;
  now(): Instant;
  /** What has not been played, in order. */
  ahead(): readonly Moment[];
  /** Plays the next moment; nothing at the end. */
  step(): Promise<void>;
  /** Turns the clock forward to a moment and plays all until then, with that moment itself. */
  playUntil(at: Instant): Promise<void>;
  /** What the worker does when it is nudged: reads what has come, sends what may leave. */
  look(): Promise<void>;
}

/** Plays the whole story. */
export async function playStory(world: StoryWorld): Promise<PlayedStory> {
  const story = await beginStory(world);
  while (story.ahead().length > 0) await story.step();
  return story.played;
}

/**
 * Begins the story, with its request sent. It is played with a turned clock through the jobs that a worker runs: take mail in,
 * plan the ladder, deliver.
 */
export async function beginStory(world: StoryWorld): Promise<RunningStory> {
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
  const mode = sendingMode(settings);
  const moments = timeline(world.withRounds ?? true);
  let count = 0;
  const read = () => fetchNewMail({ register, mailbox }, () => clock);
  const deliver = async () => {
    await deliverOutbox({ register, transport, settings, mailboxes: [mailbox.name] }, () => clock);
  };
  const look = async () => {
    await read();
    await deliver();
  };
  const step = async () => {
    const moment = moments[count];
    if (moment === undefined) return;
    count += 1;
    clock = moment.at;
    await read();
    if ('look' in moment) {
      played.looks.push({ at: clock, status: campaignStatus(register, campaignById(register, CAMPAIGN_ID)!, clock) });
      return;
    }
    if ('act' in moment) {
      const refusal = tryAct(register, moment, mode, played);
      if (refusal !== null && !world.hasVisitor) throw new Error(refusal);
    } else if (isSendingDay(osloDate(clock))) planTick(register, mode, clock, played);
    await deliver();
  };

  startCampaign(world, mode);
  await look();
  return {
    played,
    now: () => clock,
    ahead: () => moments.slice(count),
    step,
    async playUntil(at) {
      while (count < moments.length && moments[count]!.at <= at) await step();
      if (at <= clock) return;
      clock = at;
      await look();
    },
    look,
  };
}

function planTick(register: Register, mode: Mode, now: Instant, played: PlayedStory): void {
  const plan = planLadder(register, campaignById(register, CAMPAIGN_ID)!, mode, now);
  const order = { campaignId: CAMPAIGN_ID, mode, now, approvedBy: ADVISER, roundId: null };
  const isDue = plan.letters.length > 0 || plan.phone.length > 0 || plan.spared.some(one => one.occasion !== null);
  if (isDue) played.ladder.push(plan);
  queueLetters(register, plan, order);
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
  const refusal = tryAct(register, act, mode, played);
  if (refusal !== null) throw new Error(refusal);
}

/** @returns why it could not be done, which the story alone never meets; null when it was */
function tryAct(
  register: Register,
  act: Act,
  mode: Mode,
  played: Pick<PlayedStory, 'rounds' | 'settled'>,
): string | null {
  const campaign = campaignById(register, CAMPAIGN_ID)!;
  if (act.act === 'round') {
    // The rounds stand in the campaign file with their dates; she orders each when its day has come.
    const round = campaign.rounds.find(one => one.at === act.at)!;
    const ordered = orderRound(register, campaign, round, { by: ADVISER, mode, now: act.at, except: [] });
    if ('refused' in ordered) return ordered.refused;
    played.rounds.push({ at: act.at, plan: ordered.plan });
    return null;
  }
  const waiting = casesWithStanding(register, campaign.id).find(one => one.municipality.name === act.municipality);
  const message = waiting?.standing.openReviews.at(-1);
  if (message === undefined || message < 0) return null;
  const result = settleReview(register, message, { by: ADVISER, at: act.at });
  if ('refused' in result) return result.refused;
  played.settled.push({ at: act.at, municipality: act.municipality, why: act.why });
  return null;
}
