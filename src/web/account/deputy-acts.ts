import { html } from 'hono/html';
import { appointDeputy, dismissDeputy } from '../../jobs/stand-in.ts';
import { type Deputy, deputiesFrom } from '../../register/deputies.ts';
import { addDays } from '../../rules/calendar/add-days.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import { mayDo, type PersonRole } from '../../rules/people/person.ts';
import { textOf } from '../case/answer-fields.ts';
import { dateField, selectField, submit } from '../frame/fields.ts';
import { leaveNotice } from '../frame/notice.ts';
import { type Html, openPage } from '../frame/page.ts';
import type { SignedIn } from '../guard/signed-in.ts';
import type { WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';

/** The role that is hers by the settings: what is lent to a deputy she can neither lend further nor prolong. */
export function ownRole(world: WebWorld, person: SignedIn): PersonRole {
  if (world.demo !== null) return person.role;
  return world.people.find(one => one.address === person.address)?.role ?? 'see';
}

/** Who administers appoints deputies for anybody, others for themselves. */
function mayAppoint(world: WebWorld, person: SignedIn, address: string): boolean {
  return address === person.address || mayDo(ownRole(world, person), 'administer');
}

export function addDeputyActs(app: WebApp, world: WebWorld): void {
  app.post('/konto/stedfortreder', async c => {
    const form = await c.req.parseBody();
    const person = c.get('person');
    const address = textOf(form, 'borte').toLowerCase() || person.address;
    if (!mayAppoint(world, person, address)) return openPage(c, world, 'Du kan ikke gjøre dette', onlyHerOwn(), 403);
    const wanted = {
      address,
      deputyAddress: textOf(form, 'stedfortreder').toLowerCase(),
      fromDay: textOf(form, 'fra'),
      toDay: textOf(form, 'til'),
    };
    const result = appointDeputy(world.register, world.people, wanted, { by: person.actsAs, at: world.now() });
    if ('refused' in result) leaveNotice(world, person, { color: 'warning', words: result.refused });
    else leaveNotice(world, person, { color: 'success', words: result.words });
    return c.redirect('/konto', 303);
  });
  app.post('/konto/stedfortreder/:id{[0-9]+}/slutt', c => {
    const person = c.get('person');
    const found = deputiesFrom(world.register, osloDate(world.now())).find(one => one.id === Number(c.req.param('id')));
    if (found === undefined) {
      leaveNotice(world, person, { color: 'info', words: 'Den stedfortrederen er avsluttet fra før.' });
      return c.redirect('/konto', 303);
    }
    if (!mayAppoint(world, person, found.address))
      return openPage(c, world, 'Du kan ikke gjøre dette', onlyHerOwn(), 403);
    const { words } = dismissDeputy(world.register, world.people, found, { by: person.actsAs, at: world.now() });
    leaveNotice(world, person, { color: 'success', words });
    return c.redirect('/konto', 303);
  });
}

/** Those in force and to come that concern her (or all, for who administers), and the form for a new one. */
export function deputies(world: WebWorld, person: SignedIn): Html {
  const today = osloDate(world.now());
  const administers = mayDo(ownRole(world, person), 'administer');
  const all = deputiesFrom(world.register, today).filter(
    one => administers || [one.address, one.deputyAddress].includes(person.address),
  );
  const nameOf = (address: string) => world.people.find(one => one.address === address)?.name ?? address;
  const row = (one: Deputy) =>
    html`<tr><th scope="row">${nameOf(one.address)}</th><td data-l="Stedfortreder">${nameOf(one.deputyAddress)}</td><td data-l="Fra" class="num">${shortDate(one.fromDay)}</td><td data-l="Til" class="num">${shortDate(one.toDay)}</td><td data-l="Valg" class="noprint">${
      mayAppoint(world, person, one.address)
        ? html`<form class="inline-form" method="post" action="/konto/stedfortreder/${one.id}/slutt"><button class="link-button" type="submit">Avslutt<span class="ds-sr-only"> ${nameOf(one.deputyAddress)} for ${nameOf(one.address)}</span></button></form>`
        : ''
    }</td></tr>`;
  const choices = world.people.map(one => ({ value: one.address, words: one.name }));
  const others = administers ? choices : choices.filter(one => one.value !== person.address);
  return html`<section class="stack" aria-labelledby="borte-tittel"><h2 class="ds-heading" data-size="xs" id="borte-tittel">Stedfortreder når du er borte</h2>
${
  all.length === 0
    ? html`<p class="soft">Ingen stedfortredere nå eller senere.</p>`
    : html`<table class="ds-table cards"><thead><tr><th scope="col">Borte</th><th scope="col">Stedfortreder</th><th scope="col">Fra</th><th scope="col">Til</th><th scope="col"><span class="ds-sr-only">Valg</span></th></tr></thead><tbody>${all.map(row)}</tbody></table>`
}
<form class="filters noprint" method="post" action="/konto/stedfortreder">${administers ? selectField('borte', 'Borte', choices, person.address) : ''}${selectField('stedfortreder', 'Stedfortreder', others, choices.find(one => one.value !== person.address)?.value)}${dateField('fra', 'Fra og med', today)}${dateField('til', 'Til og med', addDays(today, 7))}${submit('Sett stedfortreder')}</form>
<p class="small soft">Stedfortrederen kan det den som er borte, kan, og loggen sier for hvem. Hun kan ikke gi det videre.</p></section>`;
}

const onlyHerOwn = () =>
  html`<div class="head"><h1 class="ds-heading" data-size="md">Du kan ikke gjøre dette</h1></div><p>Du kan bare sette stedfortreder for deg selv. Ingenting er endret. <a class="ds-link" href="/konto">Til kontoen</a></p>`;
