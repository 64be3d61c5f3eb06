import { html } from 'hono/html';
import { campaignById } from '../../register/campaigns.ts';
import { shortDate, weekdayName } from '../../rules/calendar/written-date.ts';
import { kroner } from '../../rules/letters/norwegian-number.ts';
import { rateInWords } from '../../rules/letters/share.ts';
import { mayDo } from '../../rules/people/person.ts';
import { icon } from '../frame/icons.ts';
import { type Html, page } from '../frame/page.ts';
import { shareBar } from '../frame/share-bar.ts';
import { fullMoment } from '../frame/written-moment.ts';
import { sendRequestLink } from '../new-campaign/send-request-page.ts';
import { distance } from '../overview/campaign-rows.ts';
import type { WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';
import { type CampaignPageFacts, campaignPageFacts } from './campaign-facts.ts';
import { addCaseExports } from './case-exports.ts';
import { CASE_FILTERS, caseFilter } from './case-filters.ts';
import { type CaseLook, lookedFor, lookFrom, query } from './case-look.ts';
import { type CaseRow, sortedRows } from './case-row.ts';
import { caseTable } from './case-table.ts';
import { missingText } from './missing-text.ts';
import { responseCurve } from './response-curve.ts';

/** «Henvendelse»: who has answered what, now or as of a day; the sums; the curve; who is missing, ready to paste. */
export function addCampaignPage(app: WebApp, world: WebWorld): void {
  addCaseExports(app, world);
  app.get('/henvendelser/:id', c => {
    const campaign = campaignById(world.register, c.req.param('id'));
    if (campaign === null) return c.notFound();
    const look = lookFrom(c.req.query());
    const facts = campaignPageFacts(world, campaign, look.day);
    const person = c.get('person');
    return page(c, world, person, {
      title: campaign.title,
      current: 'oversikt',
      main: html`<nav class="crumb small" aria-label="Brødsmuler"><a class="ds-link" href="/">Oversikt</a> / Henvendelse</nav>
${heading(facts, mayDo(person.role, 'decide'))}
${shares(facts, look)}
${sums(facts.rows, facts.campaign.terms)}
${municipalities(facts, look)}
<div class="two">${responseCurve(facts.curve)}<section aria-labelledby="hvem"><h2 class="ds-heading" data-size="xs" id="hvem">Hvem mangler?</h2>
<div class="ds-field"><label class="small soft" for="lim">Klar til å kopiere</label><textarea class="ds-input" id="lim" rows="14">${missingText(facts.rows, facts.day)}</textarea></div></section></div>`,
    });
  });
}

function heading({ campaign, deadline, waiting, unsent, day, curve }: CampaignPageFacts, mayDecide: boolean): Html {
  const rate = rateInWords(campaign.terms, 'per innbygger', 'per kommune');
  const parts = [
    `Vår ref. ${campaign.reference}`,
    curve.letters[0] === undefined ? 'Ikke sendt' : `Sendt ${shortDate(curve.letters[0])}`,
    deadline === null ? '' : `Frist ${weekdayName(deadline)} ${shortDate(deadline)} (${distance(day, deadline)})`,
    rate ?? '',
  ].filter(one => one !== '');
  const sends = mayDecide && unsent > 0;
  const actions = html`<div class="row noprint">${sends ? sendRequestLink(campaign, unsent) : ''}<a class="ds-button"${sends ? html` data-variant="secondary"` : ''} href="/brev">${icon('sendt')}Dagens brev${waiting > 0 ? ` (${waiting})` : ''}</a>${
    mayDecide && campaign.state === 'running'
      ? html`<a class="ds-button" data-variant="secondary" href="/henvendelser/${campaign.id}/runde">${icon('rediger')}Bestill runde</a>`
      : ''
  }</div>`;
  return html`<div class="head"><div><h1 class="ds-heading" data-size="md">${campaign.title}</h1><p class="soft">${parts.join(' · ')}</p></div>${actions}</div>`;
}

function shares({ rows, at, day, isNow, campaign }: CampaignPageFacts, look: CaseLook): Html {
  const standings = rows.map(row => row.standing);
  const taking = standings.filter(one => one.withdrawn === null);
  const missing = taking.filter(one => one.outstanding).length;
  const chosen = caseFilter(look.show);
  const chips = CASE_FILTERS.map(filter => ({ filter, count: standings.filter(filter.takes).length }))
    .filter(({ filter, count }) => count > 0 || filter === chosen || filter.name === 'alle')
    .map(
      ({ filter, count }) =>
        html`<li><a class="ds-tag" data-variant="outline" data-color="${filter.color}" href="${query({ ...look, show: filter.name })}"${
          filter === chosen ? html` aria-current="true"` : ''
        }>${filter.icon === null ? '' : icon(filter.icon)}${filter.words} <strong class="num">${count}</strong></a></li>`,
    );
  const head = missing === 0 ? 'Alle har svart' : `${missing} av ${taking.length} mangler`;
  return html`<section aria-labelledby="status"><div class="spread"><h2 class="ds-heading" data-size="xs" id="status">${head}</h2>
<p class="soft small">${icon('klokke')} Status per ${lower(fullMoment(at))}${isNow ? '' : html` · <a class="ds-link noprint" href="/henvendelser/${campaign.id}">Vis slik det er nå</a>`}</p></div>
${shareBar(standings)}
<nav aria-label="Vis bare" class="noprint"><ul class="chips">${chips}</ul></nav>
<details class="ds-details noprint" data-color="neutral"${isNow ? '' : html` open`}><summary>Status på en annen dato</summary><div><form class="filters" method="get" action="/henvendelser/${campaign.id}"><div class="ds-field"><label class="ds-label" for="per">Slik det var da dagen var slutt</label><input class="ds-input" type="date" id="per" name="per" value="${day}"></div><button class="ds-button" type="submit" data-variant="secondary">Vis status</button></form></div></details></section>`;
}

const lower = (words: string) => `${words[0]!.toLowerCase()}${words.slice(1)}`;

function sums(rows: readonly CaseRow[], terms: CampaignPageFacts['campaign']['terms']): Html {
  if (terms.baseNok === 0 && terms.perInhabitantNok === 0) return html``;
  const sum = (words: string, takes: (row: CaseRow) => boolean) => {
    const found = rows.filter(row => row.standing.withdrawn === null && takes(row));
    const nok = found.reduce((all, row) => all + (row.amountNok ?? 0), 0);
    return html`<div><dt>${words} (${found.length})</dt><dd>${kroner(nok)}</dd></div>`;
  };
  const is = (answer: string) => (row: CaseRow) => row.standing.closed && row.standing.answer === answer;
  const source = terms.populationDate === null ? '' : `, SSB ${shortDate(terms.populationDate)}`;
  return html`<section aria-label="Summer"><dl class="figs">${sum('bedt om', () => true)}${sum('slutter seg til', is('joined'))}${sum('av dette vedtatt', row => is('joined')(row) && row.standing.details?.stage === 'decided')}${sum('ikke avklart', row => row.standing.outstanding)}${sum('slutter seg ikke til', is('declined'))}</dl>
<p class="small soft">${rateInWords(terms, 'per innbygger', 'per kommune') ?? ''}${source}</p></section>`;
}

function municipalities(facts: CampaignPageFacts, look: CaseLook): Html {
  const { campaign, rows, track } = facts;
  const shown = lookedFor(rows, look);
  const sorted = sortedRows(shown, look.sort, look.descending);
  const counties = [...new Set(rows.map(row => row.municipality.county))].sort(new Intl.Collator('nb').compare);
  const option = (value: string, words: string, chosen: string) =>
    html`<option value="${value}"${value === chosen ? html` selected` : ''}>${words}</option>`;
  return html`<section aria-labelledby="tab"><div class="spread"><h2 class="ds-heading" data-size="xs" id="tab">Kommunene</h2>
<p class="small noprint"><a class="ds-link" href="/henvendelser/${campaign.id}/kommuner.xlsx${query(look)}">${icon('last')}<span>Regneark (XLSX)</span></a> · <a class="ds-link" href="/henvendelser/${campaign.id}/kommuner.csv${query(look)}">CSV</a></p></div>
<form class="filters" id="filter" method="get" action="/henvendelser/${campaign.id}" role="search" aria-label="Søk og filter">
<input type="hidden" name="vis" value="${look.show}">${look.day === null ? '' : html`<input type="hidden" name="per" value="${look.day}">`}
<div class="ds-field"><label class="ds-label" for="q">Søk</label><input class="ds-input" type="search" id="q" name="q" value="${look.text}" autocomplete="off"></div>
<div class="ds-field"><label class="ds-label" for="hos">Hos hvem</label><select class="ds-input" id="hos" name="hos">${option('', 'Alle', look.ball)}${option('theirs', 'Kommunen', look.ball)}${option('ours', 'Oss', look.ball)}${option('review', 'Avklaring', look.ball)}</select></div>
<div class="ds-field"><label class="ds-label" for="fylke">Fylke</label><select class="ds-input" id="fylke" name="fylke">${option('', 'Alle', look.county)}${counties.map(one => option(one, one, look.county))}</select></div>
<div class="ds-field"><label class="ds-label" for="grupper">Grupper etter</label><select class="ds-input" id="grupper" name="grupper">${option('svar', 'Mangler / har svart', look.group)}${option('fylke', 'Fylke', look.group)}${option('ingen', 'Ingen', look.group)}</select></div>
<button class="ds-button" type="submit" data-variant="secondary">Vis</button></form>
${
  shown.length === 0
    ? html`<p>Ingen kommuner passer. <a class="ds-link" href="/henvendelser/${campaign.id}">Vis alle</a></p>`
    : caseTable({
        caption: `${shown.length} kommuner med svar, hvem saken ligger hos, levering, kilde, beløp i kroner og neste steg`,
        groups: grouped(sorted, look, counties),
        sort: look.sort,
        descending: look.descending,
        track,
      })
}</section>`;
}

function grouped(
  rows: CaseRow[],
  look: CaseLook,
  counties: string[],
): { words: string; id: string; rows: CaseRow[] }[] {
  const groups =
    look.group === 'ingen'
      ? [{ words: '', id: 'alle', rows }]
      : look.group === 'fylke'
        ? counties.map((county, index) => ({
            words: county,
            id: `fylke-${index}`,
            rows: rows.filter(row => row.municipality.county === county),
          }))
        : [
            { words: 'Mangler svar', id: 'mangler', rows: rows.filter(row => row.standing.outstanding) },
            { words: 'Har svart', id: 'har-svart', rows: rows.filter(row => !row.standing.outstanding) },
          ];
  return groups.filter(group => group.rows.length > 0);
}
