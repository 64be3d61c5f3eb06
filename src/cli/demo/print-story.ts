import { casesWithStanding } from '../../jobs/gather-cases.ts';
import { planOfRound } from '../../jobs/plan-reminders.ts';
import { campaignById } from '../../register/campaigns.ts';
import type { Register } from '../../register/open-register.ts';
import { osloDate, osloIso } from '../../rules/calendar/oslo-time.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import { letterWords } from '../../rules/letters/letter-kind-words.ts';
import { answerWords, ballWords } from '../../rules/standing/standing-words.ts';
import { table } from '../table.ts';
import type { PlayedStory, StoryLetter, StoryLook } from './play-story.ts';
import { CAMPAIGN_ID, LOOKS } from './story.ts';

/** The demo's JSON document (issue 2, «Shows»). */
export function storyAsData(
  played: PlayedStory,
  subjectOf: (letter: StoryLetter) => { subject: string; municipalities: string[] },
) {
  return {
    dates: played.looks.map(({ at, status: { cases, counts } }) => ({
      date: osloIso(at),
      outstanding: cases.filter(one => one.standing.outstanding).map(one => one.municipality.name),
      joined: counts.joined,
      declined: counts.declined,
      deferred: counts.deferred,
      conditional: counts.conditional,
      recommended: counts.recommended,
      review: counts.review,
    })),
    letters: played.letters.map(letter => ({
      date: osloIso(letter.at),
      rung: letter.mail.kind === 'after-meeting' || letter.mail.kind === 'receipt' ? null : letter.mail.kind,
      ...subjectOf(letter),
      to: letter.mail.envelope.to,
      file: letter.file,
    })),
  };
}

/** A table for each look, in the order of time, with what left and whom the rules would have spared. */
export function printStory(played: PlayedStory, register: Register, out: (text: string) => void): void {
  out('Historien fra 2013–14: KS Sør-Trøndelag spør 25 kommuner om å slutte seg til en felles ressurs.');
  out(
    `28.11.2013 09:37  henvendelsen sendt til ${played.letters.filter(one => one.mail.kind === 'request').length} kommuner, frist 12.12.2013.\n`,
  );
  for (const look of played.looks) {
    printLook(look, out);
    const round = played.rounds.find(one => one.at === look.at);
    if (round !== undefined) printRound(round, out);
    for (const settled of played.settled.filter(one => isNextLook(one.at, look.at))) {
      out(`  (${shortDate(osloDate(settled.at))} avklarte hun ${settled.municipality}: ${settled.why}.)`);
    }
    out('');
  }
  printNext(register, out);
}

function printLook({ at, status }: StoryLook, out: (text: string) => void): void {
  const { counts, cases } = status;
  const { joined, declined, outstanding, deferred, conditional, recommended, review } = counts;
  out(
    `== ${osloIso(at).slice(0, 16).replace('T', ' ')}  frist ${status.deadline === null ? '–' : shortDate(status.deadline)}`,
  );
  out(
    `   ${joined} slutter seg til, ${declined} ikke; ${outstanding} skylder svar (${deferred} behandles senere, ${conditional} med forbehold, ${recommended} innstilling), ${review} til avklaring`,
  );
  const owing = cases.filter(one => one.standing.outstanding);
  const rows = owing.map(one => [`   ${one.municipality.name}`, answerWords(one.standing), ballWords(one.standing)]);
  out(table([['   Skylder svar', 'Status', 'Hos hvem'], ...rows]));
}

function printRound({ plan }: PlayedStory['rounds'][number], out: (text: string) => void): void {
  const [first] = plan.letters;
  if (first === undefined) return;
  const cases = plan.letters.flatMap(letter => letter.cases);
  const how = first.collective
    ? `ett fellesbrev til ${cases.length} kommuner`
    : `${plan.letters.length} brev, ett til hver`;
  out(
    `-> RUNDE «${letterWords(first.kind)}»: ${how}${first.newDeadline === null ? '' : `, ny frist ${shortDate(first.newDeadline)}`}`,
  );
  for (const one of cases.filter(row => row.wouldSpare !== null))
    out(`   reglene ville spart ${one.name}: ${one.wouldSpare}`);
}

/** Who would be reminded next and why: the plan of a round today, and whom the rules would leave out of it. */
function printNext(register: Register, out: (text: string) => void): void {
  const campaign = campaignById(register, CAMPAIGN_ID)!;
  const at = LOOKS.at(-1)!;
  const round = { at, letter: 'last', collective: false, roles: ['postmottak'], newDeadline: null } as const;
  const plan = planOfRound(register, campaign, { ...round, roles: ['postmottak'] }, 'dry', at);
  const standings = new Map(casesWithStanding(register, campaign.id).map(one => [one.one.id, one.standing]));
  out('Hvem ville fått neste påminnelse, og hvorfor?');
  for (const one of plan.letters.flatMap(letter => letter.cases)) {
    const verdict = one.wouldSpare === null ? `påminnes: ${one.because}` : `spares: ${one.wouldSpare}`;
    out(`   ${one.name} (${answerWords(standings.get(one.caseId)!)}): ${verdict}`);
  }
}

/** Settlings are told at the first look after them. */
function isNextLook(settledAt: string, lookAt: string): boolean {
  return LOOKS.find(at => at >= settledAt) === lookAt;
}
