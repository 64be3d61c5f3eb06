/** A step of the register at which a process can be made to die: just before or just after it is on the disk. */
export interface Failpoint {
  name: string;
  moment: 'before' | 'after';
  /** Whether a statement with its values is the step. */
  when: (sql: string, args: unknown[]) => boolean;
}

const moves = (to: string) => (sql: string, args: unknown[]) =>
  sql.startsWith('UPDATE letter SET state = @to') && (args[0] as { to?: string }).to === to;
const starts = (words: string) => (sql: string) => sql.trim().startsWith(words);

const STEPS: Record<string, Failpoint['when']> = {
  'letter rendered': starts("UPDATE letter SET state = 'rendered'"),
  'letter claimed': moves('claimed'),
  'final dot noted': moves('eod'),
  'letter sent': moves('sent'),
  'letter in doubt': moves('uncertain'),
  'copy seen': starts('UPDATE letter SET witness_id'),
  'copy filed': starts('UPDATE letter SET copied_at'),
  'mail stored': starts('INSERT INTO message ('),
  'mail read': starts('UPDATE message SET state'),
  'effect written': (sql, args) => sql.trim().startsWith('INSERT INTO journal') && args[3] === 'answered',
  'position noted': starts('INSERT INTO mailbox_position (mailbox, position) VALUES'),
  'read to the end': starts('INSERT INTO mailbox_position (mailbox, position, read_to_end_at)'),
};

export const FAILPOINTS: readonly Failpoint[] = Object.entries(STEPS).flatMap(([step, when]) =>
  (['before', 'after'] as const).map(moment => ({ name: `${moment} ${step}`, moment, when })),
);
