import type { Context } from 'hono';
import { html } from 'hono/html';
import { openMessage } from '../../jobs/open-message.ts';
import { settleReview } from '../../jobs/settle-review.ts';
import { undoSettling } from '../../jobs/undo-act.ts';
import { type OpenReview, openReviews } from '../../register/journal.ts';
import { readingOf } from '../../register/messages.ts';
import { mayDo } from '../../rules/people/person.ts';
import { textOf } from '../case/answer-fields.ts';
import { icon } from '../frame/icons.ts';
import { leaveNotice } from '../frame/notice.ts';
import { page } from '../frame/page.ts';
import type { SignedIn } from '../guard/signed-in.ts';
import { messageParts } from '../message/message-parts.ts';
import { needs, type WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';
import { type ReviewAsked, reviewAsked, whoSettled } from './review-asked.ts';
import { reviewForm, settlementIn } from './review-form.ts';

/** «Til avklaring»: one message at a time, the robot's doubt and its suggestion, one key to accept or correct, the next one. */
export function addReviewPages(app: WebApp, world: WebWorld): void {
  const { register } = world;
  app.get('/avklaring', c => {
    const [first] = waiting(openReviews(register));
    if (first !== undefined) return c.redirect(`/avklaring/${first}`, 303);
    return page(c, world, c.get('person'), {
      title: 'Til avklaring',
      current: 'avklaring',
      main: html`<div class="head"><h1 class="ds-heading" data-size="md">Til avklaring</h1></div>
<div class="ds-alert" data-color="info"><p><strong>Ingenting venter på avklaring.</strong> <a class="ds-link" href="/">Til oversikten</a></p></div>`,
    });
  });
  app.get('/avklaring/:id{[0-9]+}', async c => {
    const id = Number(c.req.param('id'));
    const ids = waiting(openReviews(register));
    const asked = reviewAsked(register, id);
    if (asked === null) return notWaiting(c, world, c.get('person'), id);
    const at = ids.indexOf(id);
    return page(c, world, c.get('person'), {
      title: 'Til avklaring',
      current: 'avklaring',
      main: html`<div class="head"><div><h1 class="ds-heading" data-size="md">Til avklaring</h1><p class="soft">${at + 1} av ${ids.length} · eldste først</p></div>
<nav class="row noprint" aria-label="Bla">${
        at > 0
          ? html`<a class="ds-button" data-variant="tertiary" href="/avklaring/${ids[at - 1]}" accesskey="k">${icon('tilbake')}Forrige <kbd>k</kbd></a>`
          : ''
      }${
        at + 1 < ids.length
          ? html`<a class="ds-button" data-variant="tertiary" href="/avklaring/${ids[at + 1]}" accesskey="j">Neste <kbd>j</kbd>${icon('frem')}</a>`
          : ''
      }</nav></div>
${await shown(world, c.get('person'), asked, ids)}`,
    });
  });
  app.post('/avklaring/:id{[0-9]+}', needs(world, 'decide'), async c => {
    const id = Number(c.req.param('id'));
    const person = c.get('person');
    const form = await c.req.parseBody({ all: true });
    const asked = reviewAsked(register, id);
    // Somebody else was quicker, or she pressed twice: what is settled stays as it was settled.
    if (asked === null || String(asked.edition) !== textOf(form, 'utgave')) {
      const who = whoSettled(register, id);
      const words = who === null ? 'Meldingen er endret siden du så den.' : who;
      leaveNotice(world, person, { color: 'warning', words: `${words} Valget ditt er ikke lagret.` });
      return c.redirect(asked === null ? '/avklaring' : `/avklaring/${id}`, 303);
    }
    const settlement = settlementIn(form, asked);
    const result =
      'refused' in settlement
        ? settlement
        : settleReview(register, id, { by: person.actsAs, at: world.now(), ...settlement.settlement });
    if ('refused' in result) {
      leaveNotice(world, person, { color: 'warning', words: plainWords(result.refused) });
      return c.redirect(`/avklaring/${id}`, 303);
    }
    const undo = { action: `/avklaring/${id}/angre`, fields: {} };
    leaveNotice(world, person, { color: 'success', words: asked.words(result), undo });
    world.nudge();
    const rest = waiting(openReviews(register));
    const next = rest.find(other => other > id) ?? rest[0];
    return c.redirect(next === undefined ? '/avklaring' : `/avklaring/${next}`, 303);
  });
  app.post('/avklaring/:id{[0-9]+}/angre', needs(world, 'decide'), c => {
    const id = Number(c.req.param('id'));
    const person = c.get('person');
    const result = undoSettling(register, id, { by: person.actsAs, at: world.now() });
    if ('refused' in result) leaveNotice(world, person, { color: 'warning', words: plainWords(result.refused) });
    else leaveNotice(world, person, { color: 'success', words: 'Angret. Meldingen venter på avklaring igjen.' });
    return c.redirect('refused' in result ? '/avklaring' : `/avklaring/${id}`, 303);
  });
}

/** Messages that wait, the oldest first. */
function waiting(reviews: readonly OpenReview[]): number[] {
  return [...new Set(reviews.flatMap(one => one.messageId ?? []))];
}

async function shown(world: WebWorld, person: SignedIn, asked: ReviewAsked, ids: readonly number[]) {
  const { register } = world;
  const reading = readingOf(register, asked.messageId);
  const message = await openMessage(register, asked.messageId);
  const next = ids[ids.indexOf(asked.messageId) + 1] ?? null;
  return html`<div class="two"><section class="stack" aria-labelledby="msg">
<div><h2 class="ds-heading" data-size="sm" id="msg">${asked.title}</h2><p class="soft">${asked.about}</p></div>
${messageParts(reading, message, asked.suggestion?.evidence ?? reading?.evidence ?? [])}
<p class="small noprint"><a class="ds-link" href="/meldinger/${asked.messageId}">Vis e-posten slik den kom</a> · <a class="ds-link" href="/meldinger/${asked.messageId}/fil.eml">Last ned (.eml)</a>${asked.cases.map(one => html` · <a class="ds-link" href="${one.href}">Hele saken: ${one.name}</a>`)}</p>
<div class="box tint"><h3 class="ds-heading" data-size="2xs">${icon('robot')} Derfor er roboten i tvil</h3><ul class="prose">${asked.reasons.map(reason => html`<li>${reason}</li>`)}</ul>${
    asked.behind > 0
      ? html`<p class="small">Bak denne venter ${asked.behind} til fra samme avsender. De er lest, men ikke registrert.</p>`
      : ''
  }</div></section>
${mayDo(person.role, 'decide') ? reviewForm(asked, next) : ''}</div>`;
}

function notWaiting(c: Context, world: WebWorld, person: SignedIn, id: number) {
  const who = whoSettled(world.register, id);
  if (who === null) return c.notFound();
  return page(c, world, person, {
    title: 'Til avklaring',
    current: 'avklaring',
    main: html`<div class="head"><h1 class="ds-heading" data-size="md">Meldingen er avklart</h1></div><p>${who} <a class="ds-link" href="/meldinger/${id}">Se meldingen</a> · <a class="ds-link" href="/avklaring">Neste som venter</a></p>`,
  });
}

/** The jobs speak to a command line; a page has buttons instead of options. */
function plainWords(refused: string): string {
  return refused
    .replace(/ ?Oppgi kommunen med --municipality, eller «--as ingenting»\./, ' Velg kommunen, eller «Ikke et svar».')
    .replace(/ ?Oppgi --municipality og --campaign, så blir de andre frigitt\./, ' Velg kommunen.')
    .replace(/ ?Si hva den betyr: «purrebot settle[^»]*».*$/, ' Velg hva kommunen svarer.')
    .replace(/ ?Se (?:numrene med )?«purrebot review»\./, '')
    .replace(/ ?Var den avklart feil, angre med «[^»]*»; ellers bruk «[^»]*»\./, '');
}
