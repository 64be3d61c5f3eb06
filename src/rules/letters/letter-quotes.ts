import type { LetterBlock } from './letter-block.ts';
import type { LetterFacts, QuotedMail } from './letter-facts.ts';
import type { LetterWords } from './letter-words.ts';
import { dayAndTime } from './norwegian-date.ts';
import { oneLine, paragraphsOf } from './plain-value.ts';
import { withoutForeignTokens } from './without-foreign-tokens.ts';

/** Earlier letters and the municipality's own mail, newest first, as the facts give them. */
export function letterQuotes(facts: LetterFacts, words: LetterWords): LetterBlock[] {
  return facts.quoted.map(mail => quote(mail, facts, words));
}

function quote(mail: QuotedMail, facts: LetterFacts, words: LetterWords): LetterBlock {
  const labels = words.quote;
  const clean = (text: string) => withoutForeignTokens(text, facts);
  const rows = [
    { label: labels.from, value: oneLine(clean(mail.from)) },
    { label: labels.sent, value: dayAndTime(mail.sentAt) },
  ];
  if (mail.to !== null) rows.push({ label: labels.to, value: oneLine(clean(mail.to)) });
  if (mail.subject !== null) rows.push({ label: labels.subject, value: oneLine(clean(mail.subject)) });
  return { block: 'quote', rows, paragraphs: paragraphsOf(clean(mail.text)) };
}
