import type { Alert, KeptAlert } from '../rules/alerts/alert.ts';
import type { Changes, News } from '../rules/alerts/follow-alerts.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { kept, keptPluck } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** Alerts that are not over yet, or whose end has not been told; oldest first. */
export function openAlerts(register: Register): KeptAlert[] {
  const rows = kept(
    register,
    `SELECT id, key, severity, title, happened, todo, campaigns, patience, began_at AS began, gone_at AS gone, told_at AS told,
         last_told_at AS lastTold FROM alert WHERE closed_at IS NULL ORDER BY id`,
  ).all() as (Omit<KeptAlert, 'campaigns'> & { campaigns: string })[];
  return rows.map(row => ({ ...row, campaigns: JSON.parse(row.campaigns) as string[] }));
}

/** What began, lasts or has gone since the last look. */
export function noteAlerts(register: Register, { begin, last, gone }: Changes, now: Instant): void {
  const note = register.transaction(() => {
    for (const one of begin) addAlert(register, one, null);
    for (const { id, alert } of last)
      kept(
        register,
        `UPDATE alert SET gone_at = NULL, severity = @severity, title = @title, happened = @happened, todo = @todo,
             campaigns = @campaigns WHERE id = @id`,
      ).run({ id, ...wordsOf(alert) });
    for (const id of gone) kept(register, 'UPDATE alert SET gone_at = ? WHERE id = ?').run(now, id);
  });
  note.immediate();
}

/** @param told when a person was told of it while the register could not note it; null = not yet */
export function addAlert(register: Register, alert: Alert, told: Instant | null): void {
  kept(
    register,
    `INSERT INTO alert (key, severity, title, happened, todo, campaigns, patience, began_at, told_at, last_told_at)
       VALUES (@key, @severity, @title, @happened, @todo, @campaigns, @patience, @began, @told, @told)
       ON CONFLICT (key) WHERE closed_at IS NULL DO UPDATE SET told_at = coalesce(told_at, @told), last_told_at = @told`,
  ).run({ ...wordsOf(alert), key: alert.key, patience: alert.patience, began: alert.began, told });
}

/** All that one mail says is told. */
export function noteTold(register: Register, { began, again, over }: News, now: Instant): void {
  const note = register.transaction(() => {
    for (const { id } of [...began, ...again])
      kept(register, 'UPDATE alert SET told_at = coalesce(told_at, @now), last_told_at = @now WHERE id = @id').run({
        id,
        now,
      });
    for (const { id } of over)
      kept(register, 'UPDATE alert SET over_told_at = @now, closed_at = @now WHERE id = @id').run({ id, now });
  });
  note.immediate();
}

/** The mail was refused after all: nobody was told. */
export function noteNotTold(register: Register, { began, again, over }: News): void {
  const note = register.transaction(() => {
    for (const { id, told, lastTold } of [...began, ...again])
      kept(register, 'UPDATE alert SET told_at = ?, last_told_at = ? WHERE id = ?').run(told, lastTold, id);
    for (const { id } of over)
      kept(register, 'UPDATE alert SET over_told_at = NULL, closed_at = NULL WHERE id = ?').run(id);
  });
  note.immediate();
}

/** Over before anybody had to know. */
export function closeSilently(register: Register, alerts: readonly KeptAlert[], now: Instant): void {
  for (const { id } of alerts) kept(register, 'UPDATE alert SET closed_at = ? WHERE id = ?').run(now, id);
}

/** Alert mails since a moment: all that one mail said was noted at the same moment. */
export function alertMailsSince(register: Register, since: Instant): number {
  return keptPluck(
    register,
    `SELECT count(*) FROM (SELECT told_at AS at FROM alert WHERE told_at > @since
       UNION SELECT last_told_at FROM alert WHERE last_told_at > @since
       UNION SELECT over_told_at FROM alert WHERE over_told_at > @since)`,
  ).get({ since }) as number;
}

function wordsOf({ severity, title, happened, todo, campaigns }: Alert) {
  return { severity, title, happened, todo, campaigns: JSON.stringify(campaigns) };
}
