import type { GivenAnswer } from '../../jobs/record-answer.ts';
import { isIsoDate } from '../../rules/calendar/add-days.ts';
import type { Stage } from '../../rules/replies/reading.ts';

/** The values of the forms that say what a municipality answers. */
export const ANSWER_CHOICES = [
  { value: 'ja', words: 'Slutter seg til', conclusion: 'joined' },
  { value: 'nei', words: 'Slutter seg ikke til', conclusion: 'declined' },
  { value: 'vilkar', words: 'Med forbehold', conclusion: 'conditional' },
  { value: 'dato', words: 'Behandles senere', conclusion: 'deferred' },
  { value: 'sporsmal', words: 'Spørsmål til oss', conclusion: 'question' },
] as const;

export const STAGE_CHOICES: readonly { value: string; words: string; stage: Stage | null }[] = [
  { value: '', words: 'Vet ikke', stage: null },
  { value: 'vedtatt', words: 'Vedtatt', stage: 'decided' },
  { value: 'opplyst', words: 'Opplyst', stage: 'stated' },
  { value: 'innstilling', words: 'Innstilling', stage: 'recommended' },
];

export type Form = Record<string, unknown>;

/** One value of a form as text without the blanks around it; empty when it is not there, or is a file. */
export function textOf(form: Form, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value.normalize('NFC').trim() : '';
}

export function dayOf(form: Form, name: string): string | null {
  const value = textOf(form, name);
  return isIsoDate(value) ? value : null;
}

/** What a form says that they answer, or what is wrong with it, in Norwegian. */
export function givenIn(form: Form): { given: GivenAnswer } | { refused: string } {
  const choice = ANSWER_CHOICES.find(one => one.value === textOf(form, 'svar'));
  if (choice === undefined) return { refused: 'Velg hva kommunen svarer. Ingenting er registrert.' };
  const day = dayOf(form, 'dag');
  if (day === null && textOf(form, 'dag') !== '')
    return { refused: `Dato: ventet en dag, fant «${textOf(form, 'dag')}». Ingenting er registrert.` };
  const written = textOf(form, 'belop')
    .replace(/^kr\.?/i, '')
    .replace(/[\s\u00a0.]|,-$/g, '');
  if (written !== '' && !/^\d{1,12}$/.test(written))
    return { refused: `Beløp: ventet hele kroner, fant «${textOf(form, 'belop')}». Ingenting er registrert.` };
  const isLater = choice.conclusion === 'deferred';
  return {
    given: {
      conclusion: choice.conclusion,
      stage: isLater ? null : (STAGE_CHOICES.find(one => one.value === textOf(form, 'fast'))?.stage ?? null),
      amountNok: written === '' ? null : Number(written),
      expectedBy: isLater ? day : null,
      decidedOn: isLater ? null : day,
    },
  };
}
