import { leadLines } from './lead-lines.ts';
import type { LetterFacts } from './letter-facts.ts';
import { wordsOf } from './letter-words.ts';
import { longDate } from './norwegian-date.ts';
import { oneLine, rejoinedParagraphs } from './plain-value.ts';

/**
 * The letter's core, for a later letter to quote. It names no municipality, since a collective letter may quote what
 * was first sent to one; only the letter after a meeting does, and that goes back to the same municipality alone.
 */
export function quotable(facts: LetterFacts): string {
  const words = wordsOf(facts.writtenForm);
  if (facts.kind === 'request') {
    const deadline = facts.newDeadline ?? facts.deadline;
    const asked = words.quotedAsk(
      oneLine(facts.campaign.ask),
      deadline === null ? null : longDate(deadline, facts.writtenForm),
    );
    return [...rejoinedParagraphs(facts.campaign.text).map(lines => lines.join('\n')), asked].join('\n\n');
  }
  const named = facts.kind === 'after-meeting' || facts.kind === 'receipt';
  return leadLines(facts, words, named).join('\n');
}
