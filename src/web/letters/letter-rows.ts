import { createHash } from 'node:crypto';
import { lettersThatCanBeStopped } from '../../jobs/decide-letters.ts';
import { campaignById } from '../../register/campaigns.ts';
import { caseById } from '../../register/cases.ts';
import { municipalityOnDate } from '../../register/municipalities.ts';
import { casesOfLetter, type Letter, letterById } from '../../register/outbox.ts';
import { lettersWaiting } from '../../register/outbox-waiting.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { listOf } from '../../rules/letters/norwegian-list.ts';
import { ROLE_NAMES } from '../../rules/standing/journal-words.ts';
import { dayAndClock } from '../frame/written-moment.ts';
import type { WebWorld } from '../web-world.ts';

/** A letter in the outbox, as its row shows it. */
export interface LetterRow {
  letter: Letter;
  names: string[];
  campaign: string;
  roles: string;
  because: string;
  /** When it leaves, or what it waits for. */
  when: string;
  isCollective: boolean;
  canBeStopped: boolean;
}

/** All that wait, or those given. */
export function letterRows(world: WebWorld, letters?: readonly Letter[]): LetterRow[] {
  const { register } = world;
  const stoppable = new Set(lettersThatCanBeStopped(register).map(one => one.id));
  const all = letters ?? lettersWaiting(register).map(one => letterById(register, one.id)!);
  return all.map(letter => {
    const rows = casesOfLetter(register, letter.id).filter(row => row.state === 'owed' || letters !== undefined);
    const names = rows.map(row => {
      const one = caseById(register, row.caseId)!;
      return municipalityOnDate(register, one.municipalityId, osloDate(one.openedAt)).name;
    });
    const because = [...new Set(rows.map(row => row.because))].join('; ');
    return {
      letter,
      names: names.sort(new Intl.Collator('nb').compare),
      campaign: campaignById(register, letter.campaignId)!.title,
      roles: listOf(letter.roles.map(role => (ROLE_NAMES[role] ?? role).toLowerCase())),
      because: because === '' ? '' : `${because[0]!.toUpperCase()}${because.slice(1)}`,
      when: whenItLeaves(letter),
      isCollective: letter.collective,
      canBeStopped: stoppable.has(letter.id),
    };
  });
}

function whenItLeaves(letter: Letter): string {
  if (letter.state === 'uncertain') return 'Usikkert om det gikk; sendes ikke på nytt';
  if (letter.state === 'claimed' || letter.state === 'eod') return 'Går nå';
  const from = dayAndClock(letter.dueAt);
  if (letter.approval === 'waiting')
    return letter.leavesAt === null
      ? `Når du har godkjent, fra ${from}`
      : `Av seg selv ${dayAndClock(letter.leavesAt)}`;
  return letter.response === null ? `Godkjent, fra ${from}` : `Prøves igjen: ${letter.response}`;
}

/** Another text whenever the list is another one: somebody was dropped, answered, or added since the page was made. */
export function listMark({ register }: WebWorld): string {
  const list = lettersWaiting(register).map(one => [
    one.id,
    one.state,
    one.approval,
    casesOfLetter(register, one.id).map(row => [row.caseId, row.state]),
  ]);
  return createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 16);
}
