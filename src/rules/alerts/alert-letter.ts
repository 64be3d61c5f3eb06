import type { Instant } from '../calendar/iso-date.ts';
import { osloClock, osloDate } from '../calendar/oslo-time.ts';
import { writtenDate } from '../calendar/written-date.ts';
import type { KeptAlert } from './alert.ts';
import type { News } from './follow-alerts.ts';

/** One mail for all that there is to say: subject and plain text, in Norwegian. null when there is nothing. */
export function alertLetter({ began, again, over }: News): { subject: string; text: string } | null {
  if (began.length + again.length + over.length === 0) return null;
  const parts = [
    ...section('Nytt', began, lasting),
    ...section('Over', over, ended),
    ...section('Fortsatt', again, lasting),
    'Purrebot sender dette av seg selv: når noe begynner, når det er over, og en påminnelse en gang imellom. ' +
      '«purrebot status» viser alt som står igjen.',
  ];
  return { subject: subjectOf(began, over, again), text: `${parts.join('\n\n')}\n` };
}

function subjectOf(began: readonly KeptAlert[], over: readonly KeptAlert[], again: readonly KeptAlert[]): string {
  const named = (word: string, of: readonly KeptAlert[]) =>
    of.length === 0 ? [] : [`${word}${of.length === 1 ? of[0]!.title : `${of.length} varsler`}`];
  return `Purrebot: ${[...named('', began), ...named('Over: ', over), ...named('Fortsatt: ', again)].join('. ')}`;
}

function section(heading: string, alerts: readonly KeptAlert[], words: (one: KeptAlert) => string): string[] {
  return alerts.length === 0 ? [] : [heading.toUpperCase(), ...alerts.map(words)];
}

function lasting({ title, happened, todo, began }: KeptAlert): string {
  return `${title}\nSiden ${moment(began)}. ${happened}\nGjør dette: ${todo}`;
}

function ended({ title, began, gone, told }: KeptAlert): string {
  const late = told === null ? ' Varselet kunne ikke sendes mens det sto på.' : '';
  return `Over: ${title}\nFra ${moment(began)} til ${moment(gone!)}.${late}`;
}

function moment(at: Instant): string {
  return `${writtenDate(osloDate(at))} kl. ${osloClock(at).replace(':', '.')}`;
}
