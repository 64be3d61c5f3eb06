import { disguiseIn } from '../text/disguise.ts';
import type { OwnTexts } from '../text/own-text.ts';
import type { Message } from './message.ts';

/** Two letters in a row; single ones hide in counters and spacers of mail programs. */
const WORD = /\p{L}{2}/u;

/**
 * Why what a program reads may not be what a person sees, for the one who must look; empty when nothing speaks for it.
 * @param texts what the sender wrote, and the sentences that the reading rests on
 */
export function unseenWords({ hiddenText }: Message, texts: readonly string[], own: OwnTexts): string[] {
  const reasons: string[] = [];
  if (hiddenText !== undefined && WORD.test(hiddenText) && !own.holds(hiddenText)) reasons.push(HIDDEN);
  const disguise = texts.map(disguiseIn).find(found => found !== null);
  if (disguise !== undefined) reasons.push(disguise!);
  return reasons;
}

const HIDDEN = 'Meldingen har skjult tekst som ikke vises for den som leser den. Den er ikke tatt med.';
