import { shortDate } from '../rules/calendar/written-date.ts';
import { letterWords } from '../rules/letters/letter-kind-words.ts';
import type { ReminderPlan } from '../rules/reminders/reminder-plan.ts';

/** Who gets what and why, who does not and why: the whole plan, in Norwegian. */
export function printPlan(plan: ReminderPlan): string {
  const lines = [`Plan for ${shortDate(plan.today)}`];
  for (const letter of plan.letters) {
    const how = letter.collective
      ? `fellesbrev til ${letter.cases.length}`
      : letter.cases.map(one => one.name).join(', ');
    const waits =
      letter.approval === 'ask'
        ? ' (venter på godkjenning)'
        : letter.approval === 'hold'
          ? ` (går om ${letter.holdHours} timer)`
          : '';
    lines.push(`  BREV  ${letterWords(letter.kind)}: ${how}${waits}`);
    for (const one of letter.cases) {
      lines.push(`        ${one.name}: ${one.because}`);
      if (one.wouldSpare !== null) lines.push(`          reglene ville spart ${one.name}: ${one.wouldSpare}`);
    }
  }
  for (const task of plan.phone) lines.push(`  RING  ${task.name}: ${task.because}`);
  for (const spared of plan.spared) lines.push(`  –     ${spared.name}: ${spared.because}`);
  if (plan.letters.length === 0 && plan.phone.length === 0) lines.push('  Ingen brev i dag.');
  if (plan.next !== null) {
    lines.push(
      `  Neste: ${shortDate(plan.next.date)} ${letterWords(plan.next.letter)} til ${plan.next.cases.join(', ')}`,
    );
  }
  return lines.join('\n');
}
