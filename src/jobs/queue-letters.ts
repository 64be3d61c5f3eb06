import { writeJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { planLetter } from '../register/outbox.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { addSeconds } from '../rules/calendar/oslo-time.ts';
import type { PlannedLetter, ReminderPlan } from '../rules/reminders/reminder-plan.ts';
import type { Mode } from '../rules/standing/journal-entry.ts';
import { ROBOT } from './take-effects.ts';

export interface QueueOrder {
  campaignId: string;
  mode: Mode;
  now: Instant;
  /** A person's order is her approval; null: the letter's own rule holds. */
  approvedBy: string | null;
  roundId: number | null;
}

/**
 * Carries out a plan: letters into the outbox, one transaction for all of it. What the database has already for a case
 * and occasion is left alone, so that the same plan may be queued again.
 * @returns ids of the new letters
 */
export function queueLetters(register: Register, plan: ReminderPlan, order: QueueOrder): number[] {
  const queue = register.transaction(() => {
    const ids = plan.letters.map(letter => queueOne(register, letter, order));
    const context = { at: order.now, actor: ROBOT, mode: order.mode };
    for (const { caseId, occasion, because } of plan.spared) {
      if (occasion !== null) writeJournal(register, caseId, { event: 'rung-spared', occasion, because }, context);
    }
    for (const { caseId, occasion } of plan.phone)
      writeJournal(register, caseId, { event: 'phone-task', occasion }, context);
    return ids.filter(id => id !== null);
  });
  return queue.immediate();
}

function queueOne(register: Register, letter: PlannedLetter, order: QueueOrder): number | null {
  const approved = order.approvedBy ?? (letter.approval === 'auto' ? ROBOT.name : null);
  return planLetter(register, {
    campaignId: order.campaignId,
    kind: letter.kind,
    roundId: order.roundId,
    deadline: letter.deadline,
    newDeadline: letter.newDeadline,
    collective: letter.collective,
    roles: letter.roles,
    mode: order.mode,
    approval: approved === null ? 'waiting' : 'approved',
    approvedBy: approved,
    leavesAt: letter.approval === 'hold' ? addSeconds(order.now, letter.holdHours * 3600) : null,
    plannedAt: order.now,
    dueAt: order.now,
    occasion: letter.occasion,
    cases: letter.cases,
  });
}
