import type { IsoDate } from '../calendar/iso-date.ts';

/** Whether a date without a year lies before the mail («vedtok 12. mars») or after it («behandles 12. mars»). */
export type Direction = 'past' | 'future';

/** What a form of writing dates is resolved against. */
export interface DateContext {
  folded: string;
  /** The mail's day in Norway; without it only full dates count. */
  sentOn: IsoDate | null;
  direction: Direction;
}

/** One way of writing a day. Where two forms find the same words, the earlier in the list wins. */
export interface DateForm {
  /** What every such text has: a plain search that spares most sentences the pattern. */
  hint: RegExp;
  /** Global, with named groups, for folded text. */
  pattern: RegExp;
  /** A week, a month or a span of days: resolved to its last working day. */
  vague?: true;
  /** The day that a match means, null when it is none after all. */
  date: (groups: Partial<Record<string, string>>, context: DateContext, match: RegExpMatchArray) => IsoDate | null;
}

/** The text just before a match. */
export function textBefore(match: RegExpMatchArray, { folded }: DateContext, length = 40): string {
  const at = match.index ?? 0;
  return folded.slice(Math.max(0, at - length), at);
}

/** The text just after a match. */
export function textAfter(match: RegExpMatchArray, { folded }: DateContext, length = 20): string {
  const end = (match.index ?? 0) + match[0].length;
  return folded.slice(end, end + length);
}
