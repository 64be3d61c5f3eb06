import { addressParser } from 'postal-mime';
import type { Address } from '../rules/replies/message.ts';
import { decoded } from './lean-mail.ts';
import { mailbox } from './strict-address.ts';

/**
 * Who a mail says it is from. Two senders in one From (or two From lines), a group, a source route, two addresses in angle
 * brackets, or an address inside an encoded word are ways to seem to be somebody else, which programs read differently:
 * then the address is nobody's.
 * @param lines the values of all From lines, unfolded, encoded words not decoded
 */
export function senderIn(lines: readonly string[]): Address | null {
  // Danger: decoded before it is taken apart, an encoded word can hold an address («address fabrication»).
  const found = lines.flatMap(line => addressParser(line, { flatten: true }));
  const [first] = found;
  if (first === undefined) return null;
  const name = decoded(first.name ?? '');
  return found.length === 1 && isPlain(lines[0] ?? '') ? mailbox(name, first.address) : { name, address: '' };
}

function isPlain(line: string): boolean {
  const bare = withoutNames(line);
  const [, ...brackets] = bare.split('<');
  const address = brackets[0] ?? bare;
  return brackets.length <= 1 && !/[:;]/.test(bare) && !address.includes('=?');
}

/** Quoted strings and comments are names. */
function withoutNames(line: string): string {
  let kept = '';
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const letter = line[i]!;
    if (letter === '\\') i++;
    else if (letter === '"' && depth === 0) quoted = !quoted;
    else if (quoted) continue;
    else if (letter === '(') depth++;
    else if (letter === ')' && depth > 0) depth--;
    else if (depth === 0) kept += letter;
  }
  return kept;
}
