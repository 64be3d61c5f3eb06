import type { IsoDate } from '../calendar/iso-date.ts';
import { shortDate } from '../calendar/written-date.ts';
import { onlyAddressee } from './addressees.ts';
import type { LetterFacts } from './letter-facts.ts';
import { type LetterWords, wordsOf } from './letter-words.ts';
import { plainSpaces } from './norwegian-number.ts';
import { oneLine } from './plain-value.ts';

/**
 * «Påminnelse: <stem> - svarfrist 07.03.2014 - vår ref. 13/01746-9 H7K2QF - deres ref. 2013/2456». The stem is never
 * translated or shortened: archives sort on it. No control character survives, so it can be a header as it stands.
 */
export function letterSubject(facts: LetterFacts): string {
  const words = wordsOf(facts.writtenForm);
  const prefix = prefixOf(facts, words);
  const parts = [`${prefix === null ? '' : `${prefix}: `}${facts.campaign.title}`];
  const deadline = subjectDeadline(facts);
  if (deadline !== null) parts.push(`${words.subject.deadline} ${shortDate(deadline)}`);
  parts.push(`${words.subject.ourReference} ${ourReference(facts)}`);
  const theirs = facts.collective ? null : onlyAddressee(facts).theirReference;
  if (theirs !== null) parts.push(`${words.subject.theirReference} ${theirs}`);
  return oneLine(plainSpaces(parts.join(' - ')));
}

/** «13/01746-9 H7K2QF»; a collective letter has no token, since it would be everybody's. */
export function ourReference(facts: LetterFacts): string {
  const { reference } = facts.campaign;
  return oneLine(facts.collective ? reference : `${reference} ${onlyAddressee(facts).token}`);
}

/** A letter that says «vi mangler svar» names the deadline that passed; the others the one that answers are wanted by. */
function subjectDeadline(facts: LetterFacts): IsoDate | null {
  switch (facts.kind) {
    case 'missing':
    case 'last':
      return facts.deadline ?? facts.newDeadline;
    case 'after-meeting':
    case 'receipt':
      return null;
    default:
      return facts.newDeadline ?? facts.deadline;
  }
}

function prefixOf(facts: LetterFacts, words: LetterWords): string | null {
  const { subject } = words;
  switch (facts.kind) {
    case 'request':
      return null;
    case 'friendly':
    case 'near':
      return subject.reminder;
    case 'missing':
    case 'last':
      return subject.missing;
    case 'after-meeting': {
      const { meeting } = onlyAddressee(facts);
      return meeting === null ? subject.afterMeeting : `${subject.afterMeeting} ${shortDate(meeting.on)}`;
    }
    case 'receipt':
      return subject.receipt;
  }
}
