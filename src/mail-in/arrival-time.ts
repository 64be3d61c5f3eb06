import type { Instant } from '../rules/calendar/iso-date.ts';
import { instantFrom } from '../rules/calendar/oslo-time.ts';

/** Headers end early; a mail without an empty line must not make us search megabytes. */
export const HEAD_SIZE = 64 * 1024;

/**
 * When a mail in a folder arrived: the time of the topmost Received line (written by the receiving server), else its
 * Date, else the file's own time; never later than now, since files can be copied and clocks can lie.
 */
export function arrivalTime(raw: Uint8Array, fileTime: Instant, now: Instant): Instant {
  const headers = headersOf(raw);
  for (const arrived of [received(headers), dated(headers)]) if (arrived !== null && arrived <= now) return arrived;
  return fileTime < now ? fileTime : now;
}

/** The time of the topmost Received line; null without one. */
export function receivedTime(raw: Uint8Array): Instant | null {
  return received(headersOf(raw));
}

function headersOf(raw: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(raw.subarray(0, HEAD_SIZE));
  return (head.split(/\r?\n\r?\n/, 1)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ');
}

function received(headers: string): Instant | null {
  return timeIn(/^Received:[^\n]*;([^;\n]+)$/im.exec(headers)?.[1]);
}

function dated(headers: string): Instant | null {
  return timeIn(/^Date:([^\n]+)$/im.exec(headers)?.[1]);
}

function timeIn(text: string | undefined): Instant | null {
  const milliseconds = text === undefined ? Number.NaN : Date.parse(text.trim());
  return Number.isNaN(milliseconds) ? null : instantFrom(milliseconds);
}
