import { caseById } from '../register/cases.ts';
import { type OpenReview, openReviews, writeCampaignJournal, writeJournal } from '../register/journal.ts';
import { messageHeader, readingOf } from '../register/messages.ts';
import type { Register } from '../register/open-register.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import type { Answer, CaseEvent } from '../rules/standing/journal-entry.ts';
import { type Act, byPerson, inOneAct, type Refused } from './act.ts';
import { answerFrom, type GivenAnswer, whyImpossible } from './record-answer.ts';

/** What a person makes of a message that the robot would not decide. */
export interface Settlement extends Act {
  /** Omitted: what the robot suggested. */
  as?: GivenAnswer['conclusion'] | 'receipt' | 'nothing';
  /** Values that she knows better than the robot. */
  known?: Partial<Omit<GivenAnswer, 'conclusion'>>;
  /** Whom it concerns, when that is not the case that the robot raised it for. */
  cases?: number[];
}

export interface Settled {
  as: 'answered' | 'receipt' | 'nothing';
  /** What now stands on each case; null when the message said nothing about it. */
  cases: { caseId: number; answer: Answer | null }[];
}

/**
 * A person settles a message: her answer on each case that it concerns, and the review is done with. Cases for which
 * the robot had raised it, but which it does not concern, are released.
 */
export function settleReview(register: Register, messageId: number, settlement: Settlement): Settled | Refused {
  return inOneAct(register, () => {
    const reviews = openReviews(register).filter(review => review.messageId === messageId);
    if (reviews.length === 0) return { refused: whyNoReview(register, messageId) };
    const raised = [...new Set(reviews.flatMap(review => review.caseId ?? []))];
    const concerned = settlement.cases ?? raised;
    const as = settlement.as ?? 'suggestion';
    if (as !== 'nothing' && concerned.length === 0) {
      return {
        refused: `Roboten vet ikke hvem melding ${messageId} gjelder. Oppgi kommunen med --municipality, eller «--as ingenting».`,
      };
    }
    const campaigns = new Set(concerned.map(id => caseById(register, id)?.campaignId));
    if (as !== 'nothing' && settlement.cases === undefined && campaigns.size > 1) {
      return {
        refused: `Melding ${messageId} kan gjelde ${[...campaigns].join(' eller ')}. Oppgi --municipality og --campaign, så blir de andre frigitt.`,
      };
    }
    const done: Settled = { as: kindOf(as), cases: [] };
    for (const caseId of as === 'nothing' ? [] : concerned) {
      const suggestion = suggestionFor(reviews, caseId);
      const answer = as === 'receipt' ? null : answerOf(suggestion, settlement);
      if (answer === null && as !== 'receipt') return { refused: noSuggestion(messageId, suggestion) };
      const impossible = answer === null ? null : whyImpossible(answer, osloDate(settlement.at));
      if (impossible !== null) return { refused: impossible };
      done.cases.push({ caseId, answer });
    }
    const context = { ...byPerson(settlement), messageId };
    const caseRefs = readingOf(register, messageId)?.caseRefs ?? [];
    for (const { caseId, answer } of done.cases) {
      const said: CaseEvent =
        answer === null ? { event: 'receipt-seen', caseRefs } : { event: 'answered', answer, caseRefs };
      writeJournal(register, caseId, said, context);
    }
    for (const caseId of new Set([...raised, ...done.cases.map(one => one.caseId)])) {
      const meant = concerned.includes(caseId) ? done.as : 'nothing';
      writeJournal(register, caseId, { event: 'review-settled', as: meant }, context);
    }
    if (reviews.some(review => review.caseId === null)) {
      writeCampaignJournal(register, reviews[0]?.campaignId ?? null, { event: 'review-settled', as: done.as }, context);
    }
    return done;
  });
}

function kindOf(as: Settlement['as'] | 'suggestion'): Settled['as'] {
  return as === 'receipt' || as === 'nothing' ? as : 'answered';
}

/** What the robot said for this case; for a case that it did not think of, what it said at all. */
function suggestionFor(reviews: OpenReview[], caseId: number): Answer | null {
  const own = reviews.filter(review => review.caseId === caseId);
  const last = (own.length > 0 ? own : reviews).at(-1);
  return (last?.data.suggestion as Answer | null | undefined) ?? null;
}

function answerOf(suggestion: Answer | null, { as, known }: Settlement): Answer | null {
  const conclusion = as ?? suggestion?.conclusion ?? null;
  if (conclusion === null || conclusion === 'unclear' || conclusion === 'receipt' || conclusion === 'nothing')
    return null;
  const given = { stage: null, amountNok: null, expectedBy: null, decidedOn: null, ...known, conclusion };
  return answerFrom(given, suggestion);
}

function noSuggestion(messageId: number, suggestion: Answer | null): string {
  const why = suggestion === null ? 'Roboten har ikke noe forslag til' : 'Robotens forslag er «uklart» for';
  return `${why} melding ${messageId}. Si hva den betyr: «purrebot settle ${messageId} --as slutter-seg-til» (eller nei, forbehold, utsatt, spørsmål, kvittering, ingenting).`;
}

function whyNoReview(register: Register, messageId: number): string {
  const header = messageHeader(register, messageId);
  if (header === null) return `Det finnes ingen melding ${messageId}. Se numrene med «purrebot review».`;
  return `Melding ${messageId} venter ikke på avklaring. Var den avklart feil, angre med «purrebot undo --message ${messageId}»; ellers bruk «purrebot answer».`;
}
