import type { Instant } from '../rules/calendar/iso-date.ts';
import { instantFrom } from '../rules/calendar/oslo-time.ts';

/** Headers end early; a mail without an empty line must not make us search megabytes. */
export const HEAD_SIZE = 64 * 1024;

/**
 * When a mail in a folder arrived: the time of the topmost Received line (written by the receiving server), else its
 * Date, else the file's own time; never later than now, since files can be copied and clocks can lie.
 */
export function arrivalTime(raw: Uint8Array, fileTime: Instant, now: Instant): Instant {
  const head = new TextDecoder('latin1').decode(raw.subarray(0, HEAD_SIZE));
  const headers = (head.split(/\r?\n\r?\n/, 1)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ');
  const received = /^Received:[^\n]*;([^;\n]+)$/im.exec(headers)?.[1];
  const date = /^Date:([^\n]+)$/im.exec(headers)?.[1];
  for (const text of [received, date]) {
    const milliseconds = text === undefined ? Number.NaN : Date.parse(text.trim());
    if (!Number.isNaN(milliseconds)) {
      const arrived = instantFrom(milliseconds);
      if (arrived <= now) return arrived;
    }
  }
  return fileTime < now ? fileTime : now;
}
