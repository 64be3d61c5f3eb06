import type { Instant } from '../rules/calendar/iso-date.ts';
import { kept } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** A letter that has not left is due later. One that would leave by itself unless stopped does not leave before that either. */
export function postponeLetter(register: Register, id: number, dueAt: Instant): void {
  kept(
    register,
    `UPDATE letter SET due_at = @dueAt, leaves_at = CASE WHEN leaves_at < @dueAt THEN @dueAt ELSE leaves_at END
       WHERE id = @id AND state IN ('planned', 'rendered', 'retry')`,
  ).run({ id, dueAt });
}
