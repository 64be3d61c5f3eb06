import type { Context } from 'hono';
import { html } from 'hono/html';
import { type ListedMunicipality, municipalitiesOn } from '../../register/municipality-list.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { foldName } from '../../rules/municipality/fold-name.ts';
import { mayDo } from '../../rules/people/person.ts';
import { selectField, submit } from '../frame/fields.ts';
import { icon } from '../frame/icons.ts';
import { page } from '../frame/page.ts';
import { type Cell, csvFile, xlsxFile } from '../frame/table-files.ts';
import type { WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';

const HEAD = ['Kommunenummer', 'Kommune', 'Fylke', 'Postmottak', 'Saker i gang'];

/** «Kommuner»: all municipalities and counties of today, with where letters go; as a table, CSV and spreadsheet. */
export function addMunicipalityList(app: WebApp, world: WebWorld): void {
  app.get('/kommuner', c => {
    const { all, shown, text, county } = lookedFor(world, c);
    const person = c.get('person');
    const counties = [...new Set(all.map(one => one.county))].sort(new Intl.Collator('nb').compare);
    const without = shown.filter(one => one.postmottak === null).length;
    const asked = new URLSearchParams({ q: text, fylke: county }).toString();
    return page(c, world, person, {
      title: 'Kommuner',
      current: 'kommuner',
      main: html`<div class="head"><div><h1 class="ds-heading" data-size="md">Kommuner</h1><p class="soft">${shown.length} av ${all.length}${without === 0 ? '' : `, ${without} uten postmottak`}</p></div>
${mayDo(person.role, 'decide') ? html`<div class="row noprint"><a class="ds-button" data-variant="secondary" href="/kommuner/import">Les inn kontakter</a></div>` : ''}</div>
<form class="filters" method="get" action="/kommuner" role="search" aria-label="Søk og filter"><div class="ds-field"><label class="ds-label" for="q">Navn eller nummer</label><input class="ds-input" type="search" id="q" name="q" value="${text}" autocomplete="off"></div>${selectField('fylke', 'Fylke', [{ value: '', words: 'Alle' }, ...counties.map(value => ({ value, words: value }))], county)}${submit('Vis')}</form>
<p class="small noprint"><a class="ds-link" href="/kommuner.xlsx?${asked}">${icon('last')}<span>Regneark (XLSX)</span></a> · <a class="ds-link" href="/kommuner.csv?${asked}">CSV</a></p>
${
  shown.length === 0
    ? html`<p>Ingen kommuner passer. <a class="ds-link" href="/kommuner">Vis alle</a></p>`
    : html`<table class="ds-table cards"><caption class="ds-sr-only">${shown.length} kommuner med nummer, fylke, postmottak og saker i gang</caption>
<thead><tr><th scope="col">Kommune</th><th scope="col">Nummer</th><th scope="col">Fylke</th><th scope="col">Postmottak</th><th scope="col" class="r">Saker i gang</th></tr></thead><tbody>${shown.map(row)}</tbody></table>`
}`,
    });
  });
  app.get('/kommuner.csv', c => csvFile(c, fileName(world), HEAD, lookedFor(world, c).shown.map(cells)));
  app.get('/kommuner.xlsx', c => xlsxFile(c, fileName(world), HEAD, lookedFor(world, c).shown.map(cells)));
}

function lookedFor(world: WebWorld, c: Context) {
  const text = (c.req.query('q') ?? '').slice(0, 100);
  const county = (c.req.query('fylke') ?? '').slice(0, 100);
  const all = municipalitiesOn(world.register, osloDate(world.now()));
  const folded = foldName(text);
  const shown = all.filter(
    one =>
      (county === '' || one.county === county) &&
      (folded === '' || foldName(one.name).includes(folded) || one.number.startsWith(text.trim())),
  );
  return { all, shown, text, county };
}

const fileName = (world: WebWorld) => `kommuner-${osloDate(world.now())}`;
const cells = (one: ListedMunicipality): Cell[] => [one.number, one.name, one.county, one.postmottak, one.running];

function row(one: ListedMunicipality) {
  return html`<tr><th scope="row"><a class="ds-link" href="/kommuner/${one.number}">${one.name}</a></th><td data-l="Nummer" class="num">${one.number}</td><td data-l="Fylke">${one.county}</td><td data-l="Postmottak">${one.postmottak === null ? html`<span class="nb">${icon('feil', 'warning')} Ingen adresse</span>` : html`<span class="text">${one.postmottak}</span>`}</td><td data-l="Saker i gang" class="r num">${one.running}</td></tr>`;
}
