import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { endOldSessions } from '../../register/web-sessions.ts';
import type { Instant } from '../../rules/calendar/iso-date.ts';
import { addSeconds } from '../../rules/calendar/oslo-time.ts';
import { openPage } from '../frame/page.ts';
import { rateLimit } from '../guard/rate-limit.ts';
import { cookieName, IDLE, LONGEST, sha256, signIn } from '../guard/signed-in.ts';
import type { WebApp } from '../web-app.ts';
import type { OpenIdDoor, WebWorld } from '../web-world.ts';
import { sender } from './sender.ts';

/** Seconds that somebody may take at the provider. */
const RETURN_WITHIN = 10 * 60;
const MOST_TRIES = 60;
/** Sign-ins under way that are remembered; the oldest gives way. */
const MOST_UNDER_WAY = 500;

type Remembered = { state: string; verifier: string; nonce: string; at: Instant };

/**
 * Sign-in with the organisation's own account. What must be remembered until the browser comes back stays here, under a cookie
 * of that browser alone, and is used once: a callback from elsewhere, or a second time, signs nobody in.
 */
export function addAccountSignIn(app: WebApp, world: WebWorld, openId: OpenIdDoor): void {
  const tried = rateLimit(MOST_TRIES, RETURN_WITHIN);
  const underWay = new Map<string, Remembered>();
  const cookie = `${cookieName(world)}-konto`;
  const remember = (c: Context, value: string, maxAge: number) =>
    setCookie(c, cookie, value, {
      path: '/',
      httpOnly: true,
      secure: cookie.startsWith('__Host-'),
      // The provider sends the browser back from its own site.
      sameSite: 'Lax',
      maxAge,
    });

  app.get('/logg-inn/konto', async c => {
    const now = world.now();
    if (!tried.take(sender(c), now)) return openPage(c, world, 'Vent litt', tooMany(), 429);
    const begun = await openId.begin(`${world.baseUrl}/logg-inn/retur`);
    if (begun === null) return openPage(c, world, 'Logg inn', notThere(), 503);
    const { url, ...values } = begun;
    const secret = world.newSecret();
    for (const [key, { at }] of underWay)
      if (at < addSeconds(now, -RETURN_WITHIN) || underWay.size >= MOST_UNDER_WAY) underWay.delete(key);
    underWay.set(sha256(secret), { ...values, at: now });
    remember(c, secret, RETURN_WITHIN);
    return c.redirect(url, 303);
  });

  app.get('/logg-inn/retur', async c => {
    const now = world.now();
    const secret = getCookie(c, cookie);
    const key = sha256(secret ?? '');
    const remembered = underWay.get(key);
    underWay.delete(key);
    remember(c, '', 0);
    if (remembered === undefined || remembered.at < addSeconds(now, -RETURN_WITHIN))
      return openPage(c, world, 'Logg inn', isOver(), 400);
    // Behind a proxy the request's own address is not the one that the provider knows.
    const callback = new URL(`/logg-inn/retur${new URL(c.req.url).search}`, world.baseUrl);
    const address = await openId.finish(callback, remembered);
    if (address === null) return openPage(c, world, 'Logg inn', refused(), 403);
    if (!world.people.some(one => one.address === address))
      return openPage(c, world, 'Logg inn', unknown(address), 403);
    endOldSessions(world.register, addSeconds(now, -IDLE), addSeconds(now, -LONGEST));
    signIn(c, world, address);
    return c.redirect('/', 303);
  });
}

const head = (words: string) => html`<div class="head"><h1 class="ds-heading" data-size="md">${words}</h1></div>`;
const byMail = html`<a class="ds-link" href="/logg-inn">Logg inn med lenke på e-post</a>`;
const again = html`<a class="ds-link" href="/logg-inn/konto">Prøv igjen</a>`;

const notThere = () =>
  html`${head('Innloggingen svarer ikke')}<p>Kontotjenesten deres svarer ikke nå. ${again} om litt, eller ${byMail}.</p>`;
const isOver = () =>
  html`${head('Du er ikke logget inn')}<p>Innloggingen tok for lang tid, eller er brukt før. ${again}, eller ${byMail}.</p>`;
const refused = () =>
  html`${head('Du er ikke logget inn')}<p>Kontotjenesten bekreftet ikke hvem du er. ${again}, eller ${byMail}.</p>`;
const unknown = (address: string) =>
  html`${head('Du har ikke tilgang')}<p>Kontoen <span class="text">${address}</span> er ikke registrert i Purrebot. Spør den som styrer Purrebot hos dere.</p>`;
const tooMany = () => html`${head('Vent litt')}<p>Det er gjort for mange forsøk. Prøv igjen om noen minutter.</p>`;
