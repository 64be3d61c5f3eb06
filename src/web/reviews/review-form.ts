import { html } from 'hono/html';
import type { Settlement } from '../../jobs/settle-review.ts';
import { givenWords } from '../../rules/standing/given-words.ts';
import { ANSWER_CHOICES, type Form, givenIn, STAGE_CHOICES, textOf } from '../case/answer-fields.ts';
import { dateField, radio, selectField, submit, textField } from '../frame/fields.ts';
import { icon } from '../frame/icons.ts';
import type { Html } from '../frame/page.ts';
import type { ReviewAsked } from './review-asked.ts';

/** One key or click accepts the robot's suggestion; the rest says what the message means instead. */
export function reviewForm(asked: ReviewAsked, next: number | null): Html {
  const { suggestion, cases } = asked;
  const mayAccept = suggestion !== null && suggestion.conclusion !== 'unclear' && cases.length > 0;
  const name = cases.length === 1 ? cases[0]!.name : 'kommunen';
  return html`<form class="stack" method="post" action="/avklaring/${asked.messageId}" aria-label="Avklar meldingen"><input type="hidden" name="utgave" value="${asked.edition}">
${mayAccept ? html`<div class="box"><h2 class="ds-heading" data-size="2xs">Robotens forslag</h2><p>${asked.title}: ${givenWords(suggestion)}.</p><p>${submit('Godta forslaget', { name: 'valg', value: 'godta', look: 'primary', key: 'g' })}</p></div>` : ''}
<fieldset class="ds-fieldset"><legend class="ds-label">${mayAccept ? 'Eller: hva' : 'Hva'} svarer ${name}?</legend><div class="choices">
${ANSWER_CHOICES.map((one, index) => radio('svar', one.value, one.words, { key: String(index + 1) }))}
${radio('svar', 'kvittering', 'Bare en kvittering', { key: '6' })}${radio('svar', 'ikke', 'Ikke et svar', { key: '7' })}</div>
<p class="small soft">Kvittering, fravær og annet stopper ikke påminnelsene.</p></fieldset>
<fieldset class="ds-fieldset"><legend class="ds-label">Hvor fast er svaret?</legend><div class="row">${STAGE_CHOICES.map((one, index) => radio('fast', one.value, one.words, { checked: index === 0 }))}</div></fieldset>
${dateField('dag', 'Dato', '', 'Dagen det ble vedtatt. Ved «behandles senere»: dagen saken skal opp.')}
${textField('belop', 'Beløp de oppgir', { most: 20 })}
${selectField('kommune', 'Kommune', [{ value: '', words: cases.length === 0 ? 'Velg kommune' : cases.map(one => one.name).join(', ') }, ...asked.choices.map(one => ({ value: String(one.id), words: one.words }))])}
<div class="row noprint">${submit(next === null ? 'Registrer' : 'Registrer og gå til neste', { name: 'valg', value: 'registrer', key: 'r' })}${next === null ? '' : html`<a class="ds-button" data-variant="tertiary" href="/avklaring/${next}">${icon('hopp')}Hopp over</a>`}</div>
<p class="small soft"><strong>Hva skjer videre?</strong> Valget ditt gjelder foran robotens. Du kan angre.</p>
<p class="small soft">Hurtigtaster: Alt (på noen maskiner Alt + Skift) og tegnet i ruta.</p></form>`;
}

/** What the form says, or what is wrong with it. */
export function settlementIn(
  form: Form,
  asked: ReviewAsked,
): { settlement: Omit<Settlement, 'by' | 'at'> } | { refused: string } {
  if (textOf(form, 'valg') === 'godta') return { settlement: {} };
  const chosen = textOf(form, 'kommune');
  const cases = chosen === '' ? {} : { cases: [Number(chosen)] };
  if (chosen !== '' && !asked.choices.some(one => String(one.id) === chosen))
    return { refused: 'Kommunen er ikke blant dem meldingen kan gjelde. Ingenting er registrert.' };
  const said = textOf(form, 'svar');
  if (said === 'ikke') return { settlement: { as: 'nothing', ...cases } };
  if (said === 'kvittering') return { settlement: { as: 'receipt', ...cases } };
  const given = givenIn(form);
  if ('refused' in given) return given;
  const { conclusion, ...known } = given.given;
  return { settlement: { as: conclusion, known, ...cases } };
}
