import type { LetterFacts } from './letter-facts.ts';

/** As the register makes them: H7K2QF. */
const TOKEN = '[0-9A-Z]{6}';

/**
 * Takes other municipalities' tokens out of a text that is to be quoted: whoever holds a token can answer on that
 * municipality's case. A collective letter shows no token at all, an individual one only its own.
 */
export function withoutForeignTokens(text: string, facts: LetterFacts): string {
  const own = facts.collective ? null : (facts.addressees[0]?.token.toUpperCase() ?? null);
  const keep = (token: string) => token.toUpperCase() === own;
  const afterReference = new RegExp(`(${escaped(facts.campaign.reference)})(\\s+)(${TOKEN})(?![0-9A-Za-z])`, 'gu');
  const inAddress = new RegExp(`(\\b[\\w.-]+)\\+(${TOKEN})(?=@)`, 'giu');
  return text
    .replace(afterReference, (whole, reference: string, _space, token: string) => (keep(token) ? whole : reference))
    .replace(inAddress, (whole, local: string, token: string) => (keep(token) ? whole : local));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
