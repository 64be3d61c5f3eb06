import { html } from 'hono/html';
import { deadlineForAll, trackOf } from '../../jobs/plan-reminders.ts';
import { contactsOn } from '../../register/contacts.ts';
import { journalOfCase } from '../../register/journal.ts';
import { populationOn } from '../../register/municipalities.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import { grouped, kroner } from '../../rules/letters/norwegian-number.ts';
import { shareOf } from '../../rules/letters/share.ts';
import { mayDo } from '../../rules/people/person.ts';
import { sendingMode } from '../../rules/sending/sending-mode.ts';
import { ROLE_NAMES } from '../../rules/standing/journal-words.ts';
import type { Html } from '../frame/page.ts';
import { page } from '../frame/page.ts';
import { answerTag, shownBall, shownDelivery, shownSource, shownTag } from '../frame/standing-tag.ts';
import type { WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';
import { addCaseActs } from './case-acts.ts';
import { type CaseAt, caseAt } from './case-address.ts';
import { caseForms } from './case-forms.ts';
import { timeline } from './timeline.ts';

/** «Sak»: one municipality's side of a campaign: where it stands, on which words, all that happened, and what can be done. */
export function addCasePage(app: WebApp, world: WebWorld): void {
  addCaseActs(app, world);
  app.get('/henvendelser/:id/kommuner/:number', c => {
    const found = caseAt(world.register, c.req.param('id'), c.req.param('number'));
    if (found === null) return c.notFound();
    const { campaign, now } = found;
    const person = c.get('person');
    const journal = journalOfCase(world.register, now.one.id);
    const name = now.municipality.kind === 'municipality' ? `${now.municipality.name} kommune` : now.municipality.name;
    const today = osloDate(world.now());
    const deadline = now.standing.extension?.until ?? deadlineForAll(world.register, campaign, today);
    return page(c, world, person, {
      title: now.municipality.name,
      current: 'oversikt',
      main: html`<nav class="crumb small" aria-label="Brødsmuler"><a class="ds-link" href="/">Oversikt</a> / <a class="ds-link" href="/henvendelser/${campaign.id}">${campaign.title}</a> / ${now.municipality.name}</nav>
<div class="head"><div><h1 class="ds-heading" data-size="md">${name}</h1><p>${shownTag(answerTag(now.standing, today, deadline))}</p></div>
${mayDo(person.role, 'decide') ? html`<div class="row noprint"><a class="ds-button" data-variant="secondary" href="#handlinger">Registrer eller rett</a></div>` : ''}</div>
<div class="two"><section aria-labelledby="logg"><h2 class="ds-heading" data-size="xs" id="logg">Alt som har skjedd</h2>${timeline(world.register, journal)}</section>
<aside class="stack" aria-label="Saken kort">${inShort(world, found)}${contacts(world, found)}${mayDo(person.role, 'decide') ? caseForms(world, found, journal) : ''}</aside></div>`,
    });
  });
}

function inShort(world: WebWorld, { campaign, now: { one, municipality, standing } }: CaseAt): Html {
  const track = trackOf(sendingMode(world.letters));
  const date = campaign.terms.populationDate;
  const population = date === null ? null : populationOn(world.register, one.municipalityId, date);
  const { terms } = campaign;
  const asksForMoney = terms.baseNok > 0 || terms.perInhabitantNok > 0;
  const stated = standing.details?.amountNok ?? null;
  const people = standing.details?.inhabitants ?? null;
  return html`<div class="box"><h2 class="ds-heading" data-size="2xs">Saken kort</h2><dl class="kv">
<dt>Hos hvem</dt><dd>${shownBall(standing)}</dd>
<dt>Levering</dt><dd>${shownDelivery(standing, track)}</dd>
<dt>Kilde</dt><dd>${shownSource(standing)}</dd>
${asksForMoney && population !== null ? html`<dt>Beløp</dt><dd><span class="num">${kroner(shareOf(terms, population.inhabitants))}</span> <span class="small soft">${grouped(population.inhabitants)} innb., SSB ${shortDate(population.date)}</span></dd>` : ''}
${stated === null ? '' : html`<dt>De skriver</dt><dd><span class="num">${kroner(stated)}</span>${people === null ? '' : html` <span class="small soft">${grouped(people)} innb.</span>`}</dd>`}
${standing.extension === null ? '' : html`<dt>Egen frist</dt><dd>${shortDate(standing.extension.until)}</dd>`}
<dt>Vår ref.</dt><dd class="num">${campaign.reference} ${one.token}</dd>
<dt>Deres ref.</dt><dd class="num">${standing.theirReferences.join(', ') || '–'}</dd>
<dt>Nummer</dt><dd class="num">${municipality.number}</dd></dl></div>`;
}

function contacts(world: WebWorld, { now: { one, municipality } }: CaseAt): Html {
  const all = contactsOn(world.register, one.municipalityId, osloDate(world.now()));
  const form = municipality.writtenForm === 'nynorsk' ? 'Nynorsk' : 'Bokmål';
  return html`<div class="box"><h2 class="ds-heading" data-size="2xs">Kontakt</h2><dl class="kv">${all.map(
    one =>
      html`<dt>${ROLE_NAMES[one.role] ?? one.role}</dt><dd>${one.name === '' ? '' : html`${one.name}<br>`}<span class="text">${one.address}</span></dd>`,
  )}<dt>Språk</dt><dd>${form}</dd></dl></div>`;
}
