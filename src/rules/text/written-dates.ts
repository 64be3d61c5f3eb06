import type { DateForm } from './date-form.ts';
import { MONTH, ORDINAL, ordinalOf, WEEKDAY, WEEKDAY_BEFORE, weekdayNumber } from './date-words.ts';
import { dayOfMonth, monthStart, numberedDay, YEAR_AFTER } from './day-of-month.ts';
import { words } from './words.ts';

/** «26. og 27. mars», «8.–9. april», «torsdag 8. og fredag 9. april»: the last day counts. */
const FROM = '(?:\\d{1,2}\\.? ?(?:-|og|eller|til) ?(?:(?:man|tirs|ons|tors|fre|lør|søn)dag )?)?';

/** Words after «den 26.» that no thing follows: «den 26. og», but not «den 3. kommunen». */
const AFTER_DAY =
  '(?=[ )]*(?:$|[,;:)!?]|(?:kl|klokken|klokka|og|i|så|for|er|med|til|å|at|ble|blir|vil|skal|har|hvor|der|da|men|eller|som|var|etter|på|av|vedtok|behandlet|behandler)\\b))';

/** Days with a month in words or named by its place («26. ds.»), and bare days («onsdag den 26.»). */
export const WRITTEN_DATES: readonly DateForm[] = [
  {
    // «26. mars 2014», «26.mars», «26 mars d.å.», «onsdag den 26. mars», «27th of March»
    hint: /\d(?:\.|de|te|th|st|nd|rd)? ?(?:of )?[jfmasond]/,
    pattern: words(
      new RegExp(
        `${WEEKDAY_BEFORE}(?<![\\d/,])${FROM}(?<![\\d/,])(?<day>\\d{1,2})(?:\\.|de|te|th|st|nd|rd)? ?(?:of )?${MONTH}\\b\\.?${YEAR_AFTER}`,
        'g',
      ),
    ),
    date: (groups, context) => dayOfMonth(groups, context),
  },
  {
    // «March 26», «Thursday, March 27, 2014»
    hint: /[a-y] \d/,
    pattern: words(
      new RegExp(
        `${WEEKDAY_BEFORE}\\b${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[.:/-]\\d| \\p{L})${YEAR_AFTER}`,
        'g',
      ),
    ),
    date: (groups, context) => dayOfMonth(groups, context),
  },
  {
    // «den tiende april»
    hint: /(?:de|te|dje|tte|nen|dre|ende)(?: i)? [jfmasond]/,
    pattern: words(new RegExp(`${WEEKDAY_BEFORE}\\b${ORDINAL} (?:i )?${MONTH}\\b(?!\\p{L})${YEAR_AFTER}`, 'g')),
    date: (groups, context) => dayOfMonth({ ...groups, day: String(ordinalOf(groups.ordinal)) }, context),
  },
  {
    // «den 26. ds.», «26. denne måned», «3. neste måned», «27. f.m.»
    hint: /\d\.? ?(?:i )?(?:d|s|f|n|inn)/,
    pattern: words(
      new RegExp(
        `${WEEKDAY_BEFORE}(?<![\\d/,])${FROM}(?<day>\\d{1,2})\\.? ?(?:i )?(?<which>ds|d\\.s|d\\.m|s\\.m|dennes|(?:denne|inneværende|samme|neste|forrige|siste) måned(?:en)?|n\\.m|f\\.m)\\b\\.?`,
        'g',
      ),
    ),
    date: ({ day = '', which = '' }, { sentOn }) => {
      if (sentOn === null) return null;
      const months = /^n/.test(which) ? 1 : /^(?:f|siste)/.test(which) ? -1 : 0;
      return `${monthStart(sentOn, months).slice(0, 8)}${day.padStart(2, '0')}`;
    },
  },
  {
    // «onsdag 26.», «torsdag den 3.», «onsdag 26 kl 18»: only when that day is such a weekday
    hint: /dag (?:den )?\d/,
    pattern: words(new RegExp(`\\b${WEEKDAY}(?: den)? (?<day>\\d{1,2})(?:\\.(?! ?\\d)|(?![\\d.:/-]|,\\d))`, 'g')),
    date: ({ day, weekday }, context) => numberedDay(day, weekdayNumber(weekday), context),
  },
  {
    // «den 26.», «møtet den 8. å slutte seg til»
    hint: /(?:den|møte) \d/,
    pattern: words(new RegExp(`\\b(?:den|møte) (?<day>\\d{1,2})\\.${AFTER_DAY}`, 'g')),
    date: ({ day }, context) => numberedDay(day, 0, context),
  },
];
