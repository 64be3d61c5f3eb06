import { html } from 'hono/html';
import { glanceAtCampaigns } from '../../jobs/campaign-glance.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { mayDo } from '../../rules/people/person.ts';
import { sendingMode } from '../../rules/sending/sending-mode.ts';
import { icon } from '../frame/icons.ts';
import { page } from '../frame/page.ts';
import { readUntil } from '../frame/work-counts.ts';
import { clock, dayAndClock, fullMoment } from '../frame/written-moment.ts';
import type { WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';
import { cameInTable } from './came-in.ts';
import { campaignTable } from './campaign-rows.ts';
import { workList } from './work-list.ts';

/** «Oversikt»: one page in the morning: what waits for her, what to follow, how each campaign stands, what came in. */
export function addOverview(app: WebApp, world: WebWorld): void {
  app.get('/', c => {
    const person = c.get('person');
    const now = world.now();
    const glances = glanceAtCampaigns(world.register, sendingMode(world.letters), now);
    return page(c, world, person, {
      title: 'Oversikt',
      current: 'oversikt',
      main: html`<div class="head"><div><h1 class="ds-heading" data-size="md">Oversikt</h1><p class="soft">${icon('klokke')} ${fullMoment(now)} · ${lastRead(world)}</p></div>
${mayDo(person.role, 'decide') ? html`<div class="row noprint"><a class="ds-button" data-variant="secondary" href="/ny-henvendelse">Ny henvendelse</a></div>` : ''}</div>
${workList(glances, world.register, now)}
${glances.length === 0 ? noCampaigns() : campaignTable(glances, osloDate(now))}
${cameInTable(world, now)}`,
    });
  });
}

/** «Postkassa er lest til kl. 08.12», on the same day; else with the day. */
export function lastRead(world: WebWorld): string {
  const until = readUntil(world);
  if (until === null) return 'Postkassa er ikke lest ennå';
  const isToday = osloDate(until) === osloDate(world.now());
  return `Postkassa er lest til ${isToday ? `kl. ${clock(until)}` : dayAndClock(until)}`;
}

const noCampaigns = () =>
  html`<p>Ingen henvendelse er registrert. <a class="ds-link" href="/ny-henvendelse">Lag den første</a>, eller les inn en fil med «purrebot campaign send».</p>`;
