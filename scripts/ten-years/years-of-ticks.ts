import { makeRed } from '../../src/jobs/change-red-days.ts';
import { deliverOutbox, type LetterSettings } from '../../src/jobs/deliver-outbox.ts';
import { noteTick } from '../../src/jobs/note-tick.ts';
import { ladderIsDue, planDay } from '../../src/jobs/plan-day.ts';
import { watchClock } from '../../src/jobs/watch-clock.ts';
import { acceptClock } from '../../src/register/clock.ts';
import { noteReadToEnd } from '../../src/register/mailbox-items.ts';
import { loadMunicipalitiesOfNorway } from '../../src/register/municipalities.ts';
import type { Register } from '../../src/register/open-register.ts';
import { approveLetter, lettersInState } from '../../src/register/outbox.ts';
import { releaseSending, sendingHolds } from '../../src/register/sending-holds.ts';
import type { Instant } from '../../src/rules/calendar/iso-date.ts';
import { instantFrom } from '../../src/rules/calendar/oslo-time.ts';
import { randomFrom } from '../random.ts';
import { isRed, lastSunday, osloClockOf } from './almanac.ts';
import { beginCampaign } from './begin-campaign.ts';
import { type Checker, checker, type Verdict } from './checker.ts';
import { municipalitiesAnswer } from './municipalities-answer.ts';
import { turnedClock } from './turned-clock.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

export interface YearsOfTicks {
  /** Empty, with its tables. */
  register: Register;
  seed: number;
  /** First and last day, `2026-01-01`. */
  from: string;
  to: string;
  municipalities: number;
  campaignsAYear: number;
  /** Minutes from tick to tick in office hours and around the changes of summer time. */
  step: number;
  /** Days that are made red a fortnight before. */
  redDays: readonly string[];
  /** Told at the beginning of each year. */
  tell?: (line: string) => void;
  /** Red days that the program is not told of: what leaves then must be seen by the checker. */
  unknownRedDays?: readonly string[];
}

export interface Figures extends Verdict {
  seed: number;
  ticks: number;
  campaigns: number;
  answers: number;
  /** How often each thing happened to the clock. */
  turns: Record<string, number>;
  /** Ticks at which the clock was not believed. */
  held: number;
  faults: string[];
}

const SETTINGS: LetterSettings = {
  sending: 'live',
  redirectAllTo: null,
  allowDomains: [],
  replyAddress: 'svar@purrebot.ks.example',
  returnPath: 'svar@purrebot.ks.example',
  fromAddress: null,
  loopId: 'ten-years',
  witness: null,
};

/** Years of a worker's minutes on one register: jobs and rules are the real ones, the mail server and the people are not. */
export async function yearsOfTicks(order: YearsOfTicks): Promise<Figures> {
  const { register, seed, step } = order;
  loadMunicipalitiesOfNorway(register);
  const random = randomFrom(seed);
  const [start, end] = [Date.parse(order.from), Date.parse(order.to) + DAY];
  const judge = checker(new Set([...order.redDays, ...(order.unknownRedDays ?? [])]));
  const machine = turnedClock(random, start);
  const people = municipalitiesAnswer(register, random, judge);
  let [trueMs, ticks, held, campaigns] = [start, 0, 0, 0];
  let shown: Instant = instantFrom(start);
  const clock = watchClock(register, () => Math.floor(trueMs / 1000));
  const world = {
    register,
    transport: outside(judge, people.asked, () => trueMs),
    settings: SETTINGS,
    mailboxes: ['INBOX'],
  };
  let today = '';
  for (; trueMs < end; trueMs = nextTick(trueMs, step)) {
    const now = osloClockOf(trueMs);
    const reading = machine.shows(trueMs);
    if (reading === null) continue;
    ticks += 1;
    shown = instantFrom(reading);
    noteTick(register, shown);
    const believed = clock.look(shown);
    if (!believed) held += 1;
    people.answer(trueMs);
    noteReadToEnd(register, 'INBOX', '0', shown);
    if (believed && ladderIsDue(register, shown)) planDay(register, 'live', shown);
    await deliverOutbox({ ...world, isStopping: () => !clock.look(shown) }, () => shown);
    const isOffice = now.weekday > 0 && now.weekday < 6 && !isRed(now.day) && reading === trueMs;
    if (now.day === today || now.minutes < 600 || !isOffice) continue;
    if (now.day.slice(0, 4) !== today.slice(0, 4))
      order.tell?.(`${now.day} ${JSON.stringify({ ticks, campaigns, ...judge.verdict })}`);
    today = now.day;
    adviserAtWork(register, shown);
    people.adviserAnswers(shown);
    for (const day of order.redDays.filter(one => Date.parse(one) - trueMs < 14 * DAY && one > now.day))
      makeRed(register, day, 'rådhusene er stengt', { by: 'Eva', at: shown });
    if (isCampaignDay(now.day, order.campaignsAYear, campaigns, start)) {
      campaigns += 1;
      beginCampaign(register, campaigns, order.municipalities, shown);
    }
  }
  const { verdict, faults } = judge;
  return { seed, ticks, campaigns, answers: people.answers(), ...verdict, held, turns: machine.counts, faults };
}

/** Each minute (or each `step`) from before 08 to after 15 and in the hours around a change of summer time, else hourly. */
function nextTick(ms: number, step: number): number {
  const { minutes } = osloClockOf(ms);
  const year = new Date(ms).getUTCFullYear();
  const isChange = [lastSunday(year, 2), lastSunday(year, 9)].some(change => Math.abs(ms - change) < 3 * 60 * MINUTE);
  if (isChange || (minutes >= 470 && minutes < 910)) return ms + step * MINUTE;
  const hour = ms - (ms % (60 * MINUTE)) + 60 * MINUTE;
  const opening = ms + (470 - minutes) * MINUTE;
  return minutes < 470 ? Math.min(hour, opening) : hour;
}

/** Spread over the year, never in the same week, some of them so that their deadlines meet Easter, May and Christmas. */
function isCampaignDay(day: string, aYear: number, begun: number, start: number): boolean {
  const wanted = start + (begun * 365.25 * DAY) / aYear + (begun % 7) * 5 * DAY;
  return Date.parse(day) >= wanted;
}

/** Once a working day she approves what waits, and lets go what she has looked at. */
function adviserAtWork(register: Register, now: Instant): void {
  for (const letter of [...lettersInState(register, 'planned'), ...lettersInState(register, 'rendered')])
    if (letter.approval === 'waiting') approveLetter(register, letter.id, 'Eva');
  if (!sendingHolds(register).some(one => one.reason === 'clock')) return;
  releaseSending(register, 'clock');
  acceptClock(register, now);
}

/** The mail server of the world: tells the checker what left and when it really was. */
function outside(judge: Checker, asked: (token: string, kind: string, ms: number) => void, trueMs: () => number) {
  return {
    async send(mail: { bytes: Uint8Array; kind: string }, beforeFinalDot: (refused: readonly never[]) => void) {
      beforeFinalDot([]);
      const head = Buffer.from(mail.bytes.subarray(0, 4000)).toString('latin1');
      const token = /svar\+([a-z0-9]+)@/i.exec(head)?.[1]?.toUpperCase() ?? 'NOBODY';
      judge.left(token, mail.kind, trueMs());
      asked(token, mail.kind, trueMs());
      return { sent: true as const, file: null, response: '250 ok' };
    },
  };
}
