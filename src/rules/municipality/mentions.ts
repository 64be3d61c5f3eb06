import type { NameBook, NameForm } from './name-book.ts';
import { isInSmallLetters, type Word, Words } from './name-words.ts';
import { DIRECTIONS, NO_FIRST_NAMES, OFFICES, OTHER_HOUSES } from './words-beside-names.ts';

/** A municipality named in a text, and not a person, a hotel or a postal town of that name. */
export interface Mention {
  /** Register names that may be meant. */
  owners: readonly string[];
  /** The name as compared: small letters, words with spaces between. */
  form: string;
  /** Offsets of the name in the text; `end` after a possessive s, `tail` after «kommune». */
  at: number;
  end: number;
  tail: number;
  /** «… kommune», «… herad», «… suohkan», or a county's own «fylkeskommune». */
  hasOffice: boolean;
  possessive: boolean;
}

/** Danger: a hostile mail that names a municipality in every second word, or a person of that name. */
const MOST_MENTIONS = 4000;
const MOST_LOOKED_AT = 20_000;

/**
 * Finds the municipalities that a text names. A name counts with a capital letter, or with «kommune» after it in whatever
 * letters. Surnames («Kari Sande»), first names, other houses («Røros hotell»), postal towns («7004 Trondheim»), web
 * addresses and parts of longer names («Nord-Trøndelag», «indre Namdal») do not.
 */
export function mentionsIn(text: string, book: NameBook): Mention[] {
  const found: Mention[] = [];
  const words = new Words(text, isInSmallLetters(text));
  let lookedAt = 0;
  for (let word = words.next(); word !== null; word = words.next()) {
    const forms = book.get(word.small) ?? EMPTY;
    const bare = possessiveStem(word.small);
    const owned = bare === null ? EMPTY : (book.get(bare) ?? EMPTY);
    if (forms.length === 0 && owned.length === 0) continue;
    if (found.length === MOST_MENTIONS || ++lookedAt > MOST_LOOKED_AT) break;
    const mention = longest(words, word, forms, owned);
    if (mention === null) continue;
    found.push(mention);
    words.goOnAt(mention.tail);
  }
  return found;
}

const EMPTY: readonly NameForm[] = [];

function longest(words: Words, first: Word, forms: readonly NameForm[], owned: readonly NameForm[]): Mention | null {
  for (const form of forms) {
    const last = form.words.length === 1 ? { word: first, possessive: false } : lastWordOf(words, first, form);
    if (last === null) continue;
    return accepted(words, first, last.word, form, last.possessive, owned);
  }
  const only = owned.find(({ words: { length } }) => length === 1);
  return only === undefined ? null : accepted(words, first, first, only, true, EMPTY);
}

/** The text goes on with the other words of a longer name, the last perhaps as a possessive. */
function lastWordOf(words: Words, first: Word, form: NameForm): { word: Word; possessive: boolean } | null {
  let word = first;
  for (let at = 1; at < form.words.length; at++) {
    const next = words.after(word);
    const wanted = form.words[at] ?? '';
    if (next === null || !words.areNeighbours(word, next, true)) return null;
    const isLast = at === form.words.length - 1;
    if (next.small !== wanted && !(isLast && next.small === `${wanted}s`)) return null;
    if (isLast) return { word: next, possessive: next.small !== wanted };
    word = next;
  }
  return null;
}

function accepted(
  words: Words,
  first: Word,
  last: Word,
  form: NameForm,
  possessive: boolean,
  owned: readonly NameForm[],
): Mention | null {
  const isCounty = form.words.length > 1 && /^fylke(?:skommune)?$/.test(form.words.at(-1) ?? '');
  const next = words.after(last);
  const beside = next !== null && words.areNeighbours(last, next) ? next : null;
  const hasOffice = isCounty || (beside !== null && OFFICES.has(beside.small));
  // «Hemnes kommune» is not the municipality of Hemne.
  if (possessive && hasOffice && !isCounty) return null;
  if (!first.capital && !hasOffice && !words.isSmallName(first, last)) return null;
  if (words.isPartOfLonger(first, last) || words.isInAddress(first, last)) return null;
  const before = words.before(first);
  const nextTo = before !== null && words.areNeighbours(before, first) ? before : null;
  if (nextTo !== null && DIRECTIONS.has(nextTo.small)) return null;
  if (beside?.small.startsWith('fylke') && !isCounty) return null;
  if (!hasOffice && (isPersonsName(nextTo, beside) || words.followsPostcode(first))) return null;
  if (!hasOffice && beside !== null && OTHER_HOUSES.has(beside.small)) return null;
  const others = possessive || hasOffice ? [] : owned.flatMap(({ owners }) => owners);
  return {
    owners: others.length === 0 ? form.owners : [...new Set([...form.owners, ...others])],
    form: form.words.join(' '),
    at: first.at,
    end: last.end,
    tail: hasOffice && !isCounty && beside !== null ? beside.end : last.end,
    hasOffice,
    possessive: possessive || (beside !== null && hasOffice && beside.small.endsWith('s')),
  };
}

/** «Kari Sande», «Ordfører Vinje», «Frøya Hansen»: a name beside a capital letter that no office explains. */
function isPersonsName(before: Word | null, after: Word | null): boolean {
  if (before?.capital && !NO_FIRST_NAMES.has(before.small)) return true;
  return after?.capital === true && !NO_FIRST_NAMES.has(after.small) && !OFFICE_HOLDERS.test(after.small);
}

const OFFICE_HOLDERS = /^(?:rådmann|kommunedirektør|ordfør|formannskap|kommunestyre|heradsstyre|fylkes)/u;

function possessiveStem(small: string): string | null {
  return small.length > 2 && small.endsWith('s') ? small.slice(0, -1) : null;
}
