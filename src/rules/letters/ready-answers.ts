import { shortDate } from '../calendar/written-date.ts';
import { fullName } from './addressees.ts';
import type { ReadyAnswer } from './letter-block.ts';
import type { LetterAddressee, LetterFacts } from './letter-facts.ts';
import type { LetterWords } from './letter-words.ts';
import { kroner } from './norwegian-number.ts';

/** The answers that one municipality can send as they stand, yes and no first. */
export function readyAnswers(facts: LetterFacts, addressee: LetterAddressee, words: LetterWords): ReadyAnswer[] {
  return facts.kind === 'after-meeting'
    ? afterMeeting(facts, addressee, words)
    : beforeDecision(facts, addressee, words);
}

/** The same sentences with «[Kommunen]» in front, for a collective letter. */
export function answersForAll(facts: LetterFacts, words: LetterWords): string[] {
  const { answers, collective } = words;
  const who = collective.municipality;
  const [yes, no] = yesAndNo(facts, who, null, words);
  return [yes, no, answers.later(who, collective.anyBody)];
}

function beforeDecision(facts: LetterFacts, addressee: LetterAddressee, words: LetterWords): ReadyAnswer[] {
  const { answers } = words;
  const { labels, fields } = answers;
  const signature = facts.campaign.type === 'signature';
  const who = fullName(addressee);
  const [yes, no] = yesAndNo(facts, who, ownSum(facts, addressee), words);
  const decided = [fields.decision, fields.person, fields.reference];
  return [
    { label: signature ? labels.sign : labels.join, line: yes, fields: decided },
    { label: signature ? labels.declineToSign : labels.decline, line: no, fields: decided },
    {
      label: labels.later,
      line: answers.later(who, words.bodyChoice[addressee.kind]),
      fields: [fields.person, fields.reference],
    },
    { label: labels.question, line: answers.question(who), fields: ['', fields.person] },
  ];
}

function afterMeeting(facts: LetterFacts, addressee: LetterAddressee, words: LetterWords): ReadyAnswer[] {
  const { answers } = words;
  const { labels, fields } = answers;
  const signature = facts.campaign.type === 'signature';
  const who = fullName(addressee);
  const decided = decidedIn(addressee, words);
  const [yes, no] = yesAndNo(facts, who, ownSum(facts, addressee), words).map(line => `${line}${decided}`);
  const below = [fields.meetingCase, fields.person];
  return [
    { label: signature ? labels.decidedSign : labels.decidedJoin, line: yes!, fields: below },
    { label: signature ? labels.decidedDeclineToSign : labels.decidedDecline, line: no!, fields: below },
    { label: labels.postponed, line: answers.postponed(who), fields: [fields.person] },
  ];
}

function yesAndNo(facts: LetterFacts, who: string, sum: string | null, words: LetterWords): [string, string] {
  const { answers } = words;
  return facts.campaign.type === 'signature'
    ? [answers.sign(who, sum), answers.declineToSign(who)]
    : [answers.join(who, sum), answers.decline(who)];
}

/** «kr 39 372 for 2027»: the year only when the campaign says it. */
function ownSum(facts: LetterFacts, addressee: LetterAddressee): string | null {
  if (addressee.share === null) return null;
  const { year } = facts.campaign.terms;
  return `${kroner(addressee.share.nok)}${year === null ? '' : ` for ${year}`}`;
}

function decidedIn(addressee: LetterAddressee, words: LetterWords): string {
  if (addressee.meeting === null) return '';
  const { body, on } = addressee.meeting;
  const name = body === null || body === 'other' ? null : words.bodies[body];
  return ` ${words.answers.decidedIn(name, shortDate(on))}`;
}
