import { type DateContext, type DateForm, textAfter, textBefore } from './date-form.ts';
import { WEEKDAY_BEFORE } from './date-words.ts';
import { dayOfMonth } from './day-of-month.ts';
import { words } from './words.ts';

/** «26.–27.3.», «26/3-27/3»: the last day counts. */
const FROM = '(?:\\d{1,2}\\.? ?(?:-|og|eller|til) ?|\\d{1,2}[./]\\d{1,2}\\.?(?:(?:20)?\\d\\d)? ?- ?)?';
const START = `${WEEKDAY_BEFORE}(?<![\\d/.,-])${FROM}`;

/**
 * Days in digits, day first as all Norway writes them. Without a year they look like case numbers («sak 26/3»), points
 * («3.4.»), times («kl. 10.12»), decimals and fractions («1/3 av»), so the words around must speak for a day.
 */
export const NUMERIC_DATES: readonly DateForm[] = [
  {
    // «2014-03-26»; but «LOV-1992-09-25-107» is a law
    hint: /\d[.-]\d\d[.-]\d/,
    pattern: words(/(?<![\d-]|lov-)(?<year>\d{4})(?<sign>[.-])(?<month>\d{2})\k<sign>(?<day>\d{2})(?!\d|-\d)/gu),
    date: ({ year, month, day }) => `${year}-${month}-${day}`,
  },
  {
    // «26.03.2014», «26. 3. 2014», «26.3.14», «26/3-14», «26/3 2014»
    hint: /\d(?:\. ?|\/)\d/,
    pattern: words(
      new RegExp(
        `${START}(?<day>\\d{1,2})(?:\\. ?|/)(?<month>\\d{1,2})(?:[./-]{1,2}(?<shortYear>\\d\\d)|[./-]{0,2} ?(?<year>(?:19|20)\\d\\d))(?![\\d/]|[.:-]\\d)`,
        'g',
      ),
    ),
    date: (groups, context, match) => (isOtherNumber(match, context) ? null : dayOfMonth(groups, context)),
  },
  {
    // «26-03-2014»
    hint: /\d-\d{1,2}-2/,
    pattern: words(/(?<![\d/.,-])(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>20\d\d)(?![\d/-])/gu),
    date: (groups, context) => dayOfMonth(groups, context),
  },
  {
    // «26/3», «26.3.», «26.3»
    hint: /\d(?:\. ?|\/)\d/,
    pattern: words(
      new RegExp(`${START}(?<day>\\d{1,2})(?:\\. ?|/)(?<month>\\d{1,2})(?:\\.(?! ?\\d)|(?![\\d/.-]|[,:]\\d))`, 'g'),
    ),
    date: (groups, context, match) =>
      isOtherNumber(match, context) || !isMeantAsDay(match, groups, context) ? null : dayOfMonth(groups, context),
  },
];

const BEFORE_OTHER_NUMBER = words(
  /(?:\b(?:\p{L}*saker?|\p{L}*sakene|\p{L}*saksnr|\p{L}*saksnummer|ps|fs|fsk|ks|kst|rs|ds|ft|hs|nr|ref|referanse|punkt|pkt|kap|kapittel|kl|klokken|klokka|tlf|telefon|mobil|konto|kontonr|kontonummer|versjon|art|ansvar|funksjon|gnr|bnr|side|s|vedlegg|bilag|trinn|kr|nok|kroner|rundskriv|kl\.? ?\d{1,2}[.:]\d{2} ?(?:-|til))|§)[.:]*[ -]?$/u,
);
const AFTER_OTHER_NUMBER = words(
  /^ ?(?:%|prosent|kr|kroner|mill|årsverk|stilling|poeng|ganger|timer|innb|promille|personer|av (?!kommunestyret|formannskap|møte)|del\b|deler\b|-\d|:\d)/u,
);

function isOtherNumber(match: RegExpMatchArray, context: DateContext): boolean {
  return BEFORE_OTHER_NUMBER.test(textBefore(match, context)) || AFTER_OTHER_NUMBER.test(textAfter(match, context));
}

const BEFORE_DAY = words(
  /(?:\b(?:den|til|innen|fra|dato|møtedato|på|etter|før|senest|frist|fristen|av|jf|jfr|datert|vedtok|vedtatt|vedtak|og med|i dag),?:? ?(?:\(|den )?|\d{1,2}[./]\d{1,2}\.? ?(?:,|og|eller|samt|til) (?:(?:av|i) )?(?:\p{L}+ )?)$/u,
);

/** «kommunestyret skal behandle dette 12.10»: a meeting is spoken of. */
const NEAR_DAY = words(
  /\b(?:\p{L}+(?:styre|styret|skapet|skap|tinget|utvalget|utvalet|rådet)|\p{L}*møte\p{L}*|\p{L}*behandl\p{L}*|samling\p{L}*|sesjon\p{L}*)\b[^.;]{0,30}$/u,
);

/** «26.03.» and «26.3.» with a day above 12 are no points of a list; all else needs a word that asks for a day. */
function isMeantAsDay(
  match: RegExpMatchArray,
  { day = '', month = '', weekday }: Partial<Record<string, string>>,
  context: DateContext,
): boolean {
  if (weekday !== undefined) return true;
  if (/\.$/.test(match[0]) && (month.length === 2 || Number(day) > 12)) return true;
  const before = textBefore(match, context);
  return BEFORE_DAY.test(before) || NEAR_DAY.test(before);
}
