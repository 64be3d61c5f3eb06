import { html } from 'hono/html';
import { spendLinksOf } from '../../register/sign-in-links.ts';
import { endSessionsOf } from '../../register/web-sessions.ts';
import { mayDo, type PersonRole, ROLE_WORDS } from '../../rules/people/person.ts';
import { submit } from '../frame/fields.ts';
import { type Html, page } from '../frame/page.ts';
import { type SignedIn, signOut } from '../guard/signed-in.ts';
import type { WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';
import { addDeputyActs, deputies, ownRole } from './deputy-acts.ts';
import { lastActs } from './last-acts.ts';

const MAY: Record<PersonRole, string> = {
  see: 'Du ser alt, og endrer ingenting.',
  decide: 'Du avgjør: registrerer svar, bestiller runder, godkjenner og stopper brev.',
  administer: 'Du avgjør, og styrer stedfortredere.',
};

/** «Konto»: who she is and what she may, sign-out everywhere, her deputy; for who administers also the people and what they did. */
export function addAccountPage(app: WebApp, world: WebWorld): void {
  addDeputyActs(app, world);
  app.get('/konto', c => {
    const person = c.get('person');
    const administers = mayDo(ownRole(world, person), 'administer');
    return page(c, world, person, {
      title: 'Konto',
      current: null,
      main: html`<div class="head"><div><h1 class="ds-heading" data-size="md">Konto</h1><p class="soft">${person.actsAs}</p></div></div>
<div class="two"><div class="stack">${deputies(world, person)}${administers ? people(world) : ''}${administers ? lastActs(world.register) : ''}</div>
<aside class="stack" aria-label="Deg">${aboutHer(person)}</aside></div>`,
    });
  });
  app.post('/konto/logg-ut-alle', c => {
    const person = c.get('person');
    endSessionsOf(world.register, person.address);
    // A link on its way would open the door again.
    spendLinksOf(world.register, person.address, world.now());
    signOut(c, world);
    return c.redirect('/logg-inn', 303);
  });
}

function aboutHer(person: SignedIn): Html {
  return html`<div class="box"><h2 class="ds-heading" data-size="2xs">Deg</h2><dl class="kv"><dt>Navn</dt><dd>${person.name}</dd><dt>E-post</dt><dd class="text">${person.address}</dd><dt>Rolle</dt><dd>${ROLE_WORDS[person.role]}</dd></dl><p class="small">${MAY[person.role]}</p></div>
${
  person.sessionHash === null
    ? ''
    : html`<form class="box stack noprint" method="post" action="/konto/logg-ut-alle"><h2 class="ds-heading" data-size="2xs">Logg ut overalt</h2><p class="small">Avslutter alle dine økter, i alle nettlesere, og lenker som er på vei til deg.</p>${submit('Logg ut overalt')}</form>`
}`;
}

function people(world: WebWorld): Html {
  return html`<section class="stack" aria-labelledby="folk"><h2 class="ds-heading" data-size="xs" id="folk">Hvem som har tilgang (${world.people.length})</h2>
<table class="ds-table cards"><thead><tr><th scope="col">Navn</th><th scope="col">E-post</th><th scope="col">Rolle</th></tr></thead><tbody>${world.people.map(
    one =>
      html`<tr><th scope="row">${one.name}</th><td data-l="E-post"><span class="text">${one.address}</span></td><td data-l="Rolle">${ROLE_WORDS[one.role]}</td></tr>`,
  )}</tbody></table><p class="small soft">Listen endres i innstillingen PEOPLE der Purrebot kjører: «Navn &lt;adresse&gt; ser», «avgjør» eller «styrer», skilt med semikolon. Den gjelder etter en omstart.</p></section>`;
}
