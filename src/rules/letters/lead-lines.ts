import { osloDate } from '../calendar/oslo-time.ts';
import { fullName, onlyAddressee } from './addressees.ts';
import type { LetterFacts } from './letter-facts.ts';
import type { LetterWords } from './letter-words.ts';
import { daysUntil, longDate, nearDate } from './norwegian-date.ts';
import { oneLine } from './plain-value.ts';

/**
 * The two bold lines: what and whom, then by when. With `named` false they name no municipality, as in a collective
 * letter and in what later letters quote.
 */
export function leadLines(facts: LetterFacts, words: LetterWords, named: boolean): string[] {
  const who = named ? fullName(onlyAddressee(facts)) : null;
  const one = words.theOne[named ? onlyAddressee(facts).kind : 'municipality'];
  const ask = oneLine(facts.campaign.ask);
  const { lead } = words;
  switch (facts.kind) {
    case 'request':
      return [lead.request(who ?? words.theMunicipalities, ask), answerBy(facts, words)];
    case 'friendly':
      return [lead.friendly(who, one, ask), [answerBy(facts, words), timeLeft(facts, words)].filter(Boolean).join(' ')];
    case 'near':
      return [
        lead.near(who, inFull(facts.newDeadline ?? facts.deadline, facts), facts.newDeadline !== null),
        lead.nearOtherwise,
      ];
    case 'missing':
      return [overdue(lead.missing(who), facts, words), newDeadline(facts, lead.answerBy, lead.soon)];
    case 'last':
      return [overdue(lead.stillMissing(who), facts, words), newDeadline(facts, lead.preferablyBy, lead.soon)];
    case 'after-meeting':
      return [meeting(facts, words), lead.whatHappened];
    case 'receipt':
      return [lead.thanks, registered(facts, words)];
  }
}

function answerBy(facts: LetterFacts, words: LetterWords): string {
  const { deadline, newDeadline: fresh } = facts;
  if (fresh !== null) {
    const date = longDate(fresh, facts.writtenForm);
    return deadline === null ? words.lead.answerBy(date) : words.lead.answerByNew(date);
  }
  return deadline === null ? words.lead.soon : words.lead.answerBy(longDate(deadline, facts.writtenForm));
}

/** Only for a deadline that lies ahead; a new one needs no countdown. */
function timeLeft(facts: LetterFacts, words: LetterWords): string {
  if (facts.newDeadline !== null || facts.deadline === null) return '';
  const days = daysUntil(osloDate(facts.datedAt), facts.deadline);
  return days < 1 ? '' : words.lead.timeLeft(days);
}

function overdue(missing: string, facts: LetterFacts, words: LetterWords): string {
  const date = inFull(facts.deadline, facts);
  return date === null ? missing : `${missing} ${words.lead.deadlineWas(date)}`;
}

function newDeadline(facts: LetterFacts, by: (date: string) => string, soon: string): string {
  if (facts.newDeadline === null) return soon;
  return by(nearDate(facts.newDeadline, osloDate(facts.datedAt), facts.writtenForm));
}

function meeting(facts: LetterFacts, words: LetterWords): string {
  const addressee = onlyAddressee(facts);
  if (addressee.meeting === null) return words.lead.meetingUnknown(fullName(addressee));
  const { body, on } = addressee.meeting;
  const date = longDate(on, facts.writtenForm);
  if (body === null || body === 'other') return words.lead.meeting(fullName(addressee), date);
  const place = oneLine(addressee.name).replace(/ fylkeskommune$/, '');
  const name = words.bodies[body];
  return words.lead.meeting(`${name.charAt(0).toUpperCase()}${name.slice(1)} i ${place}`, date);
}

function registered(facts: LetterFacts, words: LetterWords): string {
  if (facts.receipt === undefined) throw new Error(`receipt ${facts.messageId}: expected facts.receipt, found none`);
  const say = words.receipt.registered[facts.receipt.conclusion];
  return say(fullName(onlyAddressee(facts)), facts.campaign.type === 'signature');
}

function inFull(date: string | null, facts: LetterFacts): string | null {
  return date === null ? null : longDate(date, facts.writtenForm);
}
