import { html } from 'hono/html';
import { allCampaigns } from '../../register/campaigns.ts';
import { mayDo } from '../../rules/people/person.ts';
import { icon } from '../frame/icons.ts';
import { page } from '../frame/page.ts';
import { readUntil } from '../frame/work-counts.ts';
import { fullMoment } from '../frame/written-moment.ts';
import type { WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';

/** «Oversikt»: one page in the morning. */
export function addOverview(app: WebApp, world: WebWorld): void {
  app.get('/', c => {
    const person = c.get('person');
    const now = world.now();
    const until = readUntil(world);
    const campaigns = allCampaigns(world.register);
    return page(c, world, person, {
      title: 'Oversikt',
      current: 'oversikt',
      main: html`<div class="head"><div><h1 class="ds-heading" data-size="md">Oversikt</h1><p class="soft">${icon('klokke')} ${fullMoment(now)}${until === null ? '' : ` · Postkassa er lest til ${fullMoment(until)}`}</p></div>
${mayDo(person.role, 'decide') ? html`<div class="row noprint"><a class="ds-button" data-variant="secondary" href="/ny-henvendelse">Ny henvendelse</a></div>` : ''}</div>
<p>${campaigns.length} henvendelser</p>`,
    });
  });
}
