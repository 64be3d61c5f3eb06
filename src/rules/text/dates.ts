import { addDays, isIsoDate, isoWeekday } from '../calendar/add-days.ts';
import type { IsoDate } from '../calendar/iso-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { MONTHS, WEEKDAYS } from '../calendar/written-date.ts';
import { words } from './words.ts';

export interface DateMention {
  date: IsoDate;
  /** Where in the folded text. */
  at: number;
  end: number;
  text: string;
  /** A week, a month or «medio april», resolved to its last working day. */
  vague: boolean;
}

/** Whether a date without a year lies before the mail («vedtok 12. mars») or after it («behandles 12. mars»). */
export type Direction = 'past' | 'future';

const MONTH =
  '(januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|jan|feb|mrs|apr|jun|jul|aug|sept?|okt|nov|des)';
const WEEKDAY = `(${WEEKDAYS.join('|')})`;

/** «8. april 2014», «8.april», «8. apr.» */
const DAY_MONTH = words(new RegExp(`\\b(\\d{1,2})\\.? ?${MONTH}\\b\\.?(?:,? (\\d{4})\\b)?`, 'g'));

/** «08.04.2014», «8.4.14», «8/4-2014», «8.4.» after a word that asks for a date. Never a case number («sak 26/3»). */
const NUMERIC = words(
  /(?<![\d/.-])(\d{1,2})(?:\. ?|\/)(\d{1,2})(?:(?:\.|-|\/) ?(\d{4}|\d{2})(?![\d/])|(?:\.(?!\d)|(?![\d/.-])))/gu,
);

/** «2014-04-08» */
const ISO = words(/\b(\d{4})-(\d{2})-(\d{2})\b/gu);

/** «26. ds.»: that day of the mail's own month. */
const THIS_MONTH = words(/\b(\d{1,2})\. ?(?:ds|d\.m)\b/gu);

/** «i går», «i dag», «i forgårs», «i morgen» */
const NEAR_DAY = words(/\bi (dag|går|forgårs|morgen|overmorgen)\b/gu);

/** «torsdag i neste uke», «neste ukes torsdag» */
const NEXT_WEEK_DAY = words(new RegExp(`\\b${WEEKDAY}(?:en)? (?:i )?neste uke\\b`, 'g'));

/** «førstkommende torsdag», «nå på torsdag», «kommende torsdag», «til torsdag», «på torsdag» */
const COMING_DAY = words(
  new RegExp(`\\b(?:førstkommende|kommende|nå på|nå til|allerede|til|på|neste) ${WEEKDAY}\\b(?! \\d| den \\d)`, 'g'),
);

/** «sist torsdag», «forrige torsdag», «nå i torsdag» */
const LAST_DAY = words(new RegExp(`\\b(?:sist|siste|forrige|sistleden|i) ${WEEKDAY}(?:s)?\\b(?! \\d)`, 'g'));

/** «uke 12», «uke 12/2018» */
const WEEK = words(/\buke (?:nr\.? ?)?(\d{1,2})(?:[/ ](20\d\d))?\b/gu);

/** «i løpet av neste uke», «i neste uke»; a weekday before it is more exact and is taken by NEXT_WEEK_DAY. */
const NEXT_WEEK = words(new RegExp(`(?<!${WEEKDAY}(?:en)? (?:i )?)\\bneste uke\\b`, 'g'));

/** «i løpet av april», «i april», «medio april», «innen utgangen av april» */
const MONTH_ONLY = words(
  new RegExp(
    `\\b(i løpet av|i|primo|medio|ultimo|utgangen av|slutten av|begynnelsen av|starten av|midten av|innen) ${MONTH}\\b(?:\\s(\\d{4})\\b)?`,
    'g',
  ),
);

/** All dates that a folded text names, in order. `sentOn` is the mail's day in Norway; without it only full dates count. */
export function datesIn(folded: string, sentOn: IsoDate | null, direction: Direction): DateMention[] {
  const found: DateMention[] = [];
  const add = (match: RegExpMatchArray, date: IsoDate | null, vague = false) => {
    const at = match.index ?? 0;
    const end = at + match[0].length;
    if (date === null || !isIsoDate(date) || found.some(other => at < other.end && end > other.at)) return;
    found.push({ date, at, end, text: match[0], vague });
  };
  for (const match of folded.matchAll(ISO)) add(match, `${match[1]}-${match[2]}-${match[3]}`);
  for (const match of folded.matchAll(DAY_MONTH))
    add(match, dayIn(match[1], monthNumber(match[2]), match[3], sentOn, direction));
  for (const match of folded.matchAll(NUMERIC)) {
    if (isCaseNumber(folded, match)) continue;
    add(match, dayIn(match[1], Number(match[2]), match[3], sentOn, direction));
  }
  if (sentOn !== null) addRelative(folded, sentOn, direction, add);
  return found.sort((a, b) => a.at - b.at);
}

type Add = (match: RegExpMatchArray, date: IsoDate | null, vague?: boolean) => void;

