import { html } from 'hono/html';
import { changeContact } from '../../jobs/change-contact.ts';
import { standingsNow } from '../../jobs/kept-standings.ts';
import { deadlineForAll } from '../../jobs/plan-reminders.ts';
import { campaignById } from '../../register/campaigns.ts';
import { findMunicipality } from '../../register/municipalities.ts';
import { municipalityHistory, type Period } from '../../register/municipality-history.ts';
import { campaignsOfMunicipality } from '../../register/municipality-list.ts';
import type { IsoDate } from '../../rules/calendar/iso-date.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import type { Role } from '../../rules/campaign/campaign.ts';
import type { MunicipalityOnDate } from '../../rules/municipality/municipality.ts';
import { mayDo } from '../../rules/people/person.ts';
import { ROLE_NAMES } from '../../rules/standing/journal-words.ts';
import { textOf } from '../case/answer-fields.ts';
import { caseHref } from '../case/case-address.ts';
import { selectField, submit, textField } from '../frame/fields.ts';
import { leaveNotice } from '../frame/notice.ts';
import { type Html, page } from '../frame/page.ts';
import { answerTag, shownTag } from '../frame/standing-tag.ts';
import { needs, type WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';

const ROLES: readonly Role[] = ['postmottak', 'director', 'officer'];

/** One municipality: what it was and is called, who is written to, and the campaigns it takes part in. */
export function addMunicipalityPage(app: WebApp, world: WebWorld): void {
  app.get('/kommuner/:number{[0-9]+}', c => {
    const found = municipalityAt(world, c.req.param('number'));
    if (found === null) return c.notFound();
    const { municipality, ended } = found;
    // A number of another time, or one that lost its nought, has one address: that of today.
    if (municipality.number !== c.req.param('number')) return c.redirect(`/kommuner/${municipality.number}`, 303);
    const person = c.get('person');
    const { numbers, names, domains, contacts } = municipalityHistory(world.register, municipality.id);
    const name = municipality.kind === 'municipality' ? `${municipality.name} kommune` : municipality.name;
    const now = contacts.filter(one => one.to === null);
    return page(c, world, person, {
      title: municipality.name,
      current: 'kommuner',
      main: html`<nav class="crumb small" aria-label="Brødsmuler"><a class="ds-link" href="/kommuner">Kommuner</a> / ${municipality.name}</nav>
<div class="head"><div><h1 class="ds-heading" data-size="md">${name}</h1><p class="soft">${municipality.number} · ${municipality.county} · Målform: ${municipality.writtenForm ?? 'ikke kjent'}</p></div></div>
${ended}
<div class="two"><div class="stack">${campaigns(world, municipality)}
<section aria-labelledby="navn"><h2 class="ds-heading" data-size="xs" id="navn">Navn og nummer</h2><table class="ds-table cards"><thead><tr><th scope="col">Hva</th><th scope="col">Verdi</th><th scope="col">Gjelder</th></tr></thead><tbody>
${numbers.map(one => line('Nummer', `${one.number} (${one.county})`, one))}${names.map(one => line(one.main ? 'Navn' : 'Annet navn', one.name, one))}${domains.map(one => line('Domene', one.domain, one))}</tbody></table></section></div>
<aside class="stack" aria-label="Kontakter"><div class="box"><h2 class="ds-heading" data-size="2xs">Kontakter</h2>${
        now.length === 0
          ? html`<p>Ingen adresse. Det går ikke brev til kommunen før den er satt.</p>`
          : html`<dl class="kv">${ROLES.flatMap(role => now.filter(one => one.role === role)).map(
              one =>
                html`<dt>${ROLE_NAMES[one.role]}</dt><dd>${one.name === '' ? '' : html`${one.name}<br>`}<span class="text">${one.address}</span> <span class="small soft">fra ${shortDate(one.from!)}</span></dd>`,
            )}</dl>`
      }</div>${mayDo(person.role, 'decide') ? contactForm(municipality.number) : ''}${earlierContacts(contacts)}</aside></div>`,
    });
  });
  app.post('/kommuner/:number{[0-9]+}/kontakt', needs(world, 'decide'), async c => {
    const found = municipalityAt(world, c.req.param('number'));
    if (found === null) return c.notFound();
    const form = await c.req.parseBody();
    const person = c.get('person');
    const role = ROLES.find(one => one === textOf(form, 'rolle'));
    const name = textOf(form, 'navn').replace(/\s+/g, ' ').slice(0, 200);
    const contact = { municipalityId: found.municipality.id, role: role!, name, address: textOf(form, 'adresse') };
    const act = { by: person.actsAs, at: world.now() };
    const result =
      role === undefined ? { refused: 'Velg hvem kontakten er.' } : changeContact(world.register, contact, act);
    if ('refused' in result) {
      const words = `${result.refused.replace(/^--address: /, 'E-postadressen: ')} Ingenting er lagret.`;
      leaveNotice(world, person, { color: 'warning', words });
    } else {
      const cases = result.campaigns.length === 0 ? '' : ` Det står på saken i ${result.campaigns.join(', ')}.`;
      const words = `${found.municipality.name} får brev til ${contact.address.toLowerCase()} fra nå av.${cases}`;
      leaveNotice(world, person, { color: 'success', words });
      world.nudge();
    }
    return c.redirect(`/kommuner/${found.municipality.number}`, 303);
  });
}

/** Which one a number means today; one that is no more is shown as it was on its last day, with what became of it. */
function municipalityAt(world: WebWorld, number: string): { municipality: MunicipalityOnDate; ended: Html } | null {
  const answer = findMunicipality(world.register, number, osloDate(world.now()));
  if ('found' in answer) return { municipality: answer.found, ended: html`` };
  if (!('ended' in answer)) return null;
  const into = answer.successors.map(one => html` <a class="ds-link" href="/kommuner/${one.number}">${one.name}</a>`);
  const words = `Kommunen tok slutt ${shortDate(answer.endedOn)}.`;
  return {
    municipality: answer.ended,
    ended: html`<div class="ds-alert" data-color="info"><p>${words}${into.length === 0 ? '' : html` Den ble en del av${into}.`}</p></div>`,
  };
}

function campaigns({ register, now }: WebWorld, { id }: MunicipalityOnDate): Html {
  const today: IsoDate = osloDate(now());
  const rows = campaignsOfMunicipality(register, id).flatMap(campaignId => {
    const campaign = campaignById(register, campaignId)!;
    const one = standingsNow(register, campaignId).find(({ one }) => one.municipalityId === id);
    if (one === undefined) return [];
    const tag = answerTag(
      one.standing,
      today,
      one.standing.extension?.until ?? deadlineForAll(register, campaign, today),
    );
    return [
      html`<tr><th scope="row"><a class="ds-link" href="${caseHref(campaignId, one.municipality.number)}">${campaign.title}</a> <span class="small num">${campaign.reference}</span></th><td data-l="Svar">${shownTag(tag)}</td><td data-l="Tilstand">${campaign.state === 'closed' ? 'Ferdig' : 'Pågår'}</td></tr>`,
    ];
  });
  return html`<section aria-labelledby="henv"><h2 class="ds-heading" data-size="xs" id="henv">Henvendelser (${rows.length})</h2>${
    rows.length === 0
      ? html`<p class="soft">Kommunen er ikke med i noen henvendelse.</p>`
      : html`<table class="ds-table cards"><thead><tr><th scope="col">Henvendelse</th><th scope="col">Svar</th><th scope="col">Tilstand</th></tr></thead><tbody>${rows}</tbody></table>`
  }</section>`;
}

function line(what: string, value: string, period: Period): Html {
  return html`<tr><th scope="row">${what}</th><td data-l="Verdi">${value}</td><td data-l="Gjelder">${periodWords(period)}</td></tr>`;
}

function periodWords({ from, to }: Period): string {
  if (from === null) return to === null ? 'hele tiden' : `til ${shortDate(to)}`;
  return to === null ? `fra ${shortDate(from)}` : `${shortDate(from)}–${shortDate(to)}`;
}

function contactForm(number: string): Html {
  const roles = ROLES.map(value => ({ value, words: ROLE_NAMES[value]! }));
  return html`<form class="box stack noprint" method="post" action="/kommuner/${number}/kontakt"><h2 class="ds-heading" data-size="2xs">Sett kontakt</h2><p class="small soft">Den nye kommer i stedet for den som har rollen nå.</p>${selectField('rolle', 'Hvem', roles)}${textField('navn', 'Navn')}${textField('adresse', 'E-postadresse', { type: 'email', required: true, most: 254 })}${submit('Lagre kontakten')}</form>`;
}

function earlierContacts(contacts: readonly (Period & { role: Role; name: string; address: string })[]): Html {
  const ended = contacts.filter(one => one.to !== null).reverse();
  if (ended.length === 0) return html``;
  return html`<details class="ds-details" data-color="neutral"><summary>Tidligere kontakter (${ended.length})</summary><div><ul class="stack">${ended.map(
    one =>
      html`<li class="small">${ROLE_NAMES[one.role]}: ${one.name} <span class="text">${one.address}</span>, til ${shortDate(one.to!)}</li>`,
  )}</ul></div></details>`;
}
