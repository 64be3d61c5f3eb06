import type { Trust } from '../rules/trust/sender-trust.ts';

const WORDS: Record<Trust, string> = { pass: 'bekreftet', unknown: 'ikke kontrollert', fail: 'avvist' };

/** «avsender …», on the screen. */
export function trustWords(trust: Trust): string {
  return WORDS[trust];
}
