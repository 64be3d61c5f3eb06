import { isIsoDate } from '../calendar/add-days.ts';
import type { IsoDate } from '../calendar/iso-date.ts';
import { remembered } from '../remembered.ts';
import type { DateForm, Direction } from './date-form.ts';
import { FEAST_DATES } from './feast-dates.ts';
import { NUMERIC_DATES } from './numeric-dates.ts';
import { SPAN_DATES, WEEKDAYS_OF_SPANS } from './span-dates.ts';
import { WEEKDAY_DATES } from './weekday-dates.ts';
import { WRITTEN_DATES } from './written-dates.ts';

export type { Direction } from './date-form.ts';

export interface DateMention {
  date: IsoDate;
  /** Where in the folded text; a weekday before the date belongs to it. */
  at: number;
  end: number;
  text: string;
  /** A week, a month or «om to uker», resolved to its last working day. */
  vague: boolean;
  /** False for «26. mars», of which the year is only supposed. */
  yearGiven: boolean;
}

/** Days that need no mail's day to be told. */
const FULL: readonly DateForm[] = [...NUMERIC_DATES, ...WRITTEN_DATES];

/** From the most exact to the vaguest: «torsdag i uke 12» before «uke 12» before «torsdag». */
const ALL: readonly DateForm[] = [...FULL, ...FEAST_DATES, ...WEEKDAYS_OF_SPANS, ...WEEKDAY_DATES, ...SPAN_DATES];

/** What every date has at least one of; most sentences have none. */
const MAY_HOLD_DATE =
  /\d|dag|går|morg|kveld|uke|måned|helg|påske|pinse|jul|nytt|årsskifte|året|middag|yesterday|tomorrow|today|jan|feb|mar|apr|mai|jun|aug|sep|okt|nov|des/;

/** More days than this are a calendar or an attack; each is compared with those found before it. */
const MAX_DATES = 60;

/** The same sentences are asked for their dates by each rule; a longer text is none, and is not kept. */
const REMEMBERED = 200;
const LONGEST_REMEMBERED = 1000;

/** All dates that a folded text names, in order. `sentOn` is the mail's day in Norway; without it only full dates count. */
export function datesIn(folded: string, sentOn: IsoDate | null, direction: Direction): readonly DateMention[] {
  if (!MAY_HOLD_DATE.test(folded)) return [];
  if (folded.length > LONGEST_REMEMBERED) return find(folded, sentOn, direction);
  return rememberedDates(`${sentOn ?? ''} ${direction} ${folded}`);
}

const rememberedDates = remembered((asked: string): readonly DateMention[] => {
  const [sentOn = '', direction = ''] = asked.split(' ', 2);
  const folded = asked.slice(sentOn.length + direction.length + 2);
  return find(folded, sentOn === '' ? null : sentOn, direction as Direction);
}, REMEMBERED);

function find(folded: string, sentOn: IsoDate | null, direction: Direction): DateMention[] {
  const context = { folded, sentOn, direction };
  const found: DateMention[] = [];
  for (const { hint, pattern, date, vague } of sentOn === null ? FULL : ALL) {
    if (!hint.test(folded)) continue;
    for (const match of folded.matchAll(pattern)) {
      if (found.length >= MAX_DATES) break;
      const at = match.index;
      const end = at + match[0].length;
      if (found.some(other => at < other.end && end > other.at)) continue;
      const groups = match.groups ?? {};
      const day = date(groups, context, match);
      if (day === null || !isIsoDate(day)) continue;
      const yearGiven = (groups.year ?? groups.shortYear ?? groups.yearWord ?? groups.spaced) !== undefined;
      found.push({ date: day, at, end, text: match[0], vague: vague === true, yearGiven });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}
