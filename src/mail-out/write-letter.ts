import type { LetterBlock } from '../rules/letters/letter-block.ts';
import type { LetterFacts, WrittenLetter } from '../rules/letters/letter-facts.ts';
import { letterParagraphs } from '../rules/letters/letter-paragraphs.ts';
import { wordsOf } from '../rules/letters/letter-words.ts';
import { quotable } from '../rules/letters/quotable.ts';
import { letterSubject } from '../rules/letters/subject.ts';
import { letterHtml } from './letter-html.ts';
import { letterText } from './letter-text.ts';

/**
 * Puts a letter into words. The same facts always give the same words; what was sent is frozen by the register, never
 * written again. Throws only on facts that cannot be (a letter without addressee, a receipt without its words).
 */
export function writeLetter(facts: LetterFacts): WrittenLetter {
  const blocks = letterParagraphs(facts);
  const subject = letterSubject(facts);
  const html = letterHtml(blocks, {
    shape: facts.kind === 'receipt' ? 'receipt' : facts.collective ? 'collective' : 'individual',
    lang: wordsOf(facts.writtenForm).lang,
    subject,
    preview: previewOf(blocks),
    replyTo: facts.replyTo,
  });
  return { subject, text: letterText(blocks), html, quotable: quotable(facts) };
}

/** What an inbox shows beside the subject: by when, and how much. */
function previewOf(blocks: readonly LetterBlock[]): string {
  const said = blocks.flatMap(block => {
    if (block.block === 'lead') return block.lines.slice(-1);
    if (block.block === 'facts') return block.rows.slice(0, 1).map(({ label, value }) => `${label}: ${value}.`);
    return [];
  });
  return said.join(' ');
}