function addRelative(folded: string, sentOn: IsoDate, direction: Direction, add: Add): void {
  for (const match of folded.matchAll(THIS_MONTH))
    add(match, `${sentOn.slice(0, 7)}-${(match[1] ?? '').padStart(2, '0')}`);
  for (const match of folded.matchAll(NEAR_DAY)) add(match, addDays(sentOn, nearDay(match[1])));
  const monday = addDays(sentOn, 1 - isoWeekday(sentOn));
  for (const match of folded.matchAll(NEXT_WEEK_DAY)) add(match, addDays(monday, 7 + WEEKDAYS.indexOf(match[1] ?? '')));
  for (const match of folded.matchAll(LAST_DAY)) add(match, weekdayBefore(sentOn, match[1]));
  for (const match of folded.matchAll(COMING_DAY)) {
    add(
      match,
      direction === 'past' && match[0].startsWith('på ')
        ? weekdayBefore(sentOn, match[1])
        : weekdayAfter(sentOn, match[1]),
    );
  }
  for (const match of folded.matchAll(WEEK)) add(match, endOfWeek(match[1], match[2], sentOn), true);
  for (const match of folded.matchAll(NEXT_WEEK)) add(match, lastWorkingDay(addDays(monday, 11)), true);
  for (const match of folded.matchAll(MONTH_ONLY))
    add(match, partOfMonth(match[1] ?? '', monthNumber(match[2]), match[3], sentOn), true);
}

function dayIn(
  day: string | undefined,
  month: number,
  year: string | undefined,
  sentOn: IsoDate | null,
  direction: Direction,
): IsoDate | null {
  const date = (y: number) => `${y}-${String(month).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  if (year !== undefined) return date(year.length === 2 ? 2000 + Number(year) : Number(year));
  if (sentOn === null) return null;
  const same = date(Number(sentOn.slice(0, 4)));
  if (direction === 'future') return same < sentOn ? date(Number(sentOn.slice(0, 4)) + 1) : same;
  return same > sentOn ? date(Number(sentOn.slice(0, 4)) - 1) : same;
}

/** «sak 26/3» and «PS 14/12» look like dates; a slash without a year counts only after a word that asks for a day. */
function isCaseNumber(folded: string, match: RegExpMatchArray): boolean {
  const at = match.index ?? 0;
  const before = folded.slice(Math.max(0, at - 14), at);
  if (BEFORE_CASE_NUMBER.test(before) || BEFORE_SUM.test(before)) return true;
  const plainDay = /^\d{1,2}\. ?\d{2}\.$/.test(match[0]);
  return match[3] === undefined && !plainDay && !BEFORE_DATE.test(before);
}

const BEFORE_CASE_NUMBER = words(
  /\b(?:sak|saksnr|saksnummer|ps|fs|ks|rs|ds|ft|nr|ref|punkt|pkt|kap|kapittel|§|versjon|kl|tlf|telefon)\.?:? ?$/u,
);
const BEFORE_SUM = words(/\b(?:kr|nok)\.? ?$/u);
const BEFORE_DATE = words(
  new RegExp(
    `\\b(?:den|til|innen|fra|dato|møte|på|etter|senest|frist|fristen|av|jf|utgangen|kommunestyret|formannskapet|fylkestinget|${WEEKDAYS.join('|')}),? ?(?:den )?$`,
  ),
);

function monthNumber(name: string | undefined): number {
  const short = (name ?? '').slice(0, 3).replace('mrs', 'mar');
  return MONTHS.findIndex(month => month.startsWith(short)) + 1;
}

function nearDay(word: string | undefined): number {
  return { forgårs: -2, går: -1, dag: 0, morgen: 1, overmorgen: 2 }[word ?? 'dag'] ?? 0;
}

function weekdayAfter(day: IsoDate, name: string | undefined): IsoDate {
  const ahead = (WEEKDAYS.indexOf(name ?? '') + 1 - isoWeekday(day) + 7) % 7;
  return addDays(day, ahead === 0 ? 7 : ahead);
}

function weekdayBefore(day: IsoDate, name: string | undefined): IsoDate {
  return addDays(weekdayAfter(day, name), -7) === day ? addDays(day, -7) : addDays(weekdayAfter(day, name), -7);
}

function endOfWeek(week: string | undefined, year: string | undefined, sentOn: IsoDate): IsoDate | null {
  const number = Number(week);
  if (number < 1 || number > 53) return null;
  const friday = (y: number) => {
    const fourth = `${y}-01-04`;
    return addDays(fourth, 5 - isoWeekday(fourth) + (number - 1) * 7);
  };
  const own = friday(Number(year ?? sentOn.slice(0, 4)));
  return lastWorkingDay(year === undefined && own < sentOn ? friday(Number(sentOn.slice(0, 4)) + 1) : own);
}

function partOfMonth(part: string, month: number, year: string | undefined, sentOn: IsoDate): IsoDate | null {
  const thisYear = Number(sentOn.slice(0, 4));
  const y = year !== undefined ? Number(year) : month < Number(sentOn.slice(5, 7)) ? thisYear + 1 : thisYear;
  const first = `${y}-${String(month).padStart(2, '0')}-01`;
  const next = month === 12 ? `${y + 1}-01-01` : `${y}-${String(month + 1).padStart(2, '0')}-01`;
  if (/primo|begynnelsen|starten/.test(part)) return lastWorkingDay(addDays(first, 9));
  if (/medio|midten/.test(part)) return lastWorkingDay(addDays(first, 14));
  return lastWorkingDay(addDays(next, -1));
}

function lastWorkingDay(date: IsoDate): IsoDate {
  const same = addWorkingDays(date, 0);
  return same === date ? date : addWorkingDays(same, -1);
}
