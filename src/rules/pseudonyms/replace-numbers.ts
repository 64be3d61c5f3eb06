import { type HeldText, hold } from './held-text.ts';

export type NumberKind = 'phone' | 'identity' | 'account' | 'street' | 'case';

/** Gives the replacement of a number, the same for the same number. */
export type NumberNames = (kind: NumberKind, written: string) => string;

/** «Tlf.: 72 00 00 00», «mobil 934 56 789», «T: 72000000», «+47 …» */
const LABELLED_PHONE =
  /(?<=(?<!\p{L})(?:tlf|telefon|telephone|tel|phone|mobil|mobiltelefon|mob|faks|fax|sentralbord|direkte|dir|m|t)\.?[ \t]*(?:nr\.?|phone|mobile)?[ \t]*[:.]?[ \t]*)(?:\(?(?:\+|00)47\)?[ ]?)?\d(?:[ .-]?\d){4,10}(?!\d)/giu;
const ABROAD_PHONE = /(?<![\d+])\(?(?:\+|00)\d{2}\)?[ ]?\d(?:[ .-]?\d){6,10}(?!\d)/g;
/** By their groups alone: 72 00 00 00 and 934 56 789, but not «kr 14 133» or 10.12.2013. */
const GROUPED_PHONE =
  /(?<![\d/.,-]|\d |kr\.? |nok )[2-9]\d(?: \d\d){3}(?![\d/]| \d)|(?<![\d/.,-]|\d |kr\.? |nok )[2-9]\d\d \d\d \d{3}(?![\d/]| \d)/giu;

/** Day, month and year of birth with the five digits after them; the day may be 40 more (D-number). */
const IDENTITY = /(?<![\d/-])(?:[04][1-9]|[1256]\d|[37][01])(?:0[1-9]|1[0-2])\d\d[ .-]?\d{5}(?![\d/])/g;
const ACCOUNT = /(?<![\d.])\d{4}[. ]\d\d[. ]\d{5}(?![\d.])/g;

const STREET =
  /(?<!\p{L})\p{Lu}\p{L}{2,30}(?:veien|vegen|gata|gaten|gate|vei|veg|allé|alleen|bakken|stien|svingen|tunet|lia|kroken|haugen)[ ]\d{1,4}[ ]?[A-Ha-h]?(?!\p{L}|\d)/gu;

/** Numbers by which a person can be found. Case numbers are those that the reader found. */
export function holdNumbers(into: HeldText, caseRefs: readonly string[], names: NumberNames): void {
  for (const reference of caseRefs) hold(into, casePattern(reference), ([written]) => names('case', written));
  hold(into, ACCOUNT, ([written]) => names('account', written));
  hold(into, IDENTITY, ([written]) => names('identity', written));
  hold(into, LABELLED_PHONE, ([written]) => names('phone', written));
  hold(into, ABROAD_PHONE, ([written]) => names('phone', written));
  hold(into, GROUPED_PHONE, ([written]) => names('phone', written));
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
