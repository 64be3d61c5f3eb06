import { html } from 'hono/html';
import { holdsNow } from '../../jobs/watch-clock.ts';
import { mayDo } from '../../rules/people/person.ts';
import type { SignedIn } from '../guard/signed-in.ts';
import type { WebWorld } from '../web-world.ts';
import { dayAndClock } from './written-moment.ts';

/** Why nothing leaves, on every page, with the way to start again. */
export function holdAlert({ register, now }: WebWorld, person: SignedIn) {
  return holdsNow(register, now()).map(hold => {
    const isStop = hold.reason === 'person';
    const head = isStop ? 'Nødstopp er på.' : 'Ingen brev går.';
    const who = isStop && hold.by !== null ? `${hold.by} stoppet all sending ${dayAndClock(hold.since)}. ` : '';
    return html`<div class="ds-alert" data-color="danger"><p><strong>${head}</strong> ${who}${hold.because}</p>${
      mayDo(person.role, 'decide')
        ? html`<form class="noprint" method="post" action="/brev/start-igjen"><input type="hidden" name="grunn" value="${hold.reason}"><button class="ds-button" data-variant="secondary" type="submit">Start sending igjen</button></form>`
        : ''
    }</div>`;
  });
}
