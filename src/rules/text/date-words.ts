import { MONTHS, WEEKDAYS } from '../calendar/written-date.ts';

/** Months in folded text (see fold.ts: English ones are bokmål there, but «may», which is mostly a verb), with their short forms. */
const MONTH_NAMES = [
  'januar|jan',
  'februar|febr|feb',
  'mars|mar|mrs',
  'april|apr',
  'mai|may',
  'juni|jun',
  'juli|jul',
  'august|aug',
  'september|sept|sep',
  'oktober|okt|oct',
  'november|nov',
  'desember|des|dec',
];

/** A month beside a day number. These constants are sources for patterns, with named groups. */
export const MONTH = `(?<month>${MONTH_NAMES.join('|')})`;

/** A whole month name, which alone may stand without a day. */
export const FULL_MONTH = `(?<month>${MONTHS.join('|')})`;

/** «torsdag», «torsdagens», «torsdags». */
export const WEEKDAY = `(?<weekday>${WEEKDAYS.join('|')})(?:ens|en|s)?`;

/** A weekday that may stand before a date: «torsdag », «tors. », «torsdag den ». */
export const WEEKDAY_BEFORE = '(?:\\b(?<weekday>man|tir|ons|tor|fre|lør|søn)(?:s?dag(?:en)?|s)?[.,]? (?:den )?)?';

/** 1 = January; 0 for what is no month. */
export function monthNumber(name: string | undefined): number {
  return MONTH_NAMES.findIndex(names => names.split('|').includes(name ?? '')) + 1;
}

/** 1 = Monday; 0 for what is no weekday. «tor» and «torsdag» are Thursday. */
export function weekdayNumber(name: string | undefined): number {
  return name === undefined ? 0 : WEEKDAYS.findIndex(day => day.startsWith(name.slice(0, 3))) + 1;
}

const NUMBER_WORDS = [
  '',
  'en|ett|et|ei',
  'to|et par|ett par',
  'tre',
  'fire',
  'fem',
  'seks',
  'sju|syv',
  'åtte',
  'ni',
  'ti',
  'elleve',
  'tolv',
  'tretten',
  'fjorten',
];

/** A small number in digits or words: «to», «2-3» (of which the last counts), «14», «et par». */
export const COUNT = `(?:\\d{1,2} ?(?:-|til|eller) ?)?(?<count>\\d{1,2}|${NUMBER_WORDS.slice(1).join('|')})`;

export function countOf(word = ''): number {
  const digits = Number(word);
  return Number.isNaN(digits) ? NUMBER_WORDS.findIndex(words => words.split('|').includes(word)) : digits;
}

const ORDINALS = [
  'første',
  'andre|annen',
  'tredje',
  'fjerde',
  'femte',
  'sjette',
  'sjuende|syvende',
  'åttende',
  'niende',
  'tiende',
  'ellevte',
  'tolvte',
  'trettende',
  'fjortende',
  'femtende',
  'sekstende',
  'syttende',
  'attende',
  'nittende',
  'tjuende|tyvende',
  'tjueførste|enogtyvende',
  'tjueandre|toogtyvende',
  'tjuetredje|treogtyvende',
  'tjuefjerde|fireogtyvende',
  'tjuefemte|femogtyvende',
  'tjuesjette|seksogtyvende',
  'tjuesjuende|syvogtyvende',
  'tjueåttende|åtteogtyvende',
  'tjueniende|niogtyvende',
  'trettiende|tredevte',
  'trettiførste|enogtredevte',
];

/** «tiende» as in «tiende april». */
export const ORDINAL = `(?<ordinal>${ORDINALS.join('|')})`;

export function ordinalOf(word: string | undefined): number {
  return ORDINALS.findIndex(words => words.split('|').includes(word ?? '')) + 1;
}
