import { isJuly } from '../calendar/holidays.ts';
import type { IsoDate } from '../calendar/iso-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { shortDate } from '../calendar/written-date.ts';
import type { Role } from '../campaign/campaign.ts';
import { bodyWords } from '../standing/standing-words.ts';
import type { CampaignFacts, CaseFacts, Track } from './case-facts.ts';
import type { PlannedLetter, ReminderPlan } from './reminder-plan.ts';
import { type RungDate, rungDates, rungInForce } from './rung-dates.ts';
import { afterMeetingOccasion, dayToAskHowItWent, meetingToAskAbout, whyClosed, whySpare } from './why-spare.ts';

/** Asks how the meeting went: a step of the robot's own, only where the campaign has a ladder. */
const AFTER_MEETING_ROLES: Role[] = ['postmottak', 'officer'];

/**
 * What the robot would send on a day, and to whom not and why. Pure: the same facts and day give the same plan.
 * Each case gets at most one letter; each rung is decided once a case (queued, sent or spared), so that a plan made
 * three times the same day is one plan.
 */
export function planRungs(
  campaign: CampaignFacts,
  cases: readonly CaseFacts[],
  today: IsoDate,
  track: Track,
): ReminderPlan {
  const plan: ReminderPlan = { today, letters: [], spared: [], phone: [], next: null };
  const upcoming: { date: IsoDate; letter: RungDate['rung']['letter'] | 'after-meeting'; name: string }[] = [];
  for (const facts of cases) {
    const closed = whyClosed(facts);
    if (closed !== null || !campaign.running || campaign.ladder.length === 0) {
      plan.spared.push({
        caseId: facts.caseId,
        name: facts.name,
        occasion: null,
        because: closed ?? noLadder(campaign),
      });
      continue;
    }
    const due = dueFor(campaign, facts, today, track);
    if (due === null) {
      const next = nextFor(campaign, facts, today, track);
      if (next !== null) upcoming.push({ ...next, name: facts.name });
      const because = next === null ? nothingLeft(facts, track) : `neste trinn er ${shortDate(next.date)}`;
      plan.spared.push({ caseId: facts.caseId, name: facts.name, occasion: null, because });
      continue;
    }
    addDue(plan, facts, due, today, track);
  }
  plan.next = firstOf(upcoming);
  plan.letters = mergeCollective(plan.letters);
  return plan;
}

/** A rung of the ladder, or the question after a meeting. */
type Due = { rung: RungDate } | { meeting: IsoDate; occasion: string };

function dueFor(campaign: CampaignFacts, facts: CaseFacts, today: IsoDate, track: Track): Due | null {
  const done = doneFor(facts, track);
  const meeting = meetingToAskAbout(facts.standing, today, facts.extraDays);
  if (meeting !== null && !done.has(afterMeetingOccasion(meeting))) {
    return { meeting, occasion: afterMeetingOccasion(meeting) };
  }
  const rung = rungInForce(campaign, facts, track, today);
  return rung === null || done.has(rung.occasion) ? null : { rung };
}

function addDue(plan: ReminderPlan, facts: CaseFacts, due: Due, today: IsoDate, track: Track): void {
  const { caseId, name } = facts;
  const spare = whySpare(facts, today, track);
  if ('meeting' in due) {
    // The gap may hold it back some days: it is not spared once and for all, it waits.
    if (spare !== null) plan.spared.push({ caseId, name, occasion: null, because: spare });
    else plan.letters.push(afterMeeting(facts, due));
    return;
  }
  const { rung, occasion, deadline } = due.rung;
  if (spare !== null) {
    plan.spared.push({ caseId, name, occasion, because: spare });
  } else if (rung.letter === 'phone') {
    plan.phone.push({ caseId, name, occasion, because: `har ikke svart; fristen var ${shortDate(deadline)}` });
  } else {
    plan.letters.push({
      kind: rung.letter,
      occasion,
      deadline,
      newDeadline: rung.letter === 'last' ? addWorkingDays(today, 2, facts.extraDays) : null,
      collective: rung.collective,
      roles: rung.roles,
      approval: isJuly(today) ? 'ask' : rung.approval,
      holdHours: rung.holdHours,
      cases: [{ caseId, name, because: becauseOf(due.rung, facts), wouldSpare: null }],
    });
  }
}

function afterMeeting(facts: CaseFacts, due: { meeting: IsoDate; occasion: string }): PlannedLetter {
  const body = bodyWords(facts.standing.details?.body);
  return {
    kind: 'after-meeting',
    occasion: due.occasion,
    deadline: null,
    newDeadline: null,
    collective: false,
    roles: AFTER_MEETING_ROLES,
    approval: 'ask',
    holdHours: 0,
    cases: [
      {
        caseId: facts.caseId,
        name: facts.name,
        because: `saken skulle behandles${body === '' ? '' : ` i ${body}`} ${shortDate(due.meeting)}, og utfallet er ikke kjent`,
        wouldSpare: null,
      },
    ],
  };
}

function becauseOf(due: RungDate, facts: CaseFacts): string {
  const when = due.rung.offset < 0 ? `fristen er ${shortDate(due.deadline)}` : `fristen var ${shortDate(due.deadline)}`;
  const has = facts.standing.answer === 'none' ? 'har ikke svart' : 'har ikke gitt endelig svar';
  return `${has}; ${when}`;
}

function nextFor(campaign: CampaignFacts, facts: CaseFacts, today: IsoDate, track: Track) {
  const done = doneFor(facts, track);
  const ahead = rungDates(campaign, facts, track, today).find(one => one.date > today && !done.has(one.occasion));
  const asked = dayToAskHowItWent(facts.standing, facts.extraDays);
  const on = facts.standing.details?.expectedBy ?? '';
  const askAhead = asked !== null && asked > today && !done.has(afterMeetingOccasion(on));
  if (askAhead && (ahead === undefined || asked <= ahead.date))
    return { date: asked, letter: 'after-meeting' as const };
  return ahead === undefined ? null : { date: ahead.date, letter: ahead.rung.letter };
}

function doneFor(facts: CaseFacts, track: Track): Set<string> {
  return new Set([...facts.standing.handled[track], ...facts.queued]);
}

function noLadder(campaign: CampaignFacts): string {
  return campaign.running
    ? 'henvendelsen har ingen purreplan; runder bestilles av en person'
    : 'henvendelsen er ikke i gang';
}

function nothingLeft(facts: CaseFacts, track: Track): string {
  return facts.standing.requestedAt[track] === null
    ? 'henvendelsen er ikke sendt til kommunen'
    : 'ingen flere trinn i purreplanen';
}

function firstOf(upcoming: { date: IsoDate; letter: RungDate['rung']['letter'] | 'after-meeting'; name: string }[]) {
  const [first] = [...upcoming].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  if (first === undefined) return null;
  const same = upcoming.filter(one => one.date === first.date && one.letter === first.letter);
  return { date: first.date, letter: first.letter, cases: same.map(one => one.name) };
}

/** A collective rung is one letter to all its cases. */
function mergeCollective(letters: PlannedLetter[]): PlannedLetter[] {
  const merged = new Map<string, PlannedLetter>();
  const result: PlannedLetter[] = [];
  for (const letter of letters) {
    const known = letter.collective ? merged.get(letter.occasion) : undefined;
    if (known !== undefined) {
      known.cases.push(...letter.cases);
      continue;
    }
    const copy = { ...letter, cases: [...letter.cases] };
    if (letter.collective) merged.set(letter.occasion, copy);
    result.push(copy);
  }
  return result;
}
