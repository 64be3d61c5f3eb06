import type { IsoDate } from '../calendar/iso-date.ts';
import { osloInstant } from '../calendar/oslo-time.ts';
import { maySendAt } from '../calendar/sending-window.ts';
import { writtenDate } from '../calendar/written-date.ts';
import type { Round } from './campaign.ts';
import type { Findings } from './campaign-fault.ts';
import { warnOfDeadline } from './read-deadlines.ts';
import { readKeys, type Spellings } from './read-keys.ts';
import { FORMS, LETTERS, usualRoles } from './read-ladder.ts';
import { readDate, readRoles, readWord } from './read-values.ts';
import { shown, type Written } from './written-value.ts';

const ROUND_KEYS: Spellings<'at' | 'letter' | 'newDeadline' | 'form' | 'roles'> = {
  at: ['tid', 'tidspunkt', 'time', 'at'],
  letter: ['brev', 'letter'],
  newDeadline: ['ny frist', 'new deadline'],
  form: ['form'],
  roles: ['til', 'to', 'roles'],
};

/** Rounds in time order, each after the campaign's day, a new deadline after the round and after every earlier one. */
export function readRounds(
  value: Written | undefined,
  date: IsoDate,
  lastDeadline: IsoDate | null,
  place: string,
  findings: Findings,
): Round[] {
  if (value === undefined || value.kind === 'nothing') return [];
  const rounds: Round[] = [];
  let deadline = lastDeadline;
  for (const item of value.kind === 'list' ? value.items : [value]) {
    const round = readRound(item, place, findings);
    if (round === null) continue;
    const before = rounds[rounds.length - 1];
    if (before === undefined ? round.day < date : round.at <= before.at) {
      findings.faults.push({
        line: item.line,
        place: `${place}: tid`,
        expected: before === undefined ? `en tid etter henvendelsen ${writtenDate(date)}` : 'en tid etter runden før',
        found: writtenDate(round.day),
        whatToDo: 'Sett rundene i tidsrekkefølge.',
      });
    }
    if (round.newDeadline !== null) {
      const earliest = deadline !== null && deadline > round.day ? deadline : round.day;
      if (round.newDeadline <= earliest) {
        findings.faults.push({
          line: item.line,
          place: `${place}: ny frist`,
          expected: `en dag etter ${writtenDate(earliest)}`,
          found: writtenDate(round.newDeadline),
          whatToDo: 'Den nye fristen må komme etter runden og etter fristen før.',
        });
      }
      warnOfDeadline(round.newDeadline, item.line, `${place}: ny frist`, findings);
      deadline = round.newDeadline;
    }
    const { day, ...rest } = round;
    rounds.push(rest);
  }
  return rounds;
}

function readRound(value: Written, place: string, findings: Findings): (Round & { day: IsoDate }) | null {
  const keys = readKeys(value, ROUND_KEYS, place, findings);
  if (keys === null) return null;
  const missing: Written = { kind: 'nothing', line: value.line };
  const time = readTime(keys.at ?? missing, `${place}: tid`, findings);
  const letter = readWord(keys.letter ?? missing, LETTERS, `${place}: brev`, findings);
  const newDeadline = keys.newDeadline ? readDate(keys.newDeadline, `${place}: ny frist`, findings) : null;
  const form = keys.form ? readWord(keys.form, FORMS, `${place}: form`, findings) : null;
  if (time === null || letter === null) return null;
  const roles = readRoles(keys.roles, usualRoles(letter), `${place}: til`, findings);
  return { ...time, letter, collective: form === 'collective', roles, newDeadline };
}

/** «27.2.2014 kl. 09.46», `2014-02-27 09:46`. */
function readTime(value: Written, place: string, findings: Findings): { at: string; day: IsoDate } | null {
  const written = value.kind === 'text' ? value.text.trim() : '';
  const parts = /^(?<day>.+?),?[\sT]+(?:kl\.?\s*)?(?<hour>\d{1,2})[.:](?<minute>\d{2})$/iu.exec(written)?.groups;
  const hour = Number(parts?.hour);
  if (parts?.day === undefined || hour > 23 || Number(parts.minute) > 59) {
    findings.faults.push({
      line: value.line,
      place,
      expected: 'dato og klokkeslett',
      found: shown(value),
      whatToDo: 'Skriv det som 2014-02-27 09:46.',
    });
    return null;
  }
  const day = readDate({ kind: 'text', text: parts.day, line: value.line }, place, findings);
  if (day === null) return null;
  const at = osloInstant(day, `${String(hour).padStart(2, '0')}:${parts.minute}`);
  const moment = maySendAt(at);
  if (!moment.may) {
    findings.warnings.push({
      line: value.line,
      place,
      expected: 'en tid da brev går: arbeidsdager kl. 08–15',
      found: shown(value),
      whatToDo: `${moment.reason} Runden venter til neste åpning hvis tiden står.`,
    });
  }
  return { at, day };
}
