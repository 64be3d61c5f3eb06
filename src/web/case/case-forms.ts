import { html } from 'hono/html';
import { addDays } from '../../rules/calendar/add-days.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import type { JournalEntry } from '../../rules/standing/journal-entry.ts';
import { dateField, field, selectField, submit, textField } from '../frame/fields.ts';
import type { Html } from '../frame/page.ts';
import type { WebWorld } from '../web-world.ts';
import { ANSWER_CHOICES, STAGE_CHOICES } from './answer-fields.ts';
import type { CaseAt } from './case-address.ts';

/** The last line of a case's journal: a form that was made before a newer line is not used. */
export function lastLine(journal: readonly JournalEntry[]): number {
  return Math.max(0, ...journal.map(one => one.id));
}

/** What can be done with a case, each a form of its own, folded until it is wanted. */
export function caseForms(
  world: WebWorld,
  { now: { standing, municipality }, href }: CaseAt,
  journal: readonly JournalEntry[],
): Html {
  const form = (title: string, action: string, body: Html, isOpen = false) =>
    html`<details class="ds-details noprint" data-color="neutral"${isOpen ? html` open` : ''}><summary>${title}</summary><div><form class="stack" method="post" action="${href}/${action}"><input type="hidden" name="siste" value="${lastLine(journal)}">${body}</form></div></details>`;
  const today = osloDate(world.now());
  const waits = standing.isOurTurn && standing.answer === 'question';
  const condition = standing.isOurTurn && standing.answer === 'conditional';
  const isIn = standing.withdrawn === null;
  return html`<section class="stack" id="handlinger" aria-label="Registrer eller rett">
${waits ? html`<form class="box stack noprint" method="post" action="${href}/svart"><h2 class="ds-heading" data-size="2xs">De har spurt om noe</h2><p class="small">Svar dem i e-postprogrammet ditt, og si fra her. Da begynner påminnelsene å gå igjen.</p><input type="hidden" name="siste" value="${lastLine(journal)}">${submit('Vi har svart dem', { name: 'hva', value: 'besvart' })}</form>` : ''}
${condition ? html`<form class="box stack noprint" method="post" action="${href}/svart"><h2 class="ds-heading" data-size="2xs">De har et forbehold</h2><p class="small">Godtar du det, regnes kommunen som tilsluttet. Hvis ikke, venter vi på et nytt svar.</p><input type="hidden" name="siste" value="${lastLine(journal)}"><div class="row">${submit('Godta forbeholdet', { name: 'hva', value: 'godta' })}${submit('Ikke godta', { name: 'hva', value: 'avvis', look: 'tertiary' })}</div></form>` : ''}
${
  isIn
    ? form(
        'Registrer eller rett et svar',
        'svar',
        html`${selectField('svar', `Hva svarer ${municipality.name}?`, ANSWER_CHOICES)}${selectField('fast', 'Hvor fast er svaret?', STAGE_CHOICES)}${dateField('dag', 'Dato', '', 'Dagen det ble vedtatt. Ved «behandles senere»: dagen saken skal opp.')}${textField('belop', 'Beløp de oppgir', { most: 20 })}${selectField(
          'kanal',
          'Hvordan kom svaret?',
          [
            { value: 'telefon', words: 'Telefon' },
            { value: 'møte', words: 'Møte' },
            { value: 'brev', words: 'Brev' },
            { value: 'e-post', words: 'E-post' },
          ],
        )}${textField('merknad', 'Merknad', { about: 'Hvem du snakket med, hva som ble sagt.', most: 1000 })}${submit('Registrer svaret')}`,
      )
    : ''
}
${isIn && !standing.closed ? form('Gi ny frist', 'frist', html`${dateField('til', 'Ny frist', addDays(today, 14))}${submit('Gi ny frist')}`) : ''}
${form(
  'Endre kontakt',
  'kontakt',
  html`${selectField('rolle', 'Hvem', [
    { value: 'postmottak', words: 'Postmottak' },
    { value: 'director', words: 'Kommunedirektør' },
    { value: 'officer', words: 'Saksbehandler' },
  ])}${textField('navn', 'Navn')}${textField('adresse', 'E-postadresse', { type: 'email', required: true, most: 254 })}${submit('Lagre kontakten')}`,
)}
${
  isIn
    ? form(
        'Ta kommunen ut',
        'ta-ut',
        html`${textField('hvorfor', 'Hvorfor?', { required: true, most: 300 })}<p class="small soft">Saken og loggen blir stående. Brev som venter, går ikke.</p>${submit('Ta ut')}`,
      )
    : form('Ta kommunen inn igjen', 'ta-inn', html`${submit('Ta inn igjen')}`, true)
}
${form('Angre det siste', 'angre', html`<p class="small">Det siste du eller roboten gjorde med saken, gjelder ikke lenger. Loggen viser begge deler. Et sendt brev kan ikke angres.</p>${submit('Angre det siste')}`)}
<form class="box stack noprint" method="post" action="${href}/notat"><h2 class="ds-heading" data-size="2xs">Notat</h2><input type="hidden" name="siste" value="${lastLine(journal)}">${field('notat', 'Bare for oss', html`<textarea class="ds-input" id="notat" name="notat" rows="3" maxlength="4000"></textarea>`)}${submit('Lagre notat')}</form>
</section>`;
}
