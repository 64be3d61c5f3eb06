import { allCampaigns } from '../register/campaigns.ts';
import { writeCampaignJournal, writeJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { lettersInState, moveLetter } from '../register/outbox.ts';
import { addRedDay, removeRedDay } from '../register/red-days.ts';
import { isoWeekday } from '../rules/calendar/add-days.ts';
import { closedDayName, publicHolidayName } from '../rules/calendar/holidays.ts';
import type { IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { isWorkingDay } from '../rules/calendar/working-days.ts';
import { shortDate, writtenDate } from '../rules/calendar/written-date.ts';
import type { CaseFacts } from '../rules/reminders/case-facts.ts';
import { deadlineOn } from '../rules/reminders/rung-dates.ts';
import { type Act, byPerson, inOneAct, type Refused } from './act.ts';
import { campaignFacts, caseFacts, casesWithStanding } from './gather-cases.ts';

/** A case whose deadline a new red day has moved. */
export interface MovedDeadline {
  campaignId: string;
  caseId: number;
  name: string;
  from: IsoDate;
  to: IsoDate;
}

/**
 * A day becomes red: nothing leaves then, the rungs count past it, and a deadline that lies there moves to the next working
 * day, which each open case concerned is told in its journal. Letters that were written with the old day are written anew.
 */
export function makeRed(
  register: Register,
  date: IsoDate,
  name: string,
  act: Act,
): { moved: MovedDeadline[]; rewritten: number } | Refused {
  const refused = whyNotRed(date, osloDate(act.at));
  if (refused !== null) return { refused };
  return inOneAct(register, () => {
    const before = openDeadlines(register, act);
    const day = { date, name, addedBy: act.by, addedAt: act.at };
    if (!addRedDay(register, day)) return { refused: `${shortDate(date)} er lagt inn som fridag fra før.` };
    writeCampaignJournal(register, null, { event: 'red-day-added', date, name }, byPerson(act));
    const moved = openDeadlines(register, act).flatMap((one, index) => {
      const from = before[index]!.deadline;
      return one.deadline === null || from === null || from === one.deadline
        ? []
        : [{ ...one, from, to: one.deadline }];
    });
    for (const { caseId, from, to } of moved)
      writeJournal(register, caseId, { event: 'deadline-moved', from, to, because: name }, byPerson(act));
    return { moved: moved.map(({ deadline: _, ...one }) => one), rewritten: thaw(register) };
  });
}

/** A day that was added by mistake. One that deadlines were moved from stays: their letters may have told of it. */
export function makeOrdinary(register: Register, date: IsoDate, act: Act): { removed: true } | Refused {
  if (date < osloDate(act.at)) return { refused: `${shortDate(date)} er passert og blir stående.` };
  return inOneAct(register, () => {
    const held = openDeadlines(register, act);
    const without = openDeadlines(register, act, date);
    const told = without.find((one, index) => one.deadline !== held[index]!.deadline);
    if (told !== undefined)
      return {
        refused: `Fristen til ${told.name} er flyttet fra ${shortDate(date)}, og brev kan ha fortalt om den nye. La dagen stå, eller gi en ny frist med «purrebot extend».`,
      };
    if (!removeRedDay(register, date)) return { refused: `${shortDate(date)} er ikke lagt inn som fridag.` };
    writeCampaignJournal(register, null, { event: 'red-day-removed', date }, byPerson(act));
    thaw(register);
    return { removed: true } as const;
  });
}

function whyNotRed(date: IsoDate, today: IsoDate): string | null {
  if (date < today) return `${writtenDate(date)} er passert (i dag er ${shortDate(today)}).`;
  if (isWorkingDay(date)) return null;
  const known = publicHolidayName(date) ?? closedDayName(date) ?? (isoWeekday(date) > 5 ? 'i en helg' : null);
  return `${writtenDate(date)} er ${known}, og er ingen arbeidsdag fra før.`;
}

type OpenDeadline = Omit<MovedDeadline, 'from' | 'to'> & { deadline: IsoDate | null };

/**
 * The deadline of each case that still owes an answer, in a fixed order.
 * @param except as if this day had not been added
 */
function openDeadlines(register: Register, act: Act, except: IsoDate | null = null): OpenDeadline[] {
  return allCampaigns(register)
    .filter(campaign => campaign.state === 'running')
    .flatMap(campaign => {
      const open = casesWithStanding(register, campaign.id).filter(({ standing }) => standing.outstanding);
      return caseFacts(register, open, 'live', act.at).map(facts => ({
        campaignId: campaign.id,
        caseId: facts.caseId,
        name: facts.name,
        deadline: deadlineOn(campaignFacts(campaign), without(facts, except), osloDate(act.at)),
      }));
    });
}

function without(facts: CaseFacts, day: IsoDate | null): CaseFacts {
  return { ...facts, extraDays: new Map([...facts.extraDays].filter(([date]) => date !== day)) };
}

/** Frozen bytes that have not been handed over may name a day that holds no more: they are made again when they leave. */
function thaw(register: Register): number {
  return lettersInState(register, 'rendered').filter(({ id }) => moveLetter(register, id, 'rendered', 'planned'))
    .length;
}
