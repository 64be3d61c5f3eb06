import type { KnownAddressee } from './known.ts';
import type { KnownCase, KnownIndex } from './known-index.ts';
import type { Message } from './message.ts';

/** Cases whose token stands in a recipient's address («svar+h7k2qf@…»), the subject or the body. */
export function casesByToken(message: Message, body: string, index: KnownIndex): readonly KnownCase[] {
  if (index.byToken.size === 0) return [];
  const found = new Set<KnownCase>();
  const look = (token: string) => {
    for (const one of index.byToken.get(token) ?? []) found.add(one);
  };
  for (const { address } of [...message.to, ...message.cc]) {
    const plus = /\+([a-z0-9-]{1,64})@/.exec(address)?.[1];
    if (plus !== undefined) look(plus.toUpperCase());
  }
  for (const text of [message.subject, body]) for (const token of tokensIn(text)) look(token);
  return [...found];
}

const SHORTEST = 6;
const LONGEST = 16;

/** Words of capitals and digits, such as the register's tokens are. By steps: a pattern costs twenty times as much. */
function tokensIn(text: string): string[] {
  const found: string[] = [];
  for (let last = SHORTEST - 1; last < text.length; last += SHORTEST) {
    if (!isTokenSign(text.charCodeAt(last))) continue;
    let start = last;
    while (start > 0 && isTokenSign(text.charCodeAt(start - 1))) start--;
    let end = last + 1;
    while (end < text.length && isTokenSign(text.charCodeAt(end))) end++;
    const length = end - start;
    const isWord = !NAME_SIGN.test(text[start - 1] ?? ' ') && !NAME_SIGN.test(text[end] ?? ' ');
    if (length >= SHORTEST && length <= LONGEST && isWord) found.push(text.slice(start, end));
    last = end;
  }
  return found;
}

const NAME_SIGN = /[\p{L}\p{N}]/u;

function isTokenSign(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Cases of which the text bears the municipality's own case number, with or without the document's number. */
export function casesByReference(text: string, addressees: readonly KnownAddressee[]): readonly KnownCase[] {
  const found = new Map<string, KnownCase>();
  const written = new Set([...text.matchAll(REFERENCE)].map(([reference]) => withoutDocument(reference)));
  if (written.size === 0) return [];
  for (const { name, theirReferences } of addressees)
    for (const campaign in theirReferences)
      if (written.has(withoutDocument(theirReferences[campaign] ?? '')))
        found.set(`${campaign} ${name}`, { name, campaign });
  return [...found.values()];
}

const REFERENCE = /(?<![\d/.-])(?:\d{2,4}\/\d{1,6}(?:-\d{1,4})?|20\d{7,9}(?:-\d{1,4})?)(?![\d/])/g;

/** «2014/1234-3» is a document of case «2014/1234». */
function withoutDocument(reference: string): string {
  const at = reference.lastIndexOf('-');
  return at === -1 || reference.length - at > 5 ? reference : reference.slice(0, at);
}
