import { fold } from './fold.ts';

/** Shorter pieces («a) slutter seg til ordningen») may be somebody's own choice of our words. */
const MIN_LENGTH = 40;

/** What we ourselves sent, folded, ready to be looked up. */
export interface OwnTexts {
  /** Is this paragraph or sentence a repetition of our words? */
  contains(text: string): boolean;
}

/** Our letters, in which `{kommune}` stands for the addressee's name. */
export function ownTexts(texts: readonly string[]): OwnTexts {
  const pieces = texts
    .flatMap(text => text.split(/\{\p{L}+\}/u))
    .map(normal)
    .filter(text => text.length > 0);
  return {
    contains(text) {
      const asked = normal(text);
      return asked.length >= MIN_LENGTH && pieces.some(piece => piece.includes(asked));
    },
  };
}

/** Quote marks, line breaks and punctuation differ from one mail program to the next. */
function normal(text: string): string {
  return fold(text.replace(/^[ \t]*(?:>[ \t]?)+/gm, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
