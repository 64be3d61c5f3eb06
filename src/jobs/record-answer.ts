import { journalOfCase, writeJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import type { IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { shortDate } from '../rules/calendar/written-date.ts';
import type { Conclusion, Stage } from '../rules/replies/reading.ts';
import type { Answer, CaseEvent } from '../rules/standing/journal-entry.ts';
import { standingOf } from '../rules/standing/standing.ts';
import { type Act, byPerson, inOneAct, type Refused } from './act.ts';

/** What a person says that a municipality has answered. */
export interface GivenAnswer {
  conclusion: Exclude<Conclusion, 'unclear'>;
  /** null: stated, or decided when the day of the decision is given. */
  stage: Stage | null;
  amountNok: number | null;
  expectedBy: IsoDate | null;
  decidedOn: IsoDate | null;
}

/** An answer that came outside the mailbox: over the phone, at a meeting, on paper. A person's word stands over the robot's. */
export function recordAnswer(
  register: Register,
  caseId: number,
  given: GivenAnswer,
  heard: { channel: string; note: string | null },
  act: Act,
): { answer: Answer; openReviews: number[] } | Refused {
  return inOneAct(register, () => {
    const standing = standingOf(journalOfCase(register, caseId));
    if (standing.withdrawn !== null) return { refused: withdrawnWords(standing.withdrawn) };
    const answer = answerFrom(given, null);
    const impossible = whyImpossible(answer, osloDate(act.at));
    if (impossible !== null) return { refused: impossible };
    const { channel, note } = heard;
    const event: CaseEvent = { event: 'answered', answer, caseRefs: [], channel, ...(note === null ? {} : { note }) };
    writeJournal(register, caseId, event, byPerson(act));
    return { answer, openReviews: standing.openReviews.filter(id => id > 0) };
  });
}

/**
 * The answer as it is registered. What the robot suggested is kept where the person says the same; when she says
 * something else its sums are still facts of the message, its evidence is not evidence for her words.
 */
export function answerFrom(given: GivenAnswer, suggestion: Answer | null): Answer {
  const same = suggestion !== null && suggestion.conclusion === given.conclusion;
  const decidedOn = given.decidedOn ?? (same ? suggestion.decidedOn : null);
  return {
    conclusion: given.conclusion,
    // The day on which it was decided says that it was.
    stage: given.stage ?? (same && given.decidedOn == null ? suggestion.stage : stageOf(given.conclusion, decidedOn)),
    amountNok: given.amountNok ?? suggestion?.amountNok ?? null,
    inhabitants: suggestion?.inhabitants ?? null,
    expectedBy: given.expectedBy ?? (same ? suggestion.expectedBy : null),
    decidedOn,
    body: same ? suggestion.body : null,
    evidence: same ? suggestion.evidence : [],
  };
}

/** A day that cannot be: nothing is decided tomorrow. In Norwegian; null when the answer can be registered. */
export function whyImpossible(answer: Answer, today: IsoDate): string | null {
  if (answer.decidedOn === null || answer.decidedOn <= today) return null;
  return `Vedtaksdato: ventet en dag til og med ${shortDate(today)}, fant ${shortDate(answer.decidedOn)}. Skal saken behandles da, skriv «utsatt» med den datoen.`;
}

export function withdrawnWords(because: string): string {
  return `Kommunen er tatt ut av henvendelsen (${because}). Ta den inn igjen med «purrebot campaign add» først.`;
}

function stageOf(conclusion: Conclusion, decidedOn: IsoDate | null): Stage | null {
  if (conclusion === 'deferred' || conclusion === 'question') return null;
  return decidedOn === null ? 'stated' : 'decided';
}
