import { type HeldText, hold } from './held-text.ts';

export type NumberKind = 'phone' | 'organisation' | 'identity' | 'account' | 'street' | 'case';

/** Gives the replacement of a number, the same for the same number. */
export type NumberNames = (kind: NumberKind, written: string) => string;

/** «Tlf.: 72 00 00 00», «mobil 934 56 789», «T: 72000000», «+47 …» */
const LABELLED_PHONE =
  /(?<=(?<!\p{L})(?:tlf|telefon|telephone|tel|phone|mobil|mobiltelefon|mob|faks|fax|sentralbord|direkte|dir|m|t)\.?[ \t]*(?:nr\.?|phone|mobile)?[ \t]*[:.]?[ \t]*)(?:\(?(?:\+|00)47\)?[ ]?)?\d(?:[ .-]?\d){4,10}(?!\d)/giu;
const ABROAD_PHONE = /(?<![\d+])\(?(?:\+|00)\d{2}\)?[ ]?\d(?:[ .-]?\d){6,10}(?!\d)/g;
/** By their groups alone: 72 00 00 00 and 934 56 789, but not «kr 14 133» or 10.12.2013. */
const GROUPED_PHONE =
  /(?<![\d/.,-]|\d |kr\.? |nok )[2-9]\d(?: \d\d){3}(?![\d/]| \d)|(?<![\d/.,-]|\d |kr\.? |nok )[2-9]\d\d \d\d \d{3}(?![\d/]| \d)/giu;

/** By their eight digits: 91234567, but no day (20140303) and no sum. */
const BARE_PHONE =
  /(?<![\p{L}\d/.,_@-]|\d |kr\.? |nok )(?!20\d\d[01]\d[0-3]\d)[2-9]\d{7}(?![\p{L}\d/_@-]|[.,]\d| \d| ?kr| mill)/giu;

/** «974 754 118», «974754118»: they begin with 8 or 9. */
const ORGANISATION =
  /(?<![\p{L}\d/.,_@+-]|\d |kr\.? |nok )[89]\d\d(?:[ \u00a0.]?\d{3}){2}(?![\p{L}\d/_@-]|[.,]\d| \d| ?kr| mill)/giu;

/** A year or its last two digits, and a running number: «2014/1234-3», «14/1234». Not «2013/2014», not «PS 12/14». */
const CASE = /(?<![\p{L}\d/.])(?:(?:19|20)\d\d|\d\d)\/(?!(?:19|20)\d\d(?!\d))\d{3,6}(?:-\d{1,4})?(?![\d/])/gu;
/** Shorter ones are known by what stands before them. */
const LABELLED_CASE =
  /(?<=(?<!\p{L})(?:saksnr|saksnummer|sak|vår ref|deres ref|dykkar ref|arkivsaknr|arkivsak)\.?[ \t]*:?[ \t]*)(?:(?:19|20)\d\d|\d\d)\/\d{1,6}(?:-\d{1,4})?(?![\d/])/giu;

/** Day, month and year of birth with the five digits after them; the day may be 40 more (D-number). */
const IDENTITY = /(?<![\d/-])(?:[04][1-9]|[1256]\d|[37][01])(?:0[1-9]|1[0-2])\d\d[ .-]?\d{5}(?![\d/])/g;
const ACCOUNT = /(?<![\d.])\d{4}[. ]\d\d[. ]\d{5}(?![\d.])/g;

const STREET =
  /(?<!\p{L})\p{Lu}\p{L}{2,30}(?:veien|vegen|gata|gaten|gate|vei|veg|allé|alleen|bakken|stien|svingen|tunet|lia|kroken|haugen)[ ]\d{1,4}[ ]?[A-Ha-h]?(?!\p{L}|\d)/gu;

/** Numbers by which a person can be found. Case numbers are those that the reader found, and what looks like one; our `own` stay. */
export function holdNumbers(
  into: HeldText,
  caseRefs: readonly string[],
  own: readonly string[],
  names: NumberNames,
): void {
  for (const reference of caseRefs) hold(into, casePattern(reference), ([written]) => names('case', written));
  for (const pattern of [CASE, LABELLED_CASE]) {
    hold(into, pattern, ([written]) => (own.includes(caseOf(written)) ? null : names('case', written)));
  }
  hold(into, ACCOUNT, ([written]) => names('account', written));
  hold(into, IDENTITY, ([written]) => names('identity', written));
  hold(into, LABELLED_PHONE, ([written]) => names('phone', written));
  hold(into, ABROAD_PHONE, ([written]) => names('phone', written));
  hold(into, GROUPED_PHONE, ([written]) => names('phone', written));
  hold(into, ORGANISATION, ([written]) => names('organisation', written));
  hold(into, BARE_PHONE, ([written]) => names('phone', written));
  hold(into, STREET, ([written]) => names('street', written));
}

/** The case without the number of a document in it: «2014/1234-3» and «2014/1234-5» are one case. */
function casePattern(reference: string): RegExp {
  const base = caseOf(reference).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`(?<![\\d/.])${base}(?![\\d/])`, 'g');
}

export function caseOf(reference: string): string {
  return reference.replace(/(?<=\/\d{1,8}|^20\d{5,8})[ ]?-[ ]?\d{1,4}$/, '');
}

/** Another case number of the same form: the year stays, the running number does not. Null when it cannot be told which is which. */
export function otherCase(reference: string, nth: number): string | null {
  const long = /^(20\d\d)(\d{3,8})$/.exec(reference);
  if (long !== null) return `${long[1]}${otherDigits(long[2]!, nth)}`;
  const [, first = '', second = ''] = /^(\d{1,4})\/(\d{1,6})$/.exec(reference) ?? [];
  if (first === '' || (first.length <= 2 && second.length <= 2)) return null;
  return first.length > second.length && first.length < 4
    ? `${otherDigits(first, nth)}/${second}`
    : `${first}/${otherDigits(second, nth)}`;
}

function otherDigits(digits: string, nth: number): string {
  const least = digits.length === 1 ? 1 : 10 ** (digits.length - 1);
  const range = 9 * least;
  const now = least + ((Number(digits) + 1 + nth * 7919) % range);
  return now === Number(digits)
    ? String(least + ((now + 1 - least) % range))
    : String(now).padStart(digits.length, '0');
}
