import { html } from 'hono/html';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import type { WebWorld } from '../web-world.ts';
import { icon } from './icons.ts';

/** The red line of the demo, with the clock that turns. */
export function demoBar({ demo, now }: WebWorld) {
  if (demo === null) return '';
  const today = osloDate(now());
  const next = demo.next();
  return html`<aside class="demo noprint" aria-label="Demo"><div class="wrap"><form class="row" method="post" action="/demo" data-size="sm">
<strong>${icon('feil')} DEMO – ingen e-post sendes</strong>
<span class="row"><button class="ds-button" data-variant="secondary" type="submit" name="steg" value="forrige">${icon('tilbake')}Dagen før</button>
<label class="ds-sr-only" for="demodato">Dagens dato i demoen</label><input class="ds-input" type="date" id="demodato" name="dato" value="${today}" min="${demo.first}" max="${demo.last}">
<button class="ds-button" data-variant="secondary" type="submit" name="steg" value="dato">Gå til dato</button>
<button class="ds-button" data-variant="secondary" type="submit" name="steg" value="neste">Neste hendelse${icon('frem')}</button></span>
<span>${next === null ? 'Historien er slutt.' : `Neste: ${next.words}`}</span></form></div></aside>`;
}
