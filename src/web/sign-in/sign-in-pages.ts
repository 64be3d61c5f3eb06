import { html } from 'hono/html';
import {
  addSignInLink,
  forgetSignInLinks,
  linksSince,
  linkWorks,
  useSignInLink,
} from '../../register/sign-in-links.ts';
import { endOldSessions } from '../../register/web-sessions.ts';
import { addSeconds } from '../../rules/calendar/oslo-time.ts';
import { icon } from '../frame/icons.ts';
import { openPage } from '../frame/page.ts';
import { clock } from '../frame/written-moment.ts';
import { rateLimit } from '../guard/rate-limit.ts';
import { IDLE, LONGEST, sha256, signIn, signOut } from '../guard/signed-in.ts';
import type { WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';
import { addAccountSignIn } from './account-pages.ts';
import { sender } from './sender.ts';

/** Seconds that a link by e-mail works. */
const LINK_WORKS = 15 * 60;
/** Links to one address in that time: more would be somebody filling another's mailbox. */
const MOST_LINKS = 3;
const MOST_TRIES = 30;

/**
 * Sign-in by a link that comes by e-mail. Opening the link changes nothing, since mail scanners open every link: the page it
 * leads to has a button. Whoever asks learns nothing of who is in the settings.
 */
export function addSignIn(app: WebApp, world: WebWorld): void {
  const asked = rateLimit(MOST_TRIES, LINK_WORKS);
  const tried = rateLimit(MOST_TRIES, LINK_WORKS);
  app.get('/logg-inn', c => openPage(c, world, 'Logg inn', askForAddress(world)));
  app.post('/logg-inn', async c => {
    const now = world.now();
    const form = await c.req.parseBody();
    const address = String(form.epost ?? '')
      .trim()
      .toLowerCase()
      .slice(0, 254);
    const worksUntil = addSeconds(now, LINK_WORKS);
    if (!asked.take(sender(c), now)) return openPage(c, world, 'Vent litt', tooMany(), 429);
    const person = world.people.find(one => one.address === address);
    if (person !== undefined && linksSince(world.register, address, addSeconds(now, -LINK_WORKS)) < MOST_LINKS) {
      const secret = world.newSecret();
      forgetSignInLinks(world.register, addSeconds(now, -24 * 3600));
      addSignInLink(world.register, sha256(secret), address, now);
      // Not waited for: the time that the page takes would tell whether the address is known.
      void world.sendSignInLink(person, `${world.baseUrl}/logg-inn/lenke/${secret}`, worksUntil);
    }
    return openPage(c, world, 'Sjekk e-posten', checkMail(address, clock(worksUntil)));
  });
  app.get('/logg-inn/lenke/:secret', c => {
    const works = linkWorks(world.register, sha256(c.req.param('secret')), addSeconds(world.now(), -LINK_WORKS));
    return openPage(c, world, 'Logg inn', works ? pressToSignIn(c.req.path) : linkIsOver(), works ? 200 : 404);
  });
  app.post('/logg-inn/lenke/:secret', c => {
    const now = world.now();
    if (!tried.take(sender(c), now)) return openPage(c, world, 'Vent litt', tooMany(), 429);
    const address = useSignInLink(world.register, sha256(c.req.param('secret')), addSeconds(now, -LINK_WORKS), now);
    if (address === null) return openPage(c, world, 'Logg inn', linkIsOver(), 404);
    endOldSessions(world.register, addSeconds(now, -IDLE), addSeconds(now, -LONGEST));
    signIn(c, world, address);
    return c.redirect('/', 303);
  });
  if (world.openId !== null) addAccountSignIn(app, world, world.openId);
  app.post('/logg-ut', c => {
    signOut(c, world);
    return c.redirect('/logg-inn', 303);
  });
}

const askForAddress = (
  world: WebWorld,
) => html`<div class="head"><div><h1 class="ds-heading" data-size="md">Logg inn</h1><p class="soft">For rådgivere i KS</p></div></div>
<section class="stack"><form class="stack" method="post" action="/logg-inn">
<div class="ds-field"><label class="ds-label" for="epost">E-postadressen din</label><div data-field="description" class="small" id="epost-om">Vi sender deg en lenke. Den virker i 15 minutter, én gang.</div><input class="ds-input" type="email" id="epost" name="epost" autocomplete="email" aria-describedby="epost-om" required></div>
<button class="ds-button" type="submit" data-fullwidth>Send meg en lenke</button></form>
${world.openId === null ? '' : html`<p class="soft">eller</p><p><a class="ds-button" data-variant="secondary" href="/logg-inn/konto" data-fullwidth>${icon('las')}Logg inn med KS-konto</a></p>`}
<p class="small soft">Er du fra en kommune? Du trenger ikke logge inn. Svar på e-posten fra oss.</p></section>`;

const checkMail = (
  address: string,
  until: string,
) => html`<div class="head"><h1 class="ds-heading" data-size="md">Sjekk e-posten</h1></div>
<section class="stack"><p>Hvis <span class="text">${address}</span> er registrert hos oss, ligger lenken i innboksen om et øyeblikk. Den virker til kl. ${until}.</p><p class="small soft">Ikke fått noe? Se i søppelposten, eller <a class="ds-link" href="/logg-inn">be om en ny lenke</a>.</p></section>`;

const pressToSignIn = (path: string) => html`<div class="head"><h1 class="ds-heading" data-size="md">Logg inn</h1></div>
<form method="post" action="${path}"><button class="ds-button" type="submit" data-fullwidth>Logg inn i Purrebot</button></form>`;

const linkIsOver = () => html`<div class="head"><h1 class="ds-heading" data-size="md">Lenken virker ikke</h1></div>
<p>En lenke virker i 15 minutter, én gang. <a class="ds-link" href="/logg-inn">Be om en ny</a></p>`;

const tooMany = () => html`<div class="head"><h1 class="ds-heading" data-size="md">Vent litt</h1></div>
<p>Det er gjort for mange forsøk. Prøv igjen om et kvarter.</p>`;
