import { campaignById } from '../../register/campaigns.ts';
import type { Register } from '../../register/open-register.ts';
import type { Instant, IsoDate } from '../../rules/calendar/iso-date.ts';
import { osloClock, osloDate, osloInstant } from '../../rules/calendar/oslo-time.ts';
import { weekdayName } from '../../rules/calendar/written-date.ts';
import { letterWords } from '../../rules/letters/letter-kind-words.ts';
import { dayMonth } from '../../rules/letters/norwegian-date.ts';
import type { Person } from '../../rules/people/person.ts';
import type { Door } from '../door.ts';
import { beginStory, LATER, type RunningStory, type StoryWorld } from './play-story.ts';
import { type Act, CAMPAIGN_ID, FIRST_DAY, LAST_DAY, OPENING_DAY, REQUEST_AT } from './story.ts';

/** The story behind the pages of the demo, with a clock that its visitor turns. */
export interface ServedStory {
  person: Person;
  first: IsoDate;
  last: IsoDate;
  /** What comes next, in Norwegian; null at the end. */
  next: () => { day: IsoDate; words: string } | null;
  /** Plays until the morning of a day; an earlier one plays all from the beginning. */
  turnTo: (day: IsoDate) => Promise<void>;
  /** Plays what comes next. */
  stepOn: () => Promise<void>;
}

export interface Stage {
  story: ServedStory;
  /** The register of the playing that is shown now. */
  register: () => Register;
  now: () => Instant;
  /** The visitor has approved or stopped something. */
  nudge: () => void;
}

/** Before the office, and before that day's letters leave. */
const MORNING = '08:15:00';

/**
 * Plays the story until the morning of its opening day and keeps it there.
 * @param newWorld an empty world each time: the story begins anew when the clock is turned back
 * @param onFault a fault of ours while it was nudged
 */
export async function stageStory(
  newWorld: () => StoryWorld,
  arrivals: readonly Instant[],
  onFault: (error: unknown) => void,
): Promise<Stage> {
  let world = newWorld();
  let running = await beginStory(world);
  await running.playUntil(morningOf(OPENING_DAY));
  // One thing at a time: two turns of the clock would play the same moment twice.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const { sender } = world.campaign.campaign;
  const story: ServedStory = {
    person: { name: sender.name, address: sender.address, role: 'administer' },
    first: FIRST_DAY,
    last: LAST_DAY,
    next() {
      const event = nextEvent(running, arrivals);
      return event && { day: osloDate(event.at), words: `${wordsOf(event, world.register)} ${momentWords(event.at)}` };
    },
    turnTo: day =>
      inTurn(async () => {
        if (day === osloDate(running.now())) return;
        if (day > osloDate(running.now())) return running.playUntil(morningOf(day));
        const fresh = newWorld();
        const again = await beginStory(fresh);
        await again.playUntil(morningOf(day));
        // The pages see the old playing until the new one stands where they want it.
        world = fresh;
        running = again;
      }),
    stepOn: () =>
      inTurn(async () => {
        const event = nextEvent(running, arrivals);
        if (event !== null) await running.playUntil(event.at);
      }),
  };
  return {
    story,
    register: () => world.register,
    now: () => running.now(),
    nudge: () => void inTurn(() => running.look()).catch(onFault),
  };
}

/** When each mail of the story comes. */
export async function arrivalsOf(replies: string, mailFolder: Door['mailFolder']): Promise<Instant[]> {
  const arrivals: Instant[] = [];
  for await (const mail of mailFolder(replies, () => LATER).mailsAfter(null, () => false))
    if ('arrivedAt' in mail) arrivals.push(mail.arrivedAt);
  return arrivals.sort();
}

type Event = { at: Instant; act: Act | null };

/** Something that a visitor would notice: her colleague does something, or a mail comes. */
function nextEvent(running: RunningStory, arrivals: readonly Instant[]): Event | null {
  const now = running.now();
  const end = running.ahead().at(-1)?.at;
  if (end === undefined) return null;
  const act = running.ahead().find((moment): moment is Act => 'act' in moment);
  const mail = arrivals.find(at => at > now && at <= end);
  if (act !== undefined && (mail === undefined || act.at <= mail)) return { at: act.at, act };
  return mail === undefined ? null : { at: mail, act: null };
}

function wordsOf({ act }: Event, register: Register): string {
  if (act === null) return 'e-post kommer inn';
  if (act.act === 'settle') return `${act.municipality} avklares`;
  const round = campaignById(register, CAMPAIGN_ID)?.rounds.find(one => one.at === act.at);
  return `«${letterWords(round?.letter ?? '')}» sendes til dem som mangler`;
}

function momentWords(at: Instant): string {
  const day = osloDate(at);
  return `${weekdayName(day)} ${dayMonth(day)} kl. ${osloClock(at).replace(':', '.')}`;
}

/** The story begins when its request leaves. */
function morningOf(day: IsoDate): Instant {
  const at = osloInstant(day, MORNING);
  return at < REQUEST_AT ? REQUEST_AT : at;
}
