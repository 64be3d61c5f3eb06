import { fillsGap, type Gap } from './filled-gap.ts';
import { fold } from './fold.ts';

/** Shorter pieces («a) slutter seg til ordningen») may be somebody's own choice of our words. */
const MIN_LENGTH = 40;

/** What we ourselves sent, folded, ready to be looked up. */
export interface OwnTexts {
  /** We sent nothing: then nothing is a repetition. */
  isEmpty: boolean;
  /** Is this paragraph or sentence a repetition of our words? */
  contains(text: string): boolean;
  /** Does it stand in our words, be it ever so short? A gap of ours, as `{kommune}`, may be filled with a name. */
  holds(text: string): boolean;
  /** Is it one of our ready answers, without its empty box, which somebody may have copied? */
  isChoice(text: string): boolean;
}

const EMPTY_BOX = /^[ \t]*\( ?\)/;
const TICK = /[☒☑✓✔✅]/;

/** Letters differ in their first words: two or three of them show that most texts are none of ours. */
const FIRST_WORDS = 16;

let last: { texts: readonly string[]; own: OwnTexts } | null = null;

/** Our letters, in which `{kommune}` stands for the addressee's name. The same letters again are not made ready again. */
export function ownTexts(texts: readonly string[]): OwnTexts {
  if (last !== null && last.texts.length === texts.length && last.texts.every((text, at) => text === texts[at]))
    return last.own;
  const pieces = texts
    .flatMap(text => text.split(/\{\p{L}+\}/u))
    .map(normal)
    .filter(text => text.length > 0);
  const gaps = texts.flatMap(gapsIn);
  const choices = new Set(texts.flatMap(choicesIn));
  const beginnings = beginningsIn(pieces);
  const isOurs = (asked: string) =>
    (asked.length < BEGINNING || beginnings[beginningAt(asked, 0)] === 1) &&
    pieces.some(piece => piece.includes(asked));
  const own: OwnTexts = {
    isEmpty: pieces.length === 0,
    contains(text) {
      // A tick in our list is somebody's answer (replies/ticked-options.ts), though it is no letter or digit.
      if (pieces.length === 0 || TICK.test(text) || !isOurs(normal(firstWords(text)))) return false;
      const asked = normal(text);
      // «Svar med én linje. Kopier den som passer»: who copies that one line answers in our words, and does not quote us.
      return asked.length >= MIN_LENGTH && !choices.has(asked) && isOurs(asked);
    },
    isChoice: text => choices.has(normal(text)) && !EMPTY_BOX.test(text),
    holds(text) {
      const asked = normal(text);
      return asked !== '' && (holdsWords(pieces, asked) || fillsGap(asked, gaps));
    },
  };
  last = { texts: [...texts], own };
  return own;
}

function gapsIn(text: string): Gap[] {
  const pieces = text.split(/\{\p{L}+\}/u).map(normal);
  return pieces.slice(1).map((after, at) => ({ before: pieces[at]!, after }));
}

/** Whole words only: «ja» does not stand in «januar». */
function holdsWords(pieces: readonly string[], asked: string): boolean {
  return pieces.some(piece => {
    for (let at = piece.indexOf(asked); at !== -1; at = piece.indexOf(asked, at + 1)) {
      const end = at + asked.length;
      if ((at === 0 || piece[at - 1] === ' ') && (end === piece.length || piece[end] === ' ')) return true;
    }
    return false;
  });
}

/** The ready answers of a letter, each from its «( )» to the next or to the end of its paragraph. */
function choicesIn(text: string): string[] {
  const paragraphs = text.split(/\n[ \t]*\n/u);
  return paragraphs.flatMap(paragraph => paragraph.split(new RegExp(EMPTY_BOX, 'mu')).slice(1).map(normal));
}

/** So many characters are looked up before our letters are searched: with each mail a hundred pieces are asked for. */
const BEGINNING = 8;

/** 1 for every run of that many characters in our letters. */
function beginningsIn(pieces: readonly string[]): Uint8Array {
  const found = new Uint8Array(256 * 1024);
  for (const piece of pieces) for (let at = 0; at + BEGINNING <= piece.length; at++) found[beginningAt(piece, at)] = 1;
  return found;
}

function beginningAt(text: string, start: number): number {
  let sum = 0;
  for (let at = start; at < start + BEGINNING; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
  return (sum ^ (sum >>> 15)) & 0x3ffff;
}

/** A beginning of the text that is whole words, so that it is normalised as it is in the text. */
function firstWords(text: string): string {
  const end = text.indexOf(' ', FIRST_WORDS);
  return end === -1 ? text : text.slice(0, end);
}

/** Nothing in it that would have to go. */
const BARE = /^[a-z\dæøå]+(?: [a-z\dæøå]+)*$/;

/** Quote marks, line breaks and punctuation differ from one mail program to the next. */
function normal(text: string): string {
  const folded = fold(text);
  if (BARE.test(folded)) return folded;
  return folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
