import { openReviews } from '../../register/journal.ts';
import { mailboxPositions } from '../../register/mailbox-items.ts';
import { lettersWaiting } from '../../register/outbox-waiting.ts';
import type { Instant } from '../../rules/calendar/iso-date.ts';
import type { WebWorld } from '../web-world.ts';

/** What the menu counts on every page. */
export interface WorkCounts {
  /** Messages that wait for a person. */
  reviews: number;
  /** Letters in the outbox that have not left. */
  letters: number;
}

export function workCounts({ register }: WebWorld): WorkCounts {
  return {
    reviews: new Set(openReviews(register).map(one => one.messageId ?? -one.entryId)).size,
    letters: lettersWaiting(register).length,
  };
}

/** Until when every mailbox has been read to its end; null before the first look. */
export function readUntil({ register }: WebWorld): Instant | null {
  const moments = mailboxPositions(register).flatMap(one => one.readToEndAt ?? []);
  return moments.sort()[0] ?? null;
}
