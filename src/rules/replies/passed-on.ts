import { quoteStartAt } from '../text/quote-start.ts';
import type { Address, Message } from './message.ts';

/** Words that a mail passes on, with what introduces them. */
export interface PassedOn {
  /** Who wrote them; the address is empty when only a name stands there. */
  author: Address;
  /** They, with their signature. */
  text: string;
}

/** The first quoted block of a body as the sender passed it on, up to the next one. */
export function passedOnIn(body: string): PassedOn | null {
  const lines = body.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const start = quoteStartAt(lines, at);
    if (start === null) continue;
    const from = at + start.lines;
    let end = from;
    while (end < lines.length && quoteStartAt(lines, end) === null) end++;
    return { author: authorOf(start.from), text: lines.slice(from, end).join('\n') };
  }
  return null;
}

/** The author of the mail that hangs on this one. */
export function attachedAuthor(message: Message): Address | null {
  return message.attachedMessages[0]?.from ?? null;
}

/** «Jan Hopstad <jan@roan…>», «Jan Hopstad [mailto:jan@roan…]», «Roan kommune» */
function authorOf(written: string): Address {
  const address = /[^\s<>[\]():;,"']{1,64}@[^\s<>[\]():;,"']{1,190}/.exec(written.slice(0, 1000))?.[0] ?? '';
  const name = written
    .slice(0, 200)
    .replace(/[<[(].*$/u, '')
    .trim();
  return { name, address: address.toLowerCase() };
}
