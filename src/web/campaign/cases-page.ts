import { html } from 'hono/html';
import { trackOf } from '../../jobs/plan-reminders.ts';
import { allCampaigns } from '../../register/campaigns.ts';
import { sendingMode } from '../../rules/sending/sending-mode.ts';
import { page } from '../frame/page.ts';
import type { WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';
import { campaignPageFacts } from './campaign-facts.ts';
import { caseFilter } from './case-filters.ts';
import { lookedFor, lookFrom } from './case-look.ts';
import { sortedRows } from './case-row.ts';
import { caseTable } from './case-table.ts';

/** The rows behind a count of the overview, over all campaigns that run. */
export function addCasesPage(app: WebApp, world: WebWorld): void {
  app.get('/saker', c => {
    const look = lookFrom(c.req.query());
    const filter = caseFilter(look.show);
    const groups = allCampaigns(world.register)
      .filter(one => one.state === 'running')
      .map((campaign, index) => ({
        words: campaign.title,
        id: `henvendelse-${index}`,
        rows: sortedRows(lookedFor(campaignPageFacts(world, campaign, null).rows, look), look.sort, look.descending),
      }))
      .filter(group => group.rows.length > 0);
    const count = groups.reduce((all, group) => all + group.rows.length, 0);
    return page(c, world, c.get('person'), {
      title: filter.words,
      current: 'oversikt',
      main: html`<nav class="crumb small" aria-label="Brødsmuler"><a class="ds-link" href="/">Oversikt</a> / ${filter.words}</nav>
<div class="head"><div><h1 class="ds-heading" data-size="md">${filter.words} (${count})</h1><p class="soft">I alle henvendelser som pågår</p></div></div>
<form id="filter" method="get" action="/saker"><input type="hidden" name="vis" value="${look.show}"></form>
${count === 0 ? html`<p>Ingen. <a class="ds-link" href="/">Til oversikten</a></p>` : caseTable({ caption: `${count} saker`, groups, sort: look.sort, descending: look.descending, track: trackOf(sendingMode(world.letters)) })}`,
    });
  });
}
