import type { Message } from './message.ts';

/** More servers than this on the way: the mail goes in a circle (reliability.md §3.2 no. 39). */
export const MOST_SERVERS = 50;

/**
 * The names of the installations of Purrebot that wrote this mail, from its own headers; empty for all other mail. A
 * person's reply or forward never carries them: what is quoted or attached stands further in.
 */
export function loopIdsOf({ headers }: Message): string[] {
  return headers.filter(({ name }) => name === 'x-purrebot-loop').map(({ value }) => value.trim());
}

/** It has passed so many servers that it must be going round between them. */
export function goesInCircles({ headers }: Message): boolean {
  return headers.filter(({ name }) => name === 'received').length > MOST_SERVERS;
}
