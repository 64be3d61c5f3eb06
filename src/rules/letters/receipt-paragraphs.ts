import { shortDate } from '../calendar/written-date.ts';
import { onlyAddressee } from './addressees.ts';
import type { LetterBlock, LetterFact } from './letter-block.ts';
import type { LetterFacts, ReceiptFacts } from './letter-facts.ts';
import type { LetterWords } from './letter-words.ts';
import { oneLine } from './plain-value.ts';
import { shareFact } from './share-fact.ts';

/** What was registered, on which words of theirs, and how to say that it is wrong. */
export function receiptParagraphs(facts: LetterFacts, words: LetterWords): LetterBlock[] {
  const { receipt } = facts;
  if (receipt === undefined) throw new Error(`receipt ${facts.messageId}: expected facts.receipt, found none`);
  const share = receipt.conclusion === 'joined' ? shareFact(facts, onlyAddressee(facts), words) : null;
  const rows = [share, decidedFact(receipt, words), statedFact(receipt, words)].filter(row => row !== null);
  const blocks: LetterBlock[] = rows.length === 0 ? [] : [{ block: 'facts', rows }];
  return [
    ...blocks,
    // Quoted as it was written, also in the other written form.
    { block: 'paragraph', text: `${words.receipt.basedOn} «${oneLine(receipt.sentence)}»`, soft: false },
    { block: 'paragraph', text: words.receipt.wrong, soft: false },
  ];
}

function decidedFact(receipt: ReceiptFacts, words: LetterWords): LetterFact | null {
  if (receipt.decided === null) return null;
  const { body, on, caseReference } = receipt.decided;
  const name = body === null || body === 'other' ? '' : words.bodies[body];
  const who = name === '' ? shortDate(on) : `${name.charAt(0).toUpperCase()}${name.slice(1)} ${shortDate(on)}`;
  const value = caseReference === null ? who : `${who}, sak ${oneLine(caseReference)}`;
  return { label: words.receipt.decided, value, detail: null };
}

function statedFact(receipt: ReceiptFacts, words: LetterWords): LetterFact | null {
  if (receipt.decided !== null || receipt.statedBy === null) return null;
  const { name, on } = receipt.statedBy;
  return { label: words.receipt.stated, value: `${oneLine(name)}, ${shortDate(on)}`, detail: null };
}
